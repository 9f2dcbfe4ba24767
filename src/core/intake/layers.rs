//! In: a text. Out: the texts that it may have been before it went through a log, a form or a web
//! page, itself first.

use std::borrow::Cow;

use crate::core::encoding::unbase64;
use crate::core::spelling;

/// How often escapes are undone: logs escape JSON once, logs of logs twice.
pub const ESCAPED: usize = 3;

/// How `{"` begins in Base64.
pub const OBJECT_IN_BASE64: &str = "eyJ";

/// One way to read a text.
pub struct Layer<'t> {
    /// The text.
    pub text: Cow<'t, str>,
    /// Whether logs make it so. Forms and pages do too, and so do programs that send what they
    /// should not: what they encode is only taken beside a header.
    pub is_of_logs: bool,
}

/// The text, then without one more level of escapes each, then without those of forms and pages.
pub fn of(text: &str) -> Vec<Layer<'_>> {
    let of_logs = |text| Layer {
        text,
        is_of_logs: true,
    };
    let mut layers = vec![of_logs(Cow::Borrowed(text))];
    for _ in 0..ESCAPED {
        let last = layers.last().map(|layer| &*layer.text).unwrap_or_default();
        if !last.contains("\\\"") && !last.contains("\\u0022") {
            break;
        }
        let next = spelling::unescaped(last);
        layers.push(of_logs(Cow::Owned(next)));
    }

    // Spreadsheets double the quotes inside of a cell.
    if text.contains("\"\"skuList\"\"") || text.contains("\"\"data\"\"") {
        layers.push(of_logs(Cow::Owned(text.replace("\"\"", "\""))));
    }

    let decoded = |text| Layer {
        text: Cow::Owned(text),
        is_of_logs: false,
    };
    if text.contains("%7B") || text.contains("%7b") || text.contains("SHA256-RSA2048%20") {
        // A form writes blanks as `+`; Base64 has its own, which are `%2B` there.
        let form = spelling::percent_decoded_leniently(&text.replace('+', " "));
        layers.push(decoded(form));
    }
    let base64 = text.trim_start().starts_with(OBJECT_IN_BASE64);
    let bytes = base64.then(|| unbase64(text.trim())).flatten();
    layers.extend(
        bytes
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .map(decoded),
    );
    if text.contains("&quot;") || text.contains("&#34;") {
        layers.push(decoded(spelling::entities_unescaped(text)));
    }

    layers
}
