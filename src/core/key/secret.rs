//! In: bytes of a private key. Out: the same in pages of their own, which are kept out of swap and
//! dumps and are wiped; and stacks on which nothing of them stays.

use std::fmt;
use std::ops::Deref;

use memmap2::MmapMut;
use zeroize::{Zeroize as _, Zeroizing, zeroize_stack};

/// Bytes that only their owner may see. They lie in pages of their own, locked into memory where
/// the system allows it (RLIMIT_MEMLOCK may not), left out of core dumps on Linux, and are wiped
/// when they are dropped.
pub struct SecretBytes {
    pages: Pages,
    length: usize,
}

enum Pages {
    Own(MmapMut),
    /// Where the system gives no pages of their own: on the heap, which is wiped as well.
    Heap(Zeroizing<Vec<u8>>),
}

impl SecretBytes {
    /// Copies bytes; who gave them wipes the original.
    pub fn copy_of(bytes: &[u8]) -> Self {
        let length = bytes.len();
        // A mapping of no bytes is an error on most systems.
        let Ok(mut pages) = MmapMut::map_anon(length.max(1)) else {
            return Self {
                pages: Pages::Heap(Zeroizing::new(bytes.to_vec())),
                length,
            };
        };

        // Before anything secret is in them. A limit on locked memory is no reason to refuse a key.
        #[cfg(unix)]
        let _ = pages.lock();
        #[cfg(target_os = "linux")]
        let _ = pages.advise(memmap2::Advice::DontDump);

        pages[..length].copy_from_slice(bytes);
        Self {
            pages: Pages::Own(pages),
            length,
        }
    }
}

impl Deref for SecretBytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match &self.pages {
            Pages::Own(pages) => &pages[..self.length],
            Pages::Heap(bytes) => bytes,
        }
    }
}

impl Drop for SecretBytes {
    fn drop(&mut self) {
        if let Pages::Own(pages) = &mut self.pages {
            pages.zeroize();
        }
    }
}

impl fmt::Debug for SecretBytes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "SecretBytes({} bytes)", self.length)
    }
}

/// Bytes of the stack that are wiped: more than ciphers, RSA, DER, Base64 and searches of texts
/// take.
const STACK: usize = 64 << 10;

/// Does work that copies parts of a key to the stack, as ciphers do with blocks and searches with
/// what a register holds, and wipes that stack. Compilers promise nothing of what stands where:
/// `scripts/test-release` looks.
pub fn on_wiped_stack<T>(work: impl FnOnce() -> T) -> T {
    /// Wipes even where the work panics.
    struct Wipe;

    impl Drop for Wipe {
        fn drop(&mut self) {
            zeroize_stack::<STACK>();
        }
    }

    // Else its variables would stand in this function's frame, which is in use when the rest is
    // wiped.
    #[inline(never)]
    fn in_frame_of_its_own<T>(work: impl FnOnce() -> T) -> T {
        work()
    }

    let _wipe = Wipe;
    in_frame_of_its_own(work)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_and_are_not_told() {
        for bytes in [&b""[..], b"secret", &[7; 5000]] {
            let secret = SecretBytes::copy_of(bytes);
            assert_eq!(&*secret, bytes);
            assert_eq!(
                format!("{secret:?}"),
                format!("SecretBytes({} bytes)", bytes.len())
            );
        }
    }
}
