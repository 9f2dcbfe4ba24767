//! In: a free text: a log line, an HTTP dump, a command, a post in a forum. Out: the parts of a
//! payload that stand in it as they are spelled.

use serde::de::IgnoredAny;

use super::names;
use super::pairs::{is_of_name, value_at};
use super::parts::{Data, Parts};
use crate::core::budget::Budget;
use crate::core::json;
use crate::core::platform::{CALLBACK_HEADERS, CallbackHeader, SCHEME};
use crate::core::spelling;

/// How many times over a text is read in the search for an order in it.
const TRIED_TIMES: usize = 8;

/// Braces at which an order may begin, at most.
const MOST_BRACES: usize = 200;

/// The headers of a callback, however they are listed, and the body behind them.
pub fn callback(text: &str) -> Parts {
    let mut parts = Parts::default();
    let mut behind = None;
    for (name, end) in names_in(text) {
        let plain = names::plain(name);
        let header = CALLBACK_HEADERS
            .into_iter()
            .find(|header| plain.ends_with(&names::plain(header.name())));
        let part = match header {
            Some(CallbackHeader::Timestamp) => &mut parts.timestamp,
            Some(CallbackHeader::Nonce) => &mut parts.nonce,
            Some(CallbackHeader::Signature) => &mut parts.signature,
            None => continue,
        };

        // None of the three has a blank or a quote in it, whatever stands around it.
        if let Some((value, after)) = value_at(text, end, &|_| false) {
            let value = value.split(|c: char| c.is_whitespace() || "'\"".contains(c));
            *part = value.into_iter().next().map(str::to_owned);
            behind = Some(after);
        }
    }

    if let Some(behind) = behind {
        parts.data = body(&text[behind..], text);
    }
    parts
}

/// The words of a text that can be names, each with its end. Long runs are none.
pub fn names_in(text: &str) -> impl Iterator<Item = (&str, usize)> {
    const LONGEST: usize = 40;
    let mut at = 0;
    text.split(|c: char| !c.is_ascii() || !is_of_name(c as u8))
        .map(move |word| {
            // A separator of one character stands between two words.
            let begin = at;
            at = begin + word.len();
            at += text[at..].chars().next().map_or(0, char::len_utf8);
            (word, begin + word.len())
        })
        .filter(|(word, _)| (8..=LONGEST).contains(&word.len()))
}

/// A callback's body: the JSON object behind the headers, or before them, or what follows an empty
/// line.
fn body(behind: &str, all: &str) -> Option<Data> {
    let object = |text: &str| {
        let brace = text.find('{')?;
        object_at(&text[brace..]).1.map(str::to_owned)
    };
    let rest = || {
        let (_, rest) = behind
            .split_once("\n\n")
            .or_else(|| behind.split_once("\r\n\r\n"))?;
        let rest = rest.strip_suffix('\n').unwrap_or(rest);
        (!rest.is_empty()).then(|| rest.to_owned())
    };
    let text = object(behind).or_else(rest).or_else(|| {
        let found = object(all)?;
        found.contains("\"msg\"").then_some(found)
    })?;

    Some(Data {
        text,
        was_object: false,
        was_printed: false,
    })
}

/// A `byteAuthorization` anywhere in a text: from its scheme to the end of what belongs to it, or
/// the value of its name.
pub fn authorization(text: &str) -> Option<String> {
    let Some(mut begin) = text.find(SCHEME) else {
        return named_authorization(text);
    };

    // Blanks that stand before it inside of quotes are sent too.
    let before = text[..begin].trim_end_matches(' ');
    let quote = before
        .chars()
        .next_back()
        .filter(|c| matches!(c, '"' | '\'' | '`'));
    let is_escaped = before.ends_with("\\\"");
    if quote.is_some() {
        begin = before.len();
    }
    let text = &text[begin..];

    // In quotes it ends with them, whatever stands inside.
    if let (Some(quote), false) = (quote, is_escaped)
        && let Some(end) = text
            .find(quote)
            .filter(|end| text[..*end].contains("signature="))
        && !text[..end].ends_with('\\')
    {
        return Some(text[..end].to_owned());
    }

    let signature = text
        .find("signature")
        .map_or(0, |at| at + "signature".len());
    let behind = &text[signature..];
    let value = behind.len() - behind.trim_start_matches(['=', '"', '\\', ' ', '\'']).len();
    let belongs = |c: char| c.is_ascii_alphanumeric() || "+/=-_%".contains(c);
    let mut end = signature
        + value
        + behind[value..]
            .find(|c| !belongs(c))
            .unwrap_or(behind.len() - value);

    // The quote that a quoted value ends with, unless it closes a text around the whole.
    if text[signature..].starts_with("=\"") && text[end..].starts_with('"') {
        end += 1;
    }

    // In JSON that was cut, quotes are escaped.
    Some(
        text[..end]
            .replace("\\\"", "\"")
            .trim_end_matches('\\')
            .to_owned(),
    )
}

