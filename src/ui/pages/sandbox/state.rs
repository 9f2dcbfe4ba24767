//! What belongs to the sandbox page alone.

use std::collections::BTreeSet;

use crate::core::sandbox::{Rehearsal, Switches};
use crate::core::trouble::Catalogue;

/// What belongs to this page alone.
#[derive(Debug)]
pub struct SandboxPage {
    /// `data` and `byteAuthorization` of its own; `None` takes the composed order.
    pub own: Option<(String, String)>,
    /// `own` as it was before an error was injected.
    pub before_injection: Option<Option<(String, String)>>,
    /// What only the platform knows.
    pub switches: Switches,
    /// Order numbers of orders that were made here.
    pub used: BTreeSet<String>,
    /// The errors that can be answered.
    pub catalogue: Catalogue,
    /// The last answer.
    pub last: Option<Rehearsal>,
}

impl Default for SandboxPage {
    fn default() -> Self {
        Self {
            own: None,
            before_injection: None,
            switches: Switches::default(),
            used: BTreeSet::new(),
            catalogue: Catalogue::built_in(),
            last: None,
        }
    }
}
