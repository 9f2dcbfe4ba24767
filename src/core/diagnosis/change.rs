//! The ways in which data may have been different when it was signed, each with what it is called.

use super::arrange::Keys;
use super::code::Code;
use super::contents::Contents;
use super::inner::Inner;
use super::layout::{Printed, Space};
use super::members::Members;
use super::numbers::{Numbers, Which};
use super::respell::{Class, KEPT, Spell, Spelling, spelled};
use super::wrap::Wrap;

/// One change. The variants stand in the order in which changes are carried out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Edit {
    /// The order of keys.
    Keys(Keys),
    /// Members that are there or not.
    Members(Members),
    /// The spelling of numbers.
    Numbers(Numbers, Which),
    /// White space inside of texts.
    Contents(Contents),
    /// JSON inside of texts: all of them, or the n-th one.
    Inner(Inner, Option<usize>),
    /// The layout.
    Space(Space),
    /// The spelling of characters.
    Spelling(Spelling),
    /// Layout and spelling at once, as a serialiser has them.
    Writer(Space, Spelling),
    /// The text of the n-th inner document alone.
    Alone(usize),
    /// A callback's body around what is given, which is its `msg`.
    Around(Around),
    /// The text as a whole.
    Wrap(Wrap),
    /// Blanks behind marks inside of texts, a bit for each place.
    Blanks(u16),
}

/// A callback's body: in which order its members stand, and what two of them say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Around {
    /// The n-th order of `version`, `type`, `msg`.
    pub order: usize,
    /// `type`
    pub kind: &'static str,
}

/// How likely a change is, and with how many others it is combined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// With all.
    Near,
    /// With one that is near.
    Far,
    /// With none to the body.
    Alone,
}

/// A change with what there is to say of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// What is done.
    pub edit: Edit,
    /// With what it is combined.
    pub reach: Reach,
    /// What is known to write so; empty where nothing is.
    pub writer: &'static str,
}

impl Edit {
    /// The axes that it takes, a bit for each: two changes go together where they share none.
    pub fn axes(self) -> u8 {
        match self {
            Self::Keys(_) => 1,
            Self::Members(_) => 2,
            // White space inside of texts goes with all but the numbers, which are none.
            Self::Numbers(..) | Self::Contents(_) => 4,
            Self::Inner(..) => 8,
            // What is printed is no JSON, whose characters could be spelled in another way.
            Self::Space(Space::Printed(_)) | Self::Writer(..) => 16 | 32,
            Self::Space(_) => 16,
            Self::Spelling(_) => 32,
            Self::Alone(_) | Self::Around(_) => 127,
            Self::Wrap(wrap) if wrap.is_fixed() => 127,
            Self::Wrap(_) => 64,
            Self::Blanks(_) => 128,
        }
    }
}

/// Serialisers by name: layout and spelling of characters. Those that only differ in one of the
/// two are found by that alone.
#[rustfmt::skip]
pub const WRITERS: [(Space, Spelling, &str); 22] = [
    (Space::Compact, PHP, "PHP json_encode"),
    (Space::Compact, PHP_UNICODE, "PHP json_encode (JSON_UNESCAPED_UNICODE)"),
    (Space::Compact, UNICODE, "PHP json_encode (JSON_UNESCAPED_SLASHES)"),
    (Space::Compact, PLAIN, "JSON.stringify, Jackson, fastjson"),
    (PRETTY_4, PHP, "PHP json_encode (JSON_PRETTY_PRINT)"),
    (PRETTY_4, PHP_UNICODE, "PHP json_encode (JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE)"),
    (Space::Python, UNICODE, "Python json.dumps"),
    (Space::Python, PLAIN, "Python json.dumps (ensure_ascii=False)"),
    (PRETTY_4, UNICODE, "Python json.dumps (indent=4)"),
    (PRETTY_2, UNICODE, "Python json.dumps (indent=2)"),
    (PRETTY_2, PLAIN, "JSON.stringify(…, null, 2)"),
    (PRETTY_4, PLAIN, "JSON.stringify(…, null, 4)"),
    (Space::Compact, GO, "Go json.Marshal"),
    (PRETTY_2, GO, "Go json.MarshalIndent"),
    (Space::Compact, GSON, "Gson"),
    (PRETTY_2, GSON, "Gson (setPrettyPrinting)"),
    (Space::Jackson, PLAIN, "Jackson (pretty printer)"),
    (Space::Compact, UPPER, "Jackson (ESCAPE_NON_ASCII)"),
    (Space::FastJson, PLAIN, "fastjson (PrettyFormat)"),
    (Space::Compact, DOT_NET, ".NET System.Text.Json"),
    (PRETTY_2_CRLF, DOT_NET, ".NET System.Text.Json (WriteIndented)"),
    (Space::Compact, ORG_JSON, "org.json"),
];

