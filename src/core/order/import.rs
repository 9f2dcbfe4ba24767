//! In: a text from elsewhere: `data`, a server's answer, a call in a script. Out: the order, and
//! the bytes as they were.

use serde_json::Value;

use super::form::OrderForm;
use super::model::Order;
use super::read::{self, ReadError};
use super::serialize::DataJson;
use crate::core::finding::{Explain, Message};
use crate::core::intake::{self, Data, Intake, What};
use crate::core::path::FieldPath;
use crate::core::script::{self, ScriptError, ScriptObject};

/// Goods and images that are opened in the form at most: each takes about a kilobyte, four times
/// over.
const MOST_ITEMS: usize = 10_000;

/// What a text turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The JSON of `data` itself.
    Data,
    /// `{"data":…,"byteAuthorization":…}`, a log, or what a program prints of it.
    Answer,
    /// A `tt.requestOrder({…})` call or an object literal in JavaScript.
    Script,
    /// What a program prints of an object; its types and bytes are lost.
    Printed,
}

/// An order from elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// What the text was.
    pub source: Source,
    /// The order in it.
    pub order: Order,
    /// The bytes of `data` as they were; `None` where it was an object, which is no bytes yet.
    pub data: Option<DataJson>,
    /// Paths of keys that stand more than once in one object.
    pub repeated_keys: Vec<FieldPath>,
    /// How many orders stand in the text, of which this is the first.
    pub of: usize,
}

/// Why a text gives no order.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum ImportError {
    /// The text, or the `data` in it, is no JSON object.
    Json(ReadError),
    /// The script holds no object to read.
    Script(ScriptError),
    /// The call has no `data`.
    NoData,
    /// The text is something else than an order, or nothing that is known.
    NoOrder {
        /// What it is.
        what: What,
    },
    /// More goods and images than the form has room for.
    TooManyItems {
        /// How many there are.
        count: usize,
    },
    /// `data` is not in the text.
    DataElsewhere {
        /// What stands in its place.
        expression: String,
    },
}

/// Reads `data`, or whatever has `data` in it. A byte-order mark before it, which is no part of
/// JSON, is left out.
///
/// # Errors
/// [`ImportError`] where there is no order in the text.
pub fn import(text: &str) -> Result<Imported, ImportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Intake {
        what,
        parts,
        order_numbers,
        ..
    } = intake::read(text);
    let imported = match (what, parts.data) {
        (What::Data, Some(_)) => from_text(Source::Data, text.to_owned()),
        (What::Callback, _) | (_, None) => Err(refused(text, what)),
        (_, Some(data)) if data.was_printed => from_data(Source::Printed, data),
        (What::Call, Some(data)) => from_data(Source::Script, data),
        (_, Some(data)) if data.was_object && read::read_order(text).is_err() => {
            from_data(Source::Script, data)
        }
        (_, Some(data)) => from_data(Source::Answer, data),
    };
    imported.map(|imported| Imported {
        of: order_numbers.max(1),
        ..imported
    })
}

/// Why a text without an order has none: about what it looks like most.
fn refused(text: &str, what: What) -> ImportError {
    let read = read::read_order(text);
    if let Err(fault @ (ReadError::Empty | ReadError::PrivateKey)) = read {
        return ImportError::Json(fault);
    }

    if matches!(what, What::Key) {
        return ImportError::Json(ReadError::PrivateKey);
    }
    if what != What::Nothing && what != What::Call {
        return ImportError::NoOrder { what };
    }

    match read {
        Ok(read) => match read.order.members().get("data") {
            Some(Value::String(inner)) => match read::read_order(inner) {
                Err(fault) => ImportError::Json(fault),
                Ok(_) => ImportError::NoOrder { what },
            },
            _ => ImportError::NoOrder { what },
        },
        Err(fault) => of_script(text, fault),
    }
}

