//! In: the form. Out: everything that follows from it, in one step: the order, its `data`, and the findings.

use super::form::OrderForm;
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
    /// What the platform will or may mind, errors first.
    pub findings: Vec<Finding>,
}

impl Draft {
    /// Runs the pipeline up to the signature.
    pub fn of(form: &OrderForm) -> Self {
        let order = form.order();
        let data = DataJson::of_order(&order);
        let findings = rules::check(&order, &[]);
        Self { order, data, findings }
    }
}
