//! In: a text from elsewhere: `data`, or the object that a server returned. Out: the order, and the bytes as they were.

use serde_json::Value;

use super::form::OrderForm;
use super::model::Order;
use super::read::{self, ReadError};
use super::serialize::DataJson;

/// What a text turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The JSON of `data` itself.
    Data,
    /// `{"data":…,"byteAuthorization":…}`.
    Answer,
}

/// An order from elsewhere, with the form it opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// What the text was.
    pub source: Source,
    /// The form as it was opened; while the user's form is equal to it, nothing has been edited.
    pub form: OrderForm,
    /// The bytes of `data` as they were.
    pub data: DataJson,
    /// Paths of keys that stand more than once in one object.
    pub repeated_keys: Vec<String>,
}

/// Reads `data`, or the object with `data` in it. A byte-order mark before it, which is no part of JSON, is left out.
///
/// # Errors
/// [`ReadError`] where the text, or the `data` in it, is no JSON object.
pub fn import(text: &str) -> Result<Imported, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let read = read::read_order(text)?;
    let inner = if read.order.member("skuList").is_some() { None } else { read.order.member("data").cloned() };
    match inner {
        Some(Value::String(data)) => {
            let read = read::read_order(&data)?;
            Ok(imported(Source::Answer, &read.order, DataJson::verbatim(data), read.repeated_keys))
        }
        Some(Value::Object(members)) => {
            let order = Order::new(members);
            let data = DataJson::of_order(&order);
            Ok(imported(Source::Answer, &order, data, Vec::new()))
        }
        _ => Ok(imported(Source::Data, &read.order, DataJson::verbatim(text.to_owned()), read.repeated_keys)),
    }
}

fn imported(source: Source, order: &Order, data: DataJson, repeated_keys: Vec<String>) -> Imported {
    Imported { source, form: OrderForm::open(order), data, repeated_keys }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRETTY: &str = "{\r\n  \"totalAmount\": 1.0,\n  \"x\": [1E5], \"outOrderNo\": \"\\u8ba2\"}\n";

    #[test]
    fn the_bytes_stay_as_they_were() {
        for text in [PRETTY, "{}", "{\"data\":1}"] {
            let imported = import(text).unwrap();
            assert_eq!((imported.source, imported.data.as_str()), (Source::Data, text));
        }
        assert_eq!(import("\u{feff}{}").unwrap().data.as_str(), "{}");
    }

    #[test]
    fn data_is_taken_out_of_a_servers_answer() {
        let answer = serde_json::json!({ "byteAuthorization": "SHA256-RSA2048 …", "data": PRETTY }).to_string();
        let imported = import(&answer).unwrap();
        assert_eq!((imported.source, imported.data.as_str()), (Source::Answer, PRETTY));
        let unquoted = import(r#"{"data":{"outOrderNo":"a", "n":1.50}}"#).unwrap();
        assert_eq!(unquoted.data.as_str(), r#"{"outOrderNo":"a","n":1.50}"#);
    }

    #[test]
    fn what_is_no_order_is_explained() {
        assert_eq!(import("").unwrap_err(), ReadError::Empty);
        assert_eq!(import(r#"{"data":"[1]"}"#).unwrap_err(), ReadError::NotAnObject { found: "array" });
        assert_eq!(import(r#"{"data":"{"}"#).unwrap_err(), ReadError::CutOff);
    }
}
