//! In: the text of `params`. Out: its members as rows to edit, and the text of edited rows.

use jsonc_parser::ast;
use jsonc_parser::common::Ranged as _;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::path::At;
use super::read;
use crate::core::budget::is_modest;

/// One member of `params` as typed. Members stay in their order, and a name may stand twice: the rules say so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Param {
    /// The name.
    pub name: String,
    /// The text, or the JSON of any other value.
    pub value: String,
    /// Whether the value is JSON as typed (a number, `true`, an object); else it is a text.
    pub is_json: bool,
}

/// Rows at most; more members are edited as text. The platform takes 512 bytes.
const MOST_ROWS: usize = 100;

/// Whether a value that is JSON as typed can be read as one value.
pub fn is_value(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// The members of a JSON object; `None` where the text is none. An empty text has no members.
pub fn rows(text: &str) -> Option<Vec<Param>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    // serde_json judges.
    serde_json::from_str::<IgnoredAny>(text).ok().filter(|_| is_modest(text))?;
    let ast::Value::Object(object) = read::tree(text)? else { return None };
    if object.properties.len() > MOST_ROWS {
        return None;
    }
    let row = |property: &ast::ObjectProp<'_>| {
        let name = property.name.as_str().to_owned();
        match read::value_of(&property.value, &At::Root, &mut Vec::new()) {
            Value::String(value) => Param { name, value, is_json: false },
            // As it is spelled, with whatever stands twice inside.
            _ => Param { name, value: property.value.text(text).to_owned(), is_json: true },
        }
    };
    Some(object.properties.iter().map(row).collect())
}

/// The compact JSON of the rows; no rows are no text, so that the field is left out. JSON values stand as typed, even
/// where they are none yet.
pub fn text(rows: &[Param]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let quoted = |text: &str| Value::from(text).to_string();
    let member = |Param { name, value, is_json }: &Param| {
        format!("{}:{}", quoted(name), if *is_json { value.clone() } else { quoted(value) })
    };
    let members: Vec<String> = rows.iter().map(member).collect();
    format!("{{{}}}", members.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_order_spelling_and_what_stands_twice() {
        for given in [r#"{"b":1.50,"a":"1.50","b":{"x":[null, true],"x":1},"":"\n"}"#, ""] {
            assert_eq!(text(&rows(given).unwrap()), given);
        }
        assert_eq!(text(&rows(r#" {"id":1234, "name":"hello"}"#).unwrap()), r#"{"id":1234,"name":"hello"}"#);
        assert_eq!(rows("{}").unwrap(), []);
    }

    #[test]
    fn what_is_no_object_has_no_rows() {
        for text in
            ["[1]", "id=1", "{\"a\":", "1", "{'a':1}", &"[".repeat(5000), &format!("{{\"a\":{}", "[".repeat(500))]
        {
            assert_eq!(rows(text), None, "{text}");
        }
    }

    #[test]
    fn a_value_in_the_making_is_written_as_it_stands() {
        let row = Param { name: "a".into(), value: "12.".into(), is_json: true };
        assert_eq!(text(&[row]), r#"{"a":12.}"#);
    }
}
