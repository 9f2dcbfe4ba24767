//! In: signed orders and what only the platform knows. Out: whether the rehearsal answers as the
//! platform's page says.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};

use serde_json::Value;
use tt_order_builder::core::key::PrivateKey;
use tt_order_builder::core::order::{DataJson, example};
use tt_order_builder::core::sandbox::{
    Answer, Call, ConsoleKey, Injected, Rehearsal, Step, Switch, Switches, inject, rehearse,
};
use tt_order_builder::core::signing::{
    self, AppId, Identity, KeyVersion, Moment, Nonce, SignedOrder, Uri,
};
use tt_order_builder::core::time::Timestamp;
use tt_order_builder::core::trouble::{Catalogue, RowId};

const NOW: Timestamp = Timestamp(1_700_000_000);

fn key() -> PrivateKey {
    PrivateKey::from_file(include_bytes!("../data/keys/app.pkcs8.pem")).unwrap()
}

fn sign(data: DataJson) -> SignedOrder {
    let identity = Identity {
        app_id: AppId::new("tt1").unwrap(),
        key_version: KeyVersion::new("1").unwrap(),
    };
    let moment = Moment {
        timestamp: NOW,
        nonce: Nonce::new("n").unwrap(),
    };
    signing::sign(data, identity, moment, Uri::request_order(), &key()).unwrap()
}

fn good() -> Injected {
    let signed = sign(DataJson::of_order(&example::form().order()));
    Injected {
        data: signed.data().to_owned(),
        authorization: signed.byte_authorization().to_owned(),
        switches: Switches::default(),
        used: BTreeSet::new(),
    }
}

fn run(call: &Injected, keys: &[ConsoleKey], now: Timestamp) -> Rehearsal {
    let Injected {
        data,
        authorization,
        switches,
        used,
    } = call;
    rehearse(
        &Call {
            data,
            authorization,
            keys,
            switches,
            used,
            now,
        },
        &Catalogue::built_in(),
    )
}

fn console(key: &PrivateKey, version: Option<&str>) -> ConsoleKey {
    ConsoleKey {
        key: key.public().clone(),
        key_version: version.map(str::to_owned),
    }
}

#[test]
fn the_platforms_example_succeeds_once() {
    let keys = [console(&key(), None)];
    let mut call = good();
    let rehearsal = run(&call, &keys, NOW);
    let Answer::Success(result) = &rehearsal.answer else {
        panic!("{rehearsal:?}")
    };

    assert!(result["orderId"].as_str().unwrap().starts_with("motb"));
    assert_eq!(result["itemOrderList"][0]["skuId"], "abcd");
    assert_eq!(result["itemOrderList"][0]["itemOrderAmount"], 1);
    assert_eq!(
        rehearsal.order_number.as_deref(),
        Some("out_order_test_123456")
    );
    call.used.extend(rehearsal.order_number);
    let again = run(&call, &keys, NOW);

    assert_eq!(again.step, Step::OrderNumber);
    let Answer::Fail(result) = again.answer else {
        panic!()
    };

    assert_eq!(result["errNo"], "21016", "errNo is a string");
    assert_eq!(result["errMsg"], "requestOrder:fail 外部单号已存在");
    assert!(
        result["errLogId"]
            .as_str()
            .unwrap()
            .starts_with("20231115061320")
    );
}

#[test]
fn every_row_can_be_injected() {
    let keys = [console(&key(), None)];
    let catalogue = Catalogue::built_in();
    for row in catalogue.of_call() {
        let authorize = |data: DataJson| Some(sign(data).byte_authorization().to_owned());
        let call = inject(row.id, good(), &authorize).unwrap();
        let rehearsal = run(&call, &keys, NOW);
        assert_eq!(rehearsal.row, Some(row.id), "{:?}", row.id);

        match rehearsal.answer {
            Answer::Fail(result) => {
                assert_eq!(
                    (&result["errNo"], &result["errMsg"]),
                    (&Value::from(&*row.err_no), &Value::from(&*row.err_msg))
                );
            }
            Answer::Throws(text) => {
                assert!(row.id == RowId::NotAFunction && text.contains("is not a function"));
            }
            Answer::Success(_) => panic!("{:?}", row.id),
        }
    }
}

