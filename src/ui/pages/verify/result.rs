//! In: a report. Out: verdict, causes, both strings side by side, what this program cannot see, and
//! the case file.

use std::sync::atomic::Ordering;

use eframe::egui::{
    Color32, CornerRadius, Frame, Label, Margin, ProgressBar, RichText, Stroke, Ui,
};

use super::state::{Checked, VerifyPage};
use super::{mend, server};
use crate::core::diagnosis::{Kind, Verdict};
use crate::core::finding::Explain as _;
use crate::core::language::Language;
use crate::texts::Lang;
use crate::ui::command::Command;
use crate::ui::command::VerifyCommand;
use crate::ui::theme::Palette;
use crate::ui::widgets::bytes_view;
use crate::ui::widgets::parts::{card, columns, title};

/// Candidates that a whole search has, about; only to draw how far it is.
const ABOUT_ALL: f32 = 3_000_000.0;

/// Draws the result, or what to do to get one.
pub fn ui(ui: &mut Ui, page: &mut VerifyPage, lang: Lang, out: &mut Vec<Command>) {
    if !page.form.is_ready() {
        empty(ui, lang);
        return;
    }

    if let Some(watch) = &page.watch {
        card(ui, |ui| {
            let tried = watch.tried.load(Ordering::Relaxed);
            ui.label(lang.fill("verify.searching", &[("count", &tried.to_string())]));

            #[expect(clippy::cast_precision_loss, reason = "a bar needs no more")]
            let part = (tried as f32 / ABOUT_ALL).min(0.99);
            ui.add(ProgressBar::new(part));
            if ui.button(lang.text("keys.stop")).clicked() {
                out.push(Command::Verify(VerifyCommand::Stop));
            }
        });
    }

    // What stands there from before is of another payload.
    let Some(checked) = page.checked.clone().filter(|_| page.watch.is_none()) else {
        return;
    };
    let checked = &*checked;

    verdict(ui, checked, lang, out);
    if checked.report.verdict == Verdict::UnknownKey && checked.keys.len() == 1 {
        card(ui, |ui| {
            ui.add(Label::new(lang.text("verify.one_key")).wrap())
        });
    }

    if let Some(number) = &checked.of_history {
        card(ui, |ui| {
            let text = lang.fill("verify.of_history", &[("number", number)]);
            ui.add(Label::new(text).wrap())
        });
    }
    findings(ui, checked, &mut page.server, lang);
    let is_unexplained = checked.report.signed.is_none() && !checked.report.verdict.is_valid();
    if checked.report.opened.is_some() && is_unexplained {
        server::ui(ui, checked, &mut page.server_string, lang);
    }
    strings(ui, checked, lang);
    card(ui, |ui| {
        ui.label(title(lang.text("verify.checklist")));
        for key in checked.report.checklist() {
            ui.add(Label::new(format!("□ {}", lang.text(key))).wrap());
        }
    });
}

fn empty(ui: &mut Ui, lang: Lang) {
    let palette = Palette::of(ui);
    card(ui, |ui| {
        ui.label(title(lang.text("verify.empty_title")));
        for key in ["verify.empty_1", "verify.empty_2", "verify.empty_3"] {
            ui.add(Label::new(RichText::new(lang.text(key)).color(palette.weak)).wrap());
        }
    });
}

