//! In: a [`Command`]. Out: its effect on the state, the jobs, the clipboard and the window. Nothing else has effects.

use std::sync::Arc;

use eframe::egui;

use crate::core::finding::{Explain as _, Message, error_count};
use crate::core::order::import::Source;
use crate::core::order::{Draft, ImportError, Imported, import, number};
use crate::core::signing::{self, Moment, Uri};
use crate::core::store::ORDER_LIMIT_MB;
use crate::dialogs::Ask;
use crate::surroundings::Surroundings;

use super::command::{Command, Text};
use super::jobs::{Answer, BESIDE, Jobs, Then, save_text};
use super::key_command;
use super::pages::errors::Read;
use super::pages::keys::Closing;
use super::path_dialog::PathDialog;
use super::state::{Page, ReadAs, Signature, State};
use super::widgets::params::Editors;
use super::{sandbox_command, theme, verify_command};

/// Carries out one command.
pub fn perform(command: Command, state: &mut State, jobs: &Jobs, surroundings: &Surroundings, ctx: &egui::Context) {
    let is_too_large = |text: &str| u64::try_from(text.len()).is_ok_and(|bytes| bytes > ORDER_LIMIT_MB << 20);
    if command.text().is_some_and(is_too_large) {
        return state.say(false, Message::new("notice.text_too_large").with("limit", ORDER_LIMIT_MB));
    }
    match command {
        Command::Show(page) => state.page = page,
        Command::Speak(lang) => state.lang = lang,
        Command::Wear(choice) => {
            state.theme = choice;
            theme::apply(ctx, choice);
        }
        Command::Copy(text) => copy(text, state, ctx),
        Command::Save(text) => save(text, state, jobs, surroundings),
        Command::Renew => {
            sign(state, surroundings);
            state.say(true, Message::new("notice.renewed"));
        }
        Command::NewOrderNumber => {
            let number = &mut state.compose.form.out_order_no;
            *number = number::renewed(number, state.now, &(surroundings.nonce)());
        }
        Command::Import(text) => take_order(text, state, jobs),
        Command::ChooseOrder => {
            let ask = Ask { title: state.lang.text("import.title").into_owned(), ..Ask::default() };
            jobs.choose(
                surroundings.dialogs.open(ask.clone()),
                ask,
                Then(Box::new(|path, _| Answer::OrderChosen(path))),
            );
        }
        Command::UndoImport => {
            if let Some(before) = state.compose.before_import.take() {
                let (form, imported) = *before;
                state.draft = Draft::of(&form, imported.as_ref());
                state.drafted = form.clone();
                state.compose.form = form;
                state.compose.imported = imported;
            }
        }
        Command::Open(path) => jobs.read_dropped_file(path),
        Command::Key(command) => key_command::perform(command, state, jobs, surroundings, ctx),
        Command::PasteReport => ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste),
        Command::Close => {
            state.keys.closing = Closing::Agreed;
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        }
        Command::Report(text) => state.errors.text = text,
        Command::StopReading => {
            state.reading.clear();
            state.say(false, Message::new("notice.reading_stopped"));
        }
        Command::UsePath(path, overwrite) => {
            if let Some(dialog) = state.path_dialog.take() {
                // What is said of it later names the whole path.
                let path = std::path::absolute(&path).unwrap_or(path);
                jobs.spawn("job.file", move || dialog.then.0(path, overwrite));
            }
        }
        Command::SaveDraft => {
            let text = state.draft.data.as_str().to_owned();
            save_as(Text::Data, text, state, jobs, surroundings);
        }
        // `App` does that.
        Command::GoOn => {}
        Command::Sandbox(command) => sandbox_command::perform(command, state, surroundings),
        Command::CopyText(text, name) => {
            ctx.copy_text(text);
            let name = state.lang.text(name);
            state.say(true, Message::new("notice.copied").with("name", name));
        }
        Command::Verify(command) => verify_command::perform(command, state, jobs, surroundings, ctx),
        Command::Jump(path) => {
            state.page = Page::Compose;
            state.compose.jump = Some(path);
        }
    }
}

/// Takes in what a job has to say.
pub fn take(answer: Answer, state: &mut State, jobs: &Jobs) {
    match answer {
        Answer::Key(answer) => key_command::take(answer, state, jobs),
        Answer::Verify(answer) => verify_command::take(answer, state, jobs),
        Answer::Order(Ok(text)) => take_order(text, state, jobs),
        Answer::OrderChosen(path) => jobs.read_dropped_file(path),
        Answer::Imported(number, result) => {
            if state.has_read(number) {
                open_order(*result, state);
            }
        }
        Answer::Explained(number, read) => {
            if state.has_read(number) {
                state.errors.show(*read);
            }
        }
        Answer::NothingChosen(true) => state.say(false, Message::new("notice.not_saved")),
        Answer::NothingChosen(false) => {}
        Answer::NoDialog(ask, then) => state.path_dialog = Some(PathDialog::new(ask, then)),
        Answer::Saved(Ok(path)) => state.say(true, Message::new("notice.saved").with("path", path.display())),
        Answer::Order(Err(message)) | Answer::Saved(Err(message)) => state.say(false, message),
        Answer::Broken { job, started } => broken(job, started, state),
    }
}

