//! In: histories on disk. Out: whether they find, keep and survive what they should.

use super::*;

fn entry(number: i64) -> HandedOn {
    let titles = ["会员月卡", "年卡/VIP", "茶 100% \"好\"", "plain_tea"];
    let title = titles[usize::try_from(number).unwrap() % titles.len()];
    HandedOn {
        at: 1_760_000_000 + number,
        action: Action::Copied,
        profile: format!("shop {}", number % 2),
        template: String::new(),
        is_demo: false,
        app_id: format!("tt{}", number % 3),
        key_version: "1".to_owned(),
        order_no: format!("order_{number}"),
        total: (number * 7).to_string(),
        title: title.to_owned(),
        data: format!("{{\"outOrderNo\":\"order_{number}\",\"title\":\"{title}\"}}"),
        authorization: format!("SHA256-RSA2048 {number}"),
    }
}

/// Whether SQLite finds the file whole.
fn is_whole(history: &History) -> bool {
    let check = "PRAGMA integrity_check";
    let said = history.connection.query_row(check, [], |row| row.get(0));
    said == Ok("ok".to_owned())
}

fn query(text: &str) -> Query {
    Query {
        text: text.to_owned(),
        limit: 50,
        ..Query::default()
    }
}

fn filled(path: &Path, count: i64) -> History {
    let mut history = History::open(path).unwrap().history;
    for number in 0..count {
        history.add(&entry(number)).unwrap();
    }
    history
}

#[test]
fn entries_are_found_by_words_of_any_length_and_by_what_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let history = filled(&folder.path().join("history.db"), 40);
    let count = |query: &Query| history.page(query).unwrap().count;
    assert_eq!(count(&query("")), 40);
    for (text, expected) in [
        ("会员月卡", 10),
        ("月卡", 10),
        ("员", 10),
        ("100%", 10),
        ("0%", 10),
        ("%", 10),
        ("_", 40),
        ("order_39", 1),
        ("order_3 年卡", 2),
        ("\"好\"", 10),
        ("nothing", 0),
        ("' OR 1=1 --", 0),
    ] {
        assert_eq!(count(&query(text)), expected, "{text}");
    }

    let of_app = Query {
        marks: vec![(Mark::AppId, "tt1".to_owned())],
        since: Some(1_760_000_030),
        ..query("")
    };
    assert_eq!(count(&of_app), 3);
    let shop = Query {
        marks: vec![
            (Mark::AppId, "tt1".to_owned()),
            (Mark::Profile, "shop 1".to_owned()),
        ],
        ..query("")
    };
    assert_eq!(count(&shop), 7);
    assert_eq!(history.values(Mark::Template).unwrap(), [""; 0]);
    assert_eq!(history.values(Mark::AppId).unwrap(), ["tt0", "tt1", "tt2"]);

    let page = history
        .page(&Query {
            offset: 2,
            limit: 2,
            ..query("")
        })
        .unwrap();
    let numbers: Vec<_> = page
        .entries
        .iter()
        .map(|entry| &*entry.order.order_no)
        .collect();
    assert_eq!(numbers, ["order_37", "order_36"]);

    history.set_note(page.entries[0].id, "给客户看过").unwrap();
    assert_eq!(
        history.page(&query("客户看")).unwrap().entries[0]
            .order
            .order_no,
        "order_37"
    );
}

#[test]
fn what_is_exported_is_read_by_others() {
    let folder = tempfile::tempdir().unwrap();
    let history = filled(&folder.path().join("history.db"), 4);
    let lines = history.export(&query(""), Form::JsonLines).unwrap();
    let first: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert_eq!(first["outOrderNo"], "order_3");
    assert_eq!(first["time"], "2025-10-09 16:53:23");
    assert_eq!(lines.lines().count(), 4);

    let csv = history.export(&query("100%"), Form::Csv).unwrap();
    assert!(
        csv.starts_with('\u{feff}') && csv.contains("\"茶 100% \"\"好\"\"\""),
        "{csv}"
    );
    let formula = HandedOn {
        title: "=1+1".to_owned(),
        ..entry(9)
    };
    let mut history = history;
    history.add(&formula).unwrap();
    let csv = history.export(&query(""), Form::Csv).unwrap();
    assert!(csv.contains("\"'=1+1\""), "{csv}");
}

#[test]
fn both_forms_have_the_same_columns() {
    let folder = tempfile::tempdir().unwrap();
    let history = filled(&folder.path().join("history.db"), 1);
    let lines = history.export(&query(""), Form::JsonLines).unwrap();
    let line: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&lines).unwrap();
    let csv = history.export(&query(""), Form::Csv).unwrap();
    let names = csv.trim_start_matches('\u{feff}').lines().next().unwrap();
    assert_eq!(names, line.keys().cloned().collect::<Vec<_>>().join(","));
    assert!(names.contains("outOrderNo,totalAmount,title,data,byteAuthorization,note"));
}

#[test]
fn a_history_of_the_first_version_is_brought_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("history.db");
    let connection = Connection::open(&path).unwrap();
    connection.execute_batch(schema::VERSIONS[0]).unwrap();
    connection
        .execute_batch(
            "INSERT INTO entries (at, action, app_id, key_version, order_no, total, title, data,
             authorization, note) VALUES (1, 'saved', 'tt1', '1', 'a', '1', '茶', '{}', 'x', '');
             PRAGMA user_version = 1;",
        )
        .unwrap();
    drop(connection);

    let history = History::open(&path).unwrap().history;
    let page = history.page(&query("")).unwrap();
    assert_eq!(page.count, 1);
    let old = &page.entries[0].order;
    assert_eq!(
        (&*old.profile, old.is_demo, old.action),
        ("", false, Action::Saved)
    );
}

