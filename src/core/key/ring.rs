//! In: keys as they are read, and what people say about them. Out: the key ring: who signs for
//! which mini-program, what belongs together.

use std::path::Path;
use std::sync::Arc;

pub use super::entry::{Content, Entry, EntryId, Remark, Role, Source};
use super::fingerprint::Fingerprint;
use super::private::PrivateKey;
use super::profile::{Pinned, Profile, ProfileId};
use crate::core::finding::{Message, Severity};

/// All keys, and the profiles that sign with them, one of which is in use.
#[derive(Debug)]
pub struct Ring {
    entries: Vec<Entry>,
    profiles: Vec<Profile>,
    active: ProfileId,
    next: u64,
    revision: u64,
}

impl Default for Ring {
    fn default() -> Self {
        Self::new()
    }
}

impl Ring {
    /// A ring with the demo key and its profile, which signs until another one does: as soon as the
    /// key is made.
    pub fn new() -> Self {
        let mut ring = Self {
            entries: Vec::new(),
            profiles: Vec::new(),
            active: ProfileId::DEMO,
            next: 0,
            revision: 0,
        };
        let role = Role::ApplicationPrivate;
        let demo = ring.push(Entry {
            role,
            ..Entry::new(Content::Making, Source::Demo)
        });
        ring.profiles.push(Profile {
            key: Some(demo),
            ..Profile::default()
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
                let id = known.id;
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
                    source,
                    exposed,
                    ..entry
                };
            }

            let id = known.id;
            self.link(id);
            return id;
        }

