<?php
// php sign.php private_key.pem
$data = @DATA@;
$appid = @APP_ID@;
$keyVersion = @KEY_VERSION@;
$timestamp = @TIMESTAMP@;
$nonce = @NONCE@;
$uri = @URI@;

$message = "POST\n$uri\n$timestamp\n$nonce\n$data\n";
$key = openssl_pkey_get_private(file_get_contents($argv[1]));
openssl_sign($message, $signature, $key, OPENSSL_ALGO_SHA256);
$signature = base64_encode($signature);
echo "SHA256-RSA2048 appid=$appid,nonce_str=$nonce,timestamp=$timestamp,key_version=$keyVersion,signature=$signature\n";
