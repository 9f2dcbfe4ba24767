//! In: an order's fields and a private key. Out: the `data` and `byteAuthorization` of Douyin's
//! `tt.requestOrder`.
//!
//! ```text
//!   ui (window)      cli (commands)
//!        \             /
//!    texts (codes → sentences) · surroundings (time, randomness, dialogs)
//!               |
//!   core: OrderForm → Order → DataJson → SignedOrder
//! ```

pub mod cli;
pub mod core;
pub mod machine;
pub mod process;
pub mod store;
pub mod terminal;
pub mod texts;
#[cfg(feature = "window")]
pub mod ui;
