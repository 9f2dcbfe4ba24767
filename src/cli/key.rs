//! In: key files, or randomness. Out: what keys are, new pairs, keys in other forms.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use clap::{Args, Subcommand, ValueEnum};
use zeroize::Zeroizing;

use super::passphrase::PassphraseArgs;
use super::{Failure, input, key_inspect, say};
use crate::core::finding::Message;
use crate::core::key::write::{self, PrivateForm};
use crate::core::key::{self, KeyError, Material, PrivateKey, PublicKey};
use crate::core::signing::sign::SignError;
use crate::core::store;
use crate::texts::Lang;

/// Arguments of `key`. Help texts are `cli.key_<command>.<name>` in the locale files.
#[derive(Debug, Args)]
pub struct KeyArgs {
    #[command(subcommand)]
    command: KeyCommand,
}

#[derive(Debug, Subcommand)]
enum KeyCommand {
    Inspect(key_inspect::InspectArgs),
    Generate(GenerateArgs),
    Convert(ConvertArgs),
}

#[derive(Debug, Args)]
struct GenerateArgs {
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[arg(long, value_name = "FILE")]
    public_out: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = GenerateForm::Pkcs8)]
    form: GenerateForm,
    #[arg(long, conflicts_with = "form")]
    encrypt: bool,
    #[command(flatten)]
    passphrase: PassphraseArgs,
    #[arg(long)]
    overwrite: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum GenerateForm {
    Pkcs8,
    Pkcs1,
}

#[derive(Debug, Args)]
struct ConvertArgs {
    #[arg(value_name = "IN")]
    input: PathBuf,
    #[arg(long, value_enum)]
    to: Form,
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    passphrase: PassphraseArgs,
    #[arg(long)]
    overwrite: bool,
}

/// Forms to convert to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// `BEGIN RSA PRIVATE KEY`, or `BEGIN RSA PUBLIC KEY` where a public key is given.
    Pkcs1,
    /// `BEGIN PRIVATE KEY`.
    Pkcs8,
    /// `BEGIN PUBLIC KEY`.
    Spki,
    /// Base64 of PKCS#8 or SPKI on one line.
    Bare,
    /// Base64 of PKCS#1 on one line.
    BarePkcs1,
}

/// What a conversion gives.
enum Converted {
    Secret(Zeroizing<String>),
    Public(String),
}

/// Runs one of the commands.
///
/// # Errors
/// A [`Failure`] with exit code 2 for bad input, 1 where `inspect` found a file without a usable key.
pub fn run(args: &KeyArgs, lang: Lang) -> Result<(), Failure> {
    match &args.command {
        KeyCommand::Inspect(args) => key_inspect::run(args, lang),
        KeyCommand::Generate(args) => generate(args, lang),
        KeyCommand::Convert(args) => convert(args, lang),
    }
}

fn generate(args: &GenerateArgs, lang: Lang) -> Result<(), Failure> {
    // Before anything is written: no half of a pair is left behind, and none over the other.
    for path in [Some(&args.out), args.public_out.as_ref()].into_iter().flatten() {
        if path.exists() && !args.overwrite {
            return Err(not_saved(path, &std::io::ErrorKind::AlreadyExists.into()));
        }
    }
    if args.public_out.as_ref().is_some_and(|public| same_file(public, &args.out)) {
        return Err(Failure { code: 2, message: Message::new("cli.same_file").with("path", args.out.display()) });
    }
    let passphrase = args.encrypt.then(|| args.passphrase.new_passphrase(lang)).transpose()?;
    let made = key::generate(rand::rng(), &AtomicBool::new(false));
    let key = made.ok().flatten().ok_or_else(|| Failure::input(&SignError))?;
    let form = match args.form {
        GenerateForm::Pkcs8 => PrivateForm::Pkcs8,
        GenerateForm::Pkcs1 => PrivateForm::Pkcs1,
    };
    let text = match &passphrase {
        Some(passphrase) => write::encrypted(&key, passphrase, &mut rand::rng()),
        None => write::private(&key, form),
    };
    save_secret(&args.out, &text.map_err(|_| Failure::input(&SignError))?, args.overwrite)?;
    if let Some(path) = &args.public_out {
        save_public(path, &key.public().spki_pem(), args.overwrite)?;
    }
    let path = args.out.display().to_string();
    say(&lang.fill("cli.generated", &[("path", &path), ("fingerprint", &key.fingerprint().to_string())]));
    // The public key is what comes next: it goes into the console.
    input::print(&key.public().spki_pem())
}

