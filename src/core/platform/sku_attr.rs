//! What `skuAttr` holds for the goods types of which it is known.

use super::known::{PHONE_CARD_OPERATORS, PHONE_CARD_TYPES, PHONE_CARD_UNITS};

/// What the value of a member is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttrKind {
    /// A number.
    Number,
    /// An amount in fen.
    Fen,
    /// A text.
    Text,
    /// One of these texts.
    OneOf(&'static [&'static str]),
}

/// A member of `skuAttr`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttrMember {
    /// The object in which it stands; `None` where that is `skuAttr` itself.
    pub group: Option<&'static str>,
    /// Its name.
    pub name: &'static str,
    /// What its value is.
    pub kind: AttrKind,
}

const fn own(name: &'static str, kind: AttrKind) -> AttrMember {
    AttrMember {
        group: None,
        name,
        kind,
    }
}

const fn of(group: &'static str, name: &'static str, kind: AttrKind) -> AttrMember {
    AttrMember {
        group: Some(group),
        name,
        kind,
    }
}

/// Goods types 101 to 107: what a package costs and has ("generate order parameters and
/// signature"). `call_duration` is in minutes, `traffic_bundle` in GB.
pub const PHONE_CARD_ATTR: &[AttrMember] = &[
    of("package_cost", "amount", AttrKind::Fen),
    of("package_cost", "time_len", AttrKind::Number),
    of("package_cost", "unit", AttrKind::OneOf(PHONE_CARD_UNITS)),
    own("call_duration", AttrKind::Number),
    own("traffic_bundle", AttrKind::Number),
    own(
        "telecom_operator_type",
        AttrKind::OneOf(PHONE_CARD_OPERATORS),
    ),
];

/// Goods type 402: a membership and how long it lasts, as public posts have it.
pub const MEMBERSHIP_ATTR: &[AttrMember] = &[
    own("member_name", AttrKind::Text),
    own("member_type", AttrKind::Text),
    of("benefit_time", "num_of_year", AttrKind::Number),
    of("benefit_time", "num_of_month", AttrKind::Number),
    of("benefit_time", "num_of_day", AttrKind::Number),
    of("benefit_time", "num_of_hour", AttrKind::Number),
    of("benefit_time", "num_of_minute", AttrKind::Number),
];

/// Goods type of memberships.
pub const MEMBERSHIP: i64 = 402;

/// The members of `skuAttr` for a goods type, if they are known.
pub fn sku_attr_of(goods_type: i64) -> Option<&'static [AttrMember]> {
    if PHONE_CARD_TYPES.contains(&goods_type) {
        Some(PHONE_CARD_ATTR)
    } else if goods_type == MEMBERSHIP {
        Some(MEMBERSHIP_ATTR)
    } else {
        None
    }
}
