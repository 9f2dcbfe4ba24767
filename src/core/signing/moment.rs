//! In: texts and numbers from outside. Out: the values that a signature is made with, each fit for its place in the header.

use std::fmt;

use crate::core::finding::{Explain, Message};
use crate::core::time::Timestamp;

/// A value of the header that cannot stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
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

macro_rules! header_value {
    ($(#[$doc:meta])* $name:ident, $field:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(String);

        impl $name {
            /// Takes a value that fits the header.
            ///
            /// # Errors
            /// [`FieldError`] where it is empty or has a character that would break the header or the string to sign.
            pub fn new(value: impl Into<String>) -> Result<Self, FieldError> {
                let value = value.into();
                fit($field, &value)?;
                Ok(Self(value))
            }

            /// The value as it stands in the header.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

header_value!(
    /// `appid` of the mini-program; those of the platform start with `tt`.
    AppId,
    HeaderField::AppId
);
header_value!(
    /// `key_version`: counts up each time an application public key is uploaded in the console.
    KeyVersion,
    HeaderField::KeyVersion
);
header_value!(
    /// `nonce_str`: a random text, new for every signature.
    Nonce,
    HeaderField::Nonce
);
header_value!(
    /// Line 2 of the string to sign, e.g. `/requestOrder`.
    Uri,
    HeaderField::Uri
);

impl Uri {
    /// The URI of `tt.requestOrder`.
    pub const REQUEST_ORDER: &'static str = "/requestOrder";

    /// The URI of `tt.requestOrder`.
    pub fn request_order() -> Self {
        Self(Self::REQUEST_ORDER.to_owned())
    }
}

impl Nonce {
    /// Writes 16 random bytes as 32 lower-case hex digits.
    pub fn of_bytes(bytes: [u8; 16]) -> Self {
        Self(crate::core::key::hex(&bytes))
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

/// Values are written unquoted and separated by commas, lines by 0x0A: those characters cannot be part of a value.
fn fit(field: HeaderField, value: &str) -> Result<(), FieldError> {
    if value.is_empty() {
        return Err(FieldError::Empty(field));
    }
    let wrong = value.chars().enumerate().find(|(_, c)| !c.is_ascii_graphic() || matches!(c, ',' | '"'));
    match wrong {
        Some((place, character)) => Err(FieldError::Character { field, character, position: place + 1 }),
        None => Ok(()),
    }
}

impl Explain for FieldError {
    fn message(&self) -> Message {
        match self {
            Self::Empty(field) => Message::new("header.empty").with("field", field.name()),
            Self::Character { field, character, position } => Message::new("header.character")
                .with("field", field.name())
                .with("character", character.escape_debug())
                .with("position", position),
        }
    }
}

impl HeaderField {
    /// The field as the platform spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::AppId => "appid",
            Self::KeyVersion => "key_version",
            Self::Nonce => "nonce_str",
            Self::Uri => "uri",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_would_break_the_header_are_refused() {
        for (value, position) in [("a,b", 2), ("tt 1", 3), ("\"x\"", 1), ("x\n", 2), ("应用", 1), ("a\u{feff}", 2)] {
            let refused = AppId::new(value).unwrap_err();
            assert!(matches!(refused, FieldError::Character { position: found, .. } if found == position), "{value}");
        }
        assert_eq!(KeyVersion::new("").unwrap_err(), FieldError::Empty(HeaderField::KeyVersion));
    }

    #[test]
    fn a_nonce_in_base64_is_welcome() {
        assert_eq!(Nonce::new("q83vEjRWeJCrzQ+/==").unwrap().as_str(), "q83vEjRWeJCrzQ+/==");
    }
}
