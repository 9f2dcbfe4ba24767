//! In: any text as JavaScript. Out: its object, or why there is none.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tt_order_builder::core;

fuzz_target!(|text: &str| {
    let _ = core::script::object(text);
});
