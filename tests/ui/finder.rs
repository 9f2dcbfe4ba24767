//! In: Ctrl+K and its kin, then typing. Out: whether everything is found and done without a mouse.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, OutputCommand};
use egui_kittest::kittest::Queryable as _;
use tt_order_builder::texts::Lang;
use tt_order_builder::ui::page::Page;

use crate::documents::{CTRL, CTRL_SHIFT, press};
use crate::keys::load_signer;
use crate::support::{Window, key_file};

/// Types into the finder and presses Enter.
fn find(window: &mut Window, text: &str) {
    let hint = window.text("finder.anything_hint");
    window
        .harness
        .get_by_role_and_label(Role::TextInput, &hint)
        .type_text(text);
    window.step();
    press(window, Modifiers::NONE, Key::Enter);
}

#[test]
fn an_error_a_page_and_a_command_are_found_by_typing() {
    let mut window = Window::open(Lang::En);
    press(&mut window, CTRL, Key::K);
    find(&mut window, "11004");
    assert_eq!(window.harness.state().state().page, Page::Errors);
    assert!(window.harness.state().state().errors.text.contains("11004"));

    // What was typed there before can be had back.
    press(&mut window, CTRL, Key::K);
    find(&mut window, "21016");
    assert!(!window.harness.state().state().errors.text.contains("11004"));
    window.click("Undo: The report was replaced");
    assert!(window.harness.state().state().errors.text.contains("11004"));

    press(&mut window, CTRL, Key::K);
    find(&mut window, "hist");
    assert_eq!(window.harness.state().state().page, Page::History);

    press(&mut window, CTRL, Key::K);
    find(&mut window, "example");
    assert_eq!(window.harness.state().state().page, Page::Compose);

    press(&mut window, CTRL, Key::K);
    assert!(window.shows("Type a command"));
    find(&mut window, "no such thing");
    assert!(window.shows("Nothing matches"), "Enter does nothing then");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!window.shows("Nothing matches"));
}

#[test]
fn a_profile_is_changed_and_a_field_is_shown_by_keys_alone() {
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    load_signer(&mut window, &key_file("app.pkcs8.pem"));
    window.click("Compose");
    assert!(!window.harness.state().state().is_demo());
    press(&mut window, CTRL_SHIFT, Key::P);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.harness.state().state().is_demo());

    press(&mut window, CTRL, Key::F);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let focused = window.harness.ctx.memory(eframe::egui::Memory::focused);
    assert!(focused.is_some(), "the field has the cursor");
}

#[test]
fn help_and_settings_have_their_keys() {
    let mut window = Window::open(Lang::En);
    press(&mut window, Modifiers::NONE, Key::F1);
    assert!(window.shows("Shortcuts") && window.shows("2026-11"));
    window
        .harness
        .get_by_role_and_label(Role::Button, "Copy diagnostics")
        .click();
    window.harness.step();
    let commands = &window.harness.output().platform_output.commands;
    let copied = commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.unwrap();
    assert!(copied.contains("tt-order-builder: ") && copied.contains("profiles: 1"));
    assert!(
        !copied.contains('/') && !copied.contains("BEGIN"),
        "{copied}"
    );
    window.step();
    window.click("Close");

    press(&mut window, CTRL, Key::Comma);
    assert!(window.shows("中文") && window.shows("Dark"));
}

#[test]
fn what_tab_leads_to_is_in_sight_and_its_text_is_selected() {
    let mut window = Window::open(Lang::En);
    let kind = window.label("skuList.type");
    window
        .harness
        .get_by_role_and_label(Role::TextInput, &kind)
        .focus();
    window.step();
    for number in 0..16 {
        press(&mut window, Modifiers::NONE, Key::Tab);
        let focused = window.harness.ctx.memory(eframe::egui::Memory::focused);
        let rect = focused.and_then(|id| window.harness.ctx.read_response(id));
        let rect = rect.unwrap().rect;
        assert!(
            rect.top() > 40.0 && rect.bottom() < 726.0,
            "{number}: {rect}"
        );
    }

    // What is typed into a field that Tab has come to replaces what stood there.
    window.choose_in("menu.file", "document.new");
    press(&mut window, CTRL, Key::K);
    find(&mut window, "402");
    press(&mut window, Modifiers::NONE, Key::Tab);
    window
        .harness
        .event(eframe::egui::Event::Text("5".to_owned()));
    window.step();
    let asking = window
        .harness
        .state()
        .state()
        .compose
        .templates
        .asking
        .as_ref();
    let values = &asking.unwrap().values;
    assert!(values.iter().any(|(_, value)| value == "5"), "{values:?}");
}
