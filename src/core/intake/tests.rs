//! In: what people paste. Out: that its parts are found as they were sent.

use super::*;

const HEADER: &str =
    "SHA256-RSA2048 appid=tt1,nonce_str=n,timestamp=1,key_version=1,signature=YW+/Yg==";
const DATA: &str =
    "{\"skuList\":[], \"outOrderNo\":\"a\\\"b\\\\c\", \"params\":\"{\\\"id\\\":1}\"}";

fn found(text: &str) -> (Option<String>, Option<String>) {
    let parts = read(text).parts;
    (parts.data.map(|data| data.text), parts.authorization)
}

#[test]
fn cases_are_found_in_whatever_is_pasted() {
    let answer = serde_json::json!({ "data": DATA, "byteAuthorization": HEADER });
    let once = answer.to_string();
    let twice = json::quoted(&once);
    let escaped = twice.trim_matches('"');
    let quoted = json::quoted(escaped);
    let python = DATA.replace('\\', "\\\\");
    let form = |text: &str| {
        let byte = |byte: u8| match byte {
            b' ' => "+".to_owned(),
            byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        };
        text.bytes().map(byte).collect::<String>()
    };
    let snake = serde_json::json!({ "order_data": DATA, "byte_authorization": HEADER });
    let texts = [
        once.clone(),
        serde_json::json!({ "code": 0, "result": { "pay": [answer] } }).to_string(),
        snake.to_string(),
        serde_json::json!({ "payload": DATA, "sign": HEADER }).to_string(),
        format!("2026-11-24 10:00:00 INFO response={once} cost=3ms"),
        format!("2026-11-24 INFO response={escaped} cost=3ms"),
        format!(
            "2026-11-24 INFO message={} cost=3ms",
            quoted.trim_matches('"')
        ),
        serde_json::json!({ "log": once }).to_string(),
        format!(
            "tt.requestOrder({{ data: {}, byteAuthorization: '{HEADER}', success() {{}} }})",
            json::quoted(DATA)
        ),
        format!("data={DATA}\nbyteAuthorization={HEADER}\n"),
        format!("byteAuthorization: {HEADER}, data: {DATA}"),
        format!("{{'data': '{python}', 'byteAuthorization': '{HEADER}'}}"),
        format!("Array\n(\n    [data] => {DATA}\n    [byteAuthorization] => {HEADER}\n)\n"),
        format!(
            "array(2) {{\n  [\"data\"]=>\n  string({}) \"{DATA}\"\n  [\"byteAuthorization\"]=>\n  string({}) \"{HEADER}\"\n}}",
            DATA.len(),
            HEADER.len()
        ),
        format!("{{data={DATA}, byteAuthorization={HEADER}}}"),
        format!("map[byteAuthorization:{HEADER} data:{DATA}]"),
        format!("{{:data=>{}, :auth=>\"{HEADER}\"}}", json::quoted(DATA)),
        format!("data: '{DATA}'\nbyteAuthorization: \"{HEADER}\"\n"),
        format!(
            "curl -d 'data={}&byteAuthorization={}' https://x",
            form(DATA),
            form(HEADER)
        ),
        once.replace('"', "&quot;"),
    ];
    for text in texts {
        let expected = (Some(DATA.to_owned()), Some(HEADER.to_owned()));
        assert_eq!(found(&text), expected, "{text}");
    }
}

