//! In: a document. Out: the same with members left out, put in or emptied, as serialisers do with
//! what is empty.

use std::borrow::Cow;

use super::tree::{Member, Node, insert, retain};
use crate::core::json::unquoted;
use crate::core::platform::{Field, Kind};

/// What is done with members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Members {
    /// Those that are `null` are left out.
    NullsDropped,
    /// Those that are `null`, `""`, `[]` or `{}` are left out.
    EmptyDropped,
    /// Those that are `0` or `false` too, as Go's `omitempty` does.
    ZeroDropped,
    /// Some of the empty ones are left out: a bit for each, in the order of the text.
    SomeDropped(u16),
    /// One member is left out, whatever it is: which object, and which place.
    OneDropped(usize, usize),
    /// `null` becomes `""`.
    NullToText,
    /// `""` becomes `null`.
    TextToNull,
    /// Fields of the platform's table that the order does not have stand in it, empty.
    Added(Added),
    /// Two of them do.
    AddedTwo(Added, Added),
    /// All of those with no value, as beans are written: `null`, or the zero of their type.
    AllAdded {
        /// The zero of their type instead of `null`.
        zeros: bool,
    },
}

/// A field that stands in an object without a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Added {
    /// Which object, counted from the outside.
    pub object: usize,
    /// The field.
    pub field: Field,
    /// Its empty value.
    pub value: &'static str,
    /// The place in the object; behind the last one where there are fewer.
    pub place: usize,
}

/// Values of empty members.
pub const EMPTY: [&str; 5] = ["null", "\"\"", "[]", "{}", "0"];

/// Changes the members of a document.
pub fn change(node: &mut Node<'_>, members: Members) {
    match members {
        Members::SomeDropped(mask) => drop_some(node, mask),
        Members::AddedTwo(first, second) => {
            add(node, first);
            add(node, second);
        }
        Members::Added(added) => add(node, added),
        Members::AllAdded { zeros } => add_all(node, zeros),
        Members::NullToText => replace(node, "null", "\"\""),
        Members::TextToNull => replace(node, "\"\"", "null"),
        Members::OneDropped(object, place) => node.each_object(&mut |turn, members| {
            if turn == object && place < members.len() {
                let key = members[place].key.clone();
                retain(members, |member| member.key != key);
            }
        }),
        Members::NullsDropped | Members::EmptyDropped | Members::ZeroDropped => {
            let is_dropped = |value: &Node<'_>| match (members, value) {
                (Members::NullsDropped, value) => is_atom(value, "null"),
                (Members::ZeroDropped, Node::Atom(atom)) => {
                    matches!(&**atom, "null" | "\"\"" | "0" | "false" | "0.0")
                }
                (_, value) => value.is_empty(),
            };
            node.each_object(&mut |_, members| retain(members, |m| !is_dropped(&m.value)));
        }
    }
}

fn is_atom(value: &Node<'_>, wanted: &str) -> bool {
    matches!(value, Node::Atom(atom) if atom == wanted)
}

/// How many members of a document are empty.
pub fn count_empty(node: &mut Node<'_>) -> usize {
    let mut count = 0;
    node.each_object(&mut |_, members| {
        count += members.iter().filter(|m| m.value.is_empty()).count();
    });
    count
}

fn drop_some(node: &mut Node<'_>, mask: u16) {
    let mut number = 0;
    node.each_object(&mut |_, members| {
        let dropped: Vec<Cow<'_, str>> = members
            .iter()
            .filter(|member| member.value.is_empty())
            .filter(|_| {
                number += 1;
                number <= 16 && mask >> (number - 1) & 1 == 1
            })
            .map(|member| member.key.clone())
            .collect();
        retain(members, |member| !dropped.contains(&member.key));
    });
}

fn replace(node: &mut Node<'_>, from: &str, to: &'static str) {
    node.each_atom(&mut |_, _, atom| {
        if is_atom(atom, from) {
            *atom = Node::Atom(Cow::Borrowed(to));
        }
    });
}

fn add(node: &mut Node<'_>, added: Added) {
    node.each_object(&mut |turn, members| {
        if turn == added.object {
            insert(members, added.place, key_of(added.field), added.value);
        }
    });
}

