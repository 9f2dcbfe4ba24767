//! In: documents begun, opened, edited, closed. Out: whether nothing of them is lost.

use std::path::{Path, PathBuf};

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tt_order_builder::texts::Lang;
use tt_order_builder::ui::page::Page;
use tt_order_builder::ui::state::State;

use crate::support::Window;

pub const CTRL: Modifiers = Modifiers::COMMAND;
pub const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

pub fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.harness.key_press_modifiers(modifiers, key);
    window.step();
}

fn state(window: &Window) -> &State {
    window.harness.state().state()
}

/// The `data` of every tab, from left to right.
fn open(window: &Window) -> Vec<String> {
    let tabs = state(window).workspace.tabs().iter();
    tabs.map(|tab| tab.draft.data.as_str().to_owned()).collect()
}

fn kept_in(folder: &Path) -> Window {
    Window::open_keeping(Lang::En, folder.to_owned())
}

fn title(window: &Window) -> String {
    state(window).tab().title()
}

#[test]
fn several_orders_are_open_beside_each_other() {
    let mut window = Window::open(Lang::En);
    press(&mut window, CTRL, Key::D);
    let number = window.label("outOrderNo");
    window.retype(&number, "second");
    assert_eq!(open(&window).len(), 2);
    assert!(window.signed().data().contains("second"));

    press(&mut window, CTRL, Key::Tab);
    assert_eq!(title(&window), "out_order_test_123456");
    assert!(window.signed().data().contains("out_order_test_123456"));
    press(&mut window, CTRL_SHIFT, Key::Tab);
    assert_eq!(window.typed(&number), "second");

    window.click("Close second");
    assert!(window.shows("Closed second"));
    assert_eq!(title(&window), "out_order_test_123456");
    window.click("Undo: Closed second");
    assert_eq!(window.typed(&number), "second");
    press(&mut window, CTRL, Key::W);
    press(&mut window, CTRL_SHIFT, Key::T);
    assert_eq!(window.typed(&number), "second");
}

#[test]
fn a_tab_keeps_what_is_shown_of_it() {
    let mut window = Window::open(Lang::En);
    window.click("JS call");
    press(&mut window, CTRL, Key::D);
    window.click("byteAuthorization");
    let signed = window.signed();
    press(&mut window, CTRL, Key::Tab);
    assert!(window.shows("Copy JS call"));
    press(&mut window, CTRL, Key::Tab);
    assert!(window.shows("Copy byteAuthorization"));
    assert_eq!(window.signed(), signed, "nothing was signed anew");
}

#[test]
fn edits_are_taken_back_and_done_again_through_page_switches() {
    let mut window = Window::open(Lang::En);
    let before = window.signed().data().to_owned();
    let (number, name) = (window.label("outOrderNo"), window.label("skuList.title"));
    window.retype(&number, "one");
    window.pass(2);
    window.retype(&name, "two");
    let after = window.signed().data().to_owned();

    window.click("Keys");
    press(&mut window, CTRL, Key::Z);
    assert_eq!(window.signed().data(), after, "another page has no order");
    window.click("Compose");
    press(&mut window, CTRL, Key::Z);
    assert!(window.signed().data().contains("\"one\"") && window.shows("one (not saved)"));
    press(&mut window, CTRL, Key::Z);
    assert_eq!(window.signed().data(), before);
    press(&mut window, CTRL, Key::Y);
    press(&mut window, CTRL_SHIFT, Key::Z);
    assert_eq!(window.signed().data(), after);
    press(&mut window, CTRL, Key::Y);
    assert!(window.shows("Nothing to redo"));
}

#[test]
fn what_a_button_takes_out_is_had_back() {
    let mut window = Window::open(Lang::En);
    let before = window.signed().data().to_owned();
    window.click("+ Add item");
    window.pass(2);
    window.click(&Lang::En.fill("sku.remove", &[("place", "1")]));
    assert!(!window.signed().data().contains("abcd"));
    press(&mut window, CTRL, Key::Z);
    press(&mut window, CTRL, Key::Z);
    assert_eq!(window.signed().data(), before);
}

#[test]
fn an_order_is_saved_to_its_file_and_opened_again_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.json");
    let mut window = Window::open(Lang::En);
    let number = window.label("outOrderNo");
    window.retype(&number, "saved");
    window.choose(Some(file.clone()));
    press(&mut window, CTRL, Key::S);
    let data = window.signed().data().to_owned();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), data);
    assert_eq!(title(&window), "mine.json");
    assert!(!state(&window).tab().is_edited());

    window.retype(&number, "saved_again");
    assert!(window.shows("mine.json (not saved)"));
    press(&mut window, CTRL, Key::S);
    assert!(
        std::fs::read_to_string(&file)
            .unwrap()
            .contains("saved_again")
    );

    let mut other = Window::open(Lang::En);
    other.choose(Some(file));
    press(&mut other, CTRL, Key::O);
    assert_eq!(other.signed().data(), window.signed().data());
    assert_eq!(open(&other).len(), 1, "it takes the place of the example");
    press(&mut other, CTRL, Key::O);
    assert_eq!(open(&other).len(), 1, "it is open already");
}