const PRETTY_2: Space = Space::Pretty {
    indent: 2,
    crlf: false,
};
const PRETTY_2_CRLF: Space = Space::Pretty {
    indent: 2,
    crlf: true,
};
const PRETTY_4: Space = Space::Pretty {
    indent: 4,
    crlf: false,
};

const PLAIN: Spelling = spelled(&Class::ALL, Spell::Plain, KEPT);
const UNICODE: Spelling = spelled(&[Class::Unicode, Class::LineEnd], Spell::Lower, PLAIN);
const UPPER: Spelling = spelled(&[Class::Unicode, Class::LineEnd], Spell::Upper, PLAIN);
const PHP: Spelling = spelled(&[Class::Slash], Spell::Lower, UNICODE);
const PHP_UNICODE: Spelling = spelled(&[Class::Slash, Class::LineEnd], Spell::Lower, PLAIN);
const GO: Spelling = spelled(&HTML, Spell::Lower, PLAIN);
const GSON: Spelling = spelled(&[Class::Equals, Class::Apostrophe], Spell::Lower, GO);
const ORG_JSON: Spelling = spelled(&[Class::Slash], Spell::Upper, PLAIN);
const DOT_NET: Spelling = spelled(
    &BEYOND_ASCII,
    Spell::Upper,
    spelled(&DOT_NET_MARKS, Spell::Upper, PLAIN),
);

/// Marks that serialisers escape for web pages.
const HTML: [Class; 4] = [Class::Less, Class::Greater, Class::And, Class::LineEnd];

/// Marks that PHP escapes where it is asked to, and those that .NET always escapes.
const PHP_MARKS: [Class; 4] = [Class::Less, Class::Greater, Class::And, Class::Apostrophe];
const DOT_NET_MARKS: [Class; 8] = [
    Class::Less,
    Class::Greater,
    Class::And,
    Class::Apostrophe,
    Class::Quote,
    Class::Plus,
    Class::Backtick,
    Class::Delete,
];
const BEYOND_ASCII: [Class; 2] = [Class::Unicode, Class::LineEnd];
const GO_MARKS: Spelling = spelled(&HTML, Spell::Lower, KEPT);
const GSON_MARKS: Spelling = spelled(&[Class::Equals, Class::Apostrophe], Spell::Lower, GO_MARKS);
const PHP_HEX: Spelling = spelled(&PHP_MARKS, Spell::Upper, KEPT);
const NO_MARKS: Spelling = spelled(
    &[Class::Equals],
    Spell::Plain,
    spelled(&DOT_NET_MARKS, Spell::Plain, KEPT),
);

/// Spellings that change nothing else, by name.
#[rustfmt::skip]
pub const SPELLINGS: [(Spelling, &str); 12] = [
    (spelled(&BEYOND_ASCII, Spell::Lower, KEPT), "PHP json_encode, Python json.dumps"),
    (spelled(&BEYOND_ASCII, Spell::Upper, KEPT), "Jackson (ESCAPE_NON_ASCII)"),
    (spelled(&BEYOND_ASCII, Spell::Plain, KEPT), ""),
    (spelled(&[Class::Slash], Spell::Lower, KEPT), "PHP json_encode"),
    (spelled(&[Class::Slash], Spell::Plain, KEPT), ""),
    (GO_MARKS, "Go json.Marshal"),
    (GSON_MARKS, "Gson"),
    (PHP_HEX, "PHP JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS"),
    (spelled(&[Class::Quote], Spell::Upper, PHP_HEX), "PHP JSON_HEX_…"),
    (spelled(&DOT_NET_MARKS, Spell::Upper, KEPT), ".NET System.Text.Json"),
    (NO_MARKS, ""),
    (spelled(&[Class::Slash], Spell::Upper, KEPT), "org.json"),
];

