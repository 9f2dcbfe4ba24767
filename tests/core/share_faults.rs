//! Random orders, and random faults in them as other programs make them: none of this is the
//! program's own code.

use serde_json::{Map, Value, json};
use tt_order_builder::core::encoding::{base64, hex};
use tt_order_builder::core::key::Hash;

use super::dice::Dice;

pub const TIME: u64 = 1_700_000_000;
pub const NONCE: &str = "9ea89b69ed451adefc0448d1b7248be0";

/// What is signed around a body.
#[derive(Clone)]
pub struct Lines {
    parts: Vec<Vec<u8>>,
    between: &'static [u8],
    last: &'static [u8],
}

/// The codes any of which names a fault.
pub type Codes = &'static [&'static str];
/// What a fault makes of an order or of the lines around it, and the codes that name it.
pub type Body = fn(&Value, &mut Dice) -> (Vec<u8>, Codes);
pub type Frame = fn(&mut Lines, &mut Dice) -> Codes;

pub fn lines(body: &[u8]) -> Lines {
    let text = [
        b"POST".to_vec(),
        b"/requestOrder".to_vec(),
        TIME.to_string().into_bytes(),
        NONCE.as_bytes().to_vec(),
        body.to_vec(),
    ];
    Lines {
        parts: text.to_vec(),
        between: b"\n",
        last: b"\n",
    }
}

impl Lines {
    pub fn text(&self) -> Vec<u8> {
        [self.parts.join(self.between), self.last.to_vec()].concat()
    }
}

/// An order as people have them: titles with all kinds of characters, members in some order.
pub fn order(dice: &mut Dice) -> Value {
    let titles = [
        "会员月卡",
        "年卡/VIP",
        "A&B <b>",
        "Tom's 茶",
        "plain",
        "😀 套餐",
        "café",
    ];
    let price = 1 + dice.below(99_999);
    let mut sku = vec![
        ("skuId", json!(format!("s{}", dice.below(9999)))),
        ("price", json!(price)),
        ("quantity", json!(1)),
        (
            "title",
            json!(format!("{}{}", dice.of(&titles), dice.of(&titles))),
        ),
        ("imageList", json!(["https://example.com/a.png?x=1&y=2"])),
        ("type", json!(401)),
        ("tagGroupId", json!("tag_group_7272625659888041996")),
    ];
    let mut top = vec![
        ("skuList", Value::Null),
        ("outOrderNo", json!(format!("o{}", dice.below(1 << 30)))),
        ("totalAmount", json!(price)),
        (
            "orderEntrySchema",
            json!({"path": "page/index/index", "params": "{\"id\":1234,\"a\":\"中/b\"}"}),
        ),
    ];
    if dice.chance(2) {
        top.insert(3, ("payExpireSeconds", json!(300)));
    }
    if dice.chance(2) {
        top.push(("payNotifyUrl", json!("https://example.com/notify")));
    }
    if dice.chance(3) {
        top.push(("merchantUid", json!("")));
        top.push(("limitPayWayList", json!([])));
    }
    if dice.chance(3) {
        sku.push(("skuAttr", Value::Null));
    }

    top[0].1 = Value::Array(vec![object(sku)]);
    object(top)
}

fn object(members: Vec<(&str, Value)>) -> Value {
    let members = members.into_iter().map(|(k, v)| (k.to_owned(), v));
    Value::Object(members.collect::<Map<_, _>>())
}

pub fn compact(value: &Value) -> String {
    value.to_string()
}

const REORDERED: &[&str] = &["body.keys_reordered", "body.keys_sorted"];
const NUMBERS: &[&str] = &["body.numbers_rewritten"];
const YUAN: &[&str] = &["body.amount_unit", "body.numbers_rewritten"];
const INNER: &[&str] = &[
    "body.inner_rewritten",
    "body.inner_object",
    "body.inner_text",
];
const ESCAPES: &[&str] = &["escape.unicode", "escape.slash", "escape.html"];
pub const LAYOUT: &[&str] = &["body.pretty", "body.reserialized"];
const EMPTY: &[&str] = &[
    "body.nulls_dropped",
    "body.nulls_added",
    "body.nulls_rewritten",
];

