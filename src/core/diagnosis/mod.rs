//! In: a signed payload and public keys. Out: why its signature fails, proved by the digest that
//! the signature holds.
//!
//! ```text
//! pasted text ──intake──▶ Case ──header · signature──▶ bytes ──open──▶ digest ──search──▶ Report ──▶ case file
//! ```

pub mod body;
pub mod case_file;
mod code;
pub mod frame;
pub mod header;
pub mod intake;
pub mod known_key;
mod layout;
mod lint;
mod plan;
pub mod report;
pub mod search;
pub mod signature;
mod spelling;
pub mod verify;

pub use code::{Code, Family};
pub use intake::{Case, Kind};
pub use known_key::KnownKey;
pub use report::{Finding, OpenedBy, Report, Verdict};
pub use verify::verify;
