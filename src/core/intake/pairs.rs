//! In: a place in a free text, behind a name. Out: the value that stands there: quoted, escaped or
//! bare, as JSON, consoles, logs and dumps of arrays write it.

/// Bytes of a value at most.
const LONGEST: usize = 2000;

/// Bytes of a value without quotes at most.
const LONGEST_BARE: usize = 600;

/// Whether a byte can be part of a name.
pub fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

/// The value behind a name that ends at `at`, and where it ends. `is_name` tells where the next
/// name begins in a value without quotes.
///
/// Between the two stand a closing quote, a colon or equals sign, and an opening quote. Quotes may
/// be escaped, as in JSON inside JSON.
pub fn value_at(text: &str, at: usize, is_name: &dyn Fn(&str) -> bool) -> Option<(String, usize)> {
    let skip = |at: usize, marks: &[u8]| {
        at + text.as_bytes()[at..]
            .iter()
            .take_while(|byte| marks.contains(byte))
            .count()
    };

    let mark = skip(at, b"\\\"'` ])");
    if !matches!(text.as_bytes().get(mark), Some(b':' | b'=')) {
        return None;
    }

    let open = skip(mark + 1, b" \t\\>[");
    let quote = text
        .as_bytes()
        .get(open)
        .copied()
        .filter(|byte| matches!(byte, b'"' | b'\'' | b'`'));
    let begin = if quote.is_some() { open + 1 } else { open };
    let rest = &text[begin..];

    // No further than a value is long: texts that open many values would be searched again and
    // again.
    let longest = if quote.is_some() {
        LONGEST
    } else {
        LONGEST_BARE
    };

    let rest = &rest[..rest.floor_char_boundary(longest)];
    let length = match quote {
        Some(quote) => quoted_length(rest, quote),
        None => rest.find(ends_bare).unwrap_or(rest.len()),
    };
    let value = rest[..length].trim_end_matches('\\').trim();
    let value = match quote {
        None if !value.contains('(') => value.trim_end_matches(')'),
        _ => value,
    };

    // `errNo 11004 errMsg=…` without a comma between.
    let value = match quote {
        None => next_name(value, is_name).map_or(value, |end| value[..end].trim()),
        Some(_) => value,
    };
    if matches!(value, "" | "null" | "undefined" | "None" | "nil" | "NULL") {
        return None;
    }

    let value = value.replace("\\\"", "\"").replace("\\/", "/");
    let after = if quote.is_some() {
        begin + length
    } else {
        begin + value.len().min(length)
    };

    Some((value, text.floor_char_boundary(after.max(begin))))
}

/// Bytes up to the quote that closes a value, or the end of its line. A quote behind a backslash
/// closes where the opening one had a backslash too, which the caller has skipped.
fn quoted_length(rest: &str, quote: u8) -> usize {
    let ends = |c: char| c == char::from(quote) || c == '\n';
    rest.find(ends).unwrap_or(rest.len())
}

fn ends_bare(c: char) -> bool {
    matches!(
        c,
        ',' | ';' | '}' | ']' | '\n' | '\r' | '\t' | '，' | '、' | '。' | '|' | '&'
    )
}

/// Where the next `name=` begins in an unquoted value.
fn next_name(value: &str, is_name: &dyn Fn(&str) -> bool) -> Option<usize> {
    value.match_indices(' ').map(|(at, _)| at + 1).find(|at| {
        let length = value.as_bytes()[*at..]
            .iter()
            .take_while(|byte| is_of_name(**byte))
            .count();
        let (name, behind) = value[*at..].split_at(length);
        is_name(name) && behind.trim_start_matches(' ').starts_with(['=', ':'])
    })
}
