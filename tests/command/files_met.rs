//! In: the built program beside other runs of itself, pipes and files that hold more than a key.
//! Out: whether it harms none of them.

#![cfg(unix)]
use std::fs;
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::support::{PROGRAM, key, run_in};

#[test]
fn a_key_is_not_converted_over_the_settings_around_it() {
    let folder = tempfile::tempdir().unwrap();
    let pem = fs::read_to_string(key("app.pkcs8.pem")).unwrap();
    let texts = [
        (
            "config.json",
            format!(
                "{{\"privateKey\":\"{}\",\"password\":\"x\"}}",
                pem.replace('\n', "\\n")
            ),
        ),
        (
            "app.properties",
            format!(
                "key={}\nother=1\n",
                fs::read_to_string(key("app.pkcs8.bare.txt"))
                    .unwrap()
                    .trim()
            ),
        ),
        ("notes.pem", format!("my notes\n{pem}")),
    ];

    for (name, text) in texts {
        fs::write(folder.path().join(name), &text).unwrap();
        let output = run_in(
            folder.path(),
            &[
                "key",
                "convert",
                name,
                "--to",
                "pkcs1",
                "--out",
                name,
                "--overwrite",
            ],
        );
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert_eq!(
            fs::read_to_string(folder.path().join(name)).unwrap(),
            text,
            "{name}"
        );
    }

    fs::write(folder.path().join("key.pem"), &pem).unwrap();
    let output = run_in(
        folder.path(),
        &[
            "key",
            "convert",
            "key.pem",
            "--to",
            "pkcs1",
            "--out",
            "key.pem",
            "--overwrite",
        ],
    );
    assert!(output.status.success());
    assert_eq!(
        fs::read(folder.path().join("key.pem")).unwrap(),
        fs::read(key("app.pkcs1.pem")).unwrap()
    );
}

#[test]
fn pipes_are_compared_without_being_read() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("out.pem"), "old").unwrap();
    assert!(
        Command::new("mkfifo")
            .arg(folder.path().join("fifo"))
            .status()
            .unwrap()
            .success()
    );

    for line in [
        format!(
            "(cat {} > fifo) & exec timeout 20 {PROGRAM} key convert fifo --to spki --out out.pem --overwrite",
            key("app.pkcs8.pem")
        ),
        format!(
            "(echo hi > fifo) & exec timeout 20 {PROGRAM} key generate --encrypt --passphrase-file fifo --out out.pem --overwrite"
        ),
    ] {
        let output = Command::new("sh")
            .current_dir(folder.path())
            .args(["-c", &line])
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{line}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

#[test]
fn runs_in_one_folder_do_not_tidy_each_others_work() {
    let folder = tempfile::tempdir().unwrap();
    let public = key("app.public.spki.pem");
    let line = format!(
        "for j in 1 2 3 4 5 6; do (for i in $(seq 40); do {PROGRAM} key convert {public} --to pkcs1 --out $j.pem --overwrite 2>/dev/null || echo failed; done) & done; wait"
    );
    let output = Command::new("sh")
        .current_dir(folder.path())
        .args(["-c", &line])
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 6);
}

#[test]
fn keys_that_cost_too_much_are_refused_before_they_cost_anything() {
    let folder = tempfile::tempdir().unwrap();
    let pem = fs::read_to_string(key("app.pkcs8-scrypt.pem")).unwrap();
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let mut der = STANDARD.decode(body).unwrap();

    // N = 16384, block size 8, once: done 127 times over it takes 2 GB of work.
    let at = der
        .windows(10)
        .position(|part| part == b"\x02\x02\x40\x00\x02\x01\x08\x02\x01\x01")
        .unwrap();
    der[at + 9] = 0x7f;
    fs::write(folder.path().join("costly.der"), der).unwrap();
    fs::write(folder.path().join("passphrase"), "test1234").unwrap();
    let output = run_in(
        folder.path(),
        &[
            "key",
            "inspect",
            "costly.der",
            "--passphrase-file",
            "passphrase",
        ],
    );

    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&output.stdout).contains("far more work"),
        "{output:?}"
    );
}

#[test]
fn what_is_quoted_moves_no_cursor() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("order.json"), "{\"a\\u001b[2Jb\":1}").unwrap();
    fs::write(
        folder.path().join("report"),
        "errNo: 11004, errMsg: \"x\u{1b}]0;y\u{7}\"",
    )
    .unwrap();

    for line in [
        "$P check order.json",
        "$P explain - < report",
        "$P check \"$(printf 'a\\033[2J')\"",
    ] {
        let output = Command::new("sh")
            .current_dir(folder.path())
            .args(["-c", line])
            .env("P", PROGRAM)
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        assert!(!said.contains(&0x1b) && !said.contains(&7), "{line}");
    }
}
