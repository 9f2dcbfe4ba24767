//! In: a log id. Out: the time in it, where it begins with one.

use crate::core::signing::Timestamp;

/// Seconds that China is ahead of UTC; there is no summer time.
const CHINA: i64 = 8 * 3600;

/// The time of a log id that begins with `yyyyMMddHHmmss`. Seen in samples, not documented; taken for China time.
pub fn time(log_id: &str) -> Option<Timestamp> {
    let digits = log_id.trim().get(..14).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let number = |from: usize, to: usize| digits[from..to].parse::<i64>().ok();
    let (year, month, day) = (number(0, 4)?, number(4, 6)?, number(6, 8)?);
    let (hour, minute, second) = (number(8, 10)?, number(10, 12)?, number(12, 14)?);
    let is_time = (2000..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    if !is_time || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let seconds = days_since_1970(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - CHINA;
    u64::try_from(seconds).ok().map(Timestamp)
}

/// A time as people in China read it: `2026-11-24 10:00:00`.
pub fn china_time(time: Timestamp) -> String {
    let seconds = i64::try_from(time.0).unwrap_or_default() + CHINA;
    let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, day) = date(days);
    format!("{year:04}-{month:02}-{day:02} {:02}:{:02}:{:02}", rest / 3600, rest / 60 % 60, rest % 60)
}

/// The beginning of a log id of this time.
pub fn digits(time: Timestamp) -> String {
    china_time(time).chars().filter(char::is_ascii_digit).collect()
}

/// Days from 1970-01-01 to a date of the Gregorian calendar, counted in years that begin in March.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The date that is so many days after 1970-01-01.
fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let years = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * years + years / 4 - years / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (years + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_and_written() {
        // date -u -d '2023-11-14 22:13:20' +%s
        assert_eq!(time("20231115061320010203040506ABCDEF"), Some(Timestamp(1_700_000_000)));
        for seconds in [946_656_000, 1_709_222_399, 1_709_222_400, 1_709_308_800, 1_735_660_800, 4_102_415_999] {
            assert_eq!(
                time(&digits(Timestamp(seconds))),
                Some(Timestamp(seconds)),
                "{}",
                china_time(Timestamp(seconds))
            );
        }
        assert_eq!(china_time(Timestamp(1_700_000_000)), "2023-11-15 06:13:20");
        for none in ["", "2023", "20231315061320", "20231115066320", "abcdefghijklmnop", "99991115061320"] {
            assert_eq!(time(none), None, "{none}");
        }
    }
}
