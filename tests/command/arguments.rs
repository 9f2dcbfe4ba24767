//! In: arguments as people give them, by mistake or on purpose. Out: whether each is taken as what
//! it is, or refused in words.

#![cfg(unix)]
use std::process::{Command, Output};

use super::support::{PROGRAM, ROOT, err, out, run};

const ORDER: &str = "assets/examples/platform-example.json";
const KEY: &str = "tests/data/keys/app.pkcs8.pem";

/// Runs a line of the shell, in which `$P` is the program.
fn shell(line: &str) -> Output {
    Command::new("bash")
        .current_dir(ROOT)
        .args(["-c", line])
        .env("P", PROGRAM)
        .env("LC_ALL", "en")
        .output()
        .unwrap()
}

#[test]
fn an_authorization_is_a_file_a_pipe_or_a_text() {
    let folder = tempfile::tempdir().unwrap();
    let header = folder.path().join("header.txt").display().to_string();
    let sign = format!("$P sign --order {ORDER} --app-id tt1 --key {KEY} --format authorization");
    let verify = format!(
        "$P verify --data <($P sign --order {ORDER} --app-id tt1 --key {KEY} --timestamp 1700000000 --nonce n >/dev/null; cat {ORDER}) --key {KEY}"
    );
    assert!(shell(&format!("{sign} > {header}")).status.success());

    // The file ends with a line end that is not signed: a remark, and no more.
    for given in [
        header.clone(),
        format!("<({sign})"),
        format!("\"$({sign})\""),
    ] {
        let output = shell(&format!("{verify} --authorization {given}"));
        assert_eq!(output.status.code(), Some(0), "{given}: {}", err(&output));
        assert!(out(&output).contains("body.file_line_end"));
        assert!(
            out(&output).contains("a39fbd08"),
            "{given}: the key that signed is named: {}",
            out(&output)
        );
    }

    for (given, said) in [
        ("no/such/header.txt", "There is no file no/such/header.txt"),
        ("header.txt", "There is no file header.txt"),
        ("/tmp", "Cannot read /tmp"),
        ("./", "Cannot read ./"),
    ] {
        let output = run(&[
            "verify",
            "--data",
            ORDER,
            "--authorization",
            given,
            "--key",
            KEY,
        ]);
        assert_eq!(
            (output.status.code(), out(&output)),
            (Some(2), String::new()),
            "{given}"
        );
        assert!(err(&output).contains(said), "{given}: {}", err(&output));
        let output = run(&[
            "sandbox",
            "--data",
            ORDER,
            "--authorization",
            given,
            "--key",
            KEY,
        ]);
        assert_eq!(output.status.code(), Some(2), "{given}");
    }
}

#[test]
fn values_may_begin_with_a_dash() {
    let output = run(&[
        "sign",
        "--order",
        ORDER,
        "--app-id",
        "tt1",
        "--key",
        KEY,
        "--nonce",
        "-_abc",
        "--format",
        "authorization",
    ]);
    assert!(
        out(&output).contains("nonce_str=-_abc,"),
        "{}",
        err(&output)
    );
    for args in [
        &[
            "verify",
            "--data",
            ORDER,
            "--authorization",
            "-YWJj",
            "--key",
            KEY,
        ][..],
        &[
            "verify",
            "--callback",
            "--body",
            ORDER,
            "--timestamp",
            "1",
            "--nonce",
            "-n",
            "--signature",
            "-_YWJj",
            "--key",
            KEY,
        ],
        &["explain", "-1"],
    ] {
        let output = run(args);
        assert_eq!(output.status.code(), Some(1), "{args:?}: {}", err(&output));
    }
}

#[test]
fn a_closed_pipe_is_no_fault_and_a_full_disk_is_one_of_writing() {
    for command in [
        format!("$P sign --order {ORDER} --app-id tt1 --key {KEY}"),
        format!("$P check {ORDER}"),
        "$P explain 10000".to_owned(),
        format!("$P key inspect {KEY}"),
        "$P --help".to_owned(),
    ] {
        let output = shell(&format!(
            "set -o pipefail; {command} 2>/tmp/null-$$ | true; cat /tmp/null-$$; rm /tmp/null-$$"
        ));
        assert!(
            !out(&output).contains("rite") && !out(&output).contains("fault"),
            "{command}: {}",
            out(&output)
        );
    }

    let output = shell(&format!(
        "$P sign --order {ORDER} --app-id tt1 --key {KEY} > /dev/full"
    ));
    assert_eq!(output.status.code(), Some(2));
    assert!(
        err(&output).contains("Cannot write standard output"),
        "{}",
        err(&output)
    );
}

