//! The values of fields that are known from the platform's public documents; none of the lists is
//! closed.

/// Goods types (`type`) known from the documents and from public posts, in the order of their
/// numbers.
pub const GOODS_TYPES: &[i64] = &[
    101, 102, 103, 104, 105, 106, 107, 201, 202, 301, 401, 402, 403, 404, 405, 406, 703, 704, 705,
];

/// Phone cards and other communication goods: `skuAttr` is required and describes the package.
pub const PHONE_CARD_TYPES: std::ops::RangeInclusive<i64> = 101..=107;

/// Content goods with a required `skuAttr`; 404 are episodes of short dramas.
pub const CONTENT_ATTR_TYPES: std::ops::RangeInclusive<i64> = 402..=406;

/// Whether the platform's documents require `skuAttr` for goods of this type.
pub fn needs_sku_attr(goods_type: i64) -> bool {
    PHONE_CARD_TYPES.contains(&goods_type) || CONTENT_ATTR_TYPES.contains(&goods_type)
}

/// Refund-rule tag groups (`tagGroupId`) known from public sources.
pub const TAG_GROUPS: &[&str] = &[
    "tag_group_7272625659887943692",
    "tag_group_7272625659887960076",
    "tag_group_7272625659887976460",
    "tag_group_7272625659887992844",
    "tag_group_7272625659888009228",
    "tag_group_7272625659888025612",
    "tag_group_7297888175123382299",
    "tag_group_7272625659888041996",
    "tag_group_7272625659888058380",
];

/// The known tag groups that fit goods of a type; all of them where nothing is known of it.
pub fn tag_groups_of(goods_type: i64) -> &'static [&'static str] {
    match goods_type {
        101 => &TAG_GROUPS[..1],
        102 => &TAG_GROUPS[1..3],
        103 => &TAG_GROUPS[3..4],
        104..=107 => &TAG_GROUPS[..4],
        201 => &TAG_GROUPS[4..6],
        202 => &TAG_GROUPS[6..7],
        301 => &TAG_GROUPS[8..],
        401..=406 => &TAG_GROUPS[7..8],
        _ => TAG_GROUPS,
    }
}

/// Pay ways that `limitPayWayList` may hide: 1 WeChat, 2 Alipay; 10 (Douyin Pay) is listed by SDKs
/// only.
pub const PAY_WAYS: &[&str] = &["1", "2", "10"];

/// Values of `currency`; leaving the member out means `CNY`.
pub const CURRENCIES: &[&str] = &["CNY", "DIAMOND"];

/// `payExpireSeconds` at most, in seconds (48 h; "generate order parameters and signature").
pub const PAY_EXPIRE_MAX: i64 = 172_800;

/// `payExpireSeconds` that holds when it is absent or 0, in seconds ("generate order parameters
/// and signature").
pub const PAY_EXPIRE_DEFAULT: i64 = 300;

/// `quantity` at most; at least it is 1 ("generate order parameters and signature").
pub const MAX_QUANTITY: i64 = 100;

/// Values of `payScene` that public SDKs know.
pub const PAY_SCENES: &[&str] = &["IM"];

/// Values of `package_cost.unit` in the `skuAttr` of a phone card.
pub const PHONE_CARD_UNITS: &[&str] = &["year", "month", "day"];

/// Values of `telecom_operator_type` in the `skuAttr` of a phone card.
pub const PHONE_CARD_OPERATORS: &[&str] = &["official", "private"];

/// Bits that the platform asks of an application key ("signature algorithm").
pub const PLATFORM_BITS: usize = 2048;
