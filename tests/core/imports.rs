//! In: the sources. Out: that their imports form no circle, and none goes up the floors.
//!
//! Every path that begins with `crate`, `super`, `self` or a module declared in the same file is an
//! import, in `use` and elsewhere. What a file only hands on (`pub use`) counts for those who take
//! it, as an import of the file that it comes from. Tests inside of files do not count.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{Attribute, ItemMod, ItemUse, UseTree, VisRestricted, Visibility};

use super::sources::sources;

/// The floors of the house, the ground first: a file imports from its own floor or those below.
/// The longest prefix of a module's name tells where it stands.
const FLOORS: &[&[&str]] = &[
    &[
        "core::budget",
        "core::chars",
        "core::encoding",
        "core::finding",
        "core::language",
        "core::platform",
        "core::spelling",
        "core::time",
    ],
    &["core::path"],
    &["core::json"],
    &["core::key", "core::script"],
    &["core::intake"],
    &["core::order"],
    &["core::signing"],
    &["core::trouble"],
    &["core::diagnosis"],
    &["core::sandbox"],
    &["core"],
    &["machine", "process", "store", "terminal", "texts"],
    &["cli"],
    &[
        "ui::dialogs",
        "ui::editors",
        "ui::fonts",
        "ui::icon",
        "ui::jobs",
        "ui::keyring",
        "ui::page",
        "ui::place",
        "ui::surroundings",
        "ui::tab_id",
        "ui::theme",
    ],
    &["ui::command"],
    &["ui::keeping", "ui::notices", "ui::shelf"],
    &["ui::widgets"],
    &[
        "ui::pages::compose::state",
        "ui::pages::errors::state",
        "ui::pages::history::state",
        "ui::pages::keys::state",
        "ui::pages::sandbox::state",
        "ui::pages::verify::state",
    ],
    &["ui::tab"],
    &["ui::answer", "ui::workspace"],
    &["ui::finder", "ui::path_dialog"],
    &["ui::state"],
    &["ui::actions", "ui::pages::view"],
    &["ui::pages"],
    &["ui::goals", "ui::help", "ui::menu"],
    &[
        "ui::chrome",
        "ui::crash",
        "ui::input",
        "ui::perform",
        "ui::toasts",
    ],
    &["ui::app"],
    &["ui"],
    &[""],
];

/// Neighbours that know nothing of each other: who, and what it never imports.
const STRANGERS: &[(&str, &str)] = &[("ui", "cli"), ("cli", "ui"), ("core", "store")];

type Name = Vec<String>;

/// One file: its module's name, and every path in it.
#[derive(Default)]
struct Module {
    file: PathBuf,
    /// Modules that it declares.
    children: BTreeSet<String>,
    /// Paths that it uses, as they stand.
    paths: Vec<Name>,
    /// Names that it hands on, with the path of each.
    handed_on: BTreeMap<String, Name>,
}

