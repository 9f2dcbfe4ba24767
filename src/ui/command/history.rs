//! What can be asked of the history.

use crate::store::history::{Form, HandedOn};

/// What can be asked of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HistoryCommand {
    /// Open an order again, to be signed for whom it was.
    Open(Box<HandedOn>),
    /// Write a note to an entry.
    Note(i64, String),
    /// Save all that is searched for to a file.
    Export(Form),
    /// Take all entries out.
    Clear,
    /// Keep a history from now on, or none.
    Keep(bool),
}
