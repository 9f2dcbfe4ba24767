//! In: the path of a file that the program keeps for itself. Out: its JSON, and the lock by which
//! running copies keep out of each other's way.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _};
use std::path::Path;

use serde::de::DeserializeOwned;

use super::read::open_regular;

/// The JSON of a file of at most so many bytes; `None` where there is none, or nothing in it.
///
/// # Errors
/// [`io::ErrorKind::InvalidData`] where it is other JSON or none; what the system says else.
pub fn json<T: DeserializeOwned>(path: &Path, limit: u64) -> io::Result<Option<T>> {
    let file = match open_regular(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|read| read > limit) {
        return Err(io::ErrorKind::FileTooLarge.into());
    }

    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    if text.trim_ascii().is_empty() {
        return Ok(None);
    }
    serde_json::from_slice(text)
        .map(Some)
        .map_err(|_| io::ErrorKind::InvalidData.into())
}

/// Locks a file, which is made where it is not there, for as long as it is open.
///
/// # Errors
/// [`io::ErrorKind::WouldBlock`] where another copy has it; what the system says else.
pub fn locked(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        super::read::without_waiting(&mut options);
    }

    let lock = options.open(path)?;
    match lock.try_lock() {
        Err(TryLockError::WouldBlock) => Err(io::ErrorKind::WouldBlock.into()),
        // A file system without locks has one copy at work, most likely.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(lock),
    }
}
