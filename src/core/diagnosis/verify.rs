//! In: a case, the known public keys, the time. Out: the report, by one step after the other.

use super::body::Body;
use super::case::{Case, Kind};
use super::code::{Code, Family};
use super::frame::{Frame, Frames};
use super::header::{self, Header};
use super::known_key::{KnownKey, about_key, described, opened_by, scheme};
use super::report::{Finding, Report, Verdict};
use super::search::{self, Match, Target, Watch};
use super::{lint, signature};
use crate::core::encoding::unhex;
use crate::core::key::{Hash, Opened, open};
use crate::core::platform::CallbackHeader;
use crate::core::time::{STALE_AFTER_SECONDS, Timestamp};

/// Finds out why a signature fails.
pub fn verify(case: &Case, keys: &[KnownKey], now: Timestamp, watch: &Watch) -> Report {
    let (header, mut findings) = match case.kind {
        Kind::Order => header::read(&case.authorization),
        Kind::Callback => (of_callback(case), Vec::new()),
    };
    findings.extend(ends_of_header(case));
    findings.extend(lint::lint(case.kind, &case.data, &header));
    findings.extend(age(&header, now));
    let mut expected = Vec::new();
    let timestamp = header.timestamp.clone().unwrap_or_default();
    let nonce = header.nonce.clone().unwrap_or_default();

    Frame::expected(case, &timestamp, &nonce).write(&case.data, &mut expected);
    let mut report = Report {
        verdict: Verdict::Valid,
        findings,
        opened: None,
        candidates_tried: 0,
        sent: expected,
        signed: None,
        of_callback: case.kind == Kind::Callback,
    };

    let lengths: Vec<usize> = keys.iter().map(|known| known.key.bytes()).collect();
    let (bytes, damage) =
        signature::decode(header.signature.as_deref().unwrap_or_default(), &lengths);
    let is_missing = header.signature.as_deref().unwrap_or_default().is_empty();
    let damaged = !damage.is_empty();

    if !is_missing {
        report.findings.extend(damage);
    } else if case.kind == Kind::Callback {
        report.findings.push(
            Finding::proven(Code::HeaderFieldEmpty).with("field", CallbackHeader::Signature.name()),
        );
    }

    let Some(bytes) = bytes.filter(|_| !is_missing) else {
        report.verdict = Verdict::DamagedSignature;
        return sorted(report, case.kind);
    };

    let Some(open) = opened_by(&bytes, keys) else {
        if let Some(known) = keys
            .iter()
            .find(|known| open(&bytes, &known.key) == Opened::OutOfRange)
        {
            report
                .findings
                .push(Finding::proven(Code::SignatureOutOfRange).with("key", &known.name));
        }

        report.findings.push(Finding {
            proven: !damaged,
            ..Finding::proven(Code::KeyUnknown).with("count", keys.len())
        });
        report.verdict = if damaged {
            Verdict::DamagedSignature
        } else {
            Verdict::UnknownKey
        };
        return sorted(report, case.kind);
    };

    report
        .findings
        .extend(about_key(&open, keys, case.kind, &header));
    report.opened = Some(described(&open));
    let scheme = scheme(&open.opened);
    report.findings.extend(scheme.clone());
    let outcome = compare(&open.opened, case, &header, &mut report, watch);

    if outcome == Outcome::Unexplained
        && matches!(
            open.opened,
            Opened::Pss {
                is_certain: false,
                ..
            }
        )
    {
        // Chance gives this form once in some ten thousand times: more likely none of the keys made
        // it.
        report.opened = None;
        report.findings.retain(|finding| {
            finding.code.family() != Family::Key && finding.code != Code::PaddingPss
        });
        report.findings.push(Finding::likely(Code::PaddingPss));
        report
            .findings
            .push(Finding::likely(Code::KeyUnknown).with("count", keys.len()));
        report.verdict = Verdict::UnknownKey;
        return sorted(report, case.kind);
    }

    report.verdict = verdict(outcome, damaged, scheme.is_some(), &report);
    sorted(report, case.kind)
}

/// White space behind a header that stands in a document as it is sent.
fn ends_of_header(case: &Case) -> Option<Finding> {
    let behind = &case.authorization[case.authorization.trim_end().len()..];
    let is_there = case.is_exact && !behind.is_empty();
    is_there.then(|| Finding::proven(Code::HeaderTrailing).with("found", behind.escape_default()))
}

