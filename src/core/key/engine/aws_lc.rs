//! The engine of AWS-LC, which wipes all memory that it frees.

use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::RSA_PKCS1_SHA256;
use rsa::pkcs8::PrivateKeyInfoRef;

use super::api::{Engine, Unusable};
use crate::core::key::secret::SecretBytes;

/// A key inside AWS-LC. No other big-number library ever sees its numbers.
pub struct AwsLc(KeyPair);

impl Engine for AwsLc {
    fn load(pkcs1: &[u8]) -> Result<Self, Unusable> {
        KeyPair::from_der(pkcs1).map(Self).map_err(|_| Unusable)
    }

    fn sign_sha256(&self, message: &[u8]) -> Result<Vec<u8>, Unusable> {
        let mut signature = vec![0; self.0.public_modulus_len()];
        self.0
            .sign(
                &RSA_PKCS1_SHA256,
                &SystemRandom::new(),
                message,
                &mut signature,
            )
            .map_err(|_| Unusable)?;
        Ok(signature)
    }

    fn generate() -> Result<SecretBytes, Unusable> {
        let pair = KeyPair::generate(KeySize::Rsa2048).map_err(|_| Unusable)?;
        // Its buffer is freed by AWS-LC, which wipes it.
        let pkcs8: Pkcs8V1Der<'_> = pair.as_der().map_err(|_| Unusable)?;
        let info = PrivateKeyInfoRef::try_from(pkcs8.as_ref()).map_err(|_| Unusable)?;
        Ok(SecretBytes::copy_of(info.private_key.as_bytes()))
    }
}
