//! In: what the steps of the diagnosis found. Out: verdict, findings, and what stands behind them.

use serde::Serialize;

use super::code::{Code, Family};
use crate::core::finding::{Explain, Message};

/// What can be said of a signature as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The signature fits these bytes and this key.
    Valid,
    /// It fits, but something about the payload is not as it should be.
    ValidButSuspicious,
    /// The text of the signature or the header is damaged.
    DamagedSignature,
    /// No key that is known made it.
    UnknownKey,
    /// Another hash or padding than the platform's.
    WrongScheme,
    /// Other bytes were signed, and which is proven.
    DifferentBytes,
    /// Other bytes were signed, and no candidate gives their digest.
    DifferentBytesUnexplained,
}

/// One cause, with a stable code such as `body.keys_sorted`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Stable code.
    pub code: Code,
    /// Whether a digest match or a byte shows it.
    pub proven: bool,
    /// Values for its sentence.
    pub args: Vec<(&'static str, String)>,
    /// What is known to write so; empty where nothing is.
    pub writer: &'static str,
    /// Whether it is about a callback, which the reader receives and does not send.
    pub of_callback: bool,
}

/// The key that opened a signature, and what it showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedBy {
    /// What the key is called.
    pub key: String,
    /// SHA-256 of its SPKI, hex digits.
    pub fingerprint: String,
    /// The hash's name; empty where the padding shows none.
    pub hash: String,
    /// The digest that was signed, hex digits; empty where the padding shows none.
    pub digest: String,
}

/// Everything that is known after the diagnosis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The whole in one word.
    pub verdict: Verdict,
    /// Causes, the proven first.
    pub findings: Vec<Finding>,
    /// Which key opened the signature.
    pub opened: Option<OpenedBy>,
    /// How many candidate strings were hashed.
    pub candidates_tried: u64,
    /// The string to sign of the payload as it was sent.
    pub sent: Vec<u8>,
    /// The string that was signed, where it is known.
    pub signed: Option<Vec<u8>>,
    /// Whether it is about a callback.
    pub of_callback: bool,
}

/// Keys of the texts on what this program cannot see.
const CHECKLIST: [&str; 3] = [
    "checklist.console_key",
    "checklist.app_id",
    "checklist.clock",
];
const CALLBACK_CHECKLIST: [&str; 3] = [
    "checklist.platform_key",
    "checklist.raw_body",
    "checklist.same_callback",
];

impl Finding {
    /// A finding that is proven.
    pub fn proven(code: Code) -> Self {
        Self {
            code,
            proven: true,
            args: Vec::new(),
            writer: "",
            of_callback: false,
        }
    }

    /// A finding that is likely only.
    pub fn likely(code: Code) -> Self {
        Self {
            code,
            proven: false,
            args: Vec::new(),
            writer: "",
            of_callback: false,
        }
    }

    /// The same with one more value for its sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

impl Explain for Finding {
    fn message(&self) -> Message {
        let of_callback = self.of_callback.then(|| callback_text(self.code)).flatten();
        let code = match of_callback {
            Some(own) => format!("diagnosis_callback.{own}"),
            None => format!("diagnosis.{}", self.code.name()),
        };
        Message {
            code,
            args: self.args.clone(),
        }
    }
}

/// The sentence on a cause where the payload was received and not sent; `None` where it is the
/// same.
fn callback_text(code: Code) -> Option<&'static str> {
    Some(match code {
        Code::LinesOrder | Code::LinesMissing | Code::LinesDoubled => "lines",
        Code::NonceRegeneratedSuspected | Code::NotFound => "unexplained",
        Code::EscapeUnicode | Code::EscapeSlash | Code::EscapeHtml => "escaped",
        Code::BodyKeysSorted | Code::BodyKeysReordered => "keys",
        Code::BodyInnerAlone => "inner_alone",
        Code::BodyInnerSent => "inner_sent",
        Code::KeyUnknown => "key_unknown",
        Code::HashSha1 | Code::HashMd5 | Code::HashSha512 | Code::HashOther => "scheme",
        Code::TimestampStale | Code::TimestampDifferent | Code::TimestampMilliseconds => {
            "timestamp"
        }
        Code::BodyInnerObject | Code::BodyInnerText => "inner_object",
        Code::BodyInnerRewritten => "inner_rewritten",
        Code::BodyTrimmed => "trimmed",
        Code::BodyTextTrimmed
        | Code::BodyBlanksAdded
        | Code::BodyBlanksRemoved
        | Code::BodyReserialized
        | Code::BodyPretty => "spaces",
        Code::BodyDoubleEncoded | Code::BodyDecodedOnce | Code::EscapeBackslashes => "quoted",
        Code::EncodingGbk | Code::EncodingLatin1 | Code::EncodingUtf16 | Code::EncodingCesu8 => {
            "encoding"
        }
        _ => match code.family() {
            Family::Body | Family::Escape | Family::Encoding | Family::Bom => "body",
            _ => return None,
        },
    })
}

