//! In: the message of a parameter error. Out: the field that it names.

use crate::core::finding::Message;

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

/// Reads `data.skuList should be array`, `data should be string, but got object`.
pub fn of(message: &str) -> Option<FieldFault> {
    let (before, behind) = message.split_once(" should be ")?;
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
        path: path.strip_prefix("data.").unwrap_or(path).to_owned(),
        expected: expected.to_lowercase(),
        found: behind
            .split_once("but got ")
            .map(|(_, found)| word(found))
            .filter(|found| !found.is_empty()),
    })
}

impl FieldFault {
    /// What is wrong with the field, and how it is written.
    pub fn message(&self) -> Message {
        let code = match (self.path.as_str(), self.expected.as_str()) {
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
