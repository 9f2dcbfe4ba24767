//! In: what was found instead of a usable key. Out: one sentence each, with what to do.

use crate::core::finding::{Explain, Message};

/// Why a file, or one key in it, cannot be used. No variant carries anything of the file's content
/// but its format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum KeyError {
    /// No bytes, or white space only.
    Empty,
    /// Larger than [`super::limits::MAX_FILE_BYTES`].
    TooLarge,
    /// Nothing in it looks like a key.
    NoKey,
    /// It ends before it is complete.
    CutOff,
    /// The body between the lines is empty.
    EmptyBody,
    /// The body is no Base64.
    NotBase64 {
        /// The file's line, from 1.
        line: usize,
    },
    /// DER, but no RSA key in any form, or its numbers do not fit together.
    NotAKey,
    /// A public key where a private one is needed.
    Public,
    /// An X.509 certificate where a private key is needed.
    Certificate,
    /// A certificate request.
    Request,
    /// A key of another algorithm.
    OtherAlgorithm {
        /// `EC`, `Ed25519`, or the algorithm's object identifier.
        algorithm: String,
    },
    /// An encrypted PKCS#8 key where no passphrase was given.
    Encrypted,
    /// The passphrase does not open it.
    WrongPassphrase,
    /// An encrypted PKCS#8 key in a scheme that is not supported, such as PBES1.
    UnknownEncryption,
    /// A key derivation that would take minutes or gigabytes.
    TooCostly,
    /// A PKCS#1 key with `Proc-Type: 4,ENCRYPTED`.
    LegacyEncrypted,
    /// A key in OpenSSH's own format.
    OpenSsh,
    /// A public key in OpenSSH's own format.
    OpenSshPublic,
    /// A PuTTY key.
    Putty,
    /// A PKCS#12 file.
    Pkcs12,
    /// A Java key store.
    KeyStore,
    /// A JSON Web Key.
    Jwk,
    /// An RSAKeyValue in XML, as .NET writes it.
    Xml,
    /// An RSA key with fewer bits than the platform takes.
    TooSmall {
        /// Bits of the modulus.
        bits: usize,
    },
    /// An RSA key with more bits than anyone uses.
    TooBig {
        /// Bits of the modulus.
        bits: usize,
    },
    /// An RSA key with an exponent that nobody uses.
    BigExponent {
        /// Bits of the public exponent.
        bits: usize,
    },
    /// An RSA key with more than two primes (RFC 8017, section 3.2).
    MultiPrime,
}

impl Explain for KeyError {
    fn message(&self) -> Message {
        let message = Message::new(format!("key.{}", self.name()));
        match self {
            Self::NotBase64 { line } => message.with("line", line),
            Self::OtherAlgorithm { algorithm } => message.with("algorithm", algorithm),
            Self::TooSmall { bits } | Self::TooBig { bits } | Self::BigExponent { bits } => {
                message.with("bits", bits)
            }
            _ => message,
        }
    }
}

impl KeyError {
    /// Its stable name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too_large",
            Self::NoKey => "no_key",
            Self::CutOff => "cut_off",
            Self::EmptyBody => "empty_body",
            Self::NotBase64 { .. } => "not_base64",
            Self::NotAKey => "not_a_key",
            Self::Public => "public",
            Self::Certificate => "certificate",
            Self::Request => "request",
            Self::OtherAlgorithm { .. } => "other_algorithm",
            Self::Encrypted => "encrypted",
            Self::WrongPassphrase => "wrong_passphrase",
            Self::UnknownEncryption => "unknown_encryption",
            Self::TooCostly => "too_costly",
            Self::LegacyEncrypted => "legacy_encrypted",
            Self::OpenSsh => "openssh",
            Self::OpenSshPublic => "openssh_public",
            Self::Putty => "putty",
            Self::Pkcs12 => "pkcs12",
            Self::KeyStore => "key_store",
            Self::Jwk => "jwk",
            Self::Xml => "xml",
            Self::TooSmall { .. } => "too_small",
            Self::TooBig { .. } => "too_big",
            Self::BigExponent { .. } => "big_exponent",
            Self::MultiPrime => "multi_prime",
        }
    }
}
