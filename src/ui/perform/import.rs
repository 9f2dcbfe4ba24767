//! Texts from elsewhere: orders read from them and shown, tag groups taken in.

use std::path::{Path, PathBuf};

use crate::core::finding::{Explain as _, Message};
use crate::core::order::import::Source;
use crate::core::order::{Document, ImportError, import, tag_groups};
use crate::ui::answer::{Answer, OpenedOrder};
use crate::ui::jobs::{BESIDE, Job};
use crate::ui::page::Page;
use crate::ui::state::{ReadAs, State};
use crate::ui::tab::OrderFile;

use super::effects::Effects;
use super::offer;

/// Files that are remembered at most.
const MOST_RECENT: usize = 10;

/// Reads an order, a long one beside the frames.
pub fn take(text: String, path: Option<PathBuf>, effects: &mut Effects<'_>) {
    let Effects { state, jobs, .. } = effects;
    if tag_groups::may_hold(&text) && take_tag_groups(&text, state) {
        return;
    }
    if text.len() < BESIDE {
        state.end_reading(ReadAs::Order);
        let is_text = path.is_none();
        let read = read(&text, path);
        let is_pasted = state.compose.import_text.is_none() && is_text;
        if read.is_err() && is_pasted && offer::offer(&text, Page::Compose, state) {
            return;
        }
        return opened(read, effects);
    }

    let reading = state.begin_reading(ReadAs::Order, text.len());
    jobs.spawn(Job::Text, move || {
        Answer::Imported(reading, Box::new(read(&text, path)))
    });
}

/// Takes in what the platform answered about tag groups; whether there are any.
fn take_tag_groups(text: &str, state: &mut State) -> bool {
    let read = tag_groups::read(text);
    let count = read.len();
    for group in read {
        state.tag_groups.retain(|other| other.id != group.id);
        state.tag_groups.push(group);
    }
    if count > 0 {
        state.compose.import_text = None;
        let message = Message::new("notice.tag_groups").with("count", count);
        state.say(true, message);
    }
    count > 0
}

/// An order with the file it belongs to: one that holds its `data` and nothing else.
pub fn read(text: &str, path: Option<PathBuf>) -> Result<OpenedOrder, ImportError> {
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
            let count = document.imported().map_or(1, |imported| imported.of);
            let message = if show(document, file, effects) {
                opened_message(effects.state)
            } else {
                Message::new("notice.open_already")
            };
            effects.state.say(true, message);
            say_several(count, effects.state);
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

/// Says that of several orders the first one is taken.
pub fn say_several(count: usize, state: &mut State) {
    if count > 1 {
        state.say(false, Message::new("intake.several").with("count", count));
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
pub fn remember(path: &Path, state: &mut State) {
    state.recent.retain(|other| other != path);
    state.recent.insert(0, path.to_owned());
    state.recent.truncate(MOST_RECENT);
}
