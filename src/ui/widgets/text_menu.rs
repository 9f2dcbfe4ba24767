//! In: the text field that has the keyboard. Out: what every text field does: its text is selected
//! when Tab leads to it, and the right button opens a menu.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    Button, Context, Id, Key, KeyboardShortcut, Modifiers, Popup, TextEdit, Ui, ViewportCommand,
};

use super::{focus, parts};
use crate::texts::Lang;

/// Points that one line of text has at most, with the frame around it.
const ONE_LINE: f32 = 40.0;

/// A text field, and what is selected in it.
#[derive(Clone, Copy)]
struct Selection {
    field: Id,
    range: CCursorRange,
}

/// Follows the text field that has the keyboard; called when everything is drawn.
pub fn follow(ctx: &Context, lang: Lang) {
    let focused = ctx.memory(eframe::egui::Memory::focused);
    let selection = focused.and_then(|field| selection(ctx, field));
    let (id, pressed) = (
        Id::unique("selection before"),
        // Pressed and released may be told in one frame.
        ctx.input(|input| {
            let pointer = &input.pointer;
            pointer.secondary_down() || pointer.secondary_pressed() || pointer.secondary_released()
        }),
    );
    let before: Option<Selection> = ctx.data(|data| data.get_temp(id));

    let kept = match (selection, before) {
        (None, _) => None,
        (Some(now), None) => Some(arrived(ctx, now)),
        (Some(now), Some(before)) if now.field != before.field => Some(arrived(ctx, now)),
        // The right button moves the cursor, but what is selected is what its menu is for.
        (Some(now), Some(before)) if pressed && before.range.contains(now.range) => {
            Some(select(ctx, before))
        }
        (Some(now), Some(_)) => Some(now),
    };
    note(ctx, id, kept);
    menu(ctx, kept, lang);
}

/// A field has got the keyboard: what has come there by Tab replaces what stands in a line; in a
/// text of several lines one walks.
fn arrived(ctx: &Context, now: Selection) -> Selection {
    let is_line = || {
        let field = ctx.read_response(now.field);
        field.is_some_and(|field| field.rect.height() <= ONE_LINE)
    };
    if focus::is_by_tab(ctx) && is_line() {
        return select(ctx, all(now.field));
    }
    now
}

fn selection(ctx: &Context, field: Id) -> Option<Selection> {
    let state = TextEdit::load_state(ctx, field)?;
    let range = state.cursor.char_range().unwrap_or_default();
    Some(Selection { field, range })
}

/// All of a field's text, however long it is.
fn all(field: Id) -> Selection {
    let range = CCursorRange::two(CCursor::new(0), CCursor::new(usize::MAX));
    Selection { field, range }
}

/// Selects all of a field's text, so that what is typed replaces it.
pub fn select_all(ctx: &Context, field: Id) {
    select(ctx, all(field));
}

/// Notes that a field is only to be read.
pub fn read_only(ctx: &Context, field: Id) {
    ctx.data_mut(|data| data.insert_temp(field.with("read only"), true));
}

fn select(ctx: &Context, selection: Selection) -> Selection {
    let mut state = TextEdit::load_state(ctx, selection.field).unwrap_or_default();
    state.cursor.set_char_range(Some(selection.range));
    state.store(ctx, selection.field);
    selection
}

fn note(ctx: &Context, id: Id, selection: Option<Selection>) {
    ctx.data_mut(|data| {
        data.remove::<Selection>(id);
        if let Some(selection) = selection {
            data.insert_temp(id, selection);
        }
    });
}

/// What the menu of a text field offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Cut,
    Copy,
    Paste,
    SelectAll,
}

impl Entry {
    const ALL: [(Self, &'static str, Key); 4] = [
        (Self::Cut, "text_menu.cut", Key::X),
        (Self::Copy, "text_menu.copy", Key::C),
        (Self::Paste, "text_menu.paste", Key::V),
        (Self::SelectAll, "text_menu.select_all", Key::A),
    ];
}

/// Draws the menu of the field in which the right button was pressed last.
fn menu(ctx: &Context, in_front: Option<Selection>, lang: Lang) {
    let id = Id::unique("selection of menu");
    let (pressed, released) = ctx.input(|input| {
        let pointer = &input.pointer;
        (pointer.secondary_pressed(), pointer.secondary_released())
    });
    if pressed {
        note(ctx, id, in_front);
    }
    let Some(selection) = ctx.data(|data| data.get_temp::<Selection>(id)) else {
        return;
    };
    // To read a field takes the keyboard from it where something else is clicked.
    let popup = Id::unique("menu of field");
    let is_open = Popup::is_id_open(ctx, popup);
    if !is_open && !released {
        return;
    }
    let Some(field) = ctx.read_response(selection.field) else {
        return;
    };
    let mut chosen = None;
    let menu = Popup::context_menu(&field).id(popup);
    menu.show(|ui| chosen = entries(ui, selection, lang));
    if let Some(entry) = chosen {
        perform(ctx, entry, selection);
    }
}

fn entries(ui: &mut Ui, selection: Selection, lang: Lang) -> Option<Entry> {
    let id = selection.field.with("read only");
    let is_fixed = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    let is_empty = selection.range.is_empty();
    let mut chosen = None;
    for (entry, name, key) in Entry::ALL {
        let shortcut = KeyboardShortcut::new(Modifiers::COMMAND, key);
        let button =
            Button::new(lang.text(name)).shortcut_text(ui.ctx().format_shortcut(&shortcut));
        let is_possible = match entry {
            Entry::Cut => !is_empty && !is_fixed,
            Entry::Copy => !is_empty,
            Entry::Paste => !is_fixed,
            Entry::SelectAll => true,
        };
        let button = ui.add_enabled(is_possible, button);
        if parts::chosen(ui, &button) {
            chosen = Some(entry);
        }
    }
    chosen
}

/// Gives the field its keyboard and selection back, and does it there.
fn perform(ctx: &Context, entry: Entry, selection: Selection) {
    ctx.memory_mut(|memory| memory.request_focus(selection.field));
    let (selection, command) = match entry {
        Entry::Cut => (selection, Some(ViewportCommand::RequestCut)),
        Entry::Copy => (selection, Some(ViewportCommand::RequestCopy)),
        Entry::Paste => (selection, Some(ViewportCommand::RequestPaste)),
        Entry::SelectAll => (all(selection.field), None),
    };
    select(ctx, selection);
    if let Some(command) = command {
        ctx.send_viewport_cmd(command);
    }
}
