//! In: what is to be done with the key ring. Out: its effect on the ring, the jobs and the clipboard.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use eframe::egui::{self, ViewportCommand};
use zeroize::Zeroizing;

use crate::core::finding::{Explain as _, Message};
use crate::core::key::ring::{Content, Entry, EntryId, Role, Source};
use crate::core::key::write::PrivateForm;
use crate::core::key::{Fingerprint, Passphrase, PublicKey};
use crate::core::store::KeyRecord;
use crate::dialogs::Ask;
use crate::surroundings::Surroundings;

use super::jobs::{Answer, Jobs, Then, save_text};
use super::key_jobs::{KeyAnswer, save_private_key};
use super::pages::keys::Fault;
use super::state::{Page, State};

/// What the key ring can be asked to do.
#[derive(Debug)]
pub enum KeyCommand {
    /// Choose a key file.
    Choose,
    /// Read a key file.
    Read(PathBuf),
    /// Ask the system for what was copied, as a key.
    Paste,
    /// Read a key that was pasted.
    ReadText(KeyText),
    /// Open a key with a passphrase.
    Open(EntryId, Passphrase),
    /// Make a new pair.
    Generate,
    /// Stop making it.
    StopGenerating,
    /// Let a key sign.
    Activate(EntryId),
    /// Take a key out of the ring.
    Remove(EntryId),
    /// Pin a fingerprint for the key's `appid` and `key_version`, or take the pin away.
    Pin(EntryId, Option<Fingerprint>),
    /// Copy a key's fingerprint.
    CopyFingerprint(EntryId),
    /// Copy the public half of a key.
    CopyPublic(EntryId, PublicForm),
    /// Save the public half of a key.
    SavePublic(EntryId, PublicForm),
    /// Save a private key; encrypted where there is a passphrase.
    SavePrivate(EntryId, PrivateForm, Option<Passphrase>),
}

/// A text that holds a key; nothing shows it.
pub struct KeyText(pub Zeroizing<String>);

impl fmt::Debug for KeyText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("KeyText(…)")
    }
}

/// How a public key is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicForm {
    /// The whole PEM, as the console takes it.
    Pem,
    /// SPKI in Base64 on one line, as samples in Java take it.
    Base64,
    /// PKCS#1 in PEM, as some samples in Go take it.
    Pkcs1Pem,
}

impl PublicForm {
    /// All of them, the console's first.
    pub const ALL: [Self; 3] = [Self::Pem, Self::Base64, Self::Pkcs1Pem];

    /// Key of its name among the texts.
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Pem => "public_form.pem",
            Self::Base64 => "public_form.base64",
            Self::Pkcs1Pem => "public_form.pkcs1",
        }
    }

    fn of(self, key: &PublicKey) -> String {
        match self {
            Self::Pem => key.spki_pem(),
            Self::Base64 => key.spki_base64(),
            Self::Pkcs1Pem => key.pkcs1_pem(),
        }
    }
}

