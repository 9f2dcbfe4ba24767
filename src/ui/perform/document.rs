//! Documents: begun, opened, saved, closed; edits taken back.

use std::path::{Path, PathBuf};

use crate::core::finding::{Explain as _, Message};
use crate::core::order::import::Source;
use crate::core::order::{Document, ImportError, OrderForm, example, import};
use crate::core::signing::Export;
use crate::store::history::Action;
use crate::store::{self, Access, Output};
use crate::ui::answer::{Answer, DocumentAnswer, OpenedOrder, Then};
use crate::ui::command::DocumentCommand;
use crate::ui::dialogs::Ask;
use crate::ui::jobs::{BESIDE, Job};
use crate::ui::notices::Remedy;
use crate::ui::page::Page;
use crate::ui::state::{ReadAs, State};
use crate::ui::tab::{OrderFile, Saving, Tab, digest};
use crate::ui::tab_id::TabId;

use super::effects::Effects;
use super::{files, history, order};

/// Files that are remembered at most.
const MOST_RECENT: usize = 10;

/// Carries out one command.
pub fn perform(command: DocumentCommand, effects: &mut Effects<'_>) {
    let at = (effects.surroundings.uptime)();
    let state = &mut *effects.state;
    match command {
        DocumentCommand::New => {
            let document = new(effects);
            begin(document, effects.state);
        }
        DocumentCommand::NewExample => begin(Document::new(example::form()), state),
        DocumentCommand::Choose => choose(effects),
        DocumentCommand::Open(path) => open(path, effects),
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
            if !state.tab_mut().step(forth) {
                let key = if forth {
                    "notice.no_redo"
                } else {
                    "notice.no_undo"
                };
                state.say(false, Message::new(key));
            }
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

/// Reads an order, a long one beside the frames.
pub fn take(text: String, path: Option<PathBuf>, effects: &mut Effects<'_>) {
    let Effects { state, jobs, .. } = effects;
    if text.len() < BESIDE {
        state.end_reading(ReadAs::Order);
        return opened(read(&text, path), effects);
    }

    let reading = state.begin_reading(ReadAs::Order, text.len());
    jobs.spawn(Job::Text, move || {
        Answer::Imported(reading, Box::new(read(&text, path)))
    });
}

/// An order with the file it belongs to: one that holds its `data` and nothing else.
fn read(text: &str, path: Option<PathBuf>) -> Result<OpenedOrder, ImportError> {
    let imported = import(text)?;
    let is_data = imported.source == Source::Data;
    let file = path.filter(|_| is_data);
    Ok(OpenedOrder {
        document: Document::open(imported)?,
        file: file.map(|path| OrderFile::new(path, text.as_bytes())),
    })
}

/// Shows what was read, or says why it was not.
pub fn opened(read: Result<OpenedOrder, ImportError>, effects: &mut Effects<'_>) {
    match read {
        Ok(OpenedOrder { document, file }) => {
            let message = if show(document, file, effects) {
                opened_message(effects.state)
            } else {
                Message::new("notice.open_already")
            };
            effects.state.say(true, message);
        }
        Err(error) => {
            let state = &mut *effects.state;
            let message = error.message();
            state.compose.import_fault = Some(message.clone());
            let reason = state.lang.say(&message);
            state.say(
                false,
                Message::new("notice.not_imported").with("reason", reason),
            );
        }
    }
}

/// What was opened, and whose bytes are signed.
fn opened_message(state: &State) -> Message {
    let tab = state.tab();
    let key = match tab.sheet.document.imported() {
        Some(imported) if imported.data.is_some() => match imported.source {
            Source::Data => "notice.imported_data",
            Source::Answer | Source::Printed => "notice.imported_answer",
            Source::Script => "notice.imported_script",
        },
        _ => "notice.imported_object",
    };

    Message::new(key).with("count", tab.draft.data.as_str().len())
}

/// Shows a document: in the place of one in which nothing was done, else in a tab of its own. A
/// file that is open already comes to the front; whether what was read is shown, not what was
/// typed.
fn show(document: Document, file: Option<OrderFile>, effects: &mut Effects<'_>) -> bool {
    let at = (effects.surroundings.uptime)();
    let state = &mut *effects.state;
    state.page = Page::Compose;
    state.compose.import_text = None;
    state.compose.import_fault = None;
    if let Some(file) = &file {
        remember(&file.path, state);
    }

    let open = file
        .as_ref()
        .and_then(|file| state.workspace.of_file(&file.path));
    if open.is_some_and(|id| state.workspace.select(id)) {
        let tab = state.tab_mut();
        if tab.is_edited() {
            // What was typed is worth more than what lies in the file.
            tab.has_changed_outside = tab.file != file;
            return false;
        }
        tab.replace(document, at);
        tab.has_changed_outside = false;
        if let Some(file) = file {
            tab.saved_to(file);
        }
    } else if state.tab().is_untouched() {
        let tab = state.tab_mut();
        tab.replace(document, at);
        if let Some(file) = file {
            tab.saved_to(file);
        }
    } else {
        state.workspace.open(document, file);
    }
    true
}

/// Puts a file in front of those that were opened last.
fn remember(path: &Path, state: &mut State) {
    state.recent.retain(|other| other != path);
    state.recent.insert(0, path.to_owned());
    state.recent.truncate(MOST_RECENT);
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
                history::note(Action::Saved, &signed, effects);
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
