//! In: what an operator does on the compose page. Out: whether the signed order follows.

use tt_order_builder::texts::Lang;

use crate::support::Window;

#[test]
fn the_form_keeps_its_width() {
    for lang in Lang::ALL {
        let mut window = Window::open(lang);
        let width = window.harness.state().state().compose.form_width;
        window.harness.run_steps(30);
        assert_eq!(window.harness.state().state().compose.form_width, width);
        assert_eq!(width, Some(440.0));
    }
}
