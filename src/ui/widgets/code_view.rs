//! In: a text that is bytes to someone. Out: the text to read and select, in monospace, never to
//! edit.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Frame, Galley, Label, ScrollArea, TextBuffer, TextEdit, TextStyle, Ui};

use super::{long_text, text_menu};
use crate::texts::Lang;
use crate::ui::theme::Palette;

/// Shows the text as it is; what there is no room for scrolls.
pub fn ui(ui: &mut Ui, lang: Lang, name: &str, text: &str) {
    long_text::note(ui, lang, text);
    let text = long_text::shown(text);
    ScrollArea::vertical()
        .id_salt(name)
        .auto_shrink([false, true])
        .show(ui, |ui| whole(ui, name, text));
}

/// Shows the text as it is, as high as it is.
pub fn whole(ui: &mut Ui, name: &str, text: &str) {
    let mut shown = text;
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
        let font = TextStyle::Monospace.resolve(ui.style());
        let colour = ui.visuals().text_color();
        broken_anywhere(
            ui,
            LayoutJob::simple(text.as_str().to_owned(), font, colour, width),
        )
    };
    let edit = TextEdit::multiline(&mut shown)
        .font(TextStyle::Monospace)
        .layouter(&mut layouter)
        .frame(Frame::NONE)
        .desired_rows(1);
    let edit = ui.add(edit.desired_width(f32::INFINITY));
    text_menu::read_only(ui, edit.accessible_name(name).id);
}

/// A text that breaks where its line is full: a break at a word would look like one of its bytes.
fn broken_anywhere(ui: &Ui, mut job: LayoutJob) -> Arc<Galley> {
    job.wrap.break_anywhere = true;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
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
        .auto_shrink([false, true])
        .show(ui, |ui| {
            job.wrap.max_width = ui.available_width();
            let galley = broken_anywhere(ui, job);
            ui.add(Label::new(galley));
        });
}

/// Shows the beginning of a long text in place of a field in which it could be edited.
pub fn in_place_of_field(ui: &mut Ui, lang: Lang, name: &str, text: &str) {
    long_text::note(ui, lang, text);
    whole(ui, name, long_text::shown(text));
}
