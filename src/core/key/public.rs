//! In: the numbers of an RSA public key. Out: a [`PublicKey`], its fingerprint, and the texts in
//! which it is handed over.

use std::fmt;

use rsa::BoxedUint;
use rsa::pkcs1::{EncodeRsaPublicKey as _, RsaPublicKeyRef, UintRef};
use rsa::pkcs8::EncodePublicKey as _;
use rsa::pkcs8::der::Decode as _;
use rsa::traits::PublicKeyParts as _;

use super::error::KeyError;
use super::fingerprint::Fingerprint;
use super::format::Format;
use super::limits::{LEAST_BITS, MOST_BITS, MOST_EXPONENT_BITS};
use crate::core::encoding::{base64, pem};

/// An RSA public key.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicKey {
    key: rsa::PublicKey,
    format: Format,
    fingerprint: Fingerprint,
    /// SubjectPublicKeyInfo in DER.
    spki: Vec<u8>,
    /// RSAPublicKey in DER.
    pkcs1: Vec<u8>,
}

impl PublicKey {
    /// Reads an RSAPublicKey in DER (RFC 8017, appendix A.1.1), as it also stands inside an SPKI.
    ///
    /// # Errors
    /// [`KeyError`] where it is none, or its modulus or exponent is out of bounds.
    pub fn from_pkcs1(der: &[u8], format: Format) -> Result<Self, KeyError> {
        let numbers = RsaPublicKeyRef::from_der(der).map_err(|_| KeyError::NotAKey)?;
        Self::of_numbers(numbers.modulus, numbers.public_exponent, format)
    }

    /// The key of a modulus and an exponent.
    ///
    /// # Errors
    /// [`KeyError`] where the modulus has fewer than 1024 or more than 8192 bits, the exponent more
    /// than 33, or they cannot be those of an RSA key.
    pub(super) fn of_numbers(
        modulus: UintRef<'_>,
        exponent: UintRef<'_>,
        format: Format,
    ) -> Result<Self, KeyError> {
        let (modulus, exponent) = (modulus.as_bytes(), exponent.as_bytes());
        // Before any arithmetic is done with them.
        match bits_of(modulus) {
            bits if bits < LEAST_BITS => return Err(KeyError::TooSmall { bits }),
            bits if bits > MOST_BITS => return Err(KeyError::TooBig { bits }),
            _ => {}
        }

        let bits = bits_of(exponent);
        if bits > MOST_EXPONENT_BITS {
            return Err(KeyError::BigExponent { bits });
        }

        let number = |bytes| BoxedUint::from_be_slice_vartime(bytes);
        let key = rsa::PublicKey::new(number(modulus), number(exponent))
            .map_err(|_| KeyError::NotAKey)?;
        let spki = key.to_public_key_der().map_err(|_| KeyError::NotAKey)?;
        let pkcs1 = key.to_pkcs1_der().map_err(|_| KeyError::NotAKey)?;
        Ok(Self {
            fingerprint: Fingerprint::of_spki(spki.as_bytes()),
            spki: spki.as_bytes().to_vec(),
            pkcs1: pkcs1.as_bytes().to_vec(),
            key,
            format,
        })
    }

    /// How the key was written down.
    pub fn format(&self) -> &Format {
        &self.format
    }

    /// SHA-256 of its SPKI.
    pub fn fingerprint(&self) -> &Fingerprint {
        &self.fingerprint
    }

    /// Bits of the modulus.
    pub fn bits(&self) -> usize {
        usize::try_from(self.key.n().bit_width()).unwrap_or_default()
    }

    /// Bytes of the modulus, which every signature has too.
    pub fn bytes(&self) -> usize {
        self.bits().div_ceil(8)
    }

    pub(super) fn inner(&self) -> &rsa::PublicKey {
        &self.key
    }

    /// The public exponent in decimal digits; 65537 nearly always.
    pub fn exponent(&self) -> String {
        let bytes = self.key.e().to_be_bytes();
        let value = bytes
            .iter()
            .fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
        value.to_string()
    }

    /// SPKI in PEM with LF line ends, the form in which the console takes it.
    pub fn spki_pem(&self) -> String {
        pem("PUBLIC KEY", &self.spki)
    }

    /// SPKI in Base64 on one line, the form in which samples in Java take it.
    pub fn spki_base64(&self) -> String {
        base64(&self.spki)
    }

    /// PKCS#1 in PEM with LF line ends.
    pub fn pkcs1_pem(&self) -> String {
        pem("RSA PUBLIC KEY", &self.pkcs1)
    }

    /// PKCS#1 in Base64 on one line.
    pub fn pkcs1_base64(&self) -> String {
        base64(&self.pkcs1)
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "PublicKey({})", self.fingerprint)
    }
}

/// Bits of a number in big-endian bytes without leading zeros.
fn bits_of(number: &[u8]) -> usize {
    let zeros = number
        .first()
        .map_or(0, |byte| byte.leading_zeros() as usize);
    number.len() * 8 - zeros
}
