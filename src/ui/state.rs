//! In: what the user did, what the jobs answered. Out: everything the window shows; nothing of it
//! is drawn here.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::core::finding::Message;
use crate::core::key::Repair;
use crate::core::key::profile::ProfileId;
use crate::core::key::ring::{Entry, EntryId, Ring, Source};
use crate::core::order::tag_groups::TagGroup;
use crate::core::order::{Document, example};
use crate::core::signing::{AppId, FieldError, Identity, KeyVersion};
use crate::core::time::Timestamp;
use crate::store::{KeyRecord, ProfileRecord, Settings, ThemeChoice, WindowPlace};
use crate::texts::Lang;

use super::finder::Finder;
use super::keeping::{Keeping, Stamp};
use super::keyring::{DEMO_APP_ID, KnownKeys, profile_name};
use super::notices::{Notices, Remedy};
use super::page::Page;
use super::pages::compose::state::{ComposePage, Unit};
use super::pages::errors::state::ErrorsPage;
use super::pages::history::state::HistoryPage;
use super::pages::keys::state::KeysPage;
use super::pages::sandbox::state::SandboxPage;
use super::pages::verify::state::VerifyPage;
use super::path_dialog::PathDialog;
use super::shelf::Shelf;
use super::tab::{Subject, Tab};
use super::workspace::Workspace;

/// What a long text is read as; one text at a time for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadAs {
    /// An order, for the form.
    Order,
    /// An error report.
    Report,
    /// A signed payload, for the verify page.
    Payload,
}

/// A long text that is being read beside the frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What it is read as.
    pub kind: ReadAs,
    /// Its number; the answer to another one is not waited for any more.
    pub number: u64,
    /// Bytes of the text.
    pub bytes: usize,
}

/// What is shown over the page when it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Version and shortcuts, until they are closed.
    Help,
    /// The menu of the settings, which opens then.
    Settings,
}

/// A text that was copied.
#[derive(Debug)]
pub struct Copied {
    /// The text.
    pub text: String,
    /// Frames that have passed since the system was asked for it.
    pub frames: u32,
    /// Whether the system is to be asked for it.
    pub is_due: bool,
    /// How often it was asked and has not answered yet: no answer is to reach a field.
    pub awaited: u32,
}

/// Everything the window shows.
#[derive(Debug)]
pub struct State {
    /// Language of all texts.
    pub lang: Lang,
    /// Theme as chosen.
    pub theme: ThemeChoice,
    /// The page in front.
    pub page: Page,
    /// Where the window is and how large, as far as the system says.
    pub place: Option<WindowPlace>,
    /// How much everything is enlarged, where it is.
    pub zoom: Option<f32>,
    /// Compose.
    pub compose: ComposePage,
    /// Verify.
    pub verify: VerifyPage,
    /// Errors.
    pub errors: ErrorsPage,
    /// Sandbox.
    pub sandbox: SandboxPage,
    /// History.
    pub history: HistoryPage,
    /// Keys.
    pub keys: KeysPage,
    /// The documents of the compose page.
    pub workspace: Workspace,
    /// The keys; one of them signs.
    pub ring: Ring,
    /// The keys that signatures are checked with.
    pub known_keys: KnownKeys,
    /// The long texts that are being read.
    pub reading: Vec<Reading>,
    /// How many were read so far.
    pub readings: u64,
    /// Where a path is typed in place of a dialog that the system could not show.
    pub path_dialog: Option<PathDialog>,
    /// Files of remembered keys that are being read, with the moment since which they are, by the
    /// clock that never goes back.
    pub awaited: Vec<(PathBuf, Duration)>,
    /// What was copied last, until the system has handed it back.
    pub copied: Option<Copied>,
    /// Where something is looked for by its name.
    pub finder: Option<Finder>,
    /// What was asked for by its shortcut.
    pub asked: Option<Asked>,
    /// The time of this frame.
    pub now: Timestamp,
    /// The history's file, if there is one.
    pub shelf: Option<Arc<Shelf>>,
    /// Whether a history is kept.
    pub keeps_history: bool,
    /// How the documents are kept.
    pub keeping: Keeping,
    /// What was said last.
    pub notices: Notices,
    /// Whether an input method composes a text.
    pub is_composing: bool,
    /// Whether documents are kept until the next start.
    pub keeps_drafts: bool,
    /// Tag groups that the platform has answered to the user.
    pub tag_groups: Vec<TagGroup>,
    /// Files of orders that were opened or saved last, the latest first.
    pub recent: Vec<PathBuf>,
}

