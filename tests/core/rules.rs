//! In: one good order, and one change to it for every way of breaking a rule. Out: whether exactly
//! that rule strikes.

use proptest::prelude::*;
use tt_order_builder::core::finding::Severity;
use tt_order_builder::core::order::rules::{self, RULES};
use tt_order_builder::core::order::{Finding, OrderForm, read};

/// An order that no rule has a word to say about.
const GOOD: &str = r#"{"skuList":[{"skuId":"abcd","price":1250,"quantity":2,"title":"会员月卡","imageList":["https://example.com/a.png"],"type":401,"tagGroupId":"tag_group_7272625659888041996","entrySchema":{"path":"page/goods/index","params":"{\"id\":1}"}}],"outOrderNo":"order_1","totalAmount":2500,"payExpireSeconds":300,"orderEntrySchema":{"path":"page/index/index","params":"{\"id\":1234, \"name\":\"hello\"}"},"limitPayWayList":[1,2]}"#;

/// A phone card whose `skuAttr` is complete.
const PHONE_CARD: &str = r#""type":101,"skuAttr":"{\"package_cost\":{\"amount\":1900,\"time_len\":1,\"unit\":\"month\"},\"call_duration\":100,\"traffic_bundle\":30,\"telecom_operator_type\":\"official\"}""#;

const E: Severity = Severity::Error;
const W: Severity = Severity::Warning;
const H: Severity = Severity::Hint;

fn check(text: &str) -> Vec<Finding> {
    let read = read::read_order(text).unwrap_or_else(|error| panic!("{error:?} in {text}"));
    rules::check(&read.order, &read.repeated_keys)
}

