//! In: the bare command definition, or clap's error. Out: help and usage errors in the user's
//! language.

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Command;
use clap::error::{ContextKind, ErrorKind};

use crate::core::diagnosis::Code;
use crate::terminal::say;
use crate::texts::Lang;

/// Fills in help texts: `cli.<command>.about` and `cli.<command>.<argument>`, `cli.main` being the
/// root. An argument that has no text under its command has one under `cli.common`.
pub fn localised(command: Command, lang: Lang) -> Command {
    subcommands(described(command, "main", lang), "", lang)
}

/// Fills in those of the commands under a command; the texts of `key inspect` are
/// `cli.key_inspect.…`.
fn subcommands(command: Command, prefix: &str, lang: Lang) -> Command {
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    names
        .into_iter()
        .fold(command.disable_help_subcommand(true), |command, name| {
            let path = format!("{prefix}{name}");
            command.mut_subcommand(name, |sub| {
                subcommands(described(sub, &path, lang), &format!("{path}_"), lang)
            })
        })
}

fn described(command: Command, name: &str, lang: Lang) -> Command {
    let heading = lang.text("cli.heading.options");
    let arguments: Vec<String> = command
        .get_arguments()
        .map(|arg| arg.get_id().to_string())
        .collect();
    let described = arguments.into_iter().fold(command, |command, id| {
        let own = lang.lookup(&format!("cli.{name}.{id}"));
        let help = own
            .unwrap_or_else(|| lang.text(&format!("cli.common.{id}")))
            .into_owned();
        let heading = heading.clone().into_owned();
        command.mut_arg(id, |arg| arg.help(help).help_heading(heading))
    });

    let help = clap::Arg::new("help")
        .short('h')
        .long("help")
        .action(clap::ArgAction::Help)
        .help(lang.text("cli.help").into_owned())
        .help_heading(heading.clone().into_owned());

    let root = name == "main";
    let version = clap::Arg::new("version")
        .short('V')
        .long("version")
        .action(clap::ArgAction::Version)
        .help(lang.text("cli.version").into_owned())
        .help_heading(heading.into_owned());

    let described = described
        .about(lang.text(&format!("cli.{name}.about")).into_owned())
        .subcommand_help_heading(lang.text("cli.heading.commands").into_owned())
        .disable_help_flag(true)
        .arg(help)
        .help_template(format!(
            "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
            lang.text("cli.heading.usage")
        ));
    let described = if name == "verify" {
        described.after_help(codes(lang))
    } else {
        described
    };
    if root {
        described.disable_version_flag(true).arg(version)
    } else {
        described
    }
}

/// The causes that `verify` can name, a line for each family.
fn codes(lang: Lang) -> String {
    let mut lines = vec![lang.text("cli.heading.codes").into_owned()];
    let mut family = "";
    for code in Code::all() {
        let (own, _) = code.name().split_once('.').unwrap_or((code.name(), ""));
        match lines.last_mut().filter(|_| own == family) {
            Some(line) => {
                line.push_str(", ");
                line.push_str(code.name());
            }
            None => lines.push(format!("  {}", code.name())),
        }
        family = own;
    }
    lines.join("\n")
}

/// Prints help where it was asked for, else one sentence on what is wrong; gives the exit code.
pub fn report(error: &clap::Error, lang: Lang) -> ExitCode {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        // A closed pipe is no fault of the command.
        let _ = write!(io::stdout(), "{error}");
        return ExitCode::SUCCESS;
    }

    let value = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = match error.kind() {
        ErrorKind::InvalidSubcommand => value(ContextKind::InvalidSubcommand),
        _ => value(ContextKind::InvalidArg),
    };
    let key = match error.kind() {
        ErrorKind::UnknownArgument => "cli.fault.unknown",
        ErrorKind::InvalidSubcommand => "cli.fault.command",
        ErrorKind::MissingRequiredArgument => "cli.fault.missing",
        ErrorKind::ArgumentConflict if value(ContextKind::PriorArg) == argument => {
            "cli.fault.twice"
        }
        ErrorKind::ArgumentConflict => "cli.fault.conflict",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli.fault.value",
        _ => "cli.fault.other",
    };

    say(&lang.fill(
        key,
        &[
            ("argument", &argument),
            ("value", &value(ContextKind::InvalidValue)),
            ("prior", &value(ContextKind::PriorArg)),
        ],
    ));
    ExitCode::from(2)
}
