//! In: error reports and calls to rehearse. Out: whether the window explains them, and leads on to
//! where they are mended.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use serde_json::json;
use tt_order_builder::core::sandbox::Answer;
use tt_order_builder::core::trouble::Catalogue;
use tt_order_builder::texts::Lang;
use tt_order_builder::ui::page::Page;

use crate::support::Window;

/// A report as a console prints it.
pub const REPORT: &str = "requestOrder fail {errNo: '11004', errMsg: 'requestOrder:fail 签名校验异常', errLogId: '20231115061320010203040506ABCD', errorCode: 159550}";

#[test]
fn a_report_is_explained_and_its_note_copied() {
    let mut window = Window::open(Lang::En);
    window.click("Errors");
    assert!(window.shows("Type a code or paste a report"));
    window.paste(REPORT);
    assert!(window.shows("The signature does not fit the data or the public key"));
    assert!(window.shows("server developer"));
    assert!(window.shows("Logged at 2023-11-15 06:13:20"));
    assert!(window.shows("errorCode  159550"));
    assert!(window.shows("1 more with this code"));

    let note = window.copied_by("Copy note");
    assert!(
        note.starts_with("## 11004 requestOrder:fail 签名校验异常")
            && note.contains("1. Paste data"),
        "{note}"
    );
    window.click("Clear");
    window.paste("nothing that anyone knows");
    assert!(window.shows("No known error was found"));
}

#[test]
fn a_payload_beside_the_error_opens_in_verify() {
    let mut window = Window::open(Lang::En);
    let signed = window.signed();
    let answer = json!({ "data": format!("{} ", signed.data()), "byteAuthorization": signed.byte_authorization() });
    window.click("Errors");
    window.paste(&format!("{REPORT}\nrequest={answer}"));
    assert!(
        window.shows("s apart"),
        "the log's time stands beside the signature's"
    );
    window.click("Open in Verify");
    assert_eq!(window.harness.state().state().page, Page::Verify);
    assert!(window.shows("body.trimmed"));
}

#[test]
fn a_used_order_number_is_replaced_with_one_click() {
    let mut window = Window::open(Lang::En);
    window.click("Errors");
    window.paste("21016");
    window.click("New order number");
    assert_eq!(window.harness.state().state().page, Page::Compose);
    assert!(!window.signed().data().contains("out_order_test_123456"));
}

#[test]
fn a_success_is_a_table_and_compared_with_the_order() {
    let mut window = Window::open(Lang::En);
    window.click("Errors");
    let success = |amount: u32| {
        format!(
            "{{orderId: 'motb123456789', itemOrderList: [{{itemOrderId: 'motb874637654774', skuId: 'abcd', itemOrderAmount: {amount}}}]}}"
        )
    };
    window.paste(&success(1));
    assert!(window.shows("motb874637654774") && window.shows("Matches the current order"));
    window.click("Clear");
    window.paste(&success(2));
    assert!(window.shows("2 paid, more than 1 in the order"));
}

#[test]
fn the_call_is_rehearsed_and_a_number_is_used_once() {
    let mut window = Window::open(Lang::En);
    window.click("Sandbox");
    assert!(window.shows("Rehearse the call offline"));
    window.click("Call tt.requestOrder");
    assert!(window.shows("success(res)"));
    assert!(window.viewed("res").contains("\"skuId\": \"abcd\""));
    window.click("Call tt.requestOrder");
    assert!(window.viewed("res").contains("21016"));
    window.click("Explain this error");
    assert!(window.shows("outOrderNo was used before"));
    window.click("Sandbox");
    window.click("Reset");
    window
        .harness
        .get_by_role_and_label(Role::CheckBox, "User is logged in")
        .scroll_to_me();
    window.step();
    window
        .harness
        .get_by_role_and_label(Role::CheckBox, "User is logged in")
        .click();
    window.step();
    window.click("Call tt.requestOrder");
    assert!(window.viewed("res").contains("访问未授权"));
}

#[test]
fn every_error_is_one_click_away() {
    let mut window = Window::open(Lang::En);
    window.click("Sandbox");
    window.click("Call tt.requestOrder");

    for row in Catalogue::built_in().of_call() {
        let message = row.message();
        window
            .harness
            .get_by_role_and_label(Role::ComboBox, "Simulate an error")
            .click();
        window.step();
        window.click(format!("{} {message}", row.err_no).trim());
        let last = window.harness.state().state().sandbox.last.clone().unwrap();

        assert_eq!(last.row, Some(row.id), "{message}");
        assert!(!matches!(last.answer, Answer::Success(_)));
    }
}

#[test]
fn every_page_has_its_number_on_the_keyboard() {
    use eframe::egui::{Key, Modifiers};
    let mut window = Window::open(Lang::En);
    let keys = [
        Key::Num6,
        Key::Num5,
        Key::Num4,
        Key::Num3,
        Key::Num2,
        Key::Num1,
    ];
    for (key, page) in keys.into_iter().zip(Page::ALL.into_iter().rev()) {
        window.harness.key_press_modifiers(Modifiers::COMMAND, key);
        window.step();
        assert_eq!(window.harness.state().state().page, page);
    }
}
