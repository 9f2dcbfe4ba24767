//! What the jobs of the window have to say.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::core::diagnosis::{Case, KnownKey, case_file};
use crate::core::finding::Message;
use crate::core::intake;
use crate::core::key::ring::{Entry, EntryId, Source};
use crate::core::key::{KeyError, KeyFailure, PrivateKey};
use crate::core::order::{Document, ImportError};
use crate::store::ProfileRecord;
use crate::store::history::{HandedOn, Page};
use crate::store::templates::OwnTemplate;
use crate::ui::dialogs::Ask;

use super::pages::errors::state::Read;
use super::pages::verify::state::Checked;
use super::tab::OrderFile;
use super::tab_id::TabId;

/// What a job has to say.
#[derive(Debug)]
pub enum Answer {
    /// Something about keys.
    Key(KeyAnswer),
    /// Profiles of a file, or why there are none.
    Profiles(Result<Vec<ProfileRecord>, Message>),
    /// Something about a payload on the verify page.
    Verify(VerifyAnswer),
    /// The open documents were kept, or why they were not.
    Kept(Result<(), Message>),
    /// The user's templates as they are now, and what was done with them.
    Templates(Vec<OwnTemplate>, TemplateAnswer),
    /// Something about the history.
    History(HistoryAnswer),
    /// Something about a document.
    Document(DocumentAnswer),
    /// The text of an order file was read, or why it could not be.
    Order(PathBuf, Result<String, Message>),
    /// The order in a text that was read under this number, or why there is none.
    Imported(u64, Box<Result<OpenedOrder, ImportError>>),
    /// What a report means that was read under this number.
    Explained(u64, Box<Read>),
    /// A dialog was closed without a choice; whether something was to be saved.
    NothingChosen(bool),
    /// The system could show no dialog; what was to be done with its path.
    NoDialog(Ask, Then),
    /// A text of a signed order was saved, which is for the history.
    Exported(PathBuf, Option<Box<HandedOn>>),
    /// A text was saved.
    Saved(Result<PathBuf, Message>),
}

/// An order that was read, and the file that it belongs to, if there is one.
#[derive(Debug)]
pub struct OpenedOrder {
    /// The document.
    pub document: Document,
    /// Its file, which holds its `data` and nothing else.
    pub file: Option<OrderFile>,
}

/// What a thread has to say about the history; with it what is to be said of its file.
#[derive(Debug)]
pub enum HistoryAnswer {
    /// What was searched for, and all values of each mark.
    Found(Page, Vec<Vec<String>>, Option<Message>),
    /// Something in it was changed.
    Changed(Option<Message>),
    /// It could not be read or written.
    Failed(Message),
}

/// What was done with templates.
#[derive(Debug)]
pub enum TemplateAnswer {
    /// They were read.
    Read,
    /// One was saved under this name, with the one that had it before; or why it was not.
    Saved(Result<(String, Option<OwnTemplate>), Message>),
    /// One was removed, or why it was not.
    Removed(Result<OwnTemplate, Message>),
    /// So many of a file were taken in, or why none.
    Imported(Result<usize, Message>),
}

/// What a thread has to say about the file of a document.
#[derive(Debug)]
pub enum DocumentAnswer {
    /// It was written, or why it was not.
    Saved(TabId, Result<OrderFile, Message>),
    /// Whether it has changed since it had the content of this digest.
    Compared(TabId, [u8; 32], bool),
    /// It was read again, or why it could not be.
    Reloaded(TabId, Result<Box<OpenedOrder>, Message>),
}

/// What is to be done with the path that comes out of a dialog; the second argument tells whether a
/// file that is there may be replaced. It is done beside the frames.
pub struct Then(pub Box<dyn FnOnce(PathBuf, bool) -> Answer + Send>);

impl fmt::Debug for Then {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Then(…)")
    }
}

/// What a thread has to say about keys.
#[derive(Debug)]
pub enum KeyAnswer {
    /// All keys of a file or of pasted text, or why there is none; and the entry that was to sign.
    Read(Source, Option<EntryId>, Result<Vec<Entry>, Message>),
    /// Keys of a file that was remembered; what cannot be read any more is not said unasked.
    Remembered(PathBuf, Vec<Entry>),
    /// All keys of the remembered file of a private key, or why there is none.
    Reread(PathBuf, Result<Vec<Entry>, Message>),
    /// A locked key was opened, or why it was not.
    Opened(EntryId, Result<Arc<PrivateKey>, KeyError>),
    /// A pair was made; `None` where that was stopped.
    Generated(Result<Option<Arc<PrivateKey>>, KeyFailure>),
    /// The demo key was made, or could not be.
    Demo(Result<Arc<PrivateKey>, KeyFailure>),
    /// A file for a key was chosen.
    Chosen(PathBuf),
    /// A private key was saved.
    Saved(EntryId, Result<PathBuf, Message>),
}

/// What a thread has to say about a payload.
#[derive(Debug)]
pub enum VerifyAnswer {
    /// The report that was asked for under this number.
    Checked(u64, Arc<Checked>),
    /// A file was chosen.
    Chosen(PathBuf),
    /// What stands in a text that was read under this number.
    Taken(u64, Box<Taken>),
    /// The bytes of a file, or why there are none.
    Read(Result<Vec<u8>, Message>),
}

/// What a text on the verify page is.
#[derive(Debug)]
pub enum Taken {
    /// What was read of it; there may be no parts of a payload in it.
    Parts(intake::Intake),
    /// A case with its keys, or why the file is none.
    Case(Result<(Case, Vec<KnownKey>), case_file::NoCase>),
}
