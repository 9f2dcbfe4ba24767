//! In: the built program. Out: whether `verify` keeps its contract, and every code has its
//! sentences.

use serde_json::Value;
use tt_order_builder::texts::Lang;

use super::support::{err, json, key, out, run};

const PUBLIC: &str = "tests/data/keys/app.public.spki.pem";
const OTHER: &str = "tests/data/keys/other.public.spki.pem";

fn codes(report: &Value) -> Vec<&str> {
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .filter(|finding| finding["proven"] == true)
        .map(|finding| finding["code"].as_str().unwrap())
        .collect()
}

#[test]
fn every_vector_is_valid_and_a_changed_one_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data.json").display().to_string();
    let header = folder.path().join("header.txt").display().to_string();
    let file: Value = serde_json::from_str(include_str!("../data/sign-cases.json")).unwrap();

    for case in file["cases"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|case| case["uri"] == "/requestOrder")
    {
        let authorization = case["byte_authorization"].as_str().unwrap();
        std::fs::write(&data, case["data"].as_str().unwrap()).unwrap();
        std::fs::write(&header, format!("{authorization}\n")).unwrap();

        for given in [authorization, &header] {
            let args = [
                "verify",
                "--data",
                &data,
                "--authorization",
                given,
                "--key",
                PUBLIC,
                "--format",
                "json",
            ];

            let output = run(&args);
            let report = json(&output);
            assert!(
                report["verdict"].as_str().unwrap().starts_with("valid"),
                "{report}"
            );
            assert_eq!(output.status.code(), Some(0));
            assert_eq!(report["opened"]["digest"], case["string_to_sign_sha256"]);
            assert_eq!(report["opened"]["hash"], "SHA-256");
        }

        std::fs::write(&data, case["data"].as_str().unwrap().to_owned() + " ").unwrap();
        let output = run(&[
            "verify",
            "--data",
            &data,
            "--authorization",
            &header,
            "--key",
            PUBLIC,
            "--format",
            "json",
        ]);
        assert_eq!(output.status.code(), Some(1));
        let report = json(&output);
        let due = if case["data"] == "" {
            "body.empty"
        } else {
            "body.trimmed"
        };

        assert!(codes(&report).contains(&due), "{} {report}", case["name"]);
    }
}

#[test]
fn a_callback_is_checked() {
    let folder = tempfile::tempdir().unwrap();
    let body = folder.path().join("body.json").display().to_string();
    let case: Value = serde_json::from_str(include_str!("../data/callback-case.json")).unwrap();
    let text = |name: &str| case[name].as_str().unwrap();
    std::fs::write(&body, text("body")).unwrap();
    let check = |nonce: &str, key: &str| {
        run(&[
            "verify",
            "--callback",
            "--body",
            &body,
            "--timestamp",
            text("byte_timestamp"),
            "--nonce",
            nonce,
            "--signature",
            text("byte_signature"),
            "--key",
            key,
            "--format",
            "json",
        ])
    };

    assert_eq!(
        json(&check(text("byte_nonce_str"), OTHER))["verdict"],
        "valid"
    );
    assert_eq!(
        json(&check(text("byte_nonce_str"), PUBLIC))["verdict"],
        "unknown_key"
    );
    let output = check("another", OTHER);
    assert_eq!(json(&output)["verdict"], "different_bytes_unexplained");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn bad_usage_ends_with_2_and_a_sentence() {
    for args in [
        &[
            "verify",
            "--data",
            "no-such",
            "--authorization",
            "x",
            "--key",
            PUBLIC,
        ][..],
        &[
            "verify",
            "--data",
            "README.md",
            "--authorization",
            "x",
            "--key",
            "README.md",
        ],
        &["verify", "--data", "README.md", "--key", PUBLIC],
        &["verify", "--callback", "--key", PUBLIC],
    ] {
        let output = run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap().lines().count(), 1);
    }
}

/// The codes that are promised to stay, each with a sentence in both languages.
#[test]
fn every_promised_code_has_its_sentences() {
    let promised = "header.scheme header.quoted header.spacing header.field_missing header.field_repeated header.order \
        header.fullwidth signature.urlsafe signature.wrapped signature.space_for_plus signature.percent_encoded \
        signature.padding_lost signature.truncated signature.hex signature.md5_hex signature.length_vs_key key.unknown \
        key.other_in_ring key.platform_used key.version_mismatch key.too_small key.sample_key hash.sha1 hash.md5 \
        hash.sha512 hash.of_hex hash.twice padding.pss padding.raw newline.final_missing newline.final_doubled newline.crlf \
        newline.literal newline.none lines.callback_form lines.order method.different uri.different timestamp.milliseconds \
        timestamp.different timestamp.stale nonce.regenerated_suspected body.empty body.placeholder body.trimmed \
        body.reserialized body.pretty body.keys_sorted body.nulls_dropped body.numbers_rewritten body.double_encoded \
        body.decoded_once escape.unicode escape.slash escape.html escape.entities escape.percent encoding.gbk \
        encoding.latin1 bom.added bom.removed invisible.characters template.unresolved amount.not_integer \
        lines.request_form key.application_used nonce.rewritten body.keys_reordered signature.not_base64";

    let mut count = 0;
    for code in promised.split_whitespace() {
        for lang in Lang::ALL {
            assert!(
                lang.lookup(&format!("diagnosis.{code}")).is_some(),
                "{code} has no sentence in {lang:?}"
            );
        }
        count += 1;
    }

    assert_eq!(count, 64 + 5);
}

