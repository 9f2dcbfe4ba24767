//! In: who signs. Out: the page on which the private key and the header's values are given.

use std::path::PathBuf;

use eframe::egui::{
    Align2, Button, CentralPanel, Frame, Grid, Label, Margin, Response, RichText, ScrollArea, TextEdit, TextStyle, Ui,
};

use crate::core::finding::Message;
use crate::core::key::Format;
use crate::core::store::Settings;
use crate::texts::Lang;

use super::View;
use crate::ui::command::Command;
use crate::ui::state::{KeyOrigin, Profile};
use crate::ui::theme::Palette;
use crate::ui::widgets::{card, primary_button, title};

/// What belongs to this page alone.
#[derive(Debug)]
pub struct KeysPage {
    /// Path as typed.
    pub path: String,
    /// The key file that was read last, now or before the last start.
    pub last_file: Option<PathBuf>,
    /// Whether the next paste is a key.
    pub awaits_paste: bool,
    /// Whether a key is being read.
    pub reading: bool,
    /// Why the last key could not be used.
    pub fault: Option<Fault>,
}

/// A key that could not be used.
#[derive(Debug)]
pub struct Fault {
    /// Where it came from.
    pub origin: KeyOrigin,
    /// What, why, and what to do.
    pub message: Message,
}

impl KeysPage {
    /// The page as it opens.
    pub fn open(settings: &Settings) -> Self {
        let path = settings.key_file.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        Self { path, last_file: settings.key_file.clone(), awaits_paste: false, reading: false, fault: None }
    }
}

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut KeysPage, profile: &mut Profile, view: View<'_>, out: &mut Vec<Command>) {
    let frame = Frame::new().fill(ui.visuals().panel_fill).inner_margin(Margin::same(16));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            ui.set_max_width(760.0);
            active_key(ui, profile, view.lang, out);
            load(ui, page, view.lang, out);
            identity(ui, profile, view.lang);
            let palette = Palette::of(ui);
            ui.label(RichText::new(view.lang.text("keys.stays")).small().color(palette.weak));
        });
    });
}

fn active_key(ui: &mut Ui, profile: &Profile, lang: Lang, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    card(ui, |ui| {
        ui.label(title(lang.text("keys.active")));
        if profile.is_demo() {
            ui.add(
                Label::new(RichText::new(format!("⚠ {}", lang.text("keys.demo_about"))).color(palette.warning)).wrap(),
            );
        }
        Grid::new("active key").num_columns(2).spacing([16.0, 8.0]).show(ui, |ui| {
            let mut row = |key: &str, value: String| {
                ui.label(RichText::new(lang.text(key)).color(palette.weak));
                ui.label(value);
                ui.end_row();
            };
            row("keys.origin", origin_text(&profile.origin, lang));
            row("keys.format", format_text(profile.key.format(), lang));
            row("keys.bits", profile.key.bits().to_string());
            ui.label(RichText::new(lang.text("keys.fingerprint")).color(palette.weak));
            ui.horizontal(|ui| {
                ui.add(Label::new(RichText::new(profile.key.fingerprint().to_string()).monospace()).truncate());
            });
            ui.end_row();
        });
        ui.horizontal(|ui| {
            if ui
                .button(lang.text("keys.copy_fingerprint"))
                .on_hover_text(lang.text("keys.fingerprint_hover"))
                .clicked()
            {
                out.push(Command::CopyFingerprint);
            }
            if !profile.is_demo() && ui.button(lang.text("keys.use_demo")).clicked() {
                out.push(Command::UseDemoKey);
            }
        });
    });
}

fn origin_text(origin: &KeyOrigin, lang: Lang) -> String {
    match origin {
        KeyOrigin::Demo => lang.text("key_name.demo").into_owned(),
        KeyOrigin::Pasted => lang.text("key_name.pasted").into_owned(),
        KeyOrigin::File(path) => path.display().to_string(),
    }
}

fn format_text(format: Format, lang: Lang) -> String {
    match format {
        Format::Pkcs1 => "PKCS#1 (RSA PRIVATE KEY)".to_owned(),
        Format::Pkcs8 => "PKCS#8 (PRIVATE KEY)".to_owned(),
        Format::InMemory => lang.text("keys.in_memory").into_owned(),
    }
}

fn load(ui: &mut Ui, page: &mut KeysPage, lang: Lang, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    card(ui, |ui| {
        ui.label(title(lang.text("keys.load")));
        ui.label(RichText::new(lang.text("keys.load_about")).small().color(palette.weak));
        ui.horizontal(|ui| {
            if ui.add(primary_button(ui, lang.text("keys.choose"))).clicked() {
                out.push(Command::ChooseKeyFile);
            }
            if ui.button(lang.text("keys.paste")).on_hover_text(lang.text("keys.paste_hover")).clicked() {
                out.push(Command::PasteKey);
            }
        });
        if page.awaits_paste {
            ui.label(RichText::new(lang.text("keys.awaits_paste")).color(palette.accent));
        }
        path_row(ui, page, lang, out);
        if page.reading {
            ui.label(RichText::new(lang.text("keys.reading")).small().color(palette.weak));
        } else if let Some(fault) = &page.fault {
            let name = match &fault.origin {
                KeyOrigin::File(path) => KeyOrigin::file_name(path),
                other => origin_text(other, lang),
            };
            let text = format!("× {name}  {}", lang.say(&fault.message));
            ui.add(Label::new(RichText::new(text).color(palette.error)).wrap());
        }
    });
}

fn path_row(ui: &mut Ui, page: &mut KeysPage, lang: Lang, out: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        let label = ui.label(lang.text("keys.path"));
        let width = (ui.available_width() - 110.0).max(160.0);
        let edit = TextEdit::singleline(&mut page.path).hint_text("/home/…/private_key.pem").desired_width(width);
        let response = ui.add(edit).labelled_by(label.id);
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(eframe::egui::Key::Enter));
        let typed = page.path.trim().trim_matches('"');
        let button = ui.add_enabled(!typed.is_empty(), Button::new(lang.text("keys.read")));
        let pressed = button.on_disabled_hover_text(lang.text("keys.path_empty")).clicked();
        if (entered || pressed) && !typed.is_empty() {
            out.push(Command::ReadKeyFile(PathBuf::from(typed)));
        }
    });
}

fn identity(ui: &mut Ui, profile: &mut Profile, lang: Lang) {
    let (app_id, key_version) = profile.faults();
    card(ui, |ui| {
        ui.label(title(lang.text("keys.identity")));
        header_value(ui, lang, ("keys.app_id", "appid"), &mut profile.app_id, app_id.as_ref());
        header_value(ui, lang, ("keys.key_version", "key_version"), &mut profile.key_version, key_version.as_ref());
    });
}

fn header_value(ui: &mut Ui, lang: Lang, name: (&str, &str), typed: &mut String, fault: Option<&Message>) -> Response {
    let palette = Palette::of(ui);
    let label = ui.label(format!("{}  {}", lang.text(name.0), name.1));
    let edit = TextEdit::singleline(typed).font(TextStyle::Monospace).align(Align2::LEFT_CENTER).desired_width(320.0);
    let response = ui.add(edit);
    if let Some(fault) = fault {
        ui.add(Label::new(RichText::new(format!("× {}", lang.say(fault))).small().color(palette.error)).wrap());
    }
    response.labelled_by(label.id)
}
