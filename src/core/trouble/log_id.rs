//! In: a log id. Out: the time in it, where it begins with one.

use crate::core::time::Timestamp;

/// The time of a log id that begins with `yyyyMMddHHmmss`. Seen in samples, not documented; taken
/// for China time.
pub fn time(log_id: &str) -> Option<Timestamp> {
    Timestamp::of_digits(log_id.trim().get(..14)?)
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
        for none in [
            "",
            "2023",
            "20231315061320",
            "abcdefghijklmnop",
            "2023年11月15日06",
        ] {
            assert_eq!(time(none), None, "{none}");
        }
    }
}
