//! In: profiles begun, chosen, shared, removed. Out: whether each document is signed for whom it
//! shows, and new orders begin as their profile says.

use eframe::egui::Vec2;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use tt_order_builder::core::key::profile::ProfileId;
use tt_order_builder::texts::Lang;

use crate::keys::{load, load_signer};
use crate::support::{Window, key_file, verify};

const SIZE: Vec2 = Vec2::new(1180.0, 760.0);

/// Gives the profile that is shown a name and an `appid`.
fn say(window: &mut Window, name: &str, app_id: &str) {
    window.retype("Profile name", name);
    window.retype("Mini-program ID  appid", app_id);
    window.retype("Public key version  key_version", "3");
}

fn signed_for(window: &Window) -> String {
    let signed = window.signed();
    let header = signed.byte_authorization();
    let app_id = header.split_once("appid=").unwrap().1;
    app_id.split(',').next().unwrap().to_owned()
}

/// A window with the profiles One and Two, which share a key; Two is in use.
fn two_profiles(settings: Option<std::path::PathBuf>) -> Window {
    let mut window = Window::open_with(Lang::En, settings, SIZE);
    window.click("Keys");
    load(&mut window, &key_file("app.pkcs8.pem"));
    say(&mut window, "One", "tt1111111111111111");
    window.click("Duplicate");
    assert_eq!(window.typed("Profile name"), "One (copy)");
    say(&mut window, "Two", "tt2222222222222222");
    window.click("Use this profile");
    window
}

#[test]
fn one_key_serves_two_profiles_and_each_document_keeps_its_own() {
    let mut window = two_profiles(None);
    verify(&window.signed(), "app.pkcs8.pem");
    assert_eq!(signed_for(&window), "tt2222222222222222");

    window.click("Compose");
    window.click("● One");
    assert_eq!(signed_for(&window), "tt1111111111111111");
    window.choose_in("menu.file", "document.duplicate");
    window.click("● Two");
    assert_eq!(signed_for(&window), "tt2222222222222222");
    window.choose_in("menu.view", "document.previous");
    assert_eq!(signed_for(&window), "tt1111111111111111");
    verify(&window.signed(), "app.pkcs8.pem");
}

#[test]
fn a_removed_profile_comes_back_and_no_other_key_signs_unasked() {
    let mut window = two_profiles(None);
    window.click("Remove profile");
    assert_eq!(signed_for(&window), "tt0000000000000000");
    assert!(window.shows("Removed the profile Two"));
    window
        .harness
        .get_all_by_role(Role::Button)
        .find(|node| format!("{node:?}").contains("Undo: Removed the profile Two"))
        .unwrap()
        .click();
    window.step();
    assert_eq!(signed_for(&window), "tt2222222222222222");

    // Without its key a profile signs nothing.
    window.click("Remove");
    assert!(window.is_unsigned());
    window.click("Compose");
    assert!(window.shows("This profile has no key yet"));
    window.click("Keys");
    load(&mut window, &key_file("app.pkcs8.pem"));
    assert_eq!(signed_for(&window), "tt2222222222222222");
    verify(&window.signed(), "app.pkcs8.pem");
}

#[test]
fn a_locked_key_is_asked_for_where_it_is_missed() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("settings.json");
    let mut window = Window::open_with(Lang::En, Some(settings.clone()), SIZE);
    window.click("Keys");
    load(&mut window, &key_file("app.pkcs8-scrypt.pem"));
    let open = |window: &mut Window| {
        let field = |window: &Window| {
            let field = window
                .harness
                .get_by_role_and_label(Role::PasswordInput, "Passphrase");
            field.focus();
        };
        field(window);
        window.harness.step();
        window
            .harness
            .get_by_role_and_label(Role::PasswordInput, "Passphrase")
            .type_text("test1234");
        window.step();
        window.click("Unlock");
    };
    open(&mut window);
    window.say_mini_program();
    window.pass(5);
    drop(window);

    let mut window = Window::open_with(Lang::En, Some(settings), SIZE);
    window.click("Compose");
    assert!(window.shows("The private key of this profile has a passphrase"));
    window.click("Enter passphrase…");
    open(&mut window);
    verify(&window.signed(), "app.pkcs8.pem");
}

#[test]
fn new_orders_begin_as_their_profile_says() {
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    load_signer(&mut window, &key_file("app.pkcs8.pem"));
    let heading = window.text("profile.defaults");
    window.harness.get_by_label(&heading).click();
    window.step();
    let pattern = window.text("profile.order_number");
    window.retype(&format!("{pattern}  outOrderNo"), "t_{{date}}_{{counter}}");
    let goods_type = window.text("field.skuList_type");
    window.retype(&format!("{goods_type}  type"), "401");

    for number in ["t_20251009_1", "t_20251009_2"] {
        window.choose_in("menu.file", "document.new");
        let signed = window.signed();
        assert!(
            signed
                .data()
                .contains(&format!("\"outOrderNo\":\"{number}\""))
        );
        assert!(signed.data().contains("\"type\":401"), "{}", signed.data());
    }
    window.choose_in("menu.edit", "order_number.renew");
    assert!(window.signed().data().contains("t_20251009_3"));
}

