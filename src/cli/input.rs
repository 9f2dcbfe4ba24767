//! In: a file's path, or `-` for standard input. Out: its bytes or text, or a sentence on why not.

use std::fs::File;
use std::io::{self, Read, Write as _};
use std::path::Path;

use zeroize::Zeroizing;

use super::Failure;
use crate::core::finding::{Explain, Message};
use crate::core::key::{KeyError, MAX_FILE_BYTES, PrivateKey};

/// Megabytes of an order document at most.
const ORDER_LIMIT_MB: u64 = 16;

/// Why a file could not be taken.
#[derive(Debug)]
pub enum FileError {
    Unreadable { path: String, reason: String },
    TooLarge { path: String },
    NotUtf8 { path: String, position: usize },
}

/// The text of an order file.
///
/// # Errors
/// A [`Failure`] with exit code 2 where it cannot be read, is too large or is no UTF-8.
pub fn order_text(path: &Path) -> Result<String, Failure> {
    let shown = path.display().to_string();
    let limit = ORDER_LIMIT_MB << 20;
    let read = if path == Path::new("-") {
        read_limited(io::stdin().lock(), limit)
    } else {
        File::open(path).and_then(|file| read_limited(file, limit))
    };
    let error = match read.map(|bytes| bytes.map(String::from_utf8)) {
        Ok(Some(Ok(text))) => return Ok(text),
        Ok(Some(Err(error))) => FileError::NotUtf8 { path: shown, position: error.utf8_error().valid_up_to() + 1 },
        Ok(None) => FileError::TooLarge { path: shown },
        Err(error) => FileError::Unreadable { path: shown, reason: error.to_string() },
    };
    Err(Failure::input(&error))
}

/// The private key in a file.
///
/// # Errors
/// A [`Failure`] with exit code 2 where the file cannot be read or holds no usable key.
pub fn private_key(path: &Path) -> Result<PrivateKey, Failure> {
    let unreadable = |error: io::Error| {
        Failure::input(&FileError::Unreadable { path: path.display().to_string(), reason: error.to_string() })
    };
    let file = File::open(path).map_err(unreadable)?;
    // Reserved in full: a growing buffer would leave copies of the key behind.
    let size = file.metadata().map_or(0, |metadata| metadata.len()).min(MAX_FILE_BYTES);
    let mut bytes = Zeroizing::new(Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1));
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    PrivateKey::from_pem(&bytes).map_err(|error: KeyError| Failure::input(&error))
}

/// Writes the result and a line end on standard output.
///
/// # Errors
/// A [`Failure`] with exit code 2 where standard output is closed or full.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let written =
        out.write_all(text.as_bytes()).and_then(|()| if text.ends_with('\n') { Ok(()) } else { out.write_all(b"\n") });
    written.and_then(|()| out.flush()).map_err(|error| {
        Failure::input(&FileError::Unreadable { path: "stdout".to_owned(), reason: error.to_string() })
    })
}

/// All bytes, or `None` where there are more than `limit`.
fn read_limited(source: impl Read, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    source.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(u64::try_from(bytes.len()).is_ok_and(|read| read <= limit).then_some(bytes))
}

impl Explain for FileError {
    fn message(&self) -> Message {
        match self {
            Self::Unreadable { path, reason } => {
                Message::new("file.unreadable").with("path", path).with("reason", reason)
            }
            Self::TooLarge { path } => Message::new("file.too_large").with("path", path).with("limit", ORDER_LIMIT_MB),
            Self::NotUtf8 { path, position } => {
                Message::new("file.not_utf8").with("path", path).with("position", position)
            }
        }
    }
}
