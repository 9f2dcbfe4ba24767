//! In: the form and what it was imported from. Out: all that follows, in one step: the order, its `data`, the findings.

use super::form::OrderForm;
use super::import::Imported;
use super::model::Order;
use super::rules;
use super::serialize::DataJson;
use crate::core::finding::Finding;

/// What a form amounts to: made in one go, so that the parts always belong together.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The order as typed.
    pub order: Order,
    /// The bytes to sign.
    pub data: DataJson,
    /// Where the bytes come from.
    pub bytes: Bytes,
    /// What the platform will or may mind, errors first.
    pub findings: Vec<Finding>,
}

/// Where the bytes to sign come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bytes {
    /// Written from the form.
    Written,
    /// Those of the imported document, of which nothing has been edited.
    Imported,
}

impl Draft {
    /// Runs the pipeline up to the signature. Imported bytes stay as they are until a field is edited.
    pub fn of(form: &OrderForm, imported: Option<&Imported>) -> Self {
        let order = form.order();
        let untouched = imported.filter(|imported| imported.form == *form);
        if let Some(Imported { data: Some(data), repeated_keys, .. }) = untouched {
            let findings = rules::check(&order, repeated_keys);
            return Self { order, data: data.clone(), bytes: Bytes::Imported, findings };
        }
        let data = DataJson::of_order(&order);
        let findings = rules::check(&order, &[]);
        Self { order, data, bytes: Bytes::Written, findings }
    }
}
