//! In: a text that names no errNo or errMsg: a title, a sentence, a number. Out: what it may be
//! about, by messages, numbers that are called errors, or words.

use super::catalogue::{Catalogue, Row, RowId, Scope};
use super::explanation::{Explanation, Fit, explained, says};
use super::field;
use super::report::Facts;
use super::scope;
use super::words::{Plain, plain};

/// Characters of a text up to which it is taken for words to search by.
const LONGEST_QUERY: usize = 200;

/// Words before a number that call it an error.
const CUES: [&str; 12] = [
    "错误",
    "报错",
    "异常",
    "错误码",
    "返回码",
    "状态码",
    "err",
    "code",
    "fail",
    "返回",
    "提示",
    "码",
];

/// Marks right behind a number that make it an amount, a duration or a size.
const UNITS: [&str; 14] = [
    "元", "分", "角", "秒", "毫秒", "次", "个", "条", "块", "ms", "fen", "yuan", "px", "kb",
];

/// Explains a text without named facts.
pub fn explain(text: &str, catalogue: &Catalogue) -> Vec<Explanation> {
    let whole = plain(text);
    let scope = scope::of_words(&whole);
    let mut found = lines(text, &whole, scope, catalogue);

    // A number whose row has a message of its own in the text is told with that message.
    for code in codes(&whole) {
        let asked = scope.unwrap_or(Scope::RequestOrder);
        let rows: Vec<&Row> = catalogue.of_code(asked, code).collect();
        let is_told = found.iter().any(|e| {
            rows.iter()
                .any(|row| e.rows.first().map(|r| r.id) == Some(row.id))
        });
        if rows.is_empty() {
            // A number that is called an error and is none of this interface's is said to be so.
            let is_new = found.is_empty() && is_called(&whole, code);
            if is_new && code.len() >= 4 {
                found.push(of_code(code, text, catalogue));
            }
        } else if is_told {
            for e in &mut found {
                let first = e.rows.first().map(|row| row.id);
                if rows.iter().any(|row| Some(row.id) == first) {
                    e.facts.err_no = Some(code.to_owned());
                }
            }
        } else {
            found.push(of_code(code, text, catalogue));
        }
    }

    if found.is_empty() && !whole.is_empty() && text.chars().count() <= LONGEST_QUERY {
        found.extend(searched(&whole, scope, catalogue));
    }
    found
}

fn of_code(code: &str, text: &str, catalogue: &Catalogue) -> Explanation {
    let facts = Facts {
        err_no: Some(code.to_owned()),
        ..Facts::default()
    };
    explained(facts, text, catalogue)
}

/// The messages of rows in a text, which is `whole` in plain words, each once; several titles may
/// stand in it.
fn lines(
    text: &str,
    whole: &Plain,
    scope: Option<Scope>,
    catalogue: &Catalogue,
) -> Vec<Explanation> {
    let mut found: Vec<Explanation> = Vec::new();
    // Logs are long: what the whole does not say, no line of it does.
    let said: Vec<&Row> = catalogue
        .rows
        .iter()
        .filter(|row| says(whole, row))
        .collect();

    for spelled in text.lines().filter(|line| !line.trim().is_empty()) {
        let fault = field::of(spelled);
        if fault.is_none() && said.is_empty() {
            continue;
        }

        let line = plain(spelled);
        let own = scope::of_words(&line).or(scope);
        let fault = fault.filter(|_| {
            own.is_none_or(|scope| matches!(scope, Scope::RequestOrder | Scope::SignOrder))
        });
        if fault.is_some() {
            let rows = catalogue.row(RowId::Parameters);
            found.push(Explanation {
                facts: Facts::default(),
                scope: own,
                field: fault,
                rows: rows.cloned().into_iter().collect(),
                fit: Fit::Message,
            });
            continue;
        }

        let is_of = |row: &&Row| own.is_none_or(|scope| row.scope == scope || is_shared(row.id));
        let of_interface = said.iter().copied().filter(is_of);
        let mut fitting: Vec<&Row> = of_interface.filter(|row| says(&line, row)).collect();
        // Without a word of the interface, requestOrder's are meant.
        if own.is_none() && fitting.iter().any(|row| row.scope == Scope::RequestOrder) {
            fitting.retain(|row| row.scope == Scope::RequestOrder);
        }
        fitting.sort_by_key(|row| std::cmp::Reverse(best_length(&line, row)));

        let Some(row) = fitting.first() else { continue };
        if found
            .iter()
            .any(|e| e.rows.first().map(|r| r.id) == Some(row.id))
        {
            continue;
        }
        found.push(Explanation {
            facts: Facts::default(),
            scope: Some(row.scope),
            field: None,
            rows: vec![(*row).clone()],
            fit: Fit::Message,
        });
    }

    found
}

