//! In: texts of reports. Out: whether a phrase stands in them, as words and not as parts of words.

use super::report::half_width;

/// A text as it is compared: half-width, small letters, one blank for each run of white space.
pub fn plain(text: &str) -> String {
    let text = half_width(text).to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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

/// Whether a phrase stands in a plain text with no regard to blanks, which Chinese has none of.
pub fn has_message(text: &str, message: &str) -> bool {
    let packed = |text: &str| text.replace(' ', "");
    if message.is_ascii() {
        has_phrase(text, message)
    } else {
        !message.is_empty() && packed(text).contains(&packed(message))
    }
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
        assert!(has_message(&text, "签名校验异常"));
        assert!(!has_message(&text, ""));
    }
}
