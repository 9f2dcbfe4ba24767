//! In: any text as an error report. Out: explanations, and the note on them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tt_order_builder::core;

use core::trouble::{Catalogue, explain, note};
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::built_in);

fuzz_target!(|text: &str| {
    let explanations = explain(text, &CATALOGUE);
    assert!(explanations.len() <= 100);
    let _ = note::note(&explanations, &|row| row.en.clone(), &|message| message.code.clone());
});
