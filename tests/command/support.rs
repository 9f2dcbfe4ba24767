//! How the built program is run, and what it said.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// The program: this build's, or the one that `scripts/test-release` names.
pub const PROGRAM: &str = match option_env!("PROGRAM_UNDER_TEST") {
    Some(program) => program,
    None => env!("CARGO_BIN_EXE_tt-order-builder"),
};

/// The program with arguments, without a display, in the folder of the project, in English.
pub fn program(args: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command
        .current_dir(ROOT)
        .args(args)
        .env("LC_ALL", "en_US.UTF-8")
        .stdin(Stdio::null());
    for variable in [
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "WAYLAND_SOCKET",
        "TT_ORDER_BUILDER_PASSPHRASE",
    ] {
        command.env_remove(variable);
    }

    command
}

pub fn run(args: &[&str]) -> Output {
    program(args).output().unwrap()
}

pub fn run_in(folder: &Path, args: &[&str]) -> Output {
    program(args).current_dir(folder).output().unwrap()
}

pub fn run_with_input(args: &[&str], input: &str) -> Output {
    let mut child = program(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut standard_input = child.stdin.take().unwrap();
    standard_input.write_all(input.as_bytes()).unwrap();
    drop(standard_input);

    child.wait_with_output().unwrap()
}

/// What it printed.
pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What it said.
pub fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What it printed, as JSON.
pub fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", err(output)))
}

/// A key of the tests.
pub fn key(name: &str) -> String {
    format!("{ROOT}/tests/data/keys/{name}")
}
