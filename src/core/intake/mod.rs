//! In: any text that people paste, drop, open or hand to a command. Out: what it is, and the parts
//! of a signed payload that stand in it.
//!
//! ```text
//! text ──layers──▶ as it is, unescaped, decoded ──tree · script · text · printed──▶ Parts ──▶ What
//! ```

mod layers;
mod names;
mod pairs;
mod parts;
mod printed;
mod product;
mod several;
mod text;
mod tree;

use serde_json::{Map, Value};

use crate::core::json;
use crate::core::key::may_hold_private_key;
use crate::core::platform::CALLS;
use crate::core::script;

pub use layers::OBJECT_IN_BASE64;
pub use pairs::{is_of_name, value_at};
pub use parts::{Data, Intake, Parts, What};
pub use product::Product;

/// Bytes of a text that is searched at most; the rest is left alone.
const LIMIT: usize = 4 << 20;

/// The most that parts can be worth.
const WHOLE: u8 = 5;

/// Reads a text.
pub fn read(text: &str) -> Intake {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = &text[..text.floor_char_boundary(LIMIT)];
    let object = json::value(text.trim()).and_then(|value| match value {
        Value::Object(members) => Some(members),
        _ => None,
    });

    // A document that is an order is taken as it stands, white space around it included.
    if let Some(members) = &object
        && names::may_be_order(members)
        && !tree::has_authorization(members)
    {
        let data = Some(Data {
            text: text.to_owned(),
            was_object: false,
            was_printed: false,
        });
        return Intake {
            what: What::Data,
            parts: Parts {
                data,
                ..Parts::default()
            },
            is_decoded: false,
            order_numbers: 1,
        };
    }

    let (parts, is_decoded) = best_parts(text);
    Intake {
        what: what(text, object.as_ref(), &parts),
        order_numbers: several::order_numbers(text),
        parts,
        is_decoded,
    }
}

/// The parts in the layer of a text that gives most of them, and whether it is another than the
/// text itself.
fn best_parts(text: &str) -> (Parts, bool) {
    // A text in quotes may be what was sent, encoded once too often; an answer of a server is not.
    if let Some(inner) = unquoted(text) {
        let parts = parts_in(&inner);
        let is_answer = parts.has_header() && parts.data.is_some();
        return (if is_answer { parts } else { Parts::default() }, is_answer);
    }

    let mut best = (Parts::default(), false);
    for (place, layer) in layers::of(text).into_iter().enumerate() {
        let parts = parts_in(&layer.text);
        let counts = layer.is_of_logs || parts.has_header();
        if counts && parts.worth() > best.0.worth() {
            best = (parts, place > 0);
        }
        if best.0.worth() == WHOLE {
            break;
        }
    }

    best
}

/// What stands in a JSON string, or in a string in it; `None` where a text is none.
fn unquoted(text: &str) -> Option<String> {
    let inner = |text: &str| match json::value(text.trim()) {
        Some(Value::String(inner)) => Some(inner),
        _ => None,
    };
    let mut text = inner(text)?;
    for _ in 0..layers::ESCAPED {
        let Some(next) = inner(&text) else { break };
        text = next;
    }
    Some(text)
}

/// The parts in a text that is read as it stands.
fn parts_in(text: &str) -> Parts {
    if let Some(value) = json::value(text.trim()) {
        let parts = tree::parts(&value);
        if !parts.is_empty() {
            return parts;
        }
    }

    let is_script = has_call(text) || names::names_authorization(text);
    let script = (is_script || names::mentions_order(text))
        .then(|| script::object(text).ok())
        .flatten();
    // Where a call takes `data` from elsewhere, no other object of the script is it.
    let elsewhere = script.iter().flat_map(|object| &object.elsewhere);
    let mut elsewhere = elsewhere.map(|(name, _)| name.as_str());
    // An order that has members from elsewhere is not whole.
    let is_elsewhere = elsewhere.any(|name| match name {
        "data" => has_call(text),
        name => names::is_member(name),
    });
    let mut parts = script
        .map(|object| tree::parts(&Value::Object(object.members)))
        .unwrap_or_default();
    if is_elsewhere && parts.data.as_ref().is_some_and(|data| data.was_object) {
        parts.data = None;
    }

    if parts.is_empty() {
        parts = text::callback(text);
    }
    if parts.authorization.is_none() && parts.signature.is_none() {
        parts.authorization = text::authorization(text);
    }
    if parts.data.is_some() || is_elsewhere {
        return parts;
    }

    parts.data = text::data(text);

    // What programs print of an object is no text that was ever sent.
    if parts.data.is_none() && names::mentions_order(text) {
        let printed = printed::read(text).and_then(|value| tree::parts(&value).data);
        parts.data = printed.map(|data| Data {
            was_printed: true,
            ..data
        });
    }

    parts
}

fn has_call(text: &str) -> bool {
    CALLS
        .iter()
        .any(|name| text.contains(&format!("{name}(")) || text.contains(&format!("{name} (")))
}

fn what(text: &str, object: Option<&Map<String, Value>>, parts: &Parts) -> What {
    let product = || {
        object
            .and_then(Product::of)
            .or_else(|| product::named(text))
    };
    match () {
        () if parts.is_callback() => What::Callback,
        () if has_call(text) && parts.data.is_some() => What::Call,
        () if parts.data.is_some() => What::Answer,
        () if parts.authorization.is_some() => What::Header,
        () if may_hold_private_key(text) => What::Key,
        () if names::is_success(text) => What::Success,
        () if has_call(text) => What::Call,
        () => match product() {
            Some(product) => What::Other(product),
            None if object.is_some_and(names::is_callback) => What::Callback,
            None if names::is_report(text) => What::Report,
            None => What::Nothing,
        },
    }
}

#[cfg(test)]
mod tests;
