//! In: the values of one call. Out: the string to sign, byte for byte.

use super::moment::{Moment, Uri};
use crate::core::order::DataJson;

/// The string to sign of `tt.requestOrder`: five lines, each ended by one 0x0A (platform document "signature algorithm").
///
/// ```text
/// POST\n
/// {uri}\n
/// {timestamp}\n
/// {nonce_str}\n
/// {data}\n
/// ```
pub fn string_to_sign(uri: &Uri, moment: &Moment, data: &DataJson) -> String {
    let Moment { timestamp, nonce } = moment;
    format!("POST\n{uri}\n{timestamp}\n{nonce}\n{}\n", data.as_str())
}
