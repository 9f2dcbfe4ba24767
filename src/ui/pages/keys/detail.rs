//! In: one profile or key of the ring. Out: all that is known of it, and what can be done with it.

use eframe::egui::{Align, Button, Label, RichText, Ui};

use super::parts::{remark_label, role_key, secret_field};
use super::profile::{self, value};
use super::state::{KeysPage, Next, Shown};
use super::{facts, hand_over};
use crate::core::key::ring::{Content, Entry, EntryId, Ring, Role, Source};
use crate::texts::Lang;
use crate::ui::command::Command;
use crate::ui::command::KeyCommand;
use crate::ui::keyring::title_of;
use crate::ui::theme::Palette;
use crate::ui::widgets::parts::{card, primary_button, radio, title};

/// Draws the details of a profile with its key, or of a key that no profile has.
pub fn ui(ui: &mut Ui, page: &mut KeysPage, ring: &mut Ring, lang: Lang, out: &mut Vec<Command>) {
    if let Shown::Profile(id) = page.shown(ring)
        && let Some(profile) = ring.get_profile(id).cloned()
    {
        profile::ui(ui, page, ring, &profile, lang, out);
    }
    if let Some(id) = page.key(ring) {
        key(ui, page, ring, id, lang, out);
    }

    let palette = Palette::of(ui);
    let stays = RichText::new(lang.text("keys.stays")).small();
    ui.add(Label::new(stays.color(palette.weak)).wrap());
}

/// All there is to a key.
fn key(
    ui: &mut Ui,
    page: &mut KeysPage,
    ring: &mut Ring,
    id: EntryId,
    lang: Lang,
    out: &mut Vec<Command>,
) {
    let signing = |active: &Entry| active.id == id && active.signer().is_some();
    let signing = ring.active().is_some_and(signing);
    let Some(entry) = ring.get(id) else { return };
    card(ui, |ui| {
        ui.add(Label::new(title(title_of(entry, lang))).truncate());
        for remark in entry.remarks() {
            ui.add(remark_label(ui, &remark, lang));
        }

        if matches!(entry.content, Content::Locked(_)) {
            passphrase(ui, page, id, lang, out);
        }

        actions(ui, page, entry, signing, lang, out);
    });

    let mut said = (entry.label.clone(), entry.role);
    if entry.source != Source::Demo {
        card(ui, |ui| said_by_user(ui, entry, &mut said, lang));
    }
    let has_public = entry.public().is_some();
    card(ui, |ui| facts::ui(ui, ring, entry, lang));
    if has_public {
        card(ui, |ui| hand_over::ui(ui, page, entry, lang, out));
    }

    if said != (entry.label.clone(), entry.role)
        && let Some(entry) = ring.get_mut(id)
    {
        (entry.label, entry.role) = said;
    }
}

fn passphrase(ui: &mut Ui, page: &mut KeysPage, id: EntryId, lang: Lang, out: &mut Vec<Command>) {
    let palette = Palette::of(ui);
    let mut go = false;
    ui.horizontal(|ui| {
        let field = secret_field(ui, lang, "keys.passphrase", &mut page.passphrase);
        if !page.opening && page.next == Some(Next::Passphrase) {
            page.next = None;
            field.request_focus();
            field.scroll_to_me(Some(Align::Center));
        }
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
            let obstacle = entry.obstacle();
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

/// What a key is called and what it is for.
fn said_by_user(ui: &mut Ui, entry: &Entry, (label, role): &mut (String, Role), lang: Lang) {
    value(ui, lang, "keys.label", "", label);
    if entry.content.is_public() {
        ui.horizontal(|ui| {
            ui.label(lang.text("keys.role"));
            for one in [Role::ApplicationPublic, Role::PlatformPublic] {
                radio(ui, role, one, lang.text(role_key(one)));
            }
        });
    }
}
