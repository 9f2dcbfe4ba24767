//! In: an amount in fen, or typed in some unit. Out: the same amount in yuan, or what it may mean
//! in fen.

use crate::core::chars::half_width;

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

/// The amount in yuan as it is typed, without marks: `12.50`.
pub fn plain_yuan(fen: i64) -> String {
    yuan(fen).replace(['¥', ','], "")
}

/// An amount that is typed in yuan, in fen; `None` where it is none, or has a part of a fen.
pub fn fen(typed: &str) -> Option<i64> {
    // No price is negative, but what is typed is kept for what it is.
    let (sign, plain) = match typed.trim().strip_prefix('-') {
        Some(plain) => (-1, plain),
        None => (1, typed),
    };
    let readings = readings(plain).filter(|_| !plain.contains('分'))?;
    let whole = || readings.if_fen?.checked_mul(100);
    readings.if_yuan.or_else(whole)?.checked_mul(sign)
}

/// Fen of an amount that was typed or pasted with marks (`¥12.50`, `1,250`, `12.5元`, ` 12 `);
/// `None` where it has no marks, or could mean yuan and fen.
pub fn cleaned(typed: &str) -> Option<i64> {
    let is_mark = |c: char| c.is_whitespace() || ",，¥￥元分".contains(c);
    let readings = readings(typed).filter(|_| typed.contains(is_mark))?;
    match readings {
        Readings {
            if_yuan: Some(fen),
            if_fen: None,
        }
        | Readings {
            if_yuan: None,
            if_fen: Some(fen),
        } => Some(fen),
        _ => None,
    }
}

/// The fen of an amount for a field in fen: whole fen, or one with marks that can mean nothing
/// else.
pub fn fen_of(typed: &str) -> Option<i64> {
    typed.trim().parse().ok().or_else(|| cleaned(typed))
}

/// An amount that is not spelled as whole fen, with what it may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Readings {
    /// Fen, if yuan are meant; `None` where the text says that fen are.
    pub if_yuan: Option<i64>,
    /// Fen, if fen are meant; the part of one cut off. `None` where yuan are named.
    pub if_fen: Option<i64>,
}

/// Reads `12.5`, `100.0`, `12.5元`, `¥1,250`, ` 12 `; `None` for what is no amount, or has more
/// digits than any has.
pub fn readings(typed: &str) -> Option<Readings> {
    const LONGEST: usize = 40;
    if typed.len() > LONGEST {
        return None;
    }

    let typed: String = typed.chars().map(half_width).collect();
    let names_yuan = typed.contains(['¥', '￥', '元']);
    let names_fen = typed.contains('分');
    let is_mark = |c: char| c.is_whitespace() || ",，¥￥元分".contains(c);
    let digits: String = typed.chars().filter(|c| !is_mark(*c)).collect();
    // Commas part thousands; one elsewhere is that of another country, and may mean anything.
    if !has_groups_of_three(typed.trim_matches(|c| c != ',' && is_mark(c))) {
        return None;
    }
    let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !are_digits(whole) || !are_digits(decimals) || whole.len() + decimals.len() == 0 {
        return None;
    }

    // Floats come with many decimals: 1989.9999999999998 is 1990.
    let value: f64 = format!("0{whole}.{decimals}0").parse().ok()?;
    let exact = |value: f64| (value - value.round()).abs() < 1e-6 && value < 9e13;
    let fen = |value: f64| -> Option<i64> { format!("{:.0}", value.round()).parse().ok() };
    if !exact(value) && !exact(value * 100.0) {
        return None;
    }

    // Nobody types so many decimals: a sum of floats, in fen already.
    let is_float = decimals.len() > 6 && exact(value);
    let is_yuan = names_yuan || digits.contains('.') && !names_fen && !is_float;
    let as_fen = if exact(value) { value } else { value.floor() };
    Some(Readings {
        if_yuan: fen(value * 100.0).filter(|_| is_yuan && exact(value * 100.0)),
        if_fen: fen(as_fen).filter(|fen| !names_yuan && (*fen > 0 || !is_yuan)),
    })
}

/// Whether what parts the digits of an amount stands between thousands, if there is any.
fn has_groups_of_three(digits: &str) -> bool {
    let is_gap = |c: char| c.is_whitespace() || ",，".contains(c);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut groups = whole.split(is_gap);
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    let has_one = rest.peek().is_none();
    !decimals.contains(is_gap)
        && (has_one || (1..=3).contains(&first.len()))
        && rest.all(|group| group.len() == 3)
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
    fn marks_are_taken_away_where_only_one_thing_can_be_meant() {
        for (typed, expected) in [
            ("¥12.50", Some(1250)),
            ("12.5元", Some(1250)),
            ("1,250", Some(1250)),
            (" 12 ", Some(12)),
            ("１２元", Some(1200)),
            ("12.5", None),
            ("1,250.00", None),
            ("12", None),
            ("元", None),
            ("一元", None),
        ] {
            assert_eq!(cleaned(typed), expected, "{typed}");
        }
    }

    #[test]
    fn what_is_typed_in_yuan_is_fen() {
        assert_eq!(fen("-2"), Some(-200));
        assert_eq!(fen("--2"), None);
        for (typed, expected) in [
            ("12.5", Some(1250)),
            ("12", Some(1200)),
            ("0.01", Some(1)),
            ("1,250", Some(125_000)),
            ("0", Some(0)),
            ("12分", None),
            ("0.001", None),
            ("1e3", None),
            ("12,5", None),
            ("1 250,00", None),
            ("1 250.00", Some(125_000)),
            ("1,25,000", None),
            ("1234,567", None),
            (",5", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(fen(typed), expected, "{typed}");
        }
        assert_eq!(fen(&plain_yuan(123_456)), Some(123_456));
    }

    #[test]
    fn amounts_are_read_in_both_units() {
        for (typed, if_yuan, if_fen) in [
            ("12.5", Some(1250), Some(12)),
            ("100.0", Some(10_000), Some(100)),
            ("1.00", Some(100), Some(1)),
            ("1989.9999999999998", None, Some(1990)),
            ("0.01", Some(1), None),
            ("１２.５元", Some(1250), None),
            ("12.5元", Some(1250), None),
            ("¥1,250", Some(125_000), None),
            (" 12 ", None, Some(12)),
            ("12分", None, Some(12)),
            ("12.0分", None, Some(12)),
        ] {
            assert_eq!(
                readings(typed),
                Some(Readings { if_yuan, if_fen }),
                "{typed}"
            );
        }
        for typed in [
            "",
            ".",
            "1.2345",
            "-1.0",
            "1e3",
            "两",
            "99999999999999999999.00.1",
        ] {
            assert_eq!(readings(typed), None, "{typed}");
        }
    }
}
