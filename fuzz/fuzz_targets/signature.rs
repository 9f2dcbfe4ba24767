//! In: any text as a signature. Out: its bytes; under a key it is never a number beyond the
//! modulus.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tt_order_builder::core;

use core::key::{Material, Opened, PublicKey, open, read};
use std::sync::LazyLock;

static KEY: LazyLock<PublicKey> = LazyLock::new(|| {
    let file = include_bytes!("../../tests/data/keys/app.public.spki.pem");
    match read::read(file).unwrap().remove(0).material {
        Ok(Material::Public(key)) => key,
        _ => panic!(),
    }
});

fuzz_target!(|text: &str| {
    if let (Some(bytes), _) = core::diagnosis::signature::decode(text, &[256]) {
        assert!(!matches!(open(&bytes, &KEY), Opened::Pkcs1 { .. }) || bytes.len() == 256);
    }
});
