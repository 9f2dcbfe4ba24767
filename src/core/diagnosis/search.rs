//! In: a digest, bodies and frames. Out: the candidate that has that digest, found in a fixed order
//! whatever the threads do.

use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::thread;

use super::body::Body;
use super::frame::{Frame, Frames};
use super::plan::{MOST_CHANGES, Plan};
use super::plans::Plans;
pub use super::target::Target;
use super::target::{Hashing, Matcher};

/// Bytes that are hashed at most: some seconds of work. Combinations that would take more are left
/// out.
const MOST_BYTES: u64 = 9 << 29;

/// Bytes that are hashed at most for single changes to large data.
const MOST_BYTES_OF_SINGLE: u64 = 1 << 30;

/// How far a search has come, and whether it is to stop; shared with whoever watches it.
#[derive(Debug, Default)]
pub struct Watch {
    /// Candidates hashed so far.
    pub tried: AtomicU64,
    /// Raised to stop.
    pub stop: AtomicBool,
}

/// The candidate that has the digest.
#[derive(Debug)]
pub struct Match {
    /// What was done to the body.
    pub plan: Plan,
    /// The lines around it.
    pub frame: Frame,
    /// What was done with the string.
    pub hashing: Hashing,
}

/// When candidates of one number of changes are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// Likely bodies with likely lines, of which both are made already.
    First,
    /// Likely bodies with lines of any kind.
    Next,
    /// Unlikely bodies with likely lines.
    Last,
}

/// One combination of numbers of changes: all its candidates come before those of the next.
struct Group<'a> {
    turn: Turn,
    plans: &'a [Plan],
    frames: Vec<&'a Frame>,
    hashings: &'static [Hashing],
}

impl Group<'_> {
    /// How many strings it has.
    fn size(&self) -> u64 {
        (self.plans.len() * self.frames.len()) as u64
    }
}

/// What came of a search.
#[derive(Debug)]
pub struct Searched {
    /// The first candidate with the digest.
    pub found: Option<Match>,
    /// How many candidates there are up to it, or in all.
    pub tried: u64,
    /// Whether some were left out, as the data is too large to try them all.
    pub is_limited: bool,
}

/// Searches all candidates, those with the fewest changes first, in an order that is always the
/// same. Another hashing of the same string counts for no change of its own.
pub fn search(target: &Target<'_>, body: &Body<'_>, mut frames: Frames, watch: &Watch) -> Searched {
    let mut plans = Plans::new(body);
    let mut run = Run {
        target,
        body,
        watch,
        before: 0,
        tried: 0,
        is_limited: false,
    };

    for changes in 0..=MOST_CHANGES {
        // Those of which bodies and frames are there already, before so many more are made.
        if changes > 1 {
            let mut quick = groups(changes, &plans, &frames);
            quick.retain(|group| group.turn == Turn::First);
            if let Some(ended) = run.all(changes, quick) {
                return ended;
            }
        }

        // What there is no time for need not be made.
        let most = usize::try_from(MOST_BYTES / run.size()).unwrap_or(usize::MAX);
        run.is_limited |= !frames.extend_to(changes, most);
        plans.extend_to(changes, &watch.stop);
        let mut others = groups(changes, &plans, &frames);
        others.retain(|group| changes <= 1 || group.turn > Turn::First);
        if let Some(ended) = run.all(changes, others) {
            return ended;
        }
    }

    run.ended(None)
}

/// A search as far as it has come.
struct Run<'r> {
    target: &'r Target<'r>,
    body: &'r Body<'r>,
    watch: &'r Watch,
    /// Strings behind it.
    before: u64,
    /// Candidates behind it: strings with each of their hashings.
    tried: u64,
    is_limited: bool,
}

impl Run<'_> {
    /// Searches groups with one number of changes; what came of it, unless it is to go on.
    fn all(&mut self, changes: usize, mut groups: Vec<Group<'_>>) -> Option<Searched> {
        let size = self.size();
        let all: u64 = groups.iter().map(Group::size).sum();
        if changes > 1 || size.saturating_mul(all) > MOST_BYTES_OF_SINGLE {
            // What there is little of is the likelier cause, and soon tried; what there is no time
            // for comes last.
            groups.sort_by_key(|group| (group.turn, group.size()));
        }

        for group in groups {
            let strings = allowed(changes, group.size(), self.before, size);
            self.is_limited |= strings < group.size();
            let limit = strings * group.hashings.len() as u64;
            if limit == 0 {
                continue;
            }

            if let Some(place) = search_group(&group, limit, self.target, self.body, self.watch) {
                self.tried += place + 1;
                return Some(self.ended(Some(group.at(place))));
            }

            if self.watch.stop.load(Ordering::Relaxed) {
                self.tried = self.watch.tried.load(Ordering::Relaxed);
                return Some(self.ended(None));
            }

            self.before += strings;
            self.tried += limit;
        }
        None
    }

    /// Bytes of a candidate.
    fn size(&self) -> u64 {
        self.body.len().max(1) as u64
    }

    fn ended(&self, found: Option<Match>) -> Searched {
        Searched {
            found,
            tried: self.tried,
            is_limited: self.is_limited,
        }
    }
}

