//! In: an RSAPrivateKey in DER, and a message. Out: the signature. AWS-LC computes: it wipes all memory that it frees.

use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::RSA_PKCS1_SHA256;
use rsa::pkcs8::PrivateKeyInfoRef;

use super::private::Unusable;
use super::secret::SecretBytes;

/// A private key that is ready to sign. No big-number library but AWS-LC ever sees its numbers.
pub struct Engine(KeyPair);

impl Engine {
    /// Loads an RSAPrivateKey (RFC 8017, appendix A.1.2) with 2048 to 8192 bits and two primes, and checks that its
    /// numbers belong together.
    ///
    /// # Errors
    /// [`Unusable`] where they do not.
    pub fn load(pkcs1: &[u8]) -> Result<Self, Unusable> {
        KeyPair::from_der(pkcs1).map(Self).map_err(|_| Unusable)
    }

    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, section 8.2.1): as many bytes as the modulus has.
    ///
    /// # Errors
    /// [`Unusable`] where AWS-LC finds a fault in the result.
    pub fn sign_sha256(&self, message: &[u8]) -> Result<Vec<u8>, Unusable> {
        let mut signature = vec![0; self.0.public_modulus_len()];
        let signed = self.0.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature);
        signed.map(|()| signature).map_err(|_| Unusable)
    }
}

/// A new RSAPrivateKey with 2048 bits and the exponent 65537.
///
/// # Errors
/// [`Unusable`] where no primes could be found.
pub fn generate() -> Result<SecretBytes, Unusable> {
    let pair = KeyPair::generate(KeySize::Rsa2048).map_err(|_| Unusable)?;
    // Its buffer is freed by AWS-LC, which wipes it.
    let pkcs8: Pkcs8V1Der<'_> = pair.as_der().map_err(|_| Unusable)?;
    let info = PrivateKeyInfoRef::try_from(pkcs8.as_ref()).map_err(|_| Unusable)?;
    Ok(SecretBytes::copy_of(info.private_key.as_bytes()))
}
