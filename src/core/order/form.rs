//! In: what a person typed, on top of the document it started from. Out: an [`Order`] that has
//! every typed value.

use serde_json::{Map, Value};

use super::members::{Edited, Members, note_edited, number, number_or_text, text_of, texts_of};
use super::model::Order;
use crate::core::key::profile::Defaults;
use crate::core::path::Place;
use crate::core::platform::Field;

/// The form of an order: one text per field, as typed. An empty text means that the member is left
/// out.
///
/// What the form has no field for (unknown members, key order, the spelling of numbers nobody
/// touched) stays in the document the form was opened from and is written back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderForm {
    /// `skuList`; the platform takes exactly one item at present.
    pub skus: Vec<SkuForm>,
    /// `outOrderNo`, at most 64 bytes.
    pub out_order_no: String,
    /// `totalAmount` in fen or diamonds.
    pub total_amount: TotalAmount,
    /// `currency`: `CNY`, `DIAMOND` or empty for the default.
    pub currency: String,
    /// `payExpireSeconds` in seconds.
    pub pay_expire_seconds: String,
    /// `payNotifyUrl`, https, at most 512 bytes.
    pub pay_notify_url: String,
    /// `merchantUid`.
    pub merchant_uid: String,
    /// `orderEntrySchema`, the order detail page.
    pub order_entry_schema: SchemaForm,
    /// `limitPayWayList`: payment methods to hide, as spelled; `None` leaves the member out, an
    /// empty list hides none.
    pub limit_pay_ways: Option<Vec<String>>,
    /// `payScene`.
    pub pay_scene: String,
    /// `promotionId`.
    pub promotion_id: String,
    base: Map<String, Value>,
    edited: Edited,
}

/// The form of one SKU.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SkuForm {
    /// `skuId`.
    pub sku_id: String,
    /// `price` of one piece, in fen or diamonds.
    pub price: String,
    /// `quantity`, 1 to 100.
    pub quantity: String,
    /// `title`, at most 256 bytes.
    pub title: String,
    /// `imageList`: URLs; the platform takes exactly one at present.
    pub images: Vec<String>,
    /// `type`, the goods type's number.
    pub goods_type: String,
    /// `tagGroupId`, at most 64 bytes.
    pub tag_group_id: String,
    /// `entrySchema`, the goods detail page.
    pub entry_schema: SchemaForm,
    /// `skuAttr`: a JSON document as a string.
    pub sku_attr: String,
    base: Map<String, Value>,
    edited: Edited,
}

/// The form of a page reference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchemaForm {
    /// `path` of a mini-program page, without leading `/` and without query.
    pub path: String,
    /// `params`: a JSON object as a string.
    pub params: String,
    base: Map<String, Value>,
    edited: Edited,
}

/// Who decides on `totalAmount`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TotalAmount {
    /// It follows Σ price × quantity.
    #[default]
    Follow,
    /// The user's own text.
    Own(String),
}

impl OrderForm {
    /// An order to begin with: one item, a piece of it.
    pub fn begun(order_number: String, defaults: &Defaults) -> Self {
        let sku = SkuForm {
            quantity: "1".to_owned(),
            goods_type: defaults.goods_type.clone(),
            tag_group_id: defaults.tag_group_id.clone(),
            ..SkuForm::default()
        };
        Self {
            skus: vec![sku],
            out_order_no: order_number,
            pay_notify_url: defaults.pay_notify_url.clone(),
            merchant_uid: defaults.merchant_uid.clone(),
            ..Self::default()
        }
    }

    /// Opens a document in the form. [`OrderForm::order`] gives the same document back until a
    /// field is changed.
    pub fn open(order: &Order) -> Self {
        let base = order.members().clone();
        let total = base.get("totalAmount");
        let follows = total.is_some() && order.sum_of_items().map(number) == total.cloned();
        Self {
            skus: objects(base.get("skuList")).map(SkuForm::open).collect(),
            out_order_no: text_of(base.get("outOrderNo")),
            total_amount: if follows {
                TotalAmount::Follow
            } else {
                TotalAmount::Own(text_of(total))
            },
            currency: text_of(base.get("currency")),
            pay_expire_seconds: text_of(base.get("payExpireSeconds")),
            pay_notify_url: text_of(base.get("payNotifyUrl")),
            merchant_uid: text_of(base.get("merchantUid")),
            order_entry_schema: SchemaForm::open(base.get("orderEntrySchema")),
            limit_pay_ways: texts_of(base.get("limitPayWayList")),
            pay_scene: text_of(base.get("payScene")),
            promotion_id: text_of(base.get("promotionId")),
            base,
            edited: Edited::new(),
        }
    }

