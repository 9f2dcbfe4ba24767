//! In: the verify page. Out: where the payload is pasted, and with which keys it is looked at.

use eframe::egui::{Align2, Label, RichText, TextEdit, TextStyle, Ui};

use super::state::{CaseForm, VerifyPage};
use crate::core::diagnosis::{Kind, expected_uri};
use crate::texts::Lang;
use crate::ui::command::Command;
use crate::ui::command::VerifyCommand;
use crate::ui::page::Page;
use crate::ui::pages::view::View;
use crate::ui::theme::Palette;
use crate::ui::widgets::parts::{card, primary_button, radio, title};
use crate::ui::widgets::{code_view, long_text};

/// Draws the fields.
pub fn ui(ui: &mut Ui, page: &mut VerifyPage, keys: usize, view: View<'_>, out: &mut Vec<Command>) {
    let (lang, palette) = (view.lang, Palette::of(ui));
    card(ui, |ui| {
        ui.label(title(lang.text("verify.input")));
        ui.add(
            Label::new(
                RichText::new(lang.text("verify.paste_about"))
                    .small()
                    .color(palette.weak),
            )
            .wrap(),
        );
        ui.horizontal_wrapped(|ui| {
            if ui
                .add(primary_button(ui, lang.text("verify.paste")))
                .clicked()
            {
                out.push(Command::Verify(VerifyCommand::Paste));
            }

            if ui
                .button(lang.text("verify.open"))
                .on_hover_text(lang.text("verify.open_hover"))
                .clicked()
            {
                out.push(Command::Verify(VerifyCommand::Choose));
            }

            if ui.button(lang.text("verify.use_composed")).clicked() {
                out.push(Command::Verify(VerifyCommand::UseComposed));
            }
            if ui.button(lang.text("verify.clear")).clicked() {
                out.push(Command::Verify(VerifyCommand::Clear));
            }
        });

        if let Some(fault) = &page.fault {
            ui.add(
                Label::new(RichText::new(format!("× {}", lang.say(fault))).color(palette.error))
                    .wrap(),
            );
        }
    });
    card(ui, |ui| fields(ui, page, lang));
    card(ui, |ui| {
        let count = keys + page.case_keys.len();
        let text = lang.fill("verify.keys", &[("count", &count.to_string())]);
        ui.add(Label::new(RichText::new(text).small().color(palette.weak)).wrap());

        if ui.button(lang.text("verify.to_keys")).clicked() {
            out.push(Command::Show(Page::Keys));
        }
    });
}

fn fields(ui: &mut Ui, page: &mut VerifyPage, lang: Lang) {
    let form = &mut page.form;
    ui.horizontal_wrapped(|ui| {
        radio(ui, &mut form.kind, Kind::Order, lang.text("verify.order"));
        radio(
            ui,
            &mut form.kind,
            Kind::Callback,
            lang.text("verify.callback"),
        );
    });
    let data_key = if form.kind == Kind::Order {
        "verify.data"
    } else {
        "verify.body"
    };

    if let Some(bytes) = &form.bytes {
        let text = lang.fill("verify.binary", &[("count", &bytes.len().to_string())]);
        ui.add(Label::new(RichText::new(text).color(Palette::of(ui).warning)).wrap());
    } else {
        long(ui, lang, data_key, &mut form.data, 9);
    }

    match form.kind {
        Kind::Order => {
            long(ui, lang, "verify.authorization", &mut form.authorization, 5);
            uri(ui, lang, form);
        }
        Kind::Callback => {
            short(ui, "Byte-Timestamp", &mut form.timestamp);
            short(ui, "Byte-Nonce-Str", &mut form.nonce);
            long(ui, lang, "verify.signature", &mut form.signature, 4);
        }
    }
}

fn long(ui: &mut Ui, lang: Lang, key: &str, text: &mut String, rows: usize) {
    let label = ui.label(lang.text(key));
    eframe::egui::ScrollArea::vertical()
        .id_salt(key)
        .max_height(170.0)
        .show(ui, |ui| {
            if long_text::is_long(text) {
                return code_view::in_place_of_field(ui, lang, &lang.text(key), text);
            }

            let edit = TextEdit::multiline(text)
                .font(TextStyle::Monospace)
                .desired_rows(rows)
                .desired_width(f32::INFINITY);
            ui.add(edit).labelled_by(label.id);
        });
}

/// Line 2, which the data tells unless the call is another one.
fn uri(ui: &mut Ui, lang: Lang, form: &mut CaseForm) {
    let label = ui.label(lang.text("verify.uri"));
    let edit = TextEdit::singleline(&mut form.uri)
        .font(TextStyle::Monospace)
        .hint_text(expected_uri(form.data.as_bytes()));
    ui.add(edit.desired_width(f32::INFINITY))
        .on_hover_text(lang.text("verify.uri_hover"))
        .labelled_by(label.id);
}

fn short(ui: &mut Ui, name: &str, text: &mut String) {
    let label = ui.label(name);
    let edit = TextEdit::singleline(text)
        .font(TextStyle::Monospace)
        .align(Align2::LEFT_CENTER);
    ui.add(edit.desired_width(f32::INFINITY))
        .labelled_by(label.id);
}
