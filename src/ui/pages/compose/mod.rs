//! In: the form as typed, its draft and signature. Out: the page on which an order is filled in and copied signed.

mod form;
mod options;
mod phone_card;
mod preview;
mod sku;
mod toolbar;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, RichText, Ui};

use crate::core::finding::Message;
use crate::core::order::{Imported, OrderForm};
use crate::core::signing::Language;
use crate::core::store::Settings;

use super::View;
use crate::ui::command::Command;
use crate::ui::theme::Palette;
use crate::ui::widgets::params::Editors;
use crate::ui::widgets::{finding_list, title};

pub use preview::Tab;

/// Points that the form and the preview keep at least.
const FORM_MIN: f32 = 380.0;
const PREVIEW_MIN: f32 = 444.0;

/// What belongs to this page alone.
#[derive(Debug)]
pub struct ComposePage {
    /// The order as typed.
    pub form: OrderForm,
    /// The document that the form was opened from, if it was imported.
    pub imported: Option<Imported>,
    /// The form before the last import.
    pub before_import: Option<Box<(OrderForm, Option<Imported>)>>,
    /// The text in the import dialog; `None` while it is closed.
    pub import_text: Option<String>,
    /// Why the text in the dialog could not be imported.
    pub import_fault: Option<Message>,
    /// The text that is shown of the signed order.
    pub tab: Tab,
    /// Language of the program that is shown.
    pub language: Language,
    /// Whether `data` is shown indented.
    pub pretty: bool,
    /// How JSON texts in the form are being edited.
    pub editors: Editors,
    /// Path of the field to show next.
    pub jump: Option<String>,
    /// Width of the form.
    pub form_width: PaneSize,
    /// Height of the problems list.
    pub problems_height: PaneSize,
}

/// The size of a pane in points.
#[derive(Clone, Copy, Debug, Default)]
pub struct PaneSize {
    /// As the user has dragged it; `None` as it comes.
    pub chosen: Option<f32>,
    /// As it is drawn.
    pub drawn: Option<f32>,
}

impl PaneSize {
    fn of(chosen: Option<f32>) -> Self {
        Self { chosen, drawn: None }
    }

    /// Takes in how large it was drawn. Only what the user drags is kept: a small window is no wish.
    fn follow(&mut self, ui: &Ui, size: f32) {
        let size = size.round();
        let has_changed = self.drawn.is_some_and(|drawn| (drawn - size).abs() >= 1.0);
        if has_changed && ui.input(|input| input.pointer.any_down()) {
            self.chosen = Some(size);
        }
        self.drawn = Some(size);
    }
}

impl ComposePage {
    /// The page as it opens.
    pub fn open(form: OrderForm, settings: &Settings) -> Self {
        Self {
            form,
            imported: None,
            before_import: None,
            import_text: None,
            import_fault: None,
            tab: Tab::Data,
            language: Language::Node,
            pretty: false,
            editors: Editors::default(),
            jump: None,
            form_width: PaneSize::of(settings.form_width),
            problems_height: PaneSize::of(settings.problems_height),
        }
    }
}

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut ComposePage, view: View<'_>, out: &mut Vec<Command>) {
    let room = (ui.available_width() - PREVIEW_MIN).max(FORM_MIN);
    let form = Panel::left("order form")
        .default_size(page.form_width.chosen.unwrap_or(440.0).clamp(FORM_MIN, room))
        .size_range(FORM_MIN..=room)
        .frame(Frame::new().fill(ui.visuals().panel_fill).inner_margin(Margin::same(12)))
        .show(ui, |ui| {
            toolbar::ui(ui, page, view, out);
            form::ui(ui, page, view, out);
        });
    page.form_width.follow(ui, form.response.rect.width());
    page.jump = None;
    toolbar::dialog(ui, page, view, out);
    let frame = Frame::new().fill(ui.visuals().panel_fill).inner_margin(Margin::same(12));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let problems = Panel::bottom("problems")
            .default_size(page.problems_height.chosen.unwrap_or(132.0))
            .size_range(72.0..=320.0)
            .resizable(true)
            .frame(Frame::new().inner_margin(Margin { top: 8, ..Margin::ZERO }))
            .show(ui, |ui| problems_ui(ui, view, out));
        page.problems_height.follow(ui, problems.response.rect.height());
        CentralPanel::no_frame().show(ui, |ui| preview::ui(ui, page, view, out));
    });
}

fn problems_ui(ui: &mut Ui, view: View<'_>, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        ui.label(title(view.lang.text("problems.title")));
        ui.label(RichText::new(view.lang.text("problems.about")).small().color(palette.weak));
    });
    finding_list::ui(ui, view.lang, &view.draft.findings, out);
}
