//! In: the members of a JSON object. Out: their values, each read by itself; lists that two writers
//! have changed, as one.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// The value of a member; its default where it is missing or of another kind.
pub(super) fn field<T: DeserializeOwned + Default>(document: &Map<String, Value>, name: &str) -> T {
    document
        .get(name)
        .and_then(|value| T::deserialize(value).ok())
        .unwrap_or_default()
}

/// The entries of a list that can be understood.
pub(super) fn list<T: DeserializeOwned>(document: &Map<String, Value>, name: &str) -> Vec<T> {
    let entries = document.get(name).and_then(Value::as_array);
    entries
        .into_iter()
        .flatten()
        .filter_map(|entry| T::deserialize(entry).ok())
        .collect()
}

/// The list that stands in the file, with our changes: entries that we took out or changed, and
/// those that we added.
pub(super) fn merged_list(
    ours: &Value,
    before: &Value,
    there: Option<&Value>,
    identity: &[&str],
) -> Value {
    let Some(there) = there else {
        return ours.clone();
    };
    let entries = |list: &Value| list.as_array().cloned().unwrap_or_default();
    let same =
        |one: &Value, other: &Value| identity.iter().all(|name| one.get(name) == other.get(name));
    let (ours, before) = (entries(ours), entries(before));
    let find =
        |list: &[Value], entry: &Value| list.iter().find(|other| same(other, entry)).cloned();

    let mut merged = Vec::new();
    for entry in entries(there) {
        match (find(&ours, &entry), find(&before, &entry)) {
            (None, Some(_)) => {}
            (Some(new), old) if old.as_ref() != Some(&new) => {
                merged.push(over(entry, new, old.as_ref()));
            }
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

/// Numbers that only grow, of whichever writer has come further.
const GROWING: [&str; 1] = ["counter"];

/// An entry with the members that have changed since `old`; others that it has stay, also those
/// that another copy has changed meanwhile.
fn over(mut entry: Value, new: Value, old: Option<&Value>) -> Value {
    if let (Value::Object(members), Value::Object(new)) = (&mut entry, new) {
        for (name, value) in new {
            let is_behind = GROWING.contains(&name.as_str())
                && members.get(&name).and_then(Value::as_u64) >= value.as_u64();
            if old.and_then(|old| old.get(&name)) != Some(&value) && !is_behind {
                members.insert(name, value);
            }
        }
    }
    entry
}
