//! What an entry of the history says, and what it is searched by.

use rusqlite::Row;
use rusqlite::types::Value;
use serde::Serialize;

/// Characters from which on the index of three characters each finds a text.
const INDEXED: usize = 3;

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

/// An order that was signed and handed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEntry {
    /// When, in seconds since 1970.
    pub at: i64,
    /// What was done with it.
    pub action: Action,
    /// `appid` of the header.
    pub app_id: String,
    /// `key_version` of the header.
    pub key_version: String,
    /// `outOrderNo`.
    pub order_no: String,
    /// `totalAmount` as it is spelled.
    pub total: String,
    /// `title` of the first item.
    pub title: String,
    /// `data`, byte for byte.
    pub data: String,
    /// `byteAuthorization`.
    pub authorization: String,
}

/// An entry of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its number, which no other one ever has.
    pub id: i64,
    /// When, in seconds since 1970.
    pub at: i64,
    /// What was done with it.
    pub action: Action,
    /// `appid` of the header.
    pub app_id: String,
    /// `key_version` of the header.
    pub key_version: String,
    /// `outOrderNo`.
    pub order_no: String,
    /// `totalAmount` as it is spelled.
    pub total: String,
    /// `title` of the first item.
    pub title: String,
    /// `data`, byte for byte.
    pub data: String,
    /// `byteAuthorization`.
    #[serde(rename = "byteAuthorization")]
    pub authorization: String,
    /// What the user wrote to it.
    pub note: String,
}

impl Entry {
    pub(super) fn of_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            at: row.get(1)?,
            action: Action::of_name(row.get_ref(2)?.as_str()?),
            app_id: row.get(3)?,
            key_version: row.get(4)?,
            order_no: row.get(5)?,
            total: row.get(6)?,
            title: row.get(7)?,
            data: row.get(8)?,
            authorization: row.get(9)?,
            note: row.get(10)?,
        })
    }
}

/// What is searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that all stand in an entry; none for any.
    pub text: String,
    /// Not before this moment, in seconds since 1970.
    pub since: Option<i64>,
    /// Of this appid only.
    pub app_id: Option<String>,
    /// The first so many are left out.
    pub offset: i64,
    /// Entries at most.
    pub limit: i64,
}

impl Query {
    /// The condition in SQL, and the values in it.
    pub(super) fn condition(&self) -> (String, Vec<Value>) {
        let mut parts = vec!["1".to_owned()];
        let mut values = Vec::new();
        if let Some(since) = self.since {
            parts.push("at >= ?".to_owned());
            values.push(Value::Integer(since));
        }
        if let Some(app_id) = &self.app_id {
            parts.push("app_id = ?".to_owned());
            values.push(Value::Text(app_id.clone()));
        }

        for word in self.text.split_whitespace() {
            if word.chars().count() >= INDEXED {
                parts.push("id IN (SELECT rowid FROM words WHERE words MATCH ?)".to_owned());
                let word = word.replace('"', "\"\"");
                let columns = "{order_no title note app_id}";
                values.push(Value::Text(format!("{columns} : \"{word}\"")));
            } else {
                // The index knows nothing as short: 月卡 has two characters.
                parts.push("(title LIKE ? ESCAPE '\\' OR order_no LIKE ? ESCAPE '\\' OR note LIKE ? ESCAPE '\\')".to_owned());
                let mut like = word.to_owned();
                for mark in ['\\', '%', '_'] {
                    like = like.replace(mark, &format!("\\{mark}"));
                }
                values.extend(vec![Value::Text(format!("%{like}%")); 3]);
            }
        }
        (parts.join(" AND "), values)
    }
}

/// One page of what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The entries, the latest first.
    pub entries: Vec<Entry>,
    /// How many there are in all.
    pub count: i64,
}
