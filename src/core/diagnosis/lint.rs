//! In: the payload as it was sent. Out: what its own bytes show to be wrong, whatever was signed.

use serde::de::IgnoredAny;
use serde_json::Value;

use super::body::INVISIBLE;
use super::header::Header;
use super::intake::Kind;
use super::report::Finding;
use crate::core::budget::is_modest;
use crate::core::order::path;

/// What the bytes of an order show.
pub fn lint(kind: Kind, data: &[u8], header: &Header) -> Vec<Finding> {
    let mut findings = Vec::new();
    if kind == Kind::Order {
        values(header, &mut findings);
        let is_json = std::str::from_utf8(data).is_ok_and(|text| serde_json::from_str::<IgnoredAny>(text).is_ok());
        if !is_json {
            findings.push(Finding::likely("body.not_json"));
        }
    }
    if let Ok(text) = std::str::from_utf8(data) {
        invisible(text, &mut findings);
        template("data", text, &mut findings);
        amounts(text, &mut findings);
        if text.starts_with('"') && matches!(serde_json::from_str(text), Ok(Value::String(_))) {
            findings.push(Finding::proven("body.double_encoded"));
        }
    }
    let values = [("appid", &header.app_id), ("nonce_str", &header.nonce), ("timestamp", &header.timestamp)];
    for (name, value) in values {
        template(name, value.as_deref().unwrap_or_default(), &mut findings);
    }
    if let Some(timestamp) = &header.timestamp
        && timestamp.len() == 13
        && timestamp.bytes().all(|byte| byte.is_ascii_digit())
    {
        findings.push(Finding::proven("timestamp.milliseconds").with("timestamp", timestamp));
    }
    findings
}

/// Values that are empty, or not of the form that the platform gives them.
fn values(header: &Header, findings: &mut Vec<Finding>) {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let fields = [
        ("appid", &header.app_id),
        ("nonce_str", &header.nonce),
        ("timestamp", &header.timestamp),
        ("key_version", &header.key_version),
        ("signature", &header.signature),
    ];
    for (name, value) in fields.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?))) {
        if value.trim().is_empty() {
            findings.push(Finding::proven("header.field_empty").with("field", name));
        } else if matches!(name, "timestamp" | "key_version") && !digits(value) {
            findings.push(Finding::proven("header.not_a_number").with("field", name).with("value", value));
        }
    }
}

fn invisible(text: &str, findings: &mut Vec<Finding>) {
    let found = text.chars().enumerate().find(|(_, character)| INVISIBLE.contains(character));
    if let Some((place, character)) = found {
        let finding = Finding::proven("invisible.characters").with("position", place + 1);
        findings.push(finding.with("character", format!("U+{:04X}", u32::from(character))));
    }
}

/// `{{name}}` and `${name}` that nobody filled in.
fn template(place: &str, text: &str, findings: &mut Vec<Finding>) {
    let between = |open: &str, close: &str| {
        let begin = text.find(open)?;
        let length = text[begin..].find(close)? + close.len();
        let name = &text[begin + open.len()..begin + length - close.len()];
        let is_name = name.trim().starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | '$'))
            && name.len() < 80
            && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | ' ' | '$'));
        is_name.then(|| text[begin..begin + length].to_owned())
    };
    if let Some(placeholder) = between("{{", "}}").or_else(|| between("${", "}")) {
        let finding = Finding::proven("template.unresolved").with("placeholder", placeholder);
        findings.push(finding.with("place", place));
    }
}

/// A value as a sentence can hold it.
fn shown(value: &Value) -> String {
    const LONGEST: usize = 80;
    let text = value.to_string();
    if text.chars().nth(LONGEST).is_some() { text.chars().take(LONGEST).chain(['…']).collect() } else { text }
}

/// Amounts must be whole numbers of fen, spelled without a point and without quotes.
fn amounts(text: &str, findings: &mut Vec<Finding>) {
    // The first few are enough to mend the rest by.
    const MOST: usize = 20;
    if !is_modest(text) {
        return;
    }
    let Ok(value) = serde_json::from_str::<Value>(text) else { return };
    let is_whole = |value: &Value| match value {
        Value::Number(number) => number.as_str().bytes().all(|b| b.is_ascii_digit() || b == b'-'),
        _ => false,
    };
    let skus = value.get("skuList").and_then(Value::as_array).into_iter().flatten().enumerate();
    let prices = skus.map(|(index, sku)| (Some(index), sku.get("price")));
    let amounts = [(None, value.get("totalAmount"))].into_iter().chain(prices);
    let wrong = amounts.filter_map(|(index, amount)| Some((index, amount.filter(|amount| !is_whole(amount))?)));
    for (index, amount) in wrong.take(MOST) {
        let path = index.map_or("totalAmount".to_owned(), |index| path::sku(index, "price"));
        findings.push(Finding::proven("amount.not_integer").with("path", path).with("value", shown(amount)));
    }
}
