//! In: `data`, who, when, the URI and a private key. Out: the [`SignedOrder`].

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::moment::{Identity, Moment, Uri};
use super::signed::{self, SignedOrder};
use super::{authorization, message};
use crate::core::finding::{Explain, Message};
use crate::core::key::PrivateKey;
use crate::core::order::DataJson;

/// The key could not make the signature: its numbers do not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignError;

/// Signs with RSASSA-PKCS1-v1_5 and SHA-256 (RFC 8017, section 8.2.1) and writes every text of the result.
///
/// The signature is deterministic: the same arguments give the same [`SignedOrder`].
///
/// # Errors
/// [`SignError`] where the key is damaged in a way that only shows when it is used.
pub fn sign(
    data: DataJson,
    identity: Identity,
    moment: Moment,
    uri: Uri,
    key: &PrivateKey,
) -> Result<SignedOrder, SignError> {
    let string_to_sign = message::string_to_sign(&uri, &moment, &data);
    let signature = key.sign_sha256(string_to_sign.as_bytes()).map_err(|_| SignError)?;
    let byte_authorization = authorization::write(&identity, &moment, &STANDARD.encode(signature));
    Ok(SignedOrder {
        answer: signed::answer(&data, &byte_authorization),
        call: signed::call(&data, &byte_authorization),
        key: key.fingerprint().clone(),
        data,
        byte_authorization,
        string_to_sign,
        identity,
        moment,
        uri,
    })
}

impl Explain for SignError {
    fn message(&self) -> Message {
        Message::new("sign.failed")
    }
}
