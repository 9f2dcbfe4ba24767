//! In: the crates that are linked, and THIRD-PARTY.txt. Out: whether the file has the licences of
//! all of them.

use std::process::Command;

#[test]
fn the_licences_of_what_is_shipped_are_up_to_date() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/third-party");
    let Ok(output) = Command::new("python3").args([script, "--check"]).output() else {
        assert!(
            std::env::var_os("REQUIRE_RUNTIMES").is_none(),
            "python3 is missing"
        );
        return;
    };

    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = include_str!("../../THIRD-PARTY.txt");
    for part in [
        "option-ext",
        "Mozilla Public License",
        "aws-lc-sys",
        "Noto Sans SC",
        "SIL OPEN FONT LICENSE",
        "UBUNTU FONT",
    ] {
        assert!(text.contains(part), "{part}");
    }
}
