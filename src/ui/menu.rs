//! In: the state. Out: the menus, each entry with the shortcut that does the same.

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{Button, Popup, Ui};

use crate::core::signing::Export;
use crate::store::ThemeChoice;
use crate::texts::Lang;

use super::command::{Command, DocumentCommand, HistoryCommand, Sought, shortcut_text};
use super::page::Page;
use super::pages::compose::{templates, toolbar};
use super::state::{Asked, State};

/// Draws the menus in a row.
pub fn ui(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    ui.menu_button(state.lang.text("menu.file"), |ui| file(ui, state, out));
    ui.menu_button(state.lang.text("menu.edit"), |ui| edit(ui, state, out));
    ui.menu_button(state.lang.text("menu.view"), |ui| view(ui, state, out));
    ui.menu_button(state.lang.text("menu.help"), |ui| help(ui, state, out));
}

fn file(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    let mut document = |ui: &mut Ui, key: &str, command: DocumentCommand, enabled: bool| {
        item(ui, state, key, Command::Document(command), enabled, out);
    };
    document(ui, "document.new", DocumentCommand::New, true);
    document(ui, "document.example", DocumentCommand::NewExample, true);
    document(ui, "document.open", DocumentCommand::Choose, true);
    ui.menu_button(state.lang.text("template.menu_new"), |ui| {
        templates::menu(ui, &state.compose.templates, state.lang, out);
    });
    ui.add_enabled_ui(!state.recent.is_empty(), |ui| {
        ui.menu_button(state.lang.text("document.recent"), |ui| {
            toolbar::recent(ui, &state.recent, out);
        });
    });

    ui.separator();
    let mut document = |ui: &mut Ui, key: &str, command: DocumentCommand, enabled: bool| {
        item(ui, state, key, Command::Document(command), enabled, out);
    };
    document(ui, "document.save", DocumentCommand::Save, true);
    document(ui, "document.save_as", DocumentCommand::SaveAs, true);
    document(ui, "document.duplicate", DocumentCommand::Duplicate, true);
    document(ui, "document.close", DocumentCommand::Close(None), true);
    let has_closed = !state.workspace.closed().is_empty();
    document(ui, "document.reopen", DocumentCommand::Reopen, has_closed);
}

fn edit(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    let undo = &state.tab().undo;
    let on_compose = state.page == Page::Compose;
    for (key, command, can) in [
        ("edit.undo", DocumentCommand::Undo, undo.can_undo()),
        ("edit.redo", DocumentCommand::Redo, undo.can_redo()),
    ] {
        let command = Command::Document(command);
        item(ui, state, key, command, can && on_compose, out);
    }

    ui.separator();
    let signed = state.tab().signature.signed.is_some();
    let copy = Command::Copy(Export::Answer);
    item(ui, state, "preview.copy_both", copy, signed, out);
    let renewed = Command::Document(DocumentCommand::RenewAndCopy);
    item(ui, state, "edit.renew_and_copy", renewed, signed, out);
    item(ui, state, "preview.renew", Command::Renew, signed, out);
    let number = Command::NewOrderNumber;
    item(ui, state, "order_number.renew", number, true, out);
}

fn view(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    for page in Page::ALL {
        let text = state.lang.text(page.key());
        let show = Command::Show(page);
        let button = Button::selectable(state.page == page, text)
            .shortcut_text(shortcut_text(&show, ui).unwrap_or_default());
        if ui.add(button).clicked() {
            out.push(show);
        }
    }

    ui.separator();
    for (key, command) in [
        ("document.next", DocumentCommand::Next),
        ("document.previous", DocumentCommand::Previous),
    ] {
        let several = state.workspace.tabs().len() > 1;
        item(ui, state, key, Command::Document(command), several, out);
    }
}

fn help(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    let find = Command::Find(Sought::Anything);
    item(ui, state, "finder.anything", find, true, out);
    item(ui, state, "menu.about", Command::ShowHelp, true, out);
}

fn item(
    ui: &mut Ui,
    state: &State,
    key: &str,
    command: Command,
    enabled: bool,
    out: &mut Vec<Command>,
) {
    let shortcut = shortcut_text(&command, ui).unwrap_or_default();
    let button = Button::new(state.lang.text(key)).shortcut_text(shortcut);
    if ui.add_enabled(enabled, button).clicked() {
        out.push(command);
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
        for (choice, key) in [
            (ThemeChoice::System, "theme.system"),
            (ThemeChoice::Light, "theme.light"),
            (ThemeChoice::Dark, "theme.dark"),
        ] {
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
