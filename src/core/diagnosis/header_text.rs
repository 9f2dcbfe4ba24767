//! In: a `byteAuthorization` as it was pasted. Out: its text without what was wrapped around it or
//! encoded once too often, and what that was.

use super::code::Code;
use super::report::Finding;
use crate::core::chars::ascii_for;
use crate::core::encoding::unbase64;
use crate::core::platform::{HEADER_ORDER, HeaderField};
use crate::core::spelling;

/// A header that was encoded once too often, as no reader takes it: backslashes of JSON, percent
/// signs of URLs, entities of web pages, Base64.
pub fn unescaped(text: &str, findings: &mut Vec<Finding>) -> String {
    let decoded = match () {
        () if text.contains("=\\\"") || text.contains("\\u00") || text.contains("\\/") => {
            spelling::unescaped(text)
        }
        () if text.contains("%3D") && !text.contains("signature=") => {
            spelling::percent_decoded_leniently(text)
        }
        () if text.contains("&quot;") => spelling::entities_unescaped(text),
        () if text.trim().starts_with(SCHEME_IN_BASE64) => {
            let bytes = unbase64(text.trim()).and_then(|bytes| String::from_utf8(bytes).ok());
            let Some(decoded) = bytes else {
                return text.to_owned();
            };
            decoded
        }
        () => return text.to_owned(),
    };
    findings.push(Finding::proven(Code::HeaderEscaped));
    decoded
}

/// How a header begins in Base64.
const SCHEME_IN_BASE64: &str = "U0hBMjU2LVJTQTIwNDgg";

/// The header without what stands around the whole by way of pasting: line ends, quotes, a name.
pub fn unwrapped<'t>(text: &'t str, findings: &mut Vec<Finding>) -> &'t str {
    let bare = text.trim();
    let is_pasted = bare.starts_with(['"', '\'', '`']) || bare.starts_with("byteAuthorization");
    let ends = |c: char| matches!(c, ';' | ',');
    if !is_pasted && bare.ends_with(ends) {
        let end: String = bare.chars().next_back().into_iter().collect();
        findings.push(Finding::proven(Code::HeaderTrailing).with("found", end));
    }

    // A quote at the end may belong to the last value.
    let bare = bare.trim_end_matches([';', ',', ' ']);
    let quote = bare.chars().next().filter(|c| "\"'`".contains(*c));
    let bare = match quote {
        Some(quote) => bare[1..].strip_suffix(quote).unwrap_or(&bare[1..]),
        None => bare,
    };
    bare.trim()
        .trim_start_matches("byteAuthorization")
        .trim_start_matches([':', '=', '"', '\'', ' '])
        .trim_end_matches(['\'', ';', ',', ' '])
        .trim()
}

pub fn half_width(text: &str, findings: &mut Vec<Finding>) -> String {
    let wide = text
        .chars()
        .enumerate()
        .find(|(_, c)| ascii_for(*c).is_some());
    if let Some((place, character)) = wide {
        findings.push(
            Finding::proven(Code::HeaderFullwidth)
                .with("position", place + 1)
                .with("character", character),
        );
    }

    text.chars().map(|c| ascii_for(c).unwrap_or(c)).collect()
}

/// A header whose values stand behind colons, as in JSON or YAML, where none stands behind an
/// equals sign.
pub fn with_equals(text: String, findings: &mut Vec<Finding>) -> String {
    let names = HEADER_ORDER.map(HeaderField::name);
    if names.iter().any(|name| text.contains(&format!("{name}="))) {
        return text;
    }
    let mut written = text.clone();
    let mut count = 0;
    for name in names {
        let Some(at) = written.find(name) else {
            continue;
        };
        let behind = &written[at + name.len()..];
        let rest = behind.trim_start_matches(['"', '\'', ' ']);
        let Some(value) = rest.strip_prefix(':') else {
            continue;
        };
        let (before, value) = (
            written[..at].trim_end_matches(['"', '\'']),
            value.trim_start(),
        );
        written = format!("{before}{name}={value}");
        count += 1;
    }
    // A word with a colon behind it can stand in any text.
    if count < 2 {
        return text;
    }
    findings.push(Finding::proven(Code::HeaderColon));
    written
}
