//! In: a text that should be an order's JSON. Out: the [`Order`] and the keys that stand twice, or
//! why it cannot be read.

use super::model::Order;
use crate::core::finding::{Explain, Message};
use crate::core::json::{Json, MOST_VALUES, NotJson};
use crate::core::key::may_hold_private_key;
use crate::core::path::FieldPath;

/// An order that was read from a document.
#[derive(Clone, Debug)]
pub struct ReadOrder {
    /// The order, members in document order.
    pub order: Order,
    /// Paths of keys that stand more than once in one object; JSON readers keep the last value
    /// only.
    pub repeated_keys: Vec<FieldPath>,
}

/// Why a text is no order.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
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

/// Reads the JSON of an order (RFC 8259; a leading byte-order mark is not accepted, as the platform
/// does not either).
///
/// # Errors
/// [`ReadError`] where the text is no JSON object.
pub fn read_order(text: &str) -> Result<ReadOrder, ReadError> {
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }

    let tree = Json::parse(text).map_err(|fault| refused(text, fault))?;
    let Some(members) = tree.members() else {
        let found = tree.kind();
        return Err(ReadError::NotAnObject { found });
    };

    Ok(ReadOrder {
        order: Order::new(members),
        repeated_keys: tree.repeated_keys(),
    })
}

fn refused(text: &str, fault: NotJson) -> ReadError {
    match fault {
        NotJson::TooDeep => ReadError::TooDeep,
        NotJson::TooManyValues => ReadError::TooManyValues,
        // Nothing of it is to be shown.
        _ if may_hold_private_key(text) => ReadError::PrivateKey,
        NotJson::CutOff => ReadError::CutOff,
        NotJson::Syntax { line, column } => ReadError::NotJson {
            line,
            column,
            near: excerpt(text, line, column),
        },
    }
}

/// Up to 12 characters on either side of the fault, within its line.
fn excerpt(text: &str, line: usize, column: usize) -> String {
    let Some(line) = text.split('\n').nth(line.saturating_sub(1)) else {
        return String::new();
    };

    let at = line.floor_char_boundary(column.saturating_sub(1));
    let before: Vec<char> = line[..at].chars().rev().take(12).collect();
    let after = line[at..].chars().take(12);

    before
        .into_iter()
        .rev()
        .chain(after)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
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
            Self::NotJson { line, column, near } => Message::new("read.not_json")
                .with("line", line)
                .with("column", column)
                .with("near", near),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(
            read_order("[1]").unwrap_err(),
            ReadError::NotAnObject { found: "array" }
        );
        assert_eq!(
            read_order("{\n  \"订单\": oops}").unwrap_err(),
            ReadError::NotJson {
                line: 2,
                column: 13,
                near: "  \"订单\": oops}".into()
            }
        );
        assert_eq!(
            read_order(&"[".repeat(5000)).unwrap_err(),
            ReadError::TooDeep
        );
    }
}
