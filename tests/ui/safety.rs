//! In: faults of the program, of files, of the system; hostile texts. Out: whether the window
//! stays, keeps what is in it, and says so.

use std::fs;
use std::path::PathBuf;

use eframe::egui::{Event, Vec2};
use egui_kittest::kittest::Queryable as _;
use tt_order_builder::core::key::{PrivateKey, may_hold_private_key};
use tt_order_builder::store::Settings;
use tt_order_builder::texts::Lang;
use tt_order_builder::ui::page::Page;

use crate::hostile::SHAPES;
use crate::support::{Window, key_file};

const SIZE: Vec2 = Vec2::new(1180.0, 760.0);

fn settings(path: &std::path::Path) -> Settings {
    Settings::of_document(&serde_json::from_slice(&fs::read(path).unwrap()).unwrap())
}

#[test]
fn after_a_fault_of_the_program_everything_can_be_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    window.click("Generate");
    window.say_mini_program();
    window.click("Compose");
    let number = window.label("outOrderNo");

    window.let_signing_panic(true);
    window.retype_unsigned(&number, "kept_order");
    assert!(window.shows("The program ran into a fault of its own"));

    let (draft, key) = (
        folder.path().join("draft.json"),
        folder.path().join("key.pem"),
    );
    window.choose(Some(draft.clone()));
    window.click("Save the order…");
    assert!(fs::read_to_string(&draft).unwrap().contains("kept_order"));
    window.choose(Some(key.clone()));
    let name = window.text("key_name.generated");

    window.click(&Lang::En.fill("crash.save_key", &[("name", &name)]));
    PrivateKey::from_file(&fs::read(&key).unwrap()).unwrap();

    window.let_signing_panic(false);
    window.click("Go on");
    assert!(!window.shows("The program ran into a fault of its own"));
    assert_eq!(window.typed(&number), "kept_order");
    assert!(window.signed().data().contains("kept_order"));
}

#[test]
fn without_a_file_dialog_the_path_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(Lang::En);
    window.without_dialogs();
    window.click("Keys");
    window.click("Choose file…");
    assert!(
        window.shows("xdg-desktop-portal"),
        "what is missing is said"
    );
    window.retype("Path", &key_file("app.pkcs8.pem").display().to_string());
    window.click("OK");
    window.say_mini_program();
    crate::support::verify(&window.signed(), "app.pkcs8.pem");

    let out = folder.path().join("public.pem");
    fs::write(&out, "old").unwrap();
    window.click("Save public key…");
    window.retype("Path", &out.display().to_string());
    window.click("OK");
    assert!(window.shows("There is such a file"));
    assert_eq!(fs::read(&out).unwrap(), b"old");
    window.retype("Path", &key_file("app.pkcs8.pem").display().to_string());
    window
        .harness
        .get_by_label("Replace a file that exists")
        .click();
    window.step();
    window.click("OK");
    assert!(window.shows("the file of a key that is loaded here"));
    window.click("Save public key…");
    window.click("Cancel");
    assert!(!window.shows("xdg-desktop-portal"));
}

#[test]
fn nothing_is_written_before_the_user_has_changed_something() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    let texts = [
        "{}",
        "{\"keys\":[{\"path\":\"/gone.pem\",\"role\":\"application_public\"}],\"theme\":\"sepia\",\"x\":1.50}",
    ];

    for text in [None, Some(texts[0]), Some(texts[1])] {
        if let Some(text) = text {
            fs::write(&path, text).unwrap();
        }

        let mut window = Window::open_with(Lang::En, Some(path.clone()), SIZE);
        for page in ["Keys", "Verify", "Compose"] {
            window.click(page);
            window.pass(5);
        }

        assert_eq!(fs::read_to_string(&path).ok().as_deref(), text);
    }

    let mut window = Window::open_with(Lang::En, Some(path.clone()), SIZE);
    window.set("Dark");
    window.pass(5);
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        text.contains("\"dark\"") && text.contains("1.50") && text.contains("/gone.pem"),
        "{text}"
    );
}

#[test]
fn damaged_settings_are_set_aside_and_said() {
    for damage in ["{\"theme\":", "[]", "\u{0}\u{0}", "hello"] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        fs::write(&path, damage).unwrap();
        let window = Window::open_with(Lang::En, Some(path.clone()), SIZE);
        assert!(window.shows("The settings file could not be read and lies in"));
        let aside = folder.path().join("settings.json.bad-20251009-165320");

        assert_eq!(fs::read_to_string(&aside).unwrap(), damage);
        assert!(!path.exists());
        fs::write(&path, damage).unwrap();
        drop(Window::open_with(Lang::En, Some(path), SIZE));
        assert!(
            folder
                .path()
                .join("settings.json.bad-20251009-165320-2")
                .exists(),
            "none replaces another"
        );
    }
}

