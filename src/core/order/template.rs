//! In: a document with named blanks, `{{title}}` or `{{price=100}}`, and what stands for them. Out:
//! the order.

use std::collections::BTreeMap;

use serde_json::{Map, Number, Value};

use super::form::{OrderForm, TotalAmount};
use super::model::Order;
use super::read::{self, ReadError};
use crate::core::platform::{Field, Kind};
use crate::core::time::Timestamp;

/// A name has at most so many bytes: what is longer is text.
const LONGEST_NAME: usize = 40;

/// Blanks that are filled without being asked for.
pub const AUTOMATIC: [&str; 6] = [
    "order_number",
    "date",
    "time",
    "app_id",
    "profile",
    "counter",
];

/// The templates that come with the program, by their name.
pub const BUILT_IN: [(&str, &str); 6] = [
    (
        "phone_card",
        include_str!("../../../assets/templates/phone_card.json"),
    ),
    (
        "membership",
        include_str!("../../../assets/templates/membership.json"),
    ),
    (
        "content",
        include_str!("../../../assets/templates/content.json"),
    ),
    (
        "short_drama",
        include_str!("../../../assets/templates/short_drama.json"),
    ),
    ("tool", include_str!("../../../assets/templates/tool.json")),
    (
        "diamonds",
        include_str!("../../../assets/templates/diamonds.json"),
    ),
];

/// A blank of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// Its name.
    pub name: String,
    /// What stands there unless something else is said; may be empty.
    pub default: String,
}

/// A document with blanks in its texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    members: Map<String, Value>,
    blanks: Vec<Blank>,
}

impl Template {
    /// Reads the JSON of a template: an order's, with blanks inside of texts.
    ///
    /// # Errors
    /// [`ReadError`] where it is no JSON object.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let order = read::read_order(text.trim_start_matches('\u{feff}'))?.order;
        let members = order.members().clone();
        let mut blanks = Vec::new();
        find_all(&Value::Object(members.clone()), &mut blanks);
        Ok(Self { members, blanks })
    }

    /// The blanks that are to be asked for, each once, in the order of the document.
    pub fn asked(&self) -> impl Iterator<Item = &Blank> {
        let is_asked = |blank: &&Blank| !AUTOMATIC.contains(&&*blank.name);
        self.blanks.iter().filter(is_asked)
    }

    /// Whether it has a blank of this name.
    pub fn has_blank(&self, name: &str) -> bool {
        self.blanks.iter().any(|blank| blank.name == name)
    }

    /// The order with values in the place of the blanks; one without a value has its default.
    pub fn fill(&self, values: &BTreeMap<String, String>) -> OrderForm {
        let of = |blank: &Blank| {
            let default = self.blanks.iter().find(|other| other.name == blank.name);
            let default = default.map(|blank| blank.default.clone());
            values
                .get(&blank.name)
                .cloned()
                .or(default)
                .unwrap_or_default()
        };
        let filled = filled(&Value::Object(self.members.clone()), "", &of);
        let Value::Object(members) = filled else {
            return OrderForm::default();
        };
        let has_total = members.contains_key("totalAmount");
        let mut form = OrderForm::open(&Order::new(members));
        if !has_total {
            // There was none as price or quantity were blanks.
            form.total_amount = TotalAmount::Follow;
        }
        form
    }
}

/// What the automatic blanks are filled with.
#[derive(Clone, Debug)]
pub struct Occasion<'o> {
    /// The time; dates are those of China.
    pub now: Timestamp,
    /// An order number that no one has used.
    pub order_number: &'o str,
    /// `appid` of the mini-program.
    pub app_id: &'o str,
    /// What the user calls it.
    pub profile: &'o str,
    /// How many numbers were counted for it, with this one.
    pub counter: u64,
}

impl Occasion<'_> {
    /// What stands for each automatic blank.
    pub fn values(&self) -> BTreeMap<String, String> {
        // `20251009-165320`
        let stamp = self.now.file_stamp();
        let (date, time) = stamp.split_once('-').unwrap_or((&stamp, ""));
        let counter = self.counter.to_string();
        let values = [
            self.order_number,
            date,
            time,
            self.app_id,
            self.profile,
            &counter,
        ];
        let named = AUTOMATIC.iter().zip(values);
        named
            .map(|(name, value)| ((*name).to_owned(), value.to_owned()))
            .collect()
    }
}

/// A text with values in the place of its blanks.
pub fn filled_text(text: &str, values: &BTreeMap<String, String>) -> String {
    let of = |piece| match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Blank(blank) => values.get(&blank.name).cloned().unwrap_or(blank.default),
    };
    pieces(text).into_iter().map(of).collect()
}

/// Whether a text has a blank of this name.
pub fn has_blank(text: &str, name: &str) -> bool {
    let is_it = |piece: &Piece<'_>| matches!(piece, Piece::Blank(blank) if blank.name == name);
    pieces(text).iter().any(is_it)
}

/// One piece of a text.
enum Piece<'t> {
    Text(&'t str),
    Blank(Blank),
}

