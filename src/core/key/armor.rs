//! In: the bytes of a key file. Out: the DER of every key in it, whatever it is wrapped in, and what had to be repaired.

use zeroize::Zeroizing;

use super::base64_text;
use super::error::KeyError;
use super::foreign;
use super::item::{Container, Repair};

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

/// A text with the repairs that made it readable.
struct Text {
    text: Zeroizing<String>,
    repairs: Vec<Repair>,
}

/// Takes a file apart.
///
/// # Errors
/// [`KeyError`] where the file as a whole holds no key.
pub fn pieces(file: &[u8]) -> Result<Vec<Piece>, KeyError> {
    if u64::try_from(file.len()).is_ok_and(|bytes| bytes > super::MAX_FILE_BYTES) {
        return Err(KeyError::TooLarge);
    }
    // No text begins so: 0x82 to 0x84 do not begin a character in UTF-8.
    let short = matches!(file, [0x30, length, rest @ ..] if usize::from(*length) == rest.len());
    if short || matches!(file, [0x30, 0x81..=0x84, ..]) {
        return Ok(vec![piece(Container::Der, 1, Vec::new(), Ok(Zeroizing::new(file.to_vec())))]);
    }
    let text = text_of(file)?;
    if text.text.trim().is_empty() {
        return Err(KeyError::Empty);
    }
    let blocks = blocks(&text);
    if !blocks.is_empty() {
        return Ok(blocks);
    }
    foreign::refuse(&text.text, file)?;
    bare(text)
}

fn piece(
    container: Container,
    line: usize,
    mut repairs: Vec<Repair>,
    der: Result<Zeroizing<Vec<u8>>, KeyError>,
) -> Piece {
    let der = der.and_then(|der| whole(der, &mut repairs));
    Piece { container, line, repairs, der }
}

/// The text of a file: UTF-8, or UTF-16 as some editors save; other bytes become `?`, as a comment beside a key may be
/// in any encoding.
fn text_of(file: &[u8]) -> Result<Text, KeyError> {
    let mut repairs = Vec::new();
    let text = match file {
        [0xff, 0xfe, rest @ ..] | [0xfe, 0xff, rest @ ..] => {
            repairs.push(Repair::Utf16);
            let big_endian = file[0] == 0xfe;
            let unit = if big_endian { u16::from_be_bytes } else { u16::from_le_bytes };
            let units = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
            // Reserved in full: a growing buffer would leave copies of the key behind.
            let mut text = String::with_capacity(rest.len() * 2);
            text.extend(char::decode_utf16(units).map(|unit| unit.unwrap_or('?')));
            text
        }
        _ => match std::str::from_utf8(file) {
            Ok(text) => text.to_owned(),
            Err(_) if file.windows(7).any(|part| part == b"-BEGIN ") => {
                file.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { '?' }).collect()
            }
            Err(_) => return Err(foreign::binary(file)),
        },
    };
    let mut text = Text { text: Zeroizing::new(text), repairs };
    text.replace(&["\u{feff}"], "", Repair::ByteOrderMark);
    text.replace(&["\u{200b}", "\u{a0}", "\u{2060}"], "", Repair::Invisible);
    text.replace(&["\\\\r\\\\n", "\\\\n", "\\r\\n", "\\n"], "\n", Repair::LiteralNewlines);
    text.replace(&["\r\n"], "\n", Repair::CarriageReturns);
    // JSON of PHP, and lines that go on in the next one.
    text.replace(&["\\/"], "/", Repair::Escapes);
    text.replace(&["\\\n"], "\n", Repair::Escapes);
    Ok(text)
}

impl Text {
    /// Replaces every one of `olds`, and remembers it.
    fn replace(&mut self, olds: &[&str], new: &str, repair: Repair) {
        for old in olds {
            if self.text.contains(old) {
                // Reserved in full: a growing text would leave copies of the key behind.
                let mut replaced = Zeroizing::new(String::with_capacity(self.text.len()));
                for (place, part) in self.text.split(old).enumerate() {
                    replaced.push_str(if place > 0 { new } else { "" });
                    replaced.push_str(part);
                }
                self.text = replaced;
                if !self.repairs.contains(&repair) {
                    self.repairs.push(repair.clone());
                }
            }
        }
    }
}

/// Blocks of a file at most; certificate chains have a handful.
const MOST_BLOCKS: usize = 64;

