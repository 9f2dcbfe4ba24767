// node sign.js private_key.pem
const crypto = require('crypto');
const fs = require('fs');

const data = @DATA@;
const appid = @APP_ID@;
const keyVersion = @KEY_VERSION@;
const timestamp = @TIMESTAMP@;
const nonce = @NONCE@;
const uri = @URI@;

const message = `POST\n${uri}\n${timestamp}\n${nonce}\n${data}\n`;
const key = fs.readFileSync(process.argv[2]);
const signature = crypto.createSign('RSA-SHA256').update(message, 'utf8').sign(key, 'base64');
console.log(`SHA256-RSA2048 appid=${appid},nonce_str=${nonce},timestamp=${timestamp},key_version=${keyVersion},signature=${signature}`);
