//! In: the settings file. Out: [`Settings`]; never anything of a private key but where its file lies.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::write_atomically;

/// What is kept between two starts. Everything in it may be read by anyone: no key, no order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language tag (`zh-CN`, `en`); `None` follows the system.
    pub language: Option<String>,
    /// Light, dark, or the system's choice.
    pub theme: ThemeChoice,
    /// `appid` as typed last.
    pub app_id: String,
    /// `key_version` as typed last.
    pub key_version: String,
    /// Where the private key file lies that was used last.
    pub key_file: Option<PathBuf>,
    /// Width of the form in points.
    pub form_width: Option<f32>,
    /// Height of the problems list in points.
    pub problems_height: Option<f32>,
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
