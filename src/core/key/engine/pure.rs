//! The engine of the `rsa` crate, for machines on which AWS-LC cannot be built. It wipes its keys,
//! and this wipes the stack on which it works with them.

use rsa::PrivateKey;
use rsa::pkcs1::{DecodeRsaPrivateKey as _, EncodeRsaPrivateKey as _};
use rsa::pkcs1v15::SigningKey;
use rsa::signature::{SignatureEncoding as _, Signer as _};
use sha2::Sha256;

use super::api::{Engine, Unusable};
use crate::core::key::secret::{SecretBytes, on_wiped_stack};

/// A key of the `rsa` crate.
pub struct Pure(SigningKey<Sha256>);

impl Engine for Pure {
    fn load(pkcs1: &[u8]) -> Result<Self, Unusable> {
        on_wiped_stack(|| {
            let key = PrivateKey::from_pkcs1_der(pkcs1).map_err(|_| Unusable)?;
            Ok(Self(SigningKey::new(key)))
        })
    }

    fn sign_sha256(&self, message: &[u8]) -> Result<Vec<u8>, Unusable> {
        on_wiped_stack(|| {
            let signature = self.0.try_sign(message).map_err(|_| Unusable)?;
            Ok(signature.to_vec())
        })
    }

    fn generate() -> Result<SecretBytes, Unusable> {
        on_wiped_stack(|| {
            let key = PrivateKey::new(&mut rand::rng(), 2048).map_err(|_| Unusable)?;
            let der = key.to_pkcs1_der().map_err(|_| Unusable)?;
            Ok(SecretBytes::copy_of(der.as_bytes()))
        })
    }
}
