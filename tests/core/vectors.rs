//! In: signatures made with OpenSSL. Out: whether the core makes the very same ones.

use serde_json::Value;
use tt_order_builder::core::key::PrivateKey;
use tt_order_builder::core::order::{DataJson, OrderForm, read};
use tt_order_builder::core::signing::{
    self, AppId, Export, Identity, KeyVersion, Moment, Nonce, SignedOrder, Uri,
};
use tt_order_builder::core::time::Timestamp;

fn cases() -> Vec<Value> {
    let file: Value = serde_json::from_str(include_str!("../data/sign-cases.json")).unwrap();
    file["cases"].as_array().unwrap().clone()
}

fn key(name: &str) -> Vec<u8> {
    std::fs::read(format!(
        "{}/tests/data/keys/{name}",
        env!("CARGO_MANIFEST_DIR")
    ))
    .unwrap()
}

fn sign(case: &Value, data: DataJson) -> SignedOrder {
    let text = |name: &str| case[name].as_str().unwrap();
    let identity = Identity {
        app_id: AppId::new(text("app_id")).unwrap(),
        key_version: KeyVersion::new(text("key_version")).unwrap(),
    };
    let timestamp = Timestamp(case["timestamp"].as_u64().unwrap());
    let moment = Moment {
        timestamp,
        nonce: Nonce::new(text("nonce_str")).unwrap(),
    };
    let key = PrivateKey::from_file(&key("app.pkcs8.pem")).unwrap();

    signing::sign(data, identity, moment, Uri::new(text("uri")).unwrap(), &key).unwrap()
}

#[test]
fn every_case_is_reproduced_byte_for_byte() {
    let cases = cases();
    assert_eq!(cases.len(), 12);
    for case in cases {
        let data = case["data"].as_str().unwrap();
        let signed = sign(&case, DataJson::verbatim(data.to_owned()));
        assert_eq!(
            signed.byte_authorization(),
            case["byte_authorization"],
            "{}",
            case["name"]
        );
        assert_eq!(signed.data(), data);
    }
}

#[test]
fn the_answer_carries_both_texts_unchanged() {
    for case in cases() {
        let signed = sign(
            &case,
            DataJson::verbatim(case["data"].as_str().unwrap().to_owned()),
        );
        let answer: Value = serde_json::from_str(&Export::Answer.of(&signed)).unwrap();
        assert_eq!(answer["data"], case["data"], "{}", case["name"]);
        assert_eq!(answer["byteAuthorization"], case["byte_authorization"]);
    }
}

#[test]
fn compact_orders_pass_through_the_form_unchanged() {
    let mut compact = 0;
    for case in cases() {
        let data = case["data"].as_str().unwrap();
        let Ok(read) = read::read_order(data) else {
            continue;
        };

        let written = DataJson::of_order(&OrderForm::open(&read.order).order());
        if data.contains(": ") || data.ends_with('\n') && case["name"] != "seed-example" {
            continue;
        }

        assert_eq!(written.as_str(), data, "{}", case["name"]);
        compact += 1;
    }

    assert!(compact >= 5, "{compact}");
}
