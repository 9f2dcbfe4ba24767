//! In: an [`Order`], or a document's own text. Out: [`DataJson`], the exact bytes that are signed
//! and passed on.

use super::model::Order;

/// The `data` string: the very bytes that are signed and that `tt.requestOrder` gets.
///
/// It is UTF-8 and never re-serialised. Through [`DataJson::verbatim`] it may also hold text that
/// is no JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataJson(String);

impl DataJson {
    /// Writes the order compactly: no spaces, members in their order, numbers as spelled, non-ASCII
    /// as itself.
    pub fn of_order(order: &Order) -> Self {
        // A map of strings, numbers and the like has no way to fail; `Display` of `Value` is the
        // same writer.
        Self(serde_json::Value::Object(order.members().clone()).to_string())
    }

    /// Takes a text as it is, byte for byte.
    pub fn verbatim(text: String) -> Self {
        Self(text)
    }

    /// The text; its UTF-8 bytes are what is signed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
