//! In: a text. Out: what may have been done with it as a whole before it was signed: encoded,
//! quoted, trimmed, hashed, put into other bytes.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::code::Code;
use crate::core::chars::is_invisible;
use crate::core::encoding::{base64, hex, unbase64};
use crate::core::json;
use crate::core::key::Hash;
use crate::core::spelling;

/// A way of percent-encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent {
    /// Marks that stay.
    pub keep: &'static str,
    /// A blank is `+`.
    pub plus: bool,
    /// Hex digits are small letters.
    pub lower: bool,
}

/// What was done with the text as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrap {
    Fixed(&'static str),
    Trimmed,
    Padded(&'static str, &'static str),
    NoBlanks,
    WithMark,
    WithoutMark,
    Quoted,
    QuotedAscii,
    Unquoted,
    SlashesAdded { to_backslashes: bool },
    SlashesStripped,
    Entities,
    NoEntities,
    Percent(Percent),
    NoPercent { form: bool },
    Base64 { url: bool },
    NoBase64,
    Digest { hash: Hash, upper: bool },
    Gbk,
    FromGbk,
    GbkTwice,
    Latin1,
    Latin1Twice,
    FromLatin1,
    Utf16 { big: bool, mark: bool },
    Cesu8,
    Nfc,
    Nfd,
    CrLf,
    Lf,
    VisibleOnly,
}

const fn percent(keep: &'static str, plus: bool, lower: bool) -> Wrap {
    Wrap::Percent(Percent { keep, plus, lower })
}

/// All of them with what is known to do so, the likelier first.
#[rustfmt::skip]
pub const WRAPS: [(Wrap, &str); 63] = [
    (Wrap::Fixed(""), ""),
    (Wrap::Fixed("{}"), ""),
    (Wrap::Fixed("null"), ""),
    (Wrap::Fixed("undefined"), ""),
    (Wrap::Fixed("[object Object]"), "JavaScript String(object)"),
    (Wrap::Fixed("Array"), "PHP array → string"),
    (Wrap::Fixed("[]"), ""),
    (Wrap::Fixed("\"\""), ""),
    (Wrap::Fixed("None"), "Python str(None)"),
    (Wrap::Fixed("true"), ""),
    (Wrap::Fixed("false"), ""),
    (Wrap::Fixed("0"), ""),
    (Wrap::Fixed("NaN"), ""),
    (Wrap::Fixed("{\"data\":\"\"}"), ""),
    (Wrap::Fixed("[object Promise]"), "JavaScript String(promise)"),
    (Wrap::Fixed("Object"), "PHP object → string"),
    (Wrap::WithMark, ""),
    (Wrap::Quoted, "JSON.stringify(string)"),
    (Wrap::QuotedAscii, "Python json.dumps(str)"),
    (Wrap::Unquoted, ""),
    (Wrap::SlashesAdded { to_backslashes: false }, "\\\""),
    (Wrap::SlashesAdded { to_backslashes: true }, "PHP addslashes"),
    (Wrap::SlashesStripped, "PHP stripslashes"),
    (Wrap::Trimmed, ""),
    (Wrap::Padded("", " "), ""),
    (Wrap::Padded(" ", ""), ""),
    (Wrap::Padded("\n", ""), ""),
    (Wrap::Padded("", "\r\n"), ""),
    (Wrap::Padded("", "\r"), ""),
    (Wrap::NoBlanks, ""),
    (Wrap::Entities, "PHP htmlspecialchars"),
    (Wrap::NoEntities, ""),
    (percent("-_.!~*'()", false, false), "encodeURIComponent"),
    (percent("-_.*", true, false), "java.net.URLEncoder"),
    (percent("-_.!~*'();,/?:@&=+$#", false, false), "encodeURI"),
    (percent("-_.~", false, false), "PHP rawurlencode"),
    (percent("-_.", true, false), "PHP urlencode"),
    (percent("-_.~/", false, false), "Python urllib.parse.quote"),
    (percent("-_.~", true, false), "Go url.QueryEscape"),
    (percent("-_.!*()", true, true), ".NET HttpUtility.UrlEncode"),
    (percent("-_.~", false, true), ""),
    (percent("-_.*", false, false), "java.net.URLEncoder, + → %20"),
    (Wrap::NoPercent { form: false }, "decodeURIComponent"),
    (Wrap::NoPercent { form: true }, "java.net.URLDecoder"),
    (Wrap::Base64 { url: false }, "Base64"),
    (Wrap::Base64 { url: true }, "URL-safe Base64"),
    (Wrap::NoBase64, ""),
    (Wrap::Digest { hash: Hash::Md5, upper: false }, "MD5"),
    (Wrap::Digest { hash: Hash::Md5, upper: true }, "MD5"),
    (Wrap::Digest { hash: Hash::Sha1, upper: false }, "SHA-1"),
    (Wrap::Digest { hash: Hash::Sha256, upper: false }, "SHA-256"),
    (Wrap::Digest { hash: Hash::Sha256, upper: true }, "SHA-256"),
    (Wrap::Gbk, "GB18030"),
    (Wrap::FromGbk, "GB18030"),
    (Wrap::GbkTwice, "UTF-8 → GBK"),
    (Wrap::Latin1, "ISO-8859-1"),
    (Wrap::Latin1Twice, "UTF-8 → ISO-8859-1"),
    (Wrap::FromLatin1, ""),
    (Wrap::Utf16 { big: false, mark: false }, "UTF-16LE"),
    (Wrap::Utf16 { big: true, mark: true }, "Java UTF-16"),
    (Wrap::Cesu8, "CESU-8"),
    (Wrap::Nfc, "NFC"),
    (Wrap::Nfd, "NFD"),
];

