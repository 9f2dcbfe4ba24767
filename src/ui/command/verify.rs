//! Everything the verify page can be asked to do.

use std::path::PathBuf;

use crate::core::intake;

/// What the verify page can be asked to do.
#[derive(Debug)]
pub enum VerifyCommand {
    /// Ask the system for what was copied.
    Paste,
    /// Take a text in which a payload stands.
    Take(String),
    /// Take the parts of a payload that were found elsewhere.
    TakeParts(Box<intake::Parts>),
    /// Choose a file.
    Choose,
    /// Read a file: a case, or a text in which a payload stands, or `data` alone.
    Open(PathBuf),
    /// Look at the order of the compose page.
    UseComposed,
    /// Empty all fields.
    Clear,
    /// Show the payload that stood there before the last one.
    Restore,
    /// Stop the search.
    Stop,
    /// Copy the note for support.
    CopyNote,
    /// Copy the digest in the signature.
    CopyDigest,
    /// Save the case.
    SaveCase,
}
