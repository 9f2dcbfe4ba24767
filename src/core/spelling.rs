//! In: a text. Out: the same text as other programs would spell it: escaped, unescaped, encoded,
//! decoded.

use crate::core::encoding::hex_digits;

/// Every character beyond ASCII as `\u` and four hex digits, surrogate pairs where they are needed.
pub fn unicode_escaped(text: &str, upper: bool) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            push_escape(&mut out, c, upper);
        }
    }

    out
}

/// Writes such an escape, whatever the character.
pub fn push_escape(out: &mut String, character: char, upper: bool) {
    for unit in character.encode_utf16(&mut [0; 2]) {
        out.push_str("\\u");
        let [high, low] = unit.to_be_bytes().map(|byte| hex_digits(byte, upper));
        for digit in [high, low].as_flattened() {
            out.push(char::from(*digit));
        }
    }
}

/// Such escapes of characters beyond ASCII as the characters themselves; other escapes stay.
pub fn unicode_unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("\\u") {
        out.push_str(&rest[..at]);
        let escape = &rest[at..];
        let found = unicode_escape(escape).filter(|(character, _)| !character.is_ascii());
        let (character, length) = found.unwrap_or(('\\', 1));
        out.push(character);
        rest = &escape[length..];
    }

    out.push_str(rest);
    out
}

/// The character of one such escape or a pair of them, and how many bytes it takes.
fn unicode_escape(text: &str) -> Option<(char, usize)> {
    let unit = |text: &str| u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok();
    let first = unit(text)?;
    if let Some(character) = char::from_u32(u32::from(first)) {
        return Some((character, 6));
    }

    let second = unit(text.get(6..)?)?;
    char::decode_utf16([first, second])
        .next()?
        .ok()
        .map(|character| (character, 12))
}

/// Quotes and angle brackets as entities, as templates for web pages do.
pub fn entities_escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// Entities as the characters themselves.
pub fn entities_unescaped(text: &str) -> String {
    let pairs = [
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    pairs
        .into_iter()
        .fold(text.to_owned(), |text, (entity, plain)| {
            text.replace(entity, plain)
        })
}

/// Percent-encoding (RFC 3986): `keep` are the marks that stay; a space is `%20`, or `+` in forms;
/// hex digits are capital or small letters.
pub fn percent_encoded(text: &str, keep: &str, plus: bool, lower: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || keep.as_bytes().contains(&byte) {
            out.push(byte);
        } else if byte == b' ' && plus {
            out.push(b'+');
        } else {
            let [high, low] = hex_digits(byte, !lower);
            out.extend_from_slice(&[b'%', high, low]);
        }
    }

    out
}

/// The bytes of a percent-encoded text; `None` where a `%` has no two hex digits behind it.
pub fn percent_decoded(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| {
                char::from(byte?)
                    .to_digit(16)
                    .and_then(|digit| u8::try_from(digit).ok())
            };
            out.push(digit(bytes.next())? << 4 | digit(bytes.next())?);
        } else {
            out.push(byte);
        }
    }

    Some(out)
}

/// Percent-encoded bytes as what they stand for; a `%` without two hex digits stays.
pub fn percent_decoded_leniently(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|_| byte == b'%');
        let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
        let decoded = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        out.push(decoded.unwrap_or(byte));
        rest = if decoded.is_some() {
            &after[2..]
        } else {
            after
        };
    }

    String::from_utf8_lossy(&out).into_owned()
}

/// One level of backslash escapes undone, as JSON and the usual programming languages write them;
/// an escape that is none stays.
pub fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let escape = &rest[at..];
        if let Some((character, length)) = unicode_escape(escape) {
            out.push(character);
            rest = &escape[length..];
            continue;
        }

        let Some(next) = escape[1..].chars().next() else {
            rest = escape;
            break;
        };
        match next {
            'n' => out.push('\n'),
            'r' => out.push('\r'),
            't' => out.push('\t'),
            '"' | '\'' | '\\' | '/' | '`' => out.push(next),
            other => out.extend(['\\', other]),
        }
        rest = &escape[1 + next.len_utf8()..];
    }

    out.push_str(rest);
    out
}

/// What a JSON string says; also of one that has lost its quotes.
pub fn unquoted(text: &str) -> Option<String> {
    if text.starts_with('"') {
        return serde_json::from_str(text).ok();
    }
    if text.contains("\\\"") {
        serde_json::from_str(&format!("\"{text}\"")).ok()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_by_their_opposites() {
        let text = "{\"a\":\"中文😀 </a>&\"}";
        assert_eq!(entities_unescaped(&entities_escaped(text)), text);
        assert_eq!(
            String::from_utf8(percent_encoded(text, "-_.~", false, false))
                .ok()
                .and_then(|encoded| percent_decoded(&encoded)),
            Some(text.as_bytes().to_vec())
        );
        assert_eq!(
            unquoted(&crate::core::json::quoted(text)).as_deref(),
            Some(text)
        );
        assert_eq!(
            unescaped(&unicode_escaped(text, false)),
            text,
            "surrogate pairs are one character"
        );
    }
}
