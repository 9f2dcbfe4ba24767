//! In: an order file. Out: its findings on standard output, as text or JSON.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::failure::Failure;
use super::input;
use super::report::{ReportFormat, finding_line};
use crate::core::finding::{Explain as _, Message, Severity};
use crate::core::order::{Finding, error_count};
use crate::texts::Lang;

/// Arguments of `check`. Their help texts are `cli.check.<name>` in the locale files.
#[derive(Debug, Args)]
pub struct CheckArgs {
    #[arg(value_name = "FILE|-")]
    order: PathBuf,
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    format: ReportFormat,
}

/// A finding as other programs read it.
#[derive(Serialize)]
struct Row<'f> {
    path: String,
    severity: Severity,
    rule: &'f str,
    message: String,
}

/// Checks and prints.
///
/// # Errors
/// A [`Failure`] with code 1 where the order has errors, 2 where it cannot be read.
pub fn run(args: &CheckArgs, lang: Lang) -> Result<(), Failure> {
    let findings = input::order(&args.order, lang)?.draft().findings;
    input::print_report(&match args.format {
        ReportFormat::Text => as_text(&findings, lang),
        ReportFormat::Json => as_json(&findings, lang),
    })?;
    let errors = error_count(&findings);

    if errors > 0 {
        return Err(Failure::new(
            1,
            Message::new("cli.errors_found").with("count", errors),
        ));
    }

    Ok(())
}

fn as_text(findings: &[Finding], lang: Lang) -> String {
    if findings.is_empty() {
        return lang.text("problems.none").into_owned();
    }

    let lines: Vec<String> = findings
        .iter()
        .map(|finding| finding_line(finding, lang))
        .collect();
    lines.join("\n")
}

fn as_json(findings: &[Finding], lang: Lang) -> String {
    let rows: Vec<Row<'_>> = findings
        .iter()
        .map(|finding| Row {
            path: finding.path.to_string(),
            severity: finding.severity(),
            rule: finding.rule.name,
            message: lang.say(&finding.message()),
        })
        .collect();
    serde_json::to_string(&rows).unwrap_or_else(|_| "[]".to_owned())
}
