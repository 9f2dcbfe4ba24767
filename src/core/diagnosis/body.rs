//! In: `data` as it was sent. Out: the same data as other programs may have had it when they
//! signed.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::atomic::{AtomicBool, Ordering};

use super::code::Code;
use super::layout::{Keys, Nulls, Numbers, Space};
pub use super::plan::Plan;
use super::plan::{AS_IS, LINE_ENDS, Marks, SPACES, Unicode, WRAPS, Wrap, wrapped};
use super::spelling;
use crate::core::json::Json;

/// Bytes of data up to which three changes are combined; with more it is two, then one.
const THREE_CHANGES: usize = 8 << 10;
const TWO_CHANGES: usize = 64 << 10;

/// Bytes of data up to which its structure is changed; larger data is tried as a whole only.
const MOST_STRUCTURED: usize = 4 << 20;

/// One change to a plan; `None` where the plan has one of its kind or of a later one already.
type Change = Box<dyn Fn(Plan) -> Option<Plan>>;

/// What was sent, taken apart once.
pub struct Body<'d> {
    data: &'d [u8],
    text: Option<&'d str>,
    node: Option<Json<'d>>,
    own_space: Space,
}

impl<'d> Body<'d> {
    /// Takes data apart.
    pub fn new(data: &'d [u8]) -> Self {
        let text = std::str::from_utf8(data).ok();
        let structured = text.filter(|text| text.len() <= MOST_STRUCTURED);
        let node =
            structured.and_then(|text| Json::parse(text.trim_start_matches('\u{feff}')).ok());

        // A text that none of them made is laid out by hand; then the compact form is the most
        // likely one.
        let written = |space: Space| {
            node.as_ref()?
                .write_within(Numbers::AsIs, space, data.len())
        };

        let style =
            |space: &&Space| written(**space).is_some_and(|written| Some(&*written) == text);
        let own_space = SPACES.iter().find(style).copied().unwrap_or(Space::Compact);
        Self {
            data,
            text,
            node,
            own_space,
        }
    }

    /// Bytes of the data.
    pub fn len(&self) -> usize {
        self.data.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.data.is_empty()
    }

    /// Bytes that a layout may take: no serialiser makes more of an order.
    fn most_made(&self) -> usize {
        8 * self.data.len() + (64 << 10)
    }

    /// How many changes are combined at most.
    fn most_changes(&self) -> usize {
        match self.data.len() {
            0..THREE_CHANGES => 3,
            THREE_CHANGES..TWO_CHANGES => 2,
            _ => 1,
        }
    }

    /// Every single change that can make a difference to this data. A change applies to plans that
    /// have none of its kind or of a later one yet, so that each combination comes up once.
    fn changes(&self) -> Vec<Change> {
        let mut changes: Vec<Change> = Vec::new();
        // Line ends first: rewriting the layout gives the same bytes and would say less.
        let wraps = LINE_ENDS.into_iter().chain(WRAPS);
        for wrap in wraps {
            let fixed = matches!(wrap, Wrap::Fixed(_));
            let free = move |plan: Plan| {
                if fixed {
                    plan == AS_IS
                } else {
                    plan.wrap == Wrap::AsIs
                }
            };

            changes.push(Box::new(move |plan| {
                free(plan).then_some(Plan { wrap, ..plan })
            }));
        }

        if self.node.is_some() {
            changes.extend(structural_changes());
        }
        changes.extend(self.spelling_changes());
        changes
    }

