//! In: an order. Out: findings on single characters: spaces at the ends, invisible and full-width
//! ones, placeholders.

use super::find::in_strings;
use super::hits::Hit;
use super::rule::Rule;
use crate::core::chars::{ascii_for, code_point, is_invisible};
use crate::core::finding::Severity;
use crate::core::path::At;
use crate::core::platform::{Field, Kind, Reference};

pub const RULES: &[Rule] = &[FULL_WIDTH, SURROUNDING_SPACE, INVISIBLE, PLACEHOLDER];

const FULL_WIDTH: Rule = Rule {
    name: "text.full_width",
    severity: Severity::Warning,
    reference: Reference::Practice,
    find: |checked| {
        in_strings(checked, |at, text| {
            // Half-width texts, nearly all, need no look at where they stand.
            if text.is_ascii() || !is_ascii_field(at) || is_number_field(at) {
                return None;
            }

            let (place, wrong) = text
                .chars()
                .enumerate()
                .find(|(_, c)| ascii_for(*c).is_some())?;
            let fixed: String = text.chars().map(|c| ascii_for(c).unwrap_or(c)).collect();
            Some(
                Hit::new()
                    .with("character", wrong)
                    .with("position", place + 1)
                    .with("fixed", fixed),
            )
        })
    },
};

const SURROUNDING_SPACE: Rule = Rule {
    name: "text.surrounding_space",
    severity: Severity::Warning,
    reference: Reference::Practice,
    find: |checked| {
        // A number in quotes is told of as a whole.
        in_strings(checked, |at, text| {
            (text.trim() != text && !is_number_field(at)).then(Hit::new)
        })
    },
};

const INVISIBLE: Rule = Rule {
    name: "text.invisible",
    severity: Severity::Warning,
    reference: Reference::Practice,
    find: |checked| {
        in_strings(checked, |_, text| {
            let (place, c) = text
                .chars()
                .enumerate()
                .find(|(_, c)| is_invisible(*c) || c.is_control())?;
            Some(
                Hit::new()
                    .with("code", code_point(c))
                    .with("position", place + 1),
            )
        })
    },
};

const PLACEHOLDER: Rule = Rule {
    name: "text.placeholder",
    severity: Severity::Warning,
    reference: Reference::Practice,
    find: |checked| {
        in_strings(checked, |_, text| {
            placeholder(text).map(|found| Hit::new().with("placeholder", found))
        })
    },
};

/// Fields in which only ASCII makes sense; a title may well hold full-width marks.
fn is_ascii_field(at: &At<'_>) -> bool {
    Field::of_pattern(&at.pattern()).is_some_and(|field| match field.kind() {
        Kind::Number | Kind::Params => true,
        Kind::Text => !matches!(field, Field::Title | Field::SkuAttr),
        Kind::List | Kind::Object | Kind::PayWay => false,
    })
}

fn is_number_field(at: &At<'_>) -> bool {
    Field::of_pattern(&at.pattern()).is_some_and(|field| field.kind() == Kind::Number)
}

/// A placeholder that was never filled in: `{{name}}` or `${name}`.
fn placeholder(text: &str) -> Option<&str> {
    [("{{", "}}"), ("${", "}")]
        .iter()
        .find_map(|(open, close)| {
            let start = text.find(open)?;
            let length = text[start..].find(close)?;
            Some(&text[start..start + length + close.len()])
        })
}
