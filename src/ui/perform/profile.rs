//! Profiles: begun, used, removed, handed to others.

use std::path::Path;

use crate::core::finding::{Explain as _, Message};
use crate::core::key::profile::{Profile, ProfileId};
use crate::core::key::ring::{Content, Entry, Source};
use crate::store::{self, ProfileRecord};
use crate::ui::answer::{Answer, KeyAnswer, Then};
use crate::ui::command::ProfileCommand;
use crate::ui::dialogs::Ask;
use crate::ui::jobs::Job;
use crate::ui::keyring::profile_name;
use crate::ui::notices::Remedy;
use crate::ui::page::Page;
use crate::ui::pages::keys::state::{Next, Shown};
use crate::ui::state::State;
use crate::ui::theme::KEY_COLOURS;

use super::effects::Effects;
use super::files::{entries_of, save_text, text_of};

/// Carries out one command.
pub fn perform(command: ProfileCommand, effects: &mut Effects<'_>) {
    let state = &mut *effects.state;
    match command {
        ProfileCommand::Use(id) => {
            state.tab_mut().profile = id;
            state.keys.select(Shown::Profile(id));
        }
        ProfileCommand::New => {
            let profile = begun(effects);
            put(profile, effects.state);
        }
        ProfileCommand::Duplicate(id) => {
            let Some(like) = state.ring.get_profile(id).cloned() else {
                return;
            };
            let name = profile_name(&like, &state.ring, state.lang);
            let name = state.lang.fill("profile.copy_name", &[("name", &name)]);
            // The demo key is nobody's.
            let key = like.key.filter(|_| !like.is_demo());
            let begun = begun(effects);
            let profile = Profile {
                id: begun.id,
                colour: begun.colour,
                name,
                key,
                ..like
            };
            put(profile, effects.state);
        }
        ProfileCommand::Remove(id) => remove(id, state),
        ProfileCommand::Restore(place, profile) => {
            let id = profile.id;
            state.ring.put_profile(place, *profile);
            state.keys.select(Shown::Profile(id));
        }
        ProfileCommand::Show(id) => {
            state.page = Page::Keys;
            state.keys.select(Shown::Profile(id));
        }
        ProfileCommand::Export => export(effects),
        ProfileCommand::Import => {
            let ask = Ask {
                title: state.lang.text("profile.import_title").into_owned(),
                kinds: vec![("JSON".to_owned(), vec!["json"])],
                ..Ask::default()
            };
            let then = Then(Box::new(|path, _| Answer::Profiles(read(&path))));
            effects.choose(ask, then);
        }
    }
}

/// A profile that says nothing yet, in a colour that no other one wears.
pub fn begun(effects: &Effects<'_>) -> Profile {
    let random = (effects.surroundings.nonce)();
    let profiles = effects.state.ring.profiles();
    let digits = random.as_str().get(..12).unwrap_or_default();
    let mut id = u64::from_str_radix(digits, 16).unwrap_or_default().max(1);
    while profiles.iter().any(|profile| profile.id == ProfileId(id)) {
        id += 1;
    }

    let worn = |colour: &u8| profiles.iter().filter(|one| one.colour == *colour).count();
    Profile {
        id: ProfileId(id),
        colour: (0..KEY_COLOURS).min_by_key(worn).unwrap_or_default(),
        ..Profile::default()
    }
}

fn put(profile: Profile, state: &mut State) {
    let id = profile.id;
    state.ring.put_profile(usize::MAX, profile);
    state.page = Page::Keys;
    state.keys.select(Shown::Profile(id));
    state.keys.next = Some(Next::AppId);
}

fn remove(id: ProfileId, state: &mut State) {
    let Some((place, profile)) = state.ring.remove_profile(id) else {
        return;
    };
    let name = profile_name(&profile, &state.ring, state.lang);
    let message = Message::new("notice.profile_removed").with("name", name);
    let restore = ProfileCommand::Restore(place, Box::new(profile));
    state.say_removed(message, Remedy::Profile(restore));
}

/// Brings the profile of the document in front to the ring, and reads its key where that was only
/// remembered.
pub fn follow(effects: &mut Effects<'_>) {
    let state = &mut *effects.state;
    let id = state.tab().profile;
    state.ring.use_profile(id);
    let Some(entry) = state.ring.active() else {
        return;
    };
    if !matches!(entry.content, Content::Unread) {
        return;
    }
    let Source::File(path, _) = &entry.source else {
        return;
    };
    if state.awaited.iter().any(|(awaited, _)| awaited == path) {
        return;
    }

    let path = path.clone();
    state
        .awaited
        .push((path.clone(), (effects.surroundings.uptime)()));
    effects.jobs.spawn(Job::KeyFile, move || {
        let entries = entries_of(&path).map_err(|error| error.message());
        Answer::Key(KeyAnswer::Reread(path, entries))
    });
}

/// Takes in the file of a remembered private key: what else lies in it is left there.
pub fn reread(path: &Path, entries: Result<Vec<Entry>, Message>, state: &mut State) {
    state.awaited.retain(|(awaited, _)| awaited != path);
    let gone = Message::new("key.not_there").with("path", path.display());
    let entries = entries.map_err(|message| state.ring.fail(path, &message));
    for entry in entries.into_iter().flatten() {
        let is_known = |known: &Entry| known.source == entry.source;
        if state.ring.entries().iter().any(is_known) {
            state.ring.add(entry);
        }
    }
    let unread = |entry: &Entry| matches!(entry.content, Content::Unread);
    if state.ring.active().is_some_and(unread) {
        state.ring.fail(path, &gone);
    }
}

fn export(effects: &mut Effects<'_>) {
    let state = &effects.state;
    let ring = &state.ring;
    let own = ring.profiles().iter().filter(|profile| !profile.is_demo());
    let records: Vec<_> = own
        .map(|profile| ProfileRecord::of(profile, ring))
        .collect();
    let ask = Ask {
        title: state.lang.text("profile.export_title").into_owned(),
        kinds: vec![("JSON".to_owned(), vec!["json"])],
        file_name: "profiles.json".to_owned(),
    };
    let then = save_text(store::exported(&records), state.key_files(None));
    effects.choose(ask, then);
}

fn read(path: &Path) -> Result<Vec<ProfileRecord>, Message> {
    let text = text_of(path).map_err(|error| error.message())?;
    let none = || Message::new("profile.none_in_file").with("path", path.display());
    store::imported(&text).ok_or_else(none)
}

/// Takes in profiles of a file, beside those that are there.
pub fn answered(read: Result<Vec<ProfileRecord>, Message>, effects: &mut Effects<'_>) {
    let records = match read {
        Ok(records) => records,
        Err(message) => return effects.state.say(false, message),
    };
    let count = records.len();
    let mut last = None;
    for record in records {
        let id = begun(effects).id;
        let ring = &mut effects.state.ring;
        let record = ProfileRecord { id, ..record };
        let profile = record.profile(ring);
        ring.put_profile(usize::MAX, profile);
        last = Some(id);
    }

    let state = &mut *effects.state;
    if let Some(id) = last {
        state.page = Page::Keys;
        state.keys.select(Shown::Profile(id));
    }
    let message = Message::new("notice.profiles_imported").with("count", count);
    state.say(true, message);
}
