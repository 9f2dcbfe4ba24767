//! In: the order's form. Out: the same as edited, in collapsible groups, each field with what is wrong with it.

use eframe::egui::{Button, CollapsingHeader, ComboBox, RichText, ScrollArea, Ui};

use crate::core::order::model::whole_number;
use crate::core::order::{OrderForm, SchemaForm, SkuForm, TotalAmount, catalog, money};

use super::super::View;
use super::{ComposePage, options, sku};
use crate::texts::Lang;
use crate::ui::command::Command;
use crate::ui::theme::Palette;
use crate::ui::widgets::field::{Field, Fields};
use crate::ui::widgets::params::Editors;
use crate::ui::widgets::picker::Choice;
use crate::ui::widgets::{self, card, lazy};

/// Points that the form of one SKU takes about.
const SKU_HEIGHT: f32 = 560.0;

/// Draws the whole form.
pub fn ui(ui: &mut Ui, page: &mut ComposePage, view: View<'_>, out: &mut Vec<Command>) {
    let ComposePage { form, jump, editors, .. } = page;
    let mut fields = Fields { lang: view.lang, findings: &view.draft.findings, jump, editors, edited: Vec::new() };
    let diamond = view.draft.order.is_diamond();
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        sku_list(ui, &mut fields, &mut form.skus, diamond);
        group(
            ui,
            &mut fields,
            "group.order",
            &["outOrderNo", "totalAmount", "currency", "payExpireSeconds"],
            |ui, fields| {
                order(ui, fields, form, view, out);
            },
        );
        group(ui, &mut fields, "group.order_entry_schema", &["orderEntrySchema"], |ui, fields| {
            schema(ui, fields, "orderEntrySchema", &mut form.order_entry_schema);
        });
        let rest = ["limitPayWayList", "payNotifyUrl", "merchantUid", "payScene", "promotionId"];
        group(ui, &mut fields, "group.options", &rest, |ui, fields| options::ui(ui, fields, form));
    });
    for path in fields.edited {
        form.edit(&path);
    }
}

