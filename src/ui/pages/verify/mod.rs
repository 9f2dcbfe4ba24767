//! In: a signed payload as people paste it. Out: the page that says why its signature fails; it
//! changes nothing in it.

mod input;
mod mend;
mod result;
mod server;
pub mod state;

use eframe::egui::Ui;

use crate::ui::command::Command;
use crate::ui::pages::view::View;
use crate::ui::widgets::panes;
use state::VerifyPage;

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut VerifyPage, keys: usize, view: View<'_>, out: &mut Vec<Command>) {
    panes::left(ui, "verify input", 372.0, |ui| {
        input::ui(ui, page, keys, view, out);
    });
    panes::rest(ui, "verify result", |ui| {
        result::ui(ui, page, view.lang, out);
    });
}
