//! In: what was said last. Out: small cards over the window that say it, go away by themselves, and
//! offer the way back where something was removed.

use eframe::egui::{self, Align2, Area, Button, Frame, Id, Label, Order, RichText, Stroke};

use super::command::Command;
use super::notices::{Notice, Remedy};
use super::state::State;
use super::theme::Palette;
use super::widgets::parts::ends;

/// Points of a card.
const WIDTH: f32 = 400.0;

/// Draws them, the last one at the bottom.
pub fn ui(ctx: &egui::Context, state: &State, out: &mut Vec<Command>) {
    if state.notices.all().is_empty() {
        return;
    }

    let area = Area::new(Id::unique("toasts"))
        // Menus lie above them.
        .order(Order::Middle)
        .anchor(Align2::RIGHT_BOTTOM, [-16.0, -44.0]);
    area.show(ctx, |ui| {
        for notice in state.notices.all() {
            card(ui, state, notice, out);
        }
    });
}

fn card(ui: &mut egui::Ui, state: &State, notice: &Notice, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let (sign, colour) = if notice.good {
        ("✓", palette.good)
    } else {
        ("⚠", palette.warning)
    };

    let frame = Frame::popup(ui.style()).stroke(Stroke::new(1.0, colour));
    frame.show(ui, |ui| {
        ui.set_width(WIDTH);
        ui.horizontal(|ui| {
            let said = |ui: &mut egui::Ui| {
                ui.label(RichText::new(sign).color(colour));
                ui.add(Label::new(state.lang.say(&notice.message)).wrap());
            };
            ends(ui, said, |ui| {
                if let Some(remedy) = &notice.remedy {
                    remedy_ui(ui, state, notice, remedy, out);
                }
                let close = Button::new("×").frame(false);
                let name = state.lang.text("notice.dismiss");
                let close = ui.add(close).on_hover_text(&*name).accessible_name(&*name);
                if close.clicked() {
                    out.push(Command::Dismiss(notice.message.clone()));
                }
            });
        });
    });
}

fn remedy_ui(
    ui: &mut egui::Ui,
    state: &State,
    notice: &Notice,
    remedy: &Remedy,
    out: &mut Vec<Command>,
) {
    let said = state.lang.say(&notice.message);
    let (name, text) = match remedy {
        Remedy::Paste(..) => ("notice.open_name", "notice.open_there"),
        _ => ("notice.undo_name", "notice.undo"),
    };
    let name = state.lang.fill(name, &[("message", &said)]);
    let button = ui.button(state.lang.text(text));
    if button.accessible_name(name).clicked() {
        out.push(remedy.command());
        out.push(Command::Dismiss(notice.message.clone()));
    }
}
