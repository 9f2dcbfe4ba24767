//! In: templates that come with the program and the user's own. Out: whether orders begin with them
//! as they say, and none is lost.

use eframe::egui::{Key, Modifiers};
use serde_json::Value;
use tt_order_builder::texts::Lang;

use crate::support::Window;

fn data(window: &Window) -> Value {
    serde_json::from_str(window.signed().data()).unwrap()
}

#[test]
fn an_order_begins_with_a_template_and_what_it_asks_for() {
    let mut window = Window::open(Lang::En);
    window.click("Templates ▾");
    window.click("Membership (402)");
    window.retype("Goods title", "年卡 \"VIP\"");
    assert!(window.shows("¥19.00"));
    window.retype("Price (fen)", "¥99.00");
    window.click("Begin the order");

    let order = data(&window);
    let sku = &order["skuList"][0];
    assert_eq!(
        (&sku["title"], &sku["price"]),
        (&"年卡 \"VIP\"".into(), &9900.into())
    );
    assert_eq!(order["totalAmount"], 9900);
    let attributes: Value = serde_json::from_str(sku["skuAttr"].as_str().unwrap()).unwrap();
    assert_eq!(attributes["member_name"], "年卡 \"VIP\"");
    let number = order["outOrderNo"].as_str().unwrap();
    assert!(number.starts_with("vip_1760000000_"), "{number}");
    assert!(
        order["orderEntrySchema"]["params"]
            .as_str()
            .unwrap()
            .contains(number)
    );
    assert_eq!(window.harness.state().state().workspace.tabs().len(), 1);
}

#[test]
fn enter_begins_the_order_as_it_is_proposed() {
    let mut window = Window::open(Lang::En);
    window.choose_in("menu.file", "template.menu_new");
    window.click("Virtual tool (301)");
    window.harness.key_press(Key::Enter);
    window.step();
    assert_eq!(data(&window)["skuList"][0]["type"], 301);
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.step();
    assert!(
        window.shows("Copied data + byteAuthorization"),
        "two keys more"
    );
}

#[test]
fn an_order_is_saved_as_a_template_and_had_back_when_it_is_removed() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open_keeping(Lang::En, folder.path().to_owned());
    let title = window.label("skuList.title");
    window.retype(&title, "{{title=Tea}} {{date}}");
    window.click("Templates ▾");
    window.click("Save this order as a template…");
    window.retype("Name of the template", "my: tea");
    assert!(window.shows("spaces and - _ ( ) → my tea"));
    window.click("Save");
    assert!(window.shows("Saved as template my tea"));

    window.click("Templates ▾");
    window.click("my tea");
    window.click("Begin the order");
    let order = data(&window);
    assert_eq!(order["skuList"][0]["title"], "Tea 20251009");
    let number = order["outOrderNo"].as_str().unwrap();
    assert!(number.starts_with("out_order_test_1760000000_"), "{number}");

    window.click("Templates ▾");
    window.click("Remove template my tea");
    window.click("Undo: Removed template my tea");
    let again = Window::open_keeping(Lang::En, folder.path().to_owned());
    let own = &again.harness.state().state().compose.templates.own;
    assert_eq!(own.len(), 1);
}

#[test]
fn templates_are_handed_to_others_and_taken_in() {
    let (mine, yours) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let file = mine.path().join("templates.json");
    let mut window = Window::open_keeping(Lang::En, mine.path().to_owned());
    window.click("Templates ▾");
    window.click("Save this order as a template…");
    window.retype("Name of the template", "tea");
    window.click("Save");
    window.choose(Some(file.clone()));
    window.click("Templates ▾");
    window.click("Export my templates…");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("{{order_number}}"), "{text}");

    let mut other = Window::open_keeping(Lang::En, yours.path().to_owned());
    other.choose(Some(file.clone()));
    other.click("Templates ▾");
    other.click("Import templates…");
    assert!(other.shows("One template imported"));
    // Once more changes nothing; one of the same name that says something else is kept beside it.
    for (text, names) in [
        (text.clone(), ["tea"].as_slice()),
        (text.replace("test", "other"), &["tea", "tea (2)"]),
        (text.replace("test", "other"), &["tea", "tea (2)"]),
    ] {
        std::fs::write(&file, text).unwrap();
        other.choose(Some(file.clone()));
        other.click("Templates ▾");
        other.click("Import templates…");
        let own = &other.harness.state().state().compose.templates.own;
        let found: Vec<_> = own.iter().map(|own| &*own.name).collect();
        assert_eq!(found, names);
    }

    std::fs::write(&file, "no templates").unwrap();
    other.choose(Some(file));
    other.click("Templates ▾");
    other.click("Import templates…");
    assert!(other.shows("There are no templates in"));
}
