//! In: what the user says of a mini-program. Out: a profile: who signs for it, and what its new
//! orders begin with.

use std::num::ParseIntError;

use serde::{Deserialize, Serialize};

use super::entry::EntryId;
use super::fingerprint::Fingerprint;

/// Names a profile, from one start to the next; written as hex digits.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct ProfileId(pub u64);

impl TryFrom<String> for ProfileId {
    type Error = ParseIntError;

    fn try_from(digits: String) -> Result<Self, Self::Error> {
        u64::from_str_radix(&digits, 16).map(Self)
    }
}

impl From<ProfileId> for String {
    fn from(id: ProfileId) -> Self {
        format!("{:x}", id.0)
    }
}

impl ProfileId {
    /// The profile of the demo key, which is always there.
    pub const DEMO: Self = Self(0);
}

/// What new orders of a mini-program begin with; empty texts say nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Defaults {
    /// Pattern of `outOrderNo`, with blanks as templates have them: `test_{{date}}_{{counter}}`.
    pub order_number: String,
    /// `payNotifyUrl`.
    pub pay_notify_url: String,
    /// `merchantUid`.
    pub merchant_uid: String,
    /// `type` of the item.
    pub goods_type: String,
    /// `tagGroupId` of the item.
    pub tag_group_id: String,
}

/// The public key that the console has for an `appid` and a `key_version`, as the user pinned it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// SHA-256 of the SPKI.
    pub fingerprint: Fingerprint,
    /// `appid`.
    pub app_id: String,
    /// `key_version`.
    pub key_version: String,
}

/// A mini-program as the user signs for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Its name in the ring.
    pub id: ProfileId,
    /// What the user calls it.
    pub name: String,
    /// Which of the colours it wears, from 0.
    pub colour: u8,
    /// `appid` as typed.
    pub app_id: String,
    /// `key_version` as typed.
    pub key_version: String,
    /// Its key in the ring; one key may serve several profiles.
    pub key: Option<EntryId>,
    /// SHA-256 of the SPKI of its key, as it was seen last: a key that comes back is known by it.
    pub fingerprint: Option<Fingerprint>,
    /// What the console has, as the user pinned it.
    pub pin: Option<Pin>,
    /// Whether real customers pay what is signed for it.
    pub is_production: bool,
    /// What its new orders begin with.
    pub defaults: Defaults,
    /// How many numbers with `{{counter}}` were given so far.
    pub counter: u64,
}

impl Profile {
    /// Whether it is the one of the demo key.
    pub fn is_demo(&self) -> bool {
        self.id == ProfileId::DEMO
    }

    /// What is pinned for its `appid` and `key_version` as they are now.
    pub fn pinned(&self) -> Option<&Fingerprint> {
        let pin = self.pin.as_ref()?;
        let is_of_it = pin.app_id == self.app_id && pin.key_version == self.key_version;
        is_of_it.then_some(&pin.fingerprint)
    }

    /// Pins the key that the console has for its `appid` and `key_version` as they are now.
    pub fn pin(&mut self, fingerprint: Fingerprint) {
        self.pin = Some(Pin {
            fingerprint,
            app_id: self.app_id.clone(),
            key_version: self.key_version.clone(),
        });
    }
}

/// How the key of a profile stands to what is pinned for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pinned {
    /// Nothing is pinned, or the key is not known.
    Nothing,
    /// This key is.
    This,
    /// Another key is.
    Other,
}
