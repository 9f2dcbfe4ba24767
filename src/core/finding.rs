//! In: what a rule or a reader noticed. Out: a stable code with arguments, which the texts turn into a sentence.

use serde::Serialize;

/// A sentence that has not been put into words yet: the key of a text and the values it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Key of the text in `assets/locales`.
    pub code: String,
    /// Values for the `%{name}` places of that text.
    pub args: Vec<(&'static str, String)>,
}

impl Message {
    /// A message without arguments.
    pub fn new(code: impl Into<String>) -> Self {
        Self { code: code.into(), args: Vec::new() }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// Something that can say in one sentence what is wrong, why, and what to do.
///
/// Every error of the core implements it; `cli` and `ui` look the sentence up in the user's language.
pub trait Explain {
    /// The sentence as code and arguments.
    fn message(&self) -> Message;
}

/// How sure it is that the platform minds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The platform is known to refuse it.
    Error,
    /// Suspicious, or not documented.
    Warning,
    /// Worth knowing.
    Hint,
}

impl Severity {
    /// Key of its name among the texts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Error => "severity.error",
            Self::Warning => "severity.warning",
            Self::Hint => "severity.hint",
        }
    }
}

/// One remark about a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Stable name of the rule that made it, e.g. `sku_list.count`.
    pub rule: &'static str,
    /// How sure it is that the platform minds.
    pub severity: Severity,
    /// Where: a field path such as `skuList[0].title`; empty means the whole document.
    pub path: String,
    /// Values for the rule's sentence.
    pub args: Vec<(&'static str, String)>,
    /// How many places this one stands for, from its path on; 0 where it speaks of its own alone.
    pub more: usize,
}

impl Finding {
    /// How many places it speaks of.
    pub fn count(&self) -> usize {
        self.more.max(1)
    }

    /// What to write in the field instead, where the rule knows it.
    pub fn suggestion(&self) -> Option<&str> {
        // The names that rules give to it in their sentences.
        const NAMES: [&str; 4] = ["fen", "fixed", "without", "sum"];
        self.args.iter().find(|(name, _)| NAMES.contains(name)).map(|(_, value)| value.as_str())
    }
}

/// How many places have an error.
pub fn error_count(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.severity == Severity::Error).map(Finding::count).sum()
}

impl Explain for Finding {
    fn message(&self) -> Message {
        if self.more > 0 {
            return Message::new("finding.more").with("count", self.more);
        }
        Message { code: format!("rule.{}", self.rule), args: self.args.clone() }
    }
}
