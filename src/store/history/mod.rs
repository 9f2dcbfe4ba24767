//! In: what was signed and handed on. Out: the history of it in an SQLite file, searched, filtered,
//! bounded; several running copies share it.

mod entry;
mod export;
mod schema;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::types::Value;
use rusqlite::{
    Connection, ErrorCode, OpenFlags, OptionalExtension as _, params, params_from_iter,
};

use crate::core::finding::{Explain, Message};

use entry::Search;
pub use entry::{Action, COUNTED, Entry, HandedOn, Mark, Page, Query};
pub use export::Form;

/// Entries that are kept at most; the oldest go first.
pub const MOST: i64 = 100_000;

/// Seconds after which an entry goes: two years.
const OLDEST: i64 = 2 * 366 * 24 * 3600;

/// Seconds by which an entry can be later than the one before, for the age of others.
const LEAP: i64 = 90 * 24 * 3600;

/// How long another copy is waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// Tries within that time, where SQLite itself does not wait.
const TRIES: u32 = 100;

/// Columns of an entry, as [`Entry::of_row`] reads them.
const COLUMNS: &str =
    "e.id, e.at, e.action, e.app_id, e.key_version, e.order_no, e.total, e.title, e.data,
     e.authorization, e.note, e.profile, e.template, e.is_demo";

/// The history.
#[derive(Debug)]
pub struct History {
    connection: Connection,
}

/// What a start finds.
#[derive(Debug)]
pub struct Opened {
    /// The history.
    pub history: History,
    /// A damaged file, which lies under this name now.
    pub set_aside: Option<PathBuf>,
}

/// Why there is no history.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum HistoryError {
    /// A newer version of the program has written it; it is left alone.
    Newer(PathBuf),
    /// What SQLite or the system says.
    Failed(String),
}

impl From<rusqlite::Error> for HistoryError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

impl History {
    /// The file that the system's folder for programs has for it, if there is such a folder.
    pub fn path() -> Option<PathBuf> {
        let folders = directories::ProjectDirs::from("", "", "tt-order-builder")?;
        Some(folders.data_local_dir().join("history.db"))
    }

