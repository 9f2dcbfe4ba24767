//! What the commands of the sandbox do.

use std::collections::BTreeSet;

use crate::core::finding::Message;
use crate::core::key::ring::{Entry, Role};
use crate::core::order::DataJson;
use crate::core::sandbox::{Call, ConsoleKey, Injected, Switches, inject, rehearse};
use crate::core::signing::{self, Moment, Uri};
use crate::core::trouble::RowId;
use crate::store::history::Action;
use crate::ui::command::SandboxCommand;
use crate::ui::keyring::said_version;
use crate::ui::page::Page;
use crate::ui::state::State;

use super::effects::Effects;
use super::history;

/// Carries out one command.
pub fn perform(command: SandboxCommand, effects: &mut Effects<'_>) {
    let state = &mut *effects.state;
    match command {
        SandboxCommand::Run => {
            run(state);
            let signed = state.tab().signature.signed.clone();
            let is_composed = state.sandbox.own.is_none();
            if let Some(signed) = signed.filter(|_| is_composed) {
                let tab = effects.state.tab().id;
                history::note(Action::Rehearsed, &signed, tab, effects);
            }
        }
        SandboxCommand::Inject(row) => inject_row(row, effects),
        SandboxCommand::Reset => {
            let page = &mut state.sandbox;
            page.used.clear();
            page.switches = Switches::default();
            page.own = None;
            page.before_injection = None;
            page.last = None;
        }
        SandboxCommand::Explain => {
            if let Some(last) = &state.sandbox.last {
                state.errors.text = last.text();
                state.page = Page::Errors;
            }
        }
    }
}

/// What the call is made with: the page's own payload, or the composed order.
fn payload(state: &State) -> Option<(String, String)> {
    let composed = || {
        let signed = state.tab().signature.signed.as_deref()?;
        Some((
            signed.data().to_owned(),
            signed.byte_authorization().to_owned(),
        ))
    };
    state.sandbox.own.clone().or_else(composed)
}

fn run(state: &mut State) {
    let Some((data, authorization)) = payload(state) else {
        state.say(false, Message::new("sandbox.nothing_signed"));
        return;
    };

    let entries = state
        .ring
        .entries()
        .iter()
        .filter(|entry| entry.role != Role::PlatformPublic);
    let console = |entry: &Entry| {
        Some(ConsoleKey {
            key: entry.public()?.clone(),
            key_version: said_version(entry, &state.ring),
        })
    };

    let keys: Vec<ConsoleKey> = entries.filter_map(console).collect();
    let page = &mut state.sandbox;
    let call = Call {
        data: &data,
        authorization: &authorization,
        keys: &keys,
        switches: &page.switches,
        used: &page.used,
        now: state.now,
    };

    let rehearsal = rehearse(&call, &page.catalogue);
    page.used.extend(rehearsal.order_number.clone());
    page.last = Some(rehearsal);
}

fn inject_row(row: RowId, effects: &mut Effects<'_>) {
    let state = &mut *effects.state;
    // From the call as it was before anything was injected.
    let before = state
        .sandbox
        .before_injection
        .take()
        .unwrap_or_else(|| state.sandbox.own.clone());
    state.sandbox.own.clone_from(&before);
    let Some((data, authorization)) = payload(state) else {
        state.say(false, Message::new("sandbox.nothing_signed"));
        return;
    };

    let good = Injected {
        data,
        authorization,
        switches: Switches::default(),
        used: BTreeSet::new(),
    };

    let (identity, key) = (state.identity(), state.ring.signer());
    let moment = Moment {
        timestamp: state.now,
        nonce: (effects.surroundings.nonce)(),
    };
    let sign = |data: DataJson| {
        let signed = signing::sign(
            data,
            identity.clone().ok()?,
            moment.clone(),
            Uri::request_order(),
            key?,
        )
        .ok()?;
        Some(signed.byte_authorization().to_owned())
    };

    let Some(call) = inject(row, good.clone(), &sign) else {
        state.say(false, Message::new("sandbox.not_injected"));
        return;
    };

    let changed = (&call.data, &call.authorization) != (&good.data, &good.authorization);
    if changed {
        state.sandbox.own = Some((call.data.clone(), call.authorization.clone()));
    }

    state.sandbox.before_injection = Some(before);
    state.sandbox.switches = call.switches;

    // Numbers that were really used here come back afterwards.
    let used = std::mem::replace(&mut state.sandbox.used, call.used);
    run(state);
    state.sandbox.used = used;
}
