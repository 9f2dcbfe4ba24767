//! In: the order number that stood there, a time, randomness. Out: a new order number that no one
//! has used.

use std::collections::BTreeMap;

use super::template;
use crate::core::platform::Field;
use crate::core::time::Timestamp;

/// Random characters at the end.
const RANDOM: usize = 8;

/// A new `outOrderNo`: what stood before the first digit of the old one, the time in seconds since
/// 1970, randomness.
///
/// `out_order_test_123456` becomes `out_order_test_1760000000_0123abcd`; it never has more than 64
/// bytes.
pub fn renewed(old: &str, now: Timestamp, random: &str) -> String {
    let random: String = random
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(RANDOM)
        .collect();

    let limit = Field::OutOrderNo.max_bytes().unwrap_or(usize::MAX);
    let tail = format!("{now}_{random}");
    let prefix = old
        .trim()
        .split(|c: char| c.is_ascii_digit())
        .next()
        .unwrap_or_default();
    let room = prefix.floor_char_boundary(limit.saturating_sub(tail.len()));

    format!("{}{tail}", &prefix[..room])
}

/// A new `outOrderNo` as a pattern wants it, `test_{{date}}_{{counter}}`; where nothing in the
/// pattern tells one number from the next, the automatic one follows.
pub fn of_pattern(pattern: &str, values: &BTreeMap<String, String>) -> String {
    let telling = ["order_number", "counter"];
    let text = if telling
        .iter()
        .any(|name| template::has_blank(pattern, name))
    {
        pattern.to_owned()
    } else {
        format!("{pattern}{{{{order_number}}}}")
    };
    template::filled_text(&text, values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_gives_numbers_that_differ() {
        let occasion = template::Occasion {
            now: Timestamp(1_760_000_000),
            order_number: "1760000000_0123abcd",
            app_id: "tt1",
            profile: "shop",
            counter: 7,
        };
        for (pattern, number) in [
            ("t_{{date}}_{{counter}}", "t_20251009_7"),
            ("{{profile}}-{{order_number}}", "shop-1760000000_0123abcd"),
            ("fix_{{date}}_", "fix_20251009_1760000000_0123abcd"),
        ] {
            assert_eq!(of_pattern(pattern, &occasion.values()), number);
        }
    }

    #[test]
    fn the_prefix_stays_and_the_limit_is_kept() {
        let random = "0123abcdef";
        let now = Timestamp(1_760_000_000);
        for (old, new) in [
            (
                "out_order_test_123456",
                "out_order_test_1760000000_0123abcd",
            ),
            (
                "out_order_test_1760000000_0123abcd",
                "out_order_test_1760000000_0123abcd",
            ),
            ("", "1760000000_0123abcd"),
            (" 测试-", "测试-1760000000_0123abcd"),
        ] {
            assert_eq!(renewed(old, now, random), new);
        }

        let long = renewed(&"订单".repeat(40), now, random);
        assert!(
            long.len() <= 64 && long.ends_with("1760000000_0123abcd"),
            "{long}"
        );
    }
}
