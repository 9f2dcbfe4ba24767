//! In: a document. Out: the same with its numbers spelled as other programs spell them.

use std::borrow::Cow;

use super::tree::Node;

/// How numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// As JavaScript prints them: `1.00` becomes `1`.
    Script,
    /// As Python prints them: `1.00` becomes `1.0`.
    Python,
    /// Whole numbers too get a point, as typed maps in Java write them: `1` becomes `1.0`.
    Doubles,
    /// With two decimals, as amounts in decimals are written: `1` becomes `1.00`.
    TwoDecimals,
    /// As strings: `1` becomes `"1"`.
    Quoted,
    /// As strings with two decimals: `1` becomes `"1.00"`.
    QuotedTwoDecimals,
    /// Strings that are numbers lose their quotes.
    Unquoted,
    /// As Java prints large doubles: `1.0E7`.
    Exponent,
    /// A hundredth, as yuan for fen: `150` becomes `1.5`.
    Yuan,
    /// A hundredth with two decimals: `150` becomes `1.50`.
    YuanTwoDecimals,
    /// A hundred times as much, as fen for yuan: `1.5` becomes `150`.
    Fen,
}

/// Which numbers are written so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All of them.
    All,
    /// Amounts: `price`, `totalAmount` and `initialAmount`.
    Amounts,
    /// A bit for each number, in the order of the text.
    Some(u16),
}

/// Numbers that a subset can be made of.
pub const MOST_IN_SUBSETS: usize = 8;

/// Spells numbers anew.
pub fn respell(node: &mut Node<'_>, numbers: Numbers, which: Which) {
    let mut number = 0;
    node.each_atom(&mut |_, key, value| {
        let Node::Atom(atom) = value else { return };
        let Some(bare) = number_in(atom) else { return };
        let place = number;
        number += 1;
        let is_meant = match which {
            Which::All => true,
            Which::Amounts => matches!(key, "price" | "totalAmount" | "initialAmount"),
            Which::Some(mask) => place < 16 && mask >> place & 1 == 1,
        };
        if is_meant && let Some(spelled) = spelled(bare, atom.starts_with('"'), numbers) {
            *value = Node::Atom(Cow::Owned(spelled));
        }
    });
}

/// How many numbers a document has, those in quotes too.
pub fn count(node: &mut Node<'_>) -> usize {
    let mut count = 0;
    node.each_atom(&mut |_, _, value| {
        if let Node::Atom(atom) = value {
            count += usize::from(number_in(atom).is_some());
        }
    });
    count
}

/// The number that an atom is, with or without quotes. Long digits in quotes are ids.
fn number_in(atom: &str) -> Option<&str> {
    const LONGEST_QUOTED: usize = 10;
    let bare = atom
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    let is_number = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_digit() || c == '-')
            && serde_json::from_str::<serde_json::Number>(text).is_ok()
    };
    match bare {
        Some(bare) => (bare.len() <= LONGEST_QUOTED && is_number(bare)).then_some(bare),
        None => is_number(atom).then_some(atom),
    }
}

/// A number in another spelling; `None` where that is the one it has, or nobody's.
fn spelled(bare: &str, is_quoted: bool, numbers: Numbers) -> Option<String> {
    if numbers == Numbers::Unquoted {
        return is_quoted.then(|| bare.to_owned());
    }
    if is_quoted {
        return None;
    }

    // Beyond this range every language has its own way, and nobody pays such amounts.
    let value: f64 = bare.parse().ok()?;
    if value != 0.0 && !(1e-6..1e15).contains(&value.abs()) {
        return None;
    }
    let is_whole = !bare.contains(['.', 'e', 'E']);
    let pointed = |value: f64| {
        let text = value.to_string();
        if text.contains('.') {
            text
        } else {
            text + ".0"
        }
    };

    Some(match numbers {
        Numbers::Quoted => format!("\"{bare}\""),
        Numbers::QuotedTwoDecimals => format!("\"{value:.2}\""),
        // Large whole numbers would lose digits as they do in scripts.
        Numbers::Script => value.to_string(),
        Numbers::Python if is_whole => return None,
        Numbers::Python | Numbers::Doubles => pointed(value),
        Numbers::TwoDecimals => format!("{value:.2}"),
        Numbers::Exponent => exponent(value),
        Numbers::Yuan => (value / 100.0).to_string(),
        Numbers::YuanTwoDecimals => format!("{:.2}", value / 100.0),
        Numbers::Fen => {
            let fen = value * 100.0;
            ((fen - fen.round()).abs() < 1e-6).then(|| fen.round().to_string())?
        }
        Numbers::Unquoted => return None,
    })
}

/// `1.0E7`, as `Double.toString` writes from ten millions on; smaller ones as `1e2`.
fn exponent(value: f64) -> String {
    let text = format!("{value:e}");
    match text.split_once('e') {
        Some((digits, power)) if value.abs() >= 1e7 => {
            let point = if digits.contains('.') { "" } else { ".0" };
            format!("{digits}{point}E{power}")
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(numbers: Numbers, which: Which) -> String {
        let text = r#"{"price":1.00,"n":[150,"7"],"id":"72726256598880419"}"#;
        let mut node = Node::parse(text).unwrap();
        assert_eq!(count(&mut node), 3);
        respell(&mut node, numbers, which);
        let mut out = String::new();
        node.write_own(&mut out);
        out.replace(r#","id":"72726256598880419"}"#, "")
    }

    #[test]
    fn numbers_are_spelled_as_others_do() {
        for (numbers, expected) in [
            (Numbers::Script, r#"{"price":1,"n":[150,"7"]"#),
            (Numbers::Python, r#"{"price":1.0,"n":[150,"7"]"#),
            (Numbers::Doubles, r#"{"price":1.0,"n":[150.0,"7"]"#),
            (Numbers::TwoDecimals, r#"{"price":1.00,"n":[150.00,"7"]"#),
            (Numbers::Quoted, r#"{"price":"1.00","n":["150","7"]"#),
            (Numbers::Unquoted, r#"{"price":1.00,"n":[150,7]"#),
            (Numbers::Exponent, r#"{"price":1e0,"n":[1.5e2,"7"]"#),
            (Numbers::Yuan, r#"{"price":0.01,"n":[1.5,"7"]"#),
            (Numbers::Fen, r#"{"price":100,"n":[15000,"7"]"#),
        ] {
            assert_eq!(written(numbers, Which::All), expected);
        }
        assert_eq!(
            written(Numbers::Quoted, Which::Some(0b010)),
            r#"{"price":1.00,"n":["150","7"]"#
        );
        assert_eq!(
            written(Numbers::Script, Which::Amounts),
            r#"{"price":1,"n":[150,"7"]"#
        );
        assert_eq!(exponent(12_345_678.0), "1.2345678E7");
    }
}
