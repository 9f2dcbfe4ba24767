//! In: the surroundings and settings, then one frame after the other. Out: the window.

use std::sync::Arc;
use std::time::Duration;

use eframe::egui;

use crate::core::finding::{Explain as _, Message};
use crate::core::key::ring::Source;
use crate::core::signing::SignedOrder;
use crate::core::time::Timestamp;
use crate::store::{Opened, SessionFile, Settings, SettingsError};
use crate::texts::Lang;
use crate::ui::surroundings::{DemoKey, Surroundings};

use super::answer::Answer;
use super::command::Command;
use super::crash::Crash;
use super::jobs::Jobs;
use super::page::Page;
use super::pages::keys::state::Closing;
use super::perform::Effects;
use super::shelf::Shelf;
use super::state::State;
use super::tab_id::TabId;
use super::{
    chrome, crash, finder, fonts, goals, help, input, keeping, pages, path_dialog, perform, place,
    theme, toasts, widgets,
};

/// Time between two writes of the settings at least.
const SETTINGS_PAUSE: Duration = Duration::from_secs(2);

/// The window: what it shows, and the jobs that work for it.
pub struct App {
    state: State,
    jobs: Jobs<Answer>,
    ctx: egui::Context,
    surroundings: Surroundings,
    /// The settings as they were read or written last.
    saved: Settings,
    /// When that was, by the clock that never goes back.
    saved_at: Duration,
    /// Why the last write failed, if it did.
    unsaved: Option<Message>,
    /// Language tag to keep; `None` while the system's language is followed.
    language: Option<String>,
    /// Whether the remembered keys were asked for.
    has_begun: bool,
    /// Pixels to the point for which the smallest size was set.
    least_at: Option<f32>,
    /// The title as it was set last.
    title: Option<String>,
    /// The fault that the pages ran into, until the user goes on.
    crash: Option<Crash>,
}

impl App {
    /// Opens the window on the platform's example, already signed, or on what was open before. No
    /// file but the settings and the open documents is waited for.
    ///
    /// `lang` comes from the command line and outranks the settings.
    pub fn new(
        ctx: &egui::Context,
        surroundings: Surroundings,
        demo_key: DemoKey,
        lang: Option<Lang>,
    ) -> Self {
        let now = (surroundings.now)();
        let Opened { settings, remark } = surroundings
            .settings_file
            .as_ref()
            .map(|file| file.open(now))
            .unwrap_or_default();
        fonts::install(ctx);
        theme::install(ctx);
        ctx.add_plugin(super::menu::KeysFirst::default());
        theme::apply(ctx, settings.theme);

        if let Some(place) = &settings.window {
            place::restore(ctx, place);
        }
        if let Some(zoom) = settings.zoom {
            ctx.set_zoom_factor(zoom);
        }

        let kept = settings.language.as_deref().map(Lang::of_tag);
        let spoken = lang.or(kept).unwrap_or_else(Lang::of_system);
        let jobs = Jobs::new(ctx.clone());
        let mut state = State::open(&settings, spoken, now);
        perform::await_demo_key(demo_key, &mut state, &jobs);

        if let Some(remark) = remark {
            state.say(false, remark.message());
        }
        let shelf = surroundings.history_file.clone().map(Shelf::new);
        state.shelf = shelf.map(Arc::new);
        if let Some(folder) = &surroundings.session_folder {
            perform::restore(SessionFile::claim(folder), &mut state);
        }

        let language = settings.language.clone();
        let mut app = Self {
            // As the window would write them: what it fills in by itself is no change.
            saved: state.settings(language.clone()),
            saved_at: (surroundings.uptime)(),
            state,
            jobs,
            ctx: ctx.clone(),
            surroundings,
            unsaved: None,
            language,
            has_begun: false,
            least_at: None,
            title: None,
            crash: None,
        };
        app.follow();

        app
    }

    /// What the window shows.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Waits until all jobs have ended, for those who have no frames to wait with.
    pub fn settle(&mut self) {
        self.follow();
        while let Some(ended) = self.jobs.wait() {
            perform::take(ended, &mut self.effects());
            self.follow();
        }
    }

