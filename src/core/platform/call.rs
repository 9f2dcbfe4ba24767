//! The call and its signature: method, URI, header, callbacks ("signature algorithm" 签名算法, and
//! "generate order parameters and signature" 生成下单参数与签名).

/// Line 1 of the string to sign.
pub const METHOD: &str = "POST";

/// Line 2 of the string to sign of `tt.requestOrder`.
pub const REQUEST_ORDER: &str = "/requestOrder";

/// Line 2 of the string to sign of `tt.createSignOrder` (periodic deduction).
pub const CREATE_SIGN_ORDER: &str = "/createSignOrder";

/// Functions of `tt` whose argument is an order; the second one is for periodic deduction.
pub const CALLS: [&str; 2] = ["requestOrder", "createSignOrder"];

/// Scheme of `byteAuthorization`; the platform answers 11004 签名参数异常 unless one space follows.
pub const SCHEME: &str = "SHA256-RSA2048";

/// A value of `byteAuthorization`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderField {
    /// The mini-program.
    AppId,
    /// A random text, new for every signature.
    Nonce,
    /// Seconds since 1970.
    Timestamp,
    /// Counts up each time an application public key is uploaded in the console.
    KeyVersion,
    /// Base64 (RFC 4648, section 4) with padding.
    Signature,
}

/// The order of the `requestOrder` document, which is written here.
pub const HEADER_ORDER: [HeaderField; 5] = [
    HeaderField::AppId,
    HeaderField::Nonce,
    HeaderField::Timestamp,
    HeaderField::KeyVersion,
    HeaderField::Signature,
];

impl HeaderField {
    /// The field as the platform spells it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AppId => "appid",
            Self::Nonce => "nonce_str",
            Self::Timestamp => "timestamp",
            Self::KeyVersion => "key_version",
            Self::Signature => "signature",
        }
    }
}

/// A header of a payment result callback ("payment result callback" 支付结果回调).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallbackHeader {
    /// Seconds since 1970, line 1 of the string to sign.
    Timestamp,
    /// A random text, line 2.
    Nonce,
    /// Base64 of the signature under the platform's key.
    Signature,
}

/// Headers of a callback that belong to its signature.
pub const CALLBACK_HEADERS: [CallbackHeader; 3] = [
    CallbackHeader::Timestamp,
    CallbackHeader::Nonce,
    CallbackHeader::Signature,
];

impl CallbackHeader {
    /// The header as the platform spells it; HTTP does not mind capitals.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Timestamp => "Byte-Timestamp",
            Self::Nonce => "Byte-Nonce-Str",
            Self::Signature => "Byte-Signature",
        }
    }
}

/// `type` of a callback: what it tells of (the last four from public SDKs).
pub const CALLBACK_TYPES: [&str; 6] = [
    "payment",
    "refund",
    "pre_create_refund",
    "settle",
    "sign_callback",
    "sign_pay_callback",
];

/// `version` of a callback's body.
pub const CALLBACK_VERSION: &str = "3.0";

/// Members of `msg` of a payment result callback, in the order of the platform's document;
/// `cp_extra` from public SDKs.
pub const CALLBACK_MEMBERS: [&str; 14] = [
    "app_id",
    "out_order_no",
    "order_id",
    "status",
    "total_amount",
    "discount_amount",
    "pay_channel",
    "channel_pay_id",
    "merchant_uid",
    "cp_extra",
    "message",
    "event_time",
    "user_bill_pay_id",
    "currency",
];
