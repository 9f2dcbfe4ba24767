//! In: a command of the user, or the answer of a job. Out: its effects. Nothing else has any.

mod arrival;
mod clipboard;
mod document;
mod effects;
mod files;
mod history;
mod import;
mod key;
mod offer;
mod order;
mod profile;
mod sandbox;
mod session;
mod template;
mod verify;

use std::path::Path;

use eframe::egui::ViewportCommand;

use crate::core::finding::{Explain as _, Message};
use crate::core::key::KeyFailure;
use crate::store::{ORDER_LIMIT_MB, is_too_large};

use super::answer::Answer;
use super::command::{Command, Sought};
use super::finder::Finder;
use super::jobs::{BESIDE, Ended, Job};
use super::notices::Remedy;
use super::page::Page;
use super::pages::errors::state::Read;
use super::pages::keys::state::Closing;
use super::path_dialog::PathDialog;
use super::state::{Asked, ReadAs, State};
use super::tab::Saving;
use super::theme;

pub use clipboard::ask as ask_back;
pub use effects::Effects;
pub use key::{FILE_PATIENCE, await_demo_key, give_up_on_files, read_remembered};
pub use session::{keep, keep_at_last, restore};
pub use template::read as read_templates;

/// Carries out one command.
pub fn perform(command: Command, effects: &mut Effects<'_>) {
    let Effects {
        state, jobs, ctx, ..
    } = effects;
    if command.text().is_some_and(is_too_large) {
        let message = Message::new("notice.text_too_large").with("limit", ORDER_LIMIT_MB);
        return state.say(false, message);
    }

    match command {
        Command::Show(page) => {
            state.page = page;
            state.history.clearing = false;
        }
        Command::SetLanguage(lang) => state.lang = lang,
        Command::SetTheme(choice) => {
            state.theme = choice;
            theme::apply(ctx, choice);
        }
        Command::Copy(export) => order::copy(export, effects),
        Command::Save(export) => order::save(export, effects),
        Command::SaveDraft => order::save_draft(effects),
        Command::Renew => {
            order::sign(effects);
            if effects.state.tab().signature.signed.is_some() {
                effects.state.say(true, Message::new("notice.renewed"));
            }
        }
        Command::NewOrderNumber => order::renew_number(effects),
        Command::Import(text) => import::take(text, None, effects),
        Command::Offer(text) => {
            if !offer::offer(&text, state.page, state) {
                state.say(false, Message::new("notice.not_understood"));
            }
        }
        Command::TakeTo(page, text) => {
            state.page = page;
            perform(offer::command(page, text), effects);
        }
        Command::Document(command) => document::perform(command, effects),
        Command::History(command) => history::perform(command, effects),
        Command::Template(command) => template::perform(command, effects),
        Command::KeepDrafts(keeps) => state.keeps_drafts = keeps,
        Command::Say(message) => state.say(true, message),
        Command::Dismiss(message) => state.notices.remove(&message),
        Command::Open(path) => document::open(path, effects),
        Command::Key(command) => key::perform(command, effects),
        Command::Profile(command) => profile::perform(command, effects),
        Command::Verify(command) => verify::perform(command, effects),
        Command::Sandbox(command) => sandbox::perform(command, effects),
        Command::PasteReport => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
        Command::Report(text) => {
            offer::offer(&text, Page::Errors, state);
            let before = std::mem::replace(&mut state.errors.text, text);
            if !before.trim().is_empty() && before != state.errors.text {
                state.say_removed(Message::new("errors.replaced"), Remedy::Report(before));
            }
        }
        Command::StopReading => {
            state.reading.clear();
            state.say(false, Message::new("notice.reading_stopped"));
        }
        Command::UsePath(path, overwrite) => {
            if let Some(dialog) = state.path_dialog.take() {
                // What is said of it later names the whole path.
                let path = std::path::absolute(&path).unwrap_or(path);
                jobs.spawn(Job::File, move || dialog.then.0(path, overwrite));
            }
        }
        Command::CopyText(text, name) => {
            let name = state.lang.text(name);
            state.say(true, Message::new("notice.copied").with("name", name));
            clipboard::copy(text, effects);
        }
        Command::ReadBack(text) => clipboard::read_back(&text, effects),
        Command::Jump(path) => {
            state.page = Page::Compose;
            state.tab_mut().sheet.jump = Some(path);
        }
        Command::Find(sought) => state.finder = Some(Finder::new(sought)),
        Command::Search => match state.page {
            Page::History => state.history.seeks = true,
            Page::Compose => state.finder = Some(Finder::new(Sought::Field)),
            _ => state.finder = Some(Finder::new(Sought::Anything)),
        },
        Command::ShowHelp => state.asked = Some(Asked::Help),
        Command::ShowSettings => state.asked = Some(Asked::Settings),
        Command::Close => {
            state.keys.closing = Closing::Agreed;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        // `App` does that.
        Command::GoOn => {}
    }
}

/// Takes in how a job ended.
pub fn take(ended: Ended<Answer>, effects: &mut Effects<'_>) {
    let answer = match ended {
        Ended::Answered(answer) => answer,
        Ended::Broken { job, started } => return broken(job, started, effects.state),
    };

    let state = &mut *effects.state;
    match answer {
        Answer::Key(answer) => key::take(answer, effects),
        Answer::Profiles(read) => profile::answered(read, effects),
        Answer::Verify(answer) => verify::take(answer, effects),
        Answer::History(answer) => history::answered(answer, state),
        Answer::Templates(all, done) => template::answered(all, done, state),
        Answer::Kept(result) => session::answered(result, state),
        Answer::Document(answer) => document::answered(answer, effects),
        Answer::Order(path, Ok(text)) => import::take(text, Some(path), effects),
        Answer::Imported(number, result) => {
            if state.has_read(number) {
                import::opened(*result, effects);
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
        Answer::Saved(Ok(path)) => state.say(true, saved(&path)),
        Answer::Exported(path, entry) => {
            state.say(true, saved(&path));
            if let Some(entry) = entry {
                history::add(*entry, effects);
            }
        }
        Answer::Order(_, Err(message)) | Answer::Saved(Err(message)) => state.say(false, message),
    }
}

fn saved(path: &Path) -> Message {
    Message::new("notice.saved").with("path", path.display())
}

/// A job that did not come to its end: what waited for it waits no longer.
fn broken(job: Job, started: bool, state: &mut State) {
    match job {
        Job::Text => state.reading.clear(),
        Job::Passphrase => state.keys.opening = false,
        Job::NewKey => state.keys.generation = None,
        Job::Verify => state.verify.watch = None,
        Job::History => state.history.is_reading = false,
        Job::Session => state.keeping.is_writing = false,
        Job::DemoKey => state.ring.set_demo_key(Err(KeyFailure::Making.message())),
        Job::File => {
            for tab in state.workspace.tabs_mut() {
                tab.saving = Saving::Not;
            }
        }
        Job::Dialog | Job::KeyFile | Job::KeyText => {}
    }

    let message = Message::new(if started {
        "job.panicked"
    } else {
        "job.not_started"
    });
    state.say(false, message.with("job", state.lang.text(job.key())));
}

/// Brings what follows from the screen up to it.
pub fn follow(effects: &mut Effects<'_>) {
    order::follow(effects);
    follow_report(effects);
    verify::follow(effects);
    history::follow(effects);
}

/// Reads the report on the errors page where it has changed, a long one beside the frames.
fn follow_report(effects: &mut Effects<'_>) {
    let Effects { state, jobs, .. } = effects;
    let Some(text) = state.errors.unread() else {
        return;
    };

    if text.len() < BESIDE {
        state.end_reading(ReadAs::Report);
        state.errors.show(Read::of(text));
        return;
    }

    let number = state.begin_reading(ReadAs::Report, text.len());
    jobs.spawn(Job::Text, move || {
        Answer::Explained(number, Box::new(Read::of(text)))
    });
}
