//! In: randomness and a flag. Out: a new key pair, or nothing once the flag is raised.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};

use rand::{CryptoRng, Rng, TryCryptoRng, TryRng};

use super::private::{PrivateKey, Unusable};

/// Randomness that runs dry when it is told to stop: the search for primes draws from it all the time, and ends then.
struct Stoppable<'a, R> {
    rng: R,
    stop: &'a AtomicBool,
}

/// The search was stopped.
#[derive(Debug)]
struct Stopped;

/// Makes a 2048-bit pair; `None` if `stop` was raised before it was found.
///
/// # Errors
/// [`Unusable`] where the search fails for another reason.
pub fn generate(rng: impl CryptoRng, stop: &AtomicBool) -> Result<Option<PrivateKey>, Unusable> {
    match PrivateKey::generate(&mut Stoppable { rng, stop }) {
        Ok(key) => Ok(Some(key)),
        Err(Unusable) if stop.load(Ordering::Relaxed) => Ok(None),
        Err(Unusable) => Err(Unusable),
    }
}

impl<R: Rng> Stoppable<'_, R> {
    fn check(&self) -> Result<(), Stopped> {
        if self.stop.load(Ordering::Relaxed) { Err(Stopped) } else { Ok(()) }
    }
}

impl<R: Rng> TryRng for Stoppable<'_, R> {
    type Error = Stopped;

    fn try_next_u32(&mut self) -> Result<u32, Stopped> {
        self.check()?;
        Ok(self.rng.next_u32())
    }

    fn try_next_u64(&mut self) -> Result<u64, Stopped> {
        self.check()?;
        Ok(self.rng.next_u64())
    }

    fn try_fill_bytes(&mut self, dst: &mut [u8]) -> Result<(), Stopped> {
        self.check()?;
        self.rng.fill_bytes(dst);
        Ok(())
    }
}

impl<R: CryptoRng> TryCryptoRng for Stoppable<'_, R> {}

impl fmt::Display for Stopped {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("stopped")
    }
}

impl std::error::Error for Stopped {}

#[cfg(test)]
mod tests {
    use rand::{SeedableRng as _, prelude::StdRng};

    use super::*;

    #[test]
    fn a_raised_flag_ends_the_search() {
        assert!(generate(StdRng::seed_from_u64(1), &AtomicBool::new(true)).unwrap().is_none());
        let key = generate(StdRng::seed_from_u64(1), &AtomicBool::new(false)).unwrap().unwrap();
        assert_eq!(key.bits(), super::super::PLATFORM_BITS);
    }
}
