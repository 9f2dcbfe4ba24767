//! In: the built program, and folders as they can be. Out: whether it destroys nothing that it
//! writes or meets.

#![cfg(unix)]
use std::collections::HashSet;
use std::fs;
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _, PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tt_order_builder::core::key::PrivateKey;
use tt_order_builder::core::key::profile::ProfileId;
use tt_order_builder::core::time::Timestamp;
use tt_order_builder::store::{
    self, Access, ProfileRecord, SettingsError, SettingsFile, WriteError,
};

use super::support::{PROGRAM, err, key, run_in};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// Names and content of all that is in a folder, links unfollowed.
fn listing(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let content = if path.symlink_metadata().unwrap().is_file() {
                fs::read(&path).unwrap()
            } else {
                vec![]
            };
            (path, content)
        })
        .collect();
    all.sort();
    all
}

#[test]
fn two_names_of_one_file_are_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("sub")).unwrap();
    symlink(".", at("here")).unwrap();
    fs::write(at("old.pem"), "precious").unwrap();
    fs::hard_link(at("old.pem"), at("hard.pem")).unwrap();
    symlink("old.pem", at("soft.pem")).unwrap();

    let absolute = at("k.pem").display().to_string();
    let before = listing(folder.path());
    for (private, public) in [
        ("k.pem", "./k.pem"),
        ("k.pem", "sub/../k.pem"),
        ("k.pem", "here/k.pem"),
        ("k.pem", &absolute),
        ("old.pem", "hard.pem"),
        ("old.pem", "soft.pem"),
    ] {
        let args = [
            "key",
            "generate",
            "--out",
            private,
            "--public-out",
            public,
            "--overwrite",
        ];
        let output = run_in(folder.path(), &args);
        assert_eq!(output.status.code(), Some(2), "{private} {public}");
        assert!(err(&output).contains("would be lost"), "{}", err(&output));
        assert_eq!(listing(folder.path()), before, "{private} {public}");
    }
}

#[test]
fn a_file_that_is_read_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::copy(key("app.public-then-private.pem"), at("both.pem")).unwrap();
    fs::copy(key("app.pkcs8-pbkdf2-aes256.pem"), at("sealed.pem")).unwrap();
    fs::write(at("pass.txt"), "test1234").unwrap();
    symlink("pass.txt", at("pass-link")).unwrap();

    let before = listing(folder.path());
    for args in [
        &[
            "key",
            "convert",
            "both.pem",
            "--to",
            "spki",
            "--out",
            "./both.pem",
            "--overwrite",
        ][..],
        &[
            "key",
            "convert",
            "both.pem",
            "--to",
            "pkcs1",
            "--out",
            "both.pem",
            "--overwrite",
        ],
        &[
            "key",
            "convert",
            "sealed.pem",
            "--to",
            "spki",
            "--out",
            "sealed.pem",
            "--overwrite",
            "--passphrase-file",
            "pass.txt",
        ],
        &[
            "key",
            "convert",
            "sealed.pem",
            "--to",
            "pkcs8",
            "--out",
            "pass.txt",
            "--overwrite",
            "--passphrase-file",
            "pass-link",
        ],
        &[
            "key",
            "generate",
            "--encrypt",
            "--out",
            "pass.txt",
            "--overwrite",
            "--passphrase-file",
            "pass.txt",
        ],
        &[
            "key",
            "generate",
            "--encrypt",
            "--out",
            "n.pem",
            "--public-out",
            "pass.txt",
            "--overwrite",
            "--passphrase-file",
            "pass.txt",
        ],
    ] {
        let output = run_in(folder.path(), args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", err(&output));
        assert_eq!(listing(folder.path()), before, "{args:?}");
    }
}

