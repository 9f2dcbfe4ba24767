//! In: the bytes of a key file. Out: the DER of every key in it, whatever it is wrapped in, and
//! what had to be repaired.

mod base64_text;
mod runs;
mod text;
pub mod unsupported;

use zeroize::Zeroizing;

use crate::core::key::error::KeyError;
use crate::core::key::format::{Container, Repair};
use crate::core::key::limits::MAX_FILE_BYTES;
use runs::{PEM_IN_BASE64, length_of, own_digits, runs};
use text::{Text, text_of};

pub use runs::may_hold_private_key;

/// One key of a file, not understood yet.
pub struct Piece {
    /// What it is wrapped in.
    pub container: Container,
    /// Line of the file on which it begins, from 1.
    pub line: usize,
    /// What had to be repaired before it could be read.
    pub repairs: Vec<Repair>,
    /// Its DER, or why there is none.
    pub der: Result<Zeroizing<Vec<u8>>, KeyError>,
}

/// Takes a file apart.
///
/// # Errors
/// [`KeyError`] where the file as a whole holds no key.
pub fn pieces(file: &[u8]) -> Result<Vec<Piece>, KeyError> {
    if u64::try_from(file.len()).is_ok_and(|bytes| bytes > MAX_FILE_BYTES) {
        return Err(KeyError::TooLarge);
    }

    // No text begins so: 0x82 to 0x84 do not begin a character in UTF-8.
    let short = matches!(file, [0x30, length, rest @ ..] if usize::from(*length) == rest.len());
    if short || matches!(file, [0x30, 0x81..=0x84, ..]) {
        return Ok(vec![piece(
            Container::Der,
            1,
            Vec::new(),
            Ok(Zeroizing::new(file.to_vec())),
        )]);
    }

    let text = text_of(file)?;
    if text.text.trim().is_empty() {
        return Err(KeyError::Empty);
    }

    let blocks = blocks(&text);
    if !blocks.is_empty() {
        return Ok(blocks);
    }

    if let Some(inner) = in_base64(&text) {
        return Ok(inner);
    }

    unsupported::refuse(&text.text, file)?;
    bare(text)
}

/// The keys of a PEM that was put into Base64 as a whole, as secrets of container platforms are.
fn in_base64(text: &Text) -> Option<Vec<Piece>> {
    let whole: &str = &text.text;
    let begin = whole.find(PEM_IN_BASE64)?;
    let is_digit = |c: char| c.is_ascii_alphanumeric() || "+/=".contains(c) || c.is_whitespace();
    let length = whole[begin..].find(|c| !is_digit(c));
    let run = &whole[begin..begin + length.unwrap_or(whole.len() - begin)];

    let inner = base64_text::decode(run, 1, &mut Vec::new()).ok()?;
    let mut inner = text_of(&inner).ok()?;
    inner.repairs.push(Repair::WholeInBase64);
    Some(blocks(&inner)).filter(|pieces| !pieces.is_empty())
}

fn piece(
    container: Container,
    line: usize,
    mut repairs: Vec<Repair>,
    der: Result<Zeroizing<Vec<u8>>, KeyError>,
) -> Piece {
    let der = der.and_then(|der| whole(der, &mut repairs));
    Piece {
        container,
        line,
        repairs,
        der,
    }
}

/// Blocks of a file at most; certificate chains have a handful.
const MOST_BLOCKS: usize = 64;

/// All PEM blocks (RFC 7468, section 2) of a text, even those that have lost dashes or line ends.
/// One that is cut off is an item with that error, and the next one is read all the same.
fn blocks(text: &Text) -> Vec<Piece> {
    let whole: &str = &text.text;
    let mut pieces = Vec::new();
    let (mut at, mut line) = (0, 1);

    while let Some(begin) = whole[at..]
        .find("-BEGIN ")
        .map(|found| at + found)
        .filter(|_| pieces.len() < MOST_BLOCKS)
    {
        let mut repairs = text.repairs.clone();
        let is_first = pieces.is_empty() && !repairs.contains(&Repair::TextAround);
        if is_first && !whole[..begin].trim_end_matches('-').trim().is_empty() {
            repairs.push(Repair::TextAround);
        }

        line += whole[at..begin].matches('\n').count();
        let end = block(whole, begin, line, repairs, &mut pieces);
        line += whole[begin..end].matches('\n').count();
        at = end;
    }

    if let (Some(last), false) = (pieces.last_mut(), whole[at..].trim().is_empty())
        && !last.repairs.contains(&Repair::TextAround)
    {
        last.repairs.push(Repair::TextAround);
    }

    pieces
}

