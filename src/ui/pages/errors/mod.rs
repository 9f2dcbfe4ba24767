//! In: a reported error, however it is written. Out: the page that says what it means, who acts,
//! and what to do.

mod explained;
pub mod state;
mod success;

use eframe::egui::{Label, RichText, ScrollArea, TextEdit, TextStyle, Ui};

use crate::ui::command::Command;
use crate::ui::pages::view::View;
use crate::ui::theme::Palette;
use crate::ui::widgets::panes;
use crate::ui::widgets::parts::{card, primary_button, title};
use crate::ui::widgets::{code_view, lazy, long_text};
use state::{ErrorsPage, Read};

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut ErrorsPage, view: View<'_>, out: &mut Vec<Command>) {
    panes::left(ui, "errors input", 340.0, |ui| input(ui, page, view, out));
    panes::rest(ui, "errors result", |ui| result_ui(ui, page, view, out));
}

fn result_ui(ui: &mut Ui, page: &ErrorsPage, view: View<'_>, out: &mut Vec<Command>) {
    let Read {
        text,
        explanations,
        success,
        parts,
    } = &page.read;
    if let Some(success) = success {
        success::ui(ui, success, view);
    }

    for (place, explanation) in explanations.iter().enumerate() {
        ui.push_id(place, |ui| {
            lazy::item(ui, place, explanations.len(), 320.0, false, |ui| {
                explained::ui(ui, explanation, parts, view, out);
            });
        });
    }

    if success.is_none() && explanations.is_empty() {
        let key = if text.trim().is_empty() {
            "errors.empty"
        } else {
            "errors.nothing"
        };
        card(ui, |ui| ui.add(Label::new(view.lang.text(key)).wrap()));
    }
}

fn input(ui: &mut Ui, page: &mut ErrorsPage, view: View<'_>, out: &mut Vec<Command>) {
    let (lang, palette) = (view.lang, Palette::of(ui));
    card(ui, |ui| {
        let label = ui.label(title(lang.text("errors.input")));
        ui.add(
            Label::new(
                RichText::new(lang.text("errors.about"))
                    .small()
                    .color(palette.weak),
            )
            .wrap(),
        );
        ScrollArea::vertical()
            .id_salt("report")
            .max_height(180.0)
            .show(ui, |ui| {
                if long_text::is_long(&page.text) {
                    return code_view::in_place_of_field(
                        ui,
                        lang,
                        &lang.text("errors.input"),
                        &page.text,
                    );
                }

                let edit = TextEdit::multiline(&mut page.text)
                    .font(TextStyle::Monospace)
                    .desired_rows(6);
                ui.add(edit.desired_width(f32::INFINITY).hint_text("11004"))
                    .labelled_by(label.id);
            });
        ui.horizontal(|ui| {
            if ui
                .add(primary_button(ui, lang.text("verify.paste")))
                .clicked()
            {
                out.push(Command::PasteReport);
            }

            if ui.button(lang.text("verify.clear")).clicked() {
                page.text.clear();
            }

            let known = !page.read.explanations.is_empty();
            let copy = ui.add_enabled(
                known,
                eframe::egui::Button::new(lang.text("verify.copy_note")),
            );
            if copy
                .on_hover_text(lang.text("verify.copy_note_hover"))
                .clicked()
            {
                let explanations = &page.read.explanations;
                let note = crate::core::trouble::note::note(
                    explanations,
                    &|row| lang.words(row),
                    &|message| lang.say(message),
                );
                out.push(Command::CopyText(note, "verify.note"));
            }
        });
    });
    card(ui, |ui| {
        ui.label(title(lang.text("errors.all")));
        ui.spacing_mut().item_spacing.y = 2.0;
        for row in page.catalogue.of_call() {
            let text = format!("{} {}", row.err_no, row.message());
            let button =
                eframe::egui::Button::selectable(false, RichText::new(text.trim()).small())
                    .truncate();
            if ui
                .add(button)
                .on_hover_text(lang.words(row).meaning)
                .clicked()
            {
                format!("{} {}", row.err_no, row.err_msg)
                    .trim()
                    .clone_into(&mut page.text);
            }
        }
    });
}
