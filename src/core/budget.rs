//! In: texts from outside. Out: whether a stage may take them on: each has one limit, in what it makes of them.

use std::cell::Cell;

/// Values of a JSON text at most; a tree of them takes some hundred bytes each. Real orders have about thirty.
pub const MOST_VALUES: usize = 400_000;

/// Levels of a JSON text at most: a tree is walked through by functions that call themselves.
pub const MOST_LEVELS: usize = 128;

/// More than a stage may make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exceeded;

/// Bytes that a stage may still make. What is made from one text has one budget, however often it is made again.
#[derive(Debug)]
pub struct Budget {
    left: Cell<usize>,
    exceeded: Cell<bool>,
}

impl Budget {
    /// A budget of so many bytes.
    pub fn new(bytes: usize) -> Self {
        Self { left: Cell::new(bytes), exceeded: Cell::new(false) }
    }

    /// Takes bytes from the budget, before or right after they are made.
    ///
    /// # Errors
    /// [`Exceeded`] where there are not so many left; nothing more is to be made then.
    pub fn spend(&self, bytes: usize) -> Result<(), Exceeded> {
        match self.left.get().checked_sub(bytes) {
            Some(left) if !self.exceeded.get() => {
                self.left.set(left);
                Ok(())
            }
            _ => {
                self.exceeded.set(true);
                Err(Exceeded)
            }
        }
    }

    /// Whether more was asked for than there was.
    pub fn is_exceeded(&self) -> bool {
        self.exceeded.get()
    }
}

/// What a JSON text has too much of for a tree of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// More than [`MOST_VALUES`].
    Values,
    /// More levels than [`MOST_LEVELS`].
    Levels,
}

/// What a JSON text has too much of, told by its marks alone before a tree is made of it.
pub fn excess(text: &str) -> Option<Excess> {
    let (mut values, mut levels, mut deepest) = (1_usize, 0_usize, 0);
    let (mut inside, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if inside => escaped = true,
            b'"' => inside = !inside,
            _ if inside => {}
            b',' => values += 1,
            b'[' | b'{' => {
                values += 1;
                levels += 1;
                deepest = deepest.max(levels);
            }
            b']' | b'}' => levels = levels.saturating_sub(1),
            _ => {}
        }
    }
    match () {
        () if deepest > MOST_LEVELS => Some(Excess::Levels),
        () if values > MOST_VALUES => Some(Excess::Values),
        () => None,
    }
}

/// Whether a tree may be made of a JSON text.
pub fn is_modest(text: &str) -> bool {
    excess(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_spent_once() {
        let budget = Budget::new(10);
        assert_eq!((budget.spend(4), budget.spend(6), budget.is_exceeded()), (Ok(()), Ok(()), false));
        assert_eq!((budget.spend(1), budget.is_exceeded()), (Err(Exceeded), true));
        // Too much once is too much for good, even if less is asked for afterwards.
        assert_eq!(budget.spend(0), Err(Exceeded));
    }

    #[test]
    fn values_and_levels_are_counted_outside_strings() {
        assert_eq!(excess(&format!("\"{}\"", ",[\\\"{".repeat(MOST_VALUES))), None);
        assert_eq!(excess(&format!("[{}]", "1,".repeat(MOST_VALUES - 2))), None);
        assert_eq!(excess(&format!("[{}]", "1,".repeat(MOST_VALUES))), Some(Excess::Values));
        assert_eq!(excess(&"[]".repeat(MOST_LEVELS + 1)), None);
        assert_eq!(excess(&"[".repeat(MOST_LEVELS)), None);
        assert_eq!(excess(&"[".repeat(MOST_LEVELS + 1)), Some(Excess::Levels));
    }
}
