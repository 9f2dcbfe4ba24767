//! In: key files as bytes. Out: keys that can sign, with what may be told about them.

mod armor;
mod error;
mod fingerprint;
mod private;

pub use error::KeyError;
pub use fingerprint::{Fingerprint, hex};
pub use private::{Format, PLATFORM_BITS, PrivateKey, Unusable};

/// Bytes of a key file at most; a 16,384-bit key in PEM has about 13,000.
pub const MAX_FILE_BYTES: u64 = 1 << 20;
