//! In: the command line. Out: a command's result, or the window.

use std::alloc::System;
use std::process::ExitCode;

use tt_order_builder::cli::{self, Asked};
use tt_order_builder::process;
use zeroizing_alloc::ZeroAlloc;

/// All memory is wiped when it is given back: texts of keys pass through the clipboard and other
/// crates on their way here, and their copies are out of our reach.
#[global_allocator]
static WIPING: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    process::keep_to_itself();
    process::tell_place_of_panics();
    match cli::run(std::env::args_os()) {
        Asked::Done(code) => code,
        #[cfg(feature = "window")]
        Asked::Window(lang) => tt_order_builder::ui::run(lang),
        #[cfg(not(feature = "window"))]
        Asked::Window(lang) => cli::no_window(lang),
    }
}
