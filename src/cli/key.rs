//! In: key files, or randomness. Out: what keys are, new pairs, keys in other forms.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use clap::{Args, Subcommand, ValueEnum};
use zeroize::Zeroizing;

use super::failure::Failure;
use super::passphrase::PassphraseArgs;
use super::{input, key_inspect};
use crate::core::key::write::{self, PrivateForm};
use crate::core::key::{self, Item, KeyError, KeyFailure, Material, PrivateKey, PublicKey, Repair};
use crate::store::{self, Access, Output, WriteError};
use crate::terminal::say;
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
/// A [`Failure`] with exit code 2 for bad input, 1 where `inspect` found a file without a usable
/// key.
pub fn run(args: &KeyArgs, lang: Lang) -> Result<(), Failure> {
    match &args.command {
        KeyCommand::Inspect(args) => key_inspect::run(args, lang),
        KeyCommand::Generate(args) => generate(args, lang),
        KeyCommand::Convert(args) => convert(args, lang),
    }
}

fn generate(args: &GenerateArgs, lang: Lang) -> Result<(), Failure> {
    refuse_standard_output(&args.out)?;
    // Before a passphrase is asked for and primes are looked for.
    let paths: Vec<&Path> = [Some(&args.out), args.public_out.as_ref()]
        .into_iter()
        .flatten()
        .map(PathBuf::as_path)
        .collect();
    store::check_targets(&paths, args.overwrite)?;

    for path in paths {
        refuse_over(path, args.passphrase.file())?;
    }

    let made = made(args, lang)?;
    let private = Output {
        path: &args.out,
        bytes: made.private.as_bytes(),
        access: Access::Owner,
    };
    let public = args.public_out.as_deref();
    let public = public.map(|path| Output {
        path,
        bytes: made.public.as_bytes(),
        access: Access::Everyone,
    });
    let outputs: Vec<Output<'_>> = [Some(private), public].into_iter().flatten().collect();

    store::write(&outputs, args.overwrite)?;

    let Made {
        private,
        public,
        fingerprint,
    } = made;
    // Nothing of the key stays behind while the output waits to be read.
    drop(private);
    let path = args.out.display().to_string();
    say(&lang.fill(
        "cli.generated",
        &[("path", &path), ("fingerprint", &fingerprint)],
    ));

    // The public key is what comes next: it goes into the console.
    input::print(&public)
}

/// A new pair as it is to be written.
struct Made {
    private: Zeroizing<String>,
    public: String,
    fingerprint: String,
}

fn made(args: &GenerateArgs, lang: Lang) -> Result<Made, Failure> {
    let passphrase = args
        .encrypt
        .then(|| args.passphrase.new_passphrase(lang))
        .transpose()?;
    // Nobody stops it here.
    let key = key::generate(&AtomicBool::new(false))?.ok_or(KeyFailure::Making)?;
    let form = match args.form {
        GenerateForm::Pkcs8 => PrivateForm::Pkcs8,
        GenerateForm::Pkcs1 => PrivateForm::Pkcs1,
    };
    let private = match &passphrase {
        Some(passphrase) => write::encrypted(&key, passphrase, &mut rand::rng()),
        None => write::private(&key, form),
    }?;

    Ok(Made {
        private,
        public: key.public().spki_pem(),
        fingerprint: key.fingerprint().to_string(),
    })
}

fn convert(args: &ConvertArgs, lang: Lang) -> Result<(), Failure> {
    refuse_standard_output(&args.out)?;
    store::check_targets(&[&args.out], args.overwrite)?;
    refuse_over(&args.out, args.passphrase.file())?;
    let (items, _) = input::keys(&args.input)?;
    let holds_more = items.len() > 1
        || items
            .iter()
            .any(|item| item.repairs.contains(&Repair::TextAround));
    let converted = converted(items, args, lang)?;
    let (bytes, access) = match &converted {
        Converted::Secret(text) => (text.as_bytes(), Access::Owner),
        Converted::Public(text) => (text.as_bytes(), Access::Everyone),
    };

    // The only copy of a private key may be in there, or another key or other settings beside it.
    if holds_more || access == Access::Everyone {
        refuse_over(&args.out, Some(&args.input))?;
    }

    store::write(
        &[Output {
            path: &args.out,
            bytes,
            access,
        }],
        args.overwrite,
    )?;
    drop(converted);
    say(&lang.fill(
        "cli.converted",
        &[("path", &args.out.display().to_string())],
    ));

    Ok(())
}

/// `-` means standard output elsewhere, where a private key has no business: a terminal keeps what
/// it shows.
fn refuse_standard_output(out: &Path) -> Result<(), Failure> {
    if out == Path::new("-") {
        Err(Failure::usage("cli.out_is_dash"))
    } else {
        Ok(())
    }
}

/// Refuses to write over a file that is read in the same run.
fn refuse_over(out: &Path, input: Option<&Path>) -> Result<(), Failure> {
    match input {
        Some(input) if store::same_file(out, input) => {
            Err(Failure::from(WriteError::SameFile(out.to_owned())))
        }
        _ => Ok(()),
    }
}

fn converted(items: Vec<Item>, args: &ConvertArgs, lang: Lang) -> Result<Converted, Failure> {
    let has_private = items
        .iter()
        .any(|item| item.material.as_ref().is_ok_and(Material::is_private));

    let public = items.iter().find_map(|item| match &item.material {
        Ok(Material::Public(key)) => Some(key.clone()),
        _ => None,
    });
    match public {
        Some(public) if !has_private => {
            public_text(&public, args.to).map_err(|failure| failure.of(&args.input))
        }
        _ => private_text(
            &input::private_of(items, &args.input, &args.passphrase, lang)?,
            args.to,
        ),
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
    Ok(Converted::Secret(write::private(key, form)?))
}

fn public_text(key: &PublicKey, form: Form) -> Result<Converted, Failure> {
    let line = |text: String| text + "\n";
    Ok(Converted::Public(match form {
        Form::Pkcs8 => return Err(Failure::from(KeyError::Public)),
        Form::Spki => key.spki_pem(),
        Form::Pkcs1 => key.pkcs1_pem(),
        Form::Bare => line(key.spki_base64()),
        Form::BarePkcs1 => line(key.pkcs1_base64()),
    }))
}
