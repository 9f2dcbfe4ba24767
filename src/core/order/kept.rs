//! In: a document with all that was typed. Out: what is kept of it until the next start, and the
//! document again.

use serde::{Deserialize, Serialize};

use super::document::{Document, Draft, Origin};
use super::form::{OrderForm, TotalAmount};
use super::import::{ImportError, of_data};
use super::read;
use crate::core::key::may_hold_private_key;

/// A document as it is kept: its `data`, and what that does not say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDocument {
    /// The bytes of `data`, as far as they are text.
    data: String,
    /// Whether they are the document's own, not written from the form.
    #[serde(default)]
    is_own: bool,
    /// Whether `totalAmount` is the user's own, though it may be the sum.
    #[serde(default)]
    is_total_own: bool,
}

impl KeptDocument {
    /// What is kept of a document, of which this is the draft; `None` where a private key may stand
    /// in it, which is never kept.
    pub fn of(document: &Document, draft: &Draft) -> Option<Self> {
        let data = draft.data.as_str();
        if may_hold_private_key(data) {
            return None;
        }
        Some(Self {
            data: data.to_owned(),
            is_own: draft.origin == Origin::Own,
            is_total_own: matches!(document.form().total_amount, TotalAmount::Own(_)),
        })
    }

    /// The document again, with the same `data`.
    ///
    /// # Errors
    /// [`ImportError`] where the file was changed by somebody else.
    pub fn document(self) -> Result<Document, ImportError> {
        if self.is_own {
            return Document::open(of_data(self.data)?);
        }

        let order = read::read_order(&self.data).map_err(ImportError::Json)?;
        let mut form = OrderForm::open(&order.order);
        form.total_amount = match (form.total_amount, self.is_total_own) {
            (TotalAmount::Follow, true) => {
                let sum = order.order.sum_of_items();
                TotalAmount::Own(sum.map(|sum| sum.to_string()).unwrap_or_default())
            }
            (TotalAmount::Own(_), false) => TotalAmount::Follow,
            (total, _) => total,
        };
        Ok(Document::new(form))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::order::{SkuForm, example, import};

    fn again(document: &Document) -> Document {
        let draft = document.draft();
        let kept = KeptDocument::of(document, &draft).unwrap();
        let text = serde_json::to_string(&kept).unwrap();
        serde_json::from_str::<KeptDocument>(&text)
            .unwrap()
            .document()
            .unwrap()
    }

    #[test]
    fn own_bytes_and_the_lock_of_the_total_come_back() {
        let pretty = "{\n  \"outOrderNo\": \"a\",\n  \"totalAmount\": 1.0\n}\n";
        let document = Document::open(import(pretty).unwrap()).unwrap();
        assert_eq!(again(&document).draft().data, document.draft().data);
        assert_eq!(again(&document).draft().origin, Origin::Own);

        for total in [TotalAmount::Follow, TotalAmount::Own("1".into())] {
            let mut form = example::form();
            form.total_amount = total.clone();
            assert_eq!(again(&Document::new(form)).form().total_amount, total);
        }

        let mut form = OrderForm::default();
        form.skus.push(SkuForm::default());
        let empty = again(&Document::new(form));
        assert_eq!(empty.form().total_amount, TotalAmount::Follow);
    }

    #[test]
    fn a_private_key_is_not_kept() {
        let mut form = example::form();
        form.skus[0].title = "-----BEGIN PRIVATE KEY----- MIIEvQIBADANBgkqhkiG9w0B".to_owned();
        let document = Document::new(form);
        assert_eq!(KeptDocument::of(&document, &document.draft()), None);
    }

    proptest! {
        #[test]
        fn what_is_kept_is_what_was_on_the_screen(
            texts in prop::collection::vec(
                "[ -~\u{4e00}-\u{4e10}]{0,8}|[0-9]{0,6}|[0-9]{1,3}\\.[0-9]{1,2}",
                9,
            ),
            follows in any::<bool>(),
            images in prop::collection::vec("[a-z:/]{0,5}", 0..3),
        ) {
            let mut form = example::form();
            let sku = &mut form.skus[0];
            sku.title.clone_from(&texts[0]);
            sku.price.clone_from(&texts[1]);
            sku.quantity.clone_from(&texts[2]);
            sku.goods_type.clone_from(&texts[3]);
            sku.entry_schema.path.clone_from(&texts[4]);
            sku.sku_attr.clone_from(&texts[5]);
            sku.images = images;
            form.pay_expire_seconds.clone_from(&texts[6]);
            form.out_order_no.clone_from(&texts[7]);
            if !follows {
                form.total_amount = TotalAmount::Own(texts[8].clone());
            }
            let document = Document::new(form);
            let back = again(&document);
            prop_assert_eq!(back.draft().data, document.draft().data);
            let is_own = |document: &Document| {
                matches!(document.form().total_amount, TotalAmount::Own(_))
            };
            prop_assert_eq!(is_own(&back), is_own(&document));
        }
    }
}
