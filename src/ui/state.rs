//! In: what the user did, what the jobs answered. Out: everything the window shows; nothing of it is drawn here.

use std::path::PathBuf;
use std::sync::Arc;

use crate::core::finding::Message;
use crate::core::key::ring::{Entry, EntryId, Ring, Source};
use crate::core::key::{Fingerprint, PrivateKey, Repair};
use crate::core::order::{DataJson, Draft, OrderForm, example};
use crate::core::signing::{AppId, FieldError, Identity, KeyVersion, SignedOrder};
use crate::core::store::{Settings, ThemeChoice};
use crate::core::time::Timestamp;
use crate::texts::Lang;

use super::key_command;
use super::pages::compose::ComposePage;
use super::pages::errors::ErrorsPage;
use super::pages::keys::KeysPage;
use super::pages::sandbox::SandboxPage;
use super::pages::verify::VerifyPage;
use super::path_dialog::PathDialog;

/// `appid` shown until the user enters one; no real one has this form of 16 zeros.
pub const DEMO_APP_ID: &str = "tt0000000000000000";

/// The pages of the window, in the order of the rail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Fill in an order and copy it signed.
    #[default]
    Compose,
    /// Say why a signature fails.
    Verify,
    /// Say what a reported error means.
    Errors,
    /// Rehearse the call.
    Sandbox,
    /// Who signs.
    Keys,
}

impl Page {
    /// All pages, in the order of the rail.
    pub const ALL: [Self; 5] = [Self::Compose, Self::Verify, Self::Errors, Self::Sandbox, Self::Keys];
}

/// The signature of what is on the screen.
#[derive(Debug, Default)]
pub struct Signature {
    /// The signed order; what is shown and copied.
    pub signed: Option<Arc<SignedOrder>>,
    /// Why there is none for what is on the screen.
    pub obstacle: Option<Message>,
    /// What it is of.
    pub asked: Option<Subject>,
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

/// What a signature is of and by whom; a new one is due when it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The bytes.
    pub data: DataJson,
    /// The header's values.
    pub identity: Result<Identity, FieldError>,
    /// The key.
    pub key: Fingerprint,
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
    /// The form that `draft` was made of.
    pub drafted: OrderForm,
    /// What the form amounts to.
    pub draft: Draft,
    /// The keys; one of them signs.
    pub ring: Ring,
    /// The signature of the draft.
    pub signature: Signature,
    /// The long texts that are being read.
    pub reading: Vec<Reading>,
    /// How many were read so far.
    pub readings: u64,
    /// Where a path is typed in place of a dialog that the system could not show.
    pub path_dialog: Option<PathDialog>,
    /// The time of this frame.
    pub now: Timestamp,
    /// The last remark.
    pub notice: Option<Notice>,
}

impl State {
    /// The window as it opens: the platform's example, signed with the demo key.
    pub fn open(settings: &Settings, lang: Lang, demo_key: Arc<PrivateKey>, now: Timestamp) -> Self {
        let compose = ComposePage::open(example::form(), settings);
        Self {
            lang,
            theme: settings.theme,
            page: Page::Compose,
            drafted: compose.form.clone(),
            draft: Draft::of(&compose.form, None),
            compose,
            verify: VerifyPage::default(),
            errors: ErrorsPage::default(),
            sandbox: SandboxPage::default(),
            keys: KeysPage::default(),
            ring: ring(settings, demo_key),
            signature: Signature::default(),
            reading: Vec::new(),
            readings: 0,
            path_dialog: None,
            now,
            notice: None,
        }
    }

    /// What a signature of the screen is of.
    pub fn subject(&self) -> Subject {
        Subject {
            data: self.draft.data.clone(),
            identity: self.identity(),
            key: self.ring.signer().fingerprint().clone(),
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
            keys: self.ring.entries().iter().filter_map(key_command::record).collect(),
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
        Ok(Identity { app_id: AppId::new(&*active.app_id)?, key_version: KeyVersion::new(&*active.key_version)? })
    }

    /// Begins to read a long text; the number to answer under.
    pub fn begin_reading(&mut self, kind: ReadAs, bytes: usize) -> u64 {
        self.end_reading(kind);
        self.readings += 1;
        self.reading.push(Reading { kind, number: self.readings, bytes });
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

    /// The files of all keys: nothing is written over them. One key may be written over its own file, unless that holds
    /// more than this key.
    pub fn key_files(&self, except: Option<EntryId>) -> Vec<PathBuf> {
        let is_own = |entry: &Entry| Some(entry.id) == except && !entry.repairs.contains(&Repair::TextAround);
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
fn ring(settings: &Settings, demo_key: Arc<PrivateKey>) -> Ring {
    let or = |kept: &str, default: &str| if kept.is_empty() { default.to_owned() } else { kept.to_owned() };
    let mut ring = Ring::new(demo_key);
    let demo = ring.active_mut();
    demo.app_id = or(&settings.app_id, DEMO_APP_ID);
    demo.key_version = or(&settings.key_version, "1");
    ring.pins.clone_from(&settings.pins);
    for record in &settings.keys {
        ring.add(key_command::remembered(record));
    }
    ring
}
