//! In: a text of any length. Out: its beginning to read and the size of all of it: laying out
//! megabytes takes seconds.

use eframe::egui::{Label, RichText, Ui};

use crate::texts::Lang;
use crate::ui::theme::Palette;

/// Bytes of a text that are shown, and can be edited, at most.
pub const MOST: usize = 128 << 10;

/// Whether a text is longer than is shown of it.
pub fn is_long(text: &str) -> bool {
    text.len() > MOST
}

/// The beginning of a text, as long as is shown.
pub fn shown(text: &str) -> &str {
    &text[..text.floor_char_boundary(MOST)]
}

/// Says that only the beginning is shown, where that is so.
pub fn note(ui: &mut Ui, lang: Lang, text: &str) {
    if is_long(text) {
        let size = |bytes: usize| (bytes >> 10).to_string();
        let note = lang.fill(
            "long_text.note",
            &[("shown", &size(MOST)), ("size", &size(text.len()))],
        );
        ui.add(Label::new(RichText::new(note).small().color(Palette::of(ui).warning)).wrap());
    }
}
