//! In: one signature and all that went into it. Out: every text that is shown, copied or exported
//! of it.

use super::moment::{Identity, Moment, Uri};
use crate::core::key::Fingerprint;
use crate::core::order::DataJson;

/// A signed order. It owns the bytes: what is shown, copied and exported are its texts, made once
/// when it is made.
///
/// Only [`super::sign()`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedOrder {
    pub(super) data: DataJson,
    pub(super) byte_authorization: String,
    pub(super) string_to_sign: String,
    pub(super) identity: Identity,
    pub(super) moment: Moment,
    pub(super) uri: Uri,
    pub(super) key: Fingerprint,
}

impl SignedOrder {
    /// `data`: the exact text that was signed.
    pub fn data(&self) -> &str {
        self.data.as_str()
    }

    /// `byteAuthorization`.
    pub fn byte_authorization(&self) -> &str {
        &self.byte_authorization
    }

    /// The five lines that were signed.
    pub fn string_to_sign(&self) -> &str {
        &self.string_to_sign
    }

    /// Who signed.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// When it was signed.
    pub fn moment(&self) -> &Moment {
        &self.moment
    }

    /// Line 2 of the string to sign.
    pub fn uri(&self) -> &Uri {
        &self.uri
    }

    /// SHA-256 of the signing key's SPKI.
    pub fn key(&self) -> &Fingerprint {
        &self.key
    }
}