type Members = Map<String, Value>;

/// Rewrites every object of a document.
fn each(value: &Value, change: &dyn Fn(&Members) -> Members) -> Value {
    match value {
        Value::Array(items) => items.iter().map(|item| each(item, change)).collect(),
        Value::Object(members) => {
            let inner = members.iter().map(|(k, v)| (k.clone(), each(v, change)));
            Value::Object(change(&inner.collect()))
        }
        other => other.clone(),
    }
}

fn keys(value: &Value, dice: &mut Dice) -> (Vec<u8>, Codes) {
    let changed = match dice.below(4) {
        0 => each(value, &|members| {
            let mut all: Vec<_> = members.clone().into_iter().collect();
            all.sort_by(|a, b| a.0.cmp(&b.0));
            all.into_iter().collect()
        }),
        1 => each(value, &|members| {
            members.clone().into_iter().rev().collect()
        }),
        _ => {
            let mut all: Vec<_> = value.as_object().unwrap().clone().into_iter().collect();
            dice.shuffle(&mut all);
            Value::Object(all.into_iter().collect())
        }
    };
    (compact(&changed).into_bytes(), REORDERED)
}

fn members(value: &Value, dice: &mut Dice) -> (Vec<u8>, Codes) {
    let is_empty = |v: &Value| v.is_null() || v == "" || v.as_array().is_some_and(Vec::is_empty);
    let mut top = value.as_object().unwrap().clone();
    let changed = match dice.below(4) {
        0 => each(value, &|members| {
            let kept = members.iter().filter(|(_, v)| !v.is_null());
            kept.map(|(k, v)| (k.clone(), v.clone())).collect()
        }),
        1 => each(value, &|members| {
            let kept = members.iter().filter(|(_, v)| !is_empty(v));
            kept.map(|(k, v)| (k.clone(), v.clone())).collect()
        }),
        2 => {
            let name = *dice.of(&["currency", "payScene", "promotionId"]);
            top.insert(name.to_owned(), Value::Null);
            Value::Object(top)
        }
        _ => {
            let name = *dice.of(&["currency", "payScene", "promotionId"]);
            top.insert(name.to_owned(), json!(""));
            Value::Object(top)
        }
    };
    (compact(&changed).into_bytes(), EMPTY)
}

fn numbers(value: &Value, dice: &mut Dice) -> (Vec<u8>, Codes) {
    let style = dice.below(5);
    let chosen = dice.below(3);
    let changed = each(value, &|members| {
        let spelled = |name: &str, v: &Value| {
            let is_meant = match chosen {
                0 => true,
                1 => name == "price" || name == "totalAmount",
                _ => name == "totalAmount",
            };
            let Some(n) = v.as_i64().filter(|_| is_meant) else {
                return v.clone();
            };
            let text = match style {
                0 => format!("{n}.0"),
                1 => format!("{n}.00"),
                2 => return json!(n.to_string()),
                3 => format!("{}.{:02}", n / 100, n % 100),
                _ => return json!(format!("{n}.00")),
            };
            serde_json::from_str(&text).unwrap()
        };
        let all = members.iter().map(|(k, v)| (k.clone(), spelled(k, v)));
        all.collect()
    });
    // Yuan in the place of fen are named as such.
    let codes = if style == 3 { YUAN } else { NUMBERS };
    (compact(&changed).into_bytes(), codes)
}

fn escapes(value: &Value, dice: &mut Dice) -> (Vec<u8>, Codes) {
    let text = compact(value);
    let upper = dice.chance(3);
    let classes: Vec<bool> = (0..5).map(|_| dice.chance(2)).collect();
    let mut out = String::new();
    for c in text.chars() {
        let escaped = match c {
            '/' if classes[0] => {
                out.push_str("\\/");
                continue;
            }
            c if !c.is_ascii() => classes[1],
            '<' | '>' => classes[2],
            '&' => classes[3],
            '\'' => classes[4],
            _ => false,
        };
        if escaped {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let unit = format!("\\u{unit:04x}");
                out.push_str(&if upper {
                    unit.to_uppercase().replace('U', "u")
                } else {
                    unit
                });
            }
        } else {
            out.push(c);
        }
    }
    (out.into_bytes(), ESCAPES)
}

