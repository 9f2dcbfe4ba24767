//! In: calls in JavaScript as people copy them, and hostile ones. Out: whether the order in them is
//! read, and nothing panics.

use std::process::Command;

use proptest::prelude::*;
use tt_order_builder::core::order::import::Source;
use tt_order_builder::core::order::{DataJson, Imported, OrderForm, import};
use tt_order_builder::core::script::{self, LIMIT_KB, ScriptError};
use tt_order_builder::core::signing::{
    self, AppId, Export, Identity, KeyVersion, Moment, Nonce, Uri,
};
use tt_order_builder::core::time::Timestamp;

mod common {
    //! In: nothing. Out: the key that the tests sign with.

    use tt_order_builder::core::key::PrivateKey;

    pub fn key() -> PrivateKey {
        PrivateKey::from_file(include_bytes!("../data/keys/app.pkcs8.pem")).unwrap()
    }
}

fn written(imported: &Imported) -> String {
    DataJson::of_order(&imported.form().unwrap().order())
        .as_str()
        .to_owned()
}

#[test]
fn the_call_of_the_platforms_page_is_read() {
    let script = r#"
        // 下单
        Page({
          onTap() {
            tt.requestOrder({
              data: '{"skuList":[{"skuId":"abcd","price":1}],"outOrderNo":"a\u4e2d"}', /* from the server */
              byteAuthorization: `SHA256-RSA2048 appid=${appid},…`,
              success: (res) => { const { orderId } = res; console.log(`paid ${orderId}`); },
              fail(err) { if (err.errNo === "11004") { retry(/}/g); } },
              complete: function () {},
            });
          },
        });"#;

    let imported = import(script).unwrap();
    assert_eq!(imported.source, Source::Script);
    let data = r#"{"skuList":[{"skuId":"abcd","price":1}],"outOrderNo":"a中"}"#;
    assert_eq!(imported.data.as_ref().unwrap().as_str(), data);
}

/// Node is asked what the script says; the reader must say the same, byte for byte.
#[test]
fn what_a_script_writes_is_what_node_writes() {
    let scripts = [
        r"{ data: JSON.stringify({ b: 1, 'a b': [1.0, 0x10, 1e3, .5, 5., 1e21, 1e-7, -0, -12.50], n: null, u: undefined, f() {} }) }",
        r"{ data: '{' + '}' + `\n${'x'}` + '\u{1f600}\x41\
' }",
        r"{ data: `{'multi
line'}` }",
        r#"{ data: JSON.stringify({ orderEntrySchema: { path: 'page/index/index', params: JSON.stringify({ id: 1234, name: "你好" }) } }) }"#,
        r"{ data: JSON.stringify([ , 'a', [true, !1 ? 1 : 2].length ? 'x' : 'y']) }",
    ];

    let Ok(output) = Command::new("node").arg("--version").output() else {
        assert!(
            std::env::var_os("REQUIRE_RUNTIMES").is_none(),
            "node is missing"
        );
        return;
    };

    assert!(output.status.success());
    for script in scripts {
        let program = format!("process.stdout.write(({script}).data)");
        let node = Command::new("node")
            .args(["-e", &program])
            .output()
            .unwrap();
        let said = String::from_utf8(node.stdout).unwrap();
        let object = script::object(script).unwrap();

        match object.members.get("data") {
            Some(read) => assert_eq!(read.as_str().unwrap(), said, "{script}"),
            // What needs running is left to whoever runs it.
            None => assert!(
                script.contains('?') && object.elsewhere[0].0 == "data",
                "{script}"
            ),
        }
    }
}

#[test]
fn a_name_is_trusted_only_where_it_cannot_have_changed() {
    let read = |script: &str| script::object(script).unwrap();
    for script in [
        "const order={totalAmount:1}; order.totalAmount=100; tt.requestOrder({data:JSON.stringify(order)})",
        "const order={skuList:[]}; order.skuList.push(x); tt.requestOrder({data:JSON.stringify(order)})",
        "const order={a:1}; fill(order); tt.requestOrder({data:JSON.stringify(order)})",
        "const order={a:1}; const same=order; same.a=2; tt.requestOrder({data:JSON.stringify(order)})",
        "const data='{}'; function pay(data){tt.requestOrder({data})}",
        "let data='{}'; if(vip){data='[]'} tt.requestOrder({data})",
        "let data='{}'; data+=' '; tt.requestOrder({data})",
        "let data='{}'; [data]=other; tt.requestOrder({data})",
        "for (const data of list) tt.requestOrder({data})",
    ] {
        let object = read(script);
        assert_eq!(object.elsewhere.len(), 1, "{script}");
        assert!(object.members.is_empty(), "{script}");
    }

    for script in [
        "const order={a:1}; console.log(order); tt.requestOrder({data:JSON.stringify(order)})",
        "const order={a:1}; const data=JSON.stringify(order); tt.requestOrder({data, success(r){}})",
        "const id=1; const order={a:id}; function pay(){ tt.requestOrder({data:JSON.stringify(order)}) }",
    ] {
        assert_eq!(read(script).members["data"], "{\"a\":1}", "{script}");
    }
}

