//! In: what someone reports: a code, a message, a console output, a log. Out: which of the
//! platform's errors it is, and what to do.
//!
//! ```text
//! pasted text ──report──▶ facts ──explain (catalogue)──▶ explanations ──▶ note
//! ```

pub mod catalogue;
pub mod explain;
pub mod log_id;
pub mod note;
pub mod report;
pub mod result;

pub use catalogue::{Catalogue, Row, RowId};
pub use explain::{Explanation, explain};
pub use report::Facts;
