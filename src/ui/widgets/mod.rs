//! Pieces of the window, each always with a name for those who cannot see it.

pub mod arrows;
pub mod bytes_view;
pub mod code_view;
pub mod field;
pub mod fields;
pub mod finding_list;
pub mod focus;
pub mod in_yuan;
pub mod lazy;
pub mod long_text;
pub mod page_icon;
pub mod panes;
pub mod params;
pub mod parts;
pub mod picker;
pub mod text_menu;
