//! In: what a report says. Out: which interface it speaks of, as far as it tells.

use super::catalogue::Scope;
use super::report::Facts;
use super::words::{has_phrase, plain};

/// Words by which an interface is known where its messages do not name it, the surest first.
const WORDS: [(Scope, &[&str]); 7] = [
    (
        Scope::OrderPush,
        &["order/v2/push", "order/push", "订单同步", "订单推送"],
    ),
    (
        Scope::OpenApi,
        &[
            "openapi",
            "sub_error_code",
            "access_token",
            "open.douyin.com",
            "/api/apps/trade",
            "query_order",
            "order_query",
        ],
    ),
    (Scope::Pay, &["ecpay", "担保支付", "tt.pay", "cd0025"]),
    (Scope::EcOrder, &["openecorder"]),
    (Scope::SignOrder, &["createsignorder", "签约", "周期扣款"]),
    (Scope::GetOrderPayment, &["getorderpayment", "收银台"]),
    (
        Scope::RequestOrder,
        &["requestorder", "order_create", "下单"],
    ),
];

/// Functions of `tt` by the name before `:fail` in their messages.
const FUNCTIONS: [(&str, Scope); 5] = [
    ("requestorder", Scope::RequestOrder),
    ("getorderpayment", Scope::GetOrderPayment),
    ("createsignorder", Scope::SignOrder),
    ("pay", Scope::Pay),
    ("openecorder", Scope::EcOrder),
];

/// The interface of one error in a text; `None` where nothing tells.
pub fn of(facts: &Facts, text: &str) -> Option<Scope> {
    let message = plain(facts.said().unwrap_or_default());
    if let Some(scope) = of_function(&message) {
        return Some(scope);
    }

    let code = |code: &Option<String>| code.clone().unwrap_or_default();
    let is_open_api = |code: &str| code.len() == 7 && code.starts_with("219");
    if facts.sub_code.as_deref().is_some_and(|code| code != "0")
        || is_open_api(&code(&facts.err_no))
        || is_open_api(&code(&facts.error_code))
    {
        return Some(Scope::OpenApi);
    }
    if facts
        .url
        .as_deref()
        .unwrap_or_default()
        .contains("order_create")
    {
        return Some(Scope::RequestOrder);
    }
    // Order push answers with these three, and nothing else does.
    if ["err_code", "err_msg", "body"]
        .iter()
        .all(|name| text.contains(name))
    {
        return Some(Scope::OrderPush);
    }
    if facts.err_tips.is_some() {
        return Some(Scope::Pay);
    }

    of_words(&plain(text))
}

/// The function whose name stands before `:fail`, `:cancel` or an error in a message.
fn of_function(message: &str) -> Option<Scope> {
    let (name, behind) = message.split_once(':')?;
    let behind = behind.trim_start();
    let is_outcome = ["fail", "cancel", "ok", "typeerror"]
        .iter()
        .any(|word| behind.starts_with(word));
    let name = name.rsplit(|c: char| !c.is_ascii_alphanumeric()).next()?;
    if !is_outcome || name.is_empty() {
        return None;
    }

    let known = FUNCTIONS.iter().find(|(known, _)| *known == name);
    Some(known.map_or(Scope::Other, |(_, scope)| *scope))
}

/// The interface whose words stand in a plain text.
pub fn of_words(text: &str) -> Option<Scope> {
    let has = |words: &&[&str]| words.iter().any(|word| has_phrase(text, word));
    let is_callback = (text.contains("回调") || text.contains("callback"))
        && ["签", "通知", "收不到", "没收到", "推送", "重复"]
            .iter()
            .any(|word| text.contains(word));
    if is_callback || text.contains("msg_signature") {
        return Some(Scope::Callback);
    }

    WORDS
        .iter()
        .find(|(_, words)| has(words))
        .map(|(scope, _)| *scope)
}
