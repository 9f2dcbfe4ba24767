//! In: a history of 100,000 entries. Out: how long a page of what is searched for takes, for each
//! kind of search.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench tells figures or fails"
)]

use std::time::{Duration, Instant};

use tt_order_builder::store::history::{Action, HandedOn, History, MOST, Mark, Query};

/// Times that each search is done.
const ROUNDS: usize = 21;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let start = Instant::now();
    let mut history = History::open(&folder.path().join("history.db"))
        .unwrap()
        .history;
    for number in 0..MOST {
        history.add(&entry(number)).unwrap();
    }
    println!("{MOST} entries added in {:.0?}", start.elapsed());

    let text = |text: &str| Query {
        text: text.to_owned(),
        limit: 50,
        ..Query::default()
    };
    let searches = [
        ("all", text("")),
        ("a word in all of them", text("order_2026")),
        ("two words in all of them", text("order_2026 会员套餐")),
        ("a word in one of them", text("order_2026_00050000")),
        ("a word in none", text("nowhere")),
        ("two characters in all", text("会员")),
        ("two characters in a few", text("年卡")),
        ("two characters in none", text("流量")),
        (
            "of one mini-program",
            Query {
                marks: vec![(Mark::AppId, "tt7".to_owned())],
                ..text("order_2026")
            },
        ),
        (
            "of today",
            Query {
                since: Some(1_760_000_000 + MOST * 60 - 86_400),
                ..text("会员套餐")
            },
        ),
        (
            "the last page",
            Query {
                offset: MOST - 50,
                ..text("")
            },
        ),
    ];
    for (name, query) in searches {
        let mut times: Vec<Duration> = (0..ROUNDS)
            .map(|_| {
                let start = Instant::now();
                history.page(&query).unwrap();
                start.elapsed()
            })
            .collect();
        times.sort();
        let (median, most) = (times[ROUNDS / 2], times[ROUNDS - 1]);
        println!("{name:26} median {median:.1?}, at most {most:.1?}");
    }
}

/// An order a minute, of ten mini-programs.
fn entry(number: i64) -> HandedOn {
    let order_no = format!("order_2026_{number:08}");
    let card = if number % 1000 == 7 {
        "年卡"
    } else {
        "月卡"
    };
    let title = format!("会员套餐 {card} {number}");
    HandedOn {
        at: 1_760_000_000 + number * 60,
        action: Action::Copied,
        profile: format!("shop {}", number % 10),
        app_id: format!("tt{}", number % 10),
        key_version: "1".to_owned(),
        is_demo: false,
        template: String::new(),
        total: "1900".to_owned(),
        data: format!(
            r#"{{"skuList":[{{"skuId":"{number}","price":1900,"quantity":1,"title":"{title}","imageList":["https://example.com/{number}.png"],"type":401,"tagGroupId":"tag_group_7272625659888058380"}}],"outOrderNo":"{order_no}","totalAmount":1900,"orderEntrySchema":{{"path":"pages/order/detail","params":"{{\"id\":\"{order_no}\"}}"}},"payNotifyUrl":"https://example.com/pay/notify"}}"#
        ),
        order_no,
        title,
        authorization: format!(
            "SHA256-RSA2048 appid=tt0123456789abcdef,nonce_str={number:032x},timestamp=1760000000,key_version=1,signature={}",
            "A".repeat(344)
        ),
    }
}
