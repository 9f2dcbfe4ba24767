//! In: one call and what is known about it. Out: the answer of the rehearsal, and which step gave
//! it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::switches::{Switch, Switches};
use crate::core::diagnosis::{expected_uri, header, lint, signature};
use crate::core::encoding::hex;
use crate::core::finding::Severity;
use crate::core::key::{Hash, Opened, PublicKey, open};
use crate::core::order::model::item_amount;
use crate::core::order::{Order, read, rules};
use crate::core::platform::CALLS;
use crate::core::signing::message::string_to_sign;
use crate::core::time::Timestamp;
use crate::core::trouble::{Catalogue, RowId};

/// What the call is made with.
#[derive(Clone, Copy, Debug)]
pub struct Call<'c> {
    /// `data`.
    pub data: &'c str,
    /// `byteAuthorization`.
    pub authorization: &'c str,
    /// The application public keys that the console may have.
    pub keys: &'c [ConsoleKey],
    /// What only the platform knows.
    pub switches: &'c Switches,
    /// Order numbers that were used in this sandbox.
    pub used: &'c BTreeSet<String>,
    /// The platform's time.
    pub now: Timestamp,
}

/// A public key of the console.
#[derive(Clone, Debug)]
pub struct ConsoleKey {
    /// The key.
    pub key: PublicKey,
    /// Its `key_version`, if that is known.
    pub key_version: Option<String>,
}

/// One step of the platform, as far as it can be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The interface exists.
    Function,
    /// It runs on a phone.
    Device,
    /// The header reads.
    Header,
    /// The signature fits.
    Signature,
    /// The timestamp is not older than an hour.
    Timestamp,
    /// The parameters are in order.
    Parameters,
    /// The goods type fits the industry.
    Industry,
    /// The order number is new.
    OrderNumber,
    /// The merchant may receive payments.
    Merchant,
    /// The pay products match.
    PayProduct,
    /// A payment method is left.
    PayWays,
    /// The user is logged in.
    Login,
    /// The account is in good order.
    Account,
    /// The interface is open.
    Interface,
    /// The scene is allowed.
    Scene,
    /// The client does not fail.
    Client,
    /// The platform does not fail.
    System,
    /// The order is made.
    Made,
}

/// What the callbacks get.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// `success(res)`, then `complete(res)`.
    Success(Value),
    /// `fail(res)`, then `complete(res)`.
    Fail(Value),
    /// The call itself throws, as there is no such function; no callback runs.
    Throws(String),
}

/// A rehearsed call.
#[derive(Clone, Debug, PartialEq)]
pub struct Rehearsal {
    /// What the callbacks get.
    pub answer: Answer,
    /// The step that decided.
    pub step: Step,
    /// The row of the catalogue, where it failed.
    pub row: Option<RowId>,
    /// `outOrderNo` of an order that was made.
    pub order_number: Option<String>,
}

impl Step {
    /// All of them, in the order in which they are taken here.
    pub const ALL: [Self; 18] = [
        Self::Function,
        Self::Device,
        Self::Header,
        Self::Signature,
        Self::Timestamp,
        Self::Parameters,
        Self::Industry,
        Self::OrderNumber,
        Self::Merchant,
        Self::PayProduct,
        Self::PayWays,
        Self::Login,
        Self::Account,
        Self::Interface,
        Self::Scene,
        Self::Client,
        Self::System,
        Self::Made,
    ];

    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Function => "function",
            Self::Device => "device",
            Self::Header => "header",
            Self::Signature => "signature",
            Self::Timestamp => "timestamp",
            Self::Parameters => "parameters",
            Self::Industry => "industry",
            Self::OrderNumber => "order_number",
            Self::Merchant => "merchant",
            Self::PayProduct => "pay_product",
            Self::PayWays => "pay_ways",
            Self::Login => "login",
            Self::Account => "account",
            Self::Interface => "interface",
            Self::Scene => "scene",
            Self::Client => "client",
            Self::System => "system",
            Self::Made => "made",
        }
    }

    /// The row of the catalogue that it answers with.
    pub fn row(self) -> Option<RowId> {
        Some(match self {
            Self::Function => RowId::NotAFunction,
            Self::Device => RowId::Device,
            Self::Header => RowId::Header,
            Self::Signature | Self::Timestamp => RowId::Signature,
            Self::Parameters => RowId::Parameters,
            Self::Industry => RowId::Industry,
            Self::OrderNumber => RowId::OrderNumber,
            Self::Merchant => RowId::Merchant,
            Self::PayProduct => RowId::PayProduct,
            Self::PayWays => RowId::PayWays,
            Self::Login => RowId::Login,
            Self::Account => RowId::Account,
            Self::Interface => RowId::Banned,
            Self::Scene => RowId::Scene,
            Self::Client => RowId::Internal,
            Self::System => RowId::System,
            Self::Made => return None,
        })
    }

    /// Whether it is decided by a switch alone.
    pub fn is_of_platform(self) -> bool {
        !matches!(
            self,
            Self::Header
                | Self::Signature
                | Self::Timestamp
                | Self::Parameters
                | Self::OrderNumber
                | Self::Made
        )
    }
}

