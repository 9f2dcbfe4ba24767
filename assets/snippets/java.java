// java Sign.java private_key.pem
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

public class Sign {
    static final String DATA = @DATA@;
    static final String APPID = @APP_ID@;
    static final String KEY_VERSION = @KEY_VERSION@;
    static final long TIMESTAMP = @TIMESTAMP@L;
    static final String NONCE = @NONCE@;
    static final String URI = @URI@;

    public static void main(String[] args) throws Exception {
        String message = "POST\n" + URI + "\n" + TIMESTAMP + "\n" + NONCE + "\n" + DATA + "\n";
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(privateKey(args[0]));
        signer.update(message.getBytes(StandardCharsets.UTF_8));
        String signature = Base64.getEncoder().encodeToString(signer.sign());
        System.out.println("SHA256-RSA2048 appid=" + APPID + ",nonce_str=" + NONCE + ",timestamp=" + TIMESTAMP
                + ",key_version=" + KEY_VERSION + ",signature=" + signature);
    }

    static PrivateKey privateKey(String file) throws Exception {
        String pem = new String(Files.readAllBytes(Paths.get(file)), StandardCharsets.US_ASCII);
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
        if (pem.contains("BEGIN RSA PRIVATE KEY")) {
            der = pkcs8(der);
        }
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    // PKCS#1 becomes PKCS#8 by a header in front: version 0 and the algorithm rsaEncryption.
    static byte[] pkcs8(byte[] pkcs1) {
        byte[] head = {2, 1, 0, 0x30, 13, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 1, 1, 5, 0};
        byte[] body = tagged(4, pkcs1);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(head, 0, head.length);
        content.write(body, 0, body.length);
        return tagged(0x30, content.toByteArray());
    }

    static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        out.write(0x82);
        out.write(content.length >> 8);
        out.write(content.length);
        out.write(content, 0, content.length);
        return out.toByteArray();
    }
}
