//! In: forged signatures, made with the private key where it takes one. Out: whether none of them
//! is called valid.

use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rsa::BoxedUint;
use rsa::pkcs1::DecodeRsaPrivateKey as _;
use rsa::traits::PublicKeyParts as _;
use sha2::{Digest as _, Sha256};
use tt_order_builder::core::diagnosis::search::Watch;
use tt_order_builder::core::diagnosis::{Case, Kind, KnownKey, Report, Verdict, verify};
use tt_order_builder::core::key::{Material, Opened, PublicKey, open, read};
use tt_order_builder::core::time::Timestamp;

/// Bytes of the modulus.
const K: usize = 256;

/// DigestInfo of SHA-256 up to the digest (RFC 8017, section 9.2, note 1).
const SHA256: &[u8] =
    b"\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20";
const SHA1: &[u8] = b"\x30\x21\x30\x09\x06\x05\x2b\x0e\x03\x02\x1a\x05\x00\x04\x14";

const DATA: &str = r#"{"skuList":[]}"#;

fn digest() -> Vec<u8> {
    Sha256::digest(format!("POST\n/requestOrder\n1700000000\nn\n{DATA}\n").as_bytes()).to_vec()
}

fn private() -> rsa::PrivateKey {
    let pem = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/data/keys/app.pkcs1.pem"
    ))
    .unwrap();
    rsa::PrivateKey::from_pkcs1_pem(&pem).unwrap()
}

fn public(file: &[u8]) -> PublicKey {
    match read::read(file).unwrap().remove(0).material.unwrap() {
        Material::Private(key) => key.public().clone(),
        Material::Public(key) => key,
        Material::Locked(_) => panic!("locked"),
    }
}

fn app() -> PublicKey {
    public(
        &std::fs::read(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/data/keys/app.pkcs8.pem"
        ))
        .unwrap(),
    )
}

fn report(signature: &[u8], key: PublicKey) -> Report {
    let header = format!(
        "SHA256-RSA2048 appid=tt0123456789abcdef,nonce_str=n,timestamp=1700000000,key_version=1,signature={}",
        STANDARD.encode(signature)
    );
    let case = Case {
        kind: Kind::Order,
        data: DATA.into(),
        authorization: header,
        ..Case::default()
    };

    let known = KnownKey {
        name: "app".into(),
        is_platform: false,
        is_expected: true,
        app_id: None,
        key_version: None,
        key,
    };
    verify(&case, &[known], Timestamp(1_700_000_001), &Watch::default())
}

/// The signature whose block this is: s = m^d mod n.
fn made(block: &[u8]) -> Vec<u8> {
    let number = BoxedUint::from_be_slice(block, 2048).unwrap();
    let raised =
        rsa::hazmat::rsa_decrypt(None::<&mut rand::rngs::ThreadRng>, &private(), &number).unwrap();
    fixed(&raised)
}

fn fixed(number: &BoxedUint) -> Vec<u8> {
    let bytes = number.to_be_bytes();
    [
        vec![0; K.saturating_sub(bytes.len())],
        bytes[bytes.len().saturating_sub(K)..].to_vec(),
    ]
    .concat()
}

/// `head`, as many FF as there is room for, 00, `tail`.
fn padded(head: &[u8], tail: &[u8]) -> Vec<u8> {
    [
        head,
        &vec![0xff; K - head.len() - tail.len() - 1],
        &[0],
        tail,
    ]
    .concat()
}

/// The same with so many FF only, and something behind.
fn short(fill: usize, tail: &[u8], behind: u8) -> Vec<u8> {
    let block = [&[0, 1][..], &vec![0xff; fill], &[0], tail].concat();
    [block.clone(), vec![behind; K - block.len()]].concat()
}

