//! In: which widget has the keyboard. Out: that it is in sight, and seen to have it.

use eframe::egui::{
    Context, CornerRadius, Id, Key, LayerId, Order, Rect, Stroke, StrokeKind, Ui, Vec2,
};

use crate::ui::theme::Palette;

/// Scrolls to the widget that has got the keyboard in this area; called at the end of its content.
pub fn follow(ui: &Ui) {
    let id = ui.scope_id().with("focused");
    let focused = ui.memory(eframe::egui::Memory::focused);
    let before = ui.data(|data| data.get_temp::<Option<Id>>(id)).flatten();
    if focused == before {
        return;
    }

    ui.data_mut(|data| data.insert_temp(id, focused));
    let Some(rect) = focused
        .and_then(|id| ui.read_response(id))
        .map(|one| one.rect)
    else {
        return;
    };
    let inside = ui.min_rect().contains(rect.center());
    if inside && !ui.clip_rect().contains_rect(rect) {
        ui.scroll_to_rect(rect.expand(24.0), None);
    }
}

/// Where it is noted whether Tab was the last thing that moved the keyboard.
fn by_keyboard() -> Id {
    Id::unique("by keyboard")
}

/// Whether a key has brought the keyboard to where it is.
pub fn is_by_key(ctx: &Context) -> bool {
    let noted = ctx.data(|data| data.get_temp(by_keyboard()));
    noted.unwrap_or(false)
}

fn is_clicking(ctx: &Context) -> bool {
    ctx.input(|input| input.pointer.any_pressed() || input.pointer.any_released())
}

/// Draws a ring around the widget that has the keyboard, where the keyboard has brought it there.
pub fn ring(ctx: &Context) {
    let (by_key, by_pointer) =
        ctx.input(|input| (input.key_pressed(Key::Tab), input.pointer.any_pressed()));
    if by_key || by_pointer {
        ctx.data_mut(|data| data.insert_temp(by_keyboard(), by_key));
    }
    if is_clicking(ctx) || !is_by_key(ctx) {
        return;
    }

    let focused = ctx.memory(eframe::egui::Memory::focused);
    let Some(response) = focused.and_then(|id| ctx.read_response(id)) else {
        return;
    };
    // What is scrolled out of sight has no ring elsewhere.
    let rect: Rect = response.interact_rect.expand2(Vec2::splat(2.0));
    if !response.interact_rect.is_positive() {
        return;
    }
    let layer = LayerId::new(Order::Foreground, Id::unique("focus ring"));
    let stroke = Stroke::new(2.0, Palette::of(ctx).accent);
    ctx.layer_painter(layer)
        .rect_stroke(rect, CornerRadius::same(7), stroke, StrokeKind::Outside);
}
