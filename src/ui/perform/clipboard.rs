//! Copies, and whether the system has them: they are read back.

use std::time::Duration;

use eframe::egui::ViewportCommand;

use crate::core::finding::Message;
use crate::ui::state::Copied;

use super::effects::Effects;

/// How long the system has to hand back what was copied.
pub const PATIENCE: Duration = Duration::from_secs(2);

/// Copies a text.
pub fn copy(text: String, effects: &mut Effects<'_>) {
    effects.ctx.copy_text(text.clone());
    if effects.surroundings.reads_back {
        effects.state.copied = Some(Copied {
            text,
            since: (effects.surroundings.uptime)(),
            is_asked: false,
        });
    }
}

/// Asks the system for what was copied, a frame after it was; says where it never comes.
pub fn follow(effects: &mut Effects<'_>) {
    let now = (effects.surroundings.uptime)();
    let Some(copied) = &mut effects.state.copied else {
        return;
    };
    if now >= copied.since + PATIENCE {
        effects.state.copied = None;
        let message = Message::new("notice.copy_unread");
        effects.state.say(false, message);
    }
}

/// Asks once; the answer comes as a paste.
pub fn ask(effects: &mut Effects<'_>) {
    if let Some(copied) = &mut effects.state.copied
        && !copied.is_asked
    {
        copied.is_asked = true;
        effects.ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
    }
}

/// Compares what the system has with what was copied.
pub fn read_back(text: &str, effects: &mut Effects<'_>) {
    let Some(copied) = effects.state.copied.take() else {
        return;
    };
    // Line ends of the other kind are made one's own on the way.
    let plain = |text: &str| text.replace("\r\n", "\n");
    if plain(&copied.text) != plain(text) {
        effects
            .state
            .say(false, Message::new("notice.copy_differs"));
    }
}
