// In: the folder of the keys. Out: one line of JSON for each faulty payload, made with Node's own crypto and JSON.
import crypto from 'node:crypto';
import fs from 'node:fs';

const folder = process.argv[2];
const key = (name) => crypto.createPrivateKey(fs.readFileSync(`${folder}/${name}`));
const app = key('app.pkcs8.pem');
const order = {
  skuList: [{
    skuId: 'abcd', price: 1, quantity: 2, title: '会员月卡 <A&B>', imageList: ['https://example.com/a.png'],
    type: 401, tagGroupId: 'tag_group_7272625659888041996', note: null,
  }],
  outOrderNo: 'out_1', totalAmount: 2, orderEntrySchema: { path: 'page/index/index', params: '{"id":1234}' },
};
const data = JSON.stringify(order);
const nonce = '9ea89b69ed451adefc0448d1b7248be0';
const time = 1700000000;
const lines = (body, { method = 'POST', uri = '/requestOrder', at = time, random = nonce } = {}) =>
  [method, uri, String(at), random, body];
const string = (body, change) => lines(body, change).map((line) => `${line}\n`).join('');
const sign = (text, { signer = app, hash = 'sha256', padding = crypto.constants.RSA_PKCS1_PADDING } = {}) =>
  crypto.sign(hash, Buffer.from(text), { key: signer, padding }).toString('base64');
const header = (signature, { at = time, random = nonce, version = '1' } = {}) =>
  `SHA256-RSA2048 appid=tt0123456789abcdef,nonce_str=${random},timestamp=${at},key_version=${version},signature=${signature}`;

const put = (code, authorization, more = {}) => {
  const { body = data, also = [], keys = ['app'], verdict, ...rest } = more;
  console.log(JSON.stringify({
    code, also, verdict, keys, data: Buffer.from(body).toString('base64'), authorization, ...rest,
  }));
};
// What was signed is not what is sent.
const signed = (code, text, more) => put(code, header(sign(text)), { verdict: 'different_bytes', ...more });
const good = header(sign(string(data)));

put('', good, { verdict: 'valid' });

// The header.
put('header.scheme', good.replace('SHA256-RSA2048 ', 'ByteAuthorization '), { verdict: 'valid_but_suspicious' });
put('header.scheme', good.replace('SHA256-RSA2048 ', ''), {});
put('-header.quoted', good.replace(/=([^,=]+={0,2})(,|$)/g, '="$1"$2'), { verdict: 'valid' });
put('header.spacing', good.replaceAll(',', ', '), {});
put('header.spacing', good.replace('2048 ', '2048  '), {});
put('header.field_missing', good.replace('key_version=1,', ''), {});
put('header.field_repeated', good.replace('key_version=1,', 'key_version=1,key_version=1,'), {});
put('-header.order', `SHA256-RSA2048 ${good.slice(15).split(',').reverse().join(',')}`, {});
put('header.fullwidth', good.replaceAll(',', '，'), {});

// The signature's text.
const b64 = sign(string(data));
const damaged = (code, text, more) => put(code, header(text), { verdict: 'damaged_signature', ...more });
damaged('signature.urlsafe', Buffer.from(b64, 'base64').toString('base64url'), { also: ['signature.padding_lost'] });
damaged('signature.wrapped', b64.replace(/(.{76})/g, '$1\n'));
damaged('signature.space_for_plus', new URLSearchParams(`s=${b64}`).get('s'));
damaged('signature.percent_encoded', encodeURIComponent(b64));
damaged('signature.padding_lost', b64.split('=')[0]);
damaged('signature.truncated', b64.slice(0, 255));
damaged('signature.truncated', b64.slice(0, 307));
damaged('signature.hex', Buffer.from(b64, 'base64').toString('hex'));
damaged('signature.md5_hex', crypto.createHash('md5').update(data + 'SALT').digest('hex'));
damaged('signature.length_vs_key', sign(string(data), { signer: key('app1024.pkcs8.pem') }));

// The key.
const other = header(sign(string(data), { signer: key('other.pkcs8.pem') }));
put('key.unknown', other, { verdict: 'unknown_key' });
put('key.other_in_ring', other, { keys: ['app', 'other'], verdict: 'valid_but_suspicious' });
put('key.platform_used', other, { keys: ['app', 'platform:other'], verdict: 'valid_but_suspicious' });
put('key.version_mismatch', header(b64, { version: '2' }), { keys: ['1=app'], verdict: 'valid_but_suspicious' });
put('key.too_small', header(sign(string(data), { signer: key('app1024.pkcs8.pem') })), { keys: ['app1024'] });

