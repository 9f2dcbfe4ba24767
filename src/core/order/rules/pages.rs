//! In: an order. Out: findings on page references: the grammar of `path`, the JSON inside `params`.

use serde_json::Value;

use super::find::at_fields;
use super::hits::{Hit, Hits};
use super::rule::{Checked, Rule};
use crate::core::finding::Severity;
use crate::core::json::{Json, is_json};
use crate::core::platform::{Field, Reference};

pub const RULES: &[Rule] = &[
    PATH_LEADING_SLASH,
    PATH_QUERY,
    PATH_CHARACTERS,
    PATH_SEVERAL,
    PATH_HYPHEN,
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
        paths(checked, |path| {
            let is_it = path.has_slash && path.faults() == 1;
            is_it.then(|| Hit::new().with("without", &path.corrected))
        })
    },
};

const PATH_QUERY: Rule = Rule {
    name: "path.query",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        paths(checked, |path| {
            let query = path.query.filter(|_| path.faults() == 1)?;
            Some(
                Hit::new()
                    .with("without", &path.corrected)
                    .with("query", query),
            )
        })
    },
};

const PATH_CHARACTERS: Rule = Rule {
    name: "path.characters",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        paths(checked, |path| {
            let (position, wrong) = path.wrong.filter(|_| path.faults() == 1)?;
            Some(
                Hit::new()
                    .with("character", wrong.escape_debug())
                    .with("position", position),
            )
        })
    },
};

/// Several faults of one path, with what mends them all.
const PATH_SEVERAL: Rule = Rule {
    name: "path.several",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        paths(checked, |path| {
            (path.faults() > 1).then(|| Hit::new().with("without", &path.corrected))
        })
    },
};

const PATH_HYPHEN: Rule = Rule {
    name: "path.hyphen",
    severity: Severity::Warning,
    reference: Reference::Practice,
    find: |checked| paths(checked, |path| path.has_hyphen.then(Hit::new)),
};

/// What is wrong with a page path, and the path without all of it.
struct PagePath<'p> {
    has_slash: bool,
    query: Option<&'p str>,
    /// The first character that is none of a path's, and its place from 1.
    wrong: Option<(usize, char)>,
    has_hyphen: bool,
    corrected: String,
}

impl<'p> PagePath<'p> {
    fn of(text: &'p str) -> Self {
        // `#` begins what a page path has as little as a query.
        let (path, query) = match text.split_once(['?', '#']) {
            Some((path, query)) => (path, Some(query)),
            None => (text, None),
        };
        let mut characters = path.chars().enumerate();
        let wrong = characters.find(|(_, c)| !is_path_character(*c) && *c != '-');
        let is_kept = |c: &char| is_path_character(*c) || *c == '-';
        Self {
            has_slash: path.starts_with('/'),
            query,
            wrong: wrong.map(|(place, c)| (place + 1, c)),
            has_hyphen: path.contains('-'),
            corrected: path
                .trim_start_matches('/')
                .chars()
                .filter(is_kept)
                .collect(),
        }
    }

    fn faults(&self) -> usize {
        usize::from(self.has_slash)
            + usize::from(self.query.is_some())
            + usize::from(self.wrong.is_some())
    }
}

/// Asks `find` for every path.
fn paths(checked: &Checked<'_>, find: impl Fn(&PagePath<'_>) -> Option<Hit>) -> Hits {
    at_fields(checked, PATHS, |value| {
        find(&PagePath::of(value?.as_str()?))
    })
}

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
