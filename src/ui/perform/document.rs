//! Documents: begun, opened, saved, closed; edits taken back.

use std::path::PathBuf;

use crate::core::finding::{Explain as _, Message};
use crate::core::order::{Document, OrderForm, example};
use crate::core::path::{FieldPath, Place};
use crate::core::platform::Field;
use crate::core::signing::Export;
use crate::store::history::Action;
use crate::store::{self, Access, Output};
use crate::ui::answer::{Answer, DocumentAnswer, Then};
use crate::ui::command::DocumentCommand;
use crate::ui::dialogs::Ask;
use crate::ui::jobs::Job;
use crate::ui::notices::Remedy;
use crate::ui::page::Page;
use crate::ui::state::State;
use crate::ui::tab::{OrderFile, Saving, Tab, digest};
use crate::ui::tab_id::TabId;

use super::effects::Effects;
use super::import::{read, remember};
use super::{files, history, order};

/// Carries out one command.
pub fn perform(command: DocumentCommand, effects: &mut Effects<'_>) {
    let at = (effects.surroundings.uptime)();
    let state = &mut *effects.state;
    match command {
        DocumentCommand::New => {
            let document = new(effects);
            begin(document, effects.state);
            // The first thing that is to be typed.
            let title = FieldPath::Field(Place::in_sku(0, Field::Title));
            effects.state.tab_mut().sheet.jump = Some(title);
        }
        DocumentCommand::NewExample => begin(Document::new(example::form()), state),
        DocumentCommand::Choose => choose(effects),
        DocumentCommand::Open(path) => open(path, effects),
        DocumentCommand::Import => {
            state.page = Page::Compose;
            state.compose.import_text = Some(String::new());
            state.compose.import_fault = None;
        }
        DocumentCommand::Save => save(effects),
        DocumentCommand::SaveAs => save_as(effects),
        DocumentCommand::Overwrite(id) => write(id, true, effects),
        DocumentCommand::Reload(id) => reload(id, effects),
        DocumentCommand::Compare => compare(effects),
        DocumentCommand::Duplicate => {
            let document = state.tab().sheet.document.clone();
            state.page = Page::Compose;
            state.workspace.open(document, None);
        }
        DocumentCommand::Close(id) => close(id, effects),
        DocumentCommand::Reopen => {
            state.page = Page::Compose;
            state.notices.forget_closed();
            if !state.workspace.reopen() {
                state.say(false, Message::new("notice.nothing_closed"));
            }
        }
        DocumentCommand::Select(id) => {
            state.page = Page::Compose;
            state.workspace.select(id);
        }
        DocumentCommand::Next => state.workspace.step(true),
        DocumentCommand::Previous => state.workspace.step(false),
        DocumentCommand::Undo | DocumentCommand::Redo => {
            state.tab_mut().follow(at);
            let forth = command == DocumentCommand::Redo;
            // What was said of the last try is past.
            let nothing = ["notice.no_undo", "notice.no_redo"].map(Message::new);
            for message in &nothing {
                state.notices.remove(message);
            }
            let [no_undo, no_redo] = nothing;
            if !state.tab_mut().step(forth) {
                state.say(false, if forth { no_redo } else { no_undo });
            }
        }
        // Without a signature no number is used up.
        DocumentCommand::RenewAndCopy if state.tab().signature.signed.is_none() => {
            order::copy(Export::Answer, effects);
        }
        DocumentCommand::RenewAndCopy => {
            order::renew_number(effects);
            order::follow(effects);
            order::copy(Export::Answer, effects);
        }
    }
}

/// Begins a document: in the place of one in which nothing was done, else in a tab of its own.
fn begin(document: Document, state: &mut State) {
    state.page = Page::Compose;
    state.workspace.in_place(|workspace| {
        workspace.begin(document);
    });
}

