//! In: a finding on an amount in fen. Out: the same for somebody who types yuan.

use crate::core::finding::{Explain as _, Message};
use crate::core::order::{Finding, money};
use crate::core::platform::Field;

/// Whether a field is an amount, which can be typed in yuan.
pub fn is_amount(field: Field) -> bool {
    matches!(field, Field::Price | Field::TotalAmount)
}

/// What is said of a finding. Where amounts are typed in yuan, all that the rules know of one in
/// fen is in yuan.
pub fn message(finding: &Finding, unit_is_yuan: bool) -> Message {
    let mut message = finding.message();
    let place = finding.path.place();
    if !unit_is_yuan || !place.is_some_and(|place| is_amount(place.field)) {
        return message;
    }

    // What is to be typed is another thing there.
    if let "amount.decimal" | "number.not_whole" | "number.as_text" | "price.negative" =
        finding.rule.name
    {
        message.code = format!("rule_yuan.{}", finding.rule.name);
    }
    // What stands in `data` and is no number of fen stays as it is.
    let is_text = finding.rule.name == "number.as_text";
    for (_, value) in message.args.iter_mut().filter(|_| !is_text) {
        if let Ok(fen) = value.parse() {
            *value = money::yuan(fen);
        }
    }
    message
}

/// What to type instead of what is suggested in fen.
pub fn suggestion(fen: &str) -> String {
    fen.parse()
        .map_or_else(|_| fen.to_owned(), money::plain_yuan)
}
