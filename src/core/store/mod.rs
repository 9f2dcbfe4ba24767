//! In: settings to keep, files to write. Out: the same after a restart; the only part of the core that touches disk.

mod settings;
mod write;

pub use settings::{Settings, ThemeChoice};
pub use write::write_atomically;
