//! In: paths and bytes. Out: files that have either their old content or all of the new one,
//! several all or none.

use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::part::{self, Kept, folder_of};
use crate::core::finding::{Explain, Message};

/// Who may read a file that is written, whatever the umask says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Its owner alone: mode 0600 where there are modes.
    Owner,
    /// Everyone: mode 0644.
    Everyone,
}

/// A file to write.
#[derive(Clone, Copy)]
pub struct Output<'o> {
    /// Where to.
    pub path: &'o Path,
    /// Its whole content.
    pub bytes: &'o [u8],
    /// Who may read it.
    pub access: Access,
}

/// Why nothing was written: all files have their old content.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum WriteError {
    /// There is such a file, and it was not said that it may be replaced.
    Exists(PathBuf),
    /// Two outputs, or an output and an input, are one file.
    SameFile(PathBuf),
    /// A folder has this name.
    IsFolder(PathBuf),
    /// A device, FIFO or socket has this name: it is never replaced by a file.
    Special(PathBuf),
    /// A symbolic link to a file that is not there.
    Dangling(PathBuf),
    /// The folder is not there; one that was misspelled must not come into being.
    NoFolder(PathBuf),
    /// What the system says.
    Failed(PathBuf, io::Error),
}

/// Writes one file, or several of which all are written or none. A symbolic link stays one, and the
/// file that it leads to is written.
///
/// # Errors
/// [`WriteError`]; nothing is changed then.
pub fn write(outputs: &[Output<'_>], overwrite: bool) -> Result<(), WriteError> {
    let paths: Vec<&Path> = outputs.iter().map(|output| output.path).collect();
    let targets = targets(&paths, overwrite)?;

    // What can go wrong goes wrong here, beside the files: a full disk, a folder that may not be
    // written.
    let mut staged = Vec::new();
    for (output, target) in outputs.iter().zip(targets) {
        let failed = |error| WriteError::Failed(output.path.to_owned(), error);
        part::tidy(folder_of(&target));
        let part = stage(output, &target).map_err(failed)?;
        let before = if outputs.len() > 1 {
            Kept::of(&target).map_err(failed)?
        } else {
            None
        };

        staged.push((part, target, before));
    }

    let mut done: Vec<(PathBuf, Option<Kept>)> = Vec::new();
    for (part, target, before) in staged {
        let renamed = if overwrite {
            part.persist(&target)
        } else {
            part.persist_noclobber(&target)
        };

        if let Err(error) = renamed {
            take_back(done);
            return Err(match error.error.kind() {
                io::ErrorKind::AlreadyExists => WriteError::Exists(target),
                _ => WriteError::Failed(target, error.error),
            });
        }

        done.push((target, before));
    }

    for (target, _) in &done {
        sync_folder(target);
    }

    Ok(())
}

/// Whether files of these names can be written, as far as can be told before: nobody likes to type
/// a passphrase for nothing.
///
/// # Errors
/// [`WriteError`] with what stands in the way.
pub fn check_targets(paths: &[&Path], overwrite: bool) -> Result<(), WriteError> {
    targets(paths, overwrite).map(drop)
}

/// The files that are really written, no two of them the same.
fn targets(paths: &[&Path], overwrite: bool) -> Result<Vec<PathBuf>, WriteError> {
    let targets: Vec<PathBuf> = paths
        .iter()
        .map(|path| target(path, overwrite))
        .collect::<Result<_, _>>()?;
    for (place, one) in targets.iter().enumerate() {
        if targets[..place].iter().any(|other| same_file(one, other)) {
            return Err(WriteError::SameFile(paths[place].to_owned()));
        }
    }

    Ok(targets)
}

/// Whether two paths lead to one file: the same one where both are there, else the same name in the
/// same folder.
pub fn same_file(one: &Path, other: &Path) -> bool {
    if let (Ok(one_found), Ok(other_found)) = (fs::metadata(one), fs::metadata(other)) {
        return is_same(one, &one_found, other, &other_found);
    }

    let folder = |path: &Path| folder_of(path).canonicalize().ok();
    // Systems whose users do not tell capitals apart.
    let name = |path: &Path| {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        if cfg!(any(windows, target_os = "macos")) {
            name.map(|name| name.to_lowercase())
        } else {
            name
        }
    };

    folder(one).is_some() && folder(one) == folder(other) && name(one) == name(other)
}

/// Whether two files are one, told without opening them: a pipe that is opened loses what is in it.
#[cfg(unix)]
fn is_same(_: &Path, one: &Metadata, _: &Path, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_same(one: &Path, one_found: &Metadata, other: &Path, other_found: &Metadata) -> bool {
    one_found.is_file()
        && other_found.is_file()
        && same_file::is_same_file(one, other).unwrap_or(false)
}

/// The file that is really written under a name.
fn target(path: &Path, overwrite: bool) -> Result<PathBuf, WriteError> {
    let failed = |error| WriteError::Failed(path.to_owned(), error);
    let found = match fs::symlink_metadata(path) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let folder = folder_of(path);
            return if folder.is_dir() && path.file_name().is_some() {
                Ok(path.to_owned())
            } else {
                Err(WriteError::NoFolder(folder.to_owned()))
            };
        }
        Err(error) => return Err(failed(error)),
    };

    // Where a link leads, if it leads anywhere.
    let (target, kind) = if found.is_symlink() {
        let target = path.canonicalize().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => WriteError::Dangling(path.to_owned()),
            _ => failed(error),
        })?;
        let kind = fs::metadata(&target).map_err(failed)?;
        (target, kind)
    } else {
        (path.to_owned(), found)
    };

    if kind.is_dir() {
        return Err(WriteError::IsFolder(path.to_owned()));
    }
    if !kind.is_file() {
        return Err(WriteError::Special(path.to_owned()));
    }

    if overwrite {
        Ok(target)
    } else {
        Err(WriteError::Exists(path.to_owned()))
    }
}

