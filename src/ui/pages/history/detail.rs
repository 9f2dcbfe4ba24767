//! In: an entry of the history. Out: what it says, and what can be done with it: opened, copied,
//! noted, compared.

use eframe::egui::{Button, Grid, Label, RichText, TextEdit, Ui};

use super::parts::{action_key, time, yuan};
use super::state::HistoryPage;
use crate::core::order::compare::compare;
use crate::core::time::{STALE_AFTER_SECONDS, Timestamp};
use crate::store::history::Entry;
use crate::texts::Lang;
use crate::ui::command::{Command, HistoryCommand};
use crate::ui::theme::Palette;
use crate::ui::widgets::code_view;
use crate::ui::widgets::parts::{card, primary_button, title};

/// Draws the entry that was chosen.
pub fn ui(
    ui: &mut Ui,
    page: &mut HistoryPage,
    (lang, now): (Lang, Timestamp),
    out: &mut Vec<Command>,
) {
    let Some(entry) = page.entry().cloned() else {
        let text = RichText::new(lang.text("history.about"));
        ui.add(Label::new(text.color(Palette::of(ui).weak)).wrap());
        return;
    };

    card(ui, |ui| {
        warning(ui, &entry, now, lang);
        facts(ui, &entry, lang);
        actions(ui, page, &entry, lang, out);
        note(ui, page, &entry, lang, out);
    });
    if let Some(marked) = page.marked.clone().filter(|marked| marked.id != entry.id) {
        card(ui, |ui| compared(ui, &marked, &entry, lang));
    }
    for (key, text) in [
        ("preview.data", &entry.order.data),
        ("preview.authorization", &entry.order.authorization),
    ] {
        card(ui, |ui| {
            ui.label(title(lang.text(key)));
            code_view::ui(ui, lang, &lang.text(key), text);
        });
    }
}

/// What speaks against using the signature as it is.
fn warning(ui: &mut Ui, entry: &Entry, now: Timestamp, lang: Lang) {
    let signed = Timestamp(u64::try_from(entry.order.at).unwrap_or(0));
    let minutes = (STALE_AFTER_SECONDS / 60).to_string();
    let text = if entry.order.is_demo {
        lang.text("history.is_demo").into_owned()
    } else if signed.is_stale_at(now) {
        lang.fill("history.is_stale", &[("minutes", &minutes)])
    } else {
        return;
    };
    let text = RichText::new(format!("⚠ {text}")).color(Palette::of(ui).warning);
    ui.add(Label::new(text).wrap());
}

fn facts(ui: &mut Ui, entry: &Entry, lang: Lang) {
    let palette = Palette::of(ui);
    let total = &entry.order.total;
    let total = match yuan(entry) {
        Some(yuan) => format!("{total}  {yuan}"),
        None => total.clone(),
    };
    Grid::new("history facts").num_columns(2).show(ui, |ui| {
        for (key, value) in [
            ("history.time", time(entry)),
            ("history.action", lang.text(action_key(entry)).into_owned()),
            ("field.outOrderNo", entry.order.order_no.clone()),
            ("field.skuList_title", entry.order.title.clone()),
            ("field.totalAmount", total),
            ("history.profile", entry.order.profile.clone()),
            ("history.template", entry.order.template.clone()),
            (
                "history.app_id",
                format!("{} · v{}", entry.order.app_id, entry.order.key_version),
            ),
        ] {
            if value.is_empty() {
                continue;
            }
            ui.label(RichText::new(lang.text(key)).color(palette.weak));
            ui.add(Label::new(value).truncate());
            ui.end_row();
        }
    });
}

fn actions(ui: &mut Ui, page: &mut HistoryPage, entry: &Entry, lang: Lang, out: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        if ui
            .add(primary_button(ui, lang.text("history.open")))
            .clicked()
        {
            let open = HistoryCommand::Open(Box::new(entry.order.clone()));
            out.push(Command::History(open));
        }
        let copy = ui.button(lang.text("history.copy"));
        if copy
            .on_hover_text(lang.text("history.copy_hover"))
            .clicked()
        {
            let answer = serde_json::json!({
                "data": entry.order.data,
                "byteAuthorization": entry.order.authorization,
            });
            out.push(Command::CopyText(answer.to_string(), "history.copied_name"));
        }
        let is_marked = page
            .marked
            .as_ref()
            .is_some_and(|marked| marked.id == entry.id);
        let mark = ui.add(Button::new(lang.text("history.mark")).selected(is_marked));
        if mark
            .on_hover_text(lang.text("history.mark_hover"))
            .clicked()
        {
            page.marked = (!is_marked).then(|| entry.clone());
        }
        if is_marked {
            let next = RichText::new(lang.text("history.mark_hover")).small();
            ui.label(next.color(Palette::of(ui).weak));
        }
    });
}

fn note(ui: &mut Ui, page: &mut HistoryPage, entry: &Entry, lang: Lang, out: &mut Vec<Command>) {
    let label = ui.label(lang.text("history.note"));
    let edit = TextEdit::singleline(&mut page.note).desired_width(f32::INFINITY);
    let edit = ui.add(edit).labelled_by(label.id);
    // At once: the page may be gone in the next frame.
    if edit.changed() {
        let note = HistoryCommand::Note(entry.id, page.note.clone());
        out.push(Command::History(note));
    }
}

/// How this entry differs from the one that was marked.
fn compared(ui: &mut Ui, marked: &Entry, entry: &Entry, lang: Lang) {
    let palette = Palette::of(ui);
    let compared = compare(&marked.order.data, &entry.order.data);
    let name = [("name", &*marked.order.order_no)];
    ui.label(title(lang.fill("history.compared", &name)));
    let Some(byte) = compared.byte else {
        ui.label(lang.text("history.same"));
        return;
    };

    let byte = lang.fill("history.first_byte", &[("place", &byte.to_string())]);
    ui.label(RichText::new(byte).small().color(palette.weak));
    for one in &compared.fields {
        ui.label(RichText::new(&one.path).monospace().color(palette.weak));
        for (sign, value, colour) in [
            ("-", &one.first, palette.error),
            ("+", &one.second, palette.good),
        ] {
            let nothing = lang.text("history.nothing");
            let value = value.as_deref().unwrap_or(&nothing);
            let text = RichText::new(format!("{sign} {value}")).monospace();
            ui.add(Label::new(text.color(colour)).wrap());
        }
    }
}