/// Whether some of the Base64 of a key's PKCS#1 or PKCS#8 stands in what was said.
fn shows_key(said: &str) -> bool {
    ["app.pkcs1.bare.txt", "app.pkcs8.bare.txt"]
        .iter()
        .any(|name| {
            let base64 = std::fs::read(key(name)).unwrap();
            let mut pieces = base64.trim_ascii_end().windows(12);
            pieces.any(|piece| said.contains(std::str::from_utf8(piece).unwrap()))
        })
}

#[test]
fn a_private_key_where_data_is_due_is_refused_and_nothing_of_it_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let order = "assets/examples/platform-example.json";
    let header = "SHA256-RSA2048 appid=tt1,nonce_str=n,timestamp=1,key_version=1,signature=QUJD";
    let pem = std::fs::read_to_string(key("app.pkcs8.pem")).unwrap();
    let answer = serde_json::json!({ "data": pem, "byteAuthorization": header }).to_string();
    let bare = std::fs::read_to_string(key("app.pkcs8.bare.txt")).unwrap();
    let signed = serde_json::json!({
        "data": "{\"skuList\":[]}",
        "byteAuthorization": format!("SHA256-RSA2048 appid={},signature=QUJD", bare.trim()),
    });
    let mut in_order: Value =
        serde_json::from_str(&std::fs::read_to_string(order).unwrap()).unwrap();
    in_order["totalAmount"] = bare.trim().into();
    let mixed = [
        ("order.txt", format!("{{\"skuList\":[]}}\n{pem}")),
        ("header.txt", format!("{header}\n{pem}")),
        (
            "server.txt",
            format!("POST\n/requestOrder\n1\nn\n{{}}\n{pem}"),
        ),
        ("answer.json", answer),
        ("signed.json", signed.to_string()),
        ("in_order.json", in_order.to_string()),
    ]
    .map(|(name, text)| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    });
    let files = [
        "app.pkcs8.pem",
        "app.pkcs1.der",
        "app.pkcs8.bare.txt",
        "app.pkcs8-scrypt.pem",
        "bad.ec.pem",
    ]
    .map(key);

    for private in files.iter().chain(&mixed) {
        let mut commands = vec![
            ["verify", "--data", private, "--authorization", header].to_vec(),
            ["sandbox", "--data", private, "--authorization", header].to_vec(),
            ["verify", "--data", order, "--authorization", private].to_vec(),
            ["sandbox", "--data", order, "--authorization", private].to_vec(),
            ["verify", "--data", order, "--authorization", header].to_vec(),
        ];
        commands[4].extend(["--server-string", private]);
        for command in &mut commands {
            command.extend(["--key", PUBLIC]);
        }
        let sign = [
            "sign", "--app-id", "tt1", "--key", &files[0], "--order", private,
        ];
        for how in ["--raw", "--force"] {
            commands.push([&sign[..], &[how]].concat());
        }
        commands.push(vec!["check", private]);

        for command in commands {
            let output = run(&command);
            let said = out(&output) + &err(&output);
            assert_eq!(output.status.code(), Some(2), "{command:?}: {said}");
            assert!(!shows_key(&said), "{command:?}: {said}");
        }
    }
}

#[test]
fn a_private_key_among_the_arguments_is_not_repeated() {
    let pem = std::fs::read_to_string(key("app.pkcs8.pem")).unwrap();
    let bare = std::fs::read_to_string(key("app.pkcs1.bare.txt")).unwrap();
    for private in [&pem, bare.trim()] {
        for option in [
            "--data",
            "--authorization",
            "--key",
            "--server-string",
            "--uri",
        ] {
            let output = run(&["verify", option, private]);
            let said = out(&output) + &err(&output);
            assert_eq!(output.status.code(), Some(2), "{option}: {said}");
            assert!(
                said.contains("An argument is a private key"),
                "{option}: {said}"
            );
            assert!(!shows_key(&said), "{option}: {said}");
        }
    }
}
