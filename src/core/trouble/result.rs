//! In: what `success` was given, and the order that was composed. Out: the items as a table, checked against it.

use std::collections::HashMap;

use serde_json::Value;

use crate::core::budget::is_modest;
use crate::core::finding::Message;
use crate::core::order::Order;
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
    /// `itemOrderAmount`: what is really paid, in fen or diamonds; as spelled where it is no whole number.
    pub amount: String,
}

/// Remarks at most; who has read twenty knows that something is wrong as a whole.
const MOST_REMARKS: usize = 20;

/// Reads a `success` object, as JSON or as a console prints it; `None` where a text has none.
pub fn read(text: &str) -> Option<Success> {
    let begin = text.find('{')?;
    if !is_modest(text) {
        return None;
    }
    let object = serde_json::from_str::<Value>(text.trim()).ok().or_else(|| {
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
    Some(Success { order_id, items: items.collect(), log_id: object.get("logId").map(text_of) })
}

fn text_of(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// What does not go together with the order; empty where all does.
pub fn compare(success: &Success, order: &Order) -> Vec<Message> {
    let mut remarks = Vec::new();
    let members = order.members();
    let skus = members.get("skuList").and_then(Value::as_array).into_iter().flatten();
    // Of several with one id the first counts.
    let mut by_id: HashMap<String, &Value> = HashMap::new();
    for sku in skus {
        by_id.entry(sku.get("skuId").map(text_of).unwrap_or_default()).or_insert(sku);
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
        let number = |name: &str| sku.get(name).and_then(Value::as_i64);
        let due = number("price").zip(number("quantity")).and_then(|(price, quantity)| price.checked_mul(quantity));
        match (item.amount.parse::<i64>(), due) {
            (Err(_), _) => remarks.push(Message::new("success.no_amount").with("sku", &item.sku_id)),
            (Ok(paid), Some(due)) if paid > due => {
                let message = Message::new("success.paid_more").with("sku", &item.sku_id);
                remarks.push(message.with("paid", paid).with("due", due));
            }
            (Ok(paid), Some(due)) if paid < due => {
                let message = Message::new("success.paid_less").with("sku", &item.sku_id);
                remarks.push(message.with("paid", paid).with("due", due));
            }
            _ => {}
        }
    }
    let sum = success.items.iter().try_fold(0_i64, |sum, item| sum.checked_add(item.amount.parse().ok()?));
    if let (Some(sum), Some(total)) = (sum, members.get("totalAmount").and_then(Value::as_i64))
        && sum != total
    {
        remarks.push(Message::new("success.other_sum").with("sum", sum).with("total", total));
    }
    remarks
}
