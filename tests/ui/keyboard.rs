//! In: keys where others take the mouse, and the right button of that. Out: whether menus, lists
//! and text fields do what they do elsewhere.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Event, Key, Modifiers, OutputCommand, PointerButton, Vec2, ViewportCommand, ViewportId,
};
use egui_kittest::kittest::Queryable as _;
use tt_order_builder::texts::Lang;
use tt_order_builder::ui::page::Page;

use crate::documents::{CTRL, CTRL_SHIFT, press};
use crate::history::two_copied;
use crate::support::Window;

/// Types as the keyboard does, into whatever has it.
fn type_text(window: &mut Window, text: &str) {
    window.harness.event(Event::Text(text.to_owned()));
    window.step();
}

/// What the window asks the system for.
fn asked(window: &Window) -> Vec<ViewportCommand> {
    let output = &window.harness.output().viewport_output;
    output
        .get(&ViewportId::ROOT)
        .map(|viewport| viewport.commands.clone())
        .unwrap_or_default()
}

#[test]
fn menus_are_opened_and_walked_by_keys() {
    let mut window = Window::open(Lang::En);
    let number = window.label("outOrderNo");
    window.retype(&number, "mine_1");
    press(&mut window, Modifiers::NONE, Key::F10);
    assert!(
        window.shows("Duplicate in a new tab"),
        "the first menu is open"
    );
    // Its button has the keyboard: down to New, to the example, to Open…, and up to the example.
    for key in [Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::ArrowUp] {
        press(&mut window, Modifiers::NONE, key);
    }
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.typed(&number), "out_order_test_123456");
    assert!(!window.shows("Duplicate in a new tab"));

    // File, Edit, View: the second entry is the second page.
    press(&mut window, Modifiers::NONE, Key::F10);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.harness.state().state().page, Page::Verify);

    press(&mut window, Modifiers::NONE, Key::F10);
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert!(window.shows("Shortcuts and about…"), "round to the last");
    press(&mut window, Modifiers::NONE, Key::F10);
    assert!(!window.shows("Shortcuts and about…"));
}

#[test]
fn a_pointer_that_rests_on_another_menu_does_not_open_it() {
    let mut window = Window::open(Lang::En);
    window.harness.get_by_label("Edit").hover();
    window.step();
    press(&mut window, Modifiers::NONE, Key::F10);
    window.step();
    assert!(window.shows("Duplicate in a new tab"), "File is open");
    for key in [Key::ArrowDown, Key::ArrowDown, Key::Enter] {
        press(&mut window, Modifiers::NONE, key);
    }
    let number = window.label("outOrderNo");
    assert_eq!(
        window.typed(&number),
        "out_order_test_123456",
        "the example"
    );
}

#[test]
fn menus_within_a_menu_are_entered_and_left_by_arrows() {
    let mut window = Window::open(Lang::En);
    press(&mut window, Modifiers::NONE, Key::F10);
    for _ in 0..5 {
        press(&mut window, Modifiers::NONE, Key::ArrowDown);
    }
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert!(window.shows("Membership (402)"));
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert!(
        window.shows("Duplicate in a new tab"),
        "back in the first menu"
    );
    assert!(!window.shows("Membership (402)"));

    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(
        window.shows("Begin the order"),
        "a template asks for its blanks"
    );
    assert!(
        !window.shows("Duplicate in a new tab"),
        "all menus are closed"
    );
}

#[test]
fn leaving_the_menus_gives_the_keyboard_back() {
    let mut window = Window::open(Lang::En);
    let number = window.label("outOrderNo");
    let field = window
        .harness
        .get_by_role_and_label(Role::TextInput, &number);
    field.focus();
    window.step();
    let focused = |window: &Window| window.harness.ctx.memory(eframe::egui::Memory::focused);
    let before = focused(&window);
    assert!(before.is_some());
    for leave in [Key::F10, Key::Escape] {
        press(&mut window, Modifiers::NONE, Key::F10);
        assert_ne!(focused(&window), before);
        press(&mut window, Modifiers::NONE, leave);
        window.step();
        assert_eq!(focused(&window), before, "{leave:?}");
    }
}

#[test]
fn the_right_button_cuts_copies_and_pastes_what_is_selected() {
    let mut window = Window::open(Lang::En);
    let number = window.label("outOrderNo");
    window
        .harness
        .get_by_role_and_label(Role::TextInput, &number)
        .focus();
    window.step();
    press(&mut window, CTRL, Key::A);

    let field = |window: &Window| {
        let field = window
            .harness
            .get_by_role_and_label(Role::TextInput, &number);
        field.rect().left_center() + eframe::egui::vec2(30.0, 0.0)
    };
    let right_click = |window: &mut Window| {
        let pos = field(window);
        window.harness.event(Event::PointerMoved(pos));
        window.step();
        for pressed in [true, false] {
            window.harness.event(Event::PointerButton {
                pos,
                button: PointerButton::Secondary,
                pressed,
                modifiers: Modifiers::NONE,
            });
            window.harness.step();
        }
        window.step();
    };
    let entry = |window: &mut Window, name: &str| {
        let all = window.harness.query_all_by_label_contains(name);
        let node = all.last().unwrap_or_else(|| panic!("no {name}"));
        node.click();
        window.harness.step();
    };

    right_click(&mut window);
    entry(&mut window, "Copy Ctrl");
    assert!(asked(&window).contains(&ViewportCommand::RequestCopy));
    window.harness.event(Event::Copy);
    window.harness.step();
    let copied = &window.harness.output().platform_output.commands;
    let whole = OutputCommand::CopyText("out_order_test_123456".to_owned());
    assert!(copied.contains(&whole), "{copied:?}");
    window.step();

    right_click(&mut window);
    entry(&mut window, "Cut Ctrl");
    assert!(asked(&window).contains(&ViewportCommand::RequestCut));
    // The system answers: what was selected is still what is cut.
    window.harness.event(Event::Cut);
    window.step();
    assert_eq!(window.typed(&number), "");

    right_click(&mut window);
    entry(&mut window, "Paste Ctrl");
    assert!(asked(&window).contains(&ViewportCommand::RequestPaste));
    window.harness.event(Event::Paste("pasted_1".to_owned()));
    window.step();
    assert_eq!(window.typed(&number), "pasted_1");

    right_click(&mut window);
    entry(&mut window, "Select all Ctrl");
    window.step();
    type_text(&mut window, "x");
    assert_eq!(window.typed(&number), "x");
}

