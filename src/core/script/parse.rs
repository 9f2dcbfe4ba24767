//! In: a script's text. Out: the object in it, found in the tree that the parser makes.

use oxc_allocator::Allocator;
use oxc_ast::ast::{
    Argument, CallExpression, Expression, ObjectExpression, ObjectPropertyKind, VariableDeclarator,
};
use oxc_ast_visit::{Visit, walk};
use oxc_parser::{ParseOptions, Parser};
use oxc_span::{LabeledSpan, SourceType};
use serde_json::Value;

use super::call::is_call_of_order;
use super::constant::{self, Known};
use super::object::{ScriptError, ScriptObject};
use super::uses::Uses;
use crate::core::platform::{CALLS, Field};

/// Stack that one more byte of a script can take at most: measured with debug builds, where frames
/// are largest.
pub const STACK_PER_BYTE: usize = 8 << 10;

/// Members by which an object is known for an order.
const ORDER: [Field; 2] = [Field::SkuList, Field::OrderEntrySchema];

/// The object, by all ways in which people copy one: alone, in a whole script, cut out of one.
pub fn object(text: &str) -> Result<ScriptObject, ScriptError> {
    if let Some(alone) = alone(text) {
        return alone;
    }

    let fault = match called(text) {
        Ok(found) => return found.ok_or(ScriptError::NoObject)?,
        Err(fault) => fault,
    };
    // From the call on, and up to what follows it without belonging to it.
    let Some(start) = CALLS.iter().filter_map(|name| text.find(name)).min() else {
        return Err(syntax(text, fault));
    };

    let call = &text[start..];
    let cut = match called(call) {
        Ok(found) => found,
        Err(end) => called(&call[..call.floor_char_boundary(end)])
            .ok()
            .flatten(),
    };
    cut.unwrap_or_else(|| Err(syntax(text, fault)))
}

/// The object of a text that is nothing but one.
fn alone(text: &str) -> Option<Result<ScriptObject, ScriptError>> {
    let allocator = Allocator::default();
    let text = text.trim_end().trim_end_matches(';');
    let expression = Parser::new(&allocator, text, SourceType::mjs())
        .parse_expression()
        .ok()?;

    match expression.get_inner_expression() {
        Expression::ObjectExpression(object) => {
            Some(constant::members(object, &Known::new(), text))
        }
        _ => None,
    }
}

/// What the first call in a script is given; where the script does not parse, the fault's place in
/// bytes.
fn called(text: &str) -> Result<Option<Result<ScriptObject, ScriptError>>, usize> {
    let allocator = Allocator::default();
    let options = ParseOptions {
        allow_return_outside_function: true,
        ..ParseOptions::default()
    };
    let parsed = Parser::new(&allocator, text, SourceType::mjs())
        .with_options(options)
        .parse();

    if parsed.panicked {
        let label = parsed
            .diagnostics
            .errors()
            .find_map(|error| error.labels.first().map(LabeledSpan::offset));
        return Err(usize::try_from(label.unwrap_or_default()).unwrap_or_default());
    }

    let uses = Uses::of(&parsed.program);
    let mut search = Search {
        text,
        uses,
        known: Known::new(),
        found: None,
        declared: None,
    };
    search.visit_program(&parsed.program);

    // What came after the limit is missing, and with it perhaps a part of the order.
    if search.known.is_exceeded() {
        return Ok(Some(Err(ScriptError::TooMuch)));
    }

    Ok(search.found.or(search.declared))
}

fn syntax(text: &str, fault: usize) -> ScriptError {
    let before = &text[..text.floor_char_boundary(fault)];
    let line = before.rsplit('\n').next().unwrap_or_default();
    ScriptError::Syntax {
        line: before.matches('\n').count() + 1,
        column: line.chars().count() + 1,
    }
}

/// Walks through a script in the order of its text and keeps the constants it meets.
struct Search<'t> {
    text: &'t str,
    uses: Uses,
    known: Known,
    found: Option<Result<ScriptObject, ScriptError>>,
    /// An order that is written down, where nothing is called with it.
    declared: Option<Result<ScriptObject, ScriptError>>,
}

impl<'a> Visit<'a> for Search<'_> {
    fn visit_variable_declarator(&mut self, declarator: &VariableDeclarator<'a>) {
        if let (Some(name), Some(init)) = (declarator.id.get_identifier_name(), &declarator.init)
            && let Ok(value) = constant::value(init, &self.known, 0)
            && self.uses.keeps(name.as_str(), &value)
        {
            self.known.insert(name.as_str(), value);
        }
        walk::walk_variable_declarator(self, declarator);
    }

    fn visit_call_expression(&mut self, call: &CallExpression<'a>) {
        let argument = call.arguments.first().and_then(Argument::as_expression);
        if self.found.is_none()
            && is_call_of_order(call)
            && let Some(argument) = argument
        {
            self.found = match argument.get_inner_expression() {
                Expression::ObjectExpression(object) => {
                    Some(constant::members(object, &self.known, self.text))
                }
                other => match constant::value(other, &self.known, 0) {
                    Ok(Value::Object(members)) => Some(Ok(ScriptObject {
                        members,
                        elsewhere: Vec::new(),
                    })),
                    _ => None,
                },
            };
        }

        walk::walk_call_expression(self, call);
    }

    fn visit_object_expression(&mut self, object: &ObjectExpression<'a>) {
        let is_order = object.properties.iter().any(|property| match property {
            ObjectPropertyKind::ObjectProperty(property) => {
                let name = property.key.static_name();
                name.is_some_and(|name| ORDER.iter().any(|field| field.name() == name))
            }
            ObjectPropertyKind::SpreadProperty(_) => false,
        });
        if is_order && self.declared.is_none() {
            self.declared = Some(constant::members(object, &self.known, self.text));
        }
        walk::walk_object_expression(self, object);
    }
}
