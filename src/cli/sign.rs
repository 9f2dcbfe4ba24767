//! In: an order file, who signs, and a key file. Out: the signed order on standard output.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::passphrase::PassphraseArgs;
use super::{Failure, check, finding_line, input, say};
use crate::core::finding::{Finding, Message, Severity, error_count};
use crate::core::order::{DataJson, read, rules};
use crate::core::signing::{self, AppId, Identity, KeyVersion, Moment, Nonce, Uri};
use crate::core::time::Timestamp;
use crate::surroundings;
use crate::texts::Lang;

/// Arguments of `sign`. Their help texts are `cli.sign.<name>` in the locale files.
#[derive(Debug, Args)]
pub struct SignArgs {
    #[arg(long, value_name = "FILE|-")]
    order: PathBuf,
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    app_id: String,
    #[arg(long, value_name = "FILE", required_unless_present = "demo_key", conflicts_with = "demo_key")]
    key: Option<PathBuf>,
    #[arg(long)]
    demo_key: bool,
    #[command(flatten)]
    passphrase: PassphraseArgs,
    #[arg(long, value_name = "V", default_value = "1", allow_hyphen_values = true)]
    key_version: String,
    #[arg(long, default_value = Uri::REQUEST_ORDER)]
    uri: String,
    #[arg(long, value_name = "SECONDS")]
    timestamp: Option<u64>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    nonce: Option<String>,
    #[arg(long)]
    raw: bool,
    #[arg(long)]
    force: bool,
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
}

/// What is printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// `{"data":"…","byteAuthorization":"…"}`.
    Json,
    /// The `byteAuthorization` alone.
    Authorization,
    /// The `tt.requestOrder({…})` call.
    Js,
}

/// Signs and prints.
///
/// # Errors
/// A [`Failure`] with code 1 where the order breaks a rule that the platform enforces, 2 for bad input.
pub fn run(args: &SignArgs, lang: Lang) -> Result<(), Failure> {
    let identity = Identity {
        app_id: AppId::new(&args.app_id).map_err(|error| Failure::input(&error))?,
        key_version: KeyVersion::new(&args.key_version).map_err(|error| Failure::input(&error))?,
    };
    let uri = Uri::new(&args.uri).map_err(|error| Failure::input(&error))?;
    let moment = moment(args, lang)?;
    let text = input::order_text(&args.order)?;
    let (data, findings) = if args.raw { (DataJson::verbatim(text), Vec::new()) } else { checked(&text)? };
    let errors = error_count(&findings);
    if errors > 0 && !args.force {
        say_all(&findings, lang);
        return Err(Failure::new(1, Message::new("cli.refused").with("count", errors)));
    }

    let key = match &args.key {
        Some(path) => input::private_key(path, &args.passphrase, lang)?,
        None => surroundings::demo_key().map_err(|_| Failure::input(&signing::sign::SignError))?,
    };
    let signed = signing::sign(data, identity, moment, uri, &key).map_err(|error| Failure::input(&error))?;
    // Nothing of the key stays behind while what is said waits to be read.
    drop(key);
    if args.demo_key {
        say(&lang.text("cli.demo_key"));
    }
    say_all(&findings, lang);
    input::print(match args.format {
        Format::Json => signed.answer(),
        Format::Authorization => signed.byte_authorization(),
        Format::Js => signed.call(),
    })
}

fn moment(args: &SignArgs, lang: Lang) -> Result<Moment, Failure> {
    let nonce = match &args.nonce {
        Some(nonce) => Nonce::new(nonce).map_err(|error| Failure::input(&error))?,
        None => surroundings::random_nonce(),
    };
    let timestamp = args.timestamp.map_or_else(surroundings::now, Timestamp);
    if !timestamp.is_plausible() {
        if args.timestamp.is_none() {
            return Err(Failure::usage("clock.implausible"));
        }
        say(&lang.fill("clock.given", &[("timestamp", &timestamp.to_string())]));
    }
    Ok(Moment { timestamp, nonce })
}

/// The order's `data`, written anew, and what there is to say about it.
fn checked(text: &str) -> Result<(DataJson, Vec<Finding>), Failure> {
    let read = read::read_order(check::without_mark(text)).map_err(|error| Failure::input(&error))?;
    let findings = rules::check(&read.order, &read.repeated_keys);
    Ok((DataJson::of_order(&read.order), findings))
}

/// Says all findings but the hints.
fn say_all(findings: &[Finding], lang: Lang) {
    for finding in findings.iter().filter(|finding| finding.severity != Severity::Hint) {
        say(&finding_line(finding, lang));
    }
}