#[test]
fn profiles_go_to_others_without_keys() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("profiles.json");
    let mut window = two_profiles(None);
    window.choose(Some(file.clone()));
    window.click("Export…");
    window.await_text("Saved to");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("tt1111111111111111") && !text.contains("PRIVATE"));
    assert!(!text.contains(".pem"), "{text}");

    let mut other = Window::open(Lang::En);
    other.choose(Some(file));
    other.click("Keys");
    other.click("Import…");
    assert!(other.shows("Imported 2 profiles"));
    let ring = &other.harness.state().state().ring;
    assert_eq!(ring.profiles().len(), 3);
    assert!(ring.profiles()[1..].iter().all(|one| one.key.is_none()));
    load(&mut other, &key_file("app.pkcs8.pem"));
    let ring = &other.harness.state().state().ring;
    assert_eq!(
        ring.profiles().len(),
        3,
        "the key is known by its fingerprint"
    );
    assert!(ring.profiles()[1..].iter().all(|one| one.key.is_some()));

    let none = folder.path().join("order.json");
    std::fs::write(&none, "{}").unwrap();
    other.choose(Some(none));
    other.click("Import…");
    assert!(other.shows("There are no profiles in"));
}

#[test]
fn documents_come_back_with_their_profiles() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open_keeping(Lang::En, folder.path().to_owned());
    window.click("Keys");
    load_signer(&mut window, &key_file("app.pkcs8.pem"));
    window.choose_in("menu.file", "document.new");
    let number = window.label("outOrderNo");
    window.retype(&number, "kept_1");
    let used = window.harness.state().state().tab().profile;
    assert_ne!(used, ProfileId::DEMO);
    window.pass(3);
    drop(window);

    let window = Window::open_keeping(Lang::En, folder.path().to_owned());
    assert_eq!(window.harness.state().state().tab().profile, used);
}

#[test]
fn an_order_of_the_history_is_signed_for_whom_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open_keeping(Lang::En, folder.path().to_owned());
    window.click("Keys");
    load(&mut window, &key_file("app.pkcs8.pem"));
    say(&mut window, "One", "tt1111111111111111");
    window.click("Compose");
    window.copied_by("Copy data");
    window.step();
    window.click("● Demo");
    assert_eq!(signed_for(&window), "tt0000000000000000");

    window.click("History");
    window.step();
    let row = window
        .harness
        .get_all_by_label_contains("out_order_test")
        .next();
    row.unwrap().click();
    window.step();
    let open = window.text("history.open");
    window.click(&open);
    assert_eq!(signed_for(&window), "tt1111111111111111");
}

#[test]
fn a_new_key_takes_no_order_from_a_real_mini_program() {
    let mut window = two_profiles(None);
    load(&mut window, &key_file("app3072.pkcs8.pem"));
    assert_eq!(signed_for(&window), "tt2222222222222222");
    assert_eq!(window.harness.state().state().ring.profiles().len(), 4);
    window.say_mini_program();
    window.click("Use this profile");
    verify(&window.signed(), "app3072.pkcs8.pem");
}

#[test]
fn a_key_that_has_moved_comes_back_to_its_profile() {
    let folder = tempfile::tempdir().unwrap();
    let (settings, place) = (
        folder.path().join("settings.json"),
        folder.path().join("key.pem"),
    );
    std::fs::copy(key_file("app.pkcs8.pem"), &place).unwrap();
    let mut window = Window::open_with(Lang::En, Some(settings.clone()), SIZE);
    window.click("Keys");
    load_signer(&mut window, &place);
    window.pass(5);
    drop(window);

    let moved = folder.path().join("moved.pem");
    std::fs::rename(&place, &moved).unwrap();
    let mut window = Window::open_with(Lang::En, Some(settings.clone()), SIZE);
    window.click("Keys");
    assert!(window.is_unsigned());
    load(&mut window, &moved);
    assert_eq!(window.harness.state().state().ring.profiles().len(), 2);
    verify(&window.signed(), "app.pkcs8.pem");
    window.pass(5);
    drop(window);

    // Another key in the same file is noticed.
    std::fs::copy(key_file("other.pkcs8.pem"), &moved).unwrap();
    let mut window = Window::open_with(Lang::En, Some(settings), SIZE);
    window.click("Keys");
    assert!(window.shows("The key file holds another private key than before"));
    window.click("Use the new key");
    assert!(!window.shows("The key file holds another private key than before"));
}
