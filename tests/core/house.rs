//! Rules of the house that no compiler checks.

use std::fs;

use super::sources::{root, sources};

#[test]
fn the_core_knows_no_window_no_clock_and_no_randomness_of_its_own() {
    let words = ["egui", "rfd", "SystemTime::now", "Instant::now"];
    for (name, text) in sources("src/core") {
        for word in words {
            assert!(!text.contains(word), "{name} names {word}");
        }
        // One engine takes its randomness from the system, as the other one does inside.
        let is_engine = name.starts_with("src/core/key/engine/");
        assert!(is_engine || !text.contains("rand::rng"), "{name}");
    }
}

#[test]
fn no_part_of_the_program_opens_a_connection() {
    let words = ["std::net", "TcpStream", "UdpSocket", "reqwest", "hyper::"];
    for (name, text) in sources("src") {
        for word in words {
            assert!(!text.contains(word), "{name} names {word}");
        }
    }
}

#[test]
fn files_are_short_and_begin_with_what_they_are() {
    for (name, text) in sources("src").into_iter().chain(sources("tests")) {
        let lines = text.lines().count();
        // Stories take more lines than what they are about.
        let most = if name.starts_with("src") { 420 } else { 520 };
        assert!(lines <= most, "{name} has {lines} lines");
        assert!(text.starts_with("//! "), "{name} does not say what it is");
    }
}

#[test]
fn lines_fit_the_width_but_for_texts() {
    for (name, text) in sources("src") {
        for (place, line) in text.lines().enumerate() {
            let is_text = line.contains('"') || line.contains("──");
            let fits = line.chars().count() <= 100;
            assert!(fits || is_text, "{name}:{}", place + 1);
        }
    }
}

#[test]
fn every_module_has_its_row_in_the_architecture() {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `"));
    let rows: Vec<&str> = rows
        .filter_map(|row| Some(row.split_once('`')?.0))
        .collect();
    for (name, _) in sources("src") {
        let name = name.strip_prefix("src/").unwrap();
        assert!(
            rows.contains(&name),
            "ARCHITECTURE.md has no row for {name}"
        );
    }

    for row in rows {
        let is_there = root().join("src").join(row).is_file();
        assert!(
            is_there,
            "ARCHITECTURE.md has a row for {row}, which is not there"
        );
    }
}
