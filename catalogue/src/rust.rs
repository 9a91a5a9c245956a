//! The texts as code: an enum of the languages, and a module of functions for each part of the page.

use crate::{Catalogue, Language, SEPARATOR, Text};
use std::fmt::Write;

/// The code, to be included where `Say`, `words` and `fill` are in scope.
pub fn code(catalogue: &Catalogue) -> String {
    let mut code = languages(&catalogue.languages);
    let mut modules: Vec<&str> = catalogue.texts.iter().map(|it| &*it.module).collect();
    modules.sort_unstable();
    modules.dedup();
    let mut place = 0;
    let mut functions = Vec::new();
    for text in &catalogue.texts {
        functions.push((&*text.module, function(text, place)));
        place += text.form_count();
    }
    _ = write!(
        code,
        "/// How many forms a language's two tables hold: the first screen's, and the others.\n\
         pub(super) const FORMS: [usize; 2] = [{}, {}];\n\
         /// What parts the forms of a table. None holds it.\n\
         pub(super) const SEPARATOR: char = {SEPARATOR:?};\n",
        catalogue.first_forms,
        place - catalogue.first_forms
    );
    for module in modules {
        _ = write!(
            code,
            "/// The messages `{module}-…`.\npub mod {module} {{\n#[allow(unused_imports)]\nuse super::{{Say, fill, words}};\n"
        );
        for (_, function) in functions.iter().filter(|(of, _)| *of == module) {
            code.push_str(function);
        }
        code.push_str("}\n");
    }
    code
}

/// The enum, and the tables that are part of the program: in the browser the page loads its words, and
/// the trainer has those of the source alone.
fn languages(languages: &[Language]) -> String {
    let list = |of: fn(&Language) -> String| languages.iter().map(of).collect::<String>();
    format!(
        "/// A language that the page is written in: a file of `locales/`.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]\n\
         pub enum Language {{\n#[default]\n{variants}}}\n\
         impl Language {{\n\
         pub const ALL: [Self; {count}] = [{all}];\n\
         /// The language's tag (BCP 47), as a document and a browser name it.\n\
         pub fn tag(self) -> &'static str {{ match self {{ {tags} }} }}\n\
         /// What the language calls itself.\n\
         pub fn own_name(self) -> &'static str {{ match self {{ {own_names} }} }}\n\
         }}\n\
         #[cfg(not(target_family = \"wasm\"))]\n\
         pub(super) const EMBEDDED: &[&str] = &[{embedded}];\n\
         #[cfg(all(target_family = \"wasm\", feature = \"worker\"))]\n\
         pub(super) const EMBEDDED: &[&str] = &[{source}];\n\
         #[cfg(all(target_family = \"wasm\", not(feature = \"worker\")))]\n\
         pub(super) const EMBEDDED: &[&str] = &[];\n",
        count = languages.len(),
        variants = list(|it| format!("{},\n", it.name)),
        all = list(|it| format!("Self::{}, ", it.name)),
        tags = list(|it| format!("Self::{} => {:?}, ", it.name, it.tag)),
        own_names = list(|it| format!("Self::{} => {:?}, ", it.name, it.own_name)),
        embedded = list(embedded),
        source = languages.first().map(embedded).unwrap_or_default(),
    )
}

fn embedded(language: &Language) -> String {
    format!("include_str!(\"{}.words\"), ", language.tag)
}

fn function(text: &Text, place: usize) -> String {
    let mut function = String::new();
    let example = text.example.replace('\n', " / ");
    let documentation = format!("`{example}`\n\n{}", text.comment);
    for line in documentation.trim_end().lines() {
        _ = writeln!(
            function,
            "///{}{line}",
            if line.is_empty() { "" } else { " " }
        );
    }
    let name = &text.name;
    if text.parts.is_empty() {
        _ = writeln!(
            function,
            "pub fn {name}() -> &'static str {{ words({place}) }}"
        );
        return function;
    }
    let parameters: Vec<String> = text
        .parts
        .iter()
        .enumerate()
        .map(|(number, part)| {
            let kind = if text.counted && number == 0 {
                "usize"
            } else {
                "impl Say"
            };
            format!("{part}: {kind}")
        })
        .collect();
    let parts: Vec<String> = text.parts.iter().map(|part| format!("&{part}")).collect();
    let place = if text.counted {
        format!("{place} + usize::from({} != 1)", text.parts[0])
    } else {
        place.to_string()
    };
    _ = writeln!(
        function,
        "pub fn {name}({}) -> String {{ fill({place}, &[{}]) }}",
        parameters.join(", "),
        parts.join(", ")
    );
    function
}
