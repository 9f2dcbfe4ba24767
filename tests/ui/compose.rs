//! In: what an operator does on the compose page. Out: whether the signed order follows.

use eframe::egui::Vec2;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use serde_json::Value;
use tt_order_builder::core::language::Language;
use tt_order_builder::core::signing::{Export, snippet};
use tt_order_builder::texts::Lang;

use crate::support::{OPENED, Window, verify};

#[test]
fn the_first_frame_shows_the_example_signed() {
    let window = Window::open(Lang::Zh);
    let example = include_str!("../../assets/examples/platform-example.json").trim_end();
    assert_eq!(window.viewed("data"), example);
    assert_eq!(window.signed().moment().timestamp.0, OPENED);
    assert!(window.shows("演示密钥"), "the demo key is marked as such");
    verify(&window.signed(), "other.pkcs8.pem");
}

#[test]
fn a_typed_title_is_shown_copied_and_signed() {
    for lang in Lang::ALL {
        let mut window = Window::open(lang);
        let title = window.label("skuList.title");
        window.retype(&title, "会员“月卡” \\ 100%");
        let data = window.viewed("data");
        assert!(data.contains(r#""title":"会员“月卡” \\ 100%""#), "{data}");
        let copy = lang.fill("preview.copy", &[("name", "data")]);

        assert_eq!(window.copied_by(&copy), data);
        let signed = window.signed();
        assert_eq!(signed.data(), data);
        verify(&signed, "other.pkcs8.pem");
    }
}

#[test]
fn every_tab_copies_what_belongs_to_one_signature() {
    let mut window = Window::open(Lang::En);
    let signed = window.signed();
    let cases = [
        ("data", "Copy data", signed.data()),
        (
            "byteAuthorization",
            "Copy byteAuthorization",
            signed.byte_authorization(),
        ),
        (
            "String to sign",
            "Copy String to sign",
            signed.string_to_sign(),
        ),
        ("JS call", "Copy JS call", &Export::Call.of(&signed)),
    ];

    for (tab, copy, text) in cases {
        window.click(tab);
        assert_eq!(window.copied_by(copy), text);
    }

    let both = window.copied_by("Copy data + byteAuthorization");
    let answer: Value = serde_json::from_str(&both).unwrap();
    assert_eq!(answer["data"], signed.data());
    assert_eq!(answer["byteAuthorization"], signed.byte_authorization());
}

#[test]
fn the_indented_view_says_that_it_is_one_and_copies_the_bytes() {
    let mut window = Window::open(Lang::En);
    window
        .harness
        .get_by_role_and_label(Role::CheckBox, "Indented")
        .click();
    window.step();
    assert!(window.viewed("data").contains("\n  \"skuList\": ["));
    assert!(window.shows("To read only"));
    assert_eq!(window.copied_by("Copy data"), window.signed().data());
}

#[test]
fn the_string_to_sign_shows_its_line_ends() {
    let mut window = Window::open(Lang::En);
    window.click("String to sign");
    assert!(window.shows("POST\\n\n/requestOrder\\n\n1760000000\\n"));
}

#[test]
fn the_total_follows_until_it_is_taken_over() {
    let mut window = Window::open(Lang::En);
    let (price, quantity, total) = (
        window.label("skuList.price"),
        window.label("skuList.quantity"),
        window.label("totalAmount"),
    );
    window.retype(&price, "1250");
    window.retype(&quantity, "3");
    assert_eq!(window.typed(&total), "3750");
    assert!(window.shows("¥37.50"));
    assert!(window.signed().data().contains(r#""totalAmount":3750"#));
    window.retype(&total, "3000");
    window.retype(&quantity, "2");
    assert_eq!(window.typed(&total), "3000");
    assert!(
        window.shows("more than the sum"),
        "a total above the sum is an error"
    );
    window.click("Follow price × quantity again");
    assert_eq!(window.typed(&total), "2500");
}

#[test]
fn copying_an_order_with_errors_says_so() {
    let mut window = Window::open(Lang::Zh);
    let quantity = window.label("skuList.quantity");
    window.retype(&quantity, "101");
    assert!(window.shows("超出 1 至 100"));
    window.copied_by("复制 data + byteAuthorization");
    window.step();
    assert!(window.shows("还有 2 处平台会拒绝的错误") || window.shows("还有 1 处平台会拒绝的错误"));
}

#[test]
fn a_click_on_a_problem_leads_to_its_field() {
    let mut window = Window::open(Lang::En);
    let problem = "⚠skuList[0].skuAttr";
    window
        .harness
        .get_all_by_label_contains(problem)
        .next()
        .unwrap()
        .click();
    window.step();
    assert!(
        window
            .harness
            .get_by_role_and_label(Role::TextInput, "Package cost  amount (fen)")
            .is_focused()
    );
}

#[test]
fn a_known_goods_type_is_found_by_its_name() {
    let mut window = Window::open(Lang::En);
    window.click("Goods type: choose a known value");
    window
        .harness
        .get_by_role_and_label(Role::TextInput, "Search")
        .type_text("parking");
    window.step();
    window.click("703  Parking");
    assert!(window.signed().data().contains(r#""type":703"#));
    assert!(!window.shows("The documents require skuAttr"));
}

#[test]
fn an_hour_later_the_signature_is_marked_and_can_be_renewed() {
    let mut window = Window::open(Lang::En);
    let before = window.signed();
    window.pass(3600);
    assert!(!window.shows("sign again"));
    window.pass(1);
    assert!(window.shows("the platform will likely refuse it; sign again"));
    window
        .harness
        .get_all_by_role_and_label(Role::Button, "Sign again")
        .next()
        .unwrap()
        .click();
    window.step();
    assert!(!window.shows("the platform will likely refuse it"));
    assert_eq!(window.signed().moment().timestamp.0, OPENED + 3601);
    assert_eq!(window.signed().data(), before.data());
}

#[test]
fn the_language_is_switched_in_the_window() {
    let mut window = Window::open(Lang::Zh);
    assert!(window.shows("商品标题"));
    window.set("English");
    assert!(window.shows("Copy data + byteAuthorization"));
    assert!(!window.shows("商品标题"));
    window.set("中文");
    assert!(window.shows("商品标题"));
}

#[test]
fn an_empty_app_id_is_explained_and_nothing_can_be_copied() {
    let mut window = Window::open(Lang::En);
    window.click("Keys");
    window.retype("Mini-program ID  appid", "");
    assert!(window.shows("Required"));
    window.click("Compose");
    assert!(window.shows("appid is empty"));

    let copy = window
        .harness
        .get_by_role_and_label(Role::Button, "Copy data");
    assert!(copy.accesskit_node().is_disabled());
}

#[test]
fn nothing_reaches_beyond_the_smallest_window() {
    for lang in Lang::ALL {
        let mut window = Window::open_with(lang, None, Vec2::new(960.0, 640.0));
        for tab in [
            "preview.data",
            "preview.authorization",
            "preview.string_to_sign",
            "preview.call",
            "preview.program",
        ] {
            let tab = lang.text(tab);
            window.click(&tab);
            let copy = lang.fill("preview.copy", &[("name", &tab)]);
            let right = window
                .harness
                .get_by_role_and_label(Role::Button, &copy)
                .rect()
                .right();
            assert!(right <= 948.0, "{copy} ends at {right}");
        }
    }
}

#[test]
fn the_form_keeps_its_width() {
    for lang in Lang::ALL {
        let mut window = Window::open(lang);
        let width = window.harness.state().state().compose.form_width.drawn;
        window.harness.run_steps(30);
        assert_eq!(
            window.harness.state().state().compose.form_width.drawn,
            width
        );
        assert_eq!(width, Some(440.0));
    }
}

#[test]
fn a_new_order_number_keeps_the_prefix() {
    let mut window = Window::open(Lang::En);
    window.click("New order number");
    let number = window.label("outOrderNo");
    assert_eq!(window.typed(&number), "out_order_test_1760000000_01234567");
    assert!(
        window
            .signed()
            .data()
            .contains("out_order_test_1760000000_01234567")
    );
}

#[test]
fn the_program_is_that_of_the_signed_order() {
    let mut window = Window::open(Lang::En);
    window.click("Sample code");
    window.click("Go");
    let copied = window.copied_by("Copy Sample code");
    assert_eq!(copied, snippet(Language::Go, &window.signed()));
    assert_eq!(window.viewed("Sample code"), copied);
}

#[test]
fn goods_and_images_are_added_moved_and_removed() {
    let mut window = Window::open(Lang::En);
    window.click("+ Add item");
    assert!(window.shows("skuList has 2 items"));
    window.click("Move item 1 down");
    assert!(
        window
            .signed()
            .data()
            .starts_with(r#"{"skuList":[{},{"skuId":"abcd""#),
        "{}",
        window.signed().data()
    );
    window.click("Remove item 1");
    assert!(
        window
            .signed()
            .data()
            .starts_with(r#"{"skuList":[{"skuId":"abcd""#)
    );
    window.click("+ Add image");
    assert!(window.shows("imageList has 2 images"));
    window.click("Move image 2 up");
    assert!(
        window
            .signed()
            .data()
            .contains(r#""imageList":["","https://example.com/test.png"]"#)
    );
    window.click("Remove image 1");

    let example = include_str!("../../assets/examples/platform-example.json").trim_end();
    assert_eq!(window.signed().data(), example);
}

#[test]
fn an_imported_order_is_signed_byte_for_byte_until_it_is_edited() {
    let text = "{ \"skuList\":[{\"price\":5,\"quantity\":1}],\r\n\"unknown\":{\"z\":1.50},\"totalAmount\":5.0 }\n";
    let mut window = Window::open(Lang::En);
    window.click("Import…");
    window
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, "Text to import")
        .focus();
    window.step();
    window.paste(text);
    window.click("Import");
    assert_eq!(window.signed().data(), text);
    assert!(window.shows("as imported"));
    verify(&window.signed(), "other.pkcs8.pem");

    let number = window.label("outOrderNo");
    window.retype(&number, "a");
    assert!(window.shows("from the form"));
    let data = window.signed().data().to_owned();
    assert!(
        data.contains(r#""unknown":{"z":1.50},"totalAmount":5.0"#)
            && data.contains(r#""outOrderNo":"a""#),
        "{data}"
    );
    window.retype(&number, "");
    assert_eq!(
        window.signed().data(),
        text,
        "taking the edit back gives the imported bytes again"
    );
    window.click("Undo");
    assert_eq!(window.signed().data(), text);
    window.click("Undo");
    assert!(window.signed().data().contains("out_order_test_123456"));
    window.click("Redo");
    assert_eq!(window.signed().data(), text);
}

#[test]
fn a_servers_answer_is_imported_by_pasting_beside_the_fields() {
    let mut window = Window::open(Lang::Zh);
    let answer = window
        .export(Export::Answer)
        .replace("out_order_test_123456", "from_server");
    window.paste(&answer);
    assert!(window.signed().data().contains("from_server"));
    assert!(window.shows("已导入服务端返回对象里的 data"));
    window.paste("{\"skuList\":");
    assert!(window.shows("没有导入"));
    assert!(
        window.signed().data().contains("from_server"),
        "what is no order changes nothing"
    );
}

#[test]
fn what_a_remark_suggests_is_written_at_one_click() {
    let mut window = Window::open(Lang::En);
    let (price, total) = (window.label("skuList.price"), window.label("totalAmount"));
    window.retype(&price, "12.5");
    window.click("Write 1250");
    assert_eq!(window.typed(&price), "1250");
    window.retype(&total, "9999");
    window.click("Write 1250");
    assert_eq!(window.typed(&total), "1250");

    let path = window.label("orderEntrySchema.path");
    window.retype(&path, "/page/index");
    window.click("Write page/index");
    assert!(
        window
            .signed()
            .data()
            .contains(r#""orderEntrySchema":{"path":"page/index""#)
    );
}

#[test]
fn a_call_in_a_script_is_imported_by_pasting() {
    let mut window = Window::open(Lang::En);
    let call = window
        .export(Export::Call)
        .replace("out_order_test_123456", "from_a_call");
    window.paste(&call);
    assert!(window.shows("Imported data from the JS call"));
    assert!(window.signed().data().contains("from_a_call"));
    assert!(window.shows("as imported"));
    window.paste(
        "tt.requestOrder({ data: { skuList: [], outOrderNo: 'x' /* later */, }, success() {} })",
    );
    assert_eq!(window.signed().data(), r#"{"skuList":[],"outOrderNo":"x"}"#);
    assert!(window.shows("from the form"));
    window.paste("tt.requestOrder({ data: res.data, byteAuthorization: res.auth })");
    assert!(window.shows("it comes from res.data"));
    assert_eq!(window.signed().data(), r#"{"skuList":[],"outOrderNo":"x"}"#);
}

#[test]
fn large_and_deep_documents_do_no_harm_to_the_window() {
    let mut window = Window::open(Lang::En);
    let before = window.signed().data().to_owned();
    for deep in [
        "[".repeat(200),
        format!("{{\"a\":{}1{}}}", "[".repeat(200), "]".repeat(200)),
    ] {
        window.paste(&deep);
        assert!(window.shows("Not imported"));
        assert_eq!(window.signed().data(), before);
    }

    let large = format!("{{\"outOrderNo\":\"{}\"}}", "单".repeat(350_000));
    window.paste(&large);
    assert_eq!(window.signed().data(), large);
    assert!(window.shows("1050000 bytes, at most 64 are allowed"));
    window.click("String to sign");
    window.click("byteAuthorization");
    assert!(window.shows("Only the first 128 of 1025 KB are shown"));
    window.click(&window.label("outOrderNo"));
    window.retype(&window.label("outOrderNo"), "short");
    assert_eq!(window.signed().data(), r#"{"outOrderNo":"short"}"#);
}
