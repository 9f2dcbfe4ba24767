//! In: error reports as support staff get them. Out: whether the right row comes first, and nothing
//! panics.

use std::process::{Command, Stdio};

use proptest::prelude::*;
use rstest::rstest;
use serde_json::Value;
use tt_order_builder::core::order::read::read_order;
use tt_order_builder::core::trouble::explanation::Fit;
use tt_order_builder::core::trouble::result::{compare, read};
use tt_order_builder::core::trouble::{Catalogue, Row, Scope, explain};

/// The platform's page to the letter: number, message, explanation.
#[rustfmt::skip]
const ROWS: [(&str, &str, &str); 15] = [
    ("10000", "参数错误", "参数错误"),
    ("10000", "商品不符合行业要求", "商品类型与小程序所属行业不符。请仔细阅读接入规范,查看所属行业可交易的商品类型后修正参数"),
    ("10401", "internal error", "请求异常,可重试或升级APP"),
    ("11004", "签名参数异常", "请检查byteAuthorization,若不是'SHA256-RSA2048 '开头的格式,请使用下方示例代码生成。"),
    ("11004", "签名校验异常", ""),
    ("11001", "访问未授权", "该JSAPI依赖用户登录,使用前请确保用户已经完成登录"),
    ("12002", "账号行为异常", "账号行为异常"),
    ("13000", "系统错误", "系统错误; 可能情况较多,建议重试 ;若还重复报错,可以拉 Oncall 排查具体原因。"),
    ("21016", "外部单号已存在", "外部单号已存在"),
    ("21046", "订单收款商户号不合法", "订单收款商户号不合法"),
    ("21550", "not login", "请用真机调试或者参考常见问题"),
    ("26003", "相关接口已被封禁,具体原因可进入「控制台-小程序-健康-违规记录」进行查询", "相关接口已被封禁,具体原因可进入「控制台-小程序-健康-违规记录」进行查询"),
    ("26003", "无下单权限", "当前场景无下单权限,具体可咨询对接运营"),
    ("26005", "无可用支付方式", "无可用支付方式"),
    ("26006", "商户号与小程序的支付产品不一致", "商户号与小程序的支付产品不一致"),
];

fn name(row: &Row) -> String {
    let name = serde_json::to_value(row.id).unwrap();
    name.as_str().unwrap().to_owned()
}

fn first(text: &str) -> (Row, Fit) {
    let found = explain(text, &Catalogue::built_in());
    let explanation = found
        .first()
        .unwrap_or_else(|| panic!("nothing for {text}"));
    (
        explanation
            .rows
            .first()
            .unwrap_or_else(|| panic!("no row for {text}"))
            .clone(),
        explanation.fit,
    )
}

#[test]
fn the_catalogue_has_every_row_and_all_words_in_both_languages() {
    let catalogue = Catalogue::built_in();
    assert_eq!(catalogue.of_call().count(), ROWS.len() + 1);
    for (code, message, platform) in ROWS {
        let rows: Vec<&Row> = catalogue
            .of_code(Scope::RequestOrder, code)
            .filter(|row| row.message() == message)
            .collect();
        assert_eq!(rows.len(), 1, "{code} {message}");
        assert_eq!(rows[0].platform, platform);
        assert_eq!(rows[0].err_msg, format!("requestOrder:fail {message}"));
    }

    let mut ids: Vec<String> = catalogue.rows.iter().map(name).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(
        ids.len(),
        catalogue.rows.len(),
        "every row has a name of its own"
    );

    for row in &catalogue.rows {
        assert!(!row.who.is_empty(), "{}", name(row));
        for words in [&row.zh, &row.en] {
            assert!(
                !words.meaning.is_empty() && !words.causes.is_empty() && !words.steps.is_empty(),
                "{}",
                name(row)
            );
        }

        assert!(
            row.en
                .meaning
                .starts_with(|c: char| c.is_ascii_alphabetic()),
            "{} is English",
            name(row)
        );
    }
}

#[test]
fn every_row_is_found_by_code_message_both_json_console_and_log() {
    for (code, message, _) in ROWS {
        let whole = format!("requestOrder:fail {message}");
        let exact = |text: &str| {
            let (row, fit) = first(text);
            assert_eq!(
                (row.err_no.as_str(), row.message()),
                (code, message),
                "{text}"
            );
            assert_eq!(fit, Fit::Message, "{text}");
        };
        assert_eq!(first(code).0.err_no, code);
        exact(message);
        exact(&whole);
        exact(&format!("{code} {message}"));
        exact(
            &serde_json::json!({ "errNo": code, "errMsg": whole, "errLogId": "20231115061320ABC" })
                .to_string(),
        );
        exact(
            &serde_json::json!({ "errMsg": whole, "errNo": code.parse::<u32>().unwrap() })
                .to_string(),
        );
        exact(&format!(
            "{{errNo: \"{code}\", errMsg: '{whole}', errLogId: undefined}}"
        ));
        exact(&format!(
            "[2026-11-24 10:00:00.123] ERROR pay fail => errNo={code}, errMsg={whole}; cost=12ms uid=998"
        ));
    }
    assert_eq!(
        name(&first("TypeError: tt.requestOrder is not a function at onTap (index.js:12)").0),
        "not_a_function"
    );
}

