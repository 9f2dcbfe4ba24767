//! In: a text. Out: the same text as other programs would spell it: escaped, unescaped, encoded,
//! decoded.

/// Every character beyond ASCII as `\u` and four hex digits, surrogate pairs where they are needed.
pub fn unicode_escaped(text: &str, upper: bool) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            // Writing to a `String` cannot fail.
            let _ = if upper {
                write!(out, "\\u{unit:04X}")
            } else {
                write!(out, "\\u{unit:04x}")
            };
        }
    }

    out
}

/// Such escapes of characters beyond ASCII as the characters themselves; other escapes stay.
pub fn unicode_unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let escape = &rest[at..];
        if let Some((character, length)) =
            unicode_escape(escape).filter(|(character, _)| !character.is_ascii())
        {
            out.push(character);
            rest = &escape[length..];
        } else {
            // The backslash and what it escapes, so that `\\u4e2d` stays a backslash and a text.
            let length = 1 + escape[1..].chars().next().map_or(0, char::len_utf8);
            out.push_str(&escape[..length]);
            rest = &escape[length..];
        }
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

/// `/` as `\/`, as PHP does.
pub fn slash_escaped(text: &str) -> String {
    text.replace("\\/", "/").replace('/', "\\/")
}

/// `\/` as `/`.
pub fn slash_unescaped(text: &str) -> String {
    text.replace("\\/", "/")
}

/// `<`, `>`, `&` as `\u003c` and so on, as Go does.
pub fn html_escaped(text: &str) -> String {
    text.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

/// `<`, `>`, `&`, `=`, `'` as Gson writes them.
pub fn gson_escaped(text: &str) -> String {
    html_escaped(text)
        .replace('=', "\\u003d")
        .replace('\'', "\\u0027")
}

/// Marks and quotes inside strings as .NET writes them.
pub fn dot_net_escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '<' => out.push_str("\\u003C"),
            '>' => out.push_str("\\u003E"),
            '&' => out.push_str("\\u0026"),
            '+' => out.push_str("\\u002B"),
            '\'' => out.push_str("\\u0027"),
            '\\' => match characters.next() {
                Some('"') => out.push_str("\\u0022"),
                Some(next) => out.extend(['\\', next]),
                None => out.push('\\'),
            },
            other => out.push(other),
        }
    }

    out
}

/// The escapes of all these as the characters themselves.
pub fn html_unescaped(text: &str) -> String {
    let pairs = [
        ("\\u003c", "<"),
        ("\\u003e", ">"),
        ("\\u0026", "&"),
        ("\\u003d", "="),
        ("\\u0027", "'"),
        ("\\u002b", "+"),
        ("\\u0022", "\\\""),
    ];
    pairs
        .into_iter()
        .fold(text.to_owned(), |text, (escaped, plain)| {
            text.replace(escaped, plain)
                .replace(&escaped.to_uppercase().replace("\\U", "\\u"), plain)
        })
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

/// Percent-encoding (RFC 3986): `keep` are the marks that stay; a space is `%20`, or `+` in forms.
pub fn percent_encoded(text: &str, keep: &str, plus: bool) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || keep.as_bytes().contains(&byte) {
            out.push(char::from(byte));
        } else if byte == b' ' && plus {
            out.push('+');
        } else {
            // Writing to a `String` cannot fail.
            let _ = write!(out, "%{byte:02X}");
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
        for upper in [false, true] {
            assert_eq!(unicode_unescaped(&unicode_escaped(text, upper)), text);
        }

        assert_eq!(slash_unescaped(&slash_escaped(text)), text);
        assert_eq!(html_unescaped(&html_escaped(text)), text);
        assert_eq!(entities_unescaped(&entities_escaped(text)), text);
        assert_eq!(
            percent_decoded(&percent_encoded(text, "-_.~", false)).as_deref(),
            Some(text.as_bytes())
        );
        assert_eq!(
            unquoted(&crate::core::json::quoted(text)).as_deref(),
            Some(text)
        );
        assert_eq!(
            unicode_unescaped("\\\\u4e2d \\u0041 \\ud83d"),
            "\\\\u4e2d \\u0041 \\ud83d"
        );
    }
}
