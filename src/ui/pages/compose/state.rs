//! What belongs to the compose page alone.

use eframe::egui::Ui;

use std::collections::HashMap;

use crate::core::finding::Message;
use crate::core::language::Language;
use crate::core::order::{Document, Order, Template, money};
use crate::core::path::{FieldPath, Place};
use crate::core::signing::{Export, SignedOrder};
use crate::store::Settings;
use crate::store::templates::OwnTemplate;
use crate::ui::editors::Editors;

/// What belongs to this page, whatever document is shown.
#[derive(Debug)]
pub struct ComposePage {
    /// The text in the import dialog; `None` while it is closed.
    pub import_text: Option<String>,
    /// Why the text in the dialog could not be imported.
    pub import_fault: Option<Message>,
    /// The templates.
    pub templates: Templates,
    /// In what amounts are typed.
    pub unit: Unit,
    /// Width of the form.
    pub form_width: PaneSize,
}

/// The templates of the user, and the dialogs about templates.
#[derive(Debug, Default)]
pub struct Templates {
    /// Those of the user, by name.
    pub own: Vec<OwnTemplate>,
    /// The template whose blanks are being asked for.
    pub asking: Option<Asking>,
    /// The name under which an order is to be saved as one, while it is asked for.
    pub naming: Option<String>,
}

/// A template whose blanks are being asked for.
#[derive(Debug)]
pub struct Asking {
    /// Its name.
    pub name: String,
    /// The template.
    pub template: Template,
    /// The names of its blanks, with what stands there.
    pub values: Vec<(String, String)>,
}

/// A document, and how it is shown.
#[derive(Debug)]
pub struct Sheet {
    /// The order that is being edited.
    pub document: Document,
    /// The text that is shown of the signed order.
    pub text: TextTab,
    /// Language of the program that is shown.
    pub language: Language,
    /// Whether `data` is shown indented.
    pub pretty: bool,
    /// The text that is shown, as it was made last.
    pub shown: ShownText,
    /// How JSON texts in the form are being edited.
    pub editors: Editors,
    /// Amounts that are being typed in yuan.
    pub amounts: Amounts,
    /// The field to show next.
    pub jump: Option<FieldPath>,
}

/// In what an amount is typed; what is sent is always fen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// 1 is one fen, as in `data`.
    #[default]
    Fen,
    /// 1 is one yuan.
    Yuan,
}

impl Unit {
    /// Whether the amounts of an order are typed in yuan; diamonds have no other unit.
    pub fn is_yuan_of(self, order: &Order) -> bool {
        self == Self::Yuan && !order.is_diamond()
    }
}

/// Amounts that are being typed in yuan: what stands in the field may be more than what it means,
/// as in `12.` or `12.50`.
#[derive(Debug, Default)]
pub struct Amounts(HashMap<Place, (String, String)>);

impl Amounts {
    /// What stands in the field of an amount, of which `fen` is the text in `data`.
    pub fn text_of(&self, place: Place, fen: &str) -> String {
        match self.0.get(&place) {
            Some((of, text)) if of == fen => text.clone(),
            _ => fen
                .parse()
                .map_or_else(|_| fen.to_owned(), money::plain_yuan),
        }
    }

    /// Keeps what was typed as long as it means this.
    pub fn keep(&mut self, place: Place, fen: &str, text: String) {
        self.0.insert(place, (fen.to_owned(), text));
    }
}

/// The text of the preview, made when it changes.
#[derive(Debug, Default)]
pub struct ShownText {
    of: Option<(u64, Export, bool)>,
    text: String,
}

impl ShownText {
    /// The text of a signature, which has this number; indented where that is asked for.
    pub fn of(&mut self, signed: &SignedOrder, number: u64, export: Export, pretty: bool) -> &str {
        let of = Some((number, export, pretty));
        if self.of != of {
            let text = export.of(signed);
            self.text = if pretty {
                indented(&text)
            } else {
                text.into_owned()
            };
            self.of = of;
        }
        &self.text
    }
}

/// The document indented; only to be read.
fn indented(data: &str) -> String {
    serde_json::from_str::<serde_json::Value>(data)
        .and_then(|value| serde_json::to_string_pretty(&value))
        .unwrap_or_else(|_| data.to_owned())
}

/// The size of a pane in points.
#[derive(Clone, Copy, Debug, Default)]
pub struct PaneSize {
    /// As the user has dragged it; `None` as it comes.
    pub chosen: Option<f32>,
    /// As it is drawn.
    pub drawn: Option<f32>,
}

impl PaneSize {
    /// A size as it was kept.
    pub fn of(chosen: Option<f32>) -> Self {
        Self {
            chosen,
            drawn: None,
        }
    }

    /// Takes in how large it was drawn. Only what the user drags is kept: a small window is no
    /// wish.
    pub fn follow(&mut self, ui: &Ui, size: f32) {
        let size = size.round();
        let has_changed = self.drawn.is_some_and(|drawn| (drawn - size).abs() >= 1.0);
        if has_changed && ui.input(|input| input.pointer.any_down()) {
            self.chosen = Some(size);
        }

        self.drawn = Some(size);
    }
}

impl ComposePage {
    /// The page as it opens.
    pub fn open(settings: &Settings) -> Self {
        Self {
            import_text: None,
            import_fault: None,
            templates: Templates::default(),
            unit: if settings.types_yuan {
                Unit::Yuan
            } else {
                Unit::Fen
            },
            form_width: PaneSize::of(settings.form_width),
        }
    }
}

impl Sheet {
    /// A document as it is shown first.
    pub fn of(document: Document) -> Self {
        Self {
            document,
            text: TextTab::Data,
            language: Language::Node,
            pretty: false,
            shown: ShownText::default(),
            editors: Editors::default(),
            amounts: Amounts::default(),
            jump: None,
        }
    }
}

/// The texts of a signed order, one tab each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextTab {
    /// `data`.
    #[default]
    Data,
    /// `byteAuthorization`.
    Authorization,
    /// The string to sign.
    StringToSign,
    /// The JavaScript call.
    Call,
    /// A program that makes the same signature.
    Program,
}

impl TextTab {
    /// All tabs.
    pub const ALL: [Self; 5] = [
        Self::Data,
        Self::Authorization,
        Self::StringToSign,
        Self::Call,
        Self::Program,
    ];

    /// The text that it shows.
    pub fn text(self, language: Language) -> Export {
        match self {
            Self::Data => Export::Data,
            Self::Authorization => Export::Authorization,
            Self::StringToSign => Export::StringToSign,
            Self::Call => Export::Call,
            Self::Program => Export::Program(language),
        }
    }
}
