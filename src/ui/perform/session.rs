//! Open documents: kept while they are edited, shown again at the next start.

use std::sync::Arc;

use crate::core::encoding::hex;
use crate::core::finding::{Explain as _, Message};
use crate::core::key::may_hold_private_key;
use crate::core::order::KeptDocument;
use crate::store::{Found, Kept, KeptTab};
use crate::ui::answer::Answer;
use crate::ui::jobs::Job;
use crate::ui::keeping::Stamp;
use crate::ui::state::State;
use crate::ui::tab::{OrderFile, Tab};
use crate::ui::workspace::Restored;

use super::effects::Effects;

/// Shows what was open at the last start.
pub fn restore(found: Found, state: &mut State) {
    let Found {
        file,
        kept,
        set_aside,
        obstacle,
    } = found;
    // Nothing is lost in silence.
    if file.is_none() && state.keeps_drafts {
        let reason = obstacle.unwrap_or_default();
        let message = Message::new("session.not_kept").with("reason", reason);
        state.say(false, message);
    }
    state.keeping.file = file.map(Arc::new);
    if let Some(aside) = set_aside {
        let message = Message::new("session.set_aside").with("path", aside.display());
        state.say(false, message);
    }

    let Kept {
        tabs,
        active,
        closed,
    } = kept;
    let open: Vec<_> = tabs.into_iter().filter_map(opened).collect();
    let closed: Vec<_> = closed.into_iter().filter_map(opened).collect();
    state.workspace.restore(open, active, closed);
    state.keeping.kept = state.stamp();
}

fn opened(kept: KeptTab) -> Option<Restored> {
    let KeptTab {
        document,
        profile,
        template,
        path,
        digest,
    } = kept;
    let digest = digest.and_then(|digits| of_hex(&digits));
    let file = path
        .zip(digest)
        .map(|(path, digest)| OrderFile { path, digest });
    Some(Restored {
        document: document.document().ok()?,
        file,
        profile,
        template,
    })
}

fn of_hex(digits: &str) -> Option<[u8; 32]> {
    let bytes = digits.as_bytes().chunks(2).map(|pair| {
        let pair = std::str::from_utf8(pair).ok()?;
        u8::from_str_radix(pair, 16).ok()
    });
    bytes.collect::<Option<Vec<u8>>>()?.try_into().ok()
}

/// Keeps what is open, where it has changed and the last write is some time ago.
pub fn keep(effects: &mut Effects<'_>) {
    let now = (effects.surroundings.uptime)();
    let state = &mut *effects.state;
    let Some(file) = state.keeping.file.clone() else {
        return;
    };
    if !state.keeping.is_due(now) || !state.has_unkept() {
        return;
    }

    say_what_is_left_out(state);
    let kept = kept(state);
    let stamp = state.stamp();
    state.keeping.kept = stamp;
    state.keeping.begun = Some(now);
    state.keeping.is_writing = true;
    state.keeping.states += 1;
    let number = state.keeping.states;
    effects.jobs.spawn(Job::Session, move || {
        Answer::Kept(file.keep(number, &kept).map_err(|error| error.message()))
    });
}

/// Says of each document once that it is not kept.
fn say_what_is_left_out(state: &mut State) {
    let tabs = state.workspace.tabs().iter();
    let left_out: Vec<&Tab> = tabs
        .filter(|tab| state.keeps_drafts && may_hold_private_key(tab.draft.data.as_str()))
        .collect();
    let is_new = |tab: &&&Tab| !state.keeping.left_out.contains(&tab.id);
    let title = left_out.iter().find(is_new).map(|tab| tab.title());
    state.keeping.left_out = left_out.iter().map(|tab| tab.id).collect();
    if let Some(title) = title {
        let message = Message::new("session.looks_like_key").with("name", title);
        state.say(false, message);
    }
}

/// What is open, as it is to be kept; nothing where the user does not want it.
pub fn kept(state: &State) -> Kept {
    if !state.keeps_drafts {
        return Kept::default();
    }

    let workspace = &state.workspace;
    // The example with which the window opens is there anyway.
    let tabs = workspace.tabs().iter().filter(|tab| !tab.is_untouched());
    let tabs: Vec<&Tab> = tabs.collect();
    let front = workspace.tab().id;
    Kept {
        active: tabs.iter().position(|tab| tab.id == front).unwrap_or(0),
        tabs: tabs.into_iter().filter_map(kept_tab).collect(),
        closed: workspace.closed().iter().filter_map(kept_tab).collect(),
    }
}

fn kept_tab(tab: &Tab) -> Option<KeptTab> {
    // JSON has no way to write other names down.
    let file = tab
        .file
        .as_ref()
        .filter(|file| file.path.to_str().is_some());
    Some(KeptTab {
        document: KeptDocument::of(&tab.sheet.document, &tab.draft)?,
        profile: tab.profile,
        template: tab.template.clone(),
        path: file.map(|file| file.path.clone()),
        digest: file.map(|file| hex(&file.digest)),
    })
}

/// Takes in how a write ended.
pub fn answered(result: Result<(), Message>, state: &mut State) {
    state.keeping.is_writing = false;
    let fault = result.err();
    if fault.is_some() {
        // What is open is tried to be kept again; that it was not is said once.
        state.keeping.kept = Stamp::default();
    }
    if let Some(message) = fault.clone().filter(|_| fault != state.keeping.fault) {
        let reason = state.lang.say(&message);
        state.say(
            false,
            Message::new("session.not_kept").with("reason", reason),
        );
    }
    state.keeping.fault = fault;
}

/// Keeps what is open before the window is gone.
pub fn keep_at_last(state: &State) {
    if let Some(file) = &state.keeping.file {
        // There is nobody left to tell.
        let _ = file.keep(u64::MAX, &kept(state));
    }
}
