//! In: keys as they are read, and what people say about them. Out: the key ring: who signs, what
//! belongs together.

use std::path::Path;
use std::sync::Arc;

pub use super::entry::{Content, Entry, EntryId, Pinned, Remark, Role, Source};
use super::fingerprint::Fingerprint;
use super::private::PrivateKey;
use crate::core::finding::Message;

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
    revision: u64,
    /// What the console has.
    pub pins: Vec<Pin>,
}

impl Default for Ring {
    fn default() -> Self {
        Self::new()
    }
}

impl Ring {
    /// A ring with the entry of the demo key, which signs until another one does: as soon as it is
    /// made.
    pub fn new() -> Self {
        let mut ring = Self {
            entries: Vec::new(),
            active: EntryId(0),
            next: 0,
            revision: 0,
            pins: Vec::new(),
        };
        let role = Role::ApplicationPrivate;
        ring.push(Entry {
            role,
            ..Entry::new(Content::Making, Source::Demo)
        });
        ring
    }

    /// Takes in the demo key, or why there is none.
    pub fn set_demo_key(&mut self, made: Result<Arc<PrivateKey>, Message>) {
        self.revision += 1;
        self.entries[0].content = match made {
            Ok(key) => Content::Private(key),
            Err(message) => Content::Fault(message),
        };
    }

    /// Adds a key, even one that is there already.
    fn push(&mut self, entry: Entry) -> EntryId {
        let id = EntryId(self.next);
        self.next += 1;
        self.entries.push(Entry { id, ..entry });
        id
    }

    /// Adds a key; where the same key or the same place of a file is there already, that entry
    /// takes it over.
    pub fn add(&mut self, entry: Entry) -> EntryId {
        self.revision += 1;
        // The same place goes before the same key: two files with one key are two entries, and both
        // are remembered.
        let candidates = || {
            self.entries
                .iter()
                .enumerate()
                .filter(|(_, known)| known.source != Source::Demo)
        };

        let same_place = candidates().find(|(_, known)| known.is_in_place_of(&entry));
        let same_key = || candidates().find(|(_, known)| known.has_key_of(&entry));
        let same = same_place.or_else(same_key).map(|(place, _)| place);

        if let Some(known) = same.and_then(|place| self.entries.get_mut(place)) {
            let stays_open = matches!(
                (&known.content, &entry.content),
                (Content::Private(_), Content::Locked(_))
            );
            if !stays_open && (entry.content.is_there() || !known.content.is_there()) {
                let (label, role) = (std::mem::take(&mut known.label), known.role);
                let (app_id, key_version) = (known.app_id.clone(), known.key_version.clone());
                let (id, colour) = (known.id, known.colour);
                let same_kind = known.content.is_public() == entry.content.is_public();
                let role = if same_kind || !known.content.is_there() {
                    role
                } else {
                    entry.role
                };

                // A file is worth more than the clipboard: it is there after the next start.
                let keeps_place = matches!(known.source, Source::File(..))
                    && !matches!(entry.source, Source::File(..));
                let (source, exposed) = if keeps_place {
                    (known.source.clone(), known.exposed)
                } else {
                    (entry.source.clone(), entry.exposed)
                };

                *known = Entry {
                    id,
                    role,
                    label,
                    app_id,
                    key_version,
                    colour,
                    source,
                    exposed,
                    ..entry
                };
            }

            let id = known.id;
            if self.active().signer().is_none() {
                self.active = self.entries[0].id;
            }

            return id;
        }

        self.push(entry)
    }

    /// Takes a key out; the demo key stays, and signs where the active one went.
    pub fn remove(&mut self, id: EntryId) {
        self.revision += 1;
        self.entries
            .retain(|entry| entry.id != id || entry.source == Source::Demo);
        if self.get(self.active).is_none() {
            self.active = EntryId(0);
        }
    }

    /// Lets a key sign, if it is a private one that can.
    pub fn activate(&mut self, id: EntryId) -> bool {
        self.revision += 1;
        let can = self.get(id).is_some_and(|entry| entry.signer().is_some());
        if can {
            self.active = id;
        }
        can
    }

    /// Notes that a remembered file cannot be read any more.
    pub fn fail(&mut self, path: &Path, message: &Message) {
        self.revision += 1;
        for entry in &mut self.entries {
            let is_of = matches!(&entry.source, Source::File(file, _) if file == path);
            if is_of && !entry.content.is_there() {
                entry.content = Content::Fault(message.clone());
            }
        }
    }

    /// Changes whenever a key may have changed.
    pub fn revision(&self) -> u64 {
        self.revision
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
        self.revision += 1;
        self.entries.iter_mut().find(|entry| entry.id == id)
    }

    /// The entry that signs.
    pub fn active(&self) -> &Entry {
        // The demo key is always there.
        self.get(self.active).unwrap_or(&self.entries[0])
    }

    /// The entry that signs, to edit.
    pub fn active_mut(&mut self) -> &mut Entry {
        self.revision += 1;
        let place = self
            .entries
            .iter()
            .position(|entry| entry.id == self.active)
            .unwrap_or(0);
        &mut self.entries[place]
    }

    /// The key that signs; `None` while the demo key is made.
    pub fn signer(&self) -> Option<&Arc<PrivateKey>> {
        let active = self.active().signer();
        active.or_else(|| self.entries[0].signer())
    }

    /// The entry with the other half of a key.
    pub fn partner(&self, entry: &Entry) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|other| other.is_other_half_of(entry))
    }

    /// How a key stands to what is pinned for its `appid` and `key_version`.
    pub fn pinned(&self, entry: &Entry) -> Pinned {
        let pin = self
            .pins
            .iter()
            .find(|pin| pin.app_id == entry.app_id && pin.key_version == entry.key_version);
        match (pin, entry.fingerprint()) {
            (Some(pin), Some(fingerprint)) if pin.fingerprint == fingerprint.to_string() => {
                Pinned::This
            }
            (Some(_), Some(_)) if entry.role != Role::PlatformPublic => Pinned::Other,
            _ => Pinned::Nothing,
        }
    }

    /// Pins a fingerprint for an entry's `appid` and `key_version`; `None` takes the pin away.
    pub fn pin(&mut self, id: EntryId, fingerprint: Option<&Fingerprint>) {
        let Some(entry) = self.get(id) else { return };
        let (app_id, key_version) = (entry.app_id.clone(), entry.key_version.clone());
        self.pins
            .retain(|pin| pin.app_id != app_id || pin.key_version != key_version);

        if let Some(fingerprint) = fingerprint {
            self.pins.push(Pin {
                app_id,
                key_version,
                fingerprint: fingerprint.to_string(),
            });
        }
    }

    /// What the platform will mind about signatures of a key.
    pub fn signature_remarks(&self, entry: &Entry) -> Vec<Remark> {
        entry.signature_remarks(self.pinned(entry))
    }

    /// Everything worth saying about a key, the gravest first.
    pub fn remarks(&self, entry: &Entry) -> Vec<Remark> {
        entry.remarks(self.pinned(entry))
    }
}
