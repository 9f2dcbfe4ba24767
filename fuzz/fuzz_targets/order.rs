//! In: any text. Out: an order that was read has findings, and is written as it was.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tt_order_builder::core;

use core::order::{DataJson, read, rules};

fuzz_target!(|text: &str| {
    if let Ok(read) = read::read_order(text) {
        let findings = rules::check(&read.order, &read.repeated_keys);
        assert!(findings.len() < 10_000);
        let written = DataJson::of_order(&read.order);
        assert_eq!(read::read_order(written.as_str()).unwrap().order, read.order);
    }
});
