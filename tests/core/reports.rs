//! In: what people pasted in public: errors, payloads, callbacks, orders, keys. Out: whether each
//! is told what it is, by the table beside them, in both languages.

use std::path::PathBuf;

use tt_order_builder::core::diagnosis::search::Watch;
use tt_order_builder::core::diagnosis::{Case, Kind, KnownKey, Report, case_file, verify};
use tt_order_builder::core::key::{Material, PublicKey, read};
use tt_order_builder::core::order::import;
use tt_order_builder::core::time::Timestamp;
use tt_order_builder::core::trouble::{Catalogue, explain, note};
use tt_order_builder::texts::Lang;

/// A minute after what most of them are signed at.
const NOW: Timestamp = Timestamp(1_795_599_060);

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data"))
}

fn file(name: &str) -> Vec<u8> {
    let path = folder().join("reports").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn public(name: &str) -> PublicKey {
    let path = folder()
        .join("keys")
        .join(format!("{name}.public.spki.pem"));
    let items = read::read(&std::fs::read(path).unwrap()).unwrap();
    match items.into_iter().next().unwrap().material.unwrap() {
        Material::Public(key) => key,
        other => panic!("{other:?}"),
    }
}

fn known(name: &str, is_platform: bool) -> KnownKey {
    KnownKey {
        name: name.to_owned(),
        is_platform,
        is_expected: true,
        app_id: None,
        key_version: None,
        key: public(name),
    }
}

/// What the program says of one input, as the table writes it.
fn said(kind: &str, name: &str) -> String {
    match kind {
        "explain" => errors(&String::from_utf8(file(&format!("{name}.txt"))).unwrap()),
        "verify" => payload(name),
        "callback" => callback(name),
        "check" => order(&String::from_utf8(file(&format!("{name}.txt"))).unwrap()),
        "key" => key(&file(&format!("{name}.txt"))),
        other => panic!("{other}"),
    }
}

fn errors(text: &str) -> String {
    let explanations = explain(text, &Catalogue::built_in());
    for lang in Lang::ALL {
        let words = |row: &_| lang.words(row);
        let note = note::note(&explanations, &words, &|message| lang.say(message));
        assert_eq!(note.trim().is_empty(), explanations.is_empty(), "{text}");
    }

    let all = explanations.iter().map(|one| {
        let scope = one.scope.map(|scope| serde_json::to_value(scope).unwrap());
        let scope = scope
            .as_ref()
            .and_then(|scope| scope.as_str())
            .unwrap_or("?");
        let row = one
            .rows
            .first()
            .map(|row| serde_json::to_value(row.id).unwrap());
        let row = row
            .as_ref()
            .and_then(|row| row.as_str())
            .unwrap_or("unknown");
        let field = one.field.as_ref();
        let field = field
            .map(|field| format!("@{}", field.path))
            .unwrap_or_default();
        format!("{scope}:{row}{field}")
    });
    all.collect::<Vec<_>>().join(" ")
}

fn payload(name: &str) -> String {
    let case = Case {
        data: file(&format!("{name}.data.txt")),
        authorization: String::from_utf8(file(&format!("{name}.auth.txt"))).unwrap(),
        is_file: true,
        ..Case::default()
    };
    diagnosed(&case, &[known("app", false)])
}

fn callback(name: &str) -> String {
    let meta: Vec<String> = serde_json::from_slice(&file(&format!("{name}.meta.txt"))).unwrap();
    let case = Case {
        kind: Kind::Callback,
        data: file(&format!("{name}.body.txt")),
        timestamp: meta[0].clone(),
        nonce: meta[1].clone(),
        signature: meta[2].clone(),
        ..Case::default()
    };
    diagnosed(&case, &[known("app", false), known("other", true)])
}

fn diagnosed(case: &Case, keys: &[KnownKey]) -> String {
    let report: Report = verify(case, keys, NOW, &Watch::default());
    for lang in Lang::ALL {
        let note = case_file::note(case, &report, &|message| lang.say(message));
        assert!(note.lines().count() > 5, "{note}");
    }

    let mut codes: Vec<String> = report
        .findings
        .iter()
        .filter(|finding| finding.code.name() != "timestamp.stale")
        .map(|finding| {
            let likely = if finding.proven { "" } else { "~" };
            format!("{likely}{}", finding.code.name())
        })
        .collect();
    codes.dedup();
    let accepted = if report.is_accepted() {
        "ok"
    } else {
        "refused"
    };
    format!("{accepted} {}", codes.join(" "))
        .trim_end()
        .to_owned()
}

fn order(text: &str) -> String {
    match import(text) {
        Err(error) => {
            for lang in Lang::ALL {
                assert!(
                    !lang
                        .say(&tt_order_builder::core::finding::Explain::message(&error))
                        .is_empty()
                );
            }
            format!("no order: {error}").chars().take(60).collect()
        }
        Ok(imported) => {
            let findings = imported.draft().findings;
            let all = findings
                .iter()
                .map(|f| format!("{}={}", f.path, f.rule.name));
            let all: Vec<String> = all.collect();
            if all.is_empty() {
                "clean".to_owned()
            } else {
                all.join(" ")
            }
        }
    }
}

fn key(bytes: &[u8]) -> String {
    match read::read(bytes) {
        Err(error) => error.name().to_owned(),
        Ok(items) => {
            let all = items.iter().map(|item| match &item.material {
                Ok(material) => material.format().name(),
                Err(error) => error.name(),
            });
            all.collect::<Vec<_>>().join(" ")
        }
    }
}

#[test]
fn every_report_gets_its_answer() {
    let table = std::fs::read_to_string(folder().join("reports/expected.tsv")).unwrap();
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [kind, name, expected] = cells[..] else {
            panic!("{line}")
        };
        let said = said(kind, name);
        count += 1;
        if said != expected {
            wrong.push(format!("{kind}\t{name}\t{said}\n    expected: {expected}"));
        }
    }
    assert!(count > 150, "{count}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
