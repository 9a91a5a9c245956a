//! The messages of a file in [Fluent](https://projectfluent.org)'s syntax, as far as the page uses it:
//! words, `{ $part }`, `{ "literal" }`, and one choice by a count with the forms `one` and `other`.

use fluent_syntax::ast;
use fluent_syntax::parser::{self, ParserError};

/// The module of what a file says of its own language. No functions are made of it.
pub const ABOUT_LANGUAGE: &str = "language";

/// What a comment line begins with that says in which order a function takes its parts. Parts that are
/// named there may be left out by a language.
const PARTS: &str = "Parts: ";

/// `module-name = words`.
#[derive(Debug, Clone, Default)]
pub struct Message {
    pub module: String,
    pub name: String,
    /// The comment above it, less the line of parts.
    pub comment: String,
    /// The part that chooses between two forms.
    pub count: Option<String>,
    /// The words, with parts as `{part}`: one form, or those for one and for other counts.
    pub forms: Vec<String>,
    /// Parts in the order of the comment, where it has one.
    pub listed: Vec<String>,
}

impl Message {
    pub fn key(&self) -> String {
        format!("{}-{}", self.module, self.name)
    }

    /// A function's parameters: the count, then the parts as listed, else as they come in the words.
    pub fn parameters(&self) -> Vec<String> {
        let mut parameters: Vec<String> = self.count.iter().cloned().collect();
        let said = self.forms.last().map(|form| parts(form));
        for part in self.listed.iter().cloned().chain(said.unwrap_or_default()) {
            if !parameters.contains(&part) {
                parameters.push(part);
            }
        }
        parameters
    }
}

/// The parts of a form, in their order.
pub fn parts(form: &str) -> Vec<String> {
    form.split('{')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()))
        .collect()
}

/// The messages of a file.
///
/// # Errors
/// What is no Fluent, and what of Fluent the page does not use.
pub fn messages(text: &str) -> Result<Vec<Message>, Vec<String>> {
    let resource = parser::parse(text).map_err(|(_, errors)| {
        errors
            .iter()
            .map(|error| syntax_fault(text, error))
            .collect::<Vec<_>>()
    })?;
    let (mut messages, mut faults) = (Vec::new(), Vec::new());
    for entry in &resource.body {
        match entry {
            ast::Entry::Message(entry) => match message(entry) {
                Ok(message) => messages.push(message),
                Err(fault) => faults.push(format!("{}: {fault}", entry.id.name)),
            },
            ast::Entry::Term(term) => {
                faults.push(format!("-{}: the page uses no terms", term.id.name));
            }
            _ => {}
        }
    }
    if faults.is_empty() {
        Ok(messages)
    } else {
        Err(faults)
    }
}

fn syntax_fault(text: &str, error: &ParserError) -> String {
    let before = text.get(..error.pos.start).unwrap_or(text);
    format!("line {}: {error}", before.matches('\n').count() + 1)
}

fn message(entry: &ast::Message<&str>) -> Result<Message, String> {
    let (module, name) = entry
        .id
        .name
        .split_once('-')
        .filter(|(module, name)| [module, name].into_iter().all(|it| is_plain_name(it)))
        .ok_or("not named module-name, in small letters")?;
    if !entry.attributes.is_empty() {
        return Err("the page uses no attributes".to_owned());
    }
    let pattern = entry.value.as_ref().ok_or("it has no words")?;
    let (count, forms) = match pattern.elements.as_slice() {
        [
            ast::PatternElement::Placeable {
                expression: ast::Expression::Select { selector, variants },
            },
        ] => counted(selector, variants)?,
        _ => (None, vec![form(pattern)?]),
    };
    let mut message = Message {
        module: module.to_owned(),
        name: name.to_owned(),
        count,
        forms,
        ..Message::default()
    };
    let comment = entry.comment.iter().flat_map(|comment| &comment.content);
    let mut lines: Vec<&str> = Vec::new();
    for line in comment {
        match line.strip_prefix(PARTS) {
            Some(parts) => message.listed = parts.split(", ").map(str::to_owned).collect(),
            None => lines.push(line),
        }
    }
    message.comment = lines.join("\n");
    Ok(message)
}

/// The count that chooses, and the forms for one and for other counts.
fn counted(
    selector: &ast::InlineExpression<&str>,
    variants: &[ast::Variant<&str>],
) -> Result<(Option<String>, Vec<String>), String> {
    let ast::InlineExpression::VariableReference { id } = selector else {
        return Err("forms are chosen by a count alone".to_owned());
    };
    match variants {
        [one, other] if is_for(one, "one") && is_for(other, "other") => Ok((
            Some(id.name.to_owned()),
            vec![form(&one.value)?, form(&other.value)?],
        )),
        _ => Err("a count has the forms [one] and *[other]".to_owned()),
    }
}

fn is_for(variant: &ast::Variant<&str>, counts: &str) -> bool {
    matches!(variant.key, ast::VariantKey::Identifier { name } if name == counts)
}

fn form(pattern: &ast::Pattern<&str>) -> Result<String, String> {
    let mut words = String::new();
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => words.push_str(value),
            ast::PatternElement::Placeable {
                expression: ast::Expression::Inline(inline),
            } => match inline {
                ast::InlineExpression::VariableReference { id } if is_plain_name(id.name) => {
                    words.push_str(&format!("{{{}}}", id.name));
                }
                ast::InlineExpression::StringLiteral { value } if !value.contains(['{', '\\']) => {
                    words.push_str(value);
                }
                _ => return Err("between braces stands a plain part or literal".to_owned()),
            },
            ast::PatternElement::Placeable { .. } => {
                return Err("a choice by a count is the whole message".to_owned());
            }
        }
    }
    if words.trim().is_empty() || words.contains(crate::SEPARATOR) {
        return Err("it has no words, or a control character".to_owned());
    }
    Ok(words)
}

/// What may be a name in Rust.
fn is_plain_name(name: &str) -> bool {
    name.starts_with(|it: char| it.is_ascii_lowercase())
        && name
            .chars()
            .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_')
}
