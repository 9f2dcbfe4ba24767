//! In: nothing. Out: a process that leaves no copy of its memory behind, lets nobody look into it,
//! and fails without a word of what it worked on.

use std::cell::RefCell;
use std::io::{self, Write as _};
use std::panic;
use std::sync::Once;

/// Switches core dumps off, and on Linux also attaching to the process by others than root. What
/// the system refuses is left as it is: no key is in memory yet, and the program is of use without.
pub fn keep_to_itself() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let _ = setrlimit(
            Resource::Core,
            Rlimit {
                current: Some(0),
                maximum: Some(0),
            },
        );
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

thread_local! {
    /// Where the last panic of this thread was.
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From now on a panic tells its place and nothing else: its message may quote a text that someone
/// is working on.
pub fn tell_place_of_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        panic::set_hook(Box::new(|info| {
            let place = info.location().map(ToString::to_string).unwrap_or_default();
            // There is no one left to tell if standard error is closed.
            let _ = writeln!(io::stderr(), "tt-order-builder: internal fault at {place}");
            LAST.set(place);
        }));
    });
}

/// The place of the last panic of this thread: file, line, column.
pub fn last_panic() -> String {
    LAST.take()
}
