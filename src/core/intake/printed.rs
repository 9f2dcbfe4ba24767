//! In: an object as a program prints it: Python, PHP (`print_r`, `var_dump`, `var_export`), Java,
//! Go, Ruby, YAML of one level. Out: its values, as far as they can be read.

use serde_json::{Map, Number, Value};

use crate::core::platform::{Field, Kind};
use crate::core::spelling;

/// Levels at most.
const DEEPEST: usize = 40;

/// Values at most; orders have some dozens.
const MOST_VALUES: usize = 20_000;

/// Openings at which an object may begin, at most.
const MOST_STARTS: usize = 50;

/// Bytes of a name at most.
const LONGEST_NAME: usize = 80;

/// What opens an object or a list, and what closes it.
const OPENINGS: [(&str, char); 10] = [
    ("stdClass Object\n", ')'),
    ("stdClass Object (", ')'),
    ("map[", ']'),
    ("Array\n", ')'),
    ("Array (", ')'),
    ("array (", ')'),
    ("array(", ')'),
    ("object(", '}'),
    ("{", '}'),
    ("[", ']'),
];

/// Reads the first object that has an order's members.
pub fn read(text: &str) -> Option<Value> {
    let mut starts: Vec<usize> = OPENINGS
        .iter()
        .flat_map(|(opening, _)| text.match_indices(opening).take(MOST_STARTS))
        .map(|(at, _)| at)
        .collect();
    starts.sort_unstable();
    starts.dedup();

    // Where one object cannot be read to its end, those inside cannot either: a few tries are
    // enough.
    starts.retain(|at| !is_json_like(&text[*at..]));
    starts.into_iter().take(8).find_map(|at| {
        let mut reader = Reader {
            rest: &text[at..],
            left: MOST_VALUES,
        };
        let value = typed("", reader.value(0)?);
        let named = |name: &str| value.to_string().contains(name);
        (value.is_object() && (named("\"skuList\"") || named("\"authPayOrder\""))).then_some(value)
    })
}

/// Whether an object is written as JSON is: what is wrong with it is to be said, not guessed.
fn is_json_like(text: &str) -> bool {
    let inside = text.strip_prefix('{').map(str::trim_start);
    let key = inside.and_then(|inside| inside.strip_prefix('"'));
    let behind = key.and_then(|key| head(key, LONGEST_NAME).split_once('"'));
    behind.is_some_and(|(_, behind)| behind.trim_start().starts_with(':'))
}

/// Values with the types that the platform's table gives to them: what is printed without quotes
/// has lost them.
fn typed(name: &str, value: Value) -> Value {
    let field = || Field::all().find(|field| field.name() == name);
    let is_text = || {
        let kind = field().map(Field::kind);
        matches!(kind, Some(Kind::Text | Kind::Params)) || name == "skuAttr"
    };
    match value {
        Value::Object(_) | Value::Number(_) if is_text() => Value::from(value.to_string()),
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| {
                let value = typed(&name, value);
                (name, value)
            })
            .collect(),
        Value::Array(items) => items.into_iter().map(|item| typed("", item)).collect(),
        other => other,
    }
}

struct Reader<'t> {
    rest: &'t str,
    left: usize,
}

impl<'t> Reader<'t> {
    fn value(&mut self, depth: usize) -> Option<Value> {
        self.left = self.left.checked_sub(1)?;
        self.skip_space();
        if depth > DEEPEST {
            return None;
        }

        if let Some(length) = self.sized_string() {
            return Some(Value::from(length));
        }
        let opening = OPENINGS
            .iter()
            .find(|(opening, _)| self.rest.starts_with(opening));
        if let Some((opening, close)) = opening {
            self.rest = &self.rest[opening.len()..];
            return self.inside(opening, *close, depth);
        }

        match self.rest.chars().next()? {
            quote @ ('"' | '\'') => self.quoted(quote).map(Value::from),
            _ => Some(bare(self.bare())),
        }
    }

