# pip install cryptography; python sign.py private_key.pem
import base64
import sys

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding

data = @DATA@
appid = @APP_ID@
key_version = @KEY_VERSION@
timestamp = @TIMESTAMP@
nonce = @NONCE@
uri = @URI@

message = f"POST\n{uri}\n{timestamp}\n{nonce}\n{data}\n".encode("utf-8")
with open(sys.argv[1], "rb") as file:
    key = serialization.load_pem_private_key(file.read(), password=None)
signature = base64.b64encode(key.sign(message, padding.PKCS1v15(), hashes.SHA256())).decode("ascii")
print(f"SHA256-RSA2048 appid={appid},nonce_str={nonce},timestamp={timestamp},key_version={key_version},signature={signature}")
