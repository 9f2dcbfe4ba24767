//! In: an order. Out: findings on fields as such: missing, of the wrong type, too long, unknown, repeated.

use serde_json::Value;

use super::walk::{Place, places};
use super::{Checked, Hit, Rule, Source};
use crate::core::finding::Severity;
use crate::core::order::read::kind_of;
use crate::core::order::{model, path};

pub const RULES: &[Rule] = &[REQUIRED, WRONG_TYPE, SKU_LIST_NOT_ARRAY, TOO_LONG, REPEATED_KEY, UNKNOWN_FIELD];

const REQUIRED: Rule = Rule {
    name: "field.required",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        each(checked, |field, place| {
            let missing = match place.value {
                None => true,
                Some(Value::String(text)) => text.is_empty(),
                Some(_) => false,
            };
            (field.required && missing).then(|| Hit::at(&place.path))
        })
    },
};

const WRONG_TYPE: Rule = Rule {
    name: "field.type",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        each(checked, |field, place| {
            let value = place.value?;
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
            (!fits).then(|| Hit::at(&place.path).with("expected", expected).with("found", kind_of(value)))
        })
    },
};

const SKU_LIST_NOT_ARRAY: Rule = Rule {
    name: "sku_list.not_array",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| match checked.order.member("skuList") {
        Some(value) if !value.is_array() => vec![Hit::at("skuList").with("found", kind_of(value))],
        _ => Vec::new(),
    },
};

const TOO_LONG: Rule = Rule {
    name: "field.too_long",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        each(checked, |field, place| {
            let limit = field.max_bytes?;
            let bytes = place.value?.as_str()?.len();
            (bytes > limit)
                .then(|| Hit::at(&place.path).with("bytes", bytes).with("limit", limit).with("over", bytes - limit))
        })
    },
};

const REPEATED_KEY: Rule = Rule {
    name: "field.repeated",
    severity: Severity::Error,
    source: Source::Practice,
    find: |checked| checked.repeated_keys.iter().map(Hit::at).collect(),
};

const UNKNOWN_FIELD: Rule = Rule {
    name: "field.unknown",
    severity: Severity::Hint,
    source: Source::OrderParameters,
    find: |checked| {
        let objects = ["skuList[]", "skuList[].entrySchema", "orderEntrySchema"];
        let inner = objects.iter().flat_map(|pattern| places(checked.order, pattern));
        let mut hits: Vec<Hit> = unknown_in("", "", checked.order.members()).collect();
        for Place { path, value } in inner {
            if let Some(Value::Object(members)) = value {
                hits.extend(unknown_in(&path, &path::pattern(&path), members));
            }
        }
        hits
    },
};

fn unknown_in(at: &str, pattern: &str, members: &serde_json::Map<String, Value>) -> impl Iterator<Item = Hit> {
    members
        .keys()
        .filter(move |name| field(&path::member(pattern, name)).is_none())
        .map(move |name| Hit::at(path::member(at, name)).with("name", name))
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

/// Asks `find` for every place of every field.
fn each(checked: &Checked<'_>, find: impl Fn(&Field, &Place<'_>) -> Option<Hit>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for field in FIELDS {
        hits.extend(places(checked.order, field.pattern).iter().filter_map(|place| find(field, place)));
    }
    hits
}

/// Every place of a number field with its whole number, if it is one.
pub fn whole_numbers(checked: &Checked<'_>, pattern: &str) -> Vec<(String, i64)> {
    places(checked.order, pattern)
        .into_iter()
        .filter_map(|place| Some((place.path, model::whole_number(place.value?)?)))
        .collect()
}
