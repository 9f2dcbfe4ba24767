//! In: known values with their meaning. Out: a button that lists them, to be searched and chosen
//! from.

use eframe::egui::{Button, Popup, PopupCloseBehavior, RichText, ScrollArea, TextEdit, Ui};

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
        let mut search: String = ui.data(|data| data.get_temp(search_id)).unwrap_or_default();
        let hint = lang.text("picker.search").into_owned();
        let edit = TextEdit::singleline(&mut search)
            .hint_text(hint.clone())
            .desired_width(f32::INFINITY);
        let edit = ui.add(edit).accessible_name(hint);

        if button.clicked() {
            edit.request_focus();
        }

        let chosen = list(ui, lang, choices, &search, typed);
        ui.data_mut(|data| data.insert_temp(search_id, search));
        if chosen {
            ui.close();
        }

        chosen
    });

    if shown.is_none() {
        ui.data_mut(|data| data.remove::<String>(search_id));
    }

    shown.is_some_and(|shown| shown.inner)
}

fn list(ui: &mut Ui, lang: Lang, choices: &[Choice], search: &str, typed: &mut String) -> bool {
    let palette = Palette::of(ui);
    let wanted = search.trim().to_lowercase();
    let fits = |choice: &&Choice| {
        wanted.is_empty()
            || choice.value.to_lowercase().contains(&wanted)
            || choice.meaning.to_lowercase().contains(&wanted)
    };
    let mut chosen = false;
    let mut any = false;

    ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
        for choice in choices.iter().filter(fits) {
            any = true;
            let text = if choice.meaning.is_empty() {
                choice.value.clone()
            } else {
                format!("{}  {}", choice.value, choice.meaning)
            };

            let button = Button::selectable(*typed == choice.value, text).wrap();
            if ui.add(button).clicked() {
                typed.clone_from(&choice.value);
                chosen = true;
            }
        }
        if !any {
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
    chosen
}
