//! Everything the sandbox can be asked to do.

use crate::core::trouble::RowId;

/// What the sandbox can be asked to do.
#[derive(Debug)]
pub enum SandboxCommand {
    /// Rehearse the call.
    Run,
    /// Change the call so that it fails as this row of the catalogue says, and rehearse it.
    Inject(RowId),
    /// Forget used order numbers, switches and the payload of its own.
    Reset,
    /// Explain the answer on the errors page.
    Explain,
}
