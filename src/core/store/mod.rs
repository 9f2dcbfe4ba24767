//! In: settings to keep, files to read or write. Out: their content; the only part of the core that touches disk.

mod read;
mod settings;
mod write;

pub use read::{FileError, ORDER_LIMIT_MB, order_text, private_key, unreadable};
pub use settings::{Settings, ThemeChoice};
pub use write::write_atomically;
