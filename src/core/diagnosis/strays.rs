//! In: the values that a header names. Out: those that signers have in their place: other methods,
//! paths, times and nonces.

use super::code::Code;
use crate::core::platform::{CREATE_SIGN_ORDER, REQUEST_ORDER};
use crate::core::spelling::percent_decoded;

/// Timestamps up to this many seconds away are tried.
const WINDOW: i64 = 3600;

/// Of those, the ones that are combined with two other changes.
const NEAR: i64 = 5;

/// Hours by which a clock is off that counts China time for UTC, or the other way.
const CHINA: i64 = 8;

/// Methods that people sign with.
pub const METHODS: [&str; 7] = ["GET", "post", "Post", "PUT", "", "POST ", "OPTIONS"];

/// Paths that people sign with; the long ones stand in error reports of the client and in older
/// documents.
pub const URIS: [&str; 46] = [
    REQUEST_ORDER,
    CREATE_SIGN_ORDER,
    "requestOrder",
    "/requestOrder/",
    "requestOrder/",
    "tt.requestOrder",
    "/tt.requestOrder",
    "/requestorder",
    "/request_order",
    "/RequestOrder",
    "/request/order",
    "/requestOrder?",
    " /requestOrder",
    "/requestOrder ",
    "//requestOrder",
    "",
    "/",
    "createSignOrder",
    "tt.createSignOrder",
    "/createOrder",
    "/create_order",
    "/order/create",
    "/api/requestOrder",
    "/api/order",
    "/pay",
    "/getOrderPayment",
    "/api/trade_basic/v1/user/order_create",
    "/api/trade_basic/v1/user/order_create/",
    "/api/trade_basic/v1/developer/order_create",
    "/api/trade_basic/v1/developer/order_create/",
    "/api/trade/v2/create_order",
    "/api/apps/trade/v2/create_order",
    "/api/apps/trade/v2/order/create_order",
    "/api/apps/trade/v2/query_order",
    "/api/apps/trade/v2/order/query_order",
    "/api/apps/ecpay/v1/create_order",
    "/api/apps/v1/ecpay/create_order",
    "/api/industry/v1/solution/order/create",
    "https://open.douyin.com/requestOrder",
    "https://developer.toutiao.com/requestOrder",
    "https://developer.toutiao.com/api/apps/ecpay/v1/create_order",
    "https://ma.zijieapi.com/api/trade_basic/v1/user/order_create",
    "https://open.douyin.com/api/trade_basic/v1/developer/order_create",
    "https://open.douyin.com/api/trade_basic/v1/user/order_create",
    "undefined",
    "null",
];

/// The nonce as other code may have had it.
pub fn nonces(nonce: &str) -> Vec<String> {
    let decoded = percent_decoded(nonce).and_then(|bytes| String::from_utf8(bytes).ok());
    let all = [
        Some(format!("\"{nonce}\"")),
        Some(nonce.to_lowercase()),
        Some(nonce.to_uppercase()),
        decoded,
        Some(String::new()),
        Some(nonce.replace('-', "")),
        dashed(nonce),
        Some(format!(" {nonce}")),
        Some(format!("{nonce} ")),
        Some(format!("{nonce}\n")),
        Some("undefined".to_owned()),
        Some("null".to_owned()),
        Some("None".to_owned()),
        Some(nonce.replace('+', " ")),
        Some(nonce.replace(' ', "+")),
        Some(nonce.chars().take(32).collect()),
        Some(nonce.chars().take(16).collect()),
    ];

    let mut kept: Vec<String> = Vec::new();
    for other in all.into_iter().flatten() {
        if other != nonce && !kept.contains(&other) {
            kept.push(other);
        }
    }
    kept
}

/// 32 hex digits as a UUID.
fn dashed(nonce: &str) -> Option<String> {
    let is_hex = nonce.len() == 32 && nonce.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex.then(|| {
        let parts = [0..8, 8..12, 12..16, 16..20, 20..32];
        parts.map(|part| &nonce[part]).join("-")
    })
}

/// Other times: in milliseconds, in seconds, and those around, the nearest first; whether each is
/// combined with few others only.
pub fn timestamps(timestamp: &str) -> Vec<(String, bool, Code)> {
    let mut all: Vec<(String, bool, Code)> = Vec::new();
    let mut add = |text: String, far, code| all.push((text, far, code));
    let Ok(number) = timestamp.trim().parse::<i64>() else {
        return all;
    };

    let digits = timestamp.trim().len();
    let seconds = match digits {
        13..16 => number / 1000,
        16.. => number / 1_000_000,
        _ => number,
    };
    if seconds != number {
        add(seconds.to_string(), false, Code::TimestampMilliseconds);
    }
    // The same number in the other units, then with the parts of a second that were cut.
    for unit in ["000", "000000", "000000000"] {
        let text = format!("{seconds}{unit}");
        add(text, false, Code::TimestampMilliseconds);
    }
    for rest in 1..1000 {
        let text = format!("{seconds}{rest:03}");
        add(text, true, Code::TimestampMilliseconds);
    }
    for text in ["", "undefined", "null", "NaN"] {
        add(text.to_owned(), false, Code::TimestampDifferent);
    }
    for text in [format!("{seconds}.0"), format!("\"{seconds}\"")] {
        add(text, false, Code::TimestampDifferent);
    }

    for away in 1..=WINDOW {
        for other in [seconds.saturating_sub(away), seconds.saturating_add(away)] {
            add(other.to_string(), away > NEAR, Code::TimestampDifferent);
        }
    }
    for hours in [-CHINA, CHINA] {
        for away in -NEAR..=NEAR {
            let other = seconds.saturating_add(hours * 3600).saturating_add(away);
            add(other.to_string(), away != 0, Code::TimestampDifferent);
        }
    }

    all.retain(|(text, ..)| text != timestamp);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nonces_come_with_and_without_dashes() {
        let plain = "9ea89b69ed451adefc0448d1b7248be0";
        let uuid = "9ea89b69-ed45-1ade-fc04-48d1b7248be0";
        assert!(nonces(plain).contains(&uuid.to_owned()));
        assert!(nonces(uuid).contains(&plain.to_owned()));
        assert!(!nonces(plain).contains(&plain.to_owned()));
    }

    #[test]
    fn times_come_in_all_units() {
        let has = |timestamp: &str, wanted: &str| {
            timestamps(timestamp)
                .iter()
                .any(|(text, ..)| text == wanted)
        };
        assert!(has("1700000000", "1700000000000"));
        assert!(has("1700000000123", "1700000000"));
        assert!(has("1700000000", "1700028800"));
        assert!(has("1700000000", "1699996400"));
        assert!(!has("1700000000", "1700000000"));
    }
}
