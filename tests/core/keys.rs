//! In: key files as people have them, and damaged ones. Out: whether each is read with the right
//! description, or refused in words.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use proptest::prelude::*;
use rand::SeedableRng as _;
use rstest::rstest;
use tt_order_builder::core::key::write::{self, PrivateForm};
use tt_order_builder::core::key::{
    Fingerprint, Item, KeyError, Material, Passphrase, PrivateKey, may_hold_private_key, read,
};

const PASSPHRASE: &str = "test1234";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/keys")
}

pub fn file(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap()
}

/// Every key file with what is found in it: `format bits container repairs`, or the error's name.
pub const FILES: &[(&str, &[&str])] = &[
    ("app.certificate.pem", &["certificate 2048 pem"]),
    ("app.pkcs1-legacy-encrypted.pem", &["!legacy_encrypted"]),
    ("app.pkcs1.bare.txt", &["pkcs1 2048 base64"]),
    ("app.pkcs1.der", &["pkcs1 2048 der"]),
    ("app.pkcs1.pem", &["pkcs1 2048 pem"]),
    ("app.pkcs8-pbkdf2-aes256.pem", &["encrypted-pkcs8 2048 pem"]),
    ("app.pkcs8-scrypt.pem", &["encrypted-pkcs8 2048 pem"]),
    (
        "app.pkcs8.bare-backslash-n.txt",
        &["pkcs8 2048 base64 literal_newlines"],
    ),
    ("app.pkcs8.bare-wrapped.txt", &["pkcs8 2048 base64"]),
    ("app.pkcs8.bare.txt", &["pkcs8 2048 base64"]),
    ("app.pkcs8.bom.pem", &["pkcs8 2048 pem byte_order_mark"]),
    ("app.pkcs8.crlf.pem", &["pkcs8 2048 pem carriage_returns"]),
    ("app.pkcs8.der", &["pkcs8 2048 der"]),
    (
        "app.pkcs8.leading-text.pem",
        &["pkcs8 2048 pem text_around"],
    ),
    (
        "app.pkcs8.one-line-env.txt",
        &["pkcs8 2048 pem literal_newlines"],
    ),
    ("app.pkcs8.pem", &["pkcs8 2048 pem"]),
    (
        "app.public-then-private.pem",
        &["spki 2048 pem", "pkcs8 2048 pem"],
    ),
    ("app.public.bare.txt", &["spki 2048 base64"]),
    ("app.public.pkcs1.pem", &["pkcs1-public 2048 pem"]),
    ("app.public.spki.pem", &["spki 2048 pem"]),
    ("app1024.pkcs8.pem", &["pkcs8 1024 pem"]),
    ("app3072.pkcs8.pem", &["pkcs8 3072 pem"]),
    ("app4096.pkcs8.pem", &["pkcs8 4096 pem"]),
    ("bad.ec.pem", &["!other_algorithm"]),
    ("bad.ed25519.pem", &["!other_algorithm"]),
    ("bad.empty-body.pem", &["!empty_body"]),
    ("bad.empty-file.pem", &["!empty"]),
    ("bad.label.pem", &["pkcs8 2048 pem label"]),
    ("bad.not-base64.pem", &["!not_base64"]),
    ("bad.openssh-public.txt", &["!openssh_public"]),
    ("bad.random.der", &["!no_key"]),
    ("bad.truncated.pem", &["!cut_off"]),
    ("other.pkcs8.pem", &["pkcs8 2048 pem"]),
    ("other.public.spki.pem", &["spki 2048 pem"]),
];

fn described(item: &Item) -> String {
    let material = match &item.material {
        Err(error) => return format!("!{}", error.name()),
        Ok(material) => material,
    };
    let bits = match material {
        Material::Private(key) => key.bits(),
        Material::Public(key) => key.bits(),
        Material::Locked(key) => {
            assert_eq!(
                key.open(&Passphrase::new("test123".to_owned()))
                    .unwrap_err(),
                KeyError::WrongPassphrase
            );
            key.open(&Passphrase::new(PASSPHRASE.to_owned()))
                .unwrap()
                .bits()
        }
    };

    let mut parts = vec![
        material.format().name().to_owned(),
        bits.to_string(),
        item.container.name().to_owned(),
    ];
    parts.extend(item.repairs.iter().map(|repair| repair.name().to_owned()));
    parts.join(" ")
}

