//! In: key files. Out: what is in them, as text for people or JSON for programs; never anything of
//! a private key.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use super::failure::Failure;
use super::input;
use super::passphrase::PassphraseArgs;
use super::report::ReportFormat;
use crate::core::finding::{Explain as _, Message, Severity};
use crate::core::key::ring::{Content, Entry, Source};
use crate::core::key::{
    Container, Format, Item, KeyError, MOST_COST, Material, Passphrase, PublicKey, Repair, read,
};
use crate::store;
use crate::texts::Lang;

/// Arguments of `key inspect`.
#[derive(Debug, Args)]
pub struct InspectArgs {
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    format: ReportFormat,
    #[command(flatten)]
    passphrase: PassphraseArgs,
}

/// One line of the report.
enum Found {
    /// The place of a key among the entries, and its line.
    Key(usize, usize),
    Fault {
        line: usize,
        code: &'static str,
        message: Message,
    },
}

/// Describes all keys of the files.
///
/// # Errors
/// A [`Failure`] with exit code 2 where a file cannot be read or something in it is no usable key;
/// the rest is printed.
pub fn run(args: &InspectArgs, lang: Lang) -> Result<(), Failure> {
    let mut entries = Vec::new();
    let passphrase = args.passphrase.given()?;
    let mut found: Vec<(&Path, Found)> = Vec::new();

    for path in &args.files {
        for one in look_into(path, passphrase.as_ref(), &mut entries) {
            found.push((path, one));
        }
    }

    let text = match args.format {
        ReportFormat::Json => {
            let rows: Vec<Value> = found
                .iter()
                .map(|(path, found)| row(path, found, &entries, lang))
                .collect();
            serde_json::to_string_pretty(&rows).unwrap_or_default()
        }
        ReportFormat::Text => {
            let parts: Vec<String> = found
                .iter()
                .map(|(path, found)| part(path, found, &entries, lang))
                .collect();
            parts.join("\n")
        }
    };
    // Nothing of the keys stays behind while the output waits to be read.
    drop((entries, passphrase));
    input::print_report(&text)?;
    let faults = found
        .iter()
        .filter(|(_, found)| matches!(found, Found::Fault { .. }))
        .count();

    if faults == 0 {
        Ok(())
    } else {
        Err(Failure::usage("cli.not_all_keys"))
    }
}

fn look_into(path: &Path, passphrase: Option<&Passphrase>, entries: &mut Vec<Entry>) -> Vec<Found> {
    let file = match store::key_file(path) {
        Ok(file) => file,
        Err(error) => {
            return vec![Found::Fault {
                line: 0,
                code: "unreadable",
                message: error.message(),
            }];
        }
    };

    let items = match read::read(&file.bytes) {
        Ok(items) => items,
        Err(error) => return vec![fault(0, &error)],
    };
    let mut found = Vec::new();
    let mut left = MOST_COST;

    for mut item in items {
        let line = item.line;
        open(&mut item, passphrase, &mut left);
        if let Err(error) = &item.material {
            found.push(fault(line, error));
        }

        let entry = Entry::of_item(item, Source::File(path.to_owned(), line), file.exposed);
        if let Some(entry) = entry {
            found.push(Found::Key(entries.len(), line));
            entries.push(entry);
        }
    }

    found
}

/// Opens an encrypted key where a passphrase was given; nothing is asked here. The keys of one file
/// share what `left` says that opening them may cost.
fn open(item: &mut Item, passphrase: Option<&Passphrase>, left: &mut u32) {
    if let Ok(Material::Locked(locked)) = &item.material
        && let Some(passphrase) = passphrase
    {
        item.material = match left.checked_sub(locked.cost()) {
            None => Err(KeyError::TooCostly),
            Some(rest) => {
                *left = rest;
                locked.open(passphrase).map(Box::new).map(Material::Private)
            }
        };
    }
}

