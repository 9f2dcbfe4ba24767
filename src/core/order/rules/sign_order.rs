//! In: `data` of `tt.createSignOrder` (periodic deduction), which is no order. Out: that it is, and
//! findings on its members.

use serde_json::Value;

use super::hits::{Hit, Hits};
use super::rule::{Checked, Rule};
use crate::core::finding::Severity;
use crate::core::order::model::whole_number;
use crate::core::path::At;
use crate::core::platform::Reference;

pub const RULES: &[Rule] = &[IS_SIGN_ORDER, MEMBERS];

/// Seconds that `expireSeconds` may have.
const EXPIRE: std::ops::RangeInclusive<i64> = 30..=172_800;

/// Members with the UTF-8 bytes that each has at most, and whether it must be there.
const LIMITS: [(&str, usize, bool); 5] = [
    ("outAuthOrderNo", 64, true),
    ("serviceId", usize::MAX, true),
    ("openId", usize::MAX, false),
    ("notifyUrl", 512, false),
    ("onBehalfUid", usize::MAX, false),
];

const IS_SIGN_ORDER: Rule = Rule {
    name: "sign_order.is_one",
    severity: Severity::Warning,
    reference: Reference::Sdk,
    find: |_| {
        let mut hits = Hits::default();
        hits.push(&At::Member(&At::Root, "outAuthOrderNo"), Hit::new());
        hits
    },
};

const MEMBERS: Rule = Rule {
    name: "sign_order.member",
    severity: Severity::Error,
    reference: Reference::Sdk,
    find: |checked| {
        let mut hits = Hits::default();
        let members = checked.order.members();
        let mut wrong = |name: &str, expected: String| {
            let hit = Hit::new().with("expected", expected);
            hits.push(&At::Member(&At::Root, name), hit);
        };

        for (name, limit, required) in LIMITS {
            match members.get(name) {
                None if required => wrong(name, "string".to_owned()),
                Some(Value::String(text)) if text.len() > limit => {
                    wrong(name, format!("≤ {limit} bytes"));
                }
                Some(Value::String(text)) if name == "notifyUrl" && !is_https(text) => {
                    wrong(name, "https://…".to_owned());
                }
                Some(Value::String(_)) | None => {}
                Some(_) => wrong(name, "string".to_owned()),
            }
        }
        let expire = members.get("expireSeconds");
        if expire.is_some_and(|value| !whole_number(value).is_some_and(|n| EXPIRE.contains(&n))) {
            wrong(
                "expireSeconds",
                format!("{} … {}", EXPIRE.start(), EXPIRE.end()),
            );
        }

        hits
    },
};

fn is_https(url: &str) -> bool {
    url.is_empty() || url.starts_with("https://")
}

/// Whether a document is one.
pub fn is_one(checked: &Checked<'_>) -> bool {
    let members = checked.order.members();
    let has = |name: &str| members.contains_key(name);
    (has("outAuthOrderNo") || has("authPayOrder")) && !has("skuList") && !has("outOrderNo")
}
