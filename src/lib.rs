//! In: an order's fields and a private key. Out: the `data` and `byteAuthorization` of Douyin's
//! `tt.requestOrder`.
//!
//! The floors of the house are drawn in ARCHITECTURE.md: a pure core; texts, disk and machine above
//! it; window and commands on top, which know nothing of each other.

pub mod cli;
pub mod core;
pub mod machine;
pub mod process;
pub mod store;
pub mod terminal;
pub mod texts;
#[cfg(feature = "window")]
pub mod ui;
