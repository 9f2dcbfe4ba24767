//! In: a row of the catalogue and a good call. Out: the same call, changed so that the sandbox
//! answers with that row.

use std::collections::BTreeSet;

use serde_json::Value;

use super::switches::{Switch, Switches};
use crate::core::order::{DataJson, Order, read};
use crate::core::platform::SCHEME;
use crate::core::trouble::RowId;

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

/// Changes a call so that it fails as a row says; `sign` gives the `byteAuthorization` of other
/// data. `None` where there is no such row, or the data cannot be changed as needed.
pub fn inject(
    row: RowId,
    good: Injected,
    sign: &dyn Fn(DataJson) -> Option<String>,
) -> Option<Injected> {
    let mut call = good;
    let mut set = |switch, on| call.switches.set(switch, on);
    match row {
        RowId::Header => {
            call.authorization = call.authorization.replacen(&format!("{SCHEME} "), "", 1);
        }
        // One blank more than was signed.
        RowId::Signature => call.data.push(' '),
        RowId::Parameters => {
            let mut members = read::read_order(&call.data).ok()?.order.members().clone();
            members.insert("totalAmount".to_owned(), Value::from(0));
            let data = DataJson::of_order(&Order::new(members));
            data.as_str().clone_into(&mut call.data);
            call.authorization = sign(data)?;
        }
        RowId::OrderNumber => {
            let order = read::read_order(&call.data).ok()?.order;
            call.used
                .insert(order.members().get("outOrderNo")?.as_str()?.to_owned());
        }
        RowId::Industry => set(Switch::GoodsFitIndustry, false),
        RowId::Internal => set(Switch::InternalError, true),
        RowId::Login => set(Switch::LoggedIn, false),
        RowId::Account => set(Switch::AccountNormal, false),
        RowId::System => set(Switch::SystemError, true),
        RowId::Merchant => set(Switch::MerchantAllowed, false),
        RowId::Device => set(Switch::RealDevice, false),
        RowId::Banned => set(Switch::InterfaceBanned, true),
        RowId::Scene => set(Switch::SceneAllowed, false),
        RowId::PayWays => set(Switch::PayWayAvailable, false),
        RowId::PayProduct => set(Switch::PayProductMatch, false),
        RowId::NotAFunction => set(Switch::FunctionAvailable, false),
        _ => return None,
    }

    Some(call)
}