/// Rule, severity, path, and what is replaced by what in the good order.
#[rustfmt::skip]
fn faults() -> Vec<(&'static str, Severity, &'static str, &'static str, String)> {
    let long = |bytes: usize| "长".repeat(bytes / 3) + &"x".repeat(bytes % 3);
    vec![
        ("field.required", E, "outOrderNo", r#""outOrderNo":"order_1","#, String::new()),
        ("field.required", E, "outOrderNo", r#""order_1""#, r#""""#.into()),
        ("field.required", E, "skuList[0].title", r#""title":"会员月卡","#, String::new()),
        ("field.required", E, "orderEntrySchema.path", r#""path":"page/index/index","#, String::new()),
        ("field.type", E, "outOrderNo", r#""order_1""#, "1".into()),
        ("field.type", E, "orderEntrySchema", r#"{"path":"page/index/index","params":"{\"id\":1234, \"name\":\"hello\"}"}"#, "[]".into()),
        ("field.type", E, "skuList[0].title", r#""会员月卡""#, "null".into()),
        ("sku_list.not_array", E, "skuList", GOOD, r#"{"skuList":{}}"#.into()),
        ("sku_list.count", E, "skuList", GOOD, r#"{"skuList":[]}"#.into()),
        ("image_list.count", E, "skuList[0].imageList", r#"["https://example.com/a.png"]"#, "[]".into()),
        ("image_list.count", E, "skuList[0].imageList", r#"["https:"#, r#"["https://example.com/b.png","https:"#.into()),
        ("image.not_https", W, "skuList[0].imageList[0]", "https://example.com/a.png", "http://example.com/a.png".into()),
        ("field.too_long", E, "skuList[0].title", "会员月卡", long(257)),
        ("field.too_long", E, "outOrderNo", "order_1", long(65)),
        ("field.too_long", E, "orderEntrySchema.path", "page/index/index", "p".repeat(513)),
        ("field.repeated", E, "outOrderNo", r#""totalAmount""#, r#""outOrderNo":"order_1","totalAmount""#.into()),
        ("field.unknown", H, "extra", r#""totalAmount""#, r#""extra":1,"totalAmount""#.into()),
        ("field.unknown", H, "skuList[0].tittle", r#""title""#, r#""tittle":"","title""#.into()),
        ("type.unknown", W, "skuList[0].type", "401", "999".into()),
        ("tag_group.form", H, "skuList[0].tagGroupId", "tag_group_", "idxxx_".into()),
        ("sku_attr.not_text", E, "skuList[0].skuAttr", r#""type":401"#, r#""type":401,"skuAttr":{"a":1}"#.into()),
        ("sku_attr.at_top", E, "skuAttr", r#""totalAmount""#, r#""skuAttr":"{}","totalAmount""#.into()),
        ("sign_order.is_one", W, "outAuthOrderNo", GOOD, r#"{"outAuthOrderNo":"a","serviceId":"b"}"#.into()),
        ("sign_order.member", E, "serviceId", GOOD, r#"{"outAuthOrderNo":"a"}"#.into()),
        ("sku_attr.missing", W, "skuList[0].skuAttr", "401", "404".into()),
        ("sku_attr.not_json", E, "skuList[0].skuAttr", r#""type":401"#, r#""type":401,"skuAttr":"{""#.into()),
        ("sku_attr.phone_card", W, "skuList[0].skuAttr", r#""type":401"#, PHONE_CARD.replace("month", "week")),
        ("sku_attr.membership", W, "skuList[0].skuAttr", r#""type":401"#, r#""type":402,"skuAttr":"{\"benefit_time\":{\"num_of_month\":\"1x\"}}""#.into()),
        ("sku_attr.membership", W, "skuList[0].skuAttr", r#""type":401"#, r#""type":402,"skuAttr":"{\"benefit_time\":{\"num_of_day\":-1}}""#.into()),
        ("number.as_text", E, "skuList[0].price", "1250", r#""1250""#.into()),
        ("number.as_text", E, "skuList[0].quantity", r#""quantity":2"#, r#""quantity":"两""#.into()),
        ("amount.decimal", E, "skuList[0].price", "1250", "12.50".into()),
        ("amount.decimal", E, "totalAmount", "2500", r#""25.00""#.into()),
        ("number.not_whole", E, "payExpireSeconds", "300", "3e2".into()),
        ("number.not_whole", E, "skuList[0].price", "1250", "1.2345".into()),
        ("number.too_large", E, "skuList[0].quantity", r#""quantity":2"#, r#""quantity":99999999999999999999"#.into()),
        ("price.negative", E, "skuList[0].price", "1250", "-1".into()),
        ("quantity.range", E, "skuList[0].quantity", r#""quantity":2"#, r#""quantity":101"#.into()),
        ("quantity.range", E, "skuList[0].quantity", r#""quantity":2"#, r#""quantity":0"#.into()),
        ("quantity.diamond", E, "skuList[0].quantity", r#""totalAmount""#, r#""currency":"DIAMOND","totalAmount""#.into()),
        ("total.too_small", E, "totalAmount", "2500", "0".into()),
        ("total.above_sum", E, "totalAmount", "2500", "2501".into()),
        ("total.below_sum", W, "totalAmount", "2500", "2499".into()),
        ("pay_expire.range", E, "payExpireSeconds", "300", "172801".into()),
        ("pay_expire.range", E, "payExpireSeconds", "300", "-1".into()),
        ("pay_expire.zero", H, "payExpireSeconds", "300", "0".into()),
        ("currency.unknown", E, "currency", r#""totalAmount""#, r#""currency":"USD","totalAmount""#.into()),
        ("merchant.with_diamond", W, "merchantUid", r#""totalAmount""#, r#""currency":"DIAMOND","merchantUid":"1","totalAmount""#.into()),
        ("notify_url.not_https", E, "payNotifyUrl", r#""totalAmount""#, r#""payNotifyUrl":"http://example.com","totalAmount""#.into()),
        ("notify_url.default", H, "payNotifyUrl", r#""totalAmount""#, r#""payNotifyUrl":"https://example.com","totalAmount""#.into()),
        ("pay_way.unknown", W, "limitPayWayList[1]", "[1,2]", "[1,3]".into()),
        ("pay_way.as_text", E, "limitPayWayList[0]", "[1,2]", r#"["1"]"#.into()),
        ("pay_way.sdk_only", W, "limitPayWayList[0]", "[1,2]", "[10]".into()),
        ("pay_scene.unknown", W, "payScene", r#""totalAmount""#, r#""payScene":"LIVE","totalAmount""#.into()),
        ("path.leading_slash", E, "orderEntrySchema.path", "page/index/index", "/page/index/index".into()),
        ("path.query", E, "skuList[0].entrySchema.path", "page/goods/index", "page/goods/index?id=1".into()),
        ("path.characters", E, "orderEntrySchema.path", "page/index/index", "page/index*1/index".into()),
        ("path.several", E, "orderEntrySchema.path", "page/index/index", "/page/index?id=1".into()),
        ("path.hyphen", W, "orderEntrySchema.path", "page/index/index", "page/index-1/index".into()),
        ("params.not_text", E, "skuList[0].entrySchema.params", r#""{\"id\":1}""#, r#"{"id":1}"#.into()),
        ("params.not_json", E, "skuList[0].entrySchema.params", r#""{\"id\":1}""#, r#""id=1""#.into()),
        ("params.repeated_key", E, "skuList[0].entrySchema.params", r#"{\"id\":1}"#, r#"{\"id\":1,\"id\":2}"#.into()),
        ("text.full_width", W, "outOrderNo", "order_1", "order＿１".into()),
        ("number.as_text", E, "skuList[0].price", "1250", r#""１２５０""#.into()),
        ("text.surrounding_space", W, "skuList[0].title", "会员月卡", " 会员月卡".into()),
        ("text.invisible", W, "skuList[0].title", "会员月卡", "会员\u{200b}月卡".into()),
        ("text.invisible", W, "outOrderNo", "order_1", "order\u{a0}1".into()),
        ("text.placeholder", W, "outOrderNo", "order_1", "{{order}}".into()),
        ("text.placeholder", W, "skuList[0].title", "会员月卡", "${title}".into()),
    ]
}

#[test]
fn the_good_orders_break_no_rule() {
    assert_eq!(check(GOOD), Vec::new());
    assert_eq!(
        check(&GOOD.replace(r#""type":401"#, PHONE_CARD)),
        Vec::new()
    );
    let diamonds = GOOD.replace(r#""quantity":2"#, r#""quantity":1"#).replace(
        r#""totalAmount":2500"#,
        r#""currency":"DIAMOND","totalAmount":1250"#,
    );
    assert_eq!(check(&diamonds), Vec::new());
}

#[test]
fn every_fault_is_found_by_its_rule_at_its_place() {
    let mut missed = Vec::new();
    for (rule, severity, path, good, bad) in faults() {
        assert!(GOOD.contains(good), "{good}");
        let findings = check(&GOOD.replacen(good, &bad, 1));
        let is_found = findings.iter().any(|finding| {
            let place = finding.path.to_string();
            (finding.rule.name, place.as_str(), finding.severity()) == (rule, path, severity)
        });
        if !is_found {
            missed.push(format!("{rule} at {path} not among {findings:?}"));
        }
    }
    assert_eq!(missed, Vec::<String>::new());
}

#[test]
fn every_rule_has_a_fault_that_shows_it() {
    let faults = faults();
    for rule in RULES.iter().flat_map(|rules| rules.iter()) {
        assert!(
            faults.iter().any(|fault| fault.0 == rule.name),
            "no fault for {}",
            rule.name
        );
    }
}

#[test]
fn limits_are_in_bytes_and_the_last_byte_is_allowed() {
    let at_the_limit = GOOD.replacen("会员月卡", &("长".repeat(85) + "x"), 1);
    assert_eq!(check(&at_the_limit), Vec::new());
}

#[test]
fn positions_count_characters_from_one() {
    let findings = check(&GOOD.replacen("会员月卡", "会员\u{200b}月卡", 1));
    assert!(
        findings[0].args.contains(&("position", "3".to_owned())),
        "{findings:?}"
    );
    assert!(findings[0].args.contains(&("code", "U+200B".to_owned())));
}

#[test]
fn an_amount_in_yuan_is_offered_in_fen() {
    let findings = check(&GOOD.replacen("1250", "12.5", 1));
    let offered: Vec<&str> = findings[0].suggestions().collect();
    assert_eq!(offered, ["1250", "12"]);
}

#[test]
fn deep_and_large_documents_are_refused_or_read_without_harm() {
    let nested = format!("{{\"a\":{}1{}}}", "[".repeat(100), "]".repeat(100));
    assert!(read::read_order(&nested).is_ok());
    for levels in [200, 100_000] {
        assert!(read::read_order(&format!("{{\"a\":{}", "[".repeat(levels))).is_err());
        let closed = format!("{{\"a\":{}1{}}}", "[".repeat(levels), "]".repeat(levels));
        assert!(read::read_order(&closed).is_err());
    }

    let large = GOOD.replacen("会员月卡", &"长".repeat(350_000), 1);
    assert!(
        check(&large)
            .iter()
            .any(|finding| finding.rule.name == "field.too_long")
    );
}

/// One change somewhere in a text: a character dropped, doubled, replaced, or a piece cut out.
fn mutated(text: &str, edits: &[(usize, u8, char)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (place, kind, c) in edits {
        if chars.is_empty() {
            break;
        }

        let at = place % chars.len();
        match kind % 4 {
            0 => drop(chars.remove(at)),
            1 => chars.insert(at, *c),
            2 => chars[at] = *c,
            _ => drop(chars.splice(at..(at + 7).min(chars.len()), [])),
        }
    }

    chars.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn no_mutation_of_an_order_does_harm(
        edits in prop::collection::vec((any::<usize>(), any::<u8>(), prop_oneof![
            any::<char>(),
            prop::sample::select(vec!['{', '}', '[', ']', '"', '\\', ',', ':', '0', '-', '.', 'e', ' ', '\u{feff}']),
        ]), 1..6)
    ) {
        let text = mutated(GOOD, &edits);
        if let Ok(read) = read::read_order(&text) {
            rules::check(&read.order, &read.repeated_keys);
            // What the form has not touched is written back as it was.
            prop_assert_eq!(OrderForm::open(&read.order).order(), read.order);
        }
    }
}
