//! In: key files, passphrases, requests for new keys. Out: answers of named threads; typing never waits for them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use zeroize::Zeroizing;

use crate::core::finding::{Explain as _, Message};
use crate::core::key::ring::{Entry, EntryId, Source};
use crate::core::key::write::{self, PrivateForm};
use crate::core::key::{self, KeyError, LockedKey, Passphrase, PrivateKey, Unusable, read};
use crate::core::signing::sign::SignError;
use crate::core::store::{self, Access, FileError, Output};

use super::jobs::{Answer, Jobs, Then, save};

/// What a thread has to say about keys.
#[derive(Debug)]
pub enum KeyAnswer {
    /// All keys of a file or of pasted text, or why there is none; and the entry that was to sign.
    Read(Source, Option<EntryId>, Result<Vec<Entry>, Message>),
    /// Keys of a file that was remembered; what cannot be read any more is not said unasked.
    Remembered(Vec<Entry>),
    /// A locked key was opened, or why it was not.
    Opened(EntryId, Result<Arc<PrivateKey>, KeyError>),
    /// A pair was made; `None` where that was stopped.
    Generated(Result<Option<Arc<PrivateKey>>, Unusable>),
    /// A file for a key was chosen.
    Chosen(PathBuf),
    /// A private key was saved.
    Saved(EntryId, Result<PathBuf, Message>),
}

impl Jobs {
    /// Reads all keys of a file.
    pub fn read_key_file(&self, path: PathBuf, wanted: Option<EntryId>) {
        self.spawn("job.key_file", move || {
            let entries = entries_of(&path).map_err(|error| error.message());
            Answer::Key(KeyAnswer::Read(Source::File(path, 1), wanted, entries))
        });
    }

    /// Reads the public keys that were remembered. Each file has a job of its own: a dead disk holds up no other.
    pub fn read_remembered(&self, paths: Vec<PathBuf>) {
        for path in paths {
            self.spawn("job.key_file", move || {
                let public =
                    entries_of(&path).into_iter().flatten().filter(|entry| entry.content.is_public()).collect();
                Answer::Key(KeyAnswer::Remembered(public))
            });
        }
    }

    /// Reads keys from pasted text.
    pub fn read_key_text(&self, text: Zeroizing<String>) {
        self.spawn("job.key_text", move || {
            let entries = entries(text.as_bytes(), |_| Source::Pasted, false).map_err(|error| error.message());
            Answer::Key(KeyAnswer::Read(Source::Pasted, None, entries))
        });
    }

    /// Opens a key with a passphrase.
    pub fn open_key(&self, id: EntryId, key: LockedKey, passphrase: Passphrase) {
        self.spawn("job.passphrase", move || {
            let opened = key.open(&passphrase).map(Arc::new);
            Answer::Key(KeyAnswer::Opened(id, opened))
        });
    }

    /// Makes a new pair; raising the flag stops it.
    pub fn generate_key(&self) -> Arc<AtomicBool> {
        let stop = Arc::new(AtomicBool::new(false));
        let watched = Arc::clone(&stop);
        self.spawn("job.new_key", move || {
            let made = key::generate(&watched);
            Answer::Key(KeyAnswer::Generated(made.map(|key| key.map(Arc::new))))
        });
        stop
    }
}

/// Writes a private key where the user wants it, for its owner alone.
pub fn save_private_key(
    id: EntryId,
    key: Arc<PrivateKey>,
    form: PrivateForm,
    passphrase: Option<Passphrase>,
    others: Vec<PathBuf>,
) -> Then {
    Then(Box::new(move |path, overwrite| {
        let text = match &passphrase {
            Some(passphrase) => write::encrypted(&key, passphrase, &mut rand::rng()),
            None => write::private(&key, form),
        };
        let saved = text.map_err(|_| SignError.message()).and_then(|text| {
            let output = Output { path: &path, bytes: text.as_bytes(), access: Access::Owner };
            save(output, &others, overwrite)
        });
        Answer::Key(KeyAnswer::Saved(id, saved.map(|()| path)))
    }))
}

/// All keys of a file.
pub fn entries_of(path: &Path) -> Result<Vec<Entry>, FileError> {
    let file = store::regular_key_file(path)?;
    entries(&file.bytes, |line| Source::File(path.to_owned(), line), file.exposed).map_err(FileError::Key)
}

/// All keys of a text; where there are none, what is wrong with the first.
fn entries(bytes: &[u8], source: impl Fn(usize) -> Source, exposed: bool) -> Result<Vec<Entry>, KeyError> {
    let mut entries = Vec::new();
    let mut fault = None;
    for item in read::read(bytes)? {
        let line = item.line;
        if let Err(error) = &item.material {
            fault.get_or_insert_with(|| error.clone());
        }
        entries.extend(Entry::of_item(item, source(line), exposed));
    }
    match fault {
        Some(fault) if entries.is_empty() => Err(fault),
        _ => Ok(entries),
    }
}
