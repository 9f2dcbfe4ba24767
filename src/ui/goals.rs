//! In: the state. Out: everything that can be done in it, by name, for the finder.

use crate::core::key::profile::Profile;
use crate::core::order::template::BUILT_IN;
use crate::core::path::{FieldPath, Place};
use crate::core::platform::Field;
use crate::core::trouble::Row;
use crate::texts::Lang;

use super::actions::{self, Action, THEMES};
use super::command::{
    Command, DocumentCommand, ProfileCommand, Sought, TemplateCommand, shortcut_text,
};
use super::finder::Goal;
use super::keyring::profile_line;
use super::page::Page;
use super::state::State;

/// What can be found just now.
pub fn goals(state: &State, ctx: &eframe::egui::Context) -> Vec<Goal> {
    let Some(finder) = &state.finder else {
        return Vec::new();
    };
    match finder.sought {
        Sought::Profile => profiles(state),
        Sought::Field => fields(state),
        Sought::Anything => [
            commands(state, ctx),
            documents(state),
            profiles(state),
            templates(state),
            errors(state),
            fields(state),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

fn goal(name: impl Into<String>, aside: impl Into<String>, command: Command) -> Goal {
    Goal {
        name: name.into(),
        aside: aside.into(),
        words: String::new(),
        commands: vec![command],
    }
}

/// What the menus have, with the shortcuts.
fn commands(state: &State, ctx: &eframe::egui::Context) -> Vec<Goal> {
    let lang = state.lang;
    // It is open already.
    let is_other = |action: &Action| !matches!(action.command, Command::Find(Sought::Anything));
    let named = actions::all().filter(is_other);
    let named = named.map(|action| (action.key, action.command));
    let others = [
        ("profile.begin", Command::Profile(ProfileCommand::New)),
        (
            "template.save_as",
            Command::Template(TemplateCommand::AskName),
        ),
        (
            "template.import",
            Command::Template(TemplateCommand::Import),
        ),
    ];
    let themes = THEMES.map(|(theme, key)| (key, Command::SetTheme(theme)));
    let named = named.chain(others).chain(themes);
    let named = named.map(|(key, command)| {
        let shortcut = shortcut_text(&command, ctx).unwrap_or_default();
        let is_of_order = is_of_order(&command);
        let mut goal = goal(lang.text(key), shortcut, command);
        // Nothing is done to an order that is not in sight.
        if is_of_order {
            goal.commands.insert(0, Command::Show(Page::Compose));
        }
        goal
    });
    let languages = Lang::ALL.map(|lang| goal(lang.name(), "", Command::SetLanguage(lang)));
    named.chain(languages).collect()
}

/// Whether a command does something to the order in front.
fn is_of_order(command: &Command) -> bool {
    matches!(
        command,
        Command::Document(_)
            | Command::Copy(_)
            | Command::Renew
            | Command::NewOrderNumber
            | Command::Search
    )
}

/// The documents that are open, and the files that were.
fn documents(state: &State) -> Vec<Goal> {
    let open = state.lang.text("finder.open_document");
    let tabs = state.workspace.tabs().iter().map(|tab| {
        let select = Command::Document(DocumentCommand::Select(tab.id));
        goal(tab.title(), &*open, select)
    });
    let recent = state.recent.iter().map(|path| Goal {
        words: path.display().to_string(),
        ..goal(
            path.file_name()
                .unwrap_or(path.as_os_str())
                .display()
                .to_string(),
            state.lang.text("document.recent"),
            Command::Document(DocumentCommand::Open(path.clone())),
        )
    });
    tabs.filter(|tab| !tab.name.is_empty())
        .chain(recent)
        .collect()
}

fn profiles(state: &State) -> Vec<Goal> {
    let ring = &state.ring;
    let kind = state.lang.text("profile.title");
    let active = state.lang.text("profile.in_use");
    let of = |profile: &Profile| Goal {
        words: kind.to_string(),
        ..goal(
            profile_line(profile, ring, state.lang),
            if profile.id == ring.profile().id {
                &active
            } else {
                ""
            },
            Command::Profile(ProfileCommand::Use(profile.id)),
        )
    };
    ring.profiles().iter().map(of).collect()
}

fn templates(state: &State) -> Vec<Goal> {
    let kind = state.lang.text("template.menu_new");
    let begin = |name: String, text: &str| {
        let command = TemplateCommand::Begin(name.clone(), text.to_owned());
        goal(name, &*kind, Command::Template(command))
    };
    let built_in = BUILT_IN.into_iter().map(|(key, text)| {
        let name = state.lang.text(&format!("template_name.{key}"));
        begin(name.into_owned(), text)
    });
    let own = state.compose.templates.own.iter();
    let own = own.map(|own| begin(own.name.clone(), &own.text));
    built_in.chain(own).collect()
}

/// The errors of the catalogue, by number and by what the platform says.
fn errors(state: &State) -> Vec<Goal> {
    let kind = state.lang.text(Page::Errors.key());
    let rows = state.errors.catalogue().of_call();
    let of = |row: &Row| Goal {
        words: row.words.clone(),
        commands: vec![
            Command::Report(format!("{} {}", row.err_msg, row.err_no).trim().to_owned()),
            Command::Show(Page::Errors),
        ],
        ..goal(
            format!("{} {}", row.err_no, row.message()).trim(),
            &*kind,
            Command::Show(Page::Errors),
        )
    };
    rows.map(of).collect()
}

/// The fields of the order in front.
fn fields(state: &State) -> Vec<Goal> {
    let of = |field: Field| {
        let key = field.pattern().replace("[]", "").replace('.', "_");
        let name = state.lang.lookup(&format!("field.{key}"))?;
        let place = if field.is_in_sku() {
            Place::in_sku(0, field)
        } else {
            Place::of(field)
        };
        let jump = Command::Jump(FieldPath::Field(place));
        Some(goal(name, field.pattern(), jump))
    };
    Field::all().filter_map(of).collect()
}
