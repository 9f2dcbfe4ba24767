//! In: the text of a JSON document. Out: the same document as other serialisers would write it,
//! spelling kept or changed.

use crate::core::json::{Json, unquoted};
use crate::core::platform::Field;

/// In which order keys are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// As they stand.
    AsIs,
    /// By their bytes, at every level.
    Sorted,
    /// By their bytes, at the top level only.
    TopSorted,
    /// As the platform's table of fields has them.
    Documented,
}

/// Which members are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nulls {
    /// None.
    Kept,
    /// Those that are `null`.
    Dropped,
    /// Those that are `null`, `""`, `[]` or `{}`.
    EmptyDropped,
}

/// How numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// As they stand.
    AsIs,
    /// As JavaScript prints them: `1.00` becomes `1`.
    Script,
    /// As Python prints them: `1.00` becomes `1.0`.
    Python,
    /// Whole numbers too get a point, as typed maps in Java write them: `1` becomes `1.0`.
    Doubles,
    /// As strings: `1` becomes `"1"`.
    Quoted,
}

/// What stands between values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// Nothing.
    Compact,
    /// `", "` and `": "`, as Python does.
    Python,
    /// `","` and `": "`.
    Colon,
    /// Objects on lines of their own, arrays within one, `" : "` between, as Jackson writes.
    Jackson,
    /// Line ends and this many spaces a level; 0 is a tab. Line ends are CR LF where `crlf` is set.
    Pretty {
        /// Spaces a level, 0 for a tab.
        indent: usize,
        /// CR LF instead of LF.
        crlf: bool,
    },
}

/// Where a key stands in the platform's table; behind all others where it is not in there.
fn documented_place(key: &str) -> usize {
    let name = unquoted(key);
    Field::all()
        .position(|field| field.name() == name)
        .unwrap_or(usize::MAX)
}

