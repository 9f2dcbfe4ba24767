//! In: where the window was and how large, as settings keep it. Out: the window there again, on a
//! screen that still exists.

use eframe::egui::{self, Pos2, Rect, Vec2, ViewportCommand};

use crate::store::WindowPlace;

/// Pixels of the window at least, whatever the zoom.
pub const LEAST: Vec2 = Vec2::new(960.0, 640.0);

/// Points of the window at least: what the pages can still be drawn in.
const LEAST_POINTS: Vec2 = Vec2::new(700.0, 430.0);

/// Points of a window that must be on a screen, for someone to take hold of.
const HANDLE: f32 = 80.0;

/// Puts the window where it was.
pub fn restore(ctx: &egui::Context, place: &WindowPlace) {
    let size = Vec2::new(place.width, place.height);
    ctx.send_viewport_cmd(ViewportCommand::InnerSize(size));
    if let (Some(x), Some(y)) = (place.x, place.y) {
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(Pos2::new(x, y)));
    }
    if place.maximized {
        ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
    }
}

/// Where the window is now; `None` where the system does not say. A window that fills the screen
/// keeps the size that it had before.
pub fn of(ctx: &egui::Context, before: Option<&WindowPlace>) -> Option<WindowPlace> {
    ctx.input(|input| {
        let viewport = input.viewport();
        let inner = viewport.inner_rect?;
        let maximized = viewport.maximized.unwrap_or(false);
        if let Some(before) = before.filter(|_| maximized) {
            return Some(WindowPlace {
                maximized,
                ..before.clone()
            });
        }

        let outer = viewport.outer_rect;
        Some(WindowPlace {
            x: outer.map(|outer| outer.min.x.round()),
            y: outer.map(|outer| outer.min.y.round()),
            width: inner.width().round(),
            height: inner.height().round(),
            maximized,
        })
    })
}

/// Brings a window back of which nothing is on the screen any more: the one it was on is gone.
pub fn bring_back(ctx: &egui::Context) {
    let lost = ctx.input(|input| {
        let viewport = input.viewport();
        let screen = Rect::from_min_size(Pos2::ZERO, viewport.monitor_size?);
        let window = viewport.outer_rect?;
        let seen = window.intersect(screen);
        (seen.width() < HANDLE || seen.height() < HANDLE).then_some(())
    });
    if lost.is_some() {
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(Pos2::ZERO));
    }
}

/// Keeps the smallest size in pixels: what is zoomed needs no larger screen.
pub fn follow_zoom(ctx: &egui::Context) {
    let least = (LEAST / ctx.pixels_per_point()).max(LEAST_POINTS);
    ctx.send_viewport_cmd(ViewportCommand::MinInnerSize(least));
}
