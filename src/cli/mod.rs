//! In: the command line. Out: an exit code; results on standard output, sentences on standard error.

mod check;
mod explain;
mod input;
mod key;
mod key_inspect;
mod passphrase;
mod sandbox;
mod sign;
mod usage;
mod verify;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};

use crate::core::finding::{Explain, Finding, Message};
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
    Zh,
    En,
}

/// How a command that reports prints what it found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ReportFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// What the command line asks for.
#[derive(Debug)]
pub enum Asked {
    /// The window, in a language if one was named.
    Window(Option<Lang>),
    /// Nothing more: a command has run and this is its exit code.
    Done(ExitCode),
}

/// How a command ends other than by doing what was asked.
#[derive(Debug)]
pub struct Failure {
    /// 1: the document is at fault; 2: usage, a file or a key is.
    pub code: u8,
    /// What, why, and what to do.
    pub message: Message,
    /// The file that it is about, where the sentence does not name it.
    pub file: Option<PathBuf>,
}

impl Failure {
    /// Bad usage, in a sentence without arguments.
    pub fn usage(code: &str) -> Self {
        Self::new(2, Message::new(code))
    }

    /// A sentence and its exit code.
    pub fn new(code: u8, message: Message) -> Self {
        Self { code, message, file: None }
    }

    /// Bad usage, an unreadable file or a key that does not serve.
    pub fn input(what: &impl Explain) -> Self {
        Self::new(2, what.message())
    }

    /// The same, said of a file.
    #[must_use]
    pub fn of(self, file: &Path) -> Self {
        Self { file: Some(file.to_owned()), ..self }
    }
}

/// Reads the command line and runs the command on it, if there is one.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Asked {
    let args: Vec<OsString> = args.into_iter().collect();
    let lang = named_lang(&args).unwrap_or_else(Lang::of_system);
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
            let file = failure.file.map(|file| format!("{}: ", file.display())).unwrap_or_default();
            say(&format!("{file}{}", lang.say(&failure.message)));
            ExitCode::from(failure.code)
        }
    })
}

/// A finding as one line.
fn finding_line(finding: &Finding, lang: Lang) -> String {
    format!("[{}] {}  {}", lang.text(finding.severity.key()), finding.path, lang.say(&finding.message()))
}

/// Writes one line on standard error.
pub fn say(line: &str) {
    // There is no one left to tell if standard error is closed.
    let _ = writeln!(io::stderr(), "{}", harmless(line));
}

/// A text of which a terminal does nothing but show it: control characters in values that are quoted could do more.
fn harmless(text: &str) -> String {
    let shown = |c: char| if c.is_control() && !matches!(c, '\n' | '\t') { '\u{fffd}' } else { c };
    text.chars().map(shown).collect()
}

/// Help is needed in the named language before the command line has been understood.
fn named_lang(args: &[OsString]) -> Option<Lang> {
    let args: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).collect();
    let joined = args.iter().find_map(|arg| arg.strip_prefix("--lang="));
    let apart = || args.windows(2).find_map(|pair| (pair[0] == "--lang").then_some(pair[1]));
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
