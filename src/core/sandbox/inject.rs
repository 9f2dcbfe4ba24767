//! In: a row of the catalogue and a good call. Out: the same call, changed so that the sandbox answers with that row.

use std::collections::BTreeSet;

use serde_json::Value;

use super::switches::{Switch, Switches};
use crate::core::order::{DataJson, Order, read};

/// A call that is to fail in a given way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Injected {
    /// `data`.
    pub data: String,
    /// `byteAuthorization`.
    pub authorization: String,
    /// What only the platform knows.
    pub switches: Switches,
    /// Order numbers used before.
    pub used: BTreeSet<String>,
}

/// Changes a call so that it fails as a row says; `sign` gives the `byteAuthorization` of other data. `None` where there is
/// no such row, or the data cannot be changed as needed.
pub fn inject(row: &str, good: Injected, sign: &dyn Fn(DataJson) -> Option<String>) -> Option<Injected> {
    let mut call = good;
    let mut set = |switch, on| call.switches.set(switch, on);
    match row {
        "header" => call.authorization = call.authorization.replacen("SHA256-RSA2048 ", "", 1),
        // One blank more than was signed.
        "signature" => call.data.push(' '),
        "parameters" => {
            let mut members = read::read_order(&call.data).ok()?.order.members().clone();
            members.insert("totalAmount".to_owned(), Value::from(0));
            let data = DataJson::of_order(&Order::new(members));
            data.as_str().clone_into(&mut call.data);
            call.authorization = sign(data)?;
        }
        "order_number" => {
            let order = read::read_order(&call.data).ok()?.order;
            call.used.insert(order.members().get("outOrderNo")?.as_str()?.to_owned());
        }
        "industry" => set(Switch::GoodsFitIndustry, false),
        "internal" => set(Switch::InternalError, true),
        "login" => set(Switch::LoggedIn, false),
        "account" => set(Switch::AccountNormal, false),
        "system" => set(Switch::SystemError, true),
        "merchant" => set(Switch::MerchantAllowed, false),
        "device" => set(Switch::RealDevice, false),
        "banned" => set(Switch::InterfaceBanned, true),
        "scene" => set(Switch::SceneAllowed, false),
        "pay_ways" => set(Switch::PayWayAvailable, false),
        "pay_product" => set(Switch::PayProductMatch, false),
        "not_a_function" => set(Switch::FunctionAvailable, false),
        _ => return None,
    }
    Some(call)
}
