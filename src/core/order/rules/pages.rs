//! In: an order. Out: findings on page references: the grammar of `path`, the JSON inside `params`.

use serde_json::{Map, Value};

use super::walk::places;
use super::{Checked, Hit, Rule, Source};
use crate::core::finding::Severity;
use crate::core::order::read::repeated_keys;

pub const RULES: &[Rule] =
    &[PATH_LEADING_SLASH, PATH_QUERY, PATH_CHARACTERS, PARAMS_OBJECT, PARAMS_NOT_JSON, PARAMS_REPEATED];

const SCHEMAS: [&str; 2] = ["orderEntrySchema", "skuList[].entrySchema"];

const PATH_LEADING_SLASH: Rule = Rule {
    name: "path.leading_slash",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        in_schemas(checked, "path", |at, value| {
            let path = value.as_str()?;
            path.starts_with('/').then(|| Hit::at(at).with("without", path.trim_start_matches('/')))
        })
    },
};

const PATH_QUERY: Rule = Rule {
    name: "path.query",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        in_schemas(checked, "path", |at, value| {
            let (path, query) = value.as_str()?.split_once('?')?;
            Some(Hit::at(at).with("without", path).with("query", query))
        })
    },
};

const PATH_CHARACTERS: Rule = Rule {
    name: "path.characters",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        in_schemas(checked, "path", |at, value| {
            // What follows a question mark is the query rule's business.
            let path = value.as_str()?.split('?').next()?;
            let (place, wrong) = path.chars().enumerate().find(|(_, c)| !is_path_character(*c))?;
            Some(Hit::at(at).with("character", wrong.escape_debug()).with("position", place + 1))
        })
    },
};

const PARAMS_OBJECT: Rule = Rule {
    name: "params.not_text",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        in_schemas(checked, "params", |at, value| {
            value.is_object().then(|| Hit::at(at).with("text", Value::String(value.to_string())).with("fixed", value))
        })
    },
};

const PARAMS_NOT_JSON: Rule = Rule {
    name: "params.not_json",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        in_schemas(checked, "params", |at, value| {
            let text = value.as_str().filter(|text| !text.is_empty())?;
            serde_json::from_str::<Map<String, Value>>(text).is_err().then(|| Hit::at(at))
        })
    },
};

const PARAMS_REPEATED: Rule = Rule {
    name: "params.repeated_key",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        in_schemas(checked, "params", |at, value| {
            let keys = repeated_keys(value.as_str()?);
            (!keys.is_empty()).then(|| Hit::at(at).with("keys", keys.join(", ")))
        })
    },
};

/// ASCII letters, digits, `_` and `/`.
fn is_path_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '/'
}

fn in_schemas(checked: &Checked<'_>, member: &str, find: impl Fn(&str, &Value) -> Option<Hit>) -> Vec<Hit> {
    SCHEMAS
        .iter()
        .flat_map(|schema| places(checked.order, &format!("{schema}.{member}")))
        .filter_map(|place| find(&place.path, place.value?))
        .collect()
}