fn fingerprint(item: &Item) -> Fingerprint {
    match item.material.as_ref().unwrap() {
        Material::Private(key) => key.fingerprint().clone(),
        Material::Public(key) => key.fingerprint().clone(),
        Material::Locked(key) => key
            .open(&Passphrase::new(PASSPHRASE.to_owned()))
            .unwrap()
            .fingerprint()
            .clone(),
    }
}

#[rstest]
fn every_file_is_described_or_refused_by_name(#[files("tests/data/keys/*")] path: PathBuf) {
    let name = path.file_name().unwrap().to_str().unwrap();
    let expected = FILES.iter().find(|(named, _)| *named == name);
    let (_, expected) = expected.expect("every file is named in the test");
    let app = fingerprint(&read::read(&file("app.pkcs8.pem")).unwrap()[0]);
    let found = match read::read(&file(name)) {
        Err(error) => vec![format!("!{}", error.name())],
        Ok(items) => {
            let mut keys = items.iter().filter(|item| item.material.is_ok());
            let same = keys.all(|item| fingerprint(item) == app);
            assert!(
                same || !name.starts_with("app."),
                "it is the application key"
            );
            items.iter().map(described).collect()
        }
    };
    assert_eq!(found, *expected);
}

#[test]
fn every_file_that_is_named_is_there() {
    for (name, _) in FILES {
        assert!(folder().join(name).is_file(), "{name}");
    }
}

#[rstest]
#[case("app.public.spki.pem", "public")]
#[case("app.public.pkcs1.pem", "public")]
#[case("app.public.bare.txt", "public")]
#[case("app.certificate.pem", "certificate")]
#[case("app.pkcs8-scrypt.pem", "encrypted")]
#[case("app1024.pkcs8.pem", "too_small")]
#[case("bad.ec.pem", "other_algorithm")]
fn what_cannot_sign_says_what_it_is(#[case] name: &str, #[case] error: &str) {
    assert_eq!(
        PrivateKey::from_file(&file(name)).unwrap_err().name(),
        error,
        "{name}"
    );
}

#[test]
fn what_cannot_sign_says_what_it_is_besides() {
    assert!(PrivateKey::from_file(&file("app.public-then-private.pem")).is_ok());
}

