//! The key ring as the window speaks of it: names of keys and profiles, and the keys that
//! signatures are checked with.

use std::path::Path;

use crate::core::diagnosis::KnownKey;
use crate::core::key::profile::Profile;
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

/// What a profile is called: by the user, or else by its mini-program or its key.
pub fn profile_name(profile: &Profile, ring: &Ring, lang: Lang) -> String {
    let key = ring.key_of(profile);
    if !profile.name.trim().is_empty() {
        profile.name.trim().to_owned()
    } else if profile.is_demo() {
        lang.text("profile.demo").into_owned()
    } else if !profile.app_id.trim().is_empty() {
        profile.app_id.trim().to_owned()
    } else if let Some(entry) = key {
        title_of(entry, lang)
    } else {
        lang.text("profile.unnamed").into_owned()
    }
}

/// A profile as lists name it: with its mini-program, and that real customers pay.
pub fn profile_line(profile: &Profile, ring: &Ring, lang: Lang) -> String {
    let name = profile_name(profile, ring, lang);
    let (app_id, key_version) = (profile.app_id.trim(), profile.key_version.trim());
    let mut parts = vec![name.clone()];
    if app_id.is_empty() {
        parts.push(lang.text("profile.no_app_id").into_owned());
    } else if app_id != name {
        parts.push(app_id.to_owned());
    }
    if !key_version.is_empty() {
        parts.push(format!("v{key_version}"));
    }
    if profile.is_production {
        parts.push(lang.text("profile.production_badge").into_owned());
    }
    parts.join("  ·  ")
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
    let is_other = |entry: &&Entry| active.is_none_or(|active| active.id != entry.id);
    let others = ring.entries().iter().filter(is_other);

    for entry in active.into_iter().chain(others) {
        let Some(key) = entry.public().filter(|key| {
            !keys
                .iter()
                .any(|known| known.key.fingerprint() == key.fingerprint())
        }) else {
            continue;
        };
        keys.push(KnownKey {
            name: described(entry, ring, lang),
            is_platform: entry.role == Role::PlatformPublic,
            is_expected: false,
            app_id: said(entry, ring, |profile| &profile.app_id),
            key_version: said_version(entry, ring),
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

fn described(entry: &Entry, ring: &Ring, lang: Lang) -> String {
    let title = title_of(entry, lang);
    let mut profiles = ring.profiles_of(entry).filter(|profile| is_said(profile));
    match profiles.next() {
        Some(profile) if entry.role != Role::PlatformPublic => {
            format!("{title} · {} · v{}", profile.app_id, profile.key_version)
        }
        _ => title,
    }
}

/// `key_version` under which the console has an application key, if all its profiles say the same.
pub fn said_version(entry: &Entry, ring: &Ring) -> Option<String> {
    said(entry, ring, |profile| &profile.key_version)
}

/// What the user says of an application key, if all its profiles say the same; a platform key has
/// no `appid` and no version of ours.
fn said(entry: &Entry, ring: &Ring, value: fn(&Profile) -> &str) -> Option<String> {
    let profiles = ring.profiles_of(entry).filter(|profile| is_said(profile));
    let mut values = profiles.map(|profile| value(profile).trim());
    let first = values.next()?;
    let is_one = entry.role != Role::PlatformPublic && values.all(|other| other == first);
    (is_one && !first.is_empty()).then(|| first.to_owned())
}

/// Whether a profile is of a mini-program: not of the one that only stands for the user's own.
fn is_said(profile: &Profile) -> bool {
    !profile.app_id.trim().is_empty() && profile.app_id != DEMO_APP_ID
}
