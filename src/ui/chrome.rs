//! In: the state. Out: what frames every page: top bar, rail, status bar, and the hint while a file
//! is dragged.

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{
    self, Align, Button, Color32, CornerRadius, Frame, Layout, Margin, MenuBar, Panel, RichText,
    Stroke, Ui,
};

use crate::core::finding::Severity;
use crate::core::key::Fingerprint;
use crate::core::key::ring::Role;
use crate::core::order::Finding;

use super::command::{Command, KeyCommand, shortcut_text};
use super::keyring;
use super::menu;
use super::page::Page;
use super::state::State;
use super::theme::{self, Palette};
use super::widgets::fields::is_missing;
use super::widgets::parts::age_text;

const RAIL_WIDTH: f32 = 104.0;

/// The menus, and who signs.
pub fn top_bar(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let frame = Frame::new()
        .fill(palette.card)
        .inner_margin(Margin::symmetric(16, 8));
    Panel::top("top bar")
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            MenuBar::new().ui(ui, |ui| {
                menu::ui(ui, state, out);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    menu::settings(ui, state, out);
                    // A button beside menus, not one of them.
                    ui.reset_style();
                    profile_button(ui, state, out);
                });
            });
        });
}

fn profile_button(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let active = state.ring.active();
    let (app_id, key_version) = (&active.app_id, &active.key_version);
    let (fill, colour) = if state.is_demo() {
        (palette.warning_soft, palette.warning)
    } else {
        (palette.accent_soft, palette.accent)
    };

    let text = format!(
        "{}  ·  {app_id}  ·  v{key_version}",
        keyring::title_of(active, state.lang)
    );
    let button = Button::new(RichText::new(text).color(colour))
        .fill(fill)
        .stroke(Stroke::NONE)
        .truncate();
    let fingerprint = active.fingerprint().map(Fingerprint::short);
    let fingerprint = fingerprint.unwrap_or_else(|| "…".to_owned());
    let hover = state.lang.fill(
        if state.is_demo() {
            "profile.demo_hover"
        } else {
            "profile.hover"
        },
        &[("fingerprint", &fingerprint)],
    );

    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| profile_menu(ui, state, out));
    response.on_hover_text(hover);
}

/// All keys that can sign or could once they are read.
fn profile_menu(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    let signing = state.ring.active().id;
    for entry in state
        .ring
        .entries()
        .iter()
        .filter(|entry| entry.role == Role::ApplicationPrivate)
    {
        let title = keyring::title_of(entry, state.lang);
        let text = format!("{title}  ·  {}  ·  v{}", entry.app_id, entry.key_version);
        let dot = RichText::new("●").color(theme::key_colour(ui, entry.colour));

        if ui
            .add(Button::selectable(entry.id == signing, (dot, text)))
            .clicked()
        {
            out.push(Command::Key(KeyCommand::Activate(entry.id)));
        }
    }

    ui.separator();
    if ui.button(state.lang.text("profile.manage")).clicked() {
        out.push(Command::Show(Page::Keys));
    }
}

/// The pages.
pub fn rail(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let frame = Frame::new()
        .fill(palette.card)
        .inner_margin(Margin::symmetric(8, 12));
    Panel::left("rail")
        .exact_size(RAIL_WIDTH)
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            for page in Page::ALL {
                let chosen = state.page == page;
                let (fill, colour) = if chosen {
                    (palette.accent_soft, palette.accent)
                } else {
                    (Color32::TRANSPARENT, palette.weak)
                };

                let text = RichText::new(state.lang.text(page.key())).color(colour);
                let button = Button::selectable(chosen, text)
                    .fill(fill)
                    .stroke(Stroke::NONE)
                    .corner_radius(CornerRadius::same(6))
                    .min_size(egui::vec2(ui.available_width(), 36.0));
                let shortcut = shortcut_text(&Command::Show(page), ui).unwrap_or_default();

                if ui.add(button).on_hover_text(shortcut).clicked() {
                    out.push(Command::Show(page));
                }
            }
        });
}

/// Problem counts, the signature's age, and that nothing leaves the machine.
pub fn status_bar(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    // Other pages have findings and signatures of their own.
    let is_of_order = matches!(state.page, Page::Compose | Page::Sandbox);
    let frame = Frame::new()
        .fill(palette.card)
        .inner_margin(Margin::symmetric(16, 4));
    Panel::bottom("status bar")
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                if is_of_order {
                    problem_counts(ui, state, out);
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.label(
                        RichText::new(state.lang.text("status.offline"))
                            .small()
                            .color(palette.weak),
                    )
                    .on_hover_text(state.lang.text("status.offline_hover"));
                    let signed = state.tab().signature.signed.as_ref();
                    if let Some(signed) = signed.filter(|_| is_of_order) {
                        let timestamp = signed.moment().timestamp;
                        let too_old = timestamp.is_stale_at(state.now);
                        let colour = if too_old {
                            palette.warning
                        } else {
                            palette.weak
                        };

                        ui.label(
                            RichText::new(age_text(state.lang, timestamp, state.now))
                                .small()
                                .color(colour),
                        );
                    }

                    if let Some(reading) = state.reading.first() {
                        if ui.small_button(state.lang.text("status.stop")).clicked() {
                            out.push(Command::StopReading);
                        }

                        let size = (reading.bytes / 1024).to_string();
                        ui.label(
                            RichText::new(state.lang.fill("status.reading", &[("size", &size)]))
                                .small(),
                        );
                    }
                });
            });
        });
}

fn problem_counts(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let findings = &state.tab().draft.findings;
    let mut any = false;

    for severity in [Severity::Error, Severity::Warning, Severity::Hint] {
        let mut of_it = findings
            .iter()
            .filter(|finding| finding.severity() == severity && !is_missing(finding));
        let Some(first) = of_it.next() else { continue };
        any = true;
        let count = first.count() + of_it.map(Finding::count).sum::<usize>();
        let text = format!(
            "{} {} {count}",
            theme::sign(severity),
            state.lang.text(severity.key())
        );
        let text = RichText::new(text)
            .small()
            .color(palette.severity(severity));

        if ui
            .add(Button::new(text).frame(false))
            .on_hover_text(state.lang.text("status.jump"))
            .clicked()
        {
            out.push(Command::Jump(first.path.clone()));
        }
    }

    let missing = findings.iter().filter(|one| is_missing(one)).count();
    if missing > 0 {
        let count = [("count", &*missing.to_string())];
        let text = RichText::new(state.lang.fill("status.missing", &count)).small();
        ui.label(text.color(palette.weak));
        any = true;
    }

    if !any {
        ui.label(
            RichText::new(format!("✓ {}", state.lang.text("status.no_problems")))
                .small()
                .color(palette.good),
        );
    }
}

/// What would happen if the file that is held over the window were dropped.
pub fn drop_hint(ctx: &egui::Context, state: &State) {
    if ctx.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }

    let palette = Palette::of(ctx);
    let screen = ctx.content_rect();
    egui::Area::new(egui::Id::unique("drop hint"))
        .order(egui::Order::Foreground)
        .fixed_pos(screen.min)
        .show(ctx, |ui| {
            let painter = ui.painter();
            painter.rect_filled(
                screen,
                CornerRadius::ZERO,
                palette.accent_soft.gamma_multiply(0.9),
            );
            let font = egui::TextStyle::Heading.resolve(ui.style());
            let text = state.lang.text("drop.key");
            painter.text(
                screen.center(),
                egui::Align2::CENTER_CENTER,
                text,
                font,
                palette.accent,
            );
        });
}
