//! In: a key as it is read, and what people say about it. Out: an entry of the key ring.

use std::path::PathBuf;
use std::sync::Arc;

use super::error::KeyError;
use super::fingerprint::Fingerprint;
use super::format::{Container, Format, Repair};
use super::item::{Item, Material};
use super::known::is_sample;
use super::locked::LockedKey;
use super::private::PrivateKey;
use super::public::PublicKey;
use crate::core::finding::{Explain as _, Message, Severity};
use crate::core::platform::PLATFORM_BITS;

/// What a key is for (four keys take part; the platform's private one is never seen).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Signs orders; stays with the developer.
    ApplicationPrivate,
    /// Uploaded to the console; the platform checks orders with it.
    ApplicationPublic,
    /// Given by the platform; checks its callbacks.
    PlatformPublic,
}

/// Where a key came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Made at start, in memory only.
    Demo,
    /// A file, and the line of it on which the key begins.
    File(PathBuf, usize),
    /// The clipboard.
    Pasted,
    /// Made here and not saved yet.
    Generated,
}

/// The key itself, as far as it is there.
#[derive(Clone, Debug)]
pub enum Content {
    /// Remembered from an earlier start; its file has not been read.
    Unread,
    /// The demo key, while it is made.
    Making,
    /// A private key.
    Private(Arc<PrivateKey>),
    /// A public key.
    Public(PublicKey),
    /// A private key that a passphrase opens.
    Locked(LockedKey),
    /// Its file could not be read, or holds no key any more.
    Fault(Message),
}

/// Names an entry as long as the ring lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(pub(super) u64);

/// One key of the ring.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name in the ring.
    pub id: EntryId,
    /// The key.
    pub content: Content,
    /// What it is for.
    pub role: Role,
    /// What the user calls it; may be empty.
    pub label: String,
    /// Where it came from.
    pub source: Source,
    /// What it is wrapped in.
    pub container: Option<Container>,
    /// What had to be repaired to read it.
    pub repairs: Vec<Repair>,
    /// Whether others on this machine can read its file.
    pub exposed: bool,
}

/// A remark about a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// How grave it is.
    pub severity: Severity,
    /// The sentence.
    pub message: Message,
}

impl Entry {
    /// An entry for a key, with the role that its kind suggests.
    pub fn new(content: Content, source: Source) -> Self {
        let role = if content.is_public() {
            Role::ApplicationPublic
        } else {
            Role::ApplicationPrivate
        };
        Self {
            id: EntryId(0),
            content,
            role,
            label: String::new(),
            source,
            container: None,
            repairs: Vec::new(),
            exposed: false,
        }
    }

    /// The entry of one key of a file or of pasted text; `None` where it is none.
    pub fn of_item(item: Item, source: Source, exposed: bool) -> Option<Self> {
        let Item {
            container,
            repairs,
            material,
            line: _,
        } = item;

        let content = match material.ok()? {
            Material::Private(key) => Content::Private(Arc::new(*key)),
            Material::Public(key) => Content::Public(key),
            Material::Locked(key) => Content::Locked(key),
        };
        Some(Self {
            container: Some(container),
            repairs,
            exposed,
            ..Self::new(content, source)
        })
    }

    /// The key, if it can sign for the platform.
    pub fn signer(&self) -> Option<&Arc<PrivateKey>> {
        match &self.content {
            Content::Private(key) if key.bits() >= PLATFORM_BITS => Some(key),
            _ => None,
        }
    }

    /// Why it cannot sign for the platform, if it cannot.
    pub fn obstacle(&self) -> Option<Message> {
        let error = match &self.content {
            Content::Private(key) if key.bits() >= PLATFORM_BITS => return None,
            Content::Private(key) => KeyError::TooSmall { bits: key.bits() },
            Content::Public(key) if *key.format() == Format::Certificate => KeyError::Certificate,
            Content::Public(_) => KeyError::Public,
            Content::Locked(_) => return Some(Message::new("sign.key_locked")),
            Content::Unread => return Some(Message::new("sign.key_unread")),
            Content::Making => return Some(Message::new("sign.no_key_yet")),
            Content::Fault(message) => return Some(message.clone()),
        };
        Some(error.message())
    }