#[test]
fn a_pair_is_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("folder")).unwrap();
    fs::write(at("taken.pem"), "precious").unwrap();
    let before = listing(folder.path());

    for (private, public, overwrite, why) in [
        ("new.pem", "taken.pem", false, "was not overwritten"),
        ("taken.pem", "new.pem", false, "was not overwritten"),
        (
            "new.pem",
            "missing/p.pem",
            false,
            "The folder missing is not there",
        ),
        (
            "missing/k.pem",
            "new.pem",
            false,
            "The folder missing is not there",
        ),
        ("taken.pem", "folder", true, "is a folder"),
        ("taken.pem", "missing/p.pem", true, "is not there"),
        ("taken.pem", "/dev/null", true, "is a device or pipe"),
        ("taken.pem", "/proc/nothing.pem", true, "Cannot write"),
    ] {
        let mut args = vec!["key", "generate", "--out", private, "--public-out", public];
        args.extend(overwrite.then_some("--overwrite"));
        let output = run_in(folder.path(), &args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(err(&output).contains(why), "{args:?}: {}", err(&output));
        assert_eq!(listing(folder.path()), before, "{args:?}");
    }

    assert!(
        fs::metadata("/dev/null")
            .unwrap()
            .file_type()
            .is_char_device()
    );
}

#[test]
fn links_stay_links_and_special_files_stay() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("elsewhere")).unwrap();
    fs::write(at("elsewhere/real.pem"), "old").unwrap();
    symlink("elsewhere/real.pem", at("link.pem")).unwrap();
    symlink("nowhere/x.pem", at("dangling.pem")).unwrap();

    let made = Command::new("mkfifo").arg(at("fifo")).status().unwrap();
    assert!(made.success());

    let output = run_in(
        folder.path(),
        &[
            "key",
            "convert",
            &key("app.pkcs1.pem"),
            "--to",
            "pkcs8",
            "--out",
            "link.pem",
            "--overwrite",
        ],
    );
    assert!(output.status.success(), "{}", err(&output));
    assert!(at("link.pem").symlink_metadata().unwrap().is_symlink());
    assert_eq!(
        fs::read(at("elsewhere/real.pem")).unwrap(),
        fs::read(key("app.pkcs8.pem")).unwrap()
    );
    assert_eq!(mode(&at("elsewhere/real.pem")), 0o600);

    for name in ["fifo", "dangling.pem"] {
        let kind = at(name).symlink_metadata().unwrap().mode();
        let output = run_in(
            folder.path(),
            &["key", "generate", "--out", name, "--overwrite"],
        );
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert_eq!(at(name).symlink_metadata().unwrap().mode(), kind, "{name}");
    }
}

#[test]
fn modes_are_right_whatever_the_umask() {
    for umask in ["0000", "0022", "0077", "0777"] {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("old.pem"), "old").unwrap();
        fs::set_permissions(at("old.pem"), fs::Permissions::from_mode(0o666)).unwrap();
        let script = format!(
            "umask {umask}; {PROGRAM} key generate --out k.pem --public-out p.pem && {PROGRAM} key convert k.pem --to bare --out old.pem --overwrite"
        );
        let output = Command::new("sh")
            .args(["-c", &script])
            .current_dir(folder.path())
            .output()
            .unwrap();

        assert!(output.status.success(), "{}", err(&output));
        assert_eq!(
            [mode(&at("k.pem")), mode(&at("p.pem")), mode(&at("old.pem"))],
            [0o600, 0o644, 0o600],
            "{umask}"
        );
    }
}

#[test]
fn what_a_killed_run_left_is_tidied_and_what_is_not_ours_stays() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at(".tt-order-builder.0123456789abcdef.part"), "half a key").unwrap();
    let strangers = [
        "k.pem.1234.part",
        ".tt-order-builder.part",
        ".tt-order-builder.0123.part",
        "x.part",
    ];

    for name in strangers {
        fs::write(at(name), "mine").unwrap();
    }

    fs::write(at("victim"), "precious").unwrap();
    symlink("victim", at(".tt-order-builder.fedcba9876543210.part")).unwrap();
    assert!(
        run_in(folder.path(), &["key", "generate", "--out", "k.pem"])
            .status
            .success()
    );
    assert!(!at(".tt-order-builder.0123456789abcdef.part").exists());

    for name in strangers {
        assert_eq!(fs::read(at(name)).unwrap(), b"mine", "{name}");
    }

    assert_eq!(fs::read(at("victim")).unwrap(), b"precious");
    PrivateKey::from_file(&fs::read(at("k.pem")).unwrap()).unwrap();
}

