# In: the folder of the keys. Out: one line of JSON for each faulty payload, made with Ruby's own JSON and inspect.
require 'base64'
require 'json'
require 'openssl'
require 'uri'

KEY = OpenSSL::PKey::RSA.new(File.read("#{ARGV[0]}/app.pkcs8.pem"))
ORDER = {
  'skuList' => [{ 'skuId' => 'abcd', 'price' => 100, 'title' => '年卡/会员 <A&B>', 'note' => nil }],
  'outOrderNo' => 'out_1', 'totalAmount' => 100,
}.freeze
COMPACT = JSON.generate(ORDER)

def put(code, signed, sent = COMPACT, also = [])
  text = "POST\n/requestOrder\n1700000000\nn0nce\n#{signed}\n"
  signature = Base64.strict_encode64(KEY.sign('SHA256', text))
  header = "SHA256-RSA2048 appid=tt1,nonce_str=n0nce,timestamp=1700000000,key_version=1,signature=#{signature}"
  puts JSON.generate('code' => code, 'also' => also, 'verdict' => 'different_bytes', 'keys' => ['app'],
                     'authorization' => header, 'data' => Base64.strict_encode64(sent))
end

put('body.pretty', JSON.pretty_generate(ORDER))
put('body.pretty', COMPACT, JSON.pretty_generate(ORDER))
put('body.printed', ORDER.inspect)
put('body.keys_sorted', JSON.generate(ORDER.sort.to_h))
put('body.nulls_dropped', JSON.generate(ORDER.merge('skuList' => [ORDER['skuList'][0].compact])))
put('escape.percent', URI.encode_www_form_component(COMPACT))
put('escape.unicode', JSON.generate(ORDER, ascii_only: true))
put('escape.slash', JSON.generate(ORDER).gsub('/', '\\/'))
put('body.double_encoded', JSON.generate(COMPACT))
put('body.base64', Base64.strict_encode64(COMPACT))
