//! In: the order number that stood there, a time, randomness. Out: a new order number that no one
//! has used.

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

#[cfg(test)]
mod tests {
    use super::*;

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
