//! What the commands of the key ring do, and what its jobs have to say.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use eframe::egui::ViewportCommand;

use crate::core::finding::{Explain as _, Message};
use crate::core::key::profile::ProfileId;
use crate::core::key::ring::{Content, Entry, EntryId, Role, Source};
use crate::core::key::write::{self, PrivateForm};
use crate::core::key::{self, KeyFailure, Passphrase, PrivateKey};
use crate::store::{Access, KeyRecord, Output};
use crate::ui::answer::{Answer, KeyAnswer, Then};
use crate::ui::command::KeyCommand;
use crate::ui::dialogs::Ask;
use crate::ui::jobs::{Job, Jobs};
use crate::ui::page::Page;
use crate::ui::pages::keys::state::Shown;
use crate::ui::state::State;
use crate::ui::surroundings::DemoKey;

use super::effects::Effects;
use super::files::{entries, entries_of, save, save_text};
use super::{arrival, clipboard, profile};

/// Carries out one command.
pub fn perform(command: KeyCommand, effects: &mut Effects<'_>) {
    let Effects {
        state, jobs, ctx, ..
    } = effects;
    state.keys.for_tab = Some(state.tab().id);
    match command {
        KeyCommand::Choose => {
            let ask = Ask {
                title: state.lang.text("keys.choose_title").into_owned(),
                ..Ask::default()
            };
            let then = Then(Box::new(|path, _| Answer::Key(KeyAnswer::Chosen(path))));
            effects.choose(ask, then);
        }
        KeyCommand::Read(path) => read(path, None, effects),
        KeyCommand::Paste => {
            state.keys.awaits_paste = true;
            ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
        }
        KeyCommand::ReadText(text) => {
            state.keys.awaits_paste = false;
            jobs.spawn(Job::KeyText, move || {
                let found = entries(text.0.as_bytes(), |_| Source::Pasted, false);
                let found = found.map_err(|error| error.message());
                Answer::Key(KeyAnswer::Read(Source::Pasted, None, found))
            });
        }
        KeyCommand::Open(id, passphrase) => open(id, passphrase, effects),
        KeyCommand::Generate => {
            if state.keys.generation.is_none() {
                state.keys.generation = Some(generate(jobs));
            }
        }
        KeyCommand::StopGenerating => {
            if let Some(stop) = &state.keys.generation {
                stop.store(true, Ordering::Relaxed);
            }
        }
        KeyCommand::Activate(id) => activate(id, effects),
        KeyCommand::OpenOfProfile => open_of_profile(effects),
        KeyCommand::Remove(id) => state.ring.remove(id),
        KeyCommand::CopyFingerprint(id) => {
            if let Some(fingerprint) = state.ring.get(id).and_then(Entry::fingerprint) {
                let text = fingerprint.to_string();
                state.say(true, Message::new("notice.copied_fingerprint"));
                clipboard::copy(text, effects);
            }
        }
        KeyCommand::CopyPublic(id, form) => {
            if let Some(key) = state.ring.get(id).and_then(Entry::public) {
                let text = form.of(key);
                let name = state.lang.text(form.name_key());
                state.say(true, Message::new("notice.copied").with("name", name));
                clipboard::copy(text, effects);
            }
        }
        KeyCommand::SavePublic(id, form) => {
            if let Some(text) = state
                .ring
                .get(id)
                .and_then(Entry::public)
                .map(|key| form.of(key))
            {
                let ask = ask(state, "keys.save_public_title", "public_key.pem");
                let then = save_text(text, state.key_files(None));
                effects.choose(ask, then);
            }
        }
        KeyCommand::SavePrivate(id, form, passphrase) => {
            if let Some(Content::Private(key)) = state.ring.get(id).map(|entry| &entry.content) {
                let key = Arc::clone(key);
                let ask = ask(state, "keys.save_private_title", "private_key.pem");
                let then = save_private_key(id, key, form, passphrase, state.key_files(Some(id)));
                effects.choose(ask, then);
            }
        }
    }
}

fn ask(state: &State, title: &str, file_name: &str) -> Ask {
    let kinds = vec![("PEM".to_owned(), vec!["pem", "txt"])];
    Ask {
        title: state.lang.text(title).into_owned(),
        kinds,
        file_name: file_name.to_owned(),
    }
}

