//! In: bytes of a private key. Out: the same in pages of their own, which are kept out of swap and
//! dumps and are wiped; and stacks on which nothing of them stays.

use std::fmt;
use std::ops::Deref;

use memmap2::MmapMut;
use zeroize::{Zeroize as _, Zeroizing};

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

/// Bytes of the stack that work on a key writes on: more than AES, DER and PBKDF2 take.
const STACK: usize = 16 << 10;

/// Does work in which other crates copy parts of a key to the stack, as ciphers do with blocks, and
/// wipes that stack.
pub fn on_wiped_stack<T>(work: impl FnOnce() -> T) -> T {
    #[inline(never)]
    fn in_frame_of_its_own<T>(work: impl FnOnce() -> T) -> T {
        work()
    }

    #[inline(never)]
    fn wipe() {
        let mut same_place = [0_u8; STACK];
        same_place.zeroize();
    }

    let done = in_frame_of_its_own(work);
    wipe();
    done
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
