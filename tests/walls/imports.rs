//! Which file of a crate takes something from which other: read from the `use`s and the paths in the
//! code, as the compiler resolves them, but for what tests import.
//!
//! A path is followed to the file that defines its last name, through the modules that only pass it
//! on (`pub use`). What a module passes on of its own submodules is no arrow: it needs none of it.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};

/// From a file to another, with the paths that say so.
pub type Arrows = BTreeMap<(String, String), BTreeSet<String>>;

/// A module's name, from the crate's root on.
type Module = Vec<String>;

/// The arrows between files, which are given by their path below `src/` and hold Rust.
pub fn arrows(files: &BTreeMap<String, String>) -> Arrows {
    Crate::of(files).arrows()
}

/// A name that a `use` brings into a module.
struct Use {
    name: String,
    path: Vec<String>,
    is_public: bool,
}

#[derive(Default)]
struct Crate {
    files: BTreeMap<Module, String>,
    uses: BTreeMap<Module, Vec<Use>>,
    /// Paths in the code, with the module that they stand in.
    paths: Vec<(Module, Vec<String>)>,
    /// Modules that only tests are compiled with.
    of_tests: BTreeSet<Module>,
}

impl Crate {
    fn of(files: &BTreeMap<String, String>) -> Self {
        let mut this = Self::default();
        for (file, source) in files {
            let module = module_of(file);
            let tokens: TokenStream = source
                .parse()
                .unwrap_or_else(|error| panic!("{file} is no Rust: {error}"));
            this.read(&module, tokens);
            this.files.insert(module, file.clone());
        }
        let of_tests = std::mem::take(&mut this.of_tests);
        let counts = |module: &Module| !of_tests.iter().any(|test| module.starts_with(test));
        this.files.retain(|module, _| counts(module));
        this.uses.retain(|module, _| counts(module));
        this.paths.retain(|(module, _)| counts(module));
        this
    }

    fn read(&mut self, module: &[String], tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at += self.read_one(module, &tokens, at);
        }
    }

    /// Reads what begins here, and says how many tokens that were.
    fn read_one(&mut self, module: &[String], tokens: &[TokenTree], at: usize) -> usize {
        let rest = &tokens[at..];
        match rest {
            [TokenTree::Punct(hash), TokenTree::Group(attribute), ..] if hash.as_char() == '#' => {
                if is_of_tests(&attribute.stream()) {
                    return 2 + self.skip_item(module, &rest[2..]);
                }
                2
            }
            [
                TokenTree::Ident(word),
                TokenTree::Ident(name),
                TokenTree::Group(body),
                ..,
            ] if word == "mod" && body.delimiter() == Delimiter::Brace => {
                let inner = [module, &[name.to_string()]].concat();
                self.read(&inner, body.stream());
                3
            }
            // `+ use<>` names lifetimes.
            [TokenTree::Ident(word), next, ..] if word == "use" && !is_punct(next, '<') => {
                let end = rest.iter().position(|token| is_punct(token, ';'));
                let end = end.unwrap_or(rest.len());
                let is_public = tokens[..at]
                    .iter()
                    .rev()
                    .find(|token| !matches!(token, TokenTree::Group(_)))
                    .is_some_and(|token| matches!(token, TokenTree::Ident(word) if word == "pub"));
                let uses = self.uses.entry(module.to_vec()).or_default();
                read_use(&[], &rest[1..end], is_public, uses);
                end + 1
            }
            [TokenTree::Ident(_), ..] => {
                let path = path_at(rest);
                let length = 3 * path.len() - 2;
                let goes_on = at > 0
                    && is_punct(&tokens[at - 1], ':')
                    && at > 1
                    && is_punct(&tokens[at - 2], ':');
                if path.len() > 1 && !goes_on {
                    self.paths.push((module.to_vec(), path));
                }
                length
            }
            [TokenTree::Group(group), ..] => {
                self.read(module, group.stream());
                1
            }
            _ => 1,
        }
    }

    /// The tokens of an item that only tests are compiled with, behind its attribute.
    fn skip_item(&mut self, module: &[String], rest: &[TokenTree]) -> usize {
        let is_word = |token: &TokenTree, words: &[&str]| matches!(token, TokenTree::Ident(word) if words.iter().any(|it| word == it));
        let ends_in_semicolon = rest
            .iter()
            .take_while(|token| !is_word(token, &["fn", "mod", "impl", "struct", "enum"]))
            .any(|token| is_word(token, &["use", "const", "static", "type", "let"]));
        for (at, token) in rest.iter().enumerate() {
            if let [TokenTree::Ident(word), TokenTree::Ident(name), ..] = &rest[at..]
                && word == "mod"
            {
                self.of_tests.insert([module, &[name.to_string()]].concat());
            }
            let is_body = matches!(token, TokenTree::Group(group)
                if group.delimiter() == Delimiter::Brace);
            if is_punct(token, ';') || is_body && !ends_in_semicolon {
                return at + 1;
            }
        }
        rest.len()
    }

    fn arrows(&self) -> Arrows {
        let mut arrows = Arrows::new();
        let mut add = |module: &Module, path: &[String], passed_on: bool| {
            let (Some((from_module, from)), Some(to_module)) =
                (self.file_around(module), self.target(module, path, 0))
            else {
                return;
            };
            let to = &self.files[&to_module];
            // The root only lists modules, and passes macros on.
            if from == to || to == "lib.rs" || passed_on && to_module.starts_with(&from_module) {
                return;
            }
            arrows
                .entry((from.clone(), to.clone()))
                .or_default()
                .insert(path.join("::"));
        };
        for (module, uses) in &self.uses {
            for one in uses {
                add(module, &one.path, one.is_public);
            }
        }
        for (module, path) in &self.paths {
            add(module, path, false);
        }
        arrows
    }

    /// The file that a module, which may be one within a file, stands in.
    fn file_around(&self, module: &Module) -> Option<(Module, &String)> {
        let around = (0..=module.len()).rev().map(|length| &module[..length]);
        around
            .filter_map(|it| Some((it.to_vec(), self.files.get(it)?)))
            .next()
    }

    /// The module in whose file a path's last name is defined; `None` for one outside the crate.
    fn target(&self, module: &[String], path: &[String], depth: usize) -> Option<Module> {
        // Names that pass each other on would be followed for ever.
        if depth > 8 {
            return None;
        }
        let (first, rest) = path.split_first()?;
        let child = [module, std::slice::from_ref(first)].concat();
        let absolute = match first.as_str() {
            "crate" | "hindcast" => rest.to_vec(),
            "self" => [module, rest].concat(),
            "super" => {
                let parent = &module[..module.len().checked_sub(1)?];
                let path = [&["self".to_owned()], rest].concat();
                return self.target(parent, &path, depth);
            }
            _ if self.files.contains_key(&child) => [module, path].concat(),
            name => {
                let alias = self.used(module, name).filter(|alias| alias.path != path)?;
                return self.target(module, &[&alias.path, rest].concat(), depth + 1);
            }
        };
        // `self::super::x`
        if let Some(at) = absolute.iter().position(|name| name == "super") {
            let parent = &absolute[..at.checked_sub(1)?];
            let path = [&["self".to_owned()], &absolute[at + 1..]].concat();
            return self.target(parent, &path, depth);
        }
        let known = (0..=absolute.len())
            .rev()
            .find(|length| self.files.contains_key(&absolute[..*length]))?;
        let (found, rest) = absolute.split_at(known);
        if let Some(name) = rest.first()
            && let Some(passed_on) = self.used(found, name)
        {
            let path = [&passed_on.path, &rest[1..]].concat();
            return self.target(found, &path, depth + 1);
        }
        Some(found.to_vec())
    }

    fn used(&self, module: &[String], name: &str) -> Option<&Use> {
        self.uses.get(module)?.iter().find(|one| one.name == name)
    }
}

