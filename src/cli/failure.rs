//! How a command ends other than by doing what was asked.

use std::path::{Path, PathBuf};

use crate::core::finding::{Explain, Message};
use crate::texts::Lang;

/// The exit code and the sentence of a command that did not do what was asked.
#[derive(Debug)]
pub struct Failure {
    /// 1: the document is at fault; 2: usage, a file or a key is.
    pub code: u8,
    /// What, why, and what to do; `None` where there is no one left to tell, or all is told.
    message: Option<Message>,
    /// The file that it is about, where the sentence does not name it.
    file: Option<PathBuf>,
}

impl Failure {
    /// Bad usage, in a sentence without arguments.
    pub fn usage(code: &str) -> Self {
        Self::new(2, Message::new(code))
    }

    /// A sentence and its exit code.
    pub fn new(code: u8, message: Message) -> Self {
        Self {
            code,
            message: Some(message),
            file: None,
        }
    }

    /// Who reads the output has closed it: the status that shells give for SIGPIPE, and no word.
    pub fn closed_pipe() -> Self {
        Self::silent(128 + 13)
    }

    /// An exit code alone, where what was printed says why.
    pub fn silent(code: u8) -> Self {
        Self {
            code,
            message: None,
            file: None,
        }
    }

    /// The same, said of a file.
    #[must_use]
    pub fn of(self, file: &Path) -> Self {
        Self {
            file: Some(file.to_owned()),
            ..self
        }
    }

    /// The sentence in a language.
    pub fn sentence(&self, lang: Lang) -> Option<String> {
        let sentence = lang.say(self.message.as_ref()?);
        Some(match &self.file {
            Some(file) => format!("{}: {sentence}", file.display()),
            None => sentence,
        })
    }
}

/// Bad usage, an unreadable file or a key that does not serve.
impl<E: Explain> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::new(2, error.message())
    }
}
