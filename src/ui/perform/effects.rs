//! Everything that a command can have an effect on.

use eframe::egui;

use crate::ui::answer::{Answer, Then};
use crate::ui::dialogs::{Ask, Choice};
use crate::ui::jobs::{Job, Jobs};
use crate::ui::state::State;
use crate::ui::surroundings::Surroundings;

/// What commands and answers act on.
pub struct Effects<'w> {
    /// What the window shows.
    pub state: &'w mut State,
    /// Work beside the frames.
    pub jobs: &'w Jobs<Answer>,
    /// The machine.
    pub surroundings: &'w Surroundings,
    /// The clipboard and the window itself.
    pub ctx: &'w egui::Context,
}

impl Effects<'_> {
    /// Asks for a path and does what it is for; the path is typed where the system has no dialog.
    pub fn choose(&self, ask: Ask, then: Then) {
        let dialogs = &self.surroundings.dialogs;
        let dialog = if ask.is_to_save() {
            dialogs.save(ask.clone())
        } else {
            dialogs.open(ask.clone())
        };

        self.jobs
            .spawn(Job::Dialog, move || match pollster::block_on(dialog) {
                Choice::Path(path) => then.0(path, true),
                Choice::Nothing => Answer::NothingChosen(ask.is_to_save()),
                Choice::NoDialog => Answer::NoDialog(ask, then),
            });
    }
}
