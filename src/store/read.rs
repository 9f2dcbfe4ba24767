//! In: a path. Out: a file's text, or the bytes of a key file, or a sentence on why not.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

use zeroize::Zeroizing;

use crate::core::finding::{Explain, Message};
use crate::core::key::{KeyError, MAX_FILE_BYTES};

/// Megabytes of an order document at most.
pub const ORDER_LIMIT_MB: u64 = 16;

/// Whether a text is larger than an order document may be.
pub fn is_too_large(text: &str) -> bool {
    u64::try_from(text.len()).is_ok_and(|bytes| bytes > ORDER_LIMIT_MB << 20)
}

/// Why a file could not be taken.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum FileError {
    /// It does not open, or reading stops.
    Unreadable {
        /// The file, as named by the user.
        path: String,
        /// What the system says.
        reason: String,
    },
    /// More than [`ORDER_LIMIT_MB`].
    TooLarge {
        /// The file, as named by the user.
        path: String,
    },
    /// An order must be UTF-8.
    NotUtf8 {
        /// The file, as named by the user.
        path: String,
        /// The first wrong byte, from 1.
        position: usize,
    },
    /// It was read, but is no key file.
    Key(KeyError),
}

/// The bytes that `source` gives, at most [`ORDER_LIMIT_MB`]; `name` stands in the sentence where
/// it fails.
///
/// # Errors
/// [`FileError`] where it cannot be read or is too large.
pub fn bytes(source: impl Read, name: &str) -> Result<Vec<u8>, FileError> {
    let path = name.to_owned();
    match read_limited(source, ORDER_LIMIT_MB << 20) {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(FileError::TooLarge { path }),
        Err(error) => Err(FileError::Unreadable {
            path,
            reason: error.to_string(),
        }),
    }
}

/// The text that `source` gives, as [`bytes`] does.
///
/// # Errors
/// [`FileError`] where it cannot be read, is too large or is no UTF-8.
pub fn order_text(source: impl Read, name: &str) -> Result<String, FileError> {
    String::from_utf8(bytes(source, name)?).map_err(|error| FileError::NotUtf8 {
        path: name.to_owned(),
        position: error.utf8_error().valid_up_to() + 1,
    })
}

/// The bytes of a key file, which are wiped when they are dropped.
pub struct KeyFile {
    /// Its bytes.
    pub bytes: Zeroizing<Vec<u8>>,
    /// Whether others on this machine can read it; false where the system has no such notion.
    pub exposed: bool,
}

/// Reads a key file, which may be a pipe as well.
///
/// # Errors
/// [`FileError`] where the file cannot be read or is too large for a key.
pub fn key_file(path: &Path) -> Result<KeyFile, FileError> {
    let unreadable = |error: io::Error| unreadable(path, &error);
    let file = File::open(path).map_err(unreadable)?;
    key_file_of(file).map_err(unreadable)?
}

/// Reads a key file for the window: only a file can be one, and nothing is waited for.
///
/// # Errors
/// [`FileError`] where the file cannot be read or is too large for a key.
pub fn regular_key_file(path: &Path) -> Result<KeyFile, FileError> {
    let unreadable = |error: io::Error| unreadable(path, &error);
    let file = open_regular(path).map_err(unreadable)?;
    key_file_of(file).map_err(unreadable)?
}

fn key_file_of(file: File) -> io::Result<Result<KeyFile, FileError>> {
    let metadata = file.metadata()?;
    // Reserved in full: a growing buffer would leave copies of the key behind.
    let size = if metadata.is_file() {
        metadata.len().min(MAX_FILE_BYTES)
    } else {
        MAX_FILE_BYTES
    };

    let mut bytes = Zeroizing::new(Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 2));
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|read| read > MAX_FILE_BYTES) {
        return Ok(Err(FileError::Key(KeyError::TooLarge)));
    }

    Ok(Ok(KeyFile {
        bytes,
        exposed: metadata.is_file() && is_exposed(&metadata),
    }))
}

/// Opens a file that must be one: a FIFO would let us wait for ever, a device has no end.
///
/// # Errors
/// What the system says; [`io::ErrorKind::InvalidInput`] where it is anything else.
pub fn open_regular(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);

    #[cfg(unix)]
    without_waiting(&mut options);
    let file = options.open(path)?;
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"))
    }
}

/// Nothing is waited for while opening, whatever stands at the path.
#[cfg(unix)]
pub(super) fn without_waiting(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
    options.custom_flags(i32::try_from(flags.bits()).unwrap_or_default());
}

/// Whether group or others may read a file.
#[cfg(unix)]
fn is_exposed(metadata: &Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    metadata.permissions().mode() & 0o044 != 0
}

#[cfg(not(unix))]
fn is_exposed(_: &Metadata) -> bool {
    false
}

/// The error of a file that the system does not let us use.
pub fn unreadable(path: &Path, error: &io::Error) -> FileError {
    FileError::Unreadable {
        path: path.display().to_string(),
        reason: error.to_string(),
    }
}

/// All bytes, or `None` where there are more than `limit`.
fn read_limited(source: impl Read, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    source.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(u64::try_from(bytes.len())
        .is_ok_and(|read| read <= limit)
        .then_some(bytes))
}

impl Explain for FileError {
    fn message(&self) -> Message {
        match self {
            Self::Unreadable { path, reason } => Message::new("file.unreadable")
                .with("path", path)
                .with("reason", reason),
            Self::TooLarge { path } => Message::new("file.too_large")
                .with("path", path)
                .with("limit", ORDER_LIMIT_MB),
            Self::NotUtf8 { path, position } => Message::new("file.not_utf8")
                .with("path", path)
                .with("position", position),
            Self::Key(error) => error.message(),
        }
    }
}