/// The pieces of a text; braces that are no blank are text.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut all = Vec::new();
    let mut rest = text;
    while let Some(begin) = rest.find("{{") {
        let inside = &rest[begin + 2..];
        let Some(end) = inside.find("}}") else { break };
        let (name, default) = inside[..end]
            .split_once('=')
            .unwrap_or((&inside[..end], ""));
        let is_of_name = |c: char| c.is_alphanumeric() || c == '_';
        let is_name =
            !name.is_empty() && name.len() <= LONGEST_NAME && name.chars().all(is_of_name);
        if is_name {
            all.push(Piece::Text(&rest[..begin]));
            all.push(Piece::Blank(Blank {
                name: name.to_owned(),
                default: default.to_owned(),
            }));
            rest = &inside[end + 2..];
        } else {
            all.push(Piece::Text(&rest[..begin + 2]));
            rest = inside;
        }
    }
    all.push(Piece::Text(rest));
    all
}

fn find_all(value: &Value, all: &mut Vec<Blank>) {
    match value {
        Value::String(text) => {
            for piece in pieces(text) {
                let Piece::Blank(blank) = piece else { continue };
                match all.iter_mut().find(|other| other.name == blank.name) {
                    // The first default counts, wherever it stands.
                    Some(known) if known.default.is_empty() => known.default = blank.default,
                    Some(_) => {}
                    None => all.push(blank),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| find_all(item, all)),
        Value::Object(members) => members.values().for_each(|value| find_all(value, all)),
        _ => {}
    }
}

fn filled(value: &Value, name: &str, of: &dyn Fn(&Blank) -> String) -> Value {
    match value {
        Value::String(text) => {
            // A text that is JSON itself gets what JSON has for the value.
            let begin = text.trim_start();
            let is_json = begin.starts_with('{') && !begin.starts_with("{{");
            let pieces = pieces(text);
            let is_blank = matches!(
                &*pieces,
                [Piece::Text(""), Piece::Blank(_), Piece::Text("")]
            );
            let text: String = pieces
                .into_iter()
                .map(|piece| match piece {
                    Piece::Text(text) => text.to_owned(),
                    Piece::Blank(blank) if is_json => escaped(&of(&blank)),
                    Piece::Blank(blank) => of(&blank),
                })
                .collect();
            let number = serde_json::from_str::<Number>(&text).ok();
            let number = number.filter(|_| is_blank && is_number(name));
            number.map_or(Value::String(text), Value::Number)
        }
        Value::Array(items) => {
            let items = items.iter().map(|item| filled(item, name, of));
            Value::Array(items.collect())
        }
        Value::Object(members) => {
            let members = members.iter();
            let members = members.map(|(name, value)| (name.clone(), filled(value, name, of)));
            Value::Object(members.collect())
        }
        other => other.clone(),
    }
}

/// Whether a member of this name is a number.
fn is_number(name: &str) -> bool {
    let is_it = |field: Field| field.name() == name && field.kind() == Kind::Number;
    Field::all().any(is_it)
}

/// A text as it stands between the quotes of JSON.
fn escaped(text: &str) -> String {
    let quoted = Value::String(text.to_owned()).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::order::{Document, error_count};

    fn values(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        pairs.iter().map(owned).collect()
    }

    fn occasion() -> Occasion<'static> {
        Occasion {
            now: Timestamp(1_760_000_000),
            order_number: "1760000000_0123abcd",
            app_id: "tt1",
            profile: "shop",
            counter: 7,
        }
    }

    #[test]
    fn blanks_are_found_once_and_filled_everywhere() {
        let text = r#"{"skuList":[{"title":"{{title}}","price":"{{price=100}}"}],
            "outOrderNo":"a_{{order_number}}","totalAmount":"{{price}}",
            "x":"{{ no }} {{", "y":"{\"name\":\"{{title}}\",\"n\":{{price}}}"}"#;
        let template = Template::read(text).unwrap();
        let names: Vec<_> = template
            .asked()
            .map(|blank| (&*blank.name, &*blank.default))
            .collect();
        assert_eq!(names, [("title", ""), ("price", "100")]);

        let form = template.fill(&values(&[("title", "\"月卡\""), ("order_number", "7")]));
        assert_eq!(
            Document::new(form).draft().data.as_str(),
            r#"{"skuList":[{"title":"\"月卡\"","price":100}],"outOrderNo":"a_7","totalAmount":100,"x":"{{ no }} {{","y":"{\"name\":\"\\\"月卡\\\"\",\"n\":100}"}"#
        );
    }

    #[test]
    fn the_built_in_templates_are_orders_without_errors() {
        let automatic = occasion().values();
        for (name, text) in BUILT_IN {
            let template = Template::read(text).unwrap();
            assert!(template.asked().count() >= 3, "{name}");
            let draft = Document::new(template.fill(&automatic)).draft();
            assert_eq!(
                error_count(&draft.findings),
                0,
                "{name}: {:?}",
                draft.findings
            );
            assert!(!draft.data.as_str().contains("{{"), "{name}");
        }
    }

    #[test]
    fn a_total_that_could_not_be_told_follows_again() {
        let text = r#"{"skuList":[{"price":"{{price=19}}","quantity":2,"x":{"price":"100"}}]}"#;
        let form = Template::read(text).unwrap().fill(&BTreeMap::new());
        assert_eq!(
            Document::new(form).draft().data.as_str(),
            r#"{"skuList":[{"price":19,"quantity":2,"x":{"price":"100"}}],"totalAmount":38}"#
        );
    }

    #[test]
    fn dates_are_those_of_china() {
        let values = occasion().values();
        assert_eq!((&*values["date"], &*values["time"]), ("20251009", "165320"));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[{}=a-z\"\\\\ ]{0,40}") {
            let json = serde_json::json!({ "a": text.clone(), "price": text }).to_string();
            let template = Template::read(&json).unwrap();
            let _ = template.fill(&BTreeMap::new());
        }
    }
}
