//! In: files and texts with a private key in them, and such as only look like it. Out: whether they
//! are told apart, so that keys are never shown and nothing else is refused.

use rstest::rstest;
use tt_order_builder::core::key::{may_hold_private_key, read};
use tt_order_builder::core::trouble::{Catalogue, explain};

use super::keys::{FILES, file};

#[test]
fn what_holds_a_private_key_is_told_from_all_else() {
    for (name, found) in FILES {
        let is_any = |kinds: &[&str]| {
            let begins = |one: &&str| kinds.iter().any(|kind| one.starts_with(kind));
            found.iter().any(begins)
        };
        if is_any(&["pkcs1 ", "pkcs8 ", "encrypted-pkcs8 ", "!legacy"]) {
            assert!(read::holds_private_key(&file(name)), "{name}");
        } else if is_any(&["spki ", "pkcs1-public ", "certificate "]) {
            assert!(!read::holds_private_key(&file(name)), "{name}");
        }
    }

    // What cannot be read here is not shown either.
    for name in ["bad.ec.pem", "bad.ed25519.pem"] {
        assert!(read::holds_private_key(&file(name)), "{name}");
        let cut: Vec<u8> = file(name).into_iter().take(90).collect();
        assert!(read::holds_private_key(&cut), "{name}, its beginning");
    }

    // As people write bytes, and as addresses carry a PEM.
    let der = file("app.pkcs1.der");
    let hex: Vec<String> = der.iter().map(|byte| format!("{byte:02x}")).collect();
    let pem = String::from_utf8(file("app.pkcs8.pem")).unwrap();
    for written in [
        hex.concat(),
        hex.join(":"),
        hex.concat().to_uppercase(),
        pem.replace(' ', "%20").replace('\n', "%0A"),
        "Private-Key: (2048 bit)\nprivateExponent:\n    00:b5:40".to_owned(),
    ] {
        assert!(may_hold_private_key(&written), "{}", &written[..40]);
    }

    // Certificates in PKCS#7.
    let handed_on = format!(
        "MIIHXwYJKoZIhvcNAQcCoIIHUDCCB0wCAQExADAL{}",
        "Qm1k".repeat(400)
    );
    assert!(!may_hold_private_key(&handed_on));
    let certificate = String::from_utf8(file("app.certificate.pem")).unwrap();
    let body = serde_json::json!({ "msg": "{}", "certificate": certificate }).to_string();
    assert!(!read::holds_private_key(body.as_bytes()));
    // An order in GBK.
    assert!(!read::holds_private_key(
        b"{\"title\":\"\xbb\xe1\xd4\xb1\"}"
    ));
}

#[rstest]
#[case(
    "error:0909006C:PEM routines:get_name:no start line:pem_lib.c:745:Expecting: ANY PRIVATE KEY"
)]
#[case("Expecting: PRIVATE KEY at /usr/local/lib/python3.11/site-packages/cryptography/x.py")]
#[case("no start line: pem_lib.c:745: Expecting: RSA PRIVATE KEY, 私钥读不出来")]
#[case("ValueError: No PEM start marker \"b'-----BEGIN RSA PRIVATE KEY-----'\" found")]
fn what_speaks_of_private_keys_is_none(#[case] said: &str) {
    assert!(!may_hold_private_key(said));
    assert!(!explain(said, &Catalogue::built_in()).is_empty());
}
