//! What a text turns out to be, and the parts of a signed payload that were found in it.

use super::product::Product;

/// What a text is, as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// `data` itself, or another JSON object with its members.
    Data,
    /// A server's answer, a log, a printed object: something around `data` or its header.
    Answer,
    /// A call of `tt.requestOrder` or `tt.createSignOrder`.
    Call,
    /// A `byteAuthorization` alone.
    Header,
    /// What the platform sends to the server: headers and a body.
    Callback,
    /// What `success` was given.
    Success,
    /// A reported error.
    Report,
    /// A private key, of which nothing is to be shown.
    Key,
    /// The payload of another product.
    Other(Product),
    /// None of these.
    Nothing,
}

/// `data` as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Data {
    /// Its text; of an object the compact form.
    pub text: String,
    /// Whether it was an object where the platform wants a text: what is sent is not known then,
    /// its compact form is most likely.
    pub was_object: bool,
    /// Whether it is what a program printed of an object: its types and bytes are lost.
    pub was_printed: bool,
}

/// Parts of a signed payload that were found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// `data`, or a callback's body.
    pub data: Option<Data>,
    /// `byteAuthorization`.
    pub authorization: Option<String>,
    /// `Byte-Timestamp`.
    pub timestamp: Option<String>,
    /// `Byte-Nonce-Str`.
    pub nonce: Option<String>,
    /// `Byte-Signature`.
    pub signature: Option<String>,
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intake {
    /// What the text is.
    pub what: What,
    /// The parts in it.
    pub parts: Parts,
    /// Whether `data` was found only after escapes or encodings were undone. Without a header
    /// beside it, that may be how it was sent.
    pub is_decoded: bool,
    /// How many numbers of orders the text has; of several orders the first is read.
    pub order_numbers: usize,
}

impl Parts {
    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether they are of a callback.
    pub fn is_callback(&self) -> bool {
        self.signature.is_some() && self.authorization.is_none()
    }

    /// Whether there is a `byteAuthorization` or a callback's signature.
    pub fn has_header(&self) -> bool {
        self.authorization.is_some() || self.signature.is_some()
    }

    /// How much of a case is there; a text is read in several ways, and the best one counts.
    pub fn worth(&self) -> u8 {
        let data = self
            .data
            .as_ref()
            .map_or(0, |data| 2 - u8::from(data.was_object));
        2 * data + u8::from(self.has_header())
    }
}
