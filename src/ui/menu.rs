//! In: the state. Out: the menus, each entry with the shortcut that does the same; the keys that
//! walk through them.

use eframe::egui::containers::menu::{MenuButton, MenuState};
use eframe::egui::{
    Button, Context, Event, FocusDirection, Id, Key, Modifiers, Plugin, Popup, RawInput, Ui,
};

use crate::texts::Lang;

use super::actions::{self, Menu, THEMES};
use super::command::{Command, HistoryCommand, MENUS_KEY, shortcut_text};
use super::pages::compose::{templates, toolbar};
use super::state::{Asked, State};
use super::widgets::focus::{self, ARROWS};
use super::widgets::parts;

/// A menu of the bar: its button, and what opens under it.
#[derive(Clone, Copy)]
struct Place {
    button: Id,
    popup: Id,
}

/// The menus of the bar.
type Bar = [Place; Menu::ALL.len()];

/// Draws the menus in a row.
pub fn ui(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    let before: Option<Bar> = ui.data(|data| data.get_temp(bar_id()));
    if let Some(bar) = before {
        walk(ui, &bar);
    }
    let bar = Menu::ALL.map(|menu| {
        let shown = ui.menu_button(state.lang.text(menu.key()), |ui| {
            entries(ui, menu, state, out);
        });
        Place {
            button: shown.response.id,
            popup: Popup::default_response_id(&shown.response),
        }
    });
    ui.data_mut(|data| data.insert_temp(bar_id(), bar));
}

/// Where it is noted which menus the bar has.
fn bar_id() -> Id {
    Id::unique("menu bar")
}

/// Draws what stands in a menu.
fn entries(ui: &mut Ui, menu: Menu, state: &State, out: &mut Vec<Command>) {
    for (place, group) in menu.groups().into_iter().enumerate() {
        if place > 0 {
            ui.separator();
        }
        for action in group {
            item(ui, state, action.key, action.command, out);
        }
        if menu == Menu::File && place == 0 {
            beginnings(ui, state, out);
        }
    }
}

/// The menus within the menu: what an order can begin with.
fn beginnings(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    let new = ui.menu_button(state.lang.text("template.menu_new"), |ui| {
        templates::menu(ui, &state.compose.templates, state.lang, out);
    });
    let recent = ui.add_enabled_ui(!state.recent.is_empty(), |ui| {
        let recent = ui.menu_button(state.lang.text("document.recent"), |ui| {
            toolbar::recent(ui, &state.recent, out);
        });
        recent.response.id
    });
    let inner = [new.response.id, recent.inner];
    ui.data_mut(|data| data.insert_temp(inner_menus(), inner));
}

/// Where it is noted which entries open a menu of their own.
fn inner_menus() -> Id {
    Id::unique("menus in the menu")
}

fn item(ui: &mut Ui, state: &State, key: &str, command: Command, out: &mut Vec<Command>) {
    let shortcut = shortcut_text(&command, ui).unwrap_or_default();
    let name = state.lang.text(key);
    // Only of pages one is chosen.
    let button = match command {
        Command::Show(page) => Button::selectable(page == state.page, name),
        _ => Button::new(name),
    };
    let is_possible = actions::is_possible(&command, state);
    let button = ui.add_enabled(is_possible, button.shortcut_text(shortcut));
    if parts::chosen(ui, &button) {
        out.push(command);
    }
}

/// Opens and closes the menus by F10, and the one beside the open one by an arrow; what is inside
/// of them is walked by itself.
fn walk(ui: &Ui, bar: &[Place]) {
    let had = Id::unique("had the keyboard before the menus");
    let open = bar.iter().find(|one| Popup::is_id_open(ui, one.popup));
    let Some(open) = open.copied() else {
        give_back(ui, bar, had);
        // A dialog has the keyboard for itself.
        let has_dialog = ui.memory(|memory| memory.top_modal_layer().is_some());
        if !has_dialog && is_pressed(ui, MENUS_KEY) {
            if let Some(focused) = ui.memory(eframe::egui::Memory::focused) {
                ui.data_mut(|data| data.insert_temp(had, focused));
            }
            open_by_key(ui, bar[0]);
        }
        return;
    };

    if is_pressed(ui, MENUS_KEY) {
        return Popup::close_id(ui, open.popup);
    }
    // Within a menu in it the arrows lead in and out.
    if MenuState::from_id(ui, open.popup, |menu| menu.open_item.is_some()) {
        return;
    }
    let inner: Option<[Id; 2]> = ui.data(|data| data.get_temp(inner_menus()));
    let focused = ui.memory(eframe::egui::Memory::focused);
    let leads_in = inner.is_some_and(|inner| focused.is_some_and(|id| inner.contains(&id)));
    let place = bar.iter().position(|one| one.popup == open.popup);
    for (key, step) in [(Key::ArrowRight, 1), (Key::ArrowLeft, bar.len() - 1)] {
        // To the right of an entry with a menu of its own is that menu.
        let is_way_in = leads_in && key == Key::ArrowRight;
        if !is_way_in && is_pressed(ui, key) {
            let next = (place.unwrap_or(0) + step) % bar.len();
            open_by_key(ui, bar[next]);
        }
    }
}

