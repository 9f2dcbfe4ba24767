//! In: whatever people paste: JSON, a call in a script, a log line, HTTP headers. Out: the parts of
//! a case that are in it.

use serde::de::IgnoredAny;
use serde_json::Value;

use crate::core::budget::Budget;
use crate::core::json;
use crate::core::platform::{CALLBACK_HEADERS, CallbackHeader, Field, SCHEME};
use crate::core::script;

/// What was signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// `data` of `tt.requestOrder`, five lines, application key.
    #[default]
    Order,
    /// The body of a payment result callback, three lines, platform key.
    Callback,
}

/// A signed payload to look at. Nothing in it is ever changed.
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
}

/// Parts of a case that were found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// `data`, or a callback's body.
    pub data: Option<String>,
    /// `byteAuthorization`.
    pub authorization: Option<String>,
    /// `Byte-Timestamp`.
    pub timestamp: Option<String>,
    /// `Byte-Nonce-Str`.
    pub nonce: Option<String>,
    /// `Byte-Signature`.
    pub signature: Option<String>,
}

impl Parts {
    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What the parts are of.
    pub fn kind(&self) -> Kind {
        if self.signature.is_some() && self.authorization.is_none() {
            Kind::Callback
        } else {
            Kind::Order
        }
    }
}

/// Bytes of a text that is searched at most; the rest is left alone.
const LIMIT: usize = 4 << 20;

/// How many times over a text is read in the search for an order in it.
const TRIED_TIMES: usize = 8;

/// Members by which an object is known for an order.
const OF_ORDER: [Field; 4] = [
    Field::SkuList,
    Field::OutOrderNo,
    Field::TotalAmount,
    Field::OrderEntrySchema,
];

/// Finds the parts of a case in a text.
pub fn find(text: &str) -> Parts {
    let text = &text[..text.floor_char_boundary(LIMIT)];
    let mut parts = Parts::default();
    if let Some(value) = json::value(text.trim()) {
        of_json(&value, &mut parts, 0);
    }

    if parts.is_empty() && (script::has_call(text) || text.contains("byteAuthorization")) {
        of_script(text, &mut parts);
    }
    if parts.is_empty() {
        of_headers(text, &mut parts);
    }
    if parts.authorization.is_none() {
        parts.authorization = authorization_in(text);
    }

    if parts.data.is_none() {
        objects_in(text, &mut parts);
    }

    parts
}

/// `data` and `byteAuthorization`, at whatever depth.
fn of_json(value: &Value, parts: &mut Parts, depth: usize) {
    match value {
        Value::Object(members) => {
            let text = |name: &str| members.get(name).and_then(Value::as_str).map(str::to_owned);
            if let Some(authorization) = text("byteAuthorization").or_else(|| text("authorization"))
            {
                parts.authorization.get_or_insert(authorization);
                if let (None, Some(data)) = (&parts.data, members.get("data")) {
                    // An object where a text is due: what was sent is not known, its compact form
                    // is most likely.
                    parts.data = Some(
                        data.as_str()
                            .map_or_else(|| data.to_string(), str::to_owned),
                    );
                }
            }

            for (header, part) in [
                (CallbackHeader::Timestamp, &mut parts.timestamp),
                (CallbackHeader::Nonce, &mut parts.nonce),
                (CallbackHeader::Signature, &mut parts.signature),
            ] {
                let found = members
                    .iter()
                    .find(|(key, _)| key.eq_ignore_ascii_case(header.name()))
                    .map(|(_, value)| value);
                if let Some(value) = found {
                    part.get_or_insert(
                        value
                            .as_str()
                            .map_or_else(|| value.to_string(), str::to_owned),
                    );
                }
            }

            if depth < 8 {
                members
                    .values()
                    .for_each(|value| of_json(value, parts, depth + 1));
            }
        }
        Value::Array(items) if depth < 8 => items
            .iter()
            .for_each(|item| of_json(item, parts, depth + 1)),
        // A JSON text in JSON, as logs have it.
        Value::String(text) if depth < 8 && text.contains("byteAuthorization") => {
            if let Some(value) = json::value(text) {
                of_json(&value, parts, depth + 1);
            }
        }
        _ => {}
    }
}

fn of_script(text: &str, parts: &mut Parts) {
    if let Ok(object) = script::object(text) {
        let member = |name: &str| {
            object
                .members
                .get(name)
                .and_then(Value::as_str)
                .map(str::to_owned)
        };
        parts.data = member("data");
        parts.authorization = member("byteAuthorization");
    }
}

/// `Byte-…: value` lines; the body stands behind them.
fn of_headers(text: &str, parts: &mut Parts) {
    let mut behind = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        let Some((name, value)) = line.split_once([':', '=']) else {
            continue;
        };

        let name = name.trim().trim_start_matches(['-', 'H', ' ', '\'', '"']);
        let header = CALLBACK_HEADERS
            .into_iter()
            .find(|header| header.name().eq_ignore_ascii_case(name));
        let part = match header {
            Some(CallbackHeader::Timestamp) => &mut parts.timestamp,
            Some(CallbackHeader::Nonce) => &mut parts.nonce,
            Some(CallbackHeader::Signature) => &mut parts.signature,
            None => continue,
        };
        *part = Some(
            value
                .trim()
                .trim_end_matches(['\'', '"', '\\', ' '])
                .to_owned(),
        );
        behind = Some(at);
    }

    if let Some(body) = behind.and_then(|behind| {
        text[behind..]
            .find('{')
            .map(|brace| &text[behind + brace..])
    }) {
        parts.data = object_at(body).1.map(str::to_owned);
    }
}

