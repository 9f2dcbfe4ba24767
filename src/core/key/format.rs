//! The words for what was found in a key file: wrapping, format, repairs.

use crate::core::finding::{Explain, Message};

/// What a key is wrapped in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Container {
    /// Between two lines of dashes (RFC 7468).
    Pem {
        /// What stands in the first line.
        label: String,
    },
    /// Base64 without those lines.
    Base64,
    /// The bytes themselves.
    Der,
}

/// How a key is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Format {
    /// RSAPrivateKey (RFC 8017, appendix A.1.2).
    Pkcs1,
    /// PrivateKeyInfo (RFC 5208).
    Pkcs8,
    /// EncryptedPrivateKeyInfo (RFC 5208) with what it is encrypted with, e.g. `PBKDF2,
    /// AES-256-CBC`.
    EncryptedPkcs8(String),
    /// RSAPublicKey (RFC 8017, appendix A.1.1).
    Pkcs1Public,
    /// SubjectPublicKeyInfo (RFC 5280, section 4.1).
    Spki,
    /// The public key of an X.509 certificate (RFC 5280).
    Certificate,
    /// Made by this program, in memory only.
    InMemory,
}

/// What had to be repaired before a key could be read; the file itself is never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// U+FEFF.
    ByteOrderMark,
    /// UTF-16 instead of UTF-8.
    Utf16,
    /// Invisible characters such as U+200B.
    Invisible,
    /// The two characters `\n` instead of a line end.
    LiteralNewlines,
    /// CR LF instead of LF.
    CarriageReturns,
    /// Backslashes of JSON or of a configuration file.
    Escapes,
    /// Text before or after the key.
    TextAround,
    /// Dashes missing in the first or last line.
    Dashes,
    /// A label that is not the one of the content.
    Label {
        /// As it stands in the file.
        found: String,
    },
    /// All in one line.
    OneLine,
    /// Closing `=` missing.
    Padding,
    /// Blanks where `+` stood.
    PlusAsBlank,
    /// Bytes behind the end of the key.
    BytesBehind,
    /// The whole PEM in Base64 once more.
    WholeInBase64,
    /// Pieces of a text that a program puts together.
    Joined,
}

impl Format {
    /// The labels (RFC 7468) that are right for it; empty for what has none.
    pub fn labels(&self) -> &'static [&'static str] {
        match self {
            Self::Pkcs1 => &["RSA PRIVATE KEY"],
            Self::Pkcs8 => &["PRIVATE KEY"],
            Self::EncryptedPkcs8(_) => &["ENCRYPTED PRIVATE KEY"],
            Self::Pkcs1Public => &["RSA PUBLIC KEY"],
            Self::Spki => &["PUBLIC KEY"],
            Self::Certificate => &["CERTIFICATE", "TRUSTED CERTIFICATE", "X509 CERTIFICATE"],
            Self::InMemory => &[],
        }
    }

    /// Its stable name for programs.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Pkcs1 => "pkcs1",
            Self::Pkcs8 => "pkcs8",
            Self::EncryptedPkcs8(_) => "encrypted-pkcs8",
            Self::Pkcs1Public => "pkcs1-public",
            Self::Spki => "spki",
            Self::Certificate => "certificate",
            Self::InMemory => "in-memory",
        }
    }
}

impl Explain for Format {
    fn message(&self) -> Message {
        let message = Message::new(format!("key_format.{}", self.name().replace('-', "_")));
        match self {
            Self::EncryptedPkcs8(scheme) => message.with("scheme", scheme),
            _ => message,
        }
    }
}

impl Container {
    /// Its stable name for programs.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Pem { .. } => "pem",
            Self::Base64 => "base64",
            Self::Der => "der",
        }
    }
}

impl Explain for Container {
    fn message(&self) -> Message {
        Message::new(format!("key_container.{}", self.name()))
    }
}

impl Repair {
    /// Its stable name for programs.
    pub fn name(&self) -> &'static str {
        match self {
            Self::ByteOrderMark => "byte_order_mark",
            Self::Utf16 => "utf16",
            Self::Invisible => "invisible",
            Self::LiteralNewlines => "literal_newlines",
            Self::CarriageReturns => "carriage_returns",
            Self::Escapes => "escapes",
            Self::TextAround => "text_around",
            Self::Dashes => "dashes",
            Self::Label { .. } => "label",
            Self::OneLine => "one_line",
            Self::Padding => "padding",
            Self::PlusAsBlank => "plus_as_blank",
            Self::BytesBehind => "bytes_behind",
            Self::WholeInBase64 => "whole_in_base64",
            Self::Joined => "joined",
        }
    }
}

impl Explain for Repair {
    fn message(&self) -> Message {
        let message = Message::new(format!("key_repair.{}", self.name()));
        match self {
            Self::Label { found } => message.with("found", found),
            _ => message,
        }
    }
}
