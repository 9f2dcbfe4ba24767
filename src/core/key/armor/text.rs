//! In: the bytes of a key file. Out: its text, with what had to be repaired.

use zeroize::Zeroizing;

use super::unsupported;
use crate::core::key::error::KeyError;
use crate::core::key::format::Repair;

/// A text with the repairs that made it readable.
pub struct Text {
    /// The text.
    pub text: Zeroizing<String>,
    /// What had to be repaired.
    pub repairs: Vec<Repair>,
}

/// The text of a file: UTF-8, or UTF-16 as some editors save; other bytes become `?`, as a comment
/// beside a key may be in any encoding.
pub fn text_of(file: &[u8]) -> Result<Text, KeyError> {
    let mut repairs = Vec::new();
    let text = match file {
        [0xff, 0xfe, rest @ ..] | [0xfe, 0xff, rest @ ..] => {
            repairs.push(Repair::Utf16);
            let big_endian = file[0] == 0xfe;
            let unit = if big_endian {
                u16::from_be_bytes
            } else {
                u16::from_le_bytes
            };

            let units = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
            // Reserved in full: a growing buffer would leave copies of the key behind.
            let mut text = String::with_capacity(rest.len() * 2);
            text.extend(char::decode_utf16(units).map(|unit| unit.unwrap_or('?')));

            text
        }
        _ => match std::str::from_utf8(file) {
            Ok(text) => text.to_owned(),
            Err(_) if file.windows(7).any(|part| part == b"-BEGIN ") => file
                .iter()
                .map(|byte| {
                    if byte.is_ascii() {
                        char::from(*byte)
                    } else {
                        '?'
                    }
                })
                .collect(),
            Err(_) => return Err(unsupported::binary(file)),
        },
    };

    let mut text = Text {
        text: Zeroizing::new(text),
        repairs,
    };
    text.replace(&["\u{feff}"], "", Repair::ByteOrderMark);
    text.replace(&["\u{200b}", "\u{a0}", "\u{2060}"], "", Repair::Invisible);
    text.replace(
        &["\\\\r\\\\n", "\\\\n", "\\r\\n", "\\n"],
        "\n",
        Repair::LiteralNewlines,
    );
    text.replace(&["\r\n"], "\n", Repair::CarriageReturns);

    // JSON of PHP, and lines that go on in the next one.
    text.replace(&["\\/"], "/", Repair::Escapes);
    text.replace(&["\\\n"], "\n", Repair::Escapes);
    // Line ends of web pages.
    text.replace(&["<br>", "<br/>", "<br />"], "\n", Repair::TextAround);
    text.join();
    text.leave_margin_out();
    Ok(text)
}

impl Text {
    /// Joins the pieces of a text that a program puts together: `"…" + "…"`, `'…' . '…'`, a list
    /// of lines. No key has a quote in it.
    fn join(&mut self) {
        // Base64 of a key begins with these three where its first line is missing.
        let begin = self.text.find("-BEGIN ").or_else(|| self.text.find("MII"));
        let Some(begin) = begin else { return };
        let is_between = |c: char| c.is_whitespace() || matches!(c, '+' | '.' | ',' | '&' | '_');

        // Reserved in full: a growing text would leave copies of the key behind.
        let mut joined = Zeroizing::new(String::with_capacity(self.text.len()));
        joined.push_str(&self.text[..begin]);
        let mut rest = &self.text[begin..];
        let mut found = false;
        while let Some(at) = rest.find(['"', '\'']) {
            let quote = &rest[at..=at];
            let behind = rest[at + 1..].trim_start_matches(is_between);
            joined.push_str(&rest[..at]);
            // What a colon follows is the name of the next member of JSON, not a piece of the key.
            let is_name = |next: &str| {
                let end = next.find(quote).map_or("", |end| &next[end + 1..]);
                end.trim_start().starts_with(':')
            };
            let next = behind.strip_prefix(quote).filter(|next| !is_name(next));
            rest = if let Some(next) = next {
                found = true;
                // A line of its own stays one.
                if !joined.ends_with('\n') {
                    joined.push('\n');
                }
                next
            } else {
                joined.push_str(quote);
                &rest[at + 1..]
            };
        }
        joined.push_str(rest);

        if found {
            drop(std::mem::replace(&mut self.text, joined));
            self.repairs.push(Repair::Joined);
        }
    }

    /// Leaves out what stands before every line of a PEM: numbers of lines, `> ` of mails, `+` of
    /// differences, marks of comments.
    fn leave_margin_out(&mut self) {
        let Some(begin) = self.text.find("-BEGIN ") else {
            return;
        };
        let before = self.text[..begin].rsplit('\n').next().unwrap_or_default();
        let margin = Zeroizing::new(before.trim_end_matches('-').to_owned());
        let is_number = margin.contains(|c: char| c.is_ascii_digit())
            && without_number(&margin).is_some_and(str::is_empty);
        let without = |line: &str| -> Option<usize> {
            let rest = if is_number {
                without_number(line)
            } else {
                line.strip_prefix(margin.as_str())
            };
            rest.map(|rest| line.len() - rest.len())
        };

        let second = self.text[begin..].lines().nth(1);
        if margin.trim().is_empty() || second.and_then(without).is_none() {
            return;
        }

        // Reserved in full: a growing text would leave copies of the key behind.
        let mut bare = Zeroizing::new(String::with_capacity(self.text.len()));
        for line in self.text.split_inclusive('\n') {
            bare.push_str(&line[without(line).unwrap_or_default()..]);
        }
        self.text = bare;
        if !self.repairs.contains(&Repair::TextAround) {
            self.repairs.push(Repair::TextAround);
        }
    }

    /// Replaces every one of `olds`, and remembers it.
    fn replace(&mut self, olds: &[&str], new: &str, repair: Repair) {
        for old in olds {
            if self.text.contains(old) {
                // Reserved in full: a growing text would leave copies of the key behind.
                let mut replaced = Zeroizing::new(String::with_capacity(self.text.len()));
                for (place, part) in self.text.split(old).enumerate() {
                    replaced.push_str(if place > 0 { new } else { "" });
                    replaced.push_str(part);
                }

                self.text = replaced;
                if !self.repairs.contains(&repair) {
                    self.repairs.push(repair.clone());
                }
            }
        }
    }
}

/// A line behind its number and what separates the two; `None` where it has no number, or where
/// nothing separates it from what follows.
fn without_number(line: &str) -> Option<&str> {
    let number = line.trim_start();
    let behind = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let separates = |c: char| c.is_whitespace() || matches!(c, ':' | '|' | '.' | ')');
    let rest = behind.trim_start_matches(separates);
    (behind.len() < number.len() && rest.len() < behind.len()).then_some(rest)
}