impl State {
    /// The window as it opens: the platform's example, signed with the demo key.
    pub fn open(settings: &Settings, lang: Lang, now: Timestamp) -> Self {
        let mut workspace = Workspace::new(Document::new(example::form()));
        workspace.tab_mut().profile = settings.profile;
        Self {
            lang,
            theme: settings.theme,
            page: Page::of_key(&settings.page).unwrap_or_default(),
            place: settings.window.clone(),
            zoom: settings.zoom,
            compose: ComposePage::open(settings),
            workspace,
            verify: VerifyPage::default(),
            errors: ErrorsPage::default(),
            sandbox: SandboxPage::default(),
            history: HistoryPage::default(),
            keys: KeysPage::default(),
            ring: ring(settings),
            known_keys: KnownKeys::default(),
            reading: Vec::new(),
            readings: 0,
            path_dialog: None,
            copied: None,
            finder: None,
            asked: None,
            awaited: Vec::new(),
            now,
            shelf: None,
            keeps_history: !settings.forgets_history,
            keeping: Keeping::default(),
            notices: Notices::default(),
            is_composing: false,
            keeps_drafts: !settings.forgets_drafts,
            tag_groups: settings.tag_groups.clone(),
            recent: settings.recent.clone(),
        }
    }

    /// The document in front.
    pub fn tab(&self) -> &Tab {
        self.workspace.tab()
    }

    /// The document in front, to edit.
    pub fn tab_mut(&mut self) -> &mut Tab {
        self.workspace.tab_mut()
    }

    /// What the window is called: the document, who signs, the program.
    pub fn window_title(&self) -> String {
        let document = self.tab().title();
        let mark = if self.tab().is_edited() { "● " } else { "" };
        let profile = profile_name(self.ring.profile(), &self.ring, self.lang);
        let document = match document.trim() {
            "" => self.lang.text("tab.untitled"),
            document => document.into(),
        };
        format!("{mark}{document} · {profile} — tt-order-builder")
    }

    /// What tells this state of the documents from another.
    pub fn stamp(&self) -> Stamp {
        let tabs = self.workspace.tabs().iter().map(|tab| {
            let digest = tab.file.as_ref().map(|file| file.digest);
            (tab.id, tab.draft_number(), digest, tab.profile)
        });
        Stamp {
            tabs: tabs.collect(),
            front: Some(self.tab().id),
            closed: self.workspace.closed().iter().map(|tab| tab.id).collect(),
            keeps: self.keeps_drafts,
        }
    }

    /// Whether something is open that is not kept.
    pub fn has_unkept(&self) -> bool {
        self.keeping.file.is_some() && self.stamp() != self.keeping.kept
    }

    /// What a signature of the screen is of.
    pub fn subject(&self) -> Subject {
        let key = self.ring.signer().map(|key| key.fingerprint().clone());
        let obstacle = self.key_obstacle();
        Subject {
            draft: self.tab().draft_number(),
            identity: self.identity(),
            profile: self.ring.profile().id,
            key: key.ok_or(obstacle),
            has_time: self.now.is_plausible(),
        }
    }

