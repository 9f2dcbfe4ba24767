//! Cards, headings, buttons, ages: what many pages are made of.

use eframe::egui::{
    Align, Button, CornerRadius, Frame, InnerResponse, IntoAtoms, Label, Layout, Margin, Pos2,
    Rect, Response, RichText, Stroke, Ui, UiBuilder, Vec2,
};

use crate::core::time::Timestamp;
use crate::texts::Lang;
use crate::ui::theme::Palette;

/// Points between two columns.
const COLUMN_GAP: f32 = 14.0;

/// How long ago something was signed, in words.
pub fn age_text(lang: Lang, signed: Timestamp, now: Timestamp) -> String {
    let seconds = signed.age_at(now);
    let (key, count) = match seconds {
        0..60 => ("age.seconds", seconds),
        60..3600 => ("age.minutes", seconds / 60),
        _ => ("age.hours", seconds / 3600),
    };
    lang.fill(key, &[("count", &count.to_string())])
}

/// A card that groups what belongs together.
pub fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let palette = Palette::of(ui);
    Frame::new()
        .fill(palette.card)
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.take_available_width();
            content(ui)
        })
}

/// Columns of the same width. Those of egui justify what is in them, which tears the words of a
/// line apart that wraps.
pub fn columns<const N: usize, R>(ui: &mut Ui, content: impl FnOnce(&mut [Ui; N]) -> R) -> R {
    let spacing = ui.spacing().item_spacing;
    ui.scope(|ui| {
        // What stands at the end of one is not to be taken for what begins the next.
        ui.spacing_mut().item_spacing.x = COLUMN_GAP;
        ui.columns_const(|justified: &mut [Ui; N]| {
            let mut columns = justified.each_mut().map(|column| {
                let place = UiBuilder::new().max_rect(column.available_rect_before_wrap());
                let mut column = column.new_child(place.layout(Layout::top_down(Align::LEFT)));
                column.spacing_mut().item_spacing = spacing;
                column
            });
            let result = content(&mut columns);
            for (column, content) in justified.iter_mut().zip(&columns) {
                column.advance_cursor_after_rect(content.min_rect());
            }
            result
        })
    })
    .inner
}

/// What stands at the right end of a row, drawn behind what stands before it: Tab goes from left to
/// right, as one reads.
pub fn at_right<R>(ui: &mut Ui, right: impl FnOnce(&mut Ui) -> R) -> R {
    ends(ui, |_| (), right).1
}

/// What stands at both ends of a row; the left one has the room that the right one leaves.
pub fn ends<L, R>(
    ui: &mut Ui,
    left: impl FnOnce(&mut Ui) -> L,
    right: impl FnOnce(&mut Ui) -> R,
) -> (L, R) {
    // As wide as it was drawn last.
    let id = ui.next_auto_id().with("right end");
    let before = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0);
    let gap = ui.spacing().item_spacing.x;
    let all = ui.available_rect_before_wrap();
    let room = (all.width() - before - gap).max(0.0);

    let layout = Layout::left_to_right(Align::Center);
    let place = Vec2::new(room, ui.spacing().interact_size.y);
    let left = ui.allocate_ui_with_layout(place, layout, |ui| {
        let result = left(ui);
        ui.take_available_width();
        result
    });

    // It has all the room it wants, or it would grow by little steps; what is too wide at first
    // must not make the row wider.
    let begin = Pos2::new((all.right() - before).max(all.left()), all.top());
    let rest = Rect::from_min_size(begin, all.size());
    let mut rest = ui.new_child(UiBuilder::new().max_rect(rest).layout(layout));
    let right = right(&mut rest);
    ui.advance_cursor_after_rect(rest.min_rect().intersect(all));
    let now = rest.min_rect().width();
    if (now - before).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, now));
        ui.ctx()
            .request_discard("the width of what stands at the right");
    }
    (left.inner, right)
}

/// One of the choices of a list that opens; also a key chooses it and closes the list.
pub fn choice<T: PartialEq>(ui: &mut Ui, chosen_one: &mut T, one: T, text: impl Into<String>) {
    let is_chosen = *chosen_one == one;
    let entry = ui.selectable_label(is_chosen, text.into());
    if chosen(ui, &entry) {
        *chosen_one = one;
    }
}

/// The heading of a card.
pub fn title(text: impl Into<String>) -> RichText {
    RichText::new(text).strong().size(14.5)
}

/// A box to tick.
pub fn checkbox<'a>(ui: &mut Ui, on: &'a mut bool, text: impl IntoAtoms<'a>) -> Response {
    edged(ui, |ui| ui.checkbox(on, text))
}

/// One of several choices.
pub fn radio<'a, T: PartialEq>(
    ui: &mut Ui,
    chosen: &mut T,
    one: T,
    text: impl IntoAtoms<'a>,
) -> Response {
    edged(ui, |ui| ui.radio_value(chosen, one, text))
}

/// Draws boxes and rings with an edge that is seen where they are empty: nothing else shows where
/// they are.
pub fn edged<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let edge = Palette::of(ui).weak;
    let widgets = &mut ui.visuals_mut().widgets;
    let before = std::mem::replace(&mut widgets.inactive.bg_stroke.color, edge);
    let result = add(ui);
    ui.visuals_mut().widgets.inactive.bg_stroke.color = before;
    result
}

/// A word that warns beside a name.
pub fn badge(ui: &Ui, text: impl Into<String>) -> Label {
    let palette = Palette::of(ui);
    let text = RichText::new(format!(" {} ", text.into())).small().strong();
    let text = text
        .color(palette.on_accent)
        .background_color(palette.error);
    Label::new(text).selectable(false)
}

/// Whether an entry of a menu was chosen. A click closes the menu by itself; a key and a screen
/// reader do not.
pub fn chosen(ui: &Ui, entry: &Response) -> bool {
    if entry.clicked() {
        ui.close();
    }
    entry.clicked()
}

/// The button for what a page is there for.
pub fn primary_button(ui: &Ui, text: impl Into<String>) -> Button<'static> {
    let palette = Palette::of(ui);
    Button::new(RichText::new(text).color(palette.on_accent))
        .fill(palette.accent)
        .stroke(Stroke::NONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_given_in_the_largest_unit_that_fits() {
        let signed = Timestamp(1_000);
        for (seconds, text) in [
            (0, "0 s"),
            (59, "59 s"),
            (60, "1 min"),
            (3599, "59 min"),
            (7200, "2 h"),
        ] {
            let said = age_text(Lang::En, signed, Timestamp(1_000 + seconds));
            assert!(said.contains(text), "{said}");
        }
    }
}
