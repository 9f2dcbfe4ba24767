//! In: the sources. Out: whether they keep the rules that no compiler checks.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the answer")]

use std::fs;
use std::path::{Path, PathBuf};

use tt_order_builder::core::signing::Language;
use tt_order_builder::texts::Lang;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found);
    assert!(!found.is_empty(), "{folder}");
    found
}

fn collect(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn the_core_knows_no_window_no_clock_and_no_randomness_of_its_own() {
    for (name, text) in sources("src/core") {
        for word in
            ["egui", "rfd", "SystemTime::now", "Instant::now", "rand::rng", "crate::ui", "crate::cli", "crate::texts"]
        {
            assert!(!text.contains(word), "{name} names {word}");
        }
    }
}

#[test]
fn no_part_of_the_program_opens_a_connection() {
    for (name, text) in sources("src") {
        for word in ["std::net", "TcpStream", "UdpSocket", "reqwest", "hyper::"] {
            assert!(!text.contains(word), "{name} names {word}");
        }
    }
}

#[test]
fn files_are_short_and_say_what_comes_in_and_what_goes_out() {
    for (name, text) in sources("src").into_iter().chain(sources("tests")) {
        assert!(text.lines().count() <= 400, "{name} is too long");
        let first = text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! In: ") && text.contains("Out: "), "{name} does not begin with In and Out");
    }
}

#[test]
fn every_module_has_its_row_in_the_architecture() {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for (name, _) in sources("src") {
        let name = name.strip_prefix("src/").unwrap();
        assert!(page.contains(&format!("| `{name}` |")), "ARCHITECTURE.md has no row for {name}");
    }
    for row in page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`')) {
        assert!(
            root().join("src").join(row.0).is_file(),
            "ARCHITECTURE.md has a row for {}, which is not there",
            row.0
        );
    }
}

#[test]
fn every_text_that_the_sources_name_exists() {
    let mut named = 0;
    for (name, text) in sources("src") {
        for literal in literals(&text).filter(|literal| looks_like_a_key(literal)) {
            named += 1;
            assert!(Lang::En.lookup(literal).is_some(), "{name} names the text {literal}, which is not there");
        }
    }
    assert!(named > 100, "only {named} texts found");
}

/// What stands between quotes, line by line.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| line.split('"').skip(1).step_by(2))
}

/// `group.name` with a first part under which texts are filed.
fn looks_like_a_key(literal: &str) -> bool {
    const GROUPS: [&str; 46] = [
        "app",
        "banner",
        "cli",
        "case_note",
        "checklist",
        "currency",
        "drop",
        "errors",
        "expiry",
        "group",
        "header",
        "image",
        "import",
        "key",
        "key_colour",
        "key_container",
        "key_format",
        "key_name",
        "key_remark",
        "key_role",
        "public_form",
        "keys",
        "list",
        "order_number",
        "field_switch",
        "params",
        "phone_card",
        "notice",
        "page",
        "picker",
        "preview",
        "problems",
        "profile",
        "read",
        "sandbox",
        "sandbox_step",
        "script",
        "sign",
        "sku",
        "status",
        "success",
        "suggestion",
        "switch",
        "trouble",
        "verify",
        "verdict",
    ];
    let Some((group, rest)) = literal.split_once('.') else { return false };
    GROUPS.contains(&group)
        && Language::ALL.iter().all(|language| language.file_name() != literal)
        && !rest.is_empty()
        && rest.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b == b'.')
        && !is_rule(literal)
        // Codes of findings, whose texts are filed under `diagnosis`.
        && Lang::En.lookup(&format!("diagnosis.{literal}")).is_none()
}

fn is_rule(literal: &str) -> bool {
    tt_order_builder::core::order::rules::by_name(literal).is_some()
}
