//! In: an order. Out: findings on the goods: how many SKUs and images, the goods type, and what `skuAttr` must say.

use serde_json::{Map, Value};

use super::fields;
use super::walk::places;
use super::{Checked, Hit, Rule, Source};
use crate::core::finding::Severity;
use crate::core::order::catalog::{GOODS_TYPES, PHONE_CARD_TYPES, needs_sku_attr};
use crate::core::order::model::{SkuRef, whole_number};
use crate::core::order::path;

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
        let images = places(checked.order, "skuList[].imageList[]").into_iter();
        images
            .filter(|place| {
                place.value.and_then(Value::as_str).is_some_and(|url| !url.trim_start().starts_with("https://"))
            })
            .map(|place| Hit::at(place.path))
            .collect()
    },
};

const TYPE_UNKNOWN: Rule = Rule {
    name: "type.unknown",
    severity: Severity::Warning,
    source: Source::Sdk,
    find: |checked| {
        fields::whole_numbers(checked, "skuList[].type")
            .into_iter()
            .filter(|(_, goods_type)| !GOODS_TYPES.contains(goods_type))
            .map(|(path, goods_type)| Hit::at(path).with("type", goods_type))
            .collect()
    },
};

const ATTR_MISSING: Rule = Rule {
    name: "sku_attr.missing",
    severity: Severity::Warning,
    source: Source::OrderParameters,
    find: |checked| {
        attrs(checked, |goods_type, attr, at| {
            (needs_sku_attr(goods_type) && attr.is_none_or(str::is_empty)).then(|| Hit::at(at).with("type", goods_type))
        })
    },
};

const ATTR_NOT_JSON: Rule = Rule {
    name: "sku_attr.not_json",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        attrs(checked, |_, attr, at| {
            let attr = attr.filter(|attr| !attr.is_empty())?;
            serde_json::from_str::<Map<String, Value>>(attr).is_err().then(|| Hit::at(at))
        })
    },
};

const ATTR_PHONE_CARD: Rule = Rule {
    name: "sku_attr.phone_card",
    severity: Severity::Warning,
    source: Source::OrderParameters,
    find: |checked| {
        attrs(checked, |goods_type, attr, at| {
            let attr: Map<String, Value> = serde_json::from_str(attr?).ok()?;
            let wrong = phone_card_faults(&attr);
            (PHONE_CARD_TYPES.contains(&goods_type) && !wrong.is_empty())
                .then(|| Hit::at(at).with("type", goods_type).with("fields", wrong.join(", ")))
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

fn exactly_one(checked: &Checked<'_>, pattern: &str) -> Vec<Hit> {
    places(checked.order, pattern)
        .into_iter()
        .filter_map(|place| {
            let count = place.value?.as_array()?.len();
            (count != 1).then(|| Hit::at(place.path).with("count", count))
        })
        .collect()
}

/// Asks `find` for every SKU's goods type (0 where it is no number) and `skuAttr`.
fn attrs(checked: &Checked<'_>, find: impl Fn(i64, Option<&str>, &str) -> Option<Hit>) -> Vec<Hit> {
    checked
        .order
        .skus()
        .filter_map(|SkuRef { index, members }| {
            let goods_type = members.get("type").and_then(whole_number).unwrap_or(0);
            let attr = members.get("skuAttr").and_then(Value::as_str);
            find(goods_type, attr, &path::sku(index, "skuAttr"))
        })
        .collect()
}
