//! In: the templates. Out: the menu of them, the dialog that asks for what a template has blanks
//! for, and the one that asks for a name.

use eframe::egui::{Button, Id, Key, Label, Modal, RichText, ScrollArea, TextEdit, Ui};

use super::state::Templates;
use crate::core::order::money;
use crate::core::order::template::BUILT_IN;
use crate::store::templates::name_of;
use crate::texts::Lang;
use crate::ui::command::{Command, TemplateCommand};
use crate::ui::theme::Palette;
use crate::ui::widgets::parts::{chosen, primary_button, title};
use crate::ui::widgets::{focus, text_menu};

/// Points of the dialogs.
const WIDTH: f32 = 440.0;

/// Draws the entries of the menu.
pub fn menu(ui: &mut Ui, templates: &Templates, lang: Lang, out: &mut Vec<Command>) {
    for (key, text) in BUILT_IN {
        let name = lang.text(&format!("template_name.{key}")).into_owned();
        let entry = ui.button(&name);
        if chosen(ui, &entry) {
            let begin = TemplateCommand::Begin(name, text.to_owned());
            out.push(Command::Template(begin));
        }
    }

    if !templates.own.is_empty() {
        ui.separator();
    }
    for own in &templates.own {
        ui.horizontal(|ui| {
            let entry = ui.button(&own.name);
            if chosen(ui, &entry) {
                let begin = TemplateCommand::Begin(own.name.clone(), own.text.clone());
                out.push(Command::Template(begin));
            }
            let name = lang.fill("template.remove", &[("name", &own.name)]);
            let remove = Button::new("×").frame(false);
            let remove = ui.add(remove).on_hover_text(&name).accessible_name(&name);
            if chosen(ui, &remove) {
                out.push(Command::Template(TemplateCommand::Remove(own.clone())));
            }
        });
    }

    ui.separator();
    let save = ui.button(lang.text("template.save_as"));
    if chosen(ui, &save) {
        out.push(Command::Template(TemplateCommand::AskName));
    }
    for (key, command, can) in [
        ("template.import", TemplateCommand::Import, true),
        (
            "template.export",
            TemplateCommand::Export,
            !templates.own.is_empty(),
        ),
    ] {
        let entry = ui.add_enabled(can, Button::new(lang.text(key)));
        if chosen(ui, &entry) {
            out.push(Command::Template(command));
        }
    }
}

/// Draws the dialogs, while they are open.
pub fn dialogs(ui: &mut Ui, templates: &mut Templates, lang: Lang, out: &mut Vec<Command>) {
    ask_values(ui, templates, lang, out);
    ask_name(ui, templates, lang, out);
}

fn ask_values(ui: &mut Ui, templates: &mut Templates, lang: Lang, out: &mut Vec<Command>) {
    let Some(asking) = &mut templates.asking else {
        return;
    };

    let shown = Modal::new(Id::unique("template")).show(ui, |ui| {
        ui.set_width(WIDTH);
        ui.label(title(&*asking.name));
        let mut entered = false;
        let room = (ui.ctx().content_rect().height() - 200.0).max(120.0);
        let list = ScrollArea::vertical().id_salt(&asking.name);
        let list = list.max_height(room).auto_shrink([false, true]);
        list.min_scrolled_height(room).show(ui, |ui| {
            for (index, (name, value)) in asking.values.iter_mut().enumerate() {
                let key = format!("template_blank.{name}");
                let label = lang.lookup(&key).map_or_else(|| name.clone(), Into::into);
                let label = ui.horizontal(|ui| {
                    let label = ui.label(label);
                    // What an amount in fen is, before there is an order to show it.
                    if let Some(fen) = money::fen_of(value).filter(|_| name == "price") {
                        let amount = RichText::new(money::yuan(fen)).small();
                        ui.label(amount.color(Palette::of(ui).weak));
                    }
                    label
                });
                let label = label.inner;
                let edit = TextEdit::singleline(value).desired_width(f32::INFINITY);
                let edit = ui.add(edit).labelled_by(label.id);
                let is_first = index == 0 && ui.memory(|memory| memory.focused().is_none());
                if is_first && !edit.lost_focus() {
                    edit.request_focus();
                    text_menu::select_all(ui, edit.id);
                }
                if name == "price" && !value.is_empty() && money::fen_of(value).is_none() {
                    let about = RichText::new(lang.text("template.price_in_fen")).small();
                    ui.add(Label::new(about.color(Palette::of(ui).error)).wrap());
                }
                entered |= edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            }
            focus::follow(ui);
        });

        let mut closes = false;
        ui.horizontal(|ui| {
            let begin = ui.add(primary_button(ui, lang.text("template.begin")));
            if begin.clicked() || entered {
                let values = asking.values.iter().cloned().collect();
                let (name, template) = (asking.name.clone(), asking.template.clone());
                let fill = TemplateCommand::Fill(name, template, values);
                out.push(Command::Template(fill));
            }
            closes = ui.button(lang.text("import.cancel")).clicked();
        });
        closes
    });
    // What was typed does not go with a click beside the dialog.
    let is_beside = shown.backdrop_response.clicked();
    if shown.inner || shown.should_close() && !is_beside {
        templates.asking = None;
    }
}

fn ask_name(ui: &mut Ui, templates: &mut Templates, lang: Lang, out: &mut Vec<Command>) {
    let Some(name) = &mut templates.naming else {
        return;
    };

    let palette = Palette::of(ui);
    let kept = name_of(name);
    // On some systems large and small letters are the same in names of files.
    let wanted = kept.to_lowercase();
    let is_there = templates
        .own
        .iter()
        .any(|own| own.name.to_lowercase() == wanted);
    let shown = Modal::new(Id::unique("template name")).show(ui, |ui| {
        ui.set_width(WIDTH);
        ui.label(title(lang.text("template.save_title")));
        let about = RichText::new(lang.text("template.save_about")).small();
        ui.add(Label::new(about.color(palette.weak)).wrap());
        let label = ui.label(lang.text("template.name"));
        let edit = TextEdit::singleline(name).desired_width(f32::INFINITY);
        let edit = ui.add(edit).labelled_by(label.id);
        if name.is_empty() && ui.memory(|memory| memory.focused().is_none()) {
            edit.request_focus();
        }
        if kept != name.trim() {
            let rule = lang.text("template.name_rule");
            let text = if kept.is_empty() {
                rule.into_owned()
            } else {
                format!("{rule} → {kept}")
            };
            let text = RichText::new(text).small();
            ui.add(Label::new(text.color(palette.weak)).wrap());
        }
        if is_there {
            let text = RichText::new(lang.text("template.replaces")).small();
            ui.label(text.color(palette.warning));
        }

        let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let mut closes = false;
        ui.horizontal(|ui| {
            let can = !name_of(name).is_empty();
            let save = ui.add_enabled(can, primary_button(ui, lang.text("template.save")));
            if save.clicked() || entered && can {
                out.push(Command::Template(TemplateCommand::Save(name.clone())));
            }
            closes = ui.button(lang.text("import.cancel")).clicked();
        });
        closes
    });
    if shown.should_close() || shown.inner {
        templates.naming = None;
    }
}
