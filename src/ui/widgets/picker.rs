//! In: known values with their meaning. Out: a button that lists them, to be searched and chosen
//! from.

use eframe::egui::{Button, Key, Popup, PopupCloseBehavior, RichText, ScrollArea, TextEdit, Ui};

use super::arrows;
use crate::texts::Lang;
use crate::ui::theme::Palette;

/// Points that the button takes.
pub const WIDTH: f32 = 36.0;

/// One known value.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is written into the field.
    pub value: String,
    /// What it means.
    pub meaning: String,
}

/// Lists the values; the chosen one replaces what is typed. Whether one was chosen.
pub fn ui(ui: &mut Ui, lang: Lang, name: &str, choices: &[Choice], typed: &mut String) -> bool {
    let label = lang.fill("picker.name", &[("field", name)]);
    let button = ui.add_sized(
        [WIDTH, 28.0],
        Button::new(RichText::new("▼").small()).truncate(),
    );
    let button = button.on_hover_text(&label).accessible_name(&label);
    let search_id = button.id.with("search");
    let popup = Popup::menu(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(360.0);
    let shown = popup.show(|ui| {
        // It opens at what stands in the field.
        let kept = ui.data(|data| data.get_temp::<(String, usize)>(search_id));
        let is_new = kept.is_none();
        let there = || choices.iter().position(|one| one.value == *typed);
        let (mut search, mut chosen) =
            kept.unwrap_or_else(|| (String::new(), there().unwrap_or(0)));
        let moved = arrows::step(ui, &mut chosen) || is_new;
        let hint = lang.text("picker.search").into_owned();
        let edit = TextEdit::singleline(&mut search)
            .hint_text(hint.clone())
            .desired_width(f32::INFINITY);
        let edit = ui.add(edit).accessible_name(hint);

        if edit.changed() {
            chosen = 0;
        }
        let is_entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let is_nowhere = ui.memory(|memory| memory.focused().is_none());
        if button.clicked() || moved || is_nowhere {
            edit.request_focus();
        }

        let row = Row {
            chosen: &mut chosen,
            moved,
            is_entered,
        };
        let is_chosen = list(ui, lang, choices, &search, row, typed);
        ui.data_mut(|data| data.insert_temp(search_id, (search, chosen)));
        if is_chosen {
            ui.close();
            button.request_focus();
        }

        is_chosen
    });

    if shown.is_none() {
        ui.data_mut(|data| data.remove::<(String, usize)>(search_id));
    }

    shown.is_some_and(|shown| shown.inner)
}

/// The row that the arrow keys have come to.
struct Row<'r> {
    chosen: &'r mut usize,
    /// Whether it was another one before, or none: it is brought into sight.
    moved: bool,
    /// Whether Enter was pressed on it.
    is_entered: bool,
}

fn list(
    ui: &mut Ui,
    lang: Lang,
    choices: &[Choice],
    search: &str,
    row: Row<'_>,
    typed: &mut String,
) -> bool {
    let palette = Palette::of(ui);
    let wanted = search.trim().to_lowercase();
    let fits = |choice: &&Choice| {
        wanted.is_empty()
            || choice.value.to_lowercase().contains(&wanted)
            || choice.meaning.to_lowercase().contains(&wanted)
    };
    let found: Vec<&Choice> = choices.iter().filter(fits).collect();
    *row.chosen = (*row.chosen).min(found.len().saturating_sub(1));
    let mut taken = None;

    ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
        for (place, choice) in found.iter().enumerate() {
            let is_there = *typed == choice.value;
            let mark = if is_there { "✓ " } else { "" };
            let text = if choice.meaning.is_empty() {
                format!("{mark}{}", choice.value)
            } else {
                format!("{mark}{}  {}", choice.value, choice.meaning)
            };

            let is_chosen = place == *row.chosen;
            let button = ui.add(Button::selectable(is_chosen, text).wrap());
            if is_chosen && row.moved {
                button.scroll_to_me(None);
            }
            if button.clicked() || is_chosen && row.is_entered {
                taken = Some(choice.value.clone());
            }
        }
        if found.is_empty() {
            ui.label(
                RichText::new(lang.text("picker.none"))
                    .small()
                    .color(palette.weak),
            );
        }
    });
    ui.label(
        RichText::new(lang.text("picker.open_list"))
            .small()
            .color(palette.weak),
    );

    let is_taken = taken.is_some();
    if let Some(value) = taken {
        *typed = value;
    }
    is_taken
}
