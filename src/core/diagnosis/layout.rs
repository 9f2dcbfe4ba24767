//! In: a document. Out: its text in the layouts of serialisers, or as programs print objects that
//! nobody serialised.

use super::tree::Node;
use crate::core::json::unquoted;

/// What stands between values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// Nothing.
    Compact,
    /// `", "` and `": "`, as Python does.
    Python,
    /// `","` and `": "`.
    Colon,
    /// `", "` and `":"`.
    Comma,
    /// Objects on lines of their own, arrays within one, `" : "` between, as Jackson writes.
    Jackson,
    /// Line ends and this many spaces a level; 0 is a tab. Line ends are CR LF where `crlf` is set.
    Pretty {
        /// Spaces a level, 0 for a tab.
        indent: usize,
        /// CR LF instead of LF.
        crlf: bool,
    },
    /// As fastjson indents: tabs, and no blank behind the colon.
    FastJson,
    /// As Perl's JSON::PP indents: three spaces a level, `" : "` between.
    Perl,
    /// What is printed is no JSON.
    Printed(Printed),
}

/// How a program prints an object that nobody serialised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// `str(dict)` of Python.
    Python,
    /// `Map.toString` of Java.
    Java,
    /// `fmt.Sprint` of Go; keys are sorted.
    Go,
    /// `Hash#inspect` of Ruby before 3.4.
    Ruby,
    /// `Hash#inspect` of Ruby from 3.4 on.
    RubySpaced,
    /// `print_r` of PHP.
    Php,
    /// `name=value` of each member, joined by `&`.
    Form {
        /// By name, as older payment interfaces have it.
        sorted: bool,
    },
}

/// Writes a document; more than `limit` bytes are not finished.
pub fn write(node: &Node<'_>, space: Space, limit: usize, out: &mut String) {
    match space {
        Space::Printed(printed) => print(node, printed, 0, out),
        _ => write_to(node, space, 0, limit, out),
    }
}

fn write_to(node: &Node<'_>, space: Space, level: usize, limit: usize, out: &mut String) {
    if out.len() > limit {
        return;
    }

    let (comma, colon) = match space {
        Space::Python => (", ", ": "),
        Space::Comma => (", ", ":"),
        Space::Colon | Space::Pretty { .. } => (",", ": "),
        Space::Jackson | Space::Perl => (",", " : "),
        Space::Compact | Space::FastJson | Space::Printed(_) => (",", ":"),
    };
    let is_jackson = space == Space::Jackson;
    match node {
        Node::Atom(atom) => out.push_str(atom),
        Node::List(items, _) if items.is_empty() => {
            out.push_str(if is_jackson { "[ ]" } else { "[]" });
        }
        Node::Object(members, _) if members.is_empty() => {
            out.push_str(if is_jackson { "{ }" } else { "{}" });
        }
        Node::List(items, _) if is_jackson => {
            for (place, item) in items.iter().enumerate() {
                out.push_str(if place > 0 { ", " } else { "[ " });
                write_to(&item.value, space, level, limit, out);
            }
            out.push_str(" ]");
        }
        Node::List(items, _) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                out.push_str(if place > 0 { comma } else { "" });
                line(out, space, level + 1);
                write_to(&item.value, space, level + 1, limit, out);
            }

            line(out, space, level);
            out.push(']');
        }
        Node::Object(members, _) => {
            out.push('{');
            for (place, member) in members.iter().enumerate() {
                out.push_str(if place > 0 { comma } else { "" });
                line(out, space, level + 1);
                out.push_str(&member.key);
                out.push_str(colon);
                write_to(&member.value, space, level + 1, limit, out);
            }

            line(out, space, level);
            out.push('}');
        }
    }
}

fn line(out: &mut String, space: Space, level: usize) {
    let (indent, crlf) = match space {
        Space::Pretty { indent, crlf } => (indent, crlf),
        Space::FastJson => (0, false),
        Space::Perl => (3, false),
        Space::Jackson => (2, false),
        _ => return,
    };
    out.push_str(if crlf { "\r\n" } else { "\n" });
    for _ in 0..level {
        if indent == 0 {
            out.push('\t');
        }
        out.extend(std::iter::repeat_n(' ', indent));
    }
}

