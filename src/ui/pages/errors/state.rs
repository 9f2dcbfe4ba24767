//! What belongs to the errors page alone.

use crate::core::intake::{self, Parts};
use crate::core::trouble::result::{self, Success};
use crate::core::trouble::{Catalogue, Explanation, explain};

/// What belongs to this page alone.
#[derive(Debug)]
pub struct ErrorsPage {
    /// The report as pasted or typed.
    pub text: String,
    pub(super) catalogue: Catalogue,
    /// The text that was read last, or is being read.
    pub(super) asked: String,
    pub(super) read: Read,
}

/// What a text turned out to be.
#[derive(Debug, Default)]
pub struct Read {
    pub(super) text: String,
    pub(super) explanations: Vec<Explanation>,
    pub(super) success: Option<Success>,
    pub(super) parts: Parts,
}

impl Default for ErrorsPage {
    fn default() -> Self {
        Self {
            text: String::new(),
            catalogue: Catalogue::built_in(),
            asked: String::new(),
            read: Read::default(),
        }
    }
}

impl ErrorsPage {
    /// All errors that are known.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The text, where it has changed since it was last asked for; a text that is asked for is read
    /// once.
    pub fn unread(&mut self) -> Option<String> {
        (self.text != self.asked).then(|| {
            self.asked.clone_from(&self.text);
            self.text.clone()
        })
    }

    /// Shows what a text turned out to be.
    pub fn show(&mut self, read: Read) {
        self.read = read;
    }
}

impl Read {
    /// Reads a text.
    pub fn of(text: String) -> Self {
        let explanations = explain(&text, &Catalogue::built_in());
        // A payload beside an error can be looked at; a bare order is no error.
        let parts = if explanations.is_empty() {
            Parts::default()
        } else {
            intake::read(&text).parts
        };

        let success = result::read(&text);
        Self {
            text,
            explanations,
            success,
            parts,
        }
    }
}
