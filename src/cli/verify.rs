//! In: a signed payload and public keys. Out: the verdict and its causes, as text for people or
//! JSON for programs.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::failure::Failure;
use super::input;
use super::report::ReportFormat;
use super::verify_report::{as_json, as_text};
use crate::core::diagnosis::search::Watch;
use crate::core::diagnosis::server_string::{compare, explained};
use crate::core::diagnosis::{Case, Kind, KnownKey, verify};
use crate::core::finding::Message;
use crate::core::intake::{self, OBJECT_IN_BASE64};
use crate::core::key::{KeyError, Material};
use crate::core::language::Language;
use crate::machine;
use crate::texts::Lang;

/// Arguments of `verify`. Their help texts are `cli.verify.<name>` in the locale files.
#[derive(Debug, Args)]
pub struct VerifyArgs {
    #[arg(
        long,
        value_name = "FILE|-",
        required_unless_present = "callback",
        conflicts_with = "callback"
    )]
    data: Option<PathBuf>,
    #[arg(
        long,
        value_name = "FILE|TEXT",
        allow_hyphen_values = true,
        conflicts_with = "callback"
    )]
    authorization: Option<String>,
    #[arg(long, value_name = "[VERSION=]FILE", num_args = 1.., required_unless_present = "platform_key")]
    key: Vec<String>,
    #[arg(long, value_name = "FILE", num_args = 1..)]
    platform_key: Vec<PathBuf>,
    #[arg(long, value_name = "METHOD", conflicts_with = "callback")]
    method: Option<String>,
    #[arg(long, value_name = "PATH", conflicts_with = "callback")]
    uri: Option<String>,
    #[arg(long, requires = "body")]
    callback: bool,
    #[arg(long, value_name = "FILE|-", requires = "callback")]
    body: Option<PathBuf>,
    #[arg(
        long,
        value_name = "SECONDS",
        requires = "callback",
        allow_hyphen_values = true
    )]
    timestamp: Option<String>,
    #[arg(
        long,
        value_name = "TEXT",
        requires = "callback",
        allow_hyphen_values = true
    )]
    nonce: Option<String>,
    #[arg(
        long,
        value_name = "TEXT",
        requires = "callback",
        allow_hyphen_values = true
    )]
    signature: Option<String>,
    #[arg(long, value_name = "FILE|-")]
    server_string: Option<PathBuf>,
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    lang_code: Option<CodeLanguage>,
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    format: ReportFormat,
}

/// The language in which code is printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum CodeLanguage {
    Java,
    Go,
    Php,
    Python,
    Node,
    #[value(alias = "c#", alias = "cs")]
    Csharp,
}

impl CodeLanguage {
    fn language(self) -> Language {
        match self {
            Self::Java => Language::Java,
            Self::Go => Language::Go,
            Self::Php => Language::Php,
            Self::Python => Language::Python,
            Self::Node => Language::Node,
            Self::Csharp => Language::CSharp,
        }
    }
}

/// Verifies and prints.
///
/// # Errors
/// A [`Failure`] with code 1 where the signature does not fit, 2 for unreadable input.
pub fn run(args: &VerifyArgs, lang: Lang) -> Result<(), Failure> {
    let case = case(args, lang)?;
    let mut keys = Vec::new();

    // A callback needs the platform's key: where none is said to be it, `--key` is.
    let are_platform = case.kind == Kind::Callback && args.platform_key.is_empty();
    for (place, named) in args.key.iter().enumerate() {
        keys.push(KnownKey {
            is_expected: place == 0,
            ..known_key(named, are_platform)?
        });
    }

    for (place, path) in args.platform_key.iter().enumerate() {
        keys.push(KnownKey {
            is_expected: place == 0,
            ..known_key(&path.display().to_string(), true)?
        });
    }

    let server = args.server_string.as_deref().map(server).transpose()?;
    let report = verify(&case, &keys, machine::now(), &Watch::default());
    let compared = server.map(|server| compare(&report, &server));
    let report = match &compared {
        Some(compared) => explained(report, compared),
        None => report,
    };
    let code = args.lang_code.map(CodeLanguage::language);
    input::print_report(&match args.format {
        ReportFormat::Json => as_json(&report, compared.as_ref(), code, lang),
        ReportFormat::Text => as_text(&report, compared.as_ref(), code, lang),
    })?;
    match (report.is_accepted(), report.verdict.is_valid()) {
        (true, _) => Ok(()),
        (false, true) => Err(Failure::new(1, report.headline())),
        (false, false) => Err(Failure::new(1, Message::new("cli.does_not_fit"))),
    }
}

/// The string to sign that the server printed.
fn server(path: &Path) -> Result<Vec<u8>, Failure> {
    let bytes = input::bytes(path)?;
    if bytes.is_empty() {
        return Err(Failure::usage("server_string.empty"));
    }
    input::no_private_key(&bytes, path)?;
    Ok(bytes)
}

