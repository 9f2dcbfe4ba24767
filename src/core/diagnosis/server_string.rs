//! In: the digest in a signature, the string to sign of what was sent, and the one that the server
//! printed. Out: whether the server's is the one that was signed, and every difference.

use crate::core::encoding::{hex, unhex};
use crate::core::key::Hash;

use super::code::Code;
use super::report::{Finding, Report, Verdict};

/// What the server's own string shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// How the text had to be read for its digest to be the one in the signature; `None` where no
    /// reading gives it.
    pub signed_as: Option<Reading>,
    /// SHA-256 of the text as it was given, hex digits.
    pub digest: String,
    /// The lines that differ from what was sent.
    pub differences: Vec<Difference>,
}

/// How a text that went through a log or an editor is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As it is.
    AsIs,
    /// With the line end that was cut from its end.
    WithLineEnd,
    /// Without the line end that was put behind it.
    WithoutLineEnd,
    /// With LF where CR LF stands.
    Unix,
    /// With the escapes of a log undone.
    Unescaped,
}

/// A line that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which line, from 1.
    pub line: usize,
    /// Bytes into the line at which the two part, from 1.
    pub byte: usize,
    /// What the server has there, up to some characters.
    pub server: String,
    /// What was sent.
    pub sent: String,
}

impl Reading {
    /// All of them, the plainest first.
    const ALL: [Self; 5] = [
        Self::AsIs,
        Self::WithLineEnd,
        Self::WithoutLineEnd,
        Self::Unix,
        Self::Unescaped,
    ];

    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::AsIs => "as_is",
            Self::WithLineEnd => "with_line_end",
            Self::WithoutLineEnd => "without_line_end",
            Self::Unix => "unix",
            Self::Unescaped => "unescaped",
        }
    }

    fn of(self, text: &[u8]) -> Option<Vec<u8>> {
        let as_text = || std::str::from_utf8(text).ok();
        match self {
            Self::AsIs => Some(text.to_vec()),
            Self::WithLineEnd => Some([text, b"\n"].concat()),
            Self::WithoutLineEnd => text.strip_suffix(b"\n").map(<[u8]>::to_vec),
            Self::Unix => Some(as_text()?.replace("\r\n", "\n").into_bytes()),
            Self::Unescaped => {
                let text = as_text()?.trim();
                let bare = text.trim_matches(['"', '\'']);
                Some(crate::core::spelling::unescaped(bare).into_bytes())
            }
        }
    }
}

/// Compares the server's string with a report.
pub fn compare(report: &Report, server: &[u8]) -> Compared {
    let opened = report.opened.as_ref();
    let hash = opened.and_then(|opened| Hash::named(&opened.hash));
    let digest = opened.and_then(|opened| unhex(&opened.digest));
    let wanted = hash.zip(digest).filter(|(_, digest)| !digest.is_empty());
    let signed_as = wanted.and_then(|(hash, digest)| {
        Reading::ALL.into_iter().find(|reading| {
            let text = reading.of(server);
            text.is_some_and(|text| hash.digest(&text) == digest)
        })
    });

    let text = signed_as
        .and_then(|reading| reading.of(server))
        .unwrap_or_else(|| server.to_vec());
    Compared {
        signed_as,
        digest: hex(&Hash::Sha256.digest(server)),
        differences: differences(&text, &report.sent),
    }
}

/// The report with what the server's string shows: where it is the one that was signed, each line
/// that differs is proven.
#[must_use]
pub fn explained(mut report: Report, compared: &Compared) -> Report {
    if compared.signed_as.is_none() || report.signed.is_some() || report.verdict.is_valid() {
        return report;
    }

    report.findings.retain(|finding| {
        let is_guess = matches!(
            finding.code,
            Code::NonceRegeneratedSuspected | Code::NotFound | Code::SearchLimited
        );
        !is_guess
    });
    let lines: &[Code] = if report.of_callback {
        &[
            Code::TimestampDifferent,
            Code::NonceDifferent,
            Code::BodyDifferent,
        ]
    } else {
        &[
            Code::MethodDifferent,
            Code::UriDifferent,
            Code::TimestampDifferent,
            Code::NonceDifferent,
            Code::BodyDifferent,
        ]
    };
    for difference in compared.differences.iter().rev() {
        let code = lines.get(difference.line - 1);
        let code = code.copied().unwrap_or(Code::NewlineFinalMissing);
        let finding = Finding::proven(code)
            .with("method", &difference.server)
            .with("uri", &difference.server)
            .with("timestamp", &difference.server)
            .with("nonce", &difference.server)
            .with("clock", "other")
            .with("expected_method", &difference.sent)
            .with("expected_uri", &difference.sent);
        report.findings.insert(0, finding);
    }
    report.verdict = Verdict::DifferentBytes;
    report
}

/// Differences that are told at most; a string to sign has five lines.
const MOST: usize = 20;

fn differences(server: &[u8], sent: &[u8]) -> Vec<Difference> {
    let split = |text: &[u8]| -> Vec<Vec<u8>> {
        text.split(|byte| *byte == b'\n')
            .map(<[u8]>::to_vec)
            .collect()
    };
    let (server, sent) = (split(server), split(sent));
    let none = Vec::new();
    let lines = (0..server.len().max(sent.len())).filter_map(|line| {
        let mine = server.get(line).unwrap_or(&none);
        let theirs = sent.get(line).unwrap_or(&none);
        let is_there = server.get(line).is_some() == sent.get(line).is_some();
        if mine == theirs && is_there {
            return None;
        }

        let same = mine.iter().zip(theirs).take_while(|(a, b)| a == b).count();
        Some(Difference {
            line: line + 1,
            byte: same + 1,
            server: excerpt(mine, same),
            sent: excerpt(theirs, same),
        })
    });
    lines.take(MOST).collect()
}

/// Some bytes around a place as text; what cannot be seen is escaped.
fn excerpt(line: &[u8], at: usize) -> String {
    const BEFORE: usize = 12;
    const BEHIND: usize = 28;
    let from = at.saturating_sub(BEFORE);
    let part = &line[from.min(line.len())..line.len().min(at + BEHIND)];
    let text = String::from_utf8_lossy(part);
    text.chars()
        .flat_map(|c| {
            let is_plain = !c.is_control() && !crate::core::chars::is_invisible(c);
            let plain = is_plain.then_some(c);
            let escaped = (!is_plain)
                .then(|| c.escape_default())
                .into_iter()
                .flatten();
            plain.into_iter().chain(escaped)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_compared_one_by_one() {
        let found = differences(b"POST\n/a\n1\n\n{}", b"POST\n/b\n1\n\n{}\n");
        let lines: Vec<(usize, usize)> = found.iter().map(|d| (d.line, d.byte)).collect();
        assert_eq!(lines, [(2, 2), (6, 1)]);
        assert_eq!((&*found[0].server, &*found[0].sent), ("/a", "/b"));
        assert_eq!(excerpt(b"a\xe2\x80\x8bb", 0), "a\\u{200b}b");
    }
}
