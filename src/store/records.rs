//! In: keys and profiles. Out: what is remembered of them in the settings and in files for others:
//! nothing of a private key.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use super::members::{field, list};
use crate::core::key::Fingerprint;
use crate::core::key::profile::{Defaults, Pin, Profile, ProfileId};
use crate::core::key::ring::{Content, Entry, Ring, Role, Source};

/// What is remembered of a key: where it lies and what the user says about it, nothing of the key
/// itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeyRecord {
    /// Its file.
    pub path: PathBuf,
    /// The line of the file on which it begins, from 1.
    #[serde(default = "first_line")]
    pub line: usize,
    /// What it is for.
    pub role: Role,
    /// What the user calls it.
    #[serde(default)]
    pub label: String,
}

impl KeyRecord {
    /// What is remembered of an entry; only those in files are.
    pub fn of(entry: &Entry) -> Option<Self> {
        let Source::File(path, line) = &entry.source else {
            return None;
        };
        // The settings are JSON, which has no way to write other names down.
        path.to_str()?;

        Some(Self {
            path: path.clone(),
            line: *line,
            role: entry.role,
            label: entry.label.clone(),
        })
    }

    /// The entry that it stands for, not read yet.
    pub fn entry(&self) -> Entry {
        let Self {
            path,
            line,
            role,
            label,
        } = self.clone();
        Entry {
            role,
            label,
            ..Entry::new(Content::Unread, Source::File(path, line))
        }
    }
}

fn first_line() -> usize {
    1
}

/// What is remembered of a profile: what the user says of it, and where its key lies.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProfileRecord {
    /// Its name from one start to the next.
    pub id: ProfileId,
    /// What the user calls it.
    #[serde(default)]
    pub name: String,
    /// Which of the colours it wears.
    #[serde(default)]
    pub colour: u8,
    /// `appid` as typed.
    #[serde(default)]
    pub app_id: String,
    /// `key_version` as typed.
    #[serde(default)]
    pub key_version: String,
    /// File of its key.
    #[serde(default)]
    pub path: Option<PathBuf>,
    /// The line of the file on which the key begins, from 1.
    #[serde(default)]
    pub line: usize,
    /// SHA-256 of the SPKI of its key, hex digits.
    #[serde(default)]
    pub fingerprint: Option<String>,
    /// What the console has.
    #[serde(default)]
    pub pin: Option<PinRecord>,
    /// Whether real customers pay what is signed for it.
    #[serde(default)]
    pub is_production: bool,
    /// What its new orders begin with.
    #[serde(default)]
    pub defaults: Defaults,
    /// How many numbers with `{{counter}}` were given so far.
    #[serde(default)]
    pub counter: u64,
}

/// What is remembered of a pin.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PinRecord {
    /// SHA-256 of the SPKI, hex digits.
    pub fingerprint: String,
    /// `appid`.
    pub app_id: String,
    /// `key_version`.
    pub key_version: String,
}

impl ProfileRecord {
    /// What is remembered of a profile of a ring.
    pub fn of(profile: &Profile, ring: &Ring) -> Self {
        let key = ring.key_of(profile).and_then(KeyRecord::of);
        let digits = |fingerprint: &Option<Fingerprint>| {
            let fingerprint = fingerprint.as_ref();
            // The demo key is another one at each start.
            fingerprint
                .filter(|_| !profile.is_demo())
                .map(ToString::to_string)
        };
        Self {
            id: profile.id,
            name: profile.name.clone(),
            colour: profile.colour,
            app_id: profile.app_id.clone(),
            key_version: profile.key_version.clone(),
            line: key.as_ref().map_or(0, |key| key.line),
            path: key.map(|key| key.path),
            fingerprint: digits(&profile.fingerprint),
            pin: profile.pin.as_ref().map(|pin| PinRecord {
                fingerprint: pin.fingerprint.to_string(),
                app_id: pin.app_id.clone(),
                key_version: pin.key_version.clone(),
            }),
            is_production: profile.is_production,
            defaults: profile.defaults.clone(),
            counter: profile.counter,
        }
    }

    /// The profile that it stands for, with its key if that is in the ring.
    pub fn profile(&self, ring: &Ring) -> Profile {
        let lies_there = |entry: &&Entry| match &entry.source {
            Source::File(path, line) => Some(path) == self.path.as_ref() && *line == self.line,
            _ => self.id == ProfileId::DEMO && entry.source == Source::Demo,
        };
        let of = |digits: &Option<String>| digits.as_deref().and_then(Fingerprint::parse);
        Profile {
            id: self.id,
            name: self.name.clone(),
            colour: self.colour,
            app_id: self.app_id.clone(),
            key_version: self.key_version.clone(),
            key: ring.entries().iter().find(lies_there).map(|key| key.id),
            fingerprint: of(&self.fingerprint),
            pin: self.pin.as_ref().and_then(|pin| {
                Some(Pin {
                    fingerprint: Fingerprint::parse(&pin.fingerprint)?,
                    app_id: pin.app_id.clone(),
                    key_version: pin.key_version.clone(),
                })
            }),
            is_production: self.is_production,
            defaults: self.defaults.clone(),
            counter: self.counter,
        }
    }
}