/// A collapsible card, which opens where it has the field to jump to.
pub fn group(
    ui: &mut Ui,
    fields: &mut Fields<'_>,
    title_key: &str,
    roots: &[&str],
    content: impl FnOnce(&mut Ui, &mut Fields<'_>),
) {
    let inside = fields.jump.as_ref().is_some_and(|path| roots.iter().any(|root| path.starts_with(root)));
    let title = fields.lang.text(title_key).into_owned();
    card(ui, |ui| {
        CollapsingHeader::new(widgets::title(title))
            .id_salt(title_key)
            .default_open(true)
            .open(inside.then_some(true))
            .show_unindented(ui, |ui| content(ui, fields));
    });
}

fn sku_list(ui: &mut Ui, fields: &mut Fields<'_>, skus: &mut Vec<SkuForm>, diamond: bool) {
    group(ui, fields, "group.sku_list", &["skuList"], |ui, fields| {
        fields.remarks(ui, "skuList");
        let count = skus.len();
        let mut change = None;
        for (index, item) in skus.iter_mut().enumerate() {
            ui.push_id(index, |ui| {
                let prefix = format!("skuList[{index}]");
                let is_wanted = fields.jump.as_ref().is_some_and(|path| path.starts_with(&prefix));
                lazy::item(ui, index, count, SKU_HEIGHT, is_wanted, |ui| {
                    if count > 1 {
                        ui.label(RichText::new(prefix).monospace().strong());
                        change = change.or(list_buttons(ui, fields.lang, "sku", index, count));
                    }
                    sku::ui(ui, fields, index, item, diamond);
                });
            });
        }
        if change.is_some() {
            // What stands at a place is another item then.
            *fields.editors = Editors::default();
        }
        apply(skus, change);
        let add = ui.add(Button::new(RichText::new(fields.lang.text("sku.add")).small()));
        fields.arrive("skuList", &add);
        if add.clicked() {
            skus.push(SkuForm::default());
        }
    });
}

/// A change to a list that its own buttons ask for.
#[derive(Clone, Copy)]
pub enum ListChange {
    /// Take the item out.
    Remove(usize),
    /// Swap the item with the one before it.
    Raise(usize),
}

/// The buttons of one of several items; `kind` is the first part of their text keys.
pub fn list_buttons(ui: &mut Ui, lang: Lang, kind: &str, index: usize, count: usize) -> Option<ListChange> {
    let mut change = None;
    let place = (index + 1).to_string();
    ui.horizontal(|ui| {
        let mut button = |ui: &mut Ui, sign: &str, action: &str, enabled: bool, wanted: ListChange| {
            let name = lang.fill(&format!("{kind}.{action}"), &[("place", &place)]);
            let response = ui.add_enabled(enabled, Button::new(sign)).on_hover_text(&name).accessible_name(&name);
            if response.on_disabled_hover_text(lang.text("list.at_the_end")).clicked() {
                change = Some(wanted);
            }
        };
        button(ui, "↑", "up", index > 0, ListChange::Raise(index));
        button(ui, "↓", "down", index + 1 < count, ListChange::Raise(index + 1));
        button(ui, "×", "remove", true, ListChange::Remove(index));
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

fn order(ui: &mut Ui, fields: &mut Fields<'_>, form: &mut OrderForm, view: View<'_>, out: &mut Vec<Command>) {
    Field::new("outOrderNo").monospace().show(ui, fields, &mut form.out_order_no);
    let renew = Button::new(RichText::new(fields.lang.text("order_number.renew")).small());
    if ui.add(renew).on_hover_text(fields.lang.text("order_number.about")).clicked() {
        out.push(Command::NewOrderNumber);
    }
    total_amount(ui, fields, form, view);
    ui.columns_const(|[left, right]| {
        currency(left, fields, &mut form.currency);
        let choices = expiry_choices(fields.lang);
        Field::new("payExpireSeconds").choices(&choices).show(right, fields, &mut form.pay_expire_seconds);
    });
}

fn total_amount(ui: &mut Ui, fields: &mut Fields<'_>, form: &mut OrderForm, view: View<'_>) {
    let diamond = view.draft.order.is_diamond();
    let shown = view.draft.order.member("totalAmount").and_then(whole_number);
    let mut typed = match &form.total_amount {
        TotalAmount::Own(typed) => typed.clone(),
        TotalAmount::Follow => view.draft.order.sum_of_items().map(|sum| sum.to_string()).unwrap_or_default(),
    };
    let field = Field::new("totalAmount").aside(shown.map(|amount| amount_text(fields.lang, amount, diamond)));
    if field.show(ui, fields, &mut typed).changed() {
        form.total_amount = TotalAmount::Own(typed);
    }
    let palette = Palette::of(ui);
    if form.total_amount == TotalAmount::Follow {
        let key = if shown.is_some() { "total.follows" } else { "total.unknown" };
        ui.label(RichText::new(fields.lang.text(key)).small().color(palette.weak));
    } else {
        let text = RichText::new(fields.lang.text("total.follow_again")).small().color(palette.accent);
        if ui.add(Button::new(text).small()).clicked() {
            form.total_amount = TotalAmount::Follow;
        }
    }
}

fn currency(ui: &mut Ui, fields: &mut Fields<'_>, currency: &mut String) {
    let absent = fields.lang.text("currency.absent").into_owned();
    let selected = if currency.is_empty() { absent.clone() } else { currency.clone() };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let label = fields.label(ui, "currency");
        let width = ui.available_width();
        let combo = ComboBox::from_id_salt("currency").selected_text(selected).width(width).show_ui(ui, |ui| {
            ui.selectable_value(currency, String::new(), absent);
            for known in catalog::CURRENCIES {
                ui.selectable_value(currency, (*known).to_owned(), *known);
            }
        });
        let response = combo.response.labelled_by(label.id);
        fields.remarks(ui, "currency");
        fields.arrive("currency", &response);
    });
}

/// The two fields of a page reference.
pub fn schema(ui: &mut Ui, fields: &mut Fields<'_>, path: &str, schema: &mut SchemaForm) {
    fields.remarks(ui, path);
    let first = Field::new(format!("{path}.path")).monospace().show(ui, fields, &mut schema.path);
    fields.arrive(path, &first);
    params(ui, fields, &format!("{path}.params"), &mut schema.params);
}

/// `params` in rows; as text where it is to be, or is no object.
fn params(ui: &mut Ui, fields: &mut Fields<'_>, path: &str, text: &mut String) {
    let has_rows = fields.editors.has_rows(path, text);
    let field = Field::new(path).monospace().rows(2).switch(has_rows);
    if fields.editors.is_text(path) || !has_rows {
        // It stays text when it becomes an object again: nothing changes under the cursor.
        fields.editors.set_text(path, true);
        field.show(ui, fields, text);
    } else {
        field.show_with(ui, fields, text, |_, ui, fields, text, _| {
            let name = fields.name(path);
            fields.editors.rows_ui(ui, fields.lang, &name, path, text)
        });
    }
}

/// An amount in yuan, or as a number of diamonds.
pub fn amount_text(lang: Lang, amount: i64, diamond: bool) -> String {
    if diamond { lang.fill("amount.diamonds", &[("count", &amount.to_string())]) } else { money::yuan(amount) }
}

fn expiry_choices(lang: Lang) -> Vec<Choice> {
    [(300, "expiry.minutes", 5), (900, "expiry.minutes", 15), (1800, "expiry.minutes", 30), (3600, "expiry.hours", 1)]
        .into_iter()
        .chain([(7200, "expiry.hours", 2), (43_200, "expiry.hours", 12), (86_400, "expiry.hours", 24)])
        .chain([(172_800, "expiry.hours", 48)])
        .map(|(seconds, key, count)| Choice {
            value: seconds.to_string(),
            meaning: lang.fill(key, &[("count", &count.to_string())]),
        })
        .collect()
}
