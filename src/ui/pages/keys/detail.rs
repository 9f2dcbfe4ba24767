//! In: one key of the ring. Out: all that is known of it, what the user says about it, and what can
//! be done with it.

use eframe::egui::{Align2, Button, Label, RichText, TextEdit, TextStyle, Ui};

use super::parts::{role_key, secret_field};
use super::state::KeysPage;
use super::{facts, hand_over};
use crate::core::finding::{Explain as _, Message};
use crate::core::key::ring::{Content, Entry, EntryId, Ring, Role, Source};
use crate::core::key::{Format, KeyError};
use crate::core::platform::PLATFORM_BITS;
use crate::core::signing::{AppId, KeyVersion};
use crate::texts::Lang;
use crate::ui::command::Command;
use crate::ui::command::KeyCommand;
use crate::ui::keyring::title_of;
use crate::ui::theme::{self, KEY_COLOURS, Palette};
use crate::ui::widgets::parts::{card, primary_button, title};

/// Draws the details.
pub fn ui(ui: &mut Ui, page: &mut KeysPage, ring: &mut Ring, lang: Lang, out: &mut Vec<Command>) {
    let id = page.selected(ring);
    let signing = ring.active().id == id;
    let Some(entry) = ring.get(id) else { return };
    card(ui, |ui| {
        ui.label(title(title_of(entry, lang)));
        for remark in ring.remarks(entry) {
            let text = format!(
                "{} {}",
                theme::sign(remark.severity),
                lang.say(&remark.message)
            );
            let text = RichText::new(text).color(Palette::of(ui).severity(remark.severity));
            ui.add(Label::new(text).wrap());
        }

        if matches!(entry.content, Content::Locked(_)) {
            passphrase(ui, page, id, lang, out);
        }

        actions(ui, page, entry, signing, lang, out);
    });
    card(ui, |ui| facts::ui(ui, ring, entry, lang));

    if let Some(entry) = ring.get_mut(id) {
        card(ui, |ui| said_by_user(ui, entry, lang));
    }

    if let Some(entry) = ring.get(id)
        && entry.public().is_some()
    {
        card(ui, |ui| hand_over::ui(ui, page, ring, entry, lang, out));
    }

    let palette = Palette::of(ui);
    ui.add(
        Label::new(
            RichText::new(lang.text("keys.stays"))
                .small()
                .color(palette.weak),
        )
        .wrap(),
    );
}

fn passphrase(ui: &mut Ui, page: &mut KeysPage, id: EntryId, lang: Lang, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let mut go = false;
    ui.horizontal(|ui| {
        let field = secret_field(ui, lang, "keys.passphrase", &mut page.passphrase);
        go = field.lost_focus() && ui.input(|input| input.key_pressed(eframe::egui::Key::Enter));
        let ready = !page.passphrase.is_empty() && !page.opening;
        let button = ui.add_enabled(ready, primary_button(ui, lang.text("keys.open")));
        go |= button
            .on_disabled_hover_text(lang.text("keys.passphrase_empty"))
            .clicked();
        go &= ready;

        if page.opening {
            ui.spinner();
        }
    });

    if let Some(fault) = &page.passphrase_fault {
        ui.add(
            Label::new(RichText::new(format!("× {}", lang.say(fault))).color(palette.error)).wrap(),
        );
    }

    if go {
        out.push(Command::Key(KeyCommand::Open(id, page.passphrase.clone())));
    }
}

