//! In: signed payloads pasted into the window. Out: whether it says what is wrong, shows where, and
//! keeps the case.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use serde_json::{Value, json};
use tt_order_builder::core::diagnosis::Verdict;
use tt_order_builder::texts::Lang;

use crate::support::{Window, key_file};

fn vector(index: usize) -> (String, String) {
    let file: Value = serde_json::from_str(include_str!("../data/sign-cases.json")).unwrap();
    let case = &file["cases"][index];
    (
        case["data"].as_str().unwrap().to_owned(),
        case["byte_authorization"].as_str().unwrap().to_owned(),
    )
}

fn open_with_key(lang: Lang) -> Window {
    let mut window = Window::open(lang);
    load_key(&mut window);
    window
}

fn load_key(window: &mut Window) {
    let keys = window.text("page.keys");
    window.click(&keys);
    window.paste(&std::fs::read_to_string(key_file("app.public.spki.pem")).unwrap());
    let verify = window.text("page.verify");
    window.click(&verify);
}

/// A payload whose order number was changed after it was signed by someone who sorts keys.
pub fn show_a_fault(window: &mut Window) {
    load_key(window);
    let (data, authorization) = vector(0);
    let spaced = data
        .replace("\",\"", "\", \"")
        .replace("\":", "\": ")
        .replace(",\"", ", \"")
        .replace(",  \"", ", \"");
    let order: Value = serde_json::from_str(&data).unwrap();
    let pretty = serde_json::to_string_pretty(&order).unwrap();

    assert_ne!(spaced, data);
    window.paste(&json!({ "data": pretty, "byteAuthorization": authorization }).to_string());
}

fn verdict(window: &Window) -> Verdict {
    window
        .harness
        .state()
        .state()
        .verify
        .checked
        .as_ref()
        .unwrap()
        .report
        .verdict
}

#[test]
fn a_pasted_answer_is_checked_at_once() {
    let mut window = open_with_key(Lang::En);
    assert!(window.shows("Find out why a signature fails"));
    let (data, authorization) = vector(0);
    window.paste(&json!({ "data": data, "byteAuthorization": authorization }).to_string());
    assert!(verdict(&window).is_valid());
    assert!(window.shows("The signature fits the data and the key"));
    assert!(
        window.shows("the public key that the console has"),
        "valid never stands alone"
    );
}

#[test]
fn both_are_pasted_one_after_the_other_into_their_fields() {
    let mut window = open_with_key(Lang::En);
    let (data, authorization) = vector(0);
    for (label, text) in [
        ("data, as sent", &data),
        ("byteAuthorization", &authorization),
    ] {
        window
            .harness
            .get_by_role_and_label(Role::MultilineTextInput, label)
            .focus();
        window.harness.step();
        window.paste(text);
    }

    assert!(verdict(&window).is_valid());
    let label = "byteAuthorization";
    window
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, label)
        .focus();
    window.harness.step();
    window.paste(" ");
    assert!(
        verdict(&window).is_valid(),
        "what stands around a header is a matter of pasting"
    );
}

#[test]
fn what_was_signed_stands_beside_what_was_sent() {
    let mut window = Window::open(Lang::En);
    show_a_fault(&mut window);
    assert_eq!(verdict(&window), Verdict::DifferentBytes);
    assert!(window.shows("body.pretty"));
    assert!(window.shows("They differ from byte"));
    assert!(window.shows("As sent") && window.shows("As signed"));

    let note = window.copied_by("Copy note");
    assert!(
        note.contains("**body.pretty** (proven)") && note.contains("- [ ] Is this the public key"),
        "{note}"
    );
    let digest = window.copied_by("Copy digest");
    assert_eq!(digest.len(), 64);
}

#[test]
fn a_case_file_opens_with_the_same_verdict() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("case.json");
    let mut window = Window::open(Lang::En);
    show_a_fault(&mut window);
    window.choose(Some(file.clone()));
    window.click("Save case…");
    window.await_text("Saved to");

    let kept = std::fs::read_to_string(&file).unwrap();
    assert!(!kept.contains("PRIVATE") && kept.contains("different_bytes"));
    let mut other = Window::open(Lang::En);
    other.click("Verify");
    other.choose(Some(file));
    other.click("Open file…");
    other.await_text("body.pretty");
    assert_eq!(
        verdict(&other),
        Verdict::DifferentBytes,
        "the case brings its keys"
    );
}

#[test]
fn a_callback_is_checked_with_the_platform_key() {
    let mut window = Window::open(Lang::En);
    let case: Value = serde_json::from_str(include_str!("../data/callback-case.json")).unwrap();
    let text = |name: &str| case[name].as_str().unwrap().to_owned();
    window.click("Verify");
    window.paste(&format!(
        "Byte-Timestamp: {}\r\nByte-Nonce-Str: {}\r\nByte-Signature: {}\r\n\r\n{}",
        text("byte_timestamp"),
        text("byte_nonce_str"),
        text("byte_signature"),
        text("body")
    ));

    // The demo key of the tests is the platform's of the vector.
    assert!(verdict(&window).is_valid());
}

#[test]
fn the_composed_order_is_checked_and_an_unknown_key_is_said() {
    let mut window = Window::open(Lang::En);
    window.click("Verify");
    window.click("Use the current order");
    assert!(verdict(&window).is_valid());
    let (data, authorization) = vector(0);

    window.paste(&json!({ "data": data, "byteAuthorization": authorization }).to_string());
    assert_eq!(verdict(&window), Verdict::UnknownKey);
    assert!(window.shows("The one known public key does not open"));
    window.click("Clear");
    assert!(window.shows("Find out why a signature fails"));
    window.paste("hello");
    assert!(window.shows("There is no data and no byteAuthorization in it"));
}

#[test]
fn what_mends_a_cause_is_shown_in_the_servers_language() {
    let mut window = Window::open(Lang::En);
    show_a_fault(&mut window);
    assert!(!window.shows("json_encode($order"));
    window
        .harness
        .get_by_role_and_label(Role::ComboBox, "Sample fix in")
        .click();
    window.step();
    window.click("PHP");
    assert!(window.shows("+ $data = json_encode($order"));
    assert!(window.shows("- $signature = sign("));
}

#[test]
fn the_servers_own_string_is_compared() {
    let mut window = open_with_key(Lang::En);
    let (data, authorization) = vector(0);
    let sent = data.replacen("out_order", "out-order", 1);
    assert_ne!(sent, data);
    window.paste(&json!({ "data": sent, "byteAuthorization": authorization }).to_string());
    window.await_text("nonce.regenerated_suspected");

    let value = |name: &str| {
        let from = authorization.split_once(&format!("{name}=")).unwrap().1;
        from.split(',').next().unwrap().to_owned()
    };
    let (time, nonce) = (value("timestamp"), value("nonce_str"));
    let printed = format!("POST\n/requestOrder\n{time}\n{nonce}\n{data}");
    window
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, "The server's string to sign")
        .focus();
    window.harness.step();
    window.paste(&printed);
    assert!(window.shows("With one more line end, the server's string is what was signed"));
    assert!(window.shows("Line 5 differs from byte"));
}

#[test]
fn what_was_cleared_can_be_had_back() {
    let mut window = Window::open(Lang::En);
    window.click("Verify");
    window.click("Use the current order");
    let data = window.harness.state().state().verify.form.data.clone();
    assert!(!data.is_empty());
    window.click("Clear");
    assert_eq!(window.harness.state().state().verify.form.data, "");
    window.click("Undo: The request was cleared");
    assert_eq!(window.harness.state().state().verify.form.data, data);
}
