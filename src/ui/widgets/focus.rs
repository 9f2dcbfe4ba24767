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

/// What has moved the keyboard last.
#[derive(Clone, Copy, Default, PartialEq)]
enum By {
    #[default]
    Pointer,
    Tab,
    /// Arrows, in menus and lists, and the key of the menus.
    Arrows,
}

/// Keys that move the keyboard where they do not move a text cursor.
pub const ARROWS: [Key; 4] = [
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
];

/// Notes that another key has moved the keyboard, one that nobody else gets.
pub fn moved_by_key(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(Id::unique("moved by"), By::Arrows));
}

fn moved(ctx: &Context) -> By {
    let noted = ctx.data(|data| data.get_temp(Id::unique("moved by")));
    noted.unwrap_or_default()
}

/// Whether Tab has brought the keyboard to where it is.
pub fn is_by_tab(ctx: &Context) -> bool {
    moved(ctx) == By::Tab
}

fn is_clicking(ctx: &Context) -> bool {
    ctx.input(|input| input.pointer.any_pressed() || input.pointer.any_released())
}

/// Draws a ring around the widget that has the keyboard, where the keyboard has brought it there.
pub fn ring(ctx: &Context) {
    let is_typing = ctx.text_edit_focused();
    let by = ctx.input(|input| {
        if input.pointer.any_pressed() {
            Some(By::Pointer)
        } else if input.key_pressed(Key::Tab) {
            Some(By::Tab)
        } else {
            let arrow = !is_typing && ARROWS.iter().any(|key| input.key_pressed(*key));
            arrow.then_some(By::Arrows)
        }
    });
    if let Some(by) = by {
        ctx.data_mut(|data| data.insert_temp(Id::unique("moved by"), by));
    }
    if is_clicking(ctx) || moved(ctx) == By::Pointer {
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
    // Above menus too, of which one may have the keyboard.
    let layer = LayerId::new(Order::Tooltip, Id::unique("focus ring"));
    let stroke = Stroke::new(2.0, Palette::of(ctx).accent);
    ctx.layer_painter(layer)
        .rect_stroke(rect, CornerRadius::same(7), stroke, StrokeKind::Outside);
}