#[test]
fn a_clock_that_goes_back_holds_up_no_settings() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    let mut window = Window::open_with(Lang::En, Some(path.clone()), SIZE);
    window.set_clock(1_000_000_000);
    window.set("Dark");
    window.pass(5);
    assert!(fs::read_to_string(&path).unwrap().contains("dark"));

    for implausible in [0, 4_102_444_800, u64::MAX / 2, u64::MAX - 10] {
        window.set_clock(implausible);
        window.step();
        assert!(
            window.shows("stands outside the years 1970 to 2099"),
            "{implausible}"
        );
        assert!(window.is_unsigned());
        window.set_clock(1_760_000_000);
        window.step();
        assert!(window.signed().moment().timestamp.0 == 1_760_000_000);
    }
}

#[cfg(unix)]
#[test]
fn two_windows_share_one_file_and_a_link_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let (real, path) = (
        folder.path().join("real.json"),
        folder.path().join("settings.json"),
    );
    fs::write(&real, "{}").unwrap();
    std::os::unix::fs::symlink("real.json", &path).unwrap();
    let mut one = Window::open_with(Lang::En, Some(path.clone()), SIZE);
    let mut two = Window::open_with(Lang::En, Some(path.clone()), SIZE);
    two.differ();

    for (window, key, version) in [
        (&mut one, "app.pkcs8.pem", "1"),
        (&mut two, "app3072.pkcs8.pem", "2"),
    ] {
        window.click("Keys");
        window.retype("Or type its path", &key_file(key).display().to_string());
        window.click("Load");
        window.retype("Mini-program ID  appid", "tt0123456789abcdef");
        window.retype("Public key version  key_version", version);
        window.click("Pin this key");
        window.pass(5);
    }

    let kept = settings(&path);
    let pinned = kept.profiles.iter().filter(|one| one.pin.is_some());
    assert_eq!((kept.keys.len(), pinned.count()), (2, 2), "{kept:?}");
    assert!(path.symlink_metadata().unwrap().is_symlink());
}

#[cfg(unix)]
#[test]
fn remembered_files_of_any_kind_hold_nothing_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    let fifo = folder.path().join("fifo");
    assert!(
        std::process::Command::new("mkfifo")
            .arg(&fifo)
            .status()
            .unwrap()
            .success()
    );

    let copy = folder.path().join("copy.pem");
    fs::copy(key_file("app.public.spki.pem"), &copy).unwrap();
    let files: Vec<PathBuf> = vec![
        fifo,
        "/dev/zero".into(),
        folder.path().to_owned(),
        "/gone".into(),
        key_file("app.public.spki.pem"),
        copy,
    ];

    let records: Vec<_> = files
        .iter()
        .map(|path| serde_json::json!({ "path": path, "line": 1, "role": "application_public" }))
        .collect();
    fs::write(&path, serde_json::json!({ "keys": records }).to_string()).unwrap();
    let mut window = Window::open_with(Lang::En, Some(path.clone()), SIZE);
    window.set("Dark");
    window.pass(5);

    // Two files with the same key are two records still.
    let kept: Vec<_> = settings(&path)
        .keys
        .into_iter()
        .map(|record| record.path)
        .collect();
    assert_eq!(kept, files);
}

#[test]
fn a_private_key_never_reaches_a_field_on_any_page() {
    let text = |name: &str| fs::read_to_string(key_file(name)).unwrap();
    let bare = text("app.pkcs8.bare.txt").trim().to_owned();
    let forms = [
        text("app.pkcs8.pem"),
        text("app.pkcs1.pem"),
        text("app.pkcs8-scrypt.pem"),
        bare.clone(),
        text("app.pkcs1.bare.txt"),
        format!("APP_PRIVATE_KEY={bare}"),
        format!("app:\n  private_key: {bare}\n  other: 1\n"),
        format!("{{\"privateKey\":\"{}\"}}", bare.replace('/', "\\/")),
        format!("export KEY='{bare}' # signs orders"),
        format!("errNo: 11004 key=({bare})"),
        format!("{}\n{}", &bare[..64], &bare[64..]),
        bare[..400].to_owned(),
    ];

    for page in ["Compose", "Verify", "Errors", "Sandbox", "Keys"] {
        let mut window = Window::open(Lang::En);
        for form in &forms {
            assert!(may_hold_private_key(form), "{}", &form[..20]);
            window.click(page);
            window.harness.event(Event::Paste(form.clone()));
            window.step();
            window.step();
            let shown = format!("{:?}", window.harness.state().state());

            assert!(
                !shown.contains(&bare[40..60])
                    && !shown.contains(&text("app.pkcs1.bare.txt")[40..60]),
                "{page}"
            );
            assert_eq!(
                window.harness.state().state().page,
                Page::Keys,
                "{page}: {}",
                &form[..20]
            );
        }
    }
}

