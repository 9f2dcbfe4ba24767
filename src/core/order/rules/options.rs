//! In: an order. Out: findings on the options: currency, notify URL, merchant number, payment
//! methods, scene.

use super::find::at_field;
use super::hits::{Hit, Hits};
use super::rule::{Checked, Rule};
use crate::core::finding::Severity;
use crate::core::platform::{CURRENCIES, Field, PAY_SCENES, PAY_WAYS, Reference};

pub const RULES: &[Rule] = &[
    CURRENCY_UNKNOWN,
    DIAMOND_MERCHANT,
    NOTIFY_NOT_HTTPS,
    NOTIFY_DEFAULT,
    PAY_WAY_AS_TEXT,
    PAY_WAY_UNKNOWN,
    PAY_WAY_SDK_ONLY,
    PAY_SCENE_UNKNOWN,
];

const CURRENCY_UNKNOWN: Rule = Rule {
    name: "currency.unknown",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        text(checked, Field::Currency, |currency| {
            !CURRENCIES.contains(&currency)
        })
    },
};

const DIAMOND_MERCHANT: Rule = Rule {
    name: "merchant.with_diamond",
    severity: Severity::Warning,
    reference: Reference::OrderParameters,
    find: |checked| {
        if checked.order.is_diamond() {
            text(checked, Field::MerchantUid, |_| true)
        } else {
            Hits::default()
        }
    },
};

const NOTIFY_NOT_HTTPS: Rule = Rule {
    name: "notify_url.not_https",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        text(checked, Field::PayNotifyUrl, |url| {
            !url.trim_start().starts_with("https://")
        })
    },
};

const NOTIFY_DEFAULT: Rule = Rule {
    name: "notify_url.default",
    severity: Severity::Hint,
    reference: Reference::OrderParameters,
    find: |checked| {
        text(checked, Field::PayNotifyUrl, |url| {
            url.starts_with("https://")
        })
    },
};

const PAY_WAY_AS_TEXT: Rule = Rule {
    name: "pay_way.as_text",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        at_field(checked, Field::LimitPayWay, |way| {
            let text = way?.as_str()?;
            let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            let hit = Hit::new().with("value", text);
            Some(if digits { hit.with("fixed", text) } else { hit })
        })
    },
};

const PAY_WAY_UNKNOWN: Rule = Rule {
    name: "pay_way.unknown",
    severity: Severity::Warning,
    reference: Reference::OrderParameters,
    find: |checked| pay_ways(checked, |way| !PAY_WAYS.contains(&way)),
};

const PAY_WAY_SDK_ONLY: Rule = Rule {
    name: "pay_way.sdk_only",
    severity: Severity::Warning,
    reference: Reference::Sdk,
    find: |checked| pay_ways(checked, |way| way == "10"),
};

const PAY_SCENE_UNKNOWN: Rule = Rule {
    name: "pay_scene.unknown",
    severity: Severity::Warning,
    reference: Reference::Sdk,
    find: |checked| {
        text(checked, Field::PayScene, |scene| {
            !PAY_SCENES.contains(&scene)
        })
    },
};

/// The field, where it is a text that is not empty and `wrong`.
fn text(checked: &Checked<'_>, field: Field, wrong: impl Fn(&str) -> bool) -> Hits {
    at_field(checked, field, |value| {
        let text = value?
            .as_str()
            .filter(|text| !text.is_empty() && wrong(text))?;
        Some(Hit::new().with("value", text))
    })
}

fn pay_ways(checked: &Checked<'_>, wrong: impl Fn(&str) -> bool) -> Hits {
    at_field(checked, Field::LimitPayWay, |way| {
        // A payment method as a text has a rule of its own.
        let spelled = way?.to_string();
        (!way?.is_string() && wrong(&spelled)).then(|| Hit::new().with("value", spelled))
    })
}
