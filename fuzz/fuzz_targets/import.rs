//! In: any text. Out: the form that it opens gives the same bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tt_order_builder::core;

use core::order::{Document, import};

fuzz_target!(|text: &str| {
    if let Ok(imported) = import(text) {
        let data = imported.data.clone();
        let Ok(document) = Document::open(imported) else {
            return;
        };
        if let Some(data) = data {
            assert_eq!(document.draft().data, data);
        }
    }
});
