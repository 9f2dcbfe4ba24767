//! In: key files, pasted and dropped keys, clicks on the keys page. Out: whether the ring has them,
//! and says what there is to say.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{self, DroppedFile, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
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

const SIZE: Vec2 = Vec2::new(1180.0, 760.0);

/// Reads a key file by its path, and says of which mini-program it is where it has come to sign.
pub fn load_signer(window: &mut Window, file: &Path) {
    load(window, file);
    window.say_mini_program();
}

/// Reads a key file by its path.
pub fn load(window: &mut Window, file: &Path) {
    window.retype("Or type its path", &file.display().to_string());
    window.click("Load");
    window.step();
}

fn signer(window: &Window) -> String {
    window
        .harness
        .state()
        .state()
        .ring
        .signer()
        .unwrap()
        .fingerprint()
        .to_string()
}

/// Chooses a key by what its row says.
fn select(window: &mut Window, part: &str) {
    let row = window
        .harness
        .get_all_by_label_contains(part)
        .find(|node| node.accesskit_node().role() == Role::Button);
    row.unwrap_or_else(|| panic!("no row {part}")).click();
    window.step();
}

#[test]
fn a_key_file_is_loaded_and_signs() {
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    load(&mut window, &key_file("app.pkcs1.pem"));
    assert!(window.shows("Private key, PKCS#1"));
    assert!(
        window.shows("Required") && window.shows("no appid yet"),
        "a new profile inherits nothing"
    );
    window.click("Compose");
    assert!(window.shows("appid is empty"));
    window.click("Keys");
    window.say_mini_program();
    assert!(window.shows("65537"));
    let fingerprint = signer(&window);

    assert!(window.shows(&fingerprint));
    assert_eq!(window.copied_by("Copy fingerprint"), fingerprint);
    verify(&window.signed(), "app.pkcs8.pem");
    select(&mut window, "Demo  ·  tt0000000000000000");
    window.click("Use this profile");
    verify(&window.signed(), "other.pkcs8.pem");
}

#[test]
fn a_wrong_file_has_its_sentence_and_the_old_key_stays() {
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    for (file, sentence) in [
        ("app.pkcs1-legacy-encrypted.pem", "openssl rsa -in FILE"),
        ("bad.truncated.pem", "its end is missing"),
        ("bad.random.der", "no key in it"),
        ("no-such-file.pem", "Cannot read"),
    ] {
        load(&mut window, &key_file(file));
        assert!(window.shows(sentence), "{file}");
        assert!(window.shows(file));
        verify(&window.signed(), "other.pkcs8.pem");
    }

    load(&mut window, &key_file("app.pkcs8.pem"));
    assert!(
        !window.shows("Cannot read"),
        "a good key clears the old sentence"
    );
}

#[test]
fn what_cannot_sign_is_in_the_ring_and_says_why() {
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    for (file, sentence) in [
        ("app.certificate.pem", "Public key of an X.509 certificate"),
        ("app1024.pkcs8.pem", "The key has 1024 bits only"),
    ] {
        load(&mut window, &key_file(file));
        assert!(window.shows(sentence), "{file}");
        assert!(
            window
                .harness
                .get_by_role_and_label(Role::Button, "Sign with it")
                .accesskit_node()
                .is_disabled()
        );
        verify(&window.signed(), "other.pkcs8.pem");
    }

    load(&mut window, &key_file("app3072.pkcs8.pem"));
    assert!(window.shows("The key has 3072 bits, the platform's documents ask for 2048"));
}

#[test]
fn a_passphrase_opens_an_encrypted_key() {
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    load(&mut window, &key_file("app.pkcs8-scrypt.pem"));
    assert!(window.shows("scrypt, AES-256-CBC"));
    verify(&window.signed(), "other.pkcs8.pem");
    let field = |window: &mut Window, text: &str| {
        let field = window
            .harness
            .get_by_role_and_label(Role::PasswordInput, "Passphrase");
        field.focus();
        window.harness.step();
        window
            .harness
            .get_by_role_and_label(Role::PasswordInput, "Passphrase")
            .type_text(text);
        window.step();
    };

    field(&mut window, "test");
    window.click("Unlock");
    assert!(window.shows("The passphrase is wrong"));
    field(&mut window, "test1234");
    window.click("Unlock");
    window.say_mini_program();
    verify(&window.signed(), "app.pkcs8.pem");
    assert!(window.shows("This key signs"));
}

