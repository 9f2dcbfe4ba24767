//! In: a `byteAuthorization` as people paste it. Out: its values, however it is spelled, and what
//! is wrong with the spelling.

use super::code::Code;
use super::header_text::{half_width, unescaped, unwrapped, with_equals};
use super::report::Finding;
use crate::core::platform::{HEADER_ORDER, HeaderField, SCHEME};

/// Bytes of a header that are read at most.
const LONGEST: usize = 16 << 10;

/// The values of a header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// `appid`.
    pub app_id: Option<String>,
    /// `nonce_str`.
    pub nonce: Option<String>,
    /// `timestamp` as spelled.
    pub timestamp: Option<String>,
    /// `key_version`.
    pub key_version: Option<String>,
    /// `signature` as spelled, white space inside included.
    pub signature: Option<String>,
}

/// Names under which a field is found where its own is not used; capitals, `_` and `-` do not
/// matter.
const OTHER_NAMES: [(HeaderField, &[&str]); 5] = [
    (HeaderField::AppId, &["appid", "app"]),
    (HeaderField::Nonce, &["noncestr", "nonce"]),
    (HeaderField::Timestamp, &["timestamp", "ts", "time"]),
    (
        HeaderField::KeyVersion,
        &["keyversion", "keyver", "version", "serialno"],
    ),
    (HeaderField::Signature, &["signature", "sign", "sig"]),
];

/// Reads a header leniently.
pub fn read(text: &str) -> (Header, Vec<Finding>) {
    let mut findings = Vec::new();
    let text = half_width(text, &mut findings);
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let text = unescaped(text, &mut findings);
    let text = with_equals(text, &mut findings);
    let trimmed = unwrapped(&text, &mut findings);
    let behind_scheme = if trimmed.starts_with(SCHEME) {
        SCHEME.len()
    } else {
        0
    };

    let starts = starts(trimmed, behind_scheme);
    let begin = starts.first().map_or(trimmed.len(), |start| start.at);
    scheme(&trimmed[..begin], &text, &mut findings);
    unknown(trimmed, behind_scheme, &starts, &mut findings);
    let fields = fields(trimmed, &starts, &mut findings);
    let found: Vec<HeaderField> = fields.iter().map(|(name, _)| *name).collect();

    for field in HEADER_ORDER {
        let name = field.name();
        match found.iter().filter(|other| **other == field).count() {
            0 => findings.push(Finding::proven(Code::HeaderFieldMissing).with("field", name)),
            1 => {}
            _ => findings.push(Finding::proven(Code::HeaderFieldRepeated).with("field", name)),
        }
    }

    // The platform's own pages have more than one order: never more than a hint.
    if found.len() == HEADER_ORDER.len()
        && found != HEADER_ORDER
        && HEADER_ORDER.iter().all(|field| found.contains(field))
    {
        let names: Vec<&str> = found.iter().map(|field| field.name()).collect();
        findings.push(Finding::likely(Code::HeaderOrder).with("found", names.join(", ")));
    }

    let value = |wanted: HeaderField| {
        let found = fields.iter().find(|(field, _)| *field == wanted);
        found.map(|(_, value)| value.clone())
    };
    let header = Header {
        app_id: value(HeaderField::AppId),
        nonce: value(HeaderField::Nonce),
        timestamp: value(HeaderField::Timestamp),
        key_version: value(HeaderField::KeyVersion),
        signature: value(HeaderField::Signature),
    };
    (header, findings)
}

/// Where a field stands.
struct Start {
    at: usize,
    /// Bytes of its name as spelled.
    name: usize,
    field: HeaderField,
}

/// Where the fields behind the scheme start, in the order of the text: a known name with `=` behind
/// it, and no letter before. A field that is nowhere under its own name is looked for under others.
fn starts(text: &str, behind_scheme: usize) -> Vec<Start> {
    let words = words(text, behind_scheme);
    let mut starts = Vec::new();
    for (field, others) in OTHER_NAMES {
        let own = words.iter().filter(|(_, word)| *word == field.name());
        let mut found: Vec<&(usize, &str)> = own.collect();
        if found.is_empty() {
            let is_other = |word: &str| {
                let plain: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
                others.contains(&plain.to_ascii_lowercase().as_str())
            };
            found.extend(words.iter().find(|(_, word)| is_other(word)));
        }
        starts.extend(found.into_iter().map(|(at, word)| Start {
            at: *at,
            name: word.len(),
            field,
        }));
    }

    starts.sort_by_key(|start| start.at);
    starts
}

