//! In: the text of a JSON document. Out: the same document with characters inside of its strings
//! escaped, or not, as other serialisers do.

use crate::core::spelling::push_escape;

/// Characters that serialisers treat alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Beyond ASCII, but for [`Class::LineEnd`].
    Unicode,
    /// U+2028 and U+2029, line ends of old JavaScript.
    LineEnd,
    /// `/`
    Slash,
    /// `<`
    Less,
    /// `>`
    Greater,
    /// `&`
    And,
    /// `'`
    Apostrophe,
    /// `"`, which is escaped in any case.
    Quote,
    /// `=`
    Equals,
    /// `+`
    Plus,
    /// U+0060, the backtick.
    Backtick,
    /// U+007F
    Delete,
}

/// How the characters of a class are spelled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spell {
    /// As they are.
    #[default]
    AsIs,
    /// Themselves; a quote as `\"`.
    Plain,
    /// `\u` with small letters; a slash as `\/`.
    Lower,
    /// `\u` with capital letters; a slash as `\/` where `<` stands before it.
    Upper,
}

/// A spelling for each class.
pub type Spelling = [Spell; Class::ALL.len()];

/// Everything stays.
pub const KEPT: Spelling = [Spell::AsIs; Class::ALL.len()];

impl Class {
    /// All of them, in the order of a [`Spelling`].
    pub const ALL: [Self; 12] = [
        Self::Unicode,
        Self::LineEnd,
        Self::Slash,
        Self::Less,
        Self::Greater,
        Self::And,
        Self::Apostrophe,
        Self::Quote,
        Self::Equals,
        Self::Plus,
        Self::Backtick,
        Self::Delete,
    ];

    fn of(c: char) -> Option<Self> {
        Some(match c {
            '\u{2028}' | '\u{2029}' => Self::LineEnd,
            '/' => Self::Slash,
            '<' => Self::Less,
            '>' => Self::Greater,
            '&' => Self::And,
            '\'' => Self::Apostrophe,
            '"' => Self::Quote,
            '=' => Self::Equals,
            '+' => Self::Plus,
            '`' => Self::Backtick,
            '\u{7f}' => Self::Delete,
            c if !c.is_ascii() => Self::Unicode,
            _ => return None,
        })
    }
}

/// A spelling in which some classes are spelled in one way.
pub const fn spelled(classes: &[Class], spell: Spell, mut before: Spelling) -> Spelling {
    let mut place = 0;
    while place < classes.len() {
        before[classes[place] as usize] = spell;
        place += 1;
    }
    before
}

/// The classes of which a text has a character, plain or escaped.
pub fn classes_in(text: &str) -> Vec<Class> {
    let mut found = [false; Class::ALL.len()];
    each(text, &Stops::at(|_| true), |piece| {
        if let Piece::Character(c, _) = piece
            && let Some(class) = Class::of(c)
        {
            found[class as usize] = true;
        }
    });
    let all = Class::ALL.into_iter();
    all.filter(|class| found[*class as usize]).collect()
}

/// Spells a document anew.
pub fn respell(text: &str, spelling: &Spelling) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    // What stands there as itself is plain already.
    let stops = Stops::at(|class| matches!(spelling[class as usize], Spell::Lower | Spell::Upper));
    each(text, &stops, |piece| match piece {
        Piece::Other(text) => out.push_str(text),
        Piece::Character(c, spelled) => {
            let class = Class::of(c);
            let spell = class.map_or(Spell::AsIs, |class| spelling[class as usize]);
            write(c, class, spell, spelled, &mut out);
        }
    });
    out
}

fn write(c: char, class: Option<Class>, spell: Spell, spelled: &str, out: &mut String) {
    match (spell, class) {
        (Spell::AsIs, _) => out.push_str(spelled),
        (Spell::Plain, Some(Class::Quote)) => out.push_str("\\\""),
        (Spell::Plain, _) => out.push(c),
        (Spell::Lower, Some(Class::Slash)) => out.push_str("\\/"),
        (Spell::Upper, Some(Class::Slash)) => {
            let is_tag = out.ends_with('<');
            out.push_str(if is_tag { "\\/" } else { "/" });
        }
        (Spell::Lower | Spell::Upper, _) => push_escape(out, c, spell == Spell::Upper),
    }
}

