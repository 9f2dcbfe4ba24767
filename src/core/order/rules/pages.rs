//! In: an order. Out: findings on page references: the grammar of `path`, the JSON inside `params`.

use serde_json::Value;

use super::find::at_fields;
use super::hits::Hit;
use super::rule::Rule;
use crate::core::finding::Severity;
use crate::core::json::{Json, is_json};
use crate::core::platform::{Field, Reference};

pub const RULES: &[Rule] = &[
    PATH_LEADING_SLASH,
    PATH_QUERY,
    PATH_CHARACTERS,
    PARAMS_OBJECT,
    PARAMS_NOT_JSON,
    PARAMS_REPEATED,
];

const PATHS: &[Field] = &[Field::OrderEntryPath, Field::EntryPath];
const PARAMS: &[Field] = &[Field::OrderEntryParams, Field::EntryParams];

const PATH_LEADING_SLASH: Rule = Rule {
    name: "path.leading_slash",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        at_fields(checked, PATHS, |value| {
            let value = value?;
            let path = value.as_str()?;
            path.starts_with('/')
                .then(|| Hit::new().with("without", path.trim_start_matches('/')))
        })
    },
};

const PATH_QUERY: Rule = Rule {
    name: "path.query",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        at_fields(checked, PATHS, |value| {
            let value = value?;
            let (path, query) = value.as_str()?.split_once('?')?;
            Some(Hit::new().with("without", path).with("query", query))
        })
    },
};

const PATH_CHARACTERS: Rule = Rule {
    name: "path.characters",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        at_fields(checked, PATHS, |value| {
            let value = value?;
            // What follows a question mark is the query rule's business.
            let path = value.as_str()?.split('?').next()?;
            let (place, wrong) = path
                .chars()
                .enumerate()
                .find(|(_, c)| !is_path_character(*c))?;
            Some(
                Hit::new()
                    .with("character", wrong.escape_debug())
                    .with("position", place + 1),
            )
        })
    },
};

const PARAMS_OBJECT: Rule = Rule {
    name: "params.not_text",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        at_fields(checked, PARAMS, |value| {
            let value = value?;
            value.is_object().then(|| {
                Hit::new()
                    .with("text", Value::String(value.to_string()))
                    .with("fixed", value)
            })
        })
    },
};

const PARAMS_NOT_JSON: Rule = Rule {
    name: "params.not_json",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        at_fields(checked, PARAMS, |value| {
            let value = value?;
            let text = value.as_str().filter(|text| !text.is_empty())?;
            let is_object = text.trim_start().starts_with('{') && is_json(text);
            (!is_object).then(Hit::new)
        })
    },
};

const PARAMS_REPEATED: Rule = Rule {
    name: "params.repeated_key",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        at_fields(checked, PARAMS, |value| {
            let value = value?;
            let params = Json::parse(value.as_str()?).ok()?;
            let keys: Vec<String> = params
                .repeated_keys()
                .iter()
                .map(ToString::to_string)
                .collect();
            (!keys.is_empty()).then(|| Hit::new().with("keys", keys.join(", ")))
        })
    },
};

/// ASCII letters, digits, `_` and `/`.
fn is_path_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '/'
}