#[test]
fn tab_selects_a_line_and_walks_into_a_text() {
    let mut window = Window::open(Lang::En);
    let number = window.label("outOrderNo");
    let field = |window: &mut Window| {
        window
            .harness
            .get_by_role_and_label(Role::TextInput, &number)
            .focus();
        window.step();
    };
    field(&mut window);
    press(&mut window, Modifiers::NONE, Key::Tab);
    press(&mut window, Modifiers::SHIFT, Key::Tab);
    type_text(&mut window, "new_1");
    assert_eq!(window.typed(&number), "new_1");

    window.click("Errors");
    window.paste("one\ntwo");
    press(&mut window, Modifiers::NONE, Key::Tab);
    press(&mut window, Modifiers::SHIFT, Key::Tab);
    type_text(&mut window, "3");
    let text = &window.harness.state().state().errors.text;
    assert!(text.contains("one") && text.contains("two"), "{text}");
}

#[test]
fn arrows_walk_the_history_and_enter_opens() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = two_copied(folder.path());
    press(&mut window, CTRL, Key::F);
    let chosen = |window: &Window| {
        let page = &window.harness.state().state().history;
        page.entry().map(|entry| entry.order.order_no.clone())
    };
    assert_eq!(chosen(&window), None);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(chosen(&window).as_deref(), Some("second_1"));
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(chosen(&window).as_deref(), Some("out_order_test_123456"));
    // In the note they are its own.
    let note = window.text("history.note");
    window
        .harness
        .get_by_role_and_label(Role::TextInput, &note)
        .focus();
    window.step();
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(chosen(&window).as_deref(), Some("out_order_test_123456"));

    press(&mut window, CTRL, Key::F);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.harness.state().state().page, Page::Compose);
    assert!(window.signed().data().contains("out_order_test_123456"));
}

#[test]
fn a_typed_path_is_used_by_enter_and_not_lost_by_a_click_beside() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("order.json");
    let mut window = Window::open(Lang::En);
    window.without_dialogs();
    press(&mut window, CTRL, Key::S);
    window.retype("Path", file.to_str().unwrap());
    let pos = eframe::egui::pos2(5.0, 300.0);
    for pressed in [true, false] {
        window.harness.event(Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        window.step();
    }
    assert_eq!(window.typed("Path"), file.to_str().unwrap());
    window
        .harness
        .get_by_role_and_label(Role::TextInput, "Path")
        .focus();
    window.step();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.shows("Saved to"));
    assert!(file.exists());

    // It is not written over unasked, and nothing is said of options that commands have.
    window.without_dialogs();
    press(&mut window, CTRL_SHIFT, Key::S);
    window.retype("Path", file.to_str().unwrap());
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.shows("allow it to be replaced"));
    window.click("Cancel");

    window.without_dialogs();
    press(&mut window, CTRL, Key::O);
    window.retype("Path", "/nowhere/order.json");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.shows("There is no such file"));
    let typed = window.typed("Path");
    assert_eq!(typed, "/nowhere/order.json", "it can be mended");
    assert_eq!(window.harness.state().state().page, Page::Compose);
}

#[test]
fn tab_goes_from_left_to_right() {
    // So high that nothing scrolls.
    let mut window = Window::open_with(Lang::En, None, Vec2::new(1180.0, 2400.0));
    for page in ["page.compose", "page.keys", "page.sandbox", "page.history"] {
        window.click(&window.text(page));
        let mut before: Option<eframe::egui::Rect> = None;
        let mut in_rows = 0;
        for stop in 0..45 {
            press(&mut window, Modifiers::NONE, Key::Tab);
            let focused = window.harness.ctx.memory(eframe::egui::Memory::focused);
            let now = focused.and_then(|id| window.harness.ctx.read_response(id));
            let Some(now) = now.map(|now| now.rect) else {
                continue;
            };
            if let Some(before) = before {
                let same_row = (now.center().y - before.center().y).abs() < 6.0;
                in_rows += usize::from(same_row);
                let goes_left = same_row && now.left() < before.left() - 1.0;
                assert!(!goes_left, "{page}, stop {stop}: {before} to {now}");
            }
            before = Some(now);
        }
        assert!(in_rows > 4, "{page} has rows: {in_rows}");
    }
}
