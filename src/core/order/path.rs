//! In: the steps from a document's root to a value. Out: the field path that findings and the form share.

use std::fmt::Write as _;

/// Path of a member of a SKU: `skuList[0].title`.
pub fn sku(index: usize, member: &str) -> String {
    format!("skuList[{index}].{member}")
}

/// Appends a member's name; an empty prefix is the root.
pub fn member(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") }
}

/// Appends a place in an array.
pub fn item(prefix: &str, index: usize) -> String {
    let mut path = prefix.to_owned();
    // Writing to a `String` cannot fail.
    let _ = write!(path, "[{index}]");
    path
}

/// The path without places in arrays, so that one rule serves every item: `skuList[].title`.
pub fn pattern(path: &str) -> String {
    let mut pattern = String::with_capacity(path.len());
    let mut inside = false;
    for c in path.chars() {
        inside = inside && c != ']';
        if !inside {
            pattern.push(c);
        }
        inside = inside || c == '[';
    }
    pattern
}

/// The place in `skuList` and the member there, of a path such as `skuList[0].imageList[1]` (which is `imageList`).
pub fn in_sku(path: &str) -> Option<(usize, &str)> {
    let (index, member) = path.strip_prefix("skuList[")?.split_once("].")?;
    Some((index.parse().ok()?, member.split('[').next().unwrap_or(member)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pattern_drops_places_in_arrays() {
        assert_eq!(pattern("skuList[12].imageList[0]"), "skuList[].imageList[]");
        assert_eq!(pattern("outOrderNo"), "outOrderNo");
    }

    #[test]
    fn steps_join() {
        assert_eq!(item(&member("", "skuList"), 3), "skuList[3]");
        assert_eq!(sku(0, "title"), member(&item("skuList", 0), "title"));
    }
}
