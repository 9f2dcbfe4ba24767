//! In: an order. Out: findings on fields as such: missing, of the wrong type, too long, unknown,
//! repeated.

use serde_json::{Map, Value};

use super::find::{at_field, in_fields};
use super::hits::{Hit, Hits};
use super::rule::Rule;
use super::walk::places;
use crate::core::finding::Severity;
use crate::core::json::kind_of;
use crate::core::path::At;
use crate::core::platform::{Field, Kind, Reference};

pub const RULES: &[Rule] = &[
    REQUIRED,
    WRONG_TYPE,
    SKU_LIST_NOT_ARRAY,
    TOO_LONG,
    REPEATED_KEY,
    UNKNOWN_FIELD,
];

const REQUIRED: Rule = Rule {
    name: "field.required",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        in_fields(checked, |field, value| {
            let missing = match value {
                None => true,
                Some(Value::String(text)) => text.is_empty(),
                Some(_) => false,
            };
            (field.is_required() && missing).then(Hit::new)
        })
    },
};

const WRONG_TYPE: Rule = Rule {
    name: "field.type",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        in_fields(checked, |field, value| {
            let value = value?;
            let fits = match field.kind() {
                // `skuAttr` as an object has its own rule, with the string to write.
                Kind::Text => value.is_string() || field == Field::SkuAttr && value.is_object(),
                // A text where a number is due has its own rule, with the number to write.
                Kind::Number => value.is_number() || value.is_string(),
                // `skuList` has its own rule, with the platform's own words.
                Kind::List => value.is_array() || field == Field::SkuList,
                Kind::Object => value.is_object(),
                // `params` as an object has its own rule, with the string to write.
                Kind::Params => value.is_string() || value.is_object(),
                // Pay ways have their own rules.
                Kind::PayWay => true,
            };

            let expected = match field.kind() {
                Kind::Text | Kind::Params => "string",
                Kind::Number | Kind::PayWay => "number",
                Kind::List => "array",
                Kind::Object => "object",
            };
            (!fits).then(|| {
                Hit::new()
                    .with("expected", expected)
                    .with("found", kind_of(value))
            })
        })
    },
};

const SKU_LIST_NOT_ARRAY: Rule = Rule {
    name: "sku_list.not_array",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        at_field(checked, Field::SkuList, |value| {
            value
                .filter(|value| !value.is_array())
                .map(|value| Hit::new().with("found", kind_of(value)))
        })
    },
};

const TOO_LONG: Rule = Rule {
    name: "field.too_long",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        in_fields(checked, |field, value| {
            let limit = field.max_bytes()?;
            let bytes = value?.as_str()?.len();
            (bytes > limit).then(|| {
                Hit::new()
                    .with("bytes", bytes)
                    .with("limit", limit)
                    .with("over", bytes - limit)
            })
        })
    },
};

const REPEATED_KEY: Rule = Rule {
    name: "field.repeated",
    severity: Severity::Error,
    reference: Reference::Practice,
    find: |checked| {
        let mut hits = Hits::default();
        for path in checked.repeated_keys {
            hits.push_path(path, Hit::new());
        }
        hits
    },
};

const UNKNOWN_FIELD: Rule = Rule {
    name: "field.unknown",
    severity: Severity::Hint,
    reference: Reference::OrderParameters,
    find: |checked| {
        let mut hits = Hits::default();
        unknown_in(&At::Root, checked.order.members(), &mut hits);
        for pattern in OBJECTS {
            places(checked.order, pattern, &mut |at, value| {
                if let Some(Value::Object(members)) = value {
                    unknown_in(at, members, &mut hits);
                }
            });
        }

        hits
    },
};

/// Objects whose members are all known.
const OBJECTS: [&str; 3] = ["skuList[]", "skuList[].entrySchema", "orderEntrySchema"];

fn unknown_in(at: &At<'_>, members: &Map<String, Value>, hits: &mut Hits) {
    for name in members.keys() {
        let at = At::Member(at, name);
        // Put in the wrong place it has its own rule.
        let is_told = matches!(at, At::Member(At::Root, "skuAttr"));
        if Field::of_pattern(&at.pattern()).is_none() && !is_told {
            hits.push(&at, Hit::new().with("name", at_end(name)));
        }
    }
}

/// A member's name as a sentence can hold it.
fn at_end(name: &str) -> String {
    At::Member(&At::Root, name).to_string()
}
