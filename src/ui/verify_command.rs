//! In: what is to be done on the verify page. Out: its effect on the page, the jobs and the clipboard.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use eframe::egui::{self, ViewportCommand};

use crate::core::diagnosis::search::Watch;
use crate::core::diagnosis::{Case, KnownKey, case_file, intake, verify};
use crate::core::finding::{Explain as _, Message};
use crate::core::key::ring::{Content, Entry, Ring, Role, Source};
use crate::core::store;
use crate::core::time::Timestamp;
use crate::dialogs::Ask;
use crate::surroundings::Surroundings;
use crate::texts::Lang;

use super::jobs::{Answer, BESIDE, Jobs, Then, save_text};
use super::key_jobs::{KeyAnswer, entries_of};
use super::pages::keys::title_of;
use super::pages::verify::{Asked, CaseForm, Checked};
use super::state::{DEMO_APP_ID, Page, ReadAs, State};

/// What the verify page can be asked to do.
#[derive(Debug)]
pub enum VerifyCommand {
    /// Ask the system for what was copied.
    Paste,
    /// Take a text in which a payload stands.
    Take(String),
    /// Take the parts of a payload that were found elsewhere.
    TakeParts(Box<intake::Parts>),
    /// Choose a file.
    Choose,
    /// Read a file: a case, or a text in which a payload stands, or `data` alone.
    Open(PathBuf),
    /// Look at the order of the compose page.
    UseComposed,
    /// Empty all fields.
    Clear,
    /// Stop the search.
    Stop,
    /// Copy the note for support.
    CopyNote,
    /// Copy the digest in the signature.
    CopyDigest,
    /// Save the case.
    SaveCase,
}

/// What a thread has to say about a payload.
#[derive(Debug)]
pub enum VerifyAnswer {
    /// The report that was asked for under this number.
    Checked(u64, Arc<Checked>),
    /// A file was chosen.
    Chosen(PathBuf),
    /// What stands in a text that was read under this number.
    Taken(u64, Box<Taken>),
    /// The bytes of a file, or why there are none.
    Read(Result<Vec<u8>, Message>),
}

/// What a text on the verify page is.
#[derive(Debug)]
pub enum Taken {
    /// Parts of a payload; none where there are none in it.
    Parts(intake::Parts),
    /// A case with its keys, or why the file is none.
    Case(Result<(Case, Vec<KnownKey>), case_file::NoCase>),
}

impl Taken {
    fn of(text: &str) -> Self {
        if case_file::is_bundle(text) { Self::Case(case_file::open(text)) } else { Self::Parts(intake::find(text)) }
    }
}

/// Carries out one command.
pub fn perform(
    command: VerifyCommand,
    state: &mut State,
    jobs: &Jobs,
    surroundings: &Surroundings,
    ctx: &egui::Context,
) {
    match command {
        VerifyCommand::Paste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
        VerifyCommand::Take(text) => take_text(text, state, jobs),
        VerifyCommand::TakeParts(parts) => {
            state.page = Page::Verify;
            state.verify.fault = None;
            state.verify.form = CaseForm::default();
            state.verify.form.take(*parts);
        }
        VerifyCommand::Choose => {
            let ask = Ask { title: state.lang.text("verify.open").into_owned(), ..Ask::default() };
            let then = Then(Box::new(|path, _| Answer::Verify(VerifyAnswer::Chosen(path))));
            jobs.choose(surroundings.dialogs.open(ask.clone()), ask, then);
        }
        VerifyCommand::Open(path) => read(path, jobs),
        VerifyCommand::UseComposed => {
            if let Some(signed) = &state.signature.signed {
                state.verify.form = CaseForm {
                    data: signed.data().to_owned(),
                    authorization: signed.byte_authorization().to_owned(),
                    ..CaseForm::default()
                };
                state.verify.fault = None;
            }
        }
        VerifyCommand::Clear => {
            state.verify.form = CaseForm { kind: state.verify.form.kind, ..CaseForm::default() };
            state.verify.case_keys.clear();
            state.verify.fault = None;
        }
        VerifyCommand::Stop => {
            if let Some(watch) = &state.verify.watch {
                watch.stop.store(true, Ordering::Relaxed);
            }
        }
        VerifyCommand::CopyNote => {
            if let Some(checked) = &state.verify.checked {
                let lang = state.lang;
                ctx.copy_text(case_file::note(&checked.case, &checked.report, &|message| lang.say(message)));
                let name = lang.text("verify.note");
                state.say(true, Message::new("notice.copied").with("name", name));
            }
        }
        VerifyCommand::CopyDigest => {
            let opened = state.verify.checked.as_ref().and_then(|checked| checked.report.opened.as_ref());
            if let Some(digest) = opened.map(|opened| opened.digest.clone()) {
                ctx.copy_text(digest);
                let name = state.lang.text("case_note.digest");
                state.say(true, Message::new("notice.copied").with("name", name));
            }
        }
        VerifyCommand::SaveCase => {
            if let Some(checked) = &state.verify.checked {
                let ask = Ask {
                    title: state.lang.text("verify.save_case").into_owned(),
                    kinds: vec![("JSON".to_owned(), vec!["json"])],
                    file_name: "signature-case.json".to_owned(),
                };
                let bundle = case_file::bundle(&checked.case, &checked.keys, &checked.report);
                let then = save_text(bundle, state.key_files(None));
                jobs.choose(surroundings.dialogs.save(ask.clone()), ask, then);
            }
        }
    }
}