#[test]
#[expect(clippy::too_many_lines, reason = "most of it is a table")]
fn what_people_do_to_keys_is_repaired_and_said() {
    let pem = String::from_utf8(file("app.pkcs8.pem")).unwrap();
    let bare = String::from_utf8(file("app.pkcs8.bare.txt"))
        .unwrap()
        .trim()
        .to_owned();
    let utf16: Vec<u8> = [0xfeff]
        .into_iter()
        .chain(pem.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let mut gbk = vec![0xd3, 0xa6, 0xd3, 0xc3, b'\n'];
    gbk.extend(pem.as_bytes());
    let der = [&file("app.pkcs8.der")[..], b"\n"].concat();
    let configured = bare
        .as_bytes()
        .chunks(64)
        .map(|line| std::str::from_utf8(line).unwrap());
    let configured = configured.collect::<Vec<_>>().join("\\\n  ");
    let numbered = (1..)
        .zip(pem.lines())
        .map(|(number, line)| format!("{number:3}: {line}\n"));
    let numbered: String = numbered.collect();
    let cases: [(&str, Vec<u8>, &str); 23] = [
        (
            "decoded as a URL",
            pem.replace('+', " ").into(),
            "pkcs8 2048 pem plus_as_blank",
        ),
        (
            "decoded as a URL, in one line",
            bare.replace('+', " ").into(),
            "pkcs8 2048 base64 plus_as_blank",
        ),
        (
            "JSON of PHP",
            format!(
                "{{\"key\":\"{}\"}}",
                pem.replace('\n', "\\n").replace('/', "\\/")
            )
            .into(),
            "pkcs8 2048 pem literal_newlines escapes text_around",
        ),
        (
            "a member of JSON",
            format!("{{\"privateKey\":\"{bare}\",\"a\":1}}").into(),
            "pkcs8 2048 base64 text_around",
        ),
        (
            "properties",
            format!("# key\nprivate.key = {configured}\nother=1").into(),
            "pkcs8 2048 base64 escapes text_around",
        ),
        (
            "one line",
            pem.trim().replace('\n', " ").into(),
            "pkcs8 2048 pem one_line",
        ),
        (
            "no line ends",
            pem.replace('\n', "").into(),
            "pkcs8 2048 pem one_line",
        ),
        (
            "doubled backslashes",
            pem.replace('\n', "\\\\n").into(),
            "pkcs8 2048 pem literal_newlines",
        ),
        (
            "JSON",
            format!("{{\"key\":\"{}\"}}", pem.replace('\n', "\\n")).into(),
            "pkcs8 2048 pem literal_newlines text_around",
        ),
        (
            "lost dash",
            pem.replacen("-----BEGIN", "----BEGIN", 1).into(),
            "pkcs8 2048 pem dashes",
        ),
        (
            "wrong label",
            pem.replace("PRIVATE", "RSA PRIVATE").into(),
            "pkcs8 2048 pem label",
        ),
        (
            "lost padding",
            pem.replace('=', "").into(),
            "pkcs8 2048 pem padding",
        ),
        (
            "quotes",
            format!("\"{bare}\"").into(),
            "pkcs8 2048 base64 text_around",
        ),
        (
            "variable",
            format!("PRIVATE_KEY={bare}\n").into(),
            "pkcs8 2048 base64 text_around",
        ),
        (
            "no-break space",
            pem.replacen('\n', "\u{a0}\n", 1).into(),
            "pkcs8 2048 pem invisible",
        ),
        (
            "headers",
            pem.replacen('\n', "\nComment: mine\n\n", 1).into(),
            "pkcs8 2048 pem",
        ),
        (
            "a mail",
            format!("> {}", pem.trim().replace('\n', "\n> ")).into(),
            "pkcs8 2048 pem text_around",
        ),
        (
            "a difference",
            format!("+{}", pem.trim().replace('\n', "\n+")).into(),
            "pkcs8 2048 pem text_around",
        ),
        (
            "numbers of lines",
            numbered.into(),
            "pkcs8 2048 pem text_around",
        ),
        (
            "a web page",
            format!("<p>{}</p>", pem.trim().replace('\n', "<br/>")).into(),
            "pkcs8 2048 pem text_around",
        ),
        ("UTF-16", utf16, "pkcs8 2048 pem utf16"),
        ("a comment in GBK", gbk, "pkcs8 2048 pem text_around"),
        ("DER and a line end", der, "pkcs8 2048 der bytes_behind"),
    ];

    let padded = pem.contains('=');
    for (what, bytes, expected) in cases {
        let items = read::read(&bytes).unwrap();
        let expected = if what == "lost padding" && !padded {
            "pkcs8 2048 pem"
        } else {
            expected
        };

        assert_eq!(
            items.iter().map(described).collect::<Vec<_>>(),
            [expected],
            "{what}"
        );
    }
}

#[test]
fn one_damaged_key_does_not_hide_the_others() {
    let good = String::from_utf8(file("app.pkcs8.pem")).unwrap();
    let cut: String = String::from_utf8(file("bad.truncated.pem")).unwrap();
    for (text, expected) in [
        (format!("{good}{cut}"), ["pkcs8 2048 pem", "!cut_off"]),
        (format!("{cut}\n{good}"), ["!cut_off", "pkcs8 2048 pem"]),
    ] {
        let items = read::read(text.as_bytes()).unwrap();
        assert_eq!(items.iter().map(described).collect::<Vec<_>>(), expected);
        assert!(PrivateKey::from_file(text.as_bytes()).is_ok());
    }
}

#[test]
fn many_blocks_are_not_read_without_end() {
    let text = "-BEGIN A-\n-END A-\n".repeat((1 << 20) / 19);
    assert!(read::read(text.as_bytes()).unwrap().len() <= 64);
    let text = "-BEGIN ".repeat((1 << 20) / 7);
    assert!(read::read(text.as_bytes()).unwrap().len() <= 64);
}

#[test]
fn formats_that_are_not_read_are_named() {
    let ec = b"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    let cases: [(&[u8], &str); 10] = [
        (ec, "other_algorithm"),
        (b"ssh-rsa AAAA me@here", "openssh_public"),
        (b"-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----\n", "openssh"),
        (b"PuTTY-User-Key-File-3: ssh-rsa\n", "putty"),
        (b"{\"kty\":\"RSA\",\"n\":\"AQAB\"}", "jwk"),
        (b"<RSAKeyValue><Modulus>AQAB</Modulus></RSAKeyValue>", "xml"),
        (b"\xfe\xed\xfe\xed\0\0\0\x02", "key_store"),
        (b"-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----\n", "request"),
        (b"hello", "no_key"),
        (b" \n\t", "empty"),
    ];
    for (bytes, error) in cases {
        let found = read::read(bytes).and_then(|mut items| items.remove(0).material.map(|_| ()));
        assert_eq!(found.unwrap_err().name(), error);
    }

    assert_eq!(
        read::read(&vec![b'A'; (1 << 20) + 1]).unwrap_err(),
        KeyError::TooLarge
    );
}

