//! The name of an open document.

/// Names a tab as long as the window lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TabId(pub u64);
