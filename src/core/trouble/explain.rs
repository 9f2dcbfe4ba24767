//! In: a pasted text and the catalogue. Out: for each error in it, of which interface it is, and
//! the rows that fit, the best first.

use super::bare;
use super::catalogue::{Catalogue, RowId, Scope};
use super::explanation::{Explanation, Fit, explained, says};
use super::outcomes;
use super::report::{self, Facts};
use super::words::{Plain, has_phrase, plain};
use crate::core::intake::{self, What};

/// Explains all errors in a text. A text without any is searched for in the catalogue.
pub fn explain(text: &str, catalogue: &Catalogue) -> Vec<Explanation> {
    let whole = plain(text);
    let mut found = of_platform(text, &whole, catalogue);
    let Some(local) = local(text, &whole, catalogue) else {
        return found;
    };

    // What names a function of the platform is the platform's; all else beside a local error is a
    // part of its own message.
    let is_platforms = [":fail", "sub_error_code", "err_tips"]
        .iter()
        .any(|mark| text.contains(mark));
    if !is_platforms {
        return vec![local];
    }
    let says_it = |one: &Explanation| {
        let said = plain(one.facts.said().unwrap_or_default());
        local.rows.iter().any(|row| says(&said, row))
    };
    if !found.iter().any(says_it) {
        found.push(local);
    }
    found
}

/// What the platform, a callback or a sentence says of an error.
fn of_platform(text: &str, whole: &Plain, catalogue: &Catalogue) -> Vec<Explanation> {
    if let Some(callback) = callback(text, whole, catalogue) {
        return vec![callback];
    }

    let mut facts = report::read(text);
    let outcomes = outcomes::find(text);
    outcomes::complete(&mut facts, &outcomes);
    if !outcomes.is_empty() && !facts.iter().any(Facts::names_an_error) {
        facts = outcomes::as_facts(&outcomes);
    }
    let success = success(text, whole, catalogue);
    let names = facts.iter().any(Facts::names_an_error) && success.is_none();
    if names || is_answer_without_error(&facts) {
        return of_facts(facts, text, catalogue);
    }
    if let Some(success) = success {
        return vec![success];
    }

    let mut found = bare::explain(text, catalogue);
    if let (Some(first), Some(beside)) = (found.first_mut(), facts.into_iter().next()) {
        let Facts {
            err_no, err_msg, ..
        } = std::mem::take(&mut first.facts);
        first.facts = Facts {
            err_no,
            err_msg,
            ..beside
        };
    }

    found
}

/// Errors that are named as such, each explained; the titles beside them too.
fn of_facts(facts: Vec<Facts>, text: &str, catalogue: &Catalogue) -> Vec<Explanation> {
    let mut found: Vec<Explanation> = Vec::new();
    for facts in facts {
        let explanation = explained(facts, text, catalogue);
        let repeats = |other: &Explanation| {
            let first = |e: &Explanation| e.rows.first().map(|row| row.id);
            first(other).is_some()
                && first(other) == first(&explanation)
                && matches!(
                    first(other),
                    Some(RowId::Success | RowId::Cancelled | RowId::NotAFunction)
                )
        };
        if !found.iter().any(repeats) {
            found.push(explanation);
        }
    }

    found
}

/// Whether there is nothing but `err_no` 0.
fn is_answer_without_error(facts: &[Facts]) -> bool {
    !facts.is_empty()
        && facts
            .iter()
            .all(|facts| facts.err_tips.as_deref() == Some("success"))
}

/// An error of a crypto library on the developer's own server, which the platform never saw.
fn local(text: &str, whole: &Plain, catalogue: &Catalogue) -> Option<Explanation> {
    let known = |id: RowId| {
        let row = catalogue.row(id)?;
        let has = |pattern: &String| whole.has_message(pattern);
        row.patterns.iter().any(has).then_some(row)
    };
    // A file that does not open and the format go before the damage, as their messages come inside
    // of the other's.
    let ids = [
        RowId::LocalPkcs8,
        RowId::LocalPassphrase,
        RowId::LocalAlgorithm,
        RowId::LocalFile,
        RowId::LocalKey,
    ];
    let row = ids.into_iter().find_map(known)?;
    let says = |line: &&str| says(&plain(line), row);
    let line = text.lines().map(str::trim).find(says);
    let first = text.lines().map(str::trim).find(|line| !line.is_empty());
    Some(Explanation {
        facts: Facts {
            err_msg: line.or(first).map(|line| line.chars().take(200).collect()),
            ..Facts::default()
        },
        scope: Some(Scope::Local),
        field: None,
        rows: vec![row.clone()],
        fit: Fit::Message,
    })
}

/// What is known of callbacks: one that was received, or what people report of them.
fn callback(text: &str, whole: &Plain, catalogue: &Catalogue) -> Option<Explanation> {
    let known = |id: RowId| {
        let row = catalogue.row(id)?;
        let has = |pattern: &String| whole.has_message(pattern);
        row.patterns.iter().any(has).then_some(row)
    };
    let is_old = text.contains("msg_signature");
    let is_body = || intake::read(text).what == What::Callback;
    let row = match () {
        () if is_old => catalogue.row(RowId::CallbackOld),
        () if text.contains("\"msg\"") && is_body() => catalogue.row(RowId::CallbackBody),
        () if whole.contains("回调") || whole.contains("通知") => {
            known(RowId::CallbackRepeat).or_else(|| known(RowId::CallbackMissing))
        }
        () => None,
    }?;

    Some(Explanation {
        facts: Facts::default(),
        scope: Some(Scope::Callback),
        field: None,
        rows: vec![row.clone()],
        fit: Fit::Message,
    })
}

/// What `success` was given, or a console's line about it.
fn success(text: &str, whole: &Plain, catalogue: &Catalogue) -> Option<Explanation> {
    let has_id = ["motb", "itemOrderList", "orderId"]
        .iter()
        .any(|mark| text.contains(mark));
    let is_named = has_phrase(whole, "orderid") || whole.contains("itemorderlist");
    let names_failure = whole.contains(":fail") || whole.contains("失败");
    if !has_id || !is_named || names_failure {
        return None;
    }

    let rows = catalogue.row(RowId::Success).cloned().into_iter().collect();
    Some(Explanation {
        facts: Facts::default(),
        scope: Some(Scope::RequestOrder),
        field: None,
        rows,
        fit: Fit::Message,
    })
}
