//! In: any text. Out: the parts of a payload in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tt_order_builder::core;

fuzz_target!(|text: &str| {
    let _ = core::intake::read(text);
});
