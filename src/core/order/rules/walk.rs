//! In: an order and a field pattern such as `skuList[].title`. Out: every place it names, with the
//! value there.

use serde_json::{Map, Value};

use crate::core::order::model::Order;
use crate::core::path::At;

/// Shows every place that `pattern` names to `visit`, with its value; `None` where the object is
/// there but the member is not. A member of an object that is not there has no place.
pub fn places(order: &Order, pattern: &str, visit: &mut dyn FnMut(&At<'_>, Option<&Value>)) {
    descend(&At::Root, order.members(), pattern, visit);
}

/// Shows every string in the document to `visit`, keys of members left out.
pub fn strings(order: &Order, visit: &mut dyn FnMut(&At<'_>, &str)) {
    for (name, value) in order.members() {
        strings_in(&At::Member(&At::Root, name), value, visit);
    }
}

fn descend(
    at: &At<'_>,
    object: &Map<String, Value>,
    pattern: &str,
    visit: &mut dyn FnMut(&At<'_>, Option<&Value>),
) {
    let (step, rest) = pattern
        .split_once('.')
        .map_or((pattern, None), |(step, rest)| (step, Some(rest)));
    let name = step.strip_suffix("[]").unwrap_or(step);
    let at = At::Member(at, name);
    let value = object.get(name);

    if name == step {
        return arrive(&at, value, rest, visit);
    }

    for (index, item) in value
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .enumerate()
    {
        arrive(&At::Item(&at, index), Some(item), rest, visit);
    }
}

fn arrive(
    at: &At<'_>,
    value: Option<&Value>,
    rest: Option<&str>,
    visit: &mut dyn FnMut(&At<'_>, Option<&Value>),
) {
    match rest {
        None => visit(at, value),
        Some(rest) => {
            if let Some(Value::Object(object)) = value {
                descend(at, object, rest, visit);
            }
        }
    }
}

fn strings_in(at: &At<'_>, value: &Value, visit: &mut dyn FnMut(&At<'_>, &str)) {
    match value {
        Value::String(text) => visit(at, text),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                strings_in(&At::Item(at, index), item, visit);
            }
        }
        Value::Object(members) => {
            for (name, value) in members {
                strings_in(&At::Member(at, name), value, visit);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
