//! In: a signed payload and public keys. Out: the verdict and its causes, as text for people or
//! JSON for programs.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use super::failure::Failure;
use super::input;
use super::report::ReportFormat;
use crate::core::diagnosis::search::Watch;
use crate::core::diagnosis::{Case, Kind, KnownKey, Report, intake, verify};
use crate::core::finding::{Explain as _, Message};
use crate::core::key::{KeyError, Material};
use crate::machine;
use crate::texts::Lang;

/// Arguments of `verify`. Their help texts are `cli.verify.<name>` in the locale files.
#[derive(Debug, Args)]
pub struct VerifyArgs {
    #[arg(
        long,
        value_name = "FILE|-",
        required_unless_present = "callback",
        conflicts_with = "callback"
    )]
    data: Option<PathBuf>,
    #[arg(
        long,
        value_name = "FILE|TEXT",
        allow_hyphen_values = true,
        required_unless_present = "callback",
        conflicts_with = "callback"
    )]
    authorization: Option<String>,
    #[arg(long, value_name = "[VERSION=]FILE", num_args = 1.., required_unless_present = "platform_key")]
    key: Vec<String>,
    #[arg(long, value_name = "FILE", num_args = 1..)]
    platform_key: Vec<PathBuf>,
    #[arg(
        long,
        requires = "body",
        requires = "timestamp",
        requires = "nonce",
        requires = "signature"
    )]
    callback: bool,
    #[arg(long, value_name = "FILE|-", requires = "callback")]
    body: Option<PathBuf>,
    #[arg(
        long,
        value_name = "SECONDS",
        requires = "callback",
        allow_hyphen_values = true
    )]
    timestamp: Option<String>,
    #[arg(
        long,
        value_name = "TEXT",
        requires = "callback",
        allow_hyphen_values = true
    )]
    nonce: Option<String>,
    #[arg(
        long,
        value_name = "TEXT",
        requires = "callback",
        allow_hyphen_values = true
    )]
    signature: Option<String>,
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    format: ReportFormat,
}

/// Verifies and prints.
///
/// # Errors
/// A [`Failure`] with code 1 where the signature does not fit, 2 for unreadable input.
pub fn run(args: &VerifyArgs, lang: Lang) -> Result<(), Failure> {
    let case = case(args)?;
    let mut keys = Vec::new();

    // A callback needs the platform's key: where none is said to be it, `--key` is.
    let are_platform = args.callback && args.platform_key.is_empty();
    for (place, named) in args.key.iter().enumerate() {
        keys.push(KnownKey {
            is_expected: place == 0,
            ..known_key(named, are_platform)?
        });
    }

    for (place, path) in args.platform_key.iter().enumerate() {
        keys.push(KnownKey {
            is_expected: place == 0,
            ..known_key(&path.display().to_string(), true)?
        });
    }

    let report = verify(&case, &keys, machine::now(), &Watch::default());
    input::print_report(&match args.format {
        ReportFormat::Json => as_json(&report, lang),
        ReportFormat::Text => as_text(&report, lang),
    })?;
    if report.verdict.is_valid() {
        Ok(())
    } else {
        Err(Failure::new(1, Message::new("cli.does_not_fit")))
    }
}

fn case(args: &VerifyArgs) -> Result<Case, Failure> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    if args.callback {
        let body = args.body.as_deref().unwrap_or(Path::new("-"));
        return Ok(Case {
            kind: Kind::Callback,
            data: input::bytes(body)?,
            timestamp: text(&args.timestamp),
            nonce: text(&args.nonce),
            signature: text(&args.signature),
            ..Case::default()
        });
    }

    let data = input::bytes(args.data.as_deref().unwrap_or(Path::new("-")))?;
    let authorization = authorization(args.authorization.as_deref().unwrap_or_default())?;
    Ok(Case {
        kind: Kind::Order,
        data,
        authorization,
        ..Case::default()
    })
}

