//! In: the built program. Out: whether its commands keep their contract.

use std::path::Path;
use std::process::Command;

use rstest::rstest;
use serde_json::Value;

use super::support::{ROOT, err, out, run, run_with_input};

const KEY: &str = "tests/data/keys/app.pkcs8.pem";
const EXAMPLE: &str = "assets/examples/platform-example.json";

#[test]
fn every_vector_is_reproduced_by_the_command() {
    let file: Value = serde_json::from_str(include_str!("../data/sign-cases.json")).unwrap();
    for case in file["cases"].as_array().unwrap() {
        let text = |name: &str| case[name].as_str().unwrap().to_owned();
        let (app_id, version, nonce, uri) = (
            text("app_id"),
            text("key_version"),
            text("nonce_str"),
            text("uri"),
        );

        let timestamp = case["timestamp"].to_string();
        let args = [
            "sign",
            "--order",
            "-",
            "--raw",
            "--key",
            KEY,
            "--app-id",
            &app_id,
            "--key-version",
            &version,
            "--nonce",
            &nonce,
            "--uri",
            &uri,
            "--timestamp",
            &timestamp,
        ];

        let output = run_with_input(&args, &text("data"));
        assert_eq!(
            output.status.code(),
            Some(0),
            "{}: {}",
            case["name"],
            err(&output)
        );

        let answer: Value = serde_json::from_str(&out(&output)).unwrap();
        assert_eq!(answer["data"], case["data"], "{}", case["name"]);
        assert_eq!(
            answer["byteAuthorization"], case["byte_authorization"],
            "{}",
            case["name"]
        );
        let output = run_with_input(
            &[&args[..], &["--format", "authorization"]].concat(),
            &text("data"),
        );
        assert_eq!(
            out(&output).trim_end_matches('\n'),
            text("byte_authorization")
        );
    }
}

fn pretty_order() -> String {
    let example = std::fs::read_to_string(Path::new(ROOT).join(EXAMPLE)).unwrap();
    let example: Value = serde_json::from_str(&example).unwrap();
    serde_json::to_string_pretty(&example).unwrap()
}

/// `data` of the answer to `sign` of a text, with further arguments.
fn signed_data(text: &str, more: &[&str]) -> String {
    let sign = ["sign", "--order", "-", "--key", KEY, "--app-id", "tt1"];
    let output = run_with_input(&[&sign, more].concat(), text);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let answer: Value = serde_json::from_str(&out(&output)).unwrap();
    answer["data"].as_str().unwrap().to_owned()
}

#[test]
fn the_own_bytes_of_a_document_are_signed() {
    let pretty = pretty_order();
    let around = format!("\u{feff} {pretty}\r\n");
    assert_eq!(signed_data(&around, &[]), pretty);
    assert_eq!(signed_data(&around, &["--raw"]), around);

    let answer = serde_json::json!({ "byteAuthorization": "…", "data": format!("{pretty}\n") });
    assert_eq!(signed_data(&answer.to_string(), &[]), format!("{pretty}\n"));
}

#[test]
fn a_call_in_a_script_is_signed_as_it_is() {
    let call = format!(
        "tt.requestOrder({{ data: {}, success() {{}} }})",
        Value::from(pretty_order())
    );
    assert_eq!(signed_data(&call, &[]), pretty_order());
}

#[test]
fn an_order_is_read_checked_and_written_compactly() {
    let pretty = format!("\u{feff}{}\r\n", pretty_order());
    let output = run_with_input(
        &[
            "sign",
            "--order",
            "-",
            "--key",
            KEY,
            "--app-id",
            "tt1",
            "--compact",
        ],
        &pretty,
    );
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let answer: Value = serde_json::from_str(&out(&output)).unwrap();

    assert_eq!(
        answer["data"].as_str().unwrap(),
        std::fs::read_to_string(EXAMPLE).unwrap().trim_end()
    );
    assert!(
        err(&output).contains("skuList[0].skuAttr"),
        "the missing skuAttr is a warning: {}",
        err(&output)
    );
}

#[test]
fn openssl_verifies_what_the_command_signs() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(&[
        "sign",
        "--order",
        EXAMPLE,
        "--key",
        KEY,
        "--app-id",
        "tt0123456789abcdef",
    ]);

    let answer: Value = serde_json::from_str(&out(&output)).unwrap();
    let header = answer["byteAuthorization"]
        .as_str()
        .unwrap()
        .strip_prefix("SHA256-RSA2048 ")
        .unwrap();
    let field = |name: &str| {
        let fields = header.split(',').filter_map(|field| field.split_once('='));
        fields
            .filter(|(key, _)| *key == name)
            .map(|(_, value)| value.to_owned())
            .next()
            .unwrap()
    };

    let (timestamp, nonce) = (field("timestamp"), field("nonce_str"));
    let message = format!(
        "POST\n/requestOrder\n{timestamp}\n{nonce}\n{}\n",
        answer["data"].as_str().unwrap()
    );
    std::fs::write(folder.path().join("message"), message).unwrap();
    std::fs::write(
        folder.path().join("signature.b64"),
        field("signature") + "\n",
    )
    .unwrap();
    let script = format!(
        "openssl base64 -d -A -in signature.b64 -out signature && \
         openssl dgst -sha256 -verify {ROOT}/tests/data/keys/app.public.spki.pem -signature signature message"
    );
    let verified = Command::new("sh")
        .args(["-c", &script])
        .current_dir(folder.path())
        .output()
        .unwrap();

    assert!(
        out(&verified).contains("Verified OK"),
        "{}{}",
        out(&verified),
        err(&verified)
    );
}

