//! In: forms filled with anything. Out: whether `data` says the same as the form, and its signature
//! verifies.

use std::sync::OnceLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;
use rsa::pkcs8::DecodePublicKey as _;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use tt_order_builder::core::key::PrivateKey;
use tt_order_builder::core::order::{
    DataJson, OrderForm, SchemaForm, SkuForm, TotalAmount, import, read,
};
use tt_order_builder::core::signing::{
    self, AppId, Export, Identity, KeyVersion, Moment, Nonce, Uri,
};
use tt_order_builder::core::time::Timestamp;

fn key() -> &'static PrivateKey {
    static KEY: OnceLock<PrivateKey> = OnceLock::new();
    KEY.get_or_init(|| PrivateKey::from_file(include_bytes!("../data/keys/app.pkcs8.pem")).unwrap())
}

/// Texts as people type and paste them: Chinese, quotes, escapes, line ends, invisible characters,
/// emoji.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-z0-9_/]{0,20}",
        "[\\PC\\n\\r\\t]{0,20}",
        "[会员月卡“”\\\\\"'<>&/\u{2028}\u{feff}\u{200b}😀]{0,12}",
    ]
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        (0_i64..1_000_000).prop_map(|n| n.to_string()),
        Just(String::new()),
        "-?[0-9]{1,25}(\\.[0-9]{1,3})?",
        text()
    ]
}

fn schema() -> impl Strategy<Value = SchemaForm> {
    (text(), text()).prop_map(|(path, params)| {
        let mut schema = SchemaForm::default();
        schema.path = path;
        schema.params = params;
        schema
    })
}

fn sku() -> impl Strategy<Value = SkuForm> {
    let texts = (text(), text(), text(), text());
    let numbers = (number(), number(), number());
    (
        texts,
        numbers,
        prop::collection::vec(text(), 0..3),
        schema(),
    )
        .prop_map(|(texts, numbers, images, entry_schema)| {
            let mut sku = SkuForm::default();
            (sku.sku_id, sku.title, sku.tag_group_id, sku.sku_attr) = texts;
            (sku.price, sku.quantity, sku.goods_type) = numbers;
            sku.images = images;
            sku.entry_schema = entry_schema;

            sku
        })
}

fn form() -> impl Strategy<Value = OrderForm> {
    let texts = (text(), text(), text(), text(), text(), text());
    let total = prop_oneof![
        Just(TotalAmount::Follow),
        number().prop_map(TotalAmount::Own)
    ];
    let ways = prop::option::of(prop::collection::vec(
        prop_oneof![Just("1".to_owned()), Just("2".to_owned()), text()],
        0..4,
    ));
    (
        texts,
        total,
        number(),
        ways,
        schema(),
        prop::collection::vec(sku(), 0..3),
    )
        .prop_map(|(texts, total, expire, ways, schema, skus)| {
            let mut form = OrderForm::default();
            (
                form.out_order_no,
                form.currency,
                form.pay_notify_url,
                form.merchant_uid,
                form.pay_scene,
                form.promotion_id,
            ) = texts;
            form.total_amount = total;
            form.pay_expire_seconds = expire;
            form.limit_pay_ways = ways;
            form.order_entry_schema = schema;
            form.skus = skus;

            form
        })
}

/// What the form says of a text field, as JSON would.
fn said(typed: &str) -> Option<Value> {
    (!typed.is_empty()).then(|| Value::from(typed))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn data_parses_back_to_the_same_order(form in form()) {
        let order = form.order();
        let data = DataJson::of_order(&order);
        let back = read::read_order(data.as_str()).unwrap();
        prop_assert_eq!(&back.order, &order);
        prop_assert!(back.repeated_keys.is_empty());

        // Another reader, and the typed texts themselves.
        let parsed: Value = serde_json::from_str(data.as_str()).unwrap();
        prop_assert_eq!(parsed.get("outOrderNo").cloned(), said(&form.out_order_no));
        for (index, sku) in form.skus.iter().enumerate() {
            prop_assert_eq!(parsed["skuList"][index].get("title").cloned(), said(&sku.title));
        }

        // Opening what was written and writing it again changes no byte.
        prop_assert_eq!(DataJson::of_order(&OrderForm::open(&back.order).order()), data);
    }

    #[test]
    fn every_form_is_signed_with_the_bytes_it_gives(form in form()) {
        let data = DataJson::of_order(&form.order());
        let identity =
            Identity { app_id: AppId::new("tt0123456789abcdef").unwrap(), key_version: KeyVersion::new("1").unwrap() };
        let moment = Moment { timestamp: Timestamp(1_760_000_000), nonce: Nonce::of_bytes([7; 16]) };
        let signed = signing::sign(data.clone(), identity, moment, Uri::request_order(), key()).unwrap();
        let message = format!("POST\n/requestOrder\n1760000000\n{}\n{}\n", "07".repeat(16), data.as_str());
        let (_, base64) = signed.byte_authorization().rsplit_once("signature=").unwrap();
        let signature = STANDARD.decode(base64).unwrap();
        let public = rsa::PublicKey::from_public_key_pem(&key().public().spki_pem()).unwrap();
        let digest = Sha256::digest(message.as_bytes());

        prop_assert!(public.verify(rsa::Pkcs1v15Sign::new::<Sha256>(), &digest, &signature).is_ok());
        let answer: Value = serde_json::from_str(&Export::Answer.of(&signed)).unwrap();
        prop_assert_eq!(answer["data"].as_str().unwrap(), data.as_str());

        // Whatever is saved or copied is imported again with the same bytes, and the form writes
        // them too.
        for export in [Export::Data, Export::Answer, Export::Call] {
            let imported = import(&export.of(&signed)).unwrap();
            prop_assert_eq!(imported.data.as_ref(), Some(&data));
            prop_assert_eq!(DataJson::of_order(&imported.form().unwrap().order()), data.clone());
        }
    }
}
