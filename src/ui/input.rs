//! In: keys, dropped files, pasted text, as the system hands them over. Out: what they ask for
//! where no widget takes them.

use eframe::egui::{self, Event, ImeEvent};
use zeroize::{Zeroize as _, Zeroizing};

use crate::core::key::may_hold_private_key;
use crate::core::order::tag_groups;
use crate::store::is_too_large;

use super::command::{Command, DocumentCommand, KeyCommand, KeyText, VerifyCommand, shortcuts};
use super::page::Page;
use super::state::State;

/// What was asked for without a widget: shortcuts, dropped files, a key that was pasted.
pub fn commands(ctx: &egui::Context, state: &State) -> Vec<Command> {
    let mut commands: Vec<Command> = ctx.input_mut(|input| {
        shortcuts()
            .into_iter()
            .filter(|(_, command)| is_for_window(command, state))
            .filter_map(|(shortcut, command)| input.consume_shortcut(&shortcut).then_some(command))
            .collect()
    });

    let (dropped, is_back) = ctx.input(|input| {
        let files = input.raw.dropped_files.iter();
        let files: Vec<_> = files.map(|file| file.path().to_owned()).collect();
        let is_back = |event: &Event| matches!(event, Event::WindowFocused(true));
        (files, input.events.iter().any(is_back))
    });
    if is_back {
        commands.push(Command::Document(DocumentCommand::Compare));
    }
    for path in dropped {
        commands.push(match state.page {
            Page::Keys => Command::Key(KeyCommand::Read(path)),
            Page::Verify => Command::Verify(VerifyCommand::Open(path)),
            Page::Compose | Page::Errors | Page::Sandbox | Page::History => Command::Open(path),
        });
    }

    if state
        .copied
        .as_ref()
        .is_some_and(|copied| copied.awaited > 0)
        && let Some(text) = pasted_text(ctx, |_| true)
    {
        commands.push(Command::ReadBack(text.to_string()));
    }

    let free = !ctx.egui_wants_keyboard_input() && state.compose.import_text.is_none();
    let taken = |text: &str| match state.page {
        // Refused with a sentence; looking through it would hold the frame.
        _ if is_too_large(text) => true,
        // A private key is never left to a text field, which would keep it for going back.
        _ if may_hold_private_key(text) => true,
        // An answer about tag groups is for the list of them, whatever field has the cursor.
        Page::Compose if !has_dialog(state) && is_tag_groups(text) => true,
        Page::Keys => free || state.keys.awaits_paste,
        Page::Compose | Page::Verify | Page::Errors | Page::Sandbox | Page::History => free,
    };
    if let Some(text) = pasted_text(ctx, taken) {
        let looks_like_key = || text.contains("-----BEGIN ") || may_hold_private_key(&text);
        let is_key = state.page == Page::Keys || !is_too_large(&text) && looks_like_key();
        let take = |text: &str| match state.page {
            Page::Verify => Command::Verify(VerifyCommand::Take(text.to_owned())),
            Page::Errors => Command::Report(text.to_owned()),
            Page::Compose | Page::Keys => Command::Import(text.to_owned()),
            // Those have nothing to paste into: it is offered to where it belongs.
            Page::Sandbox | Page::History => Command::Offer(text.to_owned()),
        };
        commands.push(if is_key {
            Command::Key(KeyCommand::ReadText(KeyText(text)))
        } else {
            take(&text)
        });
    }

    commands
}

/// Whether a dialog lies over the page.
fn has_dialog(state: &State) -> bool {
    let compose = &state.compose;
    compose.import_text.is_some()
        || compose.templates.asking.is_some()
        || compose.templates.naming.is_some()
        || state.path_dialog.is_some()
        || state.finder.is_some()
        || state.asked.is_some()
}

/// Whether a text is an answer about tag groups.
fn is_tag_groups(text: &str) -> bool {
    tag_groups::may_hold(text) && !tag_groups::read(text).is_empty()
}

/// Whether a shortcut is the window's just now: none while an input method composes or a dialog is
/// open, and what is typed outside the order's form is taken back by its own field.
fn is_for_window(command: &Command, state: &State) -> bool {
    let has_dialog = has_dialog(state);
    let Command::Document(command) = command else {
        return !state.is_composing && !has_dialog;
    };
    // Nothing is done to an order that is not in sight.
    let brings_one = matches!(
        command,
        DocumentCommand::New | DocumentCommand::Choose | DocumentCommand::Reopen
    );
    !state.is_composing && !has_dialog && (brings_one || state.page == Page::Compose)
}

/// Notes whether an input method composes a text.
pub fn follow_input_method(ctx: &egui::Context, state: &mut State) {
    ctx.input(|input| {
        for event in &input.events {
            match event {
                Event::Ime(ImeEvent::Preedit { text, .. }) => state.is_composing = !text.is_empty(),
                Event::Ime(_) | Event::WindowFocused(false) => state.is_composing = false,
                _ => {}
            }
        }
    });
}

/// Takes pasted text that `taken` asks for away from the text fields, and leaves no copy of it
/// behind.
fn pasted_text(ctx: &egui::Context, taken: impl Fn(&str) -> bool) -> Option<Zeroizing<String>> {
    ctx.input_mut(|input| {
        let wanted = |event: &Event| matches!(event, Event::Paste(text) if taken(text));
        let place = input.events.iter().position(wanted)?;
        let Event::Paste(text) = input.events.remove(place) else {
            return None;
        };

        for event in &mut input.raw.events {
            if let Event::Paste(copy) = event {
                copy.zeroize();
            }
        }

        Some(Zeroizing::new(text))
    })
}