fn actions(
    ui: &mut Ui,
    page: &mut KeysPage,
    entry: &Entry,
    signing: bool,
    lang: Lang,
    out: &mut Vec<Command>,
) {
    ui.horizontal(|ui| {
        if signing {
            ui.label(
                RichText::new(format!("✓ {}", lang.text("keys.signs_now")))
                    .color(Palette::of(ui).good),
            );
        } else {
            let obstacle = obstacle(entry);
            let (key, can) = match entry.content {
                Content::Unread | Content::Fault(_) => ("keys.read_again", true),
                _ => ("keys.activate", obstacle.is_none()),
            };
            let button = ui.add_enabled(can, Button::new(lang.text(key)));
            let why = obstacle
                .map(|message| lang.say(&message))
                .unwrap_or_default();

            if button.on_disabled_hover_text(why).clicked() {
                out.push(Command::Key(KeyCommand::Activate(entry.id)));
            }
        }

        if entry.fingerprint().is_some()
            && ui
                .button(lang.text("keys.copy_fingerprint"))
                .on_hover_text(lang.text("keys.fingerprint_hover"))
                .clicked()
        {
            out.push(Command::Key(KeyCommand::CopyFingerprint(entry.id)));
        }

        // A new pair is nowhere else: it goes at the second click only.
        let would_be_lost = entry.source == Source::Generated;
        let asked = page.to_lose == Some(entry.id);
        let (key, hover) = if asked {
            ("keys.remove_unsaved", "keys.remove_unsaved_hover")
        } else {
            ("keys.remove", "keys.remove_hover")
        };

        if entry.source != Source::Demo
            && ui
                .button(lang.text(key))
                .on_hover_text(lang.text(hover))
                .clicked()
        {
            if would_be_lost && !asked {
                page.to_lose = Some(entry.id);
            } else {
                out.push(Command::Key(KeyCommand::Remove(entry.id)));
            }
        }
    });
}

/// Why a key cannot sign.
fn obstacle(entry: &Entry) -> Option<Message> {
    let error = match &entry.content {
        Content::Private(key) if key.bits() < PLATFORM_BITS => {
            KeyError::TooSmall { bits: key.bits() }
        }
        Content::Public(key) if *key.format() == Format::Certificate => KeyError::Certificate,
        Content::Public(_) => KeyError::Public,
        Content::Locked(_) => KeyError::Encrypted,
        Content::Private(_) | Content::Unread | Content::Making | Content::Fault(_) => return None,
    };
    Some(error.message())
}

/// Label, role, colour, and the values that go into the header.
fn said_by_user(ui: &mut Ui, entry: &mut Entry, lang: Lang) {
    ui.label(title(lang.text("keys.identity")));
    let is_private = !entry.content.is_public();
    let faults = (
        AppId::new(&*entry.app_id)
            .err()
            .filter(|_| is_private)
            .map(|error| error.message()),
        KeyVersion::new(&*entry.key_version)
            .err()
            .filter(|_| is_private)
            .map(|error| error.message()),
    );

    if entry.content.is_public() {
        ui.horizontal(|ui| {
            ui.label(lang.text("keys.role"));
            for role in [Role::ApplicationPublic, Role::PlatformPublic] {
                ui.radio_value(&mut entry.role, role, lang.text(role_key(role)));
            }
        });
    }

    ui.columns_const(|[left, right]| {
        value(
            left,
            lang,
            "keys.app_id",
            "appid",
            &mut entry.app_id,
            faults.0.as_ref(),
        );
        value(
            right,
            lang,
            "keys.key_version",
            "key_version",
            &mut entry.key_version,
            faults.1.as_ref(),
        );
    });
    ui.columns_const(|[left, right]| {
        value(left, lang, "keys.label", "", &mut entry.label, None);
        colours(right, &mut entry.colour, lang);
    });
}

fn value(
    ui: &mut Ui,
    lang: Lang,
    key: &str,
    spelled: &str,
    typed: &mut String,
    fault: Option<&Message>,
) {
    let palette = Palette::of(ui);
    let name = lang.text(key);
    let label = ui.label(if spelled.is_empty() {
        name.into_owned()
    } else {
        format!("{name}  {spelled}")
    });
    let font = if spelled.is_empty() {
        TextStyle::Body
    } else {
        TextStyle::Monospace
    };

    let edit = TextEdit::singleline(typed)
        .font(font)
        .align(Align2::LEFT_CENTER)
        .desired_width(f32::INFINITY);
    ui.add(edit).labelled_by(label.id);
    if let Some(fault) = fault {
        ui.add(
            Label::new(
                RichText::new(format!("× {}", lang.say(fault)))
                    .small()
                    .color(palette.error),
            )
            .wrap(),
        );
    }
}

fn colours(ui: &mut Ui, colour: &mut u8, lang: Lang) {
    ui.label(lang.text("keys.colour"));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding.x = 6.0;
        for place in 0..KEY_COLOURS {
            let dot = RichText::new("●").color(theme::key_colour(ui, place));
            let button = Button::selectable(*colour == place, dot).min_size([28.0, 28.0].into());
            let name = lang.text(&format!("key_colour.{place}"));

            if ui.add(button).accessible_name(name).clicked() {
                *colour = place;
            }
        }
    });
}
