//! In: a language, if one was named on the command line. Out: the window. It draws the core and decides nothing.

pub mod app;
mod chrome;
pub mod command;
mod crash;
mod fonts;
mod jobs;
pub mod key_command;
mod key_jobs;
pub mod pages;
mod path_dialog;
mod perform;
pub mod sandbox_command;
pub mod state;
mod theme;
pub mod verify_command;
mod widgets;

use std::process::ExitCode;
use std::thread;

use eframe::egui;

use crate::cli::say;
use crate::core::signing::sign::SignError;
use crate::surroundings::{self, Surroundings};
use crate::texts::Lang;

pub use app::App;

/// Points of the window as it opens and at least.
const SIZE: [f32; 2] = [1180.0, 760.0];
const MIN_SIZE: [f32; 2] = [960.0, 640.0];

/// Opens the window and returns when it is closed.
pub fn run(lang: Option<Lang>) -> ExitCode {
    let spoken = lang.unwrap_or_else(Lang::of_system);
    if !has_display() {
        say(&spoken.text("cli.no_display"));
        return ExitCode::from(2);
    }
    // Finding primes takes about as long as opening a window: both at once.
    let demo_key = thread::spawn(surroundings::demo_key);
    let viewport = egui::ViewportBuilder::default()
        .with_title("tt-order-builder")
        .with_app_id("tt-order-builder")
        .with_inner_size(SIZE)
        .with_min_inner_size(MIN_SIZE);
    let options = eframe::NativeOptions { viewport, system_font_fallback: false, ..Default::default() };
    let opened = eframe::run_native(
        "tt-order-builder",
        options,
        Box::new(move |creation| {
            let no_key = || spoken.explain(&SignError);
            let demo_key = demo_key.join().map_err(|_| no_key())?.map_err(|_| no_key())?;
            Ok(Box::new(App::new(&creation.egui_ctx, Surroundings::of_machine(demo_key), lang)))
        }),
    );
    match opened {
        Ok(()) => ExitCode::SUCCESS,
        Err(eframe::Error::WinitEventLoop(_) | eframe::Error::Winit(_)) => {
            say(&spoken.text("cli.no_display"));
            ExitCode::from(2)
        }
        Err(error) => {
            say(&spoken.fill("cli.no_graphics", &[("reason", &error.to_string())]));
            ExitCode::from(2)
        }
    }
}

/// Whether there is a display to open a window on; other systems than Linux and its kin always have one.
fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY") || named("WAYLAND_SOCKET")
}
