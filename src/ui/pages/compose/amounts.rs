//! In: an amount in fen, the unit in which it is typed. Out: the same as edited; what was pasted
//! with marks is taken without them, and said.

use eframe::egui::{Response, Ui};

use crate::core::finding::Message;
use crate::core::order::money;
use crate::core::path::Place;
use crate::ui::command::Command;
use crate::ui::widgets::field::Input;
use crate::ui::widgets::fields::Fields;

use super::state::Amounts;

/// Draws the field of an amount; `typed` is what stands in `data`.
pub fn show(
    ui: &mut Ui,
    fields: &mut Fields<'_>,
    place: Place,
    typed: &mut String,
    (aside, amounts): (Option<String>, &mut Amounts),
    out: &mut Vec<Command>,
) -> Response {
    let field = Input::at(place).aside(aside);
    if fields.unit_is_yuan {
        let mut text = amounts.text_of(place, typed);
        let response = field.show(ui, fields, &mut text);
        if response.changed() {
            *typed = money::fen(&text).map_or_else(|| text.clone(), |fen| fen.to_string());
            amounts.keep(place, typed, text);
        }
        return response;
    }

    let response = field.show(ui, fields, typed);
    if response.changed()
        && let Some(fen) = money::cleaned(typed)
    {
        let message = Message::new("amount.cleaned")
            .with("typed", &*typed)
            .with("fen", fen);
        out.push(Command::Say(message));
        *typed = fen.to_string();
    }
    response
}
