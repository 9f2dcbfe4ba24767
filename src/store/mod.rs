//! In: settings to keep, files to read or write. Out: their content; the only part of the core that
//! touches disk.

#[cfg(feature = "window")]
pub mod history;
mod own_file;
mod part;
mod read;
mod session;
mod settings;
mod settings_file;
pub mod templates;
mod write;

pub use read::{
    FileError, KeyFile, ORDER_LIMIT_MB, bytes, key_file, open_regular, order_text,
    regular_key_file, unreadable,
};
pub use session::{Found, Kept, KeptTab, SessionFile};
pub use settings::{KeyRecord, Settings, ThemeChoice, WindowPlace};
pub use settings_file::{Opened, SettingsError, SettingsFile};
pub use write::{Access, Output, WriteError, check_targets, same_file, write};
