//! In: the code that mends causes, in every language. Out: whether each piece runs in its language.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use tt_order_builder::core::diagnosis::mend::Topic;
use tt_order_builder::core::language::Language;

const KEYS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/keys");

const NODE: &str = r"
const crypto = require('crypto'); const fs = require('fs');
const privateKey = fs.readFileSync(process.argv[2] + '/app.pkcs8.pem');
const platformKey = fs.readFileSync(process.argv[2] + '/app.public.spki.pem');
const sign = (text) => crypto.sign('sha256', Buffer.from(text), privateKey).toString('base64');
const headerOf = (text) => text, send = JSON.stringify;
const order = { orderEntrySchema: {} }, yuan = 19.9, appId = 'tt1', keyVersion = '1';
const timestamp = 1, nonce = 'n', data = '{}', text = 't', signature = Buffer.from('s'), base64 = 's';
const request = { headers: { 'byte-timestamp': '1', 'byte-nonce-str': 'n', 'byte-signature': sign('1\nn\n{}\n') }, body: Buffer.from('{}') };
";

const PYTHON: &str = "
import base64, hashlib, json, secrets, sys, time
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
private_key = serialization.load_pem_private_key(open(sys.argv[1] + '/app.pkcs8.pem', 'rb').read(), None)
platform_key = private_key.public_key()
def sign(text):
    made = private_key.sign(text.encode(), padding.PKCS1v15(), hashes.SHA256())
    return base64.b64encode(made).decode()
def header_of(text): return text
send = json.dumps
order, yuan, app_id, key_version = {'orderEntrySchema': {}}, 19.9, 'tt1', '1'
timestamp, nonce, data, text, signature, encoded = 1, 'n', '{}', 't', b's', 's'
class request:
    headers = {'Byte-Timestamp': '1', 'Byte-Nonce-Str': 'n', 'Byte-Signature': sign('1\\nn\\n{}\\n')}
    get_data = staticmethod(lambda: b'{}')
";

const PHP: &str = r#"<?php
$privateKey = file_get_contents($argv[1] . '/app.pkcs8.pem');
$platformKey = file_get_contents($argv[1] . '/app.public.spki.pem');
function sign($text) { global $privateKey; openssl_sign($text, $made, $privateKey, OPENSSL_ALGO_SHA256); return base64_encode($made); }
function header_of($text) { return $text; }
$order = ['orderEntrySchema' => []]; $yuan = 19.9; $appId = 'tt1'; $keyVersion = '1';
$timestamp = 1; $nonce = 'n'; $data = '{}'; $text = 't'; $signature = 's';
$_SERVER['HTTP_BYTE_TIMESTAMP'] = '1'; $_SERVER['HTTP_BYTE_NONCE_STR'] = 'n'; $_SERVER['HTTP_BYTE_SIGNATURE'] = sign("1\nn\n\n");
"#;

const JAVA: &str = r#"
import java.io.*; import java.math.BigDecimal; import java.nio.charset.StandardCharsets; import java.nio.file.*;
import java.security.*; import java.security.spec.*; import java.util.*;
public class Mends {
    static class JSON { static String toJSONString(Object value) { return value.toString(); } }
    static class GsonBuilder {
        GsonBuilder disableHtmlEscaping() { return this; } GsonBuilder create() { return this; }
        String toJson(Object value) { return value.toString(); }
    }
    static class Request {
        InputStream getInputStream() { return new ByteArrayInputStream("{}".getBytes()); }
        String getHeader(String name) { return name.endsWith("Signature") ? "AAAA" : "1"; }
    }
    static String sign(String text) { return text; } static String headerOf(String text) { return text; }
    static void send(Object value) { }
    static PrivateKey privateKey; static PublicKey platformKey; static Request request = new Request();
    static Map<String, Object> order = new HashMap<>(), schema = new HashMap<>();
    static BigDecimal yuan = new BigDecimal("19.90"); static long timestamp = 1; static byte[] signature = {1};
    static String nonce = "n", data = "{}", text = "t", appId = "tt1", keyVersion = "1", encoded = "s";
"#;

const GO: &str = r#"package main
import ("bytes"; "crypto"; "crypto/rand"; "crypto/rsa"; "crypto/sha256"; "encoding/base64"; "encoding/hex"; "encoding/json"; "fmt"; "io"; "math"; "net/http"; "strings"; "time")
var _ = []any{bytes.MinRead, crypto.SHA256, rand.Reader, sha256.Size, base64.StdEncoding, hex.EncodeToString, json.Marshal, fmt.Sprint, io.EOF, math.Pi, http.MethodGet, strings.Join, time.Now}
var privateKey, _ = rsa.GenerateKey(rand.Reader, 2048)
var platformKey = &privateKey.PublicKey
var request, _ = http.NewRequest("POST", "/", strings.NewReader("{}"))
var order, schema = map[string]any{}, map[string]any{}
var timestamp, nonce, data, text, appID, keyVersion, encoded, yuan, signature = int64(1), "n", "{}", "t", "tt1", "1", "s", 19.9, []byte("s")
func sign(text string) string { return text }
func headerOf(text string) string { return text }
func send(value any) {}
"#;

/// Runs a program; `None` where its runtime is not there and need not be.
fn run(program: &str, arguments: &[&str], what: &str, text: &str) {
    let output = match Command::new(program).args(arguments).arg(KEYS).output() {
        Ok(output) => output,
        Err(error) => {
            let is_required = std::env::var_os("REQUIRE_RUNTIMES").is_some();
            assert!(!is_required, "{program}: {error}");
            return;
        }
    };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let printed = String::from_utf8_lossy(&output.stdout);
    let is_quiet = !printed.contains("Warning") && !printed.contains("Fatal");
    assert!(
        output.status.success() && is_quiet,
        "{what}: {said}{printed}\n{text}"
    );
}

fn after(server: Language, topic: Topic) -> &'static str {
    server.mend(topic).unwrap().after
}

