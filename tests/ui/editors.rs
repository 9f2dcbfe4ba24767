//! In: edits of `params` and of a phone card's `skuAttr`, one by one and as text. Out: whether
//! `data` has exactly them.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use serde_json::Value;
use tt_order_builder::core::signing::Export;
use tt_order_builder::texts::Lang;

use crate::support::Window;

fn data(window: &Window) -> Value {
    serde_json::from_str(window.signed().data()).unwrap()
}

fn params(window: &Window) -> String {
    data(window)["orderEntrySchema"]["params"]
        .as_str()
        .unwrap_or("absent")
        .to_owned()
}

#[test]
fn params_are_edited_name_by_name() {
    let mut window = Window::open(Lang::En);
    assert_eq!(window.typed("Order page params: name 1"), "id");
    assert_eq!(
        params(&window),
        r#"{"id":1234, "name":"hello"}"#,
        "looking changes nothing"
    );
    window.retype("Order page params: value 1", "12.");
    assert!(
        window.shows("params must be a JSON object"),
        "a number in the making is pointed out"
    );
    assert_eq!(
        window.typed("Order page params: value 1"),
        "12.",
        "and stays under the cursor"
    );
    window.retype("Order page params: value 1", "12.50");
    window.retype("Order page params: value 2", "“你好” \"x\"");
    assert_eq!(params(&window), r#"{"id":12.50,"name":"“你好” \"x\""}"#);
    window.click("Order page params: kind of value 1");
    assert_eq!(params(&window), r#"{"id":"12.50","name":"“你好” \"x\""}"#);
    window.click("Order page params: add a parameter");
    window.retype("Order page params: name 3", "id");
    assert!(
        window.shows("params repeats keys"),
        "a name that stands twice is pointed out"
    );
    window.click("Order page params: remove 1");
    assert_eq!(params(&window), r#"{"name":"“你好” \"x\"","id":""}"#);
    window.click("Order page params: remove 1");
    window.click("Order page params: remove 1");
    assert_eq!(params(&window), "absent");
}

#[test]
fn params_are_one_click_from_their_text() {
    let mut window = Window::open(Lang::En);
    window.click("Order page params: edit as text");
    let label = window.label("orderEntrySchema.params");
    let text = window
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, &label);
    assert_eq!(text.value().unwrap(), r#"{"id":1234, "name":"hello"}"#);
    text.focus();
    window.step();
    text_replaced(&mut window, &label, "{\"a\":[1, 2]}");
    window.click("Order page params: edit as text");
    assert_eq!(window.typed("Order page params: value 1"), "[1, 2]");
    assert_eq!(
        params(&window),
        "{\"a\":[1, 2]}",
        "switching changes nothing"
    );
}

fn text_replaced(window: &mut Window, label: &str, text: &str) {
    window
        .harness
        .key_press_modifiers(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::A);
    window.harness.step();
    window
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, label)
        .type_text(text);
    window.step();
}

#[test]
fn what_is_no_object_is_shown_as_text() {
    let mut window = Window::open(Lang::En);
    window.paste(r#"{"skuList":[],"orderEntrySchema":{"path":"a","params":"id=1"}}"#);
    let label = window.label("orderEntrySchema.params");
    assert_eq!(
        window
            .harness
            .get_by_role_and_label(Role::MultilineTextInput, &label)
            .value()
            .unwrap(),
        "id=1"
    );
}

#[test]
fn a_phone_card_is_filled_in_field_by_field() {
    let mut window = Window::open(Lang::En);
    for (label, text) in [
        ("Package cost  amount (fen)", "1900"),
        ("Duration  time_len", "1"),
        ("Calls  call_duration (min)", "100"),
        ("Data  traffic_bundle (GB)", "30"),
    ] {
        window.retype(label, text);
    }

    assert!(window.shows("¥19.00"));
    for (field, choice) in [
        ("Unit of duration  unit", "month"),
        ("Operator  telecom_operator_type", "official"),
    ] {
        window
            .harness
            .get_by_role_and_label(Role::ComboBox, field)
            .scroll_to_me();
        window.step();
        window
            .harness
            .get_by_role_and_label(Role::ComboBox, field)
            .click();
        window.step();
        window.click(choice);
    }

    assert_eq!(
        data(&window)["skuList"][0]["skuAttr"],
        r#"{"package_cost":{"amount":1900,"time_len":1,"unit":"month"},"call_duration":100,"traffic_bundle":30,"telecom_operator_type":"official"}"#
    );
    let state = window.harness.state().state();
    let mut findings = state.tab().draft.findings.iter();
    assert!(
        findings.all(|finding| finding.rule.name == "tag_group.form"),
        "nothing is left to say of it"
    );
    let kind = window.label("skuList.type");
    window.retype(&kind, "404");
    let attr = window.label("skuList.skuAttr");
    let text = window
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, &attr)
        .value()
        .unwrap();

    assert!(
        text.starts_with(r#"{"package_cost""#),
        "other goods have the text only"
    );
}

#[test]
fn what_is_signed_is_saved_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(Lang::En);
    for (item, name, text) in [
        (
            "data + byteAuthorization  order.json",
            "订单.json",
            window.export(Export::Answer),
        ),
        (
            "data  data.json",
            "数据.json",
            window.signed().data().to_owned(),
        ),
    ] {
        let file = folder.path().join(name);
        window.choose(Some(file.clone()));
        window.click("Save…");
        window.click(item);
        window.await_text(name);
        assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
    }

    window.click("JS call");
    window.choose(Some(folder.path().to_owned()));
    window.click("Save…");
    window.click("JS call  request-order.js");
    window.await_text("is a folder, not a file");
    window.choose(None);
    window.click("Save…");
    window.click("data  data.json");
    window.await_text("no file was chosen");
}

#[test]
fn a_value_of_the_wrong_kind_is_put_right_by_a_click_or_by_typing_it_again() {
    let mut window = Window::open(Lang::En);
    let order = r#"{"skuList":[{"skuId":123,"price":"100","quantity":1}],"orderEntrySchema":{"params":{"a":1}},"limitPayWayList":["1"]}"#;
    window.paste(order);
    assert_eq!(window.signed().data(), order);
    window.retype(&window.label("skuList.skuId"), "123");
    assert_eq!(data(&window)["skuList"][0]["skuId"], "123");
    assert_eq!(
        data(&window)["skuList"][0]["price"],
        "100",
        "what was not touched stays"
    );
    window.click("Write 100");
    assert_eq!(data(&window)["skuList"][0]["price"], 100);
    window.click("Write {\"a\":1}");
    assert_eq!(params(&window), "{\"a\":1}");

    window.unfold();
    for _ in 0..2 {
        window
            .harness
            .get_by_role_and_label(Role::CheckBox, "1 WeChat")
            .scroll_to_me();
        window.step();
        window
            .harness
            .get_by_role_and_label(Role::CheckBox, "1 WeChat")
            .click();
        window.step();
    }

    assert_eq!(data(&window)["limitPayWayList"], serde_json::json!([1]));
}

#[test]
fn a_second_import_gets_a_tab_of_its_own_and_the_first_is_undone() {
    let mut window = Window::open(Lang::En);
    let (first, second) = ("{ \"outOrderNo\": \"1\" }", "{\"outOrderNo\":  \"2\"}");
    window.paste(first);
    window.paste(second);
    assert_eq!(window.signed().data(), second);
    window.click("Close 2");
    assert_eq!(window.signed().data(), first);
    window.click("Undo");
    assert!(window.signed().data().contains("out_order_test_123456"));
}

#[test]
fn an_order_file_is_chosen_in_the_import_dialog() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("order.json");
    std::fs::write(&file, "{\"outOrderNo\":\"chosen\"}").unwrap();
    let mut window = Window::open(Lang::En);
    window.choose(Some(file));
    window.click("Import…");
    window.click("Choose file…");
    window.await_text("Imported");
    window.step();
    assert_eq!(window.signed().data(), "{\"outOrderNo\":\"chosen\"}");
}

#[test]
fn text_in_the_making_stays_text() {
    let mut window = Window::open(Lang::En);
    window.paste(r#"{"skuList":[],"orderEntrySchema":{"path":"a","params":"id=1"}}"#);
    let label = window.label("orderEntrySchema.params");
    window
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, &label)
        .focus();
    window.step();
    text_replaced(&mut window, &label, "{\"id\":1}");
    assert_eq!(params(&window), "{\"id\":1}");
    window
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, &label);
    window.click("Order page params: edit as text");
    assert_eq!(window.typed("Order page params: value 1"), "1");
}

