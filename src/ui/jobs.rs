//! In: requests from the window. Out: answers of named threads, taken in by `App::logic`; typing never waits for them.

use std::fs::File;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use eframe::egui;

use crate::core::finding::{Explain as _, Message};
use crate::core::key::ring::Source;
use crate::core::key::{KeyError, PrivateKey};
use crate::core::order::DataJson;
use crate::core::signing::{self, Identity, Moment, SignedOrder, Uri};
use crate::core::store::{self, FileError};
use crate::dialogs::Chosen;

use super::key_jobs::{KeyAnswer, entries_of};
use super::verify_command::VerifyAnswer;

/// What is to be signed, by whom, when, and with which key.
#[derive(Clone, Debug)]
pub struct SignRequest {
    pub data: DataJson,
    pub identity: Identity,
    pub moment: Moment,
    pub key: Arc<PrivateKey>,
}

/// What a thread has to say.
#[derive(Debug)]
pub enum Answer {
    /// The signature that was asked for under this number.
    Signed(u64, Result<Arc<SignedOrder>, Message>),
    /// Something about keys.
    Key(KeyAnswer),
    /// Something about a payload on the verify page.
    Verify(VerifyAnswer),
    /// The text of an order file was read, or why it could not be.
    Order(Result<String, Message>),
    /// The dialog for a key file was closed; `None` where nothing was chosen.
    Chosen(Option<PathBuf>),
    /// The dialog for a file with an order was closed; `None` where nothing was chosen.
    ChosenOrder(Option<PathBuf>),
    /// A text was saved; `None` where no file was chosen.
    Saved(Option<Result<PathBuf, Message>>),
}

/// The threads and their answers.
pub struct Jobs {
    ctx: egui::Context,
    mailbox: Arc<Mailbox>,
    sender: Sender<Answer>,
    answers: Receiver<Answer>,
}

/// Holds the newest request only: what was typed later replaces what has not been begun.
#[derive(Default)]
struct Mailbox {
    slot: Mutex<Slot>,
    changed: Condvar,
}

#[derive(Default)]
struct Slot {
    request: Option<(u64, SignRequest)>,
    closed: bool,
}

impl Jobs {
    /// Starts the signer, which lives as long as the window.
    pub fn start(ctx: egui::Context) -> Self {
        let (sender, answers) = mpsc::channel();
        let jobs = Self { ctx, mailbox: Arc::default(), sender, answers };
        let mailbox = Arc::clone(&jobs.mailbox);
        jobs.spawn("signer", move |answer| {
            while let Some((number, request)) = mailbox.next() {
                answer(Answer::Signed(number, sign(request)));
            }
        });
        jobs
    }

    /// Asks for a signature; a request that has not been begun yet is dropped for it.
    pub fn sign(&self, number: u64, request: SignRequest) {
        self.mailbox.put(number, request);
    }

    /// Reads a file that may be a private key or an order. It is taken for a key first, in memory that is wiped; only
    /// what has nothing of a key about it is read as text.
    pub fn read_dropped_file(&self, path: PathBuf) {
        self.spawn("dropped file", move |answer| {
            answer(match entries_of(&path) {
                Err(FileError::Key(KeyError::NoKey | KeyError::TooLarge)) => {
                    let name = path.display().to_string();
                    let opened = File::open(&path).map_err(|error| store::unreadable(&path, &error));
                    let text = opened.and_then(|file| store::order_text(file, &name));
                    Answer::Order(text.map_err(|error| error.message()))
                }
                keys => {
                    let keys = keys.map_err(|error| error.message());
                    Answer::Key(KeyAnswer::Read(Source::File(path, 1), None, keys))
                }
            });
        });
    }

    /// Waits for a dialog; `then` is what its path is for.
    pub fn choose(&self, dialog: Chosen, then: fn(Option<PathBuf>) -> Answer) {
        self.spawn("file dialog", move |answer| answer(then(pollster::block_on(dialog))));
    }

    /// Waits for a dialog for a file to save to, and writes the text there, byte for byte.
    pub fn save(&self, dialog: Chosen, text: String) {
        self.spawn("save", move |answer| {
            let saved = pollster::block_on(dialog).map(|path| match store::write_atomically(&path, text.as_bytes()) {
                Ok(()) => Ok(path),
                Err(error) => Err(Message::new("file.not_saved").with("path", path.display()).with("reason", error)),
            });
            answer(Answer::Saved(saved));
        });
    }

    /// The next answer, if there is one.
    pub fn answer(&self) -> Option<Answer> {
        self.answers.try_recv().ok()
    }

    /// The next answer, waiting for it; for those who have no frames to wait with.
    pub fn wait(&self) -> Option<Answer> {
        self.answers.recv().ok()
    }

    /// Does some work in a thread of this name.
    pub(super) fn spawn(&self, name: &str, work: impl FnOnce(&dyn Fn(Answer)) + Send + 'static) {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let started = thread::Builder::new().name(name.to_owned()).spawn(move || {
            work(&|answer| {
                // The window may be gone by now.
                let _ = sender.send(answer);
                ctx.request_repaint();
            });
        });
        // A system without room for one more thread is about to stop us anyway.
        drop(started);
    }
}

impl Drop for Jobs {
    fn drop(&mut self) {
        self.mailbox.close();
    }
}

impl Mailbox {
    fn put(&self, number: u64, request: SignRequest) {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner).request = Some((number, request));
        self.changed.notify_one();
    }

    fn close(&self) {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
        self.changed.notify_one();
    }

    /// Waits for a request; `None` once the window is closed.
    fn next(&self) -> Option<(u64, SignRequest)> {
        let slot = self.slot.lock().unwrap_or_else(PoisonError::into_inner);
        let mut slot = self
            .changed
            .wait_while(slot, |slot| slot.request.is_none() && !slot.closed)
            .unwrap_or_else(PoisonError::into_inner);
        if slot.closed { None } else { slot.request.take() }
    }
}

fn sign(request: SignRequest) -> Result<Arc<SignedOrder>, Message> {
    let SignRequest { data, identity, moment, key } = request;
    signing::sign(data, identity, moment, Uri::request_order(), &key).map(Arc::new).map_err(|error| error.message())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::signing::{AppId, KeyVersion, Nonce, Timestamp};

    fn request(data: &str) -> SignRequest {
        let key = PrivateKey::from_file(include_bytes!("../../tests/data/keys/app.pkcs8.pem")).unwrap();
        SignRequest {
            data: DataJson::verbatim(data.to_owned()),
            identity: Identity { app_id: AppId::new("tt1").unwrap(), key_version: KeyVersion::new("1").unwrap() },
            moment: Moment { timestamp: Timestamp(1), nonce: Nonce::new("n").unwrap() },
            key: Arc::new(key),
        }
    }

    #[test]
    fn only_the_newest_request_is_kept() {
        let mailbox = Mailbox::default();
        mailbox.put(1, request("old"));
        mailbox.put(2, request("new"));
        let (number, request) = mailbox.next().unwrap();
        assert_eq!((number, request.data.as_str()), (2, "new"));
        mailbox.close();
        assert!(mailbox.next().is_none());
    }

    #[test]
    fn the_signer_answers_under_the_number_it_was_asked() {
        let jobs = Jobs::start(egui::Context::default());
        jobs.sign(7, request("{}"));
        let Some(Answer::Signed(7, Ok(signed))) = jobs.wait() else { panic!("no signature") };
        assert_eq!(signed.data(), "{}");
    }
}
