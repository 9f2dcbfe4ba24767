//! In: a size. Out: sixty texts of about that size, each of a shape that some reader could multiply
//! or walk through again and again.

/// A name, and the text of about so many bytes.
pub type Shape = (&'static str, fn(usize) -> Vec<u8>);

fn repeated(part: &str, size: usize) -> Vec<u8> {
    part.repeat(size / part.len() + 1).into_bytes()
}

fn within(begin: &str, part: &str, end: &str, size: usize) -> Vec<u8> {
    let count = size.saturating_sub(begin.len() + end.len()) / part.len() + 1;
    format!("{begin}{}{end}", part.repeat(count)).into_bytes()
}

fn listed(begin: &str, size: usize, end: &str, part: impl Fn(usize) -> String) -> Vec<u8> {
    let mut text = begin.to_owned();
    for place in 0.. {
        if text.len() >= size.max(64) {
            break;
        }
        text.push_str(if place > 0 { "," } else { "" });
        text.push_str(&part(place));
    }

    (text + end).into_bytes()
}

/// A script in which each line doubles the one before; `line` gets the number of it.
fn doubling(first: &str, line: impl Fn(usize) -> String) -> Vec<u8> {
    let lines: String = (1..=35).map(line).collect();
    format!("{first}{lines}tt.requestOrder({{ data: a35 }});\n").into_bytes()
}

const HEADER: &str = "SHA256-RSA2048 appid=tt1,nonce_str=n,timestamp=1,key_version=1,signature=";

/// All of them.
pub const SHAPES: [Shape; 60] = [
    ("alternating codes", |n| repeated("11004 10000 ", n)),
    ("many errors", |n| {
        listed("", n, "", |i| format!("{{errNo: {i}, errMsg: 'x{i}'}}"))
    }),
    ("values that do not end", |n| repeated("msg:\"", n)),
    ("names without values", |n| repeated("errNo=", n)),
    ("digits", |n| repeated("1100411004", n)),
    ("full-width digits", |n| repeated("１１００４ ", n)),
    ("log ids", |n| {
        repeated("errLogId: 20231115061320ABCDEF ", n)
    }),
    ("letters", |n| repeated("a", n)),
    ("spaces", |n| repeated(" ", n)),
    ("line ends", |n| repeated("\n", n)),
    ("CR LF", |n| repeated("a: b\r\n", n)),
    ("Chinese", |n| repeated("签名校验异常，", n)),
    ("no UTF-8", |n| vec![0xff; n]),
    ("NUL", |n| vec![0; n]),
    ("quotes", |n| repeated("\"", n)),
    ("backslashes", |n| repeated("\\", n)),
    ("commas", |n| repeated(",", n)),
    ("braces", |n| repeated("{", n)),
    ("brackets", |n| repeated("[", n)),
    ("members that open", |n| repeated("{\"a\":", n)),
    ("closed and open", |n| repeated("{\"a\":1,", n)),
    ("empty SKUs", |n| {
        listed("{\"skuList\":[", n, "]}", |_| "{}".to_owned())
    }),
    ("wrong prices", |n| {
        listed("{\"skuList\":[", n, "],\"totalAmount\":\"1.5\"}", |_| {
            "{\"price\":\"1.5\"}".to_owned()
        })
    }),
    ("a long key over many texts", |n| {
        let key = "k".repeat(n / 8);
        within(&format!("{{\"{key}\":[\"\""), ",\" \"", "]}", n)
    }),
    ("a long key over repeated keys", |n| {
        let key = "k".repeat(n / 8);
        within(&format!("{{\"{key}\":{{\"a\":1"), ",\"a\":1", "}}", n)
    }),
    ("unknown members", |n| {
        listed("{", n, "}", |i| format!("\"m{i}\":{i}"))
    }),
    ("repeated keys", |n| {
        listed("{", n, "}", |_| "\"a\":1".to_owned())
    }),
    ("deep lists", |n| {
        let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
        listed("{\"x\":[", n, "]}", |_| deep.clone())
    }),
    ("a long title", |n| {
        within("{\"skuList\":[{\"title\":\"", "标题", "\"}]}", n)
    }),
    ("escapes", |n| {
        within("{\"skuList\":[{\"title\":\"", "\\u4e2d", "\"}]}", n)
    }),
    ("placeholders", |n| {
        within("{\"skuList\":[{\"title\":\"", "${{{", "\"}]}", n)
    }),
    ("images", |n| {
        listed("{\"skuList\":[{\"imageList\":[", n, "]}]}", |_| {
            "\"\"".to_owned()
        })
    }),
    ("pay ways", |n| {
        listed("{\"limitPayWayList\":[", n, "]}", |i| i.to_string())
    }),
    ("params with many members", |n| {
        listed("{\"orderEntrySchema\":{\"params\":\"{", n, "}\"}}", |i| {
            format!("\\\"p{i}\\\":1")
        })
    }),
    ("skuAttr with many values", |n| {
        listed(
            "{\"skuList\":[{\"type\":101,\"skuAttr\":\"[",
            n,
            "]\"}]}",
            |_| "1".to_owned(),
        )
    }),
    ("numbers", |n| listed("[", n, "]", |_| "1".to_owned())),
    ("a long number", |n| {
        within("{\"totalAmount\":1", "0", "}", n)
    }),
    ("a long fraction", |n| {
        within("{\"totalAmount\":1.", "0", "}", n)
    }),
    ("a long signature", |n| {
        within(&format!("byteAuthorization: {HEADER}"), "QUJD", "", n)
    }),
    ("many signatures", |n| repeated("signature=", n)),
    ("many schemes", |n| repeated(HEADER, n)),
    ("an answer", |n| {
        let data = String::from_utf8(listed("{\"skuList\":[", n / 2, "]}", |_| "{}".to_owned()))
            .unwrap_or_default();
        serde_json::json!({ "data": data, "byteAuthorization": format!("{HEADER}QUJD") })
            .to_string()
            .into_bytes()
    }),
    ("answers in answers", |n| {
        let mut text = format!("{{\"byteAuthorization\":\"{HEADER}QUJD\",\"data\":\"{{}}\"}}");
        while text.len() < n {
            text = serde_json::json!({ "log": text, "byteAuthorization": 1 }).to_string();
        }
        text.into_bytes()
    }),
    ("headers", |n| {
        repeated("Byte-Timestamp: 1\nByte-Signature: QUJD\n", n)
    }),
    ("a success with many items", |n| {
        listed("{\"orderId\":\"1\",\"itemOrderList\":[", n, "]}", |i| {
            format!("{{\"itemOrderId\":\"{i}\",\"skuId\":\"{i}\",\"itemOrderAmount\":1}}")
        })
    }),
    ("a case with many keys", |n| {
        listed(
            "{\"file\":\"tt-order-builder case\",\"kind\":\"order\",\"data_base64\":\"\",\"verdict\":\"valid\",\"keys\":[",
            n,
            "]}",
            |i| {
                format!(
                    "{{\"name\":\"{i}\",\"platform\":false,\"fingerprint\":\"\",\"spki_base64\":\"MIIB\"}}"
                )
            },
        )
    }),
    ("beginnings of PEM", |n| repeated("-BEGIN ", n)),
    ("blocks of PEM", |n| {
        repeated("-----BEGIN A-----\nMIIB\n-----END A-----\n", n)
    }),
    ("a long block of PEM", |n| {
        within(
            "-----BEGIN PUBLIC KEY-----\n",
            "MIIBIjAN\n",
            "-----END PUBLIC KEY-----\n",
            n,
        )
    }),
    ("beginnings of Base64", |n| repeated("MI=", n)),
    ("lines of Base64", |n| repeated("MIIEvQIBADAN\n", n)),
    ("doubling sums", |_| {
        doubling("const a0='x';\n", |i| {
            format!("const a{i}=a{0}+a{0};\n", i - 1)
        })
    }),
    ("doubling templates", |_| {
        doubling("const a0='x';\n", |i| {
            format!("const a{i}=`${{a{0}}}${{a{0}}}`;\n", i - 1)
        })
    }),
    ("doubling lists", |_| {
        doubling("const a0=[1];\n", |i| {
            format!("const a{i}=[a{0},a{0}];\n", i - 1)
        })
    }),
    ("quotes in quotes", |_| {
        doubling("const a0='\"';\n", |i| {
            format!("const a{i}=JSON.stringify(a{});\n", i - 1)
        })
    }),
    ("many constants", |n| {
        listed(
            "const a = 1",
            n.min(60 << 10),
            ";tt.requestOrder({data: {a}})",
            |i| format!(" a{i} = {i}"),
        )
    }),
    ("many calls", |n| repeated("requestOrder(", n)),
    ("functions in functions", |n| {
        [b"requestOrder(".to_vec(), repeated("a=>", n.min(60 << 10))].concat()
    }),
    ("negations", |n| {
        [b"requestOrder(".to_vec(), repeated("!", n.min(60 << 10))].concat()
    }),
    ("a comment that does not end", |n| {
        [b"tt.requestOrder({ /*".to_vec(), repeated("*", n)].concat()
    }),
];
