//! In: a [`SignedOrder`]. Out: every text of it that is copied, saved or printed.

use std::borrow::Cow;

use super::signed::SignedOrder;
use super::snippet::snippet;
use crate::core::json::quoted;
use crate::core::language::Language;

/// The texts of a signed order that can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// `data`.
    Data,
    /// `byteAuthorization`.
    Authorization,
    /// The string to sign.
    StringToSign,
    /// The JavaScript call.
    Call,
    /// `{"data":"…","byteAuthorization":"…"}`.
    Answer,
    /// A program that makes the same signature.
    Program(Language),
}

impl Export {
    /// The text itself.
    pub fn of(self, signed: &SignedOrder) -> Cow<'_, str> {
        let (data, authorization) = (signed.data(), signed.byte_authorization());
        match self {
            Self::Data => Cow::Borrowed(data),
            Self::Authorization => Cow::Borrowed(authorization),
            Self::StringToSign => Cow::Borrowed(signed.string_to_sign()),
            Self::Call => Cow::Owned(call(data, authorization)),
            Self::Answer => Cow::Owned(answer(data, authorization)),
            Self::Program(language) => Cow::Owned(snippet(language, signed)),
        }
    }

    /// The name of a file with it, and that name's ending.
    pub fn file(self) -> (&'static str, &'static str) {
        match self {
            Self::Data => ("data.json", "json"),
            Self::Answer => ("order.json", "json"),
            Self::Call => ("request-order.js", "js"),
            Self::Authorization => ("byteAuthorization.txt", "txt"),
            Self::StringToSign => ("string-to-sign.txt", "txt"),
            Self::Program(language) => {
                let name = language.file_name();
                (
                    name,
                    name.rsplit_once('.').map_or(name, |(_, ending)| ending),
                )
            }
        }
    }

    /// Key of its name among the texts.
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Data => "preview.data",
            Self::Authorization => "preview.authorization",
            Self::StringToSign => "preview.string_to_sign",
            Self::Call => "preview.call",
            Self::Answer => "preview.answer",
            Self::Program(_) => "preview.program",
        }
    }
}

/// `{"data":"…","byteAuthorization":"…"}` in this order.
fn answer(data: &str, byte_authorization: &str) -> String {
    format!(
        r#"{{"data":{},"byteAuthorization":{}}}"#,
        quoted(data),
        quoted(byte_authorization)
    )
}

/// The call as a mini-program would make it.
fn call(data: &str, byte_authorization: &str) -> String {
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
        script_literal(data),
        script_literal(byte_authorization)
    )
}

/// A JavaScript string literal: JSON's, with U+2028 and U+2029 escaped, which end a line in scripts
/// before ES2019.
fn script_literal(text: &str) -> String {
    quoted(text)
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}
