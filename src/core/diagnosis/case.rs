//! A signed payload to look at, and what was signed.

use crate::core::intake::Parts;
use crate::core::platform::{CREATE_SIGN_ORDER, METHOD, REQUEST_ORDER};

/// What was signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// `data` of a call such as `tt.requestOrder`, five lines, application key.
    #[default]
    Order,
    /// The body of a payment result callback, three lines, platform key.
    Callback,
}

/// A signed payload. Nothing in it is ever changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// What was signed.
    pub kind: Kind,
    /// `data`, or the callback's body, as it was sent.
    pub data: Vec<u8>,
    /// `byteAuthorization`; empty for a callback.
    pub authorization: String,
    /// `Byte-Timestamp` of a callback.
    pub timestamp: String,
    /// `Byte-Nonce-Str` of a callback.
    pub nonce: String,
    /// `Byte-Signature` of a callback.
    pub signature: String,
    /// Line 1 that the caller says is expected; empty for `POST`.
    pub method: String,
    /// Line 2 that the caller says is expected; empty for the one of the call that takes such data.
    pub uri: String,
    /// Whether `data` is the content of a file, to which editors add a line end.
    pub is_file: bool,
    /// Whether `authorization` stands in a document as it is sent, its ends included.
    pub is_exact: bool,
}

/// Line 2 that the call which takes such data expects.
pub fn expected_uri(data: &[u8]) -> &'static str {
    let text = std::str::from_utf8(data).unwrap_or_default();
    // Most data is of orders; only what names such members is taken apart.
    let is_sign_order = text.contains("outAuthOrderNo") || text.contains("authPayOrder");
    if is_sign_order && !text.contains("\"skuList\"") {
        CREATE_SIGN_ORDER
    } else {
        REQUEST_ORDER
    }
}

impl Case {
    /// Line 1 that is expected.
    pub fn expected_method(&self) -> &str {
        match self.method.trim() {
            "" => METHOD,
            method => method,
        }
    }

    /// Line 2 that is expected.
    pub fn expected_uri(&self) -> &str {
        match self.uri.trim() {
            "" => expected_uri(&self.data),
            uri => uri,
        }
    }

    /// The case that parts make up.
    pub fn of(parts: Parts) -> Self {
        let text = Option::unwrap_or_default;
        Self {
            kind: if parts.is_callback() {
                Kind::Callback
            } else {
                Kind::Order
            },
            data: parts
                .data
                .map(|data| data.text.into_bytes())
                .unwrap_or_default(),
            authorization: text(parts.authorization),
            timestamp: text(parts.timestamp),
            nonce: text(parts.nonce),
            signature: text(parts.signature),
            is_exact: true,
            ..Self::default()
        }
    }
}
