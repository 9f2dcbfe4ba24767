//! In: the payload as it was sent. Out: what its own bytes show to be wrong, whatever was signed.

use serde_json::Value;

use super::code::Code;
use super::header::Header;
use super::intake::Kind;
use super::report::Finding;
use crate::core::chars::{code_point, is_invisible};
use crate::core::json;
use crate::core::path::Place;
use crate::core::platform::{Field, HeaderField};

/// What the bytes of an order show.
pub fn lint(kind: Kind, data: &[u8], header: &Header) -> Vec<Finding> {
    let mut findings = Vec::new();
    if kind == Kind::Order {
        values(header, &mut findings);
        let is_json = std::str::from_utf8(data).is_ok_and(json::is_json);
        if !is_json {
            findings.push(Finding::likely(Code::BodyNotJson));
        }
    }

    if let Ok(text) = std::str::from_utf8(data) {
        invisible(text, &mut findings);
        template("data", text, &mut findings);
        amounts(text, &mut findings);

        if text.starts_with('"') && matches!(serde_json::from_str(text), Ok(Value::String(_))) {
            findings.push(Finding::proven(Code::BodyDoubleEncoded));
        }
    }

    let values = [
        (HeaderField::AppId, &header.app_id),
        (HeaderField::Nonce, &header.nonce),
        (HeaderField::Timestamp, &header.timestamp),
    ];
    for (field, value) in values {
        template(
            field.name(),
            value.as_deref().unwrap_or_default(),
            &mut findings,
        );
    }

    if let Some(timestamp) = &header.timestamp
        && timestamp.len() == 13
        && timestamp.bytes().all(|byte| byte.is_ascii_digit())
    {
        findings.push(Finding::proven(Code::TimestampMilliseconds).with("timestamp", timestamp));
    }

    findings
}

/// Values that are empty, or not of the form that the platform gives them.
fn values(header: &Header, findings: &mut Vec<Finding>) {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let fields = [
        (HeaderField::AppId, &header.app_id),
        (HeaderField::Nonce, &header.nonce),
        (HeaderField::Timestamp, &header.timestamp),
        (HeaderField::KeyVersion, &header.key_version),
        (HeaderField::Signature, &header.signature),
    ];
    for (field, value) in fields
        .into_iter()
        .filter_map(|(field, value)| Some((field, value.as_deref()?)))
    {
        let is_number = matches!(field, HeaderField::Timestamp | HeaderField::KeyVersion);
        if value.trim().is_empty() {
            findings.push(Finding::proven(Code::HeaderFieldEmpty).with("field", field.name()));
        } else if is_number && !digits(value) {
            findings.push(
                Finding::proven(Code::HeaderNotANumber)
                    .with("field", field.name())
                    .with("value", value),
            );
        }
    }
}

fn invisible(text: &str, findings: &mut Vec<Finding>) {
    let found = text
        .chars()
        .enumerate()
        .find(|(_, character)| is_invisible(*character));
    if let Some((place, character)) = found {
        let finding = Finding::proven(Code::InvisibleCharacters).with("position", place + 1);
        findings.push(finding.with("character", code_point(character)));
    }
}

/// `{{name}}` and `${name}` that nobody filled in.
fn template(place: &str, text: &str, findings: &mut Vec<Finding>) {
    let between = |open: &str, close: &str| {
        let begin = text.find(open)?;
        let length = text[begin..].find(close)? + close.len();
        let name = &text[begin + open.len()..begin + length - close.len()];
        let is_name = name
            .trim()
            .starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | '$'))
            && name.len() < 80
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | ' ' | '$'));

        is_name.then(|| text[begin..begin + length].to_owned())
    };
    if let Some(placeholder) = between("{{", "}}").or_else(|| between("${", "}")) {
        let finding = Finding::proven(Code::TemplateUnresolved).with("placeholder", placeholder);
        findings.push(finding.with("place", place));
    }
}

/// A value as a sentence can hold it.
fn shown(value: &Value) -> String {
    const LONGEST: usize = 80;
    let text = value.to_string();
    if text.chars().nth(LONGEST).is_some() {
        text.chars().take(LONGEST).chain(['…']).collect()
    } else {
        text
    }
}

/// Amounts must be whole numbers of fen, spelled without a point and without quotes.
fn amounts(text: &str, findings: &mut Vec<Finding>) {
    // The first few are enough to mend the rest by.
    const MOST: usize = 20;
    let Some(value) = json::value(text) else {
        return;
    };

    let is_whole = |value: &Value| match value {
        Value::Number(number) => number
            .as_str()
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b'-'),
        _ => false,
    };

    let skus = value
        .get("skuList")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .enumerate();

    let prices = skus.map(|(index, sku)| (Some(index), sku.get("price")));
    let amounts = [(None, value.get("totalAmount"))].into_iter().chain(prices);
    let wrong = amounts
        .filter_map(|(index, amount)| Some((index, amount.filter(|amount| !is_whole(amount))?)));

    for (index, amount) in wrong.take(MOST) {
        let place = index.map_or(Place::of(Field::TotalAmount), |index| {
            Place::in_sku(index, Field::Price)
        });
        findings.push(
            Finding::proven(Code::AmountNotInteger)
                .with("path", place)
                .with("value", shown(amount)),
        );
    }
}
