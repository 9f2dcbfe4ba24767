//! In: [`crate::core::order::DataJson`], who signs and when, a private key. Out: a [`SignedOrder`].

mod authorization;
pub mod export;
pub mod message;
pub mod moment;
pub mod sign;
pub mod signed;
pub mod snippet;

pub use export::Export;
pub use moment::{AppId, FieldError, Identity, KeyVersion, Moment, Nonce, Uri};
pub use sign::sign;
pub use signed::SignedOrder;
pub use snippet::snippet;
