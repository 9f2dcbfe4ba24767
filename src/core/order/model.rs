//! In: a JSON object. Out: an [`Order`], which keeps every member, their order and the spelling of
//! numbers.

use serde_json::{Map, Value};

/// An order as the document it is: known and unknown members, in their order, numbers as they were
/// spelled.
///
/// It may break any rule; [`super::rules::check`] says which. It is made by
/// [`super::OrderForm::order`] from typed text and by [`super::read::read_order`] from a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order(Map<String, Value>);

/// One member of `skuList` that is an object, with its place in the list.
#[derive(Clone, Copy, Debug)]
pub struct SkuRef<'o> {
    /// Place in `skuList`, from 0.
    pub index: usize,
    /// The members of the SKU.
    pub members: &'o Map<String, Value>,
}

impl Order {
    /// Takes the members of `data` as they are.
    pub fn new(members: Map<String, Value>) -> Self {
        Self(members)
    }

    /// All members of `data`, in document order.
    pub fn members(&self) -> &Map<String, Value> {
        &self.0
    }

    /// The value of a top-level member.
    pub fn member(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// The text of a top-level member, if it is a string.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.member(name).and_then(Value::as_str)
    }

    /// The objects in `skuList`; empty where `skuList` is no array.
    pub fn skus(&self) -> impl Iterator<Item = SkuRef<'_>> {
        let list = self.member("skuList").and_then(Value::as_array);
        list.into_iter()
            .flatten()
            .enumerate()
            .filter_map(|(index, sku)| {
                Some(SkuRef {
                    index,
                    members: sku.as_object()?,
                })
            })
    }

    /// Σ price × quantity in the order's unit (fen or diamonds).
    ///
    /// `None` where a price or quantity is missing or no whole number, where there is no SKU, or
    /// beyond `i64`.
    pub fn sum_of_items(&self) -> Option<i64> {
        let skus = self.member("skuList")?.as_array()?;
        let amounts = skus.iter().map(|sku| item_amount(sku.as_object()?));
        let sum = amounts.reduce(|sum, amount| sum?.checked_add(amount?));
        sum.flatten()
    }

    /// Whether amounts count diamonds instead of fen.
    pub fn is_diamond(&self) -> bool {
        self.text("currency") == Some("DIAMOND")
    }
}

/// The value as a whole number spelled with digits only (`1`, not `1.0`, `1e0` or `"1"`).
pub fn whole_number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_str().parse().ok(),
        _ => None,
    }
}

/// Price × quantity of a SKU in the order's unit (fen or diamonds); `None` where one of them is
/// missing or no whole number, or beyond `i64`.
pub fn item_amount(sku: &Map<String, Value>) -> Option<i64> {
    let number = |name: &str| whole_number(sku.get(name)?);
    number("price")?.checked_mul(number("quantity")?)
}