/// Carries out one command.
pub fn perform(command: KeyCommand, state: &mut State, jobs: &Jobs, surroundings: &Surroundings, ctx: &egui::Context) {
    match command {
        KeyCommand::Choose => {
            let ask = Ask { title: state.lang.text("keys.choose_title").into_owned(), ..Ask::default() };
            let then = Then(Box::new(|path, _| Answer::Key(KeyAnswer::Chosen(path))));
            jobs.choose(surroundings.dialogs.open(ask.clone()), ask, then);
        }
        KeyCommand::Read(path) => read(path, None, state, jobs),
        KeyCommand::Paste => {
            state.keys.awaits_paste = true;
            ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
        }
        KeyCommand::ReadText(text) => {
            state.keys.awaits_paste = false;
            jobs.read_key_text(text.0);
        }
        KeyCommand::Open(id, passphrase) => open(id, passphrase, state, jobs),
        KeyCommand::Generate => {
            if state.keys.generation.is_none() {
                state.keys.generation = Some(jobs.generate_key());
            }
        }
        KeyCommand::StopGenerating => {
            if let Some(stop) = &state.keys.generation {
                stop.store(true, Ordering::Relaxed);
            }
        }
        KeyCommand::Activate(id) => activate(id, state, jobs),
        KeyCommand::Remove(id) => state.ring.remove(id),
        KeyCommand::Pin(id, fingerprint) => state.ring.pin(id, fingerprint.as_ref()),
        KeyCommand::CopyFingerprint(id) => {
            if let Some(fingerprint) = state.ring.get(id).and_then(Entry::fingerprint) {
                ctx.copy_text(fingerprint.to_string());
                state.say(true, Message::new("notice.copied_fingerprint"));
            }
        }
        KeyCommand::CopyPublic(id, form) => {
            if let Some(key) = state.ring.get(id).and_then(Entry::public) {
                ctx.copy_text(form.of(key));
                let name = state.lang.text(form.name_key());
                state.say(true, Message::new("notice.copied").with("name", name));
            }
        }
        KeyCommand::SavePublic(id, form) => {
            if let Some(text) = state.ring.get(id).and_then(Entry::public).map(|key| form.of(key)) {
                let ask = ask(state, "keys.save_public_title", "public_key.pem");
                jobs.choose(surroundings.dialogs.save(ask.clone()), ask, save_text(text, state.key_files(None)));
            }
        }
        KeyCommand::SavePrivate(id, form, passphrase) => {
            if let Some(Content::Private(key)) = state.ring.get(id).map(|entry| &entry.content) {
                let key = Arc::clone(key);
                let ask = ask(state, "keys.save_private_title", "private_key.pem");
                let then = save_private_key(id, key, form, passphrase, state.key_files(Some(id)));
                jobs.choose(surroundings.dialogs.save(ask.clone()), ask, then);
            }
        }
    }
}

fn ask(state: &State, title: &str, file_name: &str) -> Ask {
    let kinds = vec![("PEM".to_owned(), vec!["pem", "txt"])];
    Ask { title: state.lang.text(title).into_owned(), kinds, file_name: file_name.to_owned() }
}

fn read(path: PathBuf, wanted: Option<EntryId>, state: &mut State, jobs: &Jobs) {
    state.keys.path = path.display().to_string();
    jobs.read_key_file(path, wanted);
}

fn open(id: EntryId, passphrase: Passphrase, state: &mut State, jobs: &Jobs) {
    if let Some(Content::Locked(key)) = state.ring.get(id).map(|entry| &entry.content) {
        let key = key.clone();
        state.keys.opening = true;
        state.keys.passphrase_fault = None;
        jobs.open_key(id, key, passphrase);
    }
}

/// Lets a key sign; one that was only remembered is read first.
fn activate(id: EntryId, state: &mut State, jobs: &Jobs) {
    let Some(entry) = state.ring.get(id) else { return };
    match (&entry.content, &entry.source) {
        (Content::Unread | Content::Fault(_), Source::File(path, _)) => read(path.clone(), Some(id), state, jobs),
        (Content::Locked(_), _) => state.keys.select(id),
        _ => {
            state.ring.activate(id);
        }
    }
}

