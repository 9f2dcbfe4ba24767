//! In: the key ring. Out: the page on which keys are read, made, told apart and handed over,
//! and on which profiles are kept.

mod add;
mod detail;
mod facts;
mod hand_over;
mod list;
mod parts;
mod profile;
pub mod state;

use eframe::egui::Ui;

use crate::core::key::ring::Ring;
use crate::ui::command::Command;
use crate::ui::pages::view::View;
use crate::ui::widgets::panes;
use state::KeysPage;

pub use hand_over::close_dialog;

/// Draws the page.
pub fn ui(
    ui: &mut Ui,
    page: &mut KeysPage,
    ring: &mut Ring,
    view: View<'_>,
    out: &mut Vec<Command>,
) {
    panes::left(ui, "key list", 340.0, |ui| {
        list::profiles(ui, page, ring, view.lang, out);
        add::ui(ui, page, view.lang, out);
        list::keys(ui, page, ring, view.lang);
    });
    panes::rest(ui, "key detail", |ui| {
        detail::ui(ui, page, ring, view.lang, out);
    });
    hand_over::dialog(ui, page, ring, view.lang, out);
}
