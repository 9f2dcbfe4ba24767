//! In: the folder of the user's templates. Out: their texts by name; files written and removed.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::read::{open_regular, order_text};
use super::write::{Access, Output, WriteError, write};
use crate::core::platform::Field;

/// Templates that are listed at most.
const MOST: usize = 500;

/// Characters of a name at most.
const LONGEST: usize = 60;

/// A template of the user's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnTemplate {
    /// Its name, which is its file's without the ending.
    pub name: String,
    /// Its JSON.
    pub text: String,
}

/// The folder that the system gives to programs, if it gives one.
pub fn folder() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "tt-order-builder")?;
    Some(folders.config_dir().join("templates"))
}

/// All templates of a folder, by name; what cannot be read is none.
pub fn all(folder: &Path) -> Vec<OwnTemplate> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<OwnTemplate> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .take(MOST)
        .filter_map(|path| {
            let text = order_text(open_regular(&path).ok()?, "").ok()?;
            let name = path.file_stem()?.to_str()?.to_owned();
            Some(OwnTemplate { name, text })
        })
        .collect();
    all.sort_by(|one, other| one.name.cmp(&other.name));
    all
}

/// Writes a template, over one of the same name.
///
/// # Errors
/// [`WriteError`]; the file has its old content then.
pub fn save(folder: &Path, template: &OwnTemplate) -> Result<(), WriteError> {
    fs::create_dir_all(folder).map_err(|error| WriteError::Failed(folder.to_owned(), error))?;
    let output = Output {
        path: &path_of(folder, &template.name),
        bytes: template.text.as_bytes(),
        access: Access::Everyone,
    };
    write(&[output], true)
}

/// Removes a template.
///
/// # Errors
/// [`WriteError::Failed`] with what the system says.
pub fn remove(folder: &Path, name: &str) -> Result<(), WriteError> {
    let path = path_of(folder, name);
    fs::remove_file(&path).map_err(|error| WriteError::Failed(path, error))
}

/// Templates as they are handed to others.
pub fn exported(templates: &[OwnTemplate]) -> String {
    let all = templates.iter().map(|template| {
        // What was read from a file of JSON is that; else it is handed on as the text that it is.
        let order = serde_json::from_str(&template.text);
        let order = order.unwrap_or_else(|_| Value::String(template.text.clone()));
        json!({ "name": template.name, "order": order })
    });
    format!("{:#}\n", json!({ "templates": all.collect::<Vec<_>>() }))
}

/// Reads templates that somebody handed over, or the one order that a file is: it has the name
/// `otherwise` then.
pub fn imported(text: &str, otherwise: &str) -> Vec<OwnTemplate> {
    let text = text.trim_start_matches('\u{feff}');
    let Ok(Value::Object(mut document)) = serde_json::from_str(text) else {
        return Vec::new();
    };
    let Some(Value::Array(all)) = document.remove("templates") else {
        let is_order = Field::all().any(|field| document.contains_key(field.name()));
        let template = OwnTemplate {
            name: name_of(otherwise),
            text: text.to_owned(),
        };
        return Vec::from_iter(is_order.then_some(template));
    };
    let template = |value: &Value| {
        let order = value.get("order").filter(|order| order.is_object())?;
        Some(OwnTemplate {
            name: name_of(value.get("name")?.as_str()?),
            text: order.to_string(),
        })
    };
    let named = all.iter().filter_map(template);
    named
        .filter(|own| !own.name.is_empty())
        .take(MOST)
        .collect()
}

/// A name that none of these has: the wanted one, or that with a number.
pub fn free_name(wanted: &str, taken: &[OwnTemplate]) -> String {
    let is_free = |name: &String| {
        let name = name.to_lowercase();
        taken.iter().all(|own| own.name.to_lowercase() != name)
    };
    let begin: String = wanted.chars().take(LONGEST - 6).collect();
    let numbered = (2..10_000).map(|number| format!("{begin} ({number})"));
    let mut names = std::iter::once(wanted.to_owned()).chain(numbered);
    names.find(is_free).unwrap_or_else(|| wanted.to_owned())
}

/// A name as a file can have it on every system; empty where nothing is left of it.
pub fn name_of(typed: &str) -> String {
    let is_safe = |c: char| c.is_alphanumeric() || " -_（）()".contains(c);
    let safe = typed.trim().chars().filter(|c| is_safe(*c));
    let name: String = safe.take(LONGEST).collect();
    let name = name.trim();
    // Windows has devices of these names.
    let device = name.to_ascii_uppercase();
    let is_port = |port: &&str| device.starts_with(port) && device.len() == 4;
    if ["CON", "PRN", "AUX", "NUL"].contains(&&*device) || ["COM", "LPT"].iter().any(is_port) {
        format!("{name}_")
    } else {
        name.to_owned()
    }
}

fn path_of(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_files_of_their_name() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("templates");
        assert!(all(&place).is_empty());

        let template = OwnTemplate {
            name: "会员 月卡".to_owned(),
            text: "{}".to_owned(),
        };
        save(&place, &template).unwrap();
        fs::write(place.join("broken.json"), b"\xff").unwrap();
        fs::write(place.join("other.txt"), "").unwrap();
        assert_eq!(all(&place), std::slice::from_ref(&template));
        remove(&place, &template.name).unwrap();
        assert!(all(&place).is_empty());
        assert!(remove(&place, &template.name).is_err());
    }

    #[test]
    fn what_is_handed_over_comes_back() {
        let of = |name: &str, text: &str| OwnTemplate {
            name: name.to_owned(),
            text: text.to_owned(),
        };
        let all = [
            of("会员 月卡", r#"{"totalAmount":"{{price=1900}}","x":1.50}"#),
            of("b", "{}"),
        ];
        let text = format!("\u{feff}{}", exported(&all));
        assert_eq!(imported(&text, "file"), all);

        let order = r#"{ "outOrderNo": "a" }"#;
        assert_eq!(imported(order, "../mine"), [of("mine", order)]);
        for text in [
            "",
            "[]",
            "{",
            r#"{"a":1}"#,
            r#"{"templates":[1,{"name":"x"}]}"#,
        ] {
            assert_eq!(imported(text, "x"), []);
        }

        assert_eq!(free_name("c", &all), "c");
        assert_eq!(free_name("B", &all), "B (2)");
        let taken = [of("b", ""), of("b (2)", "")];
        assert_eq!(free_name("b", &taken), "b (3)");
    }

    #[test]
    fn names_lead_nowhere_else() {
        for (typed, name) in [
            ("../a/b", "ab"),
            ("  x ", "x"),
            ("..", ""),
            ("a:b?", "ab"),
            ("con", "con_"),
        ] {
            assert_eq!(name_of(typed), name);
        }
    }
}
