//! In: the values of one call. Out: the string to sign, byte for byte.

use crate::core::platform::METHOD;

/// The string to sign of a call: five lines, each ended by one 0x0A (platform document "signature
/// algorithm").
///
/// ```text
/// POST\n
/// {uri}\n
/// {timestamp}\n
/// {nonce_str}\n
/// {data}\n
/// ```
pub fn string_to_sign(uri: &str, timestamp: &str, nonce: &str, data: &str) -> String {
    format!("{METHOD}\n{uri}\n{timestamp}\n{nonce}\n{data}\n")
}
