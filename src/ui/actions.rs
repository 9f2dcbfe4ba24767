//! In: nothing. Out: the one list of what can be done by name: menus, the finder and the table of
//! shortcuts all show this.

use crate::core::signing::Export;
use crate::store::ThemeChoice;

use super::command::{Command, DocumentCommand, Sought};
use super::page::Page;
use super::state::State;

/// Something that can be done.
#[derive(Debug)]
pub struct Action {
    /// Key of its name among the texts.
    pub key: &'static str,
    /// What it asks for.
    pub command: Command,
}

/// A menu of the menu bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// Documents and files.
    File,
    /// What changes or hands on the order in front.
    Edit,
    /// What is shown.
    View,
    /// How to find one's way.
    Help,
}

impl Menu {
    /// All menus, from the left.
    pub const ALL: [Self; 4] = [Self::File, Self::Edit, Self::View, Self::Help];

    /// Key of its name among the texts.
    pub fn key(self) -> &'static str {
        match self {
            Self::File => "menu.file",
            Self::Edit => "menu.edit",
            Self::View => "menu.view",
            Self::Help => "menu.help",
        }
    }

    /// What stands in it, in groups.
    pub fn groups(self) -> Vec<Vec<Action>> {
        match self {
            Self::File => vec![
                documents([
                    ("document.new", DocumentCommand::New),
                    ("document.example", DocumentCommand::NewExample),
                    ("document.open", DocumentCommand::Choose),
                    ("import.open", DocumentCommand::Import),
                ]),
                documents([
                    ("document.save", DocumentCommand::Save),
                    ("document.save_as", DocumentCommand::SaveAs),
                    ("document.duplicate", DocumentCommand::Duplicate),
                    ("document.close", DocumentCommand::Close(None)),
                    ("document.reopen", DocumentCommand::Reopen),
                ]),
            ],
            Self::Edit => vec![
                documents([
                    ("edit.undo", DocumentCommand::Undo),
                    ("edit.redo", DocumentCommand::Redo),
                ]),
                actions([
                    ("preview.copy_both", Command::Copy(Export::Answer)),
                    (
                        "edit.renew_and_copy",
                        Command::Document(DocumentCommand::RenewAndCopy),
                    ),
                    ("preview.renew", Command::Renew),
                    ("order_number.renew", Command::NewOrderNumber),
                ]),
                actions([
                    ("finder.profile", Command::Find(Sought::Profile)),
                    ("finder.field", Command::Search),
                ]),
            ],
            Self::View => vec![
                actions(Page::ALL.map(|page| (page.key(), Command::Show(page)))),
                documents([
                    ("document.next", DocumentCommand::Next),
                    ("document.previous", DocumentCommand::Previous),
                ]),
                actions([("menu.settings", Command::ShowSettings)]),
            ],
            Self::Help => vec![actions([
                ("finder.anything", Command::Find(Sought::Anything)),
                ("menu.about", Command::ShowHelp),
            ])],
        }
    }
}

/// All actions of the menus.
pub fn all() -> impl Iterator<Item = Action> {
    let groups = Menu::ALL.into_iter().flat_map(Menu::groups);
    groups.flatten()
}

/// The themes, with the keys of their names.
pub const THEMES: [(ThemeChoice, &str); 3] = [
    (ThemeChoice::System, "theme.system"),
    (ThemeChoice::Light, "theme.light"),
    (ThemeChoice::Dark, "theme.dark"),
];

/// Whether a command can do anything just now.
pub fn is_possible(command: &Command, state: &State) -> bool {
    let tab = state.tab();
    let is_signed = tab.signature.signed.is_some();
    match command {
        Command::Copy(_) | Command::Renew => is_signed,
        Command::Document(command) => match command {
            DocumentCommand::Undo => tab.undo.can_undo() && state.page == Page::Compose,
            DocumentCommand::Redo => tab.undo.can_redo() && state.page == Page::Compose,
            DocumentCommand::RenewAndCopy => is_signed,
            DocumentCommand::Next | DocumentCommand::Previous => state.workspace.tabs().len() > 1,
            DocumentCommand::Reopen => !state.workspace.closed().is_empty(),
            _ => true,
        },
        _ => true,
    }
}

fn actions<const N: usize>(named: [(&'static str, Command); N]) -> Vec<Action> {
    let named = named.into_iter();
    named
        .map(|(key, command)| Action { key, command })
        .collect()
}

fn documents<const N: usize>(named: [(&'static str, DocumentCommand); N]) -> Vec<Action> {
    actions(named.map(|(key, command)| (key, Command::Document(command))))
}
