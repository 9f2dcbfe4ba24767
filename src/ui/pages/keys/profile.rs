//! In: one profile of the ring. Out: the form of what the user says of it, and what can be done
//! with it.

use eframe::egui::{
    Align2, Button, CollapsingHeader, ComboBox, Label, RichText, TextEdit, TextStyle, Ui,
};

use super::parts::remark_label;
use super::state::{KeysPage, Next};
use crate::core::finding::{Explain as _, Message};
use crate::core::key::Fingerprint;
use crate::core::key::profile::{Defaults, Pinned, Profile};
use crate::core::key::ring::{Entry, EntryId, Ring, Role, Source};
use crate::core::signing::{AppId, FieldError, KeyVersion};
use crate::texts::Lang;
use crate::ui::command::{Command, ProfileCommand};
use crate::ui::keyring::{profile_name, title_of};
use crate::ui::theme::{self, KEY_COLOURS, Palette};
use crate::ui::widgets::parts::{badge, card, checkbox, choice, columns, primary_button, title};

/// Points of the badge behind a name, with the gap before it.
const BADGE_WIDTH: f32 = 72.0;

/// Draws the form; edits go into the ring.
pub fn ui(
    ui: &mut Ui,
    page: &mut KeysPage,
    ring: &mut Ring,
    profile: &Profile,
    lang: Lang,
    out: &mut Vec<Command>,
) {
    let mut edited = profile.clone();
    card(ui, |ui| {
        ui.horizontal(|ui| {
            let name = Label::new(title(profile_name(profile, ring, lang))).truncate();
            // A long name leaves room for the badge.
            let room = ui.available_width() - BADGE_WIDTH;
            ui.scope(|ui| {
                ui.set_max_width(room);
                ui.add(name);
            });
            if profile.is_production {
                ui.add(badge(ui, lang.text("profile.production_badge")));
            }
        });
        for remark in ring.signature_remarks(profile) {
            ui.add(remark_label(ui, &remark, lang));
            let is_other = remark.message.code == "key_remark.other_key";
            if is_other && ui.button(lang.text("profile.accept_key")).clicked() {
                edited.fingerprint = ring.key_of(profile).and_then(Entry::fingerprint).cloned();
            }
        }
        actions(ui, ring, profile, lang, out);
        ui.separator();
        identity(ui, page, ring, &mut edited, lang);
    });
    card(ui, |ui| {
        let heading = title(lang.text("profile.defaults"));
        CollapsingHeader::new(heading)
            .id_salt("profile defaults")
            .show_unindented(ui, |ui| defaults(ui, &mut edited.defaults, lang));
    });
    let is_said = !edited.app_id.trim().is_empty() && !edited.key_version.trim().is_empty();
    if edited.key.is_some() && is_said && !edited.is_demo() {
        card(ui, |ui| pin(ui, page, ring, &mut edited, lang));
    }

    let key = (edited.key != profile.key).then_some(edited.key);
    if edited != *profile
        && let Some(profile) = ring.profile_mut(edited.id)
    {
        *profile = edited;
    }
    if let Some(key) = key {
        ring.give_key(profile.id, key);
    }
}

fn actions(ui: &mut Ui, ring: &Ring, profile: &Profile, lang: Lang, out: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        if ring.profile().id == profile.id {
            let text = format!("✓ {}", lang.text("profile.in_use"));
            ui.label(RichText::new(text).color(Palette::of(ui).good));
        } else {
            let button = primary_button(ui, lang.text("profile.use"));
            if ui.add(button).clicked() {
                out.push(Command::Profile(ProfileCommand::Use(profile.id)));
            }
        }
        if ui.button(lang.text("profile.duplicate")).clicked() {
            out.push(Command::Profile(ProfileCommand::Duplicate(profile.id)));
        }
        if !profile.is_demo() && ui.button(lang.text("profile.remove")).clicked() {
            out.push(Command::Profile(ProfileCommand::Remove(profile.id)));
        }
    });
}