/// The new content in a part file beside its target.
fn stage(output: &Output<'_>, target: &Path) -> io::Result<NamedTempFile> {
    let mut part = part::create(folder_of(target))?;
    part.write_all(output.bytes)?;
    allow(part.as_file(), output.access)?;
    part.as_file().sync_all()?;
    Ok(part)
}

/// Sets the mode itself: a umask only takes rights away from what is asked for.
#[cfg(unix)]
fn allow(file: &File, access: Access) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(Permissions::from_mode(match access {
        Access::Owner => 0o600,
        Access::Everyone => 0o644,
    }))
}

#[cfg(not(unix))]
fn allow(_: &File, _: Access) -> io::Result<()> {
    Ok(())
}

/// Gives the files that were written already their old content, or takes them away where they had
/// none.
fn take_back(done: Vec<(PathBuf, Option<Kept>)>) {
    for (target, before) in done {
        // Nothing more can be done where this fails too; the error that led here is told.
        let _ = match before {
            Some(before) => before.put_back(&target),
            None => fs::remove_file(&target),
        };
    }
}

/// A renamed file is safe from a power cut once its folder is written.
fn sync_folder(target: &Path) {
    // Some systems do not let a folder be opened; the file itself is written.
    if let Ok(folder) = File::open(folder_of(target)) {
        let _ = folder.sync_all();
    }
}

impl Explain for WriteError {
    fn message(&self) -> Message {
        let at = |code: &str, path: &Path| Message::new(code).with("path", path.display());
        match self {
            Self::Exists(path) => at("write.exists", path),
            Self::SameFile(path) => at("write.same_file", path),
            Self::IsFolder(path) => at("write.is_folder", path),
            Self::Special(path) => at("write.special", path),
            Self::Dangling(path) => at("write.dangling", path),
            Self::NoFolder(folder) => at("write.no_folder", folder),
            Self::Failed(path, error) => at("write.failed", path).with("reason", error),
        }
    }
}