#[test]
fn the_payload_itself_decides_where_it_can() {
    let keys = [console(&key(), None)];
    let other = PrivateKey::from_file(include_bytes!("../data/keys/other.pkcs8.pem")).unwrap();
    assert_eq!(
        run(&good(), &[console(&key(), Some("1"))], NOW).step,
        Step::Made
    );
    assert_eq!(
        run(&good(), &[console(&key(), Some("2"))], NOW).step,
        Step::Signature
    );

    for (from, to) in [
        (",", "，"),
        (",", ", "),
        ("2048 ", "2048  "),
        ("key_version=1", "key_version=a"),
        ("appid=tt", "appid=wx"),
        ("appid=tt1,", ""),
    ] {
        let call = Injected {
            authorization: good().authorization.replacen(from, to, 1),
            ..good()
        };
        assert_eq!(run(&call, &keys, NOW).step, Step::Header, "{to}");
    }

    let quoted = Injected {
        authorization: good().authorization.replace("appid=tt1", "appid=\"tt1\""),
        ..good()
    };
    assert_eq!(
        run(&quoted, &keys, NOW).step,
        Step::Made,
        "both forms are in use"
    );
    assert_eq!(
        run(&good(), &[console(&other, None)], NOW).step,
        Step::Signature
    );
    assert_eq!(run(&good(), &[], NOW).step, Step::Signature);
    assert_eq!(
        run(&good(), &keys, Timestamp(NOW.0 + 3601)).step,
        Step::Timestamp
    );
    assert_eq!(
        run(&good(), &keys, Timestamp(NOW.0 - 3601)).step,
        Step::Timestamp
    );

    let hidden = DataJson::of_order(&example::form().order())
        .as_str()
        .replace("\"limitPayWayList\":[]", "\"limitPayWayList\":[1,2]");
    let signed = sign(DataJson::verbatim(hidden));
    let call = Injected {
        data: signed.data().to_owned(),
        authorization: signed.byte_authorization().to_owned(),
        ..good()
    };
    // Douyin Pay is left: the platform's own example hides the other two.
    assert_eq!(run(&call, &keys, NOW).step, Step::Made);

    for switch in Switch::ALL {
        assert_eq!(Switch::named(switch.name()), Some(switch));
        let mut call = good();
        call.switches.set(switch, !switch.usual());
        assert_ne!(
            run(&call, &keys, NOW).step,
            Step::Made,
            "{switch:?} decides"
        );
    }
}

#[test]
fn the_command_prints_what_the_callbacks_get() {
    let folder = tempfile::tempdir().unwrap();
    let call = good();
    let (data, header) = (
        folder.path().join("data.json"),
        folder.path().join("header.txt"),
    );
    std::fs::write(&data, &call.data).unwrap();
    std::fs::write(&header, &call.authorization).unwrap();
    let run = |extra: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tt-order-builder"));
        command
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env("LC_ALL", "en_US.UTF-8")
            .stdin(Stdio::null());
        command
            .arg("sandbox")
            .arg("--data")
            .arg(&data)
            .arg("--authorization")
            .arg(&header);

        let output = command
            .args(["--key", "tests/data/keys/app.public.spki.pem"])
            .args(extra)
            .output()
            .unwrap();
        (
            output.status.code(),
            serde_json::from_slice::<Value>(&output.stdout).unwrap_or_default(),
        )
    };

    let (code, value) = run(&["--now", "1700000100"]);
    assert_eq!(
        (code, &value["callback"], &value["step"]),
        (Some(0), &"success".into(), &"made".into())
    );
    let (code, value) = run(&["--now", "1700000100", "--set", "logged_in=false"]);
    assert_eq!(
        (code, &value["callback"], &value["result"]["errNo"]),
        (Some(1), &"fail".into(), &"11001".into())
    );
    assert_eq!(run(&["--set", "no_such=true"]).0, Some(2));
    assert_eq!(run(&["--set", "logged_in=maybe"]).0, Some(2));
}
