//! In: the order's form. Out: the same as edited, in collapsible groups, each field with what is
//! wrong with it.

use eframe::egui::{Button, CollapsingHeader, ComboBox, RichText, ScrollArea, Ui};

use crate::core::order::{OrderForm, SkuForm};
use crate::core::path::{FieldPath, Place};
use crate::core::platform::{CURRENCIES, Field};

use super::parts::{SKU_TEXTS, apply, list_buttons, schema};
use super::state::{Sheet, Unit};
use super::{options, order_card, sku};
use crate::texts::Lang;
use crate::ui::command::Command;
use crate::ui::editors::Editors;
use crate::ui::pages::view::View;
use crate::ui::theme::Palette;
use crate::ui::widgets::field::Input;
use crate::ui::widgets::fields::Fields;
use crate::ui::widgets::parts::{self, card, columns};
use crate::ui::widgets::picker::Choice;
use crate::ui::widgets::{focus, lazy};

/// Points of height that are left for the form below the order's card; with less, all of it
/// scrolls.
const LEAST_BELOW: f32 = 110.0;

/// Points that the form of one SKU takes about.
const SKU_HEIGHT: f32 = 560.0;

/// Draws the whole form; what an order is told by stands above what scrolls.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet, unit: &mut Unit, view: View<'_>, out: &mut Vec<Command>) {
    let Sheet {
        document,
        jump,
        editors,
        amounts,
        ..
    } = sheet;

    let mut fields = Fields {
        lang: view.lang,
        remarks: view.remarks,
        jump,
        editors,
        tag_groups: view.tag_groups,
        edited: Vec::new(),
        unit_is_yuan: false,
        acted: false,
    };

    let form = document.form_mut();
    let diamond = view.draft.order.is_diamond();
    // As high as it was drawn last.
    let id = ui.scope_id().with("order card");
    let height = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0);
    let is_short = ui.available_height() - height < LEAST_BELOW;
    let mut order = |ui: &mut Ui, fields: &mut Fields<'_>, form: &mut OrderForm| {
        let top = ui.cursor().top();
        order_card::ui(ui, fields, form, (unit, amounts), view, out);
        let now = ui.cursor().top() - top;
        if (now - height).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, now));
            ui.ctx().request_discard("the height of the order's card");
        }
    };
    if !is_short {
        order(ui, &mut fields, form);
    }
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            if is_short {
                order(ui, &mut fields, form);
            }
            sku_list(ui, &mut fields, &mut form.skus, diamond);
            pages(ui, &mut fields, form);
            rest(ui, &mut fields, form);
            focus::follow(ui);
        });
    let edited = fields.edited;
    document.edited(&edited);
}

/// The page that shows the order.
fn pages(ui: &mut Ui, fields: &mut Fields<'_>, form: &mut OrderForm) {
    let key = "group.order_entry_schema";
    group(
        ui,
        fields,
        key,
        &[Field::OrderEntrySchema],
        (true, None),
        |ui, fields| {
            let places = [
                Field::OrderEntrySchema,
                Field::OrderEntryPath,
                Field::OrderEntryParams,
            ];
            let schema_form = &mut form.order_entry_schema;
            schema(ui, fields, places.map(Place::of), schema_form);
        },
    );
}

/// What may be left out; folded until something stands in it.
fn rest(ui: &mut Ui, fields: &mut Fields<'_>, form: &mut OrderForm) {
    let rest = [
        Field::Currency,
        Field::PayExpireSeconds,
        Field::LimitPayWayList,
        Field::PayNotifyUrl,
        Field::MerchantUid,
        Field::PayScene,
        Field::PromotionId,
    ];
    let texts = [
        &form.currency,
        &form.pay_notify_url,
        &form.merchant_uid,
        &form.pay_scene,
        &form.promotion_id,
    ];
    let is_used = texts.iter().any(|text| !text.is_empty());
    let used = texts.iter().filter(|text| !text.is_empty()).count()
        + usize::from(!form.pay_expire_seconds.is_empty())
        + usize::from(form.limit_pay_ways.is_some());
    // What is folded away is signed all the same.
    let aside = fields
        .lang
        .fill("group.used", &[("count", &used.to_string())]);
    let fold = (is_used, (used > 0).then_some(aside));
    group(ui, fields, "group.options", &rest, fold, |ui, fields| {
        columns(ui, |[left, right]| {
            currency(left, fields, &mut form.currency);
            let choices = expiry_choices(fields.lang);
            let field = Input::of(Field::PayExpireSeconds).choices(&choices);
            field.show(right, fields, &mut form.pay_expire_seconds);
        });
        options::ui(ui, fields, form);
    });
}

