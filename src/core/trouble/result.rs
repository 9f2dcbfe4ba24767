//! In: what `success` was given, and the order that was composed. Out: the items as a table,
//! checked against it.

use std::collections::HashMap;

use serde_json::Value;

use crate::core::finding::Message;
use crate::core::json;
use crate::core::order::Order;
use crate::core::order::model::{item_amount, whole_number};
use crate::core::script;

/// What `success(res)` was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Success {
    /// `orderId`.
    pub order_id: String,
    /// `itemOrderList`.
    pub items: Vec<Item>,
    /// `logId`.
    pub log_id: Option<String>,
}

/// One item of `itemOrderList`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// `itemOrderId`.
    pub item_order_id: String,
    /// `skuId`.
    pub sku_id: String,
    /// `itemOrderAmount`: what is really paid, in fen or diamonds; as spelled where it is no whole
    /// number.
    pub amount: String,
}

/// Remarks at most; who has read twenty knows that something is wrong as a whole.
const MOST_REMARKS: usize = 20;

/// Reads a `success` object, as JSON or as a console prints it; `None` where a text has none.
pub fn read(text: &str) -> Option<Success> {
    let begin = text.find('{')?;
    let object = json::value(text.trim()).or_else(|| {
        let end = text.rfind('}')?;
        let object = script::object(text.get(begin..=end)?).ok()?;
        Some(Value::Object(object.members))
    })?;

    let order_id = text_of(object.get("orderId")?);
    let list = object.get("itemOrderList").and_then(Value::as_array);
    let items = list.into_iter().flatten().map(|item| Item {
        item_order_id: item.get("itemOrderId").map(text_of).unwrap_or_default(),
        sku_id: item.get("skuId").map(text_of).unwrap_or_default(),
        amount: item.get("itemOrderAmount").map(text_of).unwrap_or_default(),
    });

    Some(Success {
        order_id,
        items: items.collect(),
        log_id: object.get("logId").map(text_of),
    })
}

fn text_of(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// What does not go together with the order; empty where all does.
pub fn compare(success: &Success, order: &Order) -> Vec<Message> {
    let mut remarks = Vec::new();
    let members = order.members();
    let skus = members
        .get("skuList")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();

    // Of several with one id the first counts.
    let mut by_id: HashMap<String, &Value> = HashMap::new();
    for sku in skus {
        by_id
            .entry(sku.get("skuId").map(text_of).unwrap_or_default())
            .or_insert(sku);
    }

    if success.items.is_empty() {
        remarks.push(Message::new("success.no_items"));
    }

    for item in &success.items {
        if remarks.len() >= MOST_REMARKS {
            break;
        }

        let Some(sku) = by_id.get(&item.sku_id) else {
            remarks.push(Message::new("success.unknown_sku").with("sku", &item.sku_id));
            continue;
        };

        let expected = sku.as_object().and_then(item_amount);
        match (item.amount.parse::<i64>(), expected) {
            (Err(_), _) => {
                remarks.push(Message::new("success.no_amount").with("sku", &item.sku_id));
            }
            (Ok(paid), Some(expected)) if paid > expected => {
                let message = Message::new("success.paid_more").with("sku", &item.sku_id);
                remarks.push(message.with("paid", paid).with("expected", expected));
            }
            (Ok(paid), Some(expected)) if paid < expected => {
                let message = Message::new("success.paid_less").with("sku", &item.sku_id);
                remarks.push(message.with("paid", paid).with("expected", expected));
            }
            _ => {}
        }
    }

    let sum = success.items.iter().try_fold(0_i64, |sum, item| {
        sum.checked_add(item.amount.parse().ok()?)
    });
    if let (Some(sum), Some(total)) = (sum, members.get("totalAmount").and_then(whole_number))
        && sum != total
    {
        remarks.push(
            Message::new("success.other_sum")
                .with("sum", sum)
                .with("total", total),
        );
    }

    remarks
}
