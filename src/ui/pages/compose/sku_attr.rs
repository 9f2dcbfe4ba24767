//! In: a `skuAttr` whose members are known. Out: the same as edited in fields, or as text.

use eframe::egui::{Align2, ComboBox, Label, Response, RichText, TextEdit, Ui};

use super::parts::amount_text;
use crate::core::order::sku_attr;
use crate::core::path::Place;
use crate::core::platform::{AttrKind, AttrMember};
use crate::texts::Lang;
use crate::ui::theme::Palette;
use crate::ui::widgets::field::{Input, MARGIN};
use crate::ui::widgets::fields::Fields;
use crate::ui::widgets::parts::{choice, columns};

/// Draws the fields; the text where it is to be, or is none that fields can show.
pub fn ui(
    ui: &mut Ui,
    fields: &mut Fields<'_>,
    (place, members): (Place, &'static [AttrMember]),
    text: &mut String,
    diamond: bool,
) {
    let opened = sku_attr::open(members, text);
    let field = Input::at(place)
        .monospace()
        .rows(3)
        .switch(opened.is_some());
    let Some(mut typed) = opened.filter(|_| !fields.editors.is_text(place)) else {
        // It stays text when fields can show it again: nothing changes under the cursor.
        fields.editors.set_text(place, true);
        field.show(ui, fields, text);
        return;
    };

    field.show_with(ui, fields, text, |_, ui, fields, text, _| {
        let before = typed.clone();
        let mut response = members_ui(ui, fields.lang, members, &mut typed, diamond);
        if typed != before {
            *text = sku_attr::text(members, &typed, text);
            response.mark_changed();
        }

        response
    });
}

/// All fields in two columns; the response is that of the first.
fn members_ui(
    ui: &mut Ui,
    lang: Lang,
    members: &[AttrMember],
    typed: &mut [String],
    diamond: bool,
) -> Response {
    let mut first = None;
    for (members, typed) in members.chunks(2).zip(typed.chunks_mut(2)) {
        let response = columns(ui, |columns: &mut [Ui; 2]| {
            let mut response = None;
            let fields = members.iter().zip(typed);
            for (column, (member, typed)) in columns.iter_mut().zip(fields) {
                let drawn = member_ui(column, lang, *member, typed, diamond);
                response.get_or_insert(drawn);
            }
            response
        });
        first = first.or(response);
    }
    // There is no `skuAttr` without members.
    first.unwrap_or_else(|| ui.label(""))
}

fn member_ui(
    ui: &mut Ui,
    lang: Lang,
    member: AttrMember,
    typed: &mut String,
    diamond: bool,
) -> Response {
    let name = lang.text(&format!("sku_attr.{}", member.name));
    let amount = || {
        let amount = typed.parse().ok().filter(|_| member.kind == AttrKind::Fen);
        amount.map(|amount| amount_text(lang, amount, diamond))
    };
    let label = match amount() {
        Some(amount) => format!("{name}  {amount}"),
        None => name.to_string(),
    };
    let label = RichText::new(label).small().color(Palette::of(ui).weak);
    ui.add(Label::new(label).truncate());

    let response = match member.kind {
        AttrKind::OneOf(known) => chosen(ui, lang, member.name, known, typed),
        AttrKind::Number | AttrKind::Fen | AttrKind::Text => ui.add(
            TextEdit::singleline(typed)
                .margin(MARGIN)
                .align(Align2::LEFT_CENTER)
                .desired_width(f32::INFINITY),
        ),
    };
    response.accessible_name(name)
}

fn chosen(ui: &mut Ui, lang: Lang, name: &str, known: &[&str], value: &mut String) -> Response {
    let meaning = |value: &str| match lang.lookup(&format!("sku_attr_value.{value}")) {
        Some(meaning) if meaning != value => format!("{value}  {meaning}"),
        _ => value.to_owned(),
    };
    let selected = if value.is_empty() {
        lang.text("sku_attr.choose").into_owned()
    } else {
        meaning(value)
    };

    let width = ui.available_width();
    let combo = ComboBox::from_id_salt(name)
        .selected_text(selected)
        .width(width)
        .truncate();
    let shown = combo.show_ui(ui, |ui| {
        if !value.is_empty() {
            choice(ui, value, String::new(), lang.text("sku_attr.leave_out"));
        }
        for known in known {
            choice(ui, value, (*known).to_owned(), meaning(known));
        }
    });
    shown.response
}