fn read(path: PathBuf, jobs: &Jobs) {
    jobs.spawn("job.file", move || {
        // A private key is never left to a field, whatever it was opened as.
        let is_private = |entry: &Entry| matches!(entry.content, Content::Private(_) | Content::Locked(_));
        if let Some(keys) = entries_of(&path).ok().filter(|keys| keys.iter().any(is_private)) {
            return Answer::Key(KeyAnswer::Read(Source::File(path, 1), None, Ok(keys)));
        }
        let name = path.display().to_string();
        let opened = store::open_regular(&path).map_err(|error| store::unreadable(&path, &error));
        let bytes = opened.and_then(|file| store::bytes(file, &name)).map_err(|error| error.message());
        Answer::Verify(VerifyAnswer::Read(bytes))
    });
}

/// Takes in what a job has to say.
pub fn take(answer: VerifyAnswer, state: &mut State, jobs: &Jobs) {
    match answer {
        VerifyAnswer::Checked(number, checked) if number == state.verify.number => {
            state.verify.watch = None;
            state.verify.checked = Some(checked);
        }
        VerifyAnswer::Chosen(path) => read(path, jobs),
        VerifyAnswer::Read(result) => match result.map(String::from_utf8) {
            Ok(Ok(text)) => take_text(text, state, jobs),
            // Bytes that are no text can only be `data`.
            Ok(Err(error)) => state.verify.form.bytes = Some(error.into_bytes()),
            Err(message) => state.verify.fault = Some(message),
        },
        VerifyAnswer::Taken(number, taken) => {
            if state.has_read(number) {
                show(*taken, state);
            }
        }
        // What was typed meanwhile is being looked at.
        VerifyAnswer::Checked(..) => {}
    }
}

/// Takes what stands in a text; a long one is read beside the frames.
fn take_text(text: String, state: &mut State, jobs: &Jobs) {
    if text.len() < BESIDE {
        state.end_reading(ReadAs::Payload);
        return show(Taken::of(&text), state);
    }
    let number = state.begin_reading(ReadAs::Payload, text.len());
    jobs.spawn("job.text", move || Answer::Verify(VerifyAnswer::Taken(number, Box::new(Taken::of(&text)))));
}

fn show(taken: Taken, state: &mut State) {
    state.page = Page::Verify;
    state.verify.fault = None;
    match taken {
        Taken::Case(Ok((case, keys))) => {
            state.verify.form = CaseForm::of(case);
            state.verify.case_keys = keys;
        }
        Taken::Case(Err(error)) => state.verify.fault = Some(error.message()),
        Taken::Parts(parts) if parts.is_empty() => state.verify.fault = Some(Message::new("verify.nothing_found")),
        Taken::Parts(parts) => state.verify.form.take(parts),
    }
}

/// Asks for a report where the payload or the keys have changed.
pub fn follow(state: &mut State, jobs: &Jobs) {
    let mut keys = known_keys(&state.ring, state.lang);
    for key in &state.verify.case_keys {
        if !keys.iter().any(|known| known.key.fingerprint() == key.key.fingerprint()) {
            keys.push(key.clone());
        }
    }
    let of = |known: &KnownKey| {
        let KnownKey { is_platform, app_id, key_version, key, .. } = known.clone();
        (key.fingerprint().clone(), is_platform, app_id, key_version)
    };
    let page = &mut state.verify;
    let is_new = page.asked.as_ref().is_none_or(|asked| {
        asked.form != page.form || !asked.keys.iter().eq(keys.iter().map(of).collect::<Vec<_>>().iter())
    });
    if !is_new {
        return;
    }
    page.asked = Some(Asked { form: page.form.clone(), keys: keys.iter().map(of).collect() });
    page.number += 1;
    if let Some(before) = page.watch.take() {
        before.stop.store(true, Ordering::Relaxed);
    }
    if !page.form.is_ready() {
        page.checked = None;
        return;
    }
    let watch = Arc::new(Watch::default());
    page.watch = Some(Arc::clone(&watch));
    check(jobs, page.number, page.form.case(), keys, state.now, watch);
}

fn check(jobs: &Jobs, number: u64, case: Case, keys: Vec<KnownKey>, now: Timestamp, watch: Arc<Watch>) {
    jobs.spawn("job.verify", move || {
        let report = verify(&case, &keys, now, &watch);
        Answer::Verify(VerifyAnswer::Checked(number, Arc::new(Checked { case, keys, report })))
    });
}

/// The public keys of the ring, each once; the one that signs first.
fn known_keys(ring: &Ring, lang: Lang) -> Vec<KnownKey> {
    let mut keys: Vec<KnownKey> = Vec::new();
    let active = ring.active();
    let others = ring.entries().iter().filter(|entry| entry.id != active.id);
    for entry in [active].into_iter().chain(others) {
        let Some(key) =
            entry.public().filter(|key| !keys.iter().any(|known| known.key.fingerprint() == key.fingerprint()))
        else {
            continue;
        };
        keys.push(KnownKey {
            name: described(entry, lang),
            is_platform: entry.role == Role::PlatformPublic,
            is_due: false,
            app_id: said(entry, &entry.app_id),
            key_version: said(entry, &entry.key_version),
            key: key.clone(),
        });
    }
    keys
}

/// How many keys of the ring there are to look with.
pub fn count(ring: &Ring) -> usize {
    known_keys(ring, Lang::Zh).len()
}

fn described(entry: &Entry, lang: Lang) -> String {
    let title = title_of(entry, lang);
    match entry.role {
        Role::PlatformPublic => title,
        _ if said(entry, &entry.app_id).is_none() => title,
        _ => format!("{title} · {} · v{}", entry.app_id, entry.key_version),
    }
}

/// What the user says of an application key; a platform key has no `appid` and no version of ours.
fn said(entry: &Entry, value: &str) -> Option<String> {
    let is_said = entry.role != Role::PlatformPublic && !value.trim().is_empty() && entry.app_id != DEMO_APP_ID;
    is_said.then(|| value.trim().to_owned())
}
