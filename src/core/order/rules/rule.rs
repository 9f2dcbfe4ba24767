//! What a rule is, and what it says of an order.

use std::fmt::Display;

use super::hits::{Hits, Told};
use crate::core::finding::{Explain, Message, Severity};
use crate::core::order::model::Order;
use crate::core::path::FieldPath;
use crate::core::platform::Reference;

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
    pub reference: Reference,
    pub(super) find: fn(&Checked<'_>) -> Hits,
}

/// A document under check.
pub struct Checked<'o> {
    /// The order in it.
    pub order: &'o Order,
    /// Paths of the keys that it repeats.
    pub repeated_keys: &'o [FieldPath],
}

/// One remark about an order.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that made it.
    pub rule: &'static Rule,
    /// The field it speaks of.
    pub path: FieldPath,
    /// Values for the rule's sentence.
    pub args: Vec<(&'static str, String)>,
    /// How many places this one stands for, from its path on; 0 where it speaks of its own alone.
    pub more: usize,
}

impl Rule {
    /// Every finding that this rule makes of an order.
    pub(super) fn findings(&'static self, checked: &Checked<'_>) -> impl Iterator<Item = Finding> {
        let told = (self.find)(checked).told().into_iter();
        told.map(move |Told { path, args, more }| Finding {
            rule: self,
            path,
            args,
            more,
        })
    }
}

impl Finding {
    /// How sure it is that the platform minds.
    pub fn severity(&self) -> Severity {
        self.rule.severity
    }

    /// How many places it speaks of.
    pub fn count(&self) -> usize {
        self.more.max(1)
    }

    /// What to write in the field instead, where the rule knows it: more than one where it depends
    /// on what is meant.
    pub fn suggestions(&self) -> impl Iterator<Item = &str> {
        // The names that rules give to it in their sentences.
        const NAMES: [&str; 5] = ["fixed", "without", "sum", "if_yuan", "if_fen"];
        let found = self.args.iter().filter(|(name, _)| NAMES.contains(name));
        found
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }
}

impl PartialEq for Finding {
    fn eq(&self, other: &Self) -> bool {
        let of = |finding: &Self| (finding.rule.name, finding.path.clone(), finding.more);
        of(self) == of(other) && self.args == other.args
    }
}

/// How many places have an error.
pub fn error_count(findings: &[Finding]) -> usize {
    let errors = findings
        .iter()
        .filter(|finding| finding.severity() == Severity::Error);
    errors.map(Finding::count).sum()
}

impl Explain for Finding {
    fn message(&self) -> Message {
        if self.more > 0 {
            return Message::new("finding.more").with("count", self.more);
        }
        Message {
            code: format!("rule.{}", self.rule.name),
            args: self.args.clone(),
        }
    }
}

impl Display for Finding {
    /// Place and rule, for those who read tests and logs.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} {}", self.path, self.rule.name)
    }
}
