//! The machine as the window sees it, which tests replace.

use std::path::PathBuf;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::core::key::{KeyFailure, PrivateKey};
use crate::core::signing::Nonce;
use crate::core::time::Timestamp;
use crate::machine;
use crate::store::history::History;
use crate::store::{SessionFile, SettingsFile, templates};

use super::dialogs::{Desktop, Dialogs};

/// The machine as the window sees it; tests hand in a fixed one.
pub struct Surroundings {
    /// The time.
    pub now: Box<dyn Fn() -> Timestamp>,
    /// Time since some moment, by a clock that never goes back.
    pub uptime: Box<dyn Fn() -> Duration>,
    /// A random text for a signature.
    pub nonce: Box<dyn Fn() -> Nonce>,
    /// Whether the system is asked for what was copied, to compare.
    pub reads_back: bool,
    /// The system's file dialogs.
    pub dialogs: Box<dyn Dialogs>,
    /// The file of the history; `None` keeps none.
    pub history_file: Option<PathBuf>,
    /// Where the user's templates are; `None` has none.
    pub template_folder: Option<PathBuf>,
    /// Where open documents are kept; `None` keeps none.
    pub session_folder: Option<PathBuf>,
    /// Where settings are kept; `None` keeps none.
    pub settings_file: Option<SettingsFile>,
}

impl Surroundings {
    /// The real ones.
    pub fn of_machine() -> Self {
        Self {
            now: Box::new(machine::now),
            uptime: uptime(),
            nonce: Box::new(machine::random_nonce),
            reads_back: true,
            dialogs: Box::new(Desktop),
            history_file: History::path(),
            template_folder: templates::folder(),
            session_folder: SessionFile::folder(),
            settings_file: SettingsFile::of_user(),
        }
    }
}

fn uptime() -> Box<dyn Fn() -> Duration> {
    let begun = Instant::now();
    Box::new(move || begun.elapsed())
}

/// The demo key, made or in the making.
pub enum DemoKey {
    /// It is there.
    Made(Arc<PrivateKey>),
    /// A thread makes it.
    Making(JoinHandle<Result<PrivateKey, KeyFailure>>),
}

impl DemoKey {
    /// Begins to make one: finding primes takes about as long as opening a window.
    pub fn begin() -> Self {
        Self::Making(thread::spawn(machine::demo_key))
    }
}