/// How the digest in a signature stands to the bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Same,
    Explained {
        only_hashing: bool,
    },
    Unexplained,
    /// The padding hides the digest.
    Hidden,
}

/// Compares the digest with what was sent, and searches for what was signed where they differ.
fn compare(
    opened: &Opened,
    case: &Case,
    header: &Header,
    report: &mut Report,
    watch: &Watch,
) -> Outcome {
    let (hash, digest, salt) = match opened {
        Opened::Pkcs1 { hash, digest } => (*hash, digest.clone(), None),
        Opened::Pss {
            hash, salt, pss_h, ..
        } => (*hash, pss_h.clone(), Some(salt.as_slice())),
        Opened::Raw { content } => match raw_digest(content, &report.sent) {
            Some(digest) => (Hash::Sha256, digest, None),
            None => return Outcome::Hidden,
        },
        Opened::OtherKey | Opened::OutOfRange => return Outcome::Hidden,
    };

    let body = Body::new(&case.data);
    let timestamp = header.timestamp.as_deref().unwrap_or_default();
    let frames = Frames::new(case, timestamp, header.nonce.as_deref().unwrap_or_default());
    let target = Target {
        hash,
        digest: &digest,
        salt,
    };
    let searched = search::search(&target, &body, frames, watch);

    report.candidates_tried = searched.tried;
    let Some(found) = searched.found else {
        if searched.is_limited {
            report
                .findings
                .push(Finding::likely(Code::SearchLimited).with("size", case.data.len() / 1024));
        }

        let was_stopped = watch.stop.load(std::sync::atomic::Ordering::Relaxed);
        // Only a search that leaves little else lets suspect what no search can find.
        let leaves_little = !searched.is_limited
            && body.is_combined()
            && is_random(header.nonce.as_deref().unwrap_or_default())
            && !report.findings.iter().any(explains_more);
        let code = match (was_stopped, leaves_little) {
            (true, _) => Code::SearchStopped,
            (false, true) => Code::NonceRegeneratedSuspected,
            (false, false) => Code::NotFound,
        };

        report.findings.push(Finding::likely(code));
        return Outcome::Unexplained;
    };

    let mut signed = Vec::new();
    found
        .frame
        .write(&body.build(&found.plan).unwrap_or_default(), &mut signed);
    let causes = causes(&found, &body, case);
    if let [(Code::BodyTrimmed, ..)] = causes[..]
        && is_line_end_of_file(case, &found, &body)
    {
        report.findings.push(Finding::likely(Code::FileLineEnd));
        report.sent = signed;
        return Outcome::Same;
    }

    // What the signature shows outranks what the bytes alone let suspect.
    if causes
        .iter()
        .any(|(code, ..)| *code == Code::BodyDecodedOnce)
    {
        report
            .findings
            .retain(|finding| finding.code != Code::BodyDoubleEncoded);
    }

    let only_hashing = causes
        .iter()
        .all(|(code, ..)| code.family() == Family::Hash);
    for (code, writer, args) in &causes {
        report
            .findings
            .retain(|finding| finding.proven || finding.code != *code);
        if !report.findings.iter().any(|finding| finding.code == *code) {
            report.findings.push(Finding {
                args: args.clone(),
                writer,
                ..Finding::proven(*code)
            });
        }
    }

    report.signed = Some(signed);
    if causes.is_empty() {
        Outcome::Same
    } else {
        Outcome::Explained { only_hashing }
    }
}

/// Whether a nonce is one, and could have been another the next time.
fn is_random(nonce: &str) -> bool {
    nonce.len() >= 8 && !nonce.contains(['$', '{', ' '])
}

/// Whether something that the bytes show explains a signature better than what nobody can see.
fn explains_more(finding: &Finding) -> bool {
    finding.proven && finding.code.family() == Family::Header
        || matches!(
            finding.code,
            Code::EncodingLost | Code::TemplateUnresolved | Code::BodyNotJson
        )
}

/// Whether a file differs from what was signed by the line end that editors put behind the last
/// line, and by nothing else.
fn is_line_end_of_file(case: &Case, found: &Match, body: &Body<'_>) -> bool {
    let signed = body.build(&found.plan).unwrap_or_default();
    let rest = case.data.strip_prefix(&*signed);
    case.is_file && matches!(rest, Some(b"\n" | b"\r\n"))
}

