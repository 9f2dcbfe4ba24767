//! In: the documents that are open. Out: a file that keeps them until the next start; each running
//! copy has its own, and what a killed one has left is taken over.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::own_file::{json, locked};
use super::part;

use super::write::{Access, Output, WriteError, write};
use crate::core::key::profile::ProfileId;
use crate::core::order::KeptDocument;

/// Copies that run beside each other at most; one more keeps nothing.
const MOST_COPIES: usize = 16;

/// Bytes of a file at most: some tabs with the largest orders.
const LIMIT: u64 = 1 << 30;

/// A document as it is kept, with the file that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptTab {
    /// The document.
    #[serde(flatten)]
    pub document: KeptDocument,
    /// Whom it is signed for.
    #[serde(default)]
    pub profile: ProfileId,
    /// The template that it was begun with.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub template: String,
    /// Its file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<PathBuf>,
    /// SHA-256 of the file as it was read or written last, in hex digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
}

/// The documents of one window.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Those that are open, from left to right.
    #[serde(default)]
    pub tabs: Vec<KeptTab>,
    /// The place of the one in front.
    #[serde(default)]
    pub active: usize,
    /// Those that were closed, the last one last.
    #[serde(default)]
    pub closed: Vec<KeptTab>,
}

/// The file in which one running copy keeps its documents.
#[derive(Debug)]
pub struct SessionFile {
    path: PathBuf,
    /// Number of the newest state that was written.
    newest: Mutex<u64>,
    /// Held as long as the copy runs.
    _lock: File,
}

/// What a start finds.
#[derive(Debug)]
pub struct Found {
    /// The file of this copy; `None` where none can be had.
    pub file: Option<SessionFile>,
    /// What was kept there, and what killed copies have left.
    pub kept: Kept,
    /// A file that could not be read, and lies under this name now.
    pub set_aside: Option<PathBuf>,
    /// What the system says where something could not be had.
    pub obstacle: Option<String>,
}

impl SessionFile {
    /// The folder that the system gives to programs, if it gives one.
    pub fn folder() -> Option<PathBuf> {
        let folders = directories::ProjectDirs::from("", "", "tt-order-builder")?;
        Some(folders.data_local_dir().join("open"))
    }

    /// Takes the first file of a folder that no other copy has, and what stands in all that no copy
    /// has.
    pub fn claim(folder: &Path) -> Found {
        let mut found = Found {
            file: None,
            kept: Kept::default(),
            set_aside: None,
            obstacle: None,
        };
        if let Err(error) = fs::create_dir_all(folder) {
            found.obstacle = Some(error.to_string());
            return found;
        }

        part::tidy(folder);
        for number in 0..MOST_COPIES {
            let path = folder.join(format!("{number}.json"));
            if found.file.is_some() && !path.exists() {
                continue;
            }
            let lock = match locked(&folder.join(format!("{number}.lock"))) {
                Ok(lock) => lock,
                Err(error) => {
                    found.obstacle = Some(error.to_string());
                    continue;
                }
            };

            match json(&path, LIMIT) {
                Ok(Some(kept)) => found.take(kept),
                Ok(None) => {}
                Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                    // What can be neither read nor moved is not written over.
                    let Some(aside) = set_aside(&path) else {
                        continue;
                    };
                    found.set_aside = Some(aside);
                }
                Err(_) => continue,
            }
            if found.file.is_none() {
                found.file = Some(Self {
                    path,
                    newest: Mutex::new(0),
                    _lock: lock,
                });
            } else {
                // What stood in it is kept here from now on; see `keep`.
                found.left(&path);
            }
        }
        found
    }

    /// Writes what is open, which is state `number`; one that comes late, behind a newer one, is
    /// not written any more.
    ///
    /// # Errors
    /// [`WriteError`]; the file has its old content then.
    pub fn keep(&self, number: u64, kept: &Kept) -> Result<(), WriteError> {
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        if number < *newest {
            return Ok(());
        }
        *newest = number;
        let text = serde_json::to_string(kept)
            .map_err(|error| WriteError::Failed(self.path.clone(), error.into()))?;
        let output = Output {
            path: &self.path,
            bytes: text.as_bytes(),
            access: Access::Owner,
        };
        write(&[output], true)
    }
}

