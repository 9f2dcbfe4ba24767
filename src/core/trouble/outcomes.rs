//! In: any pasted text. Out: the messages in it that name their function, as `requestOrder:fail …`,
//! where no name such as `errMsg` stands before them.

use super::report::{Facts, names_a_fact};

/// Messages in one text at most.
const MOST: usize = 50;

/// Bytes of a message at most.
const LONGEST: usize = 300;

/// A message, and the line it stands on.
pub struct Outcome<'a> {
    line: &'a str,
    message: &'a str,
}

/// Finds the messages of a text, each once.
pub fn find(text: &str) -> Vec<Outcome<'_>> {
    let mut found: Vec<Outcome> = Vec::new();
    for line in text.lines() {
        let Some(message) = message_of(line) else {
            continue;
        };
        if found.len() < MOST && !found.iter().any(|other| other.message == message) {
            found.push(Outcome { line, message });
        }
    }
    found
}

fn message_of(line: &str) -> Option<&str> {
    let at = [":fail", ":cancel", ":ok"]
        .iter()
        .find_map(|outcome| line.find(outcome))?;
    let is_of_name = |c: char| c.is_ascii_alphanumeric();
    let name = line[..at].trim_end_matches(is_of_name).len();
    if name == at {
        return None;
    }

    let message = line[name..].split('"').next().unwrap_or_default();
    let message = &message[..message.floor_char_boundary(LONGEST)];
    Some(message[..end_of(message)].trim_end_matches([' ', ',', ';', '，', '；']))
}

/// Where the message ends and the next fact begins: `data is no text errNo: 21000`.
fn end_of(message: &str) -> usize {
    let is_mark = |c: char| [':', '=', '：'].contains(&c);
    let words = message.split(' ').scan(0, |at, word| {
        let begin = *at;
        *at += word.len() + 1;
        Some((begin, word))
    });
    for (begin, word) in words {
        let name = word.split(is_mark).next().unwrap_or_default();
        let behind = message[begin + name.len()..].trim_start();
        if names_a_fact(name) && behind.starts_with(is_mark) {
            return begin;
        }
    }
    message.len()
}

/// The messages as errors of their own.
pub fn as_facts(outcomes: &[Outcome]) -> Vec<Facts> {
    let facts = |outcome: &Outcome| Facts {
        err_msg: Some(outcome.message.to_owned()),
        ..Facts::default()
    };
    outcomes.iter().map(facts).collect()
}

/// Gives a report that has a code and no message the one that stands on its line, or the only one
/// of the text.
pub fn complete(reports: &mut [Facts], outcomes: &[Outcome]) {
    let is_alone = reports.len() == 1 && outcomes.len() == 1;
    for facts in reports.iter_mut().filter(|facts| facts.said().is_none()) {
        let Some(code) = facts.err_no.as_deref() else {
            continue;
        };
        let own = outcomes
            .iter()
            .find(|outcome| is_alone || outcome.line.contains(code));
        facts.err_msg = own.map(|outcome| outcome.message.to_owned());
    }
}