    /// The members or items up to the closing mark.
    fn inside(&mut self, opening: &str, close: char, depth: usize) -> Option<Value> {
        // `array(2) {` and `object(stdClass)#3 (2) {` of var_dump go on with a brace.
        let is_dump = matches!(opening, "array(" | "object(")
            && head(self.rest, LONGEST_NAME)
                .split_once(')')
                .is_some_and(|(_, behind)| head(behind, 12).contains('{'));
        let close = if is_dump { '}' } else { close };
        if is_dump {
            self.rest = &self.rest[self.rest.find('{')? + 1..];
        } else if opening.ends_with('\n') {
            self.skip_space();
            self.rest = self.rest.strip_prefix('(')?;
        }

        let (mut members, mut items, mut numbered) = (Map::new(), Vec::new(), true);
        loop {
            self.skip_marks();
            if let Some(rest) = self.rest.strip_prefix(close) {
                self.rest = rest;
                break;
            }

            match self.key() {
                Some(key) => {
                    let value = self.value(depth + 1)?;
                    numbered &= key.parse() == Ok(members.len());
                    members.insert(key, value);
                }
                None => items.push(self.value(depth + 1)?),
            }
        }

        Some(match (members.is_empty(), items.is_empty()) {
            // PHP's lists are arrays whose keys count up.
            (false, _) if numbered => members.into_iter().map(|(_, value)| value).collect(),
            (false, _) => Value::Object(members),
            (true, true) if close == '}' => Value::Object(members),
            _ => Value::Array(items),
        })
    }

    /// A key and what separates it from its value; nothing is taken where there is none.
    fn key(&mut self) -> Option<String> {
        let before = self.rest;
        let key = if let Some(rest) = self.rest.strip_prefix('[') {
            // No name is longer; a mark that is missing is not looked for to the end of the text.
            let end = head(rest, LONGEST_NAME).find(']')?;
            self.rest = &rest[end + 1..];
            rest[..end].trim_matches(['"', '\'']).to_owned()
        } else if self.rest.starts_with(['"', '\'']) {
            let quote = self.rest.chars().next()?;
            self.quoted(quote)?
        } else {
            let rest = self.rest.strip_prefix(':').unwrap_or(self.rest);
            let is_of_key = |c: char| c.is_alphanumeric() || c == '_';
            let end = rest.find(|c| !is_of_key(c)).filter(|end| *end > 0)?;
            self.rest = &rest[end..];
            rest[..end].to_owned()
        };

        self.skip_space();
        // A class may say which of its members are private: `["a":protected]=>`.
        let separator = ["=>", "=", ":"]
            .iter()
            .find(|mark| self.rest.starts_with(*mark));
        let Some(separator) = separator else {
            self.rest = before;
            return None;
        };
        self.rest = &self.rest[separator.len()..];
        Some(key.split(':').next().unwrap_or_default().to_owned())
    }

    /// `string(5) "hello"` of var_dump, counted in bytes.
    fn sized_string(&mut self) -> Option<String> {
        let rest = self.rest.strip_prefix("string(")?;
        let (length, rest) = rest.split_once(')')?;
        let rest = rest.strip_prefix(" \"")?;
        let text = rest.get(..length.parse().ok()?)?;
        self.rest = rest[text.len()..].strip_prefix('"')?;
        Some(text.to_owned())
    }

    fn quoted(&mut self, quote: char) -> Option<String> {
        let inner = &self.rest[1..];
        let mut is_escaped = false;
        let (end, _) = inner.char_indices().find(|(_, c)| {
            let closes = *c == quote && !is_escaped;
            is_escaped = *c == '\\' && !is_escaped;
            closes
        })?;
        self.rest = &inner[end + 1..];
        Some(spelling::unescaped(&inner[..end]))
    }

    /// A value without quotes: up to the end of its line or what closes the object around it.
    fn bare(&mut self) -> &'t str {
        let mut open = 0_usize;
        let end = self.rest.char_indices().find(|(_, c)| match c {
            '{' | '[' | '(' => {
                open += 1;
                false
            }
            '}' | ']' | ')' if open > 0 => {
                open -= 1;
                false
            }
            '}' | ']' | ')' | '\n' => true,
            ',' => open == 0,
            _ => false,
        });
        let end = end.map_or(self.rest.len(), |(end, _)| end);
        let (value, rest) = self.rest.split_at(end);
        self.rest = rest;
        value.trim()
    }

    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn skip_marks(&mut self) {
        self.rest = self
            .rest
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
    }
}

/// The first bytes of a text.
fn head(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

/// A value without quotes.
fn bare(text: &str) -> Value {
    let typed = ["int(", "float(", "bool("]
        .iter()
        .find_map(|kind| text.strip_prefix(kind)?.strip_suffix(')'));
    let text = typed.unwrap_or(text);
    match text {
        "True" | "true" => Value::Bool(true),
        "False" | "false" => Value::Bool(false),
        "None" | "null" | "NULL" | "nil" | "undefined" | "<nil>" => Value::Null,
        _ if serde_json::from_str::<Number>(text).is_ok() => {
            Value::Number(Number::from_string_unchecked(text.to_owned()))
        }
        _ => Value::from(text),
    }
}
