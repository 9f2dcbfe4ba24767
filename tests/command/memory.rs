//! In: the built program, commands and the real window, with known keys. Out: whether nothing of a
//! private key is left in its memory once it has served.

#![cfg(target_os = "linux")]
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{PipeReader, PipeWriter, Write as _};
use std::os::unix::fs::FileExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rsa::pkcs1::DecodeRsaPrivateKey as _;
use rsa::traits::{PrivateKeyParts as _, PublicKeyParts as _};

use super::support::{PROGRAM, ROOT};

/// Bytes of a piece that are looked for.
const PIECE: usize = 16;

/// What may be left of a key, as pieces of 16 bytes; and which two bytes one of them begins with,
/// to look fast.
struct Pieces {
    all: HashSet<[u8; PIECE]>,
    begins: Vec<bool>,
}

impl Pieces {
    /// Every 16 bytes of d, p, q, dp, dq and qinv in both byte orders, and of their DER and Base64.
    fn of(pkcs1: &[u8]) -> Self {
        let key = rsa::PrivateKey::from_pkcs1_der(pkcs1).unwrap();
        let mut numbers: Vec<Vec<u8>> = vec![key.d().to_be_bytes().to_vec()];
        numbers.extend(
            key.primes()
                .iter()
                .map(|prime| prime.to_be_bytes().to_vec()),
        );
        numbers.extend(
            [key.dp(), key.dq()]
                .into_iter()
                .flatten()
                .map(|number| number.to_be_bytes().to_vec()),
        );

        // qinv stands in the DER last, and n and e stand in it first: those are public.
        let public = key.n().as_ref().to_be_bytes().len() + 24;
        numbers.push(pkcs1[public..].to_vec());
        let mut pieces = HashSet::new();

        for number in &numbers {
            let backwards: Vec<u8> = number.iter().rev().copied().collect();
            for order in [number, &backwards] {
                pieces.extend(
                    order
                        .windows(PIECE)
                        .map(|piece| <[u8; PIECE]>::try_from(piece).unwrap()),
                );
            }
        }

        // Base64 at each of the three places that bytes can have in it.
        for shift in 0..3 {
            let text = STANDARD.encode(&pkcs1[public + shift..]);
            pieces.extend(
                text.as_bytes()
                    .windows(PIECE)
                    .map(|piece| <[u8; PIECE]>::try_from(piece).unwrap()),
            );
        }

        // Runs of one byte stand everywhere.
        pieces.retain(|piece| piece.iter().collect::<HashSet<_>>().len() > 4);
        let mut begins = vec![false; 1 << 16];
        for piece in &pieces {
            begins[usize::from(u16::from_le_bytes([piece[0], piece[1]]))] = true;
        }

        Self {
            all: pieces,
            begins,
        }
    }

    fn has(&self, piece: &[u8]) -> bool {
        self.begins[usize::from(u16::from_le_bytes([piece[0], piece[1]]))]
            && self.all.contains(piece)
    }

    /// How many pieces stand in the memory of a process.
    fn found_in(&self, process: u32) -> usize {
        let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
        let memory = File::open(format!("/proc/{process}/mem")).unwrap();
        let mut found = 0;

        for line in maps.lines().filter(|line| {
            line.split(' ')
                .nth(1)
                .is_some_and(|rights| rights.starts_with("rw"))
        }) {
            let (from, to) = line.split(' ').next().unwrap().split_once('-').unwrap();
            let [from, to] = [from, to].map(|digits| u64::from_str_radix(digits, 16).unwrap());
            let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
            // Some mappings of graphics drivers cannot be read.
            if memory.read_exact_at(&mut bytes, from).is_ok() {
                found += bytes.windows(PIECE).filter(|piece| self.has(piece)).count();
            }
        }

        found
    }
}

/// Only root may look into a process that keeps to itself.
fn may_look() -> bool {
    let is_root = fs::metadata("/proc/self")
        .is_ok_and(|process| std::os::unix::fs::MetadataExt::uid(&process) == 0);
    assert!(
        is_root || std::env::var_os("CI").is_none(),
        "this test must run as root"
    );
    is_root
}

/// A pipe that takes not one byte more until it is read.
fn full_pipe() -> (PipeReader, PipeWriter) {
    let (reader, mut writer) = std::io::pipe().unwrap();
    // As many bytes as Linux lets a pipe hold at first.
    writer.write_all(&vec![b'.'; 1 << 16]).unwrap();
    (reader, writer)
}

/// Waits until a process sleeps in a write, or has ended.
fn await_writing(child: &mut Child) -> bool {
    for _ in 0..600 {
        if child.try_wait().unwrap().is_some() {
            return false;
        }

        let threads = fs::read_dir(format!("/proc/{}/task", child.id())).unwrap();
        let is_writing = |thread: std::io::Result<fs::DirEntry>| {
            let call = fs::read_to_string(thread.unwrap().path().join("wchan")).unwrap_or_default();
            call.contains("pipe_write") || call.contains("pipe_wait")
        };
        if threads.into_iter().any(is_writing) {
            return true;
        }

        thread::sleep(Duration::from_millis(50));
    }
    panic!("the command never wrote");
}

