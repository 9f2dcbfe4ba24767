//! In: a 2048-bit key. Out: signatures in a second, here and by OpenSSL on the same machine in the
//! same run.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench tells figures or fails"
)]

use std::process::Command;
use std::time::{Duration, Instant};

use tt_order_builder::core::key::PrivateKey;

/// Rounds, in turn: the machine's speed drifts.
const ROUNDS: usize = 5;

fn main() {
    let key = PrivateKey::from_file(include_bytes!("../tests/data/keys/app.pkcs8.pem")).unwrap();
    let mut ratios: Vec<f64> = (0..ROUNDS)
        .map(|round| {
            let (ours, openssl) = (ours(&key), openssl());
            println!(
                "round {round}: {ours:.0} signatures/s here, {openssl:.0} by OpenSSL, {:.2} ×",
                ours / openssl
            );
            ours / openssl
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    println!("median: {:.2} × OpenSSL", ratios[ROUNDS / 2]);
}

fn ours(key: &PrivateKey) -> f64 {
    let message = [b'x'; 900];
    let start = Instant::now();
    let mut count = 0_u32;

    while start.elapsed() < Duration::from_secs(1) {
        key.sign_sha256(&message).unwrap();
        count += 1;
    }

    f64::from(count) / start.elapsed().as_secs_f64()
}

/// `rsa 2048 bits 0.000350s 0.000010s 2857.1 100000.0`: the last but one is what is signed in a
/// second.
fn openssl() -> f64 {
    let output = Command::new("openssl")
        .args(["speed", "-seconds", "1", "rsa2048"])
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let row = text
        .lines()
        .rfind(|line| line.starts_with("rsa") && line.contains("2048 bits"))
        .unwrap();
    row.split_whitespace()
        .rev()
        .nth(1)
        .unwrap()
        .parse()
        .unwrap()
}
