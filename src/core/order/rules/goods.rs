//! In: an order. Out: findings on the goods: how many SKUs and images, the goods type, and what
//! `skuAttr` must say.

use serde_json::{Map, Value};

use super::find::{at_field, whole_numbers};
use super::hits::{Hit, Hits};
use super::rule::{Checked, Rule};
use crate::core::finding::Severity;
use crate::core::json;
use crate::core::order::model::{SkuRef, whole_number};
use crate::core::order::sku_attr;
use crate::core::path::At;
use crate::core::platform::{
    AttrKind, AttrMember, Field, GOODS_TYPES, MEMBERSHIP, MEMBERSHIP_ATTR, PHONE_CARD_OPERATORS,
    PHONE_CARD_TYPES, PHONE_CARD_UNITS, Reference, needs_sku_attr,
};

pub const RULES: &[Rule] = &[
    SKU_COUNT,
    IMAGE_COUNT,
    IMAGE_NOT_HTTPS,
    TYPE_UNKNOWN,
    TAG_GROUP_FORM,
    ATTR_MISSING,
    ATTR_NOT_TEXT,
    ATTR_AT_TOP,
    ATTR_NOT_JSON,
    ATTR_PHONE_CARD,
    ATTR_MEMBERSHIP,
];

const SKU_COUNT: Rule = Rule {
    name: "sku_list.count",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| exactly_one(checked, Field::SkuList),
};

const IMAGE_COUNT: Rule = Rule {
    name: "image_list.count",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| exactly_one(checked, Field::ImageList),
};

const IMAGE_NOT_HTTPS: Rule = Rule {
    name: "image.not_https",
    severity: Severity::Warning,
    reference: Reference::Practice,
    find: |checked| {
        at_field(checked, Field::Image, |url| {
            (!url?.as_str()?.trim_start().starts_with("https://")).then(Hit::new)
        })
    },
};

const TYPE_UNKNOWN: Rule = Rule {
    name: "type.unknown",
    severity: Severity::Warning,
    reference: Reference::Sdk,
    find: |checked| {
        whole_numbers(checked, Field::Type, |goods_type| {
            (!GOODS_TYPES.contains(&goods_type)).then(|| Hit::new().with("type", goods_type))
        })
    },
};

const TAG_GROUP_FORM: Rule = Rule {
    name: "tag_group.form",
    severity: Severity::Hint,
    reference: Reference::Sdk,
    find: |checked| {
        at_field(checked, Field::TagGroupId, |value| {
            let id = value?.as_str().filter(|id| !id.is_empty())?;
            let digits = id.strip_prefix("tag_group_").unwrap_or_default();
            let has_form = digits.len() >= 10 && digits.bytes().all(|byte| byte.is_ascii_digit());
            (!has_form).then(|| Hit::new().with("value", id))
        })
    },
};

/// `skuAttr` as an object, which is the classic mistake.
const ATTR_NOT_TEXT: Rule = Rule {
    name: "sku_attr.not_text",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        at_field(checked, Field::SkuAttr, |value| {
            let value = value.filter(|value| value.is_object())?;
            let text = Value::String(value.to_string());
            Some(Hit::new().with("text", text).with("fixed", value))
        })
    },
};

const ATTR_AT_TOP: Rule = Rule {
    name: "sku_attr.at_top",
    severity: Severity::Error,
    reference: Reference::Practice,
    find: |checked| {
        let mut hits = Hits::default();
        if checked.order.members().contains_key("skuAttr") {
            hits.push(&At::Member(&At::Root, "skuAttr"), Hit::new());
        }
        hits
    },
};

const ATTR_MISSING: Rule = Rule {
    name: "sku_attr.missing",
    severity: Severity::Warning,
    reference: Reference::OrderParameters,
    find: |checked| {
        let is_elsewhere = checked.order.members().contains_key("skuAttr");
        attrs(checked, |sku, goods_type, attr| {
            let is_object = sku.get("skuAttr").is_some_and(Value::is_object);
            let is_missing = attr.is_none_or(str::is_empty) && !is_elsewhere && !is_object;
            (needs_sku_attr(goods_type) && is_missing).then(|| Hit::new().with("type", goods_type))
        })
    },
};

