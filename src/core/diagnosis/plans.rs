//! In: a body. Out: the combinations of changes to it, those with the fewest first.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::atomic::{AtomicBool, Ordering};

use super::body::Body;
use super::change::{Change, Reach};
use super::plan::Plan;

/// Pairs of unlikely changes along two axes that are tried at most.
const MOST_FAR_PAIRS: usize = 100_000;

/// The plans for a body by the number of their changes, made when they are asked for.
pub struct Plans<'b> {
    body: &'b Body<'b>,
    /// Hashes of all bytes that a plan gives already.
    seen: HashSet<u64>,
    /// Those with n changes, the likely ones first, and how many these are.
    by_rank: Vec<(Vec<Plan>, usize)>,
}

impl<'b> Plans<'b> {
    /// Begins with the data as it is.
    pub fn new(body: &'b Body<'b>) -> Self {
        let mut plans = Self {
            body,
            seen: HashSet::new(),
            by_rank: Vec::new(),
        };

        let as_is = plans.with_bytes_of_their_own(vec![Plan::default()], &AtomicBool::new(false));
        plans.by_rank.push((as_is, 1));
        plans
    }

    /// Makes all plans with up to n changes; those of one change give bytes of their own.
    pub fn extend_to(&mut self, rank: usize, stop: &AtomicBool) {
        while self.by_rank.len() <= rank {
            let next = self.by_rank.len();
            let mut plans = if next > self.body.most_changes() {
                Vec::new()
            } else {
                self.longer(next)
            };

            plans.sort_by_key(|plan| self.body.far_changes(plan));
            // Finding out takes as long as trying: only what is combined with others is looked
            // through for bytes that come up twice.
            if next == 1 {
                plans = self.with_bytes_of_their_own(plans, stop);
            }
            let near = plans.partition_point(|plan| self.body.far_changes(plan) == 0);
            self.by_rank.push((plans, near));
        }
    }

    /// Plans with one change more: each combination once, in the order of the changes.
    fn longer(&self, rank: usize) -> Vec<Plan> {
        let changes = self.body.changes();
        if rank == 1 {
            let all = 0..changes.len();
            return all.filter_map(|pick| Plan::default().with(pick)).collect();
        }

        // Only what makes a difference alone makes one with others.
        let single: Vec<usize> = self.by_rank[1]
            .0
            .iter()
            .map(|plan| usize::from(plan.picks()[0]))
            .filter(|pick| changes[*pick].reach < Reach::Alone)
            .collect();
        let mut far_of_axes = [0_usize; 256];
        for change in single.iter().map(|pick| &changes[*pick]) {
            far_of_axes[usize::from(change.edit.axes())] += usize::from(change.reach == Reach::Far);
        }

        // Of large data there is no time for pairs of what is unlikely.
        let most_far_pairs = if self.body.is_combined() {
            MOST_FAR_PAIRS
        } else {
            0
        };
        let mut plans = Vec::new();
        for plan in &self.by_rank[rank - 1].0 {
            let own: Vec<&Change> = self.body.edits(plan).collect();
            let axes = own.iter().fold(0, |axes, change| axes | change.edit.axes());
            let is_far = own.iter().any(|change| change.reach >= Reach::Far);
            if own.iter().any(|change| change.reach == Reach::Alone) || is_far && rank > 2 {
                continue;
            }

            let last = usize::from(plan.picks().last().copied().unwrap_or_default());
            let others = single.iter().filter(|pick| **pick > last);
            plans.extend(others.filter_map(|pick| {
                let change = &changes[*pick];
                // Two unlikely changes are combined where there are few of both.
                let pairs = || {
                    let of = |axes: u8| far_of_axes[usize::from(axes)];
                    of(axes).saturating_mul(of(change.edit.axes()))
                };
                let is_allowed = match change.reach {
                    Reach::Far => rank == 2 && (!is_far || pairs() <= most_far_pairs),
                    _ => true,
                };
                let is_free = change.edit.axes() & axes == 0 && is_allowed;
                is_free.then(|| plan.with(*pick)).flatten()
            }));
        }
        plans
    }

    /// Those with exactly n changes: the likely ones, and the others.
    pub fn of_rank(&self, rank: usize) -> (&[Plan], &[Plan]) {
        match self.by_rank.get(rank) {
            Some((plans, near)) => plans.split_at(*near),
            None => (&[], &[]),
        }
    }

    fn with_bytes_of_their_own(&mut self, mut plans: Vec<Plan>, stop: &AtomicBool) -> Vec<Plan> {
        let (body, seen) = (self.body, &mut self.seen);
        plans.retain(|plan| {
            if stop.load(Ordering::Relaxed) {
                return false;
            }
            body.build(plan).is_some_and(|bytes| {
                let mut hasher = DefaultHasher::new();
                bytes.hash(&mut hasher);
                seen.insert(hasher.finish())
            })
        });
        plans
    }
}