/// The fields that an object of the document may have and has not, with the place of the
/// platform's table.
pub fn missing(members: &[Member<'_>]) -> Vec<(Field, usize)> {
    let names: Vec<Cow<'_, str>> = members.iter().map(|m| unquoted(&m.key)).collect();
    let has = |field: Field| names.iter().any(|name| name == field.name());
    // The object is the one whose required members are there.
    let parents = [
        (None, Field::SkuList),
        (Some(Field::SkuList), Field::Price),
        (Some(Field::OrderEntrySchema), Field::OrderEntryPath),
    ];
    let Some((parent, _)) = parents.into_iter().find(|(_, known)| has(*known)) else {
        return Vec::new();
    };

    let siblings: Vec<Field> = Field::all()
        .filter(|field| field.parent() == parent && !field.pattern().ends_with("[]"))
        .collect();
    let place = |field: Field| {
        let before = siblings.iter().take_while(|other| **other != field);
        before.filter(|other| has(**other)).count()
    };
    let absent = siblings.iter().filter(|field| !has(**field));
    absent.map(|field| (*field, place(*field))).collect()
}

fn add_all(node: &mut Node<'_>, zeros: bool) {
    node.each_object(&mut |_, members| {
        // From behind, so that the places stay true.
        let mut absent = missing(members);
        absent.sort_by_key(|(_, place)| *place);
        for (field, place) in absent.into_iter().rev() {
            let value = if zeros { zero_of(field) } else { "null" };
            insert(members, place, key_of(field), value);
        }
    });
}

/// What Go writes for a field without a value.
fn zero_of(field: Field) -> &'static str {
    match field.kind() {
        Kind::Text | Kind::Params => "\"\"",
        Kind::Number | Kind::PayWay => "0",
        Kind::List | Kind::Object => "null",
    }
}

/// A field's name in quotes.
fn key_of(field: Field) -> &'static str {
    match field {
        Field::Currency => "\"currency\"",
        Field::PayExpireSeconds => "\"payExpireSeconds\"",
        Field::PayNotifyUrl => "\"payNotifyUrl\"",
        Field::MerchantUid => "\"merchantUid\"",
        Field::LimitPayWayList => "\"limitPayWayList\"",
        Field::PayScene => "\"payScene\"",
        Field::PromotionId => "\"promotionId\"",
        Field::EntrySchema => "\"entrySchema\"",
        Field::SkuAttr => "\"skuAttr\"",
        Field::EntryParams | Field::OrderEntryParams => "\"params\"",
        Field::TagGroupId => "\"tagGroupId\"",
        Field::Type => "\"type\"",
        Field::ImageList => "\"imageList\"",
        Field::Title => "\"title\"",
        Field::Quantity => "\"quantity\"",
        _ => "\"\"",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(text: &str, members: Members) -> String {
        let mut node = Node::parse(text).unwrap();
        change(&mut node, members);
        let mut out = String::new();
        node.write_own(&mut out);
        out
    }

    #[test]
    fn empty_members_go_and_come() {
        let text = r#"{"a":null,"b":"","c":[],"d":0,"e":{"f":null}}"#;
        assert_eq!(
            changed(text, Members::NullsDropped),
            r#"{"b":"","c":[],"d":0,"e":{}}"#
        );
        assert_eq!(
            changed(text, Members::SomeDropped(0b101)),
            r#"{"b":"","d":0,"e":{"f":null}}"#
        );
        assert_eq!(
            changed(text, Members::OneDropped(0, 3)),
            r#"{"a":null,"b":"","c":[],"e":{"f":null}}"#
        );
        let order = r#"{"skuList":[],"outOrderNo":"a","orderEntrySchema":1}"#;
        let all = changed(order, Members::AllAdded { zeros: false });
        assert!(
            all.starts_with(r#"{"skuList":[],"outOrderNo":"a","#),
            "{all}"
        );
        assert!(
            all.contains(r#""currency":null,"payExpireSeconds":null"#),
            "{all}"
        );
    }
}