    /// Opens the file, or makes it. One that is damaged is set aside, never deleted.
    ///
    /// # Errors
    /// [`HistoryError`] where it is a newer version's, or cannot be opened.
    pub fn open(path: &Path) -> Result<Opened, HistoryError> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| HistoryError::Failed(error.to_string()))?;
        }

        match Self::connect(path) {
            Ok(history) => Ok(Opened {
                history,
                set_aside: None,
            }),
            Err(HistoryOpening::Damaged) => {
                let aside = set_aside(path)?;
                let history = Self::connect(path).map_err(|fault| match fault {
                    HistoryOpening::Damaged => HistoryError::Failed("damaged".to_owned()),
                    HistoryOpening::Other(error) => error,
                })?;
                Ok(Opened {
                    history,
                    set_aside: Some(aside),
                })
            }
            Err(HistoryOpening::Other(error)) => Err(error),
        }
    }

    fn connect(path: &Path) -> Result<Self, HistoryOpening> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        make_private(path)?;
        let mut connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(PATIENCE)?;
        // Readers and one writer at a time, and nothing half done after a kill.
        // Turning it on is the one thing that does not wait for others.
        let turned_on = (0..TRIES).find(|_| {
            let done = connection.pragma_update(None, "journal_mode", "WAL");
            let is_busy =
                done.is_err_and(|error| error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy));
            if is_busy {
                std::thread::sleep(PATIENCE / TRIES);
            }
            !is_busy
        });
        if turned_on.is_none() {
            connection.pragma_update(None, "journal_mode", "WAL")?;
        }
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        // What is taken out is gone.
        connection.pragma_update(None, "secure_delete", "ON")?;
        if !schema::migrate(&mut connection)? {
            return Err(HistoryOpening::Other(HistoryError::Newer(path.to_owned())));
        }
        Ok(Self { connection })
    }

    /// Adds an entry, and lets the oldest go.
    ///
    /// # Errors
    /// [`HistoryError::Failed`] where it cannot be written.
    pub fn add(&mut self, entry: &HandedOn) -> Result<(), HistoryError> {
        // Begun as a write: one that becomes it later finds another copy's writes in its way.
        let immediate = rusqlite::TransactionBehavior::Immediate;
        let transaction = self.connection.transaction_with_behavior(immediate)?;
        // A second click on a button is no second time.
        let last = "SELECT 1 FROM entries WHERE id = (SELECT max(id) FROM entries)
            AND authorization = ?1 AND action = ?2";
        let values = params![entry.authorization, entry.action.name()];
        if transaction.prepare(last)?.exists(values)? {
            return Ok(());
        }

        // A clock that is years ahead must not take all there is with it.
        let newest = "SELECT max(at) FROM entries";
        let newest: Option<i64> = transaction.query_row(newest, [], |row| row.get(0))?;
        let now = newest.map_or(entry.at, |newest| entry.at.min(newest + LEAP));

        transaction.execute(
            "INSERT INTO entries (at, action, app_id, key_version, order_no, total, title, data,
             authorization, note, profile, template, is_demo)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, '', ?10, ?11, ?12)",
            params![
                entry.at,
                entry.action.name(),
                entry.app_id,
                entry.key_version,
                entry.order_no,
                entry.total,
                entry.title,
                entry.data,
                entry.authorization,
                entry.profile,
                entry.template,
                entry.is_demo
            ],
        )?;
        transaction.execute(
            "DELETE FROM entries WHERE at < ?1 OR id <= (SELECT max(id) FROM entries) - ?2",
            params![now - OLDEST, MOST],
        )?;
        transaction.commit()?;
        Ok(())
    }

    /// One page of what is searched for, the latest first, and how many there are in all.
    ///
    /// # Errors
    /// [`HistoryError::Failed`] where it cannot be read.
    pub fn page(&self, query: &Query) -> Result<Page, HistoryError> {
        let Search {
            tables,
            latest,
            condition,
            mut values,
        } = query.search();
        let count = format!(
            "SELECT count(*) FROM (SELECT 1 FROM {tables} WHERE {condition} LIMIT {COUNTED} + 1)"
        );
        let count: i64 = self
            .connection
            .query_row(&count, params_from_iter(&values), |row| row.get(0))?;

        // Whole entries are read of those only that are shown.
        let select = format!(
            "SELECT {COLUMNS} FROM entries AS e WHERE e.id IN (
                SELECT e.id FROM {tables} WHERE {condition} ORDER BY {latest} DESC LIMIT ? OFFSET ?
             ) ORDER BY e.id DESC"
        );
        // One more tells whether there is another page.
        values.push(Value::Integer(query.limit + 1));
        values.push(Value::Integer(query.offset));
        let mut statement = self.connection.prepare(&select)?;
        let rows = statement.query_map(params_from_iter(&values), Entry::of_row)?;
        let mut entries: Vec<Entry> = rows.collect::<Result<_, _>>()?;
        let limit = usize::try_from(query.limit).unwrap_or_default();
        let has_more = entries.len() > limit;
        entries.truncate(limit);
        Ok(Page {
            entries,
            count,
            has_more,
        })
    }

    /// `data` and the order's number of the entry with this `byteAuthorization`, if there is one.
    ///
    /// # Errors
    /// [`HistoryError::Failed`] where it cannot be read.
    pub fn signed_with(
        &self,
        authorization: &str,
    ) -> Result<Option<(String, String)>, HistoryError> {
        let select = "SELECT data, order_no FROM entries WHERE authorization = ?1 LIMIT 1";
        let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let found = self.connection.query_row(select, [authorization], row);
        Ok(found.optional()?)
    }

    /// The values of a mark that stand in it, for a filter.
    ///
    /// # Errors
    /// [`HistoryError::Failed`] where it cannot be read.
    pub fn values(&self, mark: Mark) -> Result<Vec<String>, HistoryError> {
        let column = mark.column();
        let select = format!(
            "SELECT DISTINCT {column} FROM entries WHERE {column} != '' ORDER BY {column} LIMIT 200"
        );
        let mut statement = self.connection.prepare(&select)?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Writes a note to an entry.
    ///
    /// # Errors
    /// [`HistoryError::Failed`] where it cannot be written.
    pub fn set_note(&self, id: i64, note: &str) -> Result<(), HistoryError> {
        let update = "UPDATE entries SET note = ?2 WHERE id = ?1";
        self.connection.execute(update, params![id, note])?;
        Ok(())
    }

    /// Takes all entries out.
    ///
    /// # Errors
    /// [`HistoryError::Failed`] where it cannot be written.
    pub fn clear(&self) -> Result<(), HistoryError> {
        self.connection
            .execute_batch("DELETE FROM entries; VACUUM; PRAGMA wal_checkpoint(TRUNCATE);")?;
        Ok(())
    }

    /// All that is searched for, as a text, the latest first.
    ///
    /// # Errors
    /// [`HistoryError::Failed`] where it cannot be read.
    pub fn export(&self, query: &Query, form: Form) -> Result<String, HistoryError> {
        let all = Query {
            offset: 0,
            limit: MOST,
            ..query.clone()
        };
        Ok(form.text(&self.page(&all)?.entries))
    }
}

impl From<std::io::Error> for HistoryOpening {
    fn from(error: std::io::Error) -> Self {
        Self::Other(HistoryError::Failed(error.to_string()))
    }
}

/// Makes the file, for its owner alone, where there is none.
fn make_private(path: &Path) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// Why a file does not open.
enum HistoryOpening {
    Damaged,
    Other(HistoryError),
}

impl From<rusqlite::Error> for HistoryOpening {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Damaged,
            _ => Self::Other(error.into()),
        }
    }
}

/// Gives a damaged file a name under which nothing stands. What belongs to it goes with it.
fn set_aside(path: &Path) -> Result<PathBuf, HistoryError> {
    let named = |number: u32, end: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".bad-{number}{end}"));
        PathBuf::from(name)
    };
    let free = |number: &u32| named(*number, "").symlink_metadata().is_err();
    let number = (1..1000).find(free).unwrap_or(1000);
    for end in ["-wal", "-shm"] {
        let mut beside = path.as_os_str().to_owned();
        beside.push(end);
        // Often there is none.
        let _ = fs::rename(beside, named(number, end));
    }
    let aside = named(number, "");
    fs::rename(path, &aside).map_err(|error| HistoryError::Failed(error.to_string()))?;
    Ok(aside)
}

impl Explain for HistoryError {
    fn message(&self) -> Message {
        match self {
            Self::Newer(path) => Message::new("history.newer").with("path", path.display()),
            Self::Failed(reason) => Message::new("history.failed").with("reason", reason),
        }
    }
}

#[cfg(test)]
mod tests;
