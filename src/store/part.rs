//! In: a folder. Out: part files in it, which become other files when they are whole; those of a
//! killed run are tidied.

use std::fs::{self, File, Metadata, TryLockError};
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

/// Part files are called `.tt-order-builder.<random>.part`.
const PREFIX: &str = ".tt-order-builder.";
const SUFFIX: &str = ".part";

/// The ending of what is kept, which is never tidied.
const KEPT: &str = ".old";

/// Random characters in a part's name.
const RANDOM: usize = 16;

/// Makes a part file: a new one (`O_EXCL`), for its owner alone. It is locked as long as it is
/// open, by which others see that somebody works on it, and goes away unless it becomes another
/// file.
pub fn create(folder: &Path) -> io::Result<NamedTempFile> {
    loop {
        let part = named(SUFFIX).tempfile_in(folder).map_err(plain)?;
        // Another run may be tidying it at this moment. Where the file system has no locks, nothing
        // is tidied either.
        if matches!(part.as_file().try_lock(), Err(TryLockError::WouldBlock)) {
            continue;
        }

        // Or may have done so before it was locked.
        if part.path().symlink_metadata().is_ok() {
            return Ok(part);
        }
    }
}

/// The present content of a file under a second name, so that it can be had back. It goes away when
/// it is dropped; after a kill it stays, as it may be the only copy then.
pub struct Kept(Held);

enum Held {
    /// A second name of the same file.
    Linked(NamedTempFile<()>),
    /// A copy, where the file system has no second names.
    Copied(NamedTempFile),
}

impl Kept {
    /// Keeps a file; `None` where there is none.
    pub fn of(target: &Path) -> io::Result<Option<Self>> {
        if !target.try_exists()? {
            return Ok(None);
        }

        let folder = folder_of(target);
        if let Ok(link) = named(KEPT).make_in(folder, |path| fs::hard_link(target, path)) {
            return Ok(Some(Self(Held::Linked(link))));
        }

        let mut old = File::open(target)?;
        let mut copy = named(KEPT).tempfile_in(folder).map_err(plain)?;
        io::copy(&mut old, &mut copy)?;
        copy.as_file()
            .set_permissions(old.metadata()?.permissions())?;
        copy.as_file().sync_all()?;

        Ok(Some(Self(Held::Copied(copy))))
    }

    /// Gives the file its old content back.
    pub fn put_back(self, target: &Path) -> io::Result<()> {
        match self.0 {
            Held::Linked(link) => link.persist(target).map(drop).map_err(|error| error.error),
            Held::Copied(copy) => copy.persist(target).map(drop).map_err(|error| error.error),
        }
    }
}

fn named(suffix: &'static str) -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(suffix).rand_bytes(RANDOM);
    builder
}

/// The system's own error: the name of a part means nothing to who reads it.
fn plain(error: io::Error) -> io::Error {
    let inner = error
        .get_ref()
        .and_then(|error| error.source())
        .and_then(|error| error.downcast_ref::<io::Error>());
    inner
        .and_then(io::Error::raw_os_error)
        .map_or(error, io::Error::from_raw_os_error)
}

/// Removes part files that a killed run has left: our own regular files, under a part's name, on
/// which nobody works.
pub fn tidy(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_part = name.to_str().is_some_and(is_part);

        // Of the entry itself: a link that someone planted is not followed.
        if is_part
            && entry
                .metadata()
                .is_ok_and(|found| found.is_file() && is_ours(&found))
        {
            remove_abandoned(&entry.path());
        }
    }
}

fn is_part(name: &str) -> bool {
    let random = name
        .strip_prefix(PREFIX)
        .and_then(|rest| rest.strip_suffix(SUFFIX));
    random.is_some_and(|random| {
        random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Removes a part on which nobody holds the lock.
fn remove_abandoned(path: &Path) {
    let Ok(part) = File::open(path) else { return };
    // Held until it is gone: who makes a part of this name meanwhile sees that, and takes another
    // one.
    if part.try_lock().is_ok() {
        // It stays where it may not be removed; it does no harm.
        let _ = fs::remove_file(path);
    }
}

#[cfg(unix)]
fn is_ours(found: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    found.uid() == rustix::process::geteuid().as_raw()
}

#[cfg(not(unix))]
fn is_ours(_: &Metadata) -> bool {
    true
}

/// The folder in which a path stands.
pub fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_abandoned_parts_are_tidied() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let abandoned = at(".tt-order-builder.0123456789abcdef.part");
        fs::write(&abandoned, "cut").unwrap();
        let strangers = [
            "key.pem.123.part",
            ".tt-order-builder.x.part",
            ".tt-order-builder.0123456789abcde-.part",
        ];

        for name in strangers {
            fs::write(at(name), "mine").unwrap();
        }

        let live = create(folder.path()).unwrap();

        tidy(folder.path());

        assert!(!abandoned.exists());
        assert!(live.path().exists());
        for name in strangers {
            assert_eq!(fs::read(at(name)).unwrap(), b"mine", "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_planted_link_leads_nowhere() {
        let folder = tempfile::tempdir().unwrap();
        let victim = folder.path().join("victim");
        fs::write(&victim, "precious").unwrap();
        let planted = folder
            .path()
            .join(".tt-order-builder.0123456789abcdef.part");
        std::os::unix::fs::symlink(&victim, &planted).unwrap();
        tidy(folder.path());
        assert_eq!(fs::read(&victim).unwrap(), b"precious");
        assert!(planted.symlink_metadata().is_ok());
    }
}
