//! Templates: orders begun with them, saved and removed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::core::finding::{Explain as _, Message};
use crate::core::key::may_hold_private_key;
use crate::core::order::{Document, Template, money};
use crate::store::templates::{self, OwnTemplate};
use crate::ui::answer::{Answer, TemplateAnswer, Then};
use crate::ui::command::TemplateCommand;
use crate::ui::dialogs::Ask;
use crate::ui::jobs::Job;
use crate::ui::notices::Remedy;
use crate::ui::page::Page;
use crate::ui::pages::compose::state::Asking;
use crate::ui::state::State;

use super::effects::Effects;
use super::files::{save_text, text_of};
use super::order;

/// Carries out one command.
pub fn perform(command: TemplateCommand, effects: &mut Effects<'_>) {
    match command {
        TemplateCommand::Begin(name, text) => begin(name, &text, effects),
        TemplateCommand::Fill(name, template, values) => fill(name, &template, values, effects),
        TemplateCommand::AskName => effects.state.compose.templates.naming = Some(String::new()),
        TemplateCommand::Save(name) => save(&name, effects),
        TemplateCommand::Remove(own) => {
            let removed = own.clone();
            in_folder(effects, move |folder| {
                let done = templates::remove(&folder, &own.name);
                let done = done.map_err(|error| error.message());
                answer(folder, TemplateAnswer::Removed(done.map(|()| removed)))
            });
        }
        TemplateCommand::Restore(own) => write(own, effects),
        TemplateCommand::Export => export(effects),
        TemplateCommand::Import => import(effects),
    }
}

/// Begins an order; what it has blanks for is asked first.
fn begin(name: String, text: &str, effects: &mut Effects<'_>) {
    let state = &mut *effects.state;
    state.page = Page::Compose;
    match Template::read(text) {
        Ok(template) if template.asked().next().is_none() => {
            fill(name, &template, BTreeMap::new(), effects);
        }
        Ok(template) => {
            let blanks = template.asked().cloned();
            let values = blanks.map(|blank| (blank.name, blank.default)).collect();
            state.compose.templates.asking = Some(Asking {
                name,
                template,
                values,
            });
        }
        Err(error) => {
            let reason = state.lang.say(&error.message());
            let message = Message::new("template.unreadable").with("name", name);
            state.say(false, message.with("reason", reason));
        }
    }
}

fn fill(
    name: String,
    template: &Template,
    values: BTreeMap<String, String>,
    effects: &mut Effects<'_>,
) {
    let (_, mut all) = order::numbered("", template.has_blank("counter"), effects);
    let state = &mut *effects.state;
    all.extend(values);
    if let Some(price) = all.get_mut("price")
        && let Some(fen) = money::fen_of(price)
    {
        *price = fen.to_string();
    }
    state.compose.templates.asking = None;

    let document = Document::new(template.fill(&all));
    state.workspace.in_place(|workspace| {
        workspace.open(document, None);
        workspace.tab_mut().template = name;
    });
}

/// Saves the order in front; its number becomes a blank behind what stands before its digits.
fn save(name: &str, effects: &mut Effects<'_>) {
    let state = &mut *effects.state;
    let name = templates::name_of(name);
    if name.is_empty() {
        return;
    }

    state.compose.templates.naming = None;
    let mut form = state.tab().sheet.document.form().clone();
    if !form.out_order_no.contains("{{") {
        let prefix = form.out_order_no.split(|c: char| c.is_ascii_digit());
        let prefix = prefix.map(str::to_owned).next().unwrap_or_default();
        form.out_order_no = format!("{prefix}{{{{order_number}}}}");
    }
    let text = Document::new(form).draft().data.as_str().to_owned();
    if may_hold_private_key(&text) {
        return state.say(false, Message::new("template.private_key"));
    }
    write(OwnTemplate { name, text }, effects);
}