    /// What is worth keeping until the next start.
    pub fn settings(&self, language: Option<String>) -> Settings {
        let profiles = self.ring.profiles().iter();
        Settings {
            language,
            theme: self.theme,
            profiles: profiles
                .map(|profile| ProfileRecord::of(profile, &self.ring))
                .collect(),
            profile: self.tab().profile,
            keys: self
                .ring
                .entries()
                .iter()
                .filter_map(KeyRecord::of)
                .collect(),
            form_width: self.compose.form_width.chosen,
            window: self.place.clone(),
            zoom: self.zoom,
            page: match self.page {
                Page::Compose => String::new(),
                page => page.key().to_owned(),
            },
            types_yuan: self.compose.unit == Unit::Yuan,
            forgets_drafts: !self.keeps_drafts,
            forgets_history: !self.keeps_history,
            tag_groups: self.tag_groups.clone(),
            recent: self.recent.clone(),
        }
    }

    /// Whether the platform cannot know the key that signs.
    pub fn is_demo(&self) -> bool {
        self.ring.profile().is_demo()
    }

    /// Whether `appid` is still the one that only stands for the user's own.
    pub fn has_placeholder_app_id(&self) -> bool {
        self.ring.profile().app_id == DEMO_APP_ID
    }

    /// The header's values, if they can stand there.
    ///
    /// # Errors
    /// [`FieldError`] of the first that cannot.
    pub fn identity(&self) -> Result<Identity, FieldError> {
        let active = self.ring.profile();
        Ok(Identity {
            app_id: AppId::new(&*active.app_id)?,
            key_version: KeyVersion::new(&*active.key_version)?,
        })
    }

    /// Why the key of the profile in use cannot sign, if it cannot.
    pub fn key_obstacle(&self) -> Option<Message> {
        match self.ring.active() {
            None => Some(Message::new("sign.no_key")),
            Some(entry) => entry.obstacle(),
        }
    }

    /// Begins to read a long text; the number to answer under.
    pub fn begin_reading(&mut self, kind: ReadAs, bytes: usize) -> u64 {
        self.end_reading(kind);
        self.readings += 1;
        self.reading.push(Reading {
            kind,
            number: self.readings,
            bytes,
        });
        self.readings
    }

    /// A text of this kind that is being read is not waited for any more: another one has come.
    pub fn end_reading(&mut self, kind: ReadAs) {
        self.reading.retain(|reading| reading.kind != kind);
    }

    /// Whether an answer is the one that is waited for; it is not any more then.
    pub fn has_read(&mut self, number: u64) -> bool {
        let before = self.reading.len();
        self.reading.retain(|reading| reading.number != number);
        self.reading.len() < before
    }

    /// The files of all keys: nothing is written over them. One key may be written over its own
    /// file, unless that holds more than this key.
    pub fn key_files(&self, except: Option<EntryId>) -> Vec<PathBuf> {
        let is_own = |entry: &Entry| {
            Some(entry.id) == except && !entry.repairs.contains(&Repair::TextAround)
        };
        let entries = self.ring.entries().iter().filter(|entry| !is_own(entry));
        let files = entries.filter_map(|entry| match &entry.source {
            Source::File(path, _) => Some(path.clone()),
            _ => None,
        });
        files.collect()
    }

    /// Says something in a corner of the window.
    pub fn say(&mut self, good: bool, message: Message) {
        self.notices.add(good, message, None);
    }

    /// Says that something was removed, and offers what brings it back.
    pub fn say_removed(&mut self, message: Message, remedy: Remedy) {
        self.notices.add(true, message, Some(remedy));
    }
}

/// The ring as it opens: what lies in files is remembered, not read.
fn ring(settings: &Settings) -> Ring {
    let mut ring = Ring::new();
    for record in &settings.keys {
        ring.add(record.entry());
    }
    for record in &settings.profiles {
        let profile = record.profile(&ring);
        let is_demo = profile.is_demo();
        ring.put_profile(if is_demo { 0 } else { usize::MAX }, profile);
    }

    if let Some(demo) = ring.profile_mut(ProfileId::DEMO) {
        if demo.app_id.is_empty() {
            DEMO_APP_ID.clone_into(&mut demo.app_id);
        }
        if demo.key_version.is_empty() {
            "1".clone_into(&mut demo.key_version);
        }
    }

    ring
}
