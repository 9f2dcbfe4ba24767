//! In: a panic in a frame. Out: what is still there to be saved, in place of the pages, until the
//! user goes on.

use std::panic::{self, AssertUnwindSafe};

use eframe::egui::{CentralPanel, Label, RichText, Ui};

use crate::core::key::ring::{Content, Source};
use crate::core::key::write::PrivateForm;
use crate::process;

use super::command::{Command, KeyCommand};
use super::keyring::title_of;
use super::state::State;
use super::theme::Palette;
use super::widgets::parts::{card, primary_button, title};

/// Where the program ran into a fault.
#[derive(Debug)]
pub struct Crash {
    place: String,
}

/// Does a part of a frame; a panic in it ends that part only.
///
/// # Errors
/// [`Crash`] with its place.
pub fn caught(part: impl FnOnce()) -> Result<(), Crash> {
    // The state may lack the step that failed, nothing in it is unsafe to look at: all of it is
    // plain data.
    panic::catch_unwind(AssertUnwindSafe(part)).map_err(|_| Crash {
        place: process::last_panic(),
    })
}

/// Points of the card in which it is said.
const WIDTH: f32 = 560.0;

/// Draws what can be saved.
pub fn ui(ui: &mut Ui, crash: &Crash, state: &State, out: &mut Vec<Command>) {
    CentralPanel::default().show(ui, |ui| {
        let room = ui.available_size();
        let margin = ((room.x - WIDTH) / 2.0).max(0.0);
        ui.add_space(room.y * 0.2);
        ui.horizontal_top(|ui| {
            ui.add_space(margin);
            ui.vertical(|ui| {
                ui.set_max_width(WIDTH);
                card(ui, |ui| card_ui(ui, crash, state, out));
            });
        });
    });
}

fn card_ui(ui: &mut Ui, crash: &Crash, state: &State, out: &mut Vec<Command>) {
    let (lang, palette) = (state.lang, Palette::of(ui));
    ui.label(title(format!("⚠ {}", lang.text("crash.title"))).color(palette.warning));
    ui.add(Label::new(lang.text("crash.about")).wrap());

    if let Some(notice) = state.notices.all().last() {
        ui.add(
            Label::new(
                RichText::new(lang.say(&notice.message))
                    .small()
                    .color(palette.weak),
            )
            .wrap(),
        );
    }

    ui.horizontal_wrapped(|ui| {
        if ui
            .add(primary_button(ui, lang.text("crash.save_draft")))
            .clicked()
        {
            out.push(Command::SaveDraft);
        }

        for entry in state.ring.entries() {
            let is_nowhere_else =
                entry.source == Source::Generated && matches!(entry.content, Content::Private(_));
            let text = lang.fill("crash.save_key", &[("name", &title_of(entry, lang))]);
            if is_nowhere_else && ui.button(text).clicked() {
                out.push(Command::Key(KeyCommand::SavePrivate(
                    entry.id,
                    PrivateForm::Pkcs8,
                    None,
                )));
            }
        }

        if ui.button(lang.text("crash.go_on")).clicked() {
            out.push(Command::GoOn);
        }
    });
    ui.separator();
    ui.add(
        Label::new(
            RichText::new(lang.text("crash.report"))
                .small()
                .color(palette.weak),
        )
        .wrap(),
    );
    ui.label(RichText::new(&crash.place).small().monospace());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_caught_with_its_place() {
        process::tell_place_of_panics();
        let (nothing, crash) = (caught(|| ()), caught(|| panic!("on purpose")));

        // Other tests are to tell theirs in full.
        drop(panic::take_hook());
        assert!(nothing.is_ok());
        let crash = crash.unwrap_err();
        assert!(crash.place.starts_with("src/ui/crash.rs:"), "{crash:?}");
    }
}
