//! In: any pasted text. Out: the errors that are reported in it: JSON, console output, log lines,
//! several at once.

use std::borrow::Cow;

use crate::core::chars;
use crate::core::intake::{is_of_name, value_at};
use crate::core::spelling;

/// What a report says of one error, as it is spelled there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// `errNo`.
    pub err_no: Option<String>,
    /// `errMsg`.
    pub err_msg: Option<String>,
    /// `errLogId`.
    pub err_log_id: Option<String>,
    /// `logId`.
    pub log_id: Option<String>,
    /// `errorCode`.
    pub error_code: Option<String>,
    /// `errorType`.
    pub error_type: Option<String>,
    /// `statusCode`.
    pub status_code: Option<String>,
    /// `url`.
    pub url: Option<String>,
    /// What stands right behind an `errNo` without a name of its own.
    pub beside: Option<String>,
    /// `sub_error_code` of an OpenAPI answer.
    pub sub_code: Option<String>,
    /// `sub_description` of an OpenAPI answer.
    pub sub_description: Option<String>,
    /// `description` of an OpenAPI answer.
    pub description: Option<String>,
    /// `err_tips` of an answer of guaranteed payment, or of a callback's answer.
    pub err_tips: Option<String>,
    /// `errDetail`.
    pub err_detail: Option<String>,
    /// `message` or `msg`: of an error where it has no `errMsg`.
    pub message: Option<String>,
    /// `code`: of an error where it has no `errNo`.
    pub code: Option<String>,
}

/// Names of the facts, as people and programs spell them; capitals and underscores do not matter.
const NAMES: [(&str, Fact); 22] = [
    ("errno", Fact::ErrNo),
    ("errcode", Fact::ErrNo),
    ("errmsg", Fact::ErrMsg),
    ("errmessage", Fact::ErrMsg),
    ("errlogid", Fact::ErrLogId),
    ("logid", Fact::LogId),
    ("xttlogid", Fact::LogId),
    ("errorcode", Fact::ErrorCode),
    ("errortype", Fact::ErrorType),
    ("statuscode", Fact::StatusCode),
    ("errstring", Fact::ErrMsg),
    ("message", Fact::Message),
    ("msg", Fact::Message),
    ("code", Fact::Code),
    ("errorno", Fact::ErrNo),
    ("url", Fact::Url),
    ("suberrorcode", Fact::SubCode),
    ("subcode", Fact::SubCode),
    ("subdescription", Fact::SubDescription),
    ("description", Fact::Description),
    ("errtips", Fact::ErrTips),
    ("errdetail", Fact::ErrDetail),
];

/// Errors in one text at most.
const MOST: usize = 50;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fact {
    ErrNo,
    ErrMsg,
    ErrLogId,
    LogId,
    ErrorCode,
    ErrorType,
    StatusCode,
    Url,
    SubCode,
    SubDescription,
    Description,
    ErrTips,
    ErrDetail,
    Message,
    Code,
}

impl Facts {
    fn slot(&mut self, fact: Fact) -> &mut Option<String> {
        match fact {
            Fact::ErrNo => &mut self.err_no,
            Fact::ErrMsg => &mut self.err_msg,
            Fact::ErrLogId => &mut self.err_log_id,
            Fact::LogId => &mut self.log_id,
            Fact::ErrorCode => &mut self.error_code,
            Fact::ErrorType => &mut self.error_type,
            Fact::StatusCode => &mut self.status_code,
            Fact::Url => &mut self.url,
            Fact::SubCode => &mut self.sub_code,
            Fact::SubDescription => &mut self.sub_description,
            Fact::Description => &mut self.description,
            Fact::ErrTips => &mut self.err_tips,
            Fact::ErrDetail => &mut self.err_detail,
            Fact::Message => &mut self.message,
            Fact::Code => &mut self.code,
        }
    }

    /// Whether it says which error it is.
    pub fn names_an_error(&self) -> bool {
        self.err_no.is_some() || self.err_msg.is_some() || self.sub_code.is_some()
    }

    /// Whether it may say which error it is, under names that other things have too.
    fn may_name_an_error(&self) -> bool {
        self.names_an_error() || self.message.is_some()
    }

    /// Takes what stands under names that other things have too for code and message.
    fn settle(&mut self) {
        if self.err_msg.is_none() && self.err_tips.is_none() && self.sub_description.is_none() {
            self.err_msg = self.message.take();
        }
        let is_code = |code: &String| (4..=7).contains(&code.len()) && code.parse::<u32>().is_ok();
        if self.err_no.is_none() && self.sub_code.is_none() {
            self.err_no = self.code.take().filter(is_code);
        }
    }

