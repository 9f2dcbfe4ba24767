//! In: a document with texts that are JSON themselves: `params`, `skuAttr`, `msg`. Out: the same
//! with those texts written anew, or with the objects that they are.

use std::borrow::Cow;

use super::arrange::{self, Keys};
use super::layout::{Space, write};
use super::respell::{Class, KEPT, Spell, respell, spelled};
use super::tree::Node;
use crate::core::json::{quoted, unquoted};

/// What is done with JSON inside of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inner {
    /// It is written in another layout.
    Spaced(Space),
    /// Its keys are sorted, and it is written compactly.
    Sorted,
    /// Its keys stand as the platform's table of callback members has them, and it is written
    /// compactly.
    Documented,
    /// Its keys stand in the n-th of all orders.
    Permuted(usize),
    /// Its keys stand as a HashMap puts them, and it is written compactly.
    HashMap,
    /// Characters beyond ASCII are escaped in it.
    Escaped,
    /// And slashes are, as PHP does.
    EscapedSlashes,
    /// Nothing is escaped in it that need not be.
    Plain,
    /// It is an object, not a text.
    Object,
    /// An object under one of the names is a text of JSON.
    Text,
    /// It is empty: an object under one of the names is `{}`.
    Dropped,
}

/// Members whose value is JSON in a text.
const NAMES: [&str; 3] = ["params", "skuAttr", "msg"];

/// Changes the inner documents: all of them, or the n-th one.
pub fn change(node: &mut Node<'_>, inner: Inner, only: Option<usize>) {
    if inner == Inner::Text {
        let mut number = 0;
        return node.each_object(&mut |_, members| {
            for member in members {
                let is_named = NAMES.contains(&&*unquoted(&member.key));
                if is_named && !matches!(member.value, Node::Atom(_)) {
                    let mut text = String::new();
                    write(&member.value, Space::Compact, usize::MAX, &mut text);
                    if only.is_none_or(|only| only == number) {
                        member.value = Node::Atom(Cow::Owned(quoted(&text)));
                    }
                    number += 1;
                }
            }
        });
    }

    let mut number = 0;
    node.each_atom(&mut |_, _, value| {
        let Node::Atom(atom) = &*value else { return };
        let Some(text) = text_of(atom) else { return };
        let is_meant = only.is_none_or(|only| only == number);
        number += 1;
        if is_meant && let Some(changed) = changed(&text, inner) {
            *value = changed;
        }
    });
}

/// How many texts of a document are JSON objects or lists.
pub fn count(node: &mut Node<'_>) -> usize {
    let mut count = 0;
    node.each_atom(&mut |_, _, value| {
        if let Node::Atom(atom) = &*value {
            count += usize::from(text_of(atom).is_some());
        }
    });
    count
}

/// The text of the first inner document.
pub fn first(node: &mut Node<'_>) -> Option<String> {
    let mut found = None;
    node.each_atom(&mut |_, _, value| {
        if let (None, Node::Atom(atom)) = (&found, &*value) {
            found = text_of(atom);
        }
    });
    found
}

fn text_of(atom: &str) -> Option<String> {
    if !atom.starts_with("\"{") && !atom.starts_with("\"[") && !atom.starts_with("\" ") {
        return None;
    }
    let text = unquoted(atom).into_owned();
    Node::parse(&text).is_some().then_some(text)
}

fn changed<'t>(text: &str, inner: Inner) -> Option<Node<'t>> {
    // A text that stays what it is keeps its spelling too.
    let atom = |new: &str| (new != text).then(|| Node::Atom(Cow::Owned(quoted(new))));
    let compact = |keys: Option<Keys>, space: Space| {
        let mut node = Node::parse(text)?;
        if let Some(keys) = keys {
            arrange::arrange(&mut node, keys);
        }
        let mut out = String::new();
        write(&node, space, usize::MAX, &mut out);
        Some(out)
    };
    let slashes = spelled(&[Class::Slash], Spell::Lower, KEPT);
    let unicode = spelled(&[Class::Unicode, Class::LineEnd], Spell::Lower, KEPT);
    match inner {
        Inner::Spaced(space) => atom(&compact(None, space)?),
        Inner::Sorted => atom(&compact(Some(Keys::Sorted), Space::Compact)?),
        Inner::Documented => atom(&compact(Some(Keys::CallbackDocumented), Space::Compact)?),
        Inner::Permuted(order) => {
            let mut node = Node::parse(text)?;
            arrange::arrange(&mut node, Keys::Permuted { object: 0, order });
            let mut out = String::new();
            node.write_own(&mut out);
            atom(&out)
        }
        Inner::HashMap => atom(&compact(Some(Keys::HashMap), Space::Compact)?),
        Inner::Escaped => atom(&respell(text, &unicode)),
        Inner::EscapedSlashes => atom(&respell(&respell(text, &unicode), &slashes)),
        Inner::Plain => atom(&respell(text, &spelled(&Class::ALL, Spell::Plain, KEPT))),
        // As an atom it is written out as it stands, whatever it is.
        Inner::Object => Some(Node::Atom(Cow::Owned(text.to_owned()))),
        Inner::Dropped => Some(Node::Atom(Cow::Borrowed("{}"))),
        Inner::Text => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inner_documents_are_written_anew() {
        let text = r#"{"params":"{\"b\": 1, \"a\": \"中/\"}","t":"x","o":{"msg":{"z":1}}}"#;
        let written = |inner, only| {
            let mut node = Node::parse(text).unwrap();
            change(&mut node, inner, only);
            let mut out = String::new();
            node.write_own(&mut out);
            out
        };
        for (inner, expected) in [
            (
                Inner::Spaced(Space::Compact),
                r#""{\"b\":1,\"a\":\"中/\"}""#,
            ),
            (Inner::Sorted, r#""{\"a\":\"中/\",\"b\":1}""#),
            (Inner::Object, r#"{"b": 1, "a": "中/"}"#),
            (
                Inner::EscapedSlashes,
                r#""{\"b\": 1, \"a\": \"\\u4e2d\\/\"}""#,
            ),
        ] {
            let rest = r#","t":"x","o":{"msg":{"z":1}}}"#;
            assert_eq!(
                written(inner, None),
                format!("{{\"params\":{expected}{rest}")
            );
        }
        assert!(written(Inner::Text, None).ends_with(r#""msg":"{\"z\":1}"}}"#));
        assert_eq!(written(Inner::Sorted, Some(1)), text);
    }
}
