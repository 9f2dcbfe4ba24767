//! In: any text as the settings file. Out: settings; what was not changed is written as it was.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tt_order_builder::store::Settings;

fuzz_target!(|text: &str| {
    if let Ok(document) = serde_json::from_str(text) {
        let settings = Settings::of_document(&document);
        assert_eq!(settings.merged_into(&document, &settings), document);
    }
});