/// A job that did not come to its end: what waited for it waits no longer.
fn broken(job: &'static str, started: bool, state: &mut State) {
    match job {
        "job.text" => state.reading.clear(),
        "job.passphrase" => state.keys.opening = false,
        "job.new_key" => state.keys.generation = None,
        "job.verify" => state.verify.watch = None,
        _ => {}
    }
    let message = Message::new(if started { "job.panicked" } else { "job.not_started" });
    state.say(false, message.with("job", state.lang.text(job)));
}

/// Brings the draft and the signature up to what is on the screen.
pub fn follow(state: &mut State, jobs: &Jobs, surroundings: &Surroundings) {
    if state.compose.form != state.drafted {
        state.drafted = state.compose.form.clone();
        state.draft = Draft::of(&state.drafted, state.compose.imported.as_ref());
    }
    if state.signature.asked.as_ref() != Some(&state.subject()) {
        sign(state, surroundings);
    }
    follow_report(state, jobs);
    verify_command::follow(state, jobs);
}

/// Reads the report on the errors page where it has changed, a long one beside the frames.
fn follow_report(state: &mut State, jobs: &Jobs) {
    let Some(text) = state.errors.unread() else { return };
    if text.len() < BESIDE {
        state.end_reading(ReadAs::Report);
        let read = Read::of(text);
        state.errors.show(read);
        return;
    }
    let number = state.begin_reading(ReadAs::Report, text.len());
    jobs.spawn("job.text", move || Answer::Explained(number, Box::new(Read::of(text))));
}

/// Signs the draft, at this moment.
fn sign(state: &mut State, surroundings: &Surroundings) {
    let subject = state.subject();
    let signed = match &subject.identity {
        Err(error) => Err(error.message()),
        Ok(_) if !subject.has_time => Err(Message::new("clock.implausible_here")),
        Ok(identity) => {
            let moment = Moment { timestamp: state.now, nonce: (surroundings.nonce)() };
            let (data, identity) = (subject.data.clone(), identity.clone());
            let signed = signing::sign(data, identity, moment, Uri::request_order(), state.ring.signer());
            signed.map_err(|error| error.message())
        }
    };
    state.signature = match signed {
        Ok(signed) => Signature { signed: Some(Arc::new(signed)), obstacle: None, asked: Some(subject) },
        Err(obstacle) => Signature { signed: None, obstacle: Some(obstacle), asked: Some(subject) },
    };
}

/// Copies what is on the screen.
fn copy(text: Text, state: &mut State, ctx: &egui::Context) {
    let Some(signed) = &state.signature.signed else { return };
    ctx.copy_text(text.of(signed).into_owned());
    let errors = error_count(&state.draft.findings);
    let name = state.lang.text(text.name_key());
    let message = if errors > 0 {
        Message::new("notice.copied_with_errors").with("name", name).with("count", errors)
    } else if state.is_demo() {
        Message::new("notice.copied_demo").with("name", name)
    } else {
        Message::new("notice.copied").with("name", name)
    };
    state.say(errors == 0, message);
}

/// Saves what is on the screen.
fn save(text: Text, state: &mut State, jobs: &Jobs, surroundings: &Surroundings) {
    if let Some(signed) = state.signature.signed.clone() {
        save_as(text, text.of(&signed).into_owned(), state, jobs, surroundings);
    }
}

fn save_as(kind: Text, text: String, state: &State, jobs: &Jobs, surroundings: &Surroundings) {
    let (file_name, ending) = kind.file();
    let ask = Ask {
        title: state.lang.fill("preview.save_title", &[("name", &state.lang.text(kind.name_key()))]),
        kinds: vec![(ending.to_uppercase(), vec![ending])],
        file_name: file_name.to_owned(),
    };
    jobs.choose(surroundings.dialogs.save(ask.clone()), ask, save_text(text, state.key_files(None)));
}

/// Reads an order, a long one beside the frames.
fn take_order(text: String, state: &mut State, jobs: &Jobs) {
    if text.len() < BESIDE {
        state.end_reading(ReadAs::Order);
        return open_order(import(&text), state);
    }
    let number = state.begin_reading(ReadAs::Order, text.len());
    jobs.spawn("job.text", move || Answer::Imported(number, Box::new(import(&text))));
}

/// Opens an order in the form; the form before it can be had back.
fn open_order(read: Result<Imported, ImportError>, state: &mut State) {
    match read {
        Ok(imported) => {
            let page = &mut state.compose;
            let form = std::mem::replace(&mut page.form, imported.form.clone());
            page.before_import = Some(Box::new((form, page.imported.take())));
            page.editors = Editors::default();
            page.import_text = None;
            page.import_fault = None;
            state.drafted = imported.form.clone();
            state.draft = Draft::of(&state.drafted, Some(&imported));
            let key = match imported.source {
                Source::Data => "notice.imported_data",
                Source::Answer => "notice.imported_answer",
                Source::Script => "notice.imported_script",
            };
            let key = if imported.data.is_some() { key } else { "notice.imported_object" };
            let message = Message::new(key).with("count", state.draft.data.as_str().len());
            state.compose.imported = Some(imported);
            state.page = Page::Compose;
            state.say(true, message);
        }
        Err(error) => {
            let message = error.message();
            state.compose.import_fault = Some(message.clone());
            state.say(false, Message::new("notice.not_imported").with("reason", state.lang.say(&message)));
        }
    }
}
