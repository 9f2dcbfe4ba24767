//! In: a phone card's `skuAttr`. Out: the same as edited in fields, or as text.

use eframe::egui::{Align2, ComboBox, Label, Response, RichText, TextEdit, Ui};

use super::parts::amount_text;
use crate::core::order::phone_card::PhoneCard;
use crate::core::path::Place;
use crate::core::platform::{PHONE_CARD_OPERATORS, PHONE_CARD_UNITS};
use crate::texts::Lang;
use crate::ui::theme::Palette;
use crate::ui::widgets::field::{Input, MARGIN};
use crate::ui::widgets::fields::Fields;

/// Draws the fields; the text where it is to be, or is none that fields can show.
pub fn ui(ui: &mut Ui, fields: &mut Fields<'_>, place: Place, text: &mut String, diamond: bool) {
    let opened = PhoneCard::open(text);
    let field = Input::at(place)
        .monospace()
        .rows(3)
        .switch(opened.is_some());
    let Some(mut card) = opened.filter(|_| !fields.editors.is_text(place)) else {
        // It stays text when fields can show it again: nothing changes under the cursor.
        fields.editors.set_text(place, true);
        field.show(ui, fields, text);
        return;
    };

    field.show_with(ui, fields, text, |_, ui, fields, text, _| {
        let before = card.clone();
        let mut response = card_ui(ui, fields.lang, &mut card, diamond);
        if card != before {
            *text = card.text(text);
            response.mark_changed();
        }

        response
    });
}

/// All fields in two columns; the response is that of the first.
fn card_ui(ui: &mut Ui, lang: Lang, card: &mut PhoneCard, diamond: bool) -> Response {
    let amount = card
        .amount
        .parse()
        .ok()
        .map(|amount| amount_text(lang, amount, diamond));
    let first = ui.columns_const(|[left, right]| {
        let first = typed(left, lang, "phone_card.amount", amount, &mut card.amount);
        typed(right, lang, "phone_card.time_len", None, &mut card.time_len);
        first
    });
    ui.columns_const(|[left, right]| {
        chosen(left, lang, UNIT, PHONE_CARD_UNITS, &mut card.unit);
        chosen(
            right,
            lang,
            OPERATOR,
            PHONE_CARD_OPERATORS,
            &mut card.operator,
        );
    });
    ui.columns_const(|[left, right]| {
        typed(
            left,
            lang,
            "phone_card.call_duration",
            None,
            &mut card.call_duration,
        );
        typed(
            right,
            lang,
            "phone_card.traffic_bundle",
            None,
            &mut card.traffic_bundle,
        );
    });

    first
}

/// Keys of the name of a field, and of the meanings of its values.
const UNIT: (&str, &str) = ("phone_card.unit", "phone_card.unit_value.");
const OPERATOR: (&str, &str) = ("phone_card.operator", "phone_card.operator_value.");

fn typed(
    ui: &mut Ui,
    lang: Lang,
    key: &str,
    aside: Option<String>,
    typed: &mut String,
) -> Response {
    let palette = Palette::of(ui);
    let name = lang.text(key);
    let text = aside.map_or_else(|| name.to_string(), |aside| format!("{name}  {aside}"));
    ui.add(Label::new(RichText::new(text).small().color(palette.weak)).truncate());
    let edit = TextEdit::singleline(typed)
        .margin(MARGIN)
        .align(Align2::LEFT_CENTER)
        .desired_width(f32::INFINITY);

    ui.add(edit).accessible_name(name)
}

fn chosen(
    ui: &mut Ui,
    lang: Lang,
    (key, values): (&str, &str),
    known: &[&str],
    value: &mut String,
) {
    let palette = Palette::of(ui);
    let name = lang.text(key);
    ui.add(Label::new(RichText::new(&*name).small().color(palette.weak)).truncate());
    let meaning = |value: &str| match lang.lookup(&format!("{values}{value}")) {
        Some(meaning) if meaning != value => format!("{value}  {meaning}"),
        _ => value.to_owned(),
    };
    let selected = if value.is_empty() {
        lang.text("phone_card.choose").into_owned()
    } else {
        meaning(value)
    };

    let width = ui.available_width();
    let combo = ComboBox::from_id_salt(key)
        .selected_text(selected)
        .width(width)
        .truncate();
    let shown = combo.show_ui(ui, |ui| {
        if !value.is_empty() {
            ui.selectable_value(value, String::new(), lang.text("phone_card.leave_out"));
        }
        for known in known {
            ui.selectable_value(value, (*known).to_owned(), meaning(known));
        }
    });
    shown.response.accessible_name(name);
}
