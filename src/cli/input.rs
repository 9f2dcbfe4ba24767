//! In: a file's path, or `-` for standard input; a result. Out: its text or keys; the result on standard output.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;

use super::Failure;
use super::passphrase::PassphraseArgs;
use crate::core::key::{Item, Material, PrivateKey, read};
use crate::core::store::{self, FileError};
use crate::texts::Lang;

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

/// The bytes of a payload, in whatever encoding it is.
///
/// # Errors
/// A [`Failure`] with exit code 2 where it cannot be read or is too large.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let read = if path == Path::new("-") {
        store::bytes(io::stdin().lock(), "-")
    } else {
        File::open(path)
            .map_err(|error| store::unreadable(path, &error))
            .and_then(|file| store::bytes(file, &path.display().to_string()))
    };
    read.map_err(|error| Failure::input(&error))
}

/// All keys of a file.
///
/// # Errors
/// A [`Failure`] with exit code 2 where the file cannot be read or holds no key at all.
pub fn keys(path: &Path) -> Result<(Vec<Item>, bool), Failure> {
    let file = store::key_file(path).map_err(|error| Failure::input(&error))?;
    let items = read::read(&file.bytes).map_err(|error| Failure::input(&error))?;
    Ok((items, file.exposed))
}

/// The private key in a file; an encrypted one is opened where it is the only one.
///
/// # Errors
/// A [`Failure`] with exit code 2 where the file cannot be read or holds no usable key, or the passphrase is wrong.
pub fn private_key(path: &Path, passphrase: &PassphraseArgs, lang: Lang) -> Result<PrivateKey, Failure> {
    let (mut items, _) = keys(path)?;
    let has_open = items.iter().any(|item| matches!(item.material, Ok(Material::Private(_))));
    for item in items.iter_mut().filter(|_| !has_open) {
        if let Ok(Material::Locked(locked)) = &item.material {
            let passphrase = passphrase.passphrase(path, lang)?;
            item.material = locked.open(&passphrase).map(Box::new).map(Material::Private);
            break;
        }
    }
    read::private_of(items).map_err(|error| Failure::input(&error))
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
