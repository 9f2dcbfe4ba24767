//! In: documents that are opened and closed. Out: the tabs of the compose page, one of which is in
//! front; there is always one.

use crate::core::key::profile::ProfileId;
use crate::core::order::Document;

use super::tab::{OrderFile, Tab};
use super::tab_id::TabId;

/// Closed tabs that can be opened again.
const MOST_CLOSED: usize = 20;

/// A document of an earlier run.
#[derive(Debug)]
pub struct Restored {
    /// The document.
    pub document: Document,
    /// Its file, if there is one.
    pub file: Option<OrderFile>,
    /// Whom it is signed for.
    pub profile: ProfileId,
    /// The template that it was begun with.
    pub template: String,
}

/// The documents that are open, and those that were.
#[derive(Debug)]
pub struct Workspace {
    tabs: Vec<Tab>,
    active: usize,
    closed: Vec<Tab>,
    next: u64,
}

impl Workspace {
    /// A workspace with one document.
    pub fn new(document: Document) -> Self {
        let mut workspace = Self {
            tabs: Vec::new(),
            active: 0,
            closed: Vec::new(),
            next: 0,
        };
        workspace.begin(document);
        workspace
    }

    /// The tab in front.
    pub fn tab(&self) -> &Tab {
        &self.tabs[self.active]
    }

    /// The tab in front, to edit.
    pub fn tab_mut(&mut self) -> &mut Tab {
        &mut self.tabs[self.active]
    }

    /// All tabs, from left to right.
    pub fn tabs(&self) -> &[Tab] {
        &self.tabs
    }

    /// All tabs, to change.
    pub fn tabs_mut(&mut self) -> &mut [Tab] {
        &mut self.tabs
    }

    /// One tab.
    pub fn get_mut(&mut self, id: TabId) -> Option<&mut Tab> {
        self.tabs.iter_mut().find(|tab| tab.id == id)
    }

    /// Tabs that were closed, the last one last.
    pub fn closed(&self) -> &[Tab] {
        &self.closed
    }

    /// Begins a document in a tab of its own.
    pub fn begin(&mut self, document: Document) -> TabId {
        let id = self.new_id();
        self.add(Tab::begun(id, document));
        id
    }

    /// Opens a document from elsewhere in a tab of its own, beside the one in front.
    pub fn open(&mut self, document: Document, file: Option<OrderFile>) -> TabId {
        let id = self.new_id();
        self.add(Tab::new(id, document, file));
        id
    }

    /// Shows the documents of an earlier run in the place of the one that the window opens with, if
    /// there are any; `active` is the place of the one in front.
    pub fn restore(&mut self, open: Vec<Restored>, active: usize, closed: Vec<Restored>) {
        let mut tabs = |documents: Vec<Restored>| -> Vec<Tab> {
            let tab = |one: Restored| {
                let mut tab = Tab::new(self.new_id(), one.document, one.file);
                (tab.profile, tab.template) = (one.profile, one.template);
                tab
            };
            documents.into_iter().map(tab).collect()
        };
        let (open, closed) = (tabs(open), tabs(closed));
        if !open.is_empty() {
            self.active = active.min(open.len() - 1);
            self.tabs = open;
        }
        self.closed = closed;
    }

    /// Brings a tab to the front; whether it is there.
    pub fn select(&mut self, id: TabId) -> bool {
        let place = self.tabs.iter().position(|tab| tab.id == id);
        self.active = place.unwrap_or(self.active);
        place.is_some()
    }

    /// Brings the next tab to the front, or the one before; after the last comes the first.
    pub fn step(&mut self, forth: bool) {
        let count = self.tabs.len();
        let step = if forth { 1 } else { count - 1 };
        self.active = (self.active + step) % count;
    }

    /// Closes a tab, which can be opened again; the last one gives way to `instead`.
    pub fn close(&mut self, id: TabId, instead: impl FnOnce() -> Document) {
        let Some(place) = self.tabs.iter().position(|tab| tab.id == id) else {
            return;
        };

        let tab = self.tabs.remove(place);
        if self.active > place || self.active == self.tabs.len() {
            self.active = self.active.saturating_sub(1);
        }
        if !tab.is_untouched() {
            self.closed.push(tab);
        }
        if self.closed.len() > MOST_CLOSED {
            self.closed.remove(0);
        }
        if self.tabs.is_empty() {
            self.begin(instead());
        }
    }

    /// Brings in a tab by `open`; the one in front goes where nothing was done in it.
    pub fn in_place(&mut self, open: impl FnOnce(&mut Self)) {
        let before = self.tab().id;
        open(self);
        let front = self.tab().id;
        self.tabs
            .retain(|tab| tab.id != before || !tab.is_untouched());
        self.select(front);
    }

    /// Opens the tab again that was closed last; whether there is one.
    pub fn reopen(&mut self) -> bool {
        let Some(tab) = self.closed.pop() else {
            return false;
        };
        self.insert(tab);
        true
    }

    /// The tab of a file, if it is open.
    pub fn of_file(&self, path: &std::path::Path) -> Option<TabId> {
        let is_of = |tab: &&Tab| tab.file.as_ref().is_some_and(|file| file.path == path);
        self.tabs.iter().find(is_of).map(|tab| tab.id)
    }

    /// Adds a new tab, which is signed for whom the one in front is.
    fn add(&mut self, mut tab: Tab) {
        if let Some(front) = self.tabs.get(self.active) {
            tab.profile = front.profile;
        }
        self.insert(tab);
    }

    /// Puts a tab behind the one in front, and in front.
    fn insert(&mut self, tab: Tab) {
        self.active = (self.active + 1).min(self.tabs.len());
        self.tabs.insert(self.active, tab);
    }

    fn new_id(&mut self) -> TabId {
        self.next += 1;
        TabId(self.next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::order::example;

    fn numbers(workspace: &Workspace) -> Vec<u64> {
        workspace.tabs.iter().map(|tab| tab.id.0).collect()
    }

    #[test]
    fn there_is_always_a_tab_in_front() {
        let document = || Document::new(example::form());
        let mut workspace = Workspace::new(document());
        let second = workspace.begin(document());
        let third = workspace.begin(document());
        assert_eq!(workspace.tab().id, third);

        workspace.step(true);
        assert_eq!(workspace.tab().id, TabId(1));
        workspace.step(false);
        assert_eq!(workspace.tab().id, third);

        workspace.close(third, document);
        assert_eq!(workspace.tab().id, second);
        workspace.close(TabId(1), document);
        assert_eq!(workspace.tab().id, second);
        assert!(!workspace.reopen(), "nothing was done in them");

        let edited = workspace.tab_mut();
        edited.replace(document(), std::time::Duration::ZERO);
        workspace.close(second, document);
        assert_eq!(numbers(&workspace), [4]);
        assert!(workspace.reopen() && workspace.tab().id == second);
        assert_eq!(numbers(&workspace), [4, 2]);
    }
}
