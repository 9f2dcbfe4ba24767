//! In: the last rehearsal. Out: what the callbacks get, which step decided, and what of it is a
//! guess.

use eframe::egui::{Label, RichText, Ui};

use super::state::SandboxPage;
use crate::core::sandbox::{Answer, Step};
use crate::texts::Lang;
use crate::ui::command::Command;
use crate::ui::command::SandboxCommand;
use crate::ui::theme::Palette;
use crate::ui::widgets::code_view;
use crate::ui::widgets::parts::{card, title};

/// Draws it.
pub fn ui(ui: &mut Ui, page: &SandboxPage, lang: Lang, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let Some(last) = &page.last else {
        card(ui, |ui| {
            ui.label(title(lang.text("sandbox.empty_title")));
            ui.add(
                Label::new(RichText::new(lang.text("sandbox.empty")).color(palette.weak)).wrap(),
            );
        });
        return;
    };

    card(ui, |ui| {
        let (text, colour) = match &last.answer {
            Answer::Success(_) => ("✓ success(res) → complete(res)", palette.good),
            Answer::Fail(_) => ("× fail(res) → complete(res)", palette.error),
            Answer::Throws(_) => ("× throw", palette.error),
        };
        ui.label(RichText::new(text).heading().color(colour));
        let text = last.text();
        code_view::whole(ui, "res", &text);
        ui.horizontal_wrapped(|ui| {
            if ui.button(lang.text("sandbox.copy")).clicked() {
                out.push(Command::CopyText(text.clone(), "sandbox.answer"));
            }
            if last.row.is_some() && ui.button(lang.text("sandbox.explain")).clicked() {
                out.push(Command::Sandbox(SandboxCommand::Explain));
            }
        });

        if let Some(row) = last.row.and_then(|id| page.catalogue.row(id)) {
            ui.add(Label::new(lang.words(row).meaning).wrap());
        }
    });
    card(ui, |ui| {
        ui.label(title(lang.text("sandbox.steps")));
        ui.add(
            Label::new(
                RichText::new(lang.text("sandbox.guesses"))
                    .small()
                    .color(palette.weak),
            )
            .wrap(),
        );
        ui.spacing_mut().item_spacing.y = 2.0;
        let decided = Step::ALL
            .iter()
            .position(|step| *step == last.step)
            .unwrap_or_default();

        for (place, step) in Step::ALL.into_iter().enumerate() {
            let name = lang.text(&format!("sandbox_step.{}", step.name()));
            let by = if step.is_of_platform() {
                lang.text("sandbox.by_switch")
            } else {
                "".into()
            };

            let (sign, colour) = match place.cmp(&decided) {
                std::cmp::Ordering::Less => ("✓", palette.good),
                std::cmp::Ordering::Equal if last.row.is_none() => ("✓", palette.good),
                std::cmp::Ordering::Equal => ("×", palette.error),
                std::cmp::Ordering::Greater => ("·", palette.weak),
            };
            ui.label(RichText::new(format!("{sign} {name}  {by}")).color(colour));
        }
    });
}