/// An order with one item, a piece of it, a number that no one has used, and what the profile in
/// use begins with.
fn new(effects: &mut Effects<'_>) -> Document {
    let number = order::new_number("", effects);
    let defaults = &effects.state.ring.profile().defaults;
    Document::new(OrderForm::begun(number, defaults))
}

/// Asks for a file with an order.
fn choose(effects: &Effects<'_>) {
    let ask = Ask {
        title: effects.state.lang.text("document.open_title").into_owned(),
        ..Ask::default()
    };
    let then = Then(Box::new(|path, _| files::dropped(path)));
    effects.choose(ask, then);
}

/// Opens a file: a private key or an order, as its content is.
pub fn open(path: PathBuf, effects: &Effects<'_>) {
    effects.jobs.spawn(Job::File, move || files::dropped(path));
}

/// Saves the document in front to its file.
fn save(effects: &mut Effects<'_>) {
    match &effects.state.tab().file {
        Some(_) => write(effects.state.tab().id, false, effects),
        None => save_as(effects),
    }
}

/// Writes a document to its file, which must be as it was left unless `anyway`.
fn write(id: TabId, anyway: bool, effects: &mut Effects<'_>) {
    let keys = effects.state.key_files(None);
    let Some(tab) = effects.state.workspace.get_mut(id) else {
        return;
    };
    let Some(file) = tab.file.clone() else { return };
    if tab.saving != Saving::Not {
        // What is on the screen then is written when that is done.
        tab.saving = Saving::Again;
        return;
    }
    tab.saving = Saving::Running;
    let text = tab.draft.data.as_str().to_owned();
    effects.jobs.spawn(Job::File, move || {
        let there = std::fs::read(&file.path).map(|bytes| digest(&bytes));
        if !anyway && there.is_ok_and(|there| there != file.digest) {
            return Answer::Document(DocumentAnswer::Compared(id, file.digest, true));
        }
        saved(id, file.path, &text, &keys, true)
    });
}

fn saved(id: TabId, path: PathBuf, text: &str, keys: &[PathBuf], overwrite: bool) -> Answer {
    let output = Output {
        path: &path,
        bytes: text.as_bytes(),
        access: Access::Everyone,
    };
    let saved = files::save(output, keys, overwrite);
    let file = saved.map(|()| OrderFile::new(path, text.as_bytes()));
    Answer::Document(DocumentAnswer::Saved(id, file))
}

/// Saves the document in front where the user wants it.
fn save_as(effects: &Effects<'_>) {
    let state = &effects.state;
    let tab = state.tab();
    let (id, text, keys) = (
        tab.id,
        tab.draft.data.as_str().to_owned(),
        state.key_files(None),
    );
    let ask = Ask {
        title: state.lang.text("document.save_title").into_owned(),
        kinds: vec![("JSON".to_owned(), vec!["json"])],
        file_name: file_name(tab.file.as_ref(), &tab.sheet.document.form().out_order_no),
    };
    let then = Then(Box::new(move |path, overwrite| {
        saved(id, path, &text, &keys, overwrite)
    }));
    effects.choose(ask, then);
}

/// The name that is proposed for a file: its present one, or the order number.
fn file_name(file: Option<&OrderFile>, order_number: &str) -> String {
    const LONGEST: usize = 60;
    if let Some(file) = file {
        return file.name();
    }
    let is_safe = |c: &char| c.is_alphanumeric() || "-_".contains(*c);
    let name: String = order_number.chars().filter(is_safe).take(LONGEST).collect();
    let name = if name.is_empty() { "order" } else { &*name };
    format!("{name}.json")
}

/// Reads the file of a document again; what was typed can be had back.
fn reload(id: TabId, effects: &mut Effects<'_>) {
    let tab = effects.state.workspace.get_mut(id);
    let Some(path) = tab.and_then(|tab| tab.file.as_ref().map(|file| file.path.clone())) else {
        return;
    };
    effects.jobs.spawn(Job::File, move || {
        let text = files::text_of(&path).map_err(|error| error.message());
        let read = text.and_then(|text| read(&text, Some(path)).map_err(|error| error.message()));
        Answer::Document(DocumentAnswer::Reloaded(id, read.map(Box::new)))
    });
}

