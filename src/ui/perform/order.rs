//! Orders: signed, copied, exported.

use std::sync::Arc;

use crate::core::finding::{Explain as _, Message};
use crate::core::order::{error_count, number};
use crate::core::path::Place;
use crate::core::platform::Field;
use crate::core::signing::{self, Export, Moment, Uri};
use crate::store::history::{Action, NewEntry};
use crate::ui::answer::{Answer, Then};
use crate::ui::dialogs::Ask;
use crate::ui::tab::Signature;

use super::effects::Effects;
use super::files::save_text;
use super::history;

/// Puts a new order number into the form.
pub fn renew_number(effects: &mut Effects<'_>) {
    let now = effects.state.now;
    let random = (effects.surroundings.nonce)();
    let document = &mut effects.state.tab_mut().sheet.document;
    let order_number = &mut document.form_mut().out_order_no;
    *order_number = number::renewed(order_number, now, random.as_str());
    document.edited(&[Place::of(Field::OutOrderNo)]);
}

/// Brings draft and signature up to what is on the screen: pure functions of the document, the
/// identity, the key and, where one of them changed, the moment.
pub fn follow(effects: &mut Effects<'_>) {
    let at = (effects.surroundings.uptime)();
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
            None => Err(Message::new("sign.no_key_yet")),
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
    let Effects { state, ctx, .. } = effects;

    ctx.copy_text(export.of(&signed).into_owned());
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
fn save_as(export: Export, text: String, entry: Option<NewEntry>, effects: &Effects<'_>) {
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
