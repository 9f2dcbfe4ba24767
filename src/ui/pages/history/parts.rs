//! What the list and the single entry of the history say in the same way.

use crate::core::order::money;
use crate::core::time::Timestamp;
use crate::store::history::{Action, Entry};
use crate::texts::Lang;

/// What was sold, and for how much.
pub fn first_line(entry: &Entry, lang: Lang) -> String {
    let title = if entry.order.title.is_empty() {
        lang.text("tab.untitled").into_owned()
    } else {
        entry.order.title.clone()
    };
    let total = yuan(entry).unwrap_or_else(|| entry.order.total.clone());
    format!("{}  {total}", cut(&title))
}

/// The total in yuan; `None` of diamonds, and of what is no number.
pub fn yuan(entry: &Entry) -> Option<String> {
    let is_diamond = entry.order.data.contains("\"currency\":\"DIAMOND\"");
    let fen = entry.order.total.parse().ok().filter(|_| !is_diamond);
    fen.map(money::yuan)
}

/// When what was done.
pub fn last_line(entry: &Entry, lang: Lang) -> String {
    let action = lang.text(action_key(entry));
    let demo = entry.order.is_demo.then(|| lang.text("history.demo"));
    let demo = demo.map(|demo| format!(" · {demo}")).unwrap_or_default();
    format!("{} · {action}{demo}", time(entry))
}

/// A text that is too long for the list, cut; all of it is shown beside.
pub fn cut(text: &str) -> String {
    const LONGEST: usize = 24;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// When an entry was made, in China's time.
pub fn time(entry: &Entry) -> String {
    Timestamp(u64::try_from(entry.order.at).unwrap_or(0)).china_time()
}

/// Key of the name of what was done.
pub fn action_key(entry: &Entry) -> &'static str {
    match entry.order.action {
        Action::Copied => "history.copied",
        Action::Saved => "history.saved",
        Action::Rehearsed => "history.rehearsed",
    }
}
