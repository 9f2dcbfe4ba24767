//! In: the values of a header. Out: the lines around the body, as the signer may have had them.

use super::code::Code;
use super::intake::Kind;
use crate::core::platform::{METHOD, REQUEST_ORDER};

/// Timestamps up to this many seconds away are tried.
const WINDOW: i64 = 300;

/// Of those, the ones that are combined with two other changes.
const NEAR: i64 = 5;

/// Methods that people sign with.
const METHODS: [&str; 5] = ["GET", "post", "Post", "PUT", ""];

/// URIs that people sign with; the long ones stand in error reports of the client and in older
/// documents.
const URIS: [&str; 19] = [
    "requestOrder",
    "/requestOrder/",
    "requestOrder/",
    "tt.requestOrder",
    "/tt.requestOrder",
    "/requestorder",
    "/request_order",
    "/RequestOrder",
    "",
    "/",
    "/createSignOrder",
    "createSignOrder",
    "/createOrder",
    "/api/requestOrder",
    "/api/trade_basic/v1/user/order_create",
    "/api/trade/v2/create_order",
    "/api/apps/ecpay/v1/create_order",
    "https://open.douyin.com/requestOrder",
    "https://developer.toutiao.com/requestOrder",
];

/// One line of a string to sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// `POST`.
    Method,
    /// `/requestOrder`.
    Uri,
    /// Seconds.
    Timestamp,
    /// The random text.
    Nonce,
    /// `data`, or the callback's body.
    Body,
}

/// What stands between lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Between {
    Lf,
    CrLf,
    Literal,
    Nothing,
}

/// What stands behind the last line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    One,
    Missing,
    Doubled,
}

/// Everything of a string to sign but its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// How many things differ from what is expected.
    rank: usize,
    /// Whether it is combined with few others only.
    far: bool,
    method: &'static str,
    uri: &'static str,
    timestamp: String,
    nonce: String,
    lines: Vec<Line>,
    between: Between,
    end: End,
    codes: Vec<Code>,
}

/// One change to a frame.
struct Change {
    far: bool,
    axis: usize,
    code: Code,
    apply: Box<dyn Fn(&mut Frame)>,
}

impl Frame {
    /// The frame that is expected.
    pub fn expected(kind: Kind, timestamp: &str, nonce: &str) -> Self {
        Self {
            rank: 0,
            far: false,
            method: METHOD,
            uri: REQUEST_ORDER,
            timestamp: timestamp.to_owned(),
            nonce: nonce.to_owned(),
            lines: lines(kind),
            between: Between::Lf,
            end: End::One,
            codes: Vec::new(),
        }
    }

    /// Codes of what differs from what is expected.
    pub fn codes(&self) -> &[Code] {
        &self.codes
    }

    /// The values that stand in its lines, for the sentences of its codes.
    pub fn values(&self) -> [(&'static str, &str); 4] {
        [
            ("method", self.method),
            ("uri", self.uri),
            ("timestamp", &self.timestamp),
            ("nonce", &self.nonce),
        ]
    }

    /// Whether it may be combined with n changes to the body and the hashing.
    pub fn goes_with(&self, others: usize) -> bool {
        !self.far || self.rank + others <= 2
    }

    /// Writes the whole string.
    pub fn write(&self, body: &[u8], out: &mut Vec<u8>) {
        let between: &[u8] = match self.between {
            Between::Lf => b"\n",
            Between::CrLf => b"\r\n",
            Between::Literal => b"\\n",
            Between::Nothing => b"",
        };
        out.clear();
        for (place, line) in self.lines.iter().enumerate() {
            if place > 0 {
                out.extend_from_slice(between);
            }
            out.extend_from_slice(match line {
                Line::Method => self.method.as_bytes(),
                Line::Uri => self.uri.as_bytes(),
                Line::Timestamp => self.timestamp.as_bytes(),
                Line::Nonce => self.nonce.as_bytes(),
                Line::Body => body,
            });
        }

        let ends = match self.end {
            End::One => 1,
            End::Missing => 0,
            End::Doubled => 2,
        };
        for _ in 0..ends {
            out.extend_from_slice(between);
        }
    }
}

/// The lines that are expected.
fn lines(kind: Kind) -> Vec<Line> {
    match kind {
        Kind::Order => vec![
            Line::Method,
            Line::Uri,
            Line::Timestamp,
            Line::Nonce,
            Line::Body,
        ],
        Kind::Callback => vec![Line::Timestamp, Line::Nonce, Line::Body],
    }
}

/// The frames by the number of their changes, made when they are asked for.
pub struct Frames {
    changes: Vec<Change>,
    by_rank: Vec<Vec<Frame>>,
}

impl Frames {
    /// Begins with the frame that is expected.
    pub fn new(kind: Kind, timestamp: &str, nonce: &str) -> Self {
        let expected = Frame::expected(kind, timestamp, nonce);
        Self {
            changes: changes(kind, &expected),
            by_rank: vec![vec![expected]],
        }
    }

