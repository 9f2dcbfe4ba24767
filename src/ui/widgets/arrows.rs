//! In: arrow keys, before a field takes them. Out: which row of a list is meant.

use eframe::egui::{Event, FocusDirection, Key, Ui};

/// Moves the chosen place in a list by the arrow keys that were pressed; whether any was.
pub fn step(ui: &Ui, chosen: &mut usize) -> bool {
    let (down, up) = ui.input_mut(|input| {
        let count = |key| {
            let events = input.events.iter();
            events.filter(|event| is_press(event, key)).count()
        };
        let steps = (count(Key::ArrowDown), count(Key::ArrowUp));
        let is_arrow =
            |event: &Event| is_press(event, Key::ArrowDown) || is_press(event, Key::ArrowUp);
        input.events.retain(|event| !is_arrow(event));
        steps
    });
    *chosen = (*chosen + down).saturating_sub(up);
    down + up > 0
}

/// The place in a list of so many rows that the arrow keys lead to, if any was pressed. What has
/// the keyboard keeps it.
pub fn walk(ui: &Ui, chosen: Option<usize>, count: usize) -> Option<usize> {
    // One more than the place, so that the first step leads to the first.
    let mut next = chosen.map_or(0, |place| place + 1);
    if count == 0 || !step(ui, &mut next) {
        return None;
    }
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    Some(next.clamp(1, count) - 1)
}

fn is_press(event: &Event, wanted: Key) -> bool {
    matches!(event, Event::Key { key, pressed: true, .. } if *key == wanted)
}
