//! In: the numbers of an RSA private key, or randomness. Out: a [`PrivateKey`], which signs and shows its public half only.

use std::fmt;

use rand::TryCryptoRng;
use rsa::pkcs1::{DecodeRsaPrivateKey as _, RsaPrivateKeyRef};
use rsa::pkcs8::der::Decode as _;
use sha2::{Digest as _, Sha256};

use super::error::KeyError;
use super::fingerprint::Fingerprint;
use super::item::Format;
use super::public::{PublicKey, require_bits};
use super::{PLATFORM_BITS, read};

/// An application private key. Its numbers are zeroised when it is dropped; only [`super::write`] writes them out, into
/// texts that are zeroised too.
pub struct PrivateKey {
    pub(super) key: rsa::PrivateKey,
    format: Format,
    public: PublicKey,
}

/// The key could not make the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unusable;

impl PrivateKey {
    /// The first private key of a file that can sign, in any form that [`read::read`] knows.
    ///
    /// # Errors
    /// [`KeyError`] with what the file is instead, or why the key does not serve.
    pub fn from_file(file: &[u8]) -> Result<Self, KeyError> {
        read::private_key(file)
    }

    /// Reads an RSAPrivateKey in DER (RFC 8017, appendix A.1.2), as it also stands inside a PKCS#8.
    ///
    /// # Errors
    /// [`KeyError`] where it is none, its numbers do not fit together, or its size is out of bounds.
    pub(super) fn from_pkcs1(der: &[u8], format: Format) -> Result<Self, KeyError> {
        let numbers = RsaPrivateKeyRef::from_der(der).map_err(|_| KeyError::NotAKey)?;
        require_bits(numbers.modulus.as_bytes())?;
        let key = rsa::PrivateKey::from_pkcs1_der(der).map_err(|_| KeyError::NotAKey)?;
        Self::of(key, format)
    }

    /// Makes a 2048-bit key that lives in memory only. It ends early where the source of randomness fails, by which it
    /// can be cancelled.
    ///
    /// # Errors
    /// [`Unusable`] where the source of randomness fails.
    pub fn generate(rng: &mut impl TryCryptoRng) -> Result<Self, Unusable> {
        let key = rsa::PrivateKey::new(rng, PLATFORM_BITS).map_err(|_| Unusable)?;
        Self::of(key, Format::InMemory).map_err(|_| Unusable)
    }

    /// RSASSA-PKCS1-v1_5 with SHA-256 over `message` (RFC 8017, section 8.2.1): as many bytes as the modulus has.
    ///
    /// # Errors
    /// [`Unusable`] where the key's numbers do not fit together, or it is too small for the platform.
    pub fn sign_sha256(&self, message: &[u8]) -> Result<Vec<u8>, Unusable> {
        if self.bits() < PLATFORM_BITS {
            return Err(Unusable);
        }
        let padding = rsa::Pkcs1v15Sign::new::<Sha256>();
        self.key.sign(padding, &Sha256::digest(message)).map_err(|_| Unusable)
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

    fn of(key: rsa::PrivateKey, format: Format) -> Result<Self, KeyError> {
        let public = PublicKey::of(key.to_public_key(), format.clone())?;
        Ok(Self { key, format, public })
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
        let key = PrivateKey::from_file(include_bytes!("../../../tests/data/keys/app.pkcs8.pem")).unwrap();
        assert_eq!(format!("{key:?}"), format!("PrivateKey({})", key.fingerprint()));
    }
}