    /// The order as typed. It never fails: a text that is no number where one is due becomes a JSON
    /// string, and the rules say so.
    pub fn order(&self) -> Order {
        let Self {
            skus,
            out_order_no,
            total_amount,
            currency,
            pay_expire_seconds,
            pay_notify_url,
            merchant_uid,
            order_entry_schema,
            limit_pay_ways,
            pay_scene,
            promotion_id,
            base,
            edited,
        } = self;

        let mut out = Members::over(base, edited);
        out.put("skuList", sku_list(skus, base.get("skuList")));
        out.text("outOrderNo", out_order_no);

        match total_amount {
            TotalAmount::Follow => {
                let sum = Order::new(out.map.clone()).sum_of_items();
                out.put("totalAmount", sum.map(number));
            }
            TotalAmount::Own(typed) => out.number("totalAmount", typed),
        }

        out.text("currency", currency);
        out.number("payExpireSeconds", pay_expire_seconds);
        out.text("payNotifyUrl", pay_notify_url);
        out.text("merchantUid", merchant_uid);
        out.put(
            "orderEntrySchema",
            order_entry_schema.value(base.get("orderEntrySchema")),
        );
        out.list("limitPayWayList", limit_pay_ways.as_deref(), number_or_text);
        out.text("payScene", pay_scene);
        out.text("promotionId", promotion_id);

        Order::new(out.map)
    }

    /// Notes that a field was edited: a value of the wrong kind (`"price": "100"`) is then written
    /// as the platform wants it, even where the same text is typed again.
    pub fn edit(&mut self, place: Place) {
        let field = place.field;
        let (edited, base) = match field {
            Field::OrderEntryPath | Field::OrderEntryParams => {
                let schema = &mut self.order_entry_schema;
                (&mut schema.edited, &schema.base)
            }
            _ if !field.is_in_sku() => (&mut self.edited, &self.base),
            _ => {
                let Some(sku) = self.skus.get_mut(place.sku) else {
                    return;
                };
                match field {
                    Field::EntryPath | Field::EntryParams => {
                        (&mut sku.entry_schema.edited, &sku.entry_schema.base)
                    }
                    _ => (&mut sku.edited, &sku.base),
                }
            }
        };
        note_edited(edited, base, field);
    }

    /// Σ price × quantity of what is typed; `None` while a price or quantity is no whole number.
    pub fn sum_of_items(&self) -> Option<i64> {
        self.order().sum_of_items()
    }
}

impl SkuForm {
    fn open(sku: &Map<String, Value>) -> Self {
        Self {
            sku_id: text_of(sku.get("skuId")),
            price: text_of(sku.get("price")),
            quantity: text_of(sku.get("quantity")),
            title: text_of(sku.get("title")),
            images: texts_of(sku.get("imageList")).unwrap_or_default(),
            goods_type: text_of(sku.get("type")),
            tag_group_id: text_of(sku.get("tagGroupId")),
            entry_schema: SchemaForm::open(sku.get("entrySchema")),
            sku_attr: text_of(sku.get("skuAttr")),
            base: sku.clone(),
            edited: Edited::new(),
        }
    }

    fn value(&self) -> Value {
        let Self {
            sku_id,
            price,
            quantity,
            title,
            images,
            goods_type,
            tag_group_id,
            entry_schema,
            sku_attr,
            base,
            edited,
        } = self;

        let mut out = Members::over(base, edited);
        out.text("skuId", sku_id);
        out.number("price", price);
        out.number("quantity", quantity);
        out.text("title", title);
        let was_list = base.get("imageList").is_some_and(Value::is_array);
        let images = (was_list || !images.is_empty()).then_some(images.as_slice());

        out.list("imageList", images, |url| Value::String(url.to_owned()));
        out.number("type", goods_type);
        out.text("tagGroupId", tag_group_id);
        out.put("entrySchema", entry_schema.value(base.get("entrySchema")));
        out.text("skuAttr", sku_attr);

        Value::Object(out.map)
    }
}

impl SchemaForm {
    fn open(schema: Option<&Value>) -> Self {
        let Some(Value::Object(base)) = schema else {
            return Self::default();
        };
        Self {
            path: text_of(base.get("path")),
            params: text_of(base.get("params")),
            base: base.clone(),
            edited: Edited::new(),
        }
    }

