//! In: the values of a document. Out: the parts of a payload at whatever depth they stand.

use serde_json::{Map, Value};

use super::names;
use super::parts::{Data, Parts};
use crate::core::json;
use crate::core::platform::{CALLBACK_HEADERS, CallbackHeader};

/// Levels that are looked through; answers are nested three or four deep.
const DEEPEST: usize = 12;

/// How well a value fits as `data`, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The text of an order, beside its header.
    OrderBesideHeader,
    /// The text of an order, or the body of a callback.
    Order,
    /// An order as an object.
    Object,
    /// Whatever is called `data` beside a header.
    Named,
    /// A header's neighbour that is an object called `data`.
    NamedObject,
}

#[derive(Default)]
struct Found {
    parts: Parts,
    fit: Option<Fit>,
    /// Plain names that only a callback's answer has: `timestamp`, `nonce`, `signature`.
    plain: [Option<String>; 3],
}

/// Finds the parts.
pub fn parts(value: &Value) -> Parts {
    let mut found = Found::default();
    walk(value, &mut found, 0);

    // An object that a script or a program writes may be the order itself.
    if let (None, Some(members)) = (&found.parts.data, value.as_object())
        && names::is_order(members)
    {
        found.parts.data = Some(Data {
            text: value.to_string(),
            was_object: true,
            was_printed: false,
        });
    }

    let Found {
        mut parts, plain, ..
    } = found;
    let is_body = |data: &Data| {
        let value = json::value(&data.text);
        value.is_some_and(|value| value.as_object().is_some_and(names::is_callback))
    };
    if parts.authorization.is_none()
        && parts.signature.is_none()
        && parts.data.as_ref().is_some_and(is_body)
    {
        [parts.timestamp, parts.nonce, parts.signature] = plain;
    }

    parts
}

/// Whether an object holds a `byteAuthorization` itself.
pub fn has_authorization(members: &Map<String, Value>) -> bool {
    authorization(members).is_some()
}

fn authorization(members: &Map<String, Value>) -> Option<&str> {
    let texts = members
        .iter()
        .filter_map(|(name, value)| Some((name, value.as_str()?)));
    let by_value = texts.clone().find(|(_, text)| names::has_scheme(text));
    let by_name = || {
        let mut named = texts.filter(|(name, _)| names::is_authorization(name));
        named.find(|(_, text)| text.contains('=') || text.is_empty())
    };

    by_value.or_else(by_name).map(|(_, text)| text)
}

fn walk(value: &Value, found: &mut Found, depth: usize) {
    match value {
        _ if depth > DEEPEST => {}
        Value::Object(members) => {
            object(members, found);
            members
                .values()
                .for_each(|value| walk(value, found, depth + 1));
        }
        Value::Array(items) => items.iter().for_each(|item| walk(item, found, depth + 1)),
        // A JSON text in JSON, as logs have it.
        Value::String(text) if text.trim_start().starts_with(['{', '[', '"']) => {
            let is_worth = names::names_authorization(text)
                || text.contains("RSA2048")
                || names::mentions_order(text);
            if is_worth && let Some(value) = json::value(text.trim()) {
                walk(&value, found, depth + 1);
            }
        }
        _ => {}
    }
}

fn object(members: &Map<String, Value>, found: &mut Found) {
    let header = authorization(members);
    if let Some(header) = header {
        found
            .parts
            .authorization
            .get_or_insert_with(|| header.to_owned());
    }

    for (name, value) in members {
        callback_header(name, value, found);
        let named = names::is_data(name);
        let fit = match value {
            Value::String(text) if names::order_of(text).is_some() => match header {
                Some(_) => Fit::OrderBesideHeader,
                None => Fit::Order,
            },
            Value::String(text) if is_callback_text(text) => Fit::Order,
            Value::Object(inner) if names::is_order(inner) => Fit::Object,
            Value::Object(inner) if names::is_callback(inner) && named => Fit::Object,
            Value::String(text) if named && header.is_some() && !text.is_empty() => Fit::Named,
            Value::Object(inner) if named && header.is_some() && !has_authorization(inner) => {
                Fit::NamedObject
            }
            _ => continue,
        };

        if found.fit.is_none_or(|before| fit < before) {
            found.fit = Some(fit);
            found.parts.data = Some(Data {
                text: text_of(value),
                was_object: value.is_object(),
                was_printed: false,
            });
        }
    }
}

fn is_callback_text(text: &str) -> bool {
    text.contains("\"msg\"")
        && json::value(text.trim())
            .is_some_and(|value| value.as_object().is_some_and(names::is_callback))
}

fn callback_header(name: &str, value: &Value, found: &mut Found) {
    // HTTP libraries give lists, as a header may come more than once.
    let value = match value {
        Value::Array(items) if items.len() == 1 => &items[0],
        other => other,
    };
    if !value.is_string() && !value.is_number() {
        return;
    }

    let name = names::plain(name);
    let parts = &mut found.parts;
    let slots = [&mut parts.timestamp, &mut parts.nonce, &mut parts.signature];
    let plain = ["timestamp", "nonce", "signature"];
    for (place, slot) in slots.into_iter().enumerate() {
        let header: CallbackHeader = CALLBACK_HEADERS[place];
        if name.ends_with(&names::plain(header.name())) {
            slot.get_or_insert(text_of(value));
        }
        if name == plain[place] || name == "noncestr" && place == 1 {
            found.plain[place].get_or_insert(text_of(value));
        }
    }
}

fn text_of(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
