//! In: what is to be opened or saved. Out: the path that the user chose in the system's dialog, or
//! that there is none.

use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

/// What came of a dialog, once it is closed.
pub type Chosen = Pin<Box<dyn Future<Output = Choice> + Send>>;

/// What came of a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A file was chosen.
    Path(PathBuf),
    /// It was closed.
    Nothing,
    /// The system could show none.
    NoDialog,
}

/// What a dialog says.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    /// Its title.
    pub title: String,
    /// Kinds of files: name and endings; none for any.
    pub kinds: Vec<(String, Vec<&'static str>)>,
    /// The name that is proposed for a file to save; empty where one is to be opened.
    pub file_name: String,
}

impl Ask {
    /// Whether it asks for a file to save to.
    pub fn is_to_save(&self) -> bool {
        !self.file_name.is_empty()
    }
}

/// The system's dialogs; tests hand in their own.
///
/// Both are called on the main thread, as macOS demands, and waited for on another.
pub trait Dialogs {
    /// Asks for a file to open.
    fn open(&self, ask: Ask) -> Chosen;

    /// Asks for a file to save to; the system asks before it lets an existing one be chosen.
    fn save(&self, ask: Ask) -> Chosen;
}

/// The dialogs of the desktop.
pub struct Desktop;

impl Dialogs for Desktop {
    fn open(&self, ask: Ask) -> Chosen {
        chosen(dialog(ask).pick_file())
    }

    fn save(&self, ask: Ask) -> Chosen {
        chosen(dialog(ask).save_file())
    }
}

fn dialog(ask: Ask) -> rfd::AsyncFileDialog {
    listen();
    let Ask {
        title,
        kinds,
        file_name,
    } = ask;
    let dialog = rfd::AsyncFileDialog::new().set_title(title);
    let dialog = kinds.into_iter().fold(dialog, |dialog, (name, endings)| {
        dialog.add_filter(name, &endings)
    });

    if file_name.is_empty() {
        dialog
    } else {
        dialog.set_file_name(file_name)
    }
}

fn chosen(file: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static) -> Chosen {
    Box::pin(async move {
        let file = file.await;
        let failed = FAILED.swap(false, Ordering::Relaxed);
        match file {
            Some(file) => Choice::Path(file.path().to_owned()),
            None if failed => Choice::NoDialog,
            None => Choice::Nothing,
        }
    })
}

/// Whether the last dialog could not be shown. The crate answers as for one that was closed, and
/// says the difference to its log only.
static FAILED: AtomicBool = AtomicBool::new(false);

/// Hears what the dialogs' crate says of failures; everything else goes unheard, as it always has.
struct Listener;

impl log::Log for Listener {
    fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
        metadata.level() == log::Level::Error && metadata.target().starts_with("rfd")
    }

    fn log(&self, record: &log::Record<'_>) {
        // The last resort is zenity: where that fails too, nothing was shown.
        if self.enabled(record.metadata()) && record.args().to_string().contains("zenity") {
            FAILED.store(true, Ordering::Relaxed);
        }
    }

    fn flush(&self) {}
}

fn listen() {
    static LISTENER: Listener = Listener;
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        if log::set_logger(&LISTENER).is_ok() {
            log::set_max_level(log::LevelFilter::Error);
        }
    });
    FAILED.store(false, Ordering::Relaxed);
}
