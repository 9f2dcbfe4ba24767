//! Orders: signed, copied, exported.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::core::finding::{Explain as _, Message};
use crate::core::order::{error_count, number, template};
use crate::core::path::Place;
use crate::core::platform::Field;
use crate::core::signing::{self, Export, Moment, Uri};
use crate::store::history::{Action, HandedOn};
use crate::ui::answer::{Answer, Then};
use crate::ui::dialogs::Ask;
use crate::ui::keyring::profile_name;
use crate::ui::tab::Signature;

use super::effects::Effects;
use super::files::save_text;
use super::{clipboard, history, profile};

/// Bytes from which on a number in `params` is taken for the order's own.
const LEAST_NUMBER: usize = 6;

/// Puts a new order number into the form.
pub fn renew_number(effects: &mut Effects<'_>) {
    let old = effects
        .state
        .tab()
        .sheet
        .document
        .form()
        .out_order_no
        .clone();
    let new = new_number(&old, effects);
    let document = &mut effects.state.tab_mut().sheet.document;
    let form = document.form_mut();
    let mut edited = vec![Place::of(Field::OutOrderNo)];
    // Pages that are told the number open this order, not the last one.
    let entry = Place::of(Field::OrderEntryParams);
    let skus = form.skus.iter_mut().enumerate();
    let goods = skus.map(|(sku, item)| {
        let place = Place::in_sku(sku, Field::EntryParams);
        (place, &mut item.entry_schema.params)
    });
    for (place, params) in goods.chain([(entry, &mut form.order_entry_schema.params)]) {
        if old.len() >= LEAST_NUMBER && params.contains(&old) {
            *params = params.replace(&old, &new);
            edited.push(place);
        }
    }
    form.out_order_no = new;
    document.edited(&edited);
}

/// An order number that no one has used: as the pattern of the profile in use wants it, else like
/// the old one.
pub fn new_number(old: &str, effects: &mut Effects<'_>) -> String {
    numbered(old, false, effects).0
}

/// A new order number, and what the automatic blanks of one order stand for, of which it is one;
/// the counter goes on by one where the number or, as `also` says, the rest of the order shows it.
pub fn numbered(
    old: &str,
    also: bool,
    effects: &mut Effects<'_>,
) -> (String, BTreeMap<String, String>) {
    let random = (effects.surroundings.nonce)();
    let state = &mut *effects.state;
    let profile = state.ring.profile();
    let (id, pattern) = (profile.id, profile.defaults.order_number.trim().to_owned());
    let mut counter = profile.counter.saturating_add(1);
    if also || template::has_blank(&pattern, "counter") {
        if let Some(file) = &effects.surroundings.settings_file {
            counter = file.count(id, profile.counter);
        }
        if let Some(profile) = state.ring.profile_mut(id) {
            profile.counter = counter;
        }
    }

    let profile = state.ring.profile();
    let bare = number::renewed("", state.now, random.as_str());
    let occasion = template::Occasion {
        now: state.now,
        order_number: &bare,
        app_id: &profile.app_id,
        profile: &profile_name(profile, &state.ring, state.lang),
        counter,
    };
    let mut values = occasion.values();
    let number = if pattern.is_empty() {
        number::renewed(old, state.now, random.as_str())
    } else {
        number::of_pattern(&pattern, &values)
    };
    values.insert("order_number".to_owned(), number.clone());
    (number, values)
}

/// Brings draft and signature up to what is on the screen: pure functions of the document, the
/// identity, the key and, where one of them changed, the moment.
pub fn follow(effects: &mut Effects<'_>) {
    let at = (effects.surroundings.uptime)();
    profile::follow(effects);
    effects.state.tab_mut().follow(at);
    let state = &effects.state;
    if state.tab().signature.subject.as_ref() != Some(&state.subject()) {
        sign(effects);
    }
}

/// Signs the draft, at this moment.
pub fn sign(effects: &mut Effects<'_>) {
    let Effects {
        state,
        surroundings,
        ..
    } = effects;
    let subject = state.subject();
    let signed = match &subject.identity {
        Err(error) => Err(error.message()),
        Ok(_) if !subject.has_time => Err(Message::new("clock.implausible_here")),
        Ok(identity) => match state.ring.signer() {
            None => Err(state.key_obstacle().unwrap_or(Message::new("sign.no_key"))),
            Some(key) => {
                let moment = Moment {
                    timestamp: state.now,
                    nonce: (surroundings.nonce)(),
                };
                let (data, identity) = (state.tab().draft.data.clone(), identity.clone());
                signing::sign(data, identity, moment, Uri::request_order(), key)
                    .map_err(|error| error.message())
            }
        },
    };

    let (signed, obstacle) = match signed {
        Ok(signed) => (Some(Arc::new(signed)), None),
        Err(obstacle) => (None, Some(obstacle)),
    };
    // What was copied is not what is on the screen any more.
    state.notices.forget_copies();
    let signature = &mut state.tab_mut().signature;
    *signature = Signature {
        signed,
        obstacle,
        subject: Some(subject),
        number: signature.number + 1,
    };
}

/// Copies what is on the screen.
pub fn copy(export: Export, effects: &mut Effects<'_>) {
    let Some(signed) = effects.state.tab().signature.signed.clone() else {
        let obstacle = effects.state.tab().signature.obstacle.clone();
        if let Some(obstacle) = obstacle {
            effects.state.say(false, obstacle);
        }
        return;
    };
    let tab = effects.state.tab().id;
    history::note(Action::Copied, &signed, tab, effects);
    clipboard::copy(export.of(&signed).into_owned(), effects);
    let state = &mut *effects.state;
    let errors = error_count(&state.tab().draft.findings);
    let name = state.lang.text(export.name_key());
    let message = if errors > 0 {
        Message::new("notice.copied_with_errors")
            .with("name", name)
            .with("count", errors)
    } else if state.is_demo() {
        Message::new("notice.copied_demo").with("name", name)
    } else if state.ring.profile().is_production {
        let profile = profile_name(state.ring.profile(), &state.ring, state.lang);
        let message = Message::new("notice.copied_production").with("name", name);
        message.with("profile", profile)
    } else {
        Message::new("notice.copied").with("name", name)
    };

    state.say(errors == 0, message);
}

/// Saves what is on the screen.
pub fn save(export: Export, effects: &mut Effects<'_>) {
    if let Some(signed) = effects.state.tab().signature.signed.clone() {
        let tab = effects.state.tab().id;
        let entry = history::wanted(Action::Saved, &signed, tab, effects.state);
        save_as(export, export.of(&signed).into_owned(), entry, effects);
    }
}

/// Saves the order's document as it is, signed or not.
pub fn save_draft(effects: &Effects<'_>) {
    let text = effects.state.tab().draft.data.as_str().to_owned();
    save_as(Export::Data, text, None, effects);
}

/// `entry` is for the history, once the file is there.
fn save_as(export: Export, text: String, entry: Option<HandedOn>, effects: &Effects<'_>) {
    let state = &effects.state;
    let (file_name, ending) = export.file();
    let name = state.lang.text(export.name_key());
    let ask = Ask {
        title: state.lang.fill("preview.save_title", &[("name", &name)]),
        kinds: vec![(ending.to_uppercase(), vec![ending])],
        file_name: file_name.to_owned(),
    };
    let Then(save) = save_text(text, state.key_files(None));
    let then = Then(Box::new(|path, overwrite| match save(path, overwrite) {
        Answer::Saved(Ok(path)) => Answer::Exported(path, entry.map(Box::new)),
        other => other,
    }));
    effects.choose(ask, then);
}
