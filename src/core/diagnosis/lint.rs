//! In: the payload as it was sent. Out: what its own bytes show to be wrong, whatever was signed.

use serde_json::Value;

use super::case::Kind;
use super::code::Code;
use super::header::Header;
use super::report::Finding;
use crate::core::chars::{code_point, is_invisible};
use crate::core::json;
use crate::core::path::Place;
use crate::core::platform::{Field, HeaderField};

/// What the bytes of an order show.
pub fn lint(kind: Kind, data: &[u8], header: &Header) -> Vec<Finding> {
    let mut findings = Vec::new();
    if kind == Kind::Order {
        findings.extend(of_header(header));
        let is_json = std::str::from_utf8(data).is_ok_and(json::is_json);
        if !is_json {
            findings.push(Finding::likely(Code::BodyNotJson));
        }
    }

    if let Ok(text) = std::str::from_utf8(data) {
        invisible(text, &mut findings);
        lost(text, &mut findings);
        template_in_data(text, &mut findings);
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
        if let Some(placeholder) = placeholder_in(value.as_deref().unwrap_or_default()) {
            let finding = Finding::proven(Code::TemplateUnresolved);
            let finding = finding.with("placeholder", placeholder);
            findings.push(finding.with("place", field.name()));
        }
    }

    if let Some(timestamp) = &header.timestamp
        && timestamp.len() == 13
        && timestamp.bytes().all(|byte| byte.is_ascii_digit())
    {
        findings.push(Finding::proven(Code::TimestampMilliseconds).with("timestamp", timestamp));
    }

    findings
}

/// Values of a header that are empty, or not of the form that the platform gives them.
pub fn of_header(header: &Header) -> Vec<Finding> {
    let mut findings = Vec::new();
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
        if field == HeaderField::AppId && !value.trim().is_empty() && !is_app_id(value) {
            let finding = Finding::proven(Code::HeaderAppId).with("value", value);
            findings.push(finding);
        }
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

    findings
}

/// Whether an appid can be one: it begins with `tt`, and is no word of a sample.
fn is_app_id(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let is_sample = ["xxx", "your", "appid", "***", "<", "{"]
        .iter()
        .any(|mark| lower.contains(mark));
    value.starts_with("tt") && !is_sample
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

/// Question marks in a row, or U+FFFD: characters that an encoding does not have were lost, and
/// cannot be found again.
fn lost(text: &str, findings: &mut Vec<Finding>) {
    if text.contains("???") || text.contains('\u{fffd}') {
        findings.push(Finding::likely(Code::EncodingLost));
    }
}

/// A placeholder in `data`. As the whole of a value nobody means it; inside of a text it may be the
/// text.
fn template_in_data(text: &str, findings: &mut Vec<Finding>) {
    let Some(placeholder) = placeholder_in(text) else {
        return;
    };
    let is_whole = text.contains(&format!("\"{placeholder}\""))
        && !text.contains(&format!("\"title\":\"{placeholder}\""));
    let finding = if is_whole {
        Finding::proven(Code::TemplateUnresolved)
    } else {
        Finding::likely(Code::TemplateUnresolved)
    };
    findings.push(
        finding
            .with("placeholder", placeholder)
            .with("place", "data"),
    );
}

/// `{{name}}` and `${name}` that nobody filled in.
fn placeholder_in(text: &str) -> Option<String> {
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
    between("{{", "}}").or_else(|| between("${", "}"))
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
