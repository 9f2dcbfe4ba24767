//! In: one key of the ring. Out: the table of what is known of it.

use eframe::egui::{Grid, Label, RichText, Ui};

use crate::core::finding::Explain as _;
use crate::core::key::ring::{Content, Entry, Ring, Source};
use crate::texts::Lang;
use crate::ui::keyring::{source_name, title_of};
use crate::ui::theme::Palette;
use crate::ui::widgets::parts::title;

/// Draws the table.
pub fn ui(ui: &mut Ui, ring: &Ring, entry: &Entry, lang: Lang) {
    let palette = Palette::of(ui);
    ui.label(title(lang.text("keys.facts")));
    Grid::new("key facts")
        .num_columns(2)
        .spacing([16.0, 4.0])
        .min_row_height(22.0)
        .show(ui, |ui| {
            let mut row = |key: &str, value: RichText| {
                ui.label(RichText::new(lang.text(key)).color(palette.weak));
                ui.add(Label::new(value).truncate());
                ui.end_row();
            };
            let origin = match &entry.source {
                Source::File(path, _) => path.display().to_string(),
                other => source_name(other, lang),
            };
            row("keys.origin", origin.into());

            if let Some(format) = entry.format() {
                row("keys.format", lang.say(&format.message()).into());
            }
            if let Some(container) = &entry.container {
                row("keys.container", lang.say(&container.message()).into());
            }

            if let Some(key) = entry.public() {
                row("keys.bits", key.bits().to_string().into());
                row("keys.exponent", key.exponent().into());
                row(
                    "keys.fingerprint",
                    RichText::new(key.fingerprint().to_string()).monospace(),
                );
                row("keys.partner", partner(ring, entry, lang).into());
            }

            if matches!(
                (&entry.source, &entry.content),
                (Source::File(..), Content::Private(_) | Content::Locked(_))
            ) {
                let key = if entry.exposed {
                    "keys.access_open"
                } else {
                    "keys.access_owner"
                };
                row("keys.access", RichText::new(lang.text(key)));
            }
        });
}

/// The other half in the ring.
fn partner(ring: &Ring, entry: &Entry, lang: Lang) -> String {
    match ring.partner(entry) {
        Some(partner) => format!("✓ {}", title_of(partner, lang)),
        None => lang.text("keys.no_partner").into_owned(),
    }
}
