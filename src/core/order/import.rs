//! In: a text from elsewhere: `data`, a server's answer, a call in a script. Out: the order, and
//! the bytes as they were.

use serde_json::{Map, Value};

use super::form::OrderForm;
use super::model::Order;
use super::read::{self, ReadError};
use super::serialize::DataJson;
use crate::core::finding::{Explain, Message};
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
    /// `{"data":…,"byteAuthorization":…}`.
    Answer,
    /// A `tt.requestOrder({…})` call or an object literal in JavaScript.
    Script,
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

/// Reads `data`, or the object or call with `data` in it. A byte-order mark before it, which is no
/// part of JSON, is left out.
///
/// # Errors
/// [`ImportError`] where there is no order in the text.
pub fn import(text: &str) -> Result<Imported, ImportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let read = match read::read_order(text) {
        Ok(read) => read,
        Err(fault) => return from_script(text, fault),
    };
    match inner_data(read.order.members()) {
        Some(data) => from_data(Source::Answer, data.clone()),
        None => Ok(Imported {
            source: Source::Data,
            order: read.order,
            data: Some(DataJson::verbatim(text.to_owned())),
            repeated_keys: read.repeated_keys,
        }),
    }
}

/// Reads a text that is no JSON as JavaScript; where that fails too, the sentence is about what it
/// looks more like.
fn from_script(text: &str, fault: ReadError) -> Result<Imported, ImportError> {
    let is_call = script::has_call(text);
    let ScriptObject { members, elsewhere } = match script::object(text) {
        Ok(object) => object,
        Err(error) if is_call => return Err(ImportError::Script(error)),
        Err(_) => return Err(ImportError::Json(fault)),
    };
    if let Some(data) = inner_data(&members) {
        return from_data(Source::Script, data.clone());
    }

    let of_data =
        |(name, expression): &(String, String)| (name == "data").then(|| expression.clone());
    if let Some(expression) = elsewhere.iter().find_map(of_data) {
        return Err(ImportError::DataElsewhere { expression });
    }
    if is_call {
        return Err(ImportError::NoData);
    }

    if let Some((_, expression)) = elsewhere.into_iter().next() {
        return Err(ImportError::DataElsewhere { expression });
    }

    from_data(Source::Script, Value::Object(members))
}

/// The `data` that an object carries; `None` where the object is the order itself.
fn inner_data(members: &Map<String, Value>) -> Option<&Value> {
    let data = members
        .get("data")
        .filter(|data| data.is_string() || data.is_object());
    data.filter(|_| !members.contains_key("skuList"))
}

fn from_data(source: Source, data: Value) -> Result<Imported, ImportError> {
    if let Value::String(text) = data {
        let read = read::read_order(&text).map_err(ImportError::Json)?;
        return Ok(Imported {
            source,
            order: read.order,
            data: Some(DataJson::verbatim(text)),
            repeated_keys: read.repeated_keys,
        });
    }

    let members = if let Value::Object(members) = data {
        members
    } else {
        Map::new()
    };
    Ok(Imported {
        source,
        order: Order::new(members),
        data: None,
        repeated_keys: Vec::new(),
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
        for text in [PRETTY, "{}", "{\"data\":1}"] {
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
        let unquoted = import(r#"{"data":{"outOrderNo":"a", "n":1.50}}"#).unwrap();
        assert_eq!(
            (bytes(&unquoted), &*written(&unquoted)),
            (None, r#"{"outOrderNo":"a","n":1.50}"#)
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
