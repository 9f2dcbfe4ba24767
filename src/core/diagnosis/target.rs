//! In: strings to sign, one after the other. Out: whether one has the digest that is searched for.

use sha2::{Digest as _, Sha256};

use super::code::Code;
use crate::core::encoding::hex;
use crate::core::key::{Hash, pss_h};

/// What was done with the string before it was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hashing {
    /// Hashed once, as is expected.
    Once,
    /// The hex digits of its hash were hashed again.
    OfHex,
    /// As before, with capital letters.
    OfUpperHex,
    /// The bytes of its hash were hashed again.
    Twice,
}

impl Hashing {
    /// The one that is expected.
    pub const EXPECTED: [Self; 1] = [Self::Once];

    /// All of them, the one that is expected first.
    pub const ALL: [Self; 4] = [Self::Once, Self::OfHex, Self::OfUpperHex, Self::Twice];

    /// What is signed, of the hash of a string.
    fn of(self, hash: Hash, once: &[u8]) -> Vec<u8> {
        match self {
            Self::Once => once.to_vec(),
            Self::OfHex => hash.digest(hex(once).as_bytes()),
            Self::OfUpperHex => hash.digest(hex(once).to_uppercase().as_bytes()),
            Self::Twice => hash.digest(once),
        }
    }

    /// Code of what differs from what is expected.
    pub fn code(self) -> Option<Code> {
        match self {
            Self::Once => None,
            Self::OfHex | Self::OfUpperHex => Some(Code::HashOfHex),
            Self::Twice => Some(Code::HashTwice),
        }
    }
}

/// What is searched for.
pub struct Target<'t> {
    /// The hash that the signature names.
    pub hash: Hash,
    /// The digest that it holds.
    pub digest: &'t [u8],
    /// The salt, where `digest` is one that PSS has sealed.
    pub salt: Option<&'t [u8]>,
}

/// Compares strings with a target. What a string has in common with the one before at its beginning
/// is hashed once: bodies with the same lines before them often differ at their end only.
pub struct Matcher<'t> {
    target: &'t Target<'t>,
    /// Whether beginnings are looked at: it pays where the lines before bodies are the same.
    shares: bool,
    text: Vec<u8>,
    /// The string before, and the hash of its first bytes at each [`STEP`] of them.
    before: Vec<u8>,
    states: Vec<Sha256>,
}

/// Bytes after which the hash is kept: some blocks of SHA-256, so that short strings pay little.
const STEP: usize = 1024;

impl<'t> Matcher<'t> {
    /// Begins with no string; `shares` tells whether many of them begin alike.
    pub fn new(target: &'t Target<'t>, shares: bool) -> Self {
        Self {
            target,
            shares,
            text: Vec::new(),
            before: Vec::new(),
            states: vec![Sha256::new()],
        }
    }

    /// The place of the hashing with which a string has the digest. `write` is given what another
    /// string has left.
    pub fn place_of(
        &mut self,
        hashings: &[Hashing],
        write: impl FnOnce(&mut Vec<u8>),
    ) -> Option<usize> {
        write(&mut self.text);
        let Target { hash, digest, salt } = *self.target;
        if hash != Hash::Sha256 {
            let once = hash.digest(&self.text);
            return place_in(hashings, self.target, &once);
        }

        let once = self.sha256();
        // Nearly all candidates come this way, without a copy of the digest.
        if salt.is_none() && hashings == Hashing::EXPECTED {
            return (once.as_slice() == digest).then_some(0);
        }
        place_in(hashings, self.target, &once)
    }

    /// The hash of the text, which becomes the string before.
    fn sha256(&mut self) -> [u8; 32] {
        if !self.shares {
            return Sha256::digest(&self.text).into();
        }

        let known = shared(&self.before, &self.text) / STEP;
        self.states.truncate(known + 1);
        let known = self.states.len() - 1;
        let mut state = self.states[known].clone();

        let mut steps = self.text[known * STEP..].chunks_exact(STEP);
        for step in steps.by_ref() {
            state.update(step);
            self.states.push(state.clone());
        }
        state.update(steps.remainder());
        std::mem::swap(&mut self.text, &mut self.before);
        state.finalize().into()
    }
}

/// The first hashing that makes the digest of the hash of a string.
fn place_in(hashings: &[Hashing], target: &Target<'_>, once: &[u8]) -> Option<usize> {
    hashings.iter().position(|hashing| {
        let digest = hashing.of(target.hash, once);
        match target.salt {
            None => digest == target.digest,
            Some(salt) => pss_h(target.hash, &digest, salt) == target.digest,
        }
    })
}

/// How many bytes two strings share at their beginning, in whole steps.
fn shared(one: &[u8], other: &[u8]) -> usize {
    let steps = one.chunks_exact(STEP).zip(other.chunks_exact(STEP));
    steps.take_while(|(one, other)| one == other).count() * STEP
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Whatever strings came before, each is found by its own digest and by no other.
        #[test]
        fn strings_are_found_by_their_digests(
            texts in prop::collection::vec((0..3_usize, 0..4 * STEP), 1..12),
            wanted in 0..12_usize,
        ) {
            // Strings that share beginnings of all lengths.
            let text = |(kind, length): &(usize, usize)| {
                let mut text = vec![b'a'; 3 * STEP];
                text.splice(*length.min(&(3 * STEP))..3 * STEP, vec![b'b'; kind * STEP / 2]);
                text
            };
            let wanted = text(&texts[wanted % texts.len()]);
            let digest = Hash::Sha256.digest(&wanted);
            let twice = Hash::Sha256.digest(&digest);
            let cases = [(digest, &Hashing::EXPECTED[..]), (twice, &Hashing::ALL[..])];
            for (digest, hashings) in cases {
                let target = Target { hash: Hash::Sha256, digest: &digest, salt: None };
                let mut matcher = Matcher::new(&target, true);
                for other in &texts {
                    let other = text(other);
                    let place = matcher.place_of(hashings, |out| {
                        out.clear();
                        out.extend_from_slice(&other);
                    });
                    prop_assert_eq!(place, (other == wanted).then_some(hashings.len() - 1));
                }
            }
        }
    }
}