// Hash and padding.
for (const hash of ['sha1', 'md5', 'sha512']) {
  put(`hash.${hash}`, header(sign(string(data), { hash })), { verdict: 'wrong_scheme' });
}
const digest = (text) => crypto.createHash('sha256').update(text).digest();
put('hash.of_hex', header(sign(digest(string(data)).toString('hex'))), { verdict: 'wrong_scheme' });
put('hash.twice', header(sign(digest(string(data)))), { verdict: 'wrong_scheme' });
const pss = { padding: crypto.constants.RSA_PKCS1_PSS_PADDING };
put('padding.pss', header(sign(string(data), pss)), { verdict: 'wrong_scheme' });
const raw = (bytes) => crypto.privateEncrypt({ key: app, padding: crypto.constants.RSA_PKCS1_PADDING }, bytes);
put('padding.raw', header(raw(digest(string(data))).toString('base64')), { verdict: 'wrong_scheme' });
put('padding.raw', header(raw(Buffer.from(digest(string(data)).toString('hex'))).toString('base64')), {});

put('hash.other', header(sign(string(data), { hash: 'sha384' })), { verdict: 'wrong_scheme' });
put('signature.base64_twice', header(Buffer.from(sign(string(data))).toString('base64')), { verdict: 'damaged_signature' });
const zero = Buffer.concat([Buffer.from([0]), Buffer.from(sign(string(data)), 'base64')]).toString('base64');
put('signature.leading_zero', header(zero), { verdict: 'damaged_signature' });
put('header.separator', good.replaceAll(',', '&'), {});
put('header.field_empty', good.replace('appid=tt0123456789abcdef', 'appid='), {});
put('header.not_a_number', good.replace('key_version=1', 'key_version=v1'), {});

// The lines.
signed('newline.final_missing', string(data).slice(0, -1));
signed('newline.final_doubled', `${string(data)}\n`);
signed('newline.crlf', string(data).replaceAll('\n', '\r\n'));
signed('newline.literal', string(data).replaceAll('\n', '\\n'));
signed('newline.none', string(data).replaceAll('\n', ''));
signed('lines.callback_form', `${time}\n${nonce}\n${data}\n`);
signed('lines.order', ['POST', '/requestOrder', nonce, time, data].map((line) => `${line}\n`).join(''));
signed('lines.order', [data, 'POST', time, nonce, '/requestOrder'].map((line) => `${line}\n`).join(''));
signed('method.different', string(data, { method: 'GET' }));
signed('uri.different', string(data, { uri: 'requestOrder' }));
signed('uri.different', string(data, { uri: '/api/trade_basic/v1/user/order_create' }));
signed('timestamp.milliseconds', string(data, { at: 1700000000123 }));
put('timestamp.milliseconds', header(sign(string(data)), { at: 1700000000123 }), { verdict: 'different_bytes' });
signed('timestamp.different', string(data, { at: time - 299 }));
signed('timestamp.different', string(data, { at: time + 1 }));

// The body.
signed('body.empty', string(''));
for (const body of ['{}', 'null', 'undefined', String(order)]) signed('body.placeholder', string(body));
signed('body.trimmed', string(`${data} `));
signed('body.pretty', string(JSON.stringify(order, null, 2)));
signed('body.pretty', string(JSON.stringify(order, null, '\t')));
signed('body.pretty', string(data), { body: JSON.stringify(order, null, 4) });
const sorted = (value) => Array.isArray(value) ? value.map(sorted)
  : value && typeof value === 'object'
    ? Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])])) : value;
