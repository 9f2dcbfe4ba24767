//! In: an encrypted private key and a passphrase. Out: its DER, or why it stays closed.

use std::fmt;

use rsa::pkcs8::der::Decode as _;
use rsa::pkcs8::pkcs5::EncryptionScheme as Scheme;
use rsa::pkcs8::pkcs5::pbes2::{EncryptionScheme as Cipher, Kdf, Parameters, Pbkdf2Prf};
use rsa::pkcs8::{EncryptedPrivateKeyInfoRef, PrivateKeyInfoRef};
use zeroize::Zeroizing;

use super::error::KeyError;
use super::format::Format;
use super::passphrase::Passphrase;

/// Rounds of PBKDF2 at most: some seconds. OpenSSL writes 2,048, careful people a million.
const MOST_ROUNDS: u32 = 5_000_000;

/// Bytes of memory for scrypt at most; OpenSSL takes 16 MB.
const MOST_MEMORY: u64 = 256 << 20;

/// What opening the keys of one file may cost in all, in thousandths of the costliest key.
pub const MOST_COST: u32 = 1000;

/// An encrypted PKCS#8 key (RFC 5208, section 6) that is not opened yet.
#[derive(Clone)]
pub struct LockedKey {
    der: Zeroizing<Vec<u8>>,
    format: Format,
}

impl LockedKey {
    /// Takes an EncryptedPrivateKeyInfo in DER.
    ///
    /// # Errors
    /// [`KeyError`] where nothing here opens its scheme, or opening it would take more time or
    /// memory than a key of a person ever does.
    pub(super) fn new(der: &[u8], scheme: &Scheme) -> Result<Self, KeyError> {
        let parameters = scheme.pbes2().ok_or(KeyError::UnknownEncryption)?;
        let format = Format::EncryptedPkcs8(described(parameters)?);
        Ok(Self {
            der: Zeroizing::new(der.to_vec()),
            format,
        })
    }

    /// How it is encrypted.
    pub fn format(&self) -> &Format {
        &self.format
    }

    /// What opening it costs, in thousandths of the costliest key that is opened at all; at least
    /// 1.
    pub fn cost(&self) -> u32 {
        let Ok(info) = EncryptedPrivateKeyInfoRef::from_der(&self.der) else {
            return MOST_COST;
        };

        let thousandths = match info
            .encryption_algorithm
            .pbes2()
            .map(|parameters| &parameters.kdf)
        {
            Some(Kdf::Pbkdf2(pbkdf2)) => {
                u64::from(pbkdf2.iteration_count) * 1000 / u64::from(MOST_ROUNDS)
            }
            Some(Kdf::Scrypt(scrypt)) => {
                let blocks = u64::from(scrypt.block_size) * u64::from(scrypt.parallelization);
                scrypt
                    .cost_parameter
                    .saturating_mul(blocks)
                    .saturating_mul(128)
                    / (MOST_MEMORY / 500)
            }
            _ => return MOST_COST,
        };
        u32::try_from(thousandths).unwrap_or(MOST_COST).max(1)
    }

    /// Decrypts it to a PKCS#8 in DER. Takes as long as its author wanted it to: not to be called
    /// where a frame waits.
    ///
    /// # Errors
    /// [`KeyError::WrongPassphrase`].
    pub(super) fn decrypt(&self, passphrase: &Passphrase) -> Result<Zeroizing<Vec<u8>>, KeyError> {
        let info =
            EncryptedPrivateKeyInfoRef::from_der(&self.der).map_err(|_| KeyError::NotAKey)?;
        let opened = info
            .encryption_algorithm
            .decrypt(passphrase.bytes(), info.encrypted_data.as_bytes());
        let opened = Zeroizing::new(opened.map_err(|_| KeyError::WrongPassphrase)?);

        // A wrong passphrase leaves a well-formed padding behind once in 256 times.
        PrivateKeyInfoRef::try_from(opened.as_slice()).map_err(|_| KeyError::WrongPassphrase)?;
        Ok(opened)
    }
}

impl fmt::Debug for LockedKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "LockedKey({:?})", self.format)
    }
}

/// `PBKDF2, AES-256-CBC` and the like, where it can be opened.
fn described(parameters: &Parameters) -> Result<String, KeyError> {
    let kdf = match &parameters.kdf {
        Kdf::Pbkdf2(pbkdf2) if pbkdf2.iteration_count > MOST_ROUNDS => {
            return Err(KeyError::TooCostly);
        }
        Kdf::Pbkdf2(pbkdf2) => match pbkdf2.prf {
            Pbkdf2Prf::HmacWithSha1 => "PBKDF2-SHA1",
            Pbkdf2Prf::HmacWithSha256 => "PBKDF2-SHA256",
            Pbkdf2Prf::HmacWithSha512 => "PBKDF2-SHA512",
            _ => "PBKDF2",
        },
        Kdf::Scrypt(scrypt) => {
            let (n, r, p) = (
                scrypt.cost_parameter,
                u64::from(scrypt.block_size),
                u64::from(scrypt.parallelization),
            );
            let memory = n.saturating_mul(r).saturating_mul(128);
            if memory > MOST_MEMORY || memory.saturating_mul(p) > 2 * MOST_MEMORY {
                return Err(KeyError::TooCostly);
            }

            "scrypt"
        }
        _ => return Err(KeyError::UnknownEncryption),
    };

    let cipher = match &parameters.encryption {
        Cipher::Aes128Cbc { .. } => "AES-128-CBC",
        Cipher::Aes192Cbc { .. } => "AES-192-CBC",
        Cipher::Aes256Cbc { .. } => "AES-256-CBC",
        Cipher::Aes128Gcm { .. } => "AES-128-GCM",
        Cipher::Aes256Gcm { .. } => "AES-256-GCM",
        Cipher::DesEde3Cbc { .. } => "3DES-CBC",
        _ => return Err(KeyError::UnknownEncryption),
    };
    Ok(format!("{kdf}, {cipher}"))
}
