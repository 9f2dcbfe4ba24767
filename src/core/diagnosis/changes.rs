//! In: a document taken apart. Out: all single changes that can make a difference to it, the
//! likelier first.

use super::arrange::{Keys, orders};
use super::change::{Around, Change, Edit, Reach, SPACES, SPELLINGS, WRITERS};
use super::contents::{self, Contents};
use super::inner::{self, Inner};
use super::layout::Space;
use super::members::{self, Added, EMPTY, Members};
use super::numbers::{self, MOST_IN_SUBSETS, Numbers, Which};
use super::respell::{KEPT, Spell, classes_in};
use super::tree::Node;
use super::wrap::{LINE_ENDS, WRAPS};
use crate::core::platform::CALLBACK_TYPES;

/// Members of an object up to which all their orders are tried, and up to which they are combined
/// with other changes.
const MOST_PERMUTED: usize = 8;
const MOST_PERMUTED_FAR: usize = 5;

/// Members of an object up to which each is moved to each place.
const MOST_MOVED: usize = 24;

/// Objects whose members are changed one by one.
const MOST_OBJECTS: usize = 6;

/// Empty members of which all subsets are tried.
const MOST_EMPTY: usize = 6;

/// Classes of characters of which all subsets are tried.
const MOST_CLASSES: usize = 6;

/// Members of an inner document of which all orders are tried.
const MOST_INNER: usize = 4;

/// Places inside of texts at which blanks are tried, all subsets of them.
const MOST_BLANKS: usize = 6;

struct List(Vec<Change>);

impl List {
    fn add(&mut self, reach: Reach, edit: Edit, writer: &'static str) {
        self.0.push(Change {
            edit,
            reach,
            writer,
        });
    }
}

/// All changes to a text that may be a document.
pub fn all(text: Option<&str>, node: Option<&Node<'_>>) -> Vec<Change> {
    let mut list = List(Vec::new());
    // Line ends first: rewriting the layout gives the same bytes and would say less.
    for wrap in LINE_ENDS {
        list.add(Reach::Near, Edit::Wrap(wrap), "");
    }

    let mut node = node.cloned();
    if let Some(node) = &mut node {
        for (space, writer) in SPACES {
            list.add(Reach::Near, Edit::Space(space), writer);
        }
        keys(node, &mut list);
        of_members(node, &mut list);
        of_numbers(node, &mut list);
        of_inner(node, &mut list);
        of_contents(node, &mut list);
        if let Some(text) = text {
            spellings(text, &mut list);
        }
        around(node, &mut list);
    }

    let places = contents::places_of_blanks(text.unwrap_or_default()).len();
    if (1..=MOST_BLANKS).contains(&places) {
        for mask in 1..1_u16 << places {
            list.add(Reach::Far, Edit::Blanks(mask), "");
        }
    }

    for (wrap, writer) in WRAPS {
        list.add(Reach::Near, Edit::Wrap(wrap), writer);
    }
    list.0
}

fn keys(node: &mut Node<'_>, list: &mut List) {
    for (keys, writer) in [
        (Keys::Sorted, ""),
        (Keys::TopSorted, ""),
        (Keys::Documented, ""),
        (Keys::HashMap, "Java HashMap"),
        (Keys::TopHashMap, "Java HashMap"),
    ] {
        list.add(Reach::Near, Edit::Keys(keys), writer);
    }
    for keys in [Keys::SortedWithoutCase, Keys::Reversed] {
        list.add(Reach::Far, Edit::Keys(keys), "");
    }

    for (object, count) in objects(node).into_iter().enumerate() {
        if (2..=MOST_PERMUTED).contains(&count) {
            let reach = if count <= MOST_PERMUTED_FAR {
                Reach::Far
            } else {
                Reach::Alone
            };
            for order in 1..orders(count) {
                list.add(reach, Edit::Keys(Keys::Permuted { object, order }), "");
            }
        }
        if (MOST_PERMUTED_FAR + 1..=MOST_MOVED).contains(&count) {
            let places = 0..count;
            for (from, to) in places
                .clone()
                .flat_map(|from| places.clone().map(move |to| (from, to)))
                .filter(|(from, to)| from != to)
            {
                list.add(Reach::Far, Edit::Keys(Keys::Moved { object, from, to }), "");
            }
        }
    }
}