#[test]
fn our_own_call_is_read_back() {
    let key = common::key();
    for data in [
        "{\"skuList\":[]}",
        "{ \"outOrderNo\" : \"\u{2028}\u{1f600}\\u0000\" }\r\n",
        "{}",
    ] {
        let identity = Identity {
            app_id: AppId::new("tt1").unwrap(),
            key_version: KeyVersion::new("1").unwrap(),
        };
        let moment = Moment {
            timestamp: Timestamp(1),
            nonce: Nonce::new("n").unwrap(),
        };
        let data = DataJson::verbatim(data.to_owned());
        let signed =
            signing::sign(data.clone(), identity, moment, Uri::request_order(), &key).unwrap();
        for text in [Export::Call, Export::Answer] {
            assert_eq!(
                import(&text.of(&signed)).unwrap().data.as_ref(),
                Some(&data)
            );
        }
    }
}

#[test]
fn spelling_and_order_survive_in_an_object() {
    let imported =
        import("({ z: 1.00, skuList: [{ 'price': 1E2, unknown: { b: [], 7: null } }], })").unwrap();
    assert_eq!(
        written(&imported),
        r#"{"z":1.00,"skuList":[{"price":1E2,"unknown":{"b":[],"7":null}}]}"#
    );
}

#[test]
fn what_nests_without_end_is_refused_in_words() {
    for levels in [200, 2000] {
        let deep = format!("{{a:{}1{}}}", "[".repeat(levels), "]".repeat(levels));
        assert_eq!(script::object(&deep).unwrap_err(), ScriptError::TooDeep);
    }

    assert_eq!(
        script::object(&"x ".repeat(LIMIT_KB << 10)).unwrap_err(),
        ScriptError::TooLong
    );
    for piece in [
        "[",
        "(",
        "{a:",
        "!",
        "- ",
        "a=>",
        "a=",
        "a?",
        "a?b:",
        "if(1)",
        "`${",
        "new ",
        "function f(){",
        "a(",
        "a[",
        "{",
        "async()=>",
        "a??",
        "<a>",
        "typeof ",
        "await ",
        "yield ",
        "class{a=",
        "a,",
        "a+",
        "for(;;)",
        "x:",
        "a**",
        "...",
        "({a=",
        "let[a=",
        "do ",
        "try{",
        "switch(a){case ",
        "/",
        "\"",
        "a.b",
        "import(",
        "(a:",
        "x as ",
        "type a=",
        "a<",
    ] {
        let hostile = format!(
            "tt.requestOrder({{data:{}",
            piece.repeat((LIMIT_KB << 10) / piece.len() - 20)
        );
        assert!(script::object(&hostile).is_err(), "{piece}");
        let alone = piece.repeat((LIMIT_KB << 10) / piece.len());
        assert!(script::object(&alone).is_err(), "{piece}");
    }
}

#[test]
fn a_text_that_is_too_long_for_a_script_is_still_read_as_json() {
    let title = "长".repeat(400_000);
    let text = format!(r#"{{"skuList":[{{"title":"{title}"}}]}}"#);
    assert_eq!(import(&text).unwrap().data.unwrap().as_str(), text);
    let call = format!("tt.requestOrder({{data:'{text}'}})");
    assert_eq!(script::object(&call).unwrap_err(), ScriptError::TooLong);
    assert_eq!(import(&call).unwrap().data.unwrap().as_str(), text);
}

/// Pieces of scripts in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("tt.requestOrder({"),
        Just("data:"),
        Just("'{\"a\":1}'"),
        Just("})"),
        Just("JSON.stringify("),
        Just("{"),
        Just("}"),
        Just("["),
        Just("]"),
        Just(","),
        Just("`${"),
        Just("`"),
        Just("//"),
        Just("/*"),
        Just("\n"),
        Just("const a ="),
        Just("a"),
        Just("..."),
        Just("=>"),
        Just("1e999"),
        Just("-"),
        Just("\\u"),
        Just("订单"),
        Just("\u{2028}"),
        Just("\u{0}"),
        Just("'\\ud800'"),
        Just("async"),
        Just("success(r) {"),
        Just("?.")
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_script_panics(text in prop_oneof![pieces(), any::<String>()]) {
        if let Ok(imported) = import(&text) {
            prop_assert_eq!(&OrderForm::open(&imported.form().unwrap().order()), &imported.form().unwrap());
        }
    }
}
