//! In: texts of one shape and two sizes. Out: whether a command's work grows no faster than about n
//! log n.
//!
//! Work is counted in instructions, by valgrind: the same number on every machine, however busy it
//! is.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::shapes::SHAPES;
use crate::{COMMANDS, PROGRAM, arguments};

/// Bytes of the two texts: two doublings apart. What grows with the square shows at these sizes
/// already, and valgrind takes its time.
const SMALL: usize = 6 << 10;
const LARGE: usize = 4 * SMALL;

/// How much more work a text twice as long may take. n log n takes 2.15 times as much at these
/// sizes.
const PER_DOUBLING: f64 = 2.3;

/// Shapes that grow with their size, every command on each.
const HOW_MANY: usize = 36;

#[test]
fn twice_the_text_is_about_twice_the_work() {
    let folder = tempfile::tempdir().unwrap();
    // Valgrind reads all that a debugger would like to know, each time.
    let program = folder.path().join("program");
    assert!(
        Command::new("strip")
            .arg(PROGRAM)
            .arg("-o")
            .arg(&program)
            .status()
            .unwrap()
            .success()
    );

    // A signature that no key opens: the search behind one that opens has a budget in bytes,
    // whatever the text.
    let authorization =
        "SHA256-RSA2048 appid=tt1,nonce_str=n,timestamp=1700000000,key_version=1,signature=QUJD";
    let growing = SHAPES
        .iter()
        .filter(|(_, shape)| shape(LARGE).len() > 3 * shape(SMALL).len())
        .take(HOW_MANY);
    let cases: Vec<_> = growing
        .flat_map(|shape| COMMANDS.iter().map(move |command| (shape, command)))
        .collect();
    assert_eq!(cases.len(), HOW_MANY * COMMANDS.len());

    // What every start takes is no work on the text.
    let nothing = folder.path().join("nothing");
    fs::write(&nothing, "").unwrap();
    let start = instructions(
        &program,
        &arguments(&["explain", "-"], &nothing, ""),
        &nothing,
    );
    let next = AtomicUsize::new(0);
    let work = || {
        let mut faults = Vec::new();
        while let Some(((name, shape), command)) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
            let count = |size: usize| {
                let file = folder.path().join(format!("{:?}", thread::current().id()));
                fs::write(&file, shape(size)).unwrap();
                instructions(&program, &arguments(command, &file, authorization), &file)
            };
            let (small, large) = (count(SMALL), count(LARGE));

            // Little work says nothing about growth.
            let small = small.saturating_sub(start).max(2_000_000);
            let large = large.saturating_sub(start);

            #[expect(clippy::cast_precision_loss, reason = "a ratio needs no more")]
            let per_doubling = (large as f64 / small as f64).sqrt();
            if per_doubling > PER_DOUBLING {
                faults.push(format!(
                    "{} on {name}: {small} -> {large}, {per_doubling:.2} a doubling",
                    command[0]
                ));
            }
        }

        faults
    };

    let faults: Vec<String> = thread::scope(|scope| {
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(work)).collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    });
    assert_eq!(faults, Vec::<String>::new());
}

/// How many instructions a run takes.
fn instructions(program: &Path, arguments: &[String], file: &Path) -> u64 {
    let output = Command::new("valgrind")
        .args([
            "--tool=cachegrind",
            "--cache-sim=no",
            "--cachegrind-out-file=/dev/null",
        ])
        .arg(program)
        .args(arguments)
        .stdin(fs::File::open(file).unwrap())
        .stdout(Stdio::null())
        .output()
        .unwrap();

    let said = String::from_utf8_lossy(&output.stderr);
    let line = said
        .lines()
        .find(|line| line.contains("I   refs:"))
        .unwrap_or_else(|| panic!("{said}"));
    let digits: String = line
        .rsplit(':')
        .next()
        .unwrap()
        .chars()
        .filter(char::is_ascii_digit)
        .collect();

    digits.parse().unwrap()
}