/// How many members each of the outer objects has.
fn objects(node: &mut Node<'_>) -> Vec<usize> {
    let mut counts = Vec::new();
    node.each_object(&mut |turn, members| {
        if turn < MOST_OBJECTS {
            counts.push(members.len());
        }
    });
    counts
}

fn of_members(node: &mut Node<'_>, list: &mut List) {
    for (members, writer) in [
        (Members::NullsDropped, "Jackson NON_NULL, fastjson, Gson"),
        (Members::EmptyDropped, "Jackson NON_EMPTY"),
        (Members::ZeroDropped, "Go omitempty"),
        (Members::AllAdded { zeros: false }, "Jackson"),
        (Members::AllAdded { zeros: true }, "Go"),
        (Members::NullToText, "fastjson WriteNullStringAsEmpty"),
        (Members::TextToNull, ""),
    ] {
        list.add(Reach::Near, Edit::Members(members), writer);
    }

    let empty = members::count_empty(node);
    if (2..=MOST_EMPTY).contains(&empty) {
        for mask in 1..1_u16 << empty {
            list.add(Reach::Far, Edit::Members(Members::SomeDropped(mask)), "");
        }
    }
    for (object, count) in objects(node).into_iter().enumerate() {
        for place in 0..count.min(MOST_MOVED) {
            let dropped = Members::OneDropped(object, place);
            list.add(Reach::Far, Edit::Members(dropped), "");
        }
    }

    added(node, list);
}

/// Fields that stood in what was signed without a value.
fn added(node: &mut Node<'_>, list: &mut List) {
    let (mut usual, mut elsewhere) = (Vec::new(), Vec::new());
    node.each_object(&mut |object, members| {
        if object >= MOST_OBJECTS {
            return;
        }

        let end = members.len();
        for (field, documented) in members::missing(members) {
            let at = |value, place| Added {
                object,
                field,
                value,
                place,
            };
            for value in EMPTY {
                // Behind the last member, whatever else is put there before.
                usual.push(at(value, usize::MAX));
                if documented != end {
                    usual.push(at(value, documented));
                }
            }
            if !field.is_required() {
                let places = (0..end).filter(|place| *place != documented);
                elsewhere.extend(
                    places.flat_map(|place| ["null", "\"\"", "[]"].map(|value| at(value, place))),
                );
            }
        }
    });

    for added in usual.iter().chain(&elsewhere) {
        list.add(Reach::Far, Edit::Members(Members::Added(*added)), "");
    }
    for (number, first) in usual.iter().enumerate() {
        for second in &usual[number + 1..] {
            let optional = !first.field.is_required() && !second.field.is_required();
            if first.field != second.field && optional {
                let two = Members::AddedTwo(*first, *second);
                list.add(Reach::Alone, Edit::Members(two), "");
            }
        }
    }
}

fn of_numbers(node: &mut Node<'_>, list: &mut List) {
    let all = [
        (Numbers::Script, "JavaScript"),
        (Numbers::Python, "Python float"),
        (Numbers::Doubles, "Java double, Gson Map"),
        (Numbers::TwoDecimals, "DECIMAL(10,2), BigDecimal"),
        (Numbers::Quoted, ""),
        (Numbers::QuotedTwoDecimals, ""),
        (Numbers::Unquoted, ""),
        (Numbers::Yuan, ""),
        (Numbers::YuanTwoDecimals, ""),
        (Numbers::Fen, ""),
        (Numbers::Exponent, ""),
    ];
    for (numbers, writer) in all {
        for which in [Which::Amounts, Which::All] {
            list.add(Reach::Near, Edit::Numbers(numbers, which), writer);
        }
    }

    let count = numbers::count(node);
    // Not every way to spell is mixed with others.
    if count <= MOST_IN_SUBSETS {
        for mask in 1..1_u16 << count {
            let spelled = if mask.count_ones() > 2 {
                &all[..5]
            } else {
                &all[..]
            };
            for (numbers, writer) in spelled.iter().copied() {
                let which = Which::Some(mask);
                list.add(Reach::Far, Edit::Numbers(numbers, which), writer);
            }
        }
    } else {
        for place in 0..count.min(16) {
            for (numbers, writer) in all {
                let which = Which::Some(1 << place);
                list.add(Reach::Far, Edit::Numbers(numbers, which), writer);
            }
        }
    }
}

