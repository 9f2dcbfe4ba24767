//! What the commands of the verify page do, and what its jobs have to say.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use eframe::egui::ViewportCommand;

use crate::core::diagnosis::search::Watch;
use crate::core::diagnosis::server_string::{compare, explained};
use crate::core::diagnosis::{Case, KnownKey, Verdict, case_file, verify};
use crate::core::finding::{Explain as _, Message};
use crate::core::intake;
use crate::core::key::read::holds_private_key;
use crate::core::key::ring::{Content, Entry, Source};
use crate::core::time::Timestamp;
use crate::store;
use crate::ui::answer::{Answer, KeyAnswer, Taken, Then, VerifyAnswer};
use crate::ui::command::VerifyCommand;
use crate::ui::dialogs::Ask;
use crate::ui::jobs::{BESIDE, Job};
use crate::ui::notices::Remedy;
use crate::ui::page::Page;
use crate::ui::pages::verify::state::{Asked, CaseForm, Checked, KeyIdentity};
use crate::ui::shelf::Shelf;
use crate::ui::state::{ReadAs, State};

use super::clipboard;
use super::effects::Effects;
use super::files::{entries_of, save_text};
use super::import::say_several;

/// Shows a payload; what stood there before can be had back.
fn put(form: CaseForm, state: &mut State) {
    state.verify.fault = None;
    let before = std::mem::replace(&mut state.verify.form, form);
    let empty = CaseForm {
        kind: before.kind,
        ..CaseForm::default()
    };
    if before != empty && before != state.verify.form {
        state.verify.before = Some(before);
        let said = if state.verify.form == empty {
            "verify.cleared"
        } else {
            "verify.replaced"
        };
        state.say_removed(Message::new(said), Remedy::Payload);
    }
}

fn taken_of(text: &str) -> Taken {
    if case_file::is_bundle(text) {
        Taken::Case(case_file::open(text))
    } else {
        Taken::Parts(intake::read(text))
    }
}

/// Carries out one command.
pub fn perform(command: VerifyCommand, effects: &mut Effects<'_>) {
    let Effects { state, ctx, .. } = effects;
    match command {
        VerifyCommand::Paste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
        VerifyCommand::Take(text) => take_text(text, effects),
        VerifyCommand::TakeParts(parts) => {
            state.page = Page::Verify;
            let mut form = CaseForm::default();
            form.take(*parts);
            put(form, state);
        }
        VerifyCommand::Choose => {
            let ask = Ask {
                title: state.lang.text("verify.open").into_owned(),
                ..Ask::default()
            };
            let then = Then(Box::new(|path, _| {
                Answer::Verify(VerifyAnswer::Chosen(path))
            }));
            effects.choose(ask, then);
        }
        VerifyCommand::Open(path) => read(path, effects),
        VerifyCommand::UseComposed => {
            if let Some(signed) = &state.tab().signature.signed {
                let form = CaseForm {
                    data: signed.data().to_owned(),
                    authorization: signed.byte_authorization().to_owned(),
                    ..CaseForm::default()
                };
                put(form, state);
            }
        }
        VerifyCommand::Clear => {
            let kind = state.verify.form.kind;
            state.verify.case_keys.clear();
            put(
                CaseForm {
                    kind,
                    ..CaseForm::default()
                },
                state,
            );
        }
        VerifyCommand::Restore => {
            if let Some(form) = state.verify.before.take() {
                put(form, state);
            }
        }
        VerifyCommand::Stop => {
            if let Some(watch) = &state.verify.watch {
                watch.stop.store(true, Ordering::Relaxed);
            }
        }
        VerifyCommand::CopyNote => {
            if let Some(checked) = &state.verify.checked {
                let lang = state.lang;
                let say = |message: &Message| lang.say(message);
                let note = case_file::note(&checked.case, &checked.report, &say);
                let name = lang.text("verify.note");
                state.say(true, Message::new("notice.copied").with("name", name));
                clipboard::copy(note, effects);
            }
        }
        VerifyCommand::CopyDigest => {
            let opened = state
                .verify
                .checked
                .as_ref()
                .and_then(|checked| checked.report.opened.as_ref());
            if let Some(digest) = opened.map(|opened| opened.digest.clone()) {
                let name = state.lang.text("case_note.digest");
                state.say(true, Message::new("notice.copied").with("name", name));
                clipboard::copy(digest, effects);
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
                effects.choose(ask, then);
            }
        }
    }
}

fn read(path: PathBuf, effects: &Effects<'_>) {
    effects.jobs.spawn(Job::File, move || {
        let name = path.display().to_string();
        let opened = store::open_regular(&path).map_err(|error| store::unreadable(&path, &error));
        let bytes = opened
            .and_then(|file| store::bytes(file, &name))
            .map_err(|error| error.message());
        // A private key is never left to a field, whatever it was opened as.
        if bytes.as_ref().is_ok_and(|bytes| holds_private_key(bytes)) {
            let keys = entries_of(&path).map_err(|error| error.message());
            return Answer::Key(KeyAnswer::Read(Source::File(path, 1), None, keys));
        }

        Answer::Verify(VerifyAnswer::Read(bytes))
    });
}