    /// Those to the spelling of characters that there are.
    fn spelling_changes(&self) -> Vec<Change> {
        let mut changes: Vec<Change> = Vec::new();
        let has = |marks: &[&str]| {
            self.text
                .is_some_and(|text| marks.iter().any(|mark| text.contains(mark)))
        };
        if has(&["\\u"]) || self.text.is_some_and(|text| !text.is_ascii()) {
            for unicode in [Unicode::Lower, Unicode::Upper, Unicode::Unescaped] {
                let free = |plan: Plan| {
                    (plan.unicode, plan.slash, plan.html, plan.wrap)
                        == (Unicode::AsIs, Marks::AsIs, Marks::AsIs, Wrap::AsIs)
                };
                changes.push(Box::new(move |plan| {
                    free(plan).then_some(Plan { unicode, ..plan })
                }));
            }
        }

        for marks in [Marks::Escaped, Marks::Unescaped] {
            if has(&["/"]) {
                let free = |plan: Plan| {
                    (plan.slash, plan.html, plan.wrap) == (Marks::AsIs, Marks::AsIs, Wrap::AsIs)
                };
                changes.push(Box::new(move |plan| {
                    free(plan).then_some(Plan {
                        slash: marks,
                        ..plan
                    })
                }));
            }
        }

        for marks in [Marks::Escaped, Marks::Unescaped, Marks::Gson, Marks::DotNet] {
            if has(&["<", ">", "&", "=", "'", "+", "\\\"", "\\u00"]) {
                let free = |plan: Plan| (plan.html, plan.wrap) == (Marks::AsIs, Wrap::AsIs);
                changes.push(Box::new(move |plan| {
                    free(plan).then_some(Plan {
                        html: marks,
                        ..plan
                    })
                }));
            }
        }

        changes
    }

    /// The bytes of a plan; `None` where it cannot be carried out.
    pub fn build(&self, plan: &Plan) -> Option<Vec<u8>> {
        match plan.wrap {
            Wrap::Fixed(text) => return Some(text.as_bytes().to_vec()),
            Wrap::FromGbk => {
                let (text, _, damaged) = encoding_rs::GBK.decode(self.data);
                return (self.text.is_none() && !damaged).then(|| text.into_owned().into_bytes());
            }
            _ if *plan == AS_IS => return Some(self.data.to_vec()),
            _ => {}
        }

        let mut text = self.arranged(plan)?;
        match plan.unicode {
            Unicode::AsIs => {}
            Unicode::Lower => text = spelling::unicode_escaped(&text, false),
            Unicode::Upper => text = spelling::unicode_escaped(&text, true),
            Unicode::Unescaped => text = spelling::unicode_unescaped(&text),
        }

        match plan.slash {
            Marks::AsIs => {}
            Marks::Unescaped => text = spelling::slash_unescaped(&text),
            Marks::Escaped | Marks::Gson | Marks::DotNet => text = spelling::slash_escaped(&text),
        }

        match plan.html {
            Marks::AsIs => {}
            Marks::Escaped => text = spelling::html_escaped(&text),
            Marks::Unescaped => text = spelling::html_unescaped(&text),
            Marks::Gson => text = spelling::gson_escaped(&text),
            Marks::DotNet => text = spelling::dot_net_escaped(&text),
        }

        wrapped(text, plan.wrap)
    }

    /// The text with the changes to its structure.
    fn arranged(&self, plan: &Plan) -> Option<String> {
        let structure = Plan {
            unicode: AS_IS.unicode,
            slash: AS_IS.slash,
            html: AS_IS.html,
            wrap: AS_IS.wrap,
            ..*plan
        };
        if structure == AS_IS {
            return self.text.map(str::to_owned);
        }

        let node = self.node.as_ref()?;
        let space = plan.space.unwrap_or(self.own_space);
        if plan.keys == Keys::AsIs && plan.nulls == Nulls::Kept {
            return node.write_within(plan.numbers, space, self.most_made());
        }

        node.rearranged(plan.keys, plan.nulls, true).write_within(
            plan.numbers,
            space,
            self.most_made(),
        )
    }

    /// Codes of what a plan changes, in the order in which they are to be told.
    pub fn codes(&self, plan: &Plan) -> Vec<Code> {
        let pretty = |space: Space| matches!(space, Space::Pretty { .. } | Space::Jackson);
        let mut codes = Vec::new();
        match plan.keys {
            Keys::AsIs => {}
            Keys::Sorted | Keys::TopSorted => codes.push(Code::BodyKeysSorted),
            Keys::Documented => codes.push(Code::BodyKeysReordered),
        }

        if plan.nulls != Nulls::Kept {
            codes.push(Code::BodyNullsDropped);
        }
        if plan.numbers != Numbers::AsIs {
            codes.push(Code::BodyNumbersRewritten);
        }

        if let Some(space) = plan.space {
            let is_pretty =
                pretty(space) || self.text.is_some_and(|text| text.trim().contains('\n'));
            codes.push(if is_pretty {
                Code::BodyPretty
            } else {
                Code::BodyReserialized
            });
        }

        if plan.unicode != Unicode::AsIs {
            codes.push(Code::EscapeUnicode);
        }
        if plan.slash != Marks::AsIs {
            codes.push(Code::EscapeSlash);
        }
        if plan.html != Marks::AsIs {
            codes.push(Code::EscapeHtml);
        }

        codes.extend(plan.wrap.code());
        codes
    }
}