#[test]
fn no_command_keeps_a_key_while_its_result_is_read() {
    if !may_look() {
        return;
    }

    let folder = tempfile::tempdir().unwrap();
    let key = |name: &str| format!("{ROOT}/tests/data/keys/{name}");
    let pieces = Pieces::of(&fs::read(key("app.pkcs1.der")).unwrap());
    let [out, line] = ["out.pem", "out.txt"].map(|name| {
        let path = folder.path().join(name);
        path.display().to_string()
    });
    fs::write(folder.path().join("passphrase"), "test1234").unwrap();
    let passphrase = folder.path().join("passphrase").display().to_string();
    let order = format!("{ROOT}/assets/examples/platform-example.json");
    let private = key("app.pkcs8.pem");
    let sealed = key("app.pkcs8-pbkdf2-aes256.pem");
    let header = "SHA256-RSA2048 appid=tt1,nonce_str=n,timestamp=1,key_version=1,signature=QUJD";
    let public = key("app.public.spki.pem");
    let bare = key("app.pkcs1.bare.txt");
    let sign = |order, key| vec!["sign", "--order", order, "--app-id", "tt1", "--key", key];
    let judge = |command, data, header, key| {
        let given = ["--data", data, "--authorization", header, "--key", key];
        [&[command], &given[..]].concat()
    };
    let open = ["--passphrase-file", &passphrase];
    let commands = [
        sign(&order, &private),
        [sign(&order, &sealed), open.to_vec()].concat(),
        sign(&order, &bare),
        [&["key", "inspect", &private, &sealed], &open[..]].concat(),
        vec!["key", "convert", &private, "--to", "pkcs1", "--out", &out],
        vec!["key", "convert", &private, "--to", "bare", "--out", &line],
        judge("verify", &order, header, &private),
        judge("sandbox", &order, header, &private),
        // By mistake, where something else is due.
        sign(&private, &private),
        vec!["check", &private],
        vec!["explain", "-"],
        judge("verify", &private, header, &public),
        judge("sandbox", &order, &private, &public),
    ];

    for arguments in commands {
        // Both outputs are full: the command waits where it has its result, or has said why there
        // is none.
        let (reader, writer) = full_pipe();
        let mut child = Command::new(PROGRAM)
            .args(&arguments)
            .stdin(File::open(&private).unwrap())
            .stdout(writer.try_clone().unwrap())
            .stderr(writer)
            .spawn()
            .unwrap();
        assert!(await_writing(&mut child), "{arguments:?} wrote nothing");
        let found = pieces.found_in(child.id());
        child.kill().unwrap();
        child.wait().unwrap();
        drop(reader);
        assert_eq!(found, 0, "pieces of the key after {arguments:?}");
    }
}

#[test]
fn a_new_pair_is_gone_once_it_is_written() {
    if !may_look() {
        return;
    }

    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("new.pem");
    let (_reader, writer) = full_pipe();
    let mut child = Command::new(PROGRAM)
        .args([
            "key",
            "generate",
            "--form",
            "pkcs1",
            "--out",
            &out.display().to_string(),
        ])
        .stdin(Stdio::null())
        .stdout(writer.try_clone().unwrap())
        .stderr(writer)
        .spawn()
        .unwrap();
    assert!(await_writing(&mut child), "it wrote nothing");
    let pieces = Pieces::of(&pkcs1_of(&out));
    let found = pieces.found_in(child.id());

    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(found, 0, "pieces of the new key");

    // The control: what is there is found.
    let own = pkcs1_of(&out);
    assert!(
        pieces.found_in(std::process::id()) > 100,
        "{} bytes of it are in this process",
        own.len()
    );
}

/// A window on a display that exists in memory only.
struct Window {
    server: Child,
    program: Child,
    display: String,
}

