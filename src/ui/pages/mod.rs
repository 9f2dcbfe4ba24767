//! In: the state. Out: the page that is in front. A page gets its own form and a read-only view of
//! the rest.

pub mod compose;
pub mod errors;
pub mod history;
pub mod keys;
pub mod sandbox;
pub mod verify;
pub mod view;

use eframe::egui::Ui;

use super::command::Command;
use super::page::Page;
use super::state::State;
use super::tab::Tab;
use view::View;

/// Draws the page in front.
pub fn ui(ui: &mut Ui, state: &mut State, out: &mut Vec<Command>) {
    if state.page == Page::Compose {
        compose::tabs::ui(ui, &state.workspace, &state.ring, state.lang, out);
        compose::tabs::outside(ui, state.tab(), state.lang, out);
    }

    let (demo, placeholder_app_id) = (state.is_demo(), state.has_placeholder_app_id());
    let warning = state
        .ring
        .signature_remarks(state.ring.profile())
        .into_iter()
        .next()
        .map(|remark| remark.message);

    let State {
        lang,
        workspace,
        now,
        recent,
        tag_groups,
        ..
    } = state;
    let Tab {
        id,
        sheet,
        draft,
        remarks,
        signature,
        undo,
        profile,
        ..
    } = workspace.tab_mut();

    let view = View {
        lang: *lang,
        draft,
        remarks,
        signature,
        undo,
        recent,
        tag_groups,
        profile: *profile,
        now: *now,
        demo,
        key_warning: warning.as_ref(),
        placeholder_app_id,
    };
    match state.page {
        Page::Compose => compose::ui(ui, *id, (&mut state.compose, sheet), view, out),
        Page::Verify => verify::ui(
            ui,
            &mut state.verify,
            state.known_keys.keys().len(),
            view,
            out,
        ),
        Page::Errors => errors::ui(ui, &mut state.errors, view, out),
        Page::Sandbox => sandbox::ui(ui, &mut state.sandbox, view, out),
        Page::History => history::ui(ui, &mut state.history, (*lang, *now), out),
        Page::Keys => keys::ui(ui, &mut state.keys, &mut state.ring, view, out),
    }
}
