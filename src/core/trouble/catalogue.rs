//! In: `assets/errors.json`. Out: the platform's errors with their meanings in both languages.

use serde::{Deserialize, Serialize};

/// The catalogue that is built in; who knows more extends the asset.
const BUILT_IN: &str = include_str!("../../../assets/errors.json");

/// All errors that are known.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// One row for each.
    pub rows: Vec<Row>,
}

/// The name of a row in this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is explained by its row of the catalogue")]
pub enum RowId {
    Parameters,
    Industry,
    Internal,
    Signature,
    Header,
    Login,
    Account,
    System,
    OrderNumber,
    Merchant,
    Device,
    Banned,
    Scene,
    PayWays,
    PayProduct,
    NotAFunction,
    Success,
    Cancelled,
    Onboarding,
    Cashier,
    PayOrder,
    PayPermission,
    PaySignature,
    PayOther,
    OpenApiParameters,
    OpenApiOwner,
    OpenApiToken,
    OpenApiSession,
    OpenApiSignature,
    OpenApiLogin,
    OpenApiMerchant,
    OpenApiFrequency,
    OpenApiNoOrder,
    OpenApiOrderState,
    OpenApiNoGoods,
    OpenApiNoPoi,
    OpenApiGoodsMismatch,
    OpenApiGoodsState,
    OpenApiGrey,
    OpenApiMarketing,
    OpenApiOther,
    OrderPush,
    EcOrder,
    CallbackSignature,
    LocalKey,
    LocalPkcs8,
    LocalPassphrase,
    CallbackBody,
    CallbackOld,
    CallbackRepeat,
    CallbackMissing,
    LocalFile,
    LocalAlgorithm,
}

/// Which interface a report speaks of; each numbers its errors on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// `tt.requestOrder`.
    RequestOrder,
    /// `tt.getOrderPayment`, which brings up the cashier.
    GetOrderPayment,
    /// `tt.createSignOrder` (periodic deduction).
    SignOrder,
    /// `tt.pay` and guaranteed payment (担保支付, ecpay).
    Pay,
    /// The server interfaces of the trading system, with `sub_error_code`.
    OpenApi,
    /// Order push (订单同步).
    OrderPush,
    /// The plug-in `tt.openEcOrder`.
    EcOrder,
    /// A callback from the platform.
    Callback,
    /// A crypto library on the developer's own server.
    Local,
    /// Another function of `tt`, or nothing that is known.
    Other,
}

impl Scope {
    /// Key of its name among the texts.
    pub fn key(self) -> &'static str {
        match self {
            Self::RequestOrder => "scope.request_order",
            Self::GetOrderPayment => "scope.get_order_payment",
            Self::SignOrder => "scope.sign_order",
            Self::Pay => "scope.pay",
            Self::OpenApi => "scope.open_api",
            Self::OrderPush => "scope.order_push",
            Self::EcOrder => "scope.ec_order",
            Self::Callback => "scope.callback",
            Self::Local => "scope.local",
            Self::Other => "scope.other",
        }
    }
}

/// One error of the platform, or of something beside it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Row {
    /// Its name in this program.
    pub id: RowId,
    /// The interface that answers so.
    pub scope: Scope,
    /// `errNo`; empty for failures of the client, which have none.
    pub err_no: String,
    /// `errMsg` as the platform spells it.
    pub err_msg: String,
    /// The platform's own explanation; empty where it gives none.
    pub platform: String,
    /// Who has to act, the likeliest first.
    pub who: Vec<Who>,
    /// Whether trying again helps.
    pub retry: Retry,
    /// What this program can do about it.
    pub action: Option<Action>,
    /// Phrases by which it is known, in small letters.
    pub patterns: Vec<String>,
    /// In Chinese.
    pub zh: Words,
    /// In English.
    pub en: Words,
    /// More words to find it by.
    pub words: String,
}

/// What an error means, in one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// In one sentence.
    pub meaning: String,
    /// Likely causes, the likeliest first.
    pub causes: Vec<String>,
    /// What to do, in order.
    pub steps: Vec<String>,
}

/// Who has to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Who runs the mini-program.
    Operator,
    /// Who develops the order server.
    Server,
    /// Who develops the mini-program.
    MiniProgram,
    /// Who keeps the merchant's settings.
    Merchant,
    /// The platform.
    Platform,
}

/// Whether trying again helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Retry {
    /// It may.
    Yes,
    /// Only once something was changed that the steps name.
    After,
    /// It does not.
    No,
    /// There is nothing to try again for.
    Fine,
}

/// What this program can do about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Look at the order's problems.
    Compose,
    /// Find out why the signature fails.
    Verify,
    /// Put a new order number into the order.
    NewOrderNumber,
    /// Look at the key file.
    Keys,
}

impl Catalogue {
    /// The catalogue that is built in. A test reads it, so that it always can be.
    pub fn built_in() -> Self {
        serde_json::from_str(BUILT_IN).unwrap_or(Self { rows: Vec::new() })
    }

    /// The rows of a number of an interface.
    pub fn of_code<'c>(&'c self, scope: Scope, code: &'c str) -> impl Iterator<Item = &'c Row> {
        let is_code = move |row: &&Row| !row.err_no.is_empty() && row.err_no == code;
        self.of_scope(scope).filter(is_code)
    }

    /// The rows of an interface.
    pub fn of_scope(&self, scope: Scope) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.scope == scope)
    }

    /// The rows with which `tt.requestOrder` itself fails: the platform's table, and the function
    /// that is not there.
    pub fn of_call(&self) -> impl Iterator<Item = &Row> {
        self.of_scope(Scope::RequestOrder).filter(|row| {
            row.err_msg.starts_with("requestOrder:fail") || row.id == RowId::NotAFunction
        })
    }

    /// The row of this name.
    pub fn row(&self, id: RowId) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }
}

impl Row {
    /// `errMsg` without the interface's name.
    pub fn message(&self) -> &str {
        self.err_msg
            .strip_prefix("requestOrder:fail ")
            .unwrap_or(&self.err_msg)
    }
}

impl Who {
    /// Key of its name among the texts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Operator => "trouble.who_operator",
            Self::Server => "trouble.who_server",
            Self::MiniProgram => "trouble.who_mini_program",
            Self::Merchant => "trouble.who_merchant",
            Self::Platform => "trouble.who_platform",
        }
    }
}

impl Retry {
    /// Key of its sentence among the texts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Yes => "trouble.retry_yes",
            Self::After => "trouble.retry_after",
            Self::No => "trouble.retry_no",
            Self::Fine => "trouble.retry_fine",
        }
    }
}
