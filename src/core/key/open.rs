//! In: a signature and a public key. Out: what the signer computed: m = s^e mod n shows padding,
//! hash and digest.

use rsa::BoxedUint;
use rsa::traits::PublicKeyParts as _;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};

use super::public::PublicKey;

/// Hash functions that signers use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hash {
    /// MD5 (RFC 1321).
    Md5,
    /// SHA-1 (FIPS 180-4).
    Sha1,
    /// SHA-224.
    Sha224,
    /// SHA-256, the one that the platform demands.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

/// What a signature turns out to be under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// RSASSA-PKCS1-v1_5 (RFC 8017, section 9.2): this key's private half made it.
    Pkcs1 {
        /// The hash that the DigestInfo names.
        hash: Hash,
        /// The digest that was signed.
        digest: Vec<u8>,
    },
    /// RSASSA-PSS (RFC 8017, section 9.1): this key's private half made it.
    Pss {
        /// The hash of the mask and the message.
        hash: Hash,
        /// The salt.
        salt: Vec<u8>,
        /// H: the hash over the message's digest and the salt.
        pss_h: Vec<u8>,
        /// Whether the form alone shows it. With the longest salt it leaves 16 bits to tell by,
        /// which chance may give: then a message has to agree.
        is_certain: bool,
    },
    /// The padding of PKCS#1 v1.5 around something that is no DigestInfo, or no padding at all.
    Raw {
        /// What was signed: a digest, its hex digits, or the text itself.
        content: Vec<u8>,
    },
    /// Nothing of the kind: another key made it, or its bytes are damaged.
    OtherKey,
    /// As many bytes as the modulus, but no number below it: no signature of this key (RFC 8017,
    /// section 5.2.2, step 1).
    OutOfRange,
}

impl Hash {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Sha256,
        Self::Sha1,
        Self::Md5,
        Self::Sha512,
        Self::Sha384,
        Self::Sha224,
    ];

    /// Its usual name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Md5 => "MD5",
            Self::Sha1 => "SHA-1",
            Self::Sha224 => "SHA-224",
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
        }
    }

    /// The hash of this name.
    pub fn named(name: &str) -> Option<Self> {
        let all = [
            Self::Md5,
            Self::Sha1,
            Self::Sha224,
            Self::Sha256,
            Self::Sha384,
            Self::Sha512,
        ];
        all.into_iter().find(|hash| hash.name() == name)
    }

    /// The digest of some bytes.
    pub fn digest(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Md5 => md5::Md5::digest(bytes).to_vec(),
            Self::Sha1 => sha1::Sha1::digest(bytes).to_vec(),
            Self::Sha224 => Sha224::digest(bytes).to_vec(),
            Self::Sha256 => Sha256::digest(bytes).to_vec(),
            Self::Sha384 => Sha384::digest(bytes).to_vec(),
            Self::Sha512 => Sha512::digest(bytes).to_vec(),
        }
    }

    /// What stands before the digest in a DigestInfo (RFC 8017, section 9.2, note 1).
    fn prefix(self) -> &'static [u8] {
        match self {
            Self::Md5 => {
                b"\x30\x20\x30\x0c\x06\x08\x2a\x86\x48\x86\xf7\x0d\x02\x05\x05\x00\x04\x10"
            }
            Self::Sha1 => b"\x30\x21\x30\x09\x06\x05\x2b\x0e\x03\x02\x1a\x05\x00\x04\x14",
            Self::Sha224 => {
                b"\x30\x2d\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x04\x05\x00\x04\x1c"
            }
            Self::Sha384 => {
                b"\x30\x41\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x02\x05\x00\x04\x30"
            }
            Self::Sha256 => {
                b"\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20"
            }
            Self::Sha512 => {
                b"\x30\x51\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x03\x05\x00\x04\x40"
            }
        }
    }

    fn length(self) -> usize {
        match self {
            Self::Md5 => 16,
            Self::Sha1 => 20,
            Self::Sha224 => 28,
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }
}

