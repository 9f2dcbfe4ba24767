//! What only the machine knows: the time, randomness, a key made on the spot.

use std::time::{SystemTime, UNIX_EPOCH};

use rand::RngExt as _;

use crate::core::key::{KeyFailure, PrivateKey};
use crate::core::signing::Nonce;
use crate::core::time::Timestamp;

/// The machine's time; 0 where its clock stands before 1970.
pub fn now() -> Timestamp {
    Timestamp(
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_secs()),
    )
}

/// 128 random bits as 32 hex digits.
pub fn random_nonce() -> Nonce {
    Nonce::of_bytes(rand::rng().random())
}

/// A 2048-bit key that is gone when the program ends.
///
/// # Errors
/// [`KeyFailure::Making`] where no primes could be found.
pub fn demo_key() -> Result<PrivateKey, KeyFailure> {
    PrivateKey::generate()
}