#[test]
fn a_file_that_another_program_has_changed_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.json");
    let mut window = Window::open(Lang::En);
    window.choose(Some(file.clone()));
    press(&mut window, CTRL, Key::S);

    let theirs = "{\"outOrderNo\":\"theirs\"}";
    std::fs::write(&file, theirs).unwrap();
    let number = window.label("outOrderNo");
    window.retype(&number, "mine");
    press(&mut window, CTRL, Key::S);
    assert!(window.shows("Another program has changed this file"));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), theirs);

    window.click("Reload");
    assert_eq!(window.signed().data(), theirs);
    press(&mut window, CTRL, Key::Z);
    assert!(window.signed().data().contains("mine"), "nothing is lost");
    press(&mut window, CTRL, Key::S);
    assert!(std::fs::read_to_string(&file).unwrap().contains("mine"));
}

#[test]
fn saving_twice_in_a_row_is_no_change_by_others() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.json");
    let mut window = Window::open(Lang::En);
    window.choose(Some(file.clone()));
    press(&mut window, CTRL, Key::S);
    let number = window.label("outOrderNo");
    window.retype(&number, "twice");
    for _ in 0..3 {
        window.harness.key_press_modifiers(CTRL, Key::S);
        let back = eframe::egui::Event::WindowFocused(true);
        window.harness.event(back);
        window.harness.step();
    }
    window.step();
    assert!(!state(&window).tab().has_changed_outside && !state(&window).tab().is_edited());
    assert!(std::fs::read_to_string(&file).unwrap().contains("twice"));
}

#[test]
fn a_change_outside_is_noticed_when_the_window_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.json");
    let mut window = Window::open(Lang::En);
    window.choose(Some(file.clone()));
    press(&mut window, CTRL, Key::S);
    std::fs::write(&file, "{}").unwrap();
    let back = eframe::egui::Event::WindowFocused(true);
    window.harness.event(back);
    window.step();
    assert!(window.shows("Another program has changed this file"));
    window.click("Overwrite with what is here");
    assert!(!window.shows("Another program has changed this file"));
    assert!(std::fs::read_to_string(&file).unwrap().contains("abcd"));
}

#[test]
fn what_is_open_comes_back_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kept_in(folder.path());
    let number = window.label("outOrderNo");
    window.retype(&number, "first");
    press(&mut window, CTRL, Key::D);
    window.retype(&number, "second");
    window.click("Compose");
    window.paste("{ \"outOrderNo\":\"pretty\",\n \"totalAmount\":1.0 }");
    window.pass(1);
    press(&mut window, CTRL_SHIFT, Key::Tab);
    window.pass(1);
    let before = open(&window);
    // As after a power cut: nothing is done at the end.
    std::mem::forget(window);

    let copy = kept_in(folder.path());
    assert_eq!(open(&copy).len(), 1, "the other copy seems to run");
    let copied = tempfile::tempdir().unwrap();
    std::fs::copy(folder.path().join("0.json"), copied.path().join("0.json")).unwrap();
    let mut again = kept_in(copied.path());
    assert_eq!(open(&again), before);
    assert_eq!(title(&again), "second");
    assert!(window_is_signed(&again));

    // Without the switch nothing is kept.
    let menu = again.text("menu.settings");
    again.click(&menu);
    again
        .harness
        .get_by_role_and_label(Role::CheckBox, "Keep open orders")
        .click();
    again.pass(2);
    let kept = std::fs::read_to_string(copied.path().join("0.json")).unwrap();
    assert!(!kept.contains("second"), "{kept}");
}

fn window_is_signed(window: &Window) -> bool {
    window.signed().data().contains("second")
}

#[test]
fn a_private_key_in_an_order_is_kept_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kept_in(folder.path());
    let name = window.label("skuList.title");
    window.retype(
        &name,
        "-----BEGIN PRIVATE KEY----- MIIEvQIBADANBgkqhkiG9w0B",
    );
    window.pass(2);
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        assert!(!text.contains("MIIEvQ"), "{text}");
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_said_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kept_in(folder.path());
    // Whoever runs the tests may write everywhere: the folder is gone instead.
    std::fs::remove_dir_all(folder.path()).unwrap();
    let number = window.label("outOrderNo");
    window.retype(&number, "a");
    window.pass(2);
    assert!(window.shows("could not be kept"));
}

