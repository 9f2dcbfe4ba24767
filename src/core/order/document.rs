//! In: a document's own bytes, a form over it. Out: the order, its `data`, the findings: the one
//! pipeline up to the signature, of the window and of every command.

use std::sync::Arc;

use super::form::OrderForm;
use super::import::{ImportError, Imported};
use super::model::Order;
use super::rules::{self, Finding};
use super::serialize::DataJson;
use crate::core::path::{FieldPath, Place};

/// What a document amounts to: made in one go, so that the parts always belong together.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The order.
    pub order: Order,
    /// The bytes to sign.
    pub data: DataJson,
    /// Where the bytes come from.
    pub origin: Origin,
    /// What the platform will or may mind, errors first.
    pub findings: Vec<Finding>,
}

/// Where the bytes to sign come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Written from the order, compactly.
    Written,
    /// The document's own.
    Own,
}

impl Draft {
    /// The order written compactly.
    pub fn written(order: Order) -> Self {
        Self {
            data: DataJson::of_order(&order),
            origin: Origin::Written,
            findings: rules::check(&order, &[]),
            order,
        }
    }

    fn own(order: Order, data: DataJson, repeated_keys: &[FieldPath]) -> Self {
        Self {
            findings: rules::check(&order, repeated_keys),
            origin: Origin::Own,
            data,
            order,
        }
    }
}

impl Imported {
    /// The document with its own bytes, where it has any.
    pub fn draft(&self) -> Draft {
        let order = self.order.clone();
        match &self.data {
            Some(data) => Draft::own(order, data.clone(), &self.repeated_keys),
            None => Draft::written(order),
        }
    }

    /// The document written anew, compactly; keys that stood twice stand once, and are said.
    pub fn compact(&self) -> Draft {
        Draft {
            findings: rules::check(&self.order, &self.repeated_keys),
            ..Draft::written(self.order.clone())
        }
    }
}

/// An order that is being edited: the form, and the document that it was opened from.
///
/// Each edit that is noted raises the revision; the document's own bytes count as long as the form
/// says what they say.
#[derive(Clone, Debug)]
pub struct Document {
    form: OrderForm,
    source: Option<Arc<Opened>>,
    is_as_opened: bool,
    revision: u64,
    last_place: Option<Place>,
}

/// What a form was opened from.
#[derive(Debug)]
struct Opened {
    imported: Imported,
    form: OrderForm,
}

impl Document {
    /// A document that begins with a form.
    pub fn new(form: OrderForm) -> Self {
        Self {
            form,
            source: None,
            is_as_opened: false,
            revision: 0,
            last_place: None,
        }
    }

    /// Opens what was read in a form.
    ///
    /// # Errors
    /// [`ImportError::TooManyItems`] where the form has no room for it.
    pub fn open(imported: Imported) -> Result<Self, ImportError> {
        let form = imported.form()?;
        let source = Opened {
            imported,
            form: form.clone(),
        };

        Ok(Self {
            form,
            source: Some(Arc::new(source)),
            is_as_opened: true,
            revision: 0,
            last_place: None,
        })
    }

    /// The form.
    pub fn form(&self) -> &OrderForm {
        &self.form
    }

    /// The form, to be edited by widgets; who has edited it calls [`Document::edited`].
    pub fn form_mut(&mut self) -> &mut OrderForm {
        &mut self.form
    }

    /// Notes which fields were edited.
    pub fn edited(&mut self, places: &[Place]) {
        if places.is_empty() {
            return;
        }

        for place in places {
            self.form.edit(*place);
        }
        self.revision += 1;
        self.last_place = match places {
            [place] => Some(*place),
            _ => None,
        };
        self.is_as_opened = self
            .source
            .as_ref()
            .is_some_and(|source| source.form == self.form);
    }

    /// What it was opened from, where it was.
    pub fn imported(&self) -> Option<&Imported> {
        self.source.as_ref().map(|source| &source.imported)
    }

    /// Changes with every edit of this document, and only then; other documents begin at 0 again.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The one field that was edited last; `None` where several were at once.
    pub fn last_place(&self) -> Option<Place> {
        self.last_place
    }

    /// What it amounts to.
    pub fn draft(&self) -> Draft {
        match &self.source {
            Some(source) if self.is_as_opened => source.imported.draft(),
            _ => Draft::written(self.form.order()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::order::import;
    use crate::core::platform::Field;

    const PRETTY: &str = "{\n  \"outOrderNo\": \"a\",\n  \"totalAmount\": 1.0\n}";

    #[test]
    fn own_bytes_count_until_a_field_is_edited() {
        let mut document = Document::open(import(PRETTY).unwrap()).unwrap();
        assert_eq!(document.draft().data.as_str(), PRETTY);

        let place = Place::of(Field::OutOrderNo);
        document.form_mut().out_order_no.push('b');
        document.edited(&[place]);
        let draft = document.draft();
        assert_eq!(draft.origin, Origin::Written);
        assert_eq!(
            draft.data.as_str(),
            r#"{"outOrderNo":"ab","totalAmount":1.0}"#
        );

        document.form_mut().out_order_no.pop();
        document.edited(&[place]);
        assert_eq!(document.draft().origin, Origin::Own);
        assert_eq!(document.revision(), 2);
    }

    #[test]
    fn a_compact_draft_says_what_is_wrong_with_the_document() {
        let draft = import(r#"{"totalAmount": 1, "totalAmount": 2}"#)
            .unwrap()
            .compact();
        assert_eq!(draft.data.as_str(), r#"{"totalAmount":2}"#);
        assert!(
            draft
                .findings
                .iter()
                .any(|finding| finding.rule.name == "field.repeated")
        );
    }
}
