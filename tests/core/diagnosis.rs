//! In: payloads whose faults were made by Node, Python, PHP, Go, Java, Ruby and Perl. Out: whether each fault is
//! proven, and nothing wrong is.

use std::path::Path;
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use tt_order_builder::core::diagnosis::search::Watch;
use tt_order_builder::core::diagnosis::{Case, Kind, KnownKey, Report, case_file, verify};
use tt_order_builder::core::key::{Material, Opened, PublicKey, open, read};
use tt_order_builder::core::time::Timestamp;

/// Some minutes after what the programs sign.
const NOW: Timestamp = Timestamp(1_700_000_300);

fn folder() -> String {
    format!("{}/tests/data/keys", env!("CARGO_MANIFEST_DIR"))
}

fn key(name: &str) -> PublicKey {
    let file = std::fs::read(format!("{}/{name}.pkcs8.pem", folder())).unwrap();
    match read::read(&file).unwrap().remove(0).material.unwrap() {
        Material::Private(key) => key.public().clone(),
        other => panic!("{other:?}"),
    }
}

/// `app`, `platform:other`, `1=app`.
fn known(named: &str) -> KnownKey {
    let (version, name) = named
        .split_once('=')
        .map_or((None, named), |(version, name)| (Some(version), name));
    let (is_platform, name) = name
        .strip_prefix("platform:")
        .map_or((false, name), |name| (true, name));
    KnownKey {
        name: named.to_owned(),
        is_platform,
        is_expected: named == "app",
        app_id: None,
        key_version: version.map(str::to_owned),
        key: key(name),
    }
}

struct Faulty {
    code: String,
    also: Vec<String>,
    /// Whether all of `also` must be proven too.
    all: bool,
    verdict: Option<String>,
    case: Case,
    keys: Vec<KnownKey>,
    line: String,
}

fn faulty(line: &str) -> Faulty {
    let value: Value = serde_json::from_str(line).unwrap();
    let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let list = |name: &str| -> Vec<String> {
        value[name]
            .as_array()
            .into_iter()
            .flatten()
            .map(|item| item.as_str().unwrap().to_owned())
            .collect()
    };

    let callback = |name: &str| {
        value["callback"][name]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };

    let case = Case {
        kind: if value["callback"].is_object() {
            Kind::Callback
        } else {
            Kind::Order
        },
        data: STANDARD.decode(text("data")).unwrap(),
        authorization: text("authorization"),
        timestamp: callback("timestamp"),
        nonce: callback("nonce"),
        signature: callback("signature"),
        ..Case::default()
    };

    Faulty {
        code: text("code"),
        also: list("also"),
        all: value["all"] == true,
        verdict: value["verdict"].as_str().map(str::to_owned),
        case,
        keys: list("keys").iter().map(|name| known(name)).collect(),
        line: line.chars().take(300).collect(),
    }
}

