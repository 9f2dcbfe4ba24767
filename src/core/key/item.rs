//! What a key file turned out to hold.

use super::error::KeyError;
use super::format::{Container, Format, Repair};
use super::locked::LockedKey;
use super::private::PrivateKey;
use super::public::PublicKey;

/// One key of a file.
#[derive(Debug)]
pub struct Item {
    /// What it is wrapped in.
    pub container: Container,
    /// Line of the file on which it begins, from 1.
    pub line: usize,
    /// What had to be repaired before it could be read.
    pub repairs: Vec<Repair>,
    /// The key, or why there is none.
    pub material: Result<Material, KeyError>,
}

/// A key of whatever kind.
#[derive(Debug)]
pub enum Material {
    /// A private key.
    Private(Box<PrivateKey>),
    /// A public key.
    Public(PublicKey),
    /// A private key that a passphrase opens.
    Locked(LockedKey),
}

impl Material {
    /// Whether it is a private key, open or not.
    pub fn is_private(&self) -> bool {
        matches!(self, Self::Private(_) | Self::Locked(_))
    }

    /// How it is written down.
    pub fn format(&self) -> &Format {
        match self {
            Self::Private(key) => key.format(),
            Self::Public(key) => key.format(),
            Self::Locked(key) => key.format(),
        }
    }
}
