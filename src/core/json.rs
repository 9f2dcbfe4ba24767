//! In: a text that should be JSON. Out: one tree of it, which keeps what values drop: the spelling
//! of numbers and strings, the order of keys, keys that stand more than once.

use std::borrow::Cow;

use serde::de::IgnoredAny;
use serde_json::{Map, Number, Value};

use super::path::{At, FieldPath};

/// Values of a JSON text at most; a tree of them takes some hundred bytes each. Real orders have
/// about thirty.
pub const MOST_VALUES: usize = 400_000;

/// Levels of a JSON text at most: a tree is walked through by functions that call themselves.
pub const MOST_LEVELS: usize = 128;

/// Paths of repeated keys that are kept at most.
const MOST_REPEATED: usize = 100;

/// A JSON document (RFC 8259) whose strings and numbers are the text's own.
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'t> {
    /// A number, `true`, `false`, `null` or a string with its quotes.
    Atom(&'t str),
    /// An array.
    List(Vec<Json<'t>>),
    /// An object; keys with their quotes.
    Object(Vec<(&'t str, Json<'t>)>),
}

/// Why a text is no JSON, or none that is taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no JSON: {self:?}")]
pub enum NotJson {
    /// More than [`MOST_LEVELS`].
    TooDeep,
    /// More than [`MOST_VALUES`].
    TooManyValues,
    /// The text stops before the document is closed.
    CutOff,
    /// A wrong character.
    Syntax {
        /// Line of the fault, from 1.
        line: usize,
        /// Column at which reading stopped, in bytes, from 1.
        column: usize,
    },
}

impl<'t> Json<'t> {
    /// Takes a document apart.
    ///
    /// # Errors
    /// [`NotJson`] where the text is none, or is larger than any order.
    pub fn parse(text: &'t str) -> Result<Self, NotJson> {
        judge(text)?;
        let mut rest = text;
        // It was judged: what follows cannot fail.
        node(&mut rest).ok_or(NotJson::CutOff)
    }

    /// JSON's name of the type.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::List(_) => "array",
            Self::Object(_) => "object",
            Self::Atom(atom) => match atom.as_bytes().first() {
                Some(b'"') => "string",
                Some(b't' | b'f') => "boolean",
                Some(b'n') => "null",
                _ => "number",
            },
        }
    }

    /// The document as values: of repeated keys the last one counts, numbers are as spelled.
    pub fn value(&self) -> Value {
        match self {
            Self::Atom("null") => Value::Null,
            Self::Atom("true") => Value::Bool(true),
            Self::Atom("false") => Value::Bool(false),
            Self::Atom(atom) if atom.starts_with('"') => Value::String(unquoted(atom).into_owned()),
            Self::Atom(number) => {
                Value::Number(Number::from_string_unchecked((*number).to_owned()))
            }
            Self::List(items) => items.iter().map(Self::value).collect(),
            Self::Object(members) => Value::Object(map(members)),
        }
    }

    /// The members of an object as values; `None` for anything else.
    pub fn members(&self) -> Option<Map<String, Value>> {
        match self {
            Self::Object(members) => Some(map(members)),
            _ => None,
        }
    }

    /// Paths of the keys that stand more than once in one object; JSON readers disagree which one
    /// counts.
    pub fn repeated_keys(&self) -> Vec<FieldPath> {
        let mut found = Vec::new();
        self.collect_repeated(&At::Root, &mut found);
        found
    }

    fn collect_repeated(&self, at: &At<'_>, found: &mut Vec<FieldPath>) {
        match self {
            Self::Atom(_) => {}
            Self::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    item.collect_repeated(&At::Item(at, index), found);
                }
            }
            Self::Object(members) => {
                let mut seen = std::collections::HashSet::new();
                for (key, value) in members {
                    let name = unquoted(key);
                    let at = At::Member(at, &name);
                    value.collect_repeated(&at, found);

                    if !seen.insert(name.clone()) && found.len() < MOST_REPEATED {
                        found.push(FieldPath::from(&at));
                    }
                }
            }
        }
    }
}

fn map(members: &[(&str, Json<'_>)]) -> Map<String, Value> {
    let values = members
        .iter()
        .map(|(key, value)| (unquoted(key).into_owned(), value.value()));
    values.collect()
}

/// JSON's name of a value's type.
pub fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// The value of a JSON text; `None` where it is none, or larger than any order.
pub fn value(text: &str) -> Option<Value> {
    // Not by serde_json, which would write `1E5` as `1e+5`.
    Some(Json::parse(text).ok()?.value())
}

/// Whether a text is JSON, no deeper and with no more values than any order has.
pub fn is_json(text: &str) -> bool {
    judge(text).is_ok()
}

/// The members of an object in their order, repeated ones too: names, and values as spelled; `None`
/// where the text is no object.
pub fn spelled_members(text: &str) -> Option<Vec<(String, &str)>> {
    judge(text).ok()?;
    let mut rest = text.trim_start().strip_prefix('{')?;
    let mut members = Vec::new();
    while !ends(&mut rest, '}') {
        let Json::Atom(key) = node(&mut rest)? else {
            return None;
        };
        let from = rest.trim_start().strip_prefix(':')?.trim_start();
        rest = from;
        node(&mut rest)?;
        members.push((unquoted(key).into_owned(), &from[..from.len() - rest.len()]));
    }

    Some(members)
}

/// What a JSON string says, quotes and escapes taken away.
pub fn unquoted(string: &str) -> Cow<'_, str> {
    let inner = string
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    match inner {
        Some(inner) if !inner.contains('\\') => Cow::Borrowed(inner),
        _ => Cow::Owned(serde_json::from_str(string).unwrap_or_default()),
    }
}

/// The text as a JSON string.
pub fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// serde_json judges, strictly, so that what takes the text apart need not.
fn judge(text: &str) -> Result<(), NotJson> {
    excess(text)?;
    serde_json::from_str::<IgnoredAny>(text)
        .map(|_| ())
        .map_err(|error| {
            if error.is_eof() {
                NotJson::CutOff
            } else {
                let (line, column) = (error.line(), error.column());
                NotJson::Syntax { line, column }
            }
        })
}

/// Looks for what a text has too much of, by its marks alone, before a tree is made of it.
fn excess(text: &str) -> Result<(), NotJson> {
    let (mut values, mut levels, mut deepest) = (1_usize, 0_usize, 0);
    let (mut inside, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if inside => escaped = true,
            b'"' => inside = !inside,
            _ if inside => {}
            b',' => values += 1,
            b'[' | b'{' => {
                values += 1;
                levels += 1;
                deepest = deepest.max(levels);
            }
            b']' | b'}' => levels = levels.saturating_sub(1),
            _ => {}
        }
    }

    match () {
        () if deepest > MOST_LEVELS => Err(NotJson::TooDeep),
        () if values > MOST_VALUES => Err(NotJson::TooManyValues),
        () => Ok(()),
    }
}

