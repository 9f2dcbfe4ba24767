//! In: the compose page. Out: the buttons above the form, and the dialog that takes a text from
//! elsewhere.

use std::path::PathBuf;

use eframe::egui::{Button, Id, Label, Modal, RichText, ScrollArea, TextEdit, TextStyle, Ui};

use super::state::ComposePage;
use super::templates;
use crate::texts::Lang;
use crate::ui::command::{Command, DocumentCommand, shortcut_text};
use crate::ui::pages::view::View;
use crate::ui::theme::Palette;
use crate::ui::widgets::parts::{chosen, primary_button, title};
use crate::ui::widgets::{code_view, long_text};

/// Draws the buttons above the form.
pub fn ui(ui: &mut Ui, page: &mut ComposePage, view: View<'_>, out: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = [3.0, 4.0].into();
        ui.spacing_mut().button_padding.x = 5.0;
        let lang = view.lang;
        document(ui, lang, "toolbar.new", DocumentCommand::New, true, out);
        document(ui, lang, "toolbar.open", DocumentCommand::Choose, true, out);
        ui.add_enabled_ui(!view.recent.is_empty(), |ui| {
            ui.menu_button(lang.text("toolbar.recent"), |ui| {
                recent(ui, view.recent, out);
            });
        });
        ui.menu_button(lang.text("template.menu"), |ui| {
            templates::menu(ui, &page.templates, lang, out);
        });
        let import = ui.button(lang.text("import.open"));
        if import
            .on_hover_text(lang.text("import.open_hover"))
            .clicked()
        {
            out.push(Command::Document(DocumentCommand::Import));
        }
        let (undo, redo) = (view.undo.can_undo(), view.undo.can_redo());
        document(ui, lang, "edit.undo", DocumentCommand::Undo, undo, out);
        document(ui, lang, "edit.redo", DocumentCommand::Redo, redo, out);
    });
}

/// The files that were opened or saved last.
pub fn recent(ui: &mut Ui, files: &[PathBuf], out: &mut Vec<Command>) {
    for path in files {
        let name = path.file_name().unwrap_or(path.as_os_str()).display();
        let entry = Button::new(name.to_string()).truncate();
        let entry = ui.add(entry).on_hover_text(path.display().to_string());
        if chosen(ui, &entry) {
            out.push(Command::Document(DocumentCommand::Open(path.clone())));
        }
    }
}

fn document(
    ui: &mut Ui,
    lang: Lang,
    key: &str,
    command: DocumentCommand,
    can: bool,
    out: &mut Vec<Command>,
) {
    let command = Command::Document(command);
    let hover = shortcut_text(&command, ui).unwrap_or_default();
    let button = ui.add_enabled(can, Button::new(lang.text(key)));
    if button.on_hover_text(hover).clicked() {
        out.push(command);
    }
}

/// Draws the dialog, while it is open.
pub fn dialog(ui: &mut Ui, page: &mut ComposePage, view: View<'_>, out: &mut Vec<Command>) {
    templates::dialogs(ui, &mut page.templates, view.lang, out);
    let Some(text) = &mut page.import_text else {
        return;
    };

    let palette = Palette::of(ui);
    let shown = Modal::new(Id::unique("import")).show(ui, |ui| {
        ui.set_width(560.0);
        ui.label(title(view.lang.text("import.title")));
        ui.label(
            RichText::new(view.lang.text("import.about"))
                .small()
                .color(palette.weak),
        );
        ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            if long_text::is_long(text) {
                return code_view::in_place_of_field(
                    ui,
                    view.lang,
                    &view.lang.text("import.text"),
                    text,
                );
            }

            let edit = TextEdit::multiline(text)
                .font(TextStyle::Monospace)
                .desired_rows(12)
                .desired_width(f32::INFINITY);
            let response = ui.add(edit).accessible_name(view.lang.text("import.text"));
            if text.is_empty() && ui.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
        });

        if let Some(fault) = &page.import_fault {
            ui.add(
                Label::new(
                    RichText::new(format!("× {}", view.lang.say(fault))).color(palette.error),
                )
                .wrap(),
            );
        }

        ui.horizontal(|ui| {
            let import = ui.add_enabled(
                !text.is_empty(),
                primary_button(ui, view.lang.text("import.import")),
            );
            if import
                .on_disabled_hover_text(view.lang.text("import.empty"))
                .clicked()
            {
                out.push(Command::Import(text.clone()));
            }

            if ui.button(view.lang.text("keys.choose")).clicked() {
                out.push(Command::Document(DocumentCommand::Choose));
            }

            ui.add(Button::new(view.lang.text("import.cancel")))
                .clicked()
        })
        .inner
    });
    if shown.should_close() || shown.inner {
        page.import_text = None;
    }
}
