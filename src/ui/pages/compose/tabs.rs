//! In: the open documents. Out: a tab for each, with what there is to say of its file.

use eframe::egui::{
    Button, Frame, Id, Label, Margin, Panel, RichText, ScrollArea, Sense, Stroke, Ui,
};

use crate::core::key::ring::Ring;
use crate::texts::Lang;
use crate::ui::command::{Command, DocumentCommand};
use crate::ui::tab::Tab;
use crate::ui::tab_id::TabId;
use crate::ui::theme::{self, Palette};
use crate::ui::widgets::focus;
use crate::ui::widgets::parts::{chosen, ends};
use crate::ui::workspace::Workspace;

/// Points of a tab's title at most.
const TITLE_WIDTH: f32 = 168.0;

/// Draws the tabs.
pub fn ui(ui: &mut Ui, workspace: &Workspace, ring: &Ring, lang: Lang, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let frame = Frame::new()
        .fill(ui.visuals().panel_fill)
        .inner_margin(Margin::symmetric(12, 4));
    Panel::top("documents")
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let room = ui.available_width() - 40.0;
                ScrollArea::horizontal()
                    .max_width(room)
                    .auto_shrink([true, true])
                    .show(ui, |ui| {
                        for tab in workspace.tabs() {
                            let profile = ring.get_profile(tab.profile);
                            // One profile alone tells nothing apart.
                            let several = ring.profiles().len() > 1;
                            let colour = profile.filter(|_| several).map(|one| one.colour);
                            let is_front = tab.id == workspace.tab().id;
                            tab_ui(ui, tab, (is_front, colour), lang, out);
                        }
                        focus::follow(ui);
                    });
                let name = lang.text("document.new");
                let new = Button::new(RichText::new("+").color(palette.weak)).frame(false);
                let new = ui.add(new).on_hover_text(&*name).accessible_name(&*name);
                if new.clicked() {
                    out.push(Command::Document(DocumentCommand::New));
                }
            });
        });
}

fn tab_ui(
    ui: &mut Ui,
    tab: &Tab,
    (is_front, profile): (bool, Option<u8>),
    lang: Lang,
    out: &mut Vec<Command>,
) {
    let palette = Palette::of(ui);
    let title = title(tab, lang);
    let (ground, colour) = if is_front {
        (palette.card, ui.visuals().text_color())
    } else {
        (ui.visuals().panel_fill, palette.weak)
    };
    let stroke = if is_front {
        Stroke::new(1.0, palette.line)
    } else {
        Stroke::NONE
    };

    let frame = Frame::new().fill(ground).stroke(stroke).corner_radius(6);
    let shown = frame.inner_margin(Margin::symmetric(4, 0)).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.scope(|ui| {
                ui.set_max_width(TITLE_WIDTH);
                let mark = if tab.is_edited() { "● " } else { "" };
                let text = RichText::new(format!("{mark}{}", shortened(&title))).color(colour);
                let button = Button::new(text).frame(false).truncate();
                let (key, hover) = match &tab.file {
                    Some(file) => ("tab.file", file.path.display().to_string()),
                    None => ("tab.no_file", String::new()),
                };
                let hover = format!("{title}\n{}", lang.fill(key, &[("path", &hover)]));
                let name = if tab.is_edited() {
                    lang.fill("tab.edited", &[("name", &title)])
                } else {
                    title.clone()
                };
                let response = ui.add(button).on_hover_text(hover).accessible_name(name);
                if response.clicked() {
                    out.push(Command::Document(DocumentCommand::Select(tab.id)));
                }
                if response.middle_clicked() {
                    out.push(Command::Document(DocumentCommand::Close(Some(tab.id))));
                }
                response.context_menu(|ui| context_menu(ui, tab.id, lang, out));
            });

            let name = lang.fill("tab.close", &[("name", &title)]);
            // The keyboard has Ctrl+W: Tab goes from one title to the next.
            let close = Button::new(RichText::new("×").color(palette.weak)).frame(false);
            let close = ui
                .add(close.sense(Sense::CLICK))
                .on_hover_text(&name)
                .accessible_name(&name);
            if close.clicked() {
                out.push(Command::Document(DocumentCommand::Close(Some(tab.id))));
            }
        });
    });
    if is_front {
        // Also as its title becomes longer, so that its × stays in sight.
        let id = Id::unique("front tab");
        let now = (tab.id, shown.response.rect.width().round());
        let before = ui.data(|data| data.get_temp::<(TabId, f32)>(id));
        if before != Some(now) {
            ui.data_mut(|data| data.insert_temp(id, now));
            shown.response.scroll_to_me(None);
        }
    }
    if let Some(colour) = profile {
        // Whom it is signed for.
        let mut bar = shown.response.rect;
        bar.set_top(bar.bottom() - 3.0);
        let colour = theme::key_colour(ui, colour);
        ui.painter().rect_filled(bar, 1.5, colour);
    }
}