#[test]
fn the_same_signature_copied_twice_is_one_entry() {
    let folder = tempfile::tempdir().unwrap();
    let mut history = filled(&folder.path().join("history.db"), 2);
    history.add(&entry(1)).unwrap();
    assert_eq!(history.page(&query("")).unwrap().count, 2);
    let saved = HandedOn {
        action: Action::Saved,
        ..entry(1)
    };
    history.add(&saved).unwrap();
    assert_eq!(history.page(&query("")).unwrap().count, 3);
}

#[test]
fn old_entries_go_and_all_can() {
    let folder = tempfile::tempdir().unwrap();
    let mut history = filled(&folder.path().join("history.db"), 5);
    let late = HandedOn {
        at: 1_760_000_003 + OLDEST,
        ..entry(6)
    };
    history.add(&late).unwrap();
    let count = |history: &History| history.page(&query("")).unwrap().count;
    assert_eq!(count(&history), 6, "the clock may be wrong");
    let later = HandedOn {
        authorization: "later".to_owned(),
        ..late
    };
    history.add(&later).unwrap();
    assert_eq!(count(&history), 4);
    history.clear().unwrap();
    assert_eq!(history.page(&query("")).unwrap(), Page::default());
    assert!(is_whole(&history));
}

#[test]
fn two_copies_write_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("history.db");
    std::thread::scope(|scope| {
        for copy in 0..4 {
            let path = &path;
            scope.spawn(move || {
                let mut history = History::open(path).unwrap().history;
                // Numbers of their own: the same signature twice in a row is one entry.
                for number in copy * 25..(copy + 1) * 25 {
                    history.add(&entry(number)).unwrap();
                }
            });
        }
    });
    let history = History::open(&path).unwrap().history;
    assert_eq!(history.page(&query("")).unwrap().count, 100);
    assert!(is_whole(&history));
}

#[test]
fn damaged_files_are_set_aside_and_newer_ones_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("history.db");
    fs::write(&path, "this was a database once ".repeat(100)).unwrap();
    let opened = History::open(&path).unwrap();
    assert!(
        fs::read(opened.set_aside.unwrap())
            .unwrap()
            .starts_with(b"this was")
    );
    assert_eq!(opened.history.page(&query("")).unwrap().count, 0);

    let newer = "PRAGMA user_version = 99";
    opened.history.connection.execute_batch(newer).unwrap();
    drop(opened.history);
    let before = fs::read(&path).unwrap();
    assert!(matches!(History::open(&path), Err(HistoryError::Newer(_))));
    assert_eq!(fs::read(&path).unwrap(), before);

    let nowhere = folder.path().join("history.db/x.db");
    assert!(matches!(
        History::open(&nowhere),
        Err(HistoryError::Failed(_))
    ));
}

#[test]
fn words_time_and_pages_go_together() {
    let folder = tempfile::tempdir().unwrap();
    let history = filled(&folder.path().join("history.db"), 40);
    let page = |query: &Query| history.page(query).unwrap();
    let late = Query {
        since: Some(1_760_000_030),
        ..query("order_3 order")
    };
    assert_eq!(page(&late).count, 10, "order_30 to order_39");
    let late = Query {
        marks: vec![(Mark::AppId, "tt0".to_owned())],
        ..late
    };
    assert_eq!(page(&late).count, 4, "30, 33, 36, 39");

    // Pages of four words of ten entries: the last one has two.
    for (offset, numbers, has_more) in [
        (0, &[38, 34, 30, 26][..], true),
        (4, &[22, 18, 14, 10], true),
        (8, &[6, 2], false),
        (12, &[], false),
    ] {
        let found = page(&Query {
            offset,
            limit: 4,
            ..query("100% \"好\"")
        });
        let expected: Vec<_> = numbers.iter().map(|n| format!("order_{n}")).collect();
        let entries = found.entries.iter();
        let seen: Vec<_> = entries.map(|entry| entry.order.order_no.clone()).collect();
        assert_eq!((seen, found.has_more), (expected, has_more));
        assert_eq!(found.count, 10);
    }
}

#[test]
fn more_than_anybody_walks_through_are_not_counted() {
    let folder = tempfile::tempdir().unwrap();
    let mut history = History::open(&folder.path().join("history.db"))
        .unwrap()
        .history;
    history.connection.execute_batch("BEGIN").unwrap();
    let insert = "INSERT INTO entries (at, action, app_id, key_version, order_no, total, title,
        data, authorization, note) VALUES (?1, 'copied', '', '', 'order', '', '', '', '', '')";
    for number in 0..=COUNTED {
        history.connection.execute(insert, [number]).unwrap();
    }
    history.connection.execute_batch("COMMIT").unwrap();
    assert_eq!(history.page(&query("order")).unwrap().count, COUNTED + 1);
    history.add(&entry(2_000)).unwrap();
    assert_eq!(history.page(&query("")).unwrap().count, COUNTED + 1);
}
