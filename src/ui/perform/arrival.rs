//! Keys that have come: into the ring, and to the profile that they are of.

use crate::core::finding::Message;
use crate::core::key::Fingerprint;
use crate::core::key::profile::{Profile, ProfileId};
use crate::core::key::ring::{Content, Entry, EntryId, Source};
use crate::ui::page::Page;
use crate::ui::pages::keys::state::{Fault, Next, Shown};
use crate::ui::state::State;
use crate::ui::tab_id::TabId;

use super::effects::Effects;
use super::profile;

/// Adds what a file or a paste held. The key that is `wanted` signs, or else the first private one
/// that can.
pub fn add(
    source: Source,
    wanted: Option<EntryId>,
    entries: Vec<Entry>,
    effects: &mut Effects<'_>,
) {
    let state = &mut *effects.state;
    state.page = Page::Keys;
    state.keys.fault = None;
    let count = entries.len();
    let entries = entries.into_iter();
    let ids: Vec<EntryId> = entries.map(|entry| state.ring.add(entry)).collect();
    if let Source::File(path, _) = &source {
        state.keys.path = path.display().to_string();
    }

    // Another key of the file is no stand-in for the one that was asked for.
    if let (Some(id), Source::File(path, _)) = (wanted, &source)
        && !ids.contains(&id)
    {
        let gone = Message::new("key.not_there").with("path", path.display());
        return state.ring.fail(path, &gone);
    }

    let of = |wanted: fn(&Entry) -> bool| {
        let mut ids = ids.iter().copied();
        ids.find(|id| state.ring.get(*id).is_some_and(wanted))
    };
    let signer = wanted.or_else(|| of(|entry| entry.signer().is_some()));
    let locked = of(|entry| matches!(entry.content, Content::Locked(_)));
    let Some(shown) = signer.or(locked).or(ids.first().copied()) else {
        return;
    };

    let can_sign = |entry: &Entry| entry.signer().is_some();
    if state.ring.get(shown).is_some_and(can_sign) {
        return loaded(shown, wanted.is_some(), effects);
    }
    let is_locked = |entry: &Entry| matches!(entry.content, Content::Locked(_));
    if state.ring.get(shown).is_some_and(is_locked)
        && let Some(owner) = owner_of(shown, state)
    {
        // Its passphrase is asked for in the form of the profile that waits for it.
        state.ring.give_key(owner, shown);
    }
    show(shown, state);
    let message = Message::new("notice.keys_added").with("count", count);
    state.say(true, message);
}

/// Shows a key: with the profile that it is of, if there is one.
pub fn show(id: EntryId, state: &mut State) {
    let shown = match owner_of(id, state) {
        Some(profile) => Shown::Profile(profile),
        None => Shown::Key(id),
    };
    state.keys.select(shown);
    state.keys.next = Some(Next::Passphrase);
}

/// A private key was read or opened: it signs where it `is_wanted`, or where nothing else does.
pub fn loaded(id: EntryId, is_wanted: bool, effects: &mut Effects<'_>) {
    take(id, is_wanted, effects);
    let fingerprint = effects.state.ring.get(id).and_then(Entry::fingerprint);
    if let Some(fingerprint) = fingerprint.map(Fingerprint::short) {
        let message = Message::new("notice.key_loaded").with("key", fingerprint);
        effects.state.say(true, message);
    }
}

/// Gives a private key to the profile that it is of, or else to a new one. The document that was in
/// front when it was asked for is signed for that if it `is_wanted`, or was signed for no real
/// mini-program.
pub fn take(id: EntryId, is_wanted: bool, effects: &mut Effects<'_>) {
    let used = if let Some(owner) = owner_of(id, effects.state) {
        owner
    } else {
        let profile = profile::begun(effects);
        let begun = profile.id;
        effects.state.keys.next = Some(Next::AppId);
        effects.state.ring.put_profile(usize::MAX, profile);
        begun
    };

    let state = &mut *effects.state;
    state.ring.give_key(used, id);
    let asked: Option<TabId> = state.keys.for_tab.take();
    let tab = asked.and_then(|id| state.workspace.get_mut(id).map(|tab| tab.id));
    let tab = tab.unwrap_or(state.tab().id);
    let is_free = state.is_demo() || state.ring.signer().is_none();
    if let Some(tab) = state
        .workspace
        .get_mut(tab)
        .filter(|_| is_wanted || is_free)
    {
        tab.profile = used;
    }
    state.keys.select(Shown::Profile(used));
}

/// The profile that a key is of: the one that is shown, the one in use, another one that has it, or
/// the one that is shown and has none yet.
fn owner_of(id: EntryId, state: &State) -> Option<ProfileId> {
    let ring = &state.ring;
    let shown = match state.keys.shown(ring) {
        Shown::Profile(shown) => ring.get_profile(shown),
        Shown::Key(_) => None,
    };
    let first = [shown, Some(ring.profile())];
    let mut all = first.into_iter().flatten().chain(ring.profiles());
    let has_it = |profile: &&Profile| profile.key == Some(id) && !profile.is_demo();
    let waits = |profile: &&Profile| profile.key.is_none();
    let owner = all.find(has_it).or(shown.filter(waits));
    owner.map(|profile| profile.id)
}

/// Says why a file or a paste gave no key.
pub fn failed(source: &Source, message: Message, state: &mut State) {
    state.page = Page::Keys;
    state.keys.fault = Some(Fault {
        source: source.clone(),
        message: message.clone(),
    });
    if let Source::File(path, _) = source {
        state.ring.fail(path, &message);
    }
}
