//! In: a language, if one was named on the command line. Out: the window.

use std::process::ExitCode;

use crate::texts::Lang;

/// Opens the window and returns when it is closed.
pub fn run(lang: Option<Lang>) -> ExitCode {
    let lang = lang.unwrap_or_else(Lang::of_system);
    crate::cli::say(&lang.text("cli.no_display"));
    ExitCode::from(2)
}
