//! In: an amount in fen. Out: the same amount in yuan, to be shown beside it.

/// The amount in yuan with two decimals, `¥12,345.67`; one yuan is 100 fen.
pub fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    let fen = fen.unsigned_abs();
    let digits = (fen / 100).to_string();
    let mut whole = String::with_capacity(digits.len() * 4 / 3);

    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            whole.push(',');
        }
        whole.push(digit);
    }

    format!("{sign}¥{whole}.{:02}", fen % 100)
}

/// Reads an amount typed in yuan (`12.5`, `0.01`) as fen; `None` unless it has one decimal point
/// and at most two decimals.
pub fn fen_of_yuan(typed: &str) -> Option<i64> {
    let (whole, decimals) = typed.trim().split_once('.')?;
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole)
        || !digits(decimals)
        || decimals.len() > 2
        || whole.len() + decimals.len() == 0
    {
        return None;
    }

    format!("{whole}{decimals:0<2}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yuan_has_two_decimals_and_groups_of_three() {
        for (fen, shown) in [
            (0, "¥0.00"),
            (1, "¥0.01"),
            (9_999, "¥99.99"),
            (100_000, "¥1,000.00"),
            (123_456_789, "¥1,234,567.89"),
            (-5, "-¥0.05"),
            (i64::MIN, "-¥92,233,720,368,547,758.08"),
        ] {
            assert_eq!(yuan(fen), shown);
        }
    }

    #[test]
    fn typed_yuan_become_fen() {
        for (typed, fen) in [
            ("12.5", Some(1250)),
            ("0.01", Some(1)),
            ("1.", Some(100)),
            (".5", Some(50)),
            ("12", None),
            (".", None),
            ("1.234", None),
            ("-1.0", None),
            ("99999999999999999999.00", None),
        ] {
            assert_eq!(fen_of_yuan(typed), fen, "{typed}");
        }
    }
}
