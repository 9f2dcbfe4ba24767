//! In: typed text or a JSON document. Out: an [`Order`], its `data` bytes, and what the platform will mind about it.

pub mod catalog;
pub mod draft;
pub mod example;
pub mod form;
pub mod import;
mod members;
pub mod model;
pub mod money;
pub mod number;
pub mod params;
pub mod path;
pub mod phone_card;
pub mod read;
pub mod rules;
pub mod serialize;

pub use draft::{Bytes, Draft};
pub use form::{OrderForm, SchemaForm, SkuForm, TotalAmount};
pub use import::{ImportError, Imported, import};
pub use model::Order;
pub use serialize::DataJson;
