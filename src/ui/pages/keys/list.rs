//! In: the key ring. Out: one row for each profile and for each key that none has, to choose what
//! is shown.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Button, CornerRadius, Label, Layout, Rect, RichText, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, Vec2, WidgetInfo,
};

use super::parts::role_key;
use super::state::{KeysPage, Shown};
use crate::core::finding::Severity;
use crate::core::key::profile::Profile;
use crate::core::key::ring::{Content, Entry, Remark, Ring};
use crate::texts::Lang;
use crate::ui::command::{Command, ProfileCommand};
use crate::ui::keyring::{profile_name, title_of};
use crate::ui::theme::{self, Palette};
use crate::ui::widgets::parts::title;

/// What a row says.
struct Row {
    title: String,
    below: String,
    /// At its end: what it does, or how careful one must be.
    mark: String,
    colour: Option<u8>,
    worst: Option<Severity>,
}

/// Draws the profiles, and what can be done with all of them.
pub fn profiles(ui: &mut Ui, page: &mut KeysPage, ring: &Ring, lang: Lang, out: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.spacing_mut().button_padding.x = 8.0;
        ui.label(title(lang.text("profile.title")));
        let own = ring.profiles().len() > 1;
        for (key, command, can) in [
            ("profile.new", ProfileCommand::New, true),
            ("profile.export", ProfileCommand::Export, own),
            ("profile.import", ProfileCommand::Import, true),
        ] {
            let button = Button::new(lang.text(key));
            if ui.add_enabled(can, button).clicked() {
                out.push(Command::Profile(command));
            }
        }
    });

    for profile in ring.profiles() {
        let shown = Shown::Profile(profile.id);
        if row(
            ui,
            &of_profile(profile, ring, lang),
            page.shown(ring) == shown,
        ) {
            page.select(shown);
        }
    }
    ui.add_space(4.0);
}

/// Draws the keys that no profile has.
pub fn keys(ui: &mut Ui, page: &mut KeysPage, ring: &Ring, lang: Lang) {
    let is_of_profile = |entry: &Entry| {
        let mut profiles = ring.profiles().iter();
        profiles.any(|profile| profile.key == Some(entry.id))
    };
    ui.add_space(4.0);
    for entry in ring.entries() {
        if is_of_profile(entry) {
            continue;
        }
        let shown = Shown::Key(entry.id);
        if row(ui, &of_key(entry, lang), page.shown(ring) == shown) {
            page.select(shown);
        }
    }
}

fn of_profile(profile: &Profile, ring: &Ring, lang: Lang) -> Row {
    let (app_id, key_version) = (profile.app_id.trim(), profile.key_version.trim());
    let below = match (app_id, key_version) {
        ("", _) => lang.text("profile.no_app_id").into_owned(),
        (_, "") => app_id.to_owned(),
        _ => format!("{app_id}  ·  v{key_version}"),
    };
    let key = ring.key_of(profile);
    let below = match key {
        None => format!("{below}  ·  {}", lang.text("profile.no_key")),
        Some(entry) if entry.public().is_none() => format!("{below}  ·  {}", state_of(entry, lang)),
        Some(_) => below,
    };

    let is_in_use = ring.profile().id == profile.id;
    let production = profile
        .is_production
        .then(|| lang.text("profile.production_badge"));
    let in_use = is_in_use.then(|| lang.text("profile.in_use"));
    let marks: Vec<_> = production.into_iter().chain(in_use).collect();
    let of_key = key.map(Entry::remarks).unwrap_or_default();
    Row {
        title: profile_name(profile, ring, lang),
        below,
        mark: marks.join("  ·  "),
        colour: Some(profile.colour),
        worst: worst(ring.signature_remarks(profile).into_iter().chain(of_key)),
    }
}

fn of_key(entry: &Entry, lang: Lang) -> Row {
    let role = lang.text(role_key(entry.role));
    let what = match entry.fingerprint() {
        Some(fingerprint) => format!("{}…", fingerprint.short()),
        None => state_of(entry, lang),
    };
    Row {
        title: title_of(entry, lang),
        below: format!("{role}  ·  {what}"),
        mark: String::new(),
        colour: None,
        worst: worst(entry.remarks().into_iter()),
    }
}

/// How far a key is read whose numbers are not known.
fn state_of(entry: &Entry, lang: Lang) -> String {
    let key = match entry.content {
        Content::Locked(_) => "keys.locked",
        Content::Unread => "keys.unread",
        Content::Making => "keys.generating",
        _ => "keys.unreadable",
    };
    lang.text(key).into_owned()
}

fn worst(remarks: impl Iterator<Item = Remark>) -> Option<Severity> {
    let worst = remarks.map(|remark| remark.severity).min();
    worst.filter(|severity| *severity != Severity::Hint)
}

/// Whether the row was clicked.
fn row(ui: &mut Ui, row: &Row, selected: bool) -> bool {
    let palette = Palette::of(ui);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 52.0), Sense::click());
    let Row {
        title,
        below,
        mark,
        colour,
        worst,
    } = row;
    response.widget_info(|| {
        let name = format!("{title}  ·  {below}  {mark}");
        WidgetInfo::selected(Role::Button, true, selected, name)
    });

    let fill = if selected {
        palette.accent_soft
    } else {
        palette.card
    };
    let edge = if selected || response.hovered() || response.has_focus() {
        palette.accent
    } else {
        palette.line
    };
    let bar = Rect::from_min_size(rect.min, Vec2::new(4.0, rect.height()));
    let corner = CornerRadius::same(6);
    ui.painter().rect(
        rect,
        corner,
        fill,
        Stroke::new(1.0, edge),
        StrokeKind::Inside,
    );
    let bar_colour = colour.map_or(palette.line, |colour| theme::key_colour(ui, colour));
    ui.painter()
        .rect_filled(bar, CornerRadius::same(2), bar_colour);

    let inner = UiBuilder::new().max_rect(rect.shrink2(Vec2::new(12.0, 6.0)));
    let mut inner = ui.new_child(inner);
    inner.spacing_mut().item_spacing.y = 0.0;
    inner.spacing_mut().interact_size.y = 20.0;
    inner.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add(Label::new(RichText::new(mark).small().color(palette.accent)).selectable(false));
            if let Some(severity) = *worst {
                let sign = RichText::new(theme::sign(severity)).color(palette.severity(severity));
                ui.add(Label::new(sign).selectable(false));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let title = RichText::new(title).strong();
                ui.add(Label::new(title).selectable(false).truncate());
            });
        });
    });
    let below = RichText::new(below).small().color(palette.weak);
    inner.add(Label::new(below).selectable(false).truncate());

    response.clicked()
}
