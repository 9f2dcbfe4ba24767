//! In: the form of one SKU. Out: the same as edited.

use eframe::egui::{Button, RichText, Ui};

use crate::core::order::SkuForm;
use crate::core::path::{FieldPath, Place};
use crate::core::platform::{Field, GOODS_TYPES, TAG_GROUPS, sku_attr_of, tag_groups_of};

use super::parts::{IMAGE_TEXTS, amount_text, apply, list_buttons, schema};
use super::sku_attr;
use crate::texts::Lang;
use crate::ui::widgets::field::Input;
use crate::ui::widgets::fields::Fields;
use crate::ui::widgets::lazy;
use crate::ui::widgets::parts::columns;
use crate::ui::widgets::picker::Choice;

/// Points that one of several images takes about.
const IMAGE_HEIGHT: f32 = 90.0;

/// Draws the fields of one SKU.
pub fn ui(
    ui: &mut Ui,
    fields: &mut Fields<'_>,
    (index, count): (usize, usize),
    item: &mut SkuForm,
    diamond: bool,
) {
    let at = |field| Place::in_sku(index, field);
    Input::at(at(Field::Title)).show(ui, fields, &mut item.title);
    Input::at(at(Field::SkuId))
        .monospace()
        .show(ui, fields, &mut item.sku_id);
    // Those of the only one stand in the card above.
    if count > 1 {
        columns(ui, |[left, right]| {
            let yuan = item
                .price
                .parse()
                .ok()
                .map(|price| amount_text(fields.lang, price, diamond));
            Input::at(at(Field::Price))
                .aside(yuan)
                .show(left, fields, &mut item.price);
            Input::at(at(Field::Quantity)).show(right, fields, &mut item.quantity);
        });
    }

    let types = type_choices(fields.lang);
    let meaning = types
        .iter()
        .find(|choice| choice.value == item.goods_type)
        .map(|choice| choice.meaning.clone());
    Input::at(at(Field::Type))
        .aside(meaning)
        .choices(&types)
        .show(ui, fields, &mut item.goods_type);
    let groups = tag_group_choices(fields, &item.goods_type);
    Input::at(at(Field::TagGroupId))
        .monospace()
        .choices(&groups)
        .show(ui, fields, &mut item.tag_group_id);
    images(ui, fields, index, &mut item.images);
    let places = [Field::EntrySchema, Field::EntryPath, Field::EntryParams];
    schema(ui, fields, places.map(at), &mut item.entry_schema);

    let goods_type = item.goods_type.parse().ok();
    if let Some(members) = goods_type.and_then(sku_attr_of) {
        let place = at(Field::SkuAttr);
        sku_attr::ui(ui, fields, (place, members), &mut item.sku_attr, diamond);
    } else {
        Input::at(at(Field::SkuAttr))
            .monospace()
            .rows(2)
            .show(ui, fields, &mut item.sku_attr);
    }
}

fn images(ui: &mut Ui, fields: &mut Fields<'_>, index: usize, images: &mut Vec<String>) {
    let list = Place::in_sku(index, Field::ImageList);
    let count = images.len();
    let mut change = None;

    for (place, url) in images.iter_mut().enumerate() {
        ui.push_id(place, |ui| {
            let at = Place::in_sku(index, Field::Image).item(place);
            let is_wanted = *fields.jump == Some(FieldPath::Field(at));
            lazy::item(ui, place, count, IMAGE_HEIGHT, is_wanted, |ui| {
                Input::at(at).monospace().show(ui, fields, url);
                if count > 1 {
                    change = change.or(list_buttons(ui, fields.lang, &IMAGE_TEXTS, place, count));
                }
            });
        });
    }

    if change.is_some() {
        fields.edited.push(list);
    }
    apply(images, change);
    if images.is_empty() {
        fields.label(ui, list);
    }

    let add = ui.add(Button::new(
        RichText::new(fields.lang.text("image.add")).small(),
    ));
    fields.arrive(list, &add);
    if add.clicked() {
        images.push(String::new());
        fields.edited.push(list);
    }

    fields.remarks(ui, list);
}

fn type_choices(lang: Lang) -> Vec<Choice> {
    let choice = |number: &i64| Choice {
        value: number.to_string(),
        meaning: lang
            .lookup(&format!("goods_type.{number}"))
            .unwrap_or_default()
            .into_owned(),
    };
    GOODS_TYPES.iter().map(choice).collect()
}

/// What the platform has answered to the user, then what is known of goods of this type.
fn tag_group_choices(fields: &Fields<'_>, goods_type: &str) -> Vec<Choice> {
    let own = fields.tag_groups.iter().map(|group| Choice {
        value: group.id.clone(),
        meaning: group.meaning.clone(),
    });
    let known = goods_type.parse().map_or(TAG_GROUPS, tag_groups_of);
    let is_new = |id: &&&str| fields.tag_groups.iter().all(|group| group.id != **id);
    let known = known.iter().filter(is_new).map(|id| Choice {
        value: (*id).to_owned(),
        meaning: fields
            .lang
            .lookup(&format!("tag_group.{id}"))
            .unwrap_or_default()
            .into_owned(),
    });
    own.chain(known).collect()
}
