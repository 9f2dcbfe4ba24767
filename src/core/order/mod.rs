//! In: typed text or a JSON document. Out: an [`Order`], its `data` bytes, and what the platform
//! will mind about it.

pub mod compare;
pub mod document;
pub mod example;
pub mod form;
pub mod import;
pub mod kept;
mod members;
pub mod model;
pub mod money;
pub mod number;
pub mod params;
pub mod read;
pub mod rules;
pub mod serialize;
pub mod sku_attr;
pub mod tag_groups;
pub mod template;
pub mod undo;

pub use document::{Document, Draft, Origin};
pub use form::{OrderForm, SchemaForm, SkuForm, TotalAmount};
pub use import::{ImportError, Imported, import};
pub use kept::KeptDocument;
pub use model::Order;
pub use rules::{Finding, error_count};
pub use serialize::DataJson;
pub use template::Template;
pub use undo::Undo;
