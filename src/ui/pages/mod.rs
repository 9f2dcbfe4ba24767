//! In: the state. Out: the page that is in front. A page gets its own form and a read-only view of the rest.

pub mod compose;
pub mod errors;
pub mod keys;
pub mod sandbox;
pub mod verify;

use eframe::egui::Ui;

use crate::core::finding::Message;
use crate::core::order::Draft;
use crate::core::time::Timestamp;
use crate::texts::Lang;

use super::command::Command;
use super::state::{Page, Signature, State};
use super::verify_command;

/// What a page may know of the rest.
#[derive(Clone, Copy)]
pub struct View<'s> {
    /// Language of all texts.
    pub lang: Lang,
    /// What the form amounts to.
    pub draft: &'s Draft,
    /// The signature of the draft.
    pub signature: &'s Signature,
    /// The time of this frame.
    pub now: Timestamp,
    /// Whether the platform cannot know the active key.
    pub demo: bool,
    /// What is wrong with the active key, if anything is.
    pub key_warning: Option<&'s Message>,
    /// Whether `appid` is still the one that only stands for the user's own.
    pub placeholder_app_id: bool,
}

/// Draws the page in front.
pub fn ui(ui: &mut Ui, state: &mut State, out: &mut Vec<Command>) {
    let (demo, placeholder_app_id) = (state.is_demo(), state.has_placeholder_app_id());
    let warning = state.ring.signature_remarks(state.ring.active()).into_iter().next().map(|remark| remark.message);
    let State { lang, draft, signature, now, .. } = state;
    let view =
        View { lang: *lang, draft, signature, now: *now, demo, key_warning: warning.as_ref(), placeholder_app_id };
    match state.page {
        Page::Compose => compose::ui(ui, &mut state.compose, view, out),
        Page::Verify => verify::ui(ui, &mut state.verify, verify_command::count(&state.ring), view, out),
        Page::Errors => errors::ui(ui, &mut state.errors, view, out),
        Page::Sandbox => sandbox::ui(ui, &mut state.sandbox, view, out),
        Page::Keys => keys::ui(ui, &mut state.keys, &mut state.ring, view, out),
    }
}
