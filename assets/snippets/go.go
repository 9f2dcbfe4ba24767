// go run sign.go private_key.pem
package main

import (
	"crypto"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"os"
)

const (
	data       = @DATA@
	appid      = @APP_ID@
	keyVersion = @KEY_VERSION@
	timestamp  = @TIMESTAMP@
	nonce      = @NONCE@
	uri        = @URI@
)

func privateKey(file string) (*rsa.PrivateKey, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode(text)
	if block == nil {
		return nil, fmt.Errorf("%s is not PEM", file)
	}
	if key, err := x509.ParsePKCS1PrivateKey(block.Bytes); err == nil {
		return key, nil
	}
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, err
	}
	return key.(*rsa.PrivateKey), nil
}

func main() {
	key, err := privateKey(os.Args[1])
	if err != nil {
		panic(err)
	}
	message := fmt.Sprintf("POST\n%s\n%d\n%s\n%s\n", uri, timestamp, nonce, data)
	digest := sha256.Sum256([]byte(message))
	signature, err := rsa.SignPKCS1v15(nil, key, crypto.SHA256, digest[:])
	if err != nil {
		panic(err)
	}
	fmt.Printf("SHA256-RSA2048 appid=%s,nonce_str=%s,timestamp=%d,key_version=%s,signature=%s\n",
		appid, nonce, timestamp, keyVersion, base64.StdEncoding.EncodeToString(signature))
}
