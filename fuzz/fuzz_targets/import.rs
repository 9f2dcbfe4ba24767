//! In: any text. Out: the form that it opens gives the same bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tt_order_builder_core::core;

use core::order::{Draft, import};

fuzz_target!(|text: &str| {
    if let Ok(imported) = import(text) {
        let draft = Draft::of(&imported.form, Some(&imported));
        if let Some(data) = &imported.data {
            assert_eq!(draft.data, *data);
        }
    }
});
