//! In: the message of a parameter error. Out: the field that it names.

use crate::core::finding::Message;
use crate::core::platform::Field;

/// A field that a message says is of the wrong type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    /// The field's path in `data`; `data` where it is the whole.
    pub path: String,
    /// JSON's name of the type that is expected.
    pub expected: String,
    /// JSON's name of the type that came, where the message says it.
    pub found: Option<String>,
}

/// Reads `data.skuList should be array`, `data should be string, but got object`, and a path of
/// `data` with something else said of it.
pub fn of(message: &str) -> Option<FieldFault> {
    let Some((before, behind)) = message.split_once(" should be ") else {
        return named(message);
    };
    let is_of_path = |c: char| c.is_ascii_alphanumeric() || "._[]".contains(c);
    let path = before.rsplit(|c| !is_of_path(c)).next()?;
    let word = |text: &str| -> String {
        let text = text.trim_start_matches("an ").trim_start_matches("a ");
        text.chars()
            .take_while(char::is_ascii_alphabetic)
            .take(20)
            .collect()
    };

    let expected = word(behind);
    if path.is_empty() || path.len() > 100 || expected.is_empty() {
        return None;
    }
    Some(FieldFault {
        path: path
            .strip_prefix("parameter.")
            .unwrap_or(path)
            .trim_start_matches("data.")
            .to_owned(),
        expected: expected.to_lowercase(),
        found: behind
            .split_once("but got ")
            .map(|(_, found)| word(found))
            .filter(|found| !found.is_empty()),
    })
}

/// `data.payNotifyUrl is invalid`, `参数错误: outOrderNo 不能为空`: a field of the platform's
/// table, with the message as it is.
fn named(message: &str) -> Option<FieldFault> {
    let is_of_path = |c: char| c.is_ascii_alphanumeric() || "._[]".contains(c);
    let is_field = |path: &&str| {
        let name = path.rsplit('.').next().unwrap_or(path);
        let name = name.split('[').next().unwrap_or(name);
        path.starts_with("data.") || Field::all().any(|field| field.name() == name)
    };
    // Names that are words of other messages too.
    let is_word = |path: &&str| matches!(*path, "type" | "path" | "params" | "title" | "price");
    let words = message.split(|c: char| !is_of_path(c));
    let path = words
        .map(|word| word.trim_matches('.'))
        .filter(|word| word.len() > 3 && !is_word(word))
        .find(is_field)?;
    Some(FieldFault {
        path: path.strip_prefix("data.").unwrap_or(path).to_owned(),
        expected: String::new(),
        found: None,
    })
}

impl FieldFault {
    /// What is wrong with the field, and how it is written.
    pub fn message(&self) -> Message {
        let code = match (self.path.as_str(), self.expected.as_str()) {
            (_, "") => "trouble.field_named",
            ("byteAuthorization", _) => "trouble.authorization_is_no_text",
            ("data", _) => "trouble.data_is_no_text",
            (_, "array") => "trouble.field_array",
            (_, "string") => "trouble.field_string",
            (_, "number") => "trouble.field_number",
            _ => "trouble.field_other",
        };
        Message::new(code)
            .with("path", &self.path)
            .with("expected", &self.expected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_name_their_field() {
        let fault = of("requestOrder:fail data.skuList should be array").unwrap();
        assert_eq!((&*fault.path, &*fault.expected), ("skuList", "array"));
        let fault = of("requestOrder:fail data should be string, but got object").unwrap();
        assert_eq!(fault.found.as_deref(), Some("object"));
        assert_eq!(fault.path, "data");
        assert_eq!(of("it should be"), None);
        assert_eq!(of("参数错误"), None);
    }
}
