//! What can be asked of profiles.

use crate::core::key::profile::{Profile, ProfileId};

/// What can be asked of profiles.
#[derive(Clone, Debug)]
pub enum ProfileCommand {
    /// Sign what is in front for a profile.
    Use(ProfileId),
    /// Begin an empty one.
    New,
    /// Begin one that says the same under another name.
    Duplicate(ProfileId),
    /// Take one away.
    Remove(ProfileId),
    /// Bring back the one that stood at this place of the list.
    Restore(usize, Box<Profile>),
    /// Show one on the page of the keys.
    Show(ProfileId),
    /// Save all of them, without keys.
    Export,
    /// Choose a file with some.
    Import,
}