/// How many strings of a group there is time for, behind the `before` ones, each of `size`
/// bytes; 0 leaves it out.
fn allowed(changes: usize, group: u64, before: u64, size: u64) -> u64 {
    match changes {
        0 => group,
        1 => group.min((MOST_BYTES_OF_SINGLE / size).saturating_sub(before).max(1)),
        // Half a group of combinations proves little.
        _ if (before + group).saturating_mul(size) > MOST_BYTES => 0,
        _ => group,
    }
}

/// The ways to share out a number of changes between body and lines. Where one more is allowed,
/// each string is compared with the other hashings at once: hashing it again takes longer.
fn groups<'a>(changes: usize, plans: &'a Plans<'_>, frames: &'a Frames) -> Vec<Group<'a>> {
    let (mut groups, mut unlikely) = (Vec::new(), Vec::new());
    for to_frame in 0..=changes.min(2) {
        let to_body = changes - to_frame;
        let (near, far) = plans.of_rank(to_body);
        let all = frames.of_rank(to_frame).iter();
        let all = all.filter(|frame| frame.goes_with(to_body));
        let (far_frames, frames): (Vec<_>, Vec<_>) = all.partition(|frame| frame.is_far());
        let of = |turn, plans, frames, most_hashed: usize| Group {
            turn,
            plans,
            frames,
            hashings: if changes < most_hashed {
                &Hashing::ALL
            } else {
                &Hashing::EXPECTED
            },
        };

        let turn = if to_body < changes && to_frame < changes {
            Turn::First
        } else {
            Turn::Next
        };
        groups.push(of(turn, near, frames.clone(), MOST_CHANGES));
        groups.push(of(Turn::Next, near, far_frames, 2));
        // What is unlikely goes together with what is likely only.
        if changes < MOST_CHANGES {
            unlikely.push(of(Turn::Last, far, frames, 0));
        }
    }

    groups.extend(unlikely);
    groups
}

impl Group<'_> {
    /// The candidate at a place, counted body by body, frame by frame.
    fn at(&self, place: u64) -> Match {
        let place = usize::try_from(place).unwrap_or_default();
        let (rest, hashing) = (place / self.hashings.len(), place % self.hashings.len());
        Match {
            plan: self.plans[rest / self.frames.len()],
            frame: self.frames[rest % self.frames.len()].clone(),
            hashing: self.hashings[hashing],
        }
    }
}

/// Frames that a thread takes at a time at most.
const CHUNK: usize = 2048;

/// Bytes up to which one thread hashes alone.
const LITTLE: u64 = 1 << 20;

/// Bytes that a thread hashes at most before it looks whether it is to stop.
const CHUNK_BYTES: usize = 32 << 20;

/// The first of n places in a group with the digest. Threads take bodies one after the other,
/// each with a number of frames; work that comes after a match that is known is not begun.
fn search_group(
    group: &Group<'_>,
    limit: u64,
    target: &Target<'_>,
    body: &Body<'_>,
    watch: &Watch,
) -> Option<u64> {
    let next = AtomicUsize::new(0);
    let best = AtomicU64::new(u64::MAX);
    let chunk = (CHUNK_BYTES / body.len().max(1)).clamp(1, CHUNK);
    let chunks = group.frames.len().div_ceil(chunk);
    let work = || {
        let mut matcher = Matcher::new(target, group.frames.len() == 1);
        let mut built = (usize::MAX, None);
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(plan) = place
                .checked_div(chunks)
                .and_then(|body| group.plans.get(body))
            else {
                return;
            };

            let (body_place, from) = (place / chunks, place % chunks * chunk);
            let first = ((body_place * group.frames.len() + from) * group.hashings.len()) as u64;
            if first >= limit
                || first > best.load(Ordering::Relaxed)
                // Whether the bytes fit as they are is known even then.
                || first > 0 && watch.stop.load(Ordering::Relaxed)
            {
                return;
            }

            if built.0 != body_place {
                built = (body_place, body.build(plan));
            }

            let Some(bytes) = &built.1 else { continue };
            let frames = &group.frames[from..group.frames.len().min(from + chunk)];
            if let Some(found) = search_frames(frames, group.hashings, bytes, &mut matcher, watch) {
                best.fetch_min(first + found, Ordering::Relaxed);
            }
        }
    };

    // Little work is done at once: starting threads takes longer.
    if limit.saturating_mul(body.len() as u64) < LITTLE {
        work();
    } else {
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        thread::scope(|scope| {
            for _ in 1..threads {
                // Where no thread can be started, this one does all the work.
                let _ = thread::Builder::new()
                    .name("search".to_owned())
                    .spawn_scoped(scope, work);
            }
            work();
        });
    }

    Some(best.into_inner()).filter(|best| *best < u64::MAX)
}

/// The first place with the digest, counted frame by frame.
fn search_frames(
    frames: &[&Frame],
    hashings: &[Hashing],
    bytes: &[u8],
    matcher: &mut Matcher<'_>,
    watch: &Watch,
) -> Option<u64> {
    let found = frames.iter().enumerate().find_map(|(place, frame)| {
        let hashing = matcher.place_of(hashings, |text| frame.write(bytes, text))?;
        Some((place * hashings.len() + hashing) as u64)
    });
    watch
        .tried
        .fetch_add((frames.len() * hashings.len()) as u64, Ordering::Relaxed);
    found
}
