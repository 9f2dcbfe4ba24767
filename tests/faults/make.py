# In: the folder of the keys. Out: one line of JSON for each faulty payload, made with Python's json and codecs.
import base64
import json
import sys
from collections import OrderedDict

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding

with open(sys.argv[1] + "/app.pkcs8.pem", "rb") as file:
    KEY = serialization.load_pem_private_key(file.read(), None)
ORDER = OrderedDict(
    [
        ("skuList", [OrderedDict([("skuId", "abcd"), ("price", 1), ("title", "年卡/会员"), ("note", None)])]),
        ("outOrderNo", "out_1"),
        ("totalAmount", 1),
    ]
)
COMPACT = json.dumps(ORDER, ensure_ascii=False, separators=(",", ":"))


def put(code, body, sent=None, also=(), verdict="different_bytes"):
    text = b"POST\n/requestOrder\n1700000000\nn0nce\n" + body + b"\n"
    signature = base64.b64encode(KEY.sign(text, padding.PKCS1v15(), hashes.SHA256())).decode()
    header = "SHA256-RSA2048 appid=tt1,nonce_str=n0nce,timestamp=1700000000,key_version=1,signature=" + signature
    data = COMPACT.encode() if sent is None else sent
    case = {"code": code, "also": list(also), "verdict": verdict, "keys": ["app"], "authorization": header}
    print(json.dumps({**case, "data": base64.b64encode(data).decode()}))


put("body.reserialized", json.dumps(ORDER, ensure_ascii=False).encode())
put("body.reserialized", COMPACT.encode(), sent=json.dumps(ORDER, ensure_ascii=False).encode())
put("escape.unicode", json.dumps(ORDER, separators=(",", ":")).encode())
put("escape.unicode", json.dumps(ORDER).encode(), also=["body.reserialized"])
put("body.keys_sorted", json.dumps(ORDER, sort_keys=True).encode(), also=["body.reserialized", "escape.unicode"])
put("body.pretty", json.dumps(ORDER, ensure_ascii=False, indent=4).encode())
put("body.numbers_rewritten", COMPACT.replace('"price":1', '"price":1.0').encode(), also=["amount.not_integer"],
    sent=COMPACT.replace('"price":1', '"price":1.00').encode())
put("encoding.gbk", COMPACT.encode("gbk"))
put("encoding.gbk", COMPACT.encode(), sent=COMPACT.encode("gbk"))
put("encoding.latin1", COMPACT.encode("latin1", "replace"))
put("encoding.latin1", COMPACT.encode().decode("latin1").encode())
put("body.double_encoded", json.dumps(COMPACT).encode())
put("bom.removed", COMPACT.encode("utf-8-sig"))
put("newline.crlf", json.dumps(ORDER, ensure_ascii=False, indent=2).replace("\n", "\r\n").encode(),
    sent=json.dumps(ORDER, ensure_ascii=False, indent=2).encode(), also=["body.pretty"])
