//! In: clicks and keys, by role and label, on the real window. Out: whether it does what its users
//! expect.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the answer")]

mod access;
mod amounts;
mod compose;
mod documents;
mod editors;
mod finder;
mod history;
#[path = "../hostile/shapes.rs"]
mod hostile;
mod key_pairs;
mod keyboard;
mod keys;
mod profiles;
mod raster;
mod safety;
mod snapshots;
mod support;
mod templates;
mod trouble;
mod verify;
