//! In: the JSON of the settings file. Out: [`Settings`], read field by field, and the file's JSON
//! with what has changed.

use std::path::PathBuf;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::core::key::ring::{Content, Entry, Pin, Role, Source};

/// What is kept between two starts. Everything in it may be read by anyone: no key, no order.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Settings {
    /// Language tag (`zh-CN`, `en`); `None` follows the system.
    pub language: Option<String>,
    /// Light, dark, or the system's choice.
    pub theme: ThemeChoice,
    /// `appid` beside the demo key.
    pub app_id: String,
    /// `key_version` beside the demo key.
    pub key_version: String,
    /// The keys of the ring that lie in files.
    pub keys: Vec<KeyRecord>,
    /// Public keys that the console has.
    pub pins: Vec<Pin>,
    /// Width of the form in points.
    pub form_width: Option<f32>,
    /// Height of the problems list in points.
    pub problems_height: Option<f32>,
    /// Where the window was and how large.
    pub window: Option<WindowPlace>,
    /// How much everything is enlarged.
    pub zoom: Option<f32>,
    /// Name of the page in front.
    pub page: String,
    /// Whether amounts are typed in yuan.
    pub types_yuan: bool,
    /// Whether documents are not kept until the next start.
    pub forgets_drafts: bool,
    /// Whether no history is kept.
    pub forgets_history: bool,
    /// Files of orders that were opened or saved last, the latest first.
    #[serde(serialize_with = "readable_paths")]
    pub recent: Vec<PathBuf>,
}

/// Paths that JSON can write down.
fn readable_paths<S: serde::Serializer>(paths: &[PathBuf], out: S) -> Result<S::Ok, S::Error> {
    out.collect_seq(paths.iter().filter_map(|path| path.to_str()))
}

/// Where a window is and how large, in points.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// Of its frame's left edge; `None` where the system does not say.
    pub x: Option<f32>,
    /// Of its frame's upper edge; `None` where the system does not say.
    pub y: Option<f32>,
    /// Of what is drawn.
    pub width: f32,
    /// Of what is drawn.
    pub height: f32,
    /// Whether it fills the screen.
    #[serde(default)]
    pub maximized: bool,
}

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
    /// `appid` as typed.
    #[serde(default)]
    pub app_id: String,
    /// `key_version` as typed.
    #[serde(default)]
    pub key_version: String,
    /// Which of the colours it wears.
    #[serde(default)]
    pub colour: u8,
}

impl KeyRecord {
    /// What is remembered of an entry; only those in files are.
    pub fn of(entry: &Entry) -> Option<Self> {
        let Source::File(path, line) = &entry.source else {
            return None;
        };
        // The settings are JSON, which has no way to write other names down.
        path.to_str()?;

        let Entry {
            role,
            label,
            app_id,
            key_version,
            colour,
            ..
        } = entry.clone();
        Some(Self {
            path: path.clone(),
            line: *line,
            role,
            label,
            app_id,
            key_version,
            colour,
        })
    }

    /// The entry that it stands for, not read yet.
    pub fn entry(&self) -> Entry {
        let Self {
            path,
            line,
            role,
            label,
            app_id,
            key_version,
            colour,
        } = self.clone();
        Entry {
            role,
            label,
            app_id,
            key_version,
            colour,
            ..Entry::new(Content::Unread, Source::File(path, line))
        }
    }
}

/// The theme to use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

/// The lists of the file, each with the members by which an entry is the same one.
const LISTS: [(&str, &[&str]); 2] = [
    ("keys", &["path", "line"]),
    ("pins", &["app_id", "key_version"]),
];

fn first_line() -> usize {
    1
}

impl Settings {
    /// Reads every member by itself: one that is missing, of the wrong kind or from a newer version
    /// gives its default and takes no other with it.
    pub fn of_document(document: &Map<String, Value>) -> Self {
        let points = |name| {
            field::<Option<f32>>(document, name)
                .filter(|points| points.is_finite() && *points > 0.0)
        };
        Self {
            language: field(document, "language"),
            theme: field(document, "theme"),
            app_id: field(document, "app_id"),
            key_version: field(document, "key_version"),
            keys: list(document, "keys"),
            pins: list(document, "pins"),
            form_width: points("form_width"),
            problems_height: points("problems_height"),
            window: field(document, "window"),
            zoom: field::<Option<f32>>(document, "zoom").filter(|zoom| (0.2..=5.0).contains(zoom)),
            page: field(document, "page"),
            types_yuan: field(document, "types_yuan"),
            forgets_drafts: field(document, "forgets_drafts"),
            forgets_history: field(document, "forgets_history"),
            recent: list(document, "recent"),
        }
    }

    /// The document as it is to be written: what has changed since `before` over what stands there
    /// now. Members and entries that are not understood, or that another running copy has written,
    /// stay.
    pub fn merged_into(&self, document: &Map<String, Value>, before: &Self) -> Map<String, Value> {
        let mut merged = document.clone();
        let (ours, before) = (self.document(), before.document());
        for (name, value) in ours {
            let old = before.get(&name).unwrap_or(&Value::Null);
            if value == *old {
                continue;
            }

            let identity = LISTS
                .iter()
                .find(|(list, _)| *list == name)
                .map(|(_, identity)| *identity);
            let value = match identity {
                Some(identity) => merged_list(&value, old, merged.get(&name), identity),
                None => value,
            };
            merged.insert(name, value);
        }

        merged
    }

    fn document(&self) -> Map<String, Value> {
        match serde_json::to_value(self) {
            Ok(Value::Object(members)) => members,
            // A struct of texts and numbers is always an object.
            _ => Map::new(),
        }
    }
}

