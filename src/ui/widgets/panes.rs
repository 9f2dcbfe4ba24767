//! The two panes of most pages: what is given on the left, what comes of it on the right.

use eframe::egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use super::focus;

/// The pane on the left, of a fixed width in points; it scrolls.
pub fn left(ui: &mut Ui, name: &'static str, width: f32, content: impl FnOnce(&mut Ui)) {
    // What it leaves is for the right one, which needs more in a window that is enlarged.
    let width = width.min(ui.available_width() * 0.46);
    Panel::left(name)
        .exact_size(width)
        .resizable(false)
        .frame(frame(ui))
        .show(ui, |ui| scrolled(ui, name, content));
}

/// The pane that takes the rest; it scrolls.
pub fn rest(ui: &mut Ui, name: &'static str, content: impl FnOnce(&mut Ui)) {
    CentralPanel::default()
        .frame(frame(ui))
        .show(ui, |ui| scrolled(ui, name, content));
}

fn frame(ui: &Ui) -> Frame {
    let ground = Frame::new().fill(ui.visuals().panel_fill);
    ground.inner_margin(Margin {
        left: 12,
        right: 12,
        top: 12,
        bottom: 8,
    })
}

fn scrolled(ui: &mut Ui, name: &'static str, content: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical()
        .id_salt(name)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            content(ui);
            focus::follow(ui);
        });
}
