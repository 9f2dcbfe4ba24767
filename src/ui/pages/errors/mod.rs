//! In: a reported error, however it is written. Out: the page that says what it means, who acts, and what to do.

mod explained;
mod success;

use eframe::egui::{CentralPanel, Frame, Label, Margin, Panel, RichText, ScrollArea, TextEdit, TextStyle, Ui};

use super::View;
use crate::core::diagnosis::intake::{self, Parts};
use crate::core::trouble::result::{self, Success};
use crate::core::trouble::{Catalogue, Explanation, explain};
use crate::ui::command::Command;
use crate::ui::theme::Palette;
use crate::ui::widgets::{card, lazy, long_text, primary_button, title};

/// What belongs to this page alone.
#[derive(Debug)]
pub struct ErrorsPage {
    /// The report as pasted or typed.
    pub text: String,
    catalogue: Catalogue,
    /// The text that was read last, or is being read.
    asked: String,
    read: Read,
}

/// What a text turned out to be.
#[derive(Debug, Default)]
pub struct Read {
    text: String,
    explanations: Vec<Explanation>,
    success: Option<Success>,
    parts: Parts,
}

impl Default for ErrorsPage {
    fn default() -> Self {
        Self { text: String::new(), catalogue: Catalogue::built_in(), asked: String::new(), read: Read::default() }
    }
}

impl ErrorsPage {
    /// The text, where it has changed since it was last asked for; a text that is asked for is read once.
    pub fn unread(&mut self) -> Option<String> {
        (self.text != self.asked).then(|| {
            self.asked.clone_from(&self.text);
            self.text.clone()
        })
    }

    /// Shows what a text turned out to be.
    pub fn show(&mut self, read: Read) {
        self.read = read;
    }
}

impl Read {
    /// Reads a text.
    pub fn of(text: String) -> Self {
        let explanations = explain(&text, &Catalogue::built_in());
        // A payload beside an error can be looked at; a bare order is no error.
        let parts = if explanations.is_empty() { Parts::default() } else { intake::find(&text) };
        let success = result::read(&text);
        Self { text, explanations, success, parts }
    }
}

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut ErrorsPage, view: View<'_>, out: &mut Vec<Command>) {
    let frame =
        Frame::new().fill(ui.visuals().panel_fill).inner_margin(Margin { left: 12, right: 12, top: 12, bottom: 8 });
    Panel::left("errors input").exact_size(340.0).resizable(false).frame(frame).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| input(ui, page, view, out));
    });
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().id_salt("errors result").auto_shrink([false, false]).show(ui, |ui| {
            let Read { text, explanations, success, parts } = &page.read;
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
                let key = if text.trim().is_empty() { "errors.empty" } else { "errors.nothing" };
                card(ui, |ui| ui.add(Label::new(view.lang.text(key)).wrap()));
            }
        });
    });
}

fn input(ui: &mut Ui, page: &mut ErrorsPage, view: View<'_>, out: &mut Vec<Command>) {
    let (lang, palette) = (view.lang, Palette::of(ui));
    card(ui, |ui| {
        let label = ui.label(title(lang.text("errors.input")));
        ui.add(Label::new(RichText::new(lang.text("errors.about")).small().color(palette.weak)).wrap());
        ScrollArea::vertical().id_salt("report").max_height(180.0).show(ui, |ui| {
            if long_text::is_long(&page.text) {
                return long_text::in_place_of_field(ui, lang, &lang.text("errors.input"), &page.text);
            }
            let edit = TextEdit::multiline(&mut page.text).font(TextStyle::Monospace).desired_rows(6);
            ui.add(edit.desired_width(f32::INFINITY).hint_text("11004")).labelled_by(label.id);
        });
        ui.horizontal(|ui| {
            if ui.add(primary_button(ui, lang.text("verify.paste"))).clicked() {
                out.push(Command::PasteReport);
            }
            if ui.button(lang.text("verify.clear")).clicked() {
                page.text.clear();
            }
            let known = !page.read.explanations.is_empty();
            let copy = ui.add_enabled(known, eframe::egui::Button::new(lang.text("verify.copy_note")));
            if copy.on_hover_text(lang.text("verify.copy_note_hover")).clicked() {
                let explanations = &page.read.explanations;
                let note = crate::core::trouble::note::note(explanations, &|row| lang.words(row), &|message| {
                    lang.say(message)
                });
                out.push(Command::CopyText(note, "verify.note"));
            }
        });
    });
    card(ui, |ui| {
        ui.label(title(lang.text("errors.all")));
        ui.spacing_mut().item_spacing.y = 2.0;
        for row in &page.catalogue.rows {
            let text = format!("{} {}", row.err_no, row.message());
            let button = eframe::egui::Button::selectable(false, RichText::new(text.trim()).small()).truncate();
            if ui.add(button).on_hover_text(lang.words(row).meaning).clicked() {
                format!("{} {}", row.err_no, row.err_msg).trim().clone_into(&mut page.text);
            }
        }
    });
}