/// Looks whether other programs have changed the files that are open.
fn compare(effects: &Effects<'_>) {
    let tabs = effects.state.workspace.tabs().iter();
    for (id, file) in tabs.filter_map(|tab| Some((tab.id, tab.file.clone()?))) {
        effects.jobs.spawn(Job::File, move || {
            let there = store::open_regular(&file.path)
                .ok()
                .and_then(|open| store::bytes(open, "").ok());
            let has_changed = there.is_some_and(|bytes| digest(&bytes) != file.digest);
            Answer::Document(DocumentAnswer::Compared(id, file.digest, has_changed))
        });
    }
}

/// Closes a document, which can be had back.
fn close(id: Option<TabId>, effects: &mut Effects<'_>) {
    // A number is counted only where an order begins.
    let is_last = effects.state.workspace.tabs().len() == 1;
    let instead = if is_last {
        new(effects)
    } else {
        Document::new(OrderForm::default())
    };
    let state = &mut *effects.state;
    let id = id.unwrap_or(state.tab().id);
    let tab = state.workspace.get_mut(id);
    let was_touched = tab.as_ref().is_some_and(|tab| !tab.is_untouched());
    let title = tab.map(|tab| tab.title()).unwrap_or_default();
    state.workspace.close(id, || instead);
    if was_touched {
        let message = Message::new("notice.closed").with("name", title);
        state.say_removed(message, Remedy::Document(DocumentCommand::Reopen));
    }
}

/// Takes in what came of a file.
pub fn answered(answer: DocumentAnswer, effects: &mut Effects<'_>) {
    let at = (effects.surroundings.uptime)();
    let state = &mut *effects.state;
    match answer {
        DocumentAnswer::Saved(id, Ok(file)) => {
            remember(&file.path, state);
            let message = Message::new("notice.saved").with("path", file.path.display());
            state.say(true, message);
            let Some(tab) = state.workspace.get_mut(id) else {
                return;
            };
            let signed = tab.signature.signed.clone();
            let signed = signed.filter(|one| digest(one.data().as_bytes()) == file.digest);
            tab.has_changed_outside = false;
            let is_due_again = tab.saving == Saving::Again;
            tab.saving = Saving::Not;
            tab.saved_to(file);
            if is_due_again {
                write(id, false, effects);
            }
            if let Some(signed) = signed {
                history::note(Action::Saved, &signed, id, effects);
            }
        }
        DocumentAnswer::Compared(id, digest, has_changed) => {
            let tab = state.workspace.get_mut(id);
            // It may have been written meanwhile.
            let is_of = |tab: &Tab| tab.file.as_ref().is_some_and(|file| file.digest == digest);
            if let Some(tab) = tab.filter(|tab| is_of(tab)) {
                tab.has_changed_outside = has_changed;
                if has_changed {
                    tab.saving = Saving::Not;
                }
            }
        }
        DocumentAnswer::Reloaded(id, Ok(read)) => {
            if let Some(tab) = state.workspace.get_mut(id) {
                tab.has_changed_outside = false;
                tab.replace(read.document, at);
                if let Some(file) = read.file {
                    tab.saved_to(file);
                }
            }
        }
        DocumentAnswer::Saved(id, Err(message)) => {
            if let Some(tab) = state.workspace.get_mut(id) {
                tab.saving = Saving::Not;
            }
            state.say(false, message);
        }
        DocumentAnswer::Reloaded(_, Err(message)) => state.say(false, message),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_proposed_under_a_name_that_every_system_takes() {
        assert_eq!(file_name(None, "out/../1:2订单"), "out12订单.json");
        assert_eq!(file_name(None, ""), "order.json");
        let file = OrderFile::new("/a/b.json".into(), b"");
        assert_eq!(file_name(Some(&file), "x"), "b.json");
    }
}
