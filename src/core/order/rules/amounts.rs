//! In: an order. Out: findings on its numbers: prices, quantities, the total, the expiry.

use serde_json::Value;

use super::find::whole_numbers;
use super::hits::{Hit, Hits};
use super::rule::{Checked, Rule};
use super::walk::places;
use crate::core::chars::half_width;
use crate::core::finding::Severity;
use crate::core::order::model::whole_number;
use crate::core::order::money::{self, Readings};
use crate::core::platform::{
    Field, Kind, MAX_QUANTITY, PAY_EXPIRE_DEFAULT, PAY_EXPIRE_MAX, Reference,
};

pub const RULES: &[Rule] = &[
    NUMBER_AS_TEXT,
    AMOUNT_DECIMAL,
    NOT_WHOLE,
    TOO_LARGE,
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
const AMOUNTS: [Field; 2] = [Field::Price, Field::TotalAmount];

const NUMBER_AS_TEXT: Rule = Rule {
    name: "number.as_text",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        numbers(checked, |value, amount| {
            let text = value.as_str()?;
            let is_amount = amount && amount_fault(value).is_some();
            let hit = Hit::new().with("value", text);
            let plain: String = text.trim().chars().map(half_width).collect();
            let digits = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
            let hit = if digits {
                hit.with("fixed", plain)
            } else {
                hit
            };

            (!text.is_empty() && !is_amount).then_some(hit)
        })
    },
};

/// An amount in yuan, or a float: what to write instead depends on what is meant.
const AMOUNT_DECIMAL: Rule = Rule {
    name: "amount.decimal",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        numbers(checked, |value, amount| {
            let (typed, readings) = amount_fault(value).filter(|_| amount)?;
            let choice = |fen: Option<i64>| fen.map(|fen| fen.to_string()).unwrap_or_default();
            let meant = match (readings.if_yuan, readings.if_fen) {
                (Some(_), Some(_)) => "both",
                (Some(_), None) => "yuan",
                _ => "fen",
            };
            let hit = Hit::new().with("value", typed).with("meant", meant);
            let hit = hit.with("if_yuan", choice(readings.if_yuan));
            Some(hit.with("if_fen", choice(readings.if_fen)))
        })
    },
};

const NOT_WHOLE: Rule = Rule {
    name: "number.not_whole",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        numbers(checked, |value, amount| {
            let Value::Number(number) = value else {
                return None;
            };
            let is_amount = amount && amount_fault(value).is_some();
            if is_too_large(number.as_str()) {
                return None;
            }
            let hit = Hit::new().with("value", number);
            let hit = match exponent(number.as_str()) {
                Some(whole) => hit.with("fixed", whole),
                None => hit,
            };
            (whole_number(value).is_none() && !is_amount).then_some(hit)
        })
    },
};

const TOO_LARGE: Rule = Rule {
    name: "number.too_large",
    severity: Severity::Error,
    reference: Reference::Practice,
    find: |checked| {
        numbers(checked, |value, _| {
            let Value::Number(number) = value else {
                return None;
            };
            let spelled = number.as_str();
            is_too_large(spelled).then(|| Hit::new().with("value", spelled))
        })
    },
};

/// Whether a number is spelled in digits alone, and in more than any program counts with.
fn is_too_large(spelled: &str) -> bool {
    let digits = spelled.strip_prefix('-').unwrap_or(spelled);
    digits.bytes().all(|byte| byte.is_ascii_digit()) && spelled.parse::<i64>().is_err()
}

/// The whole number that is spelled with an exponent: 1e3 is 1000.
fn exponent(spelled: &str) -> Option<i64> {
    let value: f64 = spelled.parse().ok()?;
    let is_whole = value.fract() == 0.0 && value.abs() < 1e15 && spelled.contains(['e', 'E']);
    is_whole.then(|| format!("{value:.0}").parse().ok())?
}

/// An amount that is not spelled as whole fen, with its spelling; a text of digits alone is a
/// number in quotes, and no more.
fn amount_fault(value: &Value) -> Option<(&str, Readings)> {
    let typed = match value {
        Value::Number(number) => number.as_str(),
        Value::String(text) => text,
        _ => return None,
    };
    let is_plain = |text: &str| {
        let text: String = text.chars().map(half_width).collect();
        text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let readings = money::readings(typed).filter(|_| !is_plain(typed.trim()))?;
    Some((typed, readings))
}

const PRICE_NEGATIVE: Rule = Rule {
    name: "price.negative",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| out_of(checked, Field::Price, 0, i64::MAX),
};

const QUANTITY_RANGE: Rule = Rule {
    name: "quantity.range",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| out_of(checked, Field::Quantity, 1, MAX_QUANTITY),
};

const DIAMOND_QUANTITY: Rule = Rule {
    name: "quantity.diamond",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        if checked.order.is_diamond() {
            out_of(checked, Field::Quantity, i64::MIN, 1)
        } else {
            Hits::default()
        }
    },
};

const TOTAL_TOO_SMALL: Rule = Rule {
    name: "total.too_small",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| out_of(checked, Field::TotalAmount, 1, i64::MAX),
};

const TOTAL_ABOVE_SUM: Rule = Rule {
    name: "total.above_sum",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| total_against_sum(checked, |total, sum| total > sum),
};

const TOTAL_BELOW_SUM: Rule = Rule {
    name: "total.below_sum",
    severity: Severity::Warning,
    reference: Reference::OrderParameters,
    find: |checked| total_against_sum(checked, |total, sum| total < sum),
};

const EXPIRE_RANGE: Rule = Rule {
    name: "pay_expire.range",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| out_of(checked, Field::PayExpireSeconds, 0, PAY_EXPIRE_MAX),
};

const EXPIRE_ZERO: Rule = Rule {
    name: "pay_expire.zero",
    severity: Severity::Hint,
    reference: Reference::OrderParameters,
    find: |checked| {
        whole_numbers(checked, Field::PayExpireSeconds, |seconds| {
            (seconds == 0).then(|| Hit::new().with("default", PAY_EXPIRE_DEFAULT))
        })
    },
};

/// Asks `find` for the value of every number field; the last argument tells whether it is an
/// amount.
fn numbers(checked: &Checked<'_>, find: impl Fn(&Value, bool) -> Option<Hit>) -> Hits {
    let mut hits = Hits::default();
    for field in Field::all().filter(|field| field.kind() == Kind::Number) {
        let amount = AMOUNTS.contains(&field) && !checked.order.is_diamond();
        places(checked.order, field.pattern(), &mut |at, value| {
            if let Some(hit) = value.and_then(|value| find(value, amount)) {
                hits.push(at, hit);
            }
        });
    }

    hits
}

fn out_of(checked: &Checked<'_>, field: Field, least: i64, most: i64) -> Hits {
    whole_numbers(checked, field, |value| {
        let is_out = !(least..=most).contains(&value);
        is_out.then(|| {
            Hit::new()
                .with("value", value)
                .with("least", least)
                .with("most", most)
        })
    })
}

fn total_against_sum(checked: &Checked<'_>, wrong: impl Fn(i64, i64) -> bool) -> Hits {
    whole_numbers(checked, Field::TotalAmount, |total| {
        let sum = checked
            .order
            .sum_of_items()
            .filter(|sum| wrong(total, *sum))?;
        Some(
            Hit::new()
                .with("total", total)
                .with("sum", sum)
                .with("difference", total.abs_diff(sum)),
        )
    })
}
