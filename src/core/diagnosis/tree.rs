//! In: the text of a JSON document. Out: a tree of it that keeps the white space where it stands,
//! so that a change to its structure changes nothing else.

use std::borrow::Cow;

use crate::core::json;

/// A document, or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub enum Node<'t> {
    /// A number, `true`, `false`, `null` or a string with its quotes.
    Atom(Cow<'t, str>),
    /// An array; the white space of an empty one.
    List(Vec<Slot<'t>>, &'t str),
    /// An object; the white space of an empty one.
    Object(Vec<Member<'t>>, &'t str),
}

/// An item of an array, with the white space around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot<'t> {
    /// Before the value.
    pub before: &'t str,
    /// The value.
    pub value: Node<'t>,
    /// Behind the value, before the comma or the bracket.
    pub after: &'t str,
}

/// A member of an object, with the white space around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Member<'t> {
    /// Before the key.
    pub before: &'t str,
    /// The key with its quotes.
    pub key: Cow<'t, str>,
    /// The colon with the white space around it.
    pub colon: &'t str,
    /// The value.
    pub value: Node<'t>,
    /// Behind the value, before the comma or the brace.
    pub after: &'t str,
}

impl<'t> Node<'t> {
    /// Takes a document apart; `None` where it is no JSON. White space around it is left out.
    pub fn parse(text: &'t str) -> Option<Self> {
        if !json::is_json(text) {
            return None;
        }
        let mut reader = Reader { rest: text };
        reader.space();
        reader.node()
    }

    /// Writes the document with its own white space.
    pub fn write_own(&self, out: &mut String) {
        match self {
            Self::Atom(atom) => out.push_str(atom),
            Self::List(items, inner) => {
                out.push('[');
                out.push_str(if items.is_empty() { inner } else { "" });
                for (place, item) in items.iter().enumerate() {
                    out.push_str(if place > 0 { "," } else { "" });
                    out.push_str(item.before);
                    item.value.write_own(out);
                    out.push_str(item.after);
                }
                out.push(']');
            }
            Self::Object(members, inner) => {
                out.push('{');
                out.push_str(if members.is_empty() { inner } else { "" });
                for (place, member) in members.iter().enumerate() {
                    out.push_str(if place > 0 { "," } else { "" });
                    out.push_str(member.before);
                    out.push_str(&member.key);
                    out.push_str(member.colon);
                    member.value.write_own(out);
                    out.push_str(member.after);
                }
                out.push('}');
            }
        }
    }

    /// Calls a function on every object, the outer ones first, with the number of its turn.
    pub fn each_object(&mut self, change: &mut dyn FnMut(usize, &mut Vec<Member<'t>>)) {
        let mut turn = 0;
        self.visit(&mut turn, change);
    }

    fn visit(&mut self, turn: &mut usize, change: &mut dyn FnMut(usize, &mut Vec<Member<'t>>)) {
        match self {
            Self::Atom(_) => {}
            Self::List(items, _) => {
                for item in items {
                    item.value.visit(turn, change);
                }
            }
            Self::Object(members, _) => {
                change(*turn, members);
                *turn += 1;
                for member in members {
                    member.value.visit(turn, change);
                }
            }
        }
    }

    /// Calls a function on every atom that is a value, with the key that it stands under and the
    /// number of its turn.
    pub fn each_atom<'n>(&'n mut self, change: &mut dyn FnMut(usize, &str, &'n mut Self)) {
        let mut turn = 0;
        self.visit_atoms("", &mut turn, change);
    }

    fn visit_atoms<'n>(
        &'n mut self,
        key: &str,
        turn: &mut usize,
        change: &mut dyn FnMut(usize, &str, &'n mut Self),
    ) {
        match self {
            Self::Atom(_) => {
                change(*turn, key, self);
                *turn += 1;
            }
            Self::List(items, _) => {
                for item in items {
                    item.value.visit_atoms(key, turn, change);
                }
            }
            Self::Object(members, _) => {
                for member in members {
                    let key = member.key.clone();
                    member
                        .value
                        .visit_atoms(key.trim_matches('"'), turn, change);
                }
            }
        }
    }

    /// Whether it is `null`, `""`, `[]` or `{}`.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Atom(atom) => matches!(&**atom, "null" | "\"\""),
            Self::List(items, _) => items.is_empty(),
            Self::Object(members, _) => members.is_empty(),
        }
    }
}

/// Puts members into another order; the white space stays where it is.
pub fn reorder<'t>(members: &mut Vec<Member<'t>>, order: &[usize]) {
    let mut contents: Vec<Option<(Cow<'t, str>, Node<'t>)>> = members
        .iter_mut()
        .map(|member| {
            let value = std::mem::replace(&mut member.value, Node::Atom(Cow::Borrowed("")));
            Some((std::mem::take(&mut member.key), value))
        })
        .collect();
    for (slot, from) in order.iter().enumerate() {
        if let (Some(member), Some((key, value))) = (
            members.get_mut(slot),
            contents.get_mut(*from).and_then(Option::take),
        ) {
            (member.key, member.value) = (key, value);
        }
    }
}

