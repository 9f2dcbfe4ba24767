//! Texts that were pasted where they do not belong: offered to the page that they are for.

use crate::core::finding::Message;
use crate::core::intake::{self, What};
use crate::ui::command::{Command, VerifyCommand};
use crate::ui::jobs::BESIDE;
use crate::ui::notices::Remedy;
use crate::ui::page::Page;
use crate::ui::state::State;

/// The page that a text is for, if it is for one.
fn page_of(text: &str) -> Option<Page> {
    let read = intake::read(text);
    match read.what {
        What::Answer if read.parts.has_header() => Some(Page::Verify),
        What::Data | What::Call | What::Other(_) | What::Answer => Some(Page::Compose),
        What::Header | What::Callback => Some(Page::Verify),
        What::Success | What::Report => Some(Page::Errors),
        What::Key | What::Nothing => None,
    }
}

/// Offers a text to the page that it is for, where that is another one than this; whether it is.
pub fn offer(text: &str, here: Page, state: &mut State) -> bool {
    // A frame is too short to look into long ones.
    if text.len() >= BESIDE {
        return false;
    }
    let Some(page) = page_of(text).filter(|page| *page != here) else {
        return false;
    };
    let name = state.lang.text(page.key());
    let message = Message::new("notice.offered").with("page", name);
    let remedy = Remedy::Paste(page, text.to_owned());
    state.notices.add(true, message, Some(remedy));
    true
}

/// What lets a page take a text.
pub fn command(page: Page, text: String) -> Command {
    match page {
        Page::Verify => Command::Verify(VerifyCommand::Take(text)),
        Page::Errors => Command::Report(text),
        _ => Command::Import(text),
    }
}