/// A `byteAuthorization` anywhere in a text: from its scheme to the end of what belongs to it.
fn authorization_in(text: &str) -> Option<String> {
    let begin = text.find(SCHEME)?;
    let quote = text[..begin]
        .chars()
        .next_back()
        .filter(|c| matches!(c, '"' | '\'' | '`'));
    let is_escaped = text[..begin].ends_with("\\\"");
    let text = &text[begin..];

    // In quotes it ends with them, whatever stands inside.
    if let (Some(quote), false) = (quote, is_escaped)
        && let Some(end) = text
            .find(quote)
            .filter(|end| text[..*end].contains("signature="))
        && !text[..end].ends_with('\\')
    {
        return Some(text[..end].to_owned());
    }

    let signature = text
        .find("signature")
        .map_or(0, |at| at + "signature".len());
    let behind = &text[signature..];
    let value = behind.len() - behind.trim_start_matches(['=', '"', '\\', ' ', '\'']).len();
    let belongs = |c: char| c.is_ascii_alphanumeric() || "+/=-_%".contains(c);
    let mut end = signature
        + value
        + behind[value..]
            .find(|c| !belongs(c))
            .unwrap_or(behind.len() - value);

    // The quote that a quoted value ends with, unless it closes a text around the whole.
    if text[signature..].starts_with("=\"") && text[end..].starts_with('"') {
        end += 1;
    }

    // In JSON that was cut, quotes are escaped.
    Some(
        text[..end]
            .replace("\\\"", "\"")
            .trim_end_matches('\\')
            .to_owned(),
    )
}

/// The first JSON object in a text that is an order, or holds one beside its `byteAuthorization`.
fn objects_in(text: &str, parts: &mut Parts) {
    // Each brace may open what is only closed at the end: all tries together read the text some
    // times over, no more.
    let budget = Budget::new(TRIED_TIMES * text.len() + (64 << 10));
    for (at, _) in text.match_indices('{').take(200) {
        let (read, object) = object_at(&text[at..]);
        if budget.spend(read).is_err() {
            return;
        }

        let Some((object, value)) = object.and_then(|object| Some((object, json::value(object)?)))
        else {
            continue;
        };

        let mut found = Parts::default();
        of_json(&value, &mut found, 0);
        if found.data.is_some() {
            parts.data = found.data;
            parts.authorization = found.authorization.or(parts.authorization.take());
            return;
        }

        if OF_ORDER
            .iter()
            .any(|field| value.get(field.name()).is_some())
        {
            parts.data = Some(object.to_owned());
            return;
        }
    }
}

/// How many bytes were read, and the JSON object with which a text begins, as it is spelled.
fn object_at(text: &str) -> (usize, Option<&str>) {
    let mut stream = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    match stream.next() {
        Some(Ok(_)) => (stream.byte_offset(), Some(&text[..stream.byte_offset()])),
        // Where it stopped, the rest unread; the end of the text where it ends too early.
        Some(Err(error)) if error.line() == 1 => (error.column(), None),
        _ => (text.len(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str =
        "SHA256-RSA2048 appid=tt1,nonce_str=n,timestamp=1,key_version=1,signature=YW+/Yg==";
    const DATA: &str = "{\"skuList\":[], \"outOrderNo\":\"a\\\"b\"}";

    #[test]
    fn cases_are_found_in_whatever_is_pasted() {
        let answer = serde_json::json!({ "data": DATA, "byteAuthorization": HEADER });
        let texts = [
            answer.to_string(),
            serde_json::json!({ "code": 0, "result": answer }).to_string(),
            format!("2026-11-24 10:00:00 INFO response={answer} cost=3ms"),
            format!(
                "tt.requestOrder({{ data: {}, byteAuthorization: '{HEADER}', success() {{}} }})",
                Value::from(DATA)
            ),
            format!("data={DATA}\nbyteAuthorization={HEADER}\n"),
            format!("byteAuthorization: {HEADER}, data: {DATA}"),
            serde_json::json!({ "log": answer.to_string() }).to_string(),
        ];
        for text in texts {
            let parts = find(&text);
            assert_eq!(parts.authorization.as_deref(), Some(HEADER), "{text}");
            assert_eq!(parts.data.as_deref(), Some(DATA), "{text}");
            assert_eq!(parts.kind(), Kind::Order);
        }
    }

    #[test]
    fn callbacks_are_found_with_their_headers() {
        let body = "{\"version\":\"3.0\",\"msg\":\"{}\"}";
        let text = format!(
            "POST /notify HTTP/1.1\nByte-Timestamp: 17\nbyte-nonce-str: abc\nByte-Signature: YWJj+/==\n\n{body}"
        );
        let parts = find(&text);
        assert_eq!(parts.kind(), Kind::Callback);
        assert_eq!(parts.timestamp.as_deref(), Some("17"));
        assert_eq!(parts.nonce.as_deref(), Some("abc"));
        assert_eq!(parts.signature.as_deref(), Some("YWJj+/=="));
        assert_eq!(parts.data.as_deref(), Some(body));
    }

    #[test]
    fn nothing_is_found_in_nothing() {
        for text in ["", "{}", "hello", "[1]", "SHA256", &"{".repeat(100_000)] {
            assert!(find(text).is_empty(), "{}", &text[..text.len().min(20)]);
        }
    }
}
