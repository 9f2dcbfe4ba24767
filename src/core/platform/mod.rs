//! What the platform's documents say, each fact once, with the document that says it.

mod call;
mod fields;
mod known;
mod sku_attr;

pub use call::{
    CALLBACK_HEADERS, CALLBACK_MEMBERS, CALLBACK_TYPES, CALLBACK_VERSION, CALLS, CREATE_SIGN_ORDER,
    CallbackHeader, HEADER_ORDER, HeaderField, METHOD, REQUEST_ORDER, SCHEME,
};
pub use fields::{Field, Kind};
pub use known::{
    CURRENCIES, GOODS_TYPES, MAX_QUANTITY, PAY_EXPIRE_DEFAULT, PAY_EXPIRE_MAX, PAY_SCENES,
    PAY_WAYS, PHONE_CARD_OPERATORS, PHONE_CARD_TYPES, PHONE_CARD_UNITS, PLATFORM_BITS, TAG_GROUPS,
    needs_sku_attr, tag_groups_of,
};

pub use sku_attr::{
    AttrKind, AttrMember, MEMBERSHIP, MEMBERSHIP_ATTR, PHONE_CARD_ATTR, sku_attr_of,
};

use serde::Serialize;

/// Year and month in which the documents were read last.
pub const DOCUMENTS_READ: &str = "2026-11";

/// Where a fact is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reference {
    /// "Generate order parameters and signature" (生成下单参数与签名).
    OrderParameters,
    /// The JSAPI page of `tt.requestOrder`.
    Jsapi,
    /// Public server SDKs only.
    Sdk,
    /// No document of the platform: JSON itself, or what people report.
    Practice,
}

impl Reference {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::OrderParameters,
        Self::Jsapi,
        Self::Sdk,
        Self::Practice,
    ];

    /// Key of its name among the texts.
    pub fn key(self) -> &'static str {
        match self {
            Self::OrderParameters => "reference.order_parameters",
            Self::Jsapi => "reference.jsapi",
            Self::Sdk => "reference.sdk",
            Self::Practice => "reference.practice",
        }
    }
}
