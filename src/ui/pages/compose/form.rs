//! In: the order's form. Out: the same as edited, in collapsible groups, each field with what is
//! wrong with it.

use eframe::egui::{Button, CollapsingHeader, ComboBox, RichText, ScrollArea, Ui};

use crate::core::order::model::whole_number;
use crate::core::order::{OrderForm, SkuForm, TotalAmount};
use crate::core::path::{FieldPath, Place};
use crate::core::platform::{CURRENCIES, Field};

use super::parts::{SKU_TEXTS, amount_text, apply, list_buttons, schema};
use super::state::Sheet;
use super::{options, sku};
use crate::texts::Lang;
use crate::ui::command::Command;
use crate::ui::editors::Editors;
use crate::ui::pages::view::View;
use crate::ui::theme::Palette;
use crate::ui::widgets::field::Input;
use crate::ui::widgets::fields::Fields;
use crate::ui::widgets::lazy;
use crate::ui::widgets::parts::{self, card};
use crate::ui::widgets::picker::Choice;

/// Points that the form of one SKU takes about.
const SKU_HEIGHT: f32 = 560.0;

/// Draws the whole form.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet, view: View<'_>, out: &mut Vec<Command>) {
    let Sheet {
        document,
        jump,
        editors,
        ..
    } = sheet;

    let mut fields = Fields {
        lang: view.lang,
        remarks: view.remarks,
        jump,
        editors,
        edited: Vec::new(),
    };

    let form = document.form_mut();
    let diamond = view.draft.order.is_diamond();
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            sku_list(ui, &mut fields, &mut form.skus, diamond);
            group(
                ui,
                &mut fields,
                "group.order",
                &[
                    Field::OutOrderNo,
                    Field::TotalAmount,
                    Field::Currency,
                    Field::PayExpireSeconds,
                ],
                |ui, fields| {
                    order(ui, fields, form, view, out);
                },
            );
            group(
                ui,
                &mut fields,
                "group.order_entry_schema",
                &[Field::OrderEntrySchema],
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

            let rest = [
                Field::LimitPayWayList,
                Field::PayNotifyUrl,
                Field::MerchantUid,
                Field::PayScene,
                Field::PromotionId,
            ];
            group(ui, &mut fields, "group.options", &rest, |ui, fields| {
                options::ui(ui, fields, form);
            });
        });
    let edited = fields.edited;
    document.edited(&edited);
}

/// A collapsible card, which opens where it has the field to jump to.
pub fn group(
    ui: &mut Ui,
    fields: &mut Fields<'_>,
    title_key: &str,
    roots: &[Field],
    content: impl FnOnce(&mut Ui, &mut Fields<'_>),
) {
    let inside = fields.is_wanted(roots);
    let title = fields.lang.text(title_key).into_owned();
    card(ui, |ui| {
        CollapsingHeader::new(parts::title(title))
            .id_salt(title_key)
            .default_open(true)
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
                        sku::ui(ui, fields, index, item, diamond);
                    });
                });
            }

            if change.is_some() {
                // What stands at a place is another item then.
                *fields.editors = Editors::default();
                fields.edited.push(list);
            }

            apply(skus, change);
            let add = ui.add(Button::new(
                RichText::new(fields.lang.text("sku.add")).small(),
            ));
            fields.arrive(list, &add);

            if add.clicked() {
                skus.push(SkuForm::default());
                fields.edited.push(list);
            }
        },
    );
}

fn order(
    ui: &mut Ui,
    fields: &mut Fields<'_>,
    form: &mut OrderForm,
    view: View<'_>,
    out: &mut Vec<Command>,
) {
    Input::of(Field::OutOrderNo)
        .monospace()
        .show(ui, fields, &mut form.out_order_no);
    let renew = Button::new(RichText::new(fields.lang.text("order_number.renew")).small());
    if ui
        .add(renew)
        .on_hover_text(fields.lang.text("order_number.about"))
        .clicked()
    {
        out.push(Command::NewOrderNumber);
    }

    total_amount(ui, fields, form, view);
    ui.columns_const(|[left, right]| {
        currency(left, fields, &mut form.currency);
        let choices = expiry_choices(fields.lang);
        Input::of(Field::PayExpireSeconds).choices(&choices).show(
            right,
            fields,
            &mut form.pay_expire_seconds,
        );
    });
}

fn total_amount(ui: &mut Ui, fields: &mut Fields<'_>, form: &mut OrderForm, view: View<'_>) {
    let diamond = view.draft.order.is_diamond();
    let shown = view
        .draft
        .order
        .member("totalAmount")
        .and_then(whole_number);
    let mut typed = match &form.total_amount {
        TotalAmount::Own(typed) => typed.clone(),
        TotalAmount::Follow => view
            .draft
            .order
            .sum_of_items()
            .map(|sum| sum.to_string())
            .unwrap_or_default(),
    };

    let field = Input::of(Field::TotalAmount)
        .aside(shown.map(|amount| amount_text(fields.lang, amount, diamond)));
    if field.show(ui, fields, &mut typed).changed() {
        form.total_amount = TotalAmount::Own(typed);
    }

    let palette = Palette::of(ui);
    if form.total_amount == TotalAmount::Follow {
        let key = if shown.is_some() {
            "total.follows"
        } else {
            "total.unknown"
        };
        ui.label(
            RichText::new(fields.lang.text(key))
                .small()
                .color(palette.weak),
        );
    } else {
        let text = RichText::new(fields.lang.text("total.follow_again"))
            .small()
            .color(palette.accent);
        if ui.add(Button::new(text).small()).clicked() {
            form.total_amount = TotalAmount::Follow;
            fields.edited.push(Place::of(Field::TotalAmount));
        }
    }
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
                ui.selectable_value(currency, String::new(), absent);
                for known in CURRENCIES {
                    ui.selectable_value(currency, (*known).to_owned(), *known);
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
