//! What a script gives: the object in it, or why there is none.

use serde_json::{Map, Value};

use crate::core::finding::{Explain, Message};

/// Bytes of a script at most; orders have a few thousand.
pub const LIMIT_KB: usize = 64;

/// An object literal, as far as the text alone tells what is in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScriptObject {
    /// Members with a constant value, functions left out, numbers as spelled.
    pub members: Map<String, Value>,
    /// Members whose value comes from elsewhere, each with the expression that stands there.
    pub elsewhere: Vec<(String, String)>,
}

/// Why a text gives no object.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum ScriptError {
    /// More than [`LIMIT_KB`].
    TooLong,
    /// It does not read as JavaScript.
    Syntax {
        /// Line of the fault, from 1.
        line: usize,
        /// Column of the fault in characters, from 1.
        column: usize,
    },
    /// JavaScript, but neither a call of `requestOrder` nor an object alone.
    NoObject,
    /// More levels of nesting than anyone writes.
    TooDeep,
    /// This build of the program has no parser for JavaScript.
    NotBuilt,
    /// Its constants, filled in, make far more text than stands there.
    TooMuch,
}

impl Explain for ScriptError {
    fn message(&self) -> Message {
        match self {
            Self::TooLong => Message::new("script.too_long").with("limit", LIMIT_KB),
            Self::Syntax { line, column } => Message::new("script.syntax")
                .with("line", line)
                .with("column", column),
            Self::NoObject => Message::new("script.no_object"),
            Self::TooDeep => Message::new("read.too_deep"),
            Self::NotBuilt => Message::new("script.not_built"),
            Self::TooMuch => Message::new("script.too_much"),
        }
    }
}