#[test]
fn objects_are_told_from_texts() {
    let object = r#"{"skuList":[{"price":1.00}],"outOrderNo":"a"}"#;
    for text in [
        format!(r#"{{"data":{object},"byteAuthorization":"{HEADER}"}}"#),
        format!("tt.requestOrder({{ data: {object}, byteAuthorization: '{HEADER}' }})"),
        format!(
            "{{'data': {{'skuList': [{{'price': 1.00}}], 'outOrderNo': 'a'}}, 'auth': '{HEADER}'}}"
        ),
        format!(
            "Array\n(\n [data] => Array\n (\n [skuList] => Array\n (\n [0] => Array\n (\n [price] => 1.00\n )\n )\n [outOrderNo] => a\n )\n [auth] => {HEADER}\n)"
        ),
        format!("{{data={{skuList=[{{price=1.00}}], outOrderNo=a}}, auth={HEADER}}}"),
        format!(
            "array (\n 'data' => array (\n 'skuList' => array (\n 0 => array (\n 'price' => 1.00,\n ),\n ),\n 'outOrderNo' => 'a',\n ),\n 'auth' => '{HEADER}',\n)"
        ),
    ] {
        let data = read(&text).parts.data.unwrap_or_else(|| panic!("{text}"));
        assert_eq!((&*data.text, data.was_object), (object, true), "{text}");
    }
}

#[test]
fn a_document_stands_as_it_is() {
    for text in [
        DATA,
        "{\n  \"totalAmount\": 1\n}\n",
        "{}",
        r#"{"outAuthOrderNo":"a","serviceId":"b"}"#,
    ] {
        let read = read(text);
        assert_eq!(read.what, What::Data, "{text}");
        assert_eq!(read.parts.data.map(|data| data.text).as_deref(), Some(text));
    }
    // Encoded once too often, as it may have been sent.
    for text in [json::quoted(DATA), DATA.replace('"', "&quot;")] {
        assert_eq!(found(&text), (None, None), "{text}");
    }
}

#[test]
fn answers_are_found_however_often_they_were_encoded() {
    let answer = serde_json::json!({ "data": DATA, "byteAuthorization": HEADER }).to_string();
    let twice = json::quoted(&answer);
    for text in [
        json::quoted(&twice),
        twice,
        crate::core::encoding::base64(answer.as_bytes()),
    ] {
        assert_eq!(
            found(&text),
            (Some(DATA.to_owned()), Some(HEADER.to_owned())),
            "{text}"
        );
    }
}

#[test]
fn callbacks_are_found_with_their_headers() {
    let body = "{\"version\":\"3.0\",\"type\":\"payment\",\"msg\":\"{}\"}";
    let quoted = json::quoted(body);
    for text in [
        format!(
            "POST /notify HTTP/1.1\nByte-Timestamp: 17\nbyte-nonce-str: abc\nByte-Signature: YWJj+/==\n\n{body}"
        ),
        format!(
            "curl https://x -H 'Byte-Timestamp: 17' -H 'Byte-Nonce-Str: abc' \\\n -H \"Byte-Signature: YWJj+/==\" \\\n -d '{body}'"
        ),
        format!(
            "{{\"headers\":{{\"byte-timestamp\":[\"17\"],\"Byte-Nonce-Str\":\"abc\",\"byte-signature\":\"YWJj+/==\"}},\"body\":{quoted}}}"
        ),
        format!(
            "[HTTP_BYTE_TIMESTAMP] => 17\n[HTTP_BYTE_NONCE_STR] => abc\n[HTTP_BYTE_SIGNATURE] => YWJj+/==\n{body}"
        ),
        format!("map[Byte-Nonce-Str:[abc] Byte-Signature:[YWJj+/==] Byte-Timestamp:[17]] {body}"),
        format!(
            "{{\"timestamp\":\"17\",\"nonce\":\"abc\",\"signature\":\"YWJj+/==\",\"body\":{quoted}}}"
        ),
    ] {
        let read = read(&text);
        assert_eq!(read.what, What::Callback, "{text}");
        let parts = read.parts;
        assert_eq!(parts.timestamp.as_deref(), Some("17"), "{text}");
        assert_eq!(parts.nonce.as_deref(), Some("abc"), "{text}");
        assert_eq!(parts.signature.as_deref(), Some("YWJj+/=="), "{text}");
        assert_eq!(
            parts.data.map(|data| data.text).as_deref(),
            Some(body),
            "{text}"
        );
    }
}

#[test]
fn what_is_no_payload_is_told() {
    for (text, what) in [
        (HEADER, What::Header),
        (
            "{\"errNo\":10000,\"errMsg\":\"requestOrder:fail\"}",
            What::Report,
        ),
        ("{\"orderId\":\"m\",\"itemOrderList\":[]}", What::Success),
        (
            "{\"order_id\":\"1\",\"order_token\":\"2\"}",
            What::Other(Product::Pay),
        ),
        ("wx.requestPayment({})", What::Other(Product::WeChat)),
        ("tt.requestOrder({ data: res.data })", What::Call),
        ("", What::Nothing),
        ("hello", What::Nothing),
        ("{\"a\":1}", What::Nothing),
    ] {
        assert_eq!(read(text).what, what, "{text}");
    }
    for text in ["[1]", "SHA256", &"{".repeat(100_000)] {
        assert!(read(text).parts.is_empty());
    }
}
