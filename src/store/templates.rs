//! In: the folder of the user's templates. Out: their texts by name; files written and removed.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::read::{open_regular, order_text};
use super::write::{Access, Output, WriteError, write};
use crate::core::order::Template;
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

/// Templates as they are handed to others; those that are no orders are left out.
pub fn exported(templates: &[OwnTemplate]) -> String {
    let all = templates.iter().filter_map(|template| {
        let order = order_of(&template.text)?;
        Some(json!({ "name": template.name, "order": order }))
    });
    format!("{:#}\n", json!({ "templates": all.collect::<Vec<_>>() }))
}

/// Reads templates that somebody handed over, or the one order that a file is: it has the name
/// `otherwise` then. None has an empty name, and all can be begun with.
pub fn imported(text: &str, otherwise: &str) -> Vec<OwnTemplate> {
    let Some(document) = order_of(text) else {
        return Vec::new();
    };
    let Some(Value::Array(all)) = document.get("templates") else {
        let is_order = Field::all().any(|field| document.get(field.name()).is_some());
        let own = OwnTemplate {
            name: name_of(otherwise),
            text: text.trim_start_matches('\u{feff}').trim().to_owned(),
        };
        return Vec::from_iter(Some(own).filter(|own| is_order && is_template(own)));
    };
    let template = |value: &Value| {
        let order = value.get("order").filter(|order| order.is_object())?;
        Some(OwnTemplate {
            name: name_of(value.get("name")?.as_str()?),
            text: order.to_string(),
        })
    };
    let named = all.iter().filter_map(template);
    named.filter(is_template).take(MOST).collect()
}

fn is_template(own: &OwnTemplate) -> bool {
    !own.name.is_empty() && Template::read(&own.text).is_ok()
}

/// The JSON object in a text.
fn order_of(text: &str) -> Option<Value> {
    let value = serde_json::from_str(text.trim_start_matches('\u{feff}')).ok();
    value.filter(Value::is_object)
}

/// Writes a template beside those that are there: under its name, or that with a number. `None`
/// where one of these says the same already.
///
/// # Errors
/// [`WriteError`] where no name is free or nothing can be written.
pub fn add(folder: &Path, template: &OwnTemplate) -> Result<Option<String>, WriteError> {
    fs::create_dir_all(folder).map_err(|error| WriteError::Failed(folder.to_owned(), error))?;
    let begin: String = template.name.chars().take(LONGEST - 7).collect();
    let numbered = (2..=MOST).map(|number| format!("{begin} ({number})"));
    let mut taken = None;
    for name in std::iter::once(template.name.clone()).chain(numbered) {
        let path = path_of(folder, &name);
        let output = Output {
            path: &path,
            bytes: template.text.as_bytes(),
            access: Access::Everyone,
        };
        match write(&[output], false) {
            Ok(()) => return Ok(Some(name)),
            Err(error @ WriteError::Exists(_)) => {
                let there = open_regular(&path).ok();
                let there = there.and_then(|file| order_text(file, "").ok());
                if there.and_then(|text| order_of(&text)) == order_of(&template.text) {
                    return Ok(None);
                }
                taken = Some(error);
            }
            Err(error) => return Err(error),
        }
    }
    Err(taken.unwrap_or(WriteError::Exists(folder.to_owned())))
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
        assert_eq!(
            imported(&exported(&[of("a", "\u{feff}{}"), of("c", "no order")]), ""),
            [of("a", "{}")]
        );

        let order = r#"{ "outOrderNo": "a" }"#;
        assert_eq!(
            imported(&format!("{order}\n"), "../mine"),
            [of("mine", order)]
        );
        for (text, name) in [
            ("", "x"),
            ("[]", "x"),
            ("{", "x"),
            (r#"{"a":1}"#, "x"),
            (
                r#"{"templates":[1,{"name":"x"},{"name":"..","order":{}}]}"#,
                "x",
            ),
            (order, "@"),
        ] {
            assert_eq!(imported(text, name), [], "{text}");
        }
    }

    #[test]
    fn what_is_taken_in_stands_beside_what_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path();
        let own = |text: &str| OwnTemplate {
            name: "tea".to_owned(),
            text: text.to_owned(),
        };
        let add = |text: &str| add(place, &own(text)).unwrap();
        assert_eq!(add(r#"{"a":1}"#).as_deref(), Some("tea"));
        assert_eq!(add("{ \"a\": 1 }\n"), None, "it says the same");
        assert_eq!(add(r#"{"a":2}"#).as_deref(), Some("tea (2)"));
        assert_eq!(add(r#"{"a":2}"#), None);
        // One that cannot be read is not written over.
        fs::write(place.join("tea (3).json"), b"\xff").unwrap();
        assert_eq!(add(r#"{"a":3}"#).as_deref(), Some("tea (4)"));
        assert_eq!(fs::read(place.join("tea (3).json")).unwrap(), b"\xff");
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