/// Name, colour, and the values that go into the header.
fn identity(ui: &mut Ui, page: &mut KeysPage, ring: &Ring, profile: &mut Profile, lang: Lang) {
    columns(ui, |[left, right]| {
        let otherwise = profile_name(profile, ring, lang);
        let label = left.label(lang.text("profile.name"));
        let edit = TextEdit::singleline(&mut profile.name)
            .hint_text(otherwise)
            .align(Align2::LEFT_CENTER)
            .desired_width(f32::INFINITY);
        left.add(edit).labelled_by(label.id);
        colours(right, &mut profile.colour, lang);
    });
    // What is still to be typed is no fault.
    let said = |text: &str, fault: Option<FieldError>| {
        let required = Message::new("profile.required");
        let fault = fault.map(|fault| (!text.is_empty(), fault.message()));
        fault.map(|(is_fault, message)| (is_fault, if is_fault { message } else { required }))
    };
    let faults = [
        said(&profile.app_id, AppId::new(&*profile.app_id).err()),
        said(
            &profile.key_version,
            KeyVersion::new(&*profile.key_version).err(),
        ),
    ];
    columns(ui, |[left, right]| {
        let app_id = value(left, lang, "keys.app_id", "appid", &mut profile.app_id);
        if page.next == Some(Next::AppId) {
            page.next = None;
            app_id.request_focus();
            app_id.scroll_to_me(None);
        }
        fault(left, faults[0].as_ref(), lang);
        if AppId::new(&*profile.app_id).is_ok_and(|app_id| !app_id.is_usual()) {
            let about = RichText::new(format!("⚠ {}", lang.text("profile.app_id_unusual")));
            let about = about.small().color(Palette::of(left).warning);
            left.add(Label::new(about).wrap());
        }
        let version = &mut profile.key_version;
        value(right, lang, "keys.key_version", "key_version", version);
        fault(right, faults[1].as_ref(), lang);
    });

    if !profile.is_demo() {
        key(ui, ring, &mut profile.key, lang);
        let about = lang.text("profile.production_about");
        checkbox(
            ui,
            &mut profile.is_production,
            lang.text("profile.production"),
        )
        .on_hover_text(about);
    }
}

/// The key that signs, chosen among those of the ring; one may serve several profiles.
fn key(ui: &mut Ui, ring: &Ring, key: &mut Option<EntryId>, lang: Lang) {
    let can_serve =
        |entry: &&Entry| entry.role != Role::PlatformPublic && entry.source != Source::Demo;
    let name = |entry: &Entry| match entry.fingerprint() {
        Some(fingerprint) => format!("{}  ·  {}…", title_of(entry, lang), fingerprint.short()),
        None => title_of(entry, lang),
    };
    let none = lang.text("profile.no_key");
    let chosen = key.and_then(|id| ring.get(id));
    let shown = chosen.map_or_else(|| none.to_string(), name);

    let label = ui.label(lang.text("profile.key"));
    let combo = ComboBox::from_id_salt("profile key")
        .selected_text(shown)
        .width(ui.available_width().min(420.0))
        .truncate()
        .show_ui(ui, |ui| {
            choice(ui, key, None, none);
            for entry in ring.entries().iter().filter(can_serve) {
                choice(ui, key, Some(entry.id), name(entry));
            }
        });
    combo.response.labelled_by(label.id);
    if key.is_none() {
        let about = RichText::new(lang.text("profile.no_key_about")).small();
        let about = about.color(Palette::of(ui).weak);
        ui.add(Label::new(about).wrap());
    }
}

