//! In: a document. Out: the same with other white space inside of its texts, which trimming and
//! cleaning code leaves or takes away.

use std::borrow::Cow;

use super::tree::Node;

/// What is done with white space inside of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    /// All texts are trimmed.
    Trimmed,
    /// The n-th text has this before and behind it.
    Padded(usize, &'static str, &'static str),
}

/// Changes the texts of a document.
pub fn change(node: &mut Node<'_>, contents: Contents) {
    let mut number = 0;
    node.each_atom(&mut |_, _, value| {
        let Node::Atom(atom) = &*value else { return };
        let Some(inner) = inner(atom) else { return };
        let changed = match contents {
            Contents::Trimmed => trimmed(inner).to_owned(),
            Contents::Padded(nth, before, behind) if nth == number => {
                format!("{before}{inner}{behind}")
            }
            Contents::Padded(..) => inner.to_owned(),
        };
        number += 1;
        if changed != inner {
            *value = Node::Atom(Cow::Owned(format!("\"{changed}\"")));
        }
    });
}

/// How many texts a document has.
pub fn count(node: &mut Node<'_>) -> usize {
    let mut count = 0;
    node.each_atom(&mut |_, _, value| {
        if let Node::Atom(atom) = &*value {
            count += usize::from(inner(atom).is_some());
        }
    });
    count
}

fn inner(atom: &str) -> Option<&str> {
    atom.strip_prefix('"')?.strip_suffix('"')
}

/// Without the white space at its ends, as it is spelled in JSON.
fn trimmed(mut text: &str) -> &str {
    loop {
        let next = ["\\n", "\\r", "\\t"]
            .iter()
            .fold(text.trim(), |text, blank| {
                let text = text.strip_prefix(blank).unwrap_or(text);
                text.strip_suffix(blank).unwrap_or(text)
            });
        if next.len() == text.len() {
            return text;
        }
        text = next;
    }
}

/// Places in a text where a blank may have stood behind a comma or colon: between two letters,
/// digits or Han characters, where no serialiser puts one.
pub fn places_of_blanks(text: &str) -> Vec<usize> {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let marks = text.match_indices([',', ':', ';']);
    let inside = marks.filter(|(at, _)| {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let before = text[..*at].chars().next_back();
        let behind = text[at + 1..].chars().next();
        is_letter(before) && is_word(behind) || is_word(before) && is_letter(behind)
    });
    inside.map(|(at, _)| at + 1).collect()
}

/// The text with blanks at some of those places, a bit for each.
pub fn with_blanks(text: &str, mask: u16) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut from = 0;
    for (number, at) in places_of_blanks(text).into_iter().enumerate() {
        out.push_str(&text[from..at]);
        if number < 16 && mask >> number & 1 == 1 {
            out.push(' ');
        }
        from = at;
    }
    out + &text[from..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_inside_of_texts_come_and_go() {
        let text = r#"{"a":" x\n","b":"退款,no:R1","c":1}"#;
        let mut node = Node::parse(text).unwrap();
        change(&mut node, Contents::Trimmed);
        let mut out = String::new();
        node.write_own(&mut out);
        assert_eq!(out, r#"{"a":"x","b":"退款,no:R1","c":1}"#);
        assert_eq!(places_of_blanks(text).len(), 2);
        assert_eq!(
            with_blanks(text, 0b11),
            r#"{"a":" x\n","b":"退款, no: R1","c":1}"#
        );
    }
}
