//! In: what `success` was given, and the composed order. Out: its items as a table, and what does
//! not go together.

use eframe::egui::{Grid, Label, RichText, Ui};

use crate::core::trouble::log_id;
use crate::core::trouble::result::{Success, compare};
use crate::ui::pages::view::View;
use crate::ui::theme::Palette;
use crate::ui::widgets::parts::{card, title};

/// Items that are shown at most.
const SHOWN: usize = 100;

/// Draws it.
pub fn ui(ui: &mut Ui, success: &Success, view: View<'_>) {
    let (lang, palette) = (view.lang, Palette::of(ui));
    card(ui, |ui| {
        ui.label(title(format!("✓ {}", lang.text("errors.success"))));
        ui.add(
            Label::new(RichText::new(format!("orderId  {}", success.order_id)).monospace()).wrap(),
        );
        Grid::new("items")
            .num_columns(3)
            .spacing([24.0, 4.0])
            .striped(true)
            .show(ui, |ui| {
                for name in ["itemOrderId", "skuId", "itemOrderAmount"] {
                    ui.label(RichText::new(name).monospace().color(palette.weak));
                }

                ui.end_row();
                for item in success.items.iter().take(SHOWN) {
                    for value in [&item.item_order_id, &item.sku_id, &item.amount] {
                        ui.label(RichText::new(value).monospace());
                    }
                    ui.end_row();
                }
            });

        let more = success.items.len().saturating_sub(SHOWN);
        if more > 0 {
            ui.label(lang.fill("finding.more", &[("count", &more.to_string())]));
        }
        if let Some(time) = success.log_id.as_deref().and_then(log_id::time) {
            ui.label(lang.fill("errors.log_time", &[("time", &time.china_time())]));
        }

        let remarks = compare(success, &view.draft.order);
        if remarks.is_empty() {
            ui.label(
                RichText::new(format!("✓ {}", lang.text("errors.success_fits")))
                    .color(palette.good),
            );
        }

        for remark in remarks {
            let text = format!("⚠ {}", lang.say(&remark));
            ui.add(Label::new(RichText::new(text).color(palette.warning)).wrap());
        }
    });
}
