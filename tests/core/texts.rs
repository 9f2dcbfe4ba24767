//! In: the sources and the texts. Out: that every text which is used is there, and every text is
//! used. What is a text of the program is read from both; no list of them is kept here.

use std::collections::BTreeSet;

use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Expr, ItemMod, LitStr, Macro, Token};

use tt_order_builder::core::diagnosis::Code;
use tt_order_builder::core::language::Language;
use tt_order_builder::core::order::rules;
use tt_order_builder::core::platform::{Field, GOODS_TYPES, PAY_WAYS};
use tt_order_builder::core::sandbox::{Step, Switch};
use tt_order_builder::texts::Lang;

use super::sources::{root, sources};

/// The strings of a file, those in its tests left out.
#[derive(Default)]
struct Strings(Vec<String>);

impl<'ast> Visit<'ast> for Strings {
    fn visit_lit_str(&mut self, text: &'ast LitStr) {
        self.0.push(text.value());
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if item.ident != "tests" {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        // `format!("rule.{}", …)` and the like; others have no texts.
        let arguments = Punctuated::<Expr, Token![,]>::parse_terminated;
        for argument in call.parse_body_with(arguments).into_iter().flatten() {
            Strings::default().collect(&argument, &mut self.0);
        }
    }
}

impl Strings {
    fn collect(mut self, expression: &Expr, out: &mut Vec<String>) {
        self.visit_expr(expression);
        out.append(&mut self.0);
    }
}

fn strings() -> BTreeSet<String> {
    let mut strings = Strings::default();
    for (name, text) in sources("src") {
        strings.visit_file(&syn::parse_file(&text).unwrap_or_else(|_| panic!("{name}")));
    }
    strings.0.into_iter().collect()
}

/// All keys, as the sources write them.
fn keys() -> BTreeSet<String> {
    let file = root().join("assets/locales/en.ftl");
    let text = std::fs::read_to_string(file).unwrap();
    let names = text
        .lines()
        .filter_map(|line| Some(line.split_once(" =")?.0));
    let names = names.filter(|name| !name.contains([' ', '$', '#']));
    names.map(|name| name.replace('-', ".")).collect()
}

/// `group.name`, in small letters.
fn has_the_form_of_a_key(text: &str) -> bool {
    let is_part = |part: &str| {
        let is_letter =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        !part.is_empty() && part.bytes().all(is_letter)
    };
    text.contains('.') && text.split('.').all(is_part)
}

#[test]
fn every_text_that_the_sources_name_is_there() {
    let keys = keys();
    let groups: BTreeSet<&str> = keys
        .iter()
        .filter_map(|key| key.split('.').next())
        .collect();
    // Names of other things that have the same form.
    let is_other = |text: &str| {
        rules::by_name(text).is_some()
            || Code::all().any(|code| code.name() == text)
            || Language::ALL
                .iter()
                .any(|language| language.file_name() == text)
            || [".db", ".json", ".js"]
                .iter()
                .any(|ending| text.ends_with(ending))
    };

    for text in strings() {
        let group = text.split('.').next().unwrap_or_default();
        if has_the_form_of_a_key(&text) && groups.contains(group) && !is_other(&text) {
            assert!(
                keys.contains(&text),
                "the text {text} is named, but not there"
            );
        }
    }
}

#[test]
fn every_text_is_used() {
    let strings = strings();
    // `rule.{}` uses all texts of its group; one group at least must be named.
    let patterns: BTreeSet<&str> = strings
        .iter()
        .map(|text| {
            text.split_once('{')
                .map_or(text.as_str(), |(prefix, _)| prefix)
        })
        .filter(|prefix| prefix.ends_with(['.', '_']) && prefix.len() > 3)
        .collect();
    let unused: Vec<String> = keys()
        .into_iter()
        .filter(|key| !strings.contains(key))
        .filter(|key| !patterns.iter().any(|prefix| key.starts_with(prefix)))
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}

#[test]
fn every_name_that_a_sentence_is_made_for_has_one() {
    let rules = rules::all().map(|rule| format!("rule.{}", rule.name));
    let codes = Code::all().map(|code| format!("diagnosis.{}", code.name()));
    let steps = Step::ALL.map(|step| format!("sandbox_step.{}", step.name()));
    let switches = Switch::ALL.map(|switch| format!("switch.{}", switch.name()));
    let goods = GOODS_TYPES
        .iter()
        .map(|number| format!("goods_type.{number}"));
    let ways = PAY_WAYS.iter().map(|way| format!("pay_way_name.{way}"));
    let fields = Field::all().filter(|field| *field != Field::LimitPayWay);
    let fields = fields.map(|field| {
        let pattern = field.pattern().replace("[]", "");
        format!("field.{}", pattern.replace('.', "_"))
    });

    let all = rules.chain(codes).chain(steps).chain(switches);
    for key in all.chain(goods).chain(ways).chain(fields) {
        for lang in Lang::ALL {
            assert!(lang.lookup(&key).is_some(), "{key} in {}", lang.tag());
        }
    }
}

/// `UPDATE_DOCS=1` writes the list of codes anew.
#[test]
fn the_list_of_codes_is_true() {
    let mut lines = vec![
        "# 验签的原因代码 · Codes of causes".to_owned(),
        String::new(),
        "代码不会改变含义，新的只会增加。Codes never change their meaning; new ones are added."
            .to_owned(),
        String::new(),
        "| code | 中文 | English |".to_owned(),
        "|---|---|---|".to_owned(),
    ];
    // A sentence is shown with the names of its values.
    let names = [
        "field",
        "value",
        "found",
        "place",
        "position",
        "character",
        "bytes",
        "expected",
        "characters",
        "count",
        "key",
        "made",
        "header",
        "bits",
        "hash",
        "method",
        "uri",
        "expected_method",
        "expected_uri",
        "timestamp",
        "time",
        "nonce",
        "path",
        "placeholder",
        "size",
    ];
    let shown: Vec<(&str, String)> = names.iter().map(|n| (*n, format!("‹{n}›"))).collect();
    let values: Vec<(&str, &str)> = shown.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let mut codes: Vec<Code> = Code::all().collect();
    codes.sort_by_key(|code| code.name().split('.').next());
    for code in codes {
        let key = format!("diagnosis.{}", code.name());
        let [zh, en] = Lang::ALL.map(|lang| lang.fill(&key, &values));
        lines.push(format!("| `{}` | {zh} | {en} |", code.name()));
    }

    let (text, path) = (lines.join("\n") + "\n", root().join("docs/codes.md"));
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(&path).unwrap(),
        text,
        "UPDATE_DOCS=1"
    );
}
