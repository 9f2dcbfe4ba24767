//! One document of the compose page: what it is, what it amounts to, its signature, and the file it
//! was opened from or saved to.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use sha2::{Digest as _, Sha256};

use crate::core::finding::Message;
use crate::core::key::Fingerprint;
use crate::core::key::profile::ProfileId;
use crate::core::order::{Document, Draft, Finding, Undo};
use crate::core::path::Place;
use crate::core::signing::{FieldError, Identity, SignedOrder};

use super::pages::compose::state::Sheet;
use super::tab_id::TabId;

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

/// What a signature is of and by whom; a new one is made when it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Number of the draft.
    pub draft: u64,
    /// The header's values.
    pub identity: Result<Identity, FieldError>,
    /// Whom it is for.
    pub profile: ProfileId,
    /// The key that signs, or why none does.
    pub key: Result<Fingerprint, Option<Message>>,
    /// Whether the clock shows a time that can be signed.
    pub has_time: bool,
}

/// The file of a document, which holds its `data` and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderFile {
    /// Where it lies.
    pub path: PathBuf,
    /// SHA-256 of its bytes, as they were read or written last.
    pub digest: [u8; 32],
}

impl OrderFile {
    /// A file with this content.
    pub fn new(path: PathBuf, bytes: &[u8]) -> Self {
        Self {
            path,
            digest: digest(bytes),
        }
    }

    /// The name without its folders.
    pub fn name(&self) -> String {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        name.display().to_string()
    }
}

/// SHA-256.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Whether a document is being written to its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// It is not.
    Not,
    /// It is.
    Running,
    /// It is, and is to be written once more when that is done.
    Again,
}

/// One document of the compose page.
#[derive(Debug)]
pub struct Tab {
    /// Its name.
    pub id: TabId,
    /// The document, and how it is shown.
    pub sheet: Sheet,
    /// Whom it is signed for.
    pub profile: ProfileId,
    /// The template that it was begun with; may be empty.
    pub template: String,
    /// The file that it is saved to, if there is one.
    pub file: Option<OrderFile>,
    /// What the document amounts to.
    pub draft: Draft,
    /// The remarks on the draft by the field they speak of.
    pub remarks: HashMap<Place, Vec<Finding>>,
    /// The signature of the draft.
    pub signature: Signature,
    /// Whether another program has changed the file.
    pub has_changed_outside: bool,
    /// Whether it is being written to its file.
    pub saving: Saving,
    /// The way back to what it was before.
    pub undo: Undo,
    /// Revision of the document that `draft` was made of.
    drafted: u64,
    /// Number of `draft`: each has its own.
    draft_number: u64,
    /// Whether the bytes differ from the file's, or anything was done where there is none.
    is_edited: bool,
    /// Whether it was made here, not brought from elsewhere.
    is_begun: bool,
}

impl Tab {
    /// A document from elsewhere in a tab of its own.
    pub fn new(id: TabId, document: Document, file: Option<OrderFile>) -> Self {
        let draft = document.draft();
        let mut tab = Self {
            id,
            undo: Undo::new(&document, draft.data.as_str().len()),
            drafted: document.revision(),
            sheet: Sheet::of(document),
            profile: ProfileId::DEMO,
            template: String::new(),
            file,
            draft,
            draft_number: 0,
            remarks: HashMap::new(),
            signature: Signature::default(),
            is_edited: false,
            is_begun: false,
            has_changed_outside: false,
            saving: Saving::Not,
        };
        tab.take_remarks();
        tab.compare();
        tab
    }

    /// Drafts the document where it was edited, and notes the edit; `at` is the time by a clock
    /// that never goes back.
    pub fn follow(&mut self, at: Duration) {
        let document = &self.sheet.document;
        if self.drafted == document.revision() {
            return;
        }

        self.redraft();
        let bytes = self.draft.data.as_str().len();
        let document = &self.sheet.document;
        self.undo.note(document, bytes, document.last_place(), at);
        self.compare();
    }

    /// Puts another document in the place of this one, which can be had back.
    pub fn replace(&mut self, document: Document, at: Duration) {
        self.show(document);
        let bytes = self.draft.data.as_str().len();
        self.undo.note(&self.sheet.document, bytes, None, at);
        self.compare();
    }

    /// Goes one edit back, or forth again; whether there was one.
    pub fn step(&mut self, forth: bool) -> bool {
        let document = if forth {
            self.undo.redo()
        } else {
            self.undo.undo()
        };
        let Some(document) = document.cloned() else {
            return false;
        };

        self.show(document);
        self.compare();
        true
    }

    /// Notes that the document was saved.
    pub fn saved_to(&mut self, file: OrderFile) {
        self.file = Some(file);
        self.compare();
    }

    /// Whether there is something in it that its file does not have.
    pub fn is_edited(&self) -> bool {
        self.is_edited
    }

    /// What it is called: its file's name, else its order number; may be empty.
    pub fn title(&self) -> String {
        match &self.file {
            Some(file) => file.name(),
            None => self.sheet.document.form().out_order_no.clone(),
        }
    }

    /// A document that was made here: another may take its place until something is done in it.
    pub fn begun(id: TabId, document: Document) -> Self {
        let mut tab = Self::new(id, document, None);
        tab.is_begun = true;
        tab.compare();
        tab
    }

    /// Whether nothing was ever done in it: another document may take its place.
    pub fn is_untouched(&self) -> bool {
        self.is_begun && self.file.is_none() && !self.undo.can_undo() && !self.undo.can_redo()
    }

    /// Number of the draft, which changes with every edit.
    pub fn draft_number(&self) -> u64 {
        self.draft_number
    }

    fn show(&mut self, document: Document) {
        self.sheet.document = document;
        self.sheet.editors = super::editors::Editors::default();
        self.redraft();
    }

    /// Drafts the document, which may be another one.
    fn redraft(&mut self) {
        self.draft = self.sheet.document.draft();
        self.drafted = self.sheet.document.revision();
        self.draft_number += 1;
        self.take_remarks();
    }

    fn take_remarks(&mut self) {
        self.remarks.clear();
        for finding in &self.draft.findings {
            if let Some(place) = finding.path.place() {
                self.remarks.entry(place).or_default().push(finding.clone());
            }
        }
    }

    fn compare(&mut self) {
        self.is_edited = match &self.file {
            Some(file) => file.digest != digest(self.draft.data.as_str().as_bytes()),
            None => !self.is_begun || self.undo.can_undo(),
        };
    }
}