impl Found {
    /// Adds what another copy had open.
    fn take(&mut self, kept: Kept) {
        if self.kept.tabs.is_empty() {
            self.kept.active = kept.active;
        }
        self.kept.tabs.extend(kept.tabs);
        self.kept.closed.extend(kept.closed);
    }

    /// Writes what was left by another copy into the file of this one, and only then removes it.
    fn left(&self, path: &Path) {
        let Some(file) = &self.file else { return };
        if file.keep(0, &self.kept).is_ok() {
            // It does no harm where it stays: it is only found twice.
            let _ = fs::remove_file(path);
        }
    }
}

/// Gives a file that cannot be read a name under which nothing stands.
fn set_aside(path: &Path) -> Option<PathBuf> {
    let aside = (1..1000)
        .map(|number| path.with_extension(format!("json.bad-{number}")))
        .find(|aside| aside.symlink_metadata().is_err())?;
    fs::rename(path, &aside).ok()?;
    Some(aside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::key::profile::Defaults;
    use crate::core::order::{Document, OrderForm};

    fn kept(number: &str) -> Kept {
        let document = Document::new(OrderForm::begun(number.to_owned(), &Defaults::default()));
        let document = KeptDocument::of(&document, &document.draft()).unwrap();
        Kept {
            tabs: vec![KeptTab {
                profile: ProfileId(0x0123_4567_89ab),
                template: String::new(),
                document,
                path: Some("/a.json".into()),
                digest: None,
            }],
            ..Kept::default()
        }
    }

    #[test]
    fn copies_keep_apart_what_they_have_and_the_next_start_finds_all_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (kept("1"), kept("2"));

        let first = SessionFile::claim(folder.path());
        let second = SessionFile::claim(folder.path());
        assert_eq!(
            (&first.kept, &second.kept),
            (&Kept::default(), &Kept::default())
        );
        first.file.as_ref().unwrap().keep(1, &one).unwrap();
        second.file.as_ref().unwrap().keep(1, &two).unwrap();

        // The second runs on.
        drop(first);
        let again = SessionFile::claim(folder.path());
        assert_eq!(again.kept, one);

        // Both were killed.
        drop((again, second));
        let both = SessionFile::claim(folder.path());
        assert_eq!(both.kept.tabs, [one.tabs, two.tabs].concat());
        drop(both);
        assert_eq!(SessionFile::claim(folder.path()).kept.tabs.len(), 2);
    }

    #[test]
    fn a_state_that_comes_late_is_not_written() {
        let folder = tempfile::tempdir().unwrap();
        let found = SessionFile::claim(folder.path());
        let file = found.file.unwrap();
        file.keep(2, &kept("new")).unwrap();
        file.keep(1, &kept("old")).unwrap();
        drop(file);
        assert_eq!(SessionFile::claim(folder.path()).kept, kept("new"));
    }

    #[test]
    fn what_lies_behind_a_gap_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let text = serde_json::to_string(&kept("far")).unwrap();
        fs::write(folder.path().join("7.json"), text).unwrap();
        assert_eq!(SessionFile::claim(folder.path()).kept, kept("far"));
    }

    #[test]
    fn a_damaged_file_is_set_aside() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("0.json"), "{\"tabs\":[{").unwrap();
        let found = SessionFile::claim(folder.path());
        assert!(found.file.is_some() && found.kept == Kept::default());
        assert_eq!(fs::read(found.set_aside.unwrap()).unwrap(), b"{\"tabs\":[{");
    }

    #[test]
    fn a_folder_that_is_none_keeps_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(SessionFile::claim(&file).file.is_none());
    }
}
