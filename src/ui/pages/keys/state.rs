//! What belongs to the keys page alone.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::core::finding::Message;
use crate::core::key::Passphrase;
use crate::core::key::profile::ProfileId;
use crate::core::key::ring::{EntryId, Ring, Source};
use crate::core::key::write::PrivateForm;
use crate::ui::tab_id::TabId;

/// What belongs to this page alone.
#[derive(Debug, Default)]
pub struct KeysPage {
    /// What is shown; the profile in use where it is gone.
    selected: Option<Shown>,
    /// The document that was in front when a key was asked for last.
    pub for_tab: Option<TabId>,
    /// What is to be typed next.
    pub next: Option<Next>,
    /// Path as typed.
    pub path: String,
    /// Whether the next paste is a key.
    pub awaits_paste: bool,
    /// Why the last file could not be used.
    pub fault: Option<Fault>,
    /// The passphrase as typed.
    pub passphrase: Passphrase,
    /// Whether a key is being opened.
    pub opening: bool,
    /// Why the passphrase did not open the key.
    pub passphrase_fault: Option<Message>,
    /// Raised to stop the making of a pair; there while one is made.
    pub generation: Option<Arc<AtomicBool>>,
    /// A fingerprint to pin, as typed.
    pub(super) pin: String,
    /// What is asked before a private key is saved.
    pub(super) saving: Option<Saving>,
    /// Whether the window may close over a new key that is not saved.
    pub closing: Closing,
    /// A key that is nowhere else, and was asked to be removed once.
    pub(super) to_lose: Option<EntryId>,
}

/// What is to be typed next, of what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// The `appid` of the profile.
    AppId,
    /// The passphrase of the key.
    Passphrase,
}

/// What the details are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A profile and its key.
    Profile(ProfileId),
    /// A key that no profile has.
    Key(EntryId),
}

/// How far the question has come whether a new key may be lost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Closing {
    /// Nothing was asked.
    #[default]
    Open,
    /// The window was to be closed, and the question stands.
    Asked,
    /// It may be lost.
    Agreed,
}

/// What is asked before a private key is saved.
#[derive(Debug, Default)]
pub struct Saving {
    pub(super) form: PrivateForm,
    pub(super) encrypt: bool,
    pub(super) passphrase: Passphrase,
    pub(super) repeated: Passphrase,
}

/// A file or a paste that could not be used.
#[derive(Debug)]
pub struct Fault {
    /// Where it came from.
    pub source: Source,
    /// What, why, and what to do.
    pub message: Message,
}

impl KeysPage {
    /// Shows the details of a profile or a key.
    pub fn select(&mut self, shown: Shown) {
        if self.selected != Some(shown) {
            *self = Self {
                selected: Some(shown),
                next: self.next,
                for_tab: self.for_tab,
                path: std::mem::take(&mut self.path),
                awaits_paste: self.awaits_paste,
                fault: self.fault.take(),
                generation: self.generation.take(),
                ..Self::default()
            };
        }
    }

    /// A passphrase was tried on a key; the page may show another one by now, whose field is left
    /// alone.
    pub fn opened(&mut self, id: EntryId, ring: &Ring, fault: Option<Message>) {
        self.opening = false;
        if self.key(ring) == Some(id) {
            self.passphrase = Passphrase::default();
            self.next = fault.is_some().then_some(Next::Passphrase);
            self.passphrase_fault = fault;
        }
    }

    /// What is shown.
    pub fn shown(&self, ring: &Ring) -> Shown {
        let is_there = |shown: &Shown| match shown {
            Shown::Profile(id) => ring.get_profile(*id).is_some(),
            Shown::Key(id) => ring.get(*id).is_some(),
        };
        let in_use = Shown::Profile(ring.profile().id);
        self.selected.filter(is_there).unwrap_or(in_use)
    }

    /// The key whose details are shown, if there is one.
    pub fn key(&self, ring: &Ring) -> Option<EntryId> {
        match self.shown(ring) {
            Shown::Profile(id) => ring.get_profile(id).and_then(|profile| profile.key),
            Shown::Key(id) => Some(id),
        }
    }
}