    /// What was said in words, whatever its name.
    pub fn said(&self) -> Option<&str> {
        let all = [
            &self.err_msg,
            &self.sub_description,
            &self.err_tips,
            &self.description,
        ];
        all.into_iter().find_map(|text| text.as_deref())
    }

    /// Whether it is another report of the same error: the same log id, or the same facts as far as
    /// both have them.
    fn repeats(&self, other: &Self) -> bool {
        let agree = |a: &Option<String>, b: &Option<String>| a.is_none() || b.is_none() || a == b;
        let facts = |facts: &Self| {
            [
                facts.err_no.clone(),
                facts.err_msg.clone(),
                facts.error_code.clone(),
                facts.sub_code.clone(),
            ]
        };
        let same_id = self.err_log_id.is_some() && self.err_log_id == other.err_log_id;
        let all_agree = facts(self)
            .iter()
            .zip(&facts(other))
            .all(|(a, b)| agree(a, b));
        let same = facts(self) == facts(other);

        same || all_agree
            && (same_id
                || self.names_an_error()
                    && self.err_no.is_some()
                    && self.err_no == other.err_no
                    && self.err_msg == other.err_msg)
    }

    /// Fills in what another report of the same error says more.
    fn fill(&mut self, other: Self) {
        let mut other = other;
        for (_, fact) in NAMES {
            if self.slot(fact).is_none() {
                *self.slot(fact) = other.slot(fact).take();
            }
        }
    }

    /// The log id that the platform can look up.
    pub fn any_log_id(&self) -> Option<&str> {
        self.err_log_id.as_deref().or(self.log_id.as_deref())
    }
}

/// Finds all errors of a text. A name that comes again begins the next one, and so does the end of
/// an object that has said which error it is. The same error in many lines is one.
pub fn read(text: &str) -> Vec<Facts> {
    let text = decoded(text);
    let mut all = Vec::new();
    let mut facts = Facts::default();
    let bytes = text.as_bytes();
    let mut at = 0;

    while at < bytes.len() && all.len() < MOST {
        if bytes[at] == b'}' && facts.err_no.is_some() && facts.err_msg.is_some() {
            finish(&mut facts, &mut all);
        }

        if !bytes[at].is_ascii_alphabetic() {
            at += 1;
            continue;
        }

        let end = at
            + bytes[at..]
                .iter()
                .take_while(|byte| is_of_name(**byte))
                .count();
        let fact = fact_of(&text[at..end]);
        at = end;
        let Some(fact) = fact else { continue };
        let value = value_at(&text, end, &|name| fact_of(name).is_some());
        let bare = || number_behind(&text, end).filter(|_| fact == Fact::ErrNo);
        let Some((value, after)) = value.or_else(bare) else {
            continue;
        };

        // A text of JSON is looked into.
        if value.starts_with(['{', '[']) {
            at = end;
            continue;
        }

        at = after;
        // `login:ok` and the like are no errors.
        let is_message = matches!(fact, Fact::ErrMsg | Fact::Message);
        if is_message && value.ends_with(":ok") && !value.contains("Order") {
            continue;
        }

        // Of several wrappings the message that names its function is the error's own.
        if fact == Fact::Message && value.contains(":fail") {
            facts.message = None;
        }
        if facts.slot(fact).is_some() {
            finish(&mut facts, &mut all);
        }

        let is_code = matches!(
            fact,
            Fact::ErrNo | Fact::ErrorCode | Fact::StatusCode | Fact::SubCode
        );
        if is_code {
            let digits = value.bytes().take_while(u8::is_ascii_digit).count();
            let beside = value[digits..].trim();
            if digits > 0 {
                if fact == Fact::ErrNo && !beside.is_empty() {
                    facts.beside = Some(beside.to_owned());
                }
                *facts.slot(fact) = Some(value[..digits].to_owned());
                continue;
            }
        }

        *facts.slot(fact) = Some(value);
    }

    finish(&mut facts, &mut all);
    joined(all)
}

/// The errors alone. A log id without one belongs to the error before it, and a message beside one
/// that has a name of its own to nobody.
fn joined(all: Vec<Facts>) -> Vec<Facts> {
    let is_named = all.iter().any(Facts::names_an_error);
    let mut errors: Vec<Facts> = Vec::new();
    for mut facts in all {
        if facts.names_an_error() || !is_named && facts.may_name_an_error() {
            facts.settle();
            errors.push(facts);
        } else if let Some(last) = errors.last_mut() {
            let id = facts.err_log_id.or(facts.log_id);
            last.log_id = last.log_id.take().or(id);
        } else if !is_named {
            errors.push(facts);
        }
    }
    errors
}

