//! In: a document. Out: the same with its keys in another order, as maps, structs and sorters of
//! other languages leave them.

use super::tree::{Member, Node, reorder};
use crate::core::json::unquoted;
use crate::core::platform::{CALLBACK_MEMBERS, Field};

/// In which order keys are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// By their bytes, at every level.
    Sorted,
    /// By their bytes, at the top level only.
    TopSorted,
    /// By their letters, capitals and small ones alike.
    SortedWithoutCase,
    /// As the platform's table of fields has them.
    Documented,
    /// As the platform's table of callback members has them.
    CallbackDocumented,
    /// The last one first.
    Reversed,
    /// As `java.util.HashMap` walks through its buckets, at every level.
    HashMap,
    /// As `java.util.HashMap` does, at the top level only.
    TopHashMap,
    /// One object's members in the n-th of all orders.
    Permuted {
        /// Which object, counted from the outside.
        object: usize,
        /// Which order, counted in the factorial number system.
        order: usize,
    },
    /// One member of an object at another place.
    Moved {
        /// Which object, counted from the outside.
        object: usize,
        /// Where it stands.
        from: usize,
        /// Where it stood.
        to: usize,
    },
}

/// Puts the keys of a document into an order.
pub fn arrange(node: &mut Node<'_>, keys: Keys) {
    node.each_object(&mut |turn, members| {
        let is_top = turn == 0;
        let count = members.len();
        match keys {
            Keys::TopSorted | Keys::TopHashMap if !is_top => {}
            Keys::Sorted | Keys::TopSorted => sort_by(members, str::to_owned),
            Keys::SortedWithoutCase => sort_by(members, str::to_lowercase),
            Keys::Documented => sort_by(members, documented_place),
            Keys::CallbackDocumented => sort_by(members, |name| {
                let place = CALLBACK_MEMBERS.iter().position(|member| *member == name);
                place.unwrap_or(usize::MAX)
            }),
            Keys::Reversed => reorder(members, &(0..count).rev().collect::<Vec<_>>()),
            Keys::HashMap | Keys::TopHashMap => {
                let capacity = capacity(count);
                sort_by(members, |name| bucket(name, capacity));
            }
            Keys::Permuted { object, order } if object == turn => {
                reorder(members, &permutation(count, order));
            }
            Keys::Moved { object, from, to } if object == turn => {
                let mut order: Vec<usize> = (0..count).collect();
                if from < count && to < count {
                    let moved = order.remove(from);
                    order.insert(to, moved);
                }
                reorder(members, &order);
            }
            Keys::Permuted { .. } | Keys::Moved { .. } => {}
        }
    });
}

/// Sorts members by something of their names; equal ones stay in their order.
fn sort_by<K: Ord>(members: &mut Vec<Member<'_>>, of: impl Fn(&str) -> K) {
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by_cached_key(|place| of(&unquoted(&members[*place].key)));
    reorder(members, &order);
}

/// Where a key stands in the platform's table; behind all others where it is not in there.
fn documented_place(name: &str) -> usize {
    Field::all()
        .position(|field| field.name() == name)
        .unwrap_or(usize::MAX)
}

/// The table of a HashMap into which n entries were put one by one: 16 buckets, doubled whenever
/// more than three quarters are taken.
fn capacity(count: usize) -> u32 {
    let mut capacity = 16_u32;
    while count > (capacity / 4 * 3) as usize {
        capacity *= 2;
    }
    capacity
}

/// The bucket of a string: `String.hashCode`, its high half mixed into the low one.
fn bucket(name: &str, capacity: u32) -> u32 {
    let hash = name.encode_utf16().fold(0_u32, |hash, unit| {
        hash.wrapping_mul(31).wrapping_add(u32::from(unit))
    });
    (hash ^ (hash >> 16)) & (capacity - 1)
}

/// The n-th order of so many things; the first one leaves them as they are.
pub fn permutation(count: usize, mut order: usize) -> Vec<usize> {
    let mut left: Vec<usize> = (0..count).collect();
    let mut chosen = Vec::new();
    for rest in (1..=count).rev() {
        chosen.push(left.remove(order % rest));
        order /= rest;
    }
    chosen
}

/// How many orders of so many things there are.
pub fn orders(count: usize) -> usize {
    (1..=count).product()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arranged(text: &str, keys: Keys) -> String {
        let mut node = Node::parse(text).unwrap();
        arrange(&mut node, keys);
        let mut out = String::new();
        node.write_own(&mut out);
        out
    }

    #[test]
    fn keys_stand_as_others_put_them() {
        let text = r#"{"b":1,"a":{"d":2,"C":3}}"#;
        assert_eq!(arranged(text, Keys::Sorted), r#"{"a":{"C":3,"d":2},"b":1}"#);
        assert_eq!(
            arranged(text, Keys::TopSorted),
            r#"{"a":{"d":2,"C":3},"b":1}"#
        );
        assert_eq!(
            arranged(text, Keys::SortedWithoutCase),
            r#"{"a":{"C":3,"d":2},"b":1}"#
        );
        let moved = Keys::Moved {
            object: 1,
            from: 1,
            to: 0,
        };
        assert_eq!(arranged(text, moved), r#"{"b":1,"a":{"C":3,"d":2}}"#);
    }

    /// As `new HashMap<>()` of OpenJDK 21 lists them.
    #[test]
    fn hash_maps_have_an_order_of_their_own() {
        let text = r#"{"skuList":1,"outOrderNo":2,"totalAmount":3,"orderEntrySchema":4}"#;
        assert_eq!(
            arranged(text, Keys::HashMap),
            r#"{"totalAmount":3,"orderEntrySchema":4,"skuList":1,"outOrderNo":2}"#
        );
    }

    #[test]
    fn every_order_comes_up_once() {
        let mut all: Vec<Vec<usize>> = (0..orders(4)).map(|n| permutation(4, n)).collect();
        assert_eq!(all[0], [0, 1, 2, 3]);
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 24);
    }
}
