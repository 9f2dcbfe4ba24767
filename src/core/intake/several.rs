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
        let one = r#"{"data":"{\"outOrderNo\":\"a\"}","out_order_no":"a"}"#;
        for (text, count) in [
            ("", 0),
            (one, 1),
            (r#"[{"outOrderNo":"a"},{"outOrderNo":"b"}]"#, 2),
            (
                "{'outOrderNo': 'a'}\n{'outOrderNo': 'b'}\n{'outOrderNo': 'a'}",
                2,
            ),
            (
                r#"msg="{\"outOrderNo\":\"a\"}" msg="{\"outOrderNo\":\"b\"}""#,
                2,
            ),
        ] {
            assert_eq!(order_numbers(text), count, "{text}");
        }
    }
}
