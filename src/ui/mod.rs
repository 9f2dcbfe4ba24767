//! In: a language, if one was named on the command line. Out: the window. It draws the core and
//! decides nothing.

mod actions;
pub mod answer;
pub mod app;
mod chrome;
pub mod command;
mod crash;
pub mod dialogs;
pub mod editors;
mod finder;
mod fonts;
mod goals;
mod help;
mod icon;
mod input;
mod jobs;
pub mod keeping;
pub mod keyring;
mod menu;
pub mod notices;
pub mod page;
pub mod pages;
mod path_dialog;
mod perform;
mod place;
pub mod shelf;
pub mod state;
pub mod surroundings;
pub mod tab;
pub mod tab_id;
mod theme;
mod toasts;
mod widgets;
pub mod workspace;

use std::process::ExitCode;

use eframe::egui;

use crate::terminal::say;
use crate::texts::Lang;

pub use app::App;
use surroundings::{DemoKey, Surroundings};

/// Points of the window as it opens.
const SIZE: [f32; 2] = [1180.0, 760.0];

/// What draws: OpenGL where Mesa's software driver may have to do without a graphics card.
#[cfg(not(any(windows, target_os = "macos")))]
const RENDERER: eframe::Renderer = eframe::Renderer::Glow;
#[cfg(any(windows, target_os = "macos"))]
const RENDERER: eframe::Renderer = eframe::Renderer::Wgpu;

/// Key of the sentence for where that does not start.
const NO_GRAPHICS: &str = if cfg!(any(windows, target_os = "macos")) {
    "cli.no_graphics"
} else {
    "cli.no_opengl"
};

/// Opens the window and returns when it is closed.
pub fn run(lang: Option<Lang>) -> ExitCode {
    let spoken = lang.unwrap_or_else(Lang::of_system);
    if !has_display() {
        say(&spoken.text("cli.no_display"));
        return ExitCode::from(2);
    }

    let demo_key = DemoKey::begin();
    let viewport = egui::ViewportBuilder::default()
        .with_title("tt-order-builder")
        .with_app_id("tt-order-builder")
        .with_icon(icon::icon())
        .with_inner_size(SIZE)
        .with_min_inner_size(place::LEAST);
    let options = eframe::NativeOptions {
        viewport,
        renderer: RENDERER,
        // All fills are of one colour: there are no bands to hide, and each dot would cost more.
        dithering: false,
        system_font_fallback: false,
        ..Default::default()
    };
    let opened = eframe::run_native(
        "tt-order-builder",
        options,
        Box::new(move |creation| {
            let app = App::new(
                &creation.egui_ctx,
                Surroundings::of_machine(),
                demo_key,
                lang,
            );
            Ok(Box::new(app))
        }),
    );
    match opened {
        Ok(()) => ExitCode::SUCCESS,
        Err(eframe::Error::WinitEventLoop(_) | eframe::Error::Winit(_)) => {
            say(&spoken.text("cli.no_display"));
            ExitCode::from(2)
        }
        Err(error) => {
            say(&spoken.fill(NO_GRAPHICS, &[("reason", &reason(&error))]));
            ExitCode::from(2)
        }
    }
}

/// What the graphics system says, without the list of all that was asked of it.
fn reason(error: &eframe::Error) -> String {
    match error {
        #[cfg(not(any(windows, target_os = "macos")))]
        eframe::Error::NoGlutinConfigs(_, error) => error.to_string(),
        error => error.to_string(),
    }
}

/// Whether there is a display to open a window on; other systems than Linux and its kin always have
/// one.
fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux")
        || named("DISPLAY")
        || named("WAYLAND_DISPLAY")
        || named("WAYLAND_SOCKET")
}
