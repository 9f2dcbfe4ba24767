//! In: the state. Out: what frames every page: top bar, rail, status bar, and the hint while a file
//! is dragged.

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{
    self, Align, AtomExt as _, Button, Color32, CornerRadius, Frame, Layout, Margin, MenuBar,
    Panel, RichText, Sense, Stroke, Ui,
};

use crate::core::finding::Severity;
use crate::core::key::Fingerprint;
use crate::core::key::ring::Entry;
use crate::core::order::Finding;

use super::command::{Command, ProfileCommand, shortcut_text};
use super::keyring;
use super::menu;
use super::page::Page;
use super::state::State;
use super::theme::{self, Palette};
use super::widgets::fields::is_missing;
use super::widgets::page_icon;
use super::widgets::parts::{age_text, at_right, badge, chosen};

const RAIL_WIDTH: f32 = 112.0;

/// Points of the button of the settings, with the gap before it.
const SETTINGS_WIDTH: f32 = 40.0;

/// The menus, and who signs.
pub fn top_bar(ui: &mut Ui, state: &mut State, out: &mut Vec<Command>) {
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
                let room = ui.available_width() - SETTINGS_WIDTH;
                at_right(ui, |ui| {
                    ui.scope(|ui| {
                        // A button beside menus, not one of them; a long name leaves room for what
                        // follows.
                        ui.reset_style();
                        ui.set_max_width(room);
                        profile_button(ui, state, out);
                    });
                    menu::settings(ui, state, out);
                });
            });
        });
}

/// The profile in use, in its own colour; what goes into the header is never cut short.
fn profile_button(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let lang = state.lang;
    let profile = state.ring.profile();
    let (fill, colour) = if state.is_demo() {
        (palette.warning_soft, palette.warning)
    } else {
        (palette.accent_soft, palette.accent)
    };

    if profile.is_production {
        ui.add(badge(ui, lang.text("profile.production_badge")));
    }
    let name = keyring::profile_name(profile, &state.ring, lang);
    let app_id = match profile.app_id.trim() {
        "" => lang.text("profile.no_app_id"),
        app_id => app_id.into(),
    };
    // A profile without a name is called as its mini-program.
    let (name, mark) = if name == app_id {
        (String::new(), "")
    } else {
        (name, "·  ")
    };
    let header = match profile.key_version.trim() {
        "" => format!("{mark}{app_id}  ▾"),
        version => format!("{mark}{app_id}  ·  v{version}  ▾"),
    };
    let dot = RichText::new("●").color(theme::key_colour(ui, profile.colour));
    let name = RichText::new(name).color(colour).atom_shrink(true);
    let button = Button::new((dot, name, RichText::new(header).color(colour)))
        .fill(fill)
        .stroke(Stroke::NONE)
        .truncate();

    let key = state.ring.active();
    let fingerprint = key.and_then(Entry::fingerprint).map(Fingerprint::short);
    let fingerprint = fingerprint.unwrap_or_else(|| "…".to_owned());
    let hover = if state.is_demo() {
        "profile.demo_hover"
    } else {
        "profile.hover"
    };
    let hover = lang.fill(hover, &[("fingerprint", &fingerprint)]);
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| profile_menu(ui, state, out));
    response.on_hover_text(hover);
}

/// All profiles, to sign for another one.
fn profile_menu(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    for profile in state.ring.profiles() {
        let text = keyring::profile_line(profile, &state.ring, state.lang);
        let dot = RichText::new("●").color(theme::key_colour(ui, profile.colour));
        let is_in_use = profile.id == state.ring.profile().id;

        let entry = ui.add(Button::selectable(is_in_use, (dot, text)));
        if chosen(ui, &entry) {
            out.push(Command::Profile(ProfileCommand::Use(profile.id)));
        }
    }

    ui.separator();
    let begin = ui.button(state.lang.text("profile.begin"));
    if chosen(ui, &begin) {
        out.push(Command::Profile(ProfileCommand::New));
    }
    let manage = ui.button(state.lang.text("profile.manage"));
    if chosen(ui, &manage) {
        out.push(Command::Profile(ProfileCommand::Show(
            state.ring.profile().id,
        )));
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
            ui.spacing_mut().button_padding.x = 8.0;
            for page in Page::ALL {
                let chosen = state.page == page;
                let (fill, colour) = if chosen {
                    (palette.accent_soft, palette.accent)
                } else {
                    (Color32::TRANSPARENT, palette.weak)
                };

                let name = state.lang.text(page.key());
                let icon = egui::IdSalt::new("page icon");
                let place = egui::Atom::custom(icon, egui::Vec2::splat(page_icon::SIDE));
                let text = RichText::new(&*name).color(colour);
                let button = Button::selectable(chosen, (place, text))
                    .fill(fill)
                    .stroke(Stroke::NONE)
                    .corner_radius(CornerRadius::same(6))
                    .min_size(egui::vec2(ui.available_width(), 36.0));
                let shortcut = shortcut_text(&Command::Show(page), ui).unwrap_or_default();

                let drawn = button.atom_ui(ui);
                if let Some(square) = drawn.rect(icon) {
                    page_icon::paint(ui, page, square, colour);
                }
                let button = drawn.response.on_hover_text(shortcut);
                if button.accessible_name(name).clicked() {
                    out.push(Command::Show(page));
                }
            }
            if state.page == Page::Compose {
                profiles(ui, state, out);
            }
        });
}

/// The profiles as buttons, as far as there is room: one click, and the order is signed for another
/// mini-program.
fn profiles(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    let profiles = state.ring.profiles();
    if profiles.len() < 2 {
        return;
    }

    let palette = Palette::of(ui);
    ui.add_space(8.0);
    ui.separator();
    let heading = RichText::new(state.lang.text("profile.title")).small();
    ui.label(heading.color(palette.weak));
    for profile in profiles {
        if ui.available_height() < 32.0 {
            break;
        }
        let name = keyring::profile_name(profile, &state.ring, state.lang);
        let dot = RichText::new("●").color(theme::key_colour(ui, profile.colour));
        let is_in_use = profile.id == state.ring.profile().id;
        let text = RichText::new(&*name).small();
        let text = if profile.is_production {
            text.color(palette.error)
        } else {
            text
        };
        let button = Button::selectable(is_in_use, (dot, text.atom_shrink(true)))
            .truncate()
            .min_size(egui::vec2(ui.available_width(), 28.0));
        let hover = keyring::profile_line(profile, &state.ring, state.lang);
        if ui.add(button).on_hover_text(hover).clicked() {
            out.push(Command::Profile(ProfileCommand::Use(profile.id)));
        }
    }
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

        // Tab would come here before the page: the list of problems leads there too.
        let count = Button::new(text).frame(false).sense(Sense::CLICK);
        if ui
            .add(count)
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

    if let Some(obstacle) = &state.tab().signature.obstacle {
        let text = RichText::new(format!("× {}", state.lang.text("status.unsigned"))).small();
        ui.label(text.color(palette.error))
            .on_hover_text(state.lang.say(obstacle));
    } else if !any {
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