/// What may have been done to line ends and to what nobody sees; told before anything else that
/// gives the same bytes.
pub const LINE_ENDS: [Wrap; 4] = [Wrap::CrLf, Wrap::Lf, Wrap::WithoutMark, Wrap::VisibleOnly];

impl Wrap {
    /// Code of what it does.
    pub fn code(self) -> Code {
        match self {
            Self::Fixed("") => Code::BodyEmpty,
            Self::Fixed(_) => Code::BodyPlaceholder,
            Self::Trimmed | Self::Padded(..) => Code::BodyTrimmed,
            Self::NoBlanks => Code::BodyBlanksRemoved,
            Self::WithMark => Code::BomRemoved,
            Self::WithoutMark => Code::BomAdded,
            Self::Quoted | Self::QuotedAscii => Code::BodyDoubleEncoded,
            Self::Unquoted => Code::BodyDecodedOnce,
            Self::SlashesAdded { .. } | Self::SlashesStripped => Code::EscapeBackslashes,
            Self::Entities | Self::NoEntities => Code::EscapeEntities,
            Self::Percent(_) | Self::NoPercent { .. } => Code::EscapePercent,
            Self::Base64 { .. } | Self::NoBase64 => Code::BodyBase64,
            Self::Digest { .. } => Code::BodyDigest,
            Self::Gbk | Self::FromGbk | Self::GbkTwice => Code::EncodingGbk,
            Self::Latin1 | Self::Latin1Twice | Self::FromLatin1 => Code::EncodingLatin1,
            Self::Utf16 { .. } => Code::EncodingUtf16,
            Self::Cesu8 => Code::EncodingCesu8,
            Self::Nfc | Self::Nfd => Code::EncodingNormalized,
            Self::CrLf | Self::Lf => Code::NewlineCrlf,
            Self::VisibleOnly => Code::InvisibleCharacters,
        }
    }

    /// Whether it is the same whatever the text: nothing can be combined with it.
    pub fn is_fixed(self) -> bool {
        matches!(self, Self::Fixed(_))
    }
}

/// The text of bytes that are GBK.
pub fn from_gbk(data: &[u8]) -> Option<Vec<u8>> {
    if std::str::from_utf8(data).is_ok() {
        return None;
    }
    let (text, _, damaged) = encoding_rs::GB18030.decode(data);
    (!damaged).then(|| text.into_owned().into_bytes())
}