#[test]
fn no_forged_block_is_valid() {
    let info = [SHA256, &digest()].concat();
    assert_eq!(
        report(&made(&padded(&[0, 1], &info)), app()).verdict,
        Verdict::Valid,
        "the control"
    );

    let other = Sha256::digest(b"other").to_vec();
    let with = |part: &[u8], new: &[u8]| -> Vec<u8> {
        let at = info
            .windows(part.len())
            .position(|window| window == part)
            .unwrap();
        [&info[..at], new, &info[at + part.len()..]].concat()
    };

    let blocks: [(&str, Vec<u8>); 25] = [
        ("garbage behind the digest", short(8, &info, 0x5a)),
        ("zeros behind the digest", short(8, &info, 0)),
        ("FF behind the digest", short(8, &info, 0xff)),
        (
            "the DigestInfo twice",
            padded(&[0, 1], &[info.clone(), info.clone()].concat()),
        ),
        (
            "garbage in the parameters",
            padded(&[0, 1], &with(b"\x05\x00\x04\x20", b"\x04\x02ab\x04\x20")),
        ),
        (
            "no parameters",
            padded(&[0, 1], &with(b"\x05\x00\x04\x20", b"\x04\x20")),
        ),
        (
            "long form of the outer length (BER)",
            padded(&[0, 1], &with(b"\x30\x31\x30", b"\x30\x81\x31\x30")),
        ),
        (
            "indefinite length (BER)",
            padded(
                &[0, 1],
                &[&with(b"\x30\x31\x30", b"\x30\x80\x30")[..], b"\0\0"].concat(),
            ),
        ),
        (
            "long form of the digest's length",
            padded(&[0, 1], &with(b"\x04\x20", b"\x04\x81\x20")),
        ),
        (
            "constructed digest",
            padded(&[0, 1], &with(b"\x04\x20", b"\x24\x20")),
        ),
        ("block type 0", padded(&[0, 0], &info)),
        ("block type 2", padded(&[0, 2], &info)),
        ("block type 3", padded(&[0, 3], &info)),
        ("no leading zero", padded(&[1], &info)),
        ("seven FF", short(7, &info, 0)),
        ("no FF", short(0, &info, 0)),
        ("FE in the padding", {
            let mut block = padded(&[0, 1], &info);
            block[20] = 0xfe;
            block
        }),
        (
            "no zero behind the padding",
            [&[0, 1][..], &vec![0xff; K - 2 - info.len()], &info].concat(),
        ),
        (
            "digest one byte short",
            padded(&[0, 1], &info[..info.len() - 1]),
        ),
        (
            "digest one byte long",
            padded(&[0, 1], &[&info[..], &[0]].concat()),
        ),
        (
            "SHA-1 named over this digest",
            padded(&[0, 1], &[SHA1, &digest()].concat()),
        ),
        (
            "SHA-256 named over 20 bytes",
            padded(&[0, 1], &[SHA256, &digest()[..20]].concat()),
        ),
        ("the digest without DigestInfo", padded(&[0, 1], &digest())),
        (
            "another digest",
            padded(&[0, 1], &[SHA256, &other].concat()),
        ),
        ("nothing behind the padding", padded(&[0, 1], &[])),
    ];
    for (name, block) in blocks {
        let report = report(&made(&block), app());
        assert!(!report.verdict.is_valid(), "{name}: {:?}", report.verdict);
    }
}

#[test]
fn no_forged_number_is_valid() {
    let key = app();
    let n = private().n().as_ref().clone();
    let good = made(&padded(&[0, 1], &[SHA256, &digest()].concat()));
    let small = |number: u8| [vec![0; K - 1], vec![number]].concat();
    let minus_one = {
        let mut bytes = fixed(&n);
        *bytes.last_mut().unwrap() -= 1;
        bytes
    };
    let numbers: [(&str, Vec<u8>); 10] = [
        ("0", small(0)),
        ("1", small(1)),
        ("n - 1", minus_one),
        ("n", fixed(&n)),
        ("the largest", vec![0xff; K]),
        ("a zero in front", [&[0][..], &good].concat()),
        ("a zero behind", [&good[..], &[0]].concat()),
        ("the last byte gone", good[..K - 1].to_vec()),
        ("nothing", Vec::new()),
        ("backwards", good.iter().rev().copied().collect()),
    ];

    for (name, number) in numbers {
        let report = report(&number, key.clone());
        // A zero in front is a repair that is named, and so is never simply valid.
        assert!(
            report.verdict != Verdict::Valid,
            "{name}: {:?}",
            report.verdict
        );
        assert!(
            name == "a zero in front" || !report.verdict.is_valid(),
            "{name}: {:?}",
            report.verdict
        );
    }

    for out in [fixed(&n), vec![0xff; K]] {
        assert_eq!(open(&out, &key), Opened::OutOfRange);
        let codes: Vec<_> = report(&out, key.clone())
            .findings
            .iter()
            .map(|finding| finding.code.name())
            .collect();
        assert!(codes.contains(&"signature.out_of_range"), "{codes:?}");
    }
}