fn of_inner(node: &mut Node<'_>, list: &mut List) {
    let count = inner::count(node);
    let kinds = [
        (Inner::Spaced(Space::Compact), ""),
        (Inner::Spaced(Space::Python), "Python json.dumps"),
        (Inner::Spaced(Space::Colon), ""),
        (Inner::Spaced(Space::Comma), ""),
        (Inner::Sorted, ""),
        (Inner::Documented, ""),
        (Inner::HashMap, "Java HashMap"),
        (Inner::Escaped, "Python json.dumps"),
        (Inner::EscapedSlashes, "PHP json_encode"),
        (Inner::Plain, ""),
        (Inner::Object, ""),
        (Inner::Dropped, ""),
    ];
    if count > 0 {
        for (kind, writer) in kinds {
            list.add(Reach::Near, Edit::Inner(kind, None), writer);
        }
        list.add(Reach::Near, Edit::Alone(0), "");
    }
    list.add(Reach::Near, Edit::Inner(Inner::Text, None), "");

    for place in 0..count.min(6) {
        for order in 1..orders(MOST_INNER) {
            let permuted = Edit::Inner(Inner::Permuted(order), Some(place));
            list.add(Reach::Far, permuted, "");
        }
    }
    for place in (0..count.min(6)).filter(|_| count > 1) {
        for (kind, writer) in kinds {
            list.add(Reach::Far, Edit::Inner(kind, Some(place)), writer);
        }
    }
}

fn of_contents(node: &mut Node<'_>, list: &mut List) {
    list.add(Reach::Near, Edit::Contents(Contents::Trimmed), "");
    for text in 0..contents::count(node).min(40) {
        for (before, behind) in [(" ", ""), ("", " "), ("", "\\n")] {
            let padded = Contents::Padded(text, before, behind);
            list.add(Reach::Far, Edit::Contents(padded), "");
        }
    }
}

/// Bodies of callbacks around what may be the `msg` of one.
fn around(node: &mut Node<'_>, list: &mut List) {
    let mut is_message = false;
    node.each_object(&mut |turn, members| {
        let has = |name: &str| members.iter().any(|member| member.key == name);
        is_message |= turn == 0 && has("\"order_id\"") && !has("\"msg\"");
    });
    if is_message {
        for (kind, order) in CALLBACK_TYPES
            .iter()
            .flat_map(|kind| (0..orders(3)).map(move |order| (*kind, order)))
        {
            list.add(Reach::Far, Edit::Around(Around { order, kind }), "");
        }
    }
}

fn spellings(text: &str, list: &mut List) {
    let classes = classes_in(text);
    for (spelling, writer) in SPELLINGS {
        list.add(Reach::Near, Edit::Spelling(spelling), writer);
    }
    for (space, spelling, writer) in WRITERS {
        list.add(Reach::Near, Edit::Writer(space, spelling), writer);
    }

    // Each class, and all subsets of those that there are.
    let few = &classes[..classes.len().min(MOST_CLASSES)];
    for mask in 1..1_usize << few.len() {
        for spell in [Spell::Plain, Spell::Lower, Spell::Upper] {
            let mut spelling = KEPT;
            for (place, class) in few.iter().enumerate() {
                if mask >> place & 1 == 1 {
                    spelling[*class as usize] = spell;
                }
            }
            list.add(Reach::Far, Edit::Spelling(spelling), "");
        }
    }
    for class in &classes[few.len()..] {
        for spell in [Spell::Plain, Spell::Lower, Spell::Upper] {
            let mut spelling = KEPT;
            spelling[*class as usize] = spell;
            list.add(Reach::Far, Edit::Spelling(spelling), "");
        }
    }
}
