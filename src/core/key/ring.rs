//! In: keys as they are read, and what people say about them. Out: the key ring: who signs, what belongs together.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::KeyError;
use super::item::{Container, Format, Item, Material, Repair};
use super::locked::LockedKey;
use super::private::PrivateKey;
use super::public::PublicKey;
use super::{Fingerprint, PLATFORM_BITS, is_sample};
use crate::core::finding::{Explain as _, Message, Severity};

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
pub struct EntryId(u64);

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
    /// `appid` as typed.
    pub app_id: String,
    /// `key_version` as typed.
    pub key_version: String,
    /// Which of the colours it wears, from 0.
    pub colour: u8,
    /// Where it came from.
    pub source: Source,
    /// What it is wrapped in.
    pub container: Option<Container>,
    /// What had to be repaired to read it.
    pub repairs: Vec<Repair>,
    /// Whether others on this machine can read its file.
    pub exposed: bool,
}

/// The public key that the console has for an `appid` and a `key_version`, as the user pinned it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Pin {
    /// `appid`.
    pub app_id: String,
    /// `key_version`.
    pub key_version: String,
    /// SHA-256 of the SPKI, hex digits.
    pub fingerprint: String,
}

/// All keys, one of which signs.
#[derive(Debug)]
pub struct Ring {
    entries: Vec<Entry>,
    active: EntryId,
    next: u64,
    /// What the console has.
    pub pins: Vec<Pin>,
}

/// A remark about a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// How grave it is.
    pub severity: Severity,
    /// The sentence.
    pub message: Message,
}

/// How a key stands to what is pinned for its `appid` and `key_version`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pinned {
    /// Nothing is pinned.
    Nothing,
    /// This key is.
    This,
    /// Another key is.
    Other,
}

impl Ring {
    /// A ring with the demo key, which signs until another one does.
    pub fn new(demo_key: Arc<PrivateKey>) -> Self {
        let mut ring = Self::empty();
        ring.push(Entry::new(Content::Private(demo_key), Source::Demo));
        ring
    }

    /// A ring with nothing in it, to look at keys; nothing signs.
    pub fn empty() -> Self {
        Self { entries: Vec::new(), active: EntryId(0), next: 0, pins: Vec::new() }
    }

    /// Adds a key, even one that is there already.
    pub fn push(&mut self, entry: Entry) -> EntryId {
        let id = EntryId(self.next);
        self.next += 1;
        self.entries.push(Entry { id, ..entry });
        id
    }

    /// Adds a key; where the same key or the same place of a file is there already, that entry takes it over.
    pub fn add(&mut self, entry: Entry) -> EntryId {
        let same = self.entries.iter_mut().find(|known| known.is_of(&entry) && known.source != Source::Demo);
        if let Some(known) = same {
            if entry.content.is_there() || !known.content.is_there() {
                let (label, role) = (std::mem::take(&mut known.label), known.role);
                let (app_id, key_version) = (known.app_id.clone(), known.key_version.clone());
                let (id, colour) = (known.id, known.colour);
                let role = if known.content.is_public() == entry.content.is_public() { role } else { entry.role };
                *known = Entry { id, role, label, app_id, key_version, colour, ..entry };
            }
            return known.id;
        }
        self.push(entry)
    }

    /// Takes a key out; the demo key stays, and signs where the active one went.
    pub fn remove(&mut self, id: EntryId) {
        self.entries.retain(|entry| entry.id != id || entry.source == Source::Demo);
        if self.get(self.active).is_none() {
            self.active = EntryId(0);
        }
    }

    /// Lets a key sign, if it is a private one that can.
    pub fn activate(&mut self, id: EntryId) -> bool {
        let can = self.get(id).is_some_and(|entry| entry.signer().is_some());
        if can {
            self.active = id;
        }
        can
    }

    /// Notes that a remembered file cannot be read any more.
    pub fn fail(&mut self, path: &Path, message: &Message) {
        for entry in &mut self.entries {
            let is_of = matches!(&entry.source, Source::File(file, _) if file == path);
            if is_of && !entry.content.is_there() {
                entry.content = Content::Fault(message.clone());
            }
        }
    }