#[test]
fn s_plus_n_is_not_s() {
    // Some digest has a signature that is so small that n can be added to it within 256 bytes.
    let n = private().n().as_ref().clone();
    let found = (0..2000_u32).find_map(|round| {
        let info = [SHA256, &Sha256::digest(round.to_be_bytes())].concat();
        let signature = made(&padded(&[0, 1], &info));
        let sum = added(&signature, &fixed(&n))?;
        Some((signature, sum))
    });

    let (signature, sum) = found.unwrap();
    assert!(matches!(open(&signature, &app()), Opened::Pkcs1 { .. }));
    assert_eq!(open(&sum, &app()), Opened::OutOfRange);
}

/// The sum of two numbers of 256 bytes, where it has no more.
fn added(one: &[u8], other: &[u8]) -> Option<Vec<u8>> {
    let mut carry = 0;
    let mut sum: Vec<u8> = one
        .iter()
        .zip(other)
        .rev()
        .map(|(a, b)| {
            let digit = u16::from(*a) + u16::from(*b) + carry;
            carry = digit >> 8;
            digit.to_be_bytes()[1]
        })
        .collect();
    sum.reverse();
    (carry == 0).then_some(sum)
}

#[test]
fn a_cube_root_signs_nothing() {
    // Bleichenbacher's forgery of 2006: with e = 3 a cube root of a block with garbage behind needs
    // no private key.
    let pem = Command::new("openssl")
        .args(["genrsa", "-3", "2048"])
        .output()
        .unwrap();
    assert!(pem.status.success());
    let key = public(&pem.stdout);
    assert_eq!(key.exponent(), "3");
    let block = short(8, &[SHA256, &digest()].concat(), 0xff);
    let root = cube_root(&block);
    let cube = product(&product(&root, &root), &root);
    let mut whole: Vec<u8> = cube.iter().rev().copied().collect();

    whole = [
        vec![0; K.saturating_sub(whole.len())],
        whole[whole.len().saturating_sub(K)..].to_vec(),
    ]
    .concat();
    assert_eq!(whole[..60], block[..60], "a lax verifier would take it");
    let forged: Vec<u8> = root.iter().rev().copied().collect();
    let forged = [vec![0; K - forged.len()], forged].concat();
    assert!(!report(&forged, key).verdict.is_valid());
}

/// The product of two numbers, bytes from the lowest.
fn product(one: &[u8], other: &[u8]) -> Vec<u8> {
    let mut digits = vec![0_u64; one.len() + other.len()];
    for (place, a) in one.iter().enumerate() {
        for (other_place, b) in other.iter().enumerate() {
            digits[place + other_place] += u64::from(*a) * u64::from(*b);
        }
    }

    let mut carry = 0;
    let bytes = digits.into_iter().map(|digit| {
        let sum = digit + carry;
        carry = sum >> 8;
        sum.to_le_bytes()[0]
    });
    bytes.collect()
}

/// The largest number whose cube is not above a block's, bytes from the lowest.
fn cube_root(block: &[u8]) -> Vec<u8> {
    let target: Vec<u8> = block.iter().rev().copied().collect();
    let mut root = vec![0; K / 3 + 1];
    for bit in (0..root.len() * 8).rev() {
        root[bit / 8] |= 1 << (bit % 8);
        let cube = product(&product(&root, &root), &root);
        let above = (0..cube.len().max(K)).rev().find_map(|place| {
            let (a, b) = (
                cube.get(place).unwrap_or(&0),
                target.get(place).unwrap_or(&0),
            );
            (a != b).then_some(a > b)
        });

        if above == Some(true) {
            root[bit / 8] &= !(1 << (bit % 8));
        }
    }

    root
}