/// The profiles of settings in which `appid` and `key_version` still hung on keys: one for each
/// private key, and for public ones of mini-programs that none is of.
pub(super) fn of_keys(settings: &Map<String, Value>) -> Vec<ProfileRecord> {
    let pins: Vec<PinRecord> = list(settings, "pins");
    let of = |members: &Map<String, Value>, id: ProfileId| {
        let mut record = ProfileRecord {
            id,
            name: field(members, "label"),
            colour: field(members, "colour"),
            app_id: field(members, "app_id"),
            key_version: field(members, "key_version"),
            path: field(members, "path"),
            line: field::<Option<usize>>(members, "line").unwrap_or_else(first_line),
            ..ProfileRecord::default()
        };
        let pin = pins
            .iter()
            .find(|pin| pin.app_id == record.app_id && pin.key_version == record.key_version);
        record.pin = pin.cloned();
        record
    };

    let keys: Vec<Map<String, Value>> = list(settings, "keys");
    let of_role = |role: Role| {
        keys.iter().filter(move |key| {
            let is_said = !field::<String>(key, "app_id").is_empty();
            is_said && field::<Option<Role>>(key, "role") == Some(role)
        })
    };
    let mut all = vec![of(settings, ProfileId::DEMO)];
    for role in [Role::ApplicationPrivate, Role::ApplicationPublic] {
        for key in of_role(role) {
            let new = of(key, id_of(key));
            let is_known = all
                .iter()
                .any(|one| (&one.app_id, &one.key_version) == (&new.app_id, &new.key_version));
            if role == Role::ApplicationPrivate || !is_known {
                all.push(new);
            }
        }
    }
    all
}

/// A number that the profile of a key has whenever it is made of it, until it is written.
fn id_of(key: &Map<String, Value>) -> ProfileId {
    let place = json!([key.get("path"), key.get("line")]).to_string();
    let digest = Sha256::digest(place.as_bytes());
    let digits = digest[..6].iter();
    ProfileId(digits.fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

/// Members of a profile that say something on this machine only.
const OWN: [&str; 4] = ["id", "path", "line", "counter"];

/// Profiles as they are handed to others: without keys and without where those lie.
pub fn exported(profiles: &[ProfileRecord]) -> String {
    let shared = profiles.iter().map(|record| {
        let mut value = json!(record);
        if let Value::Object(members) = &mut value {
            members.retain(|name, _| !OWN.contains(&name.as_str()));
        }
        value
    });
    format!("{:#}\n", json!({ "profiles": shared.collect::<Vec<_>>() }))
}

/// Reads profiles that somebody handed over; they have no number yet. `None` where there are none
/// in the text.
pub fn imported(text: &str) -> Option<Vec<ProfileRecord>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut document: Map<String, Value> = serde_json::from_str(text).ok()?;
    let all = document.get_mut("profiles").and_then(Value::as_array_mut);
    for profile in all.into_iter().flatten().filter_map(Value::as_object_mut) {
        profile.retain(|name, _| !OWN.contains(&name.as_str()));
        profile.insert("id".to_owned(), json!(ProfileId::default()));
    }
    let profiles = list(&document, "profiles");
    (!profiles.is_empty()).then_some(profiles)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_handed_over_comes_back_without_what_is_of_this_machine() {
        let record = ProfileRecord {
            id: ProfileId(7),
            name: "shop".to_owned(),
            app_id: "tt1".to_owned(),
            path: Some("/home/me/key.pem".into()),
            line: 1,
            fingerprint: Some("f".to_owned()),
            is_production: true,
            ..ProfileRecord::default()
        };
        let text = exported(std::slice::from_ref(&record));
        assert!(
            !text.contains("/home") && !text.contains("\"id\""),
            "{text}"
        );
        let back = imported(&format!("\u{feff}{text}")).unwrap();
        let expected = ProfileRecord {
            id: ProfileId::default(),
            path: None,
            line: 0,
            ..record
        };
        assert_eq!(back, [expected]);
    }

    #[test]
    fn what_holds_no_profiles_is_not_read() {
        for text in [
            "",
            "{}",
            "[]",
            "{\"profiles\":[]}",
            "{\"profiles\":[7]}",
            "x",
        ] {
            assert_eq!(imported(text), None, "{text}");
        }
    }
}