fn read(path: PathBuf, wanted: Option<EntryId>, effects: &mut Effects<'_>) {
    let Effects { state, jobs, .. } = effects;
    state.keys.path = path.display().to_string();
    jobs.spawn(Job::KeyFile, move || {
        let entries = entries_of(&path).map_err(|error| error.message());
        Answer::Key(KeyAnswer::Read(Source::File(path, 1), wanted, entries))
    });
}

fn open(id: EntryId, passphrase: Passphrase, effects: &mut Effects<'_>) {
    let Effects { state, jobs, .. } = effects;
    if let Some(Content::Locked(key)) = state.ring.get(id).map(|entry| &entry.content) {
        let key = key.clone();
        state.keys.opening = true;
        state.keys.passphrase_fault = None;
        jobs.spawn(Job::Passphrase, move || {
            let opened = key.open(&passphrase).map(Arc::new);
            Answer::Key(KeyAnswer::Opened(id, opened))
        });
    }
}

/// Lets a key sign; one that was only remembered is read first.
fn activate(id: EntryId, effects: &mut Effects<'_>) {
    let state = &mut *effects.state;
    let Some(entry) = state.ring.get(id) else {
        return;
    };
    match (&entry.content, &entry.source) {
        (Content::Unread | Content::Fault(_), Source::File(path, _)) => {
            let path = path.clone();
            read(path, Some(id), effects);
        }
        (Content::Locked(_), _) => arrival::show(id, state),
        _ if entry.source == Source::Demo => state.tab_mut().profile = ProfileId::DEMO,
        (Content::Private(_), _) => arrival::take(id, true, effects),
        _ => {}
    }
}

/// Reads the key of the profile in use again, or shows where its passphrase is typed.
fn open_of_profile(effects: &mut Effects<'_>) {
    let ring = &effects.state.ring;
    let (profile, key) = (ring.profile().id, ring.profile().key);
    effects.state.page = Page::Keys;
    effects.state.keys.select(Shown::Profile(profile));
    if let Some(id) = key {
        activate(id, effects);
    }
}

/// Takes in what a job has to say about keys.
pub fn take(answer: KeyAnswer, effects: &mut Effects<'_>) {
    let state = &mut *effects.state;
    match answer {
        KeyAnswer::Chosen(path) => read(path, None, effects),
        KeyAnswer::Read(source, wanted, Ok(entries)) => {
            arrival::add(source, wanted, entries, effects);
        }
        KeyAnswer::Reread(path, entries) => profile::reread(&path, entries, state),
        KeyAnswer::Read(source, _, Err(message)) => arrival::failed(&source, message, state),
        KeyAnswer::Demo(made) => {
            let made = made.map_err(|failure| failure.message());
            state.ring.set_demo_key(made);
        }
        KeyAnswer::Remembered(path, entries) => {
            state.awaited.retain(|(awaited, _)| *awaited != path);
            for entry in entries {
                state.ring.add(entry);
            }
        }
        KeyAnswer::Opened(id, Ok(key)) => {
            state.keys.opened(id, &state.ring, None);
            state.ring.open(id, key);
            arrival::loaded(id, true, effects);
        }
        KeyAnswer::Opened(id, Err(error)) => {
            state.keys.opened(id, &state.ring, Some(error.message()));
        }
        KeyAnswer::Generated(result) => {
            state.keys.generation = None;
            match result {
                Ok(Some(key)) => {
                    let entry = Entry::new(Content::Private(key), Source::Generated);
                    let id = state.ring.add(entry);
                    state.say(true, Message::new("notice.key_generated"));
                    arrival::take(id, false, effects);
                }
                Ok(None) => state.say(false, Message::new("notice.key_not_generated")),
                Err(_) => state.say(false, Message::new("notice.key_generation_failed")),
            }
        }
        KeyAnswer::Saved(_, Err(message)) => state.say(false, message),
        KeyAnswer::Saved(id, Ok(path)) => {
            state.say(
                true,
                Message::new("notice.saved").with("path", path.display()),
            );
            if let Some(entry) = state.ring.get_mut(id)
                && matches!(entry.source, Source::Generated | Source::Pasted)
            {
                entry.source = Source::File(path, 1);
            }
        }
    }
}

/// Makes a new pair; raising the flag stops it.
fn generate(jobs: &Jobs<Answer>) -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let watched = Arc::clone(&stop);
    jobs.spawn(Job::NewKey, move || {
        let made = key::generate(&watched);
        Answer::Key(KeyAnswer::Generated(made.map(|key| key.map(Arc::new))))
    });
    stop
}

