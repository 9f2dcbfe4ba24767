//! In: the order's form. Out: the same as edited in the card that is always in sight: order number,
//! price, quantity, total.

use eframe::egui::{Button, RichText, Ui};

use crate::core::order::model::whole_number;
use crate::core::order::{OrderForm, TotalAmount};
use crate::core::path::Place;
use crate::core::platform::Field;

use super::amounts;
use super::parts::amount_text;
use super::state::{Amounts, Unit};
use crate::ui::command::Command;
use crate::ui::pages::view::View;
use crate::ui::theme::Palette;
use crate::ui::widgets::field::Input;
use crate::ui::widgets::fields::Fields;
use crate::ui::widgets::parts::{at_right, card, columns, title};

/// Points from which on price, quantity and total stand in one row.
const WIDE: f32 = 560.0;

/// Draws the card.
pub fn ui(
    ui: &mut Ui,
    fields: &mut Fields<'_>,
    form: &mut OrderForm,
    (unit, amounts): (&mut Unit, &mut Amounts),
    view: View<'_>,
    out: &mut Vec<Command>,
) {
    let diamond = view.draft.order.is_diamond();
    card(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(title(fields.lang.text("group.order")));
            if !diamond {
                at_right(ui, |ui| unit_switch(ui, fields, unit));
            }
        });
        fields.unit_is_yuan = unit.is_yuan_of(&view.draft.order);
        order_number(ui, fields, form, out);

        let is_wide = ui.available_width() >= WIDE;
        let has_one = form.skus.len() == 1;
        if is_wide && has_one {
            columns(ui, |[left, middle, right]| {
                price(left, fields, form, amounts, diamond, out);
                quantity(middle, fields, form);
                total(right, fields, form, amounts, view, out);
            });
            return;
        }
        if has_one {
            columns(ui, |[left, right]| {
                price(left, fields, form, amounts, diamond, out);
                quantity(right, fields, form);
            });
        }
        total(ui, fields, form, amounts, view, out);
    });
}

/// In what amounts are typed; what is sent is always fen.
fn unit_switch(ui: &mut Ui, fields: &Fields<'_>, unit: &mut Unit) {
    ui.spacing_mut().item_spacing.x = 2.0;
    for (one, key) in [(Unit::Yuan, "unit.yuan"), (Unit::Fen, "unit.fen")] {
        let text = RichText::new(fields.lang.text(key)).small();
        let button = Button::selectable(*unit == one, text);
        let button = ui.add(button).on_hover_text(fields.lang.text("unit.about"));
        if button.clicked() {
            *unit = one;
        }
    }
}

fn order_number(
    ui: &mut Ui,
    fields: &mut Fields<'_>,
    form: &mut OrderForm,
    out: &mut Vec<Command>,
) {
    let renew = fields.lang.text("order_number.renew").into_owned();
    let about = fields.lang.text("order_number.about").into_owned();
    Input::of(Field::OutOrderNo)
        .monospace()
        .action("↻", &renew, &about)
        .show(ui, fields, &mut form.out_order_no);
    if std::mem::take(&mut fields.acted) {
        out.push(Command::NewOrderNumber);
    }
}

fn price(
    ui: &mut Ui,
    fields: &mut Fields<'_>,
    form: &mut OrderForm,
    amounts: &mut Amounts,
    diamond: bool,
    out: &mut Vec<Command>,
) {
    let item = &mut form.skus[0];
    let aside = item.price.parse().ok();
    let aside = aside.map(|price| amount_text(fields.lang, price, diamond));
    let place = Place::of(Field::Price);
    amounts::show(ui, fields, place, &mut item.price, (aside, amounts), out);
}

fn quantity(ui: &mut Ui, fields: &mut Fields<'_>, form: &mut OrderForm) {
    Input::of(Field::Quantity).show(ui, fields, &mut form.skus[0].quantity);
}

fn total(
    ui: &mut Ui,
    fields: &mut Fields<'_>,
    form: &mut OrderForm,
    amounts: &mut Amounts,
    view: View<'_>,
    out: &mut Vec<Command>,
) {
    let order = &view.draft.order;
    let shown = order.member("totalAmount").and_then(whole_number);
    let mut typed = match &form.total_amount {
        TotalAmount::Own(typed) => typed.clone(),
        TotalAmount::Follow => {
            let sum = order.sum_of_items();
            sum.map(|sum| sum.to_string()).unwrap_or_default()
        }
    };

    let aside = shown.map(|amount| amount_text(fields.lang, amount, order.is_diamond()));
    let place = Place::of(Field::TotalAmount);
    if amounts::show(ui, fields, place, &mut typed, (aside, amounts), out).changed() {
        form.total_amount = TotalAmount::Own(typed);
    }

    let palette = Palette::of(ui);
    if form.total_amount == TotalAmount::Follow {
        let key = if shown.is_some() {
            "total.follows"
        } else {
            "total.unknown"
        };
        let text = RichText::new(fields.lang.text(key)).small();
        ui.label(text.color(palette.weak));
    } else {
        let text = RichText::new(fields.lang.text("total.follow_again")).small();
        if ui.add(Button::new(text.color(palette.accent))).clicked() {
            form.total_amount = TotalAmount::Follow;
            fields.edited.push(place);
        }
    }
}
