//! What can fail with a key that is one.

use super::engine::Unusable;
use crate::core::finding::{Explain, Message};

/// What could not be done with a private key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFailure {
    /// No primes were found for a new one.
    #[error("no key could be made")]
    Making,
    /// Its numbers do not fit together, which only shows when it signs.
    #[error("the key cannot sign")]
    Using,
    /// It does not fit the form in which it was to be written.
    #[error("the key could not be written in this form")]
    Writing,
    /// The cipher refused it.
    #[error("the key could not be encrypted")]
    Encrypting,
}

impl From<Unusable> for KeyFailure {
    fn from(_: Unusable) -> Self {
        Self::Using
    }
}

impl Explain for KeyFailure {
    fn message(&self) -> Message {
        Message::new(match self {
            Self::Making => "key_failure.making",
            Self::Using => "sign.failed",
            Self::Writing => "key_failure.writing",
            Self::Encrypting => "key_failure.encrypting",
        })
    }
}
