//! What was said last, and for how long it is shown.

use std::time::Duration;

use crate::core::finding::Message;

use super::command::{Command, DocumentCommand, ProfileCommand, TemplateCommand, VerifyCommand};
use super::page::Page;

/// Remarks that are shown at most.
const MOST: usize = 3;

/// How long a good remark is shown, and one of what did not work.
const GOOD: Duration = Duration::from_secs(6);
const BAD: Duration = Duration::from_secs(20);

/// What takes back what a remark speaks of.
#[derive(Clone, Debug)]
pub enum Remedy {
    /// Something with documents.
    Document(DocumentCommand),
    /// Something with profiles.
    Profile(ProfileCommand),
    /// Something with templates.
    Template(TemplateCommand),
    /// The report that stood there before.
    Report(String),
    /// The payload that stood there before.
    Payload,
    /// A page that can do something with a text that was pasted elsewhere.
    Paste(Page, String),
}

impl Remedy {
    /// The command that does it.
    pub fn command(&self) -> Command {
        match self.clone() {
            Self::Document(command) => Command::Document(command),
            Self::Profile(command) => Command::Profile(command),
            Self::Report(text) => Command::Report(text),
            Self::Payload => Command::Verify(VerifyCommand::Restore),
            Self::Paste(page, text) => Command::TakeTo(page, text),
            Self::Template(command) => Command::Template(command),
        }
    }
}

/// One remark.
#[derive(Clone, Debug)]
pub struct Notice {
    /// What it says.
    pub message: Message,
    /// Whether it went well.
    pub good: bool,
    /// What takes back what it speaks of.
    pub remedy: Option<Remedy>,
    /// Since when it is shown, by the clock that never goes back.
    since: Option<Duration>,
}

/// The remarks that are shown, the last one last.
#[derive(Debug, Default)]
pub struct Notices {
    all: Vec<Notice>,
    next: Option<Duration>,
}

impl Notices {
    /// Adds a remark; one that says the same gives way.
    pub fn add(&mut self, good: bool, message: Message, remedy: Option<Remedy>) {
        self.all.retain(|other| other.message != message);
        self.all.push(Notice {
            message,
            good,
            remedy,
            since: None,
        });
        // It has no age before the next frame.
        self.next = Some(GOOD);
        let excess = self.all.len().saturating_sub(MOST);
        self.all.drain(..excess);
    }

    /// Takes those away that were shown long enough.
    pub fn age(&mut self, now: Duration) {
        for notice in &mut self.all {
            notice.since.get_or_insert(now);
        }
        let left = |notice: &Notice| {
            let age = now.saturating_sub(notice.since.unwrap_or(now));
            let time = if notice.good { GOOD } else { BAD };
            time.checked_sub(age).filter(|left| !left.is_zero())
        };
        self.all.retain(|notice| left(notice).is_some());
        self.next = self.all.iter().filter_map(left).min();
    }

    /// The time until the next one goes, as it was when they were aged last.
    pub fn next_change(&self) -> Option<Duration> {
        self.next
    }

    /// All of them.
    pub fn all(&self) -> &[Notice] {
        &self.all
    }

    /// Takes those away that say what lies in the clipboard.
    pub fn forget_copies(&mut self) {
        let is_copy = |notice: &Notice| notice.message.code.starts_with("notice.copied");
        self.all.retain(|notice| !is_copy(notice));
    }

    /// Takes those away that offer to open again what was closed: another one would come.
    pub fn forget_closed(&mut self) {
        let is_closed = |notice: &Notice| notice.message.code == "notice.closed";
        self.all.retain(|notice| !is_closed(notice));
    }

    /// Takes one away.
    pub fn remove(&mut self, message: &Message) {
        self.all.retain(|notice| notice.message != *message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_go_by_themselves_and_bad_ones_later() {
        let second = Duration::from_secs;
        let mut notices = Notices::default();
        notices.add(true, Message::new("a"), None);
        notices.add(false, Message::new("b"), None);
        notices.age(second(100));
        assert_eq!(notices.next_change(), Some(GOOD));
        notices.age(second(106));
        assert_eq!(notices.next_change(), BAD.checked_sub(GOOD));
        assert_eq!(notices.all().len(), 1);
        notices.age(second(200));
        assert_eq!(notices.next_change(), None);

        for code in ["a", "b", "a", "c", "d"] {
            notices.add(true, Message::new(code), None);
        }
        let codes: Vec<_> = notices.all().iter().map(|one| &*one.message.code).collect();
        assert_eq!(codes, ["a", "c", "d"]);
    }
}
