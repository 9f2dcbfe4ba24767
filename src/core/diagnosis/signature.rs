//! In: the `signature` value as spelled. Out: its bytes, and what had to be repaired to get them.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::code::Code;
use super::report::Finding;
use crate::core::encoding::unhex;
use crate::core::spelling;

/// Base64 whose last digit may carry bits that belong to nothing.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// Lengths in bytes that RSA keys give to signatures.
const USUAL_LENGTHS: [usize; 5] = [128, 256, 384, 512, 1024];

/// Values of variables that were never set, and of samples.
const PLACEHOLDERS: [&str; 8] = [
    "undefined",
    "null",
    "none",
    "nan",
    "nil",
    "your_signature",
    "signature",
    "xxx",
];

/// Lengths in bytes of hashes and of codes made with a shared secret (HMAC).
const HASH_LENGTHS: [usize; 5] = [16, 20, 32, 48, 64];

/// Decodes a signature, repairing what can be repaired. `lengths` are those that the known keys
/// make, in bytes.
pub fn decode(text: &str, lengths: &[usize]) -> (Option<Vec<u8>>, Vec<Finding>) {
    let mut findings = Vec::new();
    let hex = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if hex && text.len() == 32 {
        return (None, vec![Finding::proven(Code::SignatureMd5Hex)]);
    }
    if hex && text.len() == 40 {
        return (None, vec![Finding::proven(Code::SignatureSha1Hex)]);
    }

    if PLACEHOLDERS.contains(&text.trim().to_ascii_lowercase().as_str()) {
        let finding = Finding::proven(Code::SignaturePlaceholder).with("found", text.trim());
        return (None, vec![finding]);
    }

    if hex && USUAL_LENGTHS.contains(&(text.len() / 2)) && text.len().is_multiple_of(2) {
        findings.push(Finding::proven(Code::SignatureHex));
        return (unhex(text), findings);
    }

    let text = repaired(text, lengths, &mut findings);
    let digits = text.trim_end_matches('=');
    let foreign = digits
        .chars()
        .position(|c| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '/')));

    if let Some(place) = foreign {
        findings.push(Finding::proven(Code::SignatureNotBase64).with("position", place + 1));
        return (None, findings);
    }

    let whole = &digits[..digits.len() - usize::from(digits.len() % 4 == 1)];
    let bytes = unwrapped(
        LENIENT.decode(whole).unwrap_or_default(),
        lengths,
        &mut findings,
    );
    let fits = lengths.contains(&bytes.len()) && whole.len() == digits.len();

    if fits {
        if !text.len().is_multiple_of(4) {
            findings.push(Finding::proven(Code::SignaturePaddingLost));
        }
        return (Some(bytes), findings);
    }

    let most = lengths.iter().copied().max().unwrap_or(256);
    let usual = USUAL_LENGTHS.contains(&bytes.len()) && whole.len() == digits.len();
    let is_hash = HASH_LENGTHS.contains(&bytes.len()) && text.len().is_multiple_of(4);
    let code = if is_hash {
        Code::SignatureHmac
    } else if usual || bytes.len() > most {
        Code::SignatureLengthVsKey
    } else {
        Code::SignatureTruncated
    };

    let finding = Finding::proven(code)
        .with("bytes", bytes.len())
        .with("expected", most);
    findings.push(finding.with("characters", text.len()));
    (None, findings)
}

/// Bytes that are a signature in another wrapping: Base64 or hex digits once more, or a zero in
/// front.
fn unwrapped(bytes: Vec<u8>, lengths: &[usize], findings: &mut Vec<Finding>) -> Vec<u8> {
    if lengths.contains(&bytes.len()) {
        return bytes;
    }

    let text = std::str::from_utf8(&bytes).unwrap_or_default().trim();
    let digits: String = text.split_whitespace().collect();
    let again = LENIENT
        .decode(&digits)
        .ok()
        .map(|bytes| (Code::SignatureBase64Twice, bytes));
    let hex = unhex(text).map(|bytes| (Code::SignatureHex, bytes));
    let zero = bytes
        .strip_prefix(&[0])
        .map(|bytes| (Code::SignatureLeadingZero, bytes.to_vec()));

    for (code, unwrapped) in [hex, again, zero].into_iter().flatten() {
        if lengths.contains(&unwrapped.len()) {
            findings.push(Finding::proven(code));
            return unwrapped;
        }
    }

    bytes
}

