//! In: every signed payload of the reports. Out: that check, verify, sandbox and explain say one
//! thing of it.

use std::collections::BTreeSet;

use tt_order_builder::core::diagnosis::search::Watch;
use tt_order_builder::core::diagnosis::{Case, KnownKey, Verdict, verify};
use tt_order_builder::core::key::{Material, PublicKey, read};
use tt_order_builder::core::order::{error_count, read as order_read, rules};
use tt_order_builder::core::sandbox::{Answer, Call, ConsoleKey, Step, Switches, rehearse};
use tt_order_builder::core::time::Timestamp;
use tt_order_builder::core::trouble::{Catalogue, explain};

const NOW: Timestamp = Timestamp(1_795_599_060);

fn public() -> PublicKey {
    let file = include_bytes!("../data/keys/app.public.spki.pem");
    match read::read(file).unwrap().remove(0).material.unwrap() {
        Material::Public(key) => key,
        other => panic!("{other:?}"),
    }
}

#[test]
fn all_four_say_one_thing_of_one_payload() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/reports");
    let catalogue = Catalogue::built_in();
    let console = [ConsoleKey {
        key: public(),
        key_version: None,
    }];
    let keys = [KnownKey {
        name: "app".to_owned(),
        is_platform: false,
        is_expected: true,
        app_id: None,
        key_version: None,
        key: public(),
    }];

    let mut compared = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let Some(case) = name.strip_suffix(".data.txt") else {
            continue;
        };
        let Ok(data) = std::fs::read_to_string(&path) else {
            continue;
        };
        let authorization =
            std::fs::read_to_string(path.with_file_name(format!("{case}.auth.txt")));
        let authorization = authorization.unwrap().trim_end_matches('\n').to_owned();

        // The search has its own tests; whether the bytes fit is enough here.
        let watch = Watch::default();
        watch.stop.store(true, std::sync::atomic::Ordering::Relaxed);
        let signed = Case {
            data: data.clone().into_bytes(),
            authorization: authorization.clone(),
            ..Case::default()
        };
        let report = verify(&signed, &keys, NOW, &watch);
        let call = Call {
            data: &data,
            authorization: &authorization,
            keys: &console,
            switches: &Switches::default(),
            used: &BTreeSet::new(),
            now: NOW,
        };
        let rehearsal = rehearse(&call, &catalogue);

        // Verify says of a time or an amount that it is likely to be refused; the rehearsal goes on
        // from the signature to them.
        let is_signature = matches!(rehearsal.step, Step::Header | Step::Signature);
        let is_later = matches!(rehearsal.step, Step::Timestamp | Step::Parameters);
        assert_eq!(
            report.is_accepted() || is_later,
            !is_signature,
            "{name}: {:?} {:?}",
            report.verdict,
            rehearsal.step
        );
        if is_later {
            let is_known = matches!(report.verdict, Verdict::Valid | Verdict::ValidButSuspicious);
            assert!(is_known, "{name}: {:?}", report.verdict);
        }
        if report.verdict == Verdict::Valid && rehearsal.step != Step::Timestamp {
            let read = order_read::read_order(&data);
            let errors = read.map_or(1, |read| {
                error_count(&rules::check(&read.order, &read.repeated_keys))
            });
            assert_eq!(errors > 0, rehearsal.step == Step::Parameters, "{name}");
        }
        if let Answer::Fail(answer) = &rehearsal.answer {
            let explained = explain(&answer.to_string(), &catalogue);
            let row = explained[0].rows.first().map(|row| row.id);
            assert_eq!(row, rehearsal.row, "{name}: {answer}");
        }
        compared += 1;
    }
    assert!(compared > 80, "{compared}");
}
