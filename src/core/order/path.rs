//! In: the steps from a document's root to a value. Out: the field path that findings and the form share.

use std::fmt::{self, Write as _};

/// Characters of a member's name that a path shows at most: names of unknown members may be of any length.
const LONGEST_NAME: usize = 120;

/// Bytes of a path that are shown at most.
const LONGEST_PATH: usize = 600;

/// A place in a document as the steps to it; written out only where something is said of it.
#[derive(Clone, Copy)]
pub enum At<'p> {
    /// The document itself.
    Root,
    /// A member of the object there.
    Member(&'p At<'p>, &'p str),
    /// An item of the array there.
    Item(&'p At<'p>, usize),
}

impl At<'_> {
    /// The path without places in arrays.
    pub fn pattern(&self) -> String {
        let mut out = Short::default();
        let _ = self.write(&mut out, false);
        out.text
    }

    fn write(&self, out: &mut dyn fmt::Write, with_places: bool) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Member(parent, name) => {
                parent.write(out, with_places)?;
                if !matches!(parent, At::Root) {
                    out.write_char('.')?;
                }
                match name.char_indices().nth(LONGEST_NAME) {
                    None => out.write_str(name),
                    Some((end, _)) => write!(out, "{}…", &name[..end]),
                }
            }
            Self::Item(parent, index) => {
                parent.write(out, with_places)?;
                if with_places { write!(out, "[{index}]") } else { out.write_str("[]") }
            }
        }
    }
}

impl fmt::Display for At<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut short = Short::default();
        let is_whole = self.write(&mut short, true).is_ok();
        out.write_str(&short.text)?;
        out.write_str(if is_whole { "" } else { "…" })
    }
}

/// Takes in so much of a path as a sentence can hold; more is an error, which ends the writing.
#[derive(Default)]
struct Short {
    text: String,
}

impl fmt::Write for Short {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        if self.text.len() + part.len() > LONGEST_PATH {
            return Err(fmt::Error);
        }
        self.text.push_str(part);
        Ok(())
    }
}

/// Path of a member of a SKU: `skuList[0].title`.
pub fn sku(index: usize, member: &str) -> String {
    format!("skuList[{index}].{member}")
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
    fn places_are_written_as_paths() {
        let list = At::Member(&At::Root, "skuList");
        let item = At::Item(&list, 3);
        let title = At::Member(&item, "title");
        assert_eq!((title.to_string(), title.pattern()), (sku(3, "title"), "skuList[].title".to_owned()));
        let name = "名".repeat(5000);
        assert_eq!(At::Member(&At::Root, &name).to_string().chars().count(), LONGEST_NAME + 1);
    }
}
