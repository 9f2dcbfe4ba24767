//! In: the pages in both languages and themes. Out: pictures, compared with those that were looked at before.

use eframe::egui::Vec2;
use tt_order_builder::texts::Lang;

use crate::support::Window;

#[test]
fn compose_looks_as_it_did() {
    for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (theme_key, theme) in [("theme.light", "light"), ("theme.dark", "dark")] {
            let mut window = Window::open(lang);
            window.click_key(theme_key);
            window.harness.remove_cursor();
            window.step();
            window.harness.snapshot(format!("compose_{tag}_{theme}"));
        }
    }
}

#[test]
fn the_smallest_window_clips_nothing() {
    for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let mut window = Window::open_with(lang, None, Vec2::new(960.0, 640.0));
        window.click_key("theme.light");
        window.harness.remove_cursor();
        window.step();
        window.harness.snapshot(format!("compose_small_{tag}"));
    }
}

#[test]
fn keys_looks_as_it_did() {
    for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let mut window = Window::open(lang);
        window.click_key("theme.light");
        window.click_key("page.keys");
        window.harness.remove_cursor();
        window.step();
        window.harness.snapshot(format!("keys_{tag}"));
    }
}
