//! In: entries of the history. Out: a text of them for other programs.

use super::entry::Entry;

/// In what form entries are handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One JSON object a line.
    JsonLines,
    /// Comma-separated values (RFC 4180) with a byte-order mark, by which spreadsheets know UTF-8.
    Csv,
}

/// The columns, in their order.
const COLUMNS: [&str; 10] = [
    "at",
    "action",
    "appid",
    "key_version",
    "outOrderNo",
    "totalAmount",
    "title",
    "note",
    "data",
    "byteAuthorization",
];

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

fn json_lines(entries: &[Entry]) -> String {
    let lines = entries.iter().map(|entry| {
        // Texts and numbers have no way to fail.
        let mut line = serde_json::to_string(entry).unwrap_or_default();
        line.push('\n');
        line
    });
    lines.collect()
}

fn csv(entries: &[Entry]) -> String {
    let mut out = format!("\u{feff}{}\r\n", COLUMNS.join(","));
    for entry in entries {
        let at = entry.at.to_string();
        let fields = [
            &at,
            entry.action.name(),
            &entry.app_id,
            &entry.key_version,
            &entry.order_no,
            &entry.total,
            &entry.title,
            &entry.note,
            &entry.data,
            &entry.authorization,
        ];
        let fields: Vec<String> = fields.iter().map(|field| quoted(field)).collect();
        out.push_str(&fields.join(","));
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