/// Undoes what transports do to Base64.
fn repaired(text: &str, lengths: &[usize], findings: &mut Vec<Finding>) -> String {
    let mut text = text.to_owned();
    // The quote at the end may have been taken for one around the whole.
    let literal = text
        .trim()
        .strip_prefix("b'")
        .or_else(|| text.trim().strip_prefix("b\""))
        .map(|inner| inner.trim_end_matches(['\'', '"']));
    if let Some(inner) = literal {
        findings.push(Finding::proven(Code::SignatureBytesLiteral));
        text = inner.to_owned();
    }

    if text.contains('%') {
        let decoded = spelling::percent_decoded(&text);
        if let Some(decoded) = decoded.and_then(|decoded| String::from_utf8(decoded).ok()) {
            findings.push(Finding::proven(Code::SignaturePercentEncoded));
            text = decoded;
        }
    }

    if text.contains(['\n', '\r']) || text.contains("\\n") {
        findings.push(Finding::proven(Code::SignatureWrapped));
        text = text
            .replace("\\r", "")
            .replace("\\n", "")
            .lines()
            .map(str::trim)
            .collect();
    }

    let text_without = text.trim().to_owned();
    let mut text = text_without;
    if text.contains(' ') {
        // Without the blanks it is as long as a signature: they were put in.
        let without = text.replace(' ', "");
        let is_whole = |bytes: &usize| without.len() == bytes.div_ceil(3) * 4;
        let is_wrapped = lengths.iter().any(is_whole);
        findings.push(Finding::proven(if is_wrapped {
            Code::SignatureWrapped
        } else {
            Code::SignatureSpaceForPlus
        }));
        text = if is_wrapped {
            without
        } else {
            text.replace(' ', "+")
        };
    }

    if text.contains(['-', '_']) {
        findings.push(Finding::proven(Code::SignatureUrlsafe));
        text = text.replace('-', "+").replace('_', "/");
    }

    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::engine::general_purpose::STANDARD as ENGINE;

    #[test]
    fn damage_is_repaired_and_named() {
        let bytes: Vec<u8> = (0..256_u32)
            .map(|n| u8::try_from(n * 7 % 251).unwrap_or_default() | 0x80)
            .collect();
        let good = ENGINE.encode(&bytes);
        assert!(good.contains('+') && good.contains('/'));
        let wrapped: Vec<&str> = vec![&good[..76], &good[76..]];

        for (text, code) in [
            (
                good.replace('+', "-").replace('/', "_"),
                "signature.urlsafe",
            ),
            (format!("b'{good}'"), "signature.bytes_literal"),
            (format!("b'{good}"), "signature.bytes_literal"),
            (wrapped.join("\n"), "signature.wrapped"),
            (wrapped.join("\\n"), "signature.wrapped"),
            (wrapped.join(" "), "signature.wrapped"),
            (good.replace('+', " "), "signature.space_for_plus"),
            (
                good.replace('+', "%2B")
                    .replace('/', "%2F")
                    .replace('=', "%3D"),
                "signature.percent_encoded",
            ),
            (good.replace('=', ""), "signature.padding_lost"),
            (crate::core::encoding::hex(&bytes), "signature.hex"),
        ] {
            let (decoded, findings) = decode(&text, &[256]);
            assert_eq!(decoded.as_ref(), Some(&bytes), "{code}");
            assert_eq!(
                findings
                    .iter()
                    .map(|finding| finding.code.name())
                    .collect::<Vec<_>>(),
                [code]
            );
        }

        for (text, code) in [
            (good[..307].to_owned(), "signature.truncated"),
            (good[..100].to_owned(), "signature.truncated"),
            (ENGINE.encode(&bytes[..128]), "signature.length_vs_key"),
            (
                "d41d8cd98f00b204e9800998ecf8427e".to_owned(),
                "signature.md5_hex",
            ),
            (good.replace('+', "*"), "signature.not_base64"),
        ] {
            let (decoded, findings) = decode(&text, &[256]);
            assert_eq!(
                (decoded, findings.len(), findings[0].code.name()),
                (None, 1, code)
            );
        }

        assert_eq!(decode(&good, &[256]), (Some(bytes), vec![]));
    }
}
