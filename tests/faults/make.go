// In: the folder of the keys. Out: one line of JSON for each faulty payload, made with Go's encoding/json and crypto/rsa.
package main

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"os"
)

func main() {
	file, err := os.ReadFile(os.Args[1] + "/app.pkcs8.pem")
	if err != nil {
		panic(err)
	}
	block, _ := pem.Decode(file)
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		panic(err)
	}
	key := parsed.(*rsa.PrivateKey)
	sent := `{"skuList":[{"skuId":"abcd","price":1,"title":"A&B <年卡>"}],"outOrderNo":"out_1","totalAmount":1}`
	put := func(code string, body string, also ...string) {
		digest := sha256.Sum256([]byte("POST\n/requestOrder\n1700000000\nn0nce\n" + body + "\n"))
		signature, err := rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, digest[:])
		if err != nil {
			panic(err)
		}
		header := "SHA256-RSA2048 appid=tt1,nonce_str=n0nce,timestamp=1700000000,key_version=1,signature=" + base64.StdEncoding.EncodeToString(signature)
		line, _ := json.Marshal(map[string]any{"code": code, "also": also, "verdict": "different_bytes", "keys": []string{"app"}, "authorization": header, "data": base64.StdEncoding.EncodeToString([]byte(sent))})
		fmt.Println(string(line))
	}
	var escaped bytes.Buffer
	json.HTMLEscape(&escaped, []byte(sent))
	put("escape.html", escaped.String())
	var order map[string]any
	decoder := json.NewDecoder(bytes.NewReader([]byte(sent)))
	decoder.UseNumber()
	if err := decoder.Decode(&order); err != nil {
		panic(err)
	}
	marshalled, _ := json.Marshal(order)
	put("escape.html", string(marshalled), "body.keys_sorted")
	indented, _ := json.MarshalIndent(order, "", "  ")
	put("body.pretty", string(indented), "escape.html", "body.keys_sorted")
}