#[test]
fn an_order_that_the_platform_refuses_exits_with_1() {
    let order = std::fs::read_to_string(Path::new(ROOT).join(EXAMPLE))
        .unwrap()
        .replace("\"quantity\":1", "\"quantity\":101");
    let args = ["sign", "--order", "-", "--key", KEY, "--app-id", "tt1"];
    let output = run_with_input(&args, &order);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out(&output), "");
    assert!(
        err(&output).contains("skuList[0].quantity"),
        "{}",
        err(&output)
    );

    let forced = run_with_input(&[&args[..], &["--force"]].concat(), &order);
    assert_eq!(forced.status.code(), Some(0), "{}", err(&forced));
}

#[test]
fn bad_usage_files_and_keys_exit_with_2_and_one_sentence() {
    let base = ["sign", "--order", EXAMPLE, "--app-id", "tt1"];
    let with = |more: &[&str]| run(&[&base[..], more].concat());
    let cases = [
        (run(&["sign", "--order", EXAMPLE, "--key", KEY]), "--app-id"),
        (with(&[]), "--key"),
        (with(&["--key", KEY, "--demo-key"]), "--key"),
        (with(&["--key", "no/such/file"]), "no/such/file"),
        (
            with(&["--key", "tests/data/keys/app.public.spki.pem"]),
            "public key",
        ),
        (with(&["--key", KEY, "--timestamp", "soon"]), "soon"),
        (with(&["--key", KEY, "--nonce", "a,b"]), "nonce_str"),
        (with(&["--key", KEY, "--frobnicate"]), "--frobnicate"),
        (run(&["sgin"]), "sgin"),
        (
            run(&[
                "sign",
                "--order",
                "no/such/order",
                "--app-id",
                "tt1",
                "--key",
                KEY,
            ]),
            "no/such/order",
        ),
        (
            run(&[
                "sign",
                "--order",
                "tests/data/keys/bad.random.der",
                "--app-id",
                "tt1",
                "--key",
                KEY,
            ]),
            "UTF-8",
        ),
        (
            run_with_input(
                &["sign", "--order", "-", "--app-id", "tt1", "--key", KEY],
                "{\"skuList\":",
            ),
            "JSON",
        ),
    ];

    for (output, named) in cases {
        let said = err(&output);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert_eq!(out(&output), "");
        assert_eq!(said.trim_end().lines().count(), 1, "{said}");
        assert!(said.contains(named), "{said} does not name {named}");
    }
}

#[test]
fn without_a_display_the_window_names_the_command_to_use() {
    let output = run(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        err(&output).contains("tt-order-builder sign"),
        "{}",
        err(&output)
    );
    assert_eq!(
        err(&output).trim_end().lines().count(),
        1,
        "{}",
        err(&output)
    );
}

#[test]
fn the_demo_key_signs_and_says_so() {
    let output = run(&[
        "sign",
        "--order",
        EXAMPLE,
        "--app-id",
        "tt1",
        "--demo-key",
        "--format",
        "js",
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(
        out(&output).starts_with("tt.requestOrder({\n  data: \"{\\\"skuList\\\":["),
        "{}",
        out(&output)
    );
    assert!(err(&output).contains("demo key"));
}

#[rstest]
#[case(&["--lang", "zh", "--help"][..], "用法")]
#[case(&["--lang", "en", "--help"], "Usage")]
#[case(&["sign", "--help", "--lang=zh"], "应用私钥文件")]
#[case(&["sign", "--help"], "Application private key file")]
fn help_is_in_the_asked_language_and_names_no_text_key(#[case] args: &[&str], #[case] word: &str) {
    let output = run(args);
    assert_eq!(output.status.code(), Some(0));
    assert!(out(&output).contains(word), "{}", out(&output));
    assert!(!out(&output).contains("cli."), "{}", out(&output));
}

#[test]
fn check_lists_findings_as_text_and_json() {
    let output = run(&["check", EXAMPLE]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(
        out(&output).starts_with("[Warning] skuList[0].skuAttr  "),
        "{}",
        out(&output)
    );
    let order = std::fs::read_to_string(Path::new(ROOT).join(EXAMPLE))
        .unwrap()
        .replace("\"price\":1", "\"price\":\"1\"");
    let output = run_with_input(&["check", "-", "--format", "json", "--lang", "zh"], &order);

    assert_eq!(output.status.code(), Some(1));
    let rows: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(rows[0]["path"], "skuList[0].price");
    assert_eq!(rows[0]["severity"], "error");
    assert_eq!(rows[0]["rule"], "number.as_text");
    assert!(rows[0]["message"].as_str().unwrap().contains("请填数字"));
    assert_eq!(
        rows[0].as_object().unwrap().keys().collect::<Vec<_>>(),
        ["path", "severity", "rule", "message"]
    );
}

#[test]
fn check_exits_with_2_where_there_is_no_order_to_check() {
    for input in ["", "{", "[]", "not json"] {
        let output = run_with_input(&["check", "-"], input);
        assert_eq!(output.status.code(), Some(2), "{input}");
        assert_eq!(err(&output).trim_end().lines().count(), 1);
    }
}