/// Layouts by name.
#[rustfmt::skip]
pub const SPACES: [(Space, &str); 23] = [
    (Space::Compact, "JSON.stringify, Jackson, Gson"),
    (Space::Python, "Python json.dumps"),
    (Space::Colon, ""),
    (Space::Comma, ""),
    (PRETTY_2, "JSON.stringify(…, null, 2)"),
    (PRETTY_4, "PHP JSON_PRETTY_PRINT, Python indent=4"),
    (Space::Pretty { indent: 0, crlf: false }, "Go MarshalIndent (\\t)"),
    (PRETTY_2_CRLF, "Newtonsoft Formatting.Indented"),
    (Space::Pretty { indent: 4, crlf: true }, ""),
    (Space::Pretty { indent: 0, crlf: true }, ""),
    (Space::Pretty { indent: 3, crlf: false }, ""),
    (Space::Pretty { indent: 1, crlf: false }, ""),
    (Space::Pretty { indent: 8, crlf: false }, ""),
    (Space::Jackson, "Jackson (pretty printer)"),
    (Space::FastJson, "fastjson (PrettyFormat)"),
    (Space::Perl, "Perl JSON::PP (pretty)"),
    (Space::Printed(Printed::Python), "Python str(dict)"),
    (Space::Printed(Printed::Java), "Java Map.toString()"),
    (Space::Printed(Printed::Go), "Go fmt.Sprint(map)"),
    (Space::Printed(Printed::Ruby), "Ruby Hash#inspect"),
    (Space::Printed(Printed::RubySpaced), "Ruby 3.4 Hash#inspect"),
    (Space::Printed(Printed::Php), "PHP print_r"),
    (Space::Printed(Printed::Form { sorted: true }), "key=value&…"),
];

/// The codes of one change that stand for it whatever the text.
pub fn code_of(edit: Edit) -> Option<Code> {
    Some(match edit {
        Edit::Keys(Keys::Sorted | Keys::TopSorted | Keys::SortedWithoutCase) => {
            Code::BodyKeysSorted
        }
        Edit::Keys(_) => Code::BodyKeysReordered,
        Edit::Members(members) => match members {
            Members::NullsDropped
            | Members::EmptyDropped
            | Members::ZeroDropped
            | Members::SomeDropped(_) => Code::BodyNullsDropped,
            Members::OneDropped(..) => Code::BodyMemberMissing,
            Members::NullToText | Members::TextToNull => Code::BodyNullsRewritten,
            Members::Added(_) | Members::AddedTwo(..) | Members::AllAdded { .. } => {
                Code::BodyNullsAdded
            }
        },
        Edit::Numbers(Numbers::Yuan | Numbers::YuanTwoDecimals | Numbers::Fen, _) => {
            Code::BodyAmountUnit
        }
        Edit::Numbers(..) => Code::BodyNumbersRewritten,
        Edit::Inner(Inner::Object, _) => Code::BodyInnerObject,
        Edit::Inner(Inner::Text, _) => Code::BodyInnerText,
        Edit::Inner(..) => Code::BodyInnerRewritten,
        Edit::Alone(_) => Code::BodyInnerAlone,
        Edit::Around(_) => Code::BodyInnerSent,
        Edit::Contents(_) => Code::BodyTextTrimmed,
        Edit::Blanks(_) => Code::BodyBlanksAdded,
        Edit::Space(Space::Printed(_)) => Code::BodyPrinted,
        Edit::Wrap(wrap) => wrap.code(),
        Edit::Space(_) | Edit::Spelling(_) | Edit::Writer(..) => return None,
    })
}
