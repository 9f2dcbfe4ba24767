//! In: the key ring. Out: the page on which keys are read, made, told apart and handed over.

mod add;
mod detail;
mod facts;
mod hand_over;
mod list;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use crate::core::finding::Message;
use crate::core::key::Passphrase;
use crate::core::key::ring::{Entry, EntryId, Ring, Source};
use crate::core::key::write::PrivateForm;
use crate::texts::Lang;

use super::View;
use crate::ui::command::Command;

/// What belongs to this page alone.
#[derive(Debug, Default)]
pub struct KeysPage {
    /// The key whose details are shown; the one that signs where it is gone.
    selected: Option<EntryId>,
    /// Path as typed.
    pub path: String,
    /// Whether the next paste is a key.
    pub awaits_paste: bool,
    /// Why the last file could not be used.
    pub fault: Option<Fault>,
    /// The passphrase as typed.
    pub passphrase: Passphrase,
    /// Whether a key is being opened.
    pub opening: bool,
    /// Why the passphrase did not open the key.
    pub passphrase_fault: Option<Message>,
    /// Raised to stop the making of a pair; there while one is made.
    pub generation: Option<Arc<AtomicBool>>,
    /// A fingerprint to pin, as typed.
    pin: String,
    /// What is asked before a private key is saved.
    saving: Option<Saving>,
    /// Whether the window may close over a new key that is not saved.
    pub closing: Closing,
    /// A key that is nowhere else, and was asked to be removed once.
    to_lose: Option<EntryId>,
}

/// How far the question has come whether a new key may be lost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Closing {
    /// Nothing was asked.
    #[default]
    Open,
    /// The window was to be closed, and the question stands.
    Asked,
    /// It may be lost.
    Agreed,
}

/// What is asked before a private key is saved.
#[derive(Debug, Default)]
struct Saving {
    form: PrivateForm,
    encrypt: bool,
    passphrase: Passphrase,
    repeated: Passphrase,
}

/// A file or a paste that could not be used.
#[derive(Debug)]
pub struct Fault {
    /// Where it came from.
    pub source: Source,
    /// What, why, and what to do.
    pub message: Message,
}

impl KeysPage {
    /// Shows the details of a key.
    pub fn select(&mut self, id: EntryId) {
        if self.selected != Some(id) {
            *self = Self {
                selected: Some(id),
                path: std::mem::take(&mut self.path),
                awaits_paste: self.awaits_paste,
                fault: self.fault.take(),
                generation: self.generation.take(),
                ..Self::default()
            };
        }
    }

    /// A passphrase was tried on a key; the page may show another one by now, whose field is left alone.
    pub fn opened(&mut self, id: EntryId, fault: Option<Message>) {
        self.opening = false;
        if self.selected == Some(id) {
            if fault.is_none() {
                self.passphrase = Passphrase::default();
            }
            self.passphrase_fault = fault;
        }
    }

    /// The key whose details are shown.
    fn selected(&self, ring: &Ring) -> EntryId {
        self.selected.filter(|id| ring.get(*id).is_some()).unwrap_or(ring.active().id)
    }
}

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut KeysPage, ring: &mut Ring, view: View<'_>, out: &mut Vec<Command>) {
    let frame =
        Frame::new().fill(ui.visuals().panel_fill).inner_margin(Margin { left: 12, right: 12, top: 12, bottom: 8 });
    Panel::left("key list").exact_size(340.0).resizable(false).frame(frame).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            add::ui(ui, page, view.lang, out);
            list::ui(ui, page, ring, view.lang);
        });
    });
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().id_salt("key detail").auto_shrink([false, false]).show(ui, |ui| {
            detail::ui(ui, page, ring, view.lang, out);
        });
    });
    hand_over::dialog(ui, page, ring, view.lang, out);
}

pub use hand_over::close_dialog;

/// What a key is called: by the user, or else by where it came from.
pub fn title_of(entry: &Entry, lang: Lang) -> String {
    if !entry.label.trim().is_empty() {
        return entry.label.trim().to_owned();
    }
    source_name(&entry.source, lang)
}

/// The name of a place that a key came from.
fn source_name(source: &Source, lang: Lang) -> String {
    match source {
        Source::Demo => lang.text("key_name.demo").into_owned(),
        Source::Pasted => lang.text("key_name.pasted").into_owned(),
        Source::Generated => lang.text("key_name.generated").into_owned(),
        Source::File(path, _) => file_name(path),
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
