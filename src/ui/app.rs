//! In: the surroundings and settings, then one frame after the other. Out: the window.

use eframe::egui::{self, Event};
use zeroize::{Zeroize as _, Zeroizing};

use crate::core::finding::Message;
use crate::core::key::may_hold_private_key;
use crate::core::key::ring::Source;
use crate::core::store::Settings;
use crate::surroundings::Surroundings;
use crate::texts::Lang;

use super::command::{Command, shortcuts};
use super::jobs::Jobs;
use super::key_command::{self, KeyCommand, KeyText};
use super::pages::keys::Closing;
use super::state::{Page, State};
use super::verify_command::VerifyCommand;
use super::{chrome, fonts, pages, perform, theme};

/// Seconds between two writes of the settings at least.
const SETTINGS_PAUSE: u64 = 2;

/// The window: what it shows, and the threads that work for it.
pub struct App {
    state: State,
    jobs: Jobs,
    surroundings: Surroundings,
    saved: Settings,
    saved_at: u64,
    /// Language tag to keep; `None` while the system's language is followed.
    language: Option<String>,
}

impl App {
    /// Opens the window on the platform's example, already signed.
    ///
    /// `lang` comes from the command line and outranks the settings.
    pub fn new(ctx: &egui::Context, surroundings: Surroundings, lang: Option<Lang>) -> Self {
        let settings = surroundings.settings_file.as_deref().map(Settings::load).unwrap_or_default();
        fonts::install(ctx);
        theme::install(ctx);
        theme::apply(ctx, settings.theme);
        let kept = settings.language.as_deref().map(Lang::of_tag);
        let spoken = lang.or(kept).unwrap_or_else(Lang::of_system);
        let demo_key = std::sync::Arc::clone(&surroundings.demo_key);
        let now = (surroundings.now)();
        let mut app = Self {
            state: State::open(&settings, spoken, demo_key, now),
            jobs: Jobs::start(ctx.clone()),
            surroundings,
            language: settings.language.clone(),
            saved: settings,
            saved_at: now.0,
        };
        let files = key_command::remembered_public_files(&app.state);
        if !files.is_empty() {
            app.state.busy += 1;
            app.jobs.read_remembered(files);
        }
        app.settle(ctx);
        app
    }

    /// What the window shows.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Waits until keys that are being read are there and what is on the screen is signed.
    pub fn settle(&mut self, ctx: &egui::Context) {
        perform::follow(&mut self.state, &self.jobs, &self.surroundings);
        while (self.state.signature.pending || self.state.busy > 0 || self.state.verify.watch.is_some())
            && let Some(answer) = self.jobs.wait()
        {
            perform::take(answer, &mut self.state, &self.jobs, &self.surroundings, ctx);
            perform::follow(&mut self.state, &self.jobs, &self.surroundings);
        }
    }

    fn perform(&mut self, commands: Vec<Command>, ctx: &egui::Context) {
        for command in commands {
            if let Command::Speak(lang) = command {
                self.language = Some(lang.tag().to_owned());
            }
            perform::perform(command, &mut self.state, &self.jobs, &self.surroundings, ctx);
        }
    }

    /// Keeps the window open while a new key would be lost with it, and asks.
    fn guard_close(&mut self, ctx: &egui::Context) {
        let unsaved = self.state.ring.entries().iter().any(|entry| entry.source == Source::Generated);
        if ctx.input(|input| input.viewport().close_requested())
            && unsaved
            && self.state.keys.closing != Closing::Agreed
        {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.state.page = Page::Keys;
            self.state.keys.closing = Closing::Asked;
        }
    }

    /// Writes the settings where they have changed.
    fn save(&mut self) {
        let settings = self.state.settings(self.language.clone());
        let Some(path) = &self.surroundings.settings_file else { return };
        if settings == self.saved {
            return;
        }
        if let Err(error) = settings.save(path) {
            let message = Message::new("notice.settings_not_saved").with("path", path.display()).with("reason", error);
            self.state.say(false, message);
        }
        self.saved = settings;
        self.saved_at = self.state.now.0;
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.state.now = (self.surroundings.now)();
        while let Some(answer) = self.jobs.answer() {
            perform::take(answer, &mut self.state, &self.jobs, &self.surroundings, ctx);
        }
        if self.state.now.0 >= self.saved_at + SETTINGS_PAUSE {
            self.save();
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let mut commands = input(&ctx, &self.state);
        chrome::top_bar(ui, &self.state, &mut commands);
        chrome::status_bar(ui, &self.state, &mut commands);
        chrome::rail(ui, &self.state, &mut commands);
        pages::ui(ui, &mut self.state, &mut commands);
        chrome::drop_hint(&ctx, &self.state);
        self.guard_close(&ctx);
        let lang = self.state.lang;
        pages::keys::close_dialog(ui, &mut self.state.keys, lang, &mut commands);
        self.perform(commands, &ctx);
        perform::follow(&mut self.state, &self.jobs, &self.surroundings);
        // The age of the signature counts on.
        ctx.request_repaint_after(std::time::Duration::from_secs(1));
    }

    fn on_exit(&mut self) {
        self.save();
    }
}

/// What was asked for without a widget: shortcuts, dropped files, a key that was pasted.
fn input(ctx: &egui::Context, state: &State) -> Vec<Command> {
    let mut commands: Vec<Command> = ctx.input_mut(|input| {
        shortcuts()
            .into_iter()
            .filter_map(|(shortcut, command)| input.consume_shortcut(&shortcut).then_some(command))
            .collect()
    });
    let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
    if let Some(path) = dropped {
        commands.push(match state.page {
            Page::Keys => Command::Key(KeyCommand::Read(path)),
            Page::Verify => Command::Verify(VerifyCommand::Open(path)),
            Page::Compose | Page::Errors | Page::Sandbox => Command::Open(path),
        });
    }
    let free = !ctx.egui_wants_keyboard_input() && state.compose.import_text.is_none();
    let taken = |text: &str| match state.page {
        // A private key is never left to a text field, which would keep it for going back.
        _ if may_hold_private_key(text) => true,
        Page::Keys => free || state.keys.awaits_paste,
        Page::Compose | Page::Verify | Page::Errors => free,
        Page::Sandbox => false,
    };
    if let Some(text) = pasted_text(ctx, taken) {
        let is_key = state.page == Page::Keys || text.contains("-----BEGIN ") || may_hold_private_key(&text);
        let take = |text: &str| match state.page {
            Page::Verify => Command::Verify(VerifyCommand::Take(text.to_owned())),
            Page::Errors => Command::Report(text.to_owned()),
            Page::Compose | Page::Sandbox | Page::Keys => Command::Import(text.to_owned()),
        };
        commands.push(if is_key { Command::Key(KeyCommand::ReadText(KeyText(text))) } else { take(&text) });
    }
    commands
}

/// Takes pasted text that `taken` asks for away from the text fields, and leaves no copy of it behind.
fn pasted_text(ctx: &egui::Context, taken: impl Fn(&str) -> bool) -> Option<Zeroizing<String>> {
    ctx.input_mut(|input| {
        let wanted = |event: &Event| matches!(event, Event::Paste(text) if taken(text));
        let place = input.events.iter().position(wanted)?;
        let Event::Paste(text) = input.events.remove(place) else { return None };
        for event in &mut input.raw.events {
            if let Event::Paste(copy) = event {
                copy.zeroize();
            }
        }
        Some(Zeroizing::new(text))
    })
}
