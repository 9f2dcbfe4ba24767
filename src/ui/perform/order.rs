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
use crate::ui::state::State;
use crate::ui::tab::Signature;

use super::effects::Effects;
use super::files::save_text;
use super::{clipboard, history, profile};

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
    document.form_mut().out_order_no = new;
    document.edited(&[Place::of(Field::OutOrderNo)]);
}

/// An order number that no one has used: as the pattern of the profile in use wants it, else like
/// the old one.
pub fn new_number(old: &str, effects: &mut Effects<'_>) -> String {
    let random = (effects.surroundings.nonce)();
    let state = &mut *effects.state;
    let pattern = state.ring.profile().defaults.order_number.trim().to_owned();
    if pattern.is_empty() {
        return number::renewed(old, state.now, random.as_str());
    }

    let bare = number::renewed("", state.now, random.as_str());
    let values = occasion(&bare, state);
    if template::has_blank(&pattern, "counter") {
        count(state);
    }
    number::of_pattern(&pattern, &values)
}

/// What the automatic blanks stand for just now.
pub fn occasion(order_number: &str, state: &State) -> BTreeMap<String, String> {
    let profile = state.ring.profile();
    let occasion = template::Occasion {
        now: state.now,
        order_number,
        app_id: &profile.app_id,
        profile: &profile_name(profile, &state.ring, state.lang),
        counter: profile.counter + 1,
    };
    occasion.values()
}

/// One more number was counted for the profile in use.
pub fn count(state: &mut State) {
    let id = state.ring.profile().id;
    if let Some(profile) = state.ring.profile_mut(id) {
        profile.counter += 1;
    }
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
        return;
    };
    history::note(Action::Copied, &signed, effects);
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
    } else {
        Message::new("notice.copied").with("name", name)
    };

    state.say(errors == 0, message);
}

/// Saves what is on the screen.
pub fn save(export: Export, effects: &mut Effects<'_>) {
    if let Some(signed) = effects.state.tab().signature.signed.clone() {
        let entry = history::wanted(Action::Saved, &signed, effects.state);
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
