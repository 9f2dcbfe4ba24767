//! In: an order. Out: findings on page references: the grammar of `path`, the JSON inside `params`.

use serde::de::IgnoredAny;
use serde_json::Value;

use super::walk::places;
use super::{Checked, Hit, Hits, Rule, Source};
use crate::core::budget::is_modest;
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
        in_schemas(checked, "path", |value| {
            let path = value.as_str()?;
            path.starts_with('/').then(|| Hit::new().with("without", path.trim_start_matches('/')))
        })
    },
};

const PATH_QUERY: Rule = Rule {
    name: "path.query",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        in_schemas(checked, "path", |value| {
            let (path, query) = value.as_str()?.split_once('?')?;
            Some(Hit::new().with("without", path).with("query", query))
        })
    },
};

const PATH_CHARACTERS: Rule = Rule {
    name: "path.characters",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        in_schemas(checked, "path", |value| {
            // What follows a question mark is the query rule's business.
            let path = value.as_str()?.split('?').next()?;
            let (place, wrong) = path.chars().enumerate().find(|(_, c)| !is_path_character(*c))?;
            Some(Hit::new().with("character", wrong.escape_debug()).with("position", place + 1))
        })
    },
};

const PARAMS_OBJECT: Rule = Rule {
    name: "params.not_text",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        in_schemas(checked, "params", |value| {
            value.is_object().then(|| Hit::new().with("text", Value::String(value.to_string())).with("fixed", value))
        })
    },
};

const PARAMS_NOT_JSON: Rule = Rule {
    name: "params.not_json",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        in_schemas(checked, "params", |value| {
            let text = value.as_str().filter(|text| !text.is_empty())?;
            let is_object = text.trim_start().starts_with('{') && is_json(text);
            (!is_object).then(Hit::new)
        })
    },
};

const PARAMS_REPEATED: Rule = Rule {
    name: "params.repeated_key",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        in_schemas(checked, "params", |value| {
            let keys = repeated_keys(value.as_str()?);
            (!keys.is_empty()).then(|| Hit::new().with("keys", keys.join(", ")))
        })
    },
};

/// Whether a text is JSON, no deeper and with no more values than any order has.
fn is_json(text: &str) -> bool {
    is_modest(text) && serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// ASCII letters, digits, `_` and `/`.
fn is_path_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '/'
}

fn in_schemas(checked: &Checked<'_>, member: &str, find: impl Fn(&Value) -> Option<Hit>) -> Hits {
    let mut hits = Hits::default();
    for schema in SCHEMAS {
        places(checked.order, &format!("{schema}.{member}"), &mut |at, value| {
            if let Some(hit) = value.and_then(&find) {
                hits.push(at, hit);
            }
        });
    }
    hits
}