    /// All entries, the demo key first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// One entry.
    pub fn get(&self, id: EntryId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// One entry, to edit.
    pub fn get_mut(&mut self, id: EntryId) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.id == id)
    }

    /// The entry that signs.
    pub fn active(&self) -> &Entry {
        // The demo key is always there.
        self.get(self.active).unwrap_or(&self.entries[0])
    }

    /// The entry that signs, to edit.
    pub fn active_mut(&mut self) -> &mut Entry {
        let place = self.entries.iter().position(|entry| entry.id == self.active).unwrap_or(0);
        &mut self.entries[place]
    }

    /// The key that signs.
    pub fn signer(&self) -> &Arc<PrivateKey> {
        self.active()
            .signer()
            .or_else(|| self.entries[0].signer())
            .unwrap_or_else(|| unreachable!("the demo key signs"))
    }

    /// The entry with the other half of a key.
    pub fn partner(&self, entry: &Entry) -> Option<&Entry> {
        let fingerprint = entry.fingerprint()?;
        let other_half = |other: &&Entry| {
            other.content.is_public() != entry.content.is_public() && other.fingerprint() == Some(fingerprint)
        };
        self.entries.iter().find(other_half)
    }

    /// How a key stands to what is pinned for its `appid` and `key_version`.
    pub fn pinned(&self, entry: &Entry) -> Pinned {
        let pin = self.pins.iter().find(|pin| pin.app_id == entry.app_id && pin.key_version == entry.key_version);
        match (pin, entry.fingerprint()) {
            (Some(pin), Some(fingerprint)) if pin.fingerprint == fingerprint.to_string() => Pinned::This,
            (Some(_), Some(_)) if entry.role != Role::PlatformPublic => Pinned::Other,
            _ => Pinned::Nothing,
        }
    }

    /// Pins a fingerprint for an entry's `appid` and `key_version`; `None` takes the pin away.
    pub fn pin(&mut self, id: EntryId, fingerprint: Option<&Fingerprint>) {
        let Some(entry) = self.get(id) else { return };
        let (app_id, key_version) = (entry.app_id.clone(), entry.key_version.clone());
        self.pins.retain(|pin| pin.app_id != app_id || pin.key_version != key_version);
        if let Some(fingerprint) = fingerprint {
            self.pins.push(Pin { app_id, key_version, fingerprint: fingerprint.to_string() });
        }
    }

    /// What the platform will mind about signatures of a key.
    pub fn signature_remarks(&self, entry: &Entry) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let mut say = |severity, message| remarks.push(Remark { severity, message });
        if let Some(bits) = entry.bits() {
            if bits < PLATFORM_BITS {
                say(Severity::Error, KeyError::TooSmall { bits }.message());
            } else if bits > PLATFORM_BITS {
                say(Severity::Warning, Message::new("key_remark.more_bits").with("bits", bits));
            }
        }
        if entry.fingerprint().is_some_and(is_sample) {
            say(Severity::Warning, Message::new("key_remark.sample"));
        }
        if self.pinned(entry) == Pinned::Other {
            let message = Message::new("key_remark.not_pinned").with("app_id", &entry.app_id);
            say(Severity::Warning, message.with("key_version", &entry.key_version));
        }
        remarks
    }

    /// Everything worth saying about a key, the gravest first.
    pub fn remarks(&self, entry: &Entry) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let mut say = |severity, message| remarks.push(Remark { severity, message });
        match &entry.content {
            Content::Fault(message) => say(Severity::Error, message.clone()),
            Content::Unread => say(Severity::Hint, Message::new("key_remark.unread")),
            Content::Locked(_) => say(Severity::Hint, Message::new("key_remark.locked")),
            Content::Private(_) | Content::Public(_) => {}
        }
        for Remark { severity, message } in self.signature_remarks(entry) {
            say(severity, message);
        }
        if entry.exposed && matches!(entry.content, Content::Private(_) | Content::Locked(_)) {
            say(Severity::Warning, Message::new("key_remark.exposed"));
        }
        if entry.source == Source::Demo {
            say(Severity::Warning, Message::new("key_remark.demo"));
        }
        if entry.source == Source::Generated {
            say(Severity::Warning, Message::new("key_remark.unsaved"));
        }
        for repair in &entry.repairs {
            say(Severity::Hint, repair.message());
        }
        remarks
    }
}

impl Entry {
    /// An entry for a key, with the role that its kind suggests.
    pub fn new(content: Content, source: Source) -> Self {
        let role = if content.is_public() { Role::ApplicationPublic } else { Role::ApplicationPrivate };
        Self {
            id: EntryId(0),
            content,
            role,
            label: String::new(),
            app_id: String::new(),
            key_version: String::new(),
            colour: 0,
            source,
            container: None,
            repairs: Vec::new(),
            exposed: false,
        }
    }

    /// The entry of one key of a file or of pasted text; `None` where it is none.
    pub fn of_item(item: Item, source: Source, exposed: bool) -> Option<Self> {
        let Item { container, repairs, material, line: _ } = item;
        let content = match material.ok()? {
            Material::Private(key) => Content::Private(Arc::new(*key)),
            Material::Public(key) => Content::Public(key),
            Material::Locked(key) => Content::Locked(key),
        };
        Some(Self { container: Some(container), repairs, exposed, ..Self::new(content, source) })
    }

    /// The key, if it can sign for the platform.
    pub fn signer(&self) -> Option<&Arc<PrivateKey>> {
        match &self.content {
            Content::Private(key) if key.bits() >= PLATFORM_BITS => Some(key),
            _ => None,
        }
    }

    /// The public half, if it is known.
    pub fn public(&self) -> Option<&PublicKey> {
        match &self.content {
            Content::Private(key) => Some(key.public()),
            Content::Public(key) => Some(key),
            Content::Unread | Content::Locked(_) | Content::Fault(_) => None,
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
            Content::Unread | Content::Fault(_) => None,
        }
    }

    /// Whether it is the same key, or stands in the same place.
    fn is_of(&self, other: &Self) -> bool {
        let same_place = matches!(self.source, Source::File(..)) && self.source == other.source;
        let same_key = self.fingerprint().is_some()
            && self.fingerprint() == other.fingerprint()
            && self.content.is_public() == other.content.is_public();
        same_place || same_key
    }
}

impl Content {
    /// Whether it is a public key.
    pub fn is_public(&self) -> bool {
        matches!(self, Self::Public(_))
    }

    /// Whether there is a key, locked or not.
    fn is_there(&self) -> bool {
        !matches!(self, Self::Unread | Self::Fault(_))
    }
}