/// A field that is none of the five.
fn unknown(text: &str, begin: usize, starts: &[Start], findings: &mut Vec<Finding>) {
    let words = words(text, begin);
    let other = words.iter().find(|(at, word)| {
        let is_known = starts.iter().any(|start| start.at == *at);
        let before = &text[begin..*at];
        let is_first = before.ends_with(',') || before.trim().is_empty();
        !is_known && is_first && word.starts_with(|c: char| c.is_ascii_alphabetic())
    });
    if let Some((_, word)) = other {
        findings.push(Finding::proven(Code::HeaderFieldUnknown).with("found", word));
    }
}

/// The words of a text that have an equals sign behind them.
fn words(text: &str, begin: usize) -> Vec<(usize, &str)> {
    let is_of_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut words = Vec::new();
    let mut at = begin;
    while let Some(length) = text[at..].find(is_of_word) {
        let start = at + length;
        let end = text[start..]
            .find(|c| !is_of_word(c))
            .map_or(text.len(), |length| start + length);
        let behind = text[end..].trim_start_matches(' ');
        let is_first = !text[..start].ends_with(['=', '+', '/', '"']);
        if behind.starts_with('=') && is_first {
            words.push((start, &text[start..end]));
        }
        at = end;
    }
    words
}

/// What stands before the first field; `whole` is the text with what was around it.
fn scheme(text: &str, whole: &str, findings: &mut Vec<Finding>) {
    let rest = text.strip_prefix(SCHEME);
    let is_doubled = rest.is_some_and(|rest| rest.contains(SCHEME));
    // A blank before the scheme is sent; a line end or a quote around the whole is not.
    let is_indented = whole.starts_with([' ', '\t']) && rest.is_some();
    match rest {
        _ if is_doubled || is_indented => {
            let found = if is_doubled { text } else { whole };
            findings.push(Finding::proven(Code::HeaderScheme).with("found", shown(found)));
        }
        Some(" ") => {}
        // The scheme is right; what follows is a field under another name, which is missing under
        // its own.
        Some(other) if other.starts_with(' ') && !other.trim().is_empty() => {}
        Some(space) if !space.is_empty() && space.trim().is_empty() => {
            findings.push(Finding::proven(Code::HeaderSpacing).with("place", SCHEME));
        }
        _ => findings.push(Finding::proven(Code::HeaderScheme).with("found", shown(text))),
    }
}

/// The beginning of a text in quotes, so that blanks and nothing can be seen.
fn shown(text: &str) -> String {
    let begin: String = text.chars().take(40).collect();
    format!("\"{}\"", begin.trim_end())
}

/// `name=value` pairs of known names, in the order of the text. A value goes up to the next comma,
/// or to its quote.
fn fields(text: &str, starts: &[Start], findings: &mut Vec<Finding>) -> Vec<(HeaderField, String)> {
    let mut fields = Vec::new();
    let (mut quoted, mut spaced, mut separated) = (None, None, None);
    let mut is_single = false;

    for (number, start) in starts.iter().enumerate() {
        let next = starts.get(number + 1).map(|start| start.at);
        let whole = &text[start.at..next.unwrap_or(text.len())];
        let (name, behind) = whole.split_at(start.name);
        let field = start.field;
        if name != field.name() {
            let finding = Finding::proven(Code::HeaderFieldName).with("found", name);
            findings.push(finding.with("field", field.name()));
        }

        let (value, between) = value(behind, field, next.is_none());
        let raw = value.trim();
        let bare = raw.strip_prefix(['"', '\'']).map_or(raw, |inner| {
            inner.strip_suffix(['"', '\'']).unwrap_or(inner)
        });
        if bare.len() != raw.len() {
            // The platform's pages have double quotes, if any.
            is_single |= raw.starts_with('\'');
            quoted.get_or_insert(field);
        }

        let around = value.trim_start() != value || between.contains(char::is_whitespace);
        if around
            || bare != bare.trim() && field != HeaderField::Signature
            || !behind.starts_with('=')
        {
            spaced.get_or_insert(field);
        }
        if next.is_some() && !between.starts_with(',') && between.trim() != "," {
            separated.get_or_insert(between.trim().to_owned());
        }

        let value = match field {
            HeaderField::Signature => bare,
            _ => bare.trim(),
        };
        fields.push((field, value.to_owned()));
    }

    if let Some(field) = quoted {
        let finding = Finding::likely(Code::HeaderQuoted).with("field", field.name());
        findings.push(Finding {
            proven: is_single,
            ..finding
        });
    }
    if let Some(separator) = separated {
        findings.push(Finding::proven(Code::HeaderSeparator).with("found", separator));
    }
    if let Some(field) = spaced {
        findings.push(Finding::proven(Code::HeaderSpacing).with("place", field.name()));
    }

    fields
}