/// Why a text that is no JSON gives no order; where it is no script either, the sentence is about
/// what it looks more like.
fn of_script(text: &str, fault: ReadError) -> ImportError {
    let is_call = script::has_call(text);
    let looks_like_json = text.trim_start().starts_with(['{', '[', '"']);
    let ScriptObject { elsewhere, .. } = match script::object(text) {
        Ok(object) => object,
        Err(error) if is_call => return ImportError::Script(error),
        Err(_) if looks_like_json => return ImportError::Json(fault),
        Err(_) => {
            return ImportError::NoOrder {
                what: What::Nothing,
            };
        }
    };

    let named = elsewhere.iter().find(|(name, _)| name == "data");
    let any = elsewhere.first().filter(|_| !is_call);
    match named.or(any) {
        Some((_, expression)) => ImportError::DataElsewhere {
            expression: expression.clone(),
        },
        None if is_call => ImportError::NoData,
        None => ImportError::NoOrder {
            what: What::Nothing,
        },
    }
}

/// Takes `data` itself, whatever it looks like.
///
/// # Errors
/// [`ImportError::Json`] where it is no JSON object.
pub fn of_data(data: String) -> Result<Imported, ImportError> {
    from_text(Source::Data, data)
}

fn from_data(source: Source, data: Data) -> Result<Imported, ImportError> {
    let was_object = data.was_object;
    let imported = from_text(source, data.text)?;
    Ok(Imported {
        data: imported.data.filter(|_| !was_object),
        ..imported
    })
}

fn from_text(source: Source, text: String) -> Result<Imported, ImportError> {
    let read = read::read_order(&text).map_err(ImportError::Json)?;
    Ok(Imported {
        source,
        order: read.order,
        data: Some(DataJson::verbatim(text)),
        repeated_keys: read.repeated_keys,
        of: 1,
    })
}

impl Imported {
    /// The order in the form, where that has room for it.
    ///
    /// # Errors
    /// [`ImportError::TooManyItems`].
    pub fn form(&self) -> Result<OrderForm, ImportError> {
        let images = self
            .order
            .skus()
            .filter_map(|sku| sku.members.get("imageList")?.as_array())
            .map(Vec::len);
        let count = self.order.skus().count() + images.sum::<usize>();

        if count > MOST_ITEMS {
            Err(ImportError::TooManyItems { count })
        } else {
            Ok(OrderForm::open(&self.order))
        }
    }
}

impl Explain for ImportError {
    fn message(&self) -> Message {
        match self {
            Self::Json(error) => error.message(),
            Self::Script(error) => error.message(),
            Self::NoData => Message::new("script.no_data"),
            Self::NoOrder { what } => no_order(*what),
            Self::TooManyItems { count } => Message::new("read.too_many_items")
                .with("count", count)
                .with("limit", MOST_ITEMS),
            Self::DataElsewhere { expression } => {
                let shown: String = expression.chars().take(40).collect();
                Message::new("script.data_elsewhere").with("expression", shown)
            }
        }
    }
}