/// Takes in what a job has to say about keys.
pub fn take(answer: KeyAnswer, state: &mut State, jobs: &Jobs) {
    match answer {
        KeyAnswer::Chosen(path) => read(path, None, state, jobs),
        KeyAnswer::Read(source, wanted, Ok(entries)) => add(source, wanted, entries, state),
        KeyAnswer::Read(source, _, Err(message)) => {
            state.page = Page::Keys;
            state.keys.fault = Some(Fault { source: source.clone(), message: message.clone() });
            if let Source::File(path, _) = &source {
                state.ring.fail(path, &message);
            }
        }
        KeyAnswer::Remembered(entries) => {
            for entry in entries {
                state.ring.add(entry);
            }
        }
        KeyAnswer::Opened(id, Ok(key)) => {
            state.keys.opened(id, None);
            if let Some(entry) = state.ring.get_mut(id) {
                entry.content = Content::Private(key);
            }
            loaded(id, state);
        }
        KeyAnswer::Opened(id, Err(error)) => state.keys.opened(id, Some(error.message())),
        KeyAnswer::Generated(result) => {
            state.keys.generation = None;
            match result {
                Ok(Some(key)) => {
                    let entry = Entry::new(Content::Private(key), Source::Generated);
                    let id = state.ring.add(like_active(entry, state));
                    state.keys.select(id);
                    state.say(true, Message::new("notice.key_generated"));
                }
                Ok(None) => state.say(false, Message::new("notice.key_not_generated")),
                Err(_) => state.say(false, Message::new("notice.key_generation_failed")),
            }
        }
        KeyAnswer::Saved(_, Err(message)) => state.say(false, message),
        KeyAnswer::Saved(id, Ok(path)) => {
            state.say(true, Message::new("notice.saved").with("path", path.display()));
            if let Some(entry) = state.ring.get_mut(id)
                && matches!(entry.source, Source::Generated | Source::Pasted)
            {
                entry.source = Source::File(path, 1);
            }
        }
    }
}

/// Adds what a file or a paste held; its first private key that can sign does.
fn add(source: Source, wanted: Option<EntryId>, entries: Vec<Entry>, state: &mut State) {
    state.page = Page::Keys;
    state.keys.fault = None;
    let count = entries.len();
    let ids: Vec<EntryId> = entries
        .into_iter()
        .map(|entry| {
            let entry = like_active(entry, state);
            state.ring.add(entry)
        })
        .collect();
    let of = |wanted: fn(&Entry) -> bool| ids.iter().copied().find(|id| state.ring.get(*id).is_some_and(wanted));
    let wanted = wanted.filter(|id| state.ring.get(*id).is_some_and(|entry| entry.signer().is_some()));
    let signer = wanted.or_else(|| of(|entry| entry.signer().is_some()));
    let locked = of(|entry| matches!(entry.content, Content::Locked(_)));
    let Some(shown) = signer.or(locked).or(ids.first().copied()) else { return };
    state.keys.select(shown);
    if signer.is_some() {
        loaded(shown, state);
    } else {
        state.say(true, Message::new("notice.keys_added").with("count", count));
    }
    if let Source::File(path, _) = source {
        state.keys.path = path.display().to_string();
    }
}

/// A new private key is most likely of the mini-program that was signed for last; of a public one nothing is known.
fn like_active(entry: Entry, state: &State) -> Entry {
    if entry.content.is_public() {
        return entry;
    }
    let active = state.ring.active();
    Entry { app_id: active.app_id.clone(), key_version: active.key_version.clone(), ..entry }
}

fn loaded(id: EntryId, state: &mut State) {
    if state.ring.activate(id)
        && let Some(fingerprint) = state.ring.active().fingerprint()
    {
        state.say(true, Message::new("notice.key_loaded").with("key", fingerprint.short()));
    }
}

/// The entry that a record of the settings stands for.
pub fn remembered(record: &KeyRecord) -> Entry {
    let KeyRecord { path, line, role, label, app_id, key_version, colour } = record.clone();
    let source = Source::File(path, line);
    Entry { role, label, app_id, key_version, colour, ..Entry::new(Content::Unread, source) }
}

/// What is remembered of an entry; only files are.
pub fn record(entry: &Entry) -> Option<KeyRecord> {
    let Source::File(path, line) = &entry.source else { return None };
    // The settings are JSON, which has no way to write other names down.
    path.to_str()?;
    let Entry { role, label, app_id, key_version, colour, .. } = entry.clone();
    Some(KeyRecord { path: path.clone(), line: *line, role, label, app_id, key_version, colour })
}

/// Files of public keys among the remembered: they are read at the start, private keys only when asked for.
pub fn remembered_public_files(state: &State) -> Vec<PathBuf> {
    let public = state.ring.entries().iter().filter(|entry| entry.role != Role::ApplicationPrivate);
    let mut files: Vec<PathBuf> = public.filter_map(record).map(|record| record.path).collect();
    files.dedup();
    files
}
