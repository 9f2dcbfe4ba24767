//! In: a proven cause and a language. Out: two or three lines of server code that mend it, before
//! and after.

use super::code::{Code, Family};
use crate::core::language::Language;

/// What is to be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// One text is signed and sent.
    OneText,
    /// The lines of the string to sign.
    Lines,
    /// Time and nonce are taken once, the time in seconds.
    Moment,
    /// Hash and padding.
    Scheme,
    /// Base64 of the signature.
    Base64,
    /// The header.
    Header,
    /// UTF-8.
    Utf8,
    /// Characters escaped or encoded.
    Escapes,
    /// `params` and `skuAttr` are texts.
    Inner,
    /// Amounts are whole fen.
    Amounts,
    /// The raw body of a callback.
    Callback,
}

/// Lines of code before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mend {
    /// As it is often written.
    pub before: &'static str,
    /// As it is right.
    pub after: &'static str,
}

impl Language {
    fn mends(self) -> &'static str {
        match self {
            Self::Node => include_str!("../../../assets/mend/node.txt"),
            Self::Python => include_str!("../../../assets/mend/python.txt"),
            Self::Go => include_str!("../../../assets/mend/go.txt"),
            Self::Java => include_str!("../../../assets/mend/java.txt"),
            Self::Php => include_str!("../../../assets/mend/php.txt"),
            Self::CSharp => include_str!("../../../assets/mend/csharp.txt"),
        }
    }

    /// What mends a topic in this language. A test reads them all, so that none is missing.
    pub fn mend(self, topic: Topic) -> Option<Mend> {
        let mut sections = self.mends().split("== ");
        let section = sections.find(|section| section.lines().next() == Some(topic.name()))?;
        let (_, code) = section.split_once("-- before\n")?;
        let (before, after) = code.split_once("-- after\n")?;
        Some(Mend {
            before: before.trim_end(),
            after: after.trim_end(),
        })
    }
}

impl Topic {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::OneText,
        Self::Lines,
        Self::Moment,
        Self::Scheme,
        Self::Base64,
        Self::Header,
        Self::Utf8,
        Self::Escapes,
        Self::Inner,
        Self::Amounts,
        Self::Callback,
    ];

    /// Its name in the files of code.
    pub fn name(self) -> &'static str {
        match self {
            Self::OneText => "one_text",
            Self::Lines => "lines",
            Self::Moment => "moment",
            Self::Scheme => "scheme",
            Self::Base64 => "base64",
            Self::Header => "header",
            Self::Utf8 => "utf8",
            Self::Escapes => "escapes",
            Self::Inner => "inner",
            Self::Amounts => "amounts",
            Self::Callback => "callback",
        }
    }

    /// What mends a cause; `None` where no code does.
    pub fn of(code: Code, of_callback: bool) -> Option<Self> {
        let topic = match code {
            Code::BodyInnerObject | Code::BodyInnerText => Self::Inner,
            Code::BodyNumbersRewritten | Code::BodyAmountUnit | Code::AmountNotInteger => {
                Self::Amounts
            }
            Code::EscapePercent | Code::EscapeEntities | Code::EscapeBackslashes => Self::OneText,
            Code::BomAdded | Code::BomRemoved => Self::Utf8,
            Code::TimestampStale | Code::NonceRegeneratedSuspected => return None,
            _ => match code.family() {
                Family::Header => Self::Header,
                Family::Signature => Self::Base64,
                Family::Hash | Family::Padding => Self::Scheme,
                Family::Newline | Family::Lines | Family::Method | Family::Uri => Self::Lines,
                Family::Timestamp | Family::Nonce => Self::Moment,
                Family::Body => Self::OneText,
                Family::Escape => Self::Escapes,
                Family::Encoding | Family::Bom | Family::Invisible => Self::Utf8,
                Family::Amount => Self::Amounts,
                Family::Key | Family::Template | Family::Search => return None,
            },
        };
        Some(if of_callback { Self::Callback } else { topic })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_mends_every_topic() {
        for language in Language::ALL {
            for topic in Topic::ALL {
                let mend = language.mend(topic);
                let mend = mend.unwrap_or_else(|| panic!("{} {topic:?}", language.name()));
                assert!(!mend.before.is_empty() && !mend.after.is_empty());
                assert!(
                    mend.after.lines().count() <= 7,
                    "{} {topic:?}",
                    language.name()
                );
            }
        }
    }
}
