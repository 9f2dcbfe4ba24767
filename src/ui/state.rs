//! In: what the user did, what the jobs answered. Out: everything the window shows; nothing of it is drawn here.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::core::finding::{Explain as _, Message};
use crate::core::key::{Fingerprint, PrivateKey};
use crate::core::order::{DataJson, Draft, OrderForm, example};
use crate::core::signing::{AppId, FieldError, Identity, KeyVersion, SignedOrder, Timestamp};
use crate::core::store::{Settings, ThemeChoice};
use crate::texts::Lang;

use super::command::Text;
use super::pages::compose::ComposePage;
use super::pages::keys::KeysPage;

/// `appid` shown until the user enters one; no real one has this form of 16 zeros.
const DEMO_APP_ID: &str = "tt0000000000000000";

/// The pages of the window, in the order of the rail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Fill in an order and copy it signed.
    #[default]
    Compose,
    /// Who signs.
    Keys,
}

impl Page {
    /// All pages, in the order of the rail.
    pub const ALL: [Self; 2] = [Self::Compose, Self::Keys];
}

/// Where the active private key came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyOrigin {
    /// Made at start, in memory only.
    Demo,
    /// A file.
    File(PathBuf),
    /// The clipboard.
    Pasted,
}

/// Who signs: the key in memory and the header's values as typed.
#[derive(Debug)]
pub struct Profile {
    /// `appid` as typed.
    pub app_id: String,
    /// `key_version` as typed.
    pub key_version: String,
    /// The active private key.
    pub key: Arc<PrivateKey>,
    /// Where it came from.
    pub origin: KeyOrigin,
    demo_key: Arc<PrivateKey>,
}

/// How far the signature of what is on the screen has come.
#[derive(Debug, Default)]
pub struct Signature {
    /// The newest signed order; what is shown and copied.
    pub signed: Option<Arc<SignedOrder>>,
    /// Why there is none for what is on the screen.
    pub obstacle: Option<Message>,
    /// Whether a newer one is being made.
    pub pending: bool,
    /// Number of the newest request.
    pub number: u64,
    /// What the newest request was for.
    pub asked: Option<Subject>,
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
    /// Keys.
    pub keys: KeysPage,
    /// The form that `draft` was made of.
    pub drafted: OrderForm,
    /// What the form amounts to.
    pub draft: Draft,
    /// Who signs.
    pub profile: Profile,
    /// The signature of the draft.
    pub signature: Signature,
    /// What to copy as soon as the signature under way is there.
    pub copy_when_signed: Option<Text>,
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
            keys: KeysPage::open(settings),
            profile: Profile::open(settings, demo_key),
            signature: Signature::default(),
            copy_when_signed: None,
            now,
            notice: None,
        }
    }

    /// What a signature of the screen is of.
    pub fn subject(&self) -> Subject {
        Subject {
            data: self.draft.data.clone(),
            identity: self.profile.identity(),
            key: self.profile.key.fingerprint().clone(),
        }
    }

    /// What is worth keeping until the next start.
    pub fn settings(&self, language: Option<String>) -> Settings {
        let key_file = match &self.profile.origin {
            KeyOrigin::File(path) => Some(path.clone()),
            KeyOrigin::Demo | KeyOrigin::Pasted => self.keys.last_file.clone(),
        };
        Settings {
            language,
            theme: self.theme,
            app_id: self.profile.app_id.clone(),
            key_version: self.profile.key_version.clone(),
            key_file,
            form_width: self.compose.form_width,
            problems_height: self.compose.problems_height,
        }
    }

    /// Says something at the foot of the window.
    pub fn say(&mut self, good: bool, message: Message) {
        self.notice = Some(Notice { message, good });
    }
}

impl Profile {
    fn open(settings: &Settings, demo_key: Arc<PrivateKey>) -> Self {
        let or = |kept: &str, default: &str| if kept.is_empty() { default.to_owned() } else { kept.to_owned() };
        Self {
            app_id: or(&settings.app_id, DEMO_APP_ID),
            key_version: or(&settings.key_version, "1"),
            key: Arc::clone(&demo_key),
            origin: KeyOrigin::Demo,
            demo_key,
        }
    }

    /// Whether the platform cannot know the key.
    pub fn is_demo(&self) -> bool {
        self.origin == KeyOrigin::Demo
    }

    /// Whether `appid` is still the one that only stands for the user's own.
    pub fn has_placeholder_app_id(&self) -> bool {
        self.app_id == DEMO_APP_ID
    }

    /// Signs with the demo key again.
    pub fn use_demo_key(&mut self) {
        self.key = Arc::clone(&self.demo_key);
        self.origin = KeyOrigin::Demo;
    }

    /// The header's values, if they can stand there.
    ///
    /// # Errors
    /// [`FieldError`] of the first that cannot.
    pub fn identity(&self) -> Result<Identity, FieldError> {
        Ok(Identity { app_id: AppId::new(&*self.app_id)?, key_version: KeyVersion::new(&*self.key_version)? })
    }

    /// Why a typed `appid` or `key_version` cannot stand in the header.
    pub fn faults(&self) -> (Option<Message>, Option<Message>) {
        let app_id = AppId::new(&*self.app_id).err().map(|error| error.message());
        let key_version = KeyVersion::new(&*self.key_version).err().map(|error| error.message());
        (app_id, key_version)
    }
}

impl KeyOrigin {
    /// The file's name without its folders.
    pub fn file_name(path: &Path) -> String {
        path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
    }
}
