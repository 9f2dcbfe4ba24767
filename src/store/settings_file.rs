//! In: the path of the settings file. Out: what is in it, and the file with what has changed,
//! whatever stands there.

use std::fs::{self, File};
use std::io;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::{Map, Value};

use super::own_file::{json, locked};
use super::part::{self, folder_of};
use super::settings::Settings;
use super::write::{Access, Output, WriteError, write};
use crate::core::finding::{Explain, Message};
use crate::core::key::profile::ProfileId;
use crate::core::time::Timestamp;

/// Bytes of a settings file at most; a thousand keys have about 300 KB.
const LIMIT: u64 = 16 << 20;

/// The settings file.
#[derive(Clone, Debug)]
pub struct SettingsFile(PathBuf);

/// The settings as a start finds them.
#[derive(Debug, Default)]
pub struct Opened {
    /// What could be read; defaults for the rest.
    pub settings: Settings,
    /// What is to be said about the file, if anything is.
    pub remark: Option<SettingsError>,
}

/// What is wrong with the settings file.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum SettingsError {
    /// It is no JSON, and lies under another name now.
    SetAside(PathBuf),
    /// It cannot be read, and so is not written either.
    Unreadable(PathBuf, io::Error),
    /// It cannot be written.
    Unwritten(WriteError),
    /// Another running copy writes it at this moment; the next try will do.
    Busy,
}