fn verdict(ui: &mut Ui, checked: &Checked, lang: Lang, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let report = &checked.report;
    let (sign, colour, fill): (_, _, Color32) = match report.verdict {
        _ if report.verdict.is_valid() && !report.is_accepted() => {
            ("×", palette.error, palette.card)
        }
        Verdict::Valid => ("✓", palette.good, palette.card),
        Verdict::ValidButSuspicious => ("⚠", palette.warning, palette.warning_soft),
        _ => ("×", palette.error, palette.card),
    };
    let frame = Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, colour))
        .corner_radius(CornerRadius::same(8));
    frame.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.take_available_width();
        let text = format!("{sign} {}", lang.say(&report.headline()));
        ui.add(Label::new(RichText::new(text).heading().color(colour)).wrap());

        if let Some(opened) = &report.opened {
            ui.add(Label::new(format!("{}  {}", lang.text("case_note.key"), opened.key)).wrap());
            if !opened.digest.is_empty() {
                ui.label(
                    RichText::new(format!("{} {}", lang.text("case_note.digest"), opened.hash))
                        .small(),
                );
                ui.add(Label::new(RichText::new(&opened.digest).monospace()).truncate());
            }
        }

        let tried = lang.fill(
            "case_note.tried",
            &[("count", &report.candidates_tried.to_string())],
        );
        ui.label(RichText::new(tried).small().color(palette.weak));
        ui.horizontal_wrapped(|ui| {
            if ui
                .button(lang.text("verify.copy_note"))
                .on_hover_text(lang.text("verify.copy_note_hover"))
                .clicked()
            {
                out.push(Command::Verify(VerifyCommand::CopyNote));
            }

            if ui
                .button(lang.text("verify.save_case"))
                .on_hover_text(lang.text("verify.save_case_hover"))
                .clicked()
            {
                out.push(Command::Verify(VerifyCommand::SaveCase));
            }

            if report.opened.is_some()
                && !report.verdict.is_valid()
                && ui
                    .button(lang.text("verify.copy_digest"))
                    .on_hover_text(lang.text("verify.copy_digest_hover"))
                    .clicked()
            {
                out.push(Command::Verify(VerifyCommand::CopyDigest));
            }
        });
    });
}

fn findings(ui: &mut Ui, checked: &Checked, server: &mut Option<Language>, lang: Lang) {
    if checked.report.findings.is_empty() {
        return;
    }

    let palette = Palette::of(ui);
    card(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(title(lang.text("verify.findings")));
            if checked.report.findings.iter().any(|finding| finding.proven) {
                mend::picker(ui, server, lang);
            }
        });
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.spacing_mut().interact_size.y = 20.0;

        for finding in &checked.report.findings {
            let (key, colour) = if finding.proven {
                ("case_note.proven", palette.error)
            } else {
                ("case_note.likely", palette.weak)
            };

            ui.horizontal_wrapped(|ui| {
                ui.label(RichText::new(lang.text(key)).small().color(colour));
                ui.label(
                    RichText::new(finding.code.name())
                        .monospace()
                        .small()
                        .color(palette.weak),
                );
            });
            let writer = finding.writer_message();
            let writer = writer.map(|writer| lang.say(&writer)).unwrap_or_default();
            ui.add(Label::new(lang.say(&finding.message()) + &writer).wrap());
            if let Some(server) = *server {
                mend::ui(ui, finding, server);
            }
            ui.add_space(4.0);
        }
    });
}

/// The string to sign as it was sent and as it was signed, with the first byte that differs marked.
fn strings(ui: &mut Ui, checked: &Checked, lang: Lang) {
    let report = &checked.report;
    let at = report.first_difference();
    card(ui, |ui| {
        let key = if checked.case.kind == Kind::Order {
            "verify.strings"
        } else {
            "verify.strings_callback"
        };

        ui.label(title(lang.text(key)));
        let Some(signed) = report.signed.as_ref().filter(|_| at.is_some()) else {
            bytes_view::ui(ui, &lang.text("verify.as_sent"), &report.sent, None);
            return;
        };

        if let Some(at) = at {
            let text = lang.fill(
                "verify.first_difference",
                &[("position", &(at + 1).to_string())],
            );
            ui.label(RichText::new(text).color(Palette::of(ui).error));
        }

        columns(ui, |[left, right]| {
            bytes_view::ui(left, &lang.text("verify.as_sent"), &report.sent, at);
            bytes_view::ui(right, &lang.text("verify.as_signed"), signed, at);
        });
    });
}
