//! What an engine does.

use crate::core::key::secret::SecretBytes;

/// The key could not make the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the numbers of the private key do not fit together")]
pub struct Unusable;

/// A private key that is ready to sign.
pub trait Engine: Sized {
    /// Loads an RSAPrivateKey (RFC 8017, appendix A.1.2) with 2048 to 8192 bits and two primes, and
    /// checks that its numbers belong together.
    ///
    /// # Errors
    /// [`Unusable`] where they do not.
    fn load(pkcs1: &[u8]) -> Result<Self, Unusable>;

    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, section 8.2.1): as many bytes as the modulus has.
    ///
    /// # Errors
    /// [`Unusable`] where a fault shows in the result.
    fn sign_sha256(&self, message: &[u8]) -> Result<Vec<u8>, Unusable>;

    /// A new RSAPrivateKey with 2048 bits and the exponent 65537.
    ///
    /// # Errors
    /// [`Unusable`] where no primes could be found.
    fn generate() -> Result<SecretBytes, Unusable>;
}
