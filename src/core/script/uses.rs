//! In: a script's tree. Out: which names keep the value they are declared with.

use std::collections::{HashMap, HashSet};

use oxc_ast::ast::{
    AssignmentTarget, BindingIdentifier, CallExpression, Expression, IdentifierReference,
    ObjectPropertyKind, Program, SimpleAssignmentTarget,
};
use oxc_ast_visit::{Visit, walk};
use serde_json::Value;

use super::call::is_call_of_order;

/// What a script does with its names, whatever their scope: a name that is declared twice is
/// trusted nowhere.
#[derive(Default)]
pub struct Uses {
    declared: HashMap<String, usize>,
    written: HashSet<String>,
    /// Used where an object could be changed through the name.
    handed_on: HashSet<String>,
    in_target: bool,
}

impl Uses {
    /// Looks at a whole script.
    pub fn of(program: &Program<'_>) -> Self {
        let mut uses = Self::default();
        uses.visit_program(program);
        uses
    }

    /// Whether a name that is declared with this value has it everywhere.
    pub fn keeps(&self, name: &str, value: &Value) -> bool {
        let can_be_changed = value.is_object() || value.is_array();
        self.declared.get(name) == Some(&1)
            && !self.written.contains(name)
            && !(can_be_changed && self.handed_on.contains(name))
    }
}

impl<'a> Visit<'a> for Uses {
    fn visit_binding_identifier(&mut self, name: &BindingIdentifier<'a>) {
        *self
            .declared
            .entry(name.name.as_str().to_owned())
            .or_default() += 1;
    }

    fn visit_identifier_reference(&mut self, name: &IdentifierReference<'a>) {
        let uses = if self.in_target {
            &mut self.written
        } else {
            &mut self.handed_on
        };

        uses.insert(name.name.as_str().to_owned());
        if self.in_target {
            self.handed_on.insert(name.name.as_str().to_owned());
        }
    }

    fn visit_assignment_target(&mut self, target: &AssignmentTarget<'a>) {
        let before = std::mem::replace(&mut self.in_target, true);
        walk::walk_assignment_target(self, target);
        self.in_target = before;
    }

    fn visit_simple_assignment_target(&mut self, target: &SimpleAssignmentTarget<'a>) {
        let before = std::mem::replace(&mut self.in_target, true);
        walk::walk_simple_assignment_target(self, target);
        self.in_target = before;
    }

    fn visit_call_expression(&mut self, call: &CallExpression<'a>) {
        let is_order = is_call_of_order(call);
        let callee = call.callee.get_inner_expression();
        let only_reads = call.callee.is_specific_member_access("JSON", "stringify")
            || matches!(callee, Expression::StaticMemberExpression(member) if member.object.is_specific_id("console"));
        self.visit_expression(&call.callee);

        for argument in &call.arguments {
            match argument
                .as_expression()
                .map(Expression::get_inner_expression)
            {
                Some(Expression::Identifier(_)) if only_reads || is_order => {}
                Some(Expression::ObjectExpression(object)) if is_order => {
                    for property in &object.properties {
                        let value = match property {
                            ObjectPropertyKind::ObjectProperty(property) => {
                                Some(property.value.get_inner_expression())
                            }
                            ObjectPropertyKind::SpreadProperty(_) => None,
                        };
                        if !matches!(value, Some(Expression::Identifier(_))) {
                            self.visit_object_property_kind(property);
                        }
                    }
                }
                _ => self.visit_argument(argument),
            }
        }
    }
}
