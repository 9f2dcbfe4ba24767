//! In: nothing. Out: the platform's own example of an order, with which the window opens.

use super::form::OrderForm;
use super::model::Order;
use super::read;

/// `data` of the platform's example ("generate order parameters and signature"), compact.
pub const PLATFORM_EXAMPLE: &str = include_str!("../../../assets/examples/platform-example.json");

/// The platform's example in the form.
pub fn form() -> OrderForm {
    let order =
        read::read_order(PLATFORM_EXAMPLE).map_or_else(|_| Order::default(), |read| read.order);
    OrderForm::open(&order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_an_order_and_stays_as_it_is() {
        let written = super::super::DataJson::of_order(&form().order());
        assert_eq!(written.as_str(), PLATFORM_EXAMPLE.trim_end());
    }
}