type Cause = (Code, &'static str, Vec<(&'static str, String)>);

/// Causes of a match, each with what writes so and the values for its sentence.
fn causes(found: &Match, body: &Body<'_>, case: &Case) -> Vec<Cause> {
    let mut args: Vec<(&'static str, String)> = found
        .frame
        .values()
        .into_iter()
        .map(|(name, value)| (name, value.to_owned()))
        .collect();
    args.push(("clock", clock(found.frame.values(), case)));
    args.push(("expected_uri", case.expected_uri().to_owned()));
    args.push(("expected_method", case.expected_method().to_owned()));

    let frame = found.frame.codes().iter().map(|code| (*code, ""));
    let hashing = found.hashing.code().map(|code| (code, ""));
    let all = frame.chain(body.causes(&found.plan)).chain(hashing);
    all.map(|(code, writer)| (code, writer, args.clone()))
        .collect()
}

/// Whether the time that was signed is of another time zone: eight hours away, as China is from
/// UTC.
fn clock(values: [(&'static str, &str); 5], case: &Case) -> String {
    const ZONE: i64 = 8 * 3600;
    let signed = values.iter().find(|(name, _)| *name == "timestamp");
    let signed = signed.and_then(|(_, text)| text.parse::<i64>().ok());
    let (header, _) = header::read(&case.authorization);
    let sent = header.timestamp.and_then(|text| text.parse::<i64>().ok());
    let away = signed.zip(sent).map(|(signed, sent)| (signed - sent).abs());
    let is_zone = away.is_some_and(|away| (away - ZONE).abs() <= 5);
    if is_zone { "zone" } else { "other" }.to_owned()
}

/// The digest in a signature without DigestInfo: its bytes, its hex digits, or the text itself.
fn raw_digest(content: &[u8], sent: &[u8]) -> Option<Vec<u8>> {
    if content == sent {
        return Some(Hash::Sha256.digest(sent));
    }

    let hex = std::str::from_utf8(content)
        .ok()
        .filter(|text| text.len() == 64)
        .and_then(unhex);
    hex.or_else(|| (content.len() == 32).then(|| content.to_vec()))
}

fn verdict(outcome: Outcome, damaged: bool, other_scheme: bool, report: &Report) -> Verdict {
    let different = match outcome {
        Outcome::Same | Outcome::Hidden => None,
        Outcome::Explained { only_hashing: true } => Some(Verdict::WrongScheme),
        Outcome::Explained {
            only_hashing: false,
        } => Some(Verdict::DifferentBytes),
        Outcome::Unexplained => Some(Verdict::DifferentBytesUnexplained),
    };
    if damaged {
        Verdict::DamagedSignature
    } else if other_scheme {
        Verdict::WrongScheme
    } else if let Some(different) = different {
        different
    } else if report.findings.iter().any(|finding| finding.proven) {
        Verdict::ValidButSuspicious
    } else {
        Verdict::Valid
    }
}

fn sorted(mut report: Report, kind: Kind) -> Report {
    for finding in &mut report.findings {
        finding.of_callback = kind == Kind::Callback;
    }
    report.findings.sort_by_key(|finding| !finding.proven);
    report
}

/// The headers of a callback as if they stood in one.
fn of_callback(case: &Case) -> Header {
    Header {
        nonce: Some(case.nonce.trim().to_owned()),
        timestamp: Some(case.timestamp.trim().to_owned()),
        signature: Some(case.signature.trim().to_owned()),
        ..Header::default()
    }
}

/// The platform's tolerance is not in its documents, and when this was sent is not known here:
/// likely, not proven.
fn age(header: &Header, now: Timestamp) -> Option<Finding> {
    let text = header
        .timestamp
        .as_deref()
        .filter(|text| !text.is_empty())?;
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }

    // More digits than any number of seconds has are no time either.
    let seconds: u64 = text.parse().unwrap_or(u64::MAX);
    let time = Timestamp(if text.len() == 13 {
        seconds / 1000
    } else {
        seconds
    });
    if !time.is_plausible() {
        return Some(Finding::proven(Code::TimestampImplausible).with("timestamp", text));
    }

    let away = now.0.abs_diff(time.0);
    (away > STALE_AFTER_SECONDS)
        .then(|| Finding::likely(Code::TimestampStale).with("time", time.china_time()))
}
