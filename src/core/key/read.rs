//! In: a key file. Out: the keys in it. The content decides what they are, never the label or the
//! file's name.

use rsa::pkcs1;
use rsa::pkcs8::der::Decode as _;
use rsa::pkcs8::spki::SubjectPublicKeyInfoRef;
use rsa::pkcs8::{EncryptedPrivateKeyInfoRef, ObjectIdentifier, PrivateKeyInfoRef};
use x509_cert::Certificate;
use x509_cert::der::Encode as _;

use super::armor::{self, Piece, may_hold_private_key, unsupported};
use super::error::KeyError;
use super::format::{Container, Format, Repair};
use super::item::{Item, Material};
use super::locked::LockedKey;
use super::passphrase::Passphrase;
use super::private::PrivateKey;
use super::public::PublicKey;
use super::secret::on_wiped_stack;

const RSA_ENCRYPTION: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const RSA_PSS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
const EC_PUBLIC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const SM2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.156.10197.1.301");
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");
const X25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.110");
const DSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10040.4.1");

/// Reads all keys of a file.
///
/// # Errors
/// [`KeyError`] where the file as a whole holds none; a key that cannot be read is an item with its
/// own error.
pub fn read(file: &[u8]) -> Result<Vec<Item>, KeyError> {
    on_wiped_stack(|| Ok(armor::pieces(file)?.into_iter().map(item).collect()))
}

/// Whether something holds a private key, in whatever form, that can be read here or not: such
/// files are never shown.
pub fn holds_private_key(file: &[u8]) -> bool {
    let found = read(file);
    let is_public = |item: &Item| matches!(item.material, Ok(Material::Public(_)));
    let are_public = |items: &[Item]| items.iter().all(is_public);

    match (std::str::from_utf8(file), found) {
        // Certificates and long public keys look like private ones.
        (_, Ok(items)) if are_public(&items) => false,
        // A signature may look like a damaged key.
        (Ok(text), _) => may_hold_private_key(text),
        (Err(_), Ok(_) | Err(KeyError::Pkcs12 | KeyError::KeyStore)) => true,
        (Err(_), Err(_)) => may_hold_private_key(&String::from_utf8_lossy(file)),
    }
}

/// The first private key of these that can sign.
///
/// # Errors
/// [`KeyError`] with what is there instead: first what was wrong with a private key, then what else
/// was found.
pub fn private_of(items: Vec<Item>) -> Result<PrivateKey, KeyError> {
    let mut error = None;
    for item in items {
        let instead = match item.material {
            Ok(Material::Private(key)) => return (*key).usable(),
            Ok(Material::Locked(_)) => KeyError::Encrypted,
            Ok(Material::Public(key)) if *key.format() == Format::Certificate => {
                KeyError::Certificate
            }
            Ok(Material::Public(_)) => KeyError::Public,
            Err(error) => error,
        };

        let rank = |error: &KeyError| matches!(error, KeyError::Public | KeyError::Certificate);
        if error
            .as_ref()
            .is_none_or(|before| rank(before) && !rank(&instead))
        {
            error = Some(instead);
        }
    }

    Err(error.unwrap_or(KeyError::NoKey))
}

impl PrivateKey {
    /// The first private key of a file that can sign, in any form that [`read`] knows.
    ///
    /// # Errors
    /// [`KeyError`] with what the file is instead, or why the key does not serve.
    pub fn from_file(file: &[u8]) -> Result<Self, KeyError> {
        private_of(read(file)?)
    }
}

impl LockedKey {
    /// Opens it. Takes as long as its author wanted it to: not to be called where a frame waits.
    ///
    /// # Errors
    /// [`KeyError::WrongPassphrase`], or what is inside instead of an RSA private key.
    pub fn open(&self, passphrase: &Passphrase) -> Result<PrivateKey, KeyError> {
        on_wiped_stack(|| match material(&self.decrypt(passphrase)?)? {
            Material::Private(key) => Ok(*key),
            Material::Public(_) | Material::Locked(_) => Err(KeyError::NotAKey),
        })
    }
}

fn item(piece: Piece) -> Item {
    let Piece {
        container,
        line,
        mut repairs,
        der,
    } = piece;

    let material = der.and_then(|der| material(&der));
    if let (Container::Pem { label }, Ok(material)) = (&container, &material)
        && !material.format().labels().contains(&label.as_str())
        && !repairs
            .iter()
            .any(|repair| matches!(repair, Repair::Label { .. }))
    {
        repairs.push(Repair::Label {
            found: label.clone(),
        });
    }

    Item {
        container,
        line,
        repairs,
        material,
    }
}

/// Tells the forms apart by their structure, the commonest first.
fn material(der: &[u8]) -> Result<Material, KeyError> {
    if let Ok(info) = PrivateKeyInfoRef::try_from(der) {
        require_rsa(info.algorithm.oid)?;
        return private(info.private_key.as_bytes(), Format::Pkcs8);
    }

    if pkcs1::RsaPrivateKeyRef::from_der(der).is_ok() {
        return private(der, Format::Pkcs1);
    }
    if let Ok(info) = SubjectPublicKeyInfoRef::from_der(der) {
        return of_spki(&info, Format::Spki);
    }
    if pkcs1::RsaPublicKeyRef::from_der(der).is_ok() {
        return PublicKey::from_pkcs1(der, Format::Pkcs1Public).map(Material::Public);
    }

    if let Ok(info) = EncryptedPrivateKeyInfoRef::from_der(der) {
        return LockedKey::new(der, &info.encryption_algorithm).map(Material::Locked);
    }

    if let Ok(certificate) = Certificate::from_der(der) {
        let spki = certificate
            .tbs_certificate()
            .subject_public_key_info()
            .to_der()
            .map_err(|_| KeyError::NotAKey)?;
        let info = SubjectPublicKeyInfoRef::from_der(&spki).map_err(|_| KeyError::NotAKey)?;
        return of_spki(&info, Format::Certificate);
    }

    Err(unsupported::structure(der))
}

fn of_spki(info: &SubjectPublicKeyInfoRef<'_>, format: Format) -> Result<Material, KeyError> {
    require_rsa(info.algorithm.oid)?;
    let key = info
        .subject_public_key
        .as_bytes()
        .ok_or(KeyError::NotAKey)?;
    PublicKey::from_pkcs1(key, format).map(Material::Public)
}

fn private(pkcs1: &[u8], format: Format) -> Result<Material, KeyError> {
    PrivateKey::from_pkcs1(pkcs1, format)
        .map(Box::new)
        .map(Material::Private)
}

fn require_rsa(algorithm: ObjectIdentifier) -> Result<(), KeyError> {
    let name = match algorithm {
        RSA_ENCRYPTION => return Ok(()),
        RSA_PSS => "RSA-PSS".to_owned(),
        EC_PUBLIC_KEY => "EC".to_owned(),
        SM2 => "SM2".to_owned(),
        ED25519 => "Ed25519".to_owned(),
        X25519 => "X25519".to_owned(),
        DSA => "DSA".to_owned(),
        other => other.to_string(),
    };
    Err(KeyError::OtherAlgorithm { algorithm: name })
}
