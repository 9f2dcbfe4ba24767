//! In: an order and a field pattern such as `skuList[].title`. Out: every place it names, with the value there.

use serde_json::{Map, Value};

use crate::core::order::model::Order;
use crate::core::order::path;

/// A place that a pattern names; the value is `None` where the object is there but the member is not.
pub struct Place<'o> {
    pub path: String,
    pub value: Option<&'o Value>,
}

/// Every place that `pattern` names. A member of an object that is not there has no place.
pub fn places<'o>(order: &'o Order, pattern: &str) -> Vec<Place<'o>> {
    let mut out = Vec::new();
    descend(String::new(), order.members(), pattern, &mut out);
    out
}

/// Every string in the document with its path, keys of members left out.
pub fn strings(order: &Order) -> Vec<(String, &str)> {
    let mut out = Vec::new();
    for (name, value) in order.members() {
        collect_strings(name.clone(), value, &mut out);
    }
    out
}

fn descend<'o>(prefix: String, object: &'o Map<String, Value>, pattern: &str, out: &mut Vec<Place<'o>>) {
    let (step, rest) = pattern.split_once('.').map_or((pattern, None), |(step, rest)| (step, Some(rest)));
    let name = step.strip_suffix("[]").unwrap_or(step);
    let path = path::member(&prefix, name);
    let value = object.get(name);
    if name == step {
        return arrive(path, value, rest, out);
    }
    for (index, item) in value.and_then(Value::as_array).into_iter().flatten().enumerate() {
        arrive(path::item(&path, index), Some(item), rest, out);
    }
}

fn arrive<'o>(path: String, value: Option<&'o Value>, rest: Option<&str>, out: &mut Vec<Place<'o>>) {
    match rest {
        None => out.push(Place { path, value }),
        Some(rest) => {
            if let Some(Value::Object(object)) = value {
                descend(path, object, rest, out);
            }
        }
    }
}

fn collect_strings<'o>(path: String, value: &'o Value, out: &mut Vec<(String, &'o str)>) {
    match value {
        Value::String(text) => out.push((path, text)),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect_strings(path::item(&path, index), item, out);
            }
        }
        Value::Object(members) => {
            for (name, value) in members {
                collect_strings(path::member(&path, name), value, out);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
