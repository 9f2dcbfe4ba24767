//! In: a report, what the server's string showed, a language of code. Out: the text for people, the
//! JSON for programs.

use serde_json::{Value, json};

use crate::core::diagnosis::mend::{Mend, Topic};
use crate::core::diagnosis::server_string::{Compared, Reading};
use crate::core::diagnosis::{Finding, Report};
use crate::core::finding::Explain as _;
use crate::core::language::Language;
use crate::texts::Lang;

/// A report for programs.
pub fn as_json(
    report: &Report,
    compared: Option<&Compared>,
    code: Option<Language>,
    lang: Lang,
) -> String {
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| {
            json!({
                "code": finding.code.name(),
                "proven": finding.proven,
                "message": sentence(finding, lang),
                "writer": finding.writer,
                "mend": code.and_then(|code| mend_of(finding, code)).map(|mend| {
                    json!({ "before": mend.before, "after": mend.after })
                }),
            })
        })
        .collect();
    let opened = report.opened.as_ref().map(|opened| {
        json!({ "key": opened.key, "fingerprint": opened.fingerprint, "hash": opened.hash, "digest": opened.digest })
    });
    let value = json!({
        "verdict": report.verdict,
        "accepted": report.is_accepted(),
        "findings": findings,
        "opened": opened,
        "candidates_tried": report.candidates_tried,
        "server_string": compared.map(|compared| json!({
            "signed_as": compared.signed_as.map(Reading::name),
            "digest": compared.digest,
            "differences": compared.differences.iter().map(|difference| json!({
                "line": difference.line,
                "byte": difference.byte,
                "server": difference.server,
                "sent": difference.sent,
            })).collect::<Vec<_>>(),
        })),
    });
    serde_json::to_string_pretty(&value).unwrap_or_default()
}

/// What the server's own string shows.
fn compared_lines(compared: &Compared, lang: Lang) -> Vec<String> {
    let mut lines = vec![match compared.signed_as {
        Some(reading) => lang
            .text(&format!("server_string.{}", reading.name()))
            .into_owned(),
        None => lang.fill("server_string.other", &[("digest", &compared.digest)]),
    }];
    for difference in &compared.differences {
        lines.push(lang.fill(
            "server_string.difference",
            &[
                ("line", &difference.line.to_string()),
                ("byte", &difference.byte.to_string()),
                ("server", &difference.server),
                ("sent", &difference.sent),
            ],
        ));
    }
    if compared.differences.is_empty() {
        lines.push(lang.text("server_string.same").into_owned());
    }
    lines
}

/// What mends a proven cause; the key and the account are mended elsewhere.
fn mend_of(finding: &Finding, code: Language) -> Option<Mend> {
    let topic = Topic::of(finding.code, finding.of_callback)?;
    finding.proven.then(|| code.mend(topic)).flatten()
}

/// The sentence of a finding, with what is known to write so.
fn sentence(finding: &Finding, lang: Lang) -> String {
    let writer = finding.writer_message();
    lang.say(&finding.message()) + &writer.map(|writer| lang.say(&writer)).unwrap_or_default()
}

/// A report for people.
pub fn as_text(
    report: &Report,
    compared: Option<&Compared>,
    code: Option<Language>,
    lang: Lang,
) -> String {
    let mut lines = vec![lang.say(&report.headline())];
    for finding in &report.findings {
        let sure = lang.text(if finding.proven {
            "case_note.proven"
        } else {
            "case_note.likely"
        });
        lines.push(format!(
            "[{sure}] {}  {}",
            finding.code.name(),
            sentence(finding, lang)
        ));
        if let Some(mend) = code.and_then(|code| mend_of(finding, code)) {
            let marked = |mark: &str, code: &str| {
                let lines = code.lines().map(|line| format!("    {mark} {line}"));
                lines.collect::<Vec<_>>().join("\n")
            };
            lines.push(marked("-", mend.before));
            lines.push(marked("+", mend.after));
        }
    }

    if let Some(opened) = &report.opened {
        lines.push(format!(
            "{}  {}  {}",
            lang.text("case_note.key"),
            opened.key,
            opened.fingerprint
        ));
        if !opened.digest.is_empty() {
            lines.push(format!(
                "{} {}  {}",
                lang.text("case_note.digest"),
                opened.hash,
                opened.digest
            ));
        }
    }

    if let Some(compared) = compared {
        lines.extend(compared_lines(compared, lang));
    }

    lines.push(lang.fill(
        "case_note.tried",
        &[("count", &report.candidates_tried.to_string())],
    ));
    for key in report.checklist() {
        lines.push(format!("- {}", lang.text(key)));
    }

    lines.join("\n")
}