#[rstest]
#[case("１１００４", "signature", Fit::Code)]
#[case(" 11004\n", "signature", Fit::Code)]
#[case("errNo 11004 签名校验异常", "signature", Fit::Message)]
#[case("NOT LOGIN", "device", Fit::Message)]
#[case("外部单号 已存在", "order_number", Fit::Message)]
#[case(
    "requestOrder:fail data.skuList should be array",
    "parameters",
    Fit::Message
)]
#[case(
    "{errNo: '11004', errMsg: 'requestOrder:fail something new'}",
    "signature",
    Fit::OtherMessage
)]
#[case("相关接口已被封禁", "banned", Fit::Message)]
#[case("商户号", "merchant", Fit::Words)]
#[case(
    "errNo: 11004 requestOrder:fail 签名校验异常",
    "signature",
    Fit::Message
)]
#[case("errNo：26003 无下单权限", "scene", Fit::Message)]
#[case("errNo:11004。", "signature", Fit::Code)]
#[case(
    "errNo=26003&errMsg=requestOrder:fail 无下单权限",
    "scene",
    Fit::Message
)]
#[case("errNo: 11001 at app.js:12", "login", Fit::Code)]
#[case(
    "errNo：１１００４，errMsg：requestOrder:fail 签名校验异常",
    "signature",
    Fit::Message
)]
#[case("报错 11001，logid：20240301020304ABCDEF", "login", Fit::Code)]
#[case(
    "{\"errorCode\":11004,\"message\":\"requestOrder:fail 签名校验异常\"}",
    "signature",
    Fit::Message
)]
#[case("statusCode: 200 requestOrder:fail 系统错误", "system", Fit::Message)]
#[case("requestOrder fail 11001", "login", Fit::Code)]
#[case("订单金额 10000 分，报错 21016", "order_number", Fit::Code)]
#[case("simulator", "device", Fit::Words)]
fn real_looking_pastes_lead_to_the_right_row(
    #[case] text: &str,
    #[case] id: &str,
    #[case] fit: Fit,
) {
    let (row, found) = first(text);
    assert_eq!((&*name(&row), found), (id, fit), "{text}");
}

#[test]
fn real_looking_pastes_lead_to_the_right_row_besides() {
    let both = explain(
        "{errNo:'21016',errMsg:'外部单号已存在'} {errNo:'11004',errMsg:'签名校验异常'}",
        &Catalogue::built_in(),
    );
    assert_eq!(
        both.iter()
            .map(|one| name(&one.rows[0]))
            .collect::<Vec<_>>(),
        ["order_number", "signature"]
    );

    let unknown = explain("{errNo: '99999', errMsg: 'what'}", &Catalogue::built_in());
    assert!(unknown[0].rows.is_empty() && unknown[0].fit == Fit::Unknown);
    assert!(explain("", &Catalogue::built_in()).is_empty());

    for other in [
        "Network request failed",
        "{\"errNo\":\"20000\",\"errMsg\":\"request:fail timeout\"}",
    ] {
        let found = explain(other, &Catalogue::built_in());
        assert!(found.iter().all(|one| one.fit != Fit::Message), "{other}");
    }
}

#[test]
fn a_code_that_is_unknown_does_not_hide_the_message_beside_it() {
    let catalogue = Catalogue::built_in();
    for text in [
        "requestOrder:fail data.skuList should be array errNo: 21000 errLogId: 20231115061320ABC",
        "[E] requestOrder:fail data.skuList should be array, errNo=21000",
        "requestOrder:fail data.skuList should be array\nerrNo: 21000",
    ] {
        let found = explain(text, &catalogue);
        assert_eq!(found.len(), 1, "{text}");
        let field = found[0].field.as_ref().map(|field| field.path.as_str());
        assert_eq!(field, Some("skuList"), "{text}");
        assert_eq!(found[0].facts.err_no.as_deref(), Some("21000"), "{text}");
        let message = "requestOrder:fail data.skuList should be array";
        assert_eq!(found[0].facts.err_msg.as_deref(), Some(message), "{text}");
    }
}

