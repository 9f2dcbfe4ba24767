//! In: the pages in both languages and themes. Out: pictures, compared with those that were looked
//! at before.

use eframe::egui::Vec2;
use eframe::egui::accesskit::Role;
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tt_order_builder::texts::Lang;

use crate::support::Window;

const SIZE: Vec2 = Vec2::new(1180.0, 760.0);
const SMALLEST: Vec2 = Vec2::new(960.0, 640.0);

fn open(lang: Lang, theme_key: &str, size: Vec2) -> Window {
    let mut window = Window::open_with(lang, None, size);
    window.set(&lang.text(theme_key));
    window
}

fn compare(results: &mut SnapshotResults, mut window: Window, name: &str) {
    window.harness.remove_cursor();
    window.step();
    window.harness.snapshot(name);
    results.extend_harness(&mut window.harness);
}

#[test]
fn compose_looks_as_it_did() {
    let mut results = SnapshotResults::new();
    for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (theme_key, theme) in [("theme.light", "light"), ("theme.dark", "dark")] {
            compare(
                &mut results,
                open(lang, theme_key, SIZE),
                &format!("compose_{tag}_{theme}"),
            );
        }
    }
}

#[test]
fn the_smallest_window_clips_nothing() {
    let mut results = SnapshotResults::new();
    for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        compare(
            &mut results,
            open(lang, "theme.light", SMALLEST),
            &format!("compose_small_{tag}"),
        );
    }
}

#[test]
fn the_lower_half_of_the_form_looks_as_it_did() {
    let mut results = SnapshotResults::new();
    for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let mut window = open(lang, "theme.light", SMALLEST);
        window.unfold();
        let label = window.label("promotionId");
        window
            .harness
            .get_by_role_and_label(Role::TextInput, &label)
            .scroll_to_me();
        compare(&mut results, window, &format!("compose_lower_{tag}"));
    }
}

#[test]
fn a_phone_card_looks_as_it_did() {
    let mut results = SnapshotResults::new();
    for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let window = open(lang, "theme.light", SMALLEST);
        let label = lang.text("sku_attr.traffic_bundle");
        window
            .harness
            .get_by_role_and_label(Role::TextInput, &label)
            .scroll_to_me();
        compare(&mut results, window, &format!("compose_card_{tag}"));
    }
}

#[test]
fn the_program_looks_as_it_did() {
    let mut results = SnapshotResults::new();
    let mut window = open(Lang::En, "theme.dark", SMALLEST);
    window.click("Sample code");
    compare(&mut results, window, "compose_program_en");
}

#[test]
fn the_import_dialog_looks_as_it_did() {
    let mut results = SnapshotResults::new();
    let mut window = open(Lang::Zh, "theme.light", SMALLEST);
    window.click("导入…");
    compare(&mut results, window, "compose_import_zh");
}

#[test]
fn keys_looks_as_it_did() {
    let mut results = SnapshotResults::new();
    for (lang, tag, theme_key) in [
        (Lang::Zh, "zh", "theme.light"),
        (Lang::En, "en", "theme.dark"),
    ] {
        let mut window = open(lang, theme_key, SIZE);
        window.click(&lang.text("page.keys"));
        compare(&mut results, window, &format!("keys_{tag}"));
    }
}

#[test]
fn the_key_ring_looks_as_it_did() {
    let mut results = SnapshotResults::new();
    for (lang, tag, theme_key, size) in [
        (Lang::Zh, "zh", "theme.light", SMALLEST),
        (Lang::En, "en", "theme.dark", SIZE),
    ] {
        let mut window = open(lang, theme_key, size);
        window.click(&lang.text("page.keys"));
        // Texts, not files: their folder is another one on every machine.
        for file in [
            "app.public-then-private.pem",
            "app1024.pkcs8.pem",
            "app.pkcs8-scrypt.pem",
            "app3072.pkcs8.pem",
        ] {
            window.paste(&std::fs::read_to_string(crate::support::key_file(file)).unwrap());
        }
        compare(&mut results, window, &format!("key_ring_{tag}"));
    }
}

