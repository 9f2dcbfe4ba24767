//! In: an expression. Out: its value, where the text alone tells it.

use std::collections::HashMap;

use oxc_ast::ast::{
    ArrayExpressionElement, BinaryOperator, CallExpression, Expression, NumericLiteral,
    ObjectExpression, ObjectPropertyKind, TemplateLiteral, UnaryOperator,
};
use oxc_span::{GetSpan as _, Span};
use serde_json::{Map, Number, Value};

use super::object::{ScriptError, ScriptObject};
use crate::core::budget::{Budget, Exceeded};

/// Bytes of values that are made of one script at most: a name that is used twice is there twice.
const MOST_MADE: usize = 4 << 20;

/// Constants by name, and what may still be made of them.
pub struct Known {
    values: HashMap<String, Value>,
    budget: Budget,
}

impl Known {
    /// No constants yet.
    pub fn new() -> Self {
        Self {
            values: HashMap::new(),
            budget: Budget::new(MOST_MADE),
        }
    }

    /// Keeps a constant.
    pub fn insert(&mut self, name: &str, value: Value) {
        self.values.insert(name.to_owned(), value);
    }

    /// Whether more was to be made than one script may.
    pub fn is_exceeded(&self) -> bool {
        self.budget.is_exceeded()
    }

    fn get(&self, name: &str) -> Result<Option<Value>, Exceeded> {
        let Some(value) = self.values.get(name) else {
            return Ok(None);
        };
        self.budget.spend(weight(value))?;
        Ok(Some(value.clone()))
    }
}

/// About how many bytes a value takes.
fn weight(value: &Value) -> usize {
    const OWN: usize = size_of::<Value>();
    OWN + match value {
        Value::Null | Value::Bool(_) => 0,
        Value::Number(number) => number.as_str().len(),
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(weight).sum(),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| OWN + name.len() + weight(value))
            .sum(),
    }
}

/// Levels of nesting at most, as in JSON.
const DEPTH: usize = 128;

/// What keeps an expression from being a constant.
#[derive(Clone, Copy, Debug)]
pub enum Obstacle {
    /// The value comes from elsewhere.
    Elsewhere(Span),
    /// Too many levels.
    TooDeep,
    /// More than may be made of one script.
    TooMuch,
}

impl From<Exceeded> for Obstacle {
    fn from(_: Exceeded) -> Self {
        Self::TooMuch
    }
}

impl Obstacle {
    /// An expression as what stands in the way.
    pub fn of(expression: &Expression<'_>) -> Self {
        Self::Elsewhere(expression.span())
    }
}

/// The members of an object literal; those that are no constants are named with what stands there.
pub fn members(
    object: &ObjectExpression<'_>,
    known: &Known,
    text: &str,
) -> Result<ScriptObject, ScriptError> {
    let mut found = ScriptObject::default();
    for property in &object.properties {
        match entry(property, known, 1) {
            Ok(Some((name, value))) => drop(found.members.insert(name, value)),
            Ok(None) => {}
            Err(Obstacle::TooDeep) => return Err(ScriptError::TooDeep),
            Err(Obstacle::TooMuch) => return Err(ScriptError::TooMuch),
            Err(Obstacle::Elsewhere(span)) => {
                let name = property
                    .as_property()
                    .and_then(|property| property.key.static_name());
                let expression = text
                    .get(span.start as usize..span.end as usize)
                    .unwrap_or_default();
                found
                    .elsewhere
                    .push((name.unwrap_or_default().into_owned(), expression.to_owned()));
            }
        }
    }

    Ok(found)
}

/// The value of an expression; `undefined` and functions are none.
pub fn value(expression: &Expression<'_>, known: &Known, depth: usize) -> Result<Value, Obstacle> {
    if depth > DEPTH {
        return Err(Obstacle::TooDeep);
    }

    let elsewhere = || Obstacle::of(expression);
    match expression.get_inner_expression() {
        Expression::NullLiteral(_) => Ok(Value::Null),
        Expression::BooleanLiteral(literal) => Ok(Value::Bool(literal.value)),
        Expression::NumericLiteral(literal) => number(literal).ok_or_else(elsewhere),
        Expression::StringLiteral(literal) if !literal.lone_surrogates => {
            Ok(literal.value.as_str().into())
        }
        Expression::TemplateLiteral(template) => {
            template_text(template, known, depth)?.ok_or_else(elsewhere)
        }
        Expression::Identifier(identifier) => {
            known.get(identifier.name.as_str())?.ok_or_else(elsewhere)
        }
        Expression::UnaryExpression(unary) if unary.operator == UnaryOperator::UnaryNegation => {
            match value(&unary.argument, known, depth + 1)? {
                Value::Number(number) => {
                    let spelled = number.to_string();
                    let negated = spelled
                        .strip_prefix('-')
                        .map_or_else(|| format!("-{spelled}"), str::to_owned);
                    Ok(Value::Number(Number::from_string_unchecked(negated)))
                }
                _ => Err(elsewhere()),
            }
        }
        Expression::BinaryExpression(binary) if binary.operator == BinaryOperator::Addition => {
            let sides = (
                value(&binary.left, known, depth + 1)?,
                value(&binary.right, known, depth + 1)?,
            );
            let (Value::String(left), Value::String(right)) = sides else {
                return Err(elsewhere());
            };

            known.budget.spend(left.len() + right.len())?;
            Ok(Value::String(left + &right))
        }
        Expression::ArrayExpression(array) => array
            .elements
            .iter()
            .map(|element| match element {
                ArrayExpressionElement::SpreadElement(spread) => {
                    Err(Obstacle::Elsewhere(spread.span))
                }
                ArrayExpressionElement::Elision(_) => Ok(Value::Null),
                other => other
                    .as_expression()
                    .map_or(Ok(Value::Null), |item| value(item, known, depth + 1)),
            })
            .collect(),
        Expression::ObjectExpression(object) => {
            let entries = object
                .properties
                .iter()
                .filter_map(|property| entry(property, known, depth + 1).transpose());
            entries.collect::<Result<Map<_, _>, _>>().map(Value::Object)
        }
        Expression::CallExpression(call) => stringified(call, known, depth)?.ok_or_else(elsewhere),
        _ => Err(elsewhere()),
    }
}

