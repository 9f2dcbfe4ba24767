//! In: `data`, who, when, the URI and a private key. Out: the [`SignedOrder`].

use super::moment::{Identity, Moment, Uri};
use super::signed::SignedOrder;
use super::{authorization, message};
use crate::core::encoding::base64;
use crate::core::key::{KeyFailure, PrivateKey};
use crate::core::order::DataJson;

/// Signs with RSASSA-PKCS1-v1_5 and SHA-256 (RFC 8017, section 8.2.1) and writes every text of the
/// result.
///
/// The signature is deterministic: the same arguments give the same [`SignedOrder`].
///
/// # Errors
/// [`KeyFailure::Using`] where the key is damaged in a way that only shows when it is used.
pub fn sign(
    data: DataJson,
    identity: Identity,
    moment: Moment,
    uri: Uri,
    key: &PrivateKey,
) -> Result<SignedOrder, KeyFailure> {
    let string_to_sign = message::string_to_sign(
        uri.as_str(),
        &moment.timestamp.to_string(),
        moment.nonce.as_str(),
        data.as_str(),
    );
    let signature = key.sign_sha256(string_to_sign.as_bytes())?;
    let byte_authorization = authorization::write(&identity, &moment, &base64(&signature));
    Ok(SignedOrder {
        key: key.fingerprint().clone(),
        data,
        byte_authorization,
        string_to_sign,
        identity,
        moment,
        uri,
    })
}
