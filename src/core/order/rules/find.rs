//! In: an order and a field. Out: where a rule strikes at the places of that field.

use serde_json::Value;

use super::hits::{Hit, Hits};
use super::rule::Checked;
use super::walk::{places, strings};
use crate::core::order::model::whole_number;
use crate::core::path::At;
use crate::core::platform::Field;

/// Asks `find` for the value at every place of every field.
pub fn in_fields(
    checked: &Checked<'_>,
    find: impl Fn(Field, Option<&Value>) -> Option<Hit>,
) -> Hits {
    let mut hits = Hits::default();
    for field in Field::all() {
        places(checked.order, field.pattern(), &mut |at, value| {
            if let Some(hit) = find(field, value) {
                hits.push(at, hit);
            }
        });
    }

    hits
}

/// Asks `find` for every place of a field, with its value.
pub fn at_field(
    checked: &Checked<'_>,
    field: Field,
    find: impl Fn(Option<&Value>) -> Option<Hit>,
) -> Hits {
    at_fields(checked, &[field], find)
}

/// Asks `find` for every place of some fields, with its value.
pub fn at_fields(
    checked: &Checked<'_>,
    fields: &[Field],
    find: impl Fn(Option<&Value>) -> Option<Hit>,
) -> Hits {
    let mut hits = Hits::default();
    for field in fields {
        places(checked.order, field.pattern(), &mut |at, value| {
            if let Some(hit) = find(value) {
                hits.push(at, hit);
            }
        });
    }

    hits
}

/// Asks `find` for every whole number at the places of a field.
pub fn whole_numbers(
    checked: &Checked<'_>,
    field: Field,
    find: impl Fn(i64) -> Option<Hit>,
) -> Hits {
    at_field(checked, field, |value| find(whole_number(value?)?))
}

/// Asks `find` for every string in the document.
pub fn in_strings(checked: &Checked<'_>, find: impl Fn(&At<'_>, &str) -> Option<Hit>) -> Hits {
    let mut hits = Hits::default();
    strings(checked.order, &mut |at, text| {
        if let Some(hit) = find(at, text) {
            hits.push(at, hit);
        }
    });

    hits
}
