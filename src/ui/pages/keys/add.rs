//! In: the keys page. Out: the ways by which a key comes into the ring.

use std::path::PathBuf;

use eframe::egui::{Button, Key, Label, RichText, Spinner, TextEdit, Ui};

use super::state::KeysPage;
use crate::texts::Lang;
use crate::ui::command::Command;
use crate::ui::command::KeyCommand;
use crate::ui::keyring::source_name;
use crate::ui::theme::Palette;
use crate::ui::widgets::parts::{card, primary_button, title};

/// Draws them.
pub fn ui(ui: &mut Ui, page: &mut KeysPage, lang: Lang, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    card(ui, |ui| {
        ui.label(title(lang.text("keys.load")));
        ui.label(
            RichText::new(lang.text("keys.load_about"))
                .small()
                .color(palette.weak),
        );
        ui.horizontal_wrapped(|ui| {
            if ui
                .add(primary_button(ui, lang.text("keys.choose")))
                .clicked()
            {
                out.push(Command::Key(KeyCommand::Choose));
            }

            if ui
                .button(lang.text("keys.paste"))
                .on_hover_text(lang.text("keys.paste_hover"))
                .clicked()
            {
                out.push(Command::Key(KeyCommand::Paste));
            }

            generate_button(ui, page, lang, out);
        });

        if page.awaits_paste {
            ui.label(RichText::new(lang.text("keys.awaits_paste")).color(palette.accent));
        }

        path_row(ui, page, lang, out);
        if let Some(fault) = &page.fault {
            let text = format!(
                "× {}  {}",
                source_name(&fault.source, lang),
                lang.say(&fault.message)
            );
            ui.add(Label::new(RichText::new(text).color(palette.error)).wrap());
        }
    });
}

fn generate_button(ui: &mut Ui, page: &KeysPage, lang: Lang, out: &mut Vec<Command>) {
    if page.generation.is_some() {
        ui.add(Spinner::new());
        ui.label(lang.text("keys.generating"));
        if ui.button(lang.text("keys.stop")).clicked() {
            out.push(Command::Key(KeyCommand::StopGenerating));
        }
    } else if ui
        .button(lang.text("keys.generate"))
        .on_hover_text(lang.text("keys.generate_hover"))
        .clicked()
    {
        out.push(Command::Key(KeyCommand::Generate));
    }
}

fn path_row(ui: &mut Ui, page: &mut KeysPage, lang: Lang, out: &mut Vec<Command>) {
    let label = ui.label(RichText::new(lang.text("keys.path")).small());
    ui.horizontal(|ui| {
        let width = (ui.available_width() - 84.0).max(120.0);
        let edit = TextEdit::singleline(&mut page.path)
            .hint_text("/home/…/private_key.pem")
            .desired_width(width);
        let response = ui.add(edit).labelled_by(label.id);
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let typed = page.path.trim().trim_matches('"');
        let button = ui.add_enabled(!typed.is_empty(), Button::new(lang.text("keys.read")));
        let pressed = button
            .on_disabled_hover_text(lang.text("keys.path_empty"))
            .clicked();

        if (entered || pressed) && !typed.is_empty() {
            out.push(Command::Key(KeyCommand::Read(PathBuf::from(typed))));
        }
    });
}
