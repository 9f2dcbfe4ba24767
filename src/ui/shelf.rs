//! The history's file, shared by the jobs that read and write it.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use crate::core::finding::{Explain as _, Message};
use crate::store::history::{History, HistoryError};

/// The file, opened when it is first needed.
#[derive(Debug)]
pub struct Shelf {
    path: PathBuf,
    history: Mutex<Option<History>>,
}

impl Shelf {
    /// The history in this file.
    pub fn new(path: PathBuf) -> Self {
        Self {
            path,
            history: Mutex::new(None),
        }
    }

    /// Whether there is a history yet.
    pub fn is_there(&self) -> bool {
        self.path.exists()
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
