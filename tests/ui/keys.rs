//! In: key files, pasted and dropped keys. Out: whether the window takes them, or says in one sentence why not.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{self, DroppedFile, Vec2};
use tt_order_builder::texts::Lang;

use crate::support::{Window, key_file, verify};

#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn load(window: &mut Window, file: &Path) {
    window.retype("Or type its path", &file.display().to_string());
    window.click("Load");
    window.step();
}

#[test]
fn a_key_file_is_loaded_and_signs() {
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    load(&mut window, &key_file("app.pkcs1.pem"));
    assert!(window.shows("PKCS#1 (RSA PRIVATE KEY)"));
    assert!(window.shows("app.pkcs1.pem"));
    let fingerprint = window.harness.state().state().profile.key.fingerprint().to_string();
    assert!(window.shows(&fingerprint));
    assert_eq!(window.copied_by("Copy fingerprint"), fingerprint);
    verify(&window.signed(), "app.pkcs8.pem");
    window.click("Compose");
    assert!(window.shows("The appid is still the placeholder"), "a real key with no real appid is pointed out");
    window.click("Keys");
    window.click("Use the demo key");
    verify(&window.signed(), "other.pkcs8.pem");
}

#[test]
fn a_wrong_file_has_its_sentence_and_the_old_key_stays() {
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    for (file, sentence) in [
        ("app.certificate.pem", "This is a certificate"),
        ("bad.truncated.pem", "no closing -----END"),
        ("no-such-file.pem", "Cannot read"),
    ] {
        load(&mut window, &key_file(file));
        assert!(window.shows(sentence), "{file}");
        assert!(window.shows(file));
        verify(&window.signed(), "other.pkcs8.pem");
    }
    load(&mut window, &key_file("app.pkcs8.pem"));
    assert!(!window.shows("Cannot read"), "a good key clears the old sentence");
}

#[test]
fn a_dropped_file_is_a_key() {
    let mut window = Window::open(Lang::En);
    let file = Arc::new(Dropped(key_file("app.pkcs8.crlf.pem")));
    window.harness.input_mut().dropped_files.push(file);
    window.harness.step();
    window.step();
    assert!(window.shows("PKCS#8 (PRIVATE KEY)"));
    verify(&window.signed(), "app.pkcs8.pem");
}

#[test]
fn a_pasted_key_is_taken_and_no_field_gets_it() {
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    window.click("Paste from clipboard");
    assert!(window.shows("Waiting for a paste"));
    window.harness.event(egui::Event::Paste(std::fs::read_to_string(key_file("app.pkcs8.pem")).unwrap()));
    window.harness.step();
    window.step();
    assert!(window.shows("Pasted key"));
    assert!(!window.shows("Waiting for a paste"));
    verify(&window.signed(), "app.pkcs8.pem");
}

#[test]
fn pasting_into_the_app_id_stays_a_paste_into_the_app_id() {
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    window.retype("Mini-program ID  appid", "");
    window.paste("tt0123456789abcdef");
    assert_eq!(window.typed("Mini-program ID  appid"), "tt0123456789abcdef");
    assert!(window.signed().byte_authorization().contains("appid=tt0123456789abcdef,"));
}

#[test]
fn settings_remember_where_the_key_lies_and_nothing_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("settings.json");
    let mut window = Window::open_with(Lang::En, Some(settings.clone()), Vec2::new(1180.0, 760.0));
    window.click("Keys");
    load(&mut window, &key_file("app.pkcs8.pem"));
    window.retype("Public key version  key_version", "7");
    window.pass(5);
    let kept = std::fs::read_to_string(&settings).unwrap();
    assert!(kept.contains("app.pkcs8.pem") && kept.contains("\"7\""), "{kept}");
    let pem = std::fs::read_to_string(key_file("app.pkcs8.pem")).unwrap();
    for line in pem.lines().filter(|line| !line.starts_with('-')) {
        assert!(!kept.contains(line));
    }
    drop(window);
    let mut window = Window::open_with(Lang::En, Some(settings), Vec2::new(1180.0, 760.0));
    assert!(window.harness.state().state().profile.is_demo(), "no key is read unasked");
    window.click("Keys");
    assert!(window.typed("Or type its path").ends_with("app.pkcs8.pem"));
    assert_eq!(window.typed("Public key version  key_version"), "7");
}

#[test]
fn a_dropped_order_opens_in_the_form() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("order.json");
    std::fs::write(&file, "{\"outOrderNo\":\"dropped\"}\n").unwrap();
    let mut window = Window::open(Lang::En);
    window.harness.input_mut().dropped_files.push(Arc::new(Dropped(file)));
    window.step();
    assert_eq!(window.signed().data(), "{\"outOrderNo\":\"dropped\"}\n");
}

#[test]
fn a_private_key_is_never_left_to_a_text_field() {
    let mut window = Window::open(Lang::En);
    let title = window.label("skuList.title");
    window.retype(&title, "card");
    window.paste(&std::fs::read_to_string(key_file("app.pkcs8.pem")).unwrap());
    assert!(window.shows("Pasted key"));
    verify(&window.signed(), "app.pkcs8.pem");
    window.click("Compose");
    assert_eq!(window.typed(&title), "card");
}
