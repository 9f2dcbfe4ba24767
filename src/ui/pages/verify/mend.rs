//! In: proven causes and a language of servers. Out: the lines of code that mend each.

use eframe::egui::{ComboBox, Frame, Label, Margin, RichText, Stroke, Ui};

use crate::core::diagnosis::Finding;
use crate::core::diagnosis::mend::Topic;
use crate::core::language::Language;
use crate::texts::Lang;
use crate::ui::theme::Palette;
use crate::ui::widgets::parts::choice;

/// Offers the languages.
pub fn picker(ui: &mut Ui, server: &mut Option<Language>, lang: Lang) {
    ui.horizontal(|ui| {
        let label = ui.label(lang.text("verify.mend"));
        let none = lang.text("verify.mend_none");
        let shown = server.map_or_else(|| none.to_string(), |one| one.name().to_owned());
        let response = ComboBox::from_id_salt("mend")
            .selected_text(shown)
            .show_ui(ui, |ui| {
                choice(ui, server, None, &*none);
                for one in Language::ALL {
                    choice(ui, server, Some(one), one.name());
                }
            })
            .response;
        response.labelled_by(label.id);
    });
}

/// Draws what mends one cause.
pub fn ui(ui: &mut Ui, finding: &Finding, server: Language) {
    let mend = finding
        .proven
        .then(|| Topic::of(finding.code, finding.of_callback))
        .flatten()
        .and_then(|topic| server.mend(topic));
    let Some(mend) = mend else { return };

    let palette = Palette::of(ui);
    let frame = Frame::new()
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(6);
    frame.inner_margin(Margin::symmetric(8, 4)).show(ui, |ui| {
        ui.take_available_width();
        for (mark, code, colour) in [
            ("-", mend.before, palette.error),
            ("+", mend.after, palette.good),
        ] {
            for line in code.lines() {
                let text = RichText::new(format!("{mark} {line}")).monospace().small();
                ui.add(Label::new(text.color(colour)).wrap());
            }
        }
    });
}