        let id = self.push(entry);
        self.link(id);
        id
    }

    /// Gives a key to the profiles that are known to sign with it and whose own cannot be had any
    /// more. What is remembered of a profile's key stays: another one in its place is to be
    /// noticed.
    fn link(&mut self, id: EntryId) {
        let Some(entry) = self.entries.iter().find(|entry| entry.id == id) else {
            return;
        };
        let Some(fingerprint) = entry.fingerprint().cloned() else {
            return;
        };
        if entry.role != Role::ApplicationPrivate || entry.source == Source::Demo {
            return;
        }

        let is_there = |id: EntryId| {
            let entry = self.entries.iter().find(|entry| entry.id == id);
            entry.is_some_and(|entry| entry.content.is_there())
        };
        for profile in &mut self.profiles {
            if profile.key == Some(id) {
                profile
                    .fingerprint
                    .get_or_insert_with(|| fingerprint.clone());
            } else if profile.fingerprint.as_ref() == Some(&fingerprint)
                && !profile.key.is_some_and(is_there)
            {
                profile.key = Some(id);
            }
        }
    }

    /// Takes a key out; the demo key stays. Profiles that sign with it have none then, and get it
    /// again when it comes back.
    pub fn remove(&mut self, id: EntryId) {
        self.revision += 1;
        self.entries
            .retain(|entry| entry.id != id || entry.source == Source::Demo);
        let is_there = |id: EntryId| self.entries.iter().any(|entry| entry.id == id);
        for profile in &mut self.profiles {
            profile.key = profile.key.filter(|id| is_there(*id));
        }
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

    /// A locked key was opened, or a new one has come: the entry holds it now.
    pub fn open(&mut self, id: EntryId, key: Arc<PrivateKey>) {
        if let Some(entry) = self.get_mut(id) {
            entry.content = Content::Private(key);
        }
        self.link(id);
    }

    /// All profiles, that of the demo key first.
    pub fn profiles(&self) -> &[Profile] {
        &self.profiles
    }

    /// One profile.
    pub fn get_profile(&self, id: ProfileId) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id == id)
    }

    /// One profile, to edit.
    pub fn profile_mut(&mut self, id: ProfileId) -> Option<&mut Profile> {
        self.revision += 1;
        self.profiles.iter_mut().find(|profile| profile.id == id)
    }

    /// Puts a profile at a place of the list, at its end where there is no such place. One of the
    /// same name in the ring gives way.
    pub fn put_profile(&mut self, place: usize, mut profile: Profile) {
        self.revision += 1;
        // The key may have gone meanwhile, or come.
        let own = profile.key.filter(|id| self.get(*id).is_some());
        profile.key = own.or_else(|| self.private_key_of(profile.fingerprint.as_ref()));
        self.profiles.retain(|other| other.id != profile.id);
        // The first one is the demo key's.
        let first = usize::from(!profile.is_demo());
        let place = place.clamp(first.min(self.profiles.len()), self.profiles.len());
        self.profiles.insert(place, profile);
    }

    /// Lets a profile sign with a key, or with none; the one that it had is forgotten.
    pub fn give_key(&mut self, profile: ProfileId, key: impl Into<Option<EntryId>>) {
        let key = key.into();
        let fingerprint = key.and_then(|id| self.get(id)?.fingerprint().cloned());
        if let Some(profile) = self.profile_mut(profile) {
            (profile.key, profile.fingerprint) = (key, fingerprint);
        }
    }

    /// The private key with a fingerprint, if the ring has it.
    pub fn private_key_of(&self, fingerprint: Option<&Fingerprint>) -> Option<EntryId> {
        let is_it = |entry: &&Entry| {
            entry.role == Role::ApplicationPrivate
                && entry.source != Source::Demo
                && entry.fingerprint().is_some()
                && entry.fingerprint() == fingerprint
        };
        self.entries.iter().find(is_it).map(|entry| entry.id)
    }

    /// Takes a profile out, with its place in the list; that of the demo key stays.
    pub fn remove_profile(&mut self, id: ProfileId) -> Option<(usize, Profile)> {
        self.revision += 1;
        let is_it = |profile: &Profile| profile.id == id && !profile.is_demo();
        let place = self.profiles.iter().position(is_it)?;
        Some((place, self.profiles.remove(place)))
    }

    /// Signs for a profile from now on: that of the demo key where there is no such one.
    pub fn use_profile(&mut self, id: ProfileId) {
        let id = self.get_profile(id).map_or(ProfileId::DEMO, |one| one.id);
        if self.active != id {
            self.revision += 1;
            self.active = id;
        }
    }

    /// The profile that is signed for.
    pub fn profile(&self) -> &Profile {
        // That of the demo key is always there.
        self.get_profile(self.active).unwrap_or(&self.profiles[0])
    }

    /// The key of a profile, however far it is read.
    pub fn key_of(&self, profile: &Profile) -> Option<&Entry> {
        profile.key.and_then(|id| self.get(id))
    }

    /// The entry that signs, however far it is read.
    pub fn active(&self) -> Option<&Entry> {
        self.key_of(self.profile())
    }

    /// The key that signs, if it can; no other one does in its place.
    pub fn signer(&self) -> Option<&Arc<PrivateKey>> {
        self.active()?.signer()
    }

    /// The profiles that sign with a key or are checked with its other half.
    pub fn profiles_of<'r>(&'r self, entry: &'r Entry) -> impl Iterator<Item = &'r Profile> {
        self.profiles.iter().filter(|profile| {
            let fingerprint = self.key_of(profile).and_then(Entry::fingerprint);
            profile.key == Some(entry.id)
                || fingerprint.is_some() && fingerprint == entry.fingerprint()
        })
    }

    /// The entry with the other half of a key.
    pub fn partner(&self, entry: &Entry) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|other| other.is_other_half_of(entry))
    }

    /// How the key of a profile stands to what is pinned for it.
    pub fn pinned(&self, profile: &Profile) -> Pinned {
        let fingerprint = self.key_of(profile).and_then(Entry::fingerprint);
        match (profile.pinned(), fingerprint) {
            (Some(pin), Some(fingerprint)) if pin == fingerprint => Pinned::This,
            (Some(_), Some(_)) => Pinned::Other,
            _ => Pinned::Nothing,
        }
    }

    /// What the platform will mind about signatures for a profile.
    pub fn signature_remarks(&self, profile: &Profile) -> Vec<Remark> {
        let of_key = self.key_of(profile).map(Entry::signature_remarks);
        let mut remarks = of_key.unwrap_or_default();
        let now = self.key_of(profile).and_then(Entry::fingerprint);
        if let (Some(before), Some(now)) = (&profile.fingerprint, now)
            && before != now
        {
            let message = Message::new("key_remark.other_key").with("before", before.short());
            remarks.push(Remark {
                severity: Severity::Warning,
                message: message.with("now", now.short()),
            });
        }
        if self.pinned(profile) == Pinned::Other {
            let message = Message::new("key_remark.not_pinned").with("app_id", &profile.app_id);
            remarks.push(Remark {
                severity: Severity::Warning,
                message: message.with("key_version", &profile.key_version),
            });
        }
        remarks
    }
}
