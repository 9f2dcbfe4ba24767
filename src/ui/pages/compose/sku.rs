//! In: the form of one SKU. Out: the same as edited.

use eframe::egui::{Button, RichText, Ui};

use crate::core::order::{SkuForm, catalog, path};

use super::form::{amount_text, apply, list_buttons, schema};
use super::phone_card;
use crate::texts::Lang;
use crate::ui::widgets::field::{Field, Fields};
use crate::ui::widgets::lazy;
use crate::ui::widgets::picker::Choice;

/// Points that one of several images takes about.
const IMAGE_HEIGHT: f32 = 90.0;

/// Draws the fields of one SKU.
pub fn ui(ui: &mut Ui, fields: &mut Fields<'_>, index: usize, item: &mut SkuForm, diamond: bool) {
    let at = |member: &str| path::sku(index, member);
    Field::new(at("title")).show(ui, fields, &mut item.title);
    Field::new(at("skuId")).monospace().show(ui, fields, &mut item.sku_id);
    ui.columns_const(|[left, right]| {
        let yuan = item.price.parse().ok().map(|price| amount_text(fields.lang, price, diamond));
        Field::new(at("price")).aside(yuan).show(left, fields, &mut item.price);
        Field::new(at("quantity")).show(right, fields, &mut item.quantity);
    });
    let types = type_choices(fields.lang);
    let meaning = types.iter().find(|choice| choice.value == item.goods_type).map(|choice| choice.meaning.clone());
    Field::new(at("type")).aside(meaning).choices(&types).show(ui, fields, &mut item.goods_type);
    let groups = tag_group_choices(fields.lang);
    Field::new(at("tagGroupId")).monospace().choices(&groups).show(ui, fields, &mut item.tag_group_id);
    images(ui, fields, index, &mut item.images);
    schema(ui, fields, &at("entrySchema"), &mut item.entry_schema);
    let is_phone_card = item.goods_type.parse().is_ok_and(|goods_type| catalog::PHONE_CARD_TYPES.contains(&goods_type));
    if is_phone_card {
        phone_card::ui(ui, fields, &at("skuAttr"), &mut item.sku_attr, diamond);
    } else {
        Field::new(at("skuAttr")).monospace().rows(2).show(ui, fields, &mut item.sku_attr);
    }
}

fn images(ui: &mut Ui, fields: &mut Fields<'_>, index: usize, images: &mut Vec<String>) {
    let list = path::sku(index, "imageList");
    let count = images.len();
    let mut change = None;
    for (place, url) in images.iter_mut().enumerate() {
        ui.push_id(place, |ui| {
            let at = path::item(&list, place);
            let is_wanted = fields.jump.as_deref() == Some(&*at);
            lazy::item(ui, place, count, IMAGE_HEIGHT, is_wanted, |ui| {
                Field::new(at).monospace().show(ui, fields, url);
                if count > 1 {
                    change = change.or(list_buttons(ui, fields.lang, "image", place, count));
                }
            });
        });
    }
    apply(images, change);
    if images.is_empty() {
        fields.label(ui, &list);
    }
    let add = ui.add(Button::new(RichText::new(fields.lang.text("image.add")).small()));
    fields.arrive(&list, &add);
    if add.clicked() {
        images.push(String::new());
    }
    fields.remarks(ui, &list);
}

fn type_choices(lang: Lang) -> Vec<Choice> {
    let choice = |number: &i64| Choice {
        value: number.to_string(),
        meaning: lang.lookup(&format!("goods_type.{number}")).unwrap_or_default().into_owned(),
    };
    catalog::GOODS_TYPES.iter().map(choice).collect()
}

fn tag_group_choices(lang: Lang) -> Vec<Choice> {
    let choice = |id: &&str| Choice {
        value: (*id).to_owned(),
        meaning: lang.lookup(&format!("tag_group.{id}")).unwrap_or_default().into_owned(),
    };
    catalog::TAG_GROUPS.iter().map(choice).collect()
}