/// `market/mod.rs` and `market.rs` are `market`; `lib.rs` is the root.
fn module_of(file: &str) -> Module {
    let name = file.trim_end_matches(".rs").trim_end_matches("/mod");
    match name {
        "lib" => Module::new(),
        name => name.split('/').map(str::to_owned).collect(),
    }
}

fn is_punct(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

/// `cfg(test)`, `cfg(all(test, …))`, not `cfg(not(test))`.
fn is_of_tests(attribute: &TokenStream) -> bool {
    let text = attribute.to_string().replace(' ', "");
    text == "test" || text.starts_with("cfg(test") || text.starts_with("cfg(all(test,")
}

/// `a::b::c` at the beginning of the tokens; a single name where nothing follows it.
fn path_at(tokens: &[TokenTree]) -> Vec<String> {
    let mut path = Vec::new();
    let mut rest = tokens;
    while let [TokenTree::Ident(name), ..] = rest {
        path.push(name.to_string());
        match rest {
            [_, first, second, TokenTree::Ident(_), ..]
                if is_punct(first, ':') && is_punct(second, ':') =>
            {
                rest = &rest[3..];
            }
            _ => break,
        }
    }
    path
}

/// The names of a `use`, which may be a tree.
fn read_use(prefix: &[String], tree: &[TokenTree], is_public: bool, uses: &mut Vec<Use>) {
    let mut path = prefix.to_vec();
    let mut alias = None;
    let mut tokens = tree.iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word) if word == "as" => {
                alias = tokens.next().map(ToString::to_string);
            }
            TokenTree::Ident(word) if word == "self" && !path.is_empty() => {}
            TokenTree::Ident(word) => path.push(word.to_string()),
            TokenTree::Group(branches) => {
                let branches: Vec<TokenTree> = branches.stream().into_iter().collect();
                for branch in branches.split(|token| is_punct(token, ',')) {
                    read_use(&path, branch, is_public, uses);
                }
                return;
            }
            TokenTree::Punct(mark) if mark.as_char() == '*' => alias = Some("*".to_owned()),
            _ => {}
        }
    }
    if let Some(last) = path.last().filter(|_| !tree.is_empty()) {
        let name = alias.unwrap_or_else(|| last.clone());
        uses.push(Use {
            name,
            path,
            is_public,
        });
    }
}
