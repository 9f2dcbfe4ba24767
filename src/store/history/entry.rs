//! What an entry of the history says, and what it is searched by.

use rusqlite::Row;
use rusqlite::types::Value;
use serde::Serialize;

/// Characters from which on the index of three characters each finds a text.
const INDEXED: usize = 3;

/// Entries that are counted at most: more than anybody walks through.
pub const COUNTED: i64 = 1_000;

/// What was done with an order that was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// It was copied.
    Copied,
    /// It was saved to a file.
    Saved,
    /// It was called in the sandbox.
    Rehearsed,
}

impl Action {
    /// Its name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Copied => "copied",
            Self::Saved => "saved",
            Self::Rehearsed => "rehearsed",
        }
    }

    fn of_name(name: &str) -> Self {
        match name {
            "saved" => Self::Saved,
            "rehearsed" => Self::Rehearsed,
            _ => Self::Copied,
        }
    }
}

/// An order that was signed and handed on. Members are named as the platform names them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HandedOn {
    /// When, in seconds since 1970.
    pub at: i64,
    /// What was done with it.
    pub action: Action,
    /// What the profile was called that signed it.
    pub profile: String,
    /// `appid` of the header.
    #[serde(rename = "appid")]
    pub app_id: String,
    /// `key_version` of the header.
    pub key_version: String,
    /// Whether the demo key signed it.
    pub is_demo: bool,
    /// The template that it was begun with; may be empty.
    pub template: String,
    /// `outOrderNo`.
    #[serde(rename = "outOrderNo")]
    pub order_no: String,
    /// `totalAmount` as it is spelled.
    #[serde(rename = "totalAmount")]
    pub total: String,
    /// `title` of the first item.
    pub title: String,
    /// `data`, byte for byte.
    pub data: String,
    /// `byteAuthorization`.
    #[serde(rename = "byteAuthorization")]
    pub authorization: String,
}

/// An entry of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number, which no other one ever has.
    pub id: i64,
    /// What was handed on.
    pub order: HandedOn,
    /// What the user wrote to it.
    pub note: String,
}

impl Entry {
    pub(super) fn of_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            order: HandedOn {
                at: row.get(1)?,
                action: Action::of_name(row.get_ref(2)?.as_str()?),
                app_id: row.get(3)?,
                key_version: row.get(4)?,
                order_no: row.get(5)?,
                total: row.get(6)?,
                title: row.get(7)?,
                data: row.get(8)?,
                authorization: row.get(9)?,
                profile: row.get(11)?,
                template: row.get(12)?,
                is_demo: row.get(13)?,
            },
            note: row.get(10)?,
        })
    }
}

/// What entries can be told apart by in a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `appid`.
    AppId,
    /// The profile's name.
    Profile,
    /// The template's name.
    Template,
}

impl Mark {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Profile, Self::AppId, Self::Template];

    /// Its column.
    pub(super) fn column(self) -> &'static str {
        match self {
            Self::AppId => "app_id",
            Self::Profile => "profile",
            Self::Template => "template",
        }
    }
}

/// What is searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that all stand in an entry; none for any.
    pub text: String,
    /// Not before this moment, in seconds since 1970.
    pub since: Option<i64>,
    /// With these marks only.
    pub marks: Vec<(Mark, String)>,
    /// The first so many are left out.
    pub offset: i64,
    /// Entries at most.
    pub limit: i64,
}

/// A search in SQL.
pub(super) struct Search {
    /// The tables that it looks through; `e` are the entries.
    pub(super) tables: &'static str,
    /// The column that tells the latest ones.
    pub(super) latest: &'static str,
    /// What holds of an entry that is found.
    pub(super) condition: String,
    /// The values in the condition.
    pub(super) values: Vec<Value>,
}

impl Query {
    /// The search in SQL.
    pub(super) fn search(&self) -> Search {
        let (indexed, short): (Vec<&str>, Vec<&str>) = self
            .text
            .split_whitespace()
            .partition(|word| word.chars().count() >= INDEXED);
        let mut parts = vec!["1".to_owned()];
        let mut values = Vec::new();
        let (tables, latest) = match (indexed.is_empty(), short.is_empty()) {
            (true, true) => ("entries AS e", "e.id"),
            (true, false) => ("entries AS e INDEXED BY entries_sought", "e.id"),
            // In this order the index tells the latest ones first, and no more than are wanted.
            (false, _) => (
                "words AS w CROSS JOIN entries AS e INDEXED BY entries_sought ON e.id = w.rowid",
                "w.rowid",
            ),
        };
        if !indexed.is_empty() {
            parts.push("w.words MATCH ?".to_owned());
            let quoted = indexed.iter().map(|word| word.replace('"', "\"\""));
            let all: Vec<_> = quoted
                .map(|word| format!("{{order_no title note app_id}} : \"{word}\""))
                .collect();
            values.push(Value::Text(all.join(" AND ")));
            if let Some(since) = self.since {
                // It need not look at older ones at all.
                let first = "(SELECT coalesce(min(id), 0) FROM entries WHERE at >= ?)";
                parts.push(format!("w.rowid >= {first}"));
                values.push(Value::Integer(since));
            }
        }

        for word in short {
            // The index knows nothing as short: 月卡 has two characters.
            let columns = ["title", "order_no", "note"].map(|column| format!("e.{column} LIKE ?"));
            parts.push(format!(
                "({})",
                columns.join(" ESCAPE '\\' OR ") + " ESCAPE '\\'"
            ));
            let mut like = word.to_owned();
            for mark in ['\\', '%', '_'] {
                like = like.replace(mark, &format!("\\{mark}"));
            }
            values.extend(vec![Value::Text(format!("%{like}%")); 3]);
        }
        if let Some(since) = self.since {
            parts.push("e.at >= ?".to_owned());
            values.push(Value::Integer(since));
        }
        for (mark, wanted) in &self.marks {
            parts.push(format!("e.{} = ?", mark.column()));
            values.push(Value::Text(wanted.clone()));
        }
        Search {
            tables,
            latest,
            condition: parts.join(" AND "),
            values,
        }
    }
}

/// One page of what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The entries, the latest first.
    pub entries: Vec<Entry>,
    /// How many there are in all; one more than [`COUNTED`] stands for any number above it.
    pub count: i64,
    /// Whether there are older ones behind this page.
    pub has_more: bool,
}
