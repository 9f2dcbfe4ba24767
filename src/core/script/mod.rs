//! In: JavaScript as people copy it. Out: the object that `tt.requestOrder` is called with, or the
//! object alone.

#[cfg(feature = "script")]
mod call;
#[cfg(feature = "script")]
mod constant;
mod object;
#[cfg(feature = "script")]
mod parse;
#[cfg(feature = "script")]
mod uses;

use crate::core::platform::CALLS;

pub use object::{LIMIT_KB, ScriptError, ScriptObject};

/// Brackets open at once at most; a script that people write has a few dozen.
const BRACKETS: usize = 256;

/// Reads the argument of the first call of `requestOrder` (or `createSignOrder`), or a text that is
/// an object literal.
///
/// Constants that the script declares once and never changes are filled in; nothing is run.
///
/// # Errors
/// [`ScriptError`] where there is no such object.
pub fn object(text: &str) -> Result<ScriptObject, ScriptError> {
    if text.len() > LIMIT_KB << 10 {
        return Err(ScriptError::TooLong);
    }

    // The parser tries some brackets in several ways, each level again: deep ones would take it
    // hours.
    if open_brackets(text) > BRACKETS {
        return Err(ScriptError::TooDeep);
    }

    read(text.to_owned())
}

/// Without the parser nothing is read.
#[cfg(not(feature = "script"))]
fn read(_: String) -> Result<ScriptObject, ScriptError> {
    Err(ScriptError::NotBuilt)
}

#[cfg(feature = "script")]
fn read(text: String) -> Result<ScriptObject, ScriptError> {
    // A parser goes as deep as the text nests; a stack in proportion to the text cannot be used up
    // by it. It is only reserved, not filled.
    let stack = (4 << 20) + text.len() * parse::STACK_PER_BYTE;
    let thread = std::thread::Builder::new()
        .name("script".to_owned())
        .stack_size(stack);
    let read = thread
        .spawn(move || parse::object(&text))
        .ok()
        .and_then(|reading| reading.join().ok());

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