#[test]
fn a_key_file_is_whole_whenever_the_program_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let (out, public) = (folder.path().join("k.pem"), folder.path().join("p.pem"));
    for round in 0..kills() {
        let args = [
            "key",
            "generate",
            "--out",
            "k.pem",
            "--public-out",
            "p.pem",
            "--overwrite",
        ];

        let mut child = Command::new(PROGRAM)
            .current_dir(folder.path())
            .args(args)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // As far as the program gets while others are started: another moment each time.
        for _ in 0..round % 100 {
            Command::new("true").status().unwrap();
        }

        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(out.exists(), public.exists(), "both or none");

        if out.exists() {
            let key = PrivateKey::from_file(&fs::read(&out).unwrap()).unwrap();
            assert_eq!(
                fs::read_to_string(&public).unwrap(),
                key.public().spki_pem()
            );
        }
    }

    assert!(
        run_in(
            folder.path(),
            &["key", "generate", "--out", "k.pem", "--overwrite"]
        )
        .status
        .success()
    );

    let left = fs::read_dir(folder.path()).unwrap().filter(|entry| {
        entry
            .as_ref()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .ends_with(".part")
    });
    assert_eq!(left.count(), 0, "part files are tidied");
}

#[test]
fn the_second_of_a_pair_that_fails_gives_the_first_back() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("one"), "old").unwrap();
    let output = |path, bytes| store::Output {
        path,
        bytes,
        access: Access::Owner,
    };
    let (one, two, gone) = (at("one"), at("two"), at("gone/two"));

    assert!(matches!(
        store::write(&[output(&one, b"new"), output(&gone, b"new")], true),
        Err(WriteError::NoFolder(_))
    ));
    assert_eq!(fs::read(&one).unwrap(), b"old");
    store::write(&[output(&one, b"1"), output(&two, b"2")], true).unwrap();
    assert_eq!(
        (fs::read(&one).unwrap(), fs::read(&two).unwrap()),
        (b"1".to_vec(), b"2".to_vec())
    );
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        2,
        "nothing is left beside them"
    );
}

/// How often a process is killed; `KILLS=200` for a figure.
fn kills() -> usize {
    std::env::var("KILLS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(12)
}

/// Not a test of its own: the process that `settings_survive_a_kill_at_any_moment` starts and
/// kills.
#[test]
fn a_writer_of_settings() {
    let Some(path) = std::env::var_os("SETTINGS_TO_WRITE") else {
        return;
    };

    let (file, progress) = (
        SettingsFile::new(PathBuf::from(&path)),
        PathBuf::from(path).with_extension("progress"),
    );
    let name = std::process::id();
    for number in 0..10_000_u64 {
        let before = file.open(Timestamp(1)).settings;
        let mut after = before.clone();
        let key_version = format!("{name}.{number}");
        after.profiles.push(ProfileRecord {
            id: ProfileId(u64::from(name) << 20 | number),
            key_version: key_version.clone(),
            ..ProfileRecord::default()
        });

        match file.save(&after, &before, Timestamp(1)) {
            Err(SettingsError::Busy) => {}
            Err(error) => panic!("{error:?}"),
            // Only now it is promised.
            Ok(_) => {
                let mut log = fs::OpenOptions::new()
                    .append(true)
                    .create(true)
                    .open(&progress)
                    .unwrap();
                std::io::Write::write_all(&mut log, format!("{key_version}\n").as_bytes()).unwrap();
            }
        }
    }
}

#[test]
fn settings_survive_a_kill_at_any_moment() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    for round in 0..kills() {
        let start = || {
            Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "a_writer_of_settings"])
                .env("SETTINGS_TO_WRITE", &path)
                .stdout(Stdio::null())
                .spawn()
                .unwrap()
        };

        // Two copies at once.
        let mut writers = [start(), start()];
        for _ in 0..round % 40 + 10 {
            Command::new("true").status().unwrap();
        }

        for writer in &mut writers {
            writer.kill().unwrap();
            writer.wait().unwrap();
        }

        let opened = SettingsFile::new(path.clone()).open(Timestamp(1));
        assert!(opened.remark.is_none(), "{:?}", opened.remark);
        let kept: HashSet<String> = opened
            .settings
            .profiles
            .into_iter()
            .map(|profile| profile.key_version)
            .collect();

        let promised = fs::read_to_string(path.with_extension("progress")).unwrap_or_default();
        for pin in promised.lines() {
            assert!(
                kept.contains(pin),
                "round {round}: {pin} was saved and is lost"
            );
        }
    }

    let left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(left.len() <= 3, "settings, lock, progress: {left:?}");
}
