//! In: the built program and OpenSSL. Out: whether `key` says what keys are, and writes what
//! OpenSSL reads.

use std::path::Path;
use std::process::Command;

use super::support::{json, key, program, run};

const VARIABLE: &str = "TT_ORDER_BUILDER_PASSPHRASE";

fn openssl(args: &[&str]) -> Vec<u8> {
    let output = Command::new("openssl").args(args).output().unwrap();
    assert!(
        output.status.success(),
        "openssl {args:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

#[test]
fn inspect_describes_every_key_and_names_the_other_half() {
    let (public, private) = (key("app.public.spki.pem"), key("app.pkcs1.pem"));
    let output = run(&["key", "inspect", &public, &private, "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let rows = json(&output);
    assert_eq!(rows[0]["kind"], "public");
    assert_eq!(rows[1]["format"], "pkcs1");
    assert_eq!(rows[1]["bits"], 2048);
    assert_eq!(rows[1]["exponent"], "65537");
    assert_eq!(rows[1]["pairs_with"], format!("{public}:1"));

    let spki = openssl(&["pkey", "-pubin", "-in", &public, "-outform", "DER"]);
    let folder = tempfile::tempdir().unwrap();
    let der = folder.path().join("spki.der");
    std::fs::write(&der, spki).unwrap();
    let digest = String::from_utf8(openssl(&[
        "dgst",
        "-sha256",
        "-r",
        &der.display().to_string(),
    ]))
    .unwrap();

    assert_eq!(
        rows[0]["fingerprint"].as_str().unwrap(),
        digest.split(' ').next().unwrap()
    );
}

#[test]
fn inspect_says_what_is_no_key_and_goes_on() {
    let output = run(&[
        "key",
        "inspect",
        &key("bad.ec.pem"),
        &key("app.pkcs8.bom.pem"),
        "no-such-file",
    ]);
    assert_eq!(output.status.code(), Some(2));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("This is a key for EC"), "{text}");
    assert!(text.contains("A BOM at the beginning was left out"));
    assert!(text.contains("Cannot read no-such-file"));

    let pem = std::fs::read_to_string(key("app.pkcs8.pem")).unwrap();
    for line in pem.lines().filter(|line| line.len() == 64) {
        assert!(!text.contains(&line[..20]));
    }
}

#[test]
fn a_generated_pair_is_openssls_and_nothing_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (private, public) = (path("private.pem"), path("public.pem"));
    let output = run(&[
        "key",
        "generate",
        "--out",
        &private,
        "--public-out",
        &public,
    ]);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(
        openssl(&["pkey", "-in", &private, "-pubout"]),
        output.stdout
    );
    assert_eq!(std::fs::read(&public).unwrap(), output.stdout);
    assert!(
        String::from_utf8(openssl(&["rsa", "-in", &private, "-check", "-noout"]))
            .unwrap()
            .contains("ok")
    );

    let before = std::fs::read(&private).unwrap();
    let again = run(&["key", "generate", "--out", &private]);
    assert_eq!(again.status.code(), Some(2));
    assert!(
        String::from_utf8(again.stderr)
            .unwrap()
            .contains("was not overwritten")
    );
    assert_eq!(std::fs::read(&private).unwrap(), before);

    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(
            std::fs::metadata(&private).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
    for args in [
        &[
            "key",
            "generate",
            "--out",
            &private,
            "--public-out",
            &private,
            "--overwrite",
        ][..],
        &[
            "key",
            "generate",
            "--out",
            &path("third.pem"),
            "--public-out",
            &public,
        ],
        &[
            "key",
            "convert",
            &private,
            "--to",
            "spki",
            "--out",
            &private,
            "--overwrite",
        ],
    ] {
        assert_eq!(run(args).status.code(), Some(2), "{args:?}");
        assert_eq!(std::fs::read(&private).unwrap(), before);
        assert!(!Path::new(&path("third.pem")).exists());
    }

    let pkcs1 = path("pkcs1.pem");
    assert!(
        run(&["key", "generate", "--out", &pkcs1, "--form", "pkcs1"])
            .status
            .success()
    );
    assert!(
        std::fs::read_to_string(&pkcs1)
            .unwrap()
            .starts_with("-----BEGIN RSA PRIVATE KEY-----")
    );
    openssl(&["rsa", "-in", &pkcs1, "-check", "-noout"]);
}

#[test]
fn passphrases_come_from_a_file_or_the_variable_and_never_from_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let key = folder.path().join("sealed.pem").display().to_string();
    let file = folder.path().join("passphrase.txt");
    std::fs::write(&file, "开门 sesame\r\n").unwrap();
    let file = file.display().to_string();
    let output = run(&["key", "generate", "--out", &key, "--encrypt"]);

    assert_eq!(output.status.code(), Some(2), "nobody is there to ask");
    assert!(!Path::new(&key).exists());
    assert!(
        run(&[
            "key",
            "generate",
            "--out",
            &key,
            "--encrypt",
            "--passphrase-file",
            &file
        ])
        .status
        .success()
    );
    openssl(&["pkey", "-in", &key, "-passin", "pass:开门 sesame", "-noout"]);
    let sign = [
        "sign",
        "--order",
        "assets/examples/platform-example.json",
        "--app-id",
        "tt1",
        "--key",
        &key,
    ];

    let refused = run(&sign);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        String::from_utf8(refused.stderr)
            .unwrap()
            .contains("has a passphrase")
    );
    let wrong = program(&sign).env(VARIABLE, "wrong").output().unwrap();
    assert!(
        String::from_utf8(wrong.stderr)
            .unwrap()
            .contains("The passphrase is wrong")
    );
    assert!(
        program(&sign)
            .env(VARIABLE, "开门 sesame")
            .output()
            .unwrap()
            .status
            .success()
    );
    assert!(
        run(&[&sign[..], &["--passphrase-file", &file]].concat())
            .status
            .success()
    );
}

#[test]
fn conversions_are_what_openssl_writes() {
    let folder = tempfile::tempdir().unwrap();
    let sources = [
        "app.pkcs8.pem",
        "app.pkcs1.der",
        "app.pkcs8.bare-backslash-n.txt",
        "app.pkcs8-pbkdf2-aes256.pem",
    ];

    let expected = [
        ("pkcs1", "app.pkcs1.pem"),
        ("pkcs8", "app.pkcs8.pem"),
        ("spki", "app.public.spki.pem"),
        ("bare", "app.pkcs8.bare.txt"),
        ("bare-pkcs1", "app.pkcs1.bare.txt"),
    ];
    for source in sources {
        for (form, file) in expected {
            let out = folder.path().join(format!("{form}-{source}"));
            let args = [
                "key",
                "convert",
                &key(source),
                "--to",
                form,
                "--out",
                &out.display().to_string(),
            ];

            let output = program(&args).env(VARIABLE, "test1234").output().unwrap();
            assert_eq!(
                output.status.code(),
                Some(0),
                "{source}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
            assert!(output.stdout.is_empty(), "a private key is never printed");
            let (written, expected) = (
                std::fs::read_to_string(out).unwrap(),
                std::fs::read_to_string(key(file)).unwrap(),
            );
            assert_eq!(
                written.trim_end(),
                expected.trim_end(),
                "{source} to {form}"
            );
        }
    }

    for (form, file) in [
        ("spki", "app.public.spki.pem"),
        ("pkcs1", "app.public.pkcs1.pem"),
        ("bare", "app.public.bare.txt"),
    ] {
        for source in ["app.certificate.pem", "app.public.bare.txt"] {
            let out = folder
                .path()
                .join(format!("{form}-{source}"))
                .display()
                .to_string();
            assert!(
                run(&["key", "convert", &key(source), "--to", form, "--out", &out])
                    .status
                    .success()
            );
            let (written, expected) = (
                std::fs::read_to_string(out).unwrap(),
                std::fs::read_to_string(key(file)).unwrap(),
            );
            assert_eq!(
                written.trim_end(),
                expected.trim_end(),
                "{source} to {form}"
            );
        }
    }

    let out = folder.path().join("none").display().to_string();
    let output = run(&[
        "key",
        "convert",
        &key("app.public.spki.pem"),
        "--to",
        "pkcs8",
        "--out",
        &out,
    ]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("This is a public key")
    );
}

#[test]
fn sign_takes_every_form_of_the_private_key() {
    let sign = |name: &str| {
        let key = key(name);
        let args = [
            "sign",
            "--order",
            "assets/examples/platform-example.json",
            "--app-id",
            "tt1",
            "--nonce",
            "n",
        ];

        let args = [
            &args[..],
            &[
                "--timestamp",
                "1",
                "--format",
                "authorization",
                "--key",
                &key,
            ],
        ]
        .concat();

        let output = program(&args).env(VARIABLE, "test1234").output().unwrap();
        assert!(
            output.status.success(),
            "{name}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        output.stdout
    };

    let expected = sign("app.pkcs8.pem");
    for entry in std::fs::read_dir(key("")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let is_private = name.starts_with("app.pkcs")
            || name == "app.public-then-private.pem"
            || name == "bad.label.pem";
        if is_private && !name.contains("legacy") {
            assert_eq!(sign(&name), expected, "{name}");
        }
    }
}
