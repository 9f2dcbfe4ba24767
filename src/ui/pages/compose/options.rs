//! In: the optional fields of an order. Out: the same as edited.

use eframe::egui::Ui;

use crate::core::order::OrderForm;
use crate::core::path::Place;
use crate::core::platform::{Field, PAY_WAYS};
use crate::ui::widgets::field::Input;
use crate::ui::widgets::fields::Fields;
use crate::ui::widgets::parts::{checkbox, edged};

/// Draws the group.
pub fn ui(ui: &mut Ui, fields: &mut Fields<'_>, form: &mut OrderForm) {
    pay_ways(ui, fields, &mut form.limit_pay_ways);
    Input::of(Field::PayNotifyUrl)
        .monospace()
        .show(ui, fields, &mut form.pay_notify_url);
    Input::of(Field::MerchantUid)
        .monospace()
        .show(ui, fields, &mut form.merchant_uid);
    Input::of(Field::PayScene)
        .monospace()
        .show(ui, fields, &mut form.pay_scene);
    Input::of(Field::PromotionId)
        .monospace()
        .show(ui, fields, &mut form.promotion_id);
}

/// Pay ways to hide; values that are not known stay in the list.
fn pay_ways(ui: &mut Ui, fields: &mut Fields<'_>, limited: &mut Option<Vec<String>>) {
    let place = Place::of(Field::LimitPayWayList);
    let label = fields.label(ui, place);
    fields.arrive(place, &label);
    ui.horizontal_wrapped(|ui| {
        let mut written = limited.is_some();
        if checkbox(ui, &mut written, fields.lang.text("pay_ways.written")).changed() {
            *limited = written.then(Vec::new);
            fields.edited.push(place);
        }

        ui.separator();
        for way in PAY_WAYS {
            let name = fields.lang.text(&format!("pay_way_name.{way}"));
            let mut hidden = limited
                .as_ref()
                .is_some_and(|ways| ways.iter().any(|other| other == way));
            let box_of_way = eframe::egui::Checkbox::new(&mut hidden, name);
            let is_written = limited.is_some();
            let response = edged(ui, |ui| ui.add_enabled(is_written, box_of_way));

            if response
                .on_disabled_hover_text(fields.lang.text("pay_ways.not_written"))
                .changed()
                && let Some(ways) = limited
            {
                ways.retain(|other| other != way);
                if hidden {
                    ways.push((*way).to_owned());
                }
                fields.edited.push(place);
            }
        }
    });
    fields.remarks(ui, place);

    for item in 0..limited.as_ref().map_or(0, Vec::len) {
        let way = Place::of(Field::LimitPayWay).item(item);
        fields.remarks(ui, way);
        fields.arrive(way, &label);
    }
}
