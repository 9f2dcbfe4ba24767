//! In: a field's path, what is typed, the findings. Out: label, input and remarks of that field, as one piece.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    self, Align, Align2, Button, Label, Layout, Response, RichText, ScrollArea, Stroke, TextEdit, TextStyle, Ui,
};

use crate::core::finding::{Explain as _, Finding, Severity};
use crate::core::order::{path, rules};
use crate::texts::Lang;

use super::long_text;
use super::params::Editors;
use super::picker::{self, Choice};
use crate::ui::theme::{self, Palette};

/// What all fields of a form need to know.
pub struct Fields<'a> {
    /// Language of all texts.
    pub lang: Lang,
    /// Remarks on the document.
    pub findings: &'a [Finding],
    /// Path of the field that is to be shown; taken by the one that has it.
    pub jump: &'a mut Option<String>,
    /// How JSON texts are being edited.
    pub editors: &'a mut Editors,
    /// Paths of the fields that were edited in this frame.
    pub edited: Vec<String>,
}

/// One text field.
pub struct Field<'a> {
    path: String,
    aside: Option<String>,
    choices: Option<&'a [Choice]>,
    rows: usize,
    monospace: bool,
    /// There where the text has an editor made for it: whether that can show the text.
    switch: Option<bool>,
}

impl<'a> Field<'a> {
    /// The field at a path of the document.
    pub fn new(path: impl Into<String>) -> Self {
        Self { path: path.into(), aside: None, choices: None, rows: 1, monospace: false, switch: None }
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

    /// Has a switch between the text and an editor made for it, which must be able to show the text.
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

    /// Draws it with another input, which gets the label's id and names itself; the response is that of the input.
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
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| fields.label(ui, &self.path)).inner
                })
                .inner
            });
            let mut response = input(&self, ui, fields, typed, label.inner.id);
            fields.remarks(ui, &self.path);
            if fields.suggestions(ui, &self.path, typed) {
                response = picked(response);
            }
            if response.changed() {
                fields.edited.push(self.path.clone());
            }
            fields.arrive(&self.path, &response);
            response
        })
        .inner
    }

    fn aside_ui(&self, ui: &mut Ui, typed: &str) {
        let palette = Palette::of(ui);
        if let Some(aside) = &self.aside {
            ui.label(RichText::new(aside).small().color(palette.weak));
        } else if let Some(limit) = rules::field(&self.path).and_then(|field| field.max_bytes) {
            let colour = if typed.len() > limit { palette.error } else { palette.weak };
            ui.label(RichText::new(format!("{} / {limit} B", typed.len())).small().color(colour));
        }
    }

    fn switch_ui(&self, ui: &mut Ui, fields: &mut Fields<'_>, possible: bool) {
        let mut as_text = fields.editors.is_text(&self.path);
        let name = fields.lang.fill("field_switch.name", &[("field", &fields.name(&self.path))]);
        let text = RichText::new(fields.lang.text("field_switch.text")).small();
        let button = ui.add_enabled(possible || !as_text, Button::new(text).selected(as_text).small());
        let button = button.on_hover_text(fields.lang.text("field_switch.about"));
        let button = button.on_disabled_hover_text(fields.lang.text("field_switch.impossible"));
        if button.accessible_name(name).clicked() {
            as_text = !as_text;
            fields.editors.set_text(&self.path, as_text);
        }
    }

    fn input(&self, ui: &mut Ui, fields: &mut Fields<'_>, typed: &mut String) -> Response {
        if long_text::is_long(typed) {
            let area = ScrollArea::vertical().id_salt(&self.path).max_height(120.0);
            let name = fields.name(&self.path);
            area.show(ui, |ui| long_text::in_place_of_field(ui, fields.lang, &name, typed));
            // The one thing that can be done with it here.
            let clear = ui.add(Button::new(RichText::new(fields.lang.text("long_text.clear")).small()));
            if clear.clicked() {
                typed.clear();
                return picked(clear);
            }
            return clear;
        }
        let worst = fields.at(&self.path).map(|finding| finding.severity).min();
        let palette = Palette::of(ui);
        if let Some(severity @ (Severity::Error | Severity::Warning)) = worst {
            let stroke = Stroke::new(1.0, palette.severity(severity));
            ui.visuals_mut().widgets.inactive.bg_stroke = stroke;
            ui.visuals_mut().widgets.hovered.bg_stroke = stroke;
        }
        let style = if self.monospace { TextStyle::Monospace } else { TextStyle::Body };
        let salt = self.path.clone();
        let edit = |ui: &mut Ui, typed: &mut String, width| {
            let edit = if self.rows > 1 {
                TextEdit::multiline(typed).desired_rows(self.rows)
            } else {
                TextEdit::singleline(typed)
            };
            let align = if self.rows > 1 { Align2::LEFT_TOP } else { Align2::LEFT_CENTER };
            ui.add(edit.id_salt(salt).font(style).margin(MARGIN).align(align).desired_width(width))
        };
        let width = ui.available_width();
        let Some(choices) = self.choices else { return edit(ui, typed, width) };
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let response = edit(ui, typed, width - picker::WIDTH - 4.0);
            if picker::ui(ui, fields.lang, &fields.name(&self.path), choices, typed) {
                return picked(response);
            }
            response
        })
        .inner
    }
}

