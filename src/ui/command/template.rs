//! What can be asked of templates.

use std::collections::BTreeMap;

use crate::core::order::Template;
use crate::store::templates::OwnTemplate;

/// What can be asked of templates.
#[derive(Clone, Debug, PartialEq)]
pub enum TemplateCommand {
    /// Begin an order with one: its name, its JSON. What it has blanks for is asked.
    Begin(String, String),
    /// Begin an order with the template of this name, and these values in its blanks.
    Fill(String, Template, BTreeMap<String, String>),
    /// Ask for a name, to save the order in front as a template.
    AskName,
    /// Save the order in front under this name.
    Save(String),
    /// Remove one of the user's.
    Remove(OwnTemplate),
    /// Save all of the user's to a file, for others.
    Export,
    /// Take in those of a file.
    Import,
    /// Write one again that was removed.
    Restore(OwnTemplate),
}
