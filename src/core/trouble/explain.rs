//! In: a pasted text and the catalogue. Out: for each error in it, the rows that fit, the best
//! first.

use super::catalogue::{Catalogue, Row};
use super::report::{self, Facts};

/// Characters of a text up to which it is taken for words to search by.
const LONGEST_QUERY: usize = 200;

/// What one error in a report is.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// What the report says.
    pub facts: Facts,
    /// The rows that fit, the best first.
    pub rows: Vec<Row>,
    /// How well the first one does.
    pub fit: Fit,
}

/// How well a report and the catalogue go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Code and message, or the message alone, are a row's.
    Message,
    /// The code is a row's; no message was reported.
    Code,
    /// The code is a row's; the message that was reported is none of its.
    OtherMessage,
    /// Words of the text are found in the rows.
    Words,
    /// Neither code nor message is in the catalogue.
    Unknown,
}

/// Explains all errors in a text. A text without any is searched for in the catalogue.
pub fn explain(text: &str, catalogue: &Catalogue) -> Vec<Explanation> {
    let mut facts = report::read(text);
    for facts in &mut facts {
        // Some clients report the number under another name.
        if facts.err_no.is_none()
            && facts
                .error_code
                .as_deref()
                .is_some_and(|code| catalogue.of_code(code).next().is_some())
        {
            facts.err_no.clone_from(&facts.error_code);
        }
    }

    if facts.iter().any(Facts::names_an_error) {
        return facts
            .into_iter()
            .map(|facts| explained(facts, catalogue))
            .collect();
    }

    let mut found = bare(text, catalogue);
    if let (Some(first), Some(beside)) = (found.first_mut(), facts.into_iter().next()) {
        let Facts {
            err_log_id,
            log_id,
            error_code,
            error_type,
            status_code,
            url,
            ..
        } = beside;
        first.facts = Facts {
            err_log_id,
            log_id,
            error_code,
            error_type,
            status_code,
            url,
            ..first.facts.clone()
        };
    }

    found
}

/// An error with a code or a message of its own.
fn explained(facts: Facts, catalogue: &Catalogue) -> Explanation {
    let named = facts.err_msg.as_deref().unwrap_or_default();
    let message = plain(if named.is_empty() {
        facts.beside.as_deref().unwrap_or_default()
    } else {
        named
    });
    let code = facts
        .err_no
        .as_deref()
        .map(|code| code.trim().to_owned())
        .unwrap_or_default();
    let of_code: Vec<&Row> = catalogue.of_code(&code).collect();
    let among: Vec<&Row> = if of_code.is_empty() {
        catalogue.rows.iter().collect()
    } else {
        of_code.clone()
    };

    let mut fitting: Vec<&Row> = among
        .into_iter()
        .filter(|row| says(&message, row))
        .collect();
    // The longest message fits best: 签名校验异常 says more than 异常.
    fitting.sort_by_key(|row| std::cmp::Reverse(row.message().len()));
    let fit = match (fitting.is_empty(), of_code.is_empty(), named.is_empty()) {
        (false, _, _) => Fit::Message,
        (true, false, true) => Fit::Code,
        (true, false, false) => Fit::OtherMessage,
        (true, true, _) => Fit::Unknown,
    };

    let others = of_code
        .into_iter()
        .filter(|row| !fitting.iter().any(|other| other.id == row.id))
        .collect::<Vec<_>>();
    let rows = fitting.into_iter().chain(others).cloned().collect();
    Explanation { facts, rows, fit }
}

/// Whether a reported message is a row's.
fn says(message: &str, row: &Row) -> bool {
    let own = plain(row.message());
    // The platform's long sentence is often cut.
    let begins = || {
        row.err_msg.starts_with("requestOrder:fail")
            && own.chars().count() > 12
            && message.contains(&own.chars().take(7).collect::<String>())
    };
    !message.is_empty() && (message.contains(&own) || begins())
}

/// A text without named facts: codes and messages anywhere in it, or words.
fn bare(text: &str, catalogue: &Catalogue) -> Vec<Explanation> {
    let text = report::half_width(text);
    let whole = plain(&text);

    // Each code once: what follows looks through the whole text for each of them.
    let mut codes: Vec<&str> = Vec::new();
    for digits in text.split(|c: char| !c.is_ascii_digit()) {
        if !codes.contains(&digits) && catalogue.of_code(digits).next().is_some() {
            codes.push(digits);
        }
    }

    // A number that is called an error goes before one that may be an amount.
    let is_called_error = |code: &str| {
        text.match_indices(code).any(|(at, _)| {
            let before: String = text[..at]
                .chars()
                .rev()
                .take(8)
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .collect();

            let before = before.to_lowercase();
            ["错误", "报错", "err", "code", "fail", "返回"]
                .iter()
                .any(|word| before.contains(word))
        })
    };
    codes.sort_by_cached_key(|code| !is_called_error(code));
    let messages: Vec<&Row> = catalogue
        .rows
        .iter()
        .filter(|row| says(&whole, row))
        .collect();
    let mut found: Vec<Explanation> = codes
        .iter()
        .map(|code| {
            let own = messages
                .iter()
                .find(|row| row.err_no == **code)
                .map(|row| row.err_msg.clone());
            explained(
                Facts {
                    err_no: Some((*code).to_owned()),
                    err_msg: own,
                    ..Facts::default()
                },
                catalogue,
            )
        })
        .collect();

    for row in messages
        .iter()
        .filter(|row| !codes.contains(&row.err_no.as_str()))
    {
        let longer = messages.iter().any(|other| {
            other.id != row.id && plain(other.message()).contains(&plain(row.message()))
        });
        if !longer {
            let facts = Facts {
                err_msg: Some(row.err_msg.clone()),
                ..Facts::default()
            };
            found.push(Explanation {
                facts,
                rows: vec![(*row).clone()],
                fit: Fit::Message,
            });
        }
    }

    if found.is_empty() && !whole.is_empty() && text.chars().count() <= LONGEST_QUERY {
        found.extend(searched(&text, catalogue));
    }

    found
}

/// The rows in which all words of a query stand.
fn searched(query: &str, catalogue: &Catalogue) -> Option<Explanation> {
    let words: Vec<String> = query
        .split_whitespace()
        .map(plain)
        .filter(|word| !word.is_empty())
        .collect();
    let whole = plain(query);
    let mut rows: Vec<(usize, &Row)> = catalogue
        .rows
        .iter()
        .filter_map(|row| {
            let places = [
                plain(&format!("{} {}", row.err_no, row.err_msg)),
                plain(&format!("{} {}", row.platform, row.words)),
                plain(&format!("{} {}", row.zh.meaning, row.en.meaning)),
                plain(&format!(
                    "{} {}",
                    row.zh.causes.join(" "),
                    row.en.causes.join(" ")
                )),
            ];

            let rank = places.iter().position(|place| place.contains(&whole));
            let all = || {
                words
                    .iter()
                    .all(|word| places.iter().any(|place| place.contains(word)))
            };
            rank.or_else(|| all().then_some(places.len()))
                .map(|rank| (rank, row))
        })
        .collect();
    rows.sort_by_key(|(rank, _)| *rank);
    let facts = Facts::default();

    (!rows.is_empty()).then(|| Explanation {
        facts,
        rows: rows.into_iter().map(|(_, row)| row.clone()).collect(),
        fit: Fit::Words,
    })
}

/// A text as it is compared: half-width, small letters, no spaces, no name of the interface.
fn plain(text: &str) -> String {
    let text = report::half_width(text).to_lowercase();
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    text.replace("requestorder:fail", "")
}
