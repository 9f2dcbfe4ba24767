//! In: any bytes as a key file. Out: its keys; a private one is recognised before it is read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tt_order_builder::core;

use core::key::{Material, may_hold_private_key, read};

fuzz_target!(|bytes: &[u8]| {
    let Ok(items) = read::read(bytes) else { return };
    let is_private = items.iter().any(|item| matches!(item.material, Ok(Material::Private(_))));
    if let Ok(text) = std::str::from_utf8(bytes) {
        assert!(!is_private || may_hold_private_key(text) || bytes.starts_with(&[0x30]));
    }
});
