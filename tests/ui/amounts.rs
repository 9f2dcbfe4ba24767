//! In: amounts typed in yuan. Out: whether data has their fen, and what is said of them is in yuan.

use tt_order_builder::texts::Lang;

use crate::support::Window;

/// The label of a field as long as amounts are typed in yuan.
fn in_yuan(window: &Window, field: &str) -> String {
    let key = format!("field_yuan.{}", field.replace('.', "_"));
    let spelled = field.strip_prefix("skuList.").unwrap_or(field);
    format!("{} {spelled} *", window.text(&key))
}

fn data(window: &Window) -> String {
    window.signed().data().to_owned()
}

#[test]
fn an_amount_in_yuan_has_two_decimals_at_most() {
    for lang in Lang::ALL {
        let mut window = Window::open(lang);
        window.click(&window.text("unit.yuan"));
        let price = in_yuan(&window, "skuList.price");
        window.retype(&price, "12.34");
        assert!(
            data(&window).contains("\"price\":1234,"),
            "{}",
            data(&window)
        );

        window.retype_unsigned(&price, "12.345");
        assert!(window.shows(if lang == Lang::En {
            "12.345 is no amount in yuan; type digits with at most two decimals"
        } else {
            "12.345 不是以元写的金额；请填数字，最多两位小数"
        }));
        window.retype_unsigned(&price, "-2");
        assert!(window.shows("-¥2.00"));
        window.retype_unsigned(&price, "abc");
        assert!(window.shows("10000 参数错误"));
        assert!(!window.shows("0-9"));
    }
}

#[test]
fn what_is_suggested_is_in_the_unit_that_is_typed() {
    let mut window = Window::open(Lang::En);
    let price = window.label("skuList.price");
    window.retype_unsigned(&price, "1.5");
    assert!(window.shows("Write 150"));

    window.click("Yuan");
    assert!(!window.shows("Write 150"));
    assert!(window.shows("data has 1.5 here, which is not written as whole fen"));
    window.click("Write 1.50");
    assert!(
        data(&window).contains("\"price\":150,"),
        "{}",
        data(&window)
    );
    let price = in_yuan(&window, "skuList.price");
    assert_eq!(window.typed(&price), "1.50");
}

#[test]
fn a_total_is_compared_with_the_sum_in_the_unit_that_is_typed() {
    let mut window = Window::open(Lang::En);
    window.click("Yuan");
    let price = in_yuan(&window, "skuList.price");
    window.retype(&price, "10");
    let total = in_yuan(&window, "totalAmount");
    window.retype_unsigned(&total, "12.5");
    assert!(
        window.shows("totalAmount is ¥12.50, ¥2.50 more than the sum of price × quantity, ¥10.00")
    );
    window.click("Write 10.00");
    assert!(
        data(&window).contains("\"totalAmount\":1000,"),
        "{}",
        data(&window)
    );

    window.retype_unsigned(&total, "0");
    assert!(window.shows("totalAmount must be at least ¥0.01, it is ¥0.00"));
}
