//! In: a key file or randomness. Out: a [`PrivateKey`] that signs and tells nothing of itself but its public half.

use std::fmt;

use rand::CryptoRng;
use rsa::pkcs1::DecodeRsaPrivateKey as _;
use rsa::pkcs8::{DecodePrivateKey as _, EncodePublicKey as _, ObjectIdentifier, PrivateKeyInfoRef};
use rsa::traits::PublicKeyParts as _;
use sha2::{Digest as _, Sha256};

use super::armor;
use super::error::KeyError;
use super::fingerprint::Fingerprint;

/// Bits that the platform asks of an application key.
pub const PLATFORM_BITS: usize = 2048;

const RSA_ENCRYPTION: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const EC_PUBLIC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");

/// How a private key is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// RSAPrivateKey (RFC 8017, appendix A.1.2).
    Pkcs1,
    /// PrivateKeyInfo (RFC 5208).
    Pkcs8,
    /// Made by this program, in memory only.
    InMemory,
}

/// An application private key. Its numbers are zeroised when it is dropped, and there is no way to write them out.
pub struct PrivateKey {
    key: rsa::PrivateKey,
    format: Format,
    fingerprint: Fingerprint,
    bits: usize,
}

/// The key could not make the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unusable;

impl PrivateKey {
    /// Reads a PEM file with a private key in PKCS#1 or PKCS#8. The content decides which, not the label.
    ///
    /// # Errors
    /// [`KeyError`] with what the file is instead, or why the key does not serve.
    pub fn from_pem(file: &[u8]) -> Result<Self, KeyError> {
        if u64::try_from(file.len()).is_ok_and(|bytes| bytes > super::MAX_FILE_BYTES) {
            return Err(KeyError::TooLarge);
        }
        let der = armor::private_key_der(file)?;
        if let Ok(info) = PrivateKeyInfoRef::try_from(der.as_slice()) {
            require_rsa(info.algorithm.oid)?;
            let key = rsa::PrivateKey::from_pkcs8_der(&der).map_err(|_| KeyError::NotAKey)?;
            return Self::usable(key, Format::Pkcs8);
        }
        let key = rsa::PrivateKey::from_pkcs1_der(&der).map_err(|_| KeyError::NotAKey)?;
        Self::usable(key, Format::Pkcs1)
    }

    /// Makes a 2048-bit key that lives in memory only.
    ///
    /// # Errors
    /// [`Unusable`] where the source of randomness fails to give primes.
    pub fn generate(rng: &mut impl CryptoRng) -> Result<Self, Unusable> {
        let key = rsa::PrivateKey::new(rng, PLATFORM_BITS).map_err(|_| Unusable)?;
        Self::usable(key, Format::InMemory).map_err(|_| Unusable)
    }

    /// RSASSA-PKCS1-v1_5 with SHA-256 over `message` (RFC 8017, section 8.2.1): as many bytes as the modulus has.
    ///
    /// # Errors
    /// [`Unusable`] where the key's numbers do not fit together.
    pub fn sign_sha256(&self, message: &[u8]) -> Result<Vec<u8>, Unusable> {
        let padding = rsa::Pkcs1v15Sign::new::<Sha256>();
        self.key.sign(padding, &Sha256::digest(message)).map_err(|_| Unusable)
    }

    /// How the key was written down.
    pub fn format(&self) -> Format {
        self.format
    }

    /// SHA-256 of the public half's SPKI.
    pub fn fingerprint(&self) -> &Fingerprint {
        &self.fingerprint
    }

    /// Bits of the modulus.
    pub fn bits(&self) -> usize {
        self.bits
    }

    /// The public half as PEM (SPKI), the form in which the console takes it.
    pub fn public_pem(&self) -> String {
        self.key.to_public_key().to_public_key_pem(rsa::pkcs8::LineEnding::LF).unwrap_or_default()
    }

    fn usable(key: rsa::PrivateKey, format: Format) -> Result<Self, KeyError> {
        let bits = usize::try_from(key.n().bit_width()).unwrap_or_default();
        if bits < PLATFORM_BITS {
            return Err(KeyError::TooSmall { bits });
        }
        let spki = key.to_public_key().to_public_key_der().map_err(|_| KeyError::NotAKey)?;
        let fingerprint = Fingerprint::of_spki(spki.as_bytes());
        Ok(Self { key, format, fingerprint, bits })
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "PrivateKey({})", self.fingerprint)
    }
}

fn require_rsa(algorithm: ObjectIdentifier) -> Result<(), KeyError> {
    let name = match algorithm {
        RSA_ENCRYPTION => return Ok(()),
        EC_PUBLIC_KEY => "EC".to_owned(),
        ED25519 => "Ed25519".to_owned(),
        other => other.to_string(),
    };
    Err(KeyError::OtherAlgorithm { algorithm: name })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_is_the_fingerprint_only() {
        let key = PrivateKey::from_pem(include_bytes!("../../../tests/data/keys/app.pkcs8.pem")).unwrap();
        assert_eq!(format!("{key:?}"), format!("PrivateKey({})", key.fingerprint()));
    }
}
