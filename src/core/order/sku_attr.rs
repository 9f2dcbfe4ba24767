//! In: the text of a `skuAttr` whose members are known. Out: its members as fields, and the text of
//! edited fields.

use serde_json::{Map, Value};

use super::members::{Edited, Members, text_of};
use super::read;
use crate::core::platform::{AttrKind, AttrMember};

/// What stands in the fields, in the order of `members`; `None` where the text is none that fields
/// can show. An empty text has empty fields.
pub fn open(members: &[AttrMember], text: &str) -> Option<Vec<String>> {
    let base = object(text)?;
    let group = |member: &AttrMember| member.group.and_then(|group| base.get(group));
    if members
        .iter()
        .filter_map(group)
        .any(|group| !group.is_object())
    {
        return None;
    }

    let values = members.iter().map(|member| value(&base, member));
    Some(values.map(text_of).collect())
}

/// The value of a member, in the object in which it stands.
pub fn value<'a>(attr: &'a Map<String, Value>, member: &AttrMember) -> Option<&'a Value> {
    match member.group {
        Some(group) => attr.get(group).and_then(|group| group.get(member.name)),
        None => attr.get(member.name),
    }
}

/// The text with the fields as they are now: written over `before`, of which all else stays. An
/// empty field leaves its member out.
pub fn text(members: &[AttrMember], typed: &[String], before: &str) -> String {
    let base = object(before).unwrap_or_default();
    let none = Edited::new();
    let mut out = Members::over(&base, &none);
    let mut written = Vec::new();
    for (member, text) in members.iter().zip(typed) {
        let Some(group) = member.group else {
            put(&mut out, member, text);
            continue;
        };
        // A group is written whole, where its first member stands.
        if written.contains(&group) {
            continue;
        }
        written.push(group);
        let nothing = Map::new();
        let inside = base.get(group).and_then(Value::as_object);
        let mut inside = Members::over(inside.unwrap_or(&nothing), &none);
        for (member, text) in members.iter().zip(typed) {
            if member.group == Some(group) {
                put(&mut inside, member, text);
            }
        }
        let is_empty = inside.map.is_empty();
        out.put(group, (!is_empty).then_some(Value::Object(inside.map)));
    }

    if out.map.is_empty() {
        String::new()
    } else {
        Value::Object(out.map).to_string()
    }
}

fn put(out: &mut Members<'_>, member: &AttrMember, text: &str) {
    match member.kind {
        AttrKind::Number | AttrKind::Fen => out.number(member.name, text),
        AttrKind::Text | AttrKind::OneOf(_) => out.text(member.name, text),
    }
}

fn object(text: &str) -> Option<Map<String, Value>> {
    if text.is_empty() {
        return Some(Map::new());
    }

    let read = read::read_order(text)
        .ok()
        .filter(|read| read.repeated_keys.is_empty())?;
    Some(read.order.members().clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::platform::{MEMBERSHIP_ATTR, PHONE_CARD_ATTR};

    const CARD: &str = r#"{"package_cost":{"amount":1900,"time_len":1,"unit":"month","x":1.0},"call_duration":100,"y":[],"traffic_bundle":30,"telecom_operator_type":"official"}"#;

    fn typed(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|&text| text.to_owned()).collect()
    }

    #[test]
    fn what_no_field_stands_for_stays() {
        let mut card = open(PHONE_CARD_ATTR, CARD).unwrap();
        assert_eq!(text(PHONE_CARD_ATTR, &card, CARD), CARD);
        card[0] = "2900".into();
        card[2] = "year".into();
        assert_eq!(
            text(PHONE_CARD_ATTR, &card, CARD),
            CARD.replace("1900", "2900").replace("month", "year")
        );
    }

    #[test]
    fn an_empty_text_becomes_the_documented_form() {
        let card = typed(&["1900", "1", "month", "100", "3.5", "official"]);
        let written = text(PHONE_CARD_ATTR, &card, "");
        assert_eq!(
            written,
            r#"{"package_cost":{"amount":1900,"time_len":1,"unit":"month"},"call_duration":100,"traffic_bundle":3.5,"telecom_operator_type":"official"}"#
        );
        assert_eq!(open(PHONE_CARD_ATTR, &written), Some(card));
        let empty = vec![String::new(); PHONE_CARD_ATTR.len()];
        assert_eq!(text(PHONE_CARD_ATTR, &empty, &written), "");
    }

    #[test]
    fn a_membership_is_written_as_it_was_seen() {
        let vip = typed(&["会员月卡", "VIP", "0", "1", "0", "0", "0"]);
        assert_eq!(
            text(MEMBERSHIP_ATTR, &vip, ""),
            r#"{"member_name":"会员月卡","member_type":"VIP","benefit_time":{"num_of_year":0,"num_of_month":1,"num_of_day":0,"num_of_hour":0,"num_of_minute":0}}"#
        );
    }

    #[test]
    fn what_fields_cannot_show_is_left_to_the_text() {
        for text in [
            "[1]",
            "{",
            r#"{"package_cost":5}"#,
            r#"{"call_duration":1,"call_duration":2}"#,
        ] {
            assert_eq!(open(PHONE_CARD_ATTR, text), None, "{text}");
        }

        let card = typed(&["12.", "", "", "", "", ""]);
        assert_eq!(
            open(PHONE_CARD_ATTR, &text(PHONE_CARD_ATTR, &card, "")),
            Some(card),
            "what is being typed stays as it is"
        );
    }
}