impl<'ast> Visit<'ast> for Module {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let mut paths = Vec::new();
        flatten(&item.tree, &mut Vec::new(), &mut paths);
        if matches!(item.vis, Visibility::Inherited) {
            self.paths.extend(paths.into_iter().map(|(_, path)| path));
        } else {
            self.handed_on.extend(paths);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if item.content.is_none() {
            self.children.insert(item.ident.to_string());
        }
        if !is_test(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_vis_restricted(&mut self, _: &'ast VisRestricted) {
        // `pub(super)` says who may look in, and takes nothing.
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names = path.segments.iter().map(|part| part.ident.to_string());
        self.paths.push(names.collect());
        visit::visit_path(self, path);
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    let is_cfg = |attribute: &&Attribute| attribute.path().is_ident("cfg");
    let name = |attribute: &Attribute| attribute.parse_args::<syn::Ident>().ok();
    let mut names = attributes.iter().filter(is_cfg).filter_map(name);
    names.any(|name| name == "test")
}

/// The paths of a `use`, each with the name under which it is known from then on.
fn flatten(tree: &UseTree, before: &mut Name, out: &mut Vec<(String, Name)>) {
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            flatten(&path.tree, before, out);
            before.pop();
        }
        UseTree::Group(group) => {
            for tree in &group.items {
                flatten(tree, before, out);
            }
        }
        UseTree::Name(name) => leaf(&name.ident.to_string(), None, before, out),
        UseTree::Rename(name) => {
            let known_as = name.rename.to_string();
            leaf(&name.ident.to_string(), Some(known_as), before, out);
        }
        UseTree::Glob(_) => out.push(("*".to_owned(), before.clone())),
    }
}

fn leaf(name: &str, known_as: Option<String>, before: &Name, out: &mut Vec<(String, Name)>) {
    let mut path = before.clone();
    if name != "self" {
        path.push(name.to_owned());
    }
    let known_as = known_as.or_else(|| path.last().cloned());
    out.push((known_as.unwrap_or_default(), path));
}

/// All modules by their names; the root's is empty.
fn modules() -> BTreeMap<Name, Module> {
    let of = |(file, text): (String, String)| {
        let file = PathBuf::from(file.strip_prefix("src/").unwrap());
        let name = name_of(&file);
        let mut module = Module {
            file,
            ..Module::default()
        };
        module.visit_file(&syn::parse_file(&text).unwrap());
        (name, module)
    };
    sources("src").into_iter().map(of).collect()
}

fn name_of(file: &Path) -> Name {
    let parts = file.with_extension("");
    let mut name: Name = parts
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    if name
        .last()
        .is_some_and(|last| last == "mod" || last == "lib")
    {
        name.pop();
    }
    name
}

/// The imports of each module: from which module, and which names.
fn imports(modules: &BTreeMap<Name, Module>) -> BTreeMap<&Name, BTreeMap<Name, BTreeSet<String>>> {
    let of = |(name, module)| {
        let mut found: BTreeMap<Name, BTreeSet<String>> = BTreeMap::new();
        let module: &Module = module;
        for path in &module.paths {
            let Some(path) = absolute(name, module, path) else {
                continue;
            };
            let last = path.last().cloned().unwrap_or_default();
            let from = home(&path, modules, 0);
            if from != *name {
                found.entry(from).or_default().insert(last);
            }
        }
        (name, found)
    };
    modules.iter().map(of).collect()
}

/// A path from the root on; `None` where it is of another crate or of the file itself.
fn absolute(name: &Name, module: &Module, path: &Name) -> Option<Name> {
    let first = path.first()?;
    let mut base = name.clone();
    let mut rest = path.as_slice();
    match first.as_str() {
        "crate" | "tt_order_builder" => return Some(path[1..].to_vec()),
        "self" => rest = &rest[1..],
        "super" => {
            while rest.first().is_some_and(|part| part == "super") {
                base.pop();
                rest = &rest[1..];
            }
        }
        child if module.children.contains(child) && path.len() > 1 => {}
        _ => return None,
    }
    Some([&base, rest].concat())
}

/// The module in which a path's name is at home, behind all that only hand it on.
fn home(path: &[String], modules: &BTreeMap<Name, Module>, depth: usize) -> Name {
    for length in (0..=path.len()).rev() {
        let Some(module) = modules.get(&path[..length]) else {
            continue;
        };
        let next = path.get(length).and_then(|next| module.handed_on.get(next));
        let name = path[..length].to_vec();
        let elsewhere = next.and_then(|next| absolute(&name, module, next));
        return match elsewhere.filter(|other| depth < 8 && other[..] != path[..=length]) {
            Some(other) => home(&[&other, &path[length + 1..]].concat(), modules, depth + 1),
            None => name,
        };
    }
    Vec::new()
}

fn floor(name: &Name) -> usize {
    let name = name.join("::");
    let is_in =
        |place: &str| place.is_empty() || name == place || name.starts_with(&format!("{place}::"));
    let places = FLOORS
        .iter()
        .enumerate()
        .flat_map(|(floor, places)| places.iter().map(move |place| (floor, *place)));
    let inside = places.filter(|(_, place)| is_in(place));
    inside.max_by_key(|(_, place)| place.len()).unwrap().0
}

#[test]
fn no_import_goes_up() {
    let modules = modules();
    let mut arrows = Vec::new();
    for (name, imports) in imports(&modules) {
        for (from, names) in imports {
            if floor(&from) > floor(name) {
                let (file, from) = (&modules[name].file, &modules[&from].file);
                let (file, from) = (file.display(), from.display());
                arrows.push(format!(
                    "{file} takes {names:?} from {from}, which is above it"
                ));
            }
        }
    }
    assert!(arrows.is_empty(), "{}", arrows.join("\n"));
}

#[test]
fn strangers_stay_strangers() {
    let modules = modules();
    for (name, imports) in imports(&modules) {
        for (from, names) in imports {
            let is_of = |name: &Name, wing: &str| name.first().is_some_and(|first| first == wing);
            for (who, never) in STRANGERS {
                let file = modules[name].file.display();
                let is_taken = is_of(name, who) && is_of(&from, never);
                assert!(!is_taken, "{file} takes {names:?} from {never}");
            }
        }
    }
}

#[test]
fn imports_form_no_circle() {
    let modules = modules();
    let imports = imports(&modules);
    let mut circles = Vec::new();
    for (name, from) in &imports {
        for (other, names) in from {
            if let Some(way) = way(other, name, &imports) {
                let (file, other) = (&modules[*name].file, &modules[other].file);
                let back: Vec<String> = way.iter().map(|step| step.join("::")).collect();
                circles.push(format!(
                    "{} takes {names:?} from {}, which leads back by {}",
                    file.display(),
                    other.display(),
                    back.join(" → ")
                ));
            }
        }
    }
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

/// A way along imports from one module to another.
fn way(
    from: &Name,
    to: &Name,
    imports: &BTreeMap<&Name, BTreeMap<Name, BTreeSet<String>>>,
) -> Option<Vec<Name>> {
    let mut before: BTreeMap<Name, Name> = BTreeMap::new();
    let mut open = vec![from.clone()];
    while let Some(here) = open.pop() {
        if here == *to {
            let mut way = vec![here.clone()];
            while let Some(step) = before.get(way.last()?).filter(|_| way.last() != Some(from)) {
                way.push(step.clone());
            }
            way.reverse();
            return Some(way);
        }
        for next in imports.get(&here)?.keys() {
            if next != from && !before.contains_key(next) {
                before.insert(next.clone(), here.clone());
                open.push(next.clone());
            }
        }
    }
    None
}
