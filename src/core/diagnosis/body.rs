//! In: `data` as it was sent. Out: the same data as other programs may have had it when they
//! signed.

use super::change::{Around, Change, Edit, Reach, code_of};
use super::changes;
use super::code::Code;
use super::layout::{self, Space};
use super::plan::{MOST_CHANGES, Plan};
use super::respell::{Class, KEPT, Spell, Spelling, respell};
use super::tree::Node;
use super::wrap::{self, Wrap};
use super::{arrange, contents, inner, members, numbers};
use crate::core::json;
use crate::core::platform::CALLBACK_VERSION;

/// Bytes of data up to which three changes are combined; with more it is two, then one.
const THREE_CHANGES: usize = 8 << 10;
const TWO_CHANGES: usize = 64 << 10;

/// Bytes of data up to which its structure is changed; larger data is tried as a whole only.
const MOST_STRUCTURED: usize = 4 << 20;

/// Bytes of data up to which single members and numbers are changed one by one.
const MOST_IN_DETAIL: usize = 64 << 10;

/// What was sent, taken apart once, with everything that may have been different.
pub struct Body<'d> {
    data: &'d [u8],
    text: Option<&'d str>,
    node: Option<Node<'d>>,
    /// White space, or a byte-order mark, before the document, and white space behind it.
    around: (&'d str, &'d str),
    changes: Vec<Change>,
}