/// Takes in the demo key, or waits for it beside the frames.
pub fn await_demo_key(demo_key: DemoKey, state: &mut State, jobs: &Jobs<Answer>) {
    match demo_key {
        DemoKey::Made(key) => state.ring.set_demo_key(Ok(key)),
        DemoKey::Making(making) => jobs.spawn(Job::DemoKey, move || {
            let made = making.join().unwrap_or(Err(KeyFailure::Making));
            Answer::Key(KeyAnswer::Demo(made.map(Arc::new)))
        }),
    }
}

/// Reads the public keys that were remembered. Each file has a job of its own: a dead disk holds up
/// no other.
pub fn read_remembered(effects: &mut Effects<'_>) {
    let begun = (effects.surroundings.uptime)();
    for path in remembered_public_files(effects.state) {
        effects.state.awaited.push((path.clone(), begun));
        effects.jobs.spawn(Job::KeyFile, move || {
            let entries = entries_of(&path).into_iter().flatten();
            let public = entries.filter(|entry| entry.content.is_public());
            let public = public.collect();
            Answer::Key(KeyAnswer::Remembered(path, public))
        });
    }
}

/// Time that a remembered file has for being read.
pub const FILE_PATIENCE: Duration = Duration::from_secs(10);

/// Says which remembered files have not been read in time; they are taken in if they come later.
pub fn give_up_on_files(effects: &mut Effects<'_>) {
    let now = (effects.surroundings.uptime)();
    let state = &mut *effects.state;
    let is_late = |(_, begun): &mut (PathBuf, Duration)| now >= *begun + FILE_PATIENCE;
    let late: Vec<(PathBuf, Duration)> = state.awaited.extract_if(.., is_late).collect();
    for (path, _) in late {
        let message = Message::new("job.file_late")
            .with("path", path.display())
            .with("count", FILE_PATIENCE.as_secs());
        state.ring.fail(&path, &message);
        state.say(false, message);
    }
}

/// Files of public keys among the remembered: they are read at the start, private keys when their
/// profile signs.
fn remembered_public_files(state: &State) -> Vec<PathBuf> {
    let public = state
        .ring
        .entries()
        .iter()
        .filter(|entry| entry.role != Role::ApplicationPrivate);
    let mut files: Vec<PathBuf> = public
        .filter_map(KeyRecord::of)
        .map(|record| record.path)
        .collect();
    files.dedup();
    files
}

/// Writes a private key where the user wants it, for its owner alone.
fn save_private_key(
    id: EntryId,
    key: Arc<PrivateKey>,
    form: PrivateForm,
    passphrase: Option<Passphrase>,
    others: Vec<PathBuf>,
) -> Then {
    Then(Box::new(move |path, overwrite| {
        let text = match &passphrase {
            Some(passphrase) => write::encrypted(&key, passphrase, &mut rand::rng()),
            None => write::private(&key, form),
        };
        let saved = text.map_err(|failure| failure.message()).and_then(|text| {
            let output = Output {
                path: &path,
                bytes: text.as_bytes(),
                access: Access::Owner,
            };
            save(output, &others, overwrite)
        });
        Answer::Key(KeyAnswer::Saved(id, saved.map(|()| path)))
    }))
}

#[cfg(test)]
mod tests {
    use eframe::egui;

    use super::*;
    use crate::core::time::Timestamp;
    use crate::store::Settings;
    use crate::texts::Lang;
    use crate::ui::surroundings::Surroundings;

    #[test]
    fn a_file_that_is_late_is_said_once() {
        let mut state = State::open(&Settings::default(), Lang::En, Timestamp(1));
        state.awaited = vec![
            ("/slow".into(), Duration::ZERO),
            ("/new".into(), FILE_PATIENCE),
        ];
        let surroundings = Surroundings {
            now: Box::new(|| Timestamp(1)),
            uptime: Box::new(|| FILE_PATIENCE),
            ..Surroundings::of_machine()
        };
        let ctx = egui::Context::default();
        give_up_on_files(&mut Effects {
            state: &mut state,
            jobs: &Jobs::new(ctx.clone()),
            surroundings: &surroundings,
            ctx: &ctx,
        });

        let said = state.notices.all().last();
        let said = said.map(|notice| notice.message.to_string());
        assert_eq!(said.as_deref(), Some("job.file_late path=/slow count=10"));
        assert_eq!(state.awaited.len(), 1);
    }
}
