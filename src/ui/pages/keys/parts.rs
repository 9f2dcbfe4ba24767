//! What several parts of the keys page are made of.

use eframe::egui::{Align2, Label, Response, RichText, TextEdit, Ui};

use crate::core::key::Passphrase;
use crate::core::key::ring::{Remark, Role};
use crate::texts::Lang;
use crate::ui::theme::{self, Palette};

/// A field whose text is not shown, and not kept for going back.
pub fn secret_field(ui: &mut Ui, lang: Lang, name: &str, secret: &mut Passphrase) -> Response {
    let label = ui.label(lang.text(name));
    let edit = TextEdit::singleline(secret.text_mut())
        .password(true)
        .align(Align2::LEFT_CENTER)
        .desired_width(200.0);
    let output = edit.show(ui);
    let mut state = output.state;
    state.clear_undoer();
    state.store(ui.ctx(), output.response.id);

    output.response.response.labelled_by(label.id)
}

/// Key of a role's name among the texts.
pub fn role_key(role: Role) -> &'static str {
    match role {
        Role::ApplicationPrivate => "key_role.application_private",
        Role::ApplicationPublic => "key_role.application_public",
        Role::PlatformPublic => "key_role.platform_public",
    }
}

/// What there is to say of a key or a profile.
pub fn remark_label(ui: &Ui, remark: &Remark, lang: Lang) -> Label {
    let said = lang.say(&remark.message);
    let text = format!("{} {said}", theme::sign(remark.severity));
    let text = RichText::new(text).color(Palette::of(ui).severity(remark.severity));
    Label::new(text).wrap()
}
