//! In: a signature and the public keys that are known. Out: the key that opens it, and what is to
//! be said of that key and of its scheme.

use super::case::Kind;
use super::code::Code;
use super::header::Header;
use super::report::{Finding, OpenedBy};
use crate::core::encoding::hex;
use crate::core::key::{Hash, Opened, PublicKey, is_sample, open};
use crate::core::platform::PLATFORM_BITS;

/// A public key, with what is said of it.
#[derive(Clone, Debug)]
pub struct KnownKey {
    /// What it is called.
    pub name: String,
    /// Whether it is the platform's, with which callbacks are checked.
    pub is_platform: bool,
    /// Whether the user says that this key should have made the signature.
    pub is_expected: bool,
    /// `appid` that it belongs to, if that is known.
    pub app_id: Option<String>,
    /// `key_version` under which the console has it, if that is known.
    pub key_version: Option<String>,
    /// The key.
    pub key: PublicKey,
}

/// A signature that a key opened.
pub struct Open<'k> {
    /// The key.
    pub key: &'k KnownKey,
    /// What it showed.
    pub opened: Opened,
}

/// Whether bytes have the form of a DigestInfo (RFC 8017, section 9.2), here of an unknown hash.
fn is_digest_info(content: &[u8]) -> bool {
    let is_whole = |length: u8| usize::from(length) + 2 == content.len();
    matches!(content, [0x30, length, 0x30, ..] if is_whole(*length))
}

/// Whether the key that opened the signature is the one that should have made it.
pub fn about_key(open: &Open<'_>, keys: &[KnownKey], kind: Kind, header: &Header) -> Vec<Finding> {
    let mut findings = Vec::new();
    let known = open.key;
    let named = |finding: Finding| finding.with("key", &known.name);
    let other_version = known.key_version.is_some()
        && header.key_version.is_some()
        && known.key_version != header.key_version;
    let other_app =
        known.app_id.is_some() && header.app_id.is_some() && known.app_id != header.app_id;
    let nothing_said = known.app_id.is_none() && known.key_version.is_none();
    let other_is_expected = !known.is_expected
        && keys
            .iter()
            .any(|key| key.is_expected && key.is_platform == (kind == Kind::Callback));

    match kind {
        Kind::Order if known.is_platform => {
            findings.push(named(Finding::proven(Code::KeyPlatformUsed)));
        }
        Kind::Callback if !known.is_platform && keys.iter().any(|key| key.is_platform) => {
            findings.push(named(Finding::proven(Code::KeyApplicationUsed)));
        }
        Kind::Order if other_version && !other_app => {
            let finding = named(Finding::proven(Code::KeyVersionMismatch));
            let finding = finding.with("made", known.key_version.as_deref().unwrap_or_default());
            findings
                .push(finding.with("header", header.key_version.as_deref().unwrap_or_default()));
        }
        _ if other_app || nothing_said && other_is_expected => {
            findings.push(named(Finding::proven(Code::KeyOtherInRing)));
        }
        _ => {}
    }

    if known.key.bits() < PLATFORM_BITS {
        findings.push(named(Finding::proven(Code::KeyTooSmall)).with("bits", known.key.bits()));
    }
    if is_sample(known.key.fingerprint()) {
        findings.push(named(Finding::proven(Code::KeySampleKey)));
    }

    findings
}

/// Another padding or hash than the platform's.
pub fn scheme(opened: &Opened) -> Option<Finding> {
    Some(match opened {
        Opened::Pkcs1 {
            hash: Hash::Sha256, ..
        }
        | Opened::OtherKey
        | Opened::OutOfRange => return None,
        Opened::Pkcs1 {
            hash: Hash::Sha1, ..
        } => Finding::proven(Code::HashSha1),
        Opened::Pkcs1 {
            hash: Hash::Md5, ..
        } => Finding::proven(Code::HashMd5),
        Opened::Pkcs1 {
            hash: Hash::Sha512, ..
        } => Finding::proven(Code::HashSha512),
        Opened::Pkcs1 { hash, .. } => Finding::proven(Code::HashOther).with("hash", hash.name()),
        Opened::Raw { content } if is_digest_info(content) => {
            Finding::proven(Code::HashOther).with("hash", "?")
        }
        Opened::Pss { .. } => Finding::proven(Code::PaddingPss),
        Opened::Raw { .. } => Finding::proven(Code::PaddingRaw),
    })
}

/// The key that opens a signature; one that shows the platform's padding goes before one that shows
/// none.
pub fn opened_by<'k>(signature: &[u8], keys: &'k [KnownKey]) -> Option<Open<'k>> {
    let all = keys.iter().map(|key| Open {
        key,
        opened: open(signature, &key.key),
    });
    let mut all: Vec<Open<'k>> = all
        .filter(|open| !matches!(open.opened, Opened::OtherKey | Opened::OutOfRange))
        .collect();
    all.sort_by_key(|open| matches!(open.opened, Opened::Raw { .. }));
    all.into_iter().next()
}

/// The key that opened a signature, as a report names it.
pub fn described(open: &Open<'_>) -> OpenedBy {
    let (hash, digest) = match &open.opened {
        Opened::Pkcs1 { hash, digest } => (hash.name(), hex(digest)),
        Opened::Pss { hash, .. } => (hash.name(), String::new()),
        Opened::Raw { content } => (
            "",
            if content.len() <= 64 {
                hex(content)
            } else {
                String::new()
            },
        ),
        Opened::OtherKey | Opened::OutOfRange => ("", String::new()),
    };
    OpenedBy {
        key: open.key.name.clone(),
        fingerprint: open.key.key.fingerprint().to_string(),
        hash: hash.to_owned(),
        digest,
    }
}
