//! In: the key of a text, or a [`Message`] from the core, and a language. Out: the sentence from `assets/locales`.

use std::borrow::Cow;

use rust_i18n::replace_patterns;

use crate::core::finding::{Explain, Message};
use crate::core::trouble::catalogue::{Row, Words};

/// The languages the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// Chinese where the system's language is any Chinese, else English.
    pub fn of_system() -> Self {
        sys_locale::get_locale().map_or(Self::En, |tag| Self::of_tag(&tag))
    }

    /// The language of a tag such as `zh-CN`, `zh_TW.UTF-8` or `en-GB`.
    pub fn of_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("zh") { Self::Zh } else { Self::En }
    }

    /// The tag under which its texts are filed.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language's own name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zh => "中文",
            Self::En => "English",
        }
    }

    /// The text of a key. A key without a text gives the key itself; a test keeps that from happening.
    pub fn text(self, key: &str) -> Cow<'static, str> {
        self.lookup(key).unwrap_or_else(|| Cow::Owned(key.to_owned()))
    }

    /// The text of a key, if there is one.
    pub fn lookup(self, key: &str) -> Option<Cow<'static, str>> {
        crate::_rust_i18n_try_translate(self.tag(), key)
    }

    /// What an error of the catalogue means.
    pub fn words(self, row: &Row) -> Words {
        match self {
            Self::Zh => row.zh.clone(),
            Self::En => row.en.clone(),
        }
    }

    /// The text of a key with its `%{name}` places filled.
    pub fn fill(self, key: &str, args: &[(&str, &str)]) -> String {
        let (names, values): (Vec<&str>, Vec<String>) =
            args.iter().map(|(name, value)| (*name, (*value).to_owned())).unzip();
        replace_patterns(&self.text(key), &names, &values)
    }

    /// The sentence of a message.
    pub fn say(self, message: &Message) -> String {
        // A value of a document can be of any length, a sentence cannot.
        let values: Vec<Cow<'_, str>> = message.args.iter().map(|(_, value)| clipped(value)).collect();
        let args: Vec<(&str, &str)> =
            message.args.iter().zip(&values).map(|((name, _), value)| (*name, value.as_ref())).collect();
        self.fill(&message.code, &args)
    }

    /// The sentence of anything that explains itself.
    pub fn explain(self, what: &impl Explain) -> String {
        self.say(&what.message())
    }
}

/// Characters of a value that a sentence shows at most.
const LONGEST_VALUE: usize = 1000;

/// A value as a sentence can hold it.
fn clipped(value: &str) -> Cow<'_, str> {
    match value.char_indices().nth(LONGEST_VALUE) {
        None => Cow::Borrowed(value),
        Some((end, _)) => Cow::Owned(format!("{}…", &value[..end])),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::core::order::rules::RULES;

    fn keys(lang: Lang) -> BTreeSet<String> {
        let messages = crate::_rust_i18n_backend().messages_for_locale(lang.tag()).unwrap_or_default();
        messages.into_iter().map(|(key, _)| key.into_owned()).collect()
    }

    #[test]
    fn both_languages_have_the_same_texts() {
        let (zh, en) = (keys(Lang::Zh), keys(Lang::En));
        assert!(zh.len() >= 80, "texts are missing altogether: {}", zh.len());
        assert_eq!(zh.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "only in Chinese");
        assert_eq!(en.difference(&zh).collect::<Vec<_>>(), Vec::<&String>::new(), "only in English");
    }

    #[test]
    fn both_languages_fill_the_same_places() {
        let places = |lang: Lang, key: &str| -> BTreeSet<String> {
            let text = lang.text(key).into_owned();
            text.split("%{").skip(1).filter_map(|part| Some(part.split_once('}')?.0.to_owned())).collect()
        };
        for key in keys(Lang::Zh) {
            assert_eq!(places(Lang::Zh, &key), places(Lang::En, &key), "{key}");
        }
    }

    #[test]
    fn every_rule_has_a_sentence_in_both_languages() {
        for rule in RULES.iter().flat_map(|rules| rules.iter()) {
            for lang in Lang::ALL {
                assert!(lang.lookup(&format!("rule.{}", rule.name)).is_some(), "{} in {}", rule.name, lang.tag());
            }
        }
    }

    #[test]
    fn values_are_filled_in_as_they_are() {
        let message = Message::new("read.not_an_object").with("found", "%{found}");
        assert!(Lang::En.say(&message).contains("%{found}"));
    }

    #[test]
    fn any_chinese_tag_means_chinese() {
        for (tag, lang) in
            [("zh-CN", Lang::Zh), ("zh_TW.UTF-8", Lang::Zh), ("ZH", Lang::Zh), ("en-GB", Lang::En), ("C", Lang::En)]
        {
            assert_eq!(Lang::of_tag(tag), lang);
        }
    }
}
