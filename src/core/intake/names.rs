//! By which names and members parts of a payload are known.

use serde_json::{Map, Value};

use crate::core::json;
use crate::core::platform::{Field, SCHEME};

/// Members by which an object is known for an order, one alone or two together.
const ALONE: [Field; 2] = [Field::SkuList, Field::OrderEntrySchema];
const TOGETHER: [Field; 2] = [Field::OutOrderNo, Field::TotalAmount];

/// Members of `data` of `tt.createSignOrder`.
const OF_SIGN_ORDER: [&str; 3] = ["outAuthOrderNo", "authPayOrder", "serviceId"];

/// Names under which servers hand `data` over; capitals, `_` and `-` do not matter.
const DATA: [&str; 13] = [
    "data",
    "datastr",
    "datastring",
    "orderdata",
    "orderinfo",
    "orderparams",
    "orderparam",
    "orderstr",
    "paydata",
    "payload",
    "requestdata",
    "bizdata",
    "body",
];

/// Words of which a report has at least one.
const OF_REPORT: [&str; 16] = [
    "errNo",
    "err_no",
    "errMsg",
    "err_msg",
    "err_tips",
    "errCode",
    "err_code",
    "errLogId",
    "errorCode",
    "error_code",
    ":fail",
    "Error:",
    "Exception",
    "报错",
    "错误",
    "异常",
];

/// A name in small letters, without `_` and `-`.
pub fn plain(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

/// Whether a member of this name is a `byteAuthorization`.
pub fn is_authorization(name: &str) -> bool {
    let name = plain(name);
    name.contains("byteauth") || matches!(name.as_str(), "authorization" | "auth" | "authstr")
}

/// Whether a member of this name may be `data`.
pub fn is_data(name: &str) -> bool {
    DATA.contains(&plain(name).as_str())
}

/// Whether a value is a `byteAuthorization`, whatever its name.
pub fn has_scheme(value: &str) -> bool {
    value.trim_start().starts_with(SCHEME)
}

/// Whether a text names a `byteAuthorization`.
pub fn names_authorization(text: &str) -> bool {
    ["byteAuth", "byte_auth", "ByteAuth"]
        .iter()
        .any(|name| text.contains(name))
}

/// Whether a text names members of an order, however it is written.
pub fn mentions_order(text: &str) -> bool {
    let names = ALONE.iter().map(|field| field.name());
    names.chain(OF_SIGN_ORDER).any(|name| text.contains(name))
}

/// Whether an object is `data` of one of the calls.
pub fn is_order(members: &Map<String, Value>) -> bool {
    let has = |field: &Field| members.contains_key(field.name());
    ALONE.iter().any(has) || TOGETHER.iter().all(has) || is_sign_order(members)
}

/// Whether an object is `data` of `tt.createSignOrder` (periodic deduction).
pub fn is_sign_order(members: &Map<String, Value>) -> bool {
    let found = OF_SIGN_ORDER
        .iter()
        .filter(|name| members.contains_key(**name));
    found.count() >= 2 && !ALONE.iter().any(|field| members.contains_key(field.name()))
}

/// Whether a document as a whole may be meant for an order: it has a member that orders have, and
/// none that reports have.
pub fn may_be_order(members: &Map<String, Value>) -> bool {
    let top = |field: &Field| field.parent().is_none();
    let is_report = members
        .keys()
        .any(|name| plain(name).starts_with("err") || name == "itemOrderList");
    let has_one = Field::all()
        .filter(top)
        .any(|field| members.contains_key(field.name()));

    is_order(members) || members.is_empty() || has_one && !is_report
}

/// Whether a name is one of an order's own members.
pub fn is_member(name: &str) -> bool {
    let top = |field: &Field| field.parent().is_none();
    Field::all().filter(top).any(|field| field.name() == name)
}

/// The order that a text is, if it is one.
pub fn order_of(text: &str) -> Option<Map<String, Value>> {
    if !text.trim_start().starts_with('{') {
        return None;
    }
    match json::value(text.trim())? {
        Value::Object(members) if is_order(&members) => Some(members),
        _ => None,
    }
}

/// Whether an object is the body of a callback.
pub fn is_callback(members: &Map<String, Value>) -> bool {
    members.contains_key("msg")
        && (members.contains_key("type") || members.contains_key("version"))
        && !members.contains_key("code")
}

/// Whether a text is what `success` was given.
pub fn is_success(text: &str) -> bool {
    text.contains("itemOrderList")
}

/// Whether a text reports an error.
pub fn is_report(text: &str) -> bool {
    OF_REPORT.iter().any(|word| text.contains(word))
}