/// All PEM blocks (RFC 7468, section 2) of a text, even those that have lost dashes or line ends. One that is cut off is
/// an item with that error, and the next one is read all the same.
fn blocks(text: &Text) -> Vec<Piece> {
    let whole: &str = &text.text;
    let mut pieces = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(begin) = whole[at..].find("-BEGIN ").map(|found| at + found).filter(|_| pieces.len() < MOST_BLOCKS) {
        let mut repairs = text.repairs.clone();
        if pieces.is_empty() && !whole[..begin].trim_end_matches('-').trim().is_empty() {
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
fn block(whole: &str, begin: usize, line: usize, mut repairs: Vec<Repair>, pieces: &mut Vec<Piece>) -> usize {
    let named = |label: &str| Container::Pem { label: label.chars().take(40).collect() };
    let Some((label, body_at, dashes)) = boundary(whole, begin) else {
        pieces.push(piece(named(""), line, repairs, Err(KeyError::CutOff)));
        return whole.len();
    };
    let next = whole[body_at..].find("-BEGIN ").map_or(whole.len(), |found| body_at + found);
    let Some(end) = whole[body_at..next].find("-END ").map(|found| body_at + found) else {
        pieces.push(piece(named(label), line, repairs, Err(KeyError::CutOff)));
        return next;
    };
    let body = whole[body_at..end].trim_end_matches('-');
    let (end_label, after, end_dashes) = boundary(whole, end).unwrap_or(("", whole.len(), 0));
    if [dashes, end_dashes].iter().any(|dashes| *dashes != 10) {
        repairs.push(Repair::Dashes);
    }
    if label != end_label {
        repairs.push(Repair::Label { found: label.chars().take(40).collect() });
    }
    if !body.trim().contains('\n') && body.len() > 80 {
        repairs.push(Repair::OneLine);
    }
    let body_line = line + whole[begin..body_at].matches('\n').count();
    let der = refuse_by_label(label, body).and_then(|()| base64_text::decode(body, body_line, &mut repairs));
    pieces.push(piece(named(label), line, repairs, der));
    after
}

/// The label of a line that has its `-BEGIN ` or `-END ` at `at`, where the line's text ends, and how many dashes it has.
fn boundary(text: &str, at: usize) -> Option<(&str, usize, usize)> {
    let before = text[..=at].len() - text[..=at].trim_end_matches('-').len();
    let label_at = at + 1 + text[at + 1..].find(' ')? + 1;
    let label_end = label_at + text[label_at..].find(['-', '\n'])?;
    let after = &text[label_end..];
    let dashes = after.len() - after.trim_start_matches('-').len();
    Some((text[label_at..label_end].trim(), label_end + dashes, before.min(5) + dashes))
}

/// What a label alone rules out. It says little else: the DER decides what a key is.
fn refuse_by_label(label: &str, body: &str) -> Result<(), KeyError> {
    match label {
        _ if body.contains("Proc-Type: 4,ENCRYPTED") => Err(KeyError::LegacyEncrypted),
        "OPENSSH PRIVATE KEY" | "SSH2 ENCRYPTED PRIVATE KEY" | "SSH2 PUBLIC KEY" => Err(KeyError::OpenSsh),
        "EC PRIVATE KEY" | "EC PARAMETERS" => Err(KeyError::OtherAlgorithm { algorithm: "EC".to_owned() }),
        "DSA PRIVATE KEY" | "DSA PARAMETERS" => Err(KeyError::OtherAlgorithm { algorithm: "DSA".to_owned() }),
        "CERTIFICATE REQUEST" | "NEW CERTIFICATE REQUEST" => Err(KeyError::Request),
        _ if label.starts_with("PGP ") => Err(KeyError::OtherAlgorithm { algorithm: "PGP".to_owned() }),
        _ => Ok(()),
    }
}

/// Base64 without the lines around it, as samples in Java and Go want it: alone, or as a value in a configuration file.
fn bare(text: Text) -> Result<Vec<Piece>, KeyError> {
    let Text { text, mut repairs } = text;
    let whole: &str = &text;
    let is_key = |body: &&str| body.bytes().filter(|byte| !byte.is_ascii_whitespace()).take(64).count() == 64;
    let body = runs(whole).map(own_digits).find(is_key).ok_or(KeyError::NoKey)?;
    if body.len() != whole.trim().len() {
        repairs.push(Repair::TextAround);
    }
    let begin = body.as_ptr().addr() - whole.as_ptr().addr();
    let line = whole[..begin].matches('\n').count() + 1;
    let der = base64_text::decode(body, line, &mut repairs);
    Ok(vec![piece(Container::Base64, line, repairs, der)])
}

/// Runs of Base64 and white space in a text that begin as the DER of every key does: with `MI`, behind something that is
/// no digit.
fn runs(whole: &str) -> impl Iterator<Item = &str> {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/');
    let is_digit = move |c: char| is_letter(c) || c == '=' || c.is_ascii_whitespace();
    // Where the search goes on, and where the digits end that were looked through last.
    let (mut at, mut end) = (0, 0);
    std::iter::from_fn(move || {
        loop {
            let begin = at + whole[at..].find("MI")?;
            let begins = !whole[..begin].chars().next_back().is_some_and(is_letter);
            if begin >= end {
                end = whole[begin..].find(|c| !is_digit(c)).map_or(whole.len(), |length| begin + length);
            }
            // The next run may begin in this one, behind a line end or an equals sign.
            at = begin + 2;
            if begins {
                return Some(whole[begin..end].trim_end());
            }
        }
    })
}

/// Whether a text may hold a private key, whole or in part, in a form that is read here or in another: such texts are taken
/// as keys at once, and never left to a text field. What is read here as a private key is always one of them.
pub fn may_hold_private_key(text: &str) -> bool {
    // Base64 of a public key with 2048 bits has 392 digits, of a private one 1,592 or more.
    const LONG: usize = 1100;
    // Names of private members in formats that are not read.
    const OTHERS: [&str; 4] = ["PuTTY-User-Key-File", "Private-Lines", "<D>", "AGE-SECRET-KEY-"];
    if text.contains("PRIVATE KEY") || OTHERS.iter().any(|other| text.contains(other)) {
        return true;
    }
    let is_jwk = text.contains("\"kty\"") && text.contains("\"d\"");
    let is_private = |run: &str| {
        let head: String = run.chars().filter(|c| !c.is_ascii_whitespace()).take(64).collect();
        let head = base64_text::decode(&head, 1, &mut Vec::new()).unwrap_or_default();
        begins_private(&head) || run.len() >= LONG
    };
    let Ok(text) = text_of(text.as_bytes()) else { return is_jwk };
    is_jwk || runs(&text.text).any(is_private)
}

/// Whether DER begins as a private key: a version 0 or 1 (PKCS#1, PKCS#8), or the scheme of an encrypted PKCS#8 (PKCS#5).
fn begins_private(der: &[u8]) -> bool {
    const PKCS5: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x05";
    let header = match der {
        [0x30, ..=0x7f, ..] => 2,
        [0x30, 0x81, ..] => 3,
        [0x30, 0x82, ..] => 4,
        [0x30, 0x83, ..] => 5,
        _ => return false,
    };
    let content = der.get(header..).unwrap_or_default();
    let is_encrypted = content.first() == Some(&0x30) && content.windows(PKCS5.len()).take(8).any(|part| part == PKCS5);
    content.starts_with(&[2, 1, 0]) || content.starts_with(&[2, 1, 1]) || is_encrypted
}

/// As many digits as the DER in them says that it has; what stands on the next lines may be letters too.
fn own_digits(text: &str) -> &str {
    let head: String = text.chars().filter(|c| !c.is_ascii_whitespace()).take(8).collect();
    let head = base64_text::decode(&head, 1, &mut Vec::new()).unwrap_or_default();
    let Some(length) = length_of(&head) else { return text };
    let digits = text.char_indices().filter(|(_, c)| !c.is_ascii_whitespace());
    let end = digits.map(|(at, c)| at + c.len_utf8()).nth((length.div_ceil(3) * 4).saturating_sub(1));
    end.map_or(text, |end| &text[..end])
}

/// The whole length in bytes that a DER's first bytes tell (X.690, section 8.1.3).
fn length_of(der: &[u8]) -> Option<usize> {
    Some(match *der {
        [0x30, short @ ..=0x7f, ..] => 2 + usize::from(short),
        [0x30, 0x81, a, ..] => 3 + usize::from(a),
        [0x30, 0x82, a, b, ..] => 4 + usize::from(u16::from_be_bytes([a, b])),
        [0x30, 0x83, a, b, c, ..] => 5 + (usize::from(a) << 16 | usize::from(b) << 8 | usize::from(c)),
        _ => return None,
    })
}

/// A DER that ends where it says it does; bytes behind that are left out.
fn whole(mut der: Zeroizing<Vec<u8>>, repairs: &mut Vec<Repair>) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let is_sequence = matches!(der.first(), Some(0x30) | None);
    let length = length_of(&der).ok_or(if is_sequence { KeyError::CutOff } else { KeyError::NotAKey })?;
    if der.len() < length {
        return Err(KeyError::CutOff);
    }
    if der.len() > length {
        der.truncate(length);
        repairs.push(Repair::BytesBehind);
    }
    Ok(der)
}
