<?php
// In: the folder of the keys. Out: one line of JSON for each faulty payload, made with PHP's json_encode and openssl_sign.
$key = openssl_pkey_get_private(file_get_contents($argv[1] . '/app.pkcs8.pem'));
$order = ['skuList' => [['skuId' => 'abcd', 'price' => 1, 'title' => '年卡', 'imageList' => ['https://example.com/a.png']]], 'outOrderNo' => 'out_1', 'totalAmount' => 1];
$sent = json_encode($order, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);

function put($code, $body, $sent, $also = [], $algorithm = OPENSSL_ALGO_SHA256, $verdict = 'different_bytes')
{
    global $key;
    openssl_sign("POST\n/requestOrder\n1700000000\nn0nce\n$body\n", $signature, $key, $algorithm);
    $header = 'SHA256-RSA2048 appid=tt1,nonce_str=n0nce,timestamp=1700000000,key_version=1,signature=' . base64_encode($signature);
    echo json_encode(['code' => $code, 'also' => $also, 'verdict' => $verdict, 'keys' => ['app'], 'authorization' => $header, 'data' => base64_encode($sent)]), "\n";
}

put('escape.slash', json_encode($order, JSON_UNESCAPED_UNICODE), $sent);
put('escape.unicode', json_encode($order, JSON_UNESCAPED_SLASHES), $sent);
put('escape.unicode', json_encode($order), $sent, ['escape.slash']);
put('escape.slash', $sent, json_encode($order), ['escape.unicode']);
put('body.pretty', json_encode($order, JSON_PRETTY_PRINT), $sent, ['escape.slash', 'escape.unicode']);
put('escape.percent', urlencode($sent), $sent);
put('escape.entities', htmlspecialchars($sent, ENT_COMPAT), $sent);
put('body.empty', '', $sent);
put('hash.sha1', $sent, $sent, [], OPENSSL_ALGO_SHA1, 'wrong_scheme');
