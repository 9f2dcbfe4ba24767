//! In: arrow keys, before a field takes them. Out: which row of a list is meant.

use eframe::egui::{Event, Key, Ui};

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

fn is_press(event: &Event, wanted: Key) -> bool {
    matches!(event, Event::Key { key, pressed: true, .. } if *key == wanted)
}
