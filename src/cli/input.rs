//! In: a file's path, or `-` for standard input; a result. Out: its text or keys; the result on
//! standard output.

use std::fs::File;
use std::io::{self, Read, Write as _};
use std::path::Path;

use super::failure::Failure;
use super::passphrase::PassphraseArgs;
use crate::core::diagnosis::Case;
use crate::core::finding::Message;
use crate::core::intake::{self, Intake, What};
use crate::core::json;
use crate::core::key::{Item, Material, PrivateKey, read};
use crate::core::order::import::Source;
use crate::core::order::{Imported, import};
use crate::store::{self, FileError};
use crate::terminal::{harmless, say};
use crate::texts::Lang;

/// The text of an order file.
///
/// # Errors
/// A [`Failure`] with exit code 2 where it cannot be read, is too large or is no UTF-8.
pub fn order_text(path: &Path) -> Result<String, Failure> {
    read(path, store::order_text)
}

/// The order in a file: `data`, a server's answer, a call in a script, a log. A byte-order mark and
/// the white space around it, which editors leave, are no part of it.
///
/// # Errors
/// A [`Failure`] with exit code 2 where there is none.
pub fn order(path: &Path, lang: Lang) -> Result<Imported, Failure> {
    let text = order_text(path)?;
    no_private_key(text.as_bytes(), path)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let imported = import(text.trim())?;
    match (imported.source, &imported.data) {
        (_, Some(_)) => {}
        (Source::Printed, None) => say(&lang.text("intake.was_printed")),
        (Source::Script, None) => say(&lang.text("intake.was_script")),
        (_, None) => say(&lang.text("intake.was_object")),
    }
    say_several(imported.of, lang);

    Ok(imported)
}

/// A payload in a file: its content byte for byte, or what stands inside of an answer, a call, a
/// log or a dump.
///
/// # Errors
/// A [`Failure`] with exit code 2 where it cannot be read or is too large.
pub fn payload(path: &Path, lang: Lang) -> Result<Case, Failure> {
    let data = bytes(path)?;
    no_private_key(&data, path)?;
    let read = std::str::from_utf8(&data).map(intake::read);
    let Ok(Intake {
        what,
        parts,
        is_decoded,
        order_numbers,
    }) = read
    else {
        return Ok(of_file(data));
    };

    let found = parts.data.as_ref();
    let is_around = matches!(what, What::Answer | What::Call | What::Callback);
    if found.is_some_and(|data| data.was_printed) && parts.has_header() {
        return Err(Failure::usage("intake.was_printed"));
    }
    // Without a header beside it, only what stands in a document is certain to be `data`.
    let is_document = std::str::from_utf8(&data).is_ok_and(|text| json::is_json(text.trim()));
    let is_certain = parts.has_header() || is_document && !is_decoded;
    if found.is_some() && is_around && is_certain {
        if found.is_some_and(|data| data.was_object) {
            say(&lang.text("intake.was_object"));
        }
        say_several(order_numbers, lang);
        return Ok(Case::of(parts));
    }
    if found.is_none() && parts.authorization.is_some() {
        return Err(Failure::usage("cli.no_data"));
    }

    Ok(of_file(data))
}

/// Refuses a private key in the place of what a report would show.
///
/// # Errors
/// A [`Failure`] with exit code 2 where there is one.
pub fn no_private_key(bytes: &[u8], path: &Path) -> Result<(), Failure> {
    if read::holds_private_key(bytes) {
        return Err(Failure::usage("cli.input_is_key").of(path));
    }
    Ok(())
}

/// Says that of several orders the first one is taken.
fn say_several(count: usize, lang: Lang) {
    if count > 1 {
        say(&lang.fill("intake.several", &[("count", &count.to_string())]));
    }
}

/// A payload that is the file's content, byte for byte.
fn of_file(data: Vec<u8>) -> Case {
    Case {
        data,
        is_file: true,
        ..Case::default()
    }
}

/// The bytes of a payload, in whatever encoding it is.
///
/// # Errors
/// A [`Failure`] with exit code 2 where it cannot be read or is too large.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    read(path, store::bytes)
}

