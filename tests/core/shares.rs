//! In: random orders, and random faults of every kind in them. Out: how many are explained by the
//! right cause, and that nothing false is proven of correct ones.
//!
//! `SHARES=300 cargo test --release --test core shares -- --nocapture` prints the whole table,
//! `SHARES_OF="+ inner"` beside it those of its rows whose name has that in it.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use serde_json::Value;
use tt_order_builder::core::diagnosis::search::Watch;
use tt_order_builder::core::diagnosis::{Case, KnownKey, Report, verify};
use tt_order_builder::core::encoding::base64;
use tt_order_builder::core::key::PrivateKey;
use tt_order_builder::core::time::Timestamp;

use super::dice::Dice;
use super::share_faults::{
    BODIES, Body, Codes, FRAMES, LAYOUT, Lines, NONCE, TIME, compact, lines, order, spaced,
};

const NOW: Timestamp = Timestamp(1_700_000_300);

struct Bench {
    key: PrivateKey,
    keys: Vec<KnownKey>,
}

impl Bench {
    fn new() -> Self {
        let key = PrivateKey::from_file(include_bytes!("../data/keys/app.pkcs8.pem")).unwrap();
        let known = KnownKey {
            name: "app".to_owned(),
            is_platform: false,
            is_expected: true,
            app_id: None,
            key_version: None,
            key: key.public().clone(),
        };
        Self {
            key,
            keys: vec![known],
        }
    }

    fn report(&self, sent: &[u8], signed: &[u8]) -> Report {
        let signature = base64(&self.key.sign_sha256(signed).unwrap());
        let case = Case {
            data: sent.to_vec(),
            authorization: format!(
                "SHA256-RSA2048 appid=tt0123456789abcdef,nonce_str={NONCE},timestamp={TIME},key_version=1,signature={signature}"
            ),
            ..Case::default()
        };
        verify(&case, &self.keys, NOW, &Watch::default())
    }
}

/// One fault of the body, in a random direction: what was sent, what was signed, the codes.
fn body_fault(fault: Body, dice: &mut Dice) -> Option<(Vec<u8>, Vec<u8>, Codes)> {
    let order = order(dice);
    let sent = compact(&order).into_bytes();
    let (signed, codes) = fault(&order, dice);
    if sent == signed {
        return None;
    }
    // Only what is text can be sent, and a whole that is gone cannot be undone.
    let is_sendable = std::str::from_utf8(&signed).is_ok() && signed.starts_with(b"{");
    Some(if is_sendable && dice.chance(3) {
        (signed, sent, codes)
    } else {
        (sent, signed, codes)
    })
}

fn proven(report: &Report) -> BTreeSet<&'static str> {
    let findings = report.findings.iter().filter(|finding| finding.proven);
    findings.map(|finding| finding.code.name()).collect()
}

/// How many faults of a kind are explained by one of their codes.
#[derive(Default)]
struct Share {
    right: usize,
    all: usize,
    times: Vec<Duration>,
    missed: Vec<String>,
}

impl Share {
    fn add(&mut self, report: &Report, expected: &[&[&str]], time: Duration, what: String) {
        let proven = proven(report);
        let is_named = |codes: &&[&str]| codes.iter().any(|code| proven.contains(code));
        self.all += 1;
        self.times.push(time);
        if report.signed.is_some() && expected.iter().all(is_named) {
            self.right += 1;
        } else if self.missed.len() < 3 {
            self.missed.push(format!("{proven:?} {what}"));
        }
    }

    fn line(&mut self, name: &str) -> String {
        self.times.sort();
        let median = self.times.get(self.times.len() / 2);
        let median = median.copied().unwrap_or_default();
        let most = self.times.last().copied().unwrap_or_default();
        let (right, all) = (self.right, self.all);
        format!("{name:24} {right:4} of {all:4}   median {median:.1?}, at most {most:.1?}")
    }
}

fn count() -> usize {
    let count = std::env::var("SHARES").ok().and_then(|n| n.parse().ok());
    count.unwrap_or(1)
}

fn is_asked_for(row: &str) -> bool {
    std::env::var("SHARES_OF").map_or(true, |part| row.contains(&part))
}

