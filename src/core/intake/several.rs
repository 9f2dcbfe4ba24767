//! In: a text. Out: how many orders it speaks of, of which only the first is read.

use std::collections::HashSet;

use super::text::names_in;
use super::{names, value_at};
use crate::core::platform::Field;

/// Numbers of orders that are told apart at most.
const MOST: usize = 1000;

/// How many numbers of orders stand in a text, each counted once.
pub fn order_numbers(text: &str) -> usize {
    let wanted = names::plain(Field::OutOrderNo.name());
    let mut found = HashSet::new();
    for (name, end) in names_in(text) {
        if names::plain(name) == wanted
            && let Some((value, _)) = value_at(text, end, &|_| false)
            // A variable, or the name of a type.
            && value.bytes().any(|byte| byte.is_ascii_digit())
            && !value.starts_with('=')
        {
            found.insert(value);
            if found.len() == MOST {
                break;
            }
        }
    }
    found.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_told_apart_by_their_numbers() {
        let one = r#"{"data":"{\"outOrderNo\":\"a1\"}","out_order_no":"a1"}"#;
        let script = "const outOrderNo = 'a1'; send({outOrderNo: outOrderNo, price: 1})";
        for (text, count) in [
            ("", 0),
            (one, 1),
            (script, 1),
            ("if (outOrderNo === 'a1') outOrderNo = 'a1'", 1),
            (r#"[{"outOrderNo":"a1"},{"outOrderNo":"b1"}]"#, 2),
            (
                "{'outOrderNo': 'a1'}\n{'outOrderNo': 'b1'}\n{'outOrderNo': 'a1'}",
                2,
            ),
            (
                r#"msg="{\"outOrderNo\":\"a1\"}" msg="{\"outOrderNo\":\"b1\"}""#,
                2,
            ),
        ] {
            assert_eq!(order_numbers(text), count, "{text}");
        }
    }
}
