//! In: the optional fields of an order. Out: the same as edited.

use eframe::egui::Ui;

use crate::core::order::{OrderForm, catalog};

use crate::ui::widgets::field::{Field, Fields};

/// Draws the group.
pub fn ui(ui: &mut Ui, fields: &mut Fields<'_>, form: &mut OrderForm) {
    pay_ways(ui, fields, &mut form.limit_pay_ways);
    Field::new("payNotifyUrl").monospace().show(ui, fields, &mut form.pay_notify_url);
    Field::new("merchantUid").monospace().show(ui, fields, &mut form.merchant_uid);
    Field::new("payScene").monospace().show(ui, fields, &mut form.pay_scene);
    Field::new("promotionId").monospace().show(ui, fields, &mut form.promotion_id);
}

/// Pay ways to hide; values that are not known stay in the list.
fn pay_ways(ui: &mut Ui, fields: &mut Fields<'_>, limited: &mut Option<Vec<String>>) {
    const PATH: &str = "limitPayWayList";
    let label = fields.label(ui, PATH);
    fields.arrive(PATH, &label);
    ui.horizontal_wrapped(|ui| {
        let mut written = limited.is_some();
        if ui.checkbox(&mut written, fields.lang.text("pay_ways.written")).changed() {
            *limited = written.then(Vec::new);
            fields.edited.push(PATH.to_owned());
        }
        ui.separator();
        for way in catalog::PAY_WAYS {
            let name = fields.lang.text(&format!("pay_way_name.{way}"));
            let mut hidden = limited.as_ref().is_some_and(|ways| ways.iter().any(|other| other == way));
            let checkbox = eframe::egui::Checkbox::new(&mut hidden, name);
            let response = ui.add_enabled(limited.is_some(), checkbox);
            if response.on_disabled_hover_text(fields.lang.text("pay_ways.not_written")).changed()
                && let Some(ways) = limited
            {
                ways.retain(|other| other != way);
                if hidden {
                    ways.push((*way).to_owned());
                }
                fields.edited.push(PATH.to_owned());
            }
        }
    });
    fields.remarks(ui, PATH);
    for place in 0..limited.as_ref().map_or(0, Vec::len) {
        let path = format!("{PATH}[{place}]");
        fields.remarks(ui, &path);
        fields.arrive(&path, &label);
    }
}
