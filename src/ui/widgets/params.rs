//! In: the text of a JSON object. Out: the same as edited in rows of names and values.

use eframe::egui::{Align2, Button, Response, RichText, TextEdit, TextStyle, Ui};

use crate::core::json;
use crate::core::order::params::{self, Param};
use crate::core::path::Place;
use crate::texts::Lang;
use crate::ui::editors::{Editors, Rows};
use crate::ui::theme::Palette;
use crate::ui::widgets::field::MARGIN;
use crate::ui::widgets::parts::ends;

/// Draws the rows. The response is that of the first name, or of the button that adds one; it
/// is marked as changed where the text was.
pub fn ui(
    ui: &mut Ui,
    editors: &mut Editors,
    lang: Lang,
    field: &str,
    place: Place,
    text: &mut String,
) -> Response {
    let mut first = None;
    let mut removed = None;
    let mut changed = false;
    let mut nothing = Rows::default();
    let kept = editors.rows(place, text).unwrap_or(&mut nothing);

    for (index, param) in kept.rows.iter_mut().enumerate() {
        let (name, row_changed, remove) = ui
            .push_id(index, |ui| row_ui(ui, lang, field, index, param))
            .inner;
        first.get_or_insert(name);
        changed |= row_changed;
        removed = remove.then_some(index).or(removed);
    }

    if let Some(index) = removed {
        kept.rows.remove(index);
    }

    let label = lang.fill("params.add_name", &[("field", field)]);
    let add = ui
        .add(Button::new(RichText::new(lang.text("params.add")).small()))
        .accessible_name(label);
    if add.clicked() {
        kept.rows.push(Param::default());
    }

    changed |= removed.is_some() || add.clicked();
    if changed {
        kept.text = params::text(&kept.rows);
        text.clone_from(&kept.text);
    }

    let mut response = first.unwrap_or(add);
    if changed {
        response.mark_changed();
    }

    response
}

/// One row: the name's response, whether anything changed, whether the row is to go.
fn row_ui(
    ui: &mut Ui,
    lang: Lang,
    field: &str,
    index: usize,
    param: &mut Param,
) -> (Response, bool, bool) {
    let place = (index + 1).to_string();
    let named = |key: &str| lang.fill(key, &[("field", field), ("place", &place)]);
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let name_width = (ui.available_width() * 0.34).round();
        let edit = |ui: &mut Ui, typed: &mut String, width: f32, hint: &str, bad: bool| {
            let edit = TextEdit::singleline(typed)
                .font(TextStyle::Monospace)
                .align(Align2::LEFT_CENTER);
            let edit = if bad {
                edit.text_color(palette.error)
            } else {
                edit
            };

            ui.add(
                edit.margin(MARGIN)
                    .desired_width(width)
                    .hint_text(lang.text(hint)),
            )
        };

        let name = edit(ui, &mut param.name, name_width, "params.name_hint", false)
            .accessible_name(named("params.name"));
        let is_json = param.is_json;
        let value = |ui: &mut Ui| {
            let width = ui.available_width();
            let bad = is_json && !json::is_json(&param.value);
            let value = edit(ui, &mut param.value, width, "params.value_hint", bad);
            let value = value.accessible_name(named("params.value"));
            if bad {
                value.on_hover_text(lang.text("params.bad_json"))
            } else {
                value
            }
        };
        let (value, (switched, removed)) = ends(ui, value, |ui| {
            let kind = lang.text(if is_json {
                "params.json"
            } else {
                "params.text"
            });
            let kind = Button::new(RichText::new(kind).small().color(palette.weak))
                .min_size([52.0, 28.0].into());
            let kind = ui.add(kind).on_hover_text(lang.text("params.kind_about"));
            let switched = kind.accessible_name(named("params.kind")).clicked();
            let remove = ui
                .button("×")
                .on_hover_text(named("params.remove"))
                .accessible_name(named("params.remove"));
            (switched, remove.clicked())
        });
        param.is_json ^= switched;

        let has_changed = name.changed() || value.changed() || switched;
        (name, has_changed, removed)
    })
    .inner
}