impl Finding {
    /// What is known to write so, as a sentence of its own.
    pub fn writer_message(&self) -> Option<Message> {
        let writer = self.writer;
        (!writer.is_empty()).then(|| Message::new("diagnosis.as_written").with("writer", writer))
    }

    /// Whether the platform refuses the payload for it, even where the signature fits.
    fn is_refused(&self) -> bool {
        let refused = match self.code.family() {
            Family::Key => !matches!(self.code, Code::KeySampleKey | Code::KeyTooSmall),
            Family::Timestamp => self.code != Code::TimestampStale,
            // Amounts are refused by other rules than the signature's.
            Family::Header | Family::Amount => true,
            _ => self.code == Code::BodyDoubleEncoded,
        };
        self.proven && refused
    }
}

impl Verdict {
    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::ValidButSuspicious => "valid_but_suspicious",
            Self::DamagedSignature => "damaged_signature",
            Self::UnknownKey => "unknown_key",
            Self::WrongScheme => "wrong_scheme",
            Self::DifferentBytes => "different_bytes",
            Self::DifferentBytesUnexplained => "different_bytes_unexplained",
        }
    }

    /// Whether the signature fits.
    pub fn is_valid(self) -> bool {
        matches!(self, Self::Valid | Self::ValidButSuspicious)
    }
}

impl Explain for Verdict {
    fn message(&self) -> Message {
        Message::new(format!("verdict.{}", self.name()))
    }
}

impl Report {
    /// Whether the signature fits, and nothing shows that the platform refuses it nevertheless: a
    /// header that it does not read, a key that is not the expected one.
    pub fn is_accepted(&self) -> bool {
        self.verdict.is_valid() && !self.findings.iter().any(Finding::is_refused)
    }

    /// The same where there are more keys that could not be read: one of them may have made it.
    #[must_use]
    pub fn with_unread_keys(mut self, count: usize) -> Self {
        if count > 0 && self.verdict == Verdict::UnknownKey {
            for finding in &mut self.findings {
                finding.proven &= finding.code != Code::KeyUnknown;
            }
            let unread = Finding::likely(Code::KeyUnread).with("count", count);
            self.findings.insert(0, unread);
        }
        self
    }

    /// The whole in one sentence.
    pub fn headline(&self) -> Message {
        match (
            self.verdict.is_valid(),
            self.is_accepted(),
            self.of_callback,
        ) {
            (true, false, false) => Message::new("verdict.fits_but_refused"),
            (true, false, true) => Message::new("verdict.fits_but_not_trusted"),
            _ => self.verdict.message(),
        }
    }

    /// What this program cannot see and the reader can.
    pub fn checklist(&self) -> &'static [&'static str] {
        if self.of_callback {
            &CALLBACK_CHECKLIST
        } else {
            &CHECKLIST
        }
    }

    /// The first byte at which what was sent and what was signed differ; `None` where one of them
    /// is not known or both are the same.
    pub fn first_difference(&self) -> Option<usize> {
        let signed = self.signed.as_ref()?;
        let same = self
            .sent
            .iter()
            .zip(signed)
            .take_while(|(a, b)| a == b)
            .count();
        (same < self.sent.len().max(signed.len())).then_some(same)
    }
}
