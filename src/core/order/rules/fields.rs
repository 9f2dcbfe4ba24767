//! In: an order. Out: findings on fields as such: missing, of the wrong type, too long, unknown, repeated.

use serde_json::Value;

use super::walk::places;
use super::{Checked, Hit, Hits, Rule, Source};
use crate::core::finding::Severity;
use crate::core::order::model;
use crate::core::order::path::{self, At};
use crate::core::order::read::kind_of;

pub const RULES: &[Rule] = &[REQUIRED, WRONG_TYPE, SKU_LIST_NOT_ARRAY, TOO_LONG, REPEATED_KEY, UNKNOWN_FIELD];

const REQUIRED: Rule = Rule {
    name: "field.required",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        each(checked, |field, value| {
            let missing = match value {
                None => true,
                Some(Value::String(text)) => text.is_empty(),
                Some(_) => false,
            };
            (field.required && missing).then(Hit::new)
        })
    },
};

const WRONG_TYPE: Rule = Rule {
    name: "field.type",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        each(checked, |field, value| {
            let value = value?;
            let fits = match field.kind {
                Kind::Text => value.is_string(),
                // A text where a number is due has its own rule, with the number to write.
                Kind::Number => value.is_number() || value.is_string(),
                // `skuList` has its own rule, with the platform's own words.
                Kind::List => value.is_array() || field.pattern == "skuList",
                Kind::Object => value.is_object(),
                // `params` as an object has its own rule, with the string to write.
                Kind::Params => value.is_string() || value.is_object(),
            };
            let expected = match field.kind {
                Kind::Text | Kind::Params => "string",
                Kind::Number => "number",
                Kind::List => "array",
                Kind::Object => "object",
            };
            (!fits).then(|| Hit::new().with("expected", expected).with("found", kind_of(value)))
        })
    },
};

const SKU_LIST_NOT_ARRAY: Rule = Rule {
    name: "sku_list.not_array",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        at_pattern(checked, "skuList", |_, value| {
            value.filter(|value| !value.is_array()).map(|value| Hit::new().with("found", kind_of(value)))
        })
    },
};

const TOO_LONG: Rule = Rule {
    name: "field.too_long",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        each(checked, |field, value| {
            let limit = field.max_bytes?;
            let bytes = value?.as_str()?.len();
            (bytes > limit).then(|| Hit::new().with("bytes", bytes).with("limit", limit).with("over", bytes - limit))
        })
    },
};

const REPEATED_KEY: Rule = Rule {
    name: "field.repeated",
    severity: Severity::Error,
    source: Source::Practice,
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
    source: Source::OrderParameters,
    find: |checked| {
        let mut hits = Hits::default();
        unknown_in(&At::Root, checked.order.members(), &mut hits);
        for pattern in ["skuList[]", "skuList[].entrySchema", "orderEntrySchema"] {
            places(checked.order, pattern, &mut |at, value| {
                if let Some(Value::Object(members)) = value {
                    unknown_in(at, members, &mut hits);
                }
            });
        }
        hits
    },
};

fn unknown_in(at: &At<'_>, members: &serde_json::Map<String, Value>, hits: &mut Hits) {
    for name in members.keys() {
        let at = At::Member(at, name);
        let pattern = at.pattern();
        if !FIELDS.iter().any(|field| field.pattern == pattern) {
            hits.push(&at, Hit::new().with("name", at_end(name)));
        }
    }
}

/// A member's name as a sentence can hold it.
fn at_end(name: &str) -> String {
    At::Member(&At::Root, name).to_string()
}

/// What the platform's documents say of one field of `data`.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The field's path without places in arrays: `skuList[].title`.
    pub pattern: &'static str,
    /// The JSON type it must have.
    pub kind: Kind,
    /// Whether `data` is refused without it.
    pub required: bool,
    /// UTF-8 bytes at most.
    pub max_bytes: Option<usize>,
}

/// JSON types, as far as fields differ in how they are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A string.
    Text,
    /// A whole number.
    Number,
    /// An array.
    List,
    /// An object.
    Object,
    /// A string that holds a JSON object.
    Params,
}

/// All fields of `data` known from public documents and SDKs.
pub const FIELDS: &[Field] = &[
    Field::new("skuList", Kind::List).required(),
    Field::new("skuList[].skuId", Kind::Text).required(),
    Field::new("skuList[].price", Kind::Number).required(),
    Field::new("skuList[].quantity", Kind::Number).required(),
    Field::new("skuList[].title", Kind::Text).required().at_most(256),
    Field::new("skuList[].imageList", Kind::List).required(),
    Field::new("skuList[].imageList[]", Kind::Text).at_most(512),
    Field::new("skuList[].type", Kind::Number).required(),
    Field::new("skuList[].tagGroupId", Kind::Text).required().at_most(64),
    Field::new("skuList[].entrySchema", Kind::Object),
    Field::new("skuList[].entrySchema.path", Kind::Text).required().at_most(512),
    Field::new("skuList[].entrySchema.params", Kind::Params).at_most(512),
    Field::new("skuList[].skuAttr", Kind::Text),
    Field::new("outOrderNo", Kind::Text).required().at_most(64),
    Field::new("totalAmount", Kind::Number).required(),
    Field::new("currency", Kind::Text),
    Field::new("payExpireSeconds", Kind::Number),
    Field::new("payNotifyUrl", Kind::Text).at_most(512),
    Field::new("merchantUid", Kind::Text),
    Field::new("orderEntrySchema", Kind::Object).required(),
    Field::new("orderEntrySchema.path", Kind::Text).required().at_most(512),
    Field::new("orderEntrySchema.params", Kind::Params).at_most(512),
    Field::new("limitPayWayList", Kind::List),
    Field::new("payScene", Kind::Text),
    Field::new("promotionId", Kind::Text),
];

impl Field {
    const fn new(pattern: &'static str, kind: Kind) -> Self {
        Self { pattern, kind, required: false, max_bytes: None }
    }

    const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    const fn at_most(self, bytes: usize) -> Self {
        Self { max_bytes: Some(bytes), ..self }
    }
}

/// The field at a path or pattern.
pub fn field(path: &str) -> Option<&'static Field> {
    let pattern = path::pattern(path);
    FIELDS.iter().find(|field| field.pattern == pattern)
}

/// Asks `find` for the value at every place of every field.
fn each(checked: &Checked<'_>, find: impl Fn(&Field, Option<&Value>) -> Option<Hit>) -> Hits {
    let mut hits = Hits::default();
    for field in FIELDS {
        places(checked.order, field.pattern, &mut |at, value| {
            if let Some(hit) = find(field, value) {
                hits.push(at, hit);
            }
        });
    }
    hits
}

/// Asks `find` for every place of a pattern, with its value.
pub fn at_pattern(checked: &Checked<'_>, pattern: &str, find: impl Fn(&At<'_>, Option<&Value>) -> Option<Hit>) -> Hits {
    let mut hits = Hits::default();
    places(checked.order, pattern, &mut |at, value| {
        if let Some(hit) = find(at, value) {
            hits.push(at, hit);
        }
    });
    hits
}

/// Asks `find` for every whole number at the places of a pattern.
pub fn whole_numbers(checked: &Checked<'_>, pattern: &str, find: impl Fn(i64) -> Option<Hit>) -> Hits {
    at_pattern(checked, pattern, |_, value| find(model::whole_number(value?)?))
}
