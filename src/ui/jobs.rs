//! In: work that takes longer than a frame. Out: its answers, one for each job, taken in by `App::logic`.

use std::cell::Cell;
use std::fmt;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use eframe::egui;

use crate::core::finding::{Explain as _, Message};
use crate::core::key::KeyError;
use crate::core::key::ring::Source;
use crate::core::order::{ImportError, Imported};
use crate::core::store::{self, Access, FileError, Output, WriteError};
use crate::dialogs::{Ask, Choice, Chosen};

use super::key_jobs::{KeyAnswer, entries_of};
use super::pages::errors::Read;
use super::verify_command::VerifyAnswer;

/// Bytes of a text from which on it is read beside the frame.
pub const BESIDE: usize = 64 << 10;

/// What a job has to say.
#[derive(Debug)]
pub enum Answer {
    /// Something about keys.
    Key(KeyAnswer),
    /// Something about a payload on the verify page.
    Verify(VerifyAnswer),
    /// The text of an order file was read, or why it could not be.
    Order(Result<String, Message>),
    /// A file with an order was chosen.
    OrderChosen(PathBuf),
    /// The order in a text that was read under this number, or why there is none.
    Imported(u64, Box<Result<Imported, ImportError>>),
    /// What a report means that was read under this number.
    Explained(u64, Box<Read>),
    /// A dialog was closed without a choice; whether something was to be saved.
    NothingChosen(bool),
    /// The system could show no dialog; what was to be done with its path.
    NoDialog(Ask, Then),
    /// A text was saved.
    Saved(Result<PathBuf, Message>),
    /// A job of this name panicked, or could not start.
    Broken {
        /// Key of its name among the texts.
        job: &'static str,
        /// Whether it got to do anything.
        started: bool,
    },
}

/// What is to be done with the path that comes out of a dialog; the second argument tells whether a file that is there may
/// be replaced. It is done beside the frames.
pub struct Then(pub Box<dyn FnOnce(PathBuf, bool) -> Answer + Send>);

impl fmt::Debug for Then {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Then(…)")
    }
}

/// The threads and their answers. A job that is not answered for, such as one that waits for a dead disk, is left behind.
pub struct Jobs {
    ctx: egui::Context,
    running: Cell<usize>,
    sender: Sender<Answer>,
    answers: Receiver<Answer>,
}

impl Jobs {
    /// No jobs yet; answers wake the window of `ctx`.
    pub fn new(ctx: egui::Context) -> Self {
        let (sender, answers) = mpsc::channel();
        Self { ctx, running: Cell::new(0), sender, answers }
    }

    /// Reads a file that may be a private key or an order. It is taken for a key first, in memory that is wiped; only
    /// what has nothing of a key about it is read as text.
    pub fn read_dropped_file(&self, path: PathBuf) {
        self.spawn("job.file", move || match entries_of(&path) {
            Err(FileError::Key(KeyError::NoKey | KeyError::TooLarge)) => {
                Answer::Order(text_of(&path).map_err(|error| error.message()))
            }
            keys => Answer::Key(KeyAnswer::Read(Source::File(path, 1), None, keys.map_err(|error| error.message()))),
        });
    }

    /// Waits for a dialog, and does what its path is for.
    pub fn choose(&self, dialog: Chosen, ask: Ask, then: Then) {
        self.spawn("job.dialog", move || match pollster::block_on(dialog) {
            Choice::Path(path) => then.0(path, true),
            Choice::Nothing => Answer::NothingChosen(ask.is_to_save()),
            Choice::NoDialog => Answer::NoDialog(ask, then),
        });
    }

    /// The next answer, if there is one.
    pub fn answer(&self) -> Option<Answer> {
        self.answers.try_recv().ok().inspect(|_| self.running.set(self.running.get() - 1))
    }

    /// The next answer, waiting for it as long as a job runs; for those who have no frames to wait with.
    pub fn wait(&self) -> Option<Answer> {
        if self.running.get() == 0 {
            return None;
        }
        self.answers.recv().ok().inspect(|_| self.running.set(self.running.get() - 1))
    }

    /// Does some work in a thread; `name` is the key of its name among the texts. There is one answer in any case.
    pub(super) fn spawn(&self, name: &'static str, work: impl FnOnce() -> Answer + Send + 'static) {
        self.running.set(self.running.get() + 1);
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let broken = move |started| Answer::Broken { job: name, started };
        let started = thread::Builder::new().name(name.to_owned()).spawn(move || {
            // What it worked on is gone with it: nothing that was left half done is seen again.
            let answer = panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| broken(true));
            // The window may be gone by now.
            let _ = sender.send(answer);
            ctx.request_repaint();
        });
        if started.is_err() {
            let _ = self.sender.send(broken(false));
            self.ctx.request_repaint();
        }
    }
}

fn text_of(path: &Path) -> Result<String, FileError> {
    let file = store::open_regular(path).map_err(|error| store::unreadable(path, &error))?;
    store::order_text(file, &path.display().to_string())
}

/// Writes a text where the user wants it. The files of keys that are loaded here are never written over.
pub fn save_text(text: String, keys: Vec<PathBuf>) -> Then {
    Then(Box::new(move |path, overwrite| {
        let output = Output { path: &path, bytes: text.as_bytes(), access: Access::Everyone };
        Answer::Saved(save(output, &keys, overwrite).map(|()| path))
    }))
}

/// Writes a file, unless it is the file of another key.
///
/// # Errors
/// The sentence on what stands in the way.
pub fn save(output: Output<'_>, keys: &[PathBuf], overwrite: bool) -> Result<(), Message> {
    if keys.iter().any(|key| store::same_file(key, output.path)) {
        return Err(Message::new("write.kept_key").with("path", output.path.display()));
    }
    store::write(&[output], overwrite).map_err(|error: WriteError| error.message())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_job_answers_even_one_that_panics() {
        let jobs = Jobs::new(egui::Context::default());
        assert!(jobs.wait().is_none());
        jobs.spawn("job.file", || Answer::NothingChosen(false));
        assert!(matches!(jobs.wait(), Some(Answer::NothingChosen(_))));
        jobs.spawn("job.file", || panic!("on purpose"));
        assert!(matches!(jobs.wait(), Some(Answer::Broken { job: "job.file", started: true })));
        assert!(jobs.wait().is_none());
    }

    #[test]
    fn a_key_that_is_loaded_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let (key, link) = (folder.path().join("mine"), folder.path().join("link"));
        std::fs::write(&key, "key").unwrap();
        std::fs::hard_link(&key, &link).unwrap();
        for path in [key.clone(), link] {
            let Then(then) = save_text("text".to_owned(), vec![key.clone()]);
            let Answer::Saved(Err(message)) = then(path, true) else { panic!("it was written") };
            assert_eq!(message.code, "write.kept_key");
        }
        assert_eq!(std::fs::read(&key).unwrap(), b"key");
    }
}