fn write(own: OwnTemplate, effects: &mut Effects<'_>) {
    in_folder(effects, move |folder| {
        let before = templates::all(&folder);
        let before = before.into_iter().find(|other| other.name == own.name);
        let done = templates::save(&folder, &own).map_err(|error| error.message());
        answer(
            folder,
            TemplateAnswer::Saved(done.map(|()| (own.name, before))),
        )
    });
}

fn export(effects: &mut Effects<'_>) {
    let state = &effects.state;
    let ask = Ask {
        title: state.lang.text("template.export").into_owned(),
        kinds: vec![("JSON".to_owned(), vec!["json"])],
        file_name: "templates.json".to_owned(),
    };
    let text = templates::exported(&state.compose.templates.own);
    effects.choose(ask, save_text(text, state.key_files(None)));
}

fn import(effects: &mut Effects<'_>) {
    let Some(folder) = effects.surroundings.template_folder.clone() else {
        let message = Message::new("template.no_folder_to_import");
        return effects.state.say(false, message);
    };
    let ask = Ask {
        title: effects.state.lang.text("template.import").into_owned(),
        kinds: vec![("JSON".to_owned(), vec!["json"])],
        ..Ask::default()
    };
    let then = Then(Box::new(move |path, _| {
        let done = take_in(&path, &folder);
        answer(folder, TemplateAnswer::Imported(done))
    }));
    effects.choose(ask, then);
}

/// Takes in the templates of a file, beside those that are there; how many were new.
fn take_in(path: &Path, folder: &Path) -> Result<usize, Message> {
    let text = text_of(path).map_err(|error| error.message())?;
    if may_hold_private_key(&text) {
        return Err(Message::new("template.import_private_key").with("path", path.display()));
    }
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let found = templates::imported(&text, &name);
    if found.is_empty() {
        return Err(Message::new("template.none_in_file").with("path", path.display()));
    }

    let mut new = 0;
    for own in found {
        let added = templates::add(folder, &own).map_err(|error| error.message())?;
        new += usize::from(added.is_some());
    }
    Ok(new)
}

/// Reads the user's templates, for the first time.
pub fn read(effects: &mut Effects<'_>) {
    if effects.surroundings.template_folder.is_some() {
        in_folder(effects, |folder| answer(folder, TemplateAnswer::Read));
    }
}

/// Does something with the folder of templates beside the frames.
fn in_folder(effects: &mut Effects<'_>, work: impl FnOnce(PathBuf) -> Answer + Send + 'static) {
    match effects.surroundings.template_folder.clone() {
        Some(folder) => effects.jobs.spawn(Job::File, move || work(folder)),
        None => effects.state.say(false, Message::new("template.no_folder")),
    }
}

/// What was done, with the templates as they are now.
fn answer(folder: PathBuf, done: TemplateAnswer) -> Answer {
    Answer::Templates(templates::all(&folder), done)
}

/// Takes in what became of templates.
pub fn answered(all: Vec<OwnTemplate>, done: TemplateAnswer, state: &mut State) {
    state.compose.templates.own = all;
    match done {
        TemplateAnswer::Read => {}
        TemplateAnswer::Saved(Ok((name, before))) => {
            let message = Message::new("template.saved").with("name", name);
            let remedy = before.map(|own| Remedy::Template(TemplateCommand::Restore(own)));
            state.notices.add(true, message, remedy);
        }
        TemplateAnswer::Removed(Ok(own)) => {
            let message = Message::new("template.removed").with("name", &own.name);
            state.say_removed(message, Remedy::Template(TemplateCommand::Restore(own)));
        }
        TemplateAnswer::Imported(Ok(count)) => {
            let message = Message::new("template.imported").with("count", count);
            state.say(true, message);
        }
        TemplateAnswer::Saved(Err(message))
        | TemplateAnswer::Removed(Err(message))
        | TemplateAnswer::Imported(Err(message)) => state.say(false, message),
    }
}
