//! In: nothing. Out: what only the machine knows: the time, randomness, a key made on the spot, where settings lie.

use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use rand::RngExt as _;

use crate::core::key::{PrivateKey, Unusable};
use crate::core::signing::Nonce;
use crate::core::store::SettingsFile;
use crate::core::time::Timestamp;
use crate::dialogs::{Desktop, Dialogs};

/// The machine as the window sees it; tests hand in a fixed one.
pub struct Surroundings {
    /// The time.
    pub now: Box<dyn Fn() -> Timestamp>,
    /// Time since some moment, by a clock that never goes back.
    pub uptime: Box<dyn Fn() -> Duration>,
    /// A random text for a signature.
    pub nonce: Box<dyn Fn() -> Nonce>,
    /// The key with which the window opens.
    pub demo_key: Arc<PrivateKey>,
    /// The system's file dialogs.
    pub dialogs: Box<dyn Dialogs>,
    /// Where settings are kept; `None` keeps none.
    pub settings_file: Option<SettingsFile>,
}

impl Surroundings {
    /// The real ones, with a demo key that was made before.
    pub fn of_machine(demo_key: PrivateKey) -> Self {
        Self {
            now: Box::new(now),
            uptime: uptime(),
            nonce: Box::new(random_nonce),
            demo_key: Arc::new(demo_key),
            dialogs: Box::new(Desktop),
            settings_file: SettingsFile::of_user(),
        }
    }
}

/// The machine's time; 0 where its clock stands before 1970.
pub fn now() -> Timestamp {
    Timestamp(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()))
}

fn uptime() -> Box<dyn Fn() -> Duration> {
    let begun = Instant::now();
    Box::new(move || begun.elapsed())
}

/// 128 random bits as 32 hex digits.
pub fn random_nonce() -> Nonce {
    Nonce::of_bytes(rand::rng().random())
}

/// A 2048-bit key that is gone when the program ends.
///
/// # Errors
/// [`Unusable`] where no primes could be found.
pub fn demo_key() -> Result<PrivateKey, Unusable> {
    PrivateKey::generate()
}
