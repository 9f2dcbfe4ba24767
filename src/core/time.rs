//! In: seconds since 1970. Out: times as people in China read and write them, in the years for
//! which that makes sense.

use std::fmt;

use jiff::civil::DateTime;
use jiff::tz::Offset;

/// Seconds since 1970-01-01 00:00 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(pub u64);

/// Seconds after which the platform is reported to refuse a timestamp; its own pages do not give
/// the tolerance.
pub const STALE_AFTER_SECONDS: u64 = 3600;

/// China is eight hours ahead of UTC all year.
const CHINA: Offset = Offset::constant(8);

/// 2100-01-01 00:00 UTC in seconds: what lies beyond is no time of an order but another number, or
/// milliseconds.
const END: u64 = 4_102_444_800;

impl Timestamp {
    /// Seconds from `self` to `now`; 0 where `now` is earlier.
    pub fn age_at(self, now: Self) -> u64 {
        now.0.saturating_sub(self.0)
    }

    /// Whether the platform will likely refuse a signature of this moment at `now`.
    pub fn is_stale_at(self, now: Self) -> bool {
        self.age_at(now) > STALE_AFTER_SECONDS
    }

    /// Whether it lies in the years 1970 to 2099. 0 is what a clock gives that stands before them.
    pub fn is_plausible(self) -> bool {
        (1..END).contains(&self.0)
    }

    /// As people in China read it: `2026-11-24 10:00:00`; outside 1970 to 2099 the bare number,
    /// which is no date.
    pub fn china_time(self) -> String {
        self.written("%Y-%m-%d %H:%M:%S")
    }

    /// The fourteen digits with which a log id of this time begins.
    pub fn digits(self) -> String {
        self.written("%Y%m%d%H%M%S")
    }

    /// A part of a file's name: `20261124-100000`.
    pub fn file_stamp(self) -> String {
        self.written("%Y%m%d-%H%M%S")
    }

    /// The time of fourteen digits `yyyyMMddHHmmss` in China, from 2000 to 2099.
    pub fn of_digits(digits: &str) -> Option<Self> {
        if digits.len() != 14
            || !digits.starts_with("20")
            || !digits.bytes().all(|byte| byte.is_ascii_digit())
        {
            return None;
        }

        // A leap second is written as 60, which no log id has.
        let is_leap = digits.ends_with("60");
        let civil = DateTime::strptime("%Y%m%d%H%M%S", digits)
            .ok()
            .filter(|_| !is_leap)?;
        let time = CHINA.to_timestamp(civil).ok()?;

        u64::try_from(time.as_second()).ok().map(Self)
    }

    fn written(self, form: &str) -> String {
        let seconds = i64::try_from(self.0).ok().filter(|_| self.0 < END);
        let time = seconds.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
        time.map_or_else(
            || self.to_string(),
            |time| CHINA.to_datetime(time).strftime(form).to_string(),
        )
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_and_written() {
        // date -u -d '2023-11-14 22:13:20' +%s
        assert_eq!(
            Timestamp::of_digits("20231115061320"),
            Some(Timestamp(1_700_000_000))
        );
        for seconds in [
            946_656_000,
            1_709_222_399,
            1_709_222_400,
            1_709_308_800,
            1_735_660_800,
            4_102_415_999,
        ] {
            let time = Timestamp(seconds);
            assert_eq!(
                Timestamp::of_digits(&time.digits()),
                Some(time),
                "{}",
                time.china_time()
            );
        }

        assert_eq!(Timestamp(1_700_000_000).china_time(), "2023-11-15 06:13:20");
        assert_eq!(Timestamp(1_700_000_000).file_stamp(), "20231115-061320");
        for none in [
            "",
            "2023",
            "20231315061320",
            "20231115066320",
            "20231115061360",
            "abcdefghijklmn",
            "99991115061320",
        ] {
            assert_eq!(Timestamp::of_digits(none), None, "{none}");
        }
    }

    #[test]
    fn a_signature_is_stale_after_an_hour() {
        let signed = Timestamp(1_700_000_000);
        assert!(!signed.is_stale_at(Timestamp(1_700_003_600)));
        assert!(signed.is_stale_at(Timestamp(1_700_003_601)));
        assert_eq!(signed.age_at(Timestamp(0)), 0);
    }

    #[test]
    fn what_is_no_time_is_a_number() {
        for seconds in [
            END,
            1_700_000_000_000,
            u64::MAX / 1000,
            u64::MAX - 1,
            u64::MAX,
        ] {
            let time = Timestamp(seconds);
            assert_eq!(time.china_time(), seconds.to_string());
            assert!(!time.is_plausible());
        }

        assert_eq!(Timestamp(END - 1).china_time(), "2100-01-01 07:59:59");
        assert!(!Timestamp(0).is_plausible());
        assert_eq!(Timestamp(5).age_at(Timestamp(3)), 0);
    }
}
