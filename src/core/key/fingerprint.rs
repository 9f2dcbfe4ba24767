//! In: bytes. Out: their SHA-256 as hex digits, by which people compare keys.

use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::core::encoding::{hex, unhex};

/// SHA-256 of a public key's SPKI in DER (RFC 5280, section 4.1.2.7): the same for a private key
/// and its public half.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The fingerprint of a SubjectPublicKeyInfo in DER.
    pub fn of_spki(der: &[u8]) -> Self {
        Self(Sha256::digest(der).into())
    }

    /// Reads 64 hex digits, as people paste them: white space and colons between them do no harm.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != ':')
            .collect();
        unhex(&digits)?.try_into().ok().map(Self)
    }

    /// The first 8 hex digits, enough to tell one's own keys apart.
    pub fn short(&self) -> String {
        hex(&self.0[..4])
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Fingerprint({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_as_people_paste_them() {
        let fingerprint = Fingerprint::of_spki(b"");
        let digits = fingerprint.to_string();
        assert_eq!(Fingerprint::parse(&digits), Some(fingerprint.clone()));
        assert_eq!(
            Fingerprint::parse(&format!(
                " {}:{}\n",
                &digits[..2].to_uppercase(),
                &digits[2..]
            )),
            Some(fingerprint)
        );

        for wrong in [
            "",
            &digits[1..],
            &digits.replace('e', "g"),
            &"é".repeat(32),
            &format!("+{}", &digits[1..]),
        ] {
            assert_eq!(Fingerprint::parse(wrong), None, "{wrong}");
        }
    }
}