/// Takes out the members that are not kept; what remains stands as the first ones and the last one
/// stood.
pub fn retain<'t>(members: &mut Vec<Member<'t>>, keep: impl Fn(&Member<'t>) -> bool) {
    let last = members.last().map(|member| member.after);
    let gaps: Vec<(&'t str, &'t str, &'t str)> = members
        .iter()
        .map(|member| (member.before, member.colon, member.after))
        .collect();
    members.retain(keep);
    for (member, (before, colon, after)) in members.iter_mut().zip(gaps) {
        (member.before, member.colon, member.after) = (before, colon, after);
    }
    if let (Some(member), Some(after)) = (members.last_mut(), last) {
        member.after = after;
    }
}

/// Puts a member in at a place, with white space as the members around it have.
pub fn insert(members: &mut Vec<Member<'_>>, place: usize, key: &'static str, value: &'static str) {
    let first = members.first().map_or(("", ":"), |m| (m.before, m.colon));
    let last = members.last().map_or("", |member| member.after);
    let between = if members.len() > 1 {
        members[0].after
    } else {
        ""
    };
    let member = Member {
        before: members.last().map_or(first.0, |member| member.before),
        key: Cow::Borrowed(key),
        colon: first.1,
        value: Node::Atom(Cow::Borrowed(value)),
        after: between,
    };
    let place = place.min(members.len());
    members.insert(place, member);

    let count = members.len();
    for member in members.iter_mut() {
        member.after = between;
    }
    members[count - 1].after = last;
    members[0].before = first.0;
}

struct Reader<'t> {
    rest: &'t str,
}

impl<'t> Reader<'t> {
    fn take(&mut self, length: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn space(&mut self) -> &'t str {
        let length = self.rest.len() - self.rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
        self.take(length)
    }

    fn node(&mut self) -> Option<Node<'t>> {
        match self.rest.bytes().next()? {
            b'[' => {
                self.take(1);
                let mut before = self.space();
                let mut items = Vec::new();
                if self.rest.starts_with(']') {
                    self.take(1);
                    return Some(Node::List(items, before));
                }
                loop {
                    let value = self.node()?;
                    let after = self.space();
                    items.push(Slot {
                        before,
                        value,
                        after,
                    });
                    if self.take(1) == "]" {
                        return Some(Node::List(items, ""));
                    }
                    before = self.space();
                }
            }
            b'{' => {
                self.take(1);
                let mut before = self.space();
                let mut members = Vec::new();
                if self.rest.starts_with('}') {
                    self.take(1);
                    return Some(Node::Object(members, before));
                }
                loop {
                    let key = Cow::Borrowed(self.string()?);
                    let colon = self.rest;
                    self.space();
                    self.take(1);
                    self.space();
                    let colon = &colon[..colon.len() - self.rest.len()];
                    let value = self.node()?;
                    let after = self.space();
                    members.push(Member {
                        before,
                        key,
                        colon,
                        value,
                        after,
                    });
                    if self.take(1) == "}" {
                        return Some(Node::Object(members, ""));
                    }
                    before = self.space();
                }
            }
            b'"' => Some(Node::Atom(Cow::Borrowed(self.string()?))),
            _ => {
                let ends = |byte: u8| b",]} \t\r\n".contains(&byte);
                let length = self.rest.bytes().position(ends).unwrap_or(self.rest.len());
                Some(Node::Atom(Cow::Borrowed(self.take(length))))
            }
        }
    }

    fn string(&mut self) -> Option<&'t str> {
        let mut escaped = false;
        let length = self.rest.bytes().skip(1).position(|byte| {
            let closes = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            closes
        })?;
        Some(self.take(length + 2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{ \"b\" : [1 ,\t2],\r\n\"a\":{ }, \"c\":[ ],\"d\":\"x,]\\\"\"\n}";

    fn written(node: &Node<'_>) -> String {
        let mut out = String::new();
        node.write_own(&mut out);
        out
    }

    #[test]
    fn white_space_stays_where_it_is() {
        let node = Node::parse(TEXT).unwrap();
        assert_eq!(written(&node), TEXT);

        let mut swapped = node.clone();
        swapped.each_object(&mut |turn, members| {
            if turn == 0 {
                reorder(members, &[1, 0, 2, 3]);
            }
        });
        assert_eq!(
            written(&swapped),
            "{ \"a\" : { },\r\n\"b\":[1 ,\t2], \"c\":[ ],\"d\":\"x,]\\\"\"\n}"
        );

        let mut fewer = node.clone();
        fewer.each_object(&mut |turn, members| {
            if turn == 0 {
                retain(members, |member| member.key != "\"d\"");
            }
        });
        assert_eq!(
            written(&fewer),
            "{ \"b\" : [1 ,\t2],\r\n\"a\":{ }, \"c\":[ ]\n}"
        );

        let mut more = Node::parse("{\"a\":1,\"b\":2}").unwrap();
        more.each_object(&mut |_, members| insert(members, 1, "\"n\"", "null"));
        assert_eq!(written(&more), "{\"a\":1,\"n\":null,\"b\":2}");
        let mut pretty = Node::parse("{\n  \"a\": 1\n}").unwrap();
        pretty.each_object(&mut |_, members| insert(members, 9, "\"n\"", "null"));
        assert_eq!(written(&pretty), "{\n  \"a\": 1,\n  \"n\": null\n}");
    }
}
