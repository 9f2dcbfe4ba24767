//! In: clicks and keys, by role and label, on the real window. Out: whether it does what its users expect.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the answer")]

mod compose;
mod editors;
mod key_pairs;
mod keys;
#[cfg(feature = "snapshots")]
mod snapshots;
mod support;
mod trouble;
mod verify;
