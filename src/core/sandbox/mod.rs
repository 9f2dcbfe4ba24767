//! In: a signed order, what only the platform knows, the order numbers used before. Out: what
//! `success` or `fail` would get.
//!
//! The platform has no sandbox for `tt.requestOrder`. This one rehearses the call by what is
//! documented; the order of the steps and some thresholds are guesses, and said to be.

pub mod inject;
pub mod rehearsal;
pub mod switches;

pub use inject::{Injected, inject};
pub use rehearsal::{Answer, Call, ConsoleKey, Rehearsal, Step, rehearse};
pub use switches::{Switch, Switches};