fn case(args: &VerifyArgs, lang: Lang) -> Result<Case, Failure> {
    let path = if args.callback {
        &args.body
    } else {
        &args.data
    };
    let mut case = input::payload(path.as_deref().unwrap_or(Path::new("-")), lang)?;
    let set = |part: &mut String, given: &Option<String>| {
        if let Some(given) = given {
            part.clone_from(given);
        }
    };

    if args.callback {
        case.kind = Kind::Callback;
        case.is_file = false;
        set(&mut case.timestamp, &args.timestamp);
        set(&mut case.nonce, &args.nonce);
        set(&mut case.signature, &args.signature);
        let missing = [
            ("--timestamp", &case.timestamp),
            ("--nonce", &case.nonce),
            ("--signature", &case.signature),
        ]
        .into_iter()
        .find(|(_, part)| part.is_empty());
        // An empty one that was given is a matter of the diagnosis.
        let given = args.timestamp.is_some() && args.nonce.is_some() && args.signature.is_some();
        return match missing {
            Some((name, _)) if !given => Err(no_part("cli.no_callback_header", name)),
            _ => Ok(case),
        };
    }

    set(&mut case.method, &args.method);
    set(&mut case.uri, &args.uri);
    match &args.authorization {
        Some(given) => {
            case.kind = Kind::Order;
            case.authorization = authorization(given)?;
        }
        None if case.authorization.is_empty() && case.kind == Kind::Order => {
            return Err(no_part("cli.no_authorization", "--authorization"));
        }
        None => {}
    }

    Ok(case)
}

fn no_part(code: &'static str, name: &str) -> Failure {
    Failure::new(2, Message::new(code).with("name", name))
}

/// A `byteAuthorization` as it is given, or what stands in the file or pipe of that name.
pub fn authorization(given: &str) -> Result<String, Failure> {
    let path = Path::new(given);
    let text = if path.exists() {
        let bytes = input::bytes(path)?;
        input::no_private_key(&bytes, path)?;
        String::from_utf8_lossy(&bytes).into_owned()
    } else if looks_like_path(given) {
        return Err(Failure::new(
            2,
            Message::new("cli.authorization_missing").with("path", given),
        ));
    } else {
        given.to_owned()
    };

    // A JSON answer, in Base64 too, or a quoted text is a matter of copying, not of the header.
    let is_wrapped = text.trim_start().starts_with(['{', '[', '"', '\''])
        || text.trim_start().starts_with(OBJECT_IN_BASE64)
        || ["byteAuth", "byte_auth"]
            .iter()
            .any(|name| text.contains(name));
    let found = is_wrapped
        .then(|| intake::read(&text).parts.authorization)
        .flatten();
    Ok(found.unwrap_or(text))
}

/// Whether a text is the name of a file rather than a header, which has a scheme, equals signs and
/// commas.
fn looks_like_path(text: &str) -> bool {
    // No folder takes longer names.
    const LONGEST_NAME: usize = 255;
    let is_header = text.contains("signature=")
        || text.starts_with('-')
        || text.to_ascii_lowercase().starts_with("sha256");
    let path = Path::new(text);
    let has_ending = path.extension().is_some_and(|ending| ending.len() <= 5);
    let is_name = has_ending || text.contains(['/', '\\']) || !text.contains(['=', ',', '{']);

    !is_header
        && !text.is_empty()
        && !text.contains('\n')
        && path
            .file_name()
            .is_none_or(|name| name.len() <= LONGEST_NAME)
        && is_name
}

/// A public key, or the public half of a private one; `2=app.pem` says under which `key_version`
/// the console has it.
pub fn known_key(named: &str, is_platform: bool) -> Result<KnownKey, Failure> {
    let split = named.split_once('=').filter(|_| !Path::new(named).exists());
    let (key_version, path) = match split {
        Some((version, path)) => (Some(version.to_owned()), path),
        None => (None, named),
    };
    let (items, _) = input::keys(Path::new(path))?;
    let mut fault = KeyError::NoKey;
    let mut key = None;

    for item in items {
        match item.material {
            Ok(Material::Public(public)) => key = key.or(Some(public)),
            Ok(Material::Private(private)) => key = key.or_else(|| Some(private.public().clone())),
            Ok(Material::Locked(_)) => fault = KeyError::Encrypted,
            Err(error) => fault = error,
        }
    }

    let key = key.ok_or_else(|| Failure::from(fault).of(Path::new(path)))?;
    Ok(KnownKey {
        name: named.to_owned(),
        is_platform,
        is_expected: false,
        app_id: None,
        key_version,
        key,
    })
}