#[test]
fn halves_find_each_other_and_a_pinned_key_is_watched() {
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    load_signer(&mut window, &key_file("app.public-then-private.pem"));
    assert!(
        window.shows("✓ app.public-then-private.pem"),
        "each half names the other"
    );
    load(&mut window, &key_file("other.public.spki.pem"));
    assert!(window.shows("✓ Demo key"));
    select(&mut window, "tt0123456789abcdef  ·  tt0123456789abcdef");
    window.click("Pin this key");
    assert!(window.shows("matches the pinned fingerprint"));

    let fingerprint = signer(&window);
    let other = window.harness.state().state().ring.entries()[0].clone();
    let other = other.fingerprint().unwrap().to_string();
    window.retype("Or paste the fingerprint of the console's key", &other);
    window.click("Pin");
    assert!(
        window.shows("It does not match the public key that you pinned for tt0123456789abcdef")
    );
    window.click("Compose");
    assert!(
        window.shows("does not match the public key that you pinned"),
        "the signature is marked too"
    );
    window.click("Keys");
    window.click("Unpin");
    assert!(!window.shows("It does not match"));

    window.retype(
        "Or paste the fingerprint of the console's key",
        &fingerprint.to_uppercase(),
    );
    window.click("Pin");
    assert!(window.shows("matches the pinned fingerprint"));
}

#[test]
fn the_public_key_is_handed_over_as_the_console_and_samples_want_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    load(&mut window, &key_file("app.pkcs8.pem"));
    let text = |name: &str| std::fs::read_to_string(key_file(name)).unwrap();

    assert_eq!(
        window.copied_by("Copy public PEM (console)"),
        text("app.public.spki.pem")
    );
    assert_eq!(
        window.copied_by("Copy public Base64 (Java, Go)"),
        text("app.public.bare.txt").trim()
    );
    assert_eq!(
        window.copied_by("Copy public PKCS#1"),
        text("app.public.pkcs1.pem")
    );
    let file = folder.path().join("public_key.pem");
    window.choose(Some(file.clone()));
    window.click("Save public key…");
    window.await_text("Saved to");
    assert_eq!(
        std::fs::read_to_string(file).unwrap(),
        text("app.public.spki.pem")
    );
}

#[test]
fn of_two_keys_in_a_file_the_chosen_one_signs() {
    let folder = tempfile::tempdir().unwrap();
    let (settings, file) = (
        folder.path().join("settings.json"),
        folder.path().join("both.pem"),
    );
    let text = |name: &str| std::fs::read_to_string(key_file(name)).unwrap();
    std::fs::write(&file, text("app3072.pkcs8.pem") + &text("app.pkcs8.pem")).unwrap();
    let mut window = Window::open_with(Lang::En, Some(settings.clone()), SIZE);

    window.click("Keys");
    load_signer(&mut window, &file);
    window.pass(5);
    drop(window);
    let mut window = Window::open_with(Lang::En, Some(settings), SIZE);
    verify(&window.signed(), "app3072.pkcs8.pem");

    window.click("Keys");
    select(&mut window, "both.pem  ·  Application private key");
    window.click("Sign with it");
    window.say_mini_program();
    verify(&window.signed(), "app.pkcs8.pem");
    assert_eq!(window.harness.state().state().ring.profiles().len(), 3);
}

#[test]
fn a_dropped_file_is_a_key() {
    let mut window = Window::open(Lang::En);
    let file = Arc::new(Dropped(key_file("app.pkcs8.crlf.pem")));
    window.harness.input_mut().dropped_files.push(file);
    window.harness.step();
    window.step();
    assert!(window.shows("Private key, PKCS#8"));
    assert!(
        window.shows("Windows line ends"),
        "what was noticed is said"
    );
    window.say_mini_program();
    verify(&window.signed(), "app.pkcs8.pem");
}

#[test]
fn a_pasted_key_is_taken_and_no_field_gets_it() {
    for file in [
        "app.pkcs8.pem",
        "app.pkcs8.bare.txt",
        "app.pkcs8.one-line-env.txt",
    ] {
        let mut window = Window::open(Lang::En);
        window.click("Keys");
        window.click("Paste");
        assert!(window.shows("Waiting for a paste"));
        window.harness.event(egui::Event::Paste(
            std::fs::read_to_string(key_file(file)).unwrap(),
        ));
        window.harness.step();
        window.step();
        assert!(window.shows("Pasted key"));
        assert!(!window.shows("Waiting for a paste"));
        window.say_mini_program();
        verify(&window.signed(), "app.pkcs8.pem");
    }
}