#[test]
fn verify_looks_as_it_did() {
    let mut results = SnapshotResults::new();
    for (lang, tag, theme_key, size) in [
        (Lang::Zh, "zh", "theme.light", SMALLEST),
        (Lang::En, "en", "theme.dark", SIZE),
    ] {
        let mut window = open(lang, theme_key, size);
        window.click(&lang.text("page.verify"));
        compare(&mut results, window, &format!("verify_empty_{tag}"));
        let mut window = open(lang, theme_key, size);
        crate::verify::show_a_fault(&mut window);
        compare(&mut results, window, &format!("verify_{tag}"));
    }
}

#[test]
fn errors_and_sandbox_look_as_they_did() {
    let mut results = SnapshotResults::new();
    for (lang, tag, theme_key, size) in [
        (Lang::Zh, "zh", "theme.light", SMALLEST),
        (Lang::En, "en", "theme.dark", SIZE),
    ] {
        let mut window = open(lang, theme_key, size);
        window.click(&lang.text("page.errors"));
        window.paste(crate::trouble::REPORT);
        compare(&mut results, window, &format!("errors_{tag}"));
        let mut window = open(lang, theme_key, size);
        window.click(&lang.text("page.sandbox"));
        window.click(&lang.text("sandbox.run"));
        compare(&mut results, window, &format!("sandbox_{tag}"));
    }
}

#[test]
fn a_fault_and_a_missing_dialog_look_as_they_did() {
    let mut results = SnapshotResults::new();
    for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let mut window = open(lang, "theme.light", SMALLEST);
        window.click(&lang.text("page.keys"));
        window.without_dialogs();
        window.click(&lang.text("keys.save_public"));
        compare(&mut results, window, &format!("path_dialog_{tag}"));

        let mut window = open(lang, "theme.dark", SMALLEST);
        window.let_signing_panic(true);
        let number = window.label("outOrderNo");
        window.retype_unsigned(&number, "kept");
        compare(&mut results, window, &format!("fault_{tag}"));
    }
}

/// As at 200 % on a screen of 1440 × 900.
#[test]
fn half_a_screen_clips_nothing() {
    let mut results = SnapshotResults::new();
    for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (page, name) in [
            ("page.compose", "compose"),
            ("page.verify", "verify"),
            ("page.errors", "errors"),
            ("page.sandbox", "sandbox"),
            ("page.keys", "keys"),
        ] {
            let mut window = open(lang, "theme.light", Vec2::new(720.0, 450.0));
            window.click(&lang.text(page));
            compare(&mut results, window, &format!("half_{name}_{tag}"));
        }
    }
}

#[test]
fn a_new_order_looks_as_it_did() {
    let mut results = SnapshotResults::new();
    for (lang, tag, theme, size) in [
        (Lang::Zh, "zh", "theme.light", SMALLEST),
        (Lang::En, "en", "theme.dark", Vec2::new(1440.0, 900.0)),
    ] {
        let mut window = open(lang, theme, size);
        window.choose_in("menu.file", "document.duplicate");
        window.choose_in("menu.file", "document.new");
        compare(&mut results, window, &format!("compose_new_{tag}"));
    }
}

#[test]
fn templates_look_as_they_did() {
    let mut results = SnapshotResults::new();
    let mut window = open(Lang::Zh, "theme.light", SMALLEST);
    window.click("模板 ▾");
    compare(&mut results, window, "templates_menu_zh");
    let mut window = open(Lang::En, "theme.dark", SMALLEST);
    window.click("Templates ▾");
    window.click("Membership (402)");
    compare(&mut results, window, "templates_ask_en");
}

#[test]
fn the_history_looks_as_it_did() {
    let mut results = SnapshotResults::new();
    for (lang, tag, theme, size) in [
        (Lang::Zh, "zh", "theme.light", SMALLEST),
        (Lang::En, "en", "theme.dark", SIZE),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut window = Window::open_keeping(lang, folder.path().to_owned());
        window.harness.set_size(size);
        window.set(&lang.text(theme));
        let number = window.label("outOrderNo");
        for name in ["order_1", "order_2", "order_3"] {
            window.retype(&number, name);
            window.pass(3600);
            window.click(&lang.text("preview.copy_both"));
        }
        window.pass(60);
        window.click(&lang.text("page.history"));
        let all = window.harness.query_all_by_role(Role::Button);
        let mut second = all.filter(|node| {
            let name = node.accesskit_node().label();
            name.is_some_and(|name| name.contains("order_2"))
        });
        second.next().unwrap().click();
        drop(second);
        window.step();
        compare(&mut results, window, &format!("history_{tag}"));
    }
}
