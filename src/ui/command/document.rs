//! What can be asked of the documents on the compose page.

use std::path::PathBuf;

use crate::ui::tab_id::TabId;

/// What can be asked of the documents on the compose page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentCommand {
    /// Begin an empty one.
    New,
    /// Open the platform's example.
    NewExample,
    /// Choose a file to open.
    Choose,
    /// Open a file.
    Open(PathBuf),
    /// Ask for a text from elsewhere, to open the order in it.
    Import,
    /// Save the one in front to its file, or to one that is asked for.
    Save,
    /// Save the one in front to another file.
    SaveAs,
    /// Save to the file although it has changed meanwhile.
    Overwrite(TabId),
    /// Read the file again.
    Reload(TabId),
    /// See whether the files have changed meanwhile.
    Compare,
    /// Open the one in front once more.
    Duplicate,
    /// Close one; the one in front where none is named.
    Close(Option<TabId>),
    /// Open again what was closed last.
    Reopen,
    /// Bring one to the front.
    Select(TabId),
    /// Bring the next one to the front.
    Next,
    /// Bring the one before to the front.
    Previous,
    /// Take the last edit back.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Give it a new order number and copy it, newly signed.
    RenewAndCopy,
}
