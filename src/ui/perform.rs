//! In: a [`Command`]. Out: its effect on the state, the jobs, the clipboard and the window. Nothing else has effects.

use std::sync::Arc;

use eframe::egui;

use crate::core::finding::{Explain as _, Message, Severity};
use crate::core::order::import::Source;
use crate::core::order::{Draft, import, number};
use crate::core::signing::Moment;
use crate::dialogs::Ask;
use crate::surroundings::Surroundings;

use super::command::{Command, Text};
use super::jobs::{Answer, Jobs, SignRequest};
use super::key_command::{self, KeyCommand};
use super::pages::keys::Closing;
use super::state::{Page, State};
use super::widgets::params::Editors;
use super::{sandbox_command, theme, verify_command};

/// Carries out one command.
pub fn perform(command: Command, state: &mut State, jobs: &Jobs, surroundings: &Surroundings, ctx: &egui::Context) {
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
            request_signature(state, jobs, surroundings);
            state.say(true, Message::new("notice.renewed"));
        }
        Command::NewOrderNumber => {
            let number = &mut state.compose.form.out_order_no;
            *number = number::renewed(number, state.now, &(surroundings.nonce)());
        }
        Command::Import(text) => open_order(&text, state),
        Command::ChooseOrder => {
            let title = state.lang.text("import.title").into_owned();
            jobs.choose(surroundings.dialogs.open(Ask { title, ..Ask::default() }), Answer::ChosenOrder);
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
        Command::Open(path) => {
            state.busy += 1;
            jobs.read_dropped_file(path);
        }
        Command::Key(command) => key_command::perform(command, state, jobs, surroundings, ctx),
        Command::PasteReport => ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste),
        Command::Close => {
            state.keys.closing = Closing::Agreed;
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        }
        Command::Report(text) => state.errors.text = text,
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
pub fn take(answer: Answer, state: &mut State, jobs: &Jobs, surroundings: &Surroundings, ctx: &egui::Context) {
    match answer {
        Answer::Signed(number, result) if number == state.signature.number => {
            state.signature.pending = false;
            match result {
                Ok(signed) => state.signature.signed = Some(signed),
                Err(obstacle) => {
                    state.signature.signed = None;
                    state.signature.obstacle = Some(obstacle);
                }
            }
            if let Some(text) = state.copy_when_signed.take() {
                copy(text, state, ctx);
            }
        }
        Answer::Key(answer) => key_command::take(answer, state),
        Answer::Verify(answer) => verify_command::take(answer, state, jobs),
        Answer::Order(result) => {
            state.busy = state.busy.saturating_sub(1);
            match result {
                Ok(text) => open_order(&text, state),
                Err(message) => state.say(false, message),
            }
        }
        Answer::Chosen(Some(path)) => key_command::perform(KeyCommand::Read(path), state, jobs, surroundings, ctx),
        Answer::ChosenOrder(Some(path)) => {
            state.busy += 1;
            jobs.read_dropped_file(path);
        }
        Answer::Saved(None) => state.say(false, Message::new("notice.not_saved")),
        Answer::Saved(Some(Ok(path))) => state.say(true, Message::new("notice.saved").with("path", path.display())),
        Answer::Saved(Some(Err(message))) => state.say(false, message),
        // Nothing was chosen; or what was typed meanwhile is being signed already.
        Answer::Chosen(None) | Answer::ChosenOrder(None) | Answer::Signed(..) => {}
    }
}

/// Brings the draft and the signature up to what is on the screen.
pub fn follow(state: &mut State, jobs: &Jobs, surroundings: &Surroundings) {
    if state.compose.form != state.drafted {
        state.drafted = state.compose.form.clone();
        state.draft = Draft::of(&state.drafted, state.compose.imported.as_ref());
    }
    if state.signature.asked.as_ref() != Some(&state.subject()) {
        request_signature(state, jobs, surroundings);
    }
    verify_command::follow(state, jobs);
}

/// Asks for a signature of the draft, at this moment.
fn request_signature(state: &mut State, jobs: &Jobs, surroundings: &Surroundings) {
    let subject = state.subject();
    state.signature.number += 1;
    match subject.identity.clone() {
        Ok(identity) => {
            state.signature.pending = true;
            state.signature.obstacle = None;
            let request = SignRequest {
                data: subject.data.clone(),
                identity,
                moment: Moment { timestamp: state.now, nonce: (surroundings.nonce)() },
                key: Arc::clone(state.ring.signer()),
            };
            jobs.sign(state.signature.number, request);
        }
        Err(error) => {
            state.signature.pending = false;
            state.signature.signed = None;
            state.signature.obstacle = Some(error.message());
        }
    }
    state.signature.asked = Some(subject);
}

/// Copies what is on the screen: where a newer signature is under way, that one, as soon as it is there.
fn copy(text: Text, state: &mut State, ctx: &egui::Context) {
    if state.signature.pending {
        state.copy_when_signed = Some(text);
        return;
    }
    let Some(signed) = &state.signature.signed else { return };
    ctx.copy_text(text.of(signed).into_owned());
    let errors = state.draft.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
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

/// Saves what is on the screen; while a newer signature is under way there is nothing yet that belongs together.
fn save(text: Text, state: &mut State, jobs: &Jobs, surroundings: &Surroundings) {
    let Some(signed) = state.signature.signed.as_deref().filter(|_| !state.signature.pending) else {
        return state.say(false, Message::new("notice.save_when_signed"));
    };
    let (file_name, ending) = text.file();
    let ask = Ask {
        title: state.lang.fill("preview.save_title", &[("name", &state.lang.text(text.name_key()))]),
        kinds: vec![(ending.to_uppercase(), vec![ending])],
        file_name: file_name.to_owned(),
    };
    jobs.save(surroundings.dialogs.save(ask), text.of(signed).into_owned());
}

/// Opens an order in the form; the form before it can be had back.
fn open_order(text: &str, state: &mut State) {
    match import(text) {
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
