//! In: settings to keep, files to read or write. Out: their content; the only part of the core that
//! touches disk.

#[cfg(feature = "window")]
pub mod history;
mod members;
mod own_file;
mod part;
mod read;
mod records;
mod session;
mod settings;
mod settings_file;
pub mod templates;
mod write;

pub use read::{
    FileError, KeyFile, ORDER_LIMIT_MB, bytes, is_too_large, key_file, open_regular, order_text,
    regular_key_file, unreadable,
};
pub use records::{KeyRecord, ProfileRecord, exported, imported};
pub use session::{Found, Kept, KeptTab, SessionFile};
pub use settings::{Settings, ThemeChoice, WindowPlace};
pub use settings_file::{Opened, SettingsError, SettingsFile};
pub use write::{Access, Output, WriteError, check_targets, same_file, write};