/// Takes one value off the front of a text that was judged.
fn node<'t>(rest: &mut &'t str) -> Option<Json<'t>> {
    *rest = rest.trim_start();
    match rest.bytes().next()? {
        b'[' => {
            let mut items = Vec::new();
            skip(rest, 1);
            while !ends(rest, ']') {
                items.push(node(rest)?);
            }
            Some(Json::List(items))
        }
        b'{' => {
            let mut members = Vec::new();
            skip(rest, 1);
            while !ends(rest, '}') {
                let Json::Atom(key) = node(rest)? else {
                    return None;
                };
                *rest = rest.trim_start().strip_prefix(':')?;
                members.push((key, node(rest)?));
            }
            Some(Json::Object(members))
        }
        b'"' => {
            let mut escaped = false;
            let length = rest.bytes().skip(1).position(|byte| {
                let closes = byte == b'"' && !escaped;
                escaped = byte == b'\\' && !escaped;
                closes
            })?;
            Some(Json::Atom(skip(rest, length + 2)))
        }
        _ => {
            let ends = |byte: u8| b",]} \t\r\n".contains(&byte);
            let length = rest.bytes().position(ends).unwrap_or(rest.len());
            Some(Json::Atom(skip(rest, length)))
        }
    }
}

/// Takes n bytes off the front.
fn skip<'t>(rest: &mut &'t str, length: usize) -> &'t str {
    let (taken, after) = rest.split_at(length);
    *rest = after;
    taken
}

/// Whether the list ends here; takes its mark or the comma before the next item.
fn ends(rest: &mut &str, mark: char) -> bool {
    *rest = rest.trim_start();
    if let Some(after) = rest.strip_prefix(mark) {
        *rest = after;
        return true;
    }

    *rest = rest.strip_prefix(',').unwrap_or(rest);
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_key_order_and_number_spelling() {
        let text = r#"{"z":1.00,"a":[1E5,null,true],"m":-0,"n":"\"\u8ba2😀"}"#;
        let value = Json::parse(text).unwrap().value();
        assert_eq!(value.to_string(), text.replace("\\u8ba2", "订"));
        assert_eq!(super::value(text), Some(value));
    }

    #[test]
    fn repeated_keys_are_found_at_any_depth() {
        let text = r#"{"a":1,"b":[{"c":1.50,"c":2}],"\u0061":{"a":1}}"#;
        let tree = Json::parse(text).unwrap();
        let paths: Vec<_> = tree
            .repeated_keys()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(paths, ["b[0].c", "a"]);
        assert_eq!(tree.value()["b"][0]["c"].to_string(), "2");
    }

    #[test]
    fn members_stand_as_they_are_spelled() {
        let text = r#" {"b" : 1.50, "a":{"x":[null, true],"x":1} ,"b":"\n"} "#;
        let members = spelled_members(text).unwrap();
        let expected = [
            ("b", "1.50"),
            ("a", r#"{"x":[null, true],"x":1}"#),
            ("b", r#""\n""#),
        ];
        let found: Vec<_> = members
            .iter()
            .map(|(name, value)| (&**name, *value))
            .collect();
        assert_eq!(found, expected);
        assert_eq!(spelled_members("[1]"), None);
    }

    #[test]
    fn what_is_no_json_is_told_apart() {
        assert_eq!(Json::parse("{\"a\":1"), Err(NotJson::CutOff));
        let fault = NotJson::Syntax { line: 2, column: 1 };
        assert_eq!(Json::parse("[1,\n,]"), Err(fault));
        assert_eq!(Json::parse(&"[".repeat(5000)), Err(NotJson::TooDeep));
        for text in ["", "{", "[1,]", "tt", "[1] 2"] {
            assert!(!is_json(text), "{text}");
        }
    }

    #[test]
    fn values_and_levels_are_counted_outside_strings() {
        let marks = format!("\"{}\"", ",[\\\"{".repeat(MOST_VALUES));
        assert_eq!(excess(&marks), Ok(()));
        assert_eq!(
            excess(&format!("[{}]", "1,".repeat(MOST_VALUES - 2))),
            Ok(())
        );
        let many = format!("[{}]", "1,".repeat(MOST_VALUES));
        assert_eq!(excess(&many), Err(NotJson::TooManyValues));
        assert_eq!(excess(&"[]".repeat(MOST_LEVELS + 1)), Ok(()));
        assert_eq!(excess(&"[".repeat(MOST_LEVELS)), Ok(()));
        assert_eq!(excess(&"[".repeat(MOST_LEVELS + 1)), Err(NotJson::TooDeep));
    }
}
