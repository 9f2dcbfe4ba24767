//! In: a file that holds no key of ours. Out: what it is instead, where that can be told.

use rsa::pkcs8::der::asn1::AnyRef;
use rsa::pkcs8::der::{Decode as _, Reader as _, SliceReader, Tag, Tagged as _};

use crate::core::key::error::KeyError;

/// Refuses texts in other formats by name.
///
/// # Errors
/// [`KeyError`] with the format.
pub fn refuse(text: &str, file: &[u8]) -> Result<(), KeyError> {
    const SSH: [&str; 4] = ["ssh-", "ecdsa-", "sk-", "---- BEGIN SSH2"];
    let text = text.trim_start();
    if SSH.iter().any(|prefix| text.starts_with(prefix)) {
        return Err(KeyError::OpenSshPublic);
    }

    if text.starts_with("PuTTY-User-Key-File") {
        return Err(KeyError::Putty);
    }
    if text.starts_with('{') && text.contains("\"kty\"") {
        return Err(KeyError::Jwk);
    }
    if text.contains("<RSAKeyValue>") {
        return Err(KeyError::Xml);
    }

    if file.contains(&0) {
        return Err(KeyError::NoKey);
    }

    Ok(())
}

/// What a file that is no text may be.
pub fn binary(file: &[u8]) -> KeyError {
    match file {
        // The magic numbers of Java's key stores.
        [0xfe, 0xed, 0xfe, 0xed, ..] | [0xce, 0xce, 0xce, 0xce, ..] => KeyError::KeyStore,
        _ => KeyError::NoKey,
    }
}

/// Names DER that has the outer form of something known but is no RSA key.
pub fn structure(der: &[u8]) -> KeyError {
    let members = members(der).unwrap_or_default();
    let forms: Vec<(Tag, &[u8])> = members
        .iter()
        .map(|member| (member.tag(), member.value()))
        .collect();
    match forms[..] {
        // EncryptedPrivateKeyInfo in a scheme that is not understood (RFC 5208, section 6).
        [(Tag::Sequence, _), (Tag::OctetString, _)] => KeyError::UnknownEncryption,
        // ECPrivateKey (RFC 5915, section 3).
        [(Tag::Integer, [1]), (Tag::OctetString, _), ..] => KeyError::OtherAlgorithm {
            algorithm: "EC".to_owned(),
        },
        // PFX (RFC 7292, section 4), whose content begins with an object identifier.
        [(Tag::Integer, [3]), (Tag::Sequence, [6, ..]), ..] => KeyError::Pkcs12,
        _ => KeyError::NotAKey,
    }
}

/// The first members of a SEQUENCE.
fn members(der: &[u8]) -> rsa::pkcs8::der::Result<Vec<AnyRef<'_>>> {
    let mut reader = SliceReader::new(AnyRef::from_der(der)?.value())?;
    let mut members = Vec::new();
    while !reader.is_finished() && members.len() < 4 {
        members.push(AnyRef::decode(&mut reader)?);
    }

    Ok(members)
}
