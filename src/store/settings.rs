//! In: the JSON of the settings file. Out: [`Settings`], read field by field, and the file's JSON
//! with what has changed.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::core::key::profile::ProfileId;
use crate::core::order::tag_groups::TagGroup;

use super::members::{field, list, merged_list};
use super::records::{KeyRecord, ProfileRecord, of_keys};

/// What is kept between two starts. Everything in it may be read by anyone: no key, no order.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Settings {
    /// Language tag (`zh-CN`, `en`); `None` follows the system.
    pub language: Option<String>,
    /// Light, dark, or the system's choice.
    pub theme: ThemeChoice,
    /// The keys of the ring that lie in files.
    pub keys: Vec<KeyRecord>,
    /// The mini-programs that are signed for, that of the demo key first.
    pub profiles: Vec<ProfileRecord>,
    /// The one that was signed for last.
    pub profile: ProfileId,
    /// Width of the form in points.
    pub form_width: Option<f32>,
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
    /// Tag groups that the platform has answered to the user.
    pub tag_groups: Vec<TagGroup>,
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
const LISTS: [(&str, &[&str]); 3] = [
    ("keys", &["path", "line"]),
    ("profiles", &["id"]),
    ("tag_groups", &["id"]),
];

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
            keys: list(document, "keys"),
            profiles: if document.contains_key("profiles") {
                list(document, "profiles")
            } else {
                of_keys(document)
            },
            profile: field(document, "profile"),
            form_width: points("form_width"),
            window: field(document, "window"),
            zoom: field::<Option<f32>>(document, "zoom").filter(|zoom| (0.2..=5.0).contains(zoom)),
            page: field(document, "page"),
            types_yuan: field(document, "types_yuan"),
            forgets_drafts: field(document, "forgets_drafts"),
            forgets_history: field(document, "forgets_history"),
            tag_groups: list(document, "tag_groups"),
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
            "language": "en", "theme": "dark", "form_width": 500.0, "profile": "7",
            "keys": [record("/a"), record("/b")],
            "profiles": [{ "id": "7", "app_id": "tt1", "key_version": "2" }],
        });
        let whole = Settings::of_document(&document(good.clone()));
        assert_eq!(
            (whole.keys.len(), whole.profiles.len(), whole.form_width),
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
        let profile = |id| ProfileRecord {
            id: ProfileId(id),
            ..ProfileRecord::default()
        };
        one.profiles.push(profile(1));
        let mut two = before.clone();
        two.keys.remove(0);
        two.profiles.push(profile(2));

        let there = two.merged_into(&one.merged_into(&start, &before), &before);
        let both = Settings::of_document(&there);
        let paths: Vec<_> = both
            .keys
            .iter()
            .map(|key| key.path.to_str().unwrap())
            .collect();
        assert_eq!(paths, ["/b", "/one"]);
        assert_eq!(
            both.profiles.len(),
            3,
            "that of the demo key is always there"
        );
    }

    #[test]
    fn two_copies_edit_one_profile_and_count_its_numbers() {
        let start = document(json!({ "profiles": [{ "id": "7", "name": "shop", "counter": 3 }] }));
        let before = Settings::of_document(&start);
        let (mut one, mut two) = (before.clone(), before.clone());
        one.profiles[0].name = "Shop".to_owned();
        one.profiles[0].counter = 9;
        two.profiles[0].app_id = "tt1".to_owned();
        two.profiles[0].counter = 4;
        let there = two.merged_into(&one.merged_into(&start, &before), &before);
        let both = &Settings::of_document(&there).profiles[0];
        assert_eq!(
            (&*both.name, &*both.app_id, both.counter),
            ("Shop", "tt1", 9)
        );
    }

    #[test]
    fn what_hung_on_keys_becomes_profiles() {
        let old = document(json!({
            "app_id": "tt0", "key_version": "1",
            "keys": [
                { "path": "/a", "line": 3, "role": "application_private", "label": "shop",
                  "app_id": "tt1", "key_version": "2", "colour": 4 },
                record("/b"),
                { "path": "/public", "line": 1, "role": "application_public", "app_id": "tt1",
                  "key_version": "2" },
                { "path": "/other", "line": 1, "role": "application_public", "app_id": "tt3" },
                { "path": "/platform", "line": 1, "role": "platform_public", "app_id": "tt4" },
            ],
            "pins": [{ "app_id": "tt1", "key_version": "2", "fingerprint": "f" }],
        }));
        let before = Settings::of_document(&old);
        let [demo, shop, other] = &*before.profiles else {
            panic!("{:?}", before.profiles)
        };
        assert_eq!((&*demo.app_id, &*demo.key_version), ("tt0", "1"));
        assert_eq!(
            (&*shop.name, &*shop.app_id, shop.colour),
            ("shop", "tt1", 4)
        );
        assert_eq!((shop.line, &*shop.key_version), (3, "2"));
        assert_eq!(shop.pin.as_ref().map(|pin| &*pin.fingerprint), Some("f"));
        assert_eq!(&*other.app_id, "tt3");

        // The first change writes all of them.
        let mut after = before.clone();
        after.profiles[1].name = "Shop".to_owned();
        let written = Settings::of_document(&after.merged_into(&old, &before));
        assert_eq!(written.profiles, after.profiles);
    }
}
