//! In: typed texts and the object they stand in. Out: that object with the typed values, the rest
//! of it untouched.

use std::collections::BTreeSet;

use serde_json::{Map, Number, Value};

use crate::core::platform::{Field, Kind};

/// Members that had a value of the wrong kind (a price in quotes, a title that is a number) and
/// were edited: they are written anew even where the same text is typed.
pub type Edited = BTreeSet<String>;

/// Notes that a member was edited, if its value is of the wrong kind.
pub fn note_edited(edited: &mut Edited, base: &Map<String, Value>, field: Field) {
    let is_number =
        matches!(field.kind(), Kind::Number | Kind::PayWay) || field == Field::LimitPayWayList;
    let fits = |value: &Value| {
        if is_number {
            value.is_number()
        } else {
            value.is_string()
        }
    };
    let is_right = match base.get(field.name()) {
        None => true,
        Some(Value::Array(items)) => items.iter().all(fits),
        Some(value) => fits(value),
    };

    if !is_right {
        edited.insert(field.name().to_owned());
    }
}

/// Writes members over the document that a form was opened from: known ones in their place, new
/// ones in the order of the calls, the rest untouched.
pub struct Members<'b> {
    base: &'b Map<String, Value>,
    edited: &'b Edited,
    /// The document as written so far.
    pub map: Map<String, Value>,
    next: usize,
}

impl<'b> Members<'b> {
    /// Begins with the document as it was; `edited` are members whose kind of value is to be put
    /// right.
    pub fn over(base: &'b Map<String, Value>, edited: &'b Edited) -> Self {
        Self {
            base,
            edited,
            map: base.clone(),
            next: 0,
        }
    }

    /// Sets a member, or leaves it out.
    pub fn put(&mut self, name: &str, value: Option<Value>) {
        let place = self.map.keys().position(|key| key == name);
        match (value, place) {
            (Some(value), Some(place)) => {
                self.map.insert(name.to_owned(), value);
                self.next = place + 1;
            }
            (Some(value), None) => {
                self.map.shift_insert(self.next, name.to_owned(), value);
                self.next += 1;
            }
            (None, Some(place)) => {
                self.map.shift_remove(name);
                if place < self.next {
                    self.next -= 1;
                }
            }
            (None, None) => {}
        }
    }

    /// Sets a member that is a text.
    pub fn text(&mut self, name: &str, typed: &str) {
        self.typed(name, typed, |typed| Value::String(typed.to_owned()));
    }

    /// Sets a member that is a number.
    pub fn number(&mut self, name: &str, typed: &str) {
        self.typed(name, typed, number_or_text);
    }

    fn typed(&mut self, name: &str, typed: &str, value: impl Fn(&str) -> Value) {
        let before = self.base.get(name);
        let untouched = before.is_some() && text_of(before) == typed && !self.edited.contains(name);
        self.put(
            name,
            if untouched {
                before.cloned()
            } else {
                (!typed.is_empty()).then(|| value(typed))
            },
        );
    }

    /// Sets a member that is a list.
    pub fn list(&mut self, name: &str, typed: Option<&[String]>, value: impl Fn(&str) -> Value) {
        let before = self.base.get(name);
        let untouched = texts_of(before).as_deref() == typed && !self.edited.contains(name);
        let written = || typed.map(|items| items.iter().map(|item| value(item)).collect());
        self.put(
            name,
            if untouched {
                before.cloned()
            } else {
                written()
            },
        );
    }
}

/// How a field shows a value: strings without quotes, the rest as its JSON.
pub fn text_of(value: Option<&Value>) -> String {
    match value {
        None => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// The items of a list, each as a field shows it.
pub fn texts_of(list: Option<&Value>) -> Option<Vec<String>> {
    Some(
        list?
            .as_array()?
            .iter()
            .map(|item| text_of(Some(item)))
            .collect(),
    )
}

/// A whole number.
pub fn number(value: i64) -> Value {
    Value::Number(value.into())
}

/// A typed amount: a JSON number in the user's spelling, or the text itself where it is none.
pub fn number_or_text(typed: &str) -> Value {
    let characters = typed
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'+' | b'.' | b'e' | b'E'));
    if characters && typed.parse::<Number>().is_ok() {
        Value::Number(Number::from_string_unchecked(typed.to_owned()))
    } else {
        Value::String(typed.to_owned())
    }
}