impl SettingsFile {
    /// The settings file at a path.
    pub fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// The settings file in the folder that the system gives to programs, if it gives one.
    pub fn of_user() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "tt-order-builder")?;
        Some(Self(folders.config_dir().join("settings.json")))
    }

    /// Reads the settings. Nothing in the file is a reason not to start; one that is no JSON is set
    /// aside, with `now` in its new name.
    pub fn open(&self, now: Timestamp) -> Opened {
        part::tidy(folder_of(&self.0));
        let remark = match self.read() {
            Ok(Some(document)) => {
                return Opened {
                    settings: Settings::of_document(&document),
                    remark: None,
                };
            }
            Ok(None) => return Opened::default(),
            Err(error) => Some(match error.kind() {
                io::ErrorKind::InvalidData => self.set_aside(now),
                _ => SettingsError::Unreadable(self.0.clone(), error),
            }),
        };
        Opened {
            settings: Settings::default(),
            remark,
        }
    }

    /// Writes what has changed since `before` over what stands in the file now: another copy may
    /// have written it.
    ///
    /// A file that was damaged meanwhile is set aside, which is the remark, and all settings are
    /// written.
    ///
    /// # Errors
    /// [`SettingsError`]; the file has its old content then.
    pub fn save(
        &self,
        settings: &Settings,
        before: &Settings,
        now: Timestamp,
    ) -> Result<Option<SettingsError>, SettingsError> {
        let unwritten = |error| SettingsError::Unwritten(WriteError::Failed(self.0.clone(), error));
        fs::create_dir_all(folder_of(&self.0)).map_err(unwritten)?;

        // As long as it is open, no other copy is between reading and writing.
        let _lock = self.lock()?;

        let nothing = Settings::default();
        let (there, before, remark) = match self.read() {
            Ok(there) => (there.unwrap_or_default(), before, None),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => match self.set_aside(now) {
                aside @ SettingsError::SetAside(_) => (Map::new(), &nothing, Some(aside)),
                error => return Err(error),
            },
            Err(error) => return Err(SettingsError::Unreadable(self.0.clone(), error)),
        };

        self.put(&settings.merged_into(&there, before))?;

        Ok(remark)
    }

    /// The next number of a profile that has counted to `own`: one that no other running copy
    /// gives. A copy that is writing is waited for, a fifth of a second at most; behind that, and
    /// where the file cannot be written or does not have the profile yet, copies count by
    /// themselves. The file is on the disk before the number is used: a power cut gives it to
    /// nobody else.
    pub fn count(&self, profile: ProfileId, own: u64) -> u64 {
        let counted = self.count_in_file(profile, own);
        counted.unwrap_or(own.saturating_add(1))
    }

    fn count_in_file(&self, profile: ProfileId, own: u64) -> Option<u64> {
        let tries = (0..20).find_map(|_| match self.lock() {
            Err(SettingsError::Busy) => {
                std::thread::sleep(Duration::from_millis(10));
                None
            }
            other => Some(other),
        });
        let _lock = tries?.ok()?;
        let mut document = self.read().ok()??;
        let all = document.get_mut("profiles")?.as_array_mut()?;
        let id = serde_json::to_value(profile).ok()?;
        let is_it = |one: &&mut Value| one.get("id") == Some(&id);
        let counter = all.iter_mut().find(is_it)?.get_mut("counter")?;
        let next = counter.as_u64()?.max(own).saturating_add(1);
        *counter = next.into();
        self.put(&document).ok()?;
        Some(next)
    }

    /// Writes the file's JSON.
    fn put(&self, document: &Map<String, Value>) -> Result<(), SettingsError> {
        let mut text = serde_json::to_string_pretty(document).map_err(|error| {
            SettingsError::Unwritten(WriteError::Failed(self.0.clone(), error.into()))
        })?;
        text.push('\n');
        let output = Output {
            path: &self.0,
            bytes: text.as_bytes(),
            access: Access::Owner,
        };
        write(&[output], true).map_err(SettingsError::Unwritten)
    }

    /// The file's JSON; `None` where there is none, or nothing in it.
    fn read(&self) -> io::Result<Option<Map<String, Value>>> {
        json(&self.0, LIMIT)
    }

    /// Gives a file that is no JSON another name, under which nothing stands yet.
    fn set_aside(&self, now: Timestamp) -> SettingsError {
        let date = now.file_stamp();
        let names = (1..100).map(|number| {
            if number == 1 {
                date.clone()
            } else {
                format!("{date}-{number}")
            }
        });
        for name in names {
            let mut aside = self.0.clone().into_os_string();
            aside.push(format!(".bad-{name}"));
            let aside = PathBuf::from(aside);

            if aside.symlink_metadata().is_ok() {
                continue;
            }

            return match fs::rename(&self.0, &aside) {
                Ok(()) => SettingsError::SetAside(aside),
                Err(error) => SettingsError::Unreadable(self.0.clone(), error),
            };
        }

        SettingsError::Unreadable(self.0.clone(), io::ErrorKind::AlreadyExists.into())
    }

    /// The lock between running copies: a file of its own, as the settings are a new file after
    /// each write.
    fn lock(&self) -> Result<File, SettingsError> {
        let mut path = self.0.clone().into_os_string();
        path.push(".lock");
        locked(path.as_ref()).map_err(|error| match error.kind() {
            io::ErrorKind::WouldBlock => SettingsError::Busy,
            _ => SettingsError::Unwritten(WriteError::Failed(self.0.clone(), error)),
        })
    }
}

impl Explain for SettingsError {
    fn message(&self) -> Message {
        match self {
            Self::SetAside(aside) => {
                Message::new("settings.set_aside").with("path", aside.display())
            }
            Self::Unreadable(path, error) => Message::new("settings.unreadable")
                .with("path", path.display())
                .with("reason", error),
            Self::Unwritten(error) => error.message(),
            Self::Busy => Message::new("settings.busy"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_copies_never_give_the_same_number() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        fs::write(
            &path,
            r#"{"x":1,"profiles":[{"id":"7","name":"shop","counter":3}]}"#,
        )
        .unwrap();
        let file = SettingsFile::new(path.clone());
        let shop = Settings::of_document(&file.read().unwrap().unwrap()).profiles[0].id;

        let (one, other) = (file.count(shop, 3), file.count(shop, 3));
        assert_eq!((one, other), (4, 5), "the second has not read what is new");
        assert_eq!(file.count(shop, 9), 10, "of whichever has come further");
        assert_eq!(file.count(ProfileId(99), 9), 10, "not in the file yet");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains("\"x\": 1") && text.contains("10"), "{text}");

        fs::write(&path, "damaged").unwrap();
        assert_eq!(file.count(shop, 3), 4);
        assert_eq!(fs::read_to_string(&path).unwrap(), "damaged");
    }
}