fn field<T: DeserializeOwned + Default>(document: &Map<String, Value>, name: &str) -> T {
    document
        .get(name)
        .and_then(|value| T::deserialize(value).ok())
        .unwrap_or_default()
}

fn list<T: DeserializeOwned>(document: &Map<String, Value>, name: &str) -> Vec<T> {
    let entries = document.get(name).and_then(Value::as_array);
    entries
        .into_iter()
        .flatten()
        .filter_map(|entry| T::deserialize(entry).ok())
        .collect()
}

/// The list that stands in the file, with our changes: entries that we took out or changed, and
/// those that we added.
fn merged_list(ours: &Value, before: &Value, there: Option<&Value>, identity: &[&str]) -> Value {
    let entries = |list: &Value| list.as_array().cloned().unwrap_or_default();
    let same =
        |one: &Value, other: &Value| identity.iter().all(|name| one.get(name) == other.get(name));
    let (ours, before) = (entries(ours), entries(before));
    let find =
        |list: &[Value], entry: &Value| list.iter().find(|other| same(other, entry)).cloned();

    let mut merged = Vec::new();
    for entry in there.map(entries).unwrap_or_default() {
        match (find(&ours, &entry), find(&before, &entry)) {
            (None, Some(_)) => {}
            (Some(new), old) if old.as_ref() != Some(&new) => merged.push(over(entry, new)),
            _ => merged.push(entry),
        }
    }

    for new in ours {
        let is_new = find(&before, &new).as_ref() != Some(&new);
        if is_new && find(&merged, &new).is_none() {
            merged.push(new);
        }
    }

    Value::Array(merged)
}

/// An entry with new members; others that it has stay.
fn over(mut entry: Value, new: Value) -> Value {
    if let (Value::Object(members), Value::Object(new)) = (&mut entry, new) {
        members.extend(new);
    }
    entry
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document(value: Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap()
    }

    fn record(path: &str) -> Value {
        json!({ "path": path, "line": 1, "role": "application_private" })
    }

    #[test]
    fn one_unreadable_value_takes_no_other_with_it() {
        let good = json!({
            "language": "en", "theme": "dark", "app_id": "tt1", "key_version": "2", "form_width": 500.0,
            "problems_height": 90.0, "keys": [record("/a"), record("/b")],
            "pins": [{ "app_id": "tt1", "key_version": "2", "fingerprint": "f" }],
        });
        let whole = Settings::of_document(&document(good.clone()));
        assert_eq!(
            (whole.keys.len(), whole.pins.len(), whole.form_width),
            (2, 1, Some(500.0))
        );

        for name in document(good.clone()).keys() {
            for wrong in [
                json!(null),
                json!(7),
                json!("mauve"),
                json!([7]),
                json!({ "x": 1 }),
                json!(true),
            ] {
                let mut broken = document(good.clone());
                broken.insert(name.clone(), wrong.clone());
                let read = Settings::of_document(&broken);
                let mut expected = document(good.clone());
                expected.insert(
                    name.clone(),
                    serde_json::to_value(&read).unwrap()[name].clone(),
                );
                assert_eq!(read, Settings::of_document(&expected), "{name} = {wrong}");
                // Nothing was changed, so nothing is written otherwise than it was.
                assert_eq!(read.merged_into(&broken, &read), broken);
            }
        }

        for wrong in ["1e999", "-1", "0"] {
            let text = format!("{{\"form_width\":{wrong}}}");
            assert_eq!(
                Settings::of_document(&serde_json::from_str(&text).unwrap()).form_width,
                None
            );
        }
    }

    #[test]
    fn what_a_newer_version_wrote_stays() {
        let there = document(json!({
            "future": { "a": [1] }, "theme": "sepia",
            "keys": [{ "path": "/a", "line": 1, "role": "application_private", "future": 1.50 }, { "hsm": "slot 3" }, 7],
        }));
        let before = Settings::of_document(&there);
        let mut after = before.clone();
        after.keys[0].label = "mine".to_owned();
        let merged = after.merged_into(&there, &before);

        assert_eq!(merged["future"], there["future"]);
        assert_eq!(merged["theme"], "sepia");
        assert_eq!(
            (&merged["keys"][0]["future"], &merged["keys"][0]["label"]),
            (&there["keys"][0]["future"], &json!("mine"))
        );
        assert_eq!(
            (&merged["keys"][1], &merged["keys"][2]),
            (&there["keys"][1], &there["keys"][2])
        );
    }

    #[test]
    fn two_copies_lose_nothing_of_each_other() {
        let start = document(json!({ "keys": [record("/a"), record("/b")] }));
        let before = Settings::of_document(&start);

        let mut one = before.clone();
        one.keys.push(
            Settings::of_document(&document(json!({ "keys": [record("/one")] })))
                .keys
                .remove(0),
        );
        one.pins.push(Pin {
            app_id: "tt1".into(),
            key_version: "1".into(),
            fingerprint: "f1".into(),
        });
        let mut two = before.clone();
        two.keys.remove(0);
        two.pins.push(Pin {
            app_id: "tt2".into(),
            key_version: "1".into(),
            fingerprint: "f2".into(),
        });

        let there = two.merged_into(&one.merged_into(&start, &before), &before);
        let both = Settings::of_document(&there);
        let paths: Vec<_> = both
            .keys
            .iter()
            .map(|key| key.path.to_str().unwrap())
            .collect();
        assert_eq!(paths, ["/b", "/one"]);
        assert_eq!(both.pins.len(), 2);
    }
}
