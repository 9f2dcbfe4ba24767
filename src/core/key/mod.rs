//! In: key files as bytes. Out: keys, with what may be told about them; texts of keys to hand over.
//!
//! ```text
//! file ──armor──▶ pieces of DER ──read──▶ items: private · public · locked ──ring──▶ who signs, for which mini-program
//! ```

mod armor;
mod engine;
mod entry;
mod error;
mod failure;
mod fingerprint;
mod format;
mod generate;
mod item;
mod known;
mod limits;
mod locked;
mod open;
mod passphrase;
mod private;
pub mod profile;
mod public;
pub mod read;
pub mod ring;
mod secret;
pub mod write;

pub use armor::may_hold_private_key;
pub use error::KeyError;
pub use failure::KeyFailure;
pub use fingerprint::Fingerprint;
pub use format::{Container, Format, Repair};
pub use generate::generate;
pub use item::{Item, Material};
pub use known::is_sample;
pub use limits::MAX_FILE_BYTES;
pub use locked::{LockedKey, MOST_COST};
pub use open::{Hash, Opened, open, pss_h};
pub use passphrase::Passphrase;
pub use private::PrivateKey;
pub use public::PublicKey;
