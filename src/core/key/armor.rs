//! In: the bytes of a key file. Out: the DER of its private key block, or what the file is instead.

use base64::Engine as _;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use zeroize::Zeroizing;

use super::error::KeyError;

/// Base64 with or without its closing `=`: people lose them when they copy.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const DASHES: &str = "-----";

/// One PEM block (RFC 7468, section 2); it borrows from the file's text.
struct Block<'t> {
    label: &'t str,
    body: &'t str,
    /// Line of the body's first character, from 1.
    line: usize,
}

/// Finds the private key among the PEM blocks of a file and decodes it.
///
/// # Errors
/// [`KeyError`] with what stands there instead.
pub fn private_key_der(file: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let text = match std::str::from_utf8(file) {
        Ok(text) => text.trim_start_matches('\u{feff}').trim(),
        Err(_) => return Err(KeyError::NoPem),
    };
    if text.is_empty() {
        return Err(KeyError::Empty);
    }
    let blocks = blocks(text)?;
    let Some(block) = blocks.iter().find(|block| block.label.contains("PRIVATE KEY")).or(blocks.first()) else {
        let openssh = text.starts_with("ssh-") || text.starts_with("ecdsa-");
        return Err(if openssh { KeyError::OpenSsh } else { KeyError::NoPem });
    };
    refuse_by_label(block)?;
    decode(block)
}

fn blocks(text: &str) -> Result<Vec<Block<'_>>, KeyError> {
    let mut blocks = Vec::new();
    let mut rest = text;
    while let Some((_, begun)) = rest.split_once(BEGIN) {
        let (label, after) = begun.split_once(DASHES).ok_or(KeyError::CutOff)?;
        let (body, tail) = after.split_once(END).ok_or(KeyError::CutOff)?;
        let line = text[..text.len() - after.len()].matches('\n').count() + 1;
        blocks.push(Block { label, body, line });
        rest = tail;
    }
    Ok(blocks)
}

/// What a label alone rules out. Labels of private keys say little: the DER decides between PKCS#1 and PKCS#8.
fn refuse_by_label(block: &Block<'_>) -> Result<(), KeyError> {
    let refused = match block.label {
        "PUBLIC KEY" | "RSA PUBLIC KEY" => KeyError::Public,
        "CERTIFICATE" | "TRUSTED CERTIFICATE" | "CERTIFICATE REQUEST" => KeyError::Certificate,
        "ENCRYPTED PRIVATE KEY" => KeyError::Encrypted,
        "OPENSSH PRIVATE KEY" => KeyError::OpenSsh,
        "EC PRIVATE KEY" => KeyError::OtherAlgorithm { algorithm: "EC".to_owned() },
        "DSA PRIVATE KEY" => KeyError::OtherAlgorithm { algorithm: "DSA".to_owned() },
        _ if block.body.contains("Proc-Type: 4,ENCRYPTED") => KeyError::LegacyEncrypted,
        _ => return Ok(()),
    };
    Err(refused)
}

fn decode(block: &Block<'_>) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    // Reserved in full: a growing buffer would leave copies of the key behind.
    let mut base64 = Zeroizing::new(Vec::with_capacity(block.body.len()));
    for (offset, line) in block.body.split('\n').enumerate() {
        let digits = line.bytes().filter(|byte| !byte.is_ascii_whitespace());
        for byte in digits {
            if !(byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=')) {
                return Err(KeyError::NotBase64 { line: block.line + offset });
            }
            base64.push(byte);
        }
    }
    if base64.is_empty() {
        return Err(KeyError::EmptyBody);
    }
    let mut der = Zeroizing::new(vec![0; base64.len() / 4 * 3 + 3]);
    let written = LENIENT.decode_slice(&*base64, &mut der).map_err(|_| KeyError::NotBase64 { line: block.line })?;
    der.truncate(written);
    Ok(der)
}
