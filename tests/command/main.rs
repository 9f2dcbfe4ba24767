//! The commands as programs run them: built, with files, pipes and exit codes.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the answer")]

mod arguments;
mod files;
mod files_met;
mod keys;
mod memory;
mod sign_and_check;
mod support;
mod verify;