/// A collapsible card, which opens where it has the field to jump to.
pub fn group(
    ui: &mut Ui,
    fields: &mut Fields<'_>,
    title_key: &str,
    roots: &[Field],
    (is_open, aside): (bool, Option<String>),
    content: impl FnOnce(&mut Ui, &mut Fields<'_>),
) {
    let inside = fields.is_wanted(roots);
    let name = fields.lang.text(title_key);
    let title = aside.map_or_else(|| name.to_string(), |aside| format!("{name} · {aside}"));
    card(ui, |ui| {
        CollapsingHeader::new(parts::title(title))
            .id_salt(title_key)
            .default_open(is_open)
            .open(inside.then_some(true))
            .show_unindented(ui, |ui| content(ui, fields));
    });
}

fn sku_list(ui: &mut Ui, fields: &mut Fields<'_>, skus: &mut Vec<SkuForm>, diamond: bool) {
    let list = Place::of(Field::SkuList);
    group(
        ui,
        fields,
        "group.sku_list",
        &[Field::SkuList],
        (true, None),
        |ui, fields| {
            fields.remarks(ui, list);
            let count = skus.len();
            let mut change = None;

            for (index, item) in skus.iter_mut().enumerate() {
                ui.push_id(index, |ui| {
                    let jump = fields.jump.as_ref().and_then(FieldPath::place);
                    let is_wanted =
                        jump.is_some_and(|place| place.field.is_in_sku() && place.sku == index);
                    lazy::item(ui, index, count, SKU_HEIGHT, is_wanted, |ui| {
                        if count > 1 {
                            ui.label(
                                RichText::new(format!("skuList[{index}]"))
                                    .monospace()
                                    .strong(),
                            );
                            change =
                                change.or(list_buttons(ui, fields.lang, &SKU_TEXTS, index, count));
                        }
                        sku::ui(ui, fields, (index, count), item, diamond);
                    });
                });
            }

            if change.is_some() {
                // What stands at a place is another item then.
                *fields.editors = Editors::default();
                fields.edited.push(list);
            }

            apply(skus, change);
            let add = Button::new(RichText::new(fields.lang.text("sku.add")).small());
            let why = fields.lang.text("sku.add_why");
            let add = ui.add(add).on_hover_text(&*why);
            if count > 0 {
                let why = RichText::new(&*why).small();
                ui.label(why.color(Palette::of(ui).weak));
            }
            fields.arrive(list, &add);

            if add.clicked() {
                skus.push(SkuForm::default());
                fields.edited.push(list);
            }
        },
    );
}

fn currency(ui: &mut Ui, fields: &mut Fields<'_>, currency: &mut String) {
    let place = Place::of(Field::Currency);
    let before = currency.clone();
    let absent = fields.lang.text("currency.absent").into_owned();
    let selected = if currency.is_empty() {
        absent.clone()
    } else {
        currency.clone()
    };

    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let label = fields.label(ui, place);
        let width = ui.available_width();
        let combo = ComboBox::from_id_salt("currency")
            .selected_text(selected)
            .width(width)
            .show_ui(ui, |ui| {
                parts::choice(ui, currency, String::new(), absent);
                for known in CURRENCIES {
                    parts::choice(ui, currency, (*known).to_owned(), *known);
                }
            });

        let response = combo.response.labelled_by(label.id);
        fields.remarks(ui, place);
        fields.arrive(place, &response);
    });
    if *currency != before {
        fields.edited.push(place);
    }
}

fn expiry_choices(lang: Lang) -> Vec<Choice> {
    [
        (300, "expiry.minutes", 5),
        (900, "expiry.minutes", 15),
        (1800, "expiry.minutes", 30),
        (3600, "expiry.hours", 1),
    ]
    .into_iter()
    .chain([
        (7200, "expiry.hours", 2),
        (43_200, "expiry.hours", 12),
        (86_400, "expiry.hours", 24),
    ])
    .chain([(172_800, "expiry.hours", 48)])
    .map(|(seconds, key, count)| Choice {
        value: seconds.to_string(),
        meaning: lang.fill(key, &[("count", &count.to_string())]),
    })
    .collect()
}
