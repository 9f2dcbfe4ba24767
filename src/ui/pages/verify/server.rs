//! In: a report, and what the developer's server printed. Out: whether it is the string that was
//! signed, and every line that differs.

use eframe::egui::{Label, RichText, ScrollArea, TextEdit, TextStyle, Ui};

use super::state::Checked;
use crate::core::diagnosis::server_string::compare;
use crate::texts::Lang;
use crate::ui::theme::Palette;
use crate::ui::widgets::parts::{card, title};
use crate::ui::widgets::{code_view, long_text};

/// Draws the box and what it shows.
pub fn ui(ui: &mut Ui, checked: &Checked, text: &mut String, lang: Lang) {
    let palette = Palette::of(ui);
    card(ui, |ui| {
        let label = ui.label(title(lang.text("verify.server_string")));
        let about = RichText::new(lang.text("verify.server_string_about"));
        ui.add(Label::new(about.small().color(palette.weak)).wrap());
        ScrollArea::vertical()
            .id_salt("server string")
            .max_height(120.0)
            .show(ui, |ui| {
                if long_text::is_long(text) {
                    let name = lang.text("verify.server_string");
                    return code_view::in_place_of_field(ui, lang, &name, text);
                }
                let edit = TextEdit::multiline(text)
                    .font(TextStyle::Monospace)
                    .desired_rows(3)
                    .desired_width(f32::INFINITY);
                ui.add(edit).labelled_by(label.id);
            });
        if text.trim().is_empty() {
            return;
        }

        let compared = compare(&checked.report, text.as_bytes());
        let (sentence, colour) = if let Some(reading) = compared.signed_as {
            let key = format!("server_string.{}", reading.name());
            (lang.text(&key).into_owned(), palette.good)
        } else {
            let digest = [("digest", &*compared.digest)];
            (lang.fill("server_string.other", &digest), palette.error)
        };
        ui.add(Label::new(RichText::new(sentence).color(colour)).wrap());
        if compared.differences.is_empty() {
            ui.add(Label::new(lang.text("server_string.same")).wrap());
        }
        for difference in &compared.differences {
            let (line, byte) = (difference.line.to_string(), difference.byte.to_string());
            let values = [
                ("line", &*line),
                ("byte", &*byte),
                ("server", &*difference.server),
                ("sent", &*difference.sent),
            ];
            ui.add(Label::new(lang.fill("server_string.difference", &values)).wrap());
        }
    });
}
