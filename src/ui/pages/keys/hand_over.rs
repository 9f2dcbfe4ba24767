//! In: one key of the ring. Out: its public half to copy and save, the pin of what the console has,
//! and the dialog that saves a private key. There is no way to copy a private key.

use eframe::egui::{Button, Id, Label, Modal, RichText, TextEdit, TextStyle, Ui};

use super::parts::secret_field;
use super::state::{Closing, KeysPage, Saving};
use crate::core::key::Fingerprint;
use crate::core::key::ring::{Content, Entry, Pinned, Ring};
use crate::core::key::write::PrivateForm;
use crate::texts::Lang;
use crate::ui::command::Command;
use crate::ui::command::{KeyCommand, PublicForm};
use crate::ui::theme::Palette;
use crate::ui::widgets::parts::{primary_button, title};

/// Draws what can be handed over.
pub fn ui(
    ui: &mut Ui,
    page: &mut KeysPage,
    ring: &Ring,
    entry: &Entry,
    lang: Lang,
    out: &mut Vec<Command>,
) {
    let palette = Palette::of(ui);
    ui.label(title(lang.text("keys.hand_over")));
    ui.add(
        Label::new(
            RichText::new(lang.text("keys.hand_over_about"))
                .small()
                .color(palette.weak),
        )
        .wrap(),
    );
    ui.horizontal_wrapped(|ui| {
        for form in PublicForm::ALL {
            if ui
                .button(lang.text(form.name_key()))
                .on_hover_text(lang.text("keys.copy_hover"))
                .clicked()
            {
                out.push(Command::Key(KeyCommand::CopyPublic(entry.id, form)));
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        if ui.button(lang.text("keys.save_public")).clicked() {
            out.push(Command::Key(KeyCommand::SavePublic(
                entry.id,
                PublicForm::Pem,
            )));
        }
        if matches!(entry.content, Content::Private(_))
            && ui.button(lang.text("keys.save_private")).clicked()
        {
            page.saving = Some(Saving::default());
        }
    });
    ui.separator();
    pin(ui, page, ring, entry, lang, out);
}

/// What the console has for this `appid` and `key_version`.
fn pin(
    ui: &mut Ui,
    page: &mut KeysPage,
    ring: &Ring,
    entry: &Entry,
    lang: Lang,
    out: &mut Vec<Command>,
) {
    let palette = Palette::of(ui);
    let place = [
        ("app_id", entry.app_id.as_str()),
        ("key_version", entry.key_version.as_str()),
    ];
    ui.add(
        Label::new(
            RichText::new(lang.fill("keys.pin_about", &place))
                .small()
                .color(palette.weak),
        )
        .wrap(),
    );
    ui.horizontal_wrapped(|ui| {
        let pinned = ring.pinned(entry);
        if pinned != Pinned::This && ui.button(lang.text("keys.pin_this")).clicked() {
            out.push(Command::Key(KeyCommand::Pin(
                entry.id,
                entry.fingerprint().cloned(),
            )));
        }

        if pinned != Pinned::Nothing && ui.button(lang.text("keys.unpin")).clicked() {
            out.push(Command::Key(KeyCommand::Pin(entry.id, None)));
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

        if button
            .on_disabled_hover_text(lang.text("keys.pin_hint"))
            .clicked()
        {
            out.push(Command::Key(KeyCommand::Pin(entry.id, fingerprint)));
            page.pin.clear();
        }
    });
}

/// Asks before the window closes over a new key that is nowhere else.
pub fn close_dialog(ui: &mut Ui, page: &mut KeysPage, lang: Lang, out: &mut Vec<Command>) {
    if page.closing != Closing::Asked {
        return;
    }

    let shown = Modal::new(Id::unique("close")).show(ui, |ui| {
        ui.set_width(380.0);
        ui.label(title(lang.text("keys.close_title")));
        ui.add(Label::new(lang.text("keys.close_about")).wrap());
        ui.horizontal(|ui| {
            let stays = ui.add(primary_button(ui, lang.text("keys.stay"))).clicked();
            if ui.button(lang.text("keys.close")).clicked() {
                out.push(Command::Close);
            }
            stays
        })
        .inner
    });
    if shown.should_close() || shown.inner {
        page.closing = Closing::Open;
    }
}

/// Draws the dialog that saves a private key, while it is open.
pub fn dialog(ui: &mut Ui, page: &mut KeysPage, ring: &Ring, lang: Lang, out: &mut Vec<Command>) {
    let id = page.selected(ring);
    let Some(saving) = &mut page.saving else {
        return;
    };

    let palette = Palette::of(ui);
    let shown = Modal::new(Id::unique("save private key")).show(ui, |ui| {
        ui.set_width(440.0);
        ui.label(title(lang.text("keys.save_private_title")));
        ui.add(
            Label::new(
                RichText::new(lang.text("keys.save_about"))
                    .small()
                    .color(palette.weak),
            )
            .wrap(),
        );
        ui.checkbox(&mut saving.encrypt, lang.text("keys.encrypt"));

        if saving.encrypt {
            secret_field(ui, lang, "keys.new_passphrase", &mut saving.passphrase);
            secret_field(ui, lang, "keys.repeat_passphrase", &mut saving.repeated);
        } else {
            for (form, key) in [
                (PrivateForm::Pkcs8, "keys.as_pkcs8"),
                (PrivateForm::Pkcs1, "keys.as_pkcs1"),
            ] {
                ui.radio_value(&mut saving.form, form, lang.text(key));
            }
        }

        ui.horizontal(|ui| {
            let obstacle = saving.obstacle();
            let save = ui.add_enabled(
                obstacle.is_none(),
                primary_button(ui, lang.text("keys.choose_place")),
            );
            let why = obstacle.map(|key| lang.text(key)).unwrap_or_default();
            let save = save.on_disabled_hover_text(why).clicked();

            if save {
                let passphrase = saving.encrypt.then(|| saving.passphrase.clone());
                out.push(Command::Key(KeyCommand::SavePrivate(
                    id,
                    saving.form,
                    passphrase,
                )));
            }

            save || ui.button(lang.text("import.cancel")).clicked()
        })
        .inner
    });
    if shown.should_close() || shown.inner {
        page.saving = None;
    }
}

impl Saving {
    /// Key of the text that says why nothing can be saved yet.
    fn obstacle(&self) -> Option<&'static str> {
        if !self.encrypt {
            None
        } else if self.passphrase.is_empty() {
            Some("keys.passphrase_empty")
        } else if self.passphrase != self.repeated {
            Some("keys.passphrases_differ")
        } else {
            None
        }
    }
}
