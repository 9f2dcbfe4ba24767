//! Base64 that begins as the DER of a key does, and what its first bytes tell of it.

use super::base64_text;
use super::text::text_of;
use crate::core::key::secret::on_wiped_stack;

/// Runs of Base64 and white space in a text that begin as the DER of every key does: with `MI`,
/// behind something that is no digit.
pub fn runs(whole: &str) -> impl Iterator<Item = &str> {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/');
    let is_digit = move |c: char| is_letter(c) || c == '=' || c.is_ascii_whitespace();

    // Where the search goes on, and where the digits end that were looked through last.
    let (mut at, mut end) = (0, 0);
    std::iter::from_fn(move || {
        loop {
            let begin = at + whole[at..].find("MI")?;
            let begins = !whole[..begin].chars().next_back().is_some_and(is_letter);
            if begin >= end {
                end = whole[begin..]
                    .find(|c| !is_digit(c))
                    .map_or(whole.len(), |length| begin + length);
            }

            // The next run may begin in this one, behind a line end or an equals sign.
            at = begin + 2;
            if begins {
                return Some(whole[begin..end].trim_end());
            }
        }
    })
}

/// How `-----BEGIN ` begins in Base64.
pub const PEM_IN_BASE64: &str = "LS0tLS1CRUdJTi";

/// Whether a text may hold a private key, whole or in part, in a form that is read here or in
/// another: such texts are taken as keys at once, and never left to a text field. What is read here
/// as a private key is always one of them.
pub fn may_hold_private_key(text: &str) -> bool {
    on_wiped_stack(|| looks_private(text))
}

fn looks_private(text: &str) -> bool {
    // Base64 of a public key with 2048 bits has 392 digits, of a private one 1,592 or more.
    const LONG: usize = 1100;
    // Names of private members in formats that are not read, and a PEM's first line in addresses.
    const OTHERS: [&str; 7] = [
        "PRIVATE%20KEY",
        "PRIVATE+KEY",
        "privateExponent:",
        "PuTTY-User-Key-File",
        "Private-Lines",
        "<D>",
        "AGE-SECRET-KEY-",
    ];
    let is_public = |at: usize| text[at..].starts_with("LS0tLS1CRUdJTiBQVUJMSUM");
    if text.find(PEM_IN_BASE64).is_some_and(|at| !is_public(at)) {
        return true;
    }
    if text.contains("PRIVATE KEY") && has_digits_of_key(text)
        || has_hex_of_key(text)
        || OTHERS.iter().any(|other| text.contains(other))
    {
        return true;
    }

    let is_jwk = text.contains("\"kty\"") && text.contains("\"d\"");
    let is_private = |run: &str| {
        let head: String = run
            .chars()
            .filter(|c| !c.is_ascii_whitespace())
            .take(64)
            .collect();
        let head = base64_text::decode(&head, 1, &mut Vec::new()).unwrap_or_default();
        begins_private(&head) || run.len() >= LONG && !begins_signed_data(&head)
    };

    let Ok(text) = text_of(text.as_bytes()) else {
        return is_jwk;
    };

    is_jwk || runs(&text.text).any(is_private)
}

/// Whether something in a text is as long and as mixed as a line of a key: crypto libraries say
/// `Expecting: ANY PRIVATE KEY`, and quote the line that begins one. Slashes end a run, or paths of
/// files would count.
fn has_digits_of_key(text: &str) -> bool {
    const LONG: usize = 20;
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '+')
        .any(|run| {
            run.len() >= LONG
                && run.contains(|c: char| c.is_ascii_digit())
                && run.contains(|c: char| c.is_ascii_alphabetic())
        })
}

/// Whether DER stands in a text that begins as PKCS#1 or PKCS#8 do, in hex, with colons or without.
fn has_hex_of_key(text: &str) -> bool {
    let begins = |at: usize, parts: [(usize, &str); 3]| {
        parts.iter().all(|&(from, hex)| {
            let part = text.get(at + from..at + from + hex.len());
            part.is_some_and(|part| part.eq_ignore_ascii_case(hex))
        })
    };
    text.match_indices("30").any(|(at, _)| {
        begins(at, [(2, "82"), (8, "0201"), (12, "00")])
            || begins(at, [(2, ":82:"), (12, "02:01:"), (18, "00")])
    })
}

/// Whether DER begins as SignedData (PKCS#7), in which certificates are handed on.
fn begins_signed_data(der: &[u8]) -> bool {
    const SIGNED_DATA: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";
    der.windows(SIGNED_DATA.len())
        .take(8)
        .any(|part| part == SIGNED_DATA)
}

/// Whether DER begins as a private key: a version 0 or 1 (PKCS#1, PKCS#8), or the scheme of an
/// encrypted PKCS#8 (PKCS#5).
fn begins_private(der: &[u8]) -> bool {
    const PKCS5: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x05";
    let header = match der {
        [0x30, (..=0x7f), ..] => 2,
        [0x30, 0x81, ..] => 3,
        [0x30, 0x82, ..] => 4,
        [0x30, 0x83, ..] => 5,
        _ => return false,
    };

    let content = der.get(header..).unwrap_or_default();
    let is_encrypted = content.first() == Some(&0x30)
        && content
            .windows(PKCS5.len())
            .take(8)
            .any(|part| part == PKCS5);
    content.starts_with(&[2, 1, 0]) || content.starts_with(&[2, 1, 1]) || is_encrypted
}

/// As many digits as the DER in them says that it has; what stands on the next lines may be letters
/// too.
pub fn own_digits(text: &str) -> &str {
    let head: String = text
        .chars()
        .filter(|c| !c.is_ascii_whitespace())
        .take(8)
        .collect();
    let head = base64_text::decode(&head, 1, &mut Vec::new()).unwrap_or_default();
    let Some(length) = length_of(&head) else {
        return text;
    };

    let digits = text
        .char_indices()
        .filter(|(_, c)| !c.is_ascii_whitespace());
    let end = digits
        .map(|(at, c)| at + c.len_utf8())
        .nth((length.div_ceil(3) * 4).saturating_sub(1));
    end.map_or(text, |end| &text[..end])
}

/// The whole length in bytes that a DER's first bytes tell (X.690, section 8.1.3).
pub fn length_of(der: &[u8]) -> Option<usize> {
    Some(match *der {
        [0x30, short @ ..=0x7f, ..] => 2 + usize::from(short),
        [0x30, 0x81, a, ..] => 3 + usize::from(a),
        [0x30, 0x82, a, b, ..] => 4 + usize::from(u16::from_be_bytes([a, b])),
        [0x30, 0x83, a, b, c, ..] => {
            5 + (usize::from(a) << 16 | usize::from(b) << 8 | usize::from(c))
        }
        _ => return None,
    })
}