const ATTR_NOT_JSON: Rule = Rule {
    name: "sku_attr.not_json",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        attrs(checked, |_, _, attr| {
            let attr = attr.filter(|attr| !attr.is_empty())?;
            members(attr).is_none().then(Hit::new)
        })
    },
};

const ATTR_PHONE_CARD: Rule = Rule {
    name: "sku_attr.phone_card",
    severity: Severity::Warning,
    reference: Reference::OrderParameters,
    find: |checked| {
        attrs(checked, |_, goods_type, attr| {
            let attr = members(attr.filter(|_| PHONE_CARD_TYPES.contains(&goods_type))?)?;
            let wrong = phone_card_faults(&attr);
            (!wrong.is_empty()).then(|| {
                Hit::new()
                    .with("type", goods_type)
                    .with("fields", wrong.join(", "))
            })
        })
    },
};

/// Numbers of a membership that are none. What is not there may be left out.
const ATTR_MEMBERSHIP: Rule = Rule {
    name: "sku_attr.membership",
    severity: Severity::Warning,
    reference: Reference::Practice,
    find: |checked| {
        attrs(checked, |_, goods_type, attr| {
            let attr = members(attr.filter(|_| goods_type == MEMBERSHIP)?)?;
            let is_fit = |value| whole_number(value).is_some_and(|number| number >= 0);
            let is_wrong = |member: &&AttrMember| {
                let value = sku_attr::value(&attr, member);
                member.kind == AttrKind::Number && !value.is_none_or(is_fit)
            };
            let wrong = MEMBERSHIP_ATTR.iter().filter(is_wrong);
            let wrong: Vec<_> = wrong.map(|member| member.name).collect();
            (!wrong.is_empty()).then(|| Hit::new().with("fields", wrong.join(", ")))
        })
    },
};

/// Names of the members of a phone card's `skuAttr` that are missing or not of the documented form.
fn phone_card_faults(attr: &Map<String, Value>) -> Vec<&'static str> {
    let cost = attr.get("package_cost");
    let cost_member = |name| cost.and_then(|cost| cost.get(name));
    let whole = |value: Option<&Value>| {
        value
            .and_then(whole_number)
            .is_some_and(|number| number >= 0)
    };
    let one_of = |value: Option<&Value>, known: &[&str]| {
        value
            .and_then(Value::as_str)
            .is_some_and(|text| known.contains(&text))
    };
    let checks = [
        ("package_cost.amount", whole(cost_member("amount"))),
        ("package_cost.time_len", whole(cost_member("time_len"))),
        (
            "package_cost.unit",
            one_of(cost_member("unit"), PHONE_CARD_UNITS),
        ),
        (
            "call_duration",
            attr.get("call_duration").is_some_and(Value::is_number),
        ),
        (
            "traffic_bundle",
            attr.get("traffic_bundle").is_some_and(Value::is_number),
        ),
        (
            "telecom_operator_type",
            one_of(attr.get("telecom_operator_type"), PHONE_CARD_OPERATORS),
        ),
    ];

    checks
        .into_iter()
        .filter(|(_, fits)| !fits)
        .map(|(name, _)| name)
        .collect()
}

fn exactly_one(checked: &Checked<'_>, field: Field) -> Hits {
    at_field(checked, field, |list| {
        let count = list?.as_array()?.len();
        (count != 1).then(|| Hit::new().with("count", count))
    })
}

/// The members of a JSON object in a string; one with more values than any order has is none.
fn members(attr: &str) -> Option<Map<String, Value>> {
    match json::value(attr)? {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

/// Asks `find` for every SKU's members, goods type (0 where it is no number) and `skuAttr`.
fn attrs(
    checked: &Checked<'_>,
    find: impl Fn(&Map<String, Value>, i64, Option<&str>) -> Option<Hit>,
) -> Hits {
    let mut hits = Hits::default();
    let list = At::Member(&At::Root, "skuList");
    for SkuRef { index, members } in checked.order.skus() {
        let goods_type = members.get("type").and_then(whole_number).unwrap_or(0);
        let attr = members.get("skuAttr").and_then(Value::as_str);
        if let Some(hit) = find(members, goods_type, attr) {
            hits.push(&At::Member(&At::Item(&list, index), "skuAttr"), hit);
        }
    }

    hits
}