/// What stands behind the `=` of a field, and what separates it from the next one.
fn value(behind_name: &str, field: HeaderField, is_last: bool) -> (&str, &str) {
    let value = behind_name.trim_start().strip_prefix('=').unwrap_or("");
    if is_last {
        // Base64 has no comma: what stands behind one is another field.
        let own = value.split(',').next().unwrap_or(value);
        return (own, "");
    }

    let own = value.trim_end_matches(|c: char| c.is_whitespace() || ",;&|".contains(c));
    // A field under a name that is not known belongs to nobody.
    let own = match field {
        HeaderField::Signature => own,
        _ => own.split(',').next().unwrap_or(own),
    };

    (own, &value[own.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str =
        "SHA256-RSA2048 appid=tt1,nonce_str=a+/=,timestamp=17,key_version=2,signature=YWJj+/==";

    fn with_colons(colon: &str) -> String {
        let names = HEADER_ORDER.map(HeaderField::name);
        let with = |text: String, name: &str| {
            text.replacen(&format!("{name}="), &format!("{name}{colon}"), 1)
        };
        names.into_iter().fold(GOOD.to_owned(), with)
    }

    fn codes(text: &str) -> Vec<&'static str> {
        read(text)
            .1
            .iter()
            .map(|finding| finding.code.name())
            .collect()
    }

    #[test]
    fn a_good_header_has_nothing_to_say() {
        let (header, findings) = read(GOOD);
        assert_eq!(findings, []);
        assert_eq!(
            header.nonce.as_deref(),
            Some("a+/="),
            "only the first = separates"
        );
        assert_eq!(header.signature.as_deref(), Some("YWJj+/=="));
        assert_eq!(codes(&format!("{GOOD}\n")), [""; 0]);
    }

    #[test]
    fn every_way_to_spell_it_is_read_and_named() {
        let quoted = "SHA256-RSA2048 appid=\"tt1\",nonce_str=\"a+/=\",timestamp=\"17\",key_version=\"2\",signature=\"YWJj+/==\"";
        for (text, expected) in [
            (
                GOOD.replace("SHA256-RSA2048", "ByteAuthorization"),
                "header.scheme",
            ),
            (GOOD.replace("SHA256-RSA2048 ", ""), "header.scheme"),
            (GOOD.replace("RSA2048 ", "RSA2048"), "header.scheme"),
            (quoted.to_owned(), "header.quoted"),
            (GOOD.replace("RSA2048 ", "RSA2048  "), "header.spacing"),
            (GOOD.replace(',', ", "), "header.spacing"),
            (GOOD.replace(',', ",\n"), "header.spacing"),
            (GOOD.replace(',', "&"), "header.separator"),
            (format!("\"{GOOD}\""), ""),
            (format!("byteAuthorization={GOOD}"), ""),
            (GOOD.replace(',', "，"), "header.fullwidth"),
            (quoted.replace('"', "\\\""), "header.escaped header.quoted"),
            (format!(" {GOOD}"), "header.scheme"),
            (format!("{GOOD};"), "header.trailing"),
            (with_colons(": "), "header.colon"),
            (with_colons(":"), "header.colon"),
            (
                with_colons("\":\"")
                    .replace(',', "\",\"")
                    .replace("appid", "\"appid")
                    + "\"",
                "header.colon header.quoted",
            ),
            (
                GOOD.replace("SHA256-RSA2048 ", "SHA256-RSA2048 SHA256-RSA2048 "),
                "header.scheme",
            ),
            (GOOD.replace("signature=", "sign="), "header.field_name"),
            (GOOD.replace("nonce_str=", "nonceStr="), "header.field_name"),
            (
                GOOD.replace("timestamp=17,", "timestamp=17,timestamp=17,"),
                "header.field_repeated",
            ),
        ] {
            let (header, _) = read(&text);
            assert_eq!(header, read(GOOD).0, "{text}");
            assert_eq!(codes(&text).join(" "), expected, "{text}");
        }

        assert_eq!(
            codes(&GOOD.replace("timestamp=17,", "")),
            ["header.field_missing"]
        );
        let moved =
            "SHA256-RSA2048 signature=YWJj+/==,appid=tt1,nonce_str=a+/=,timestamp=17,key_version=2";
        assert_eq!(codes(moved), ["header.order"]);
    }
}