/// Rehearses a call.
pub fn rehearse(call: &Call<'_>, catalogue: &Catalogue) -> Rehearsal {
    let order = read::read_order(call.data).ok();
    let step = Step::ALL
        .into_iter()
        .find(|step| !passes(*step, call, order.as_ref()))
        .unwrap_or(Step::Made);
    let seed =
        hex(&Hash::Sha256.digest(format!("{}\n{}", call.data, call.authorization).as_bytes()));
    let log_id = format!("{}{}", call.now.digits(), seed[..20].to_uppercase());
    let row = step.row();
    let answer = match row.and_then(|id| catalogue.row(id)) {
        None => Answer::Success(success(
            order.as_ref().map(|read| &read.order),
            &seed,
            &log_id,
        )),
        Some(row) if step == Step::Function => {
            Answer::Throws(format!("TypeError: tt.{}", row.err_msg))
        }
        Some(row) => {
            let named = order.as_ref().filter(|_| step == Step::Parameters);
            let message = named.and_then(named_fault);
            let message = message.unwrap_or_else(|| row.err_msg.clone());
            Answer::Fail(json!({ "errNo": row.err_no, "errMsg": message, "errLogId": log_id }))
        }
    };

    let order_number = order
        .as_ref()
        .filter(|_| step == Step::Made)
        .and_then(|read| order_number(&read.order));
    Rehearsal {
        answer,
        step,
        row,
        order_number,
    }
}

fn passes(step: Step, call: &Call<'_>, order: Option<&read::ReadOrder>) -> bool {
    let on = |switch| call.switches.is_on(switch);
    let (parsed, faults) = header::read(call.authorization);
    match step {
        Step::Function => on(Switch::FunctionAvailable),
        Step::Device => on(Switch::RealDevice),
        Step::Header => {
            // What Verify proves of it is what the platform minds.
            let values = lint::of_header(&parsed);
            faults.iter().chain(&values).all(|finding| !finding.proven)
        }
        Step::Signature => is_signed(call, &parsed),
        Step::Timestamp => {
            let seconds = parsed
                .timestamp
                .as_deref()
                .and_then(|text| text.parse().ok())
                .map(Timestamp);
            seconds.is_some_and(|seconds| {
                !seconds.is_stale_at(call.now) && !call.now.is_stale_at(seconds)
            })
        }
        Step::Parameters => order.is_some_and(|read| {
            let findings = rules::check(&read.order, &read.repeated_keys);
            findings
                .iter()
                .all(|finding| finding.severity() != Severity::Error)
        }),
        Step::Industry => on(Switch::GoodsFitIndustry),
        Step::OrderNumber => {
            let number = order
                .and_then(|read| order_number(&read.order))
                .unwrap_or_default();
            !on(Switch::OrderNumberUsed) && !call.used.contains(&number)
        }
        Step::Merchant => on(Switch::MerchantAllowed),
        Step::PayProduct => on(Switch::PayProductMatch),
        Step::PayWays => on(Switch::PayWayAvailable),
        Step::Login => on(Switch::LoggedIn),
        Step::Account => on(Switch::AccountNormal),
        Step::Interface => !on(Switch::InterfaceBanned),
        Step::Scene => on(Switch::SceneAllowed),
        Step::Client => !on(Switch::InternalError),
        Step::System => !on(Switch::SystemError),
        Step::Made => true,
    }
}