/// A part of a document.
enum Piece<'t> {
    /// A character inside of a string, and how it is spelled.
    Character(char, &'t str),
    /// Anything else.
    Other(&'t str),
}

/// Which bytes inside of strings do not go by as they are: those that may begin a character of some
/// classes, escapes and the quote at the end.
struct Stops([bool; 256]);

impl Stops {
    fn at(is_asked_for: impl Fn(Class) -> bool) -> Self {
        let is_stop = |byte: u8| match Class::of(char::from(byte)) {
            _ if byte == b'\\' || byte == b'"' => true,
            _ if !byte.is_ascii() => is_asked_for(Class::Unicode) || is_asked_for(Class::LineEnd),
            class => class.is_some_and(&is_asked_for),
        };
        Self(std::array::from_fn(|byte| {
            u8::try_from(byte).is_ok_and(is_stop)
        }))
    }

    /// How many bytes of a text go by before the next stop.
    fn before(&self, text: &str) -> usize {
        let mut bytes = text.bytes();
        let stop = bytes.position(|byte| self.0[usize::from(byte)]);
        stop.unwrap_or(text.len())
    }
}

/// Goes through a document piece by piece.
fn each<'t>(text: &'t str, stops: &Stops, mut take: impl FnMut(Piece<'t>)) {
    let mut rest = text;
    while !rest.is_empty() {
        // Up to the next string, with its first quote.
        let between = rest.find('"').map_or(rest.len(), |at| at + 1);
        take(Piece::Other(&rest[..between]));
        rest = &rest[between..];

        loop {
            let passed = stops.before(rest);
            take(Piece::Other(&rest[..passed]));
            rest = &rest[passed..];
            let length = match rest.chars().next() {
                None => break,
                Some('"') => {
                    take(Piece::Other("\""));
                    rest = &rest[1..];
                    break;
                }
                Some('\\') => escape(rest, &mut take),
                Some(c) => {
                    take(Piece::Character(c, &rest[..c.len_utf8()]));
                    c.len_utf8()
                }
            };
            rest = &rest[length..];
        }
    }
}

/// Takes one escape; returns its bytes.
fn escape<'t>(rest: &'t str, take: &mut impl FnMut(Piece<'t>)) -> usize {
    let unit = |text: &str| u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok();
    if let Some(first) = unit(rest) {
        if let Some(c) = char::from_u32(u32::from(first)) {
            take(Piece::Character(c, &rest[..6]));
            return 6;
        }
        let second = rest.get(6..).and_then(unit);
        if let Some(Ok(c)) = second.and_then(|second| char::decode_utf16([first, second]).next()) {
            take(Piece::Character(c, &rest[..12]));
            return 12;
        }
        take(Piece::Other(&rest[..6]));
        return 6;
    }

    let next = rest[1..].chars().next();
    let length = 1 + next.map_or(0, char::len_utf8);
    match next {
        Some(c @ ('/' | '"')) => take(Piece::Character(c, &rest[..length])),
        _ => take(Piece::Other(&rest[..length])),
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{"a/":"中😀</b>\u4E2D\/\"\\u0041\n","n":1E+5}"#;

    #[test]
    fn characters_are_spelled_as_others_do() {
        assert_eq!(respell(TEXT, &KEPT), TEXT);
        let lower = spelled(&[Class::Unicode], Spell::Lower, KEPT);
        assert_eq!(
            respell(TEXT, &lower),
            r#"{"a/":"\u4e2d\ud83d\ude00</b>\u4e2d\/\"\\u0041\n","n":1E+5}"#
        );
        let plain = spelled(&Class::ALL, Spell::Plain, KEPT);
        assert_eq!(
            respell(TEXT, &plain),
            r#"{"a/":"中😀</b>中/\"\\u0041\n","n":1E+5}"#
        );
        let tag = spelled(&[Class::Slash], Spell::Upper, KEPT);
        assert_eq!(
            respell(TEXT, &tag),
            r#"{"a/":"中😀<\/b>\u4E2D/\"\\u0041\n","n":1E+5}"#
        );
        assert_eq!(
            classes_in(TEXT),
            [
                Class::Unicode,
                Class::Slash,
                Class::Less,
                Class::Greater,
                Class::Quote
            ]
        );
    }
}