#[test]
fn new_orders_have_a_number_of_their_own_and_are_copied_with_one_key() {
    let mut window = Window::open(Lang::En);
    press(&mut window, CTRL, Key::N);
    let number = window.label("outOrderNo");
    let first = window.typed(&number);
    assert!(first.starts_with("1760000000_"), "{first}");
    window.pass(1);
    press(&mut window, CTRL, Key::Enter);
    let second = window.typed(&number);
    assert!(
        second != first && second.starts_with("1760000001_"),
        "{second}"
    );
    assert!(window.signed().data().contains(&second));
    assert!(window.shows("Copied data + byteAuthorization"));
}

#[test]
fn the_menus_do_what_their_shortcuts_do() {
    let mut window = Window::open(Lang::En);
    window.choose_in("menu.file", "document.duplicate");
    assert_eq!(open(&window).len(), 2);
    window.choose_in("menu.view", "document.previous");
    window.choose_in("menu.file", "document.example");
    assert_eq!(open(&window).len(), 2, "an untouched one gives way");
    window.choose_in("menu.edit", "order_number.renew");
    assert!(title(&window).starts_with("out_order_test_1760000000"));
    window.choose_in("menu.edit", "edit.undo");
    assert_eq!(title(&window), "out_order_test_123456");
}

#[test]
fn files_that_were_opened_are_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let file: PathBuf = folder.path().join("mine.json");
    std::fs::write(&file, "{\"outOrderNo\":\"x\"}").unwrap();
    let settings = folder.path().join("settings.json");
    let size = Vec2::new(1180.0, 760.0);
    let mut window = Window::open_with(Lang::En, Some(settings.clone()), size);
    window.choose(Some(file));
    press(&mut window, CTRL, Key::O);
    window.pass(3);

    let mut again = Window::open_with(Lang::En, Some(settings), size);
    again.click("File");
    again.click("Open recent");
    let buttons = again.harness.query_all_by_role(Role::Button);
    let names: Vec<_> = buttons
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert!(names.iter().any(|name| name == "mine.json"), "{names:?}");
    again.click("mine.json");
    assert_eq!(title(&again), "mine.json");
}

#[test]
fn what_is_pasted_in_the_wrong_place_is_offered_where_it_belongs() {
    let mut window = Window::open(Lang::En);
    let report = "requestOrder:fail errNo 11004";
    window.paste(report);
    assert!(window.shows("What was pasted is for the page Errors"));
    assert_eq!(open(&window).len(), 1, "nothing was replaced");
    window
        .harness
        .get_all_by_role(Role::Button)
        .find(|node| {
            let name = node.accesskit_node().label();
            name.is_some_and(|name| name.starts_with("Open there: "))
        })
        .unwrap()
        .click();
    window.step();
    assert_eq!(state(&window).page, Page::Errors);
    assert_eq!(state(&window).errors.text, report);

    window.click("History");
    window.paste("{\"outOrderNo\":\"pasted\",\"skuList\":[]}");
    assert!(window.shows("What was pasted is for the page Compose"));
    window.paste("good morning");
    assert!(window.shows("What was pasted is not understood"));
}

#[test]
fn copies_are_read_back_and_reach_no_field() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kept_in(folder.path());
    let number = window.label("outOrderNo");
    window.retype(&number, "one");
    let copied = window.copied_by("Copy data");
    window.harness.step();
    window.paste(&copied);
    assert!(!window.shows("The clipboard holds something else"));
    assert_eq!(window.typed(&number), "one", "it is no paste of the user");

    // Twice in a row: the first answer is of no use, and reaches no field either.
    window.copied_by("Copy data");
    window.click("Copy data");
    let answers = ["the first", "by another program"];
    let answers = answers.map(|text| Event::Paste(text.to_owned()));
    for answer in answers {
        window.harness.event(answer);
    }
    window.step();
    assert!(window.shows("The clipboard holds something else"));
    assert_eq!(window.typed(&number), "one");

    window.copied_by("Copy data");
    for _ in 0..4 {
        window.step();
    }
    assert!(window.shows("The clipboard cannot be read back"));
}

#[test]
fn of_several_orders_the_first_is_taken_and_that_is_said() {
    let (one, other) = (
        r#"{"outOrderNo":"one_1","skuList":[]}"#,
        r#"{"outOrderNo":"two_2"}"#,
    );
    for text in [format!("[{one},{other}]"), format!("{one}\n{other}\n{one}")] {
        let mut window = Window::open(Lang::En);
        window.paste(&text);
        assert!(window.shows("2 orders stand in this text"), "{text}");
        let number = window.label("outOrderNo");
        assert_eq!(window.typed(&number), "one_1");
    }
}
