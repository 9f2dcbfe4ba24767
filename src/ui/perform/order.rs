//! Orders: read from elsewhere, drafted, signed, copied, saved.

use std::sync::Arc;

use crate::core::finding::{Explain as _, Message};
use crate::core::order::import::Source;
use crate::core::order::{Document, ImportError, error_count, import, number};
use crate::core::path::Place;
use crate::core::platform::Field;
use crate::core::signing::{self, Export, Moment, Uri};
use crate::ui::answer::{Answer, Then};
use crate::ui::dialogs::Ask;
use crate::ui::jobs::{BESIDE, Job};
use crate::ui::page::Page;
use crate::ui::state::{ReadAs, Signature, State};

use super::effects::Effects;
use super::files::save_text;

/// Reads an order, a long one beside the frames.
pub fn take(text: String, effects: &mut Effects<'_>) {
    let Effects { state, jobs, .. } = effects;
    if text.len() < BESIDE {
        state.end_reading(ReadAs::Order);
        return show(opened(&text), state);
    }

    let reading = state.begin_reading(ReadAs::Order, text.len());
    jobs.spawn(Job::Text, move || {
        Answer::Imported(reading, Box::new(opened(&text)))
    });
}

fn opened(text: &str) -> Result<Document, ImportError> {
    import(text).and_then(Document::open)
}

/// Asks for a file with an order.
pub fn choose(effects: &Effects<'_>) {
    let ask = Ask {
        title: effects.state.lang.text("import.title").into_owned(),
        ..Ask::default()
    };
    let then = Then(Box::new(|path, _| Answer::OrderChosen(path)));
    effects.choose(ask, then);
}

/// Shows a document in the form; the one before it can be had back.
pub fn show(read: Result<Document, ImportError>, state: &mut State) {
    match read {
        Ok(document) => {
            let before = state.put(document);
            state.compose.before_import = Some(Box::new(before));
            state.page = Page::Compose;
            let message = imported_message(state);
            state.say(true, message);
        }
        Err(error) => {
            let message = error.message();
            state.compose.import_fault = Some(message.clone());
            state.say(
                false,
                Message::new("notice.not_imported").with("reason", state.lang.say(&message)),
            );
        }
    }
}

/// What was imported, and whose bytes are signed.
fn imported_message(state: &State) -> Message {
    let imported = state.compose.document.imported();
    let key = match imported {
        Some(imported) if imported.data.is_some() => match imported.source {
            Source::Data => "notice.imported_data",
            Source::Answer | Source::Printed => "notice.imported_answer",
            Source::Script => "notice.imported_script",
        },
        _ => "notice.imported_object",
    };

    Message::new(key).with("count", state.draft.data.as_str().len())
}

/// Goes back to the document before the last import.
pub fn undo_import(state: &mut State) {
    if let Some(before) = state.compose.before_import.take() {
        state.put(*before);
    }
}

/// Puts a new order number into the form.
pub fn renew_number(effects: &mut Effects<'_>) {
    let now = effects.state.now;
    let random = (effects.surroundings.nonce)();
    let document = &mut effects.state.compose.document;
    let order_number = &mut document.form_mut().out_order_no;
    *order_number = number::renewed(order_number, now, random.as_str());
    document.edited(&[Place::of(Field::OutOrderNo)]);
}

/// Brings draft and signature up to what is on the screen: pure functions of the document, the
/// identity, the key and, where one of them changed, the moment.
pub fn follow(effects: &mut Effects<'_>) {
    effects.state.follow_document();
    if effects.state.signature.subject.as_ref() != Some(&effects.state.subject()) {
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
                let (data, identity) = (state.draft.data.clone(), identity.clone());
                signing::sign(data, identity, moment, Uri::request_order(), key)
                    .map_err(|error| error.message())
            }
        },
    };

    let (signed, obstacle) = match signed {
        Ok(signed) => (Some(Arc::new(signed)), None),
        Err(obstacle) => (None, Some(obstacle)),
    };
    state.signature = Signature {
        signed,
        obstacle,
        subject: Some(subject),
        number: state.signature.number + 1,
    };
}

/// Copies what is on the screen.
pub fn copy(export: Export, effects: &mut Effects<'_>) {
    let Effects { state, ctx, .. } = effects;
    let Some(signed) = &state.signature.signed else {
        return;
    };

    ctx.copy_text(export.of(signed).into_owned());
    let errors = error_count(&state.draft.findings);
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
pub fn save(export: Export, effects: &Effects<'_>) {
    if let Some(signed) = &effects.state.signature.signed {
        save_as(export, export.of(signed).into_owned(), effects);
    }
}

/// Saves the order's document as it is, signed or not.
pub fn save_draft(effects: &Effects<'_>) {
    let text = effects.state.draft.data.as_str().to_owned();
    save_as(Export::Data, text, effects);
}

fn save_as(export: Export, text: String, effects: &Effects<'_>) {
    let state = &effects.state;
    let (file_name, ending) = export.file();
    let name = state.lang.text(export.name_key());
    let ask = Ask {
        title: state.lang.fill("preview.save_title", &[("name", &name)]),
        kinds: vec![(ending.to_uppercase(), vec![ending])],
        file_name: file_name.to_owned(),
    };
    effects.choose(ask, save_text(text, state.key_files(None)));
}
