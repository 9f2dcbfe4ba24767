//! In: a folder. Out: part files in it, which become other files when they are whole; those of a killed run are tidied.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

use super::write::folder_of;

/// Part files are called `.tt-order-builder.<random>.part`.
const PREFIX: &str = ".tt-order-builder.";
const SUFFIX: &str = ".part";

/// Random characters in a part's name.
const RANDOM: usize = 16;

/// Makes a part file: a new one (`O_EXCL`), for its owner alone. It is locked as long as it is open, by which others see
/// that somebody works on it, and goes away unless it becomes another file.
pub fn create(folder: &Path) -> io::Result<NamedTempFile> {
    loop {
        let part = tempfile::Builder::new().prefix(PREFIX).suffix(SUFFIX).rand_bytes(RANDOM).tempfile_in(folder)?;
        // Where the file system has no locks, nothing is tidied either.
        let _ = part.as_file().try_lock();

        // Another run may have tidied it before it was locked.
        if part.path().symlink_metadata().is_ok() {
            return Ok(part);
        }
    }
}

/// Keeps the present content of a file under a part's name, so that it can be had back; `None` where there is no file.
pub fn keep(target: &Path) -> io::Result<Option<NamedTempFile>> {
    let mut old = match File::open(target) {
        Ok(old) => old,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut kept = create(folder_of(target))?;
    io::copy(&mut old, &mut kept)?;
    kept.as_file().set_permissions(old.metadata()?.permissions())?;
    kept.as_file().sync_all()?;
    Ok(Some(kept))
}

/// Removes part files that a killed run has left: our own regular files, under a part's name, on which nobody works.
pub fn tidy(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_part = name.to_str().is_some_and(is_part);
        // Of the entry itself: a link that someone planted is not followed.
        if is_part && entry.metadata().is_ok_and(|found| found.is_file() && is_ours(&found)) {
            remove_abandoned(&entry.path());
        }
    }
}

fn is_part(name: &str) -> bool {
    let random = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(SUFFIX));
    random.is_some_and(|random| random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Removes a part on which nobody holds the lock.
fn remove_abandoned(path: &Path) {
    if File::open(path).is_ok_and(|part| part.try_lock().is_ok()) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_abandoned_parts_are_tidied() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let abandoned = at(".tt-order-builder.0123456789abcdef.part");
        fs::write(&abandoned, "cut").unwrap();
        let strangers = ["key.pem.123.part", ".tt-order-builder.x.part", ".tt-order-builder.0123456789abcde-.part"];
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
        let planted = folder.path().join(".tt-order-builder.0123456789abcdef.part");
        std::os::unix::fs::symlink(&victim, &planted).unwrap();
        tidy(folder.path());
        assert_eq!(fs::read(&victim).unwrap(), b"precious");
        assert!(planted.symlink_metadata().is_ok());
    }
}
