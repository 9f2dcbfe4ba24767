//! In: an order. Out: findings on its numbers: prices, quantities, the total, the expiry.

use serde_json::Value;

use super::find::whole_numbers;
use super::hits::{Hit, Hits};
use super::rule::{Checked, Rule};
use super::walk::places;
use crate::core::finding::Severity;
use crate::core::order::model::whole_number;
use crate::core::order::money;
use crate::core::platform::{
    Field, Kind, MAX_QUANTITY, PAY_EXPIRE_DEFAULT, PAY_EXPIRE_MAX, Reference,
};

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
const AMOUNTS: [Field; 2] = [Field::Price, Field::TotalAmount];

const NUMBER_AS_TEXT: Rule = Rule {
    name: "number.as_text",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        numbers(checked, |value, amount| {
            let text = value.as_str()?;
            let decimal = amount && money::fen_of_yuan(text).is_some();
            let hit = Hit::new().with("value", text);
            let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            let hit = if digits { hit.with("fixed", text) } else { hit };

            (!text.is_empty() && !decimal).then_some(hit)
        })
    },
};

const AMOUNT_DECIMAL: Rule = Rule {
    name: "amount.decimal",
    severity: Severity::Error,
    reference: Reference::OrderParameters,
    find: |checked| {
        numbers(checked, |value, amount| {
            let typed = match value {
                Value::Number(number) => number.as_str(),
                Value::String(text) => text,
                _ => return None,
            };
            let fen = money::fen_of_yuan(typed)?;
            amount.then(|| Hit::new().with("value", typed).with("fen", fen))
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
            let decimal = amount && money::fen_of_yuan(number.as_str()).is_some();
            (whole_number(value).is_none() && !decimal).then(|| Hit::new().with("value", number))
        })
    },
};

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
