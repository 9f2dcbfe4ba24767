//! In: nothing. Out: the ways in which data may have been changed before it was signed, one by one
//! and combined.

use super::code::Code;
use super::layout::{Keys, Nulls, Numbers, Space};
use super::spelling;
use crate::core::chars::is_invisible;
use crate::core::json;

/// How characters beyond ASCII are spelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unicode {
    AsIs,
    Lower,
    Upper,
    Unescaped,
}

/// How slashes, or `<>&`, are spelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    AsIs,
    Escaped,
    Unescaped,
    /// As Gson has them.
    Gson,
    /// As .NET has them.
    DotNet,
}

/// What was done with the text as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrap {
    AsIs,
    Fixed(&'static str),
    Trimmed,
    Padded(&'static str, &'static str),
    WithMark,
    WithoutMark,
    Quoted,
    QuotedAscii,
    Unquoted,
    Entities,
    NoEntities,
    Percent { form: bool },
    NoPercent { form: bool },
    Gbk,
    FromGbk,
    Latin1,
    Latin1Twice,
    FromLatin1,
    CrLf,
    Lf,
    VisibleOnly,
}

/// One way from what was sent to what may have been signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Order of keys.
    pub keys: Keys,
    /// Members left out.
    pub nulls: Nulls,
    /// Spelling of numbers.
    pub numbers: Numbers,
    /// `None` keeps the spacing.
    pub space: Option<Space>,
    /// Characters beyond ASCII.
    pub unicode: Unicode,
    /// Slashes.
    pub slash: Marks,
    /// Marks of HTML.
    pub html: Marks,
    /// The text as a whole.
    pub wrap: Wrap,
}

/// The data as it is.
pub const AS_IS: Plan = Plan {
    keys: Keys::AsIs,
    nulls: Nulls::Kept,
    numbers: Numbers::AsIs,
    space: None,
    unicode: Unicode::AsIs,
    slash: Marks::AsIs,
    html: Marks::AsIs,
    wrap: Wrap::AsIs,
};

/// Layouts that serialisers write.
pub const SPACES: [Space; 10] = [
    Space::Compact,
    Space::Python,
    Space::Colon,
    Space::Pretty {
        indent: 2,
        crlf: false,
    },
    Space::Pretty {
        indent: 4,
        crlf: false,
    },
    Space::Pretty {
        indent: 0,
        crlf: false,
    },
    Space::Pretty {
        indent: 2,
        crlf: true,
    },
    Space::Pretty {
        indent: 4,
        crlf: true,
    },
    Space::Pretty {
        indent: 3,
        crlf: false,
    },
    Space::Jackson,
];

/// What may have been done with the whole text.
pub const WRAPS: [Wrap; 29] = [
    Wrap::Fixed(""),
    Wrap::Fixed("{}"),
    Wrap::Fixed("null"),
    Wrap::Fixed("undefined"),
    Wrap::Fixed("[object Object]"),
    Wrap::Fixed("[]"),
    Wrap::Fixed("\"\""),
    Wrap::WithMark,
    Wrap::WithoutMark,
    Wrap::Quoted,
    Wrap::QuotedAscii,
    Wrap::Unquoted,
    Wrap::Trimmed,
    Wrap::Padded("", " "),
    Wrap::Padded(" ", ""),
    Wrap::Padded("\n", ""),
    Wrap::Padded("", "\r\n"),
    Wrap::Entities,
    Wrap::NoEntities,
    Wrap::Percent { form: false },
    Wrap::Percent { form: true },
    Wrap::NoPercent { form: false },
    Wrap::NoPercent { form: true },
    Wrap::Gbk,
    Wrap::FromGbk,
    Wrap::Latin1,
    Wrap::Latin1Twice,
    Wrap::FromLatin1,
    Wrap::VisibleOnly,
];

/// Line ends that may have been changed.
pub const LINE_ENDS: [Wrap; 2] = [Wrap::CrLf, Wrap::Lf];

impl Wrap {
    /// Code of what it does.
    pub fn code(self) -> Option<Code> {
        Some(match self {
            Self::AsIs => return None,
            Self::Fixed("") => Code::BodyEmpty,
            Self::Fixed(_) => Code::BodyPlaceholder,
            Self::Trimmed | Self::Padded(..) => Code::BodyTrimmed,
            Self::WithMark => Code::BomRemoved,
            Self::WithoutMark => Code::BomAdded,
            Self::Quoted | Self::QuotedAscii => Code::BodyDoubleEncoded,
            Self::Unquoted => Code::BodyDecodedOnce,
            Self::Entities | Self::NoEntities => Code::EscapeEntities,
            Self::Percent { .. } | Self::NoPercent { .. } => Code::EscapePercent,
            Self::Gbk | Self::FromGbk => Code::EncodingGbk,
            Self::Latin1 | Self::Latin1Twice | Self::FromLatin1 => Code::EncodingLatin1,
            Self::CrLf | Self::Lf => Code::NewlineCrlf,
            Self::VisibleOnly => Code::InvisibleCharacters,
        })
    }
}

/// Does that with a text; `None` where it cannot be done.
pub fn wrapped(text: String, wrap: Wrap) -> Option<Vec<u8>> {
    /// Marks that `encodeURIComponent` keeps, and those that Java's URLEncoder keeps.
    const KEPT: [&str; 2] = ["-_.!~*'()", "-_.*"];
    Some(match wrap {
        Wrap::AsIs | Wrap::Fixed(_) | Wrap::FromGbk => text.into_bytes(),
        Wrap::Trimmed => text.trim().to_owned().into_bytes(),
        Wrap::Padded(before, behind) => format!("{before}{text}{behind}").into_bytes(),
        Wrap::WithMark => format!("\u{feff}{text}").into_bytes(),
        Wrap::WithoutMark => text.strip_prefix('\u{feff}')?.to_owned().into_bytes(),
        Wrap::Quoted => json::quoted(&text).into_bytes(),
        Wrap::QuotedAscii => spelling::unicode_escaped(&json::quoted(&text), false).into_bytes(),
        Wrap::Unquoted => spelling::unquoted(&text)?.into_bytes(),
        Wrap::Entities => spelling::entities_escaped(&text).into_bytes(),
        Wrap::NoEntities => spelling::entities_unescaped(&text).into_bytes(),
        Wrap::Percent { form } => {
            spelling::percent_encoded(&text, KEPT[usize::from(form)], form).into_bytes()
        }
        Wrap::NoPercent { form } => {
            spelling::percent_decoded(&if form { text.replace('+', " ") } else { text })?
        }
        Wrap::Gbk => encoding_rs::GBK.encode(&text).0.into_owned(),
        Wrap::Latin1 => text
            .chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
            .collect(),
        Wrap::Latin1Twice => text
            .bytes()
            .map(char::from)
            .collect::<String>()
            .into_bytes(),
        Wrap::FromLatin1 => text
            .chars()
            .map(|c| u8::try_from(u32::from(c)).ok())
            .collect::<Option<Vec<u8>>>()?,
        Wrap::CrLf => text
            .replace("\r\n", "\n")
            .replace('\n', "\r\n")
            .into_bytes(),
        Wrap::Lf => text.replace("\r\n", "\n").into_bytes(),
        Wrap::VisibleOnly => text
            .chars()
            .filter(|c| !is_invisible(*c))
            .collect::<String>()
            .into_bytes(),
    })
}
