//! In: texts from outside. Out: whether a stage may take them on: each has one limit, in what it
//! makes of them.

use std::cell::Cell;

/// More than a stage may make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("more than may be made of one text")]
pub struct Exceeded;

/// Bytes that a stage may still make. What is made from one text has one budget, however often it
/// is made again.
#[derive(Debug)]
pub struct Budget {
    left: Cell<usize>,
    exceeded: Cell<bool>,
}

impl Budget {
    /// A budget of n bytes.
    pub fn new(bytes: usize) -> Self {
        Self {
            left: Cell::new(bytes),
            exceeded: Cell::new(false),
        }
    }

    /// Takes bytes from the budget, before or right after they are made.
    ///
    /// # Errors
    /// [`Exceeded`] where there are fewer left; nothing more is to be made then.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_spent_once() {
        let budget = Budget::new(10);
        assert_eq!(
            (budget.spend(4), budget.spend(6), budget.is_exceeded()),
            (Ok(()), Ok(()), false)
        );
        assert_eq!(
            (budget.spend(1), budget.is_exceeded()),
            (Err(Exceeded), true)
        );

        // Too much once is too much for good, even if less is asked for afterwards.
        assert_eq!(budget.spend(0), Err(Exceeded));
    }
}
