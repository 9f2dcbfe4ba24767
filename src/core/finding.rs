//! What is said, before it is put into words: a stable code with arguments.

use std::fmt;

use serde::Serialize;

/// A sentence that has not been put into words yet: the key of a text and the values it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Key of the text in `assets/locales`.
    pub code: String,
    /// Values for the `{ $name }` places of that text.
    pub args: Vec<(&'static str, String)>,
}

impl Message {
    /// A message without arguments.
    pub fn new(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            args: Vec::new(),
        }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

impl fmt::Display for Message {
    /// Code and values, for those who read logs and tests.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.code)?;
        for (name, value) in &self.args {
            write!(out, " {name}={value}")?;
        }
        Ok(())
    }
}

/// Something that can say in one sentence what is wrong, why, and what to do.
///
/// Every error of the core implements it; `cli` and `ui` look the sentence up in the user's
/// language.
pub trait Explain {
    /// The sentence as code and arguments.
    fn message(&self) -> Message;
}

impl<T: Explain + ?Sized> Explain for &T {
    fn message(&self) -> Message {
        (**self).message()
    }
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
