//! In: orders with every awkward character. Out: whether the programs in five languages make the
//! very same signature, and the one in C#, which is not run, holds the very same texts.

use std::path::Path;
use std::process::Command;

use tt_order_builder::core::key::PrivateKey;
use tt_order_builder::core::language::Language;
use tt_order_builder::core::order::DataJson;
use tt_order_builder::core::signing::{
    self, AppId, Identity, KeyVersion, Moment, Nonce, SignedOrder, Uri, snippet,
};
use tt_order_builder::core::time::Timestamp;

const AWKWARD: &[&str] = &[
    include_str!("../../assets/examples/platform-example.json"),
    "{\"title\":\"会员“月卡” 'x' $HOME ${y} \\\"q\\\" \\\\u0041 \\\\ 100% #{z} `t`\"}",
    "{\"a\":\"\u{0}\u{1}7\u{1f}\u{7f}\u{85}\u{a0}\u{2028}\u{2029}\u{feff}\u{200b}\u{202e}😀𠮷é\"}\r\n\t@DATA@ @NONCE@",
    "",
];

fn sign(data: &str) -> SignedOrder {
    let key = PrivateKey::from_file(include_bytes!("../data/keys/app.pkcs8.pem")).unwrap();
    let identity = Identity {
        app_id: AppId::new("tt0123456789abcdef").unwrap(),
        key_version: KeyVersion::new("2").unwrap(),
    };
    let moment = Moment {
        timestamp: Timestamp(1_760_000_000),
        nonce: Nonce::new("q83v+/$$==").unwrap(),
    };
    signing::sign(
        DataJson::verbatim(data.to_owned()),
        identity,
        moment,
        Uri::request_order(),
        &key,
    )
    .unwrap()
}

fn runtime(language: Language) -> (&'static str, &'static [&'static str]) {
    match language {
        Language::Node => ("node", &[]),
        Language::Python => ("/usr/bin/python3", &[]),
        Language::Go => ("go", &["run"]),
        Language::Java => ("java", &[]),
        Language::Php => ("php", &[]),
        Language::CSharp => unreachable!("is read, not run"),
    }
}

/// Whether the runtime is there and has what the program needs; on a machine without it there is
/// nothing to run.
fn is_there(language: Language) -> bool {
    let probe: &[&str] = match language {
        Language::Python => &["-c", "import cryptography"],
        Language::Go => &["version"],
        Language::Php => &["-r", "exit(function_exists('openssl_sign') ? 0 : 1);"],
        Language::Node | Language::Java | Language::CSharp => &["--version"],
    };

    let there = Command::new(runtime(language).0)
        .args(probe)
        .output()
        .is_ok_and(|output| output.status.success());
    assert!(
        there || std::env::var_os("REQUIRE_RUNTIMES").is_none(),
        "{} is not installed",
        language.name()
    );
    there
}

fn run(language: Language, folder: &Path, signed: &SignedOrder, key: &str) {
    let file = folder.join(language.file_name());
    std::fs::write(&file, snippet(language, signed)).unwrap();
    let (program, args) = runtime(language);
    let key_file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/keys")
        .join(key);
    let mut command = Command::new(program);

    command
        .args(args)
        .arg(&file)
        .arg(key_file)
        .env("GOFLAGS", "-mod=mod")
        .env("GO111MODULE", "off");

    let output = command.current_dir(folder).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {said}", language.name());
    let printed = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        printed.trim_end_matches(['\r', '\n']),
        signed.byte_authorization(),
        "{}",
        language.name()
    );
}

fn all_cases(language: Language) {
    if !is_there(language) {
        return;
    }

    let folder = tempfile::tempdir().unwrap();
    for data in AWKWARD {
        run(language, folder.path(), &sign(data), "app.pkcs8.pem");
    }

    run(language, folder.path(), &sign(AWKWARD[0]), "app.pkcs1.pem");
    let long = format!("{{\"title\":\"{}\"}}", "长x".repeat(30_000));
    run(language, folder.path(), &sign(&long), "app.pkcs8.pem");
}

#[test]
fn node_makes_the_same_signature() {
    all_cases(Language::Node);
}

#[test]
fn python_makes_the_same_signature() {
    all_cases(Language::Python);
}

#[test]
fn go_makes_the_same_signature() {
    all_cases(Language::Go);
}

#[test]
fn java_makes_the_same_signature() {
    all_cases(Language::Java);
}

#[test]
fn php_makes_the_same_signature() {
    all_cases(Language::Php);
}

/// C# reads the escapes that are used as JSON does.
#[test]
fn the_program_in_c_sharp_holds_the_same_texts() {
    for data in AWKWARD {
        let signed = sign(data);
        let program = snippet(Language::CSharp, &signed);
        let text = |name: &str| -> String {
            let begin = format!("const string {name} = ");
            let line = program.lines().find_map(|line| line.strip_prefix(&begin));
            serde_json::from_str(line.unwrap().strip_suffix(';').unwrap()).unwrap()
        };
        assert_eq!(text("data"), *data);
        assert_eq!(text("nonce"), signed.moment().nonce.as_str());
        assert_eq!(text("uri"), signed.uri().as_str());
        assert!(program.contains("const long timestamp = 1760000000;"));
    }
}
