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
use crate::ui::widgets::{card, primary_button, title};

/// What belongs to this page alone.
#[derive(Debug)]
pub struct ErrorsPage {
    /// The report as pasted or typed.
    pub text: String,
    catalogue: Catalogue,
    read: Read,
}

/// What a text turned out to be.
#[derive(Debug, Default)]
struct Read {
    text: String,
    explanations: Vec<Explanation>,
    success: Option<Success>,
    parts: Parts,
}

impl Default for ErrorsPage {
    fn default() -> Self {
        Self { text: String::new(), catalogue: Catalogue::built_in(), read: Read::default() }
    }
}

impl ErrorsPage {
    /// Reads the text where it has changed.
    fn follow(&mut self) {
        if self.text != self.read.text {
            let explanations = explain(&self.text, &self.catalogue);
            // A payload beside an error can be looked at; a bare order is no error.
            let parts = if explanations.is_empty() { Parts::default() } else { intake::find(&self.text) };
            self.read = Read { text: self.text.clone(), explanations, success: result::read(&self.text), parts };
        }
    }
}

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut ErrorsPage, view: View<'_>, out: &mut Vec<Command>) {
    page.follow();
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
                ui.push_id(place, |ui| explained::ui(ui, explanation, parts, view, out));
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
