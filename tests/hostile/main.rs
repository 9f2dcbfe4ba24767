//! In: the built program and hostile texts. Out: whether every command answers within a gigabyte
//! and some seconds, and does no more than about n log n.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the answer")]

#[cfg(feature = "growth")]
mod growth;
mod shapes;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use shapes::SHAPES;
use tt_order_builder::core::finding::Explain as _;
use tt_order_builder::core::order::import;

const PROGRAM: &str = env!("CARGO_BIN_EXE_tt-order-builder");
const KEY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/keys/app.pkcs8.pem");
const PUBLIC: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/data/keys/app.public.spki.pem"
);

/// A signature that no key opens.
const UNOPENED: &str =
    "SHA256-RSA2048 appid=tt1,nonce_str=n,timestamp=1700000000,key_version=1,signature=QUJD";

/// One shape of so many is searched for what was signed.
const SEARCHED: usize = 5;

/// One shape of so many is tried at its full size, which takes a debug build its time.
const LARGE: usize = 4;

/// A signature that the key did make, over other data: everything is searched for what was signed.
fn authorization() -> String {
    let signed = Command::new(PROGRAM)
        .args([
            "sign",
            "--order",
            concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/assets/examples/platform-example.json"
            ),
        ])
        .args([
            "--app-id",
            "tt1",
            "--key",
            KEY,
            "--timestamp",
            "1700000000",
            "--nonce",
            "n",
            "--format",
            "authorization",
        ])
        .output()
        .unwrap();
    assert!(signed.status.success());
    String::from_utf8(signed.stdout).unwrap().trim().to_owned()
}

/// Every command that reads what people bring; `FILE` stands for the text.
const COMMANDS: [&[&str]; 7] = [
    &["check", "FILE"],
    &[
        "sign", "--order", "FILE", "--app-id", "tt1", "--key", KEY, "--force",
    ],
    &["explain", "-"],
    &[
        "verify",
        "--data",
        "FILE",
        "--authorization",
        "AUTHORIZATION",
        "--key",
        PUBLIC,
    ],
    &[
        "verify",
        "--data",
        PUBLIC,
        "--authorization",
        "FILE",
        "--key",
        PUBLIC,
    ],
    &[
        "sandbox",
        "--data",
        "FILE",
        "--authorization",
        "AUTHORIZATION",
        "--key",
        PUBLIC,
    ],
    &["key", "inspect", "FILE"],
];

fn arguments(command: &[&str], file: &Path, authorization: &str) -> Vec<String> {
    let of = |argument: &&str| match *argument {
        "FILE" => file.display().to_string(),
        "AUTHORIZATION" => authorization.to_owned(),
        other => other.to_owned(),
    };
    command.iter().map(of).collect()
}

/// Runs a command with a gigabyte of address space and a limit on its time, which is a net under a
/// command that hangs.
fn limited(arguments: &[String], file: &Path) -> Output {
    // A build for debugging takes some ten times as long.
    let seconds = if cfg!(debug_assertions) { "60" } else { "5" };
    Command::new("sh")
        .args([
            "-c",
            "ulimit -v 1048576; exec timeout \"$@\"",
            "sh",
            seconds,
            PROGRAM,
        ])
        .args(arguments)
        .env("LC_ALL", "en")
        .stdin(fs::File::open(file).map_or(Stdio::null(), Stdio::from))
        .output()
        .unwrap()
}

#[test]
fn every_command_answers_within_a_gigabyte() {
    let folder = tempfile::tempdir().unwrap();
    let opening = authorization();
    for (number, (name, shape)) in SHAPES.into_iter().enumerate() {
        // The search has a budget, which it spends whole on nearly every shape: some will do.
        let authorization = if number % SEARCHED == 0 {
            &opening
        } else {
            UNOPENED
        };
        let file = folder.path().join("text");
        // What takes too much of a megabyte takes too much of a quarter as well, most likely.
        let bytes = if number % LARGE == 0 {
            1 << 20
        } else {
            1 << 18
        };
        fs::write(&file, shape(bytes)).unwrap();
        for command in COMMANDS {
            let output = limited(&arguments(command, &file, authorization), &file);
            let code = output.status.code();
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(
                matches!(code, Some(0..=2)),
                "{} on {name}: {code:?} {said}",
                command[0]
            );

            // Neither findings nor sentences multiply what they speak of; what is signed is printed
            // whole.
            let limit = if command[0] == "sign" {
                16 << 20
            } else {
                2 << 20
            };

            assert!(
                output.stdout.len() + output.stderr.len() < limit,
                "{} on {name} says too much",
                command[0]
            );
        }
    }
}

/// Scripts that make gigabytes of some hundred bytes. Lists are no constants: they may have been
/// changed.
const DOUBLING: [&str; 3] = ["doubling sums", "doubling templates", "quotes in quotes"];

#[test]
fn a_script_that_doubles_its_constants_is_refused_in_words() {
    for (name, shape) in SHAPES
        .into_iter()
        .filter(|(name, _)| DOUBLING.contains(name))
    {
        let text = String::from_utf8(shape(0)).unwrap();
        assert!(text.len() < 2000, "{name}");
        let code = import(&text).unwrap_err().message().code;
        assert_eq!(code, "script.too_much", "{name}");
    }
}
