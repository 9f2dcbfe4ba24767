//! The key ring as the window speaks of it: names of keys, and those that signatures are checked
//! with.

use std::path::Path;

use crate::core::diagnosis::KnownKey;
use crate::core::key::ring::{Entry, Ring, Role, Source};
use crate::texts::Lang;

/// `appid` shown until the user enters one; no real one has this form of 16 zeros.
pub const DEMO_APP_ID: &str = "tt0000000000000000";

/// What a key is called: by the user, or else by where it came from.
pub fn title_of(entry: &Entry, lang: Lang) -> String {
    if !entry.label.trim().is_empty() {
        return entry.label.trim().to_owned();
    }
    source_name(&entry.source, lang)
}

/// The name of a place that a key came from.
pub fn source_name(source: &Source, lang: Lang) -> String {
    match source {
        Source::Demo => lang.text("key_name.demo").into_owned(),
        Source::Pasted => lang.text("key_name.pasted").into_owned(),
        Source::Generated => lang.text("key_name.generated").into_owned(),
        Source::File(path, _) => file_name(path),
    }
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// The public keys of the ring, each once; the one that signs first.
fn known_keys(ring: &Ring, lang: Lang) -> Vec<KnownKey> {
    let mut keys: Vec<KnownKey> = Vec::new();
    let active = ring.active();
    let others = ring.entries().iter().filter(|entry| entry.id != active.id);

    for entry in [active].into_iter().chain(others) {
        let Some(key) = entry.public().filter(|key| {
            !keys
                .iter()
                .any(|known| known.key.fingerprint() == key.fingerprint())
        }) else {
            continue;
        };
        keys.push(KnownKey {
            name: described(entry, lang),
            is_platform: entry.role == Role::PlatformPublic,
            is_expected: false,
            app_id: said(entry, &entry.app_id),
            key_version: said(entry, &entry.key_version),
            key: key.clone(),
        });
    }

    keys
}

/// The keys that signatures are checked with, listed when they change.
#[derive(Debug, Default)]
pub struct KnownKeys {
    of: Option<(u64, Lang)>,
    keys: Vec<KnownKey>,
}

impl KnownKeys {
    /// Lists them anew where the ring or the language has changed.
    pub fn follow(&mut self, ring: &Ring, lang: Lang) {
        let of = Some((ring.revision(), lang));
        if self.of != of {
            self.keys = known_keys(ring, lang);
            self.of = of;
        }
    }

    /// All of them.
    pub fn keys(&self) -> &[KnownKey] {
        &self.keys
    }
}

fn described(entry: &Entry, lang: Lang) -> String {
    let title = title_of(entry, lang);
    match entry.role {
        Role::PlatformPublic => title,
        _ if said(entry, &entry.app_id).is_none() => title,
        _ => format!("{title} · {} · v{}", entry.app_id, entry.key_version),
    }
}

/// What the user says of an application key; a platform key has no `appid` and no version of ours.
fn said(entry: &Entry, value: &str) -> Option<String> {
    let is_said = entry.role != Role::PlatformPublic
        && !value.trim().is_empty()
        && entry.app_id != DEMO_APP_ID;
    is_said.then(|| value.trim().to_owned())
}