#[test]
fn no_paste_harms_the_window() {
    // The commands read every shape in every way; here each shape has its turn on one page.
    let mut window = Window::open(Lang::En);
    let pages = ["Compose", "Verify", "Errors"];
    for ((name, shape), page) in SHAPES.into_iter().zip(pages.into_iter().cycle()) {
        let text = String::from_utf8_lossy(&shape(70 << 10)).into_owned();
        window.click(page);
        window.harness.event(Event::Paste(text));
        window.step();
        window.step();
        assert!(
            !window.shows("The program ran into a fault"),
            "{name} on {page}"
        );
        assert!(
            window.harness.state().state().reading.is_empty(),
            "{name} on {page} is answered"
        );
    }
}

#[test]
fn a_long_text_is_read_beside_the_frames_and_can_be_stopped() {
    let long = format!("{{\"skuList\":[{}]}}", vec!["{}"; 5000].join(","));
    assert!(long.len() < 64 << 10);
    let longer = format!(
        "{{\"skuList\":[{}],\"outOrderNo\":\"{}\"}}",
        vec!["{}"; 5000].join(","),
        "x".repeat(64 << 10)
    );
    let mut window = Window::open(Lang::En);
    window.harness.event(Event::Paste(longer.clone()));
    window.harness.step();
    window.harness.step();

    if window.shows("Reading 79 KB") {
        window.harness.get_by_label("Stop").click();
        window.harness.step();
        window.step();
        assert!(
            !window.signed().data().contains("{},{}"),
            "what was stopped is not taken"
        );
    }

    window.paste(&longer);
    assert!(window.signed().data().contains("{},{}"));
    assert!(
        window
            .harness
            .state()
            .state()
            .tab()
            .draft
            .findings
            .iter()
            .any(|finding| finding.more == 4980)
    );
    assert!(
        window
            .harness
            .query_all_by_label_contains("skuList[4999]")
            .next()
            .is_none(),
        "out of sight, not drawn"
    );
}

#[test]
fn a_text_larger_than_any_file_is_not_taken() {
    let huge = "x".repeat((16 << 20) + 1);
    for page in ["Compose", "Verify", "Errors"] {
        let mut window = Window::open(Lang::En);
        window.click(page);
        window.paste(&huge);
        assert!(window.shows("more than 16 MB and was not taken"), "{page}");
    }
}

#[test]
fn a_short_text_that_comes_later_is_not_replaced_by_a_long_one() {
    let mut window = Window::open(Lang::En);
    window.click("Errors");
    window
        .harness
        .event(Event::Paste("21016 ".repeat(20 << 10)));
    window.harness.step();
    window.paste("11004");
    assert!(window.shows("The signature does not fit the data or the public key"));
    assert!(window.harness.state().state().reading.is_empty());
}

#[cfg(unix)]
#[test]
fn settings_that_could_not_be_written_are_written_later() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    fs::create_dir(&path).unwrap();
    let mut window = Window::open_with(Lang::En, Some(path.clone()), SIZE);
    window.set("Dark");
    window.pass(5);
    assert!(window.shows("cannot be read"));
    fs::remove_dir(&path).unwrap();
    window.pass(5);
    assert!(fs::read_to_string(&path).unwrap().contains("dark"));

    // Damaged while the window is open: what it knows is all written, and the damage said.
    window.click("Keys");
    window.retype("Profile name", "tests");
    window.pass(5);
    fs::write(&path, "{\"profiles\":").unwrap();
    window.set("Light");
    window.pass(5);
    assert!(window.shows("could not be read and lies in"));

    let kept = settings(&path);
    assert_eq!(
        (&*kept.profiles[0].name, kept.theme),
        ("tests", tt_order_builder::store::ThemeChoice::Light)
    );
}

#[test]
fn where_nothing_can_be_kept_that_is_said_at_once() {
    let folder = tempfile::tempdir().unwrap();
    // A file stands where the folder of open documents is to be.
    let place = folder.path().join("open");
    fs::write(&place, "").unwrap();
    let window = Window::open_keeping(Lang::En, place);
    assert!(window.shows("The open orders could not be kept"));
}
