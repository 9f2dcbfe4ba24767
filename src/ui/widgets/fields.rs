//! In: the remarks on a document, and which of its fields is to be shown. Out: what all inputs of a
//! form share: names, labels, remarks, and what was edited.

use std::borrow::Cow;
use std::collections::HashMap;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{self, Align, Button, Label, Response, RichText, TextStyle, Ui};

use crate::core::order::Finding;
use crate::core::order::tag_groups::TagGroup;
use crate::core::path::{FieldPath, Place};
use crate::core::platform::Field;
use crate::texts::Lang;
use crate::ui::editors::Editors;
use crate::ui::theme::{self, Palette};

use super::in_yuan;

/// What all fields of a form need to know.
pub struct Fields<'a> {
    /// Language of all texts.
    pub lang: Lang,
    /// Remarks on the document by the field they speak of.
    pub remarks: &'a HashMap<Place, Vec<Finding>>,
    /// The field that is to be shown; taken by the one that is it.
    pub jump: &'a mut Option<FieldPath>,
    /// How JSON texts are being edited.
    pub editors: &'a mut Editors,
    /// Tag groups that the platform has answered to the user.
    pub tag_groups: &'a [TagGroup],
    /// The fields that were edited in this frame.
    pub edited: Vec<Place>,
    /// Whether amounts are typed in yuan.
    pub unit_is_yuan: bool,
    /// Whether the button beside the last input was pressed.
    pub acted: bool,
}

impl<'a> Fields<'a> {
    /// The findings on exactly this field.
    pub fn at(&self, place: Place) -> &'a [Finding] {
        self.remarks
            .get(&place)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// Whether the field to jump to is one of these, or stands in one of them.
    pub fn is_wanted(&self, fields: &[Field]) -> bool {
        let Some(place) = self.jump.as_ref().and_then(FieldPath::place) else {
            return false;
        };
        let mut around = Some(place.field);
        while let Some(field) = around {
            if fields.contains(&field) {
                return true;
            }
            around = field.parent();
        }

        false
    }

    /// Whether what stands in the field is typed in yuan.
    fn is_in_yuan(&self, field: Field) -> bool {
        self.unit_is_yuan && in_yuan::is_amount(field)
    }

    /// What a field is called, in words.
    pub fn name(&self, field: Field) -> String {
        let key = field.pattern().replace("[]", "").replace('.', "_");
        let text = if self.is_in_yuan(field) {
            self.lang.text(&format!("field_yuan.{key}"))
        } else {
            self.lang.text(&format!("field.{key}"))
        };
        text.into_owned()
    }

    /// The field's name in words and as the platform spells it.
    pub fn label(&self, ui: &mut Ui, place: Place) -> Response {
        let palette = Palette::of(ui);
        let body = TextStyle::Body.resolve(ui.style());
        let mono = egui::FontId::monospace(12.0);
        let mut job = LayoutJob::default();
        let text = ui.visuals().text_color();

        job.append(
            &self.name(place.field),
            0.0,
            TextFormat::simple(body.clone(), text),
        );
        job.append(
            &format!(" {}", spelled(place.field)),
            4.0,
            TextFormat {
                valign: Align::Center,
                ..TextFormat::simple(mono, palette.weak)
            },
        );
        if is_required(place.field) {
            job.append(" *", 0.0, TextFormat::simple(body, palette.error));
        }

        let label = Label::new(job).selectable(false).truncate();
        ui.add(label).on_hover_text(about(self.lang, place.field))
    }

    /// The sentences on a field, under it.
    pub fn remarks(&self, ui: &mut Ui, place: Place) {
        let palette = Palette::of(ui);
        for finding in self.at(place).iter().filter(|finding| !is_missing(finding)) {
            let message = in_yuan::message(finding, self.unit_is_yuan);
            let sign = theme::sign(finding.severity());
            let text = format!("{sign} {}", self.lang.say(&message));
            let text = RichText::new(text)
                .small()
                .color(palette.severity(finding.severity()));
            ui.add(Label::new(text).wrap());
        }
    }

    /// Buttons that write what a remark suggests; whether one was pressed.
    pub fn suggestions(&self, ui: &mut Ui, place: Place, typed: &mut String) -> bool {
        let palette = Palette::of(ui);
        let mut taken = false;
        // Whether fen or yuan were meant by 1e3, nobody knows.
        let is_clear = |finding: &&Finding| {
            !self.is_in_yuan(place.field) || finding.rule.name != "number.not_whole"
        };
        let clear = self.at(place).iter().filter(is_clear);
        for suggestion in clear.flat_map(Finding::suggestions) {
            let suggestion = if self.is_in_yuan(place.field) {
                Cow::Owned(in_yuan::suggestion(suggestion))
            } else {
                Cow::Borrowed(suggestion)
            };
            let text = self.lang.fill("suggestion.take", &[("value", &suggestion)]);
            let button = Button::new(RichText::new(text).small().color(palette.accent)).truncate();
            if ui.add(button).clicked() {
                *typed = suggestion.into_owned();
                taken = true;
            }
        }

        taken
    }

    /// Shows the widget where it is the one to jump to.
    pub fn arrive(&mut self, place: Place, response: &Response) {
        if *self.jump == Some(FieldPath::Field(place)) {
            *self.jump = None;
            response.request_focus();
            response.scroll_to_me(Some(Align::Center));
        }
    }
}

/// Whether `data` is refused without the field; a member of an optional object is not required.
fn is_required(field: Field) -> bool {
    let field = match field {
        Field::Image => Field::ImageList,
        other => other,
    };
    field.is_required() && field.parent().is_none_or(Field::is_required)
}

/// Whether a finding is that a field is not filled in yet, which the empty field itself says.
pub fn is_missing(finding: &Finding) -> bool {
    finding.rule.name == "field.required"
}

/// The field's own name, with the schema it is part of.
fn spelled(field: Field) -> &'static str {
    let pattern = field.pattern();
    let name = pattern.strip_prefix("skuList[].").unwrap_or(pattern);
    name.strip_suffix("[]").unwrap_or(name)
}

/// What the platform's documents say of a field, for whoever rests on its name.
fn about(lang: Lang, field: Field) -> String {
    let document = lang.text(field.reference().key());
    match field.max_bytes() {
        Some(limit) => {
            let limit = lang.fill("field_about.bytes", &[("limit", &limit.to_string())]);
            format!("{limit}\n{document}")
        }
        None => document.into_owned(),
    }
}

/// A choice from the list changes the field as typing does.
pub fn picked(mut response: Response) -> Response {
    response.mark_changed();
    response
}
