//! The core, judged by vectors, real inputs, other implementations; and the house it stands in.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the answer")]

mod agree;
mod diagnosis;
mod dice;
mod forgeries;
mod forms;
mod house;
mod imports;
mod keys;
mod mends;
mod private_keys;
mod reports;
mod rules;
mod sandbox;
mod scripts;
mod share_faults;
mod shares;
mod snippets;
mod sources;
mod texts;
mod third_party;
mod trouble;
mod vectors;