/// One member; `None` for what JSON leaves out.
fn entry(
    property: &ObjectPropertyKind<'_>,
    known: &Known,
    depth: usize,
) -> Result<Option<(String, Value)>, Obstacle> {
    let property = match property {
        ObjectPropertyKind::ObjectProperty(property) => property,
        ObjectPropertyKind::SpreadProperty(spread) => return Err(Obstacle::Elsewhere(spread.span)),
    };
    let Some(name) = property.key.static_name() else {
        return Err(Obstacle::Elsewhere(property.key.span()));
    };

    let given = property.value.get_inner_expression();
    if given.is_function() || given.is_undefined() {
        return Ok(None);
    }

    Ok(Some((
        name.into_owned(),
        value(&property.value, known, depth)?,
    )))
}

/// The number as spelled, where JSON can spell it so; else its value.
fn number(literal: &NumericLiteral<'_>) -> Option<Value> {
    let raw = literal
        .raw
        .map(|raw| raw.as_str().to_owned())
        .unwrap_or_default();
    if serde_json::from_str::<Number>(&raw).is_ok() {
        return Some(Value::Number(Number::from_string_unchecked(raw)));
    }

    // Octal digits are most likely a mistake: 0100 would be 64.
    let is_odd = raw.starts_with('0') && raw[1..].starts_with(|c: char| c.is_ascii_digit());
    (literal.value.is_finite() && !is_odd).then(|| {
        Value::Number(Number::from_string_unchecked(as_script_prints(
            literal.value,
        )))
    })
}

/// A number as JavaScript prints it (ECMA-262, Number::toString).
fn as_script_prints(number: f64) -> String {
    if number == 0.0 {
        "0".to_owned()
    } else if (1e-6..1e21).contains(&number.abs()) {
        number.to_string()
    } else {
        let exponential = format!("{number:e}");
        if exponential.contains("e-") {
            exponential
        } else {
            exponential.replace('e', "e+")
        }
    }
}

/// The text of a template; `None` where something in it is no text that the script alone tells.
fn template_text(
    template: &TemplateLiteral<'_>,
    known: &Known,
    depth: usize,
) -> Result<Option<Value>, Obstacle> {
    let mut text = String::new();
    for (place, part) in template.quasis.iter().enumerate() {
        let Some(cooked) = part.value.cooked.filter(|_| !part.lone_surrogates) else {
            return Ok(None);
        };

        text.push_str(cooked.as_str());
        let Some(inserted) = template.expressions.get(place) else {
            continue;
        };

        let inserted = match value(inserted, known, depth + 1) {
            Ok(Value::String(inserted)) => inserted,
            Ok(Value::Number(number)) => match number.as_f64() {
                Some(number) => as_script_prints(number),
                None => return Ok(None),
            },
            Ok(_) | Err(Obstacle::Elsewhere(_)) => return Ok(None),
            Err(obstacle) => return Err(obstacle),
        };
        known.budget.spend(inserted.len())?;
        text.push_str(&inserted);
    }

    Ok(Some(Value::String(text)))
}

/// `JSON.stringify(…)` with one argument.
fn stringified(
    call: &CallExpression<'_>,
    known: &Known,
    depth: usize,
) -> Result<Option<Value>, Obstacle> {
    let is_stringify = call.callee.is_specific_member_access("JSON", "stringify");
    let [argument] = call.arguments.as_slice() else {
        return Ok(None);
    };

    let Some(argument) = argument.as_expression().filter(|_| is_stringify) else {
        return Ok(None);
    };

    let written = as_script_writes(value(argument, known, depth + 1)?).to_string();
    // Quotes in quotes take twice the backslashes each time.
    known.budget.spend(written.len())?;
    Ok(Some(Value::String(written)))
}

/// The value with its numbers as JavaScript prints them.
fn as_script_writes(value: Value) -> Value {
    match value {
        Value::Number(number) => {
            let printed = number
                .as_f64()
                .map_or_else(|| number.to_string(), as_script_prints);
            Value::Number(Number::from_string_unchecked(printed))
        }
        Value::Array(items) => items.into_iter().map(as_script_writes).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| (name, as_script_writes(value)))
            .collect(),
        other => other,
    }
}
