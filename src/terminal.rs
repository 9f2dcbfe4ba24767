//! Sentences on standard error, harmless to the terminal that shows them.

use std::io::{self, Write as _};

/// Writes one line on standard error.
pub fn say(line: &str) {
    // There is no one left to tell if standard error is closed.
    let _ = writeln!(io::stderr(), "{}", harmless(line));
}

/// A text of which a terminal does nothing but show it: control characters in values that are
/// quoted could do more.
pub fn harmless(text: &str) -> String {
    let shown = |c: char| {
        if c.is_control() && !matches!(c, '\n' | '\t') {
            '\u{fffd}'
        } else {
            c
        }
    };
    text.chars().map(shown).collect()
}
