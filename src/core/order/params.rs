//! In: the text of `params`. Out: its members as rows to edit, and the text of edited rows.

use crate::core::json::{quoted, spelled_members, unquoted};

/// One member of `params` as typed. Members stay in their order, and a name may stand twice: the
/// rules say so.
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

/// The members of a JSON object; `None` where the text is none. An empty text has no members.
pub fn rows(text: &str) -> Option<Vec<Param>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    let members = spelled_members(text).filter(|members| members.len() <= MOST_ROWS)?;
    let row = |(name, spelled): (String, &str)| {
        // Anything but a text stays as it is spelled, with whatever stands twice inside.
        let is_json = !spelled.starts_with('"');
        let value = if is_json {
            spelled.to_owned()
        } else {
            unquoted(spelled).into_owned()
        };
        Param {
            name,
            value,
            is_json,
        }
    };

    Some(members.into_iter().map(row).collect())
}

/// The compact JSON of the rows; no rows are no text, so that the field is left out. JSON values
/// stand as typed, even where they are none yet.
pub fn text(rows: &[Param]) -> String {
    if rows.is_empty() {
        return String::new();
    }

    let member = |Param {
                      name,
                      value,
                      is_json,
                  }: &Param| {
        format!(
            "{}:{}",
            quoted(name),
            if *is_json {
                value.clone()
            } else {
                quoted(value)
            }
        )
    };

    let members: Vec<String> = rows.iter().map(member).collect();
    format!("{{{}}}", members.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_order_spelling_and_what_stands_twice() {
        for given in [
            r#"{"b":1.50,"a":"1.50","b":{"x":[null, true],"x":1},"":"\n"}"#,
            "",
        ] {
            assert_eq!(text(&rows(given).unwrap()), given);
        }

        assert_eq!(
            text(&rows(r#" {"id":1234, "name":"hello"}"#).unwrap()),
            r#"{"id":1234,"name":"hello"}"#
        );
        assert_eq!(rows("{}").unwrap(), []);
    }

    #[test]
    fn what_is_no_object_has_no_rows() {
        for text in [
            "[1]",
            "id=1",
            "{\"a\":",
            "1",
            "{'a':1}",
            &"[".repeat(5000),
            &format!("{{\"a\":{}", "[".repeat(500)),
        ] {
            assert_eq!(rows(text), None, "{text}");
        }
    }

    #[test]
    fn a_value_in_the_making_is_written_as_it_stands() {
        let row = Param {
            name: "a".into(),
            value: "12.".into(),
            is_json: true,
        };
        assert_eq!(text(&[row]), r#"{"a":12.}"#);
    }
}
