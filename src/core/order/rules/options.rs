//! In: an order. Out: findings on the options: currency, notify URL, merchant number, pay ways, scene.

use super::fields::at_pattern;
use super::{Checked, Hit, Hits, Rule, Source};
use crate::core::finding::Severity;
use crate::core::order::catalog::{CURRENCIES, PAY_WAYS};

pub const RULES: &[Rule] = &[
    CURRENCY_UNKNOWN,
    DIAMOND_MERCHANT,
    NOTIFY_NOT_HTTPS,
    NOTIFY_DEFAULT,
    PAY_WAY_UNKNOWN,
    PAY_WAY_SDK_ONLY,
    PAY_SCENE_UNKNOWN,
];

const CURRENCY_UNKNOWN: Rule = Rule {
    name: "currency.unknown",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| text(checked, "currency", |currency| !CURRENCIES.contains(&currency)),
};

const DIAMOND_MERCHANT: Rule = Rule {
    name: "merchant.with_diamond",
    severity: Severity::Warning,
    source: Source::OrderParameters,
    find: |checked| {
        if checked.order.is_diamond() { text(checked, "merchantUid", |_| true) } else { Hits::default() }
    },
};

const NOTIFY_NOT_HTTPS: Rule = Rule {
    name: "notify_url.not_https",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| text(checked, "payNotifyUrl", |url| !url.trim_start().starts_with("https://")),
};

const NOTIFY_DEFAULT: Rule = Rule {
    name: "notify_url.default",
    severity: Severity::Hint,
    source: Source::OrderParameters,
    find: |checked| text(checked, "payNotifyUrl", |url| url.starts_with("https://")),
};

const PAY_WAY_UNKNOWN: Rule = Rule {
    name: "pay_way.unknown",
    severity: Severity::Warning,
    source: Source::OrderParameters,
    find: |checked| pay_ways(checked, |way| !PAY_WAYS.contains(&way)),
};

const PAY_WAY_SDK_ONLY: Rule = Rule {
    name: "pay_way.sdk_only",
    severity: Severity::Warning,
    source: Source::Sdk,
    find: |checked| pay_ways(checked, |way| way == "10"),
};

const PAY_SCENE_UNKNOWN: Rule = Rule {
    name: "pay_scene.unknown",
    severity: Severity::Warning,
    source: Source::Sdk,
    find: |checked| text(checked, "payScene", |scene| scene != "IM"),
};

/// The field, where it is a text that is not empty and `wrong`.
fn text(checked: &Checked<'_>, field: &str, wrong: impl Fn(&str) -> bool) -> Hits {
    at_pattern(checked, field, |_, value| {
        let text = value?.as_str().filter(|text| !text.is_empty() && wrong(text))?;
        Some(Hit::new().with("value", text))
    })
}

fn pay_ways(checked: &Checked<'_>, wrong: impl Fn(&str) -> bool) -> Hits {
    at_pattern(checked, "limitPayWayList[]", |_, way| {
        // A pay way as text ("1") is no known pay way: its quotes stay in the comparison.
        let spelled = way?.to_string();
        wrong(&spelled).then(|| Hit::new().with("value", spelled))
    })
}
