//! In: a fingerprint. Out: whether the key behind it stands in public samples, where anyone can
//! sign with it.

use super::fingerprint::Fingerprint;

/// SHA-256 of the SPKI of a private key that is printed in public samples beside "do not use in
/// production".
const SAMPLE: &str = "48ce93841416b1bb547b7dbe2c19c0b0938ade61565945137740570e649a8da1";

/// Whether everyone has the private key.
pub fn is_sample(fingerprint: &Fingerprint) -> bool {
    fingerprint.to_string() == SAMPLE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_key_is_known_and_others_are_not() {
        assert!(Fingerprint::parse(SAMPLE).is_some_and(|sample| is_sample(&sample)));
        assert!(!is_sample(&Fingerprint::of_spki(b"")));
    }
}