/// A title that is too long for a tab, without its middle: numbers of orders differ at their end.
fn shortened(title: &str) -> String {
    /// Letters that a tab has room for; a Chinese character takes that of two.
    const LONGEST: usize = 22;
    const AT_BEGIN: usize = 8;
    let width = |c: char| if c.is_ascii() { 1 } else { 2 };
    let mut left: usize = title.chars().map(width).sum();
    if left <= LONGEST {
        return title.to_owned();
    }

    let (mut begin, mut taken) = (String::new(), 0);
    let mut rest = title.chars();
    while taken < AT_BEGIN
        && let Some(c) = rest.next()
    {
        begin.push(c);
        taken += width(c);
    }
    left -= taken;
    while taken + left > LONGEST - 2
        && let Some(c) = rest.next()
    {
        left -= width(c);
    }
    format!("{begin}…{}", rest.as_str())
}

/// What the menus do with the document in front, for this one.
fn context_menu(ui: &mut Ui, id: TabId, lang: Lang, out: &mut Vec<Command>) {
    for (key, command) in [
        ("document.save", DocumentCommand::Save),
        ("document.save_as", DocumentCommand::SaveAs),
        ("document.duplicate", DocumentCommand::Duplicate),
        ("document.close", DocumentCommand::Close(Some(id))),
    ] {
        let entry = ui.button(lang.text(key));
        if chosen(ui, &entry) {
            out.push(Command::Document(DocumentCommand::Select(id)));
            out.push(Command::Document(command));
        }
    }
}

fn title(tab: &Tab, lang: Lang) -> String {
    let title = tab.title();
    if title.trim().is_empty() {
        lang.text("tab.untitled").into_owned()
    } else {
        title
    }
}

/// Says that another program has changed the file of a document, and what can be done.
pub fn outside(ui: &mut Ui, tab: &Tab, lang: Lang, out: &mut Vec<Command>) {
    if !tab.has_changed_outside {
        return;
    }

    let palette = Palette::of(ui);
    let frame = Frame::new()
        .fill(palette.warning_soft)
        .inner_margin(Margin::symmetric(16, 4));
    Panel::top("changed outside")
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            let text = format!("⚠ {}", lang.text("tab.changed_outside"));
            let text = Label::new(RichText::new(text).color(palette.warning)).truncate();
            let buttons = |ui: &mut Ui| {
                for (key, command) in [
                    ("tab.reload", DocumentCommand::Reload(tab.id)),
                    ("tab.overwrite", DocumentCommand::Overwrite(tab.id)),
                ] {
                    if ui.button(lang.text(key)).clicked() {
                        out.push(Command::Document(command));
                    }
                }
            };
            ui.horizontal(|ui| ends(ui, |ui| ui.add(text), buttons));
        });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_titles_keep_their_ends() {
        for (title, shown) in [
            ("out_order_test_123456", "out_order_test_123456"),
            ("vip_1795689572_324f0a1b", "vip_1795…572_324f0a1b"),
            ("会员月卡会员月卡会员月卡1", "会员月卡…卡会员月卡1"),
        ] {
            assert_eq!(shortened(title), shown);
        }
    }
}