/// Those to the structure of a document, whatever is in it.
fn structural_changes() -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for keys in [Keys::Sorted, Keys::TopSorted, Keys::Documented] {
        changes.push(Box::new(move |plan| {
            (plan == AS_IS).then_some(Plan { keys, ..plan })
        }));
    }

    for nulls in [Nulls::Dropped, Nulls::EmptyDropped] {
        let before = |plan: Plan| {
            Plan {
                keys: Keys::AsIs,
                ..plan
            } == AS_IS
        };
        changes.push(Box::new(move |plan| {
            before(plan).then_some(Plan { nulls, ..plan })
        }));
    }

    for numbers in [
        Numbers::Script,
        Numbers::Python,
        Numbers::Doubles,
        Numbers::Quoted,
    ] {
        let before = |plan: Plan| {
            Plan {
                keys: Keys::AsIs,
                nulls: Nulls::Kept,
                ..plan
            } == AS_IS
        };
        changes.push(Box::new(move |plan| {
            before(plan).then_some(Plan { numbers, ..plan })
        }));
    }

    for space in SPACES {
        let free = |plan: Plan| {
            plan.space.is_none()
                && Plan {
                    keys: Keys::AsIs,
                    nulls: Nulls::Kept,
                    numbers: Numbers::AsIs,
                    ..plan
                } == AS_IS
        };
        changes.push(Box::new(move |plan| {
            free(plan).then_some(Plan {
                space: Some(space),
                ..plan
            })
        }));
    }

    changes
}

/// The plans for a body by the number of their changes, made when they are asked for.
pub struct Plans<'b> {
    body: &'b Body<'b>,
    changes: Vec<Change>,
    /// Hashes of all bytes that a plan gives already.
    seen: HashSet<u64>,
    by_rank: Vec<Vec<Plan>>,
}

impl<'b> Plans<'b> {
    /// Begins with the data as it is.
    pub fn new(body: &'b Body<'b>) -> Self {
        let mut plans = Self {
            body,
            changes: body.changes(),
            seen: HashSet::new(),
            by_rank: Vec::new(),
        };

        let as_is = plans.with_bytes_of_their_own(vec![AS_IS], &AtomicBool::new(false));
        plans.by_rank.push(as_is);
        plans
    }

    /// Makes all plans with up to n changes that give bytes of their own.
    pub fn extend_to(&mut self, rank: usize, stop: &AtomicBool) {
        while self.by_rank.len() <= rank {
            let next = self.by_rank.len();
            let before = self.by_rank.last().map(Vec::as_slice).unwrap_or_default();
            let changed = before
                .iter()
                .flat_map(|plan| self.changes.iter().filter_map(|change| change(*plan)));
            let plans = if next > self.body.most_changes() {
                Vec::new()
            } else {
                changed.collect()
            };

            let plans = self.with_bytes_of_their_own(plans, stop);
            self.by_rank.push(plans);
        }
    }

    /// Those with exactly n changes.
    pub fn of_rank(&self, rank: usize) -> &[Plan] {
        self.by_rank
            .get(rank)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    fn with_bytes_of_their_own(&mut self, mut plans: Vec<Plan>, stop: &AtomicBool) -> Vec<Plan> {
        let (body, seen) = (self.body, &mut self.seen);
        plans.retain(|plan| {
            if stop.load(Ordering::Relaxed) {
                return false;
            }
            body.build(plan).is_some_and(|bytes| {
                let mut hasher = DefaultHasher::new();
                bytes.hash(&mut hasher);
                seen.insert(hasher.finish())
            })
        });
        plans
    }
}
