//! In: an order's fields and a private key. Out: the `data` and `byteAuthorization` of Douyin's `tt.requestOrder`.
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
pub mod dialogs;
pub mod process;
pub mod surroundings;
pub mod texts;
pub mod ui;

rust_i18n::i18n!("assets/locales", fallback = "en");
