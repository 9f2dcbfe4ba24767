//! The pages of the window.

/// The pages of the window, in the order of the rail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Fill in an order and copy it signed.
    #[default]
    Compose,
    /// Say why a signature fails.
    Verify,
    /// Say what a reported error means.
    Errors,
    /// Rehearse the call.
    Sandbox,
    /// What was signed and handed on.
    History,
    /// Who signs.
    Keys,
}

impl Page {
    /// All pages, in the order of the rail.
    pub const ALL: [Self; 6] = [
        Self::Compose,
        Self::Verify,
        Self::Errors,
        Self::Sandbox,
        Self::History,
        Self::Keys,
    ];

    /// The page of this name, as [`Page::key`] gives it.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.key() == key)
    }

    /// Key of its name among the texts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Compose => "page.compose",
            Self::Verify => "page.verify",
            Self::Errors => "page.errors",
            Self::Sandbox => "page.sandbox",
            Self::History => "page.history",
            Self::Keys => "page.keys",
        }
    }
}
