//! In: nothing. Out: the picture of the program in lists of windows: a signed sheet.

use eframe::egui::{IconData, Pos2, Rect, Vec2, pos2, vec2};

/// Pixels of a side.
const SIDE: u16 = 64;

/// Half the thickness of a stroke in pixels.
const STROKE: f32 = 3.4;

const GROUND: [f32; 3] = [36.0, 92.0, 214.0];
const INK: [f32; 3] = [255.0, 255.0, 255.0];

/// Two lines of text, and the tick below them.
const STROKES: [[(f32, f32); 2]; 4] = [
    [(17.0, 19.0), (47.0, 19.0)],
    [(17.0, 31.0), (33.0, 31.0)],
    [(22.0, 44.0), (30.0, 52.0)],
    [(30.0, 52.0), (48.0, 34.0)],
];

/// The picture.
pub fn icon() -> IconData {
    let sheet = Rect::from_min_size(Pos2::ZERO, Vec2::splat(f32::from(SIDE))).shrink(2.0);
    let pixels = (0..SIDE).flat_map(|y| (0..SIDE).map(move |x| (f32::from(x), f32::from(y))));
    let rgba = pixels.flat_map(|(x, y)| {
        let at = pos2(x + 0.5, y + 0.5);
        let ink = STROKES.iter().map(|ends| distance(at, *ends));
        let ink = covered(ink.fold(f32::INFINITY, f32::min) - STROKE);
        let mixed = |place: usize| byte(GROUND[place] + (INK[place] - GROUND[place]) * ink);
        let alpha = byte(255.0 * covered(outside(at, sheet, 13.0)));
        [mixed(0), mixed(1), mixed(2), alpha]
    });
    IconData {
        rgba: rgba.collect(),
        width: u32::from(SIDE),
        height: u32::from(SIDE),
    }
}

/// How much of a pixel lies inside, from 0 to 1; `distance` is that of its middle to the edge.
fn covered(distance: f32) -> f32 {
    (0.5 - distance).clamp(0.0, 1.0)
}

/// Distance of a point to a line between two ends.
fn distance(at: Pos2, [from, to]: [(f32, f32); 2]) -> f32 {
    let (from, to) = (pos2(from.0, from.1), pos2(to.0, to.1));
    let along = (at - from).dot(to - from) / (to - from).length_sq();
    at.distance(from + (to - from) * along.clamp(0.0, 1.0))
}

/// Distance of a point to a rectangle with round corners; less than 0 inside.
fn outside(at: Pos2, rect: Rect, radius: f32) -> f32 {
    let from_middle = (at - rect.center()).abs();
    let beyond = from_middle - rect.size() / 2.0 + Vec2::splat(radius);
    let outer = vec2(beyond.x.max(0.0), beyond.y.max(0.0)).length();
    outer + beyond.x.max(beyond.y).min(0.0) - radius
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is between 0 and 255"
)]
fn byte(value: f32) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_sheet_on_nothing_with_ink_on_it() {
        let icon = icon();
        let side = usize::from(SIDE);
        assert_eq!(icon.rgba.len(), side * side * 4);
        let at = |x: usize, y: usize| &icon.rgba[(y * side + x) * 4..][..4];
        assert_eq!(at(0, 0)[3], 0);
        assert_eq!(at(8, 32), [36, 92, 214, 255]);
        assert_eq!(at(30, 19), [255, 255, 255, 255]);
    }
}
