//! In: a field's path, what is typed, the findings. Out: label, input and remarks of that field, as
//! one piece.

use eframe::egui::{
    self, Align, Align2, Button, Layout, Response, RichText, ScrollArea, Stroke, TextEdit,
    TextStyle, Ui,
};

use crate::core::finding::Severity;
use crate::core::order::Finding;
use crate::core::path::Place;
use crate::core::platform::Field;

use super::picker::{self, Choice};
use super::{code_view, long_text};
use crate::ui::theme::Palette;
use crate::ui::widgets::fields::{self, Fields, picked};

/// One text field.
pub struct Input<'a> {
    place: Place,
    aside: Option<String>,
    choices: Option<&'a [Choice]>,
    action: Option<[&'a str; 3]>,
    rows: usize,
    monospace: bool,
    /// There where the text has an editor made for it: whether that can show the text.
    switch: Option<bool>,
}

impl<'a> Input<'a> {
    /// The input of a field outside of `skuList`.
    pub fn of(field: Field) -> Self {
        Self::at(Place::of(field))
    }

    /// The input of a field at its place.
    pub fn at(place: Place) -> Self {
        Self {
            place,
            aside: None,
            choices: None,
            action: None,
            rows: 1,
            monospace: false,
            switch: None,
        }
    }

    /// Says something at the right end of the label, such as an amount in yuan.
    pub fn aside(mut self, aside: Option<String>) -> Self {
        self.aside = aside;
        self
    }

    /// Offers known values; others can still be typed.
    pub fn choices(mut self, choices: &'a [Choice]) -> Self {
        self.choices = Some(choices);
        self
    }

    /// Has a button at its end: its sign, its name, what it does.
    pub fn action(mut self, sign: &'a str, name: &'a str, about: &'a str) -> Self {
        self.action = Some([sign, name, about]);
        self
    }

    /// Has several lines.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Shows bytes rather than words.
    pub fn monospace(mut self) -> Self {
        self.monospace = true;
        self
    }

    /// Has a switch between the text and an editor made for it, which must be able to show the
    /// text.
    pub fn switch(mut self, possible: bool) -> Self {
        self.switch = Some(possible);
        self
    }

    /// Draws it; the response is that of the input.
    pub fn show(self, ui: &mut Ui, fields: &mut Fields<'_>, typed: &mut String) -> Response {
        self.show_with(ui, fields, typed, |field, ui, fields, typed, label| {
            field.input(ui, fields, typed).labelled_by(label)
        })
    }

