//! In: nothing. Out: everything the window can be asked to do, with the shortcuts that ask for it.

mod document;
mod history;
mod key;
mod profile;
mod sandbox;
mod template;
mod verify;

use std::path::PathBuf;

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use crate::core::finding::Message;
use crate::core::path::FieldPath;
use crate::core::signing::Export;
use crate::store::ThemeChoice;
use crate::texts::Lang;

use super::page::Page;

pub use document::DocumentCommand;
pub use history::HistoryCommand;
pub use key::{KeyCommand, KeyText, PublicForm};
pub use profile::ProfileCommand;
pub use sandbox::SandboxCommand;
pub use template::TemplateCommand;
pub use verify::VerifyCommand;

/// What the window can be asked to do. Pages push these; `perform.rs` carries them out.
#[derive(Debug)]
pub enum Command {
    /// Show a page.
    Show(Page),
    /// Speak another language.
    SetLanguage(Lang),
    /// Wear another theme.
    SetTheme(ThemeChoice),
    /// Copy a text of the signed order.
    Copy(Export),
    /// Save a text of the signed order.
    Save(Export),
    /// Sign again, with a new time and a new random text.
    Renew,
    /// Replace the order number by a new one.
    NewOrderNumber,
    /// Open a text from elsewhere in the form.
    Import(String),
    /// Show a page and let it take a text.
    TakeTo(Page, String),
    /// Offer a text from elsewhere to the page that it is for.
    Offer(String),
    /// Do something with the documents on the compose page.
    Document(DocumentCommand),
    /// Do something with the history.
    History(HistoryCommand),
    /// Do something with templates.
    Template(TemplateCommand),
    /// Keep documents from now on, or forget those that are kept.
    KeepDrafts(bool),
    /// Say something that a page has done.
    Say(Message),
    /// Take a remark away.
    Dismiss(Message),
    /// Take a file that was dropped: a private key or an order, as its content is.
    Open(PathBuf),
    /// Do something with the key ring.
    Key(KeyCommand),
    /// Do something with profiles.
    Profile(ProfileCommand),
    /// Do something on the verify page.
    Verify(VerifyCommand),
    /// Ask the system for what was copied, as an error report.
    PasteReport,
    /// Close the window, whatever is lost.
    Close,
    /// Explain an error report.
    Report(String),
    /// Wait no longer for the text that is being read.
    StopReading,
    /// Use the path that was typed in place of a dialog; whether a file that is there may be
    /// replaced.
    UsePath(PathBuf, bool),
    /// Save the order's document as it is, signed or not.
    SaveDraft,
    /// Show the pages again after a fault of the program.
    GoOn,
    /// Do something in the sandbox.
    Sandbox(SandboxCommand),
    /// Copy a text that the page has made; the key of its name follows.
    CopyText(String, &'static str),
    /// Compare what the system has with what was copied.
    ReadBack(String),
    /// Show the field that a finding speaks of.
    Jump(FieldPath),
    /// Look for something by its name, and do it.
    Find(Sought),
    /// Look for something on the page in front.
    Search,
    /// Show version and shortcuts.
    ShowHelp,
    /// Open the menu of the settings.
    ShowSettings,
}

/// What is looked for by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sought {
    /// Whatever can be done.
    Anything,
    /// A profile.
    Profile,
    /// A field of the order in front.
    Field,
}

impl Sought {
    /// Key of the text that says what can be typed.
    pub fn hint_key(self) -> &'static str {
        match self {
            Self::Anything => "finder.anything_hint",
            Self::Profile => "finder.profile",
            Self::Field => "finder.field",
        }
    }
}

impl Command {
    /// The text that it brings from elsewhere, if it brings one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Import(text)
            | Self::Offer(text)
            | Self::Report(text)
            | Self::Verify(VerifyCommand::Take(text)) => Some(text),
            _ => None,
        }
    }
}

/// Opens the menus, as in most programs.
pub const MENUS_KEY: Key = Key::F10;

/// The shortcuts and what they ask for. Ctrl stands for ⌘ on macOS.
pub fn shortcuts() -> Vec<(KeyboardShortcut, Command)> {
    let ctrl = |key| KeyboardShortcut::new(Modifiers::COMMAND, key);
    let ctrl_shift = |key| KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key);
    let numbers = [
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
    ];
    let pages = numbers
        .into_iter()
        .zip(Page::ALL)
        .map(|(key, page)| (ctrl(key), Command::Show(page)));
    let actions = [
        (ctrl_shift(Key::C), Command::Copy(Export::Answer)),
        (ctrl(Key::R), Command::Renew),
        (ctrl(Key::K), Command::Find(Sought::Anything)),
        (ctrl_shift(Key::P), Command::Find(Sought::Profile)),
        (ctrl(Key::F), Command::Search),
        (ctrl(Key::Comma), Command::ShowSettings),
        (
            KeyboardShortcut::new(Modifiers::NONE, Key::F1),
            Command::ShowHelp,
        ),
    ];
    let documents = [
        (ctrl(Key::N), DocumentCommand::New),
        (ctrl(Key::O), DocumentCommand::Choose),
        (ctrl_shift(Key::S), DocumentCommand::SaveAs),
        (ctrl(Key::S), DocumentCommand::Save),
        (ctrl(Key::W), DocumentCommand::Close(None)),
        (ctrl_shift(Key::T), DocumentCommand::Reopen),
        (ctrl(Key::D), DocumentCommand::Duplicate),
        (ctrl_shift(Key::Z), DocumentCommand::Redo),
        (ctrl(Key::Y), DocumentCommand::Redo),
        (ctrl(Key::Z), DocumentCommand::Undo),
        (ctrl_shift(Key::Tab), DocumentCommand::Previous),
        (ctrl(Key::Tab), DocumentCommand::Next),
        (ctrl(Key::Enter), DocumentCommand::RenewAndCopy),
    ];
    let documents = documents.map(|(shortcut, command)| (shortcut, Command::Document(command)));

    actions.into_iter().chain(documents).chain(pages).collect()
}

/// How the shortcut of a command is written on this system, if it has one.
pub fn shortcut_text(command: &Command, ctx: &eframe::egui::Context) -> Option<String> {
    let same = |other: &Command| match (command, other) {
        (Command::Copy(one), Command::Copy(other)) => one == other,
        (Command::Show(one), Command::Show(other)) => one == other,
        (Command::Document(one), Command::Document(other)) => one == other,
        (Command::Find(one), Command::Find(other)) => one == other,
        (Command::Renew, Command::Renew)
        | (Command::Search, Command::Search)
        | (Command::ShowHelp, Command::ShowHelp)
        | (Command::ShowSettings, Command::ShowSettings) => true,
        _ => false,
    };

    let found = shortcuts().into_iter().find(|(_, other)| same(other))?;
    let text = ctx.format_shortcut(&found.0);
    Some(text.replace("Comma", ","))
}
