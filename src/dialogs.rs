//! In: what is to be opened or saved. Out: the path that the user chose in the system's dialog.

use std::path::PathBuf;
use std::pin::Pin;

/// The path, once the dialog is closed; `None` where nothing was chosen.
pub type Chosen = Pin<Box<dyn Future<Output = Option<PathBuf>> + Send>>;

/// What a dialog says.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    /// Its title.
    pub title: String,
    /// Kinds of files: name and endings; none for any.
    pub kinds: Vec<(String, Vec<&'static str>)>,
    /// The name that is proposed for a file to save.
    pub file_name: String,
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
    let Ask { title, kinds, file_name } = ask;
    let dialog = rfd::AsyncFileDialog::new().set_title(title);
    let dialog = kinds.into_iter().fold(dialog, |dialog, (name, endings)| dialog.add_filter(name, &endings));
    if file_name.is_empty() { dialog } else { dialog.set_file_name(file_name) }
}

fn chosen(file: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static) -> Chosen {
    Box::pin(async move { file.await.map(|file| file.path().to_owned()) })
}
