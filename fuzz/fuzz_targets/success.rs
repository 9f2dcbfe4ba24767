//! In: any text as what success was given. Out: its items, compared with an order.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tt_order_builder::core;

use core::order::example;
use core::trouble::result;

fuzz_target!(|text: &str| {
    if let Some(success) = result::read(text) {
        assert!(result::compare(&success, &example::form().order()).len() <= 30);
    }
});