#[test]
fn pasting_into_the_app_id_stays_a_paste_into_the_app_id() {
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    window.retype("Mini-program ID  appid", "");
    window.paste("tt0123456789abcdef");
    assert_eq!(window.typed("Mini-program ID  appid"), "tt0123456789abcdef");
    assert!(
        window
            .signed()
            .byte_authorization()
            .contains("appid=tt0123456789abcdef,")
    );
}

#[test]
fn settings_remember_where_keys_lie_and_nothing_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("settings.json");
    let mut window = Window::open_with(Lang::En, Some(settings.clone()), SIZE);
    window.click("Keys");
    load(&mut window, &key_file("other.public.spki.pem"));
    load_signer(&mut window, &key_file("app.pkcs8.pem"));
    window.retype("Public key version  key_version", "7");
    window.retype("Profile name", "shop");
    window.click("Pin this key");
    window.pass(5);

    let kept = std::fs::read_to_string(&settings).unwrap();
    assert!(
        kept.contains("app.pkcs8.pem") && kept.contains("\"7\"") && kept.contains(&signer(&window)),
        "{kept}"
    );
    drop(window);
    let mut window = Window::open_with(Lang::En, Some(settings), SIZE);
    verify(&window.signed(), "app.pkcs8.pem");
    assert!(
        window
            .signed()
            .byte_authorization()
            .contains("key_version=7,"),
        "the profile of yesterday signs today"
    );
    window.click("Keys");
    select(&mut window, "other.public.spki.pem");
    assert!(window.shows("Public key, SPKI"), "public keys are read");
    select(&mut window, "shop  ·  tt0123456789abcdef  ·  v7");
    assert_eq!(window.typed("Public key version  key_version"), "7");
}

/// Everything that a session leaves behind or shows, searched for pieces of the key.
#[test]
fn nothing_of_a_private_key_leaves_its_memory() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("settings.json");
    let mut window = Window::open_with(Lang::En, Some(settings), SIZE);
    window.click("Keys");
    let pem = std::fs::read_to_string(key_file("app.pkcs8.pem")).unwrap();

    window.paste(&pem);
    load(&mut window, &key_file("app.pkcs1.pem"));
    load(&mut window, &key_file("app.pkcs8-scrypt.pem"));
    window.click("Compose");
    window.pass(5);
    let mut left = format!("{:?}", window.harness.state().state());

    for page in ["Compose", "Keys"] {
        window.click(page);
        let nodes = window.harness.query_all_by_label_contains("");
        left.extend(nodes.filter_map(|node| node.accesskit_node().label()));
        left.extend(
            window
                .harness
                .query_all_by_label_contains("")
                .filter_map(|node| node.value()),
        );
    }

    let pictures = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let written = std::fs::read_dir(folder.path())
        .unwrap()
        .chain(std::fs::read_dir(pictures).unwrap());
    for file in written {
        left.push_str(&String::from_utf8_lossy(
            &std::fs::read(file.unwrap().path()).unwrap(),
        ));
    }

    let pkcs1 = std::fs::read_to_string(key_file("app.pkcs1.pem")).unwrap();
    let secret = pem
        .lines()
        .chain(pkcs1.lines())
        .filter(|line| line.len() > 40);
    for line in secret {
        for piece in [&line[..20], &line[20..40]] {
            // The first numbers are the modulus, which is public and stands in the public key too.
            let public = std::fs::read_to_string(key_file("app.public.spki.pem")).unwrap();
            assert!(
                public.replace('\n', "").contains(piece) || !left.contains(piece),
                "{piece} was found"
            );
        }
    }
}

#[test]
fn a_dropped_order_opens_in_the_form() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("order.json");
    std::fs::write(&file, "{\"outOrderNo\":\"dropped\"}\n").unwrap();
    let mut window = Window::open(Lang::En);
    window
        .harness
        .input_mut()
        .dropped_files
        .push(Arc::new(Dropped(file)));
    window.step();
    assert_eq!(window.signed().data(), "{\"outOrderNo\":\"dropped\"}\n");
}

#[test]
fn a_private_key_is_never_left_to_a_text_field() {
    let mut window = Window::open(Lang::En);
    let title = window.label("skuList.title");
    for file in ["app.pkcs8.pem", "app.pkcs1.bare.txt"] {
        window.click("Compose");
        window.retype(&title, "card");
        window.paste(&std::fs::read_to_string(key_file(file)).unwrap());
        assert!(window.shows("Pasted key"));
        window.say_mini_program();
        verify(&window.signed(), "app.pkcs8.pem");
        window.click("Compose");
        assert_eq!(window.typed(&title), "card");
    }
}
