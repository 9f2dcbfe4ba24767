//! The history: entries added, searched, handed on, taken out; all of it beside the frames.

use crate::core::finding::Message;
use crate::core::key::may_hold_private_key;
use crate::core::key::profile::{Profile, ProfileId};
use crate::core::signing::SignedOrder;
use crate::store::history::{Action, Form, HandedOn, History, HistoryError, Mark};
use crate::ui::answer::{Answer, HistoryAnswer, Then};
use crate::ui::command::HistoryCommand;
use crate::ui::dialogs::Ask;
use crate::ui::jobs::Job;
use crate::ui::keyring::profile_name;
use crate::ui::page::Page;
use crate::ui::state::State;
use crate::ui::tab::Tab;
use crate::ui::tab_id::TabId;

use super::effects::Effects;
use super::files::save_text;
use super::import;

/// Carries out one command.
pub fn perform(command: HistoryCommand, effects: &mut Effects<'_>) {
    match command {
        HistoryCommand::Note(_, note) if may_hold_private_key(&note) => {
            let message = Message::new("history.private_key");
            effects.state.say(false, message);
        }
        HistoryCommand::Note(id, note) => {
            let Some(shelf) = effects.state.shelf.clone() else {
                return;
            };
            shelf.note(id, note);
            change(effects, move |history| {
                let mut notes = shelf.take_notes().into_iter();
                notes.try_for_each(|(id, note)| history.set_note(id, &note))
            });
        }
        HistoryCommand::Open(order) => open(*order, effects),
        HistoryCommand::Export(form) => export(form, effects),
        HistoryCommand::Clear => {
            effects.state.history.offset = 0;
            change(effects, |history| history.clear());
        }
        HistoryCommand::Keep(keeps) => effects.state.keeps_history = keeps,
    }
}

/// Opens an order again, to be signed for whom it was; for the demo profile where that is gone, so
/// that it is signed for nobody else.
fn open(order: HandedOn, effects: &mut Effects<'_>) {
    let profiles = effects.state.ring.profiles().iter();
    let is_of = |profile: &&Profile| {
        profile.app_id == order.app_id && profile.key_version == order.key_version
    };
    let mut fitting: Vec<&Profile> = profiles.filter(is_of).collect();
    fitting.sort_by_key(|profile| profile.name != order.profile);
    let profile = fitting
        .first()
        .map_or(ProfileId::DEMO, |profile| profile.id);
    if fitting.is_empty() {
        let message = Message::new("history.profile_gone").with("app_id", &order.app_id);
        effects.state.say(false, message);
    }

    let data = order.data.clone();
    import::take(order.data, None, effects);
    // A long one comes later, and is signed for whom the one in front is.
    let tab = effects.state.tab_mut();
    if tab.draft.data.as_str() == data {
        tab.profile = profile;
    }
}

/// Notes that the order of a tab was handed on.
pub fn note(action: Action, signed: &SignedOrder, tab: TabId, effects: &mut Effects<'_>) {
    if let Some(entry) = wanted(action, signed, tab, effects.state) {
        add(entry, effects);
    }
}

/// Adds an entry.
pub fn add(entry: HandedOn, effects: &mut Effects<'_>) {
    change(effects, move |history| history.add(&entry));
}

/// The entry of an order, where one is wanted. What may hold a private key is kept nowhere.
pub fn wanted(action: Action, signed: &SignedOrder, tab: TabId, state: &State) -> Option<HandedOn> {
    let is_wanted = state.keeps_history && !may_hold_private_key(signed.data());
    let tab = state.workspace.tabs().iter().find(|one| one.id == tab)?;
    is_wanted.then(|| entry(action, signed, tab, state))
}

