//! Copies, and whether the system has them: they are read back.

use eframe::egui::ViewportCommand;

use crate::core::finding::Message;
use crate::ui::state::Copied;

use super::effects::Effects;

/// Frames after which no answer comes any more: the system is asked between two frames, and answers
/// before the next one or never.
const PATIENCE: u32 = 8;

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
            frames: 0,
            awaited: before.map_or(0, |before| before.awaited),
        });
    }
}

/// Asks the system for what was copied, a frame after it was; the answer comes as a paste. Says so
/// where it never comes.
pub fn ask(effects: &mut Effects<'_>) {
    let Some(copied) = &mut effects.state.copied else {
        return;
    };
    if copied.is_due {
        copied.is_due = false;
        copied.frames = 0;
        copied.awaited += 1;
        effects.ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
        return;
    }

    copied.frames += 1;
    let was_asked = copied.awaited > 0;
    if copied.frames > PATIENCE || !was_asked {
        effects.state.copied = None;
        if was_asked {
            effects.state.say(false, Message::new("notice.copy_unread"));
        }
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