    /// The public half, if it is known.
    pub fn public(&self) -> Option<&PublicKey> {
        match &self.content {
            Content::Private(key) => Some(key.public()),
            Content::Public(key) => Some(key),
            Content::Unread | Content::Making | Content::Locked(_) | Content::Fault(_) => None,
        }
    }

    /// SHA-256 of the SPKI, if it is known.
    pub fn fingerprint(&self) -> Option<&Fingerprint> {
        self.public().map(PublicKey::fingerprint)
    }

    /// Bits of the modulus, if they are known.
    pub fn bits(&self) -> Option<usize> {
        self.public().map(PublicKey::bits)
    }

    /// How the key is written down, if that is known.
    pub fn format(&self) -> Option<&Format> {
        match &self.content {
            Content::Private(key) => Some(key.format()),
            Content::Public(key) => Some(key.format()),
            Content::Locked(key) => Some(key.format()),
            Content::Unread | Content::Making | Content::Fault(_) => None,
        }
    }

    /// Whether the other one has the other half of this key.
    pub fn is_other_half_of(&self, other: &Self) -> bool {
        let is_key = other.fingerprint().is_some() && self.fingerprint() == other.fingerprint();
        is_key && self.content.is_public() != other.content.is_public()
    }

    /// What the platform will mind about signatures of a key.
    pub fn signature_remarks(&self) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let mut say = |severity, message| remarks.push(Remark { severity, message });
        if let Some(bits) = self.bits() {
            if bits < PLATFORM_BITS {
                say(Severity::Error, KeyError::TooSmall { bits }.message());
            } else if bits > PLATFORM_BITS {
                say(
                    Severity::Warning,
                    Message::new("key_remark.more_bits").with("bits", bits),
                );
            }
        }

        if self.fingerprint().is_some_and(is_sample) {
            say(Severity::Warning, Message::new("key_remark.sample"));
        }

        remarks
    }

    /// Everything worth saying about a key, the gravest first.
    pub fn remarks(&self) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let mut say = |severity, message| remarks.push(Remark { severity, message });
        match &self.content {
            Content::Fault(message) => say(Severity::Error, message.clone()),
            Content::Unread => say(Severity::Hint, Message::new("key_remark.unread")),
            Content::Locked(_) => say(Severity::Hint, Message::new("key_remark.locked")),
            Content::Private(_) | Content::Public(_) | Content::Making => {}
        }

        for Remark { severity, message } in self.signature_remarks() {
            say(severity, message);
        }
        if self.exposed && matches!(self.content, Content::Private(_) | Content::Locked(_)) {
            say(Severity::Warning, Message::new("key_remark.exposed"));
        }
        if self.source == Source::Demo {
            say(Severity::Warning, Message::new("key_remark.demo"));
        }

        if self.source == Source::Generated {
            say(Severity::Warning, Message::new("key_remark.unsaved"));
        }
        for repair in &self.repairs {
            say(Severity::Hint, repair.message());
        }

        remarks
    }

    /// Whether it stands in the same place of the same file.
    pub(super) fn is_in_place_of(&self, other: &Self) -> bool {
        matches!(self.source, Source::File(..)) && self.source == other.source
    }

    /// Whether it is the same half of the same key.
    pub(super) fn has_key_of(&self, other: &Self) -> bool {
        self.fingerprint().is_some()
            && self.fingerprint() == other.fingerprint()
            && self.content.is_public() == other.content.is_public()
    }
}

impl Content {
    /// Whether it is a public key.
    pub fn is_public(&self) -> bool {
        matches!(self, Self::Public(_))
    }

    /// Whether there is a key, locked or not.
    pub(super) fn is_there(&self) -> bool {
        !matches!(self, Self::Unread | Self::Making | Self::Fault(_))
    }
}
