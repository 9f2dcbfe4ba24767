//! In: texts of reports. Out: whether a phrase stands in them, as words and not as parts of words.

use std::ops::Deref;

use super::report::half_width;

/// A text as it is compared: half-width, small letters, one blank for each run of white space.
pub struct Plain {
    text: String,
    /// The same without blanks, of which Chinese has none.
    packed: String,
}

/// A text as it is compared.
pub fn plain(text: &str) -> Plain {
    let text = half_width(text).to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    Plain {
        text: words.join(" "),
        packed: words.concat(),
    }
}

impl Plain {
    /// The text without blanks.
    pub fn packed(&self) -> &str {
        &self.packed
    }

    /// Whether a message stands in it; where that is Chinese, with no regard to blanks.
    pub fn has_message(&self, message: &str) -> bool {
        if message.is_ascii() {
            has_phrase(self, message)
        } else {
            !message.is_empty() && self.packed.contains(&message.replace(' ', ""))
        }
    }
}

impl Deref for Plain {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// Whether a phrase stands in a plain text. Latin letters and digits must end where it ends:
/// `internal` is no `internal error`, and `10000` not in `100001`.
pub fn has_phrase(text: &str, phrase: &str) -> bool {
    if phrase.is_empty() {
        return false;
    }

    let is_letter = |c: char| c.is_ascii_alphanumeric();
    text.match_indices(phrase).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let behind = text[at + phrase.len()..].chars().next();
        let begins = !phrase.starts_with(is_letter) || !before.is_some_and(is_letter);
        let ends = !phrase.ends_with(is_letter) || !behind.is_some_and(is_letter);
        begins && ends
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_as_words() {
        let text = plain("Node:Internal/crypto  Error 100001, 签名 校验异常");
        assert!(!has_phrase(&text, "internal error"));
        assert!(!has_phrase(&text, "10000"));
        assert!(has_phrase(&text, "internal/crypto error"));
        assert!(text.has_message("签名校验异常"));
        assert!(!text.has_message(""));
    }
}
