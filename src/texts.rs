//! In: the key of a text, or a [`Message`] from the core, and a language. Out: the sentence from
//! `assets/locales`.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

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
        if tag.to_ascii_lowercase().starts_with("zh") {
            Self::Zh
        } else {
            Self::En
        }
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

    /// The text of a key. A key without a text gives the key itself; a test keeps that from
    /// happening.
    pub fn text(self, key: &str) -> Cow<'static, str> {
        self.lookup(key)
            .unwrap_or_else(|| Cow::Owned(key.to_owned()))
    }

    /// The text of a key, if there is one.
    pub fn lookup(self, key: &str) -> Option<Cow<'static, str>> {
        self.formatted(key, None)
    }

    /// What an error of the catalogue means.
    pub fn words(self, row: &Row) -> Words {
        match self {
            Self::Zh => row.zh.clone(),
            Self::En => row.en.clone(),
        }
    }

    /// The text of a key with its `{ $name }` places filled. The value of `count` decides about
    /// singular and plural.
    pub fn fill(self, key: &str, args: &[(&str, &str)]) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(*name, fluent_value(name, value));
        }

        self.formatted(key, Some(&values))
            .map_or_else(|| key.to_owned(), Cow::into_owned)
    }

    fn formatted(self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<Cow<'static, str>> {
        let bundle = bundle(self);
        // Names of messages have no dots in Fluent; our codes have no dashes.
        let pattern = bundle.get_message(&key.replace('.', "-"))?.value()?;
        let text = bundle.format_pattern(pattern, args, &mut Vec::new());

        Some(match text {
            Cow::Borrowed(text) => Cow::Borrowed(text),
            Cow::Owned(text) => Cow::Owned(text),
        })
    }

    /// The sentence of a message.
    pub fn say(self, message: &Message) -> String {
        // A value of a document can be of any length, a sentence cannot.
        let values: Vec<Cow<'_, str>> = message
            .args
            .iter()
            .map(|(_, value)| clipped(value))
            .collect();

        let args: Vec<(&str, &str)> = message
            .args
            .iter()
            .zip(&values)
            .map(|((name, _), value)| (*name, value.as_ref()))
            .collect();
        self.fill(&message.code, &args)
    }

    /// The sentence of anything that explains itself.
    pub fn explain(self, what: &impl Explain) -> String {
        self.say(&what.message())
    }
}

type Bundle = FluentBundle<FluentResource>;

/// The texts of a language, read when the first of them is asked for.
fn bundle(lang: Lang) -> &'static Bundle {
    static ZH: LazyLock<Bundle> = LazyLock::new(|| read(ZH_TEXTS, Lang::Zh));
    static EN: LazyLock<Bundle> = LazyLock::new(|| read(EN_TEXTS, Lang::En));

    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

const ZH_TEXTS: &str = include_str!("../assets/locales/zh-CN.ftl");
const EN_TEXTS: &str = include_str!("../assets/locales/en.ftl");

fn read(texts: &str, lang: Lang) -> Bundle {
    // Plurals follow it; both tags are well formed.
    let language: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    // What cannot be read is left out; a test keeps that from happening.
    let resource =
        FluentResource::try_new(texts.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Marks of direction around values are for mixed scripts, and would be copied along.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

/// A value as Fluent takes it: a text, as amounts can have more digits than its numbers.
fn fluent_value<'v>(name: &str, value: &'v str) -> FluentValue<'v> {
    match value.parse::<u32>() {
        Ok(count) if name == "count" => FluentValue::from(count),
        _ => FluentValue::from(value),
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
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::core::order::rules::RULES;

    fn source(lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => ZH_TEXTS,
            Lang::En => EN_TEXTS,
        }
    }

    /// Every message with the values that it names.
    fn messages(lang: Lang) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
        let mut messages = BTreeMap::new();
        let mut last = "";
        for line in source(lang).lines().filter(|line| !line.starts_with('#')) {
            let defined = line.split_once(" =").map(|(name, _)| name);
            if let Some(name) = defined.filter(|name| !name.contains([' ', '$'])) {
                last = name;
                assert!(
                    messages.insert(name, BTreeSet::new()).is_none(),
                    "{name} twice"
                );
            }

            let values = line.split("{ $").skip(1);
            let names = values.filter_map(|value| value.split([' ', '}']).next());
            messages.entry(last).or_default().extend(names);
        }
        messages
    }

    #[test]
    fn all_texts_can_be_read() {
        for lang in Lang::ALL {
            let read = FluentResource::try_new(source(lang).to_owned());
            assert_eq!(read.err().map(|(_, errors)| errors), None, "{}", lang.tag());
        }
    }

    #[test]
    fn both_languages_have_the_same_texts_with_the_same_places() {
        let (zh, en) = (messages(Lang::Zh), messages(Lang::En));
        assert!(
            zh.len() >= 700,
            "texts are missing altogether: {}",
            zh.len()
        );
        for (name, places) in &zh {
            assert_eq!(en.get(name), Some(places), "{name}");
        }
        let only_english: Vec<_> = en.keys().filter(|name| !zh.contains_key(*name)).collect();
        assert_eq!(only_english, Vec::<&&str>::new());
    }

    #[test]
    fn one_and_many_are_told_apart() {
        let message = |count: usize| Message::new("preview.bytes").with("count", count);
        assert_eq!(Lang::En.say(&message(1)), "1 byte");
        assert_eq!(Lang::En.say(&message(0)), "0 bytes");
        assert_eq!(Lang::En.say(&message(1_234_567)), "1234567 bytes");
        assert_eq!(Lang::Zh.say(&message(1)), "1 字节");
    }

    #[test]
    fn every_rule_has_a_sentence_in_both_languages() {
        for rule in RULES.iter().flat_map(|rules| rules.iter()) {
            for lang in Lang::ALL {
                assert!(
                    lang.lookup(&format!("rule.{}", rule.name)).is_some(),
                    "{} in {}",
                    rule.name,
                    lang.tag()
                );
            }
        }
    }

    #[test]
    fn values_are_filled_in_as_they_are() {
        let message = Message::new("read.not_an_object").with("found", "{ $found }");
        assert!(Lang::En.say(&message).contains("{ $found }"));
    }

    #[test]
    fn any_chinese_tag_means_chinese() {
        for (tag, lang) in [
            ("zh-CN", Lang::Zh),
            ("zh_TW.UTF-8", Lang::Zh),
            ("ZH", Lang::Zh),
            ("en-GB", Lang::En),
            ("C", Lang::En),
        ] {
            assert_eq!(Lang::of_tag(tag), lang);
        }
    }
}