impl<'d> Body<'d> {
    /// Everything that may have been different, the likely changes first.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Takes data apart.
    pub fn new(data: &'d [u8]) -> Self {
        let text = std::str::from_utf8(data).ok();
        let structured = text.filter(|text| text.len() <= MOST_STRUCTURED);
        let is_around = |c: char| c == '\u{feff}' || c.is_whitespace();
        let inside = structured.unwrap_or_default().trim_matches(is_around);
        // A text in quotes has no structure to change.
        let node = Node::parse(inside).filter(|node| !matches!(node, Node::Atom(_)));
        let around = structured
            .and_then(|text| text.split_once(inside))
            .filter(|_| !inside.is_empty())
            .unwrap_or_default();

        let mut changes = changes::all(text, node.as_ref());
        changes.sort_by_key(|change| change.reach);
        if data.len() > MOST_IN_DETAIL {
            changes.retain(|change| change.reach == Reach::Near);
        }
        Self {
            data,
            text,
            node,
            around,
            changes,
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

    /// Whether its structure is known, and everything that may be wrong is tried together.
    pub fn is_combined(&self) -> bool {
        self.node.is_some() && self.most_changes() == MOST_CHANGES
    }

    /// Bytes that a layout may take: no serialiser makes more of an order.
    fn most_made(&self) -> usize {
        8 * self.data.len() + (64 << 10)
    }

    /// How many changes are combined at most.
    pub fn most_changes(&self) -> usize {
        match self.data.len() {
            0..THREE_CHANGES => MOST_CHANGES,
            THREE_CHANGES..TWO_CHANGES => 2,
            _ => 1,
        }
    }

    /// The changes of a plan, in the order in which they are made.
    pub fn edits(&self, plan: &Plan) -> impl Iterator<Item = &Change> {
        let picks = plan.picks().iter();
        let mut changes: Vec<&Change> = picks
            .filter_map(|pick| self.changes.get(usize::from(*pick)))
            .collect();
        changes.sort_by_key(|change| change.edit.axes());
        changes.into_iter()
    }

    /// How many of its changes are not among the likely ones.
    pub fn far_changes(&self, plan: &Plan) -> usize {
        let picks = plan.picks().iter();
        let far = picks.filter(|pick| self.changes[usize::from(**pick)].reach > Reach::Near);
        far.count()
    }

    /// The bytes of a plan; `None` where it cannot be carried out.
    pub fn build(&self, plan: &Plan) -> Option<Vec<u8>> {
        if plan.is_empty() {
            return Some(self.data.to_vec());
        }

        let mut text = None;
        let mut node = None;
        let mut wrapping = None;
        let mut blanks = None;
        for change in self.edits(plan) {
            match change.edit {
                Edit::Wrap(wrap) => wrapping = Some(wrap),
                Edit::Blanks(mask) => blanks = Some(mask),
                Edit::Around(around) => text = Some(self.around_message(around)?),
                Edit::Alone(_) => text = Some(inner::first(&mut self.node.clone()?)?),
                Edit::Space(space) => text = Some(self.written(node.take(), Some(space))?),
                Edit::Writer(space, spelling) => {
                    let written = self.written(node.take(), Some(space))?;
                    text = Some(respell(&written, &spelling));
                }
                Edit::Spelling(spelling) => {
                    let written = match text.take() {
                        Some(text) => text,
                        None => self.written(node.take(), None)?,
                    };
                    text = Some(respell(&written, &spelling));
                }
                structural => {
                    let mut changed = match node.take() {
                        Some(node) => node,
                        None => self.node.clone()?,
                    };
                    apply(structural, &mut changed);
                    node = Some(changed);
                }
            }
        }

        if wrapping == Some(Wrap::FromGbk) {
            return wrap::from_gbk(self.data).filter(|_| plan.len() == 1);
        }
        let text = match text {
            Some(text) => text,
            None => self.written(node, None)?,
        };
        let bytes = match wrapping {
            Some(wrap) => wrap::wrapped(&text, wrap)?,
            None => text.into_bytes(),
        };
        match blanks {
            Some(mask) => {
                let text = String::from_utf8(bytes).ok()?;
                Some(contents::with_blanks(&text, mask).into_bytes())
            }
            None => Some(bytes),
        }
    }

    /// The body of a callback whose `msg` is what was sent.
    fn around_message(&self, around: Around) -> Option<String> {
        let message = json::quoted(self.text?.trim());
        let members = [
            format!("\"version\":\"{CALLBACK_VERSION}\""),
            format!("\"type\":\"{}\"", around.kind),
            format!("\"msg\":{message}"),
        ];
        let order = arrange::permutation(members.len(), around.order);
        let ordered: Vec<&str> = order.iter().map(|place| &*members[*place]).collect();
        Some(format!("{{{}}}", ordered.join(",")))
    }

    /// The document in a layout, or in its own with what stands around it.
    fn written(&self, node: Option<Node<'_>>, space: Option<Space>) -> Option<String> {
        // Nearly all changes are small.
        let mut out = String::with_capacity(self.data.len() + 256);
        let Some(space) = space else {
            let Some(node) = node else {
                return self.text.map(str::to_owned);
            };
            out.push_str(self.around.0);
            node.write_own(&mut out);
            out.push_str(self.around.1);
            return Some(out);
        };

        let limit = self.most_made();
        match &node {
            Some(node) => layout::write(node, space, limit, &mut out),
            None => layout::write(self.node.as_ref()?, space, limit, &mut out),
        }
        (out.len() <= limit).then_some(out)
    }

    /// What a plan changes, in the order in which it is to be told, each with what is known to
    /// write so.
    pub fn causes(&self, plan: &Plan) -> Vec<(Code, &'static str)> {
        let mut causes: Vec<(Code, &'static str)> = Vec::new();
        for change in self.edits(plan) {
            let codes = match (code_of(change.edit), change.edit) {
                (Some(code), _) => vec![code],
                (None, Edit::Space(space)) => self.of_space(space).into_iter().collect(),
                (None, Edit::Spelling(spelling)) => self.of_spelling(&spelling),
                (None, Edit::Writer(space, spelling)) => {
                    let space = self.of_space(space);
                    space
                        .into_iter()
                        .chain(self.of_spelling(&spelling))
                        .collect()
                }
                (None, _) => Vec::new(),
            };
            for code in codes {
                if !causes.iter().any(|(other, _)| *other == code) {
                    // White space at the ends is nobody's layout.
                    let is_layout = code != Code::BodyTrimmed;
                    causes.push((code, if is_layout { change.writer } else { "" }));
                }
            }
        }
        causes
    }

    /// Code of another layout; `None` where it is the one that the data has.
    fn of_space(&self, space: Space) -> Option<Code> {
        let written = self.written(None, Some(space))?;
        let own = self.written(None, None)?;
        if own.trim() == written {
            // The layout is the same; what differs stands around it.
            return (own != written).then_some(Code::BodyTrimmed);
        }
        let is_pretty = written.contains('\n') || own.trim().contains('\n');
        Some(if is_pretty {
            Code::BodyPretty
        } else {
            Code::BodyReserialized
        })
    }

    /// Codes of the classes of characters that are spelled in another way.
    fn of_spelling(&self, spelling: &Spelling) -> Vec<Code> {
        let Some(own) = self.written(None, None) else {
            return Vec::new();
        };
        let mut codes = Vec::new();
        for class in Class::ALL {
            let mut alone = KEPT;
            alone[class as usize] = spelling[class as usize];
            let code = match class {
                Class::Unicode | Class::LineEnd | Class::Delete => Code::EscapeUnicode,
                Class::Slash => Code::EscapeSlash,
                _ => Code::EscapeHtml,
            };
            let is_new = alone[class as usize] != Spell::AsIs && !codes.contains(&code);
            if is_new && respell(&own, &alone) != own {
                codes.push(code);
            }
        }
        codes
    }
}

/// Makes one change to a document's structure.
fn apply(edit: Edit, node: &mut Node<'_>) {
    match edit {
        Edit::Keys(keys) => arrange::arrange(node, keys),
        Edit::Members(members) => members::change(node, members),
        Edit::Numbers(numbers, which) => numbers::respell(node, numbers, which),
        Edit::Contents(contents) => contents::change(node, contents),
        Edit::Inner(kind, only) => inner::change(node, kind, only),
        _ => {}
    }
}
