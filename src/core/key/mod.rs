//! In: key files as bytes. Out: keys, with what may be told about them; texts of keys to hand over.
//!
//! ```text
//! file ──armor──▶ pieces of DER ──read──▶ items: private · public · locked ──ring──▶ who signs, who is checked against
//! ```

mod armor;
mod base64_text;
mod engine;
mod entry;
mod error;
mod fingerprint;
mod foreign;
mod generate;
pub mod item;
mod known;
mod locked;
mod open;
mod private;
mod public;
pub mod read;
pub mod ring;
mod secret;
pub mod write;

pub use armor::may_hold_private_key;
pub use error::KeyError;
pub use fingerprint::{Fingerprint, hex, unhex};
pub use generate::generate;
pub use item::{Container, Format, Item, Material, Repair};
pub use known::is_sample;
pub use locked::{LockedKey, MOST_COST, Passphrase};
pub use open::{Hash, Opened, open, seal};
pub use private::{PrivateKey, Unusable};
pub use public::PublicKey;

/// Bits that the platform asks of an application key.
pub const PLATFORM_BITS: usize = 2048;

/// Bits below which nothing is read as a key.
const LEAST_BITS: usize = 1024;

/// Bits above which nothing is read as a key: arithmetic with them would take long.
const MOST_BITS: usize = 8192;

/// Bits of a public exponent above which nothing is read as a key; 65537 has 17.
const MOST_EXPONENT_BITS: usize = 33;

/// Bytes of a key file at most; an 8192-bit key in PEM has about 6,500.
pub const MAX_FILE_BYTES: u64 = 1 << 20;
