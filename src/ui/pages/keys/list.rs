//! In: the key ring. Out: one row for each key, to choose the one whose details are shown.

use eframe::egui::{Align, Button, CornerRadius, Layout, RichText, Sense, Stroke, Ui, Vec2};

use super::{KeysPage, title_of};
use crate::core::finding::Severity;
use crate::core::key::ring::{Content, Entry, Ring, Role};
use crate::texts::Lang;
use crate::ui::theme::{self, Palette};

/// Draws the rows.
pub fn ui(ui: &mut Ui, page: &mut KeysPage, ring: &Ring, lang: Lang) {
    let selected = page.selected(ring);
    let signing = ring.active().id;
    let mut chosen = None;
    ui.add_space(4.0);
    for entry in ring.entries() {
        if row(ui, entry, ring, lang, entry.id == selected, entry.id == signing) {
            chosen = Some(entry.id);
        }
    }
    if let Some(id) = chosen {
        page.select(id);
    }
}

fn row(ui: &mut Ui, entry: &Entry, ring: &Ring, lang: Lang, selected: bool, signing: bool) -> bool {
    let palette = Palette::of(ui);
    let worst = ring.remarks(entry).into_iter().map(|remark| remark.severity).min();
    ui.horizontal(|ui| {
        let (bar, _) = ui.allocate_exact_size(Vec2::new(4.0, 48.0), Sense::empty());
        ui.painter().rect_filled(bar, CornerRadius::same(2), theme::key_colour(ui, entry.colour));
        ui.spacing_mut().item_spacing.x = 4.0;
        let fill = if selected { palette.accent_soft } else { palette.card };
        let stroke = Stroke::new(1.0, if selected { palette.accent } else { palette.line });
        let sign = worst.filter(|severity| *severity != Severity::Hint).map_or("", theme::sign);
        let name = RichText::new(format!("{} {sign}", title_of(entry, lang))).strong();
        let below = RichText::new(format!("\n{}", below(entry, lang))).small().color(palette.weak);
        let mut job = eframe::egui::text::LayoutJob::default();
        let style = ui.style().clone();
        name.append_to(&mut job, &style, eframe::egui::FontSelection::Default, Align::LEFT);
        below.append_to(&mut job, &style, eframe::egui::FontSelection::Default, Align::LEFT);
        job.wrap.max_rows = 2;
        let width = ui.available_width();
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            let mut button = Button::new(job).fill(fill).stroke(stroke).truncate().min_size(Vec2::new(width, 48.0));
            if signing {
                let mark = RichText::new(lang.text("keys.signs")).small().color(palette.accent);
                button = button.right_text(mark);
            }
            ui.add(button).clicked()
        })
        .inner
    })
    .inner
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

/// Key of a role's name among the texts.
pub fn role_key(role: Role) -> &'static str {
    match role {
        Role::ApplicationPrivate => "key_role.application_private",
        Role::ApplicationPublic => "key_role.application_public",
        Role::PlatformPublic => "key_role.platform_public",
    }
}
