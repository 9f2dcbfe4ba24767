//! In: bytes, and the place of one of them. Out: the bytes to read: line ends, invisible and
//! foreign ones spelled out.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Align, Frame, Label, Layout, Margin, RichText, ScrollArea, TextStyle, Ui};

use crate::core::chars::{code_point, is_invisible};
use crate::ui::theme::Palette;

/// Bytes that are shown at most; more would take a frame too long.
const LIMIT: usize = 64 << 10;

/// Points of height; what is longer scrolls.
const HEIGHT: f32 = 260.0;

/// Shows the bytes under their name, and how many they are.
pub fn ui(ui: &mut Ui, name: &str, bytes: &[u8], mark: Option<usize>) {
    let palette = Palette::of(ui);
    ui.label(
        RichText::new(format!("{name}  {} B", bytes.len()))
            .small()
            .color(palette.weak),
    );
    let frame = Frame::new()
        .fill(ui.visuals().extreme_bg_color)
        .inner_margin(Margin::same(8));
    frame.show(ui, |ui| {
        ui.take_available_width();
        // Not less where little room is left on the page, which scrolls itself.
        let area = ScrollArea::vertical()
            .id_salt(name)
            .max_height(HEIGHT)
            .min_scrolled_height(HEIGHT);
        area.show(ui, |ui| {
            // Columns justify what is in them, which tears bytes apart.
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                ui.add(Label::new(job(ui, &bytes[..bytes.len().min(LIMIT)], mark)).wrap());
            });
        });
    });
}

fn job(ui: &Ui, bytes: &[u8], mark: Option<usize>) -> LayoutJob {
    let palette = Palette::of(ui);
    let font = TextStyle::Monospace.resolve(ui.style());
    let plain = TextFormat::simple(font.clone(), ui.visuals().text_color());
    let spelled = TextFormat {
        background: palette.accent_soft,
        ..TextFormat::simple(font.clone(), palette.accent)
    };
    let marked = TextFormat {
        background: palette.error,
        ..TextFormat::simple(font, palette.on_accent)
    };
    let mut job = LayoutJob::default();
    let mut put = |at: usize, text: &str, special: bool| {
        let format = if mark == Some(at) {
            &marked
        } else if special {
            &spelled
        } else {
            &plain
        };
        job.append(text, 0.0, format.clone());
    };

    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().chars() {
            match character {
                '\n' => {
                    put(at, "\\n", true);
                    put(usize::MAX, "\n", false);
                }
                '\r' => put(at, "\\r", true),
                '\t' => put(at, "\\t", true),
                c if c.is_control() || is_invisible(c) => put(at, &code_point(c), true),
                c => put(at, c.encode_utf8(&mut [0; 4]), false),
            }
            at += character.len_utf8();
        }
        for byte in chunk.invalid() {
            put(at, &format!("\\x{byte:02x}"), true);
            at += 1;
        }
    }

    if mark == Some(bytes.len()) {
        put(bytes.len(), "×", true);
    }

    job
}
