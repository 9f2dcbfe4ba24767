//! In: an order. Out: findings on single characters: spaces at the ends, invisible and full-width ones, placeholders.

use super::fields::{FIELDS, Kind};
use super::walk::strings;
use super::{Checked, Hit, Hits, Rule, Source};
use crate::core::finding::Severity;
use crate::core::order::path::At;

pub const RULES: &[Rule] = &[FULL_WIDTH, SURROUNDING_SPACE, INVISIBLE, PLACEHOLDER];

const FULL_WIDTH: Rule = Rule {
    name: "text.full_width",
    severity: Severity::Warning,
    source: Source::Practice,
    find: |checked| {
        in_strings(checked, |at, text| {
            // Half-width texts, nearly all, need no look at where they stand.
            if text.is_ascii() || !is_ascii_field(at) {
                return None;
            }
            let (place, wrong) = text.chars().enumerate().find(|(_, c)| half_width(*c).is_some())?;
            let fixed: String = text.chars().map(|c| half_width(c).unwrap_or(c)).collect();
            Some(Hit::new().with("character", wrong).with("position", place + 1).with("fixed", fixed))
        })
    },
};

const SURROUNDING_SPACE: Rule = Rule {
    name: "text.surrounding_space",
    severity: Severity::Warning,
    source: Source::Practice,
    find: |checked| in_strings(checked, |_, text| (text.trim() != text).then(Hit::new)),
};

const INVISIBLE: Rule = Rule {
    name: "text.invisible",
    severity: Severity::Warning,
    source: Source::Practice,
    find: |checked| {
        in_strings(checked, |_, text| {
            let (place, c) = text.chars().enumerate().find(|(_, c)| is_invisible(*c))?;
            Some(Hit::new().with("code", format!("U+{:04X}", u32::from(c))).with("position", place + 1))
        })
    },
};

const PLACEHOLDER: Rule = Rule {
    name: "text.placeholder",
    severity: Severity::Warning,
    source: Source::Practice,
    find: |checked| in_strings(checked, |_, text| placeholder(text).map(|found| Hit::new().with("placeholder", found))),
};

/// Characters that no one sees and that travel along when text is copied: byte-order mark, zero-width and
/// no-break spaces, direction marks, control characters.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{feff}' | '\u{00a0}' | '\u{00ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202f}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}'
    ) || c.is_control()
}

/// The ASCII character that a full-width form (U+FF01 to U+FF5E, U+3000) or a Chinese mark stands for.
fn half_width(c: char) -> Option<char> {
    match c {
        '\u{3000}' => Some(' '),
        '。' => Some('.'),
        '、' => Some(','),
        '“' | '”' => Some('"'),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        _ => None,
    }
}

/// Fields in which only ASCII makes sense; a title may well hold full-width marks.
fn is_ascii_field(at: &At<'_>) -> bool {
    let pattern = at.pattern();
    FIELDS.iter().find(|field| field.pattern == pattern).is_some_and(|field| {
        matches!(field.kind, Kind::Number | Kind::Params)
            || (field.kind == Kind::Text && !field.pattern.ends_with("title") && !field.pattern.ends_with("skuAttr"))
    })
}

/// A placeholder that was never filled in: `{{name}}` or `${name}`.
fn placeholder(text: &str) -> Option<&str> {
    [("{{", "}}"), ("${", "}")].iter().find_map(|(open, close)| {
        let start = text.find(open)?;
        let length = text[start..].find(close)?;
        Some(&text[start..start + length + close.len()])
    })
}

fn in_strings(checked: &Checked<'_>, find: impl Fn(&At<'_>, &str) -> Option<Hit>) -> Hits {
    let mut hits = Hits::default();
    strings(checked.order, &mut |at, text| {
        if let Some(hit) = find(at, text) {
            hits.push(at, hit);
        }
    });
    hits
}