#[test]
#[expect(
    clippy::print_stdout,
    reason = "the table is asked for with --nocapture"
)]
fn nearly_all_single_faults_and_pairs_are_named() {
    let bench = Bench::new();
    let mut dice = Dice::new(13);
    let (mut singles, mut pairs) = (Share::default(), Share::default());
    let mut table = Vec::new();
    let mut run =
        |name: &str, total: &mut Share, make: &mut dyn FnMut(&mut Dice) -> Option<Made>| {
            if !is_asked_for(name) {
                return;
            }
            let mut share = Share::default();
            while share.all < count() {
                let Some(made) = make(&mut dice) else {
                    continue;
                };
                let start = Instant::now();
                let report = bench.report(&made.sent, &made.signed);
                let what = String::from_utf8_lossy(&made.signed).into_owned();
                share.add(&report, &made.codes, start.elapsed(), what);
            }
            table.push(share.line(name));
            table.extend(share.missed.iter().map(|missed| format!("    {missed}")));
            println!(
                "{}",
                table[table.len() - 1 - share.missed.len()..].join("\n")
            );
            total.right += share.right;
            total.all += share.all;
            total.times.extend(share.times);
        };

    for (name, fault) in BODIES {
        run(name, &mut singles, &mut |dice| {
            let (sent, signed, codes) = body_fault(fault, dice)?;
            Some(made(sent, &lines(&signed), vec![codes]))
        });
    }
    for (name, fault) in FRAMES {
        run(name, &mut singles, &mut |dice| {
            let body = compact(&order(dice)).into_bytes();
            let mut lines = lines(&body);
            let codes = fault(&mut lines, dice);
            Some(made(body, &lines, vec![codes]))
        });
    }
    // Pairs take a second or two each in a debug build.
    let with_pairs = count() > 1;
    for (name, body) in BODIES.into_iter().filter(|_| with_pairs) {
        let pair = format!("{name} + lines");
        run(&pair, &mut pairs, &mut |dice| {
            let (sent, signed, codes) = body_fault(body, dice)?;
            let mut lines = lines(&signed);
            let frame = dice.of(&FRAMES).1;
            let others = frame(&mut lines, dice);
            Some(made(sent, &lines, vec![codes, others]))
        });
    }
    let both = [(0, 3), (1, 3), (2, 3), (0, 2), (5, 3), (0, 1)];
    for (first, second) in both.into_iter().filter(|_| with_pairs) {
        let pair = format!("{} + {}", BODIES[first].0, BODIES[second].0);
        run(&pair, &mut pairs, &mut |dice| {
            two(BODIES[first].1, BODIES[second].1, dice)
        });
    }

    println!("{}", singles.line("singles"));
    if with_pairs {
        println!("{}", pairs.line("pairs"));
    }
    assert!(
        singles.right * 100 >= singles.all * 95,
        "{}",
        table.join("\n")
    );
    assert!(pairs.right * 100 >= pairs.all * 85, "{}", table.join("\n"));
}

struct Made {
    sent: Vec<u8>,
    signed: Vec<u8>,
    codes: Vec<Codes>,
}

fn made(sent: Vec<u8>, lines: &Lines, codes: Vec<Codes>) -> Made {
    let signed = lines.text();
    Made {
        sent,
        signed,
        codes,
    }
}

/// Two faults of the body, one over the other.
fn two(first: Body, second: Body, dice: &mut Dice) -> Option<Made> {
    let order = order(dice);
    let sent = compact(&order).into_bytes();
    let (once, codes) = first(&order, dice);
    let between: Value = serde_json::from_slice(&once).ok()?;
    let (signed, others) = second(&between, dice);
    if once == sent || signed == once {
        return None;
    }
    Some(made(sent, &lines(&signed), vec![codes, others]))
}

#[test]
fn nothing_is_proven_of_correct_payloads_of_any_layout() {
    let bench = Bench::new();
    let mut dice = Dice::new(7);
    // All 10,000 where the whole table is asked for: a debug build takes its time.
    let most = if count() > 1 { 10_000 } else { 1_000 };
    for number in 0..most {
        let body = spaced(&order(&mut dice), &mut dice);
        let report = bench.report(body.as_bytes(), &lines(body.as_bytes()).text());
        assert!(report.verdict.is_valid(), "{number}: {body}");
        assert_eq!(proven(&report), BTreeSet::new(), "{number}: {body}");
    }
}

#[test]
fn another_layout_is_nothing_but_another_layout() {
    let bench = Bench::new();
    let mut dice = Dice::new(11);
    for _ in 0..100 {
        let order = order(&mut dice);
        let (sent, signed) = (spaced(&order, &mut dice), compact(&order));
        if sent == signed {
            continue;
        }
        let report = bench.report(sent.as_bytes(), &lines(signed.as_bytes()).text());
        let found = proven(&report);
        let is_layout = found
            .iter()
            .all(|code| LAYOUT.contains(code) || *code == "body.trimmed");
        assert!(is_layout && !found.is_empty(), "{found:?}: {sent}");
    }
}
