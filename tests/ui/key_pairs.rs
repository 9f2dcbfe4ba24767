//! In: new pairs, passphrases, a window that is to be closed. Out: whether keys are made, opened,
//! saved, and not lost unasked.

use std::process::Command;

use eframe::egui;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tt_order_builder::texts::Lang;
use tt_order_builder::ui::pages::keys::state::Closing;

use crate::keys::load;
use crate::support::{Window, key_file, verify};

#[test]
fn a_pair_is_made_saved_encrypted_and_opened_by_openssl() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    window.click("Generate");
    assert!(window.shows("not saved yet"));
    window.say_mini_program();

    let file = folder.path().join("new.pem");
    window.choose(Some(file.clone()));
    window.click("Save private key…");
    window
        .harness
        .get_by_role_and_label(Role::CheckBox, "Encrypt with a passphrase")
        .click();
    window.step();
    assert!(
        window
            .harness
            .get_by_role_and_label(Role::Button, "Choose a place…")
            .accesskit_node()
            .is_disabled()
    );

    for label in ["New passphrase", "Once more"] {
        window
            .harness
            .get_by_role_and_label(Role::PasswordInput, label)
            .focus();
        window.harness.step();
        window
            .harness
            .get_by_role_and_label(Role::PasswordInput, label)
            .type_text("open sesame");
        window.step();
    }

    window.click("Choose a place…");
    window.await_text("Saved to");
    assert!(!window.shows("not saved yet"));
    let openssl = Command::new("openssl")
        .args([
            "pkey",
            "-in",
            &file.display().to_string(),
            "-passin",
            "pass:open sesame",
            "-pubout",
        ])
        .output()
        .unwrap();

    let pem = String::from_utf8(openssl.stdout).unwrap();
    assert_eq!(window.copied_by("Copy public PEM (console)"), pem);

    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(
            std::fs::metadata(&file).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
}

#[test]
fn an_opened_key_stays_open_when_its_file_is_read_again() {
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    load(&mut window, &key_file("app.pkcs8-scrypt.pem"));
    window
        .harness
        .get_by_role_and_label(Role::PasswordInput, "Passphrase")
        .focus();
    window.harness.step();
    window
        .harness
        .get_by_role_and_label(Role::PasswordInput, "Passphrase")
        .type_text("test1234");
    window.step();
    window.click("Unlock");
    window.say_mini_program();
    verify(&window.signed(), "app.pkcs8.pem");
    load(&mut window, &key_file("app.pkcs8-scrypt.pem"));
    window.pass(1);
    verify(&window.signed(), "app.pkcs8.pem");
    assert!(!window.harness.state().state().is_demo());
}

#[test]
fn a_new_pair_is_removed_at_the_second_click_only() {
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    window.click("Generate");
    window.click("Remove");
    assert!(window.shows("New key"));
    window.click("Remove anyway (not saved)");
    assert!(!window.shows("New key"));
}

#[test]
fn the_window_asks_before_it_closes_over_a_new_key() {
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    window.click("Generate");
    let close = |window: &mut Window| {
        let viewport = window
            .harness
            .input_mut()
            .viewports
            .entry(egui::ViewportId::ROOT)
            .or_default();
        viewport.events.push(egui::ViewportEvent::Close);
        window.step();
        let viewport = window
            .harness
            .input_mut()
            .viewports
            .entry(egui::ViewportId::ROOT)
            .or_default();
        viewport.events.clear();
    };
    close(&mut window);
    assert!(window.shows("gone once the window closes"));
    window.click("Cancel");
    assert!(!window.shows("gone once the window closes"));
    close(&mut window);
    window.click("Close anyway");
    assert_eq!(window.harness.state().state().keys.closing, Closing::Agreed);
}

#[test]
fn the_making_of_a_pair_can_be_stopped() {
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    window
        .harness
        .get_by_role_and_label(Role::Button, "Generate")
        .click();
    window.harness.step();

    if window.shows("Making a 2048-bit pair") {
        window
            .harness
            .get_by_role_and_label(Role::Button, "Stop")
            .click();
    }

    window.step();
    assert!(window.shows("Generate"));
}
