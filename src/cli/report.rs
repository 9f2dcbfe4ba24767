//! Findings as commands print them.

use clap::ValueEnum;

use crate::core::finding::Explain as _;
use crate::core::order::Finding;
use crate::texts::Lang;

/// How a command that reports prints what it found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// A finding as one line.
pub fn finding_line(finding: &Finding, lang: Lang) -> String {
    format!(
        "[{}] {}  {}",
        lang.text(finding.severity().key()),
        finding.path,
        lang.say(&finding.message())
    )
}
