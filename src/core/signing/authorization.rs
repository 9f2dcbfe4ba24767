//! In: the header's values and the signature. Out: the `byteAuthorization` text.

use super::moment::{Identity, Moment};
use crate::core::platform::{HEADER_ORDER, HeaderField, SCHEME};

/// Writes `byteAuthorization`: unquoted values in the order of the `requestOrder` document, no
/// spaces after commas.
pub fn write(identity: &Identity, moment: &Moment, signature_base64: &str) -> String {
    let value = |field| match field {
        HeaderField::AppId => identity.app_id.to_string(),
        HeaderField::Nonce => moment.nonce.to_string(),
        HeaderField::Timestamp => moment.timestamp.to_string(),
        HeaderField::KeyVersion => identity.key_version.to_string(),
        HeaderField::Signature => signature_base64.to_owned(),
    };
    let fields = HEADER_ORDER.map(|field| format!("{}={}", field.name(), value(field)));

    format!("{SCHEME} {}", fields.join(","))
}
