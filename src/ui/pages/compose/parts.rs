//! What several forms of the compose page are made of: lists, page references, amounts.

use eframe::egui::{Button, Ui};

use crate::core::order::{SchemaForm, money};
use crate::core::path::Place;
use crate::texts::Lang;
use crate::ui::widgets::field::Input;
use crate::ui::widgets::fields::Fields;
use crate::ui::widgets::params;

/// A change to a list that its own buttons ask for.
#[derive(Clone, Copy)]
pub enum ListChange {
    /// Take the item out.
    Remove(usize),
    /// Swap the item with the one before it.
    Raise(usize),
}

/// Keys of the names of an item's buttons.
pub struct ListTexts {
    up: &'static str,
    down: &'static str,
    remove: &'static str,
}

/// The buttons of a SKU.
pub const SKU_TEXTS: ListTexts = ListTexts {
    up: "sku.up",
    down: "sku.down",
    remove: "sku.remove",
};

/// The buttons of an image.
pub const IMAGE_TEXTS: ListTexts = ListTexts {
    up: "image.up",
    down: "image.down",
    remove: "image.remove",
};

/// The buttons of one of several items.
pub fn list_buttons(
    ui: &mut Ui,
    lang: Lang,
    texts: &ListTexts,
    index: usize,
    count: usize,
) -> Option<ListChange> {
    let mut change = None;
    let place = (index + 1).to_string();
    ui.horizontal(|ui| {
        let mut button = |ui: &mut Ui, sign: &str, key: &str, enabled: bool, wanted: ListChange| {
            let name = lang.fill(key, &[("place", &place)]);
            let response = ui
                .add_enabled(enabled, Button::new(sign))
                .on_hover_text(&name)
                .accessible_name(&name);
            if response
                .on_disabled_hover_text(lang.text("list.at_the_end"))
                .clicked()
            {
                change = Some(wanted);
            }
        };
        button(ui, "↑", texts.up, index > 0, ListChange::Raise(index));
        button(
            ui,
            "↓",
            texts.down,
            index + 1 < count,
            ListChange::Raise(index + 1),
        );
        button(ui, "×", texts.remove, true, ListChange::Remove(index));
    });
    change
}

/// Carries out a change to a list.
pub fn apply<T>(list: &mut Vec<T>, change: Option<ListChange>) {
    match change {
        Some(ListChange::Remove(index)) => drop(list.remove(index)),
        Some(ListChange::Raise(index)) => list.swap(index - 1, index),
        None => {}
    }
}

/// The two fields of a page reference: the whole, `path`, `params`.
pub fn schema(
    ui: &mut Ui,
    fields: &mut Fields<'_>,
    [whole, path, params]: [Place; 3],
    schema: &mut SchemaForm,
) {
    fields.remarks(ui, whole);
    let first = Input::at(path)
        .monospace()
        .show(ui, fields, &mut schema.path);
    fields.arrive(whole, &first);
    params_ui(ui, fields, params, &mut schema.params);
}

/// `params` in rows; as text where it is to be, or is no object.
fn params_ui(ui: &mut Ui, fields: &mut Fields<'_>, place: Place, text: &mut String) {
    let has_rows = fields.editors.has_rows(place, text);
    let field = Input::at(place).monospace().rows(2).switch(has_rows);
    if fields.editors.is_text(place) || !has_rows {
        // It stays text when it becomes an object again: nothing changes under the cursor.
        fields.editors.set_text(place, true);
        field.show(ui, fields, text);
    } else {
        field.show_with(ui, fields, text, |_, ui, fields, text, _| {
            let name = fields.name(place.field);
            params::ui(ui, fields.editors, fields.lang, &name, place, text)
        });
    }
}

/// An amount in yuan, or as a number of diamonds.
pub fn amount_text(lang: Lang, amount: i64, diamond: bool) -> String {
    if diamond {
        lang.fill("amount.diamonds", &[("count", &amount.to_string())])
    } else {
        money::yuan(amount)
    }
}