    /// The schema object; where nothing is typed, what stood there before.
    fn value(&self, before: Option<&Value>) -> Option<Value> {
        let Self {
            path,
            params,
            base,
            edited,
        } = self;

        let mut out = Members::over(base, edited);
        out.text("path", path);
        out.text("params", params);

        if !out.map.is_empty() {
            Some(Value::Object(out.map))
        } else if base.is_empty() {
            before.cloned()
        } else {
            None
        }
    }
}

/// The list as typed; where the document has something else than objects in it, those stay until an
/// item is added or removed.
fn sku_list(skus: &[SkuForm], before: Option<&Value>) -> Option<Value> {
    let objects = objects(before).count();
    match before {
        Some(Value::Array(items)) if objects == skus.len() => {
            let mut typed = skus.iter().map(SkuForm::value);
            let merged = items.iter().map(|item| {
                if item.is_object() {
                    typed.next()
                } else {
                    Some(item.clone())
                }
            });
            Some(merged.flatten().collect())
        }
        Some(other) if skus.is_empty() && !other.is_array() => Some(other.clone()),
        None if skus.is_empty() => None,
        _ => Some(skus.iter().map(SkuForm::value).collect()),
    }
}

fn objects(list: Option<&Value>) -> impl Iterator<Item = &Map<String, Value>> {
    list.and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::order::read::read_order;

    fn form(text: &str) -> OrderForm {
        OrderForm::open(&read_order(text).unwrap().order)
    }

    fn written(form: &OrderForm) -> String {
        super::super::DataJson::of_order(&form.order())
            .as_str()
            .to_owned()
    }

    #[test]
    fn unknown_members_and_spelling_survive_an_edit_elsewhere() {
        let mut form = form(
            r#"{"x":[1.50],"outOrderNo":"a","skuList":[{"price":1.00,"y":null,"title":"t"},7],"totalAmount":"1"}"#,
        );
        form.out_order_no = "b".into();
        form.skus[0].title = "标题".into();
        assert_eq!(
            written(&form),
            r#"{"x":[1.50],"outOrderNo":"b","skuList":[{"price":1.00,"y":null,"title":"标题"},7],"totalAmount":"1"}"#
        );
    }

    #[test]
    fn new_members_take_their_usual_place() {
        let mut form = form(r#"{"skuList":[{"skuId":"a","title":"t"}],"outOrderNo":"b"}"#);
        form.skus[0].price = "12".into();
        form.currency = "CNY".into();
        form.total_amount = TotalAmount::Own("12.5".into());
        assert_eq!(
            written(&form),
            r#"{"skuList":[{"skuId":"a","price":12,"title":"t"}],"outOrderNo":"b","totalAmount":12.5,"currency":"CNY"}"#
        );
    }

    #[test]
    fn an_emptied_field_leaves_its_member_out() {
        let mut form = form(r#"{"outOrderNo":"b","payExpireSeconds":300,"limitPayWayList":[]}"#);
        form.pay_expire_seconds.clear();
        form.limit_pay_ways = None;
        assert_eq!(written(&form), r#"{"outOrderNo":"b"}"#);
    }

    #[test]
    fn text_that_is_no_number_is_written_as_text() {
        let mut form = form(r#"{"skuList":[{"price":1}]}"#);
        for typed in ["１２", "1,000", " 1", "0x10", "01", "1."] {
            form.skus[0].price = typed.into();
            let price = form.order().skus().next().unwrap().members["price"].clone();
            assert_eq!(price, Value::String(typed.into()));
        }
    }

    #[test]
    fn total_follows_the_sum_until_it_is_taken_over() {
        let mut form = form(r#"{"skuList":[{"price":2,"quantity":3}],"totalAmount":6}"#);
        assert_eq!(form.total_amount, TotalAmount::Follow);
        form.skus[0].price = "5".into();
        assert_eq!(
            written(&form),
            r#"{"skuList":[{"price":5,"quantity":3}],"totalAmount":15}"#
        );
        form.total_amount = TotalAmount::Own("10".into());
        assert_eq!(
            written(&form),
            r#"{"skuList":[{"price":5,"quantity":3}],"totalAmount":10}"#
        );
    }

    #[test]
    fn wrong_shapes_are_kept_until_the_user_replaces_them() {
        for text in [
            r#"{"skuList":{"0":1},"orderEntrySchema":"page/a"}"#,
            r#"{"skuList":[],"orderEntrySchema":{},"limitPayWayList":"1"}"#,
            r#"{"skuList":[{"imageList":"a","entrySchema":null}],"orderEntrySchema":{"params":{"a":1}}}"#,
        ] {
            assert_eq!(written(&form(text)), text);
        }
    }
}
