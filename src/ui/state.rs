//! In: what the user did, what the jobs answered. Out: everything the window shows; nothing of it
//! is drawn here.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::core::finding::Message;
use crate::core::key::ring::{Entry, EntryId, Ring, Source};
use crate::core::key::{Fingerprint, Repair};
use crate::core::order::{Document, Draft, Finding, example};
use crate::core::path::Place;
use crate::core::signing::{AppId, FieldError, Identity, KeyVersion, SignedOrder};
use crate::core::time::Timestamp;
use crate::store::{KeyRecord, Settings, ThemeChoice};
use crate::texts::Lang;

use super::editors::Editors;
use super::keyring::{DEMO_APP_ID, KnownKeys};
use super::page::Page;
use super::pages::compose::state::ComposePage;
use super::pages::errors::state::ErrorsPage;
use super::pages::keys::state::KeysPage;
use super::pages::sandbox::state::SandboxPage;
use super::pages::verify::state::VerifyPage;
use super::path_dialog::PathDialog;

/// The signature of what is on the screen.
#[derive(Debug, Default)]
pub struct Signature {
    /// The signed order; what is shown and copied.
    pub signed: Option<Arc<SignedOrder>>,
    /// Why there is none for what is on the screen.
    pub obstacle: Option<Message>,
    /// What it is of.
    pub subject: Option<Subject>,
    /// Changes with every signature.
    pub number: u64,
}

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

/// What a signature is of and by whom; a new one is made when it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Number of the draft.
    pub draft: u64,
    /// The header's values.
    pub identity: Result<Identity, FieldError>,
    /// The key that signs; the same entry may get another one.
    pub key: Option<(EntryId, Fingerprint)>,
    /// Whether the clock shows a time that can be signed.
    pub has_time: bool,
}

/// One remark at the foot of the window, until the next one.
#[derive(Clone, Debug)]
pub struct Notice {
    /// What it says.
    pub message: Message,
    /// Whether it went well.
    pub good: bool,
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
    /// Compose.
    pub compose: ComposePage,
    /// Verify.
    pub verify: VerifyPage,
    /// Errors.
    pub errors: ErrorsPage,
    /// Sandbox.
    pub sandbox: SandboxPage,
    /// Keys.
    pub keys: KeysPage,
    /// What the document amounts to.
    pub draft: Draft,
    /// Revision of the document that `draft` was made of.
    drafted: u64,
    /// Number of `draft`: each has its own.
    draft_number: u64,
    /// The remarks on the draft by the field they speak of.
    pub remarks: HashMap<Place, Vec<Finding>>,
    /// The keys; one of them signs.
    pub ring: Ring,
    /// The keys that signatures are checked with.
    pub known_keys: KnownKeys,
    /// The signature of the draft.
    pub signature: Signature,
    /// The long texts that are being read.
    pub reading: Vec<Reading>,
    /// How many were read so far.
    pub readings: u64,
    /// Where a path is typed in place of a dialog that the system could not show.
    pub path_dialog: Option<PathDialog>,
    /// Files of remembered keys that are being read, with the moment since which they are, by the
    /// clock that never goes back.
    pub awaited: Vec<(PathBuf, Duration)>,
    /// The time of this frame.
    pub now: Timestamp,
    /// The last remark.
    pub notice: Option<Notice>,
}

impl State {
    /// The window as it opens: the platform's example, signed with the demo key.
    pub fn open(settings: &Settings, lang: Lang, now: Timestamp) -> Self {
        let compose = ComposePage::open(example::form(), settings);
        let draft = compose.document.draft();
        let mut state = Self {
            lang,
            theme: settings.theme,
            page: Page::Compose,
            drafted: compose.document.revision(),
            draft_number: 0,
            remarks: HashMap::new(),
            draft,
            compose,
            verify: VerifyPage::default(),
            errors: ErrorsPage::default(),
            sandbox: SandboxPage::default(),
            keys: KeysPage::default(),
            ring: ring(settings),
            known_keys: KnownKeys::default(),
            signature: Signature::default(),
            reading: Vec::new(),
            readings: 0,
            path_dialog: None,
            awaited: Vec::new(),
            now,
            notice: None,
        };
        state.redraft();
        state
    }

    /// Drafts the document where it was edited.
    pub fn follow_document(&mut self) {
        if self.drafted != self.compose.document.revision() {
            self.redraft();
        }
    }

    /// Puts another document on the compose page; gives back the one before.
    pub fn put(&mut self, document: Document) -> Document {
        let before = std::mem::replace(&mut self.compose.document, document);
        self.compose.editors = Editors::default();
        self.compose.import_text = None;
        self.compose.import_fault = None;
        self.redraft();
        before
    }

    /// Drafts the document, which may be another one.
    fn redraft(&mut self) {
        self.draft = self.compose.document.draft();
        self.drafted = self.compose.document.revision();
        self.draft_number += 1;
        self.remarks.clear();
        for finding in &self.draft.findings {
            if let Some(place) = finding.path.place() {
                self.remarks.entry(place).or_default().push(finding.clone());
            }
        }
    }

    /// What a signature of the screen is of.
    pub fn subject(&self) -> Subject {
        let key = self.ring.signer().map(|key| key.fingerprint().clone());
        Subject {
            draft: self.draft_number,
            identity: self.identity(),
            key: key.map(|fingerprint| (self.ring.active().id, fingerprint)),
            has_time: self.now.is_plausible(),
        }
    }

    /// What is worth keeping until the next start.
    pub fn settings(&self, language: Option<String>) -> Settings {
        let demo = &self.ring.entries()[0];
        Settings {
            language,
            theme: self.theme,
            app_id: demo.app_id.clone(),
            key_version: demo.key_version.clone(),
            keys: self
                .ring
                .entries()
                .iter()
                .filter_map(KeyRecord::of)
                .collect(),
            pins: self.ring.pins.clone(),
            form_width: self.compose.form_width.chosen,
            problems_height: self.compose.problems_height.chosen,
        }
    }

    /// Whether the platform cannot know the key that signs.
    pub fn is_demo(&self) -> bool {
        self.ring.active().source == Source::Demo
    }

    /// Whether `appid` is still the one that only stands for the user's own.
    pub fn has_placeholder_app_id(&self) -> bool {
        self.ring.active().app_id == DEMO_APP_ID
    }

    /// The header's values, if they can stand there.
    ///
    /// # Errors
    /// [`FieldError`] of the first that cannot.
    pub fn identity(&self) -> Result<Identity, FieldError> {
        let active = self.ring.active();
        Ok(Identity {
            app_id: AppId::new(&*active.app_id)?,
            key_version: KeyVersion::new(&*active.key_version)?,
        })
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

    /// Says something at the foot of the window.
    pub fn say(&mut self, good: bool, message: Message) {
        self.notice = Some(Notice { message, good });
    }
}

/// The ring as it opens: the demo key signs; what lies in files is remembered, not read.
fn ring(settings: &Settings) -> Ring {
    let or = |kept: &str, default: &str| {
        if kept.is_empty() {
            default.to_owned()
        } else {
            kept.to_owned()
        }
    };

    let mut ring = Ring::new();
    let demo = ring.active_mut();
    demo.app_id = or(&settings.app_id, DEMO_APP_ID);
    demo.key_version = or(&settings.key_version, "1");
    ring.pins.clone_from(&settings.pins);

    for record in &settings.keys {
        ring.add(record.entry());
    }

    ring
}