impl<'t> Json<'t> {
    /// The document with its keys in another order and members left out.
    #[must_use]
    pub fn rearranged(&self, keys: Keys, nulls: Nulls, top: bool) -> Self {
        match self {
            Self::Atom(atom) => Self::Atom(atom),
            Self::List(items) => Self::List(
                items
                    .iter()
                    .map(|item| item.rearranged(keys, nulls, false))
                    .collect(),
            ),
            Self::Object(members) => {
                let kept = members
                    .iter()
                    .map(|(key, value)| (*key, value.rearranged(keys, nulls, false)));
                let mut kept: Vec<(&'t str, Self)> =
                    kept.filter(|(_, value)| !value.is_dropped(nulls)).collect();
                match keys {
                    Keys::AsIs => {}
                    Keys::TopSorted if !top => {}
                    Keys::Sorted | Keys::TopSorted => kept.sort_by_key(|(key, _)| *key),
                    Keys::Documented => kept.sort_by_key(|(key, _)| documented_place(key)),
                }

                Self::Object(kept)
            }
        }
    }

    fn is_dropped(&self, nulls: Nulls) -> bool {
        match (nulls, self) {
            (Nulls::Kept, _) => false,
            (_, Self::Atom("null")) | (Nulls::EmptyDropped, Self::Atom("\"\"")) => true,
            (Nulls::EmptyDropped, Self::List(items)) => items.is_empty(),
            (Nulls::EmptyDropped, Self::Object(members)) => members.is_empty(),
            _ => false,
        }
    }

    /// Writes the document; `None` where that takes more than n bytes. Deep ones are mostly
    /// indentation.
    pub fn write_within(&self, numbers: Numbers, space: Space, limit: usize) -> Option<String> {
        let mut out = String::new();
        self.write_to(&mut out, numbers, space, 0, limit);
        (out.len() <= limit).then_some(out)
    }

    fn write_to(
        &self,
        out: &mut String,
        numbers: Numbers,
        space: Space,
        level: usize,
        limit: usize,
    ) {
        if out.len() > limit {
            return;
        }

        let (comma, colon) = match space {
            Space::Compact => (",", ":"),
            Space::Python => (", ", ": "),
            Space::Colon | Space::Pretty { .. } => (",", ": "),
            Space::Jackson => (",", " : "),
        };
        match self {
            Self::Atom(atom) => write_atom(out, atom, numbers),
            Self::List(items) if items.is_empty() && space == Space::Jackson => out.push_str("[ ]"),
            Self::Object(members) if members.is_empty() && space == Space::Jackson => {
                out.push_str("{ }");
            }
            Self::List(items) if space == Space::Jackson => {
                for (place, item) in items.iter().enumerate() {
                    out.push_str(if place > 0 { ", " } else { "[ " });
                    item.write_to(out, numbers, space, level, limit);
                }
                out.push_str(" ]");
            }
            Self::List(items) if items.is_empty() => out.push_str("[]"),
            Self::Object(members) if members.is_empty() => out.push_str("{}"),
            Self::List(items) => {
                out.push('[');
                for (place, item) in items.iter().enumerate() {
                    out.push_str(if place > 0 { comma } else { "" });
                    line(out, space, level + 1);
                    item.write_to(out, numbers, space, level + 1, limit);
                }

                line(out, space, level);
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (place, (key, value)) in members.iter().enumerate() {
                    out.push_str(if place > 0 { comma } else { "" });
                    line(out, space, level + 1);
                    out.push_str(key);
                    out.push_str(colon);
                    value.write_to(out, numbers, space, level + 1, limit);
                }

                line(out, space, level);
                out.push('}');
            }
        }
    }
}

fn line(out: &mut String, space: Space, level: usize) {
    let (indent, crlf) = match space {
        Space::Pretty { indent, crlf } => (indent, crlf),
        Space::Jackson => (2, false),
        Space::Compact | Space::Python | Space::Colon => return,
    };
    out.push_str(if crlf { "\r\n" } else { "\n" });
    for _ in 0..level {
        if indent == 0 {
            out.push('\t');
        }
        out.extend(std::iter::repeat_n(' ', indent));
    }
}

fn write_atom(out: &mut String, atom: &str, numbers: Numbers) {
    let is_number = atom.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    // Beyond this range every language has its own way, and nobody pays such amounts.
    let value = if is_number && numbers != Numbers::AsIs {
        atom.parse::<f64>().ok()
    } else {
        None
    };

    let value = value.filter(|value| *value == 0.0 || (1e-6..1e15).contains(&value.abs()));
    let Some(value) = value else {
        return out.push_str(atom);
    };

    let whole = !atom.contains(['.', 'e', 'E']);
    match numbers {
        Numbers::Quoted => {
            out.push('"');
            out.push_str(atom);
            out.push('"');
        }
        // Large whole numbers would lose digits as they do in scripts.
        Numbers::Script => out.push_str(&value.to_string()),
        Numbers::Python | Numbers::AsIs if whole => out.push_str(atom),
        Numbers::Python | Numbers::Doubles | Numbers::AsIs => {
            let text = value.to_string();
            out.push_str(&text);
            if !text.contains('.') {
                out.push_str(".0");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Json<'_> {
        fn write(&self, numbers: Numbers, space: Space) -> String {
            self.write_within(numbers, space, usize::MAX).unwrap()
        }
    }

    #[test]
    fn deep_documents_are_not_indented_without_end() {
        let deep = format!("[{}[]{}]", "[".repeat(100), "]".repeat(100));
        let many = format!("[{}]", vec![deep; 500].join(","));
        let node = Json::parse(&many).unwrap();
        let pretty = Space::Pretty {
            indent: 4,
            crlf: false,
        };
        assert!(node.write(Numbers::AsIs, pretty).len() > 100 * many.len());
        assert_eq!(
            node.write_within(Numbers::AsIs, pretty, 8 * many.len()),
            None
        );
        assert_eq!(
            node.write_within(Numbers::AsIs, Space::Compact, many.len()),
            Some(many)
        );
    }

    const TEXT: &str =
        r#"{ "b" : [1.00, -2e1, {"z":null,"a":"\"}\\"}], "a":"", "c":{} , "d":true}"#;

    #[test]
    fn documents_are_written_as_others_do() {
        let node = Json::parse(TEXT).unwrap();
        let compact = r#"{"b":[1.00,-2e1,{"z":null,"a":"\"}\\"}],"a":"","c":{},"d":true}"#;
        assert_eq!(node.write(Numbers::AsIs, Space::Compact), compact);
        assert_eq!(
            node.write(Numbers::Script, Space::Compact),
            compact.replace("1.00", "1").replace("-2e1", "-20")
        );
        assert_eq!(
            node.write(Numbers::Python, Space::Compact),
            compact.replace("1.00", "1.0").replace("-2e1", "-20.0")
        );
        let sorted = node.rearranged(Keys::Sorted, Nulls::Dropped, true);

        assert_eq!(
            sorted.write(Numbers::AsIs, Space::Compact),
            r#"{"a":"","b":[1.00,-2e1,{"a":"\"}\\"}],"c":{},"d":true}"#
        );
        let lean = node.rearranged(Keys::AsIs, Nulls::EmptyDropped, true);
        assert_eq!(
            lean.write(Numbers::AsIs, Space::Python),
            r#"{"b": [1.00, -2e1, {"a": "\"}\\"}], "d": true}"#
        );
        let jackson = Json::parse(r#"{"a":[1,2],"b":[{"c":{},"d":[]}]}"#)
            .unwrap()
            .write(Numbers::AsIs, Space::Jackson);
        assert_eq!(
            jackson,
            "{\n  \"a\" : [ 1, 2 ],\n  \"b\" : [ {\n    \"c\" : { },\n    \"d\" : [ ]\n  } ]\n}"
        );
        let pretty = node.write(
            Numbers::Script,
            Space::Pretty {
                indent: 2,
                crlf: false,
            },
        );

        let value: serde_json::Value =
            serde_json::from_str(&node.write(Numbers::Script, Space::Compact)).unwrap();
        assert_eq!(pretty, serde_json::to_string_pretty(&value).unwrap());
    }
}