/// What new orders begin with.
fn defaults(ui: &mut Ui, defaults: &mut Defaults, lang: Lang) {
    let about = RichText::new(lang.text("profile.defaults_about")).small();
    let about = about.color(Palette::of(ui).weak);
    ui.add(Label::new(about).wrap());
    let pattern = &mut defaults.order_number;
    value(ui, lang, "profile.order_number", "outOrderNo", pattern)
        .on_hover_text(lang.text("profile.order_number_hover"));
    let address = &mut defaults.pay_notify_url;
    value(ui, lang, "field.payNotifyUrl", "payNotifyUrl", address);
    columns(ui, |[left, right]| {
        let goods_type = &mut defaults.goods_type;
        value(left, lang, "field.skuList_type", "type", goods_type);
        let tag_group = &mut defaults.tag_group_id;
        value(
            right,
            lang,
            "field.skuList_tagGroupId",
            "tagGroupId",
            tag_group,
        );
    });
    let merchant = &mut defaults.merchant_uid;
    value(ui, lang, "field.merchantUid", "merchantUid", merchant);
}

/// What the console has for this `appid` and `key_version`.
fn pin(ui: &mut Ui, page: &mut KeysPage, ring: &Ring, profile: &mut Profile, lang: Lang) {
    let palette = Palette::of(ui);
    ui.label(title(lang.text("keys.pinned")));
    let place = [
        ("app_id", profile.app_id.as_str()),
        ("key_version", profile.key_version.as_str()),
    ];
    let about = RichText::new(lang.fill("keys.pin_about", &place)).small();
    ui.add(Label::new(about.color(palette.weak)).wrap());

    let pinned = ring.pinned(profile);
    let fingerprint = ring.key_of(profile).and_then(Entry::fingerprint);
    ui.horizontal_wrapped(|ui| {
        ui.label(lang.text(pinned_key(pinned)));
        if pinned != Pinned::This
            && let Some(fingerprint) = fingerprint
            && ui.button(lang.text("keys.pin_this")).clicked()
        {
            profile.pin(fingerprint.clone());
        }
        if profile.pinned().is_some() && ui.button(lang.text("keys.unpin")).clicked() {
            profile.pin = None;
        }
    });

    let label = ui.label(RichText::new(lang.text("keys.pin_other")).small());
    ui.horizontal(|ui| {
        let edit = TextEdit::singleline(&mut page.pin)
            .font(TextStyle::Monospace)
            .desired_width(ui.available_width() - 90.0);
        ui.add(edit.hint_text(lang.text("keys.pin_hint")))
            .labelled_by(label.id);
        let fingerprint = Fingerprint::parse(&page.pin);
        let button = ui.add_enabled(fingerprint.is_some(), Button::new(lang.text("keys.pin")));
        let button = button.on_disabled_hover_text(lang.text("keys.pin_hint"));
        if button.clicked() {
            if let Some(fingerprint) = fingerprint {
                profile.pin(fingerprint);
            }
            page.pin.clear();
        }
    });
}

fn pinned_key(pinned: Pinned) -> &'static str {
    match pinned {
        Pinned::Nothing => "keys.pinned_nothing",
        Pinned::This => "keys.pinned_this",
        Pinned::Other => "keys.pinned_other",
    }
}

/// A field with its name, and how the platform spells it.
pub fn value(
    ui: &mut Ui,
    lang: Lang,
    key: &str,
    spelled: &str,
    typed: &mut String,
) -> eframe::egui::Response {
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
    ui.add(edit).labelled_by(label.id)
}

/// What is wrong with a value, or that there is none yet.
fn fault(ui: &mut Ui, fault: Option<&(bool, Message)>, lang: Lang) {
    let palette = Palette::of(ui);
    if let Some((is_fault, message)) = fault {
        let (sign, colour) = if *is_fault {
            ("× ", palette.error)
        } else {
            ("", palette.weak)
        };
        let text = RichText::new(format!("{sign}{}", lang.say(message))).small();
        ui.add(Label::new(text.color(colour)).wrap());
    }
}

fn colours(ui: &mut Ui, colour: &mut u8, lang: Lang) {
    ui.label(lang.text("keys.colour"));
    ui.horizontal_wrapped(|ui| {
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
