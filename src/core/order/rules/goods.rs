//! In: an order. Out: findings on the goods: how many SKUs and images, the goods type, and what `skuAttr` must say.

use serde_json::{Map, Value};

use super::fields::{at_pattern, whole_numbers};
use super::{Checked, Hit, Hits, Rule, Source};
use crate::core::budget::is_modest;
use crate::core::finding::Severity;
use crate::core::order::catalog::{GOODS_TYPES, PHONE_CARD_TYPES, needs_sku_attr};
use crate::core::order::model::{SkuRef, whole_number};
use crate::core::order::path::At;

pub const RULES: &[Rule] =
    &[SKU_COUNT, IMAGE_COUNT, IMAGE_NOT_HTTPS, TYPE_UNKNOWN, ATTR_MISSING, ATTR_NOT_JSON, ATTR_PHONE_CARD];

const SKU_COUNT: Rule = Rule {
    name: "sku_list.count",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| exactly_one(checked, "skuList"),
};

const IMAGE_COUNT: Rule = Rule {
    name: "image_list.count",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| exactly_one(checked, "skuList[].imageList"),
};

const IMAGE_NOT_HTTPS: Rule = Rule {
    name: "image.not_https",
    severity: Severity::Warning,
    source: Source::Practice,
    find: |checked| {
        at_pattern(checked, "skuList[].imageList[]", |_, url| {
            (!url?.as_str()?.trim_start().starts_with("https://")).then(Hit::new)
        })
    },
};

const TYPE_UNKNOWN: Rule = Rule {
    name: "type.unknown",
    severity: Severity::Warning,
    source: Source::Sdk,
    find: |checked| {
        whole_numbers(checked, "skuList[].type", |goods_type| {
            (!GOODS_TYPES.contains(&goods_type)).then(|| Hit::new().with("type", goods_type))
        })
    },
};

const ATTR_MISSING: Rule = Rule {
    name: "sku_attr.missing",
    severity: Severity::Warning,
    source: Source::OrderParameters,
    find: |checked| {
        attrs(checked, |goods_type, attr| {
            (needs_sku_attr(goods_type) && attr.is_none_or(str::is_empty)).then(|| Hit::new().with("type", goods_type))
        })
    },
};

const ATTR_NOT_JSON: Rule = Rule {
    name: "sku_attr.not_json",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        attrs(checked, |_, attr| {
            let attr = attr.filter(|attr| !attr.is_empty())?;
            members(attr).is_none().then(Hit::new)
        })
    },
};

const ATTR_PHONE_CARD: Rule = Rule {
    name: "sku_attr.phone_card",
    severity: Severity::Warning,
    source: Source::OrderParameters,
    find: |checked| {
        attrs(checked, |goods_type, attr| {
            let attr = members(attr.filter(|_| PHONE_CARD_TYPES.contains(&goods_type))?)?;
            let wrong = phone_card_faults(&attr);
            (!wrong.is_empty()).then(|| Hit::new().with("type", goods_type).with("fields", wrong.join(", ")))
        })
    },
};

/// Names of the members of a phone card's `skuAttr` that are missing or not of the documented form.
fn phone_card_faults(attr: &Map<String, Value>) -> Vec<&'static str> {
    let cost = attr.get("package_cost");
    let cost_member = |name| cost.and_then(|cost| cost.get(name));
    let whole = |value: Option<&Value>| value.and_then(whole_number).is_some_and(|number| number >= 0);
    let one_of =
        |value: Option<&Value>, known: &[&str]| value.and_then(Value::as_str).is_some_and(|text| known.contains(&text));
    let checks = [
        ("package_cost.amount", whole(cost_member("amount"))),
        ("package_cost.time_len", whole(cost_member("time_len"))),
        ("package_cost.unit", one_of(cost_member("unit"), &["year", "month", "day"])),
        ("call_duration", attr.get("call_duration").is_some_and(Value::is_number)),
        ("traffic_bundle", attr.get("traffic_bundle").is_some_and(Value::is_number)),
        ("telecom_operator_type", one_of(attr.get("telecom_operator_type"), &["official", "private"])),
    ];
    checks.into_iter().filter(|(_, fits)| !fits).map(|(name, _)| name).collect()
}

fn exactly_one(checked: &Checked<'_>, pattern: &str) -> Hits {
    at_pattern(checked, pattern, |_, list| {
        let count = list?.as_array()?.len();
        (count != 1).then(|| Hit::new().with("count", count))
    })
}

/// The members of a JSON object in a string; one with more values than any order has is none.
fn members(attr: &str) -> Option<Map<String, Value>> {
    if is_modest(attr) { serde_json::from_str(attr).ok() } else { None }
}

/// Asks `find` for every SKU's goods type (0 where it is no number) and `skuAttr`.
fn attrs(checked: &Checked<'_>, find: impl Fn(i64, Option<&str>) -> Option<Hit>) -> Hits {
    let mut hits = Hits::default();
    let list = At::Member(&At::Root, "skuList");
    for SkuRef { index, members } in checked.order.skus() {
        let goods_type = members.get("type").and_then(whole_number).unwrap_or(0);
        let attr = members.get("skuAttr").and_then(Value::as_str);
        if let Some(hit) = find(goods_type, attr) {
            hits.push(&At::Member(&At::Item(&list, index), "skuAttr"), hit);
        }
    }
    hits
}
