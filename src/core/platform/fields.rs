//! The fields of `data`: what the platform's documents say of each.

use super::Reference;

/// A field of `data` known from public documents and SDKs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(
    missing_docs,
    reason = "each is the platform's name, explained in its row below"
)]
pub enum Field {
    SkuList,
    SkuId,
    Price,
    Quantity,
    Title,
    ImageList,
    Image,
    Type,
    TagGroupId,
    EntrySchema,
    EntryPath,
    EntryParams,
    SkuAttr,
    OutOrderNo,
    TotalAmount,
    Currency,
    PayExpireSeconds,
    PayNotifyUrl,
    MerchantUid,
    OrderEntrySchema,
    OrderEntryPath,
    OrderEntryParams,
    LimitPayWayList,
    LimitPayWay,
    PayScene,
    PromotionId,
}

/// JSON types, as far as fields differ in how they are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A string.
    Text,
    /// A whole number.
    Number,
    /// An array.
    List,
    /// An object.
    Object,
    /// A string that holds a JSON object.
    Params,
    /// The number of a payment method.
    PayWay,
}

/// What is written down about one field.
struct Row {
    field: Field,
    /// The field's path without places in arrays.
    pattern: &'static str,
    kind: Kind,
    required: bool,
    /// UTF-8 bytes at most.
    max_bytes: Option<usize>,
    reference: Reference,
}

/// All fields, in the order of the platform's table.
#[rustfmt::skip]
const ROWS: [Row; 26] = [
    row(Field::SkuList, "skuList", Kind::List).required(),
    row(Field::SkuId, "skuList[].skuId", Kind::Text).required(),
    row(Field::Price, "skuList[].price", Kind::Number).required(),
    row(Field::Quantity, "skuList[].quantity", Kind::Number).required(),
    row(Field::Title, "skuList[].title", Kind::Text).required().at_most(256),
    row(Field::ImageList, "skuList[].imageList", Kind::List).required(),
    row(Field::Image, "skuList[].imageList[]", Kind::Text).at_most(512),
    row(Field::Type, "skuList[].type", Kind::Number).required(),
    row(Field::TagGroupId, "skuList[].tagGroupId", Kind::Text).required().at_most(64),
    row(Field::EntrySchema, "skuList[].entrySchema", Kind::Object),
    row(Field::EntryPath, "skuList[].entrySchema.path", Kind::Text).required().at_most(512),
    row(Field::EntryParams, "skuList[].entrySchema.params", Kind::Params).at_most(512),
    row(Field::SkuAttr, "skuList[].skuAttr", Kind::Text),
    row(Field::OutOrderNo, "outOrderNo", Kind::Text).required().at_most(64),
    row(Field::TotalAmount, "totalAmount", Kind::Number).required(),
    row(Field::Currency, "currency", Kind::Text),
    row(Field::PayExpireSeconds, "payExpireSeconds", Kind::Number),
    row(Field::PayNotifyUrl, "payNotifyUrl", Kind::Text).at_most(512),
    row(Field::MerchantUid, "merchantUid", Kind::Text),
    row(Field::OrderEntrySchema, "orderEntrySchema", Kind::Object).required(),
    row(Field::OrderEntryPath, "orderEntrySchema.path", Kind::Text).required().at_most(512),
    row(Field::OrderEntryParams, "orderEntrySchema.params", Kind::Params).at_most(512),
    row(Field::LimitPayWayList, "limitPayWayList", Kind::List),
    row(Field::LimitPayWay, "limitPayWayList[]", Kind::PayWay),
    row(Field::PayScene, "payScene", Kind::Text).known_from(Reference::Sdk),
    row(Field::PromotionId, "promotionId", Kind::Text).known_from(Reference::Jsapi),
];

const fn row(field: Field, pattern: &'static str, kind: Kind) -> Row {
    Row {
        field,
        pattern,
        kind,
        required: false,
        max_bytes: None,
        reference: Reference::OrderParameters,
    }
}

impl Row {
    const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    const fn at_most(self, bytes: usize) -> Self {
        Self {
            max_bytes: Some(bytes),
            ..self
        }
    }

    const fn known_from(self, reference: Reference) -> Self {
        Self { reference, ..self }
    }
}

impl Field {
    /// All fields, in the order of the platform's table.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(|row| row.field)
    }

    /// The field of a path without places in arrays: `skuList[].title`.
    pub fn of_pattern(pattern: &str) -> Option<Self> {
        let row = ROWS.iter().find(|row| row.pattern == pattern)?;
        Some(row.field)
    }

    /// The path without places in arrays.
    pub fn pattern(self) -> &'static str {
        self.row().pattern
    }

    /// The name of the member, or of the list whose item it is.
    pub fn name(self) -> &'static str {
        let pattern = self.pattern().trim_end_matches("[]");
        pattern.rsplit_once('.').map_or(pattern, |(_, name)| name)
    }

    /// The JSON type it must have.
    pub fn kind(self) -> Kind {
        self.row().kind
    }

    /// Whether the object that it is in is refused without it.
    pub fn is_required(self) -> bool {
        self.row().required
    }

    /// UTF-8 bytes at most.
    pub fn max_bytes(self) -> Option<usize> {
        self.row().max_bytes
    }

    /// The document that it stands in.
    pub fn reference(self) -> Reference {
        self.row().reference
    }

    /// The field of the object or list that it is part of; `None` at the top.
    pub fn parent(self) -> Option<Self> {
        let pattern = self.pattern();
        let parent = match pattern.strip_suffix("[]") {
            Some(list) => list,
            None => pattern.rsplit_once('.')?.0.trim_end_matches("[]"),
        };
        Self::of_pattern(parent)
    }

    /// Whether it is a member of a SKU, at whatever depth.
    pub fn is_in_sku(self) -> bool {
        self.pattern().starts_with("skuList[].")
    }

    fn row(self) -> &'static Row {
        // The rows stand in the order of the variants; a test holds that.
        &ROWS[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_its_row() {
        for (place, row) in ROWS.iter().enumerate() {
            assert_eq!(row.field as usize, place, "{}", row.pattern);
            assert_eq!(Field::of_pattern(row.pattern), Some(row.field));
        }
    }

    #[test]
    fn fields_know_where_they_stand() {
        assert_eq!(Field::EntryPath.name(), "path");
        assert_eq!(Field::EntryPath.parent(), Some(Field::EntrySchema));
        assert_eq!(Field::EntrySchema.parent(), Some(Field::SkuList));
        assert_eq!(Field::Image.name(), "imageList");
        assert_eq!(Field::Image.parent(), Some(Field::ImageList));
        assert_eq!(Field::SkuList.parent(), None);
        assert!(Field::Image.is_in_sku() && !Field::OutOrderNo.is_in_sku());
    }
}
