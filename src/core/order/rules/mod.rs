//! In: an [`Order`] and the keys its document repeats. Out: findings, each made by one named
//! [`Rule`].

mod amounts;
mod characters;
mod fields;
mod find;
mod goods;
mod hits;
mod options;
mod pages;
mod rule;
mod sign_order;
mod walk;

use super::model::Order;
use crate::core::path::FieldPath;
use rule::Checked;

pub use rule::{Finding, Rule, error_count};

/// All rules on orders, in the order in which findings of one severity are listed.
pub const RULES: &[&[Rule]] = &[
    fields::RULES,
    goods::RULES,
    amounts::RULES,
    options::RULES,
    pages::RULES,
    characters::RULES,
];

/// Checks an order against every rule. Errors come first, then warnings, then hints; of many
/// findings of one kind the last one stands for the rest.
///
/// `repeated_keys` are the paths that the order's document repeats; empty where the order was never
/// text.
pub fn check(order: &Order, repeated_keys: &[FieldPath]) -> Vec<Finding> {
    let checked = Checked {
        order,
        repeated_keys,
    };
    let rules = if sign_order::is_one(&checked) {
        &[sign_order::RULES]
    } else {
        RULES
    };
    let rules = rules.iter().flat_map(|rules| rules.iter());
    let mut findings: Vec<Finding> = rules.flat_map(|rule| rule.findings(&checked)).collect();
    findings.sort_by_key(Finding::severity);
    findings
}

/// Every rule, those on `data` of another call too.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let orders = RULES.iter().flat_map(|rules| rules.iter());
    orders.chain(sign_order::RULES)
}

/// The rule of a name.
pub fn by_name(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.name == name)
}
