//! In: the steps from a document's root to a value. Out: the field path that findings and the form
//! share.

use std::fmt;

use super::platform::Field;

/// Characters of a member's name that a path shows at most: names of unknown members may be of any
/// length.
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

    /// The places in arrays on the way.
    fn places(&self) -> Vec<usize> {
        match self {
            Self::Root => Vec::new(),
            Self::Member(parent, _) => parent.places(),
            Self::Item(parent, index) => {
                let mut places = parent.places();
                places.push(*index);
                places
            }
        }
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
                if with_places {
                    write!(out, "[{index}]")
                } else {
                    out.write_str("[]")
                }
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

/// A field of `data` at its place: in which SKU, and for images and payment methods at which place
/// of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The field.
    pub field: Field,
    /// Place in `skuList`, from 0; 0 where the field is in no SKU.
    pub sku: usize,
    /// Place in its list, from 0; 0 where the field is in no list.
    pub item: usize,
}

impl Place {
    /// A field outside of `skuList`, or of its first item.
    pub fn of(field: Field) -> Self {
        Self::in_sku(0, field)
    }

    /// A field of a SKU.
    pub fn in_sku(sku: usize, field: Field) -> Self {
        Self {
            field,
            sku,
            item: 0,
        }
    }

    /// The same in another place of its list.
    #[must_use]
    pub fn item(self, item: usize) -> Self {
        Self { item, ..self }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pattern = self.field.pattern();
        let (sku, rest) = match pattern.strip_prefix("skuList[].") {
            Some(rest) => (format!("skuList[{}].", self.sku), rest),
            None => (String::new(), pattern),
        };

        out.write_str(&sku)?;
        match rest.strip_suffix("[]") {
            Some(list) => write!(out, "{list}[{}]", self.item),
            None => out.write_str(rest),
        }
    }
}

/// The place that a finding speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FieldPath {
    /// A field that the platform's documents know.
    Field(Place),
    /// Any other place, written out.
    Other(String),
}

impl FieldPath {
    /// The field, where it is one.
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::Field(place) => Some(*place),
            Self::Other(_) => None,
        }
    }
}

impl From<&At<'_>> for FieldPath {
    fn from(at: &At<'_>) -> Self {
        let Some(field) = Field::of_pattern(&at.pattern()) else {
            return Self::Other(at.to_string());
        };

        let places = at.places();
        let place = |index: usize| places.get(index).copied().unwrap_or_default();
        Self::Field(if field.is_in_sku() {
            Place::in_sku(place(0), field).item(place(1))
        } else {
            Place::of(field).item(place(0))
        })
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(place) => write!(out, "{place}"),
            Self::Other(path) => out.write_str(path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_known_at_their_places() {
        let list = At::Member(&At::Root, "skuList");
        let sku = At::Item(&list, 12);
        let images = At::Member(&sku, "imageList");
        let image = At::Item(&images, 3);
        let place = Place::in_sku(12, Field::Image).item(3);
        assert_eq!(FieldPath::from(&image), FieldPath::Field(place));
        assert_eq!(place.to_string(), image.to_string());
        assert_eq!(
            Place::of(Field::LimitPayWay).item(2).to_string(),
            "limitPayWayList[2]"
        );

        let unknown = FieldPath::from(&At::Member(&sku, "colour"));
        assert_eq!(unknown, FieldPath::Other("skuList[12].colour".to_owned()));
    }

    #[test]
    fn places_are_written_as_paths() {
        let list = At::Member(&At::Root, "skuList");
        let item = At::Item(&list, 3);
        let title = At::Member(&item, "title");
        assert_eq!(
            (title.to_string(), title.pattern()),
            ("skuList[3].title".to_owned(), "skuList[].title".to_owned())
        );
        let name = "名".repeat(5000);

        assert_eq!(
            At::Member(&At::Root, &name).to_string().chars().count(),
            LONGEST_NAME + 1
        );
    }
}
