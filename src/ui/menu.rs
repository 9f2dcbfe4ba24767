//! In: the state. Out: the menus, each entry with the shortcut that does the same; the keys that
//! walk through them.

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{Button, FocusDirection, Id, Key, Modifiers, Popup, Response, Ui};

use crate::texts::Lang;

use super::actions::{self, Menu, THEMES};
use super::command::{Command, HistoryCommand, shortcut_text};
use super::pages::compose::{templates, toolbar};
use super::state::{Asked, State};
use super::widgets::arrows;

/// Draws the menus in a row.
pub fn ui(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    let bar = Menu::ALL.map(|menu| {
        let shown = ui.menu_button(state.lang.text(menu.key()), |ui| {
            let entries = entries(ui, menu, state, out);
            walk_entries(ui, &entries);
        });
        shown.response
    });
    walk_bar(ui, &bar);
}

/// Draws what stands in a menu; the responses are those of what can be chosen.
fn entries(ui: &mut Ui, menu: Menu, state: &State, out: &mut Vec<Command>) -> Vec<Response> {
    let mut entries = Vec::new();
    for (place, group) in menu.groups().into_iter().enumerate() {
        if place > 0 {
            ui.separator();
        }
        for action in group {
            entries.push(item(ui, state, action.key, action.command, out));
        }
        if menu == Menu::File && place == 0 {
            entries.extend(beginnings(ui, state, out));
        }
    }
    entries.retain(Response::enabled);
    entries
}

/// The menus within the menu: what an order can begin with.
fn beginnings(ui: &mut Ui, state: &State, out: &mut Vec<Command>) -> [Response; 2] {
    let new = ui.menu_button(state.lang.text("template.menu_new"), |ui| {
        templates::menu(ui, &state.compose.templates, state.lang, out);
    });
    let recent = ui.add_enabled_ui(!state.recent.is_empty(), |ui| {
        let recent = ui.menu_button(state.lang.text("document.recent"), |ui| {
            toolbar::recent(ui, &state.recent, out);
        });
        recent.response
    });
    [new.response, recent.inner]
}

fn item(
    ui: &mut Ui,
    state: &State,
    key: &str,
    command: Command,
    out: &mut Vec<Command>,
) -> Response {
    let shortcut = shortcut_text(&command, ui).unwrap_or_default();
    let is_shown = matches!(command, Command::Show(page) if page == state.page);
    let button = Button::selectable(is_shown, state.lang.text(key)).shortcut_text(shortcut);
    let button = ui.add_enabled(actions::is_possible(&command, state), button);
    if button.clicked() {
        out.push(command);
    }
    button
}

/// Opens the first menu by F10 as elsewhere, and the one beside the open one by an arrow.
fn walk_bar(ui: &Ui, bar: &[Response]) {
    // A dialog has the keyboard for itself.
    if ui.memory(|memory| memory.top_modal_layer().is_some()) {
        return;
    }

    let popup = |response: &Response| Popup::default_response_id(response);
    let open = bar.iter().position(|one| Popup::is_id_open(ui, popup(one)));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::F10) {
        match (open, bar.first()) {
            (Some(open), _) => Popup::close_id(ui, popup(&bar[open])),
            (None, Some(first)) => open_by_key(ui, first),
            (None, None) => {}
        }
        return;
    }

    let Some(open) = open else { return };
    let step = usize::from(pressed(Key::ArrowRight))
        + (bar.len() - 1) * usize::from(pressed(Key::ArrowLeft));
    if step > 0 {
        open_by_key(ui, &bar[(open + step) % bar.len()]);
    }
}

/// Where it is noted that a menu was opened by a key: its first entry gets the keyboard.
fn by_key() -> Id {
    Id::unique("menu by key")
}

fn open_by_key(ui: &Ui, menu: &Response) {
    Popup::open_id(ui, Popup::default_response_id(menu));
    ui.data_mut(|data| data.insert_temp(by_key(), true));
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    ui.request_repaint();
}

/// Leads the keyboard up and down a menu.
fn walk_entries(ui: &Ui, entries: &[Response]) {
    let is_new = ui.data(|data| data.get_temp::<bool>(by_key()));
    let focused = entries.iter().position(Response::has_focus);
    let next = match (is_new, focused) {
        // While its size is found out nothing in it can have the keyboard: it is offered again.
        (Some(true), None) => Some(0),
        (Some(true), Some(_)) => {
            ui.data_mut(|data| data.remove_temp::<bool>(by_key()));
            None
        }
        _ => arrows::walk(ui, focused, entries.len()),
    };
    if let Some(entry) = next.and_then(|place| entries.get(place)) {
        entry.request_focus();
    }
}

/// Language and theme.
pub fn settings(ui: &mut Ui, state: &mut State, out: &mut Vec<Command>) {
    let name = state.lang.text("menu.settings");
    let button = Button::new("⚙").frame(false);
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
        for lang in Lang::ALL {
            let button = Button::selectable(state.lang == lang, lang.name());
            if ui.add(button).clicked() {
                out.push(Command::SetLanguage(lang));
            }
        }

        ui.separator();
        for (choice, key) in THEMES {
            let button = Button::selectable(state.theme == choice, state.lang.text(key));
            if ui.add(button).clicked() {
                out.push(Command::SetTheme(choice));
            }
        }

        ui.separator();
        let mut keeps = state.keeps_drafts;
        let label = state.lang.text("settings_menu.keep_drafts");
        let about = state.lang.text("settings_menu.keep_drafts_about");
        if ui
            .checkbox(&mut keeps, label)
            .on_hover_text(about)
            .changed()
        {
            out.push(Command::KeepDrafts(keeps));
        }
        let mut keeps = state.keeps_history;
        let label = state.lang.text("settings_menu.keep_history");
        let about = state.lang.text("settings_menu.keep_history_about");
        if ui
            .checkbox(&mut keeps, label)
            .on_hover_text(about)
            .changed()
        {
            out.push(Command::History(HistoryCommand::Keep(keeps)));
        }
    });
    if state.asked == Some(Asked::Settings) {
        state.asked = None;
        // What is typed now is not for the field behind.
        ui.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
        Popup::open_id(ui, Popup::default_response_id(&response));
    }
    response.on_hover_text(&*name).accessible_name(&*name);
}
