//! In: what a report says of one error. Out: what that error is: its interface, its field, the rows
//! of the catalogue that fit.

use super::catalogue::{Catalogue, Row, RowId, Scope};
use super::field::{self, FieldFault};
use super::report::Facts;
use super::scope;
use super::words::{Plain, has_phrase, plain};

/// What one error in a report is.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// What the report says.
    pub facts: Facts,
    /// The interface that it speaks of; `None` where nothing tells.
    pub scope: Option<Scope>,
    /// The field that its message names.
    pub field: Option<FieldFault>,
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

/// An error with a code or a message of its own.
pub fn explained(mut facts: Facts, text: &str, catalogue: &Catalogue) -> Explanation {
    let scope = scope::of(&facts, text);
    let named = facts
        .said()
        .or(facts.beside.as_deref())
        .unwrap_or_default()
        .to_owned();
    let message = plain(&named);
    let field = field::of(&named);
    let no = facts.err_no.as_deref().unwrap_or_default().trim();
    let is_zero = |code: &Option<String>| code.as_deref().is_none_or(|code| code.trim() == "0");
    let has_no_error = matches!(no, "0" | "") && is_zero(&facts.sub_code);
    let names_zero = no == "0" || facts.sub_code.is_some() && is_zero(&facts.error_code);

    if let Some(id) = outcome(&facts, scope, &message, has_no_error && names_zero) {
        let rows = catalogue.row(id).cloned().into_iter().collect();
        return Explanation {
            // Of whom a success is, a name such as err_tips does not tell.
            scope: scope.filter(|_| id != RowId::Success || facts.err_msg.is_some()),
            facts,
            field: None,
            rows,
            fit: Fit::Message,
        };
    }

    if scope == Some(Scope::OpenApi) {
        facts.err_no = facts.sub_code.clone().or(facts.err_no);
        facts.err_msg = facts.said().map(str::to_owned);
    } else if facts.err_msg.is_none() {
        facts.err_msg.clone_from(&facts.err_tips);
    }

    // Some clients report the number under another name.
    let asked = match scope {
        // The sister call is signed and answered in the same way.
        None | Some(Scope::SignOrder) => Scope::RequestOrder,
        Some(scope) => scope,
    };
    let has_row = |code: &str| catalogue.of_code(asked, code).next().is_some();
    if facts.err_no.is_none() && facts.error_code.as_deref().is_some_and(has_row) {
        facts.err_no.clone_from(&facts.error_code);
    }

    let (rows, fit) = match &field {
        Some(_) if matches!(asked, Scope::RequestOrder | Scope::SignOrder) => (
            catalogue
                .row(RowId::Parameters)
                .cloned()
                .into_iter()
                .collect(),
            Fit::Message,
        ),
        _ => rows(&facts, asked, scope.is_some(), &message, catalogue),
    };
    Explanation {
        facts,
        scope,
        field,
        rows,
        fit,
    }
}

/// What is no error at all: a success, or the user's own doing.
fn outcome(facts: &Facts, scope: Option<Scope>, message: &str, is_zero: bool) -> Option<RowId> {
    let says_fail = message.contains(":fail") && !message.contains("cancel");
    let is_cancel = message.ends_with(":cancel")
        || message.contains(":cancel ")
        || has_phrase(message, "fail cancel")
        || message.contains("用户取消")
        || scope == Some(Scope::GetOrderPayment) && facts.err_no.as_deref() == Some("9");
    match () {
        () if is_cancel => Some(RowId::Cancelled),
        () if (is_zero || message.ends_with(":ok")) && !says_fail => Some(RowId::Success),
        () if facts.err_no.is_none() && facts.err_tips.as_deref() == Some("success") => {
            Some(RowId::Success)
        }
        () => None,
    }
}

/// The rows of a code and a message, and how well the first one fits.
fn rows(
    facts: &Facts,
    scope: Scope,
    is_sure: bool,
    message: &Plain,
    catalogue: &Catalogue,
) -> (Vec<Row>, Fit) {
    let code = facts.err_no.as_deref().unwrap_or_default().trim();
    let of_code: Vec<&Row> = catalogue.of_code(scope, code).collect();
    let among: Vec<&Row> = match (of_code.is_empty(), is_sure) {
        (false, _) => of_code.clone(),
        (true, true) => catalogue.of_scope(scope).collect(),
        (true, false) => catalogue.rows.iter().collect(),
    };

    let mut fitting: Vec<&Row> = among.into_iter().filter(|row| says(message, row)).collect();
    // The longest message fits best: 签名校验异常 says more than 异常.
    fitting.sort_by_key(|row| std::cmp::Reverse(row.message().len()));
    let is_silent = facts.said().is_none();
    let fit = match (fitting.is_empty(), of_code.is_empty(), is_silent) {
        (false, _, _) => Fit::Message,
        (true, false, true) => Fit::Code,
        (true, false, false) => Fit::OtherMessage,
        (true, true, _) => Fit::Unknown,
    };

    let others = of_code
        .into_iter()
        .filter(|row| !fitting.iter().any(|other| other.id == row.id))
        .collect::<Vec<_>>();
    let mut rows: Vec<Row> = fitting.into_iter().chain(others).cloned().collect();
    // Interfaces whose errors are not public have one row for them all.
    if rows.is_empty() && is_sure {
        let general = match scope {
            Scope::Pay => Some(RowId::PayOther),
            Scope::OpenApi => Some(RowId::OpenApiOther),
            _ => None,
        };
        rows.extend(general.and_then(|id| catalogue.row(id)).cloned());
        if !rows.is_empty() {
            return (rows, Fit::OtherMessage);
        }
    }

    (rows, fit)
}

/// Whether a reported message is a row's.
pub fn says(message: &Plain, row: &Row) -> bool {
    let own = plain(row.message());
    // The platform's long sentence is often cut.
    let begins = || {
        row.err_msg.starts_with("requestOrder:fail")
            && own.chars().count() > 12
            && message.contains(&own.chars().take(7).collect::<String>())
    };
    let has_pattern = || {
        row.patterns
            .iter()
            .any(|pattern| message.has_message(pattern))
    };

    !message.is_empty() && (message.has_message(&own) || begins() || has_pattern())
}