#[test]
fn an_error_of_a_crypto_library_stands_beside_the_platforms() {
    let report = "requestOrder:fail data.skuList should be array errNo: 21000";
    let library = "[KeyError] error:1E08010C:DECODER routines::unsupported";
    let said = |text: &str| -> Vec<String> {
        let found = explain(text, &Catalogue::built_in());
        let rows = found.iter().filter_map(|one| one.rows.first());
        rows.map(name).collect()
    };
    assert_eq!(said(library), ["local_key"]);
    for text in [
        format!("{report}\n{library}"),
        format!("{library}\n{report}"),
    ] {
        assert_eq!(said(&text), ["parameters", "local_key"], "{text}");
    }
    // In the message of a function it is that function's.
    let own = "requestOrder:fail bad decrypt";
    assert!(!said(own).contains(&"local_passphrase".to_owned()));
}

#[rstest]
#[case(
    "Error: EACCES: permission denied, open '/etc/keys/private_key.pem'",
    "local_file"
)]
#[case("panic: open private_key.pem: permission denied", "local_file")]
#[case(
    "PermissionError: [Errno 13] Permission denied: 'private_key.pem'",
    "local_file"
)]
#[case(
    "Error: ENOENT: no such file or directory, open './private_key.pem'",
    "local_file"
)]
#[case("Could not read private key from private_key.pem", "local_key")]
#[case("Unable to load PEM file. MalformedFraming", "local_key")]
#[case(
    "error:0606506D:digital envelope routines:EVP_DecryptFinal_ex:wrong final block length",
    "local_passphrase"
)]
#[case(
    "x509: failed to parse private key (use ParsePKCS8PrivateKey instead)",
    "local_pkcs8"
)]
fn what_libraries_say_of_a_key_is_named(#[case] said: &str, #[case] row: &str) {
    assert_eq!(name(&first(said).0), row);
}

#[test]
fn a_success_is_compared_with_the_order() {
    let order = |price: &str| {
        let text = format!(
            r#"{{"skuList":[{{"skuId":"abcd","price":{price},"quantity":2}}],"totalAmount":{price}}}"#
        );
        read_order(&text).unwrap().order
    };

    let console = "success {orderId: 'motb123456789', itemOrderList: [{itemOrderId: 'motb874637654774', skuId: 'abcd', itemOrderAmount: 100}], logId: '1'}";
    let json = r#"{"orderId":"motb123456789","itemOrderList":[{"itemOrderId":"motb874637654774","skuId":"abcd","itemOrderAmount":100}],"logId":"1"}"#;
    for text in [console, json] {
        let success = read(text).unwrap();
        assert_eq!(success.order_id, "motb123456789");
        assert_eq!(success.items[0].amount, "100");
        let said = |price: &str| -> Vec<String> {
            compare(&success, &order(price))
                .into_iter()
                .map(|message| message.code)
                .collect()
        };
        assert_eq!(said("50"), ["success.other_sum"]);
        assert_eq!(said("100"), ["success.paid_less"]);
        assert_eq!(said("10"), ["success.paid_more", "success.other_sum"]);
    }

    assert_eq!(read("{\"errNo\":1}"), None);
}

#[test]
fn the_command_explains_and_its_exit_codes_say_whether() {
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tt-order-builder"));
        command
            .args(args)
            .env("LC_ALL", "en_US.UTF-8")
            .stdin(Stdio::null())
            .output()
            .unwrap()
    };

    let output = run(&["explain", "11004", "签名校验异常", "--lang", "zh"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        String::from_utf8(output.stdout)
            .unwrap()
            .contains("签名与 data 或公钥对不上")
    );
    let output = run(&[
        "explain",
        "{errNo: '21016', errLogId: '20231115061320010203'}",
        "--format",
        "json",
    ]);

    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value[0]["rows"][0]["id"], "order_number");
    assert_eq!(value[0]["log_time"], "2023-11-15 06:13:20");
    assert_eq!(run(&["explain", "{errNo: '99999'}"]).status.code(), Some(1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn no_text_panics(text in any::<String>(), pieces in prop::collection::vec(prop_oneof![
        Just("errNo"), Just(":"), Just("="), Just("\""), Just("'"), Just("{"), Just("}"), Just(","), Just("11004"),
        Just("\\"), Just("签名"), Just("errMsg"), Just(" "), Just("\n"), Just("logId"), Just("１"), Just("“")
    ], 0..60)) {
        for text in [text, pieces.concat()] {
            let found = explain(&text, &Catalogue::built_in());
            prop_assert!(found.len() <= text.len() + 1);
            let _ = read(&text);
        }
    }
}

#[test]
fn large_texts_do_no_harm() {
    for piece in [
        "errNo: ",
        "errNo:\"",
        "{",
        "11004 ",
        "签",
        "errMsg='",
        "errMsg=null ",
        "url=null ",
        "a=b, ",
        "\\\"",
    ] {
        let text = piece.repeat((1 << 18) / piece.len());
        assert!(
            explain(&text, &Catalogue::built_in()).len() <= 51,
            "{piece}"
        );
        let _ = read(&text);
    }
}
