//! Files that jobs read and write for the window.

use std::path::{Path, PathBuf};

use crate::core::finding::{Explain as _, Message};
use crate::core::key::ring::{Entry, Source};
use crate::core::key::{KeyError, read};
use crate::store::{self, Access, FileError, Output, WriteError};
use crate::ui::answer::{Answer, KeyAnswer, Then};

/// Reads a file that may be a private key or an order. It is taken for a key first, in memory that
/// is wiped; only what has nothing of a key about it is read as text.
pub fn dropped(path: PathBuf) -> Answer {
    match entries_of(&path) {
        Err(FileError::Key(KeyError::NoKey | KeyError::TooLarge)) => {
            let text = text_of(&path).map_err(|error| error.message());
            Answer::Order(path, text)
        }
        Err(error @ FileError::Unreadable { .. }) => Answer::Order(path, Err(error.message())),
        keys => Answer::Key(KeyAnswer::Read(
            Source::File(path, 1),
            None,
            keys.map_err(|error| error.message()),
        )),
    }
}

/// The text of a file.
pub fn text_of(path: &Path) -> Result<String, FileError> {
    let file = store::open_regular(path).map_err(|error| store::unreadable(path, &error))?;
    store::order_text(file, &path.display().to_string())
}

/// All keys of a file.
pub fn entries_of(path: &Path) -> Result<Vec<Entry>, FileError> {
    let file = store::regular_key_file(path)?;
    let source = |line| Source::File(path.to_owned(), line);
    entries(&file.bytes, source, file.exposed).map_err(FileError::Key)
}

/// All keys of a text; where there are none, what is wrong with the first.
pub fn entries(
    bytes: &[u8],
    source: impl Fn(usize) -> Source,
    exposed: bool,
) -> Result<Vec<Entry>, KeyError> {
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

/// Writes a text where the user wants it. The files of keys that are loaded here are never written
/// over.
pub fn save_text(text: String, keys: Vec<PathBuf>) -> Then {
    Then(Box::new(move |path, overwrite| {
        let output = Output {
            path: &path,
            bytes: text.as_bytes(),
            access: Access::Everyone,
        };
        Answer::Saved(save(output, &keys, overwrite).map(|()| path))
    }))
}

/// Writes a file, unless it is the file of another key.
///
/// # Errors
/// The sentence on what stands in the way.
pub fn save(output: Output<'_>, keys: &[PathBuf], overwrite: bool) -> Result<(), Message> {
    if keys.iter().any(|key| store::same_file(key, output.path)) {
        return Err(Message::new("write.kept_key").with("path", output.path.display()));
    }
    store::write(&[output], overwrite).map_err(|error| match error {
        // Commands have an option for it, the window has a dialog.
        WriteError::Exists(path) => Message::new("write.exists_here").with("path", path.display()),
        error => error.message(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_is_loaded_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let (key, link) = (folder.path().join("mine"), folder.path().join("link"));
        std::fs::write(&key, "key").unwrap();
        std::fs::hard_link(&key, &link).unwrap();

        for path in [key.clone(), link] {
            let Then(then) = save_text("text".to_owned(), vec![key.clone()]);
            let Answer::Saved(Err(message)) = then(path, true) else {
                panic!("it was written")
            };
            assert_eq!(message.code, "write.kept_key");
        }

        assert_eq!(std::fs::read(&key).unwrap(), b"key");
    }
}
