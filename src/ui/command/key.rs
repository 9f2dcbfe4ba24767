//! Everything the key ring can be asked to do.

use std::fmt;
use std::path::PathBuf;

use zeroize::Zeroizing;

use crate::core::key::ring::EntryId;
use crate::core::key::write::PrivateForm;
use crate::core::key::{Passphrase, PublicKey};

/// What the key ring can be asked to do.
#[derive(Debug)]
pub enum KeyCommand {
    /// Choose a key file.
    Choose,
    /// Read a key file.
    Read(PathBuf),
    /// Ask the system for what was copied, as a key.
    Paste,
    /// Read a key that was pasted.
    ReadText(KeyText),
    /// Open a key with a passphrase.
    Open(EntryId, Passphrase),
    /// Make a new pair.
    Generate,
    /// Stop making it.
    StopGenerating,
    /// Let a key sign for its profile, or for a new one.
    Activate(EntryId),
    /// Read the key of the profile in use, or show where its passphrase is typed.
    OpenOfProfile,
    /// Take a key out of the ring.
    Remove(EntryId),
    /// Copy a key's fingerprint.
    CopyFingerprint(EntryId),
    /// Copy the public half of a key.
    CopyPublic(EntryId, PublicForm),
    /// Save the public half of a key.
    SavePublic(EntryId, PublicForm),
    /// Save a private key; encrypted where there is a passphrase.
    SavePrivate(EntryId, PrivateForm, Option<Passphrase>),
}

/// A text that holds a key; nothing shows it.
pub struct KeyText(pub Zeroizing<String>);

impl fmt::Debug for KeyText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("KeyText(…)")
    }
}

/// How a public key is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicForm {
    /// The whole PEM, as the console takes it.
    Pem,
    /// SPKI in Base64 on one line, as samples in Java take it.
    Base64,
    /// PKCS#1 in PEM, as some samples in Go take it.
    Pkcs1Pem,
}

impl PublicForm {
    /// All of them, the console's first.
    pub const ALL: [Self; 3] = [Self::Pem, Self::Base64, Self::Pkcs1Pem];

    /// Key of its name among the texts.
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Pem => "public_form.pem",
            Self::Base64 => "public_form.base64",
            Self::Pkcs1Pem => "public_form.pkcs1",
        }
    }

    /// The key in this form.
    pub fn of(self, key: &PublicKey) -> String {
        match self {
            Self::Pem => key.spki_pem(),
            Self::Base64 => key.spki_base64(),
            Self::Pkcs1Pem => key.pkcs1_pem(),
        }
    }
}