/// What a text without an order is, and where it belongs.
fn no_order(what: What) -> Message {
    match what {
        What::Header => Message::new("read.is_header"),
        What::Callback => Message::new("read.is_callback"),
        What::Success => Message::new("read.is_success"),
        What::Report => Message::new("read.is_report"),
        What::Key => Message::new("read.private_key"),
        What::Other(product) => Message::new("read.is_other").with("product", product.name()),
        What::Data | What::Answer | What::Call | What::Nothing => Message::new("read.no_order"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRETTY: &str =
        "{\r\n  \"totalAmount\": 1.0,\n  \"x\": [1E5], \"outOrderNo\": \"\\u8ba2\"}\n";

    fn bytes(imported: &Imported) -> Option<&str> {
        imported.data.as_ref().map(DataJson::as_str)
    }

    fn written(imported: &Imported) -> String {
        DataJson::of_order(&imported.form().unwrap().order())
            .as_str()
            .to_owned()
    }

    #[test]
    fn the_bytes_stay_as_they_were() {
        for text in [PRETTY, "{}", "{\"totalAmount\":1,\"data\":1}"] {
            let imported = import(text).unwrap();
            assert_eq!(
                (imported.source, bytes(&imported)),
                (Source::Data, Some(text))
            );
        }
        assert_eq!(bytes(&import("\u{feff}{}").unwrap()), Some("{}"));
    }

    #[test]
    fn data_is_taken_out_of_a_servers_answer() {
        let answer = serde_json::json!({ "byteAuthorization": "SHA256-RSA2048 …", "data": PRETTY })
            .to_string();
        let imported = import(&answer).unwrap();
        assert_eq!(
            (imported.source, bytes(&imported)),
            (Source::Answer, Some(PRETTY))
        );
        let unquoted = import(r#"{"data":{"skuList":[], "n":1.50}}"#).unwrap();
        assert_eq!(
            (bytes(&unquoted), &*written(&unquoted)),
            (None, r#"{"skuList":[],"n":1.50}"#)
        );
    }

    #[test]
    fn data_is_taken_out_of_a_call() {
        let data = serde_json::Value::from(PRETTY);
        for script in [
            format!(
                "tt.requestOrder({{ data: {data}, byteAuthorization, success(res) {{ done(res); }}, }});"
            ),
            format!(
                "const data = {data}; // made by the server\nawait tt.requestOrder({{ data, fail: e => {{}} }})"
            ),
            format!(
                "  }}, success() {{ tt.requestOrder({{ data: {data}, /* , */ success() {{}} }}) }} }})"
            ),
        ] {
            let imported = import(&script).unwrap();
            assert_eq!(
                (imported.source, bytes(&imported)),
                (Source::Script, Some(PRETTY)),
                "{script}"
            );
        }
    }

    #[test]
    fn an_object_in_a_script_is_an_order_without_bytes() {
        for script in [
            "{ skuList: [], 'totalAmount': 1.0, // fen\n }",
            "tt.requestOrder({ data: JSON.parse, ...{} }, tt.requestOrder({data: { skuList: [], totalAmount: 1.0 }}))",
            "const order = { skuList: [], totalAmount: 1.0 };\ntt.requestOrder({ data: order });",
        ] {
            let imported = import(script);
            if script.contains("parse") {
                assert!(
                    matches!(imported, Err(ImportError::DataElsewhere { .. })),
                    "{script}"
                );
                continue;
            }
            let imported = imported.unwrap();
            assert_eq!(
                (bytes(&imported), &*written(&imported)),
                (None, r#"{"skuList":[],"totalAmount":1.0}"#)
            );
        }
    }

    #[test]
    fn what_is_no_order_is_explained() {
        let json = |text: &str| match import(text) {
            Err(ImportError::Json(error)) => error,
            other => panic!("{other:?}"),
        };
        assert_eq!(json(""), ReadError::Empty);
        assert_eq!(
            json(r#"{"data":"[1]"}"#),
            ReadError::NotAnObject { found: "array" }
        );
        assert_eq!(json(r#"{"data":"{"}"#), ReadError::CutOff);
        assert_eq!(json(r#"{"skuList":["#), ReadError::CutOff);
        assert!(matches!(json("{,}"), ReadError::NotJson { .. }));
        assert_eq!(
            import("tt.requestOrder({ data: res.data.data })").unwrap_err(),
            ImportError::DataElsewhere {
                expression: "res.data.data".to_owned()
            }
        );
        assert_eq!(
            import("tt.requestOrder({})").unwrap_err(),
            ImportError::NoData
        );
        assert_eq!(
            import("wx;\n tt.requestOrder({ data: ' })").unwrap_err(),
            ImportError::Script(ScriptError::Syntax {
                line: 2,
                column: 26
            })
        );
    }
}
