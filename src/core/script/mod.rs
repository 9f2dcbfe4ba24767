//! In: JavaScript as people copy it. Out: the object that `tt.requestOrder` is called with, or the object alone.

mod constant;
mod parse;
mod uses;

use serde_json::{Map, Value};

use crate::core::finding::{Explain, Message};

/// Bytes of a script at most; orders have a few thousand.
pub const LIMIT_KB: usize = 64;

/// Brackets open at once at most; a script that people write has a few dozen.
const BRACKETS: usize = 256;

/// Functions whose argument is an order.
const CALLS: [&str; 2] = ["requestOrder", "createSignOrder"];

/// An object literal, as far as the text alone tells what is in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScriptObject {
    /// Members with a constant value, functions left out, numbers as spelled.
    pub members: Map<String, Value>,
    /// Members whose value comes from elsewhere, each with the expression that stands there.
    pub elsewhere: Vec<(String, String)>,
}

/// Why a text gives no object.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Its constants, filled in, make far more text than stands there.
    TooMuch,
}

/// Reads the argument of the first call of `requestOrder` (or `createSignOrder`), or a text that is an object literal.
///
/// Constants that the script declares once and never changes are filled in; nothing is run.
///
/// # Errors
/// [`ScriptError`] where there is no such object.
pub fn object(text: &str) -> Result<ScriptObject, ScriptError> {
    if text.len() > LIMIT_KB << 10 {
        return Err(ScriptError::TooLong);
    }
    // The parser tries some brackets in several ways, each level again: deep ones would take it hours.
    if open_brackets(text) > BRACKETS {
        return Err(ScriptError::TooDeep);
    }
    let text = text.to_owned();
    // A parser goes as deep as the text nests; a stack in proportion to the text cannot be used up by it. It is only
    // reserved, not filled.
    let stack = (4 << 20) + text.len() * parse::STACK_PER_BYTE;
    let thread = std::thread::Builder::new().name("script".to_owned()).stack_size(stack);
    let read = thread.spawn(move || parse::object(&text)).ok().and_then(|reading| reading.join().ok());
    // The system has no room for such a stack, or the parser ran into a fault of its own.
    read.unwrap_or(Err(ScriptError::TooMuch))
}

/// How many brackets are open at once at most, wherever they stand.
fn open_brackets(text: &str) -> usize {
    let mut open = 0_usize;
    let mut most = 0;
    for byte in text.bytes() {
        match byte {
            b'(' | b'[' | b'{' => open += 1,
            b')' | b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        most = most.max(open);
    }
    most
}

/// Whether a text calls one of the functions that take an order.
pub fn has_call(text: &str) -> bool {
    CALLS.iter().any(|name| text.contains(name))
}

impl Explain for ScriptError {
    fn message(&self) -> Message {
        match self {
            Self::TooLong => Message::new("script.too_long").with("limit", LIMIT_KB),
            Self::Syntax { line, column } => Message::new("script.syntax").with("line", line).with("column", column),
            Self::NoObject => Message::new("script.no_object"),
            Self::TooDeep => Message::new("read.too_deep"),
            Self::TooMuch => Message::new("script.too_much"),
        }
    }
}
