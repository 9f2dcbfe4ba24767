//! In: the settings file. Out: [`Settings`]; never anything of a private key but where its file lies.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::write_atomically;
use crate::core::key::ring::{Pin, Role};

/// What is kept between two starts. Everything in it may be read by anyone: no key, no order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language tag (`zh-CN`, `en`); `None` follows the system.
    pub language: Option<String>,
    /// Light, dark, or the system's choice.
    pub theme: ThemeChoice,
    /// `appid` beside the demo key.
    pub app_id: String,
    /// `key_version` beside the demo key.
    pub key_version: String,
    /// The keys of the ring that lie in files.
    pub keys: Vec<KeyRecord>,
    /// Public keys that the console has.
    pub pins: Vec<Pin>,
    /// Width of the form in points.
    pub form_width: Option<f32>,
    /// Height of the problems list in points.
    pub problems_height: Option<f32>,
}

/// What is remembered of a key: where it lies and what the user says about it, nothing of the key itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeyRecord {
    /// Its file.
    pub path: PathBuf,
    /// The line of the file on which it begins, from 1.
    pub line: usize,
    /// What it is for.
    pub role: Role,
    /// What the user calls it.
    #[serde(default)]
    pub label: String,
    /// `appid` as typed.
    #[serde(default)]
    pub app_id: String,
    /// `key_version` as typed.
    #[serde(default)]
    pub key_version: String,
    /// Which of the colours it wears.
    #[serde(default)]
    pub colour: u8,
}

/// The theme to use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

impl Settings {
    /// The settings file in the folder that the system gives to programs, if it gives one.
    pub fn default_path() -> Option<PathBuf> {
        let folders = directories::ProjectDirs::from("", "", "tt-order-builder")?;
        Some(folders.config_dir().join("settings.json"))
    }

    /// Reads the settings. A missing or damaged file gives the defaults: settings are a convenience, never a reason
    /// not to start.
    pub fn load(path: &Path) -> Self {
        fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Writes the settings.
    ///
    /// # Errors
    /// What the system says.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        let mut text = serde_json::to_string_pretty(self).map_err(io::Error::other)?;
        text.push('\n');
        write_atomically(path, text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_damage_gives_defaults() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        let settings = Settings { app_id: "tt1".into(), theme: ThemeChoice::Dark, ..Settings::default() };
        settings.save(&path).unwrap();
        assert_eq!(Settings::load(&path), settings);
        for damage in [&b"{\"theme\":"[..], b"\xff\xfe", b"[]", b"{\"theme\":\"mauve\"}"] {
            fs::write(&path, damage).unwrap();
            assert_eq!(Settings::load(&path), Settings::default());
        }
        assert_eq!(Settings::load(&folder.path().join("none")), Settings::default());
    }
}
