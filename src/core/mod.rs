//! In: bytes and values. Out: bytes and values: the part that knows orders, keys and signatures and
//! nothing of windows.
//!
//! ```text
//!  text ──import──▶ Imported ──────────────▶ Draft: Order · DataJson · findings
//!                      │                       ▲            │
//!                   Document (form) ───────────┘            ├── identity · moment · private key
//!                                                           ▼
//!                                                      SignedOrder ──▶ exports
//! ```
//!
//! Every arrow takes only the type before it. Nothing here reads a clock, makes randomness of its
//! own accord or writes a sentence: times and nonces are arguments, texts are codes with arguments.

pub mod budget;
pub mod chars;
pub mod diagnosis;
pub mod encoding;
pub mod finding;
pub mod intake;
pub mod json;
pub mod key;
pub mod language;
pub mod order;
pub mod path;
pub mod platform;
pub mod sandbox;
pub mod script;
pub mod signing;
pub mod spelling;
pub mod time;
pub mod trouble;
