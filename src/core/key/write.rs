//! In: a key and the form in which it is wanted. Out: its text; for private keys in memory that is
//! zeroised.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rand::CryptoRng;
use rsa::pkcs1::RsaPrivateKeyRef;
use rsa::pkcs8::der::asn1::OctetStringRef;
use rsa::pkcs8::der::pem::PemLabel as _;
use rsa::pkcs8::pkcs5::pbes2::Parameters;
use rsa::pkcs8::{EncryptedPrivateKeyInfoRef, LineEnding, PrivateKeyInfoRef, SecretDocument};
use zeroize::Zeroizing;

use super::failure::KeyFailure;
use super::passphrase::Passphrase;
use super::private::PrivateKey;
use super::secret::on_wiped_stack;

/// How a private key is to be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PrivateForm {
    /// PKCS#8 in PEM, `BEGIN PRIVATE KEY`.
    #[default]
    Pkcs8,
    /// PKCS#1 in PEM, `BEGIN RSA PRIVATE KEY`.
    Pkcs1,
    /// PKCS#8 in Base64 on one line, as samples in Java take it.
    Pkcs8Base64,
    /// PKCS#1 in Base64 on one line, as samples in Go take it.
    Pkcs1Base64,
}

/// The text of a private key.
///
/// # Errors
/// [`KeyFailure::Writing`].
pub fn private(key: &PrivateKey, form: PrivateForm) -> Result<Zeroizing<String>, KeyFailure> {
    let one_line = |der: &[u8]| {
        let mut line = Zeroizing::new(String::with_capacity(der.len() * 4 / 3 + 5));
        STANDARD.encode_string(der, &mut line);
        line.push('\n');
        line
    };

    let (label, document) = match form {
        PrivateForm::Pkcs8 | PrivateForm::Pkcs8Base64 => {
            (PrivateKeyInfoRef::PEM_LABEL, pkcs8(key)?)
        }
        PrivateForm::Pkcs1 | PrivateForm::Pkcs1Base64 => (RsaPrivateKeyRef::PEM_LABEL, pkcs1(key)?),
    };
    // Base64 is written by way of a buffer on the stack.
    on_wiped_stack(|| match form {
        PrivateForm::Pkcs8 | PrivateForm::Pkcs1 => document
            .to_pem(label, LineEnding::LF)
            .map_err(|_| KeyFailure::Writing),
        PrivateForm::Pkcs8Base64 | PrivateForm::Pkcs1Base64 => Ok(one_line(document.as_bytes())),
    })
}

fn pkcs1(key: &PrivateKey) -> Result<SecretDocument, KeyFailure> {
    SecretDocument::try_from(key.pkcs1()).map_err(|_| KeyFailure::Writing)
}

/// PrivateKeyInfo (RFC 5208, section 5) around the PKCS#1 of a key.
fn pkcs8(key: &PrivateKey) -> Result<SecretDocument, KeyFailure> {
    let private_key = OctetStringRef::new(key.pkcs1()).map_err(|_| KeyFailure::Writing)?;
    let info = PrivateKeyInfoRef::new(rsa::pkcs1::ALGORITHM_ID, private_key);
    SecretDocument::encode_msg(&info).map_err(|_| KeyFailure::Writing)
}

/// The text of a private key, encrypted: PKCS#8 with PBES2, PBKDF2 with SHA-256 in 600,000 rounds
/// and AES-256-CBC (RFC 8018), which OpenSSL, Java, Node, Go and Python's cryptography open. Takes
/// some tenths of a second.
///
/// # Errors
/// [`KeyFailure::Writing`] or [`KeyFailure::Encrypting`].
pub fn encrypted(
    key: &PrivateKey,
    passphrase: &Passphrase,
    rng: &mut impl CryptoRng,
) -> Result<Zeroizing<String>, KeyFailure> {
    let parameters = Parameters::generate_pbkdf2(rng).map_err(|_| KeyFailure::Encrypting)?;
    let der = pkcs8(key)?;
    let sealed = on_wiped_stack(|| parameters.encrypt(passphrase.bytes(), der.as_bytes()))
        .map_err(|_| KeyFailure::Encrypting)?;
    let info = EncryptedPrivateKeyInfoRef {
        encryption_algorithm: parameters.into(),
        encrypted_data: OctetStringRef::new(&sealed).map_err(|_| KeyFailure::Encrypting)?,
    };
    let document = SecretDocument::encode_msg(&info).map_err(|_| KeyFailure::Encrypting)?;

    document
        .to_pem(EncryptedPrivateKeyInfoRef::PEM_LABEL, LineEnding::LF)
        .map_err(|_| KeyFailure::Encrypting)
}
