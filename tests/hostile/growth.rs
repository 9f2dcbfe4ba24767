//! In: texts of one shape and two sizes. Out: whether a command's work grows no faster than about n
//! log n.
//!
//! Work is counted in instructions, by valgrind: the same number on every machine, however busy it
//! is. A start of the program costs valgrind more than most texts do, so all are read in one
//! process, and the count is written down after each.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use tt_order_builder::cli;

use crate::shapes::{SHAPES, Shape};
use crate::{COMMANDS, UNOPENED, arguments};

/// Bytes of the two texts: two doublings apart. What grows with the square shows at these sizes
/// already, and valgrind takes its time.
const SMALL: usize = 4 << 10;
const LARGE: usize = 4 * SMALL;

/// How much more work a text twice as long may take. n log n takes 2.15 times as much at these
/// sizes.
const PER_DOUBLING: f64 = 2.3;

/// Texts of hardly any work: nothing, and a header where data is due, which is refused before a key
/// is read.
const STARTS: [&str; 2] = ["", UNOPENED];

/// Processes that share the work.
const PROCESSES: usize = 2;

/// Names the share of a process that counts, and where it may put texts.
const SHARE: &str = "GROWTH_SHARE";
const FOLDER: &str = "GROWTH_FOLDER";

#[test]
fn twice_the_text_is_about_twice_the_work() {
    let folder = tempfile::tempdir().unwrap();
    // Valgrind reads all that a debugger would like to know.
    let program = folder.path().join("program");
    let stripped = Command::new("strip")
        .arg("--strip-debug")
        .arg(env::current_exe().unwrap())
        .arg("-o")
        .arg(&program)
        .status();
    assert!(stripped.unwrap().success());

    let faults: Vec<String> = thread::scope(|scope| {
        let shares: Vec<_> = (0..PROCESSES)
            .map(|share| {
                scope.spawn({
                    let (program, folder) = (&program, folder.path());
                    move || faults_of(share, program, folder)
                })
            })
            .collect();
        shares
            .into_iter()
            .flat_map(|share| share.join().unwrap())
            .collect()
    });
    assert_eq!(faults, Vec::<String>::new());
}

/// Counts a share of the cases in a process of its own.
fn faults_of(share: usize, program: &Path, folder: &Path) -> Vec<String> {
    let folder = folder.join(share.to_string());
    fs::create_dir(&folder).unwrap();
    let output = Command::new("valgrind")
        .arg("--tool=callgrind")
        .arg("--toggle-collect=hostile::growth::counted")
        .arg("--dump-after=hostile::growth::counted")
        .arg(format!(
            "--callgrind-out-file={}",
            folder.join("count").display()
        ))
        .arg(program)
        .args(["--exact", "growth::the_process_that_counts", "--ignored"])
        .args(["--test-threads=1", "--nocapture"])
        .env(SHARE, share.to_string())
        .env(FOLDER, &folder)
        .stdout(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");

    let mut counts =
        (1..).map_while(|number| instructions(&folder.join(format!("count.{number}"))));
    // What a command takes before it has a text is no work on the text.
    let starts = COMMANDS.map(|_| {
        let of_refused = STARTS.map(|_| counts.next().unwrap());
        of_refused.into_iter().min().unwrap()
    });
    let mut faults = Vec::new();
    for ((name, _), command) in cases(share) {
        let (small, large) = (counts.next().unwrap(), counts.next().unwrap());
        let start = starts[command];

        // Little work says nothing about growth.
        let small = small.saturating_sub(start).max(6_000_000);
        let large = large.saturating_sub(start);

        #[expect(clippy::cast_precision_loss, reason = "a ratio needs no more")]
        let per_doubling = (large as f64 / small as f64).sqrt();
        if per_doubling > PER_DOUBLING {
            faults.push(format!(
                "{} on {name}: {small} -> {large}, {per_doubling:.2} a doubling",
                COMMANDS[command].join(" ")
            ));
        }
    }
    assert_eq!(counts.next(), None, "more counts than cases");

    faults
}

/// The instructions that valgrind wrote down, if there is such a file.
fn instructions(count: &Path) -> Option<u64> {
    let text = fs::read_to_string(count).ok()?;
    let total = text.lines().find_map(|line| line.strip_prefix("summary: "));

    Some(total.unwrap().trim().parse().unwrap())
}

/// Commands, by their place in the list, on the shapes that grow with their size.
fn cases(share: usize) -> impl Iterator<Item = (Shape, usize)> {
    // Each shape by one command and each command by many shapes; GROWTH=all has every pair.
    let all = env::var_os("GROWTH").is_some();
    SHAPES
        .into_iter()
        .filter(|(_, shape)| shape(LARGE).len() > 3 * shape(SMALL).len())
        .enumerate()
        .flat_map(move |(number, shape)| {
            let commands = 0..COMMANDS.len();
            let is_due = move |command: &usize| all || number % COMMANDS.len() == *command;
            commands.filter(is_due).map(move |command| (shape, command))
        })
        .skip(share)
        .step_by(PROCESSES)
}

#[test]
#[ignore = "runs under valgrind, in a process that the other test starts"]
fn the_process_that_counts() {
    let (Ok(share), Some(folder)) = (env::var(SHARE), env::var_os(FOLDER)) else {
        return;
    };
    let share = share.parse().unwrap();
    let file = Path::new(&folder).join("text");
    let call = |command: &[&str]| -> Vec<OsString> {
        let command: Vec<_> = command
            .iter()
            .map(|&part| if part == "-" { "FILE" } else { part })
            .collect();
        let arguments = arguments(&command, &file, UNOPENED);
        ["tt-order-builder".to_owned()]
            .into_iter()
            .chain(arguments)
            .map(OsString::from)
            .collect()
    };

    fs::write(&file, "").unwrap();
    // What a process does once, it has done before anything is counted.
    for command in COMMANDS {
        cli::run(call(command));
    }
    for command in COMMANDS {
        for text in STARTS {
            fs::write(&file, text).unwrap();
            counted(call(command));
        }
    }

    for ((_, shape), command) in cases(share) {
        for size in [SMALL, LARGE] {
            fs::write(&file, shape(size)).unwrap();
            counted(call(COMMANDS[command]));
        }
    }
}

/// Valgrind knows this function by its name.
#[inline(never)]
fn counted(arguments: Vec<OsString>) {
    cli::run(arguments);
}
