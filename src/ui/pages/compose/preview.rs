//! In: the signed order. Out: its texts to read and copy, its age, and what stands in the way of a
//! signature.

use eframe::egui::{
    Align, Button, CornerRadius, Frame, Label, Layout, Margin, RichText, Stroke, Ui,
};

use crate::core::language::Language;
use crate::core::order::Origin;
use crate::core::signing::{Export, SignedOrder};
use crate::core::time::STALE_AFTER_SECONDS;

use super::state::{Sheet, TextTab};
use crate::ui::command::{Command, DocumentCommand, KeyCommand, ProfileCommand, shortcut_text};
use crate::ui::page::Page;
use crate::ui::pages::view::View;
use crate::ui::theme::Palette;
use crate::ui::widgets::parts::{card, checkbox, chosen, ends, primary_button};
use crate::ui::widgets::{code_view, long_text};

/// Draws the preview, in so many points of height at most.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet, height: f32, view: View<'_>, out: &mut Vec<Command>) {
    let top = ui.cursor().min.y;
    banner(ui, view, out);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding.x = 7.0;
        for tab in TextTab::ALL {
            let button = Button::selectable(
                sheet.text == tab,
                view.lang.text(tab.text(sheet.language).name_key()),
            );
            if ui.add(button).clicked() {
                sheet.text = tab;
            }
        }
    });

    // Above the text, whose height changes: they stay where they are.
    actions_ui(ui, sheet.text.text(sheet.language), view, out);

    let used = ui.cursor().min.y - top;
    let height = (height - used).max(80.0);
    card(ui, |ui| {
        ui.set_max_height(height - 18.0);
        text_ui(ui, sheet, view, out);
    });
}

/// What is wrong with the signature as a whole, if anything is.
fn banner(ui: &mut Ui, view: View<'_>, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let stale = |signed: &SignedOrder| signed.moment().timestamp.is_stale_at(view.now);
    let (text, button) = if let Some(obstacle) = &view.signature.obstacle {
        let (key, command) = match &*obstacle.code {
            "sign.key_locked" => ("banner.unlock", Command::Key(KeyCommand::OpenOfProfile)),
            "sign.key_unread" => ("keys.read_again", Command::Key(KeyCommand::OpenOfProfile)),
            _ => {
                let show = ProfileCommand::Show(view.profile);
                ("banner.to_keys", Command::Profile(show))
            }
        };
        (view.lang.say(obstacle), Some((key, command)))
    } else if view.signature.signed.as_deref().is_some_and(stale) {
        let minutes = (STALE_AFTER_SECONDS / 60).to_string();
        (
            view.lang.fill("banner.stale", &[("minutes", &minutes)]),
            Some(("preview.renew", Command::Renew)),
        )
    } else if view.demo {
        let to_keys = Command::Show(Page::Keys);
        (
            view.lang.text("banner.demo").into_owned(),
            Some(("banner.load_key", to_keys)),
        )
    } else if let Some(warning) = view.key_warning {
        let to_profile = Command::Profile(ProfileCommand::Show(view.profile));
        (view.lang.say(warning), Some(("banner.to_keys", to_profile)))
    } else if view.placeholder_app_id {
        let to_keys = Command::Profile(ProfileCommand::Show(view.profile));
        (
            view.lang.text("banner.placeholder_app_id").into_owned(),
            Some(("banner.to_keys", to_keys)),
        )
    } else {
        return;
    };

    Frame::new()
        .fill(palette.warning_soft)
        .corner_radius(CornerRadius::same(6))
        .inner_margin(Margin::symmetric(12, 4))
        .stroke(Stroke::NONE)
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if let Some((key, command)) = button
                        && ui.button(view.lang.text(key)).clicked()
                    {
                        out.push(command);
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.label(RichText::new("⚠").color(palette.warning));
                        ui.add(Label::new(RichText::new(text).color(palette.warning)).wrap());
                    });
                });
            });
        });
}

fn text_ui(ui: &mut Ui, sheet: &mut Sheet, view: View<'_>, out: &mut Vec<Command>) {
    let text = sheet.text.text(sheet.language);
    let name = view.lang.text(text.name_key());
    ui.horizontal(|ui| {
        let palette = Palette::of(ui);
        // Without a signature there is still `data` to look at.
        let bytes = match view.signature.signed.as_deref() {
            _ if text == Export::Data => view.draft.data.as_str().len(),
            Some(signed) => sheet
                .shown
                .of(signed, view.signature.number, text, false)
                .len(),
            None => 0,
        };
        let count = view
            .lang
            .fill("preview.bytes", &[("count", &bytes.to_string())]);
        let count = if sheet.text == TextTab::Data {
            let from = match view.draft.origin {
                Origin::Written => "preview.bytes_written",
                Origin::Own => "preview.bytes_imported",
            };
            format!("{count} · {}", view.lang.text(from))
        } else {
            count
        };

        let count = RichText::new(count).small().color(palette.weak);
        let count = |ui: &mut Ui| {
            ui.add(Label::new(count).truncate())
                .on_hover_text(view.lang.text("preview.bytes_hover"));
        };
        ends(ui, count, |ui| {
            if sheet.text == TextTab::Data {
                checkbox(ui, &mut sheet.pretty, view.lang.text("preview.pretty"));
            }
            let label = view.lang.fill("preview.copy", &[("name", &name)]);
            let copy = ui.add_enabled(view.signature.obstacle.is_none(), Button::new(label));
            if copy
                .on_disabled_hover_text(view.lang.text("preview.unsigned"))
                .clicked()
            {
                out.push(Command::Copy(text));
            }
        });
    });
    ui.separator();
    explanation(ui, sheet, view);

    if sheet.text == TextTab::Program {
        languages(ui, &mut sheet.language);
    }

    let Some(signed) = view.signature.signed.as_deref() else {
        return unsigned_ui(ui, sheet.text, view);
    };

    let is_pretty =
        sheet.pretty && sheet.text == TextTab::Data && !long_text::is_long(signed.data());
    let number = view.signature.number;
    let shown = sheet.shown.of(signed, number, text, is_pretty);
    match sheet.text {
        TextTab::StringToSign => code_view::with_line_ends(ui, view.lang, shown),
        _ => code_view::ui(ui, view.lang, &name, shown),
    }
}

