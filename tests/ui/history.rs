//! In: orders that are copied and saved. Out: whether they are found again, opened, compared, and
//! kept nowhere where that is not wanted.

use std::path::Path;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tt_order_builder::texts::Lang;

use crate::support::Window;

fn opened(folder: &Path) -> Window {
    Window::open_keeping(Lang::En, folder.to_owned())
}

/// Chooses the entry in whose text this stands.
fn choose(window: &mut Window, part: &str) {
    let all = window.harness.query_all_by_role(Role::Button);
    let mut found = all.filter(|node| {
        let name = node.accesskit_node().label();
        name.is_some_and(|name| name.contains(part))
    });
    found
        .next()
        .unwrap_or_else(|| panic!("no entry {part}"))
        .click();
    drop(found);
    window.step();
}

/// Two orders that were copied: the example, and one with another number and title.
pub fn two_copied(folder: &Path) -> Window {
    let mut window = opened(folder);
    window.click("Copy data + byteAuthorization");
    let (number, title) = (window.label("outOrderNo"), window.label("skuList.title"));
    window.retype(&number, "second_1");
    window.retype(&title, "会员年卡");
    window.pass(90);
    window.click("Copy data + byteAuthorization");
    window.click("History");
    window
}

#[test]
fn what_was_copied_is_found_opened_and_compared() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = two_copied(folder.path());
    assert!(window.shows("1–2 of 2"));
    window.retype("Search order number, title, note", "年卡");
    assert!(window.shows("1–1 of 1") && window.shows("second_1"));

    choose(&mut window, "second_1");
    window.click("Compare with this");
    window.retype("Search order number, title, note", "");
    choose(&mut window, "out_order_test_123456");
    assert!(window.shows("Compared with second_1") && window.shows("skuList[0].title"));
    assert!(window.shows("- \"会员年卡\"") && window.shows("+ \"test\""));

    window.click("Open in a tab");
    assert!(window.signed().data().contains("out_order_test_123456"));
    let tabs = window.harness.state().state().workspace.tabs().len();
    assert_eq!(tabs, 2);
}

#[test]
fn a_note_is_kept_and_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = two_copied(folder.path());
    choose(&mut window, "second_1");
    window.retype("Note", "for the customer");
    window.harness.key_press(Key::Enter);
    window.step();
    drop(window);

    let mut again = opened(folder.path());
    again
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::Num5);
    again.step();
    again.retype("Search order number, title, note", "customer");
    assert!(again.shows("1–1 of 1") && again.shows("second_1"));
}

#[test]
fn the_history_is_exported_and_cleared() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = two_copied(folder.path());
    let file = folder.path().join("out.csv");
    window.choose(Some(file.clone()));
    window.click("Export CSV…");
    let csv = std::fs::read_to_string(&file).unwrap();
    assert!(
        csv.contains("second_1") && csv.lines().count() == 3,
        "{csv}"
    );
    window.click("Clear…");
    window.click("Clear it, this cannot be undone");
    window.step();
    assert!(window.shows("Nothing here"));
}

#[test]
fn nothing_is_noted_where_that_is_not_wanted() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(folder.path());
    let menu = window.text("menu.settings");
    window.click(&menu);
    window
        .harness
        .get_by_role_and_label(Role::CheckBox, "Keep a history")
        .click();
    window.step();
    window.click("Copy data + byteAuthorization");
    window.click("History");
    assert!(window.shows("Nothing here"));
}

#[test]
fn a_damaged_file_is_said_and_the_window_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("history.db"), "no database ".repeat(99)).unwrap();
    let mut window = opened(folder.path());
    window.click("Copy data + byteAuthorization");
    assert!(window.shows("The file of the history is damaged"));
    assert!(folder.path().join("history.db.bad-1").exists());
}

#[test]
fn a_signature_that_was_made_here_is_compared_with_what_was_signed() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(folder.path());
    window.click("Copy data + byteAuthorization");
    let signed = window.signed();
    // No change that serialisers make: somebody has typed another price.
    let changed = signed.data().replace("\"price\":1,", "\"price\":7,");
    assert_ne!(changed, signed.data());
    let answer =
        serde_json::json!({ "data": changed, "byteAuthorization": signed.byte_authorization() });
    window.click("Verify");
    window.paste(&answer.to_string());
    window.await_text("made here for order out_order_test_123456");
    assert!(window.shows("body.different") && !window.shows("nonce.regenerated"));
}
