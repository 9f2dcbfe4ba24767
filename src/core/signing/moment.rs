//! In: texts and numbers from outside. Out: the values that a signature is made with, each fit for
//! its place in the header.

use std::fmt;

use crate::core::encoding::hex;
use crate::core::finding::{Explain, Message};
use crate::core::platform::{self, REQUEST_ORDER};
use crate::core::time::Timestamp;

/// A value of the header that cannot stand there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum FieldError {
    /// Nothing was given.
    Empty(HeaderField),
    /// A comma, quote, white space, control or non-ASCII character.
    Character {
        /// The field it was meant for.
        field: HeaderField,
        /// The character.
        character: char,
        /// Its place in the value, from 1.
        position: usize,
    },
    /// A character that is no digit, where the platform has a number.
    NotDigits {
        /// The field it was meant for.
        field: HeaderField,
        /// The value.
        value: String,
    },
}

/// The values that a person gives for the header or the string to sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderField {
    /// `appid`.
    AppId,
    /// `key_version`.
    KeyVersion,
    /// `nonce_str`.
    Nonce,
    /// Line 2 of the string to sign.
    Uri,
}

/// `appid` of the mini-program; those of the platform start with `tt`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppId(Fit);

impl AppId {
    /// Takes a value that fits the header.
    ///
    /// # Errors
    /// [`FieldError`] where it is empty or has a character that would break the header or the
    /// string to sign.
    pub fn new(value: impl Into<String>) -> Result<Self, FieldError> {
        Fit::new(HeaderField::AppId, value.into()).map(Self)
    }

    /// The value as it stands there.
    pub fn as_str(&self) -> &str {
        &self.0.0
    }

    /// Whether it looks as those of the platform do: `tt` and 16, or 18, small hex digits. No
    /// document promises it.
    pub fn is_usual(&self) -> bool {
        let digits = self.as_str().strip_prefix("tt").unwrap_or_default();
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        [16, 18].contains(&digits.len()) && digits.bytes().all(is_digit)
    }
}

impl fmt::Display for AppId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// Digits of a version at most: it counts uploads.
const MOST_DIGITS: usize = 9;

/// `key_version`: counts up each time an application public key is uploaded in the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyVersion(Fit);

impl KeyVersion {
    /// Takes a value that fits the header.
    ///
    /// # Errors
    /// [`FieldError`] where it is empty or no number in digits.
    pub fn new(value: impl Into<String>) -> Result<Self, FieldError> {
        let field = HeaderField::KeyVersion;
        let Fit(value) = Fit::new(field, value.into())?;
        if value.len() > MOST_DIGITS || value.bytes().any(|byte| !byte.is_ascii_digit()) {
            return Err(FieldError::NotDigits { field, value });
        }
        Ok(Self(Fit(value)))
    }

    /// The value as it stands there.
    pub fn as_str(&self) -> &str {
        &self.0.0
    }
}

impl fmt::Display for KeyVersion {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// `nonce_str`: a random text, new for every signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nonce(Fit);

impl Nonce {
    /// Takes a value that fits the header.
    ///
    /// # Errors
    /// [`FieldError`] where it is empty or has a character that would break the header or the
    /// string to sign.
    pub fn new(value: impl Into<String>) -> Result<Self, FieldError> {
        Fit::new(HeaderField::Nonce, value.into()).map(Self)
    }

    /// The value as it stands there.
    pub fn as_str(&self) -> &str {
        &self.0.0
    }
}

impl fmt::Display for Nonce {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// Line 2 of the string to sign, e.g. `/requestOrder`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uri(Fit);

impl Uri {
    /// Takes a value that fits the header.
    ///
    /// # Errors
    /// [`FieldError`] where it is empty or has a character that would break the header or the
    /// string to sign.
    pub fn new(value: impl Into<String>) -> Result<Self, FieldError> {
        Fit::new(HeaderField::Uri, value.into()).map(Self)
    }

    /// The value as it stands there.
    pub fn as_str(&self) -> &str {
        &self.0.0
    }
}

impl fmt::Display for Uri {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Uri {
    /// The URI of `tt.requestOrder`.
    pub fn request_order() -> Self {
        Self(Fit(REQUEST_ORDER.to_owned()))
    }
}

impl Nonce {
    /// Writes 16 random bytes as 32 lower-case hex digits.
    pub fn of_bytes(bytes: [u8; 16]) -> Self {
        Self(Fit(hex(&bytes)))
    }
}

/// Who signs: the part of the header that stays the same from order to order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// `appid`.
    pub app_id: AppId,
    /// `key_version`.
    pub key_version: KeyVersion,
}

/// When it is signed, and the random text that makes it unique.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// `timestamp`.
    pub timestamp: Timestamp,
    /// `nonce_str`.
    pub nonce: Nonce,
}

/// A value without the characters that separate values and lines: commas, quotes, white space.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fit(String);

impl Fit {
    fn new(field: HeaderField, value: String) -> Result<Self, FieldError> {
        if value.is_empty() {
            return Err(FieldError::Empty(field));
        }
        let breaks = |c: char| !c.is_ascii_graphic() || matches!(c, ',' | '"');
        match value.chars().enumerate().find(|(_, c)| breaks(*c)) {
            Some((place, character)) => Err(FieldError::Character {
                field,
                character,
                position: place + 1,
            }),
            None => Ok(Self(value)),
        }
    }
}

impl Explain for FieldError {
    fn message(&self) -> Message {
        match self {
            Self::Empty(field) => Message::new("header.empty").with("field", field.name()),
            Self::Character {
                field,
                character,
                position,
            } => Message::new("header.character")
                .with("field", field.name())
                .with("character", character.escape_debug())
                .with("position", position),
            Self::NotDigits { field, value } => Message::new("header.not_digits")
                .with("field", field.name())
                .with("value", value),
        }
    }
}

impl HeaderField {
    /// The field as the platform spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::AppId => platform::HeaderField::AppId.name(),
            Self::KeyVersion => platform::HeaderField::KeyVersion.name(),
            Self::Nonce => platform::HeaderField::Nonce.name(),
            Self::Uri => "uri",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_would_break_the_header_are_refused() {
        for (value, position) in [
            ("a,b", 2),
            ("tt 1", 3),
            ("\"x\"", 1),
            ("x\n", 2),
            ("应用", 1),
            ("a\u{feff}", 2),
        ] {
            let refused = AppId::new(value).unwrap_err();
            let FieldError::Character {
                position: found, ..
            } = refused
            else {
                panic!("{value}");
            };
            assert_eq!(found, position, "{value}");
        }
        assert_eq!(
            KeyVersion::new("").unwrap_err(),
            FieldError::Empty(HeaderField::KeyVersion)
        );
        for value in ["-9", "v1", "1.0", "9999999999"] {
            let refused = KeyVersion::new(value).unwrap_err();
            assert!(matches!(refused, FieldError::NotDigits { .. }), "{value}");
        }
    }

    #[test]
    fn a_nonce_in_base64_is_welcome() {
        assert_eq!(
            Nonce::new("q83vEjRWeJCrzQ+/==").unwrap().as_str(),
            "q83vEjRWeJCrzQ+/=="
        );
    }
}
