//! Which calls of a script take an order.

use oxc_ast::ast::{CallExpression, Expression};

use crate::core::platform::CALLS;

/// Whether a call is given an order.
pub fn is_call_of_order(call: &CallExpression<'_>) -> bool {
    let name = match call.callee.get_inner_expression() {
        Expression::Identifier(identifier) => identifier.name.as_str(),
        Expression::StaticMemberExpression(member) => member.property.name.as_str(),
        _ => "",
    };
    CALLS.contains(&name)
}
