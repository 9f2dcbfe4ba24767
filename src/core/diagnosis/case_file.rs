//! In: a case and its report. Out: a note for support, and a JSON bundle that opens again as the
//! same case.

use serde::{Deserialize, Serialize};

use super::case::{Case, Kind};
use super::known_key::KnownKey;
use super::report::{Report, Verdict};
use crate::core::encoding::{base64, hex, unbase64};
use crate::core::finding::{Explain, Message};
use crate::core::key::{Format, Hash, Material, read};

/// What a bundle says it is.
const KIND: &str = "tt-order-builder case";

/// A case as a file: bytes in Base64, so that no transport changes them; public keys only.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Bundle {
    /// [`KIND`].
    file: String,
    kind: Kind,
    data_base64: String,
    #[serde(default)]
    byte_authorization: String,
    #[serde(default)]
    byte_timestamp: String,
    #[serde(default)]
    byte_nonce_str: String,
    #[serde(default)]
    byte_signature: String,
    #[serde(default)]
    method: String,
    #[serde(default)]
    uri: String,
    #[serde(default)]
    is_file: bool,
    #[serde(default)]
    is_exact: bool,
    #[serde(default)]
    keys: Vec<BundledKey>,
    verdict: Verdict,
    #[serde(default)]
    findings: Vec<BundledFinding>,
    #[serde(default)]
    digest: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct BundledKey {
    name: String,
    platform: bool,
    #[serde(default)]
    #[serde(alias = "due")]
    expected: bool,
    #[serde(default)]
    app_id: Option<String>,
    #[serde(default)]
    key_version: Option<String>,
    fingerprint: String,
    spki_base64: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct BundledFinding {
    code: String,
    proven: bool,
}

/// Why a file is no case.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct NoCase;

/// The bundle of a case.
pub fn bundle(case: &Case, keys: &[KnownKey], report: &Report) -> String {
    let keys = keys.iter().map(|known| BundledKey {
        name: known.name.clone(),
        platform: known.is_platform,
        expected: known.is_expected,
        app_id: known.app_id.clone(),
        key_version: known.key_version.clone(),
        fingerprint: known.key.fingerprint().to_string(),
        spki_base64: known.key.spki_base64(),
    });

    let findings = &report.findings;
    let bundle = Bundle {
        file: KIND.to_owned(),
        kind: case.kind,
        data_base64: base64(&case.data),
        byte_authorization: case.authorization.clone(),
        byte_timestamp: case.timestamp.clone(),
        byte_nonce_str: case.nonce.clone(),
        byte_signature: case.signature.clone(),
        method: case.method.clone(),
        uri: case.uri.clone(),
        is_file: case.is_file,
        is_exact: case.is_exact,
        keys: keys.collect(),
        verdict: report.verdict,
        findings: findings
            .iter()
            .map(|f| BundledFinding {
                code: f.code.name().to_owned(),
                proven: f.proven,
            })
            .collect(),
        digest: report
            .opened
            .as_ref()
            .map(|opened| opened.digest.clone())
            .unwrap_or_default(),
    };

    // A struct of texts is always JSON.
    serde_json::to_string_pretty(&bundle).unwrap_or_default() + "\n"
}

/// Whether a text looks like a bundle.
pub fn is_bundle(text: &str) -> bool {
    text.contains(KIND)
}

/// Opens a bundle: the case, and the keys that it was looked at with.
///
/// # Errors
/// [`NoCase`] where it is none.
pub fn open(text: &str) -> Result<(Case, Vec<KnownKey>), NoCase> {
    let bundle: Bundle = serde_json::from_str(text).map_err(|_| NoCase)?;
    if bundle.file != KIND {
        return Err(NoCase);
    }

    let case = Case {
        kind: bundle.kind,
        data: unbase64(&bundle.data_base64).ok_or(NoCase)?,
        authorization: bundle.byte_authorization,
        timestamp: bundle.byte_timestamp,
        nonce: bundle.byte_nonce_str,
        signature: bundle.byte_signature,
        method: bundle.method,
        uri: bundle.uri,
        is_file: bundle.is_file,
        is_exact: bundle.is_exact,
    };

    let keys = bundle.keys.into_iter().filter_map(|key| {
        let item = read::read(key.spki_base64.as_bytes())
            .ok()?
            .into_iter()
            .next()?;
        let Material::Public(public) = item
            .material
            .ok()
            .filter(|material| *material.format() == Format::Spki)?
        else {
            return None;
        };

        let BundledKey {
            name,
            platform: is_platform,
            expected: is_expected,
            app_id,
            key_version,
            ..
        } = key;
        Some(KnownKey {
            name,
            is_platform,
            is_expected,
            app_id,
            key_version,
            key: public,
        })
    });
    Ok((case, keys.collect()))
}

/// The note for support in Markdown. `say` puts messages into words.
pub fn note(case: &Case, report: &Report, say: &dyn Fn(&Message) -> String) -> String {
    let text = |key: &str| say(&Message::new(key));
    let mut lines = vec![format!("## {}", say(&report.headline())), String::new()];
    for finding in &report.findings {
        let sure = text(if finding.proven {
            "case_note.proven"
        } else {
            "case_note.likely"
        });
        lines.push(format!(
            "- **{}** ({sure}) {}{}",
            finding.code.name(),
            say(&finding.message()),
            finding
                .writer_message()
                .map(|message| say(&message))
                .unwrap_or_default()
        ));
    }

    lines.push(String::new());
    if let Some(opened) = &report.opened {
        lines.push(format!(
            "- {}: {} `{}`",
            text("case_note.key"),
            opened.key,
            opened.fingerprint
        ));
        if !opened.digest.is_empty() {
            lines.push(format!(
                "- {} {}: `{}`",
                text("case_note.digest"),
                opened.hash,
                opened.digest
            ));
        }
    }

    let digest = |bytes: &[u8]| hex(&Hash::Sha256.digest(bytes));
    lines.push(format!(
        "- {}: {} B, SHA-256 `{}`",
        text("case_note.sent"),
        report.sent.len(),
        digest(&report.sent)
    ));
    if case.kind == Kind::Order {
        lines.push(format!(
            "- byteAuthorization: `{}`",
            case.authorization.trim()
        ));
    }

    lines.push(format!(
        "- {}",
        say(&Message::new("case_note.tried").with("count", report.candidates_tried))
    ));
    lines.push(String::new());
    for key in report.checklist() {
        lines.push(format!("- [ ] {}", text(key)));
    }

    lines.join("\n") + "\n"
}

impl Explain for NoCase {
    fn message(&self) -> Message {
        Message::new("verify.no_case")
    }
}
