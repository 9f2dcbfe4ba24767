//! In: the text of a phone card's `skuAttr`. Out: its members as fields, and the text of edited
//! fields.

use serde_json::Value;

use super::members::{Edited, Members, text_of};
use super::read;

/// `skuAttr` of goods types 101 to 107 as typed; an empty text leaves the member out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhoneCard {
    /// `package_cost.amount` in fen.
    pub amount: String,
    /// `package_cost.time_len`, how many units the cost is for.
    pub time_len: String,
    /// `package_cost.unit`: `year`, `month` or `day`.
    pub unit: String,
    /// `call_duration` in minutes.
    pub call_duration: String,
    /// `traffic_bundle` in GB.
    pub traffic_bundle: String,
    /// `telecom_operator_type`: `official` or `private`.
    pub operator: String,
}

impl PhoneCard {
    /// The fields of a `skuAttr`; `None` where the text is no JSON object. An empty text has empty
    /// fields.
    pub fn open(text: &str) -> Option<Self> {
        let base = members(text)?;
        let cost = base.get("package_cost");
        let of_cost = |name: &str| text_of(cost.and_then(|cost| cost.get(name)));

        if cost.is_some_and(|cost| !cost.is_object()) {
            return None;
        }

        Some(Self {
            amount: of_cost("amount"),
            time_len: of_cost("time_len"),
            unit: of_cost("unit"),
            call_duration: text_of(base.get("call_duration")),
            traffic_bundle: text_of(base.get("traffic_bundle")),
            operator: text_of(base.get("telecom_operator_type")),
        })
    }

    /// The text with the fields as they are now: written over `before`, of which all else stays.
    pub fn text(&self, before: &str) -> String {
        let Self {
            amount,
            time_len,
            unit,
            call_duration,
            traffic_bundle,
            operator,
        } = self;

        let base = members(before).unwrap_or_default();
        let (no_cost, none) = (serde_json::Map::new(), Edited::new());
        let mut cost = Members::over(
            base.get("package_cost")
                .and_then(Value::as_object)
                .unwrap_or(&no_cost),
            &none,
        );
        cost.number("amount", amount);
        cost.number("time_len", time_len);
        cost.text("unit", unit);

        let mut out = Members::over(&base, &none);
        out.put(
            "package_cost",
            (!cost.map.is_empty()).then_some(Value::Object(cost.map)),
        );
        out.number("call_duration", call_duration);
        out.number("traffic_bundle", traffic_bundle);
        out.text("telecom_operator_type", operator);

        if out.map.is_empty() {
            String::new()
        } else {
            Value::Object(out.map).to_string()
        }
    }
}

fn members(text: &str) -> Option<serde_json::Map<String, Value>> {
    if text.is_empty() {
        return Some(serde_json::Map::new());
    }

    let read = read::read_order(text)
        .ok()
        .filter(|read| read.repeated_keys.is_empty())?;
    Some(read.order.members().clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD: &str = r#"{"package_cost":{"amount":1900,"time_len":1,"unit":"month","x":1.0},"call_duration":100,"y":[],"traffic_bundle":30,"telecom_operator_type":"official"}"#;

    #[test]
    fn what_no_field_stands_for_stays() {
        let mut card = PhoneCard::open(CARD).unwrap();
        assert_eq!(card.text(CARD), CARD);
        card.amount = "2900".into();
        card.unit = "year".into();
        assert_eq!(
            card.text(CARD),
            CARD.replace("1900", "2900").replace("month", "year")
        );
    }

    #[test]
    fn an_empty_text_becomes_the_documented_form() {
        let card = PhoneCard {
            amount: "1900".into(),
            time_len: "1".into(),
            unit: "month".into(),
            call_duration: "100".into(),
            traffic_bundle: "3.5".into(),
            operator: "official".into(),
        };

        let text = card.text("");
        assert_eq!(
            text,
            r#"{"package_cost":{"amount":1900,"time_len":1,"unit":"month"},"call_duration":100,"traffic_bundle":3.5,"telecom_operator_type":"official"}"#
        );
        assert_eq!(PhoneCard::open(&text), Some(card));
        assert_eq!(PhoneCard::default().text(&text), "");
    }

    #[test]
    fn what_fields_cannot_show_is_left_to_the_text() {
        for text in [
            "[1]",
            "{",
            r#"{"package_cost":5}"#,
            r#"{"call_duration":1,"call_duration":2}"#,
        ] {
            assert_eq!(PhoneCard::open(text), None, "{text}");
        }

        let typed = PhoneCard {
            amount: "12.".into(),
            ..PhoneCard::default()
        };
        assert_eq!(
            PhoneCard::open(&typed.text("")),
            Some(typed),
            "what is being typed stays as it is"
        );
    }
}
