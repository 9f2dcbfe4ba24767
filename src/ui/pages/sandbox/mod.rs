//! In: the composed order, or a pasted one. Out: the page that rehearses `tt.requestOrder` and
//! shows what its callbacks get.

mod answer;
pub mod state;

use eframe::egui::{ComboBox, Label, RichText, ScrollArea, TextEdit, TextStyle, Ui};

use crate::core::sandbox::Switch;
use crate::texts::Lang;
use crate::ui::command::Command;
use crate::ui::command::SandboxCommand;
use crate::ui::pages::view::View;
use crate::ui::theme::Palette;
use crate::ui::widgets::panes;
use crate::ui::widgets::parts::{card, checkbox, chosen, primary_button, radio, title};
use state::SandboxPage;

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut SandboxPage, view: View<'_>, out: &mut Vec<Command>) {
    panes::left(ui, "sandbox input", 372.0, |ui| {
        source(ui, page, view, out);
        injection(ui, page, view.lang, out);
        switches(ui, page, view.lang);
    });
    panes::rest(ui, "sandbox answer", |ui| {
        answer::ui(ui, page, view.lang, out);
    });
}

fn source(ui: &mut Ui, page: &mut SandboxPage, view: View<'_>, out: &mut Vec<Command>) {
    let (lang, palette) = (view.lang, Palette::of(ui));
    card(ui, |ui| {
        ui.label(title(lang.text("sandbox.call")));
        ui.add(
            Label::new(
                RichText::new(lang.text("sandbox.is_rehearsal"))
                    .small()
                    .color(palette.warning),
            )
            .wrap(),
        );

        let mut own = page.own.is_some();
        ui.horizontal(|ui| {
            radio(ui, &mut own, false, lang.text("sandbox.composed"));
            radio(ui, &mut own, true, lang.text("sandbox.own"));
        });
        if own != page.own.is_some() {
            page.before_injection = None;
            let signed = view.signature.signed.as_deref();
            let text = || {
                signed.map(|signed| {
                    (
                        signed.data().to_owned(),
                        signed.byte_authorization().to_owned(),
                    )
                })
            };
            page.own = if own {
                Some(text().unwrap_or_default())
            } else {
                None
            };
        }

        if let Some((data, authorization)) = &mut page.own {
            for (name, text) in [("data", data), ("byteAuthorization", authorization)] {
                let label = ui.label(name);
                ScrollArea::vertical()
                    .id_salt(name)
                    .max_height(90.0)
                    .show(ui, |ui| {
                        let edit = TextEdit::multiline(text)
                            .font(TextStyle::Monospace)
                            .desired_rows(4);
                        ui.add(edit.desired_width(f32::INFINITY))
                            .labelled_by(label.id);
                    });
            }
        }

        if ui
            .add(primary_button(ui, lang.text("sandbox.run")))
            .clicked()
        {
            out.push(Command::Sandbox(SandboxCommand::Run));
        }
    });
}

/// One click for each row of the catalogue.
fn injection(ui: &mut Ui, page: &SandboxPage, lang: Lang, out: &mut Vec<Command>) {
    card(ui, |ui| {
        ui.label(title(lang.text("sandbox.inject")));
        let width = ui.available_width();
        let combo = ComboBox::from_id_salt("inject")
            .selected_text(lang.text("sandbox.inject_choose"))
            .width(width);
        let shown = combo.height(300.0).show_ui(ui, |ui| {
            for row in page.catalogue.of_call() {
                let text = format!("{} {}", row.err_no, row.message());
                let entry = ui.selectable_label(false, text.trim());
                if chosen(ui, &entry) {
                    out.push(Command::Sandbox(SandboxCommand::Inject(row.id)));
                }
            }
        });
        shown.response.accessible_name(lang.text("sandbox.inject"));
        ui.horizontal(|ui| {
            if ui
                .button(lang.text("sandbox.reset"))
                .on_hover_text(lang.text("sandbox.reset_hover"))
                .clicked()
            {
                out.push(Command::Sandbox(SandboxCommand::Reset));
            }

            let count = page.used.len().to_string();
            ui.label(
                RichText::new(lang.fill("sandbox.used", &[("count", &count)]))
                    .small()
                    .color(Palette::of(ui).weak),
            );
        });
    });
}

fn switches(ui: &mut Ui, page: &mut SandboxPage, lang: Lang) {
    card(ui, |ui| {
        ui.label(title(lang.text("sandbox.switches")));
        ui.spacing_mut().item_spacing.y = 2.0;
        for switch in Switch::ALL {
            let mut on = page.switches.is_on(switch);
            let text = RichText::new(lang.text(&format!("switch.{}", switch.name())));
            let text = if page.switches.is_usual(switch) {
                text
            } else {
                text.color(Palette::of(ui).warning)
            };

            if checkbox(ui, &mut on, text).changed() {
                page.switches.set(switch, on);
            }
        }
    });
}