/// Rows that reports of any interface may mean.
fn is_shared(id: RowId) -> bool {
    matches!(
        id,
        RowId::Cancelled | RowId::Onboarding | RowId::NotAFunction | RowId::Cashier
    )
}

/// Bytes of the longest phrase of a row in a line.
fn best_length(line: &Plain, row: &Row) -> usize {
    let own = plain(row.message());
    let patterns = row.patterns.iter().map(String::as_str);
    patterns
        .chain([&*own])
        .filter(|phrase| line.packed().contains(&phrase.replace(' ', "")))
        .map(str::len)
        .max()
        .unwrap_or_default()
}

/// Numbers of a text that may be codes, each once: those that are called errors, and one with which
/// a text begins or that is all of it.
fn codes(text: &str) -> Vec<&str> {
    // Each is looked for in the whole text: a report has a handful of numbers.
    const MOST: usize = 40;
    let mut numbers: Vec<&str> = Vec::new();
    for digits in text.split(|c: char| !c.is_ascii_digit()) {
        let is_long = (4..=7).contains(&digits.len());
        if is_long && numbers.len() < MOST && !numbers.contains(&digits) {
            numbers.push(digits);
        }
    }
    numbers.retain(|digits| is_code(text, digits));
    numbers
}

fn is_code(text: &str, digits: &str) -> bool {
    text == digits
        || is_called(text, digits)
        || text
            .strip_prefix(digits)
            .is_some_and(|rest| rest.starts_with([' ', ':', ',', '，']) && !has_unit(rest))
}

/// Whether a number is called an error somewhere in a text: a cue stands before it, with no other
/// digit between, and no unit behind.
fn is_called(text: &str, digits: &str) -> bool {
    text.match_indices(digits).any(|(at, _)| {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let behind = &text[at + digits.len()..];
        if is_digit(text[..at].chars().next_back()) || is_digit(behind.chars().next()) {
            return false;
        }

        let before: Vec<char> = text[..at].chars().rev().take(16).collect();
        let before: String = before.into_iter().rev().collect();
        let near = before
            .rsplit(|c: char| c.is_ascii_digit())
            .next()
            .unwrap_or_default();
        let is_glued = before.ends_with(['.', '/', '-', '#', '￥', '¥', '$', '_']);
        !is_glued && !has_unit(behind) && CUES.iter().any(|cue| near.contains(cue))
    })
}

fn has_unit(behind: &str) -> bool {
    let behind = behind.trim_start();
    UNITS.iter().any(|unit| behind.starts_with(unit)) && !behind.starts_with("分享")
}

/// The rows in which all words of a query stand.
fn searched(query: &str, scope: Option<Scope>, catalogue: &Catalogue) -> Option<Explanation> {
    let words: Vec<&str> = query.split(' ').filter(|word| !word.is_empty()).collect();
    let rows = catalogue.of_scope(scope.unwrap_or(Scope::RequestOrder));
    let mut rows: Vec<(usize, &Row)> = rows
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

            let has_all = |place: &Plain| words.iter().all(|word| place.has_message(word));
            let rank = places.iter().position(has_all);
            let all = || {
                words
                    .iter()
                    .all(|word| places.iter().any(|place| place.has_message(word)))
            };
            rank.or_else(|| all().then_some(places.len()))
                .map(|rank| (rank, row))
        })
        .collect();
    rows.sort_by_key(|(rank, _)| *rank);

    (!rows.is_empty()).then(|| Explanation {
        facts: Facts::default(),
        scope,
        field: None,
        rows: rows.into_iter().map(|(_, row)| row.clone()).collect(),
        fit: Fit::Words,
    })
}