#[test]
fn what_is_written_is_read_back() {
    let key = PrivateKey::from_file(&file("app.pkcs8.pem")).unwrap();
    for (form, expected) in [
        (PrivateForm::Pkcs8, "pkcs8 2048 pem"),
        (PrivateForm::Pkcs1, "pkcs1 2048 pem"),
        (PrivateForm::Pkcs8Base64, "pkcs8 2048 base64"),
        (PrivateForm::Pkcs1Base64, "pkcs1 2048 base64"),
    ] {
        let text = write::private(&key, form).unwrap();
        let items = read::read(text.as_bytes()).unwrap();
        assert_eq!(described(&items[0]), expected);
        assert_eq!(&fingerprint(&items[0]), key.fingerprint());
        assert!(
            may_hold_private_key(&text),
            "{form:?} never reaches a text field"
        );
    }

    // OpenSSL writes the same PEM.
    assert_eq!(
        write::private(&key, PrivateForm::Pkcs8).unwrap().as_bytes(),
        file("app.pkcs8.pem")
    );
    assert_eq!(
        write::private(&key, PrivateForm::Pkcs1).unwrap().as_bytes(),
        file("app.pkcs1.pem")
    );
    assert_eq!(
        key.public().spki_pem().as_bytes(),
        file("app.public.spki.pem")
    );
    assert_eq!(
        key.public().spki_base64(),
        String::from_utf8(file("app.public.bare.txt"))
            .unwrap()
            .trim()
    );
    assert!(!may_hold_private_key(&key.public().spki_pem()));
    assert!(!may_hold_private_key(&key.public().spki_base64()));

    let sealed = write::encrypted(
        &key,
        &Passphrase::new(PASSPHRASE.to_owned()),
        &mut rand::rngs::StdRng::seed_from_u64(1),
    );
    assert_eq!(
        described(&read::read(sealed.unwrap().as_bytes()).unwrap()[0]),
        "encrypted-pkcs8 2048 pem"
    );
}

/// One change somewhere in a file.
fn mutated(bytes: &[u8], edits: &[(usize, u8, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (place, kind, byte) in edits {
        let at = place % (bytes.len() + 1);
        match kind % 5 {
            0 => bytes.insert(at, *byte),
            1 if at < bytes.len() => bytes[at] ^= byte,
            2 => bytes.truncate(at),
            3 => drop(bytes.drain(at..(at + usize::from(*byte)).min(bytes.len()))),
            _ => bytes.extend_from_within(at.min(bytes.len())..),
        }
    }

    bytes
}

/// 20,000 files: none may panic. The slowest is printed (`--nocapture`); a machine that is busy
/// with other things fails no test by it.
#[expect(clippy::print_stdout, reason = "the figure is for people")]
#[test]
fn no_file_does_harm() {
    let files: Vec<Vec<u8>> = FILES.iter().map(|(name, _)| file(name)).collect();
    let strategy = prop_oneof![
        8 => (0..files.len(), prop::collection::vec((any::<usize>(), any::<u8>(), any::<u8>()), 1..6))
            .prop_map(move |(index, edits)| mutated(&files[index], &edits)),
        1 => prop::collection::vec(any::<u8>(), 0..2000),
    ];
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(20_000));
    let slowest = std::cell::Cell::new(Duration::ZERO);
    runner
        .run(&strategy, |bytes| {
            let start = Instant::now();
            if let Ok(items) = read::read(&bytes) {
                prop_assert!(items.len() <= bytes.len());
            }

            slowest.set(slowest.get().max(start.elapsed()));
            Ok(())
        })
        .unwrap();
    println!("slowest of 20,000 key files: {:?}", slowest.get());
}
