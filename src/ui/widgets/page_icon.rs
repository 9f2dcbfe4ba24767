//! In: a page. Out: its sign in the rail, in strokes, so that no font is needed for it.

use eframe::egui::{Color32, Pos2, Rect, Shape, Stroke, Ui, Vec2, pos2};

use crate::ui::page::Page;

/// Points of a side.
pub const SIDE: f32 = 16.0;

/// Draws the sign into a square.
pub fn paint(ui: &Ui, page: Page, square: Rect, colour: Color32) {
    let stroke = Stroke::new(1.4, colour);
    let scale = square.width() / SIDE;
    let at = |(x, y): &(f32, f32)| square.min + Vec2::new(*x, *y) * scale;
    for line in lines(page) {
        let points: Vec<Pos2> = line.iter().map(at).collect();
        ui.painter().add(Shape::line(points, stroke));
    }

    let circle = match page {
        Page::History => Some((pos2(8.0, 8.0), 6.2)),
        Page::Keys => Some((pos2(4.6, 8.0), 3.0)),
        _ => None,
    };
    if let Some((middle, radius)) = circle {
        let middle = square.min + middle.to_vec2() * scale;
        ui.painter().circle_stroke(middle, radius * scale, stroke);
    }
}

/// The lines of a sign, in a square of 16 by 16.
fn lines(page: Page) -> &'static [&'static [(f32, f32)]] {
    match page {
        // A sheet that is written on.
        Page::Compose => &[
            &[
                (3.0, 2.0),
                (13.0, 2.0),
                (13.0, 14.0),
                (3.0, 14.0),
                (3.0, 2.0),
            ],
            &[(5.5, 6.0), (10.5, 6.0)],
            &[(5.5, 9.5), (9.0, 9.5)],
        ],
        // A shield with a tick.
        Page::Verify => &[
            &[
                (8.0, 1.5),
                (13.5, 3.5),
                (13.0, 9.5),
                (8.0, 14.5),
                (3.0, 9.5),
                (2.5, 3.5),
                (8.0, 1.5),
            ],
            &[(5.4, 7.6), (7.4, 9.8), (10.8, 5.8)],
        ],
        // A warning.
        Page::Errors => &[
            &[(8.0, 2.0), (14.5, 13.5), (1.5, 13.5), (8.0, 2.0)],
            &[(8.0, 6.4), (8.0, 9.6)],
            &[(8.0, 11.2), (8.0, 12.0)],
        ],
        // A play.
        Page::Sandbox => &[&[(4.0, 2.5), (13.0, 8.0), (4.0, 13.5), (4.0, 2.5)]],
        // The hands of a clock.
        Page::History => &[&[(8.0, 4.4), (8.0, 8.0), (10.6, 9.6)]],
        // The shaft of a key.
        Page::Keys => &[
            &[(7.6, 8.0), (14.5, 8.0), (14.5, 11.0)],
            &[(11.6, 8.0), (11.6, 10.4)],
        ],
    }
}
