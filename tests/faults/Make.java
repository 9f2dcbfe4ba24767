// In: the folder of the keys. Out: one line of JSON for each faulty payload, made with Jackson, Gson, org.json and HashMap.
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.*;

public class Make {
    static PrivateKey key;
    static final ObjectMapper MAPPER = new ObjectMapper();

    static String sign(byte[] text) throws Exception {
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(key);
        signer.update(text);
        return Base64.getEncoder().encodeToString(signer.sign());
    }

    static void put(String code, byte[] signed, String sent, String... also) throws Exception {
        byte[] head = "POST\n/requestOrder\n1700000000\nn0nce\n".getBytes(StandardCharsets.UTF_8);
        byte[] text = new byte[head.length + signed.length + 1];
        System.arraycopy(head, 0, text, 0, head.length);
        System.arraycopy(signed, 0, text, head.length, signed.length);
        text[text.length - 1] = '\n';
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("code", code);
        line.put("also", List.of(also));
        line.put("all", also.length > 0);
        line.put("verdict", "different_bytes");
        line.put("keys", List.of("app"));
        line.put("authorization", "SHA256-RSA2048 appid=tt1,nonce_str=n0nce,timestamp=1700000000,key_version=1,signature=" + sign(text));
        line.put("data", Base64.getEncoder().encodeToString(sent.getBytes(StandardCharsets.UTF_8)));
        System.out.println(MAPPER.writeValueAsString(line));
    }

    static void put(String code, String signed, String sent, String... also) throws Exception {
        put(code, signed.getBytes(StandardCharsets.UTF_8), sent, also);
    }

    static Map<String, Object> order(boolean hashed) {
        Map<String, Object> sku = hashed ? new HashMap<>() : new LinkedHashMap<>();
        sku.put("skuId", "abcd");
        sku.put("price", 100);
        sku.put("quantity", 1);
        sku.put("title", "年卡/会员 <A&B> it's");
        sku.put("imageList", List.of("https://example.com/a.png"));
        sku.put("type", 401);
        sku.put("tagGroupId", "tag_group_7272625659888041996");
        Map<String, Object> schema = hashed ? new HashMap<>() : new LinkedHashMap<>();
        schema.put("path", "page/index/index");
        schema.put("params", "{\"id\":1234}");
        Map<String, Object> order = hashed ? new HashMap<>() : new LinkedHashMap<>();
        order.put("skuList", List.of(sku));
        order.put("outOrderNo", "out_1");
        order.put("totalAmount", 100);
        order.put("orderEntrySchema", schema);
        return order;
    }

    public static void main(String[] args) throws Exception {
        String pem = Files.readString(Path.of(args[0], "app.pkcs8.pem"));
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
        key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        Map<String, Object> order = order(false);
        String compact = MAPPER.writeValueAsString(order);

        put("body.pretty", MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(order), compact);
        put("body.pretty", compact, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(order));
        put("body.keys_sorted", new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true).writeValueAsString(order), compact);
        put("body.keys_reordered", MAPPER.writeValueAsString(order(true)), compact);
        put("body.keys_reordered", compact, MAPPER.writeValueAsString(order(true)));
        ObjectMapper ascii = new ObjectMapper();
        ascii.getFactory().configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), true);
        put("escape.unicode", ascii.writeValueAsString(order), compact);
        Map<String, Object> nulls = order(false);
        nulls.put("merchantUid", null);
        put("body.nulls_added", MAPPER.writeValueAsString(nulls), compact);
        put("body.nulls_dropped", new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL).writeValueAsString(nulls)
            .replace(",\"merchantUid\":null", ""), MAPPER.writeValueAsString(nulls));

        put("escape.html", new Gson().toJson(order), compact);
        put("escape.html", compact, new Gson().toJson(order));
        put("body.pretty", new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(order), compact);
        put("body.pretty", new GsonBuilder().setPrettyPrinting().create().toJson(order), compact, "escape.html");
        // Gson reads numbers of a map as doubles.
        Map<?, ?> doubles = new Gson().fromJson(compact, Map.class);
        put("body.numbers_rewritten", new GsonBuilder().disableHtmlEscaping().create().toJson(doubles), compact);

        put("body.printed", order.toString(), compact);
        put("encoding.utf16", compact.getBytes(StandardCharsets.UTF_16LE), compact);
        put("encoding.gbk", compact.getBytes("GBK"), compact);
        put("encoding.latin1", compact.getBytes(StandardCharsets.ISO_8859_1), compact);
        put("escape.percent", java.net.URLEncoder.encode(compact, StandardCharsets.UTF_8), compact);
    }
}