/// Reads the block that begins at `begin`, on this line; gives where it ends.
fn block(
    whole: &str,
    begin: usize,
    line: usize,
    mut repairs: Vec<Repair>,
    pieces: &mut Vec<Piece>,
) -> usize {
    let named = |label: &str| Container::Pem {
        label: label.chars().take(40).collect(),
    };
    let Some((label, body_at, dashes)) = boundary(whole, begin) else {
        pieces.push(piece(named(""), line, repairs, Err(KeyError::CutOff)));
        return whole.len();
    };

    let next = whole[body_at..]
        .find("-BEGIN ")
        .map_or(whole.len(), |found| body_at + found);
    let Some(end) = whole[body_at..next]
        .find("-END ")
        .map(|found| body_at + found)
    else {
        pieces.push(piece(named(label), line, repairs, Err(KeyError::CutOff)));
        return next;
    };

    let body = whole[body_at..end].trim_end_matches('-');
    let (end_label, after, end_dashes) = boundary(whole, end).unwrap_or(("", whole.len(), 0));
    if [dashes, end_dashes].iter().any(|dashes| *dashes != 10) {
        repairs.push(Repair::Dashes);
    }

    if label != end_label {
        repairs.push(Repair::Label {
            found: label.chars().take(40).collect(),
        });
    }

    if !body.trim().contains('\n') && body.len() > 80 {
        repairs.push(Repair::OneLine);
    }

    let body_line = line + whole[begin..body_at].matches('\n').count();
    let der = refuse_by_label(label, body)
        .and_then(|()| base64_text::decode(body, body_line, &mut repairs));
    pieces.push(piece(named(label), line, repairs, der));

    after
}

/// The label of a line that has its `-BEGIN ` or `-END ` at `at`, where the line's text ends, and
/// how many dashes it has.
fn boundary(text: &str, at: usize) -> Option<(&str, usize, usize)> {
    let before = text[..=at].len() - text[..=at].trim_end_matches('-').len();
    let label_at = at + 1 + text[at + 1..].find(' ')? + 1;
    let label_end = label_at + text[label_at..].find(['-', '\n'])?;
    let after = &text[label_end..];
    let dashes = after.len() - after.trim_start_matches('-').len();

    Some((
        text[label_at..label_end].trim(),
        label_end + dashes,
        before.min(5) + dashes,
    ))
}

/// What a label alone rules out. It says little else: the DER decides what a key is.
fn refuse_by_label(label: &str, body: &str) -> Result<(), KeyError> {
    match label {
        _ if body.contains("Proc-Type: 4,ENCRYPTED") => Err(KeyError::LegacyEncrypted),
        "OPENSSH PRIVATE KEY" | "SSH2 ENCRYPTED PRIVATE KEY" | "SSH2 PUBLIC KEY" => {
            Err(KeyError::OpenSsh)
        }
        "EC PRIVATE KEY" | "EC PARAMETERS" => Err(KeyError::OtherAlgorithm {
            algorithm: "EC".to_owned(),
        }),
        "DSA PRIVATE KEY" | "DSA PARAMETERS" => Err(KeyError::OtherAlgorithm {
            algorithm: "DSA".to_owned(),
        }),
        "CERTIFICATE REQUEST" | "NEW CERTIFICATE REQUEST" => Err(KeyError::Request),
        _ if label.starts_with("PGP ") => Err(KeyError::OtherAlgorithm {
            algorithm: "PGP".to_owned(),
        }),
        _ => Ok(()),
    }
}

/// Base64 without the lines around it, as samples in Java and Go want it: alone, or as a value in a
/// configuration file.
fn bare(text: Text) -> Result<Vec<Piece>, KeyError> {
    let Text { text, mut repairs } = text;
    let whole: &str = &text;
    let is_key = |body: &&str| {
        body.bytes()
            .filter(|byte| !byte.is_ascii_whitespace())
            .take(64)
            .count()
            == 64
    };

    let body = runs(whole)
        .map(own_digits)
        .find(is_key)
        .ok_or(KeyError::NoKey)?;
    if body.len() != whole.trim().len() {
        repairs.push(Repair::TextAround);
    }

    let begin = body.as_ptr().addr() - whole.as_ptr().addr();
    let line = whole[..begin].matches('\n').count() + 1;
    let der = base64_text::decode(body, line, &mut repairs);

    Ok(vec![piece(Container::Base64, line, repairs, der)])
}

/// A DER that ends where it says it does; bytes behind that are left out.
fn whole(
    mut der: Zeroizing<Vec<u8>>,
    repairs: &mut Vec<Repair>,
) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let is_sequence = matches!(der.first(), Some(0x30) | None);
    let length = length_of(&der).ok_or(if is_sequence {
        KeyError::CutOff
    } else {
        KeyError::NotAKey
    })?;
    if der.len() < length {
        return Err(KeyError::CutOff);
    }

    if der.len() > length {
        der.truncate(length);
        repairs.push(Repair::BytesBehind);
    }

    Ok(der)
}
