//! In: a dialog that the system could not show. Out: the path, typed by hand.

use std::path::{Path, PathBuf};

use eframe::egui::{Button, Id, Key, Label, Modal, RichText, TextEdit, Ui};

use crate::texts::Lang;
use crate::ui::dialogs::Ask;

use super::answer::Then;
use super::command::Command;
use super::theme::Palette;
use super::widgets::parts::{checkbox, primary_button, title};
use super::widgets::text_menu;

/// Where a path is typed.
#[derive(Debug)]
pub struct PathDialog {
    ask: Ask,
    /// What the path is for.
    pub then: Then,
    path: String,
    overwrite: bool,
    /// Whether it was drawn before.
    is_shown: bool,
    /// Why the path cannot be used: key of the text.
    fault: Option<&'static str>,
}

impl PathDialog {
    /// Stands in for a dialog of the system.
    pub fn new(ask: Ask, then: Then) -> Self {
        Self {
            path: ask.file_name.clone(),
            ask,
            then,
            overwrite: false,
            is_shown: false,
            fault: None,
        }
    }
}

/// Draws the dialog, while it is open.
pub fn ui(ui: &mut Ui, dialog: &mut Option<PathDialog>, lang: Lang, out: &mut Vec<Command>) {
    let Some(open) = dialog else { return };
    let palette = Palette::of(ui);
    let shown = Modal::new(Id::unique("path dialog")).show(ui, |ui| {
        ui.set_width(520.0);
        ui.label(title(&*open.ask.title));
        ui.add(
            Label::new(
                RichText::new(lang.text("path_dialog.about"))
                    .small()
                    .color(palette.weak),
            )
            .wrap(),
        );

        let label = ui.label(lang.text("path_dialog.path"));
        let edit = TextEdit::singleline(&mut open.path).desired_width(f32::INFINITY);
        let edit = ui.add(edit).labelled_by(label.id);

        let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if !entered && ui.memory(|memory| memory.focused().is_none()) {
            edit.request_focus();
        }
        if !std::mem::replace(&mut open.is_shown, true) {
            text_menu::select_all(ui, edit.id);
        }
        if edit.changed() {
            open.fault = None;
        }
        if let Some(fault) = open.fault {
            let fault = RichText::new(lang.text(fault)).small().color(palette.error);
            ui.add(Label::new(fault).wrap());
        }
        if open.ask.is_to_save() {
            checkbox(ui, &mut open.overwrite, lang.text("path_dialog.overwrite"));
        }

        let path = open.path.trim().trim_matches('"');
        ui.horizontal(|ui| {
            let button = ui.add_enabled(
                !path.is_empty(),
                primary_button(ui, lang.text("path_dialog.use")),
            );
            let used = button
                .on_disabled_hover_text(lang.text("path_dialog.empty"))
                .clicked();
            if (used || entered) && !path.is_empty() {
                // What is mistyped is mended here, before the dialog goes.
                open.fault = fault_of(Path::new(path), open.ask.is_to_save(), open.overwrite);
                if open.fault.is_none() {
                    out.push(Command::UsePath(PathBuf::from(path), open.overwrite));
                }
            }

            ui.add(Button::new(lang.text("path_dialog.cancel")))
                .clicked()
        })
        .inner
    });
    // What was typed does not go with a click beside the dialog.
    let is_beside = shown.backdrop_response.clicked();
    if shown.inner || shown.should_close() && !is_beside {
        *dialog = None;
    }
}

/// Why nothing can be saved to a path, or read from it, as far as it can be seen: key of the text.
fn fault_of(path: &Path, is_to_save: bool, overwrite: bool) -> Option<&'static str> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if path.is_dir() {
        Some("path_dialog.is_folder")
    } else if is_to_save && folder.is_some_and(|folder| !folder.is_dir()) {
        Some("path_dialog.no_folder")
    } else if is_to_save && !overwrite && path.exists() {
        Some("path_dialog.exists")
    } else if !is_to_save && !path.exists() {
        Some("path_dialog.no_file")
    } else {
        None
    }
}
