//! What a page may know of the rest of the window.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::core::finding::Message;
use crate::core::key::profile::ProfileId;
use crate::core::order::tag_groups::TagGroup;
use crate::core::order::{Draft, Finding, Undo};
use crate::core::path::Place;
use crate::core::time::Timestamp;
use crate::texts::Lang;
use crate::ui::tab::Signature;

/// What a page may know of the rest.
#[derive(Clone, Copy)]
pub struct View<'s> {
    /// Language of all texts.
    pub lang: Lang,
    /// What the form amounts to.
    pub draft: &'s Draft,
    /// The remarks on it by the field they speak of.
    pub remarks: &'s HashMap<Place, Vec<Finding>>,
    /// The signature of the draft.
    pub signature: &'s Signature,
    /// The way back to what the document was before.
    pub undo: &'s Undo,
    /// The time of this frame.
    pub now: Timestamp,
    /// Tag groups that the platform has answered to the user.
    pub tag_groups: &'s [TagGroup],
    /// Files of orders that were opened or saved last, the latest first.
    pub recent: &'s [PathBuf],
    /// Whom the document in front is signed for.
    pub profile: ProfileId,
    /// Whether the platform cannot know the active key.
    pub demo: bool,
    /// What is wrong with the active key, if anything is.
    pub key_warning: Option<&'s Message>,
    /// Whether `appid` is still the one that only stands for the user's own.
    pub placeholder_app_id: bool,
}