/// Does that with a text; `None` where it cannot be done.
pub fn wrapped(text: &str, wrap: Wrap) -> Option<Vec<u8>> {
    let bytes = |text: String| Some(text.into_bytes());
    match wrap {
        Wrap::Fixed(fixed) => bytes(fixed.to_owned()),
        Wrap::FromGbk => None,
        Wrap::Trimmed => bytes(text.trim().to_owned()),
        Wrap::Padded(before, behind) => bytes(format!("{before}{text}{behind}")),
        Wrap::NoBlanks => bytes(text.split_whitespace().collect()),
        Wrap::WithMark => bytes(format!("\u{feff}{text}")),
        Wrap::WithoutMark => bytes(text.strip_prefix('\u{feff}')?.to_owned()),
        Wrap::Quoted => bytes(json::quoted(text)),
        Wrap::QuotedAscii => bytes(spelling::unicode_escaped(&json::quoted(text), false)),
        Wrap::Unquoted => bytes(spelling::unquoted(text)?),
        Wrap::SlashesAdded { to_backslashes } => {
            let text = if to_backslashes {
                text.replace('\\', "\\\\").replace('\'', "\\'")
            } else {
                text.to_owned()
            };
            bytes(text.replace('"', "\\\""))
        }
        Wrap::SlashesStripped => bytes(slashes_stripped(text)),
        Wrap::Entities => bytes(spelling::entities_escaped(text)),
        Wrap::NoEntities => bytes(spelling::entities_unescaped(text)),
        Wrap::Percent(Percent { keep, plus, lower }) => {
            Some(spelling::percent_encoded(text, keep, plus, lower))
        }
        Wrap::NoPercent { form } => spelling::percent_decoded(&if form {
            text.replace('+', " ")
        } else {
            text.into()
        }),
        Wrap::Base64 { url: false } => bytes(base64(text.as_bytes())),
        Wrap::Base64 { url: true } => bytes(URL_SAFE.encode(text)),
        Wrap::NoBase64 => unbase64(text.trim()),
        Wrap::Digest { hash, upper } => {
            let digits = hex(&hash.digest(text.as_bytes()));
            bytes(if upper { digits.to_uppercase() } else { digits })
        }
        Wrap::CrLf => bytes(text.replace("\r\n", "\n").replace('\n', "\r\n")),
        Wrap::Lf => bytes(text.replace("\r\n", "\n")),
        Wrap::VisibleOnly => bytes(text.chars().filter(|c| !is_invisible(*c)).collect()),
        _ => encoded(text, wrap),
    }
}

/// The text in other bytes.
fn encoded(text: &str, wrap: Wrap) -> Option<Vec<u8>> {
    Some(match wrap {
        Wrap::Gbk => encoding_rs::GB18030.encode(text).0.into_owned(),
        Wrap::GbkTwice => {
            let (read, _, _) = encoding_rs::GBK.decode(text.as_bytes());
            read.into_owned().into_bytes()
        }
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
        Wrap::Utf16 { big, mark } => {
            let marks = mark.then_some(0xfeff);
            let units = marks.into_iter().chain(text.encode_utf16());
            let bytes = |unit: u16| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            };
            units.flat_map(bytes).collect()
        }
        Wrap::Cesu8 => cesu8(text),
        Wrap::Nfc => ComposingNormalizerBorrowed::new_nfc()
            .normalize(text)
            .into_owned()
            .into_bytes(),
        Wrap::Nfd => DecomposingNormalizerBorrowed::new_nfd()
            .normalize(text)
            .into_owned()
            .into_bytes(),
        _ => return None,
    })
}

/// Backslashes taken away, but for one of two, as PHP does.
fn slashes_stripped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' => out.extend(characters.next()),
            c => out.push(c),
        }
    }
    out
}

/// UTF-8 of each UTF-16 unit (Unicode Technical Report 26), as old databases and JVM strings have
/// it.
fn cesu8(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for c in text.chars() {
        if u32::from(c) < 0x10000 {
            out.extend(c.encode_utf8(&mut [0; 4]).as_bytes());
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            let [high, low] = unit.to_be_bytes();
            out.extend([
                0xe0 | high >> 4,
                0x80 | (high & 15) << 2 | low >> 6,
                0x80 | low & 63,
            ]);
        }
    }
    out
}
