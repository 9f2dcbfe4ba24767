//! In: what was found in the history. Out: the page on which it is searched, and what can be done
//! with an entry.

mod detail;
mod parts;
pub mod state;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Button, ComboBox, FontSelection, Id, Key, Label, Popup, Response, RichText, TextEdit,
    TextStyle, Ui,
};

use crate::core::time::Timestamp;
use crate::store::history::{COUNTED, Form, Mark};
use crate::texts::Lang;
use crate::ui::command::{Command, HistoryCommand};
use crate::ui::theme::Palette;
use crate::ui::widgets::parts::{card, choice, title};
use crate::ui::widgets::{arrows, panes};
use parts::{cut, first_line, last_line};
use state::{HistoryPage, PER_PAGE, Since};

/// Points of the list.
const LIST_WIDTH: f32 = 380.0;

/// Draws the page.
pub fn ui(
    ui: &mut Ui,
    page: &mut HistoryPage,
    (lang, now): (Lang, Timestamp),
    out: &mut Vec<Command>,
) {
    let width = LIST_WIDTH.min(ui.available_width() * 0.5);
    panes::left(ui, "history list", width, |ui| {
        let sought = card(ui, |ui| filters(ui, page, lang, out)).inner;
        list(ui, page, sought, lang);
    });
    panes::rest(ui, "history entry", |ui| {
        detail::ui(ui, page, (lang, now), out);
    });
}

/// The id is that of the field for what is sought.
fn filters(ui: &mut Ui, page: &mut HistoryPage, lang: Lang, out: &mut Vec<Command>) -> Id {
    let before = (page.text.clone(), page.since, page.marks.clone());
    ui.label(title(lang.text("history.title")));
    let hint = lang.text("history.search");
    let edit = TextEdit::singleline(&mut page.text)
        .hint_text(hint.clone())
        .desired_width(f32::INFINITY);
    let edit = ui.add(edit).accessible_name(hint);
    if std::mem::take(&mut page.seeks) {
        edit.request_focus();
    }
    let is_free =
        ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
    let entered = (edit.lost_focus() || is_free) && ui.input(|input| input.key_pressed(Key::Enter));
    if let Some(entry) = page.entry().filter(|_| entered) {
        let open = HistoryCommand::Open(Box::new(entry.order.clone()));
        out.push(Command::History(open));
    }

    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for (since, key) in Since::ALL {
            ui.selectable_value(&mut page.since, since, lang.text(key));
        }
    });
    for (place, mark) in Mark::ALL.into_iter().enumerate() {
        let values = page.values.get(place).map(Vec::as_slice);
        filter(ui, &mut page.marks, mark, values.unwrap_or_default(), lang);
    }

    ui.horizontal_wrapped(|ui| {
        for (form, key) in [
            (Form::JsonLines, "history.export_jsonl"),
            (Form::Csv, "history.export_csv"),
        ] {
            let has_any = page.found.count > 0;
            if ui
                .add_enabled(has_any, Button::new(lang.text(key)))
                .clicked()
            {
                out.push(Command::History(HistoryCommand::Export(form)));
            }
        }
        clear(ui, page, lang, out);
    });
    if before != (page.text.clone(), page.since, page.marks.clone()) {
        page.offset = 0;
    }
    edit.id
}

/// One mark to filter by; one that all entries have in common is no choice.
fn filter(ui: &mut Ui, marks: &mut Vec<(Mark, String)>, mark: Mark, values: &[String], lang: Lang) {
    let (name, any) = match mark {
        Mark::AppId => ("history.app_id", "history.any_app_id"),
        Mark::Profile => ("history.profile", "history.any_profile"),
        Mark::Template => ("history.template", "history.any_template"),
    };
    let before = marks.iter().find(|(other, _)| *other == mark);
    let before = before.map(|(_, value)| value.clone());
    if values.is_empty() && before.is_none() {
        return;
    }

    let mut chosen = before.clone();
    let any = lang.text(any);
    let shown = chosen.clone().unwrap_or_else(|| any.to_string());
    let width = ui.available_width();
    let combo = ComboBox::from_id_salt(name)
        .selected_text(shown)
        .width(width)
        .truncate()
        .show_ui(ui, |ui| {
            choice(ui, &mut chosen, None, &*any);
            for value in values {
                choice(ui, &mut chosen, Some(value.clone()), value);
            }
        });
    combo.response.accessible_name(lang.text(name));
    if chosen != before {
        marks.retain(|(other, _)| *other != mark);
        marks.extend(chosen.map(|value| (mark, value)));
    }
}