/// Reads a file, or standard input where its name is `-`.
fn read<T>(
    path: &Path,
    take: impl Fn(Box<dyn Read>, &str) -> Result<T, FileError>,
) -> Result<T, Failure> {
    let source: Result<Box<dyn Read>, FileError> = match path {
        path if path == Path::new("-") => standard_input()
            .map(|input| Box::new(input) as Box<dyn Read>)
            .map_err(|error| store::unreadable(path, &error)),
        path => match File::open(path) {
            Ok(file) => Ok(Box::new(file)),
            Err(error) => Err(store::unreadable(path, &error)),
        },
    };
    source
        .and_then(|source| take(source, &path.display().to_string()))
        .map_err(Failure::from)
}

/// Standard input as a file: the library's own has a buffer that is never wiped, and what was given
/// by mistake may be a private key.
#[cfg(unix)]
fn standard_input() -> io::Result<File> {
    use std::os::fd::AsFd as _;
    io::stdin().as_fd().try_clone_to_owned().map(File::from)
}

/// Standard input; consoles of Windows are read by the library alone.
#[cfg(not(unix))]
fn standard_input() -> io::Result<impl Read> {
    Ok(io::stdin().lock())
}

/// All keys of a file.
///
/// # Errors
/// A [`Failure`] with exit code 2 where the file cannot be read or holds no key at all.
pub fn keys(path: &Path) -> Result<(Vec<Item>, bool), Failure> {
    let file = store::key_file(path).map_err(|error| of_key(&error, path))?;
    let items = read::read(&file.bytes).map_err(|error| Failure::from(error).of(path))?;
    Ok((items, file.exposed))
}

/// The private key in a file; an encrypted one is opened where it is the only one.
///
/// # Errors
/// A [`Failure`] with exit code 2 where the file cannot be read or holds no usable key, or the
/// passphrase is wrong.
pub fn private_key(
    path: &Path,
    passphrase: &PassphraseArgs,
    lang: Lang,
) -> Result<PrivateKey, Failure> {
    let (items, _) = keys(path)?;
    private_of(items, path, passphrase, lang)
}

/// The private key among those of a file; an encrypted one is opened where it is the only one.
///
/// # Errors
/// A [`Failure`] with exit code 2 where none serves, or the passphrase is wrong.
pub fn private_of(
    mut items: Vec<Item>,
    path: &Path,
    passphrase: &PassphraseArgs,
    lang: Lang,
) -> Result<PrivateKey, Failure> {
    let has_open = items
        .iter()
        .any(|item| matches!(item.material, Ok(Material::Private(_))));
    for item in items.iter_mut().filter(|_| !has_open) {
        if let Ok(Material::Locked(locked)) = &item.material {
            let passphrase = passphrase.passphrase(path, lang)?;
            item.material = locked
                .open(&passphrase)
                .map(Box::new)
                .map(Material::Private);
            break;
        }
    }

    read::private_of(items).map_err(|error| Failure::from(error).of(path))
}

/// What keeps a key file from being one; the sentence on a file that cannot be read names it
/// already.
fn of_key(error: &FileError, path: &Path) -> Failure {
    match error {
        FileError::Key(error) => Failure::from(error).of(path),
        _ => Failure::from(error),
    }
}

/// Writes a report for people, in which a terminal finds nothing to act on.
///
/// # Errors
/// As [`print()`].
pub fn print_report(text: &str) -> Result<(), Failure> {
    print(&harmless(text))
}

/// Writes the result and a line end on standard output.
///
/// # Errors
/// A [`Failure`] with exit code 2 where it cannot be written, or without a word where it was
/// closed.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let line_end: &[u8] = if text.ends_with('\n') { b"" } else { b"\n" };
    let written = out
        .write_all(text.as_bytes())
        .and_then(|()| out.write_all(line_end))
        .and_then(|()| out.flush());

    written.map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::closed_pipe(),
        _ => Failure::new(2, Message::new("write.output").with("reason", error)),
    })
}
