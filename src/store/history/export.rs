//! In: entries of the history. Out: a text of them for other programs.

use serde_json::{Map, Value};

use super::entry::Entry;
use crate::core::time::Timestamp;

/// In what form entries are handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One JSON object a line.
    JsonLines,
    /// Comma-separated values (RFC 4180) with a byte-order mark, by which spreadsheets know UTF-8.
    Csv,
}

impl Form {
    /// The ending of a file.
    pub fn ending(self) -> &'static str {
        match self {
            Self::JsonLines => "jsonl",
            Self::Csv => "csv",
        }
    }

    /// The entries as a text.
    pub fn text(self, entries: &[Entry]) -> String {
        match self {
            Self::JsonLines => json_lines(entries),
            Self::Csv => csv(entries),
        }
    }
}

/// An entry as its members, the time both as a number and as people in China read it.
fn members(entry: &Entry) -> Map<String, Value> {
    let at = u64::try_from(entry.order.at).unwrap_or(0);
    let mut members = Map::new();
    members.insert("time".to_owned(), Timestamp(at).china_time().into());
    // Texts and numbers have no way to fail.
    if let Ok(Value::Object(order)) = serde_json::to_value(&entry.order) {
        members.extend(order);
    }
    members.insert("note".to_owned(), entry.note.clone().into());
    members
}

fn json_lines(entries: &[Entry]) -> String {
    let lines = entries.iter().map(|entry| {
        let members = Value::Object(members(entry));
        format!("{members}\n")
    });
    lines.collect()
}

fn csv(entries: &[Entry]) -> String {
    let mut out = String::from('\u{feff}');
    for (place, entry) in entries.iter().enumerate() {
        let members = members(entry);
        if place == 0 {
            let names: Vec<&str> = members.keys().map(String::as_str).collect();
            out.push_str(&names.join(","));
            out.push_str("\r\n");
        }
        let fields = members.values().map(|value| match value {
            Value::String(text) => quoted(text),
            other => other.to_string(),
        });
        out.push_str(&fields.collect::<Vec<_>>().join(","));
        out.push_str("\r\n");
    }
    out
}

/// A field in quotes. What a spreadsheet would take for a formula begins with a quote of its own.
fn quoted(field: &str) -> String {
    let guard = if field.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    format!("\"{guard}{}\"", field.replace('"', "\"\""))
}