    /// Makes all frames with up to n changes; two at most.
    pub fn extend_to(&mut self, rank: usize) {
        let expected = self.by_rank[0][0].clone();
        if self.by_rank.len() == 1 && rank >= 1 {
            let single = self
                .changes
                .iter()
                .map(|change| change.on(&expected))
                .collect();
            self.by_rank.push(single);
        }

        if self.by_rank.len() == 2 && rank >= 2 {
            let mut pairs = Vec::new();
            for (place, first) in self.changes.iter().enumerate() {
                let others = self.changes[place + 1..]
                    .iter()
                    .filter(|second| second.axis != first.axis);
                let one = first.on(&expected);
                pairs.extend(
                    others
                        .filter(|second| !(first.far && second.far))
                        .map(|second| second.on(&one)),
                );
            }

            self.by_rank.push(pairs);
        }
    }

    /// Those with exactly n changes.
    pub fn of_rank(&self, rank: usize) -> &[Frame] {
        self.by_rank
            .get(rank)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }
}

impl Change {
    /// The frame with one more change.
    fn on(&self, frame: &Frame) -> Frame {
        let mut next = frame.clone();
        (self.apply)(&mut next);
        next.rank += 1;
        next.far |= self.far;
        next.codes.push(self.code);

        next
    }
}

fn changes(kind: Kind, expected: &Frame) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut add = |axis, far, code, apply: Box<dyn Fn(&mut Frame)>| {
        changes.push(Change {
            far,
            axis,
            code,
            apply,
        });
    };
    add(
        0,
        false,
        Code::NewlineFinalMissing,
        Box::new(|frame| frame.end = End::Missing),
    );
    add(
        0,
        false,
        Code::NewlineFinalDoubled,
        Box::new(|frame| frame.end = End::Doubled),
    );
    add(
        1,
        false,
        Code::NewlineCrlf,
        Box::new(|frame| frame.between = Between::CrLf),
    );
    add(
        1,
        false,
        Code::NewlineLiteral,
        Box::new(|frame| frame.between = Between::Literal),
    );
    add(
        1,
        false,
        Code::NewlineNone,
        Box::new(|frame| frame.between = Between::Nothing),
    );

    let (other, other_code) = match kind {
        Kind::Order => (Kind::Callback, Code::LinesCallbackForm),
        Kind::Callback => (Kind::Order, Code::LinesRequestForm),
    };
    add(
        2,
        false,
        other_code,
        Box::new(move |frame| frame.lines = lines(other)),
    );
    if kind == Kind::Order {
        for method in METHODS {
            add(
                3,
                false,
                Code::MethodDifferent,
                Box::new(move |frame| frame.method = method),
            );
        }
        for uri in URIS {
            add(
                4,
                false,
                Code::UriDifferent,
                Box::new(move |frame| frame.uri = uri),
            );
        }
    }

    for nonce in nonces(&expected.nonce) {
        add(
            5,
            false,
            Code::NonceRewritten,
            Box::new(move |frame| frame.nonce.clone_from(&nonce)),
        );
    }

    for (timestamp, far, code) in timestamps(&expected.timestamp) {
        add(
            6,
            far,
            code,
            Box::new(move |frame| frame.timestamp.clone_from(&timestamp)),
        );
    }

    for order in orders(&expected.lines) {
        let swapped = order
            .iter()
            .zip(&expected.lines)
            .filter(|(a, b)| a != b)
            .count()
            == 2;
        add(
            2,
            !swapped,
            Code::LinesOrder,
            Box::new(move |frame| frame.lines.clone_from(&order)),
        );
    }

    changes
}

/// The nonce as other code may have had it.
fn nonces(nonce: &str) -> Vec<String> {
    let decoded =
        super::spelling::percent_decoded(nonce).and_then(|bytes| String::from_utf8(bytes).ok());
    let all = [
        format!("\"{nonce}\""),
        nonce.to_lowercase(),
        nonce.to_uppercase(),
        decoded.unwrap_or_default(),
    ];

    let mut kept: Vec<String> = all.into_iter().filter(|other| other != nonce).collect();
    kept.dedup();
    kept
}

/// Other times: in milliseconds, in seconds, and those around, the nearest first.
fn timestamps(timestamp: &str) -> Vec<(String, bool, Code)> {
    let mut all = Vec::new();
    let Ok(seconds) = timestamp.trim().parse::<i64>() else {
        return all;
    };

    if timestamp.len() >= 13 {
        all.push((
            (seconds / 1000).to_string(),
            false,
            Code::TimestampMilliseconds,
        ));
    } else {
        let milliseconds = (0..1000).map(|rest| {
            (
                format!("{seconds}{rest:03}"),
                rest > 0,
                Code::TimestampMilliseconds,
            )
        });
        all.extend(milliseconds);
    }

    for away in 1..=WINDOW {
        for other in [seconds.saturating_sub(away), seconds.saturating_add(away)] {
            all.push((other.to_string(), away > NEAR, Code::TimestampDifferent));
        }
    }

    all
}

/// All other orders of the lines.
fn orders(expected: &[Line]) -> Vec<Vec<Line>> {
    let mut orders = vec![Vec::new()];
    for _ in expected {
        let longer = |order: &Vec<Line>| -> Vec<Vec<Line>> {
            let left = expected.iter().filter(|line| !order.contains(line));
            left.map(|line| [&order[..], &[*line]].concat()).collect()
        };
        orders = orders.iter().flat_map(longer).collect();
    }

    orders.retain(|order| order != expected);
    orders
}
