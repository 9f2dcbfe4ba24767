//! In: the items of a long list. Out: those in sight; the others only take their room.

use eframe::egui::{Rect, Ui, Vec2};

/// Items from which on those out of sight are not drawn. Short lists are drawn whole: what reads
/// the window aloud sees all.
const LONG: usize = 24;

/// Draws one of `count` items, unless it is out of sight. Its height is the one it had when it was
/// last drawn, at first `height` points. One that is `wanted` is drawn wherever it is.
pub fn item(
    ui: &mut Ui,
    index: usize,
    count: usize,
    height: f32,
    wanted: bool,
    content: impl FnOnce(&mut Ui),
) {
    if count < LONG {
        content(ui);
        return;
    }

    let id = ui.make_persistent_id(("lazy", index));
    let known = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(height);
    let room = Rect::from_min_size(ui.cursor().min, Vec2::new(ui.available_width(), known));

    if !wanted && !ui.is_rect_visible(room) {
        ui.allocate_space(room.size());
        return;
    }

    let drawn = ui.scope(content).response.rect.height();
    if (drawn - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, drawn));
    }
}
