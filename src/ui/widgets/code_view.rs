//! In: a text that is bytes to someone. Out: the text to read and select, in monospace, never to
//! edit.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Frame, Label, ScrollArea, TextEdit, TextStyle, Ui};

use super::long_text;
use crate::texts::Lang;
use crate::ui::theme::Palette;

/// Shows the text as it is, in all the room that there is.
pub fn ui(ui: &mut Ui, lang: Lang, name: &str, text: &str) {
    long_text::note(ui, lang, text);
    let text = long_text::shown(text);
    ScrollArea::vertical()
        .id_salt(name)
        .auto_shrink([false, false])
        .show(ui, |ui| whole(ui, name, text));
}

/// Shows the text as it is, as high as it is.
pub fn whole(ui: &mut Ui, name: &str, text: &str) {
    let mut shown = text;
    let edit = TextEdit::multiline(&mut shown)
        .font(TextStyle::Monospace)
        .frame(Frame::NONE)
        .desired_rows(1);
    ui.add(edit.desired_width(f32::INFINITY))
        .accessible_name(name);
}

/// Shows the text with every line end as the two characters `\n`, marked, before the line breaks.
pub fn with_line_ends(ui: &mut Ui, lang: Lang, text: &str) {
    long_text::note(ui, lang, text);
    let text = long_text::shown(text);
    let palette = Palette::of(ui);
    let font = TextStyle::Monospace.resolve(ui.style());
    let plain = TextFormat::simple(font.clone(), ui.visuals().text_color());
    let mark = TextFormat {
        background: palette.accent_soft,
        ..TextFormat::simple(font, palette.accent)
    };
    let mut job = LayoutJob::default();

    for line in text.split_inclusive('\n') {
        job.append(line.trim_end_matches('\n'), 0.0, plain.clone());
        if line.ends_with('\n') {
            job.append("\\n", 0.0, mark.clone());
            job.append("\n", 0.0, plain.clone());
        }
    }

    ScrollArea::vertical()
        .id_salt("line ends")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.add(Label::new(job).wrap());
        });
}

/// Shows the beginning of a long text in place of a field in which it could be edited.
pub fn in_place_of_field(ui: &mut Ui, lang: Lang, name: &str, text: &str) {
    long_text::note(ui, lang, text);
    whole(ui, name, long_text::shown(text));
}