impl Drop for Window {
    fn drop(&mut self) {
        for process in [&mut self.program, &mut self.server] {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

impl Window {
    /// Opens it on the page of keys, in English.
    fn open(folder: &Path) -> Self {
        let (mut reader, writer) = std::io::pipe().unwrap();
        let mut server = Command::new("sh")
            .args([
                "-c",
                "exec Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>&1 >/dev/null 2>&1",
            ])
            .stdout(writer)
            .spawn()
            .unwrap();

        let mut number = [0; 8];
        let length = std::io::Read::read(&mut reader, &mut number).unwrap();
        let display = format!(
            ":{}",
            std::str::from_utf8(&number[..length]).unwrap().trim()
        );
        fs::create_dir_all(folder.join("tt-order-builder")).unwrap();
        fs::write(
            folder.join("tt-order-builder/settings.json"),
            "{\"language\":\"en\"}",
        )
        .unwrap();
        let program = Command::new(PROGRAM)
            .env("DISPLAY", &display)
            .env("XDG_CONFIG_HOME", folder)
            .env("XDG_RUNTIME_DIR", folder)
            .env_remove("WAYLAND_DISPLAY")
            .stderr(Stdio::null())
            .spawn();

        let Ok(program) = program else {
            let _ = server.kill();
            panic!("the window did not open");
        };

        let window = Self {
            server,
            program,
            display,
        };
        window.xdotool(&[
            "search",
            "--sync",
            "--onlyvisible",
            "--name",
            "tt-order-builder$",
        ]);
        thread::sleep(Duration::from_secs(1));
        window.xdotool(&["search", "--name", "tt-order-builder$", "windowfocus"]);

        window
    }

    fn xdotool(&self, arguments: &[&str]) {
        let status = Command::new("timeout")
            .args(["60", "xdotool"])
            .args(arguments)
            .env("DISPLAY", &self.display)
            .output();
        assert!(status.unwrap().status.success(), "xdotool {arguments:?}");
    }

    fn click(&self, x: u32, y: u32) {
        self.xdotool(&[
            "mousemove",
            &x.to_string(),
            &y.to_string(),
            "sleep",
            "0.3",
            "click",
            "1",
        ]);
        thread::sleep(Duration::from_millis(500));
    }

    /// Removes the key that is shown: its button is this far down once all is scrolled.
    fn remove_shown(&self, y: u32) {
        let down = ["click", "--repeat", "12", "5", "sleep", "1"];
        self.xdotool(&["mousemove", "640", "600", "sleep", "0.3"]);
        self.xdotool(&down);
        self.click(755, y);
    }

    /// Looks into the memory until as much is found as is `wanted`; what was found last.
    fn await_pieces(&self, pieces: &Pieces, wanted: fn(usize) -> bool) -> usize {
        let mut found = 0;
        for _ in 0..12 {
            found = pieces.found_in(self.program.id());
            if wanted(found) {
                break;
            }
            thread::sleep(Duration::from_millis(500));
        }

        found
    }
}

/// Points down to the button that removes a key: of one from a file, which others can read, and of
/// a pasted one.
const REMOVE_FILE: u32 = 149;
const REMOVE_PASTED: u32 = 174;

#[test]
fn the_window_forgets_a_key_that_is_removed() {
    let missing = ["Xvfb", "xdotool", "xclip"].into_iter().find(|tool| {
        !Command::new("sh")
            .args(["-c", &format!("command -v {tool}")])
            .output()
            .unwrap()
            .status
            .success()
    });
    assert!(
        missing.is_none() || std::env::var_os("REQUIRE_RUNTIMES").is_none(),
        "{missing:?} is missing"
    );
    if missing.is_some() || !may_look() {
        return;
    }

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key.pem");
    fs::copy(format!("{ROOT}/tests/data/keys/app.pkcs8.pem"), &file).unwrap();

    // Its remark takes a line, on which the places below count.
    fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
    let pieces = Pieces::of(&fs::read(format!("{ROOT}/tests/data/keys/app.pkcs1.der")).unwrap());
    let window = Window::open(folder.path());
    assert_eq!(
        pieces.found_in(window.program.id()),
        0,
        "before it was loaded"
    );

    // By its path; it signs at once. A window that has only just come may not have heard the first
    // keys.
    let is_loaded = (0..3).any(|_| {
        window.xdotool(&["key", "ctrl+6", "sleep", "1"]);
        window.click(240, 329);
        window.xdotool(&["key", "ctrl+a"]);
        window.xdotool(&["type", "--delay", "5", &file.display().to_string()]);
        window.xdotool(&["key", "Return"]);

        window.await_pieces(&pieces, |found| found > 0) > 0
    });
    assert!(is_loaded, "the control: it is loaded");
    window.remove_shown(REMOVE_FILE);
    assert_eq!(
        window.await_pieces(&pieces, |found| found == 0),
        0,
        "after it was removed"
    );

    // By the clipboard, through the crates of the window system.
    let pem = File::open(&file).unwrap();
    let copied = Command::new("xclip")
        .args(["-selection", "clipboard"])
        .env("DISPLAY", &window.display)
        .stdin(pem)
        .status();
    assert!(copied.unwrap().success());
    window.click(279, 328);
    assert!(
        window.await_pieces(&pieces, |found| found > 0) > 0,
        "the control: it is pasted"
    );
    thread::sleep(Duration::from_secs(1));
    window.remove_shown(REMOVE_PASTED);
    assert_eq!(
        window.await_pieces(&pieces, |found| found == 0),
        0,
        "after the pasted one was removed"
    );
}

fn pkcs1_of(path: &Path) -> Vec<u8> {
    let text = fs::read_to_string(path).unwrap();
    let body: String = text.lines().filter(|line| !line.starts_with('-')).collect();
    STANDARD.decode(body).unwrap()
}
