//! In: a flag. Out: a new key pair, or nothing once the flag is raised.

use std::sync::atomic::{AtomicBool, Ordering};

use super::failure::KeyFailure;
use super::private::PrivateKey;

/// Makes a 2048-bit pair; `None` if `stop` was raised before it was there. The search for primes
/// itself, some tenths of a second, runs to its end.
///
/// # Errors
/// [`KeyFailure::Making`] where no primes could be found.
pub fn generate(stop: &AtomicBool) -> Result<Option<PrivateKey>, KeyFailure> {
    let is_stopped = || stop.load(Ordering::Relaxed);
    if is_stopped() {
        return Ok(None);
    }

    let key = PrivateKey::generate()?;
    Ok((!is_stopped()).then_some(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raised_flag_gives_no_key() {
        assert!(generate(&AtomicBool::new(true)).unwrap().is_none());
        let key = generate(&AtomicBool::new(false)).unwrap().unwrap();
        assert_eq!(key.bits(), crate::core::platform::PLATFORM_BITS);
        assert_eq!(key.public().exponent(), "65537");
    }
}
