//! In: an object or a text that is no order. Out: the product of another kind that it belongs to.

use serde_json::{Map, Value};

use super::names;

/// A product whose payloads are taken for orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Product {
    /// `tt.createSignOrder`: periodic deduction.
    SignOrder,
    /// Guaranteed payment (担保支付, ecpay): MD5 with a salt.
    Guaranteed,
    /// `tt.pay`, which brings up the cashier of guaranteed payment.
    Pay,
    /// WeChat Pay.
    WeChat,
    /// Alipay.
    Alipay,
    /// The platform's server interfaces for orders, which take snake-case names.
    OpenApi,
}

/// Members by which each is known: all of one row.
const ROWS: [(Product, &[&str]); 11] = [
    (Product::Pay, &["order_id", "order_token"]),
    (Product::Guaranteed, &["app_id", "sign", "valid_time"]),
    (Product::Guaranteed, &["out_order_no", "subject", "sign"]),
    (
        Product::Guaranteed,
        &["out_order_no", "total_amount", "valid_time"],
    ),
    (Product::WeChat, &["timeStamp", "nonceStr", "package"]),
    (Product::WeChat, &["prepayid", "noncestr"]),
    (Product::WeChat, &["mchid", "out_trade_no"]),
    (Product::WeChat, &["mch_id", "out_trade_no"]),
    (Product::Alipay, &["out_trade_no", "subject"]),
    (Product::Alipay, &["biz_content", "app_id"]),
    (Product::OpenApi, &["out_order_no", "order_entry_schema"]),
];

impl Product {
    /// The product of an object, at its top or one level below.
    pub fn of(members: &Map<String, Value>) -> Option<Self> {
        let direct = |members: &Map<String, Value>| {
            if names::is_sign_order(members) {
                return Some(Self::SignOrder);
            }
            let has_all = |names: &[&str]| names.iter().all(|name| members.contains_key(*name));
            ROWS.iter()
                .find(|(_, names)| has_all(names))
                .map(|(product, _)| *product)
        };
        direct(members).or_else(|| {
            let objects = members.values().filter_map(Value::as_object);
            objects.into_iter().find_map(direct)
        })
    }

    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::SignOrder => "sign_order",
            Self::Guaranteed => "guaranteed",
            Self::Pay => "pay",
            Self::WeChat => "wechat",
            Self::Alipay => "alipay",
            Self::OpenApi => "open_api",
        }
    }
}

/// The product whose function a script calls.
pub fn named(text: &str) -> Option<Product> {
    let calls = [
        ("tt.pay(", Product::Pay),
        ("wx.requestPayment(", Product::WeChat),
        ("my.tradePay(", Product::Alipay),
    ];
    let found = calls.into_iter().find(|(call, _)| text.contains(call));
    found.map(|(_, product)| product)
}