/// A report as it was before a serialiser or a form escaped it.
fn decoded(text: &str) -> String {
    let text = if text.contains("%20") || text.contains("%3A") || text.contains("%E7") {
        Cow::Owned(spelling::percent_decoded_leniently(text))
    } else {
        Cow::Borrowed(text)
    };
    let text = if text.contains("\\u") {
        Cow::Owned(spelling::unicode_unescaped(&text))
    } else {
        text
    };
    let text = text.replace("日志ID", "logId").replace("日志id", "logId");
    half_width(&text)
}

/// Keeps the facts, unless the same error is there already.
fn finish(facts: &mut Facts, all: &mut Vec<Facts>) {
    let facts = std::mem::take(facts);
    if facts == Facts::default() {
        return;
    }

    match all.iter_mut().find(|other| facts.repeats(other)) {
        Some(same) => same.fill(facts),
        None => all.push(facts),
    }
}

/// Whether a word is the name of a fact, as people and programs spell it.
pub fn names_a_fact(word: &str) -> bool {
    fact_of(word).is_some()
}

fn fact_of(name: &str) -> Option<Fact> {
    if name.len() > 20 {
        return None;
    }

    let plain: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    NAMES
        .iter()
        .find(|(known, _)| *known == plain)
        .map(|(_, fact)| *fact)
}

/// Full-width digits, letters and marks as their usual ones; input methods write them.
pub fn half_width(text: &str) -> String {
    text.chars().map(chars::half_width).collect()
}

/// The number behind `errNo` at the end of a line, where a blank alone stands between:
/// `fail errNo 11004`.
fn number_behind(text: &str, at: usize) -> Option<(String, usize)> {
    let rest = text[at..].strip_prefix(' ')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    // With words behind it, those say more.
    let behind = rest[digits..].trim_start_matches(' ');
    let is_alone = behind.is_empty() || behind.starts_with(['\n', '\r', ',', ';', '"', '\'']);
    (digits > 2 && is_alone).then(|| (rest[..digits].to_owned(), at + 1 + digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(no: &str, msg: &str) -> Facts {
        Facts {
            err_no: Some(no.into()),
            err_msg: Some(msg.into()),
            ..Facts::default()
        }
    }

    #[test]
    fn errors_are_found_however_they_are_written() {
        let expected = error("11004", "requestOrder:fail 签名校验异常");
        for text in [
            r#"{"errNo":"11004","errMsg":"requestOrder:fail 签名校验异常"}"#,
            r#"{"errNo":11004,"errMsg":"requestOrder:fail 签名校验异常"}"#,
            "{errNo: 11004, errMsg: 'requestOrder:fail 签名校验异常'}",
            "{\n  errMsg: \"requestOrder:fail 签名校验异常\",\n  errNo: \"11004\"\n}",
            r#"2026-11-24 WARN body="{\"errNo\":\"11004\",\"errMsg\":\"requestOrder:fail 签名校验异常\"}" cost=3"#,
            "fail errNo=11004 errMsg=requestOrder:fail 签名校验异常",
            "ERR_NO = 11004; err_msg = requestOrder:fail 签名校验异常",
            "errNo：１１００４，errMsg：requestOrder:fail 签名校验异常",
        ] {
            assert_eq!(read(text), std::slice::from_ref(&expected), "{text}");
        }
    }

    #[test]
    fn a_number_at_the_end_of_a_line_needs_no_mark_before_it() {
        for text in ["requestOrder:fail errNo 11004", "errNo 11004, see the log"] {
            let found = read(text);
            assert_eq!(found[0].err_no.as_deref(), Some("11004"), "{text}");
        }
        assert!(read("errNo 2 of 7").iter().all(|one| one.err_no.is_none()));
    }

    #[test]
    fn all_facts_and_several_errors_are_kept_apart() {
        let text = r#"{errNo: "10000", errMsg: "a", errLogId: "2026", errorCode: 159550, errorType: "D", statusCode: 200, url: "https://x/y"}
            {errNo: "21016", errMsg: "b", logId: "L"}"#;
        let found = read(text);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].error_code.as_deref(), Some("159550"));
        assert_eq!(found[0].url.as_deref(), Some("https://x/y"));
        assert_eq!(found[0].status_code.as_deref(), Some("200"));
        assert_eq!(found[1].log_id.as_deref(), Some("L"));

        let text = "login {errMsg: \"login:ok\"}\nfail {errNo: '21016', errMsg: 'b'}\n".repeat(60)
            + "{errNo: 10000}";
        assert_eq!(
            read(&text),
            [
                error("21016", "b"),
                Facts {
                    err_no: Some("10000".into()),
                    ..Facts::default()
                }
            ]
        );
        assert_eq!(read("hello"), []);
    }
}
