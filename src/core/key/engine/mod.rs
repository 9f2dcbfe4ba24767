//! In: an RSAPrivateKey in DER, and a message. Out: the signature.

mod api;
#[cfg(feature = "aws-lc")]
mod aws_lc;
#[cfg(any(test, not(feature = "aws-lc")))]
mod pure;

pub use api::{Engine, Unusable};

/// What signs here: AWS-LC where it is built, else the `rsa` crate.
#[cfg(feature = "aws-lc")]
pub type Signer = aws_lc::AwsLc;
#[cfg(not(feature = "aws-lc"))]
pub type Signer = pure::Pure;

#[cfg(test)]
mod tests {
    use rsa::pkcs8::PrivateKeyInfoRef;
    use rsa::pkcs8::der::Decode as _;

    use super::*;
    use crate::core::encoding::unbase64;

    /// Made by OpenSSL: a PKCS#8 in Base64 of DER, a message, its signature (`openssl dgst -sign`).
    const KEY: &str = include_str!("../../../../tests/data/keys/app.pkcs8.bare.txt");
    const MESSAGE: &[u8] = include_bytes!("../../../../tests/data/engine/message.txt");
    const SIGNATURE: &[u8] = include_bytes!("../../../../tests/data/engine/message.sig");

    fn pkcs1() -> Vec<u8> {
        let der = unbase64(KEY.trim()).unwrap();
        let info = PrivateKeyInfoRef::from_der(&der).unwrap();
        info.private_key.as_bytes().to_vec()
    }

    fn signs_as_openssl<E: Engine>() {
        let engine = E::load(&pkcs1()).unwrap();
        assert_eq!(engine.sign_sha256(MESSAGE).unwrap(), SIGNATURE);

        let other = E::load(&E::generate().unwrap()).unwrap();
        assert_ne!(other.sign_sha256(MESSAGE).unwrap(), SIGNATURE);
    }

    fn refuses_what_does_not_fit_together<E: Engine>() {
        let mut damaged = pkcs1();
        let middle = damaged.len() / 2;
        damaged[middle] ^= 1;
        assert_eq!(E::load(&damaged).err(), Some(Unusable));
        assert_eq!(E::load(b"").err(), Some(Unusable));
    }

    #[cfg(feature = "aws-lc")]
    #[test]
    fn aws_lc_signs_as_openssl_does() {
        signs_as_openssl::<aws_lc::AwsLc>();
        refuses_what_does_not_fit_together::<aws_lc::AwsLc>();
    }

    #[test]
    fn the_rsa_crate_signs_as_openssl_does() {
        signs_as_openssl::<pure::Pure>();
        refuses_what_does_not_fit_together::<pure::Pure>();
    }
}
