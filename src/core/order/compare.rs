//! In: two documents. Out: the fields in which they differ, and the first byte that does.

use serde_json::Value;

use super::read;

/// A field in which two documents differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its path, as in `skuList[0].price`.
    pub path: String,
    /// What stands there in the first one, as JSON; `None` where nothing does.
    pub first: Option<String>,
    /// What stands there in the second one.
    pub second: Option<String>,
}

/// How two documents differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// The fields, in the order of the first document; none where one is no JSON object.
    pub fields: Vec<Difference>,
    /// The place of the first byte that differs, from 1; `None` where all are the same.
    pub byte: Option<usize>,
}

/// Compares two documents field by field and byte by byte.
pub fn compare(first: &str, second: &str) -> Compared {
    let place = first.bytes().zip(second.bytes()).position(|(a, b)| a != b);
    let shorter = first.len().min(second.len());
    let byte = place.or((first.len() != second.len()).then_some(shorter));

    let leaves = |text: &str| {
        let order = read::read_order(text).ok()?.order;
        let mut all = Vec::new();
        flatten("", &Value::Object(order.members().clone()), &mut all);
        Some(all)
    };
    let fields = leaves(first)
        .zip(leaves(second))
        .map(|(first, second)| differences(&first, &second));
    Compared {
        fields: fields.unwrap_or_default(),
        byte: byte.map(|place| place + 1),
    }
}

type Leaf = (String, String);

fn differences(first: &[Leaf], second: &[Leaf]) -> Vec<Difference> {
    let find = |all: &[Leaf], path: &str| {
        let found = all.iter().find(|(other, _)| other == path);
        found.map(|(_, value)| value.clone())
    };
    let changed = first.iter().map(|(path, value)| Difference {
        path: path.clone(),
        first: Some(value.clone()),
        second: find(second, path),
    });
    let added = second.iter().map(|(path, value)| Difference {
        path: path.clone(),
        first: find(first, path),
        second: Some(value.clone()),
    });
    let added = added.filter(|difference| difference.first.is_none());
    changed
        .filter(|difference| difference.first != difference.second)
        .chain(added)
        .collect()
}

/// The values that hold no other ones, with their paths.
fn flatten(path: &str, value: &Value, all: &mut Vec<Leaf>) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (name, value) in members {
                let dot = if path.is_empty() { "" } else { "." };
                flatten(&format!("{path}{dot}{name}"), value, all);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for (place, value) in items.iter().enumerate() {
                flatten(&format!("{path}[{place}]"), value, all);
            }
        }
        leaf => all.push((path.to_owned(), leaf.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_bytes_are_compared() {
        let first = r#"{"a":1,"b":{"c":[1,2]},"d":"x"}"#;
        let second = r#"{"a":1.0,"b":{"c":[1,3]},"e":null}"#;
        let compared = compare(first, second);
        let said: Vec<_> = compared
            .fields
            .iter()
            .map(|one| (&*one.path, one.first.as_deref(), one.second.as_deref()))
            .collect();
        assert_eq!(
            said,
            [
                ("a", Some("1"), Some("1.0")),
                ("b.c[1]", Some("2"), Some("3")),
                ("d", Some("\"x\""), None),
                ("e", None, Some("null")),
            ]
        );
        assert_eq!(compared.byte, Some(7));

        assert_eq!(compare(first, first), Compared::default());
        assert_eq!(compare("{}", "{} ").byte, Some(3));
        assert_eq!(compare("x", "{}").fields, []);
    }
}
