//! In: a signed order, public keys, switches. Out: what the callbacks of `tt.requestOrder` would
//! get, as JSON.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::failure::Failure;
use super::{input, verify};
use crate::core::finding::Message;
use crate::core::sandbox::{Answer, Call, ConsoleKey, Switch, Switches, rehearse};
use crate::core::time::Timestamp;
use crate::core::trouble::Catalogue;
use crate::machine;
use crate::terminal::say;
use crate::texts::Lang;

/// Arguments of `sandbox`. Their help texts are `cli.sandbox.<name>` in the locale files.
#[derive(Debug, Args)]
pub struct SandboxArgs {
    #[arg(long, value_name = "FILE|-")]
    data: PathBuf,
    #[arg(long, value_name = "FILE|TEXT", allow_hyphen_values = true)]
    authorization: Option<String>,
    #[arg(long, value_name = "FILE", num_args = 1.., required = true)]
    key: Vec<String>,
    #[arg(long, value_name = "NAME=true|false")]
    set: Vec<String>,
    #[arg(long, value_name = "SECONDS")]
    now: Option<u64>,
}

/// Rehearses and prints `{"callback","result","step"}`.
///
/// # Errors
/// A [`Failure`] with code 1 where the call fails, 2 for unreadable input.
pub fn run(args: &SandboxArgs, lang: Lang) -> Result<(), Failure> {
    let payload = input::payload(&args.data, lang)?;
    let Ok(data) = String::from_utf8(payload.data) else {
        return Err(Failure::new(2, Message::new("sandbox.not_utf8")));
    };
    let authorization = match &args.authorization {
        Some(given) => verify::authorization(given)?,
        None if payload.authorization.is_empty() => {
            let message = Message::new("cli.no_authorization").with("name", "--authorization");
            return Err(Failure::new(2, message));
        }
        None => payload.authorization,
    };
    let mut keys = Vec::new();

    for named in &args.key {
        let known = verify::known_key(named, false)?;
        keys.push(ConsoleKey {
            key: known.key,
            key_version: known.key_version,
        });
    }

    let switches = switches(&args.set)?;
    let now = args.now.map_or_else(machine::now, Timestamp);
    if !now.is_plausible() {
        say(&lang.fill("clock.given", &[("timestamp", &now.to_string())]));
    }

    let call = Call {
        data: &data,
        authorization: authorization.trim_end_matches(['\r', '\n']),
        keys: &keys,
        switches: &switches,
        used: &BTreeSet::new(),
        now,
    };

    let rehearsal = rehearse(&call, &Catalogue::built_in());
    say(&lang.text("sandbox.is_rehearsal"));
    let result = match &rehearsal.answer {
        Answer::Success(value) | Answer::Fail(value) => value.clone(),
        Answer::Throws(text) => Value::from(text.as_str()),
    };
    let callback = if rehearsal.callback().is_empty() {
        "throws"
    } else {
        rehearsal.callback()
    };

    let printed = json!({ "callback": callback, "result": result, "step": rehearsal.step.name() });
    input::print(&serde_json::to_string_pretty(&printed).unwrap_or_default())?;
    match rehearsal.answer {
        Answer::Success(_) => Ok(()),
        Answer::Fail(_) | Answer::Throws(_) => {
            let step = lang.text(&format!("sandbox_step.{}", rehearsal.step.name()));
            Err(Failure::new(
                1,
                Message::new("sandbox.failed_at").with("step", step),
            ))
        }
    }
}

fn switches(set: &[String]) -> Result<Switches, Failure> {
    let mut switches = Switches::default();
    for pair in set {
        let wrong = || {
            Failure::new(
                2,
                Message::new("cli.no_switch")
                    .with("name", pair)
                    .with("names", names()),
            )
        };

        let (name, value) = pair.split_once('=').ok_or_else(wrong)?;
        let switch = Switch::named(name.trim()).ok_or_else(wrong)?;
        let on = match value.trim().to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" | "1" => true,
            "false" | "no" | "off" | "0" => false,
            _ => {
                return Err(Failure::new(
                    2,
                    Message::new("cli.no_switch_value").with("name", pair),
                ));
            }
        };
        switches.set(switch, on);
    }

    Ok(switches)
}

fn names() -> String {
    Switch::ALL.map(Switch::name).join(", ")
}