/// Room between the frame of an input and its text.
pub const MARGIN: egui::Margin = egui::Margin { left: 8, right: 8, top: 5, bottom: 5 };

impl Fields<'_> {
    /// The findings at exactly this path.
    pub fn at<'f>(&'f self, path: &'f str) -> impl Iterator<Item = &'f Finding> {
        self.findings.iter().filter(move |finding| finding.path == path)
    }

    /// What a field is called, in words.
    pub fn name(&self, path: &str) -> String {
        let key = path::pattern(path).replace("[]", "").replace('.', "_");
        self.lang.text(&format!("field.{key}")).into_owned()
    }

    /// The field's name in words and as the platform spells it.
    pub fn label(&self, ui: &mut Ui, path: &str) -> Response {
        let palette = Palette::of(ui);
        let body = TextStyle::Body.resolve(ui.style());
        let mono = egui::FontId::monospace(12.0);
        let mut job = LayoutJob::default();
        let text = ui.visuals().text_color();
        job.append(&self.name(path), 0.0, TextFormat::simple(body.clone(), text));
        job.append(
            &format!(" {}", spelled(path)),
            4.0,
            TextFormat { valign: Align::Center, ..TextFormat::simple(mono, palette.weak) },
        );
        if is_required(path) {
            job.append(" *", 0.0, TextFormat::simple(body, palette.error));
        }
        ui.add(Label::new(job).selectable(false).truncate())
    }

    /// The sentences on a field, under it.
    pub fn remarks(&self, ui: &mut Ui, path: &str) {
        let palette = Palette::of(ui);
        for finding in self.at(path) {
            let text = format!("{} {}", theme::sign(finding.severity), self.lang.say(&finding.message()));
            let text = RichText::new(text).small().color(palette.severity(finding.severity));
            // Columns justify what is in them, which tears sentences apart.
            ui.add(Label::new(text).wrap().halign(Align::LEFT));
        }
    }

    /// Buttons that write what a remark suggests; whether one was pressed.
    fn suggestions(&self, ui: &mut Ui, path: &str, typed: &mut String) -> bool {
        let palette = Palette::of(ui);
        let mut taken = false;
        for suggestion in self.at(path).filter_map(Finding::suggestion) {
            let text = self.lang.fill("suggestion.take", &[("value", suggestion)]);
            let button = Button::new(RichText::new(text).small().color(palette.accent)).truncate();
            if ui.add(button).clicked() {
                suggestion.clone_into(typed);
                taken = true;
            }
        }
        taken
    }

    /// Shows the widget where it is the one to jump to.
    pub fn arrive(&mut self, path: &str, response: &Response) {
        if self.jump.as_deref() == Some(path) {
            *self.jump = None;
            response.request_focus();
            response.scroll_to_me(Some(Align::Center));
        }
    }
}

/// A choice from the list changes the field as typing does.
fn picked(mut response: Response) -> Response {
    response.mark_changed();
    response
}

/// Whether `data` is refused without the field; a member of an optional object is not required.
fn is_required(path: &str) -> bool {
    let pattern = path::pattern(path);
    let field = pattern.strip_suffix("[]").unwrap_or(&pattern);
    let parent = field.rsplit_once('.').map(|(parent, _)| parent.strip_suffix("[]").unwrap_or(parent));
    rules::field(field).is_some_and(|field| field.required)
        && parent.is_none_or(|parent| rules::field(parent).is_some_and(|parent| parent.required))
}

/// The field's own name, with the schema it is part of.
fn spelled(path: &str) -> String {
    let pattern = path::pattern(path);
    let name = pattern.strip_prefix("skuList[].").unwrap_or(&pattern);
    name.strip_suffix("[]").unwrap_or(name).to_owned()
}