/// Whether a key was pressed, alone; nobody else gets it then.
fn is_pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| input.modifiers.is_none() && input.consume_key(Modifiers::NONE, key))
}

/// Opens a menu; its button has the keyboard, from where the arrows lead into it.
fn open_by_key(ui: &Ui, menu: Place) {
    Popup::open_id(ui, menu.popup);
    focus::moved_by_key(ui);
    ui.memory_mut(|memory| {
        memory.move_focus(FocusDirection::None);
        memory.request_focus(menu.button);
    });
    ui.request_repaint();
}

/// Gives the keyboard back to what had it, where a menu was left without a choice.
fn give_back(ui: &Ui, bar: &[Place], had: Id) {
    let Some(before) = ui.data(|data| data.get_temp::<Id>(had)) else {
        return;
    };
    ui.data_mut(|data| data.remove::<Id>(had));
    let focused = ui.memory(eframe::egui::Memory::focused);
    if focused.is_none_or(|id| bar.iter().any(|one| one.button == id)) {
        ui.memory_mut(|memory| memory.request_focus(before));
    }
}

/// Takes the pointer away while menus are walked by keys, until it moves: the button that it rests
/// on would open its own menu. It is gone a frame later only, for which what was typed waits.
#[derive(Default)]
pub struct KeysFirst {
    later: Vec<Event>,
}

impl Plugin for KeysFirst {
    fn debug_name(&self) -> &'static str {
        "keys first"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let is_open = || {
            let bar = ctx.data(|data| data.get_temp::<Bar>(bar_id()));
            let mut menus = bar.into_iter().flatten();
            menus.any(|menu| Popup::is_id_open(ctx, menu.popup))
        };
        let walks = input.events.iter().any(|event| match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } if modifiers.is_none() => *key == MENUS_KEY || ARROWS.contains(key) && is_open(),
            _ => false,
        });
        if !self.later.is_empty() {
            input.events.splice(..0, self.later.drain(..));
        } else if walks && ctx.input(|input| input.pointer.has_pointer()) {
            self.later = std::mem::replace(&mut input.events, vec![Event::PointerGone]);
            ctx.request_repaint();
        }
    }
}

/// Language and theme.
pub fn settings(ui: &mut Ui, state: &mut State, out: &mut Vec<Command>) {
    let name = state.lang.text("menu.settings");
    let button = Button::new("⚙").frame(false);
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
        for lang in Lang::ALL {
            let button = Button::selectable(state.lang == lang, lang.name());
            let entry = ui.add(button);
            if parts::chosen(ui, &entry) {
                out.push(Command::SetLanguage(lang));
            }
        }

        ui.separator();
        for (choice, key) in THEMES {
            let button = Button::selectable(state.theme == choice, state.lang.text(key));
            let entry = ui.add(button);
            if parts::chosen(ui, &entry) {
                out.push(Command::SetTheme(choice));
            }
        }

        ui.separator();
        let mut keeps = state.keeps_drafts;
        let label = state.lang.text("settings_menu.keep_drafts");
        let about = state.lang.text("settings_menu.keep_drafts_about");
        if parts::checkbox(ui, &mut keeps, label)
            .on_hover_text(about)
            .changed()
        {
            out.push(Command::KeepDrafts(keeps));
        }
        let mut keeps = state.keeps_history;
        let label = state.lang.text("settings_menu.keep_history");
        let about = state.lang.text("settings_menu.keep_history_about");
        if parts::checkbox(ui, &mut keeps, label)
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
