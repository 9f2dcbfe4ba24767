//! How the JSON texts of a form are being edited: in rows, in fields, or as text.

use std::collections::{BTreeSet, HashMap};

use crate::core::order::params::{self, Param};
use crate::core::path::Place;

/// How the JSON texts of a form are being edited, by their field.
#[derive(Debug, Default)]
pub struct Editors {
    rows: HashMap<Place, Rows>,
    as_text: BTreeSet<Place>,
}

/// The rows of one text, kept while it is edited: a value in the making need not be JSON yet.
#[derive(Debug, Default)]
pub struct Rows {
    /// The text that they are of.
    pub text: String,
    /// Its members.
    pub rows: Vec<Param>,
}

impl Editors {
    /// Whether a field is to be edited as text.
    pub fn is_text(&self, place: Place) -> bool {
        self.as_text.contains(&place)
    }

    /// Edits a field as text, or in the editor made for it.
    pub fn set_text(&mut self, place: Place, as_text: bool) {
        self.rows.remove(&place);
        if as_text {
            self.as_text.insert(place);
        } else {
            self.as_text.remove(&place);
        }
    }

    /// The rows of a text; `None` where it is no object, which only the text form can show.
    pub fn rows(&mut self, place: Place, text: &str) -> Option<&mut Rows> {
        let known = self.rows.get(&place).is_some_and(|rows| rows.text == text);
        if !known {
            let rows = Rows {
                text: text.to_owned(),
                rows: params::rows(text)?,
            };
            self.rows.insert(place, rows);
        }

        self.rows.get_mut(&place)
    }

    /// Whether the text can be shown in rows.
    pub fn has_rows(&mut self, place: Place, text: &str) -> bool {
        self.rows(place, text).is_some()
    }
}
