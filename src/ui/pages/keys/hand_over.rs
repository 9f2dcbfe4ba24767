//! In: one key of the ring. Out: its public half to copy and save, and the dialog that saves a
//! private key. There is no way to copy a private key.

use eframe::egui::{Id, Label, Modal, RichText, Ui};

use super::parts::secret_field;
use super::state::{Closing, KeysPage, Saving};
use crate::core::key::ring::{Content, Entry, Ring};
use crate::core::key::write::PrivateForm;
use crate::texts::Lang;
use crate::ui::command::Command;
use crate::ui::command::{KeyCommand, PublicForm};
use crate::ui::theme::Palette;
use crate::ui::widgets::parts::{checkbox, primary_button, radio, title};

/// Draws what can be handed over.
pub fn ui(ui: &mut Ui, page: &mut KeysPage, entry: &Entry, lang: Lang, out: &mut Vec<Command>) {
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
    let Some(id) = page.key(ring) else { return };
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
        checkbox(ui, &mut saving.encrypt, lang.text("keys.encrypt"));

        if saving.encrypt {
            secret_field(ui, lang, "keys.new_passphrase", &mut saving.passphrase);
            secret_field(ui, lang, "keys.repeat_passphrase", &mut saving.repeated);
        } else {
            for (form, key) in [
                (PrivateForm::Pkcs8, "keys.as_pkcs8"),
                (PrivateForm::Pkcs1, "keys.as_pkcs1"),
            ] {
                radio(ui, &mut saving.form, form, lang.text(key));
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
