//! In: any text as a case file. Out: the case with its keys.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tt_order_builder::core;

fuzz_target!(|text: &str| {
    let _ = core::diagnosis::case_file::open(text);
});
