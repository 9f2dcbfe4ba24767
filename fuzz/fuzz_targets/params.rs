//! In: any text as params. Out: its rows, which are written as they were.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tt_order_builder::core;

use core::order::{params, phone_card};

fuzz_target!(|text: &str| {
    if let Some(rows) = params::rows(text) {
        let written = params::text(&rows);
        assert_eq!(params::rows(&written), Some(rows));
    }
    let _ = phone_card::PhoneCard::open(text);
});
