//! In: the machine and the program. Out: a dialog with version, shortcuts and what a report of a
//! fault should name; no secrets are in it.

use std::fmt::Write as _;

use eframe::egui::{Grid, Id, Key, Label, Modal, RichText, ScrollArea, Ui, Vec2};

use crate::core::platform::DOCUMENTS_READ;
use crate::texts::Lang;

use super::actions;
use super::command::{Command, MENUS_KEY, shortcut_text};
use super::state::{Asked, State};
use super::theme::Palette;
use super::widgets::parts::{primary_button, title};

/// Draws the dialog, while it is open.
pub fn ui(ui: &mut Ui, state: &mut State, out: &mut Vec<Command>) {
    if state.asked != Some(Asked::Help) {
        return;
    }

    let lang = state.lang;
    let shown = Modal::new(Id::unique("help")).show(ui, |ui| {
        ui.set_width(460.0);
        let version = [("version", env!("CARGO_PKG_VERSION"))];
        ui.label(title(lang.fill("help.version", &version)));
        let palette = Palette::of(ui);
        let read = lang.fill("help.documents", &[("date", DOCUMENTS_READ)]);
        for text in [lang.text("help.about").into_owned(), read] {
            let text = RichText::new(text).small().color(palette.weak);
            ui.add(Label::new(text).wrap());
        }
        ui.separator();
        ui.label(title(lang.text("help.shortcuts")));
        let room = ui.ctx().content_rect().height() - 260.0;
        let room = room.clamp(80.0, 420.0);
        ScrollArea::vertical()
            .max_height(room)
            .min_scrolled_height(room)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                scroll_by_keys(ui, room);
                shortcuts(ui, lang);
            });
        ui.horizontal(|ui| {
            let copy = primary_button(ui, lang.text("help.copy"));
            if ui
                .add(copy)
                .on_hover_text(lang.text("help.copy_hover"))
                .clicked()
            {
                let text = diagnostics(ui, state);
                out.push(Command::CopyText(text, "help.diagnostics"));
            }
            ui.button(lang.text("help.close")).clicked()
        })
        .inner
    });
    if shown.inner || shown.should_close() {
        state.asked = None;
    }
}

/// Nothing in the list has the keyboard: arrows and page keys move it all the same.
fn scroll_by_keys(ui: &Ui, page: f32) {
    const LINE: f32 = 24.0;
    let keys = [
        (Key::ArrowUp, LINE),
        (Key::ArrowDown, -LINE),
        (Key::PageUp, page),
        (Key::PageDown, -page),
    ];
    for (key, distance) in keys {
        if ui.input(|input| input.key_pressed(key)) {
            ui.scroll_with_delta(Vec2::new(0.0, distance));
        }
    }
}

/// What has a shortcut, as it stands in the menus.
fn shortcuts(ui: &mut Ui, lang: Lang) {
    let named = actions::all().filter_map(|action| {
        let shortcut = shortcut_text(&action.command, ui)?;
        Some((action.key, shortcut))
    });
    let named: Vec<_> = named.collect();
    Grid::new("shortcuts").num_columns(2).show(ui, |ui| {
        for (key, shortcut) in named {
            ui.label(lang.text(key));
            ui.monospace(shortcut);
            ui.end_row();
        }
        ui.label(lang.text("menu.by_keyboard"));
        ui.monospace(MENUS_KEY.name());
        ui.end_row();
    });
}

/// What a report of a fault should name: nothing of orders, keys or folders.
fn diagnostics(ui: &Ui, state: &State) -> String {
    let size = ui.ctx().content_rect().size();
    let mut text = String::new();
    let mut line = |name: &str, value: String| {
        // Writing into a text cannot fail.
        let _ = writeln!(text, "{name}: {value}");
    };
    line("tt-order-builder", env!("CARGO_PKG_VERSION").to_owned());
    line("documents read", DOCUMENTS_READ.to_owned());
    line(
        "system",
        format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
    );
    line("language", state.lang.tag().to_owned());
    line("theme", format!("{:?}", state.theme));
    line("window", format!("{} x {} points", size.x, size.y));
    let (scale, zoom) = (ui.ctx().pixels_per_point(), ui.ctx().zoom_factor());
    line("pixels per point", format!("{scale} (zoom {zoom})"));
    line("page", state.page.key().to_owned());
    line("documents", state.workspace.tabs().len().to_string());
    line("profiles", state.ring.profiles().len().to_string());
    line("keys", state.ring.entries().len().to_string());
    line("keeps drafts", state.keeps_drafts.to_string());
    line("keeps history", state.keeps_history.to_string());
    text
}
