//! In: names and values. Out: what only the platform knows about a call.

/// Something that only the platform knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// `tt.requestOrder` exists: base library 2.74.0 and the industry SDK.
    FunctionAvailable,
    /// It runs on a phone, not in the developer tool.
    RealDevice,
    /// The goods type fits the mini-program's industry.
    GoodsFitIndustry,
    /// The order number was used elsewhere.
    OrderNumberUsed,
    /// `merchantUid` may receive payments.
    MerchantAllowed,
    /// The merchant's pay product is the mini-program's.
    PayProductMatch,
    /// A payment method is left.
    PayWayAvailable,
    /// The user is logged in.
    LoggedIn,
    /// The user's account is in good order.
    AccountNormal,
    /// The interface is closed for the mini-program.
    InterfaceBanned,
    /// Ordering is allowed in this scene.
    SceneAllowed,
    /// The client fails.
    InternalError,
    /// The platform fails.
    SystemError,
}

/// All of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switches([bool; Switch::ALL.len()]);

impl Switch {
    /// All of them, in the order of the steps.
    pub const ALL: [Self; 13] = [
        Self::FunctionAvailable,
        Self::RealDevice,
        Self::GoodsFitIndustry,
        Self::OrderNumberUsed,
        Self::MerchantAllowed,
        Self::PayProductMatch,
        Self::PayWayAvailable,
        Self::LoggedIn,
        Self::AccountNormal,
        Self::InterfaceBanned,
        Self::SceneAllowed,
        Self::InternalError,
        Self::SystemError,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::FunctionAvailable => "function_available",
            Self::RealDevice => "real_device",
            Self::GoodsFitIndustry => "goods_fit_industry",
            Self::OrderNumberUsed => "order_number_used",
            Self::MerchantAllowed => "merchant_allowed",
            Self::PayProductMatch => "pay_product_match",
            Self::PayWayAvailable => "pay_way_available",
            Self::LoggedIn => "logged_in",
            Self::AccountNormal => "account_normal",
            Self::InterfaceBanned => "interface_banned",
            Self::SceneAllowed => "scene_allowed",
            Self::InternalError => "internal_error",
            Self::SystemError => "system_error",
        }
    }

    /// The switch of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|switch| switch.name() == name)
    }

    /// How it stands when all is well.
    pub fn usual(self) -> bool {
        !matches!(
            self,
            Self::OrderNumberUsed | Self::InterfaceBanned | Self::InternalError | Self::SystemError
        )
    }

    fn place(self) -> usize {
        Self::ALL
            .iter()
            .position(|switch| *switch == self)
            .unwrap_or_default()
    }
}

impl Default for Switches {
    fn default() -> Self {
        Self(Switch::ALL.map(Switch::usual))
    }
}

impl Switches {
    /// How a switch stands.
    pub fn is_on(&self, switch: Switch) -> bool {
        self.0[switch.place()]
    }

    /// Whether a switch stands as when all is well.
    pub fn is_usual(&self, switch: Switch) -> bool {
        self.is_on(switch) == switch.usual()
    }

    /// Sets a switch.
    pub fn set(&mut self, switch: Switch, on: bool) {
        self.0[switch.place()] = on;
    }
}
