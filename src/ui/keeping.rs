//! What is known of the file in which open documents are kept: which state of them is in it, and
//! whether it is being written.

use std::sync::Arc;
use std::time::Duration;

use crate::core::finding::Message;
use crate::core::key::profile::ProfileId;
use crate::store::SessionFile;

use super::tab_id::TabId;

/// Time between two writes at least: nothing older than twice as much is lost.
pub const PAUSE: Duration = Duration::from_millis(900);

/// Time after which a write that failed is tried again.
const RETRY: Duration = Duration::from_secs(10);

/// What tells one state of the open documents from another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// The tabs, with the number of their draft, the content of their file, and whom they are for.
    pub tabs: Vec<(TabId, u64, Option<[u8; 32]>, ProfileId)>,
    /// The one in front.
    pub front: Option<TabId>,
    /// Those that were closed.
    pub closed: Vec<TabId>,
    /// Whether anything is to be kept.
    pub keeps: bool,
}

/// How the open documents are kept.
#[derive(Debug, Default)]
pub struct Keeping {
    /// The file; `None` keeps nothing.
    pub file: Option<Arc<SessionFile>>,
    /// What is in it, or is being written.
    pub kept: Stamp,
    /// How many states were written so far.
    pub states: u64,
    /// When the last write began, by the clock that never goes back.
    pub begun: Option<Duration>,
    /// Whether it is being written.
    pub is_writing: bool,
    /// The documents that are not kept, as a private key may stand in them.
    pub left_out: Vec<TabId>,
    /// Why the last write failed, if it did.
    pub fault: Option<Message>,
}

impl Keeping {
    /// Whether the last write is long enough ago.
    pub fn is_due(&self, now: Duration) -> bool {
        let pause = if self.fault.is_some() { RETRY } else { PAUSE };
        !self.is_writing && self.begun.is_none_or(|begun| now >= begun + pause)
    }
}
