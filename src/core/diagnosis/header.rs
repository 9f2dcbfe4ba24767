//! In: a `byteAuthorization` as people paste it. Out: its values, however it is spelled, and what
//! is wrong with the spelling.

use super::code::Code;
use super::report::Finding;
use crate::core::chars::ascii_for;
use crate::core::platform::{HEADER_ORDER, HeaderField, OTHER_HEADER_ORDER, SCHEME};

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

/// Reads a header leniently.
pub fn read(text: &str) -> (Header, Vec<Finding>) {
    let mut findings = Vec::new();
    let text = half_width(text, &mut findings);

    // What stands around the whole is most likely a matter of pasting.
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let trimmed = text
        .trim()
        .trim_matches(['"', '\'', '`'])
        .trim_start_matches("byteAuthorization");
    let trimmed = trimmed
        .trim_start_matches([':', '=', '"', '\'', ' '])
        .trim_end_matches(['\'', ';', ',', ' '])
        .trim();
    let behind_scheme = if trimmed.starts_with(SCHEME) {
        SCHEME.len()
    } else {
        0
    };

    let starts = starts(trimmed, behind_scheme);
    let begin = starts.first().map_or(trimmed.len(), |(at, _)| *at);
    scheme(&trimmed[..begin], &mut findings);
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

    if found.len() == HEADER_ORDER.len()
        && found != HEADER_ORDER
        && HEADER_ORDER.iter().all(|field| found.contains(field))
    {
        let finding = if found == OTHER_HEADER_ORDER {
            Finding::likely(Code::HeaderOrder)
        } else {
            Finding::proven(Code::HeaderOrder)
        };
        let names: Vec<&str> = found.iter().map(|field| field.name()).collect();
        findings.push(finding.with("found", names.join(", ")));
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

fn half_width(text: &str, findings: &mut Vec<Finding>) -> String {
    let wide = text
        .chars()
        .enumerate()
        .find(|(_, c)| ascii_for(*c).is_some());
    if let Some((place, character)) = wide {
        findings.push(
            Finding::proven(Code::HeaderFullwidth)
                .with("position", place + 1)
                .with("character", character),
        );
    }

    text.chars().map(|c| ascii_for(c).unwrap_or(c)).collect()
}

/// Where the fields behind the scheme start, in the order of the text: a known name with `=` behind
/// it, and no letter before.
fn starts(text: &str, behind_scheme: usize) -> Vec<(usize, HeaderField)> {
    let text = &text[behind_scheme..];
    let mut starts = Vec::new();
    for field in HEADER_ORDER {
        let name = field.name();
        let places = text.match_indices(name).map(|(at, _)| at).filter(|at| {
            let before = text[..*at].chars().next_back();
            let after = text[at + name.len()..].trim_start();
            after.starts_with('=') && before.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '_')
        });
        starts.extend(places.map(|at| (behind_scheme + at, field)));
    }

    starts.sort_by_key(|(at, _)| *at);
    starts
}

fn scheme(text: &str, findings: &mut Vec<Finding>) {
    let rest = text.strip_prefix(SCHEME);
    match rest {
        Some(" ") => {}
        // The scheme is right; what follows is a field under another name, which is missing under
        // its own.
        Some(other) if other.starts_with(' ') && !other.trim().is_empty() => {}
        Some(space) if !space.is_empty() && space.trim().is_empty() => {
            findings.push(Finding::proven(Code::HeaderSpacing).with("place", SCHEME));
        }
        _ => {
            let found: String = text.trim().chars().take(40).collect();
            findings.push(Finding::proven(Code::HeaderScheme).with("found", found));
        }
    }
}

/// `name=value` pairs of known names, in the order of the text. A value goes up to the next comma,
/// or to its quote.
fn fields(
    text: &str,
    starts: &[(usize, HeaderField)],
    findings: &mut Vec<Finding>,
) -> Vec<(HeaderField, String)> {
    let mut fields = Vec::new();
    let (mut quoted, mut spaced, mut separated) = (None, None, None);

    for (number, &(at, field)) in starts.iter().enumerate() {
        let next = starts.get(number + 1).map(|(at, _)| *at);
        let whole = &text[at..next.unwrap_or(text.len())];
        let (value, between) = value(whole, field, next.is_none());
        let raw = value.trim();
        let bare = raw.strip_prefix(['"', '\'']).map_or(raw, |inner| {
            inner.strip_suffix(['"', '\'']).unwrap_or(inner)
        });
        if bare.len() != raw.len() {
            quoted.get_or_insert(field);
        }

        let around = value.trim_start() != value || between.contains(char::is_whitespace);
        if around
            || bare != bare.trim() && field != HeaderField::Signature
            || !whole[field.name().len()..].starts_with('=')
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
        findings.push(Finding::proven(Code::HeaderQuoted).with("field", field.name()));
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
fn value(whole: &str, field: HeaderField, is_last: bool) -> (&str, &str) {
    let behind_name = &whole[field.name().len()..];
    let value = behind_name.trim_start().strip_prefix('=').unwrap_or("");
    if is_last {
        return (value, "");
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