/// Each topic in a program of its own.
fn each(server: Language, program: &str, name: &str, make: impl Fn(&str) -> String) {
    let folder = tempfile::tempdir().unwrap();
    for topic in Topic::ALL {
        let text = make(after(server, topic));
        let file = folder.path().join(name);
        std::fs::write(&file, &text).unwrap();
        let what = format!("{} {}", server.name(), topic.name());
        run(program, &[file.to_str().unwrap()], &what, &text);
    }
}

/// All topics in one program, which takes long to compile.
fn together(path: &Path, program: &str, arguments: &[&str], text: &str) {
    std::fs::write(path, text).unwrap();
    let file = path.to_str().unwrap();
    run(program, &[arguments, &[file]].concat(), program, text);
}

#[test]
fn node_runs_what_mends() {
    each(Language::Node, "node", "mend.js", |after| {
        format!("{NODE}\n{{\n{after}\n}}\n")
    });
}

#[test]
fn python_runs_what_mends() {
    let python = "/usr/bin/python3";
    each(Language::Python, python, "mend.py", |after| {
        format!("{PYTHON}\n{after}\n")
    });
}

#[test]
fn php_runs_what_mends() {
    each(Language::Php, "php", "mend.php", |after| {
        format!("{PHP}\n{after}\n")
    });
}

#[test]
fn java_runs_what_mends() {
    let folder = tempfile::tempdir().unwrap();
    let mut text = JAVA.to_owned();
    let mut calls = String::new();
    for topic in Topic::ALL {
        let (name, after) = (topic.name(), after(Language::Java, topic));
        writeln!(
            text,
            "static void {name}() throws Exception {{\n{after}\n}}"
        )
        .unwrap();
        writeln!(calls, "{name}();").unwrap();
    }
    writeln!(
        text,
        "public static void main(String[] args) throws Exception {{
        KeyPair pair = KeyPairGenerator.getInstance(\"RSA\").generateKeyPair();
        privateKey = pair.getPrivate(); platformKey = pair.getPublic();
        try {{ {calls} }} catch (SignatureException wrongLength) {{ }} }} }}"
    )
    .unwrap();
    together(&folder.path().join("Mends.java"), "java", &[], &text);
}

#[test]
fn go_runs_what_mends() {
    let folder = tempfile::tempdir().unwrap();
    let mut text = GO.to_owned();
    let mut calls = String::new();
    for topic in Topic::ALL {
        let (name, after) = (topic.name(), after(Language::Go, topic));
        // What is declared must be used in Go.
        let mut used = String::new();
        for line in after.lines() {
            let declared = line.split_once(":=").map(|(names, _)| names);
            let var = line
                .strip_prefix("var ")
                .and_then(|rest| rest.split(' ').next());
            let names = declared
                .into_iter()
                .chain(var)
                .flat_map(|names| names.split(','));
            for name in names.map(str::trim).filter(|name| *name != "_") {
                writeln!(used, "_ = {name}").unwrap();
            }
        }
        writeln!(text, "func run_{name}() {{\n{after}\n{used}}}").unwrap();
        writeln!(calls, "run_{name}()").unwrap();
    }
    writeln!(text, "func main() {{\n{calls}}}").unwrap();
    together(&folder.path().join("mends.go"), "go", &["run"], &text);
}

/// C# is not run here: its code is looked at as text.
#[test]
fn c_sharp_has_the_same_topics() {
    for topic in Topic::ALL {
        let after = after(Language::CSharp, topic);
        assert!(after.trim_end().ends_with([';', '}']), "{after}");
    }
}
