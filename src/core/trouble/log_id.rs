//! In: a log id. Out: the time in it, where it begins with one.

use crate::core::time::Timestamp;

/// The time of a log id that begins with `yyyyMMddHHmmss`, taken for China time, or with `02` and
/// 13 digits of milliseconds (53 characters). Both are seen in samples, not documented.
pub fn time(log_id: &str) -> Option<Timestamp> {
    let log_id = log_id.trim();
    if log_id.len() == 53
        && let Some(digits) = log_id.strip_prefix("02").and_then(|rest| rest.get(..13))
        && digits.bytes().all(|byte| byte.is_ascii_digit())
    {
        let milliseconds: u64 = digits.parse().ok()?;
        let time = Timestamp(milliseconds / 1000);
        return time.is_plausible().then_some(time);
    }

    Timestamp::of_digits(log_id.get(..14)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_id_begins_with_its_time() {
        assert_eq!(
            time("20231115061320010203040506ABCDEF"),
            Some(Timestamp(1_700_000_000))
        );
        let second = format!("021700000000123{}{}", "0".repeat(32), "abcdef");
        assert_eq!(time(&second), Some(Timestamp(1_700_000_000)));
        for none in [
            "",
            "2023",
            "20231315061320",
            "abcdefghijklmnop",
            "2023年11月15日06",
            "0217000000001230",
        ] {
            assert_eq!(time(none), None, "{none}");
        }
    }
}
