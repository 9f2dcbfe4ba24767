//! In: the text between a PEM's lines, or without them. Out: its bytes, or the line of what is no
//! Base64.

use base64::Engine as _;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use zeroize::Zeroizing;

use crate::core::key::error::KeyError;
use crate::core::key::format::Repair;

/// Base64 (RFC 4648, section 4) with or without its closing `=`, which people lose when they copy.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// What a text is made of.
pub enum Digits {
    /// So many digits of Base64 and white space.
    Found(usize),
    /// Something else on this line, from 1.
    Other(usize),
}

/// Looks for Base64; `line` is the text's first line.
pub fn digits(text: &str, line: usize) -> Digits {
    let mut count = 0;
    for (offset, line_text) in text.split('\n').enumerate() {
        for byte in line_text.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
            if !(byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=')) {
                return Digits::Other(line + offset);
            }
            count += 1;
        }
    }

    Digits::Found(count)
}

/// Decodes; `line` is the text's first line.
///
/// # Errors
/// [`KeyError`] where it is empty, cut off or no Base64.
pub fn decode(
    text: &str,
    line: usize,
    repairs: &mut Vec<Repair>,
) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let (body, skipped) = without_headers(text);
    let count = match digits(body, line + skipped) {
        Digits::Found(0) => return Err(KeyError::EmptyBody),
        Digits::Found(count) => count,
        Digits::Other(line) => return Err(KeyError::NotBase64 { line }),
    };

    let plain = bytes_of(body.bytes(), count, line);
    // A form that decodes URLs makes blanks of `+`: the structure of the key tells.
    if body.contains(' ') && !plain.as_ref().is_ok_and(|plain| is_whole(&plain.0)) {
        // Blanks at the ends of lines may be such ones, or an indentation.
        for cut in [|line| line, str::trim] {
            let lines = body.lines().map(cut);
            let blanks = lines
                .clone()
                .map(|line| line.matches(' ').count())
                .sum::<usize>();
            let restored = lines.flat_map(str::bytes);
            let restored = restored.map(|byte| if byte == b' ' { b'+' } else { byte });
            if let Ok((der, is_padded)) = bytes_of(restored, count + blanks, line)
                && is_whole(&der)
            {
                repairs.push(Repair::PlusAsBlank);
                repairs.extend((!is_padded).then_some(Repair::Padding));
                return Ok(der);
            }
        }
    }

    let (der, is_padded) = plain?;
    repairs.extend((!is_padded).then_some(Repair::Padding));
    Ok(der)
}

/// What so many digits of Base64 say, and whether the `=` at their end are all there.
fn bytes_of(
    text: impl Iterator<Item = u8>,
    count: usize,
    line: usize,
) -> Result<(Zeroizing<Vec<u8>>, bool), KeyError> {
    // Reserved in full: a growing buffer would leave copies of the key behind.
    let mut base64 = Zeroizing::new(Vec::with_capacity(count));
    base64.extend(text.filter(|byte| !byte.is_ascii_whitespace()));
    let unpadded = base64
        .iter()
        .rev()
        .skip_while(|byte| **byte == b'=')
        .count();
    if unpadded % 4 == 1 {
        return Err(KeyError::CutOff);
    }

    let mut der = Zeroizing::new(vec![0; count / 4 * 3 + 3]);
    let written = LENIENT
        .decode_slice(&*base64, &mut der)
        .map_err(|_| KeyError::NotBase64 { line })?;
    der.truncate(written);
    Ok((der, count.is_multiple_of(4)))
}

/// Whether bytes are a DER sequence of just their length (X.690, section 8.1.3), as keys of a usual
/// size are.
fn is_whole(der: &[u8]) -> bool {
    let &[0x30, 0x82, high, low, ..] = der else {
        return false;
    };
    usize::from(u16::from_be_bytes([high, low])) + 4 == der.len()
}

/// Leaves out `Name: value` lines at the head (RFC 1421, section 4.6) up to the blank line; tells
/// how many lines went.
fn without_headers(text: &str) -> (&str, usize) {
    let head = text.trim_start_matches('\n');
    let names_first = head.lines().next().is_some_and(|line| line.contains(": "));
    match head.split_once("\n\n") {
        Some((_, body)) if names_first => {
            (body, text[..text.len() - body.len()].matches('\n').count())
        }
        _ => (text, 0),
    }
}
