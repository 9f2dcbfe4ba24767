//! In: what screen readers get of every page. Out: whether all that can be used has a name in the
//! window's language.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tt_order_builder::texts::Lang;

use crate::support::Window;

const PAGES: [&str; 6] = [
    "page.compose",
    "page.verify",
    "page.errors",
    "page.sandbox",
    "page.history",
    "page.keys",
];

const USED: [Role; 8] = [
    Role::Button,
    Role::CheckBox,
    Role::RadioButton,
    Role::ComboBox,
    Role::TextInput,
    Role::MultilineTextInput,
    Role::Link,
    Role::Slider,
];

#[test]
fn whatever_can_be_used_has_a_name() {
    for lang in Lang::ALL {
        let mut window = Window::open(lang);
        for page in PAGES {
            window.click(&lang.text(page));
            for role in USED {
                for node in window.harness.query_all_by_role(role) {
                    let name = node.accesskit_node().label().unwrap_or_default();
                    assert!(!name.trim().is_empty(), "{page}: a {role:?} without a name");
                }
            }
        }
    }
}

/// The platform's own words and signs are in every language; sentences are not.
#[test]
fn nothing_is_left_untranslated() {
    let mut window = Window::open(Lang::Zh);
    for page in PAGES {
        window.click(&Lang::Zh.text(page));
        for role in [Role::Button, Role::CheckBox, Role::RadioButton, Role::Label] {
            for node in window.harness.query_all_by_role(role) {
                let name = node.accesskit_node().label().unwrap_or_default();
                let is_chinese = |c: char| c >= '\u{2e80}';
                let words = name.split_whitespace().filter(|word| {
                    word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase())
                });
                let is_sentence = words.count() > 3;
                assert!(!is_sentence || name.contains(is_chinese), "{page}: {name}");
                assert!(!name.contains("Resize"), "{page}: {name}");
            }
        }
    }
}
