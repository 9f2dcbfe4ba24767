//! What belongs to the verify page alone.

use std::sync::Arc;

use crate::core::diagnosis::search::Watch;
use crate::core::diagnosis::{Case, Kind, KnownKey, Report};
use crate::core::finding::Message;
use crate::core::intake;
use crate::core::key::Fingerprint;
use crate::core::language::Language;

/// What belongs to this page alone.
#[derive(Debug, Default)]
pub struct VerifyPage {
    /// The payload as pasted or typed.
    pub form: CaseForm,
    /// The payload that stood there before the last one was put in its place.
    pub before: Option<CaseForm>,
    /// Keys that came with a case file.
    pub case_keys: Vec<KnownKey>,
    /// What the newest request was for.
    pub asked: Option<Asked>,
    /// Number of the newest request.
    pub number: u64,
    /// The search under way.
    pub watch: Option<Arc<Watch>>,
    /// The last answer.
    pub checked: Option<Arc<Checked>>,
    /// Why the last paste or file gave nothing.
    pub fault: Option<Message>,
    /// The string to sign that the developer's server printed.
    pub server_string: String,
    /// The language in which it is shown how to mend what was found.
    pub server: Option<Language>,
}

/// The payload, field by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseForm {
    /// What was signed.
    pub kind: Kind,
    /// `data`, or a callback's body.
    pub data: String,
    /// The bytes of a file that is no UTF-8, in place of `data`.
    pub bytes: Option<Vec<u8>>,
    /// `byteAuthorization`.
    pub authorization: String,
    /// `Byte-Timestamp`.
    pub timestamp: String,
    /// `Byte-Nonce-Str`.
    pub nonce: String,
    /// `Byte-Signature`.
    pub signature: String,
    /// Line 2 of the string to sign, where it is not the one of the call that takes such data.
    pub uri: String,
}

/// What of a key a report depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyIdentity {
    /// SHA-256 of its SPKI.
    pub fingerprint: Fingerprint,
    /// Whether it is the platform's.
    pub is_platform: bool,
    /// `appid` that it belongs to, if that is known.
    pub app_id: Option<String>,
    /// `key_version` under which the console has it, if that is known.
    pub key_version: Option<String>,
}

/// What a report is of; a new one is due when it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The payload.
    pub form: CaseForm,
    /// The keys.
    pub keys: Vec<KeyIdentity>,
}

/// A report with what it is of.
#[derive(Debug)]
pub struct Checked {
    /// The payload.
    pub case: Case,
    /// The keys.
    pub keys: Vec<KnownKey>,
    /// The report.
    pub report: Report,
    /// Number of the order in the history whose signature it is, where that alone explains it.
    pub of_history: Option<String>,
    /// What is to be said of the history's file.
    pub remark: Option<Message>,
}

impl CaseForm {
    /// The form of a case.
    pub fn of(case: Case) -> Self {
        let Case {
            kind,
            data,
            authorization,
            timestamp,
            nonce,
            signature,
            uri,
            ..
        } = case;

        let (data, bytes) = match String::from_utf8(data) {
            Ok(text) => (text, None),
            Err(error) => (String::new(), Some(error.into_bytes())),
        };
        Self {
            kind,
            data,
            bytes,
            authorization,
            timestamp,
            nonce,
            signature,
            uri,
        }
    }

    /// The case as it stands in the form.
    pub fn case(&self) -> Case {
        let Self {
            kind,
            data,
            bytes,
            authorization,
            timestamp,
            nonce,
            signature,
            uri,
        } = self.clone();
        Case {
            kind,
            data: bytes.unwrap_or_else(|| data.into_bytes()),
            authorization,
            timestamp,
            nonce,
            signature,
            uri: uri.trim().to_owned(),
            ..Case::default()
        }
    }

    /// Takes in the parts that were found in a text; what was not found stays.
    pub fn take(&mut self, parts: intake::Parts) {
        self.kind = if parts.is_callback() {
            Kind::Callback
        } else {
            Kind::Order
        };
        let take = |field: &mut String, part: Option<String>| {
            if let Some(part) = part {
                *field = part;
            }
        };
        if parts.data.is_some() {
            self.bytes = None;
        }

        take(&mut self.data, parts.data.map(|data| data.text));
        take(&mut self.authorization, parts.authorization);
        take(&mut self.timestamp, parts.timestamp);
        take(&mut self.nonce, parts.nonce);
        take(&mut self.signature, parts.signature);
    }

    /// Whether there is a signature to look at.
    pub fn is_ready(&self) -> bool {
        match self.kind {
            Kind::Order => !self.authorization.trim().is_empty(),
            Kind::Callback => !self.signature.trim().is_empty(),
        }
    }
}
