//! In: an order file, who signs, and a key file. Out: the signed order on standard output.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::failure::Failure;
use super::input;
use super::passphrase::PassphraseArgs;
use super::report::finding_line;
use crate::core::finding::{Message, Severity};
use crate::core::order::{DataJson, Finding, error_count};
use crate::core::platform::REQUEST_ORDER;
use crate::core::signing::{self, AppId, Export, Identity, KeyVersion, Moment, Nonce, Uri};
use crate::core::time::Timestamp;
use crate::machine;
use crate::terminal::say;
use crate::texts::Lang;

/// Arguments of `sign`. Their help texts are `cli.sign.<name>` in the locale files.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
pub struct SignArgs {
    #[arg(long, value_name = "FILE|-")]
    order: PathBuf,
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    app_id: String,
    #[arg(
        long,
        value_name = "FILE",
        required_unless_present = "demo_key",
        conflicts_with = "demo_key"
    )]
    key: Option<PathBuf>,
    #[arg(long)]
    demo_key: bool,
    #[command(flatten)]
    passphrase: PassphraseArgs,
    #[arg(
        long,
        value_name = "V",
        default_value = "1",
        allow_hyphen_values = true
    )]
    key_version: String,
    #[arg(long, default_value = REQUEST_ORDER)]
    uri: String,
    #[arg(long, value_name = "SECONDS")]
    timestamp: Option<u64>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    nonce: Option<String>,
    #[arg(long)]
    compact: bool,
    #[arg(long, conflicts_with = "compact")]
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
/// A [`Failure`] with code 1 where the order breaks a rule that the platform enforces, 2 for bad
/// input.
pub fn run(args: &SignArgs, lang: Lang) -> Result<(), Failure> {
    let identity = Identity {
        app_id: AppId::new(&args.app_id)?,
        key_version: KeyVersion::new(&args.key_version)?,
    };
    let uri = Uri::new(&args.uri)?;
    let moment = moment(args, lang)?;
    let (data, findings) = data(args, lang)?;
    let errors = error_count(&findings);
    if errors > 0 && !args.force {
        say_all(&findings, lang);
        return Err(Failure::new(
            1,
            Message::new("cli.refused").with("count", errors),
        ));
    }

    let key = match &args.key {
        Some(path) => input::private_key(path, &args.passphrase, lang)?,
        None => machine::demo_key()?,
    };
    let signed = signing::sign(data, identity, moment, uri, &key)?;

    // Nothing of the key stays behind while what is said waits to be read.
    drop(key);
    if args.demo_key {
        say(&lang.text("cli.demo_key"));
    }

    say_all(&findings, lang);
    let export = match args.format {
        Format::Json => Export::Answer,
        Format::Authorization => Export::Authorization,
        Format::Js => Export::Call,
    };
    input::print(&export.of(&signed))
}

fn moment(args: &SignArgs, lang: Lang) -> Result<Moment, Failure> {
    let nonce = match &args.nonce {
        Some(nonce) => Nonce::new(nonce)?,
        None => machine::random_nonce(),
    };
    let timestamp = args.timestamp.map_or_else(machine::now, Timestamp);
    if !timestamp.is_plausible() {
        if args.timestamp.is_none() {
            return Err(Failure::usage("clock.implausible"));
        }
        say(&lang.fill("clock.given", &[("timestamp", &timestamp.to_string())]));
    }

    Ok(Moment { timestamp, nonce })
}

/// The bytes to sign, and what there is to say about the order in them.
fn data(args: &SignArgs, lang: Lang) -> Result<(DataJson, Vec<Finding>), Failure> {
    if args.raw {
        let text = input::order_text(&args.order)?;
        input::no_private_key(text.as_bytes(), &args.order)?;
        return Ok((DataJson::verbatim(text), Vec::new()));
    }

    let order = input::order(&args.order, lang)?;
    let draft = if args.compact {
        order.compact()
    } else {
        order.draft()
    };
    Ok((draft.data, draft.findings))
}

/// Says all findings but the hints.
fn say_all(findings: &[Finding], lang: Lang) {
    for finding in findings
        .iter()
        .filter(|finding| finding.severity() != Severity::Hint)
    {
        say(&finding_line(finding, lang));
    }
}
