//! In: the form as typed, its draft and signature. Out: the page on which an order is filled in and
//! copied signed.

mod amounts;
mod form;
mod options;
mod order_card;
mod parts;
mod preview;
mod sku;
mod sku_attr;
pub mod state;
pub mod tabs;
pub mod templates;
pub mod toolbar;

use eframe::egui::{CentralPanel, Frame, Id, Label, Margin, Panel, RichText, ScrollArea, Ui};

use crate::ui::command::Command;
use crate::ui::pages::view::View;
use crate::ui::tab_id::TabId;
use crate::ui::theme::Palette;
use crate::ui::widgets::finding_list;
use crate::ui::widgets::parts::title;
use state::{ComposePage, Sheet};

/// Points that the form and the preview keep at least.
const FORM_MIN: f32 = 300.0;
const PREVIEW_MIN: f32 = 284.0;

/// Points that the preview has where there is room.
const PREVIEW_USUAL: f32 = 444.0;

/// Points of height below which what comes of the form scrolls, and those of its two parts then.
const SHORT: f32 = 420.0;
const SHORT_PREVIEW: f32 = 300.0;

/// Points that the problems keep below the preview.
const PROBLEMS_MIN: f32 = 150.0;

/// Draws the page.
pub fn ui(
    ui: &mut Ui,
    id: TabId,
    (page, sheet): (&mut ComposePage, &mut Sheet),
    view: View<'_>,
    out: &mut Vec<Command>,
) {
    let room = (ui.available_width() - PREVIEW_MIN).max(FORM_MIN);
    let usual = (ui.available_width() - PREVIEW_USUAL).clamp(FORM_MIN, 440.0);
    // A panel keeps its size; in a window of another width the usual one is another.
    let width = ui.available_width().round();
    let form = Panel::left(Id::unique("order form").with(width.to_bits()))
        .default_size(
            page.form_width
                .chosen
                .unwrap_or(usual)
                .clamp(FORM_MIN, room),
        )
        .size_range(FORM_MIN..=room)
        .frame(ground(ui))
        .show(ui, |ui| {
            toolbar::ui(ui, page, view, out);
            ui.push_id(id, |ui| {
                form::ui(ui, sheet, &mut page.unit, view, out);
            });
        });
    page.form_width.follow(ui, form.response.rect.width());
    sheet.jump = None;
    toolbar::dialog(ui, page, view, out);
    let frame = ground(ui);
    let unit_is_yuan = page.unit.is_yuan_of(&view.draft.order);

    CentralPanel::default().frame(frame).show(ui, |ui| {
        let height = ui.available_height();
        if height < SHORT {
            ScrollArea::vertical().id_salt("result").show(ui, |ui| {
                ui.push_id(id, |ui| preview::ui(ui, sheet, SHORT_PREVIEW, view, out));
                ui.separator();
                ui.scope(|ui| {
                    ui.set_max_height(SHORT_PREVIEW);
                    problems_ui(ui, unit_is_yuan, view, out);
                });
            });
            return;
        }
        // The preview is as high as its text; the problems have the rest.
        let room = height - PROBLEMS_MIN;
        ui.push_id(id, |ui| preview::ui(ui, sheet, room, view, out));
        ui.separator();
        problems_ui(ui, unit_is_yuan, view, out);
    });
}

fn problems_ui(ui: &mut Ui, unit_is_yuan: bool, view: View<'_>, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        ui.label(title(view.lang.text("problems.title")));
        ui.label(
            RichText::new(view.lang.text("problems.about"))
                .small()
                .color(palette.weak),
        );
    });
    let findings = &view.draft.findings;
    if let Some(obstacle) = view
        .signature
        .obstacle
        .as_ref()
        .filter(|_| findings.is_empty())
    {
        let text = RichText::new(format!("× {}", view.lang.say(obstacle)));
        ui.add(Label::new(text.color(palette.error)).wrap());
        return;
    }
    finding_list::ui(ui, view.lang, findings, unit_is_yuan, out);
}

fn ground(ui: &Ui) -> Frame {
    let fill = ui.visuals().panel_fill;
    Frame::new().fill(fill).inner_margin(Margin::same(12))
}