/// Opens a signature. One that has not as many bytes as the modulus is foreign.
pub fn open(signature: &[u8], key: &PublicKey) -> Opened {
    let block = match raised(signature, key) {
        Ok(block) => block,
        Err(opened) => return opened,
    };
    if let Some(content) = unpadded(&block) {
        for hash in Hash::ALL {
            if let Some(digest) = content
                .strip_prefix(hash.prefix())
                .filter(|digest| digest.len() == hash.length())
            {
                return Opened::Pkcs1 {
                    hash,
                    digest: digest.to_vec(),
                };
            }
        }
        return Opened::Raw {
            content: content.to_vec(),
        };
    }

    // Java's default masks with SHA-1 whatever the hash.
    let pairs = Hash::ALL
        .into_iter()
        .flat_map(|hash| [(hash, hash), (hash, Hash::Sha1)]);
    if let Some(opened) = pairs
        .into_iter()
        .find_map(|(hash, masked)| pss(&block, hash, masked, key.bits()))
    {
        return opened;
    }

    // A digest or a text without any padding leaves most of the block zero.
    let content: Vec<u8> = block
        .iter()
        .copied()
        .skip_while(|byte| *byte == 0)
        .collect();
    if !content.is_empty() && content.len() <= block.len() / 2 {
        Opened::Raw { content }
    } else {
        Opened::OtherKey
    }
}

/// m = s^e mod n, as many bytes as the modulus (RFC 8017, section 5.2.2).
fn raised(signature: &[u8], key: &PublicKey) -> Result<Vec<u8>, Opened> {
    if signature.len() != key.bytes() {
        return Err(Opened::OtherKey);
    }

    let bits = u32::try_from(key.bytes() * 8).map_err(|_| Opened::OtherKey)?;
    let number = BoxedUint::from_be_slice(signature, bits).map_err(|_| Opened::OtherKey)?;

    // s + n would give the same m as s.
    if number >= *key.inner().n().as_ref() {
        return Err(Opened::OutOfRange);
    }

    let block = rsa::hazmat::rsa_encrypt(key.inner(), &number)
        .map_err(|_| Opened::OtherKey)?
        .to_be_bytes();
    let missing = key.bytes().saturating_sub(block.len());
    let mut whole = vec![0; missing];
    whole.extend_from_slice(&block[block.len().saturating_sub(key.bytes())..]);

    Ok(whole)
}

/// What stands behind `00 01 FF … FF 00`, at least eight FF.
fn unpadded(block: &[u8]) -> Option<&[u8]> {
    let rest = block.strip_prefix(&[0, 1])?;
    let filled = rest.iter().take_while(|byte| **byte == 0xff).count();
    if filled >= 8 && rest.get(filled) == Some(&0) {
        Some(&rest[filled + 1..])
    } else {
        None
    }
}

/// H of EMSA-PSS (RFC 8017, section 9.1.1, steps 5 and 6) for a message's digest.
pub fn pss_h(hash: Hash, digest: &[u8], salt: &[u8]) -> Vec<u8> {
    hash.digest(&[&[0; 8], digest, salt].concat())
}

/// What a block in the form of EMSA-PSS holds (RFC 8017, section 9.1.2, steps 4 to 11).
fn pss(block: &[u8], hash: Hash, masked_with: Hash, bits: usize) -> Option<Opened> {
    let length = (bits - 1).div_ceil(8);
    let block = &block[block.len() - length..];
    if block.last() != Some(&0xbc) || block.len() < hash.length() + 2 {
        return None;
    }

    let (masked, pss_h) = block[..block.len() - 1].split_at(block.len() - 1 - hash.length());
    let mut data: Vec<u8> = masked
        .iter()
        .zip(mask(pss_h, masked.len(), masked_with))
        .map(|(a, b)| a ^ b)
        .collect();
    data[0] &= 0xff >> (8 * length - (bits - 1));
    let zeros = data.iter().take_while(|byte| **byte == 0).count();

    if data.get(zeros) != Some(&1) {
        return None;
    }

    let salt = data[zeros + 1..].to_vec();
    Some(Opened::Pss {
        hash,
        salt,
        pss_h: pss_h.to_vec(),
        is_certain: zeros >= 5,
    })
}

/// MGF1 (RFC 8017, appendix B.2.1).
fn mask(seed: &[u8], length: usize, hash: Hash) -> Vec<u8> {
    let mut mask = Vec::with_capacity(length + 64);
    for counter in 0_u32.. {
        if mask.len() >= length {
            break;
        }
        mask.extend(hash.digest(&[seed, &counter.to_be_bytes()].concat()));
    }

    mask.truncate(length);
    mask
}