/// The marks of a language: around objects, between key and value, around lists.
struct Marks {
    open: &'static str,
    close: &'static str,
    is: &'static str,
    comma: &'static str,
    null: &'static str,
}

fn print(node: &Node<'_>, printed: Printed, level: usize, out: &mut String) {
    match printed {
        Printed::Php => return print_php(node, level, out),
        Printed::Form { sorted } => return print_form(node, sorted, out),
        _ => {}
    }

    let marks = match printed {
        Printed::Python => marks("{", "}", ": ", ", ", "None"),
        Printed::Go => marks("map[", "]", ":", " ", "<nil>"),
        Printed::Ruby => marks("{", "}", "=>", ", ", "nil"),
        Printed::RubySpaced => marks("{", "}", " => ", ", ", "nil"),
        _ => marks("{", "}", "=", ", ", "null"),
    };
    match node {
        Node::Atom(atom) => print_atom(atom, printed, &marks, out),
        Node::List(items, _) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                out.push_str(if place > 0 { marks.comma } else { "" });
                print(&item.value, printed, level, out);
            }
            out.push(']');
        }
        Node::Object(members, _) => {
            let mut order: Vec<usize> = (0..members.len()).collect();
            if printed == Printed::Go {
                order.sort_by_key(|place| members[*place].key.clone());
            }
            out.push_str(marks.open);
            for (place, member) in order.into_iter().map(|place| &members[place]).enumerate() {
                out.push_str(if place > 0 { marks.comma } else { "" });
                print_atom(&member.key, printed, &marks, out);
                out.push_str(marks.is);
                print(&member.value, printed, level, out);
            }
            out.push_str(marks.close);
        }
    }
}

const fn marks(
    open: &'static str,
    close: &'static str,
    is: &'static str,
    comma: &'static str,
    null: &'static str,
) -> Marks {
    Marks {
        open,
        close,
        is,
        comma,
        null,
    }
}

fn print_atom(atom: &str, printed: Printed, marks: &Marks, out: &mut String) {
    match (atom, printed) {
        ("null", _) => out.push_str(marks.null),
        ("true", Printed::Python) => out.push_str("True"),
        ("false", Printed::Python) => out.push_str("False"),
        _ if !atom.starts_with('"') => out.push_str(atom),
        (_, Printed::Python) => {
            let text = unquoted(atom);
            let quote = if text.contains('\'') && !text.contains('"') {
                '"'
            } else {
                '\''
            };
            out.push(quote);
            for c in text.chars() {
                match c {
                    '\\' => out.push_str("\\\\"),
                    '\n' => out.push_str("\\n"),
                    '\r' => out.push_str("\\r"),
                    '\t' => out.push_str("\\t"),
                    c if c == quote => out.extend(['\\', c]),
                    c => out.push(c),
                }
            }
            out.push(quote);
        }
        (_, Printed::Ruby | Printed::RubySpaced) => out.push_str(atom),
        _ => out.push_str(&unquoted(atom)),
    }
}

fn print_php(node: &Node<'_>, level: usize, out: &mut String) {
    let entries: Vec<(String, &Node<'_>)> = match node {
        Node::Atom(atom) => {
            return out.push_str(match &**atom {
                "null" | "false" => "",
                "true" => "1",
                atom if atom.starts_with('"') => return out.push_str(&unquoted(atom)),
                atom => atom,
            });
        }
        Node::List(items, _) => items
            .iter()
            .enumerate()
            .map(|(place, item)| (place.to_string(), &item.value))
            .collect(),
        Node::Object(members, _) => members
            .iter()
            .map(|member| (unquoted(&member.key).into_owned(), &member.value))
            .collect(),
    };

    let indent = " ".repeat(8 * level);
    out.extend(["Array\n", &indent, "(\n"]);
    for (key, value) in entries {
        out.extend([&indent, "    [", &key, "] => "]);
        print_php(value, level + 1, out);
        out.push('\n');
    }
    out.extend([&indent, ")\n"]);
}

