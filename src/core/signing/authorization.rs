//! In: the header's values and the signature. Out: the `byteAuthorization` text.

use super::moment::{Identity, Moment};

/// Scheme of the header; the platform answers 11004 签名参数异常 unless it is followed by one space.
pub const SCHEME: &str = "SHA256-RSA2048";

/// Writes `byteAuthorization`: unquoted values in the order of the `requestOrder` document, no spaces after commas.
pub fn write(identity: &Identity, moment: &Moment, signature_base64: &str) -> String {
    let Identity { app_id, key_version } = identity;
    let Moment { timestamp, nonce } = moment;
    format!(
        "{SCHEME} appid={app_id},nonce_str={nonce},timestamp={timestamp},key_version={key_version},signature={signature_base64}"
    )
}