fn languages(ui: &mut Ui, chosen: &mut Language) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for language in Language::ALL {
            ui.selectable_value(chosen, language, language.name());
        }
    });
}

/// Without a signature there is still `data` to look at.
fn unsigned_ui(ui: &mut Ui, tab: TextTab, view: View<'_>) {
    let palette = Palette::of(ui);
    ui.label(RichText::new(view.lang.text("preview.unsigned")).color(palette.weak));
    if tab == TextTab::Data {
        code_view::ui(
            ui,
            view.lang,
            &view.lang.text("preview.data"),
            view.draft.data.as_str(),
        );
    }
}

/// Where a text is shown in another form than it is copied in, it says so.
fn explanation(ui: &mut Ui, sheet: &Sheet, view: View<'_>) {
    let key = match sheet.text {
        TextTab::Data if sheet.pretty => "preview.pretty_only",
        TextTab::StringToSign => "preview.line_ends",
        TextTab::Program => "preview.program_about",
        _ => return,
    };

    let palette = Palette::of(ui);
    ui.add(
        Label::new(
            RichText::new(view.lang.text(key))
                .small()
                .color(palette.weak),
        )
        .wrap(),
    );
}

/// The other texts that can be copied.
fn copy_menu(ui: &mut Ui, signed: bool, view: View<'_>, out: &mut Vec<Command>) {
    ui.add_enabled_ui(signed, |ui| {
        let name = view.lang.text("preview.copy_menu");
        let menu = ui.menu_button("▾", |ui| {
            for text in TextTab::ALL.map(|tab| tab.text(Language::default())) {
                let name = view.lang.text(text.name_key());
                let entry = ui.button(view.lang.fill("preview.copy", &[("name", &name)]));
                if chosen(ui, &entry) {
                    out.push(Command::Copy(text));
                }
            }
        });
        menu.response.on_hover_text(&*name).accessible_name(&*name);
    });
}

fn actions_ui(ui: &mut Ui, tab: Export, view: View<'_>, out: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        // All of them are to have room in the smallest window.
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.spacing_mut().button_padding.x = 8.0;
        let signed = view.signature.obstacle.is_none();
        let both = ui.add_enabled(
            signed,
            primary_button(ui, view.lang.text("preview.copy_short")),
        );
        let both = both.accessible_name(view.lang.text("preview.copy_both"));
        let hover = format!(
            "{}  {}",
            view.lang.text("preview.copy_both_hover"),
            shortcut_text(&Command::Copy(Export::Answer), ui).unwrap_or_default()
        );
        if both
            .on_hover_text(hover)
            .on_disabled_hover_text(view.lang.text("preview.unsigned"))
            .clicked()
        {
            out.push(Command::Copy(Export::Answer));
        }
        copy_menu(ui, signed, view, out);

        let renewed = Command::Document(DocumentCommand::RenewAndCopy);
        let button = Button::new(view.lang.text("edit.renew_and_copy"));
        let hover = format!(
            "{}  {}",
            view.lang.text("edit.renew_and_copy_hover"),
            shortcut_text(&renewed, ui).unwrap_or_default()
        );
        if ui
            .add_enabled(signed, button)
            .on_hover_text(hover)
            .clicked()
        {
            out.push(renewed);
        }

        let renew = ui.add_enabled(signed, Button::new(view.lang.text("preview.renew")));
        let hover = format!(
            "{}  {}",
            view.lang.text("preview.renew_hover"),
            shortcut_text(&Command::Renew, ui).unwrap_or_default()
        );
        if renew.on_hover_text(hover).clicked() {
            out.push(Command::Renew);
        }

        save_menu(ui, signed, tab, view, out);
    });
}

/// The texts that can be saved. The button has no space of its own around it, so that it goes to
/// the next row as a whole.
fn save_menu(ui: &mut Ui, signed: bool, tab: Export, view: View<'_>, out: &mut Vec<Command>) {
    let name = view.lang.text("preview.save");
    if !signed {
        let button = ui.add_enabled(false, Button::new(name));
        button.on_disabled_hover_text(view.lang.text("preview.unsigned"));
        return;
    }
    ui.menu_button(name, |ui| {
        let shown = (tab != Export::Data).then_some(tab);
        for text in [Export::Answer, Export::Data].into_iter().chain(shown) {
            let label = format!("{}  {}", view.lang.text(text.name_key()), text.file().0);
            let entry = ui.button(label);
            if chosen(ui, &entry) {
                out.push(Command::Save(text));
            }
        }
    });
}