    /// Draws it with another input, which gets the label's id and names itself; the response is
    /// that of the input.
    pub fn show_with(
        self,
        ui: &mut Ui,
        fields: &mut Fields<'_>,
        typed: &mut String,
        input: impl FnOnce(&Self, &mut Ui, &mut Fields<'_>, &mut String, egui::Id) -> Response,
    ) -> Response {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            // From the right, so that a long name gives way to what stands beside it.
            let label = ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if let Some(possible) = self.switch {
                        self.switch_ui(ui, fields, possible);
                    }

                    self.aside_ui(ui, typed);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        fields.label(ui, self.place)
                    })
                    .inner
                })
                .inner
            });

            let mut response = input(&self, ui, fields, typed, label.inner.id);
            fields.remarks(ui, self.place);
            if fields.suggestions(ui, self.place, typed) {
                response = picked(response);
            }

            if response.changed() {
                fields.edited.push(self.place);
            }

            fields.arrive(self.place, &response);
            response
        })
        .inner
    }

    fn aside_ui(&self, ui: &mut Ui, typed: &str) {
        let palette = Palette::of(ui);
        if let Some(aside) = &self.aside {
            ui.label(RichText::new(aside).small().color(palette.weak));
        } else if let Some(limit) = self.place.field.max_bytes() {
            let colour = if typed.len() > limit {
                palette.error
            } else {
                palette.weak
            };
            ui.label(
                RichText::new(format!("{} / {limit} B", typed.len()))
                    .small()
                    .color(colour),
            );
        }
    }

    fn switch_ui(&self, ui: &mut Ui, fields: &mut Fields<'_>, possible: bool) {
        let mut as_text = fields.editors.is_text(self.place);
        let name = fields.lang.fill(
            "field_switch.name",
            &[("field", &fields.name(self.place.field))],
        );
        let text = RichText::new(fields.lang.text("field_switch.text")).small();
        let button = ui.add_enabled(
            possible || !as_text,
            Button::new(text).selected(as_text).small(),
        );
        let button = button.on_hover_text(fields.lang.text("field_switch.about"));
        let button = button.on_disabled_hover_text(fields.lang.text("field_switch.impossible"));

        if button.accessible_name(name).clicked() {
            as_text = !as_text;
            fields.editors.set_text(self.place, as_text);
        }
    }

    fn input(&self, ui: &mut Ui, fields: &mut Fields<'_>, typed: &mut String) -> Response {
        if long_text::is_long(typed) {
            let area = ScrollArea::vertical().id_salt(self.place).max_height(120.0);
            let name = fields.name(self.place.field);
            area.show(ui, |ui| {
                code_view::in_place_of_field(ui, fields.lang, &name, typed);
            });

            // The one thing that can be done with it here.
            let clear = ui.add(Button::new(
                RichText::new(fields.lang.text("long_text.clear")).small(),
            ));
            if clear.clicked() {
                typed.clear();
                return picked(clear);
            }

            return clear;
        }

        let found = fields.at(self.place).iter();
        let is_missing = found.clone().any(fields::is_missing);
        let found = found.filter(|finding| !fields::is_missing(finding));
        let worst = found.map(Finding::severity).min();
        let hint = is_missing.then(|| fields.lang.text("field.required").into_owned());
        let palette = Palette::of(ui);
        if let Some(severity @ (Severity::Error | Severity::Warning)) = worst {
            let stroke = Stroke::new(1.0, palette.severity(severity));
            ui.visuals_mut().widgets.inactive.bg_stroke = stroke;
            ui.visuals_mut().widgets.hovered.bg_stroke = stroke;
        }

        let style = if self.monospace {
            TextStyle::Monospace
        } else {
            TextStyle::Body
        };

        let salt = self.place;
        let edit = |ui: &mut Ui, typed: &mut String, width| {
            let edit = if self.rows > 1 {
                TextEdit::multiline(typed).desired_rows(self.rows)
            } else {
                TextEdit::singleline(typed)
            };

            let align = if self.rows > 1 {
                Align2::LEFT_TOP
            } else {
                Align2::LEFT_CENTER
            };

            ui.add(
                edit.id_salt(salt)
                    .hint_text(hint.clone().unwrap_or_default())
                    .font(style)
                    .margin(MARGIN)
                    .align(align)
                    .desired_width(width),
            )
        };

        let width = ui.available_width();
        if let Some([sign, name, about]) = self.action {
            return ui
                .horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    let response = edit(ui, typed, width - picker::WIDTH - 4.0);
                    let button = ui.add_sized([picker::WIDTH, 28.0], Button::new(sign));
                    let button = button.on_hover_text(about).accessible_name(name);
                    fields.acted = button.clicked();
                    response
                })
                .inner;
        }
        let Some(choices) = self.choices else {
            return edit(ui, typed, width);
        };

        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let response = edit(ui, typed, width - picker::WIDTH - 4.0);
            if picker::ui(
                ui,
                fields.lang,
                &fields.name(self.place.field),
                choices,
                typed,
            ) {
                return picked(response);
            }

            response
        })
        .inner
    }
}

/// Room between the frame of an input and its text.
pub const MARGIN: egui::Margin = egui::Margin {
    left: 8,
    right: 8,
    top: 5,
    bottom: 5,
};