signed('body.keys_sorted', string(JSON.stringify(sorted(order))));
signed('body.nulls_dropped', string(JSON.stringify(order, (_, value) => value ?? undefined)));
signed('body.numbers_rewritten', string(data), { body: data.replace('"price":1,', '"price":1.00,'), also: ['amount.not_integer'] });
signed('body.double_encoded', string(JSON.stringify(data)));
signed('body.decoded_once', string(data), { body: JSON.stringify(data) });
signed('escape.percent', string(encodeURIComponent(data)));
signed('escape.percent', string(data), { body: encodeURIComponent(data) });
signed('escape.entities', string(data.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')));
signed('bom.added', string(data), { body: `\ufeff${data}`, also: ['invisible.characters'] });
signed('bom.removed', string(`\ufeff${data}`));
signed('invisible.characters', string(data), { body: data.replace('月卡', '月\u200b卡') });
// As .NET and Gson escape.
const rich = data.replace('会员月卡', "Tom's A+B=C");
const unit = (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
const dotNet = (text) => text.replaceAll('\\"', '\\u0022').replace(/[<>&+']/g, (mark) => unit(mark).replace(/[a-f]/g, (c) => c.toUpperCase()).replace('\\U', '\\u'));
const gson = (text) => text.replace(/[<>&=']/g, unit);
for (const escape of [dotNet, gson]) {
  signed('escape.html', string(escape(rich)), { body: rich });
  signed('escape.html', string(rich), { body: escape(rich) });
}
const family = data.replace('会员月卡', '\u{1f468}\u200d\u{1f469} {{1}}');
put('', header(sign(string(family))), { body: family, verdict: 'valid' });
const template = data.replace('out_1', '{{order_no}}');
put('template.unresolved', header(sign(string(template))), { body: template, verdict: 'valid_but_suspicious' });
const yuan = data.replace('"totalAmount":2', '"totalAmount":0.02');
put('amount.not_integer', header(sign(string(yuan))), { body: yuan, verdict: 'valid_but_suspicious' });
put('-nonce.regenerated_suspected', header(sign(string(data, { random: 'other' }))), { verdict: 'different_bytes_unexplained' });

// Callbacks.
const body = '{"version":"3.0","type":"payment","msg":"{\\"a\\":1}"}';
const callback = (text, signer) => sign(text, { signer });
const received = (code, text, signer, more) => put(code, '', {
  body, callback: { timestamp: '1700000100', nonce: 'b2f0c1', signature: callback(text, signer) }, keys: ['platform:other', 'app'], ...more,
});
received('', `1700000100\nb2f0c1\n${body}\n`, key('other.pkcs8.pem'), { verdict: 'valid' });
received('newline.final_missing', `1700000100\nb2f0c1\n${body}`, key('other.pkcs8.pem'), { verdict: 'different_bytes' });
received('key.application_used', `1700000100\nb2f0c1\n${body}\n`, app, { verdict: 'valid_but_suspicious' });

// Pairs: every fault of the body with every fault of the lines or the hash.
const bodies = {
  'body.keys_sorted': JSON.stringify(sorted(order)),
  'body.nulls_dropped': JSON.stringify(order, (_, value) => value ?? undefined),
  'body.double_encoded': JSON.stringify(data),
  'body.pretty': JSON.stringify(order, null, 2),
  'escape.percent': encodeURIComponent(data),
  'bom.removed': `\ufeff${data}`,
  'body.empty': '',
};
const frames = {
  'newline.final_missing': (text) => string(text).slice(0, -1),
  'newline.literal': (text) => lines(text).map((line) => `${line}\\n`).join(''),
  'uri.different': (text) => string(text, { uri: '/createSignOrder' }),
  'method.different': (text) => string(text, { method: 'post' }),
  'timestamp.different': (text) => string(text, { at: time + 41 }),
  'lines.callback_form': (text) => `${time}\n${nonce}\n${text}\n`,
  'hash.twice': (text) => digest(string(text)),
  'hash.of_hex': (text) => digest(string(text)).toString('hex'),
};
for (const [first, text] of Object.entries(bodies)) {
  for (const [second, frame] of Object.entries(frames)) {
    put(first, header(sign(frame(text))), { also: [second], all: true, verdict: 'different_bytes' });
  }
}
put('padding.pss', header(sign(string(JSON.stringify(sorted(order))), pss)), { also: ['body.keys_sorted'], all: true, verdict: 'wrong_scheme' });
put('hash.sha1', header(sign(string(data).slice(0, -1), { hash: 'sha1' })), { also: ['newline.final_missing'], all: true, verdict: 'wrong_scheme' });

// Payloads without any fault.
const texts = ['a', '会员', '<b>&amp;', '/', '\\', '"', '😀', '\n', '100%', "it's", '{x}', '$5', 'ünï', '\u2028', '+ +'];
let seed = 7;
const random = (most) => (seed = (seed * 48271) % 2147483647) % most;
const some = () => Array.from({ length: random(5) }, () => texts[random(texts.length)]).join('');
for (let count = 0; count < 1000; count += 1) {
  const made = {
    skuList: [{ skuId: some(), price: random(9999), quantity: 1 + random(100), title: some(), imageList: [`https://example.com/${random(99)}.png`], type: 401, tagGroupId: some() }],
    outOrderNo: `o${random(1e9)}`, totalAmount: 1 + random(1e6), orderEntrySchema: { path: 'page/index', params: JSON.stringify({ id: some() }) },
  };
  const body = count % 3 ? JSON.stringify(made) : JSON.stringify(made, null, count % 2 ? 2 : '\t');
  put('', header(sign(string(body))), { body, verdict: 'valid' });
}
