//! A passphrase as typed or read, never shown.

use std::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop};

/// What opens an encrypted key; zeroised when it is dropped.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Passphrase(String);

impl Passphrase {
    /// The passphrase as typed.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// The text, for a field to type it into.
    pub fn text_mut(&mut self) -> &mut String {
        &mut self.0
    }
}

impl Default for Passphrase {
    /// Nothing typed yet, with room to type: a growing text would leave copies of itself behind.
    fn default() -> Self {
        Self(String::with_capacity(256))
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Passphrase(…)")
    }
}