/// All is taken out after it was asked once: nothing brings it back.
fn clear(ui: &mut Ui, page: &mut HistoryPage, lang: Lang, out: &mut Vec<Command>) {
    if !page.clearing {
        page.clearing = ui.button(lang.text("history.clear")).clicked();
        return;
    }

    let sure = RichText::new(lang.text("history.clear_sure")).color(Palette::of(ui).error);
    if ui.button(sure).clicked() {
        out.push(Command::History(HistoryCommand::Clear));
        page.clearing = false;
    }
    if ui.button(lang.text("import.cancel")).clicked() {
        page.clearing = false;
    }
}

fn list(ui: &mut Ui, page: &mut HistoryPage, sought: Id, lang: Lang) {
    let palette = Palette::of(ui);
    if let Some(fault) = &page.fault {
        let text = format!("⚠ {}", lang.say(fault));
        ui.add(Label::new(RichText::new(text).color(palette.warning)).wrap());
        if ui.button(lang.text("history.again")).clicked() {
            (page.fault, page.asked) = (None, None);
        }
        return;
    }
    if page.found.entries.is_empty() {
        let is_filtered =
            !page.text.is_empty() || page.since != Since::default() || !page.marks.is_empty();
        let key = match () {
            () if page.is_reading => "history.reading",
            () if is_filtered => "history.none_found",
            () => "history.empty",
        };
        ui.label(RichText::new(lang.text(key)).color(palette.weak));
        // Entries may have gone meanwhile: there is a way back.
        if page.offset > 0 {
            pager(ui, page, lang);
        }
        return;
    }

    let mut chosen = page.chosen;
    let rows = page.found.entries.iter().map(|entry| {
        let mut text = LayoutJob::default();
        let (first, number) = (first_line(entry, lang), cut(&entry.order.order_no));
        for (line, style) in [
            (format!("{first}\n{number}\n"), TextStyle::Body),
            (last_line(entry, lang), TextStyle::Small),
        ] {
            let line = RichText::new(line).text_style(style);
            line.append_to(&mut text, ui.style(), FontSelection::Default, Align::Center);
        }
        let button = Button::selectable(chosen == Some(entry.id), text)
            .min_size([ui.available_width(), 60.0].into())
            .wrap();
        let hover = format!("{}\n{}", entry.order.title, entry.note);
        let row = ui.add(button).on_hover_text(hover.trim());
        if row.clicked() {
            chosen = Some(entry.id);
        }
        row
    });
    let rows: Vec<Response> = rows.collect();
    if let Some(place) = walked(ui, page, sought, &rows) {
        chosen = page.found.entries.get(place).map(|entry| entry.id);
        ui.request_repaint();
    }
    if chosen != page.chosen {
        page.chosen = chosen;
        page.note = page
            .entry()
            .map(|entry| entry.note.clone())
            .unwrap_or_default();
    }
    pager(ui, page, lang);
}

/// The entry that arrow keys lead to: from the field for what is sought, from a row, or where
/// nothing has the keyboard.
fn walked(ui: &Ui, page: &HistoryPage, sought: Id, rows: &[Response]) -> Option<usize> {
    let has_dialog = ui.memory(|memory| memory.top_modal_layer().is_some());
    let focused = ui.memory(eframe::egui::Memory::focused);
    let row = rows.iter().position(Response::has_focus);
    let is_free = focused.is_none_or(|id| id == sought) || row.is_some();
    if has_dialog || Popup::is_any_open(ui) || !is_free {
        return None;
    }

    let entries = &page.found.entries;
    let chosen = entries.iter().position(|one| Some(one.id) == page.chosen);
    let next = arrows::walk(ui, row.or(chosen), rows.len())?;
    rows[next].scroll_to_me(None);
    if row.is_some() {
        rows[next].request_focus();
    }
    Some(next)
}

fn pager(ui: &mut Ui, page: &mut HistoryPage, lang: Lang) {
    let count = page.found.count;
    let shown = i64::try_from(page.found.entries.len()).unwrap_or(PER_PAGE);
    let last = page.offset + shown;
    let counted = if count > COUNTED {
        format!("{COUNTED}+")
    } else {
        count.to_string()
    };
    ui.horizontal(|ui| {
        let before = Button::new(lang.text("history.before"));
        if ui.add_enabled(page.offset > 0, before).clicked() {
            page.offset = (page.offset - PER_PAGE).max(0);
        }
        let behind = Button::new(lang.text("history.behind"));
        if ui.add_enabled(page.found.has_more, behind).clicked() {
            page.offset += PER_PAGE;
        }
        let arguments = [
            ("first", (page.offset + 1).to_string()),
            ("last", last.to_string()),
            ("count", counted),
        ];
        let arguments = arguments
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        let text = RichText::new(lang.fill("history.range", &arguments)).small();
        ui.label(text.color(Palette::of(ui).weak));
    });
}
