//! The history's file, shared by the jobs that read and write it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::core::finding::{Explain as _, Message};
use crate::store::history::{History, HistoryError};

/// The file, opened when it is first needed.
#[derive(Debug)]
pub struct Shelf {
    path: PathBuf,
    history: Mutex<Option<History>>,
    /// Notes that are to be written, by entry.
    notes: Mutex<BTreeMap<i64, String>>,
}

impl Shelf {
    /// The history in this file.
    pub fn new(path: PathBuf) -> Self {
        Self {
            path,
            history: Mutex::new(None),
            notes: Mutex::default(),
        }
    }

    /// Whether there is a history yet.
    pub fn is_there(&self) -> bool {
        self.path.exists()
    }

    /// Says what the note of an entry is from now on. Threads write it, and those of two keys that
    /// were pressed may come in any order: each writes what is newest then.
    pub fn note(&self, entry: i64, text: String) {
        self.notes().insert(entry, text);
    }

    /// The notes that are to be written, which are no longer to be.
    pub fn take_notes(&self) -> BTreeMap<i64, String> {
        std::mem::take(&mut *self.notes())
    }

    fn notes(&self) -> MutexGuard<'_, BTreeMap<i64, String>> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does something with it; a damaged file is set aside, which is the remark.
    ///
    /// # Errors
    /// The sentence on why that was not possible.
    pub fn with<T>(
        &self,
        work: impl FnOnce(&mut History) -> Result<T, HistoryError>,
    ) -> Result<(T, Option<Message>), Message> {
        // SQLite keeps the file whole, whatever a thread did.
        let mut slot = self.history.lock().unwrap_or_else(PoisonError::into_inner);
        let mut remark = None;
        let history = match &mut *slot {
            Some(history) => history,
            empty => {
                let opened = History::open(&self.path).map_err(|error| error.message())?;
                remark = opened
                    .set_aside
                    .map(|aside| Message::new("history.set_aside").with("path", aside.display()));
                empty.insert(opened.history)
            }
        };
        let done = work(history).map_err(|error| error.message())?;
        Ok((done, remark))
    }
}
