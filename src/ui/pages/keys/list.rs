//! In: the key ring. Out: one row for each key, to choose the one whose details are shown.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, CornerRadius, Label, Layout, Rect, RichText, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    Vec2, WidgetInfo,
};

use super::parts::role_key;
use super::state::KeysPage;
use crate::core::finding::Severity;
use crate::core::key::ring::{Content, Entry, Ring};
use crate::texts::Lang;
use crate::ui::keyring::title_of;
use crate::ui::theme::{self, Palette};

/// Draws the rows.
pub fn ui(ui: &mut Ui, page: &mut KeysPage, ring: &Ring, lang: Lang) {
    let selected = page.selected(ring);
    let signing = ring.active().id;
    let mut chosen = None;
    ui.add_space(4.0);

    for entry in ring.entries() {
        if row(
            ui,
            entry,
            ring,
            lang,
            entry.id == selected,
            entry.id == signing,
        ) {
            chosen = Some(entry.id);
        }
    }

    if let Some(id) = chosen {
        page.select(id);
    }
}

fn row(ui: &mut Ui, entry: &Entry, ring: &Ring, lang: Lang, selected: bool, signing: bool) -> bool {
    let palette = Palette::of(ui);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 52.0), Sense::click());
    let title = title_of(entry, lang);
    let below = below(entry, lang);
    let mark = if signing {
        lang.text("keys.signs")
    } else {
        "".into()
    };

    response.widget_info(|| {
        WidgetInfo::selected(
            Role::Button,
            true,
            selected,
            format!("{title}  ·  {below}  {mark}"),
        )
    });

    let fill = if selected {
        palette.accent_soft
    } else {
        palette.card
    };

    let edge = if selected || response.hovered() {
        palette.accent
    } else {
        palette.line
    };

    let bar = Rect::from_min_size(rect.min, Vec2::new(4.0, rect.height()));
    ui.painter().rect(
        rect,
        CornerRadius::same(6),
        fill,
        Stroke::new(1.0, edge),
        StrokeKind::Inside,
    );
    ui.painter().rect_filled(
        bar,
        CornerRadius::same(2),
        theme::key_colour(ui, entry.colour),
    );
    let inner = UiBuilder::new().max_rect(rect.shrink2(Vec2::new(12.0, 6.0)));
    let mut inner = ui.new_child(inner);

    inner.spacing_mut().item_spacing.y = 0.0;
    inner.spacing_mut().interact_size.y = 20.0;
    inner.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add(Label::new(RichText::new(mark).small().color(palette.accent)).selectable(false));
            let worst = ring
                .remarks(entry)
                .into_iter()
                .map(|remark| remark.severity)
                .min();
            if let Some(severity) = worst.filter(|severity| *severity != Severity::Hint) {
                let sign = RichText::new(theme::sign(severity)).color(palette.severity(severity));
                ui.add(Label::new(sign).selectable(false));
            }

            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(
                    Label::new(RichText::new(&title).strong())
                        .selectable(false)
                        .truncate(),
                );
            });
        });
    });
    inner.add(
        Label::new(RichText::new(below).small().color(palette.weak))
            .selectable(false)
            .truncate(),
    );

    response.clicked()
}

/// The second line: what the key is for and how it can be told from others.
fn below(entry: &Entry, lang: Lang) -> String {
    let role = lang.text(role_key(entry.role));
    let what = match (&entry.content, entry.fingerprint()) {
        (_, Some(fingerprint)) => format!("{}…", fingerprint.short()),
        (Content::Locked(_), None) => lang.text("keys.locked").into_owned(),
        (Content::Unread, None) => lang.text("keys.unread").into_owned(),
        _ => lang.text("keys.unreadable").into_owned(),
    };
    format!("{role}  ·  {what}")
}
