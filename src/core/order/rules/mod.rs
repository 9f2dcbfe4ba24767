//! In: an [`Order`] and the keys its document repeats. Out: findings, each made by one named [`Rule`].

mod amounts;
mod characters;
mod fields;
mod goods;
mod hits;
mod options;
mod pages;
mod walk;

use serde::Serialize;

use super::model::Order;
use crate::core::finding::{Finding, Severity};
use hits::{Hit, Hits, Told};

pub use fields::{FIELDS, Field, Kind, field};

/// One rule of the platform, or of good sense.
///
/// Its sentence is the text `rule.<name>`: what is wrong, why, and what to do.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Stable name, e.g. `sku_list.count`.
    pub name: &'static str,
    /// How sure it is that the platform minds.
    pub severity: Severity,
    /// The document the rule comes from.
    pub source: Source,
    find: fn(&Checked<'_>) -> Hits,
}

/// Where a rule is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// "Generate order parameters and signature" (生成下单参数与签名).
    OrderParameters,
    /// The JSAPI page of `tt.requestOrder`.
    Jsapi,
    /// Public server SDKs only.
    Sdk,
    /// No document of the platform: JSON itself, or what people report.
    Practice,
}

/// A document under check.
struct Checked<'o> {
    order: &'o Order,
    repeated_keys: &'o [String],
}

/// All rules, in the order in which findings of one severity are listed.
pub const RULES: &[&[Rule]] =
    &[fields::RULES, goods::RULES, amounts::RULES, options::RULES, pages::RULES, characters::RULES];

/// Checks an order against every rule. Errors come first, then warnings, then hints; of many findings of one kind the last
/// one stands for the rest.
///
/// `repeated_keys` are the paths that [`super::read::repeated_keys`] found in the order's document; empty where the
/// order was never text.
pub fn check(order: &Order, repeated_keys: &[String]) -> Vec<Finding> {
    let checked = Checked { order, repeated_keys };
    let mut findings: Vec<Finding> = RULES
        .iter()
        .flat_map(|rules| rules.iter())
        .flat_map(|rule| (rule.find)(&checked).told().into_iter().map(|told| rule.finding(told)))
        .collect();
    findings.sort_by_key(|finding| finding.severity);
    findings
}

impl Rule {
    fn finding(&self, told: Told) -> Finding {
        let Told { path, args, more } = told;
        Finding { rule: self.name, severity: self.severity, path, args, more }
    }
}

/// The rule of a name.
pub fn by_name(name: &str) -> Option<&'static Rule> {
    RULES.iter().flat_map(|rules| rules.iter()).find(|rule| rule.name == name)
}
