//! In: what was found instead of a usable private key. Out: one sentence each, with what to do.

use crate::core::finding::{Explain, Message};

/// Why a file cannot sign. No variant carries anything of the file's content but its format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// No bytes, or white space only.
    Empty,
    /// Larger than [`super::MAX_FILE_BYTES`].
    TooLarge,
    /// No `-----BEGIN …-----` line.
    NoPem,
    /// A `-----BEGIN …-----` line without its `-----END …-----`.
    CutOff,
    /// The body between the lines is empty.
    EmptyBody,
    /// The body is no Base64.
    NotBase64 {
        /// The file's line, from 1.
        line: usize,
    },
    /// The body is Base64, but no RSA private key in PKCS#1 or PKCS#8.
    NotAKey,
    /// A public key.
    Public,
    /// An X.509 certificate.
    Certificate,
    /// A private key of another algorithm.
    OtherAlgorithm {
        /// `EC`, `Ed25519`, or the algorithm's object identifier.
        algorithm: String,
    },
    /// An encrypted PKCS#8 key.
    Encrypted,
    /// A PKCS#1 key with `Proc-Type: 4,ENCRYPTED`.
    LegacyEncrypted,
    /// A key in OpenSSH's own format.
    OpenSsh,
    /// An RSA key with fewer bits than the platform takes.
    TooSmall {
        /// Bits of the modulus.
        bits: usize,
    },
}

impl Explain for KeyError {
    fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new("key.empty"),
            Self::TooLarge => Message::new("key.too_large"),
            Self::NoPem => Message::new("key.no_pem"),
            Self::CutOff => Message::new("key.cut_off"),
            Self::EmptyBody => Message::new("key.empty_body"),
            Self::NotBase64 { line } => Message::new("key.not_base64").with("line", line),
            Self::NotAKey => Message::new("key.not_a_key"),
            Self::Public => Message::new("key.public"),
            Self::Certificate => Message::new("key.certificate"),
            Self::OtherAlgorithm { algorithm } => Message::new("key.other_algorithm").with("algorithm", algorithm),
            Self::Encrypted => Message::new("key.encrypted"),
            Self::LegacyEncrypted => Message::new("key.legacy_encrypted"),
            Self::OpenSsh => Message::new("key.openssh"),
            Self::TooSmall { bits } => Message::new("key.too_small").with("bits", bits),
        }
    }
}