/// The message that names a field of the wrong type, as real answers of the platform do.
fn named_fault(read: &read::ReadOrder) -> Option<String> {
    let findings = rules::check(&read.order, &read.repeated_keys);
    findings.iter().find_map(|finding| {
        let of_type = finding.args.iter().find(|(name, _)| *name == "expected");
        let expected = match finding.rule.name {
            "field.type" => of_type.map(|(_, expected)| expected.as_str())?,
            "sku_list.not_array" => "array",
            "number.as_text" | "pay_way.as_text" => "number",
            "params.not_text" | "sku_attr.not_text" => "string",
            _ => return None,
        };
        let path = &finding.path;
        let call = CALLS[0];
        Some(format!("{call}:fail data.{path} should be {expected}"))
    })
}

/// Whether one of the keys made the signature, over these very bytes and in the platform's scheme.
fn is_signed(call: &Call<'_>, header: &header::Header) -> bool {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let (timestamp, nonce) = (text(&header.timestamp), text(&header.nonce));
    let sent = string_to_sign(
        expected_uri(call.data.as_bytes()),
        &timestamp,
        &nonce,
        call.data,
    );
    let expected = Hash::Sha256.digest(sent.as_bytes());
    let lengths: Vec<usize> = call
        .keys
        .iter()
        .map(|console| console.key.bytes())
        .collect();
    let (Some(bytes), repairs) = signature::decode(&text(&header.signature), &lengths) else {
        return false;
    };

    let fits = |console: &ConsoleKey| {
        let is_version = console.key_version.is_none() || console.key_version == header.key_version;
        is_version
            && open(&bytes, &console.key)
                == Opened::Pkcs1 {
                    hash: Hash::Sha256,
                    digest: expected.clone(),
                }
    };
    repairs.is_empty() && call.keys.iter().any(fits)
}

fn order_number(order: &Order) -> Option<String> {
    order
        .members()
        .get("outOrderNo")
        .and_then(Value::as_str)
        .map(str::to_owned)
}

/// What `success` gets; the ids are made up, and say so by their form only.
fn success(order: Option<&Order>, seed: &str, log_id: &str) -> Value {
    let digits = |from: usize| -> String {
        seed[from..from + 12]
            .chars()
            .map(|c| char::from(b'0' + c as u8 % 10))
            .collect()
    };

    let skus = order
        .and_then(|order| order.members().get("skuList"))
        .and_then(Value::as_array);
    let items: Vec<Value> = skus
        .into_iter()
        .flatten()
        .enumerate()
        .map(|(place, sku)| {
            let amount = sku.as_object().and_then(item_amount).unwrap_or_default();
            let id = format!("motb{}", digits(14 + place % 8));
            json!({ "itemOrderId": id, "skuId": sku.get("skuId").cloned().unwrap_or_default(), "itemOrderAmount": amount })
        })
        .collect();
    json!({ "orderId": format!("motb{}", digits(0)), "itemOrderList": items, "logId": log_id })
}

impl Rehearsal {
    /// The callback that runs first; empty where the call throws.
    pub fn callback(&self) -> &'static str {
        match self.answer {
            Answer::Success(_) => "success",
            Answer::Fail(_) => "fail",
            Answer::Throws(_) => "",
        }
    }

    /// What the callbacks get, as indented JSON; the thrown text where there is none.
    pub fn text(&self) -> String {
        match &self.answer {
            Answer::Success(value) | Answer::Fail(value) => {
                serde_json::to_string_pretty(value).unwrap_or_default()
            }
            Answer::Throws(text) => text.clone(),
        }
    }
}
