//! Sizes that a key file and a key may have at all.

/// Bits below which nothing is read as a key.
pub const LEAST_BITS: usize = 1024;

/// Bits above which nothing is read as a key: arithmetic with them would take long.
pub const MOST_BITS: usize = 8192;

/// Bits of a public exponent above which nothing is read as a key; 65537 has 17.
pub const MOST_EXPONENT_BITS: usize = 33;

/// Bytes of a key file at most; a chain of certificates has some ten thousand.
pub const MAX_FILE_BYTES: u64 = 1 << 20;