fn convert(args: &ConvertArgs, lang: Lang) -> Result<(), Failure> {
    match converted(args, lang)? {
        Converted::Secret(text) => save_secret(&args.out, &text, args.overwrite)?,
        // The only copy of a private key may be in there.
        Converted::Public(_) if same_file(&args.input, &args.out) => {
            return Err(Failure { code: 2, message: Message::new("cli.same_file").with("path", args.out.display()) });
        }
        Converted::Public(text) => save_public(&args.out, &text, args.overwrite)?,
    }
    say(&lang.fill("cli.converted", &[("path", &args.out.display().to_string())]));
    Ok(())
}

fn converted(args: &ConvertArgs, lang: Lang) -> Result<Converted, Failure> {
    let (items, _) = input::keys(&args.input)?;
    let has_private = items.iter().any(|item| matches!(item.material, Ok(Material::Private(_) | Material::Locked(_))));
    let public = items.iter().find_map(|item| match &item.material {
        Ok(Material::Public(key)) => Some(key.clone()),
        _ => None,
    });
    match public {
        Some(public) if !has_private => public_text(&public, args.to),
        _ => private_text(&input::private_key(&args.input, &args.passphrase, lang)?, args.to),
    }
}

fn private_text(key: &PrivateKey, form: Form) -> Result<Converted, Failure> {
    let form = match form {
        Form::Spki => return Ok(Converted::Public(key.public().spki_pem())),
        Form::Pkcs1 => PrivateForm::Pkcs1,
        Form::Pkcs8 => PrivateForm::Pkcs8,
        Form::Bare => PrivateForm::Pkcs8Base64,
        Form::BarePkcs1 => PrivateForm::Pkcs1Base64,
    };
    write::private(key, form).map(Converted::Secret).map_err(|_| Failure::input(&SignError))
}

fn public_text(key: &PublicKey, form: Form) -> Result<Converted, Failure> {
    let line = |text: String| text + "\n";
    Ok(Converted::Public(match form {
        Form::Pkcs8 => return Err(Failure::input(&KeyError::Public)),
        Form::Spki => key.spki_pem(),
        Form::Pkcs1 => key.pkcs1_pem(),
        Form::Bare => line(key.spki_base64()),
        Form::BarePkcs1 => line(key.pkcs1_base64()),
    }))
}

/// Whether two paths lead to one file.
fn same_file(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    real(one) == real(other)
}

fn save_secret(path: &Path, text: &str, overwrite: bool) -> Result<(), Failure> {
    store::write_secret(path, text.as_bytes(), overwrite).map_err(|error| not_saved(path, &error))
}

fn save_public(path: &Path, text: &str, overwrite: bool) -> Result<(), Failure> {
    if path.exists() && !overwrite {
        return Err(not_saved(path, &std::io::ErrorKind::AlreadyExists.into()));
    }
    store::write_atomically(path, text.as_bytes()).map_err(|error| not_saved(path, &error))
}

fn not_saved(path: &Path, error: &std::io::Error) -> Failure {
    let message = if error.kind() == std::io::ErrorKind::AlreadyExists {
        Message::new("cli.exists").with("path", path.display())
    } else {
        Message::new("file.not_saved").with("path", path.display()).with("reason", error)
    };
    Failure { code: 2, message }
}
