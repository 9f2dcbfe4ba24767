//! In: one signature and all that went into it. Out: every text that is shown, copied or exported of it.

use super::moment::{Identity, Moment, Uri};
use crate::core::key::Fingerprint;
use crate::core::order::DataJson;

/// A signed order. It owns the bytes: what is shown, copied and exported are its texts, made once when it is made.
///
/// Only [`super::sign()`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedOrder {
    pub(super) data: DataJson,
    pub(super) byte_authorization: String,
    pub(super) string_to_sign: String,
    pub(super) answer: String,
    pub(super) call: String,
    pub(super) identity: Identity,
    pub(super) moment: Moment,
    pub(super) uri: Uri,
    pub(super) key: Fingerprint,
}

impl SignedOrder {
    /// `data`: the exact text that was signed.
    pub fn data(&self) -> &str {
        self.data.as_str()
    }

    /// `byteAuthorization`.
    pub fn byte_authorization(&self) -> &str {
        &self.byte_authorization
    }

    /// The five lines that were signed.
    pub fn string_to_sign(&self) -> &str {
        &self.string_to_sign
    }

    /// The JSON object that a server would return: `{"data":"…","byteAuthorization":"…"}`.
    pub fn answer(&self) -> &str {
        &self.answer
    }

    /// The complete `tt.requestOrder({…})` call in JavaScript.
    pub fn call(&self) -> &str {
        &self.call
    }

    /// Who signed.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// When it was signed.
    pub fn moment(&self) -> &Moment {
        &self.moment
    }

    /// Line 2 of the string to sign.
    pub fn uri(&self) -> &Uri {
        &self.uri
    }

    /// SHA-256 of the signing key's SPKI.
    pub fn key(&self) -> &Fingerprint {
        &self.key
    }
}

/// `{"data":"…","byteAuthorization":"…"}` in this order.
pub(super) fn answer(data: &DataJson, byte_authorization: &str) -> String {
    format!(r#"{{"data":{},"byteAuthorization":{}}}"#, quoted(data.as_str()), quoted(byte_authorization))
}

/// The call as a mini-program would make it.
pub(super) fn call(data: &DataJson, byte_authorization: &str) -> String {
    format!(
        "tt.requestOrder({{
  data: {},
  byteAuthorization: {},
  success(res) {{
    console.log('requestOrder:success', res.orderId, res.itemOrderList);
  }},
  fail(res) {{
    console.error('requestOrder:fail', res.errNo, res.errMsg, res.errLogId);
  }},
}});
",
        script_literal(data.as_str()),
        script_literal(byte_authorization)
    )
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A JavaScript string literal: JSON's, with U+2028 and U+2029 escaped, which end a line in scripts before ES2019.
fn script_literal(text: &str) -> String {
    quoted(text).replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}
