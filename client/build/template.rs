//! A message as one string: text, with control characters where something is to be filled in.
//!
//! `client::text::template` reads what this writes:
//! - U+0001 name U+0002: an argument.
//! - U+0003 name U+0002, then variants (key U+0004 text U+0005), then U+0006: a choice by an
//!   argument; the key of the default variant starts with `*`.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};

/// Patterns that others may refer to: messages by id, terms by `-id`.
pub(crate) type Patterns<'a> = BTreeMap<String, &'a Pattern<&'a str>>;

/// Turns patterns of one language into templates.
pub(crate) struct Writer<'a> {
    /// What can be referred to.
    pub(crate) patterns: &'a Patterns<'a>,
    /// Arguments met so far.
    pub(crate) arguments: BTreeSet<String>,
}

impl Writer<'_> {
    /// Appends `pattern` to `out`.
    pub(crate) fn pattern(&mut self, pattern: &Pattern<&str>, out: &mut String) -> Result<(), String> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => out.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression, out)?,
            }
        }
        Ok(())
    }

    fn expression(&mut self, expression: &Expression<&str>, out: &mut String) -> Result<(), String> {
        let (selector, variants) = match expression {
            Expression::Inline(inline) => return self.inline(inline, out),
            Expression::Select { selector, variants } => (selector, variants),
        };
        let InlineExpression::VariableReference { id } = selector else {
            return Err("a choice is made by an argument: { $argument -> … }".to_owned());
        };
        self.arguments.insert(id.name.to_owned());
        out.push('\u{3}');
        out.push_str(id.name);
        out.push('\u{2}');
        for variant in variants {
            if variant.default {
                out.push('*');
            }
            match &variant.key {
                VariantKey::Identifier { name } => out.push_str(name),
                VariantKey::NumberLiteral { value } => out.push_str(value),
            }
            out.push('\u{4}');
            self.pattern(&variant.value, out)?;
            out.push('\u{5}');
        }
        out.push('\u{6}');
        Ok(())
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, out: &mut String) -> Result<(), String> {
        let reference = match inline {
            InlineExpression::StringLiteral { value } => {
                out.push_str(&fluent_syntax::unicode::unescape_unicode_to_string(value));
                return Ok(());
            }
            InlineExpression::NumberLiteral { value } => {
                out.push_str(value);
                return Ok(());
            }
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name.to_owned());
                out.push('\u{1}');
                out.push_str(id.name);
                out.push('\u{2}');
                return Ok(());
            }
            InlineExpression::Placeable { expression } => return self.expression(expression, out),
            InlineExpression::MessageReference { id, attribute: None } => id.name.to_owned(),
            InlineExpression::TermReference { id, attribute: None, arguments: None } => {
                format!("-{}", id.name)
            }
            InlineExpression::FunctionReference { id, .. } => {
                return Err(format!("there is no function {}", id.name));
            }
            InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => {
                return Err("references have no attributes and no arguments".to_owned());
            }
        };
        let pattern = *self.patterns.get(&reference).ok_or_else(|| format!("{reference} is not known"))?;
        self.pattern(pattern, out)
    }
}
