//! Which changes to a body are made together.

/// Changes in one plan at most.
pub const MOST_CHANGES: usize = 3;

/// Changes that are made together: their numbers, in the order in which they are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    picks: [u16; MOST_CHANGES],
    count: u8,
}

impl Plan {
    /// How many there are.
    pub fn len(self) -> usize {
        usize::from(self.count)
    }

    /// Whether the body stays as it is.
    pub fn is_empty(self) -> bool {
        self.count == 0
    }

    /// The numbers of the changes.
    pub fn picks(&self) -> &[u16] {
        &self.picks[..usize::from(self.count)]
    }

    /// The same with one more change.
    pub fn with(mut self, pick: usize) -> Option<Self> {
        *self.picks.get_mut(usize::from(self.count))? = u16::try_from(pick).ok()?;
        self.count += 1;
        Some(self)
    }
}