/// What a program makes; `None` where its runtime is not there and need not be.
fn made_by(program: &str, args: &[&str]) -> Option<Vec<Faulty>> {
    let root = env!("CARGO_MANIFEST_DIR");
    let output = match Command::new(program)
        .args(args)
        .arg(folder())
        .current_dir(Path::new(root).join("tests/faults"))
        .output()
    {
        Ok(output) => output,
        Err(error) => {
            assert!(
                std::env::var_os("REQUIRE_RUNTIMES").is_none(),
                "{program}: {error}"
            );
            return None;
        }
    };
    assert!(
        output.status.success(),
        "{program}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).unwrap();

    Some(text.lines().map(faulty).collect())
}

fn diagnosed(faulty: &Faulty) -> Report {
    verify(&faulty.case, &faulty.keys, NOW, &Watch::default())
}

fn proven(report: &Report) -> Vec<&str> {
    report
        .findings
        .iter()
        .filter(|finding| finding.proven)
        .map(|finding| finding.code.name())
        .collect()
}

fn check(made: &[Faulty]) {
    for faulty in made {
        let report = diagnosed(faulty);
        let proven = proven(&report);
        let seen = format!("{:?} {proven:?} {}", report.verdict, faulty.line);

        if let Some(likely) = faulty.code.strip_prefix('-') {
            assert!(
                report
                    .findings
                    .iter()
                    .any(|finding| finding.code.name() == likely && !finding.proven),
                "{likely}: {seen}"
            );
        } else if !faulty.code.is_empty() {
            assert!(
                proven.contains(&faulty.code.as_str()),
                "{} is not proven: {seen}",
                faulty.code
            );
        }

        let missing = faulty
            .also
            .iter()
            .find(|code| faulty.all && !proven.contains(&code.as_str()));
        assert!(missing.is_none(), "{missing:?} is not proven: {seen}");
        for other in proven.iter().filter(|code| **code != faulty.code) {
            assert!(
                faulty.also.iter().any(|also| also == other),
                "{other} is wrong where {} is due: {seen}",
                faulty.code
            );
        }

        if let Some(verdict) = &faulty.verdict {
            assert_eq!(report.verdict.name(), verdict, "{}: {seen}", faulty.code);
        }

        let opened =
            case_file::open(&case_file::bundle(&faulty.case, &faulty.keys, &report)).unwrap();
        assert_eq!(opened.0, faulty.case);
        // The same search again takes as long.
        if report.candidates_tried < 10_000 {
            assert_eq!(
                verify(&opened.0, &opened.1, NOW, &Watch::default()),
                report,
                "a case file opens with the same report"
            );
        }
    }
}

#[test]
fn faults_made_by_node_are_proven() {
    if let Some(made) = made_by("node", &["make.mjs"]) {
        assert!(made.len() > 1100);
        check(&made);
    }
}

#[test]
fn faults_made_by_python_are_proven() {
    if let Some(made) = made_by("/usr/bin/python3", &["make.py"]) {
        check(&made);
    }
}

#[test]
fn faults_made_by_php_are_proven() {
    if let Some(made) = made_by("php", &["make.php"]) {
        check(&made);
    }
}

#[test]
fn faults_made_by_go_are_proven() {
    if let Some(made) = made_by("go", &["run", "make.go"]) {
        check(&made);
    }
}

/// Where Debian has the libraries of Java.
const JARS: &str = "/usr/share/java";

#[test]
fn faults_made_by_java_are_proven() {
    let names = [
        "jackson-annotations",
        "jackson-core",
        "jackson-databind",
        "gson",
    ];
    let jars = names.map(|name| format!("{JARS}/{name}.jar"));
    if !jars.iter().all(|jar| Path::new(jar).exists()) {
        assert!(
            std::env::var_os("REQUIRE_RUNTIMES").is_none(),
            "{jars:?} are missing"
        );
        return;
    }
    if let Some(made) = made_by("java", &["-cp", &jars.join(":"), "Make.java"]) {
        check(&made);
    }
}

#[test]
fn faults_made_by_ruby_are_proven() {
    if let Some(made) = made_by("ruby", &["make.rb"]) {
        check(&made);
    }
}

#[test]
fn faults_made_by_perl_are_proven() {
    if let Some(made) = made_by("perl", &["make.pl"]) {
        check(&made);
    }
}

#[test]
fn every_vector_is_valid() {
    let file: Value = serde_json::from_str(include_str!("../data/sign-cases.json")).unwrap();
    for case in file["cases"].as_array().unwrap() {
        let text = |name: &str| case[name].as_str().unwrap().to_owned();
        if text("uri") != "/requestOrder" {
            continue;
        }

        let case = Case {
            data: text("data").into_bytes(),
            authorization: text("byte_authorization"),
            ..Case::default()
        };
        let report = verify(&case, &[known("app")], NOW, &Watch::default());
        assert!(
            report.verdict.is_valid(),
            "{}: {report:?}",
            text("byte_authorization")
        );
        assert_eq!(report.candidates_tried, 1);
    }
}

/// OpenSSL opens the same signatures to the same bytes.
#[test]
fn openssl_recovers_the_same_digest() {
    let Some(made) = made_by("node", &["make.mjs"]) else {
        return;
    };

    let scratch = tempfile::tempdir().unwrap();
    let mut compared = 0;
    for code in ["", "hash.sha1", "hash.sha512", "body.empty", "newline.crlf"] {
        let faulty = made.iter().find(|faulty| faulty.code == code).unwrap();
        let (_, base64) = faulty.case.authorization.rsplit_once("signature=").unwrap();
        let signature = STANDARD.decode(base64).unwrap();
        let file = scratch.path().join("signature");
        std::fs::write(&file, &signature).unwrap();
        let public = format!("{}/app.public.spki.pem", folder());
        let openssl = Command::new("openssl")
            .args([
                "pkeyutl",
                "-verifyrecover",
                "-pubin",
                "-inkey",
                &public,
                "-in",
                &file.display().to_string(),
            ])
            .output()
            .unwrap();

        assert!(openssl.status.success());
        let Opened::Pkcs1 { digest, .. } = open(&signature, &key("app")) else {
            panic!("{code} does not open")
        };

        // OpenSSL gives the whole DigestInfo, which ends with the digest.
        assert!(openssl.stdout.ends_with(&digest), "{code}");
        compared += 1;
    }

    assert_eq!(compared, 5);
}

/// When a payload was sent is not known here: its age is likely to matter, and no more.
#[test]
fn an_old_timestamp_is_likely_to_be_refused() {
    let Some(made) = made_by("node", &["make.mjs"]) else {
        return;
    };

    let good = made.iter().find(|faulty| faulty.code.is_empty()).unwrap();
    for (now, is_stale) in [
        (1_700_003_600, false),
        (1_700_003_601, true),
        (1_699_996_399, true),
    ] {
        let report = verify(&good.case, &good.keys, Timestamp(now), &Watch::default());
        let stale = report
            .findings
            .iter()
            .find(|finding| finding.code.name() == "timestamp.stale");
        assert_eq!(
            stale.map(|finding| finding.proven),
            is_stale.then_some(false),
            "{now}"
        );
        assert_eq!(report.verdict.name(), "valid");
    }
}

/// The same case gives the same report, whatever the threads do; a search that is stopped says so.
#[test]
fn a_report_does_not_depend_on_threads_and_a_stopped_search_says_so() {
    let Some(mut made) = made_by("node", &["make.mjs"]) else {
        return;
    };

    let unexplained = made
        .iter_mut()
        .find(|faulty| faulty.code == "-nonce.regenerated_suspected")
        .unwrap();
    // What can have been signed of so little is still enough for several threads.
    unexplained.case.data = br#"{"outOrderNo":"order_1"}"#.to_vec();
    assert!(diagnosed(unexplained).candidates_tried > 100_000);
    assert_eq!(diagnosed(unexplained), diagnosed(unexplained));
    let watch = Watch::default();
    watch.stop.store(true, std::sync::atomic::Ordering::Relaxed);
    let report = verify(&unexplained.case, &unexplained.keys, NOW, &watch);

    assert!(
        report
            .findings
            .iter()
            .any(|finding| finding.code.name() == "search.stopped")
    );
    assert!(
        report
            .findings
            .iter()
            .all(|finding| finding.code.name() != "nonce.regenerated_suspected")
    );
}

/// The private key of public samples is printed there for everyone; a signature that it made is
/// kept here.
#[test]
fn the_key_of_public_samples_is_recognised() {
    let sample: Value = serde_json::from_str(include_str!("../data/sample-key.json")).unwrap();
    let text = |name: &str| sample[name].as_str().unwrap().to_owned();
    let Ok(Material::Public(key)) = read::read(text("publicKey").as_bytes())
        .unwrap()
        .remove(0)
        .material
    else {
        panic!("no public key");
    };

    let known = KnownKey {
        name: "sample".to_owned(),
        is_expected: true,
        key,
        ..known("app")
    };

    let case = Case {
        data: text("data").into_bytes(),
        authorization: text("byteAuthorization"),
        ..Case::default()
    };
    let report = verify(&case, &[known], NOW, &Watch::default());
    assert_eq!(proven(&report), ["key.sample_key"]);
    assert_eq!(report.verdict.name(), "valid_but_suspicious");
}
