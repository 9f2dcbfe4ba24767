//! In: a file, an environment variable, or the terminal. Out: a passphrase; it is never an
//! argument, which others see.

use std::env;
use std::fs::File;
use std::io::{IsTerminal as _, Read as _, stderr, stdin};
use std::path::{Path, PathBuf};

use clap::Args;
use zeroize::Zeroizing;

use super::failure::Failure;
use crate::core::key::{KeyError, Passphrase};
use crate::store;
use crate::texts::Lang;

/// The variable that holds a passphrase.
const VARIABLE: &str = "TT_ORDER_BUILDER_PASSPHRASE";

/// Bytes of a passphrase file at most.
const LIMIT: u64 = 4096;

/// Arguments of every command that opens or makes an encrypted key.
#[derive(Debug, Args)]
pub struct PassphraseArgs {
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl PassphraseArgs {
    /// The file that holds the passphrase.
    pub fn file(&self) -> Option<&Path> {
        self.passphrase_file.as_deref()
    }

    /// The passphrase that opens a key: from the file, the variable, or the terminal.
    ///
    /// # Errors
    /// A [`Failure`] with exit code 2 where there is none.
    pub fn passphrase(&self, key: &Path, lang: Lang) -> Result<Passphrase, Failure> {
        match self.given()? {
            Some(passphrase) => Ok(passphrase),
            None => ask(&lang.fill(
                "cli.ask_passphrase",
                &[("path", &key.display().to_string())],
            )),
        }
    }

    /// The passphrase for a key that is to be encrypted; one that is typed is asked for twice.
    ///
    /// # Errors
    /// A [`Failure`] with exit code 2 where there is none, it is empty, or the two are not the
    /// same.
    pub fn new_passphrase(&self, lang: Lang) -> Result<Passphrase, Failure> {
        let passphrase = if let Some(passphrase) = self.given()? {
            passphrase
        } else {
            let first = ask(&lang.text("cli.ask_new_passphrase"))?;
            if first != ask(&lang.text("cli.ask_again"))? {
                return Err(Failure::usage("cli.passphrases_differ"));
            }
            first
        };
        if passphrase.is_empty() {
            Err(Failure::usage("cli.passphrase_empty"))
        } else {
            Ok(passphrase)
        }
    }

    /// The passphrase of the file or the variable.
    ///
    /// # Errors
    /// A [`Failure`] with exit code 2 where the file cannot be read.
    pub fn given(&self) -> Result<Option<Passphrase>, Failure> {
        let Some(path) = &self.passphrase_file else {
            return Ok(env::var(VARIABLE)
                .ok()
                .filter(|text| !text.is_empty())
                .map(Passphrase::new));
        };

        let unreadable = |error| Failure::from(store::unreadable(path, &error));
        let mut text = Zeroizing::new(String::with_capacity(4098));
        File::open(path)
            .map_err(unreadable)?
            .take(LIMIT + 1)
            .read_to_string(&mut text)
            .map_err(unreadable)?;

        if u64::try_from(text.len()).is_ok_and(|length| length > LIMIT) {
            return Err(Failure::usage("cli.passphrase_too_long"));
        }

        // Editors and `echo` end it with a line end, which is not meant.
        Ok(Some(Passphrase::new(
            text.trim_start_matches('\u{feff}')
                .trim_end_matches(['\r', '\n'])
                .to_owned(),
        )))
    }
}

fn ask(prompt: &str) -> Result<Passphrase, Failure> {
    // The question goes to the terminal itself, even where standard input is a file.
    if !stdin().is_terminal() && !stderr().is_terminal() {
        return Err(Failure::from(KeyError::Encrypted));
    }

    let typed =
        rpassword::prompt_password(prompt).map_err(|_| Failure::from(KeyError::Encrypted))?;
    Ok(Passphrase::new(typed))
}
