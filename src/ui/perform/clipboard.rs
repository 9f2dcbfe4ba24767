//! Copies, and whether the system has them: they are read back.

use std::time::Duration;

use eframe::egui::ViewportCommand;

use crate::core::finding::Message;
use crate::ui::state::Copied;

use super::effects::Effects;

/// How long the system has to hand back what was copied.
pub const PATIENCE: Duration = Duration::from_secs(2);

/// Bytes that are read back at most.
const LIMIT: usize = 1 << 20;

/// Copies a text.
pub fn copy(text: String, effects: &mut Effects<'_>) {
    effects.ctx.copy_text(text.clone());
    if effects.surroundings.reads_back {
        let before = effects.state.copied.take();
        effects.state.copied = Some(Copied {
            is_due: text.len() <= LIMIT,
            text,
            since: (effects.surroundings.uptime)(),
            awaited: before.map_or(0, |before| before.awaited),
        });
    }
}

/// Says so where the system never hands back what was copied.
pub fn follow(effects: &mut Effects<'_>) {
    let now = (effects.surroundings.uptime)();
    let is_late = |copied: &Copied| now >= copied.since + PATIENCE;
    if effects.state.copied.as_ref().is_some_and(is_late) {
        let copied = effects.state.copied.take();
        if copied.is_some_and(|copied| copied.awaited > 0) {
            effects.state.say(false, Message::new("notice.copy_unread"));
        }
    }
}

/// Asks the system for what was copied, a frame after it was; the answer comes as a paste.
pub fn ask(effects: &mut Effects<'_>) {
    if let Some(copied) = &mut effects.state.copied
        && copied.is_due
    {
        copied.is_due = false;
        copied.awaited += 1;
        effects.ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
    }
}

/// Compares what the system has with what was copied; of something that was copied before, nothing
/// is said.
pub fn read_back(text: &str, effects: &mut Effects<'_>) {
    let Some(copied) = &mut effects.state.copied else {
        return;
    };
    copied.awaited = copied.awaited.saturating_sub(1);
    if copied.awaited > 0 || copied.is_due {
        return;
    }

    // Line ends of the other kind are made one's own on the way.
    let plain = |text: &str| text.replace("\r\n", "\n");
    let is_same = plain(&copied.text) == plain(text);
    effects.state.copied = None;
    if !is_same {
        effects
            .state
            .say(false, Message::new("notice.copy_differs"));
    }
}