/// The value under the name of a `byteAuthorization` that has lost its scheme.
fn named_authorization(text: &str) -> Option<String> {
    if !names::names_authorization(text) {
        return None;
    }

    let mut named = names_in(text).filter(|(name, _)| names::plain(name).contains("byteauth"));
    named.find_map(|(_, end)| {
        let quoted = quoted_at(text, end)?;
        quoted.contains("signature").then_some(quoted)
    })
}

/// The quoted text behind a name, escapes undone.
fn quoted_at(text: &str, end: usize) -> Option<String> {
    let rest = text[end..].trim_start_matches(['"', '\'', '`', ']', ' ']);
    let rest = rest.strip_prefix([':', '='])?;
    let rest = rest.trim_start_matches(['>', ' ', '\t']);
    let quote = rest.chars().next().filter(|c| "\"'`".contains(*c))?;
    let inner = closed(&rest[1..], quote)?;
    Some(spelling::unescaped(inner))
}

/// What stands before the quote that closes a text.
fn closed(text: &str, quote: char) -> Option<&str> {
    let mut is_escaped = false;
    let end = text.char_indices().find(|(_, c)| {
        let closes = *c == quote && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        closes
    });
    end.map(|(end, _)| &text[..end])
}

/// The first order in a text: inside of quotes, with escapes, or as it is.
pub fn data(text: &str) -> Option<Data> {
    // Each brace may open what is only closed at the end: all tries together read the text some
    // times over, no more.
    let budget = Budget::new(TRIED_TIMES * text.len() + (64 << 10));
    for (at, _) in text.match_indices('{').take(MOST_BRACES) {
        if let Some(found) = quoted_order(text, at, &budget) {
            return Some(found);
        }

        let (read, object) = object_at(&text[at..]);
        if budget.spend(read).is_err() {
            return None;
        }
        if let Some(object) = object.filter(|object| names::order_of(object).is_some()) {
            return Some(Data {
                text: object.to_owned(),
                was_object: false,
                was_printed: false,
            });
        }
    }

    None
}

/// The order in the quotes that open right before a brace, as programs print a text of theirs.
fn quoted_order(text: &str, brace: usize, budget: &Budget) -> Option<Data> {
    let quote = text[..brace]
        .chars()
        .next_back()
        .filter(|c| "\"'`".contains(*c))?;
    if text[..brace].ends_with("\\\"") {
        return None;
    }

    let inner = closed(&text[brace..], quote);
    let read = inner.map_or(text.len() - brace, str::len);
    budget.spend(read).ok()?;
    let inner = inner?;
    // Without a backslash it is what it is, and found as such.
    if !inner.contains('\\') || !names::mentions_order(inner) {
        return None;
    }

    let plain = spelling::unescaped(inner);
    names::order_of(&plain)?;
    Some(Data {
        text: plain,
        was_object: false,
        was_printed: false,
    })
}

/// How many bytes were read, and the JSON object with which a text begins, as it is spelled.
fn object_at(text: &str) -> (usize, Option<&str>) {
    let mut stream = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    match stream.next() {
        Some(Ok(_)) => {
            let end = stream.byte_offset();
            (end, Some(&text[..end]).filter(|text| json::is_json(text)))
        }
        // Where it stopped, the rest unread; the end of the text where it ends too early.
        Some(Err(error)) if error.line() == 1 => (error.column(), None),
        _ => (text.len(), None),
    }
}
