//! In: a [`SignedOrder`] and a language of programming. Out: a program that makes the very same
//! signature.

use std::fmt::Write as _;

use super::signed::SignedOrder;
use crate::core::language::Language;
use crate::core::spelling::push_escape;

impl Language {
    /// What the file with the program is called.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Node => "sign.js",
            Self::Python => "sign.py",
            Self::Go => "sign.go",
            Self::Java => "Sign.java",
            Self::Php => "sign.php",
            Self::CSharp => "Program.cs",
        }
    }

    fn template(self) -> &'static str {
        match self {
            Self::Node => include_str!("../../../assets/snippets/node.js"),
            Self::Python => include_str!("../../../assets/snippets/python.py"),
            Self::Go => include_str!("../../../assets/snippets/go.go"),
            Self::Java => include_str!("../../../assets/snippets/java.java"),
            Self::Php => include_str!("../../../assets/snippets/php.php"),
            Self::CSharp => include_str!("../../../assets/snippets/csharp.cs"),
        }
    }

    /// The text as a string literal of the language, in printable ASCII and letters only where the
    /// language allows it: what was copied through an editor or a chat must still be the same text.
    fn literal(self, text: &str) -> String {
        if self != Self::Java {
            return self.quoted(text);
        }

        // A constant of the class file has at most 65,535 bytes.
        let chars: Vec<char> = text.chars().collect();
        let pieces: Vec<String> = chars
            .chunks(10_000)
            .map(|piece| self.quoted(&String::from_iter(piece)))
            .collect();
        match pieces.as_slice() {
            [] => "\"\"".to_owned(),
            [one] => one.clone(),
            several => format!("String.join(\"\", {})", several.join(", ")),
        }
    }

    fn quoted(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 2);
        out.push('"');
        for c in text.chars() {
            match c {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                '$' if self == Self::Php => out.push_str("\\$"),
                ' '..='~' => out.push(c),
                c if c.is_alphanumeric() && self != Self::Java => out.push(c),
                c => self.escape(c, &mut out),
            }
        }

        out.push('"');
        out
    }

    fn escape(self, c: char, out: &mut String) {
        let code = u32::from(c);
        // Writing to a `String` cannot fail.
        let _ = match self {
            // `\u000a` would end the line: Java reads such escapes before it looks for strings.
            Self::Java if code < 0x80 => write!(out, "\\{code:03o}"),
            Self::Php => write!(out, "\\u{{{code:x}}}"),
            Self::Go | Self::Python if code > 0xffff => write!(out, "\\U{code:08x}"),
            Self::Go | Self::Python => write!(out, "\\u{code:04x}"),
            Self::Node | Self::Java | Self::CSharp => {
                push_escape(out, c, false);
                Ok(())
            }
        };
    }
}

/// The program, which reads the private key from the file named on its command line. Its output
/// is the `byteAuthorization` of `signed`, given the same private key.
pub fn snippet(language: Language, signed: &SignedOrder) -> String {
    let literal = |text: &str| language.literal(text);
    let values = [
        ("@APP_ID@", literal(signed.identity().app_id.as_str())),
        (
            "@KEY_VERSION@",
            literal(signed.identity().key_version.as_str()),
        ),
        ("@TIMESTAMP@", signed.moment().timestamp.to_string()),
        ("@NONCE@", literal(signed.moment().nonce.as_str())),
        ("@URI@", literal(signed.uri().as_str())),
        // Last: what stands in it must not be taken for one of the names above.
        ("@DATA@", literal(signed.data())),
    ];
    values
        .iter()
        .fold(language.template().to_owned(), |program, (name, value)| {
            program.replacen(name, value, 1)
        })
}
