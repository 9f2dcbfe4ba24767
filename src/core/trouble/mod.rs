//! In: what someone reports: a code, a message, a console output, a log. Out: which of the
//! platform's errors it is, and what to do.
//!
//! ```text
//! pasted text ──report──▶ facts ──scope──▶ interface ──explain──▶ explanations ──▶ note
//! ```

mod bare;
pub mod catalogue;
pub mod explain;
pub mod explanation;
mod field;
pub mod log_id;
pub mod note;
mod outcomes;
pub mod report;
pub mod result;
mod scope;
mod words;

pub use catalogue::{Catalogue, Row, RowId, Scope};
pub use explain::explain;
pub use explanation::Explanation;
pub use report::Facts;
