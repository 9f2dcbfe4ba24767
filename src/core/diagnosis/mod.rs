//! In: a signed payload and public keys. Out: why its signature fails, proved by the digest that
//! the signature holds.
//!
//! ```text
//! parts ──▶ Case ──header · signature──▶ bytes ──open──▶ digest ──search──▶ Report ──▶ case file
//! ```

mod arrange;
pub mod body;
mod case;
pub mod case_file;
mod change;
mod changes;
mod code;
mod contents;
pub mod frame;
pub mod header;
mod header_text;
mod inner;
pub mod known_key;
mod layout;
pub mod lint;
mod members;
pub mod mend;
mod numbers;
mod plan;
mod plans;
pub mod report;
mod respell;
pub mod search;
pub mod server_string;
pub mod signature;
mod strays;
mod target;
mod tree;
pub mod verify;
mod wrap;

pub use case::{Case, Kind, expected_uri};
pub use code::{Code, Family};
pub use known_key::KnownKey;
pub use report::{Finding, OpenedBy, Report, Verdict};
pub use verify::verify;
