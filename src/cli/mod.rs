//! In: the command line. Out: an exit code; results on standard output, sentences on standard
//! error.

mod check;
mod explain;
mod failure;
mod input;
mod key;
mod key_inspect;
mod passphrase;
mod report;
mod sandbox;
mod sign;
mod usage;
mod verify;
mod verify_report;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};

use crate::core::key::may_hold_private_key;
use crate::terminal::say;
use crate::texts::Lang;

/// The whole command line. Help texts are filled in from the locale files.
#[derive(Debug, Parser)]
#[command(name = "tt-order-builder", version)]
struct Cli {
    #[arg(long, value_enum, global = true)]
    lang: Option<LangArg>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Sign(sign::SignArgs),
    Check(check::CheckArgs),
    Key(key::KeyArgs),
    Verify(verify::VerifyArgs),
    Explain(explain::ExplainArgs),
    Sandbox(sandbox::SandboxArgs),
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LangArg {
    #[value(alias = "zh-CN", alias = "zh_CN")]
    Zh,
    En,
}

/// What the command line asks for.
#[derive(Debug)]
pub enum Asked {
    /// The window, in a language if one was named.
    Window(Option<Lang>),
    /// Nothing more: a command has run and this is its exit code.
    Done(ExitCode),
}

/// Reads the command line and runs the command on it, if there is one.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Asked {
    let args: Vec<OsString> = args.into_iter().collect();
    let lang = named_lang(&args).unwrap_or_else(Lang::of_system);
    // Before anything repeats it in a sentence on an argument that is wrong.
    if hold_private_key(&args) {
        say(&lang.text("cli.argument_is_key"));
        return Asked::Done(ExitCode::from(2));
    }

    let cli = match usage::localised(Cli::command(), lang)
        .try_get_matches_from(args)
        .and_then(|matches| Cli::from_arg_matches(&matches))
    {
        Ok(cli) => cli,
        Err(error) => return Asked::Done(usage::report(&error, lang)),
    };

    let Some(command) = cli.command else {
        return Asked::Window(cli.lang.map(Lang::from));
    };

    let result = match command {
        Command::Sign(args) => sign::run(&args, lang),
        Command::Check(args) => check::run(&args, lang),
        Command::Key(args) => key::run(&args, lang),
        Command::Verify(args) => verify::run(&args, lang),
        Command::Explain(args) => explain::run(&args, lang),
        Command::Sandbox(args) => sandbox::run(&args, lang),
    };
    Asked::Done(match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Some(sentence) = failure.sentence(lang) {
                say(&sentence);
            }
            ExitCode::from(failure.code)
        }
    })
}

/// Says that this build has no window.
#[cfg(not(feature = "window"))]
pub fn no_window(lang: Option<Lang>) -> ExitCode {
    say(&lang.unwrap_or_else(Lang::of_system).text("cli.no_window"));
    ExitCode::from(2)
}

/// Whether arguments hold a private key where the path of its file is due; the words of one that is
/// not quoted come apart.
fn hold_private_key(args: &[OsString]) -> bool {
    let words: Vec<_> = args.iter().map(|arg| arg.to_string_lossy()).collect();
    may_hold_private_key(&words.join(" "))
}

/// Help is needed in the named language before the command line has been understood.
fn named_lang(args: &[OsString]) -> Option<Lang> {
    let args: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).collect();
    let joined = args.iter().find_map(|arg| arg.strip_prefix("--lang="));
    let apart = || {
        args.windows(2)
            .find_map(|pair| (pair[0] == "--lang").then_some(pair[1]))
    };
    joined.or_else(apart).map(Lang::of_tag)
}

impl From<LangArg> for Lang {
    fn from(arg: LangArg) -> Self {
        match arg {
            LangArg::Zh => Self::Zh,
            LangArg::En => Self::En,
        }
    }
}
