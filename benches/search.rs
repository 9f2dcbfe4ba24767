//! In: nothing. Out: how many candidate strings a second the search hashes for a body of 1 KB, and
//! for one of 16 KB.

use std::io::{self, Write as _};
use std::time::Instant;

use tt_order_builder::core::diagnosis::Case;
use tt_order_builder::core::diagnosis::body::Body;
use tt_order_builder::core::diagnosis::frame::Frames;
use tt_order_builder::core::diagnosis::search::{Searched, Target, Watch, search};
use tt_order_builder::core::key::Hash;

fn main() -> io::Result<()> {
    for kilobytes in [1, 16] {
        let title = "会员月卡 <A&B>/".repeat((kilobytes * 1024 - 200) / 20);
        let data = format!(
            r#"{{"skuList":[{{"skuId":"abcd","price":1,"quantity":1,"title":"{title}","note":null}}],"outOrderNo":"o","totalAmount":1.0}}"#
        );
        let body = Body::new(data.as_bytes());
        let frames = Frames::new(
            &Case::default(),
            "1700000000",
            "9ea89b69ed451adefc0448d1b7248be0",
        );
        let target = Target {
            hash: Hash::Sha256,
            digest: &[0; 32],
            salt: None,
        };
        let start = Instant::now();
        let Searched { found, tried, .. } = search(&target, &body, frames, &Watch::default());
        let seconds = start.elapsed().as_secs_f64();

        assert!(found.is_none());
        #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
        let rate = tried as f64 / seconds;
        writeln!(
            io::stdout(),
            "{} bytes: {tried} candidates in {seconds:.2} s, {rate:.0} a second",
            data.len()
        )?;
    }
    Ok(())
}
