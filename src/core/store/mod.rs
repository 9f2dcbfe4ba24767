//! In: settings to keep, files to read or write. Out: their content; the only part of the core that touches disk.

mod read;
mod settings;
mod write;

pub use read::{FileError, KeyFile, ORDER_LIMIT_MB, bytes, key_file, order_text, unreadable};
pub use settings::{KeyRecord, Settings, ThemeChoice};
pub use write::{write_atomically, write_secret};
