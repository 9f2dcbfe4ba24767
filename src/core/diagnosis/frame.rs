//! In: the values of a header. Out: the lines around the body, as the signer may have had them.

use std::borrow::Cow;
use std::sync::Arc;

use super::case::{Case, Kind};
use super::code::Code;
use super::strays;

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
    LiteralCrLf,
    Nothing,
    Other(&'static str),
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
    method: Cow<'static, str>,
    uri: Cow<'static, str>,
    // Hundreds of thousands of frames share these.
    timestamp: Arc<str>,
    nonce: Arc<str>,
    lines: Arc<[Line]>,
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
    pub fn expected(case: &Case, timestamp: &str, nonce: &str) -> Self {
        Self {
            rank: 0,
            far: false,
            method: Cow::Owned(case.expected_method().to_owned()),
            uri: Cow::Owned(case.expected_uri().to_owned()),
            timestamp: timestamp.into(),
            nonce: nonce.into(),
            lines: lines(case.kind).into(),
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
    pub fn values(&self) -> [(&'static str, &str); 5] {
        let separator = match self.between {
            Between::Other("\r") => "\\r",
            Between::Other(mark) => mark,
            _ => "",
        };
        [
            ("separator", separator),
            ("method", &self.method),
            ("uri", &self.uri),
            ("timestamp", &self.timestamp),
            ("nonce", &self.nonce),
        ]
    }

    /// Whether it may be combined with n changes to the body and the hashing.
    pub fn goes_with(&self, others: usize) -> bool {
        !self.far || self.rank + others <= 2
    }

    /// Whether it is combined with likely changes only.
    pub fn is_far(&self) -> bool {
        self.far
    }

    /// Writes the whole string.
    pub fn write(&self, body: &[u8], out: &mut Vec<u8>) {
        let between: &[u8] = match self.between {
            Between::Lf => b"\n",
            Between::CrLf => b"\r\n",
            Between::Literal => b"\\n",
            Between::LiteralCrLf => b"\\r\\n",
            Between::Nothing => b"",
            Between::Other(mark) => mark.as_bytes(),
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
    leaves_out_far: bool,
}

impl Frames {
    /// Begins with the frame that is expected.
    pub fn new(case: &Case, timestamp: &str, nonce: &str) -> Self {
        let expected = Frame::expected(case, timestamp, nonce);
        Self {
            changes: changes(case.kind, &expected),
            by_rank: vec![vec![expected]],
            leaves_out_far: false,
        }
    }

    /// Makes all frames with up to n changes, two at most; pairs with an unlikely one only where
    /// there are no more than `most` of them, about. Whether all are made.
    pub fn extend_to(&mut self, rank: usize, most: usize) -> bool {
        let expected = self.by_rank[0][0].clone();
        if self.by_rank.len() == 1 && rank >= 1 {
            let changes = self.changes.iter();
            let single = changes.map(|change| change.on(&expected)).collect();
            self.by_rank.push(single);
        }

        if self.by_rank.len() == 2 && rank >= 2 {
            let likely = self.changes.iter().filter(|change| !change.far).count();
            self.leaves_out_far = (self.changes.len() - likely) * likely > most;
            let pairs = self.pairs(&expected);
            self.by_rank.push(pairs);
        }
        !self.leaves_out_far
    }

    fn pairs(&self, expected: &Frame) -> Vec<Frame> {
        let mut pairs = Vec::new();
        for (place, first) in self.changes.iter().enumerate() {
            let one = first.on(expected);
            let seconds = self.changes[place + 1..].iter().filter(|second| {
                let far = usize::from(first.far) + usize::from(second.far);
                second.axis != first.axis && far <= usize::from(!self.leaves_out_far)
            });
            pairs.extend(seconds.map(|second| second.on(&one)));
        }
        pairs
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

/// The axes along which frames change: no two changes of one are combined.
#[derive(Clone, Copy)]
enum Axis {
    End,
    Between,
    Lines,
    Method,
    Uri,
    Nonce,
    Timestamp,
}

fn changes(kind: Kind, expected: &Frame) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut add = |axis: Axis, far, code, apply: Box<dyn Fn(&mut Frame)>| {
        changes.push(Change {
            far,
            axis: axis as usize,
            code,
            apply,
        });
    };

    for (end, code) in [
        (End::Missing, Code::NewlineFinalMissing),
        (End::Doubled, Code::NewlineFinalDoubled),
    ] {
        add(Axis::End, false, code, Box::new(move |f| f.end = end));
    }
    for (between, code) in [
        (Between::CrLf, Code::NewlineCrlf),
        (Between::Literal, Code::NewlineLiteral),
        (Between::Nothing, Code::NewlineNone),
        (Between::LiteralCrLf, Code::NewlineLiteral),
        (Between::Other("\r"), Code::NewlineSeparator),
        (Between::Other(" "), Code::NewlineSeparator),
        (Between::Other("&"), Code::NewlineSeparator),
        (Between::Other("|"), Code::NewlineSeparator),
        (Between::Other(","), Code::NewlineSeparator),
    ] {
        let apply = Box::new(move |f: &mut Frame| f.between = between);
        add(Axis::Between, false, code, apply);
    }

    for (order, far, code) in orders(kind, &expected.lines) {
        let order: Arc<[Line]> = order.into();
        let apply = Box::new(move |f: &mut Frame| f.lines.clone_from(&order));
        add(Axis::Lines, far, code, apply);
    }
    if kind == Kind::Order {
        for method in strays::METHODS
            .into_iter()
            .filter(|m| *m != expected.method)
        {
            let apply = Box::new(move |f: &mut Frame| f.method = Cow::Borrowed(method));
            add(Axis::Method, false, Code::MethodDifferent, apply);
        }
        for uri in strays::URIS.into_iter().filter(|uri| *uri != expected.uri) {
            let apply = Box::new(move |f: &mut Frame| f.uri = Cow::Borrowed(uri));
            add(Axis::Uri, false, Code::UriDifferent, apply);
        }
    }

    for nonce in strays::nonces(&expected.nonce) {
        let nonce: Arc<str> = nonce.into();
        let apply = Box::new(move |f: &mut Frame| f.nonce.clone_from(&nonce));
        add(Axis::Nonce, false, Code::NonceRewritten, apply);
    }
    for (timestamp, far, code) in strays::timestamps(&expected.timestamp) {
        let timestamp: Arc<str> = timestamp.into();
        let apply = Box::new(move |f: &mut Frame| f.timestamp.clone_from(&timestamp));
        add(Axis::Timestamp, far, code, apply);
    }

    changes
}

/// Other lines: those of the other kind, in another order, one missing, one twice.
fn orders(kind: Kind, expected: &[Line]) -> Vec<(Vec<Line>, bool, Code)> {
    let (other, other_code) = match kind {
        Kind::Order => (Kind::Callback, Code::LinesCallbackForm),
        Kind::Callback => (Kind::Order, Code::LinesRequestForm),
    };
    let mut all = vec![(lines(other), false, other_code)];

    for place in 0..expected.len() {
        let mut doubled = expected.to_vec();
        doubled.insert(place, expected[place]);
        all.push((doubled, false, Code::LinesDoubled));
        // Without its body a string is one with an empty body.
        if expected[place] != Line::Body {
            let mut missing = expected.to_vec();
            missing.remove(place);
            all.push((missing, false, Code::LinesMissing));
        }
    }
    all.push((vec![Line::Body], false, Code::LinesMissing));

    for order in permutations(expected) {
        let moved = order.iter().zip(expected).filter(|(a, b)| a != b).count();
        all.push((order, moved != 2, Code::LinesOrder));
    }
    all
}

/// All other orders of the lines.
fn permutations(expected: &[Line]) -> Vec<Vec<Line>> {
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
