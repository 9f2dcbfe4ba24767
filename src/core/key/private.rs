//! In: the DER of an RSA private key. Out: a [`PrivateKey`], which signs and shows its public half
//! only.

use std::fmt;

use rsa::pkcs1::RsaPrivateKeyRef;
use rsa::pkcs8::der::Decode as _;

use super::engine::{Engine as _, Signer};
use super::error::KeyError;
use super::failure::KeyFailure;
use super::fingerprint::Fingerprint;
use super::format::Format;
use super::public::PublicKey;
use super::secret::SecretBytes;
use crate::core::platform::PLATFORM_BITS;

/// An application private key. Its numbers stand in its DER and in the engine that signs, nowhere
/// else; both are wiped when it is dropped. Only [`super::write`] writes them out, into texts that
/// are zeroised too.
pub struct PrivateKey {
    der: SecretBytes,
    /// `None` where the key is too small to sign for the platform.
    engine: Option<Signer>,
    format: Format,
    public: PublicKey,
}

impl PrivateKey {
    /// Reads an RSAPrivateKey in DER (RFC 8017, appendix A.1.2), as it also stands inside a PKCS#8.
    ///
    /// # Errors
    /// [`KeyError`] where it is none, its numbers do not fit together, or its size, its exponent or
    /// the number of its primes is out of bounds.
    pub(super) fn from_pkcs1(der: &[u8], format: Format) -> Result<Self, KeyError> {
        let numbers = RsaPrivateKeyRef::from_der(der).map_err(|_| KeyError::NotAKey)?;
        let public =
            PublicKey::of_numbers(numbers.modulus, numbers.public_exponent, format.clone())?;
        if numbers.other_prime_infos.is_some() {
            return Err(KeyError::MultiPrime);
        }

        // What cannot sign for the platform is described, not loaded.
        let signs = public.bits() >= PLATFORM_BITS;
        let engine = signs
            .then(|| Signer::load(der))
            .transpose()
            .map_err(|_| KeyError::NotAKey)?;
        Ok(Self {
            der: SecretBytes::copy_of(der),
            engine,
            format,
            public,
        })
    }

    /// Makes a 2048-bit key that lives in memory only.
    ///
    /// # Errors
    /// [`KeyFailure::Making`] where no primes could be found.
    pub fn generate() -> Result<Self, KeyFailure> {
        let der = Signer::generate().map_err(|_| KeyFailure::Making)?;
        Self::from_pkcs1(&der, Format::InMemory).map_err(|_| KeyFailure::Making)
    }

    /// RSASSA-PKCS1-v1_5 with SHA-256 over `message` (RFC 8017, section 8.2.1): as many bytes as
    /// the modulus has.
    ///
    /// # Errors
    /// [`KeyFailure::Using`] where the key's numbers do not fit together, or it is too small for
    /// the platform.
    pub fn sign_sha256(&self, message: &[u8]) -> Result<Vec<u8>, KeyFailure> {
        let engine = self.engine.as_ref().ok_or(KeyFailure::Using)?;
        Ok(engine.sign_sha256(message)?)
    }

    /// The RSAPrivateKey in DER, for [`super::write`] alone.
    pub(super) fn pkcs1(&self) -> &[u8] {
        &self.der
    }

    /// The key itself, if the platform takes signatures of it.
    ///
    /// # Errors
    /// [`KeyError::TooSmall`].
    pub fn usable(self) -> Result<Self, KeyError> {
        match self.bits() {
            bits if bits < PLATFORM_BITS => Err(KeyError::TooSmall { bits }),
            _ => Ok(self),
        }
    }

    /// How the key was written down.
    pub fn format(&self) -> &Format {
        &self.format
    }

    /// The public half.
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// SHA-256 of the public half's SPKI.
    pub fn fingerprint(&self) -> &Fingerprint {
        self.public.fingerprint()
    }

    /// Bits of the modulus.
    pub fn bits(&self) -> usize {
        self.public.bits()
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "PrivateKey({})", self.fingerprint())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_is_the_fingerprint_only() {
        let key = PrivateKey::from_file(include_bytes!("../../../tests/data/keys/app.pkcs8.pem"))
            .unwrap();
        assert_eq!(
            format!("{key:?}"),
            format!("PrivateKey({})", key.fingerprint())
        );
    }
}