fn entry(action: Action, signed: &SignedOrder, tab: &Tab, state: &State) -> HandedOn {
    let order = &tab.draft.order;
    let profile = state.ring.get_profile(tab.profile);
    let profile = profile.unwrap_or(&state.ring.profiles()[0]);
    let text = |value: Option<&serde_json::Value>| match value {
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let title = order.skus().next().and_then(|sku| sku.members.get("title"));
    HandedOn {
        at: i64::try_from(state.now.0).unwrap_or(i64::MAX),
        action,
        profile: profile_name(profile, &state.ring, state.lang),
        template: tab.template.clone(),
        is_demo: profile.is_demo(),
        app_id: signed.identity().app_id.as_str().to_owned(),
        key_version: signed.identity().key_version.as_str().to_owned(),
        order_no: text(order.member("outOrderNo")),
        total: text(order.member("totalAmount")),
        title: text(title),
        data: signed.data().to_owned(),
        authorization: signed.byte_authorization().to_owned(),
    }
}

/// Changes something in it.
fn change(
    effects: &mut Effects<'_>,
    work: impl FnOnce(&mut History) -> Result<(), HistoryError> + Send + 'static,
) {
    let Some(shelf) = effects.state.shelf.clone() else {
        return;
    };
    effects.jobs.spawn(Job::History, move || {
        Answer::History(match shelf.with(work) {
            Ok(((), remark)) => HistoryAnswer::Changed(remark),
            Err(message) => HistoryAnswer::Failed(message),
        })
    });
}

/// Reads what is to be on the page, where that is something else than what is.
pub fn follow(effects: &mut Effects<'_>) {
    let state = &mut *effects.state;
    let Some(shelf) = state.shelf.clone() else {
        return;
    };
    let page = &mut state.history;
    let query = page.query(i64::try_from(state.now.0).unwrap_or(i64::MAX));
    if state.page != Page::History || page.is_reading || page.asked.as_ref() == Some(&query) {
        return;
    }

    page.is_reading = true;
    page.asked = Some(query.clone());
    effects.jobs.spawn(Job::History, move || {
        let found = shelf.with(|history| {
            let values = Mark::ALL.map(|mark| history.values(mark));
            let values = values.into_iter().collect::<Result<Vec<_>, _>>()?;
            Ok((history.page(&query)?, values))
        });
        Answer::History(match found {
            Ok(((found, values), remark)) => HistoryAnswer::Found(found, values, remark),
            Err(message) => HistoryAnswer::Failed(message),
        })
    });
}

/// Saves all that is searched for.
fn export(form: Form, effects: &Effects<'_>) {
    let state = &effects.state;
    let Some(shelf) = state.shelf.clone() else {
        return;
    };
    let query = state
        .history
        .query(i64::try_from(state.now.0).unwrap_or(i64::MAX));
    let keys = state.key_files(None);
    let ask = Ask {
        title: state.lang.text("history.export_title").into_owned(),
        kinds: vec![(form.ending().to_uppercase(), vec![form.ending()])],
        file_name: format!("history.{}", form.ending()),
    };
    let then = Then(Box::new(move |path, overwrite| {
        match shelf.with(|history| history.export(&query, form)) {
            Ok((text, _)) => save_text(text, keys).0(path, overwrite),
            Err(message) => Answer::Saved(Err(message)),
        }
    }));
    effects.choose(ask, then);
}

/// Takes in what came of it.
pub fn answered(answer: HistoryAnswer, state: &mut State) {
    match answer {
        HistoryAnswer::Found(found, values, remark) => {
            state.history.is_reading = false;
            state.history.fault = None;
            state.history.found = found;
            state.history.values = values;
            if let Some(remark) = remark {
                state.say(false, remark);
            }
        }
        HistoryAnswer::Changed(remark) => {
            state.history.asked = None;
            if let Some(remark) = remark {
                state.say(false, remark);
            }
        }
        HistoryAnswer::Failed(message) => {
            state.history.is_reading = false;
            state.history.fault = Some(message.clone());
            state.say(false, message);
        }
    }
}
