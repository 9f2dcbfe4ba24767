//! In: any text as byteAuthorization. Out: its values and faults.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tt_order_builder::core;

fuzz_target!(|text: &str| {
    let _ = core::diagnosis::header::read(text);
});