    /// Everything that commands and answers act on.
    fn effects(&mut self) -> Effects<'_> {
        Effects {
            state: &mut self.state,
            jobs: &self.jobs,
            surroundings: &self.surroundings,
            ctx: &self.ctx,
        }
    }

    /// Brings what follows from the screen up to it; not while a fault stands, which most likely
    /// comes from there.
    fn follow(&mut self) {
        if self.crash.is_none() {
            perform::follow(&mut self.effects());
        }
    }

    fn perform(&mut self, commands: Vec<Command>) {
        for command in commands {
            match command {
                Command::SetLanguage(lang) => self.language = Some(lang.tag().to_owned()),
                Command::GoOn => self.crash = None,
                _ => {}
            }
            perform::perform(command, &mut self.effects());
        }
    }

    /// Draws everything and does what was asked for.
    fn frame(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        let mut commands = Vec::new();
        if let Some(crash) = &self.crash {
            crash::ui(ui, crash, &self.state, &mut commands);
        } else {
            input::follow_input_method(&ctx, &mut self.state);
            commands = input::commands(&ctx, &self.state);
            chrome::top_bar(ui, &mut self.state, &mut commands);
            chrome::status_bar(ui, &self.state, &mut commands);
            chrome::rail(ui, &self.state, &mut commands);
            pages::ui(ui, &mut self.state, &mut commands);
            chrome::drop_hint(&ctx, &self.state);
            toasts::ui(&ctx, &self.state, &mut commands);
        }

        self.follow_window(&ctx);
        self.guard_close(&ctx);
        let lang = self.state.lang;
        pages::keys::close_dialog(ui, &mut self.state.keys, lang, &mut commands);
        path_dialog::ui(ui, &mut self.state.path_dialog, lang, &mut commands);
        let goals = goals::goals(&self.state, &ctx);
        finder::ui(ui, &mut self.state.finder, goals, lang, &mut commands);
        help::ui(ui, &mut self.state, &mut commands);
        widgets::focus::ring(&ctx);
        widgets::text_menu::follow(&ctx, lang);

        // What was typed in this frame is signed before it is copied in it.
        let drawn = self.shown();
        self.follow();
        self.perform(commands);
        self.follow();
        if self.shown() != drawn {
            // What was drawn shows the signature before, or another document: it is drawn again
            // before it is painted.
            ctx.request_discard("signed anew");
        }
    }

    /// What is on the compose page: which document, with which signature.
    fn shown(&self) -> (TabId, u64) {
        let tab = self.state.tab();
        (tab.id, tab.signature.number)
    }

    /// Does a part of a frame; what goes wrong in it is shown in the next one.
    fn guarded(&mut self, ctx: &egui::Context, part: impl FnOnce(&mut Self)) {
        if let Err(crash) = crash::caught(|| part(self)) {
            self.crash = Some(crash);
            ctx.request_repaint();
        }
    }

    /// Notes where the window is, for the next start, and keeps its smallest size to its zoom.
    fn follow_window(&mut self, ctx: &egui::Context) {
        self.state.place = place::of(ctx, self.state.place.as_ref()).or(self.state.place.take());
        let zoom = ctx.zoom_factor();
        let is_zoomed = (zoom - 1.0).abs() > f32::EPSILON;
        self.state.zoom = is_zoomed.then_some(zoom);
        if self.least_at != Some(ctx.pixels_per_point()) {
            self.least_at = Some(ctx.pixels_per_point());
            place::follow_zoom(ctx);
        }

        let title = self.state.window_title();
        if self.title.as_ref() != Some(&title) {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = Some(title);
        }
    }

    /// Keeps the window open while a new key would be lost with it, and asks.
    fn guard_close(&mut self, ctx: &egui::Context) {
        let unsaved = self
            .state
            .ring
            .entries()
            .iter()
            .any(|entry| entry.source == Source::Generated);
        if ctx.input(|input| input.viewport().close_requested())
            && unsaved
            && self.state.keys.closing != Closing::Agreed
        {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.state.page = Page::Keys;
            self.state.keys.closing = Closing::Asked;
        }
    }

    /// Asks for the next frame for which there is a cause already: a word on the screen that
    /// changes with time, settings to keep, a file that is late.
    fn wake_later(&self, ctx: &egui::Context) {
        let minimised = ctx.input(|input| input.viewport().minimized.unwrap_or(false));
        let signed = self.state.tab().signature.signed.as_deref();
        let age = signed.map(|signed| until_next_age(signed, self.state.now));
        let settings = self.has_unsaved_settings().then_some(SETTINGS_PAUSE);
        let files = (!self.state.awaited.is_empty()).then_some(perform::FILE_PATIENCE);
        let shown = if minimised { None } else { age };
        let toasts = self.state.notices.next_change();
        let drafts = self.state.has_unkept().then_some(keeping::PAUSE);
        let copied = self.state.copied.is_some().then_some(Duration::ZERO);
        if let Some(pause) = [shown, settings, files, toasts, drafts, copied]
            .into_iter()
            .flatten()
            .min()
        {
            ctx.request_repaint_after(pause);
        }
    }

    /// Whether there is something that the user has set; where the window stands and which page is
    /// in front are written at the end.
    fn has_unsaved_settings(&self) -> bool {
        let set = Settings {
            window: self.saved.window.clone(),
            page: self.saved.page.clone(),
            ..self.state.settings(self.language.clone())
        };
        self.surroundings.settings_file.is_some() && set != self.saved
    }

    /// Writes the settings where they have changed.
    fn save(&mut self) {
        let settings = self.state.settings(self.language.clone());
        let Some(file) = &self.surroundings.settings_file else {
            return;
        };
        if settings == self.saved {
            return;
        }

        self.saved_at = (self.surroundings.uptime)();
        match file.save(&settings, &self.saved, self.state.now) {
            // Another copy is at it: there is another try soon.
            Err(SettingsError::Busy) => return,
            // It is tried again, and said once.
            Err(error) => {
                let message = error.message();
                if self.unsaved.as_ref() != Some(&message) {
                    self.state.say(false, message.clone());
                }

                self.unsaved = Some(message);
                return;
            }
            Ok(Some(remark)) => self.state.say(false, remark.message()),
            Ok(None) => {}
        }

        self.unsaved = None;
        self.saved = settings;
    }

    /// Writes documents and settings before the window is gone.
    fn save_at_last(&mut self) {
        // A fault there must not keep the settings from being written.
        let _ = crash::caught(|| perform::keep_at_last(&self.state));
        // Another copy may be writing just now: it takes some milliseconds.
        for _ in 0..20 {
            let before = self.saved.clone();
            let saved = crash::caught(|| self.save());
            if saved.is_err()
                || self.saved != before
                || self.state.settings(self.language.clone()) == self.saved
            {
                break;
            }

            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.guarded(ctx, |app| {
            app.state.now = (app.surroundings.now)();
            while let Some(ended) = app.jobs.next() {
                perform::take(ended, &mut app.effects());
            }
            perform::give_up_on_files(&mut app.effects());
            perform::ask_back(&mut app.effects());
            let uptime = (app.surroundings.uptime)();
            app.state.notices.age(uptime);
            perform::keep(&mut app.effects());
            let is_time = (app.surroundings.uptime)() >= app.saved_at + SETTINGS_PAUSE;
            if is_time && app.has_unsaved_settings() {
                app.save();
            }
        });
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.guarded(&ctx, |app| app.frame(ui));
        if !self.has_begun {
            self.has_begun = true;
            place::bring_back(&ctx);
            perform::read_remembered(&mut self.effects());
            perform::read_templates(&mut self.effects());
        }

        self.wake_later(&ctx);
    }

    #[cfg(any(windows, target_os = "macos"))]
    fn on_exit(&mut self) {
        self.save_at_last();
    }

    #[cfg(not(any(windows, target_os = "macos")))]
    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.save_at_last();
    }
}

/// Time until the age of a signature is told in another word: seconds in the first minute, then
/// minutes, then hours.
fn until_next_age(signed: &SignedOrder, now: Timestamp) -> Duration {
    let age = signed.moment().timestamp.age_at(now);
    let unit = match age {
        0..60 => 1,
        60..3600 => 60,
        _ => 3600,
    };
    Duration::from_secs(unit - age % unit)
}
