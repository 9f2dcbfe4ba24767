//! The core of the program, compiled by itself: a fuzzer has no use for the window.
#![allow(dead_code, missing_docs)]

#[path = "../../src/core/mod.rs"]
pub mod core;
