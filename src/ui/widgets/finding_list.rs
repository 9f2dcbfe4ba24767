//! In: findings. Out: a list of them; a click on one asks for its field.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Button, FontId, RichText, ScrollArea, TextStyle, Ui};

use crate::core::order::Finding;
use crate::texts::Lang;

use super::fields::is_missing;
use super::{in_yuan, lazy};
use crate::ui::command::Command;
use crate::ui::theme::{self, Palette};

/// Points that a finding on one line takes.
const ROW_HEIGHT: f32 = 24.0;

/// Draws the list, or says that there is nothing to say; amounts in the unit in which they are
/// typed.
pub fn ui(
    ui: &mut Ui,
    lang: Lang,
    findings: &[Finding],
    unit_is_yuan: bool,
    out: &mut Vec<Command>,
) {
    let palette = Palette::of(ui);
    if findings.is_empty() {
        ui.label(RichText::new(format!("✓ {}", lang.text("problems.none"))).color(palette.good));
        return;
    }

    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.spacing_mut().button_padding.x = 4.0;
            let (missing, mut others): (Vec<&Finding>, Vec<&Finding>) =
                findings.iter().partition(|finding| is_missing(finding));
            // Of a new order nearly all fields are: one row says so.
            match missing.as_slice() {
                [first, _, ..] => {
                    let text = missing_row(ui, lang, &missing);
                    row_ui(ui, lang, text, first, out);
                }
                few => others.splice(..0, few.iter().copied()).for_each(drop),
            }
            for (index, finding) in others.iter().enumerate() {
                lazy::item(ui, index, others.len(), ROW_HEIGHT, false, |ui| {
                    let message = in_yuan::message(finding, unit_is_yuan);
                    let text = row(ui, finding, &lang.say(&message));
                    row_ui(ui, lang, text, finding, out);
                });
            }
        });
}

fn row_ui(ui: &mut Ui, lang: Lang, text: LayoutJob, finding: &Finding, out: &mut Vec<Command>) {
    let button = Button::new(text).wrap().frame_when_inactive(false);
    let button = button.min_size([ui.available_width(), 0.0].into());
    if ui.add(button).on_hover_text(hover(lang, finding)).clicked() {
        out.push(Command::Jump(finding.path.clone()));
    }
}

/// The fields that are not filled in yet.
fn missing_row(ui: &Ui, lang: Lang, missing: &[&Finding]) -> LayoutJob {
    let palette = Palette::of(ui);
    let body = TextStyle::Body.resolve(ui.style());
    let count = [("count", &*missing.len().to_string())];
    let paths: Vec<String> = missing.iter().map(|one| one.path.to_string()).collect();
    let mut job = LayoutJob::default();
    let text = format!("○ {}", lang.fill("problems.missing", &count));
    job.append(
        &text,
        0.0,
        TextFormat::simple(body, ui.visuals().text_color()),
    );
    let paths = paths.join(" · ");
    job.append(
        &paths,
        8.0,
        TextFormat::simple(FontId::monospace(12.5), palette.weak),
    );
    job
}

/// What a click does, and where the rule is written down.
fn hover(lang: Lang, finding: &Finding) -> String {
    let reference = lang.text(finding.rule.reference.key());
    format!("{}\n{reference}", lang.text("problems.jump"))
}

/// The field and the sentence on it.
fn row(ui: &Ui, finding: &Finding, sentence: &str) -> LayoutJob {
    let palette = Palette::of(ui);
    let body = TextStyle::Body.resolve(ui.style());
    let colour = palette.severity(finding.severity());
    let mut job = LayoutJob::default();
    job.append(
        theme::sign(finding.severity()),
        0.0,
        TextFormat::simple(body.clone(), colour),
    );
    job.append(
        &finding.path.to_string(),
        8.0,
        TextFormat::simple(FontId::monospace(12.5), colour),
    );
    job.append(
        sentence,
        8.0,
        TextFormat::simple(body, ui.visuals().text_color()),
    );

    job
}