#[test]
fn switches_take_what_people_write_and_say_what_they_take() {
    let base = [
        "sandbox",
        "--data",
        ORDER,
        "--authorization",
        "SHA256-RSA2048 x=1",
        "--key",
        KEY,
        "--set",
    ];
    for value in ["true", "yes", "on", "1", "TRUE", "false", "no", "off", "0"] {
        let output = run(&[&base[..], &[&format!("logged_in={value}")]].concat());
        assert_eq!(output.status.code(), Some(1), "{value}: {}", err(&output));
    }

    for (given, said) in [
        ("logged_in=maybe", "write true or false"),
        ("logged_in=", "write true or false"),
        ("x=1", "logged_in"),
    ] {
        let output = run(&[&base[..], &[given]].concat());
        assert_eq!(output.status.code(), Some(2), "{given}");
        assert!(err(&output).contains(said), "{}", err(&output));
    }
}

#[test]
fn errors_of_keys_name_their_file() {
    for file in [
        "tests/data/keys/app.public.spki.pem",
        "tests/data/keys/bad.ec.pem",
        "tests/data/keys/bad.empty-file.pem",
        "tests/data/keys/app1024.pkcs8.pem",
    ] {
        for args in [
            &["sign", "--order", ORDER, "--app-id", "tt1", "--key", file][..],
            &[
                "key",
                "convert",
                file,
                "--to",
                "pkcs8",
                "--out",
                "/tmp/never.pem",
            ],
        ] {
            let output = run(args);
            assert_eq!(output.status.code(), Some(2), "{args:?}");
            assert!(err(&output).contains(file), "{args:?}: {}", err(&output));
        }
    }

    let output = run(&[
        "verify",
        "--data",
        ORDER,
        "--authorization",
        "SHA256 x=1",
        "--key",
        "tests/data/keys/bad.ec.pem",
    ]);
    assert!(err(&output).contains("bad.ec.pem"), "{}", err(&output));
}

#[test]
fn unusual_keys_have_sentences_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let openssl = |args: &[&str]| {
        assert!(
            Command::new("openssl")
                .args(args)
                .output()
                .unwrap()
                .status
                .success(),
            "{args:?}"
        );
    };
    openssl(&["genrsa", "-primes", "3", "-out", &at("multi.pem"), "2048"]);
    openssl(&[
        "genpkey",
        "-algorithm",
        "RSA",
        "-pkeyopt",
        "rsa_keygen_bits:2048",
        "-pkeyopt",
        "rsa_keygen_pubexp:340282366920938463463374607431768211457",
        "-out",
        &at("big.pem"),
    ]);
    openssl(&[
        "pkey",
        "-in",
        &at("big.pem"),
        "-pubout",
        "-out",
        &at("big.pub"),
    ]);

    for (file, said) in [
        ("multi.pem", "more than two primes"),
        ("big.pem", "exponent has 129 bits"),
        ("big.pub", "exponent has 129 bits"),
    ] {
        let output = run(&["key", "inspect", &at(file)]);
        assert_eq!(output.status.code(), Some(2), "{file}");
        assert!(out(&output).contains(said), "{file}: {}", out(&output));
    }
}

#[test]
fn times_outside_the_years_1970_to_2099_are_said() {
    for timestamp in ["0", "4102444800", "1700000000000", "18446744073709551615"] {
        let output = run(&[
            "sign",
            "--order",
            ORDER,
            "--app-id",
            "tt1",
            "--key",
            KEY,
            "--timestamp",
            timestamp,
            "--format",
            "authorization",
        ]);
        assert!(
            output.status.success() && err(&output).contains("is no time between 1970 and 2099"),
            "{}",
            err(&output)
        );
        let header = out(&output);
        let output = run(&[
            "verify",
            "--data",
            ORDER,
            "--authorization",
            header.trim(),
            "--key",
            KEY,
        ]);

        let said = out(&output) + &err(&output);
        assert!(
            !said.contains('-') || !said.contains("-292277022657"),
            "{said}"
        );
        assert!(
            timestamp.len() == 13 || said.contains("timestamp.implausible"),
            "{timestamp}: {said}"
        );
    }
    for now in ["0", "18446744073709551615"] {
        let output = run(&[
            "sandbox",
            "--data",
            ORDER,
            "--authorization",
            "x",
            "--key",
            KEY,
            "--now",
            now,
        ]);
        assert!(
            matches!(output.status.code(), Some(1 | 2)),
            "{now}: {}",
            err(&output)
        );
    }
}

#[test]
fn a_private_key_is_not_told_whatever_it_is_taken_for() {
    let bare =
        std::fs::read_to_string(format!("{ROOT}/tests/data/keys/app.pkcs8.bare.txt")).unwrap();
    let file = "tests/data/keys/app.pkcs8.bare.txt";
    for output in [
        run(&["sign", "--order", file, "--app-id", "tt1", "--key", KEY]),
        run(&["check", file]),
        run(&["explain", bare.trim()]),
        run(&[
            "verify",
            "--data",
            file,
            "--authorization",
            "SHA256 x=1",
            "--key",
            KEY,
        ]),
        run(&[
            "sandbox",
            "--data",
            file,
            "--authorization",
            "SHA256 x=1",
            "--key",
            KEY,
        ]),
    ] {
        let said = out(&output) + &err(&output);
        assert!(
            !said.contains(&bare[..12]) && !said.contains(&bare[40..52]),
            "{said}"
        );
    }
}
