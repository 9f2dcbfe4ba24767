//! What belongs to the history page alone.

use crate::core::finding::Message;
use crate::store::history::{Entry, Mark, Page, Query};

/// Entries on one page.
pub const PER_PAGE: i64 = 50;

/// Since when entries are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Since {
    /// Whenever they were made.
    #[default]
    Ever,
    /// In so many days, of which today is the last.
    Days(i64),
}

impl Since {
    /// All of them, with the keys of their names.
    pub const ALL: [(Self, &str); 4] = [
        (Self::Ever, "history.ever"),
        (Self::Days(1), "history.today"),
        (Self::Days(7), "history.week"),
        (Self::Days(30), "history.month"),
    ];

    /// The moment it begins with, in seconds since 1970; days are those of China.
    pub fn moment(self, now: i64) -> Option<i64> {
        const DAY: i64 = 24 * 3600;
        const CHINA: i64 = 8 * 3600;
        match self {
            Self::Ever => None,
            Self::Days(days) => {
                let midnight = (now + CHINA) / DAY * DAY - CHINA;
                Some(midnight - (days - 1) * DAY)
            }
        }
    }
}

/// What belongs to this page alone.
#[derive(Debug, Default)]
pub struct HistoryPage {
    /// Whether what is searched for is to be typed next.
    pub seeks: bool,
    /// What is searched for.
    pub text: String,
    /// Since when.
    pub since: Since,
    /// With which marks only.
    pub marks: Vec<(Mark, String)>,
    /// The place of the first entry that is shown, from 0.
    pub offset: i64,
    /// What was found.
    pub found: Page,
    /// The values of each mark that can be chosen, in the order of [`Mark::ALL`].
    pub values: Vec<Vec<String>>,
    /// The entry that is shown.
    pub chosen: Option<i64>,
    /// The entry that others are compared with.
    pub marked: Option<Entry>,
    /// The note to the entry that is shown, as typed.
    pub note: String,
    /// What was asked for last; `None` where the answer is out of date.
    pub asked: Option<Query>,
    /// Whether the answer is waited for.
    pub is_reading: bool,
    /// Why it could not be read or written last.
    pub fault: Option<Message>,
    /// Whether it is asked if all is to go.
    pub clearing: bool,
}

impl HistoryPage {
    /// What is to be on the screen, at a moment in seconds since 1970.
    pub fn query(&self, now: i64) -> Query {
        Query {
            text: self.text.trim().to_owned(),
            since: self.since.moment(now),
            marks: self.marks.clone(),
            offset: self.offset,
            limit: PER_PAGE,
        }
    }

    /// The entry that is shown.
    pub fn entry(&self) -> Option<&Entry> {
        let entries = self.found.entries.iter();
        entries
            .into_iter()
            .find(|entry| Some(entry.id) == self.chosen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_begin_at_midnight_in_china() {
        // 2025-10-09 16:53:20 in China; that day began at 1759939200.
        let now = 1_760_000_000;
        assert_eq!(Since::Ever.moment(now), None);
        assert_eq!(Since::Days(1).moment(now), Some(1_759_939_200));
        assert_eq!(Since::Days(7).moment(now), Some(1_759_939_200 - 6 * 86_400));
    }
}