#[test]
fn a_membership_is_filled_in_field_by_field() {
    let mut window = Window::open(Lang::En);
    let kind = window.label("skuList.type");
    window.retype(&kind, "402");
    for (label, text) in [
        ("Membership  member_name", "VIP month"),
        ("Kind  member_type", "VIP"),
        ("Months  num_of_month", "1"),
    ] {
        window.retype(label, text);
    }
    assert_eq!(
        data(&window)["skuList"][0]["skuAttr"],
        r#"{"member_name":"VIP month","member_type":"VIP","benefit_time":{"num_of_month":1}}"#
    );
}

#[test]
fn tag_groups_are_those_of_the_type_and_those_that_the_platform_answered() {
    let mut window = Window::open(Lang::En);
    let group = window.label("skuList.tagGroupId");
    let answer = r#"{"data":{"tag_detail_list":[{"tag_group_id":"tag_group_42","tag_list":[{"tag_name":"any time"}]}]}}"#;
    // Also while a field has the cursor, which does not get it.
    window.retype(&group, "tag_group_1");
    window.paste(answer);
    assert!(window.shows("Took in 1 tag group"));
    assert_eq!(window.typed(&group), "tag_group_1");

    let kind = window.label("skuList.type");
    window.retype(&kind, "301");
    let name = Lang::En.fill("picker.name", &[("field", "Refund rule tags")]);
    window.click(&name);
    assert!(window.shows("tag_group_42  any time"));
    assert!(window.shows("tag_group_7272625659888058380"));
    assert!(
        !window.shows("tag_group_7272625659887943692"),
        "of phone cards"
    );

    // The second one, by arrows and Enter.
    window.harness.key_press(eframe::egui::Key::ArrowDown);
    window.step();
    window.harness.key_press(eframe::egui::Key::Enter);
    window.step();
    assert_eq!(window.typed(&group), "tag_group_7272625659888058380");
}
