//! In: an order. Out: findings on its numbers: prices, quantities, the total, the expiry.

use serde_json::Value;

use super::fields::{self, FIELDS, Kind};
use super::walk::places;
use super::{Checked, Hit, Rule, Source};
use crate::core::finding::Severity;
use crate::core::order::catalog::{PAY_EXPIRE_DEFAULT, PAY_EXPIRE_MAX};
use crate::core::order::model::whole_number;
use crate::core::order::money;

pub const RULES: &[Rule] = &[
    NUMBER_AS_TEXT,
    AMOUNT_DECIMAL,
    NOT_WHOLE,
    PRICE_NEGATIVE,
    QUANTITY_RANGE,
    DIAMOND_QUANTITY,
    TOTAL_TOO_SMALL,
    TOTAL_ABOVE_SUM,
    TOTAL_BELOW_SUM,
    EXPIRE_RANGE,
    EXPIRE_ZERO,
];

/// The fields that are amounts in fen or diamonds.
const AMOUNTS: [&str; 2] = ["skuList[].price", "totalAmount"];

const NUMBER_AS_TEXT: Rule = Rule {
    name: "number.as_text",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        numbers(checked, |path, value, amount| {
            let text = value.as_str()?;
            let decimal = amount && money::fen_of_yuan(text).is_some();
            let hit = Hit::at(path).with("value", text);
            let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            let hit = if digits { hit.with("fixed", text) } else { hit };
            (!text.is_empty() && !decimal).then_some(hit)
        })
    },
};

const AMOUNT_DECIMAL: Rule = Rule {
    name: "amount.decimal",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        numbers(checked, |path, value, amount| {
            let typed = match value {
                Value::Number(number) => number.as_str(),
                Value::String(text) => text,
                _ => return None,
            };
            let fen = money::fen_of_yuan(typed)?;
            amount.then(|| Hit::at(path).with("value", typed).with("fen", fen))
        })
    },
};

const NOT_WHOLE: Rule = Rule {
    name: "number.not_whole",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        numbers(checked, |path, value, amount| {
            let Value::Number(number) = value else { return None };
            let decimal = amount && money::fen_of_yuan(number.as_str()).is_some();
            (whole_number(value).is_none() && !decimal).then(|| Hit::at(path).with("value", number))
        })
    },
};

const PRICE_NEGATIVE: Rule = Rule {
    name: "price.negative",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| out_of(checked, "skuList[].price", 0, i64::MAX),
};

const QUANTITY_RANGE: Rule = Rule {
    name: "quantity.range",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| out_of(checked, "skuList[].quantity", 1, 100),
};

const DIAMOND_QUANTITY: Rule = Rule {
    name: "quantity.diamond",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| {
        if checked.order.is_diamond() { out_of(checked, "skuList[].quantity", i64::MIN, 1) } else { Vec::new() }
    },
};

const TOTAL_TOO_SMALL: Rule = Rule {
    name: "total.too_small",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| out_of(checked, "totalAmount", 1, i64::MAX),
};

const TOTAL_ABOVE_SUM: Rule = Rule {
    name: "total.above_sum",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| total_against_sum(checked, |total, sum| total > sum),
};

const TOTAL_BELOW_SUM: Rule = Rule {
    name: "total.below_sum",
    severity: Severity::Warning,
    source: Source::OrderParameters,
    find: |checked| total_against_sum(checked, |total, sum| total < sum),
};

const EXPIRE_RANGE: Rule = Rule {
    name: "pay_expire.range",
    severity: Severity::Error,
    source: Source::OrderParameters,
    find: |checked| out_of(checked, "payExpireSeconds", 0, PAY_EXPIRE_MAX),
};

const EXPIRE_ZERO: Rule = Rule {
    name: "pay_expire.zero",
    severity: Severity::Hint,
    source: Source::OrderParameters,
    find: |checked| {
        let zeros = fields::whole_numbers(checked, "payExpireSeconds").into_iter().filter(|(_, seconds)| *seconds == 0);
        zeros.map(|(path, _)| Hit::at(path).with("default", PAY_EXPIRE_DEFAULT)).collect()
    },
};

/// Asks `find` for the value of every number field; the last argument tells whether it is an amount.
fn numbers(checked: &Checked<'_>, find: impl Fn(&str, &Value, bool) -> Option<Hit>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for field in FIELDS.iter().filter(|field| field.kind == Kind::Number) {
        let amount = AMOUNTS.contains(&field.pattern) && !checked.order.is_diamond();
        for place in places(checked.order, field.pattern) {
            hits.extend(place.value.and_then(|value| find(&place.path, value, amount)));
        }
    }
    hits
}

fn out_of(checked: &Checked<'_>, pattern: &str, least: i64, most: i64) -> Vec<Hit> {
    fields::whole_numbers(checked, pattern)
        .into_iter()
        .filter(|(_, value)| !(least..=most).contains(value))
        .map(|(path, value)| Hit::at(path).with("value", value).with("least", least).with("most", most))
        .collect()
}

fn total_against_sum(checked: &Checked<'_>, wrong: impl Fn(i64, i64) -> bool) -> Vec<Hit> {
    let total = checked.order.member("totalAmount").and_then(whole_number);
    match (total, checked.order.sum_of_items()) {
        (Some(total), Some(sum)) if wrong(total, sum) => {
            vec![Hit::at("totalAmount").with("total", total).with("sum", sum).with("difference", total.abs_diff(sum))]
        }
        _ => Vec::new(),
    }
}