fn layout(value: &Value, dice: &mut Dice) -> (Vec<u8>, Codes) {
    let pretty = serde_json::to_string_pretty(value).unwrap();
    let text = match dice.below(4) {
        0 => pretty,
        1 => pretty.replace("  ", "    "),
        2 => pretty.replace("  ", "\t"),
        _ => pretty.replace('\n', "\r\n"),
    };
    (
        text.into_bytes(),
        &["body.pretty", "body.reserialized", "newline.crlf"],
    )
}

fn inner(value: &Value, dice: &mut Dice) -> (Vec<u8>, Codes) {
    let mut changed = value.clone();
    let params = &mut changed["orderEntrySchema"]["params"];
    let own: Value = serde_json::from_str(params.as_str().unwrap()).unwrap();
    *params = match dice.below(4) {
        0 => own,
        1 => json!(r#"{"id": 1234, "a": "中/b"}"#),
        2 => json!(r#"{"a":"中/b","id":1234}"#),
        _ => json!(r#"{"id":1234,"a":"\u4e2d\/b"}"#),
    };
    (compact(&changed).into_bytes(), INNER)
}

fn whole(value: &Value, dice: &mut Dice) -> (Vec<u8>, Codes) {
    let text = compact(value);
    let percent = |keep: &str, plus: bool| -> String {
        let one = |byte: u8| match byte {
            b' ' if plus => "+".to_owned(),
            b if b.is_ascii_alphanumeric() || keep.as_bytes().contains(&b) => {
                char::from(b).to_string()
            }
            b => format!("%{b:02X}"),
        };
        text.bytes().map(one).collect()
    };
    match dice.below(12) {
        0 => (
            percent("-_.!~*'()", false).into_bytes(),
            &["escape.percent"],
        ),
        1 => (percent("-_.*", true).into_bytes(), &["escape.percent"]),
        2 => (percent("-_.~/", false).into_bytes(), &["escape.percent"]),
        3 => (base64(text.as_bytes()).into_bytes(), &["body.base64"]),
        4 => (
            hex(&Hash::Md5.digest(text.as_bytes())).into_bytes(),
            &["body.digest"],
        ),
        5 => (
            json!(text).to_string().into_bytes(),
            &["body.double_encoded"],
        ),
        6 => (
            text.replace('"', "&quot;").into_bytes(),
            &["escape.entities"],
        ),
        7 => (format!("\u{feff}{text}").into_bytes(), &["bom.removed"]),
        8 => (b"[object Object]".to_vec(), &["body.placeholder"]),
        9 => (Vec::new(), &["body.empty"]),
        10 => (
            format!("{text}\r\n").into_bytes(),
            &["body.trimmed", "newline.crlf"],
        ),
        _ => (
            text.replace('"', "\\\"").into_bytes(),
            &["escape.backslashes"],
        ),
    }
}

fn bytes(value: &Value, dice: &mut Dice) -> (Vec<u8>, Codes) {
    let text = compact(value);
    let utf16 = |big: bool| -> Vec<u8> {
        let bytes = |unit: u16| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        };
        text.encode_utf16().flat_map(bytes).collect()
    };
    match dice.below(4) {
        0 if text.contains(['会', '年', '茶']) && !text.contains('😀') => (
            encoding_rs::GBK.encode(&text).0.into_owned(),
            &["encoding.gbk"],
        ),
        1 => {
            let twice: String = text.bytes().map(char::from).collect();
            (twice.into_bytes(), &["encoding.latin1"])
        }
        2 => (utf16(false), &["encoding.utf16"]),
        _ => {
            let one = |c: char| u8::try_from(u32::from(c)).unwrap_or(b'?');
            (text.chars().map(one).collect(), &["encoding.latin1"])
        }
    }
}

fn line_ends(lines: &mut Lines, dice: &mut Dice) -> Codes {
    match dice.below(5) {
        0 => {
            lines.last = b"";
            &["newline.final_missing"]
        }
        1 => {
            lines.last = b"\n\n";
            &["newline.final_doubled"]
        }
        2 => {
            (lines.between, lines.last) = (b"\r\n", b"\r\n");
            &["newline.crlf"]
        }
        3 => {
            (lines.between, lines.last) = (b"\\n", b"\\n");
            &["newline.literal"]
        }
        _ => {
            (lines.between, lines.last) = (b"", b"");
            &["newline.none"]
        }
    }
}

fn line_order(lines: &mut Lines, dice: &mut Dice) -> Codes {
    let place = dice.below(4);
    match dice.below(4) {
        0 => {
            lines.parts.swap(2, 3);
            &["lines.order"]
        }
        1 => {
            lines.parts.drain(..2);
            &["lines.callback_form"]
        }
        2 => {
            lines.parts.remove(place);
            &["lines.missing"]
        }
        _ => {
            let double = lines.parts[place].clone();
            lines.parts.insert(place, double);
            &["lines.doubled"]
        }
    }
}

fn first_lines(lines: &mut Lines, dice: &mut Dice) -> Codes {
    if dice.chance(2) {
        lines.parts[0] = dice.of(&["GET", "post", "PUT"]).as_bytes().to_vec();
        return &["method.different"];
    }
    let uris = [
        "requestOrder",
        "/requestOrder/",
        "/createSignOrder",
        "",
        "tt.requestOrder",
    ];
    lines.parts[1] = dice.of(&uris).as_bytes().to_vec();
    &["uri.different"]
}

fn times(lines: &mut Lines, dice: &mut Dice) -> Codes {
    let away = u64::try_from(1 + dice.below(3599)).unwrap();
    let (text, codes): (String, &'static [&'static str]) = match dice.below(5) {
        0 => (format!("{TIME}000"), &["timestamp.milliseconds"]),
        1 => (
            format!("{TIME}{:03}", dice.below(1000)),
            &["timestamp.milliseconds"],
        ),
        2 => ((TIME + 8 * 3600).to_string(), &["timestamp.different"]),
        3 => ((TIME + away).to_string(), &["timestamp.different"]),
        _ => ((TIME - away).to_string(), &["timestamp.different"]),
    };
    lines.parts[2] = text.into_bytes();
    codes
}

fn nonces(lines: &mut Lines, dice: &mut Dice) -> Codes {
    let dashed = "9ea89b69-ed45-1ade-fc04-48d1b7248be0";
    let all = [
        "",
        "undefined",
        "null",
        dashed,
        "\"9ea89b69ed451adefc0448d1b7248be0\"",
    ];
    let upper = NONCE.to_uppercase();
    let chosen = if dice.chance(6) {
        &*upper
    } else {
        *dice.of(&all)
    };
    lines.parts[3] = chosen.as_bytes().to_vec();
    &["nonce.rewritten"]
}

pub const BODIES: [(&str, Body); 8] = [
    ("keys", keys),
    ("members", members),
    ("numbers", numbers),
    ("escapes", escapes),
    ("layout", layout),
    ("inner", inner),
    ("whole", whole),
    ("bytes", bytes),
];

pub const FRAMES: [(&str, Frame); 5] = [
    ("line ends", line_ends),
    ("lines", line_order),
    ("method, path", first_lines),
    ("time", times),
    ("nonce", nonces),
];

/// A document with white space here and there.
pub fn spaced(value: &Value, dice: &mut Dice) -> String {
    let mut out = String::new();
    let mut is_inside = false;
    let mut is_escaped = false;
    let text = match dice.below(3) {
        0 => compact(value),
        1 => serde_json::to_string_pretty(value).unwrap(),
        _ => serde_json::to_string_pretty(value)
            .unwrap()
            .replace('\n', "\r\n"),
    };
    let often = 2 + dice.below(30);
    for c in text.chars() {
        let opens = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_inside ^= opens;
        out.push(c);
        if !is_inside && ",:{[".contains(c) && dice.chance(often) {
            let blank: &&str = dice.of(&[" ", "  ", "\t", "\n", "\r\n"]);
            out.push_str(blank);
        }
    }
    if dice.chance(4) {
        out.push('\n');
    }
    out
}
