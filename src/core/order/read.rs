//! In: a text that should be an order's JSON. Out: the [`Order`] and the keys that stand twice, or why it cannot be read.

use jsonc_parser::{CollectOptions, ParseOptions, ast};
use serde::de::IgnoredAny;
use serde_json::{Map, Number, Value};

use super::model::Order;
use super::path::At;
use crate::core::budget::{Excess, MOST_VALUES, excess, is_modest};
use crate::core::finding::{Explain, Message};
use crate::core::key::may_hold_private_key;

/// An order that was read from a document.
#[derive(Clone, Debug)]
pub struct ReadOrder {
    /// The order, members in document order.
    pub order: Order,
    /// Paths of keys that stand more than once in one object; JSON readers keep the last value only.
    pub repeated_keys: Vec<String>,
}

/// Why a text is no order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Nothing but white space.
    Empty,
    /// JSON ends too early or has a wrong character.
    NotJson {
        /// Line of the fault, from 1.
        line: usize,
        /// Column at which reading stopped, in bytes, from 1.
        column: usize,
        /// The text around the fault.
        near: String,
    },
    /// The text stops before the document is closed.
    CutOff,
    /// More than 128 levels of nesting.
    TooDeep,
    /// More than [`MOST_VALUES`].
    TooManyValues,
    /// A private key, of which nothing is to be shown.
    PrivateKey,
    /// JSON, but no object.
    NotAnObject {
        /// JSON's name of what it is: `array`, `string`, …
        found: &'static str,
    },
}

/// Reads the JSON of an order (RFC 8259; a leading byte-order mark is not accepted, as the platform does not either).
///
/// # Errors
/// [`ReadError`] where the text is no JSON object.
pub fn read_order(text: &str) -> Result<ReadOrder, ReadError> {
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    // serde_json judges strictly; the tree of jsonc-parser has what serde_json drops:
    // the spelling of numbers and the keys that stand twice.
    match excess(text) {
        Some(Excess::Levels) => return Err(ReadError::TooDeep),
        Some(Excess::Values) => return Err(ReadError::TooManyValues),
        None => {}
    }
    serde_json::from_str::<IgnoredAny>(text).map_err(|error| fault(text, &error))?;
    let mut repeated_keys = Vec::new();
    let tree = tree(text).ok_or(ReadError::TooManyValues)?;
    match value_of(&tree, &At::Root, &mut repeated_keys) {
        Value::Object(members) => Ok(ReadOrder { order: Order::new(members), repeated_keys }),
        other => Err(ReadError::NotAnObject { found: kind_of(&other) }),
    }
}

/// Paths of the keys that stand more than once in one object of a JSON text; empty where the text is no JSON.
pub fn repeated_keys(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    if is_modest(text)
        && serde_json::from_str::<IgnoredAny>(text).is_ok()
        && let Some(tree) = tree(text)
    {
        value_of(&tree, &At::Root, &mut found);
    }
    found
}

/// The strict tree of a JSON text, which keeps what [`Value`] drops.
pub(super) fn tree(text: &str) -> Option<ast::Value<'_>> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        ..ParseOptions::default()
    };
    jsonc_parser::parse_to_ast(text, &CollectOptions::default(), &strict).ok()?.value
}

/// Paths of repeated keys that are kept at most.
const MOST_REPEATED: usize = 100;

/// The value of a tree, numbers as spelled. Paths of keys seen before in their object go to `repeated`.
pub(super) fn value_of(tree: &ast::Value<'_>, at: &At<'_>, repeated: &mut Vec<String>) -> Value {
    match tree {
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::BooleanLit(literal) => Value::Bool(literal.value),
        ast::Value::NumberLit(literal) => Value::Number(Number::from_string_unchecked(literal.value.to_owned())),
        ast::Value::StringLit(literal) => Value::String(literal.value.to_string()),
        ast::Value::Array(array) => {
            let items = array.elements.iter().enumerate();
            items.map(|(index, item)| value_of(item, &At::Item(at, index), repeated)).collect()
        }
        ast::Value::Object(object) => {
            let mut members = Map::new();
            for property in &object.properties {
                let name = property.name.as_str();
                let at = At::Member(at, name);
                let value = value_of(&property.value, &at, repeated);
                if members.insert(name.to_owned(), value).is_some() && repeated.len() < MOST_REPEATED {
                    repeated.push(at.to_string());
                }
            }
            Value::Object(members)
        }
    }
}

/// JSON's name of a value's type.
pub fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

fn fault(text: &str, error: &serde_json::Error) -> ReadError {
    if may_hold_private_key(text) {
        return ReadError::PrivateKey;
    }
    if error.is_eof() {
        return ReadError::CutOff;
    }
    let (line, column) = (error.line(), error.column());
    ReadError::NotJson { line, column, near: excerpt(text, line, column) }
}

/// Up to 12 characters on either side of the fault, within its line.
fn excerpt(text: &str, line: usize, column: usize) -> String {
    let Some(line) = text.split('\n').nth(line.saturating_sub(1)) else {
        return String::new();
    };
    let at = line.floor_char_boundary(column.saturating_sub(1));
    let before: Vec<char> = line[..at].chars().rev().take(12).collect();
    let after = line[at..].chars().take(12);
    before.into_iter().rev().chain(after).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

impl Explain for ReadError {
    fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new("read.empty"),
            Self::CutOff => Message::new("read.cut_off"),
            Self::TooDeep => Message::new("read.too_deep"),
            Self::PrivateKey => Message::new("read.private_key"),
            Self::TooManyValues => Message::new("read.too_many_values").with("limit", MOST_VALUES),
            Self::NotAnObject { found } => Message::new("read.not_an_object").with("found", found),
            Self::NotJson { line, column, near } => {
                Message::new("read.not_json").with("line", line).with("column", column).with("near", near)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_keys_are_found_at_any_depth() {
        let text = r#"{"a":1,"b":[{"c":1.50,"c":2}],"a":{"a":1}}"#;
        assert_eq!(read_order(text).unwrap().repeated_keys, ["b[0].c", "a"]);
    }

    #[test]
    fn order_keeps_key_order_and_number_spelling() {
        let text = r#"{"z":1.00,"a":1E5,"m":-0}"#;
        let order = read_order(text).unwrap().order;
        assert_eq!(super::super::DataJson::of_order(&order).as_str(), text);
    }

    #[test]
    fn faults_name_their_place() {
        assert_eq!(read_order(" \n").unwrap_err(), ReadError::Empty);
        assert_eq!(read_order("{\"a\":1").unwrap_err(), ReadError::CutOff);
        assert_eq!(read_order("[1]").unwrap_err(), ReadError::NotAnObject { found: "array" });
        assert_eq!(
            read_order("{\n  \"订单\": oops}").unwrap_err(),
            ReadError::NotJson { line: 2, column: 13, near: "  \"订单\": oops}".into() }
        );
        assert_eq!(read_order(&"[".repeat(5000)).unwrap_err(), ReadError::TooDeep);
    }
}
