//! In: a file's path, or `-` for standard input; a result. Out: its text or key; the result on standard output.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;

use super::Failure;
use crate::core::key::PrivateKey;
use crate::core::store::{self, FileError};

/// The text of an order file.
///
/// # Errors
/// A [`Failure`] with exit code 2 where it cannot be read, is too large or is no UTF-8.
pub fn order_text(path: &Path) -> Result<String, Failure> {
    let read = if path == Path::new("-") {
        store::order_text(io::stdin().lock(), "-")
    } else {
        File::open(path)
            .map_err(|error| store::unreadable(path, &error))
            .and_then(|file| store::order_text(file, &path.display().to_string()))
    };
    read.map_err(|error| Failure::input(&error))
}

/// The private key in a file.
///
/// # Errors
/// A [`Failure`] with exit code 2 where the file cannot be read or holds no usable key.
pub fn private_key(path: &Path) -> Result<PrivateKey, Failure> {
    store::private_key(path).map_err(|error| Failure::input(&error))
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
