//! In: the answer of the platform's interface tag_query. Out: the tag groups in it, with their
//! meaning.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Tag groups that are taken from one answer at most.
const MOST: usize = 500;

/// A refund-rule tag group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagGroup {
    /// `tagGroupId`.
    pub id: String,
    /// What the platform says of it; may be empty.
    pub meaning: String,
}

/// Whether a text looks like such an answer.
pub fn may_hold(text: &str) -> bool {
    text.contains("tag_detail_list")
}

/// The tag groups of an answer, or of a document around it; none where it is something else.
pub fn read(text: &str) -> Vec<TagGroup> {
    let Ok(document) = serde_json::from_str(text) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    find(&document, &mut found);
    found.truncate(MOST);
    found
}

fn find(value: &Value, found: &mut Vec<TagGroup>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| find(item, found)),
        Value::Object(members) => {
            if let Some(id) = members.get("tag_group_id").and_then(Value::as_str) {
                found.push(TagGroup {
                    id: id.to_owned(),
                    meaning: meaning(members.get("tag_list")),
                });
            }
            members.values().for_each(|value| find(value, found));
        }
        _ => {}
    }
}

/// The names of the tags, each with what is said of it.
fn meaning(tags: Option<&Value>) -> String {
    let tags = tags.and_then(Value::as_array);
    let of = |tag: &Value| {
        let name = tag.get("tag_name")?.as_str()?;
        let about = tag.get("tag_descs").and_then(Value::as_array);
        let about = about.into_iter().flatten().filter_map(Value::as_str);
        let about = about.collect::<Vec<_>>().join("；");
        Some(if about.is_empty() {
            name.to_owned()
        } else {
            format!("{name}（{about}）")
        })
    };
    let named: Vec<_> = tags.into_iter().flatten().filter_map(of).collect();
    named.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_read_with_their_meaning() {
        let answer = r#"{"err_no":0,"data":{"tag_detail_list":[
            {"tag_group_id":"tag_group_1","tag_list":[{"tag_name":"不可退","tag_descs":["发货后不退"]}]},
            {"tag_group_id":"tag_group_2","tag_list":[{"tag_name":"协商退"},{"x":1}],"rule_list":[]},
            {"tag_group_id":7}]}}"#;
        assert!(may_hold(answer));
        let read = read(answer);
        let told: Vec<_> = read.iter().map(|one| (&*one.id, &*one.meaning)).collect();
        assert_eq!(
            told,
            [
                ("tag_group_1", "不可退（发货后不退）"),
                ("tag_group_2", "协商退")
            ]
        );
    }

    #[test]
    fn what_is_something_else_has_none() {
        for text in [
            "",
            "{}",
            "[[[",
            "{\"tag_detail_list\":7}",
            "tag_detail_list",
        ] {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
