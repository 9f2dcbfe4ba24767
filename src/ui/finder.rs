//! In: everything that can be done, by name. Out: a dialog in which it is found by typing and done
//! with Enter.

use eframe::egui::{Button, Id, Key, Modal, RichText, ScrollArea, TextEdit, Ui};

use crate::texts::Lang;

use super::command::{Command, Sought};
use super::theme::Palette;
use super::widgets::arrows;

/// Rows that are shown at most: who looks for more types on.
const MOST_ROWS: usize = 60;

/// Points of the dialog.
const WIDTH: f32 = 520.0;

/// The dialog, as far as the user has come in it.
#[derive(Debug)]
pub struct Finder {
    /// What is looked for.
    pub sought: Sought,
    text: String,
    chosen: usize,
}

/// Something that can be done.
#[derive(Debug)]
pub struct Goal {
    /// What it is called.
    pub name: String,
    /// What kind of thing it is, or the shortcut that does the same.
    pub aside: String,
    /// More words to find it by.
    pub words: String,
    /// What does it.
    pub commands: Vec<Command>,
}

impl Finder {
    /// Looks for something, nothing typed yet.
    pub fn new(sought: Sought) -> Self {
        Self {
            sought,
            text: String::new(),
            chosen: 0,
        }
    }
}

/// Draws the dialog, while it is open.
pub fn ui(
    ui: &mut Ui,
    finder: &mut Option<Finder>,
    goals: Vec<Goal>,
    lang: Lang,
    out: &mut Vec<Command>,
) {
    let Some(open) = finder else { return };
    let moved = arrows::step(ui, &mut open.chosen);
    let shown = Modal::new(Id::unique("finder")).show(ui, |ui| {
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 48.0));
        let hint = lang.text(open.sought.hint_key()).into_owned();
        let edit = TextEdit::singleline(&mut open.text)
            .hint_text(&*hint)
            .desired_width(f32::INFINITY);
        let edit = ui.add(edit).accessible_name(hint);
        if edit.changed() {
            open.chosen = 0;
        }
        let is_entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        edit.request_focus();

        let mut found = matching(goals, &open.text);
        let last = found.len().saturating_sub(1);
        open.chosen = open.chosen.min(last);
        let clicked = rows(ui, &found, open.chosen, moved, lang);
        let wanted = clicked.or(is_entered.then_some(open.chosen));
        let wanted = wanted.filter(|place| *place < found.len());
        wanted.map(|place| found.swap_remove(place).commands)
    });

    let is_closed = shown.should_close();
    if let Some(commands) = shown.inner {
        *finder = None;
        out.extend(commands);
    } else if is_closed {
        *finder = None;
    }
}

/// The goals in which every typed word stands; those whose name begins so first.
fn matching(goals: Vec<Goal>, typed: &str) -> Vec<Goal> {
    let typed = typed.to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut found: Vec<Goal> = goals
        .into_iter()
        .filter(|goal| {
            let text = format!("{} {} {}", goal.name, goal.aside, goal.words).to_lowercase();
            words.iter().all(|word| text.contains(word))
        })
        .collect();
    let begins = |goal: &Goal| goal.name.to_lowercase().starts_with(typed.trim());
    found.sort_by_key(|goal| !begins(goal));
    found.truncate(MOST_ROWS);
    found
}

/// Draws what was found; the place of the one that was clicked.
fn rows(ui: &mut Ui, found: &[Goal], chosen: usize, moved: bool, lang: Lang) -> Option<usize> {
    let palette = Palette::of(ui);
    let mut clicked = None;
    // Always of one height: nothing moves under the pointer while one types.
    let list = ScrollArea::vertical().max_height(320.0);
    let list = list.min_scrolled_height(320.0).auto_shrink(false);
    list.show(ui, |ui| {
        if found.is_empty() {
            ui.label(RichText::new(lang.text("finder.nothing")).color(palette.weak));
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        for (place, goal) in found.iter().enumerate() {
            let button = Button::selectable(place == chosen, &*goal.name)
                .right_text(RichText::new(&*goal.aside).small().color(palette.weak))
                .truncate()
                .min_size([ui.available_width(), 28.0].into());
            let row = ui.add(button);
            if place == chosen && moved {
                row.scroll_to_me(None);
            }
            if row.clicked() {
                clicked = Some(place);
            }
        }
    });
    clicked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_counts_and_names_go_first() {
        let goal = |name: &str, aside: &str| Goal {
            name: name.to_owned(),
            aside: aside.to_owned(),
            words: "11004".to_owned(),
            commands: Vec::new(),
        };
        let goals = || vec![goal("Save as…", "Ctrl+Shift+S"), goal("错误 Sa", "error")];
        let found = |typed| -> Vec<String> {
            let found = matching(goals(), typed);
            found.into_iter().map(|goal| goal.name).collect()
        };
        assert_eq!(found(""), ["Save as…", "错误 Sa"]);
        assert_eq!(found("错"), ["错误 Sa"]);
        assert_eq!(found("AS save"), ["Save as…"]);
        assert_eq!(found("11004 error"), ["错误 Sa"]);
        assert_eq!(found("nothing"), Vec::<String>::new());
    }
}