/// Nested values as compact JSON, as sorters of older payment interfaces join them.
fn print_form(node: &Node<'_>, sorted: bool, out: &mut String) {
    let Node::Object(members, _) = node else {
        return;
    };
    let mut pairs: Vec<(String, String)> = members
        .iter()
        .map(|member| {
            let mut value = String::new();
            match &member.value {
                Node::Atom(atom) if atom.starts_with('"') => value.push_str(&unquoted(atom)),
                other => write_to(other, Space::Compact, 0, usize::MAX, &mut value),
            }
            (unquoted(&member.key).into_owned(), value)
        })
        .collect();
    if sorted {
        pairs.sort();
    }
    let pairs: Vec<String> = pairs.iter().map(|(k, v)| format!("{k}={v}")).collect();
    out.push_str(&pairs.join("&"));
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{ "b" : [1.00, {"z":null,"a":"\"}\\"}], "a":"it's", "c":{} , "d":true}"#;

    fn written(text: &str, space: Space) -> String {
        let node = Node::parse(text).unwrap();
        let mut out = String::new();
        write(&node, space, usize::MAX, &mut out);
        out
    }

    #[test]
    fn documents_are_written_as_others_do() {
        assert_eq!(
            written(TEXT, Space::Compact),
            r#"{"b":[1.00,{"z":null,"a":"\"}\\"}],"a":"it's","c":{},"d":true}"#
        );
        assert_eq!(
            written(r#"{"a":[1,2],"b":[{"c":{},"d":[]}]}"#, Space::Jackson),
            "{\n  \"a\" : [ 1, 2 ],\n  \"b\" : [ {\n    \"c\" : { },\n    \"d\" : [ ]\n  } ]\n}"
        );
        let pretty = Space::Pretty {
            indent: 2,
            crlf: false,
        };
        let value: serde_json::Value = serde_json::from_str(TEXT).unwrap();
        assert_eq!(
            written(TEXT, pretty),
            serde_json::to_string_pretty(&value).unwrap()
        );
    }

    #[test]
    fn objects_are_printed_as_programs_print_them() {
        for (printed, expected) in [
            (
                Printed::Python,
                r#"{'b': [1.00, {'z': None, 'a': '"}\\'}], 'a': "it's", 'c': {}, 'd': True}"#,
            ),
            (
                Printed::Java,
                r#"{b=[1.00, {z=null, a="}\}], a=it's, c={}, d=true}"#,
            ),
            (
                Printed::Go,
                r#"map[a:it's b:[1.00 map[a:"}\ z:<nil>]] c:map[] d:true]"#,
            ),
            (
                Printed::Ruby,
                r#"{"b"=>[1.00, {"z"=>nil, "a"=>"\"}\\"}], "a"=>"it's", "c"=>{}, "d"=>true}"#,
            ),
            (
                Printed::Form { sorted: true },
                r#"a=it's&b=[1.00,{"z":null,"a":"\"}\\"}]&c={}&d=true"#,
            ),
        ] {
            assert_eq!(written(TEXT, Space::Printed(printed)), expected);
        }
        assert_eq!(
            written(r#"{"a":[1],"b":null}"#, Space::Printed(Printed::Php)),
            "Array\n(\n    [a] => Array\n        (\n            [0] => 1\n        )\n\n    [b] => \n)\n"
        );
    }

    #[test]
    fn deep_documents_are_not_indented_without_end() {
        let deep = format!("[{}[]{}]", "[".repeat(100), "]".repeat(100));
        let many = format!("[{}]", vec![deep; 500].join(","));
        let node = Node::parse(&many).unwrap();
        let pretty = Space::Pretty {
            indent: 4,
            crlf: false,
        };
        let mut out = String::new();
        write(&node, pretty, many.len(), &mut out);
        assert!(out.len() < 2 * many.len());
    }
}