/// Takes in what a job has to say.
pub fn take(answer: VerifyAnswer, effects: &mut Effects<'_>) {
    let state = &mut *effects.state;
    match answer {
        VerifyAnswer::Checked(number, checked) if number == state.verify.number => {
            state.verify.watch = None;
            if let Some(remark) = checked.remark.clone() {
                state.say(false, remark);
            }
            state.verify.checked = Some(checked);
        }
        VerifyAnswer::Chosen(path) => read(path, effects),
        VerifyAnswer::Read(result) => match result.map(String::from_utf8) {
            Ok(Ok(text)) => take_text(text, effects),
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
fn take_text(text: String, effects: &mut Effects<'_>) {
    let state = &mut *effects.state;
    if text.len() < BESIDE {
        state.end_reading(ReadAs::Payload);
        return show(taken_of(&text), state);
    }

    let number = state.begin_reading(ReadAs::Payload, text.len());
    effects.jobs.spawn(Job::Text, move || {
        Answer::Verify(VerifyAnswer::Taken(number, Box::new(taken_of(&text))))
    });
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
        Taken::Parts(read) if read.parts.is_empty() => {
            state.verify.fault = Some(Message::new("verify.nothing_found"));
        }
        Taken::Parts(read) => {
            say_several(read.order_numbers, state);
            state.verify.form.take(read.parts);
        }
    }
}

/// Asks for a report where the payload or the keys have changed.
pub fn follow(effects: &mut Effects<'_>) {
    let Effects { state, jobs, .. } = effects;
    state.known_keys.follow(&state.ring, state.lang);
    let page = &mut state.verify;
    let keys = || all_keys(state.known_keys.keys(), &page.case_keys);
    let is_asked = page.asked.as_ref().is_some_and(|asked| {
        asked.form == page.form
            && asked.keys.len() == keys().count()
            && asked
                .keys
                .iter()
                .zip(keys())
                .all(|(asked, key)| *asked == identity_of(key))
    });
    if is_asked {
        return;
    }

    let keys: Vec<KnownKey> = keys().cloned().collect();
    page.asked = Some(Asked {
        form: page.form.clone(),
        keys: keys.iter().map(identity_of).collect(),
    });
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
    let locked = |entry: &&Entry| matches!(entry.content, Content::Locked(_));
    let unread = state.ring.entries().iter().filter(locked).count();
    let (number, case, now) = (page.number, page.form.case(), state.now);
    let shelf = state.shelf.clone();
    jobs.spawn(Job::Verify, move || {
        let report = verify(&case, &keys, now, &watch).with_unread_keys(unread);
        let mut checked = Checked {
            case,
            keys,
            report,
            of_history: None,
            remark: None,
        };
        if let Some(shelf) = shelf.filter(|shelf| shelf.is_there()) {
            explain_by_history(&mut checked, &shelf, now, &watch);
        }
        Answer::Verify(VerifyAnswer::Checked(number, Arc::new(checked)))
    });
}

/// Where nothing explains a signature that was made here: what was signed stands in the history,
/// and is compared. It counts only if the signature fits it.
fn explain_by_history(checked: &mut Checked, shelf: &Shelf, now: Timestamp, watch: &Watch) {
    let Checked {
        case,
        keys,
        report,
        of_history,
        remark,
    } = checked;
    let is_unexplained = report.verdict == Verdict::DifferentBytesUnexplained;
    if !is_unexplained || watch.stop.load(Ordering::Relaxed) {
        return;
    }

    let authorization = case.authorization.trim();
    let found = shelf.with(|history| history.signed_with(authorization));
    // A history that cannot be read is told on its own page.
    let Ok((found, said)) = found else { return };
    *remark = said;
    let Some((data, number)) = found else { return };
    let known = Case {
        data: data.into_bytes(),
        ..case.clone()
    };
    // Line 2 may be another one too.
    let known = verify(&known, keys, now, watch);
    let signed = if known.verdict.is_valid() {
        Some(known.sent)
    } else {
        known.signed
    };
    if let Some(signed) = signed {
        let compared = compare(report, &signed);
        *report = explained(report.clone(), &compared);
        report.signed = Some(signed);
        *of_history = Some(number);
    }
}

/// The keys of the ring, and those that came with a case file.
fn all_keys<'k>(ring: &'k [KnownKey], case: &'k [KnownKey]) -> impl Iterator<Item = &'k KnownKey> {
    let is_of_ring = |key: &&KnownKey| {
        let of_ring = ring.iter().map(|known| known.key.fingerprint());
        !of_ring
            .into_iter()
            .any(|known| known == key.key.fingerprint())
    };
    ring.iter().chain(case.iter().filter(is_of_ring))
}

/// What of a key a report depends on.
fn identity_of(known: &KnownKey) -> KeyIdentity {
    KeyIdentity {
        fingerprint: known.key.fingerprint().clone(),
        is_platform: known.is_platform,
        app_id: known.app_id.clone(),
        key_version: known.key_version.clone(),
    }
}