fn fault(line: usize, error: &KeyError) -> Found {
    Found::Fault {
        line,
        code: error.name(),
        message: error.message(),
    }
}

fn row(path: &Path, found: &Found, entries: &[Entry], lang: Lang) -> Value {
    match found {
        Found::Fault { line, code, message } => json!({
            "file": path.display().to_string(), "line": line, "error": code, "message": lang.say(message),
        }),
        Found::Key(place, line) => entries.get(*place).map_or(Value::Null, |entry| {
            let key = entry.public();
            let remarks: Vec<Value> = entry
                .remarks()
                .iter()
                .map(|remark| json!({ "severity": remark.severity, "message": lang.say(&remark.message) }))
                .collect();
            json!({
                "file": path.display().to_string(),
                "line": line,
                "kind": kind(entry),
                "format": entry.format().map(Format::name),
                "container": entry.container.as_ref().map(Container::name),
                "bits": key.map(PublicKey::bits),
                "exponent": key.map(PublicKey::exponent),
                "fingerprint": entry.fingerprint().map(ToString::to_string),
                "pairs_with": other_half(entry, entries),
                "same_as": same_key(*place, entries),
                "repairs": entry.repairs.iter().map(Repair::name).collect::<Vec<_>>(),
                "readable_by_others": entry.exposed,
                "remarks": remarks,
            })
        }),
    }
}

fn part(path: &Path, found: &Found, entries: &[Entry], lang: Lang) -> String {
    let mut lines = Vec::new();
    match found {
        Found::Fault { message, .. } => {
            lines.push(path.display().to_string());
            lines.push(format!(
                "  [{}] {}",
                lang.text(Severity::Error.key()),
                lang.say(message)
            ));
        }
        Found::Key(place, line) => {
            lines.push(format!("{}:{line}", path.display()));
            if let Some(entry) = entries.get(*place) {
                described(entry, entries, lang, &mut lines);
            }
            if let Some(same) = same_key(*place, entries) {
                lines.push(format!(
                    "  {}",
                    lang.fill("keys.same_as", &[("place", &same)])
                ));
            }
        }
    }

    lines.push(String::new());
    lines.join("\n")
}

fn described(entry: &Entry, entries: &[Entry], lang: Lang, lines: &mut Vec<String>) {
    let mut say = |key: &str, value: String| lines.push(format!("  {}  {value}", lang.text(key)));
    if let Some(format) = entry.format() {
        say("keys.format", lang.say(&format.message()));
    }
    if let Some(container) = &entry.container {
        say("keys.container", lang.say(&container.message()));
    }

    if let Some(key) = entry.public() {
        say("keys.bits", key.bits().to_string());
        say("keys.exponent", key.exponent());
        say("keys.fingerprint", key.fingerprint().to_string());
    }

    if let Some(partner) = other_half(entry, entries) {
        say("keys.partner", partner);
    }

    for remark in entry.remarks() {
        lines.push(format!(
            "  [{}] {}",
            lang.text(remark.severity.key()),
            lang.say(&remark.message)
        ));
    }
}

fn kind(entry: &Entry) -> &'static str {
    match entry.content {
        Content::Public(_) => "public",
        _ => "private",
    }
}

/// Where the same key stood before, if it did.
fn same_key(place: usize, entries: &[Entry]) -> Option<String> {
    let entry = entries.get(place)?;
    let same = entries[..place].iter().find(|other| {
        other.fingerprint().is_some()
            && other.fingerprint() == entry.fingerprint()
            && other.content.is_public() == entry.content.is_public()
    })?;
    place_of(same)
}

/// Where the other half of a key is, if it is among them.
fn other_half(entry: &Entry, entries: &[Entry]) -> Option<String> {
    place_of(entries.iter().find(|other| other.is_other_half_of(entry))?)
}

fn place_of(entry: &Entry) -> Option<String> {
    match &entry.source {
        Source::File(path, line) => Some(format!("{}:{line}", path.display())),
        _ => None,
    }
}