/// A `byteAuthorization` as it is given, or what stands in the file or pipe of that name.
pub fn authorization(given: &str) -> Result<String, Failure> {
    let path = Path::new(given);
    let text = if path.exists() {
        String::from_utf8_lossy(&input::bytes(path)?).into_owned()
    } else if looks_like_path(given) {
        return Err(Failure::new(
            2,
            Message::new("cli.authorization_missing").with("path", given),
        ));
    } else {
        given.to_owned()
    };

    // A JSON answer or a quoted text is a matter of copying, not of the header.
    let is_wrapped =
        text.trim_start().starts_with(['{', '[', '"', '\'']) || text.contains("byteAuthorization");
    let found = is_wrapped
        .then(|| intake::find(&text).authorization)
        .flatten();
    Ok(found.unwrap_or(text))
}

/// Whether a text is the name of a file rather than a header, which has a scheme, equals signs and
/// commas.
fn looks_like_path(text: &str) -> bool {
    // No folder takes longer names.
    const LONGEST_NAME: usize = 255;
    let is_header = text.contains("signature=")
        || text.starts_with('-')
        || text.to_ascii_lowercase().starts_with("sha256");
    let path = Path::new(text);
    let has_ending = path.extension().is_some_and(|ending| ending.len() <= 5);
    let is_name = has_ending || text.contains(['/', '\\']) || !text.contains(['=', ',', '{']);

    !is_header
        && !text.is_empty()
        && !text.contains('\n')
        && path
            .file_name()
            .is_none_or(|name| name.len() <= LONGEST_NAME)
        && is_name
}

/// A public key, or the public half of a private one; `2=app.pem` says under which `key_version`
/// the console has it.
pub fn known_key(named: &str, is_platform: bool) -> Result<KnownKey, Failure> {
    let split = named.split_once('=').filter(|_| !Path::new(named).exists());
    let (key_version, path) = match split {
        Some((version, path)) => (Some(version.to_owned()), path),
        None => (None, named),
    };
    let (items, _) = input::keys(Path::new(path))?;
    let mut fault = KeyError::NoKey;
    let mut key = None;

    for item in items {
        match item.material {
            Ok(Material::Public(public)) => key = key.or(Some(public)),
            Ok(Material::Private(private)) => key = key.or_else(|| Some(private.public().clone())),
            Ok(Material::Locked(_)) => fault = KeyError::Encrypted,
            Err(error) => fault = error,
        }
    }

    let key = key.ok_or_else(|| Failure::from(fault).of(Path::new(path)))?;
    Ok(KnownKey {
        name: named.to_owned(),
        is_platform,
        is_expected: false,
        app_id: None,
        key_version,
        key,
    })
}

fn as_json(report: &Report, lang: Lang) -> String {
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| json!({ "code": finding.code.name(), "proven": finding.proven, "message": lang.say(&finding.message()) }))
        .collect();
    let opened = report.opened.as_ref().map(|opened| {
        json!({ "key": opened.key, "fingerprint": opened.fingerprint, "hash": opened.hash, "digest": opened.digest })
    });
    let value = json!({
        "verdict": report.verdict,
        "findings": findings,
        "opened": opened,
        "candidates_tried": report.candidates_tried,
    });
    serde_json::to_string_pretty(&value).unwrap_or_default()
}

fn as_text(report: &Report, lang: Lang) -> String {
    let mut lines = vec![lang.say(&report.verdict.message())];
    for finding in &report.findings {
        let sure = lang.text(if finding.proven {
            "case_note.proven"
        } else {
            "case_note.likely"
        });
        lines.push(format!(
            "[{sure}] {}  {}",
            finding.code.name(),
            lang.say(&finding.message())
        ));
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

    lines.push(lang.fill(
        "case_note.tried",
        &[("count", &report.candidates_tried.to_string())],
    ));
    for key in [
        "checklist.console_key",
        "checklist.app_id",
        "checklist.clock",
    ] {
        lines.push(format!("- {}", lang.text(key)));
    }

    lines.join("\n")
}
