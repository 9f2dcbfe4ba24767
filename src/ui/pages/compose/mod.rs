//! In: the form as typed, its draft and signature. Out: the page on which an order is filled in and
//! copied signed.

mod form;
mod options;
mod parts;
mod phone_card;
mod preview;
mod sku;
pub mod state;
pub mod tabs;
mod toolbar;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, RichText, Ui};

use crate::ui::command::Command;
use crate::ui::pages::view::View;
use crate::ui::tab_id::TabId;
use crate::ui::theme::Palette;
use crate::ui::widgets::finding_list;
use crate::ui::widgets::parts::title;
use state::{ComposePage, Sheet};

/// Points that the form and the preview keep at least.
const FORM_MIN: f32 = 380.0;
const PREVIEW_MIN: f32 = 444.0;

/// Draws the page.
pub fn ui(
    ui: &mut Ui,
    id: TabId,
    (page, sheet): (&mut ComposePage, &mut Sheet),
    view: View<'_>,
    out: &mut Vec<Command>,
) {
    let room = (ui.available_width() - PREVIEW_MIN).max(FORM_MIN);
    let form = Panel::left("order form")
        .default_size(
            page.form_width
                .chosen
                .unwrap_or(440.0)
                .clamp(FORM_MIN, room),
        )
        .size_range(FORM_MIN..=room)
        .frame(ground(ui))
        .show(ui, |ui| {
            toolbar::ui(ui, page, view, out);
            ui.push_id(id, |ui| form::ui(ui, sheet, view, out));
        });
    page.form_width.follow(ui, form.response.rect.width());
    sheet.jump = None;
    toolbar::dialog(ui, page, view, out);
    let frame = ground(ui);

    CentralPanel::default().frame(frame).show(ui, |ui| {
        let problems = Panel::bottom("problems")
            .default_size(page.problems_height.chosen.unwrap_or(132.0))
            .size_range(72.0..=320.0)
            .resizable(true)
            .frame(Frame::new().inner_margin(Margin {
                top: 8,
                ..Margin::ZERO
            }))
            .show(ui, |ui| problems_ui(ui, view, out));
        page.problems_height
            .follow(ui, problems.response.rect.height());
        CentralPanel::no_frame().show(ui, |ui| {
            ui.push_id(id, |ui| preview::ui(ui, sheet, view, out));
        });
    });
}

fn problems_ui(ui: &mut Ui, view: View<'_>, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        ui.label(title(view.lang.text("problems.title")));
        ui.label(
            RichText::new(view.lang.text("problems.about"))
                .small()
                .color(palette.weak),
        );
    });
    finding_list::ui(ui, view.lang, &view.draft.findings, out);
}

fn ground(ui: &Ui) -> Frame {
    let fill = ui.visuals().panel_fill;
    Frame::new().fill(fill).inner_margin(Margin::same(12))
}
