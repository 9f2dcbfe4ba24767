//! In: the command line. Out: a command's result, or the window.

use std::process::ExitCode;

use tt_order_builder::cli::{self, Asked};
use tt_order_builder::ui;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Asked::Done(code) => code,
        Asked::Window(lang) => ui::run(lang),
    }
}
