## rule

rule-field-required = 缺少必填字段，平台会以“10000 参数错误”拒绝；请填写
rule-field-type = 类型应为 { $expected }，现为 { $found }，平台会以“10000 参数错误”拒绝；请改成 { $expected }
rule-field-too_long = 共 { $bytes } 字节，上限 { $limit } 字节（UTF-8，一个汉字占 3 字节），平台会拒绝；请删去 { $over } 字节
rule-field-repeated = 同一个对象里这个键出现了多次，各家 JSON 解析器取值不同；请只保留一个
rule-field-unknown = 公开文档里没有字段 { $name }，会原样保留并写回；如非有意，请检查拼写
rule-sku_list-not_array = skuList 是 { $found } 而不是数组，平台会报 data.skuList should be array；请写成 [ {"{"} … {"}"} ]
rule-sku_list-count = skuList 有 { $count } 个商品，平台目前只接受 1 个；请改成恰好一个
rule-image_list-count = imageList 有 { $count } 张图片，平台目前只接受 1 张；请改成恰好一张
rule-image-not_https = 图片地址不是以 https:// 开头，小程序里可能无法显示；请换成 https 地址
rule-type-unknown = 公开资料里没有商品类型 { $type }，平台的列表可能更新过；请与对接运营确认
rule-tag_group-form = tagGroupId { $value } 不像平台的标签组 ID（tag_group_ 加一串数字），可能是占位符；请用 tag_query 接口查到的 ID
rule-sku_attr-missing = 按文档，商品类型 { $type } 需要 skuAttr，缺少时平台可能拒绝；请补上该类型的属性
rule-sku_attr-not_text = skuAttr 应为 JSON 字符串，这里是对象，平台会拒绝；请写 { $text }
rule-sku_attr-at_top = skuAttr 放在了 data 的最外层，平台不认；请移到 skuList 的商品里，并写成 JSON 字符串
rule-sku_attr-not_json = skuAttr 应为一个 JSON 对象的字符串，现在解析不了；请检查引号、逗号和括号
rule-sku_attr-membership = 会员（402）的 skuAttr 里 { $fields } 应为不小于 0 的整数，否则平台可能拒绝；例如 1 个月填 1
rule-sku_attr-phone_card = 商品类型 { $type } 的 skuAttr 中这些字段缺少或格式不符：{ $fields }；请按号卡商品的格式补全
rule-number-as_text = { $value } 是文本，平台会以“10000 参数错误”拒绝；请填数字（半角 0-9）
rule-number-too_large = { $value } 太大，超出平台能处理的范围；请填小一些的数
rule-number-not_whole = { $value } 不是整数，平台只接受整数；请填数字（半角 0-9）
rule-amount-decimal = { $meant ->
    [yuan] { $value } 是以元写的，金额要写整数的分；请写 { $if_yuan }
    [fen] { $value } 不是整数的写法，金额要写整数的分；请写 { $if_fen }
   *[both] { $value } 带小数点，金额要写整数的分；如果是 { $value } 元，请写 { $if_yuan }；如果本来就是分，请写 { $if_fen }
    }
rule-price-negative = 单价 { $value } 是负数，平台会拒绝；请写不小于 0 的整数
rule-quantity-range = 数量 { $value } 超出 1 至 100，平台会拒绝；请改到范围内
rule-quantity-diamond = 币种为 DIAMOND 时数量只能是 1，现为 { $value }；请改为 1
rule-total-too_small = totalAmount 至少为 { $least }，现为 { $value }；请检查单价和数量
rule-total-above_sum = totalAmount 为 { $total }，比 单价 × 数量 之和 { $sum } 多 { $difference }，平台会拒绝；请改为 { $sum }
rule-total-below_sum = totalAmount 为 { $total }，比 单价 × 数量 之和 { $sum } 少 { $difference }；只有商家营销抵扣时才应如此，否则请改为 { $sum }
rule-pay_expire-range = payExpireSeconds 为 { $value } 秒，允许 { $least } 至 { $most } 秒（48 小时）；请改到范围内
rule-pay_expire-zero = 0 等同于不填，平台按 { $default } 秒处理
rule-currency-unknown = 币种 { $value } 平台不认识；请用 CNY 或 DIAMOND，或留空（即 CNY）
rule-merchant-with_diamond = 币种为 DIAMOND 时不应带 merchantUid；请清空
rule-notify_url-not_https = payNotifyUrl 必须以 https:// 开头，平台会拒绝；请换成 https 地址
rule-notify_url-default = 只有在控制台配置了默认回调地址时，payNotifyUrl 才生效
rule-pay_way-unknown = 支付方式 { $value } 不在已知取值内（数字 1 微信，2 支付宝）；请确认
rule-pay_way-as_text = limitPayWayList 里要写数字，{ $value } 是文字，平台报 10000 参数错误；请去掉引号
rule-pay_way-sdk_only = 取值 10（抖音支付）只见于部分 SDK，官方文档没有列出；请确认是否需要
rule-pay_scene-unknown = payScene 公开资料里只见过 IM（iOS），现为 { $value }；请确认
rule-path-leading_slash = 页面路径不能以 / 开头，平台会拒绝；请写 { $without }
rule-path-query = 页面路径不能带参数 { $query }，平台会拒绝；请写 { $without }，参数放进 params
rule-path-characters = 页面路径第 { $position } 个字符 { $character } 不允许，只能用字母、数字、_ 和 /；请修改
rule-path-several = 页面路径有几处不对（开头的 /、问号后的参数或不允许的字符），平台会拒绝；请写 { $without }，参数放进 params
rule-path-hyphen = 页面路径里有 -，文档只允许字母、数字、_ 和 /，但有公开的代码在用；如果平台报参数错误，请先改掉它
rule-params-not_text = params 应为 JSON 字符串，现在是对象，平台会拒绝；请写 { $text }
rule-params-not_json = params 应为一个 JSON 对象的字符串，现在解析不了；请写成 {"{"}"id":1{"}"} 这样的形式
rule-params-repeated_key = params 里有重复的键：{ $keys }；平台不接受，请只保留一个
rule-text-full_width = 第 { $position } 个字符 { $character } 是全角，平台按原样比较；请改成半角：{ $fixed }
rule-text-surrounding_space = 首尾有空白字符，会原样进入签名；如非有意，请删去
rule-text-invisible = 第 { $position } 个字符是看不见的 { $code }，多半是复制时带入的；请删去
rule-text-placeholder = 占位符 { $placeholder } 没有被替换；请填入真实的值
rule-sign_order-is_one = 这是 tt.createSignOrder（周期扣款）的 data，不是 tt.requestOrder 的；签名方法相同，待签名串第二行写 /createSignOrder
rule-sign_order-member = tt.createSignOrder 的这个字段应为 { $expected }；请改正

## read

read-private_key = 这是私钥，不是订单；请在“密钥”页载入，或用 --key 指定
read-too_many_values = 文本里的值超过 { $limit } 个，订单不会这样；请检查文件是否正确
read-too_many_items = 订单里有 { $count } 个商品和图片，超过表单能显示的数量（{ $limit }），平台目前只接受一个；请用命令 check 或 sign 处理
read-empty = 文本是空的，没有订单；请给出 data 的 JSON
read-cut_off = JSON 到结尾还没有闭合，多半没有复制完整；请重新复制整段
read-too_deep = JSON 嵌套超过 128 层，不会是订单；请检查来源
read-not_an_object = 订单应为 JSON 对象 {"{"} … {"}"}，这里是 { $found }；请给出 data 的完整内容
read-not_json = 第 { $line } 行第 { $column } 列起不是合法的 JSON，附近是 { $near }；请检查引号、逗号和括号
read-no_order = 这里面没有订单：没有找到 skuList、outOrderNo 等 data 的字段；请粘贴 data 的 JSON、服务器的返回或调用代码
read-is_header = 这是 byteAuthorization，不是订单；请和它的 data 一起放到“验签”页，或用 verify --data … --authorization …
read-is_callback = 这是平台发来的回调，不是订单；请放到“验签”页的“支付结果回调”，或用 verify --callback
read-is_success = 这是下单成功的返回，不是订单；请放到“错误码”页，或用 explain
read-is_report = 这是一条报错，不是订单；请放到“错误码”页，或用 explain
read-is_other = 这不是 tt.requestOrder 的 data，而是{ $product ->
    [sign_order] tt.createSignOrder（周期扣款）
    [guaranteed] 旧的担保支付（ecpay，MD5 加 SALT）
    [pay] tt.pay（旧的担保支付）
    [wechat] 微信支付
    [alipay] 支付宝
   *[other] 交易系统的服务端接口（OpenAPI，下划线字段）
    }的参数；请粘贴 tt.requestOrder 的 data

## script

script-not_built = 此版本未包含 JavaScript 解析功能，无法读取调用代码；请从调用中取出 data 的值，或使用带 script 功能的版本
script-too_much = 这段脚本用常量展开出的文本过多，订单不会这样；请只复制传给 tt.requestOrder 的对象
script-too_long = 超过 { $limit } KB，不会是下单调用；请只复制 tt.requestOrder({"{"}…{"}"}) 这一段
script-syntax = 第 { $line } 行第 { $column } 列起不是合法的 JavaScript，多半没有复制完整；请复制从 tt.requestOrder( 到右括号的整段
script-no_object = 没有找到 tt.requestOrder({"{"}…{"}"}) 的参数对象；请复制包含 {"{"} data, byteAuthorization {"}"} 的整段调用
script-no_data = tt.requestOrder 的参数里没有 data；请复制完整的调用，或直接粘贴 data 的内容
script-data_elsewhere = data 的值不在这段代码里，来自 { $expression }；请在运行时打印出它的值再粘贴

## header

header-empty = { $field } 是空的，平台无法识别请求方；请填写
header-not_digits = { $field } 是 { $value }，平台的版本号是数字；请填控制台显示的数字，例如 1
header-character = { $field } 的第 { $position } 个字符“{ $character }”会破坏 byteAuthorization 的格式；请只用半角字母、数字和不含逗号、引号、空格的符号

## sign

sign-no_key_yet = 正在生成演示密钥，请稍候
sign-no_key = 这个配置还没有选择密钥；请在“密钥”页添加私钥，或为配置选择一把
sign-key_locked = 这个配置的私钥有口令保护；输入口令后才能签名
sign-key_unread = 正在读取这个配置的私钥文件
sign-failed = 这把私钥无法完成签名，密钥内部数值不一致；请从原始文件重新导出或重新生成

## key

key-big_exponent = 公钥指数有 { $bits } 位，正常的密钥是 65537（17 位），平台不接受；请用 openssl genrsa -out private_key.pem 2048 生成新的
key-not_there = { $path } 里已经没有这个配置的私钥；请重新添加私钥文件
key-multi_prime = 这把 RSA 密钥有两个以上的素数，几乎没有程序支持；请用 openssl genrsa -out private_key.pem 2048 生成新的
key-openssh_public = 这是 OpenSSH 格式的公钥；请用 ssh-keygen -e -m PKCS8 -f 文件 转成 PEM
key-empty = 密钥文件是空的；请选择含有密钥的文件
key-too_large = 文件超过 1 MB，不会是密钥；请选择密钥文件
key-no_key = 文件里没有能识别的密钥；请选择 openssl 生成的 private_key.pem，或包含 -----BEGIN … KEY----- 的文件
key-cut_off = 密钥不完整，后面的内容缺失，多半没有复制完整；请重新复制整个文件，包括首尾两行
key-empty_body = PEM 首尾两行之间没有内容；请重新导出密钥
key-not_base64 = 第 { $line } 行有不属于 Base64 的内容，密钥已损坏；请从原始文件重新复制
key-not_a_key = 内容不是完整的 RSA 密钥，可能被截断或改动；请从原始文件重新导出
key-public = 这是公钥，签名需要私钥；请选择与它配对的 private_key.pem
key-certificate = 这是证书，里面只有公钥，签名需要私钥；请选择与它配对的私钥文件
key-request = 这是证书申请（CSR），不是密钥；请选择与它配对的私钥文件
key-other_algorithm = 这是 { $algorithm } 密钥，平台只接受 2048 位 RSA；请用 openssl genrsa -out private_key.pem 2048 生成
key-encrypted = 私钥有口令保护；请提供口令（窗口里输入，命令行用 --passphrase-file、环境变量 TT_ORDER_BUILDER_PASSPHRASE 或在终端输入）
key-wrong_passphrase = 口令不对，私钥没有打开；请核对大小写和空格后重试
key-unknown_encryption = 私钥用不支持的旧算法加密（PBES1 等）；请先执行 openssl pkcs8 -topk8 -in 原文件 -out private_key.pem 重新加密
key-too_costly = 打开这把私钥要做的口令运算远超正常范围，文件可能有恶意；请从原始文件重新导出
key-legacy_encrypted = 私钥用旧式口令加密（Proc-Type: 4,ENCRYPTED）；请先执行 openssl rsa -in 原文件 -out private_key.pem
key-openssh = 这是 OpenSSH 格式的密钥；请先执行 ssh-keygen -p -m PEM -f 密钥文件 转成 PEM，再载入
key-putty = 这是 PuTTY 格式的密钥；请用 puttygen 密钥文件 -O private-openssh -o key，再执行 ssh-keygen -p -m PEM -f key
key-pkcs12 = 这是 PKCS#12（.pfx、.p12）文件；请先执行 openssl pkcs12 -in 文件 -nocerts -nodes -out private_key.pem
key-key_store = 这是 Java 密钥库（JKS）；请先执行 keytool -importkeystore -srckeystore 文件 -destkeystore key.p12 -deststoretype PKCS12，再用 openssl pkcs12 -in key.p12 -nocerts -nodes -out private_key.pem
key-jwk = 这是 JSON 格式的密钥（JWK）；请转换成 PEM 再载入
key-xml = 这是 .NET 的 XML 格式密钥；请用 RSA.ExportPkcs8PrivateKeyPem() 导出为 PEM 再载入
key-too_small = 密钥只有 { $bits } 位，平台要求 2048 位；请用 openssl genrsa -out private_key.pem 2048 生成并重新上传公钥
key-too_big = 密钥有 { $bits } 位，超出合理范围（最多 8192 位），平台要求 2048 位；请重新生成密钥

## file

file-unreadable = 无法读取 { $path }：{ $reason }；请检查路径和权限
file-too_large = { $path } 超过 { $limit } MB，不会是订单；请检查文件
file-not_utf8 = { $path } 不是 UTF-8 编码（第 { $position } 字节起），data 必须是 UTF-8；请另存为 UTF-8

## severity

severity-error = 错误
severity-warning = 需留意
severity-hint = 提示

## cli

cli-out_is_dash = 密钥不会写到标准输出；请用 --out 指定文件（名字真的是 - 时写 ./-）
cli-input_is_key = 里面有私钥，不会拿去签名，也不会显示；请去掉它，密钥用 --key 给出；如果别人见过这把私钥，请换一对
cli-argument_is_key = 参数里直接写了私钥；本机其他人能看到参数，shell 也可能记下来；请存成文件再给出路径；如果这把私钥已在使用，请换一对
cli-report_is_key = 这是私钥，不是错误报告，不会显示其内容；请用 key inspect FILE 查看
cli-no_switch_value = { $name } 的值不对；请写 true 或 false（也可以写 yes/no、on/off、1/0）
cli-authorization_missing = 没有文件 { $path }，它也不是 byteAuthorization；请检查路径，或直接给出以 SHA256-RSA2048 开头的文本
cli-passphrase_too_long = 口令文件超过 4096 字节，不会是口令；请检查文件
cli-heading-usage = 用法：
cli-heading-options = 选项
cli-heading-commands = 命令
cli-heading-codes = 能说出的原因（代码不会改变含义，说明见 docs/codes.md）：
cli-help = 显示帮助
cli-version = 显示版本
cli-refused = 订单有 { $count } 处平台会拒绝的错误，没有签名；请按上面的说明修改，或用 --force 照样签名，用 --raw 按原样签名
cli-demo_key = 用临时生成的演示密钥签名，平台不会接受；正式下单请用 --key 指定私钥
cli-errors_found = 订单有 { $count } 处平台会拒绝的错误；请按上面的说明修改
cli-no_opengl = OpenGL 未能启动：{ $reason }；请安装 Mesa（Debian 和 Ubuntu：apt install libgl1 libegl1 libgl1-mesa-dri），或使用命令行，例如 tt-order-builder sign --help
cli-no_graphics = 图形界面无法启动：{ $reason }；请更新显卡驱动，或改用命令行 tt-order-builder sign（参数见 tt-order-builder sign --help）
cli-no_window = 此版本只含命令行；命令见 tt-order-builder --help，或使用带窗口的版本
cli-no_display = 没有可用的图形界面，无法打开窗口；请改用命令行 tt-order-builder sign（参数见 tt-order-builder sign --help）
cli-fault-unknown = 不认识参数 { $argument }；可用的参数见 --help
cli-fault-command = 没有命令 { $argument }；可用的命令见 --help
cli-fault-missing = 缺少必需的参数：{ $argument }；用法见 --help
cli-fault-twice = 参数 { $argument } 重复；用法见 --help
cli-fault-conflict = 参数 { $argument } 和 { $prior } 不能同时使用；用法见 --help
cli-fault-value = 参数 { $argument } 的值 { $value } 不合要求；可用的取值见 --help
cli-fault-other = 命令行无法理解；用法见 --help
cli-main-about = 填写、签名并检查抖音小程序订单（tt.requestOrder），全程离线；不带命令时打开窗口
cli-main-lang = 界面语言，默认跟随系统
cli-check-about = 按平台规则检查订单，列出问题
cli-check-order = 订单 JSON 文件、服务端响应或 tt.requestOrder 调用代码，- 表示标准输入
cli-check-format = 输出格式：text 给人看，json 为 [{"{"}"path","severity","rule","message"{"}"}]
cli-check-lang = 界面语言，默认跟随系统
cli-sign-about = 给订单签名，输出 data 和 byteAuthorization
cli-sign-order = 订单 JSON 文件、服务端响应或 tt.requestOrder 调用代码，- 表示标准输入；按其原有字节签名
cli-sign-app_id = 小程序的 appid
cli-sign-key = 应用私钥文件（PEM、DER 或 Base64；PKCS#1 或 PKCS#8，可以加密）
cli-sign-demo_key = 改用临时生成的演示密钥，只能用来看格式
cli-sign-key_version = 控制台里公钥的版本号
cli-sign-uri = 待签名串的第二行
cli-sign-timestamp = 时间戳（秒），默认为现在
cli-sign-nonce = 随机串，默认随机生成
cli-sign-compact = 把订单重新写成不含空格和换行的紧凑 JSON 再签名
cli-sign-raw = 按文件原样签名（含首尾空白），不读取也不检查内容
cli-sign-force = 订单有错误也照样签名
cli-sign-format = 输出格式：json 为服务端返回的对象，authorization 只有 byteAuthorization，js 为完整的调用
cli-sign-lang = 界面语言，默认跟随系统
cli-common-passphrase_file = 含有口令的文件；没有时用环境变量 TT_ORDER_BUILDER_PASSPHRASE，再没有就在终端询问
cli-common-lang = 界面语言；默认跟随系统
cli-common-overwrite = 覆盖已有的文件
cli-ask_passphrase = { $path } 的口令：
cli-ask_new_passphrase = 新口令：
cli-ask_again = 再输一次：
cli-passphrases_differ = 两次输入的口令不一样，没有写任何文件；请重试
cli-passphrase_empty = 口令是空的，没有写任何文件；请输入口令，或去掉 --encrypt
cli-generated = 私钥已保存到 { $path }（权限 0600），公钥指纹 { $fingerprint }；请把下面的公钥上传到控制台
cli-converted = 已保存到 { $path }
cli-not_all_keys = 有文件不是可用的密钥，原因见上
cli-key-about = 查看、生成、转换密钥
cli-key-command = 命令
cli-key_inspect-about = 说明密钥文件里有什么
cli-key_inspect-files = 密钥文件
cli-key_inspect-format = 输出格式：text 给人看，json 给程序用
cli-key_generate-about = 生成 2048 位 RSA 密钥对，输出公钥
cli-key_generate-out = 私钥文件
cli-key_generate-public_out = 另存公钥的文件
cli-key_generate-form = 私钥格式
cli-key_generate-encrypt = 用口令加密私钥（PKCS#8）
cli-key_convert-about = 转换密钥格式
cli-key_convert-input = 密钥文件
cli-key_convert-to = 目标格式：pkcs1、pkcs8、spki 为 PEM；bare、bare-pkcs1 为一行 Base64
cli-key_convert-out = 目标文件
cli-does_not_fit = 签名与这些内容不一致，原因见上
cli-no_authorization = 缺少 { $name }：文件里没有 byteAuthorization；请用 { $name } 给出
cli-no_data = 文件里只有 byteAuthorization，没有 data（或 data 为空、为 null）；请用 --data 给出 data
cli-no_callback_header = 缺少 { $name }：正文文件里没有这个请求头；请用 { $name } 给出，或把请求头和正文放在同一个文件里
intake-was_object = data 是对象，而平台要的是字符串：小程序端发送的是 JSON.stringify 之后的文本，下面按紧凑写法处理
intake-was_printed = data 是程序打印出来的对象，类型和字节已经丢失，不能用来验签；请打印 data 字符串本身（如 json_encode、JSON.stringify 的结果）
intake-several = 这段文字里有 { $count } 个订单，只取第一个；其余请逐个处理
intake-was_script = 这不是 JSON，而是 JavaScript 对象，下面按它求值后的内容检查；如果传给 tt.requestOrder 的就是这段文本，平台会拒绝，请用 JSON.stringify
cli-verify-about = 检查签名为什么失败，离线给出证明
cli-verify-data = data 的文件，或含有 data 的返回、调用、日志、回调原文；- 表示标准输入
cli-verify-authorization = byteAuthorization 的文件或文本
cli-verify-method = 第一行应为什么，默认 POST
cli-verify-uri = 第二行应为什么，默认按 data 判断（/requestOrder 或 /createSignOrder）；服务端接口写它自己的路径
cli-verify-server_string = 服务器自己打印的待签名串的文件：与签名里的摘要比对，并逐行列出差别
cli-verify-lang_code = 用哪种编程语言给出改法（每个已证实的原因）
cli-verify-key = 公钥文件（或私钥、证书），第一把是应该用的；2=文件 表示 key_version 为 2
cli-verify-platform_key = 平台公钥文件
cli-verify-callback = 检查支付结果回调
cli-verify-body = 回调的原始内容文件
cli-verify-timestamp = 回调头 Byte-Timestamp
cli-verify-nonce = 回调头 Byte-Nonce-Str
cli-verify-signature = 回调头 Byte-Signature
cli-verify-format = 输出格式：text 给人看，json 给程序用
cli-no_switch = 没有开关 { $name }；可用的有 { $names }，值为 true 或 false
cli-explain-about = 解释错误报告：错误码、错误信息、日志都可以
cli-explain-text = 报告的文本，- 表示标准输入
cli-explain-format = 输出格式：text 给人看，json 给程序用
cli-sandbox-about = 离线演练 tt.requestOrder，输出 success 或 fail 会收到的对象
cli-sandbox-data = data 的文件，- 表示标准输入
cli-sandbox-authorization = byteAuthorization 的文件或文本
cli-sandbox-key = 应用公钥文件
cli-sandbox-set = 只有平台知道的情况，如 logged_in=false
cli-sandbox-now = 平台的时间（秒），默认现在


## menu

menu-file = 文件
menu-edit = 编辑
menu-view = 查看
menu-help = 帮助
menu-settings = 设置（语言、主题、草稿、历史）

## document

document-new = 新建
document-example = 打开平台示例
document-open = 打开…
document-open_title = 打开订单或密钥文件
document-recent = 最近打开
document-save = 保存
document-save_as = 另存为…
document-save_title = 保存订单的 data
document-duplicate = 复制为新标签
document-close = 关闭
document-reopen = 重新打开关闭的标签
document-next = 下一个标签
document-previous = 上一个标签

## edit

edit-undo = 撤销
edit-redo = 重做
edit-renew_and_copy = 换号并复制
edit-renew_and_copy_hover = 换新的订单号，重新签名，并复制 data 和 byteAuthorization

## tab

tab-untitled = 未命名
tab-edited = { $name }（未保存）
tab-close = 关闭 { $name }
tab-file = { $path }
tab-no_file = 还没有保存到文件；窗口关闭后会自动保留
tab-changed_outside = 这个文件已在别处改动
tab-reload = 重新载入
tab-overwrite = 用这里的内容覆盖

## help

help-version = 抖音下单签名 { $version }
help-about = 离线运行，不联网；规则取自平台公开文档
help-documents = 规则依据 { $date } 的平台文档
help-shortcuts = 快捷键
help-copy = 复制诊断信息
help-copy_hover = 版本、系统、窗口；不含订单、密钥和路径
help-diagnostics = 诊断信息
help-close = 关闭
menu-by_keyboard = 用键盘打开菜单
menu-about = 快捷键与关于…
finder-anything = 查找命令、页面、订单、错误码…
finder-anything_hint = 输入命令、页面、订单、配置、字段或错误码
finder-profile = 切换配置…
finder-field = 查找字段…
finder-nothing = 没有匹配的内容
finder-open_document = 已打开的订单

## text_menu

text_menu-cut = 剪切
text_menu-copy = 复制
text_menu-paste = 粘贴
text_menu-select_all = 全选

## history

history-title = 复制、保存、演练过的订单
history-search = 搜索订单号、标题、备注
history-ever = 全部
history-today = 今天
history-week = 7 天
history-month = 30 天
history-any_app_id = 所有小程序
history-profile = 配置
history-any_profile = 全部配置
history-template = 模板
history-any_template = 全部模板
history-demo = 演示密钥
history-profile_gone = 没有 appid 为 { $app_id } 的配置了，订单用演示配置打开；请在顶部选择配置再签名
history-is_demo = 由演示密钥签名，平台不会接受
history-is_stale = 签名已超过 { $minutes } 分钟，平台很可能拒绝；请打开订单重新签名后再用
history-app_id = 小程序 ID
history-export_jsonl = 导出 JSONL…
history-export_csv = 导出 CSV…
history-export_title = 导出历史
history-clear = 清空…
history-clear_sure = 确定清空，无法恢复
history-reading = 正在读取
history-none_found = 没有找到；换个词，或改查全部日期、配置、模板和小程序
history-empty = 没有记录；复制、保存或在沙盒里演练的订单会出现在这里
history-before = 上一页
history-behind = 下一页
history-range = { $first }–{ $last } / { $count }
history-copied = 复制
history-saved = 保存
history-rehearsed = 演练
history-about = 选择左边的一条记录：可以作为新标签打开、原样复制、写备注，或与另一条比较
history-time = 北京时间
history-action = 操作
history-open = 打开为新标签
history-copy = 复制 data 和签名
history-copy_hover = 原样复制当时的 data 和 byteAuthorization；时间戳可能已过期
history-copied_name = 历史记录里的 data 和 byteAuthorization
history-mark = 用来比较
history-mark_hover = 选中后再点另一条，看两者哪里不同
history-note = 备注
history-compared = 与 { $name } 比较
history-same = data 逐字节相同
history-first_byte = 从第 { $place } 个字节开始不同
history-nothing = （没有）
history-set_aside = 历史文件已损坏，已改名保留为 { $path }，从空的历史开始
history-newer = { $path } 是更新版本的程序写的，没有改动它；请更新本程序
history-again = 重试
history-private_key = 备注里像是有私钥，没有保存；请把它去掉
history-failed = 无法读写历史：{ $reason }；请检查磁盘空间和权限后重试

## template

template-menu = 模板 ▾
template-menu_new = 从模板新建
template-save_as = 把当前订单存为模板…
template-save_title = 存为模板
template-save_about = 输入框里写 {"{{"}title{"}}"} 或 {"{{"}price=100{"}}"} 的地方，用模板新建时会逐项询问；订单号、日期、appid 自动填写
template-name = 模板名称
template-price_in_fen = 单价要写整数的分，或带上单位：150、¥1.50
template-name_rule = 名称最多 60 个字，只能有文字、数字、空格和 - _ ( )
template-replaces = 已有同名模板，会被替换
template-save = 保存
template-begin = 新建订单
template-remove = 移除模板 { $name }
template-saved = 已存为模板 { $name }
template-removed = 已移除模板 { $name }
template-unreadable = 模板 { $name } 读不出来：{ $reason }
template-private_key = 订单里像是有私钥，没有存为模板；请先把它从输入框里去掉
template-import = 导入模板…
template-export = 导出我的模板…
template-imported =
    { $count ->
        [0] 文件里的模板这里都有了
       *[other] 已导入 { $count } 个模板
    }
template-import_private_key = { $path } 里像是有私钥，没有导入模板；请先把私钥从文件中删掉
template-no_folder_to_import = 系统没有给出存放模板的文件夹，无法导入；请直接打开文件里的订单
template-none_in_file = { $path } 里没有模板；可以导入从这里导出的模板文件，或 JSON 格式的订单
template-no_folder = 系统没有提供保存模板的目录；请用“另存为”把订单存成文件

## template_name

template_name-phone_card = 通信号卡（101）
template_name-membership = 会员（402）
template_name-content = 内容消费（401）
template_name-short_drama = 短剧剧集（404）
template_name-tool = 虚拟工具（301）
template_name-diamonds = iOS 钻石支付

## template_blank

template_blank-title = 商品标题
template_blank-price = 单价（分）
template_blank-diamonds = 价格（钻石）
template_blank-sku_id = 商品编号
template_blank-image = 商品图片地址
template_blank-tag_group = 退款规则标签组
template_blank-path = 订单详情页路径

## session

session-set_aside = 上次打开的订单所在的文件已损坏，已改名保留为 { $path }；里面的内容可用文本编辑器查看
session-looks_like_key = { $name } 里像是有私钥，不会自动保留；请把它去掉，或保存到文件
session-not_kept = 打开的订单没能自动保留：{ $reason }；请尽快保存到文件

## settings_menu

settings_menu-keep_history = 记录历史
settings_menu-keep_history_about = 记下复制、保存、演练过的订单，方便找回；私钥从不记录
settings_menu-keep_drafts = 自动保留打开的订单
settings_menu-keep_drafts_about = 关闭窗口、断电后再打开时，未保存的订单还在；私钥从不保留

## page

page-errors = 错误码
page-sandbox = 沙盒
page-verify = 验签
page-compose = 下单
page-history = 历史
page-keys = 密钥

## theme

theme-system = 跟随系统
theme-light = 浅色
theme-dark = 深色

## profile

profile-manage = 管理配置与密钥…
profile-begin = 新建配置…
profile-title = 配置
profile-demo = 演示
profile-unnamed = 未命名配置
profile-copy_name = { $name } 副本
profile-new = 新建
profile-import = 导入…
profile-export = 导出…
profile-import_title = 选择配置文件
profile-export_title = 导出配置（不含密钥）
profile-none_in_file = { $path } 里没有配置；请选择由本程序导出的配置文件（JSON，含 profiles）
profile-use = 使用这个配置
profile-in_use = 正在使用
profile-duplicate = 复制一份
profile-accept_key = 确认使用新的密钥
profile-remove = 移除配置
profile-name = 名称
profile-app_id_unusual = 平台的 appid 一般是 tt 加 16 或 18 位 0-9 a-f；请与控制台核对
profile-required = 必填
profile-key = 密钥
profile-no_key = 未选择密钥
profile-no_key_about = 在左侧添加私钥，会自动归入这个配置；多个配置可以共用一把密钥
profile-no_app_id = 未填 appid
profile-production = 生产环境
profile-production_badge = 生产
profile-production_about = 勾选后窗口顶部一直显示“生产”标记：签出的订单会由真实用户付款
profile-defaults = 新订单的默认值
profile-defaults_about = 新建订单时自动填入，留空则不填
profile-order_number = 订单号格式
profile-order_number_hover = 可用 {"{{"}date{"}}"}、{"{{"}time{"}}"}、{"{{"}counter{"}}"}、{"{{"}order_number{"}}"}、{"{{"}app_id{"}}"}、{"{{"}profile{"}}"}，例如 test_{"{{"}date{"}}"}_{"{{"}counter{"}}"}
profile-hover = 签名身份：私钥 · appid · key_version（公钥指纹 { $fingerprint }…）；点击更换
profile-demo_hover = 现在用的是启动时生成的演示密钥（公钥指纹 { $fingerprint }…），平台不会接受；点击载入您的私钥

## key_name

key_name-demo = 演示密钥
key_name-pasted = 粘贴的密钥
key_name-generated = 新生成的密钥

## status

status-reading = 正在读取 { $size } KB …
status-stop = 停止
status-offline = ● 离线，不联网
status-offline_hover = 本程序没有任何联网代码，订单和密钥不会离开这台电脑
status-missing = ○ { $count } 项待填
status-no_problems = 没有问题
status-unsigned = 没有签名
status-jump = 跳到第一处

## drop

drop-key = 松开以打开文件：私钥或订单

## age

age-seconds = { $count } 秒前签名
age-minutes = { $count } 分钟前签名
age-hours = { $count } 小时前签名

## amount

amount-cleaned = { $typed } 已换成 { $fen } 分
amount-diamonds = { $count } 钻石

## group

group-sku_list = 商品 skuList
group-order = 订单与金额
group-order_entry_schema = 订单详情页 orderEntrySchema
group-used = 已填 { $count } 项
group-options = 选填项

## field

field-required = 必填
field-skuList = 商品列表
field-skuList_title = 商品标题
field-skuList_skuId = 商品编号
field-skuList_price = 单价（分）
field-skuList_quantity = 数量
field-skuList_type = 商品类型
field-skuList_tagGroupId = 退款规则标签组
field-skuList_imageList = 商品图片
field-skuList_entrySchema = 商品详情页
field-skuList_entrySchema_path = 商品页路径
field-skuList_entrySchema_params = 商品页参数
field-skuList_skuAttr = 商品属性
field-outOrderNo = 商户订单号
field-totalAmount = 订单总金额（分）
field-currency = 币种
field-payExpireSeconds = 支付超时（秒）
field-payNotifyUrl = 支付结果回调地址
field-merchantUid = 收款商户号
field-orderEntrySchema = 订单详情页
field-orderEntrySchema_path = 订单页路径
field-orderEntrySchema_params = 订单页参数
field-limitPayWayList = 屏蔽的支付方式
field-payScene = 支付场景
field-promotionId = 营销编号

## rule_yuan

rule_yuan-amount-decimal = data 里这里是 { $value }，不是整数的分；请以元重新填写，最多两位小数
rule_yuan-number-not_whole = { $value } 不是以元写的金额；请填数字，最多两位小数，例如 12.50
rule_yuan-number-as_text = { $value } 是文本，平台会以“10000 参数错误”拒绝；请以元填写金额，例如 12.50
rule_yuan-price-negative = 单价 { $value } 是负数，平台会拒绝；请填不小于 0 的金额

## field_yuan

field_yuan-skuList_price = 单价（元）
field_yuan-totalAmount = 总金额（元）

## unit

unit-yuan = 元
unit-fen = 分
unit-about = 输入金额用的单位；data 里始终是分

## total

total-follows = 自动计算：单价 × 数量 之和；直接输入即可改为手填
total-unknown = 单价和数量填对后自动计算
total-follow_again = 改回自动计算

## currency

currency-absent = 不填（CNY）

## expiry

expiry-minutes = { $count } 分钟
expiry-hours = { $count } 小时

## sku

sku-add_why = 平台目前只接受一件商品
sku-add = + 添加商品
sku-up = 上移第 { $place } 个商品
sku-down = 下移第 { $place } 个商品
sku-remove = 移除第 { $place } 个商品

## image

image-add = + 添加图片
image-up = 上移第 { $place } 张图片
image-down = 下移第 { $place } 张图片
image-remove = 移除第 { $place } 张图片

## field_switch

field_switch-text = 编辑 JSON
field_switch-impossible = 文本还不是能逐项编辑的 JSON 对象，先在文本里改好
field_switch-name = { $field }：按文本编辑
field_switch-about = 在逐项编辑和 JSON 文本之间切换

## params

params-add = + 添加参数
params-add_name = { $field }：添加参数
params-name = { $field }第 { $place } 项的名称
params-value = { $field }第 { $place } 项的值
params-kind = { $field }第 { $place } 项的类型
params-remove = 移除{ $field }第 { $place } 项
params-name_hint = 名称
params-value_hint = 值
params-bad_json = 不是一个完整的 JSON 值；请补全，或切换为字符串
params-text = 字符串
params-json = JSON
params-kind_about = 字符串：写成带引号的字符串；JSON：按原样写（数字、true、null、对象、数组）；点击切换

## sku_attr

sku_attr-amount = 套餐费用 amount（分）
sku_attr-time_len = 时长 time_len
sku_attr-unit = 时长单位 unit
sku_attr-call_duration = 通话 call_duration（分钟）
sku_attr-traffic_bundle = 流量 traffic_bundle（GB）
sku_attr-telecom_operator_type = 运营商 telecom_operator_type
sku_attr-member_name = 会员名称 member_name
sku_attr-member_type = 会员类型 member_type
sku_attr-num_of_year = 权益年数 num_of_year
sku_attr-num_of_month = 权益月数 num_of_month
sku_attr-num_of_day = 权益天数 num_of_day
sku_attr-num_of_hour = 权益小时数 num_of_hour
sku_attr-num_of_minute = 权益分钟数 num_of_minute
sku_attr-choose = 请选择
sku_attr-leave_out = 不填
sku_attr_value-year = 年
sku_attr_value-month = 月
sku_attr_value-day = 日
sku_attr_value-official = 官方
sku_attr_value-private = 非官方

## pay_ways

pay_ways-written = 写入 data
pay_ways-not_written = 先勾选“写入 data”，才能选择要屏蔽的支付方式

## pay_way_name

pay_way_name-1 = 1 微信
pay_way_name-2 = 2 支付宝
pay_way_name-10 = 10 抖音支付

## import

import-open = 导入…
toolbar-new = 新建
toolbar-open = 打开
toolbar-recent = 最近 ▾
import-open_hover = 打开已有的订单；也可以把文件拖进窗口，或在输入框之外直接粘贴
import-title = 导入订单
import-about = 粘贴 data 的 JSON、服务端返回的 {"{"}"data":…,"byteAuthorization":…{"}"}，或代码里的 tt.requestOrder({"{"}…{"}"}) 调用；未编辑前按导入的原文逐字节签名
import-text = 要导入的文本
import-import = 导入
import-empty = 先粘贴要导入的文本
import-cancel = 取消

## suggestion

suggestion-take = 改为 { $value }

## list

list-at_the_end = 已经在这一端

## order_number

order_number-renew = 换新订单号
order_number-about = 保留数字前的前缀，后接当前时间（秒）和随机串；订单号用过即不能再用（21016 外部单号已存在）

## picker

picker-name = { $field }：选择已知取值
picker-search = 搜索
picker-none = 没有匹配的已知取值，可直接在输入框填写
picker-open_list = 没有的值可直接输入

## goods_type

goods_type-101 = 通信-号卡
goods_type-102 = 通信-定制服务（彩铃等）
goods_type-103 = 通信-话费、宽带充值
goods_type-104 = 通信类商品
goods_type-105 = 通信类商品
goods_type-106 = 通信类商品
goods_type-107 = 通信类商品
goods_type-201 = 咨询-普通咨询
goods_type-202 = 咨询-代写文书
goods_type-301 = 工具-虚拟工具
goods_type-401 = 内容-会员、充值
goods_type-402 = 内容-会员
goods_type-403 = 内容类商品
goods_type-404 = 内容-短剧剧集
goods_type-405 = 内容类商品
goods_type-406 = 内容类商品
goods_type-703 = 停车
goods_type-704 = 公开帖子里见过
goods_type-705 = 公开帖子里见过

## tag_group

tag_group-tag_group_7272625659887943692 = 通信-号卡商品（未制卡全额退 / 制卡后协商退）
tag_group-tag_group_7272625659887960076 = 通信-定制服务（未制作全额退 / 定制后协商退）
tag_group-tag_group_7272625659887976460 = 通信-定制服务（未制作全额退 / 定制后不可退）
tag_group-tag_group_7272625659887992844 = 通信-虚拟充值（不可退）
tag_group-tag_group_7272625659888009228 = 咨询-普通咨询（未服务全额退 / 开始服务后协商退）
tag_group-tag_group_7272625659888025612 = 咨询-普通咨询（未服务全额退 / 开始服务后不可退）
tag_group-tag_group_7297888175123382299 = 咨询-代写文书（未服务全额退 / 开始服务后协商退）
tag_group-tag_group_7272625659888041996 = 咨询-内容消费（不可退）
tag_group-tag_group_7272625659888058380 = 工具-虚拟服务（不可退）

## preview

preview-data = data
preview-authorization = byteAuthorization
preview-string_to_sign = 待签名串
preview-call = JS 调用
preview-answer = data + byteAuthorization
preview-program = 复现代码
preview-program_about = 用同一把私钥运行，输出完全相同的 byteAuthorization；私钥路径作为参数传入
preview-copy = 复制 { $name }
preview-copy_short = 复制
preview-copy_menu = 复制其他内容
preview-copy_both = 复制 data + byteAuthorization
preview-copy_both_hover = 复制服务端应返回的 JSON 对象 {"{"}"data":…,"byteAuthorization":…{"}"}
preview-renew = 重新签名
preview-save = 保存…
preview-save_title = 保存 { $name }
preview-renew_hover = 换新的时间戳和随机串
preview-pretty = 排版显示
preview-pretty_only = 仅供阅读：签名和复制的是未排版的原文
preview-line_ends = \n 标出每个 0x0A 换行；复制得到真实字节
preview-bytes = { $count } 字节
preview-bytes_written = 由表单生成
preview-bytes_imported = 导入的原文
preview-bytes_hover = 与签名内容逐字节一致（UTF-8）
preview-unsigned = 没有签名：先解决上方的问题

## banner

banner-stale = 签名已超过 { $minutes } 分钟，平台很可能拒绝；请重新签名
banner-demo = 演示密钥签名，只能看格式，平台会拒绝
banner-load_key = 去添加私钥
banner-placeholder_app_id = appid 还是占位的 tt0000000000000000，平台会拒绝；请填写您的小程序 ID
banner-to_keys = 去修改
banner-unlock = 输入口令…

## problems

problems-title = 问题
problems-about = × 平台会拒绝  ⚠ 需留意  ※ 提示
problems-missing = 还有 { $count } 项必填没有填
problems-none = 没有发现问题
problems-jump = 点击跳到该字段

## notice

notice-nothing_closed = 没有可重新打开的标签
notice-no_undo = 没有可撤销的操作
notice-no_redo = 没有可重做的操作
notice-closed = 已关闭 { $name }
notice-undo = 撤销
notice-undo_name = 撤销：{ $message }
notice-open_name = 去处理：{ $message }
notice-open_already = 这个文件已经打开，保留了还没有保存的修改
notice-dismiss = 知道了
notice-text_too_large = 文本超过 { $limit } MB，没有采用；请存成文件后用命令行处理
notice-not_saved = 没有保存：没有选择文件
notice-reading_stopped = 已停止，没有采用这段文本
notice-key_generated = 已生成新密钥对；请保存私钥，再上传公钥
notice-key_not_generated = 已停止，没有生成密钥
notice-key_generation_failed = 没有生成密钥：系统的随机数不可用；请重试
notice-keys_added = 已添加 { $count } 把密钥
notice-copied = 已复制 { $name }
notice-tag_groups = 已收下 { $count } 个标签组，可在“退款规则标签组”的列表里选择
notice-offered = 粘贴的内容可以在“{ $page }”页处理
notice-open_there = 去处理
notice-not_understood = 没有认出粘贴的内容；可以粘贴订单、已签名的参数、错误报告或 tag_query 的响应
notice-copy_unread = 无法读回剪贴板，不能确认已复制；请粘贴出来核对，或改用“保存”
notice-copy_differs = 剪贴板里的内容与刚才复制的不一致，可能被其他程序改动；请再复制一次
notice-copied_demo = 已复制 { $name }（演示密钥签名，平台不会接受）
notice-copied_production = 已复制 { $name }（生产：{ $profile }）
notice-copied_with_errors = 已复制 { $name }，但订单还有 { $count } 处平台会拒绝的错误
notice-copied_fingerprint = 已复制公钥指纹
notice-imported_data = 已导入 data（{ $count } 字节），编辑任何字段之前按原文签名
notice-imported_answer = 已导入服务端返回对象里的 data（{ $count } 字节），编辑任何字段之前按原文签名
notice-imported_script = 已导入 JS 调用里的 data（{ $count } 字节），编辑任何字段之前按原文签名
notice-imported_object = 已导入订单对象；它没有现成的 data 原文，data 由表单生成（{ $count } 字节）
notice-saved = 已保存到 { $path }
notice-not_imported = 没有导入：{ $reason }
notice-renewed = 已用新的时间戳和随机串重新签名
notice-key_loaded = 已载入私钥（公钥指纹 { $key }…）
notice-profile_removed = 已移除配置 { $name }
notice-profiles_imported = 已导入 { $count } 个配置；密钥不随配置导入，请分别添加

## keys

keys-close_title = 还有没保存的私钥
keys-close_about = 新生成的私钥只在内存中，退出就没有了；如果公钥已经上传，请先保存私钥
keys-close = 仍然退出
keys-stay = 取消
keys-remove_unsaved = 确定移除（还没有保存）
keys-remove_unsaved_hover = 这把私钥只在内存中，移除后就没有了
keys-load = 添加密钥
keys-load_about = 私钥、公钥、证书都可以：PEM、DER、Base64、加密的 PKCS#8；也可以拖进窗口
keys-choose = 选择文件…
keys-choose_title = 选择密钥文件
keys-paste = 粘贴
keys-paste_hover = 先复制密钥的完整文本，再点这里
keys-awaits_paste = 等待粘贴：请复制密钥文本后按 Ctrl+V（macOS 为 Command+V）
keys-path = 或输入路径
keys-path_empty = 先输入密钥文件的路径
keys-read = 载入
keys-generate = 生成密钥对
keys-generate_hover = 在本机内存里生成 2048 位 RSA 密钥对
keys-generating = 正在生成 2048 位密钥…
keys-stop = 停止
keys-signs_now = 正在用这把私钥签名
keys-activate = 用它签名
keys-read_again = 读取
keys-locked = 需要口令
keys-unread = 未读取
keys-unreadable = 无法读取
keys-passphrase = 口令
keys-open = 解锁
keys-passphrase_empty = 先输入口令
keys-passphrases_differ = 两次输入的口令不一样
keys-facts = 密钥信息
keys-origin = 来源
keys-format = 格式
keys-container = 编码方式
keys-bits = 位数
keys-exponent = 指数
keys-fingerprint = 公钥指纹 SHA-256
keys-fingerprint_hover = 公钥 SPKI 的 SHA-256，只由公钥算出，可以放心发给别人核对
keys-copy_fingerprint = 复制指纹
keys-partner = 配对的密钥
keys-same_as = 与 { $place } 是同一把密钥
keys-no_partner = 没有添加
keys-pinned = 控制台公钥
keys-pinned_nothing = 尚未固定公钥
keys-pinned_this = ✓ 与固定的指纹一致
keys-pinned_other = ⚠ 与固定的指纹不一致
keys-access = 文件权限
keys-access_owner = 只有您能读取
keys-access_open = ⚠ 其他用户也能读取
keys-role = 角色
keys-app_id = 小程序 ID
keys-key_version = 公钥版本
keys-label = 密钥名称
keys-colour = 颜色
keys-remove = 移除
keys-remove_hover = 只从列表移除，不删除文件
keys-hand_over = 导出
keys-hand_over_about = 控制台要整段公钥 PEM；Java、Go 示例常用一行 Base64
keys-copy_hover = 公钥可以公开
keys-save_public = 保存公钥…
keys-save_public_title = 保存公钥
keys-save_private = 保存私钥…
keys-save_private_title = 保存私钥
keys-save_about = 文件只有您自己能读取（权限 0600）；私钥没有复制功能
keys-encrypt = 用口令加密
keys-as_pkcs8 = PKCS#8（BEGIN PRIVATE KEY，Java 等）
keys-as_pkcs1 = PKCS#1（BEGIN RSA PRIVATE KEY，Go 等）
keys-new_passphrase = 新口令
keys-repeat_passphrase = 再输一次
keys-choose_place = 选择位置…
keys-pin_about = 固定控制台里 { $app_id } 的公钥版本 { $key_version } 对应的指纹；以后签名用的私钥与它不配对时会提醒
keys-pin_this = 固定这把公钥
keys-unpin = 取消固定
keys-pin_other = 或粘贴控制台公钥的指纹
keys-pin_hint = SPKI 的 SHA-256，64 位十六进制
keys-pin = 固定
keys-stays = 私钥只保存在内存中，退出即清除；不会写入日志或设置，只有“保存私钥”会写入您选的文件。设置只记住文件路径、角色、名称、appid、key_version、固定的指纹和新订单的默认值

## key_format

key_format-pkcs1 = 私钥，PKCS#1
key_format-pkcs8 = 私钥，PKCS#8
key_format-encrypted_pkcs8 = 加密的私钥，PKCS#8（{ $scheme }）
key_format-pkcs1_public = 公钥，PKCS#1
key_format-spki = 公钥，SPKI
key_format-certificate = X.509 证书中的公钥
key_format-in_memory = 私钥，仅在内存中

## key_container

key_container-pem = PEM
key_container-base64 = 裸 Base64（没有首尾两行）
key_container-der = DER（二进制）

## key_repair

key_repair-escapes = 去掉了转义的反斜杠
key_repair-byte_order_mark = 去掉了文件开头的 BOM
key_repair-utf16 = 文件是 UTF-16 编码，已转换
key_repair-invisible = 去掉了看不见的字符
key_repair-literal_newlines = 把 \n 两个字符还原成了换行
key_repair-carriage_returns = 文件用 Windows 换行（CRLF），不影响使用
key_repair-text_around = 跳过了密钥以外的文字
key_repair-dashes = 首尾两行的横线数量不对，已忽略
key_repair-label = 首行写的是 { $found }，与内容不符，以内容为准
key_repair-one_line = 内容挤在一行，已拆开
key_repair-padding = 补上了末尾缺少的 =
key_repair-plus_as_blank = 空格还原成了 +（URL 解码时常被替换）
key_repair-bytes_behind = 去掉了密钥之后多余的字节
key_repair-whole_in_base64 = 整个 PEM 又做了一次 Base64，已解开
key_repair-joined = 代码里拼接的字符串已接起来

## key_remark

key_remark-more_bits = 密钥有 { $bits } 位，平台文档要求 2048 位，可能不被接受；建议重新生成 2048 位的密钥
key_remark-sample = 这是公开示例代码里的密钥，任何人都能用它签名；切勿用于线上，请立即换一把
key_remark-not_pinned = 与您为 { $app_id } 的公钥版本 { $key_version } 固定的公钥不一致，平台会报 11004；请换成配对的私钥，或重新上传公钥并更新固定的指纹
key_remark-other_key = 密钥文件里的私钥换过了（指纹原来是 { $before }…，现在是 { $now }…）；确认是您换的再使用，控制台也要上传新的公钥
key_remark-exposed = 这台电脑上的其他用户也能读取私钥文件；请执行 chmod 600
key_remark-demo = 这是启动时在内存里生成的演示密钥，平台不认识它的公钥，签名只能用来看格式
key_remark-unsaved = 这把私钥还没有保存，退出即丢失；请保存私钥，再把公钥上传到控制台
key_remark-unread = 上次用过的文件，还没有读取；私钥只在您需要时读取
key_remark-locked = 私钥有口令保护，输入口令后才能签名

## key_role

key_role-application_private = 应用私钥
key_role-application_public = 应用公钥
key_role-platform_public = 平台公钥

## key_colour

key_colour-0 = 灰色
key_colour-1 = 蓝色
key_colour-2 = 绿色
key_colour-3 = 橙色
key_colour-4 = 红色
key_colour-5 = 紫色

## public_form

public_form-pem = 复制公钥 PEM（控制台）
public_form-base64 = 复制公钥 Base64（Java、Go）
public_form-pkcs1 = 复制公钥 PKCS#1

## diagnosis

diagnosis-header-not_a_number = { $field } 是 { $value }，应为纯数字；请改正
diagnosis-header-field_empty = { $field } 是空的，平台无法验签；请填写
diagnosis-header-separator = 字段之间用了 { $found } 分隔，应为逗号；请改成逗号
diagnosis-header-scheme = byteAuthorization 没有以 "SHA256-RSA2048 "（后面一个空格）开头，而是 { $found }，平台报 11004 签名参数异常；请改成 SHA256-RSA2048 加一个空格
diagnosis-header-quoted = { $field } 等字段值加了引号，requestOrder 文档里没有引号，平台的其他页面有；签名一致时不必改，若仍报 11004 请去掉引号再试
diagnosis-header-spacing = { $place } 附近有多余的空格或换行，平台按字符解析；请写成 SHA256-RSA2048 后一个空格、逗号后不加空格
diagnosis-header-field_missing = 缺少 { $field }，平台无法验签；请补上
diagnosis-header-field_repeated = { $field } 出现了不止一次，平台取哪一个没有文档；请只保留一个
diagnosis-header-order = 字段顺序是 { $found }，平台各页面的顺序不一；签名一致时不必改，若仍报 11004 请按 appid、nonce_str、timestamp、key_version、signature 的顺序再试
diagnosis-header-fullwidth = 第 { $position } 个字符 { $character } 是全角符号，平台不认；请改成半角
diagnosis-signature-out_of_range = signature= 后面的数不小于 { $key } 的模数（RFC 8017 不允许），不是这把密钥的 RSA 签名；请重新复制签名，或检查是哪把密钥签的
diagnosis-signature-leading_zero = 签名前面多了一个 0 字节，多半是按大整数输出的；请输出定长字节
diagnosis-signature-bytes_literal = 签名外面多了 b'…'，这是 Python 打印 bytes 的样子；请先转成文本：b64encode(…).decode()
diagnosis-signature-base64_twice = 签名做了两次 Base64 编码；请只编码一次
diagnosis-signature-urlsafe = 签名用了 URL 安全的 Base64（- 和 _），平台要标准 Base64（+ 和 /）；请换成标准编码
diagnosis-signature-wrapped = 签名里有换行，多半用了带换行的 Base64 编码器（如 MIME、Android 的 DEFAULT）；请用不换行的编码
diagnosis-signature-space_for_plus = 签名里的 + 变成了空格，多半在 URL 参数或表单里没有转义；请放在 JSON 里传，或先做百分号编码
diagnosis-signature-percent_encoded = 签名被百分号编码（%2B、%2F、%3D）而没有解码；请解码后再放进 byteAuthorization
diagnosis-signature-padding_lost = 签名末尾的 = 丢了，多半是按 = 拆分字符串造成的；请只按第一个 = 拆分
diagnosis-signature-truncated = 签名不完整：解码后 { $bytes } 字节，应为 { $expected } 字节（2048 位密钥是 344 个字符）；请检查字段长度限制和复制过程
diagnosis-signature-hex = 签名是十六进制，平台要 Base64；请对签名的字节做标准 Base64 编码
diagnosis-signature-md5_hex = 这是 32 位的 MD5，属于旧的担保支付签名，不是 RSA 签名；请用应用私钥做 SHA256withRSA 签名
diagnosis-signature-length_vs_key = 签名有 { $bytes } 字节，与密钥的 { $expected } 字节不符：是另一种长度的密钥签的，或文本不完整；请核对密钥并重新复制
diagnosis-signature-not_base64 = 签名第 { $position } 个字符不属于 Base64，签名文本已损坏；请重新复制
diagnosis-key-unknown = 已添加的 { $count } 把公钥都对不上这个签名：签名用的是别的私钥，或签名文本被改动过；请核对服务器上的私钥和控制台的公钥，并重新复制签名
diagnosis-key-other_in_ring = 签名是用 { $key } 的私钥做的，不是该用的那把；请换回正确的私钥，或更新 appid 和 key_version
diagnosis-key-platform_used = 与签名对应的是平台公钥 { $key }，下单签名要用应用私钥；请检查两套密钥是否放反
diagnosis-key-application_used = 与签名对应的是应用公钥 { $key }，回调应由平台私钥签名、用平台公钥验证；请检查两套密钥是否放反
diagnosis-key-version_mismatch = 签名是用版本 { $made } 的密钥（{ $key }）做的，byteAuthorization 里写的是 key_version={ $header }，本地验签能通过但平台会拒绝；请改成一致
diagnosis-key-too_small = 与签名对应的密钥 { $key } 只有 { $bits } 位，平台要求 2048 位；请重新生成并上传公钥
diagnosis-key-sample_key = 签名用的是公开示例代码里的私钥，谁都能伪造；请立即换成自己的密钥
diagnosis-hash-other = 签名用的哈希是 { $hash }，平台要 SHA-256；请改用 SHA256withRSA
diagnosis-hash-sha1 = 签名用的是 SHA-1（SHA1withRSA），平台要 SHA-256；请改用 SHA256withRSA
diagnosis-hash-md5 = 签名用的是 MD5（MD5withRSA），平台要 SHA-256；请改用 SHA256withRSA
diagnosis-hash-sha512 = 签名用的是 SHA-512，平台要 SHA-256；请改用 SHA256withRSA
diagnosis-hash-of_hex = 先算了 SHA-256 的十六进制文本，再对这段文本签名；请直接对待签名串签名，签名函数自己会做哈希
diagnosis-hash-twice = 哈希了两次：把摘要又交给会做哈希的签名函数；请直接传待签名串
diagnosis-padding-pss = 签名用的是 PSS 填充，平台要 PKCS#1 v1.5；请去掉 PSS 参数，用 SHA256withRSA
diagnosis-padding-raw = 直接用私钥加密了摘要或文本，缺少 DigestInfo，不是标准签名；请用语言自带的 SHA256withRSA 签名函数
diagnosis-newline-final_missing = 签名时最后一行 data 后面少了换行；请在末尾补一个 \n
diagnosis-newline-final_doubled = 签名时末尾多了一个换行；请只保留一个 \n
diagnosis-newline-crlf = 签名时用了 Windows 换行（\r\n）；请统一用 \n
diagnosis-newline-literal = 签名时把换行写成了 \ 和 n 两个字符；请用真正的换行符（0x0A）
diagnosis-newline-none = 签名时各行之间没有换行；请在每一行后加 \n
diagnosis-lines-callback_form = 签的是回调的三行格式（时间戳、随机串、内容），下单要五行；请在前面加上 POST 和 /requestOrder 两行
diagnosis-lines-request_form = 签的是下单的五行格式，回调只有三行（时间戳、随机串、原文）；请去掉前两行
diagnosis-lines-order = 各行的顺序不对；请按 POST、/requestOrder、timestamp、nonce_str、data 的顺序
diagnosis-method-different = 签名时第一行是 { $method }，应为 { $expected_method }；请改正
diagnosis-uri-different = 签名时第二行是 { $uri }，这份 data 应为 { $expected_uri }；请改正
diagnosis-timestamp-milliseconds = 签名和 byteAuthorization 里的时间戳单位不一致，或用了毫秒（{ $timestamp }）；请统一用秒（10 位）
diagnosis-timestamp-different = { $clock ->
    [zone] 签名时的时间戳是 { $timestamp }，与头里的差 8 小时，多半把北京时间当成了 UTC（或相反）；请用 1970 年以来的秒数，不要加时区
   *[other] 签名时的时间戳是 { $timestamp }，与头里的不同，多半取了两次时间；请只取一次
    }
diagnosis-timestamp-implausible = 时间戳 { $timestamp } 不是 1970 到 2099 年之间的时间，平台会拒绝；请写 1970 年以来的秒数（10 位）
diagnosis-timestamp-stale = 时间戳是 { $time }（北京时间），与现在相差超过 1 小时，平台很可能拒绝；请重新签名并核对服务器时钟
diagnosis-nonce-rewritten = 签名时的随机串写法不同（{ $nonce }）；请让两处完全一致
diagnosis-nonce-regenerated_suspected = 已知的改动都试过了，都对不上；剩下最可能的是签名后又改了 data 里的值（价格、标题等），或随机串生成了两次（签名用一个，头里写另一个）；请在服务器上打印待签名串，粘贴到“服务器的待签名串”里比对
diagnosis-body-not_json = data 不是 JSON，平台很可能报参数错误；请检查取到的是不是订单内容
diagnosis-body-empty = 签名时 data 是空的；请检查签名代码取到的请求体
diagnosis-body-placeholder = 签名时 data 是占位内容（{"{}"}、null、undefined、[object Object] 之类），多半传了对象或取错了字段；请传字符串
diagnosis-body-trimmed = 签名和发送的 data 首尾空白不同；请用同一个字符串
diagnosis-body-reserialized = 签名之后 data 被重新序列化，空格不同（如 Python 默认带空格）；请签名后原样发送同一个字符串
diagnosis-body-pretty = 签名和发送的 data 一份排版缩进、一份没有；请用同一个字符串
diagnosis-body-keys_sorted = 签名时 data 的字段按字母排序，发送时没有（多半经过 map 重新序列化）；请用同一个字符串
diagnosis-body-keys_reordered = 签名和发送的 data 字段顺序不同，多半有一边经过 map 或结构体重新序列化；请用同一个字符串
diagnosis-body-nulls_dropped = 签名时去掉了空字段，发送时没有；请用同一个字符串
diagnosis-body-numbers_rewritten = 签名和发送的 data 里数字写法不同（如 1.00 与 1）；金额请用整数的分，并用同一个字符串
diagnosis-body-double_encoded = data 多做了一次 JSON 编码（带引号和反斜杠的字符串）；请只编码一次
diagnosis-body-decoded_once = 发送的 data 比签名的多了一层 JSON 编码；请直接发送签名的那个字符串
diagnosis-escape-unicode = 签名和发送的 data 一份把中文写成 \uXXXX、一份没有；请统一（PHP 用 JSON_UNESCAPED_UNICODE，Python 用 ensure_ascii=False）
diagnosis-escape-slash = 签名和发送的 data 一份把 / 写成 \/、一份没有；请统一（PHP 用 JSON_UNESCAPED_SLASHES）
diagnosis-escape-html = 签名和发送的 data 一份把 < > & 等写成 \u003c 之类、一份没有；请关掉这种转义（Go 用 SetEscapeHTML(false)，Gson 用 disableHtmlEscaping()，PHP 去掉 JSON_HEX_ 选项），或用同一个字符串
diagnosis-escape-entities = data 里的引号等被写成了 &quot; 之类的 HTML 实体；请去掉 HTML 转义
diagnosis-escape-percent = 签名和发送的 data 一份做了百分号编码、一份没有；请统一为不编码
diagnosis-encoding-gbk = 签名和发送的 data 一份用了 GBK 编码、一份没有；请统一用 UTF-8（Java 用 getBytes(StandardCharsets.UTF_8)）
diagnosis-encoding-latin1 = 签名和发送的 data 一份用了 ISO-8859-1 编码、一份没有；请统一用 UTF-8（Java 用 getBytes(StandardCharsets.UTF_8)）
diagnosis-bom-added = 发送的 data 开头多了 BOM（U+FEFF）；请去掉
diagnosis-bom-removed = 签名时 data 开头有 BOM（U+FEFF），发送时没有；请读文件时去掉 BOM
diagnosis-invisible-characters = data 第 { $position } 个字符是看不见的 { $character }，多半是复制带来的；请删除
diagnosis-template-unresolved = { $place } 里的占位符 { $placeholder } 没有替换；请在签名之前填入真实值
diagnosis-amount-not_integer = { $path } 是 { $value }，金额必须是整数的分，平台会拒绝；请写成整数
diagnosis-search-limited = data 有 { $size } KB，太大，无法逐一尝试所有可能的改动；请换一个小订单再试
diagnosis-search-stopped = 比对被中途停止，还没有结论；改动任一内容会重新开始
diagnosis-search-not_found = 没有找到签的是什么：已知的改动都对不上，也没有全部试完；请在服务器上打印待签名串，粘贴到“服务器的待签名串”里（或 verify --server-string 文件），逐字节比对
diagnosis-header-app_id = appid 是 { $value }，不是小程序的 appid（以 tt 开头），平台认不出是哪个小程序；请填真实的 appid
diagnosis-header-colon = 字段名和值之间用了冒号，平台要的是 name=value、用逗号分隔；请把冒号改成等号
diagnosis-header-trailing = byteAuthorization 末尾多了 { $found }，平台会报签名参数异常；请去掉
diagnosis-header-escaped = byteAuthorization 多编码了一次（反斜杠、百分号、HTML 实体或 Base64），平台不会解码；请按原样发送
diagnosis-header-field_name = 字段名写成了 { $found }，应为 { $field }，平台不认；请改正
diagnosis-signature-sha1_hex = 这是 40 位的 SHA-1（msg_signature），属于旧的担保支付回调：SHA-1 加 token，不是 RSA 签名；请按担保支付文档验证，或确认接的是交易系统的回调
diagnosis-key-unread = 还有 { $count } 把已添加的加密密钥没有解锁，没有拿来比对；解锁后会自动再比一次
diagnosis-lines-missing = 签名时少了行；请按 POST、{ $expected_uri }、timestamp、nonce_str、data 五行，每行后一个 \n
diagnosis-lines-doubled = 签名时有一行写了两次；请按 POST、{ $expected_uri }、timestamp、nonce_str、data 五行
diagnosis-body-file_line_end = 文件末尾的换行不在签名里，多半是编辑器加的；发送时不要带上它
diagnosis-body-member_missing = 签名时 data 少了一个发送时有的字段，多半签名之后又加了字段；请先放好所有字段再签名
diagnosis-body-nulls_added = 签名时 data 里有空的字段（null、"" 或 [] 等），发送时去掉了；请用同一个字符串
diagnosis-body-nulls_rewritten = 签名和发送的 data 里空值写法不同（null 与 ""）；请用同一个字符串
diagnosis-body-inner_rewritten = params、skuAttr 等字段里的 JSON 文本在签名之后又被写了一遍；请用同一个字符串
diagnosis-body-inner_object = 签名时 params、skuAttr 等是对象，发送时是 JSON 字符串；请先转成字符串，再对整个 data 序列化并签名
diagnosis-body-inner_text = 签名时 params、skuAttr 等是 JSON 字符串，发送时变成了对象，平台会报参数错误；请发送签名的那个字符串
diagnosis-body-inner_alone = 只签了其中一个字段里的 JSON，没有签整个 data；请对整个 data 字符串签名
diagnosis-body-printed = 签名时 data 是程序打印对象的样子，不是 JSON；请先序列化成 JSON 字符串，再签名和发送
diagnosis-body-blanks_removed = 签名时 data 里的空白（包括文字里的）都被去掉了；请用同一个字符串
diagnosis-body-text_trimmed = data 里有一个文字字段，首尾的空白在签名和发送时不同（多半一边做了 trim）；请用同一个字符串
diagnosis-body-blanks_added = 签名时文字里的逗号、冒号后面有空格，发送时没有，多半去过空格；请用同一个字符串
diagnosis-body-inner_sent = 给出的只是其中一段 JSON，签名的是包着它的整个内容；请用完整的内容
diagnosis-body-different = 第五行（data）与签名时不同；请看逐行比较，并用同一个字符串
diagnosis-body-amount_unit = 签名和发送的 data 里金额单位不同（一边是元、一边是分）；请统一用整数的分
diagnosis-newline-separator = 签名时各行之间是 { $separator }，不是换行；请在每一行后加 \n
diagnosis-nonce-different = 签名时的随机串是 { $nonce }，与头里的不同，多半生成了两次；请只生成一次
diagnosis-signature-hmac = signature 解码后是 { $bytes } 字节，这是哈希或 HMAC，不是 RSA 签名（2048 位密钥是 256 字节）；请用应用私钥做 SHA256withRSA 签名
diagnosis-signature-placeholder = signature 是 { $found }，签名的值没有取到；请检查签名代码的返回值
diagnosis-header-field_unknown = byteAuthorization 里有文档没有的字段 { $found }，平台可能不认；请只保留 appid、nonce_str、timestamp、key_version、signature
diagnosis-body-base64 = 签名和发送的 data 一份做了 Base64 编码、一份没有；请直接签名、直接发送 data 本身
diagnosis-body-digest = 签名时第五行是 data 的摘要（十六进制），不是 data；请直接写 data
diagnosis-escape-backslashes = 签名和发送的 data 一份在引号前多了反斜杠，一份没有（多半写在单引号字符串里，或经过 addslashes / stripslashes）；请用同一个字符串
diagnosis-encoding-utf16 = 签名时 data 的字节是 UTF-16；请用 UTF-8（Java 用 getBytes(StandardCharsets.UTF_8)）
diagnosis-encoding-cesu8 = 签名时表情等字符用了 CESU-8（两个三字节），多半来自旧版数据库或 JNI；请用标准 UTF-8
diagnosis-encoding-normalized = 签名和发送的 data 里同一个字符的 Unicode 组合形式不同（NFC 与 NFD）；请用同一个字符串
diagnosis-encoding-lost = data 里有连续的问号或 �，文字在转换编码时丢了，无法复原；请在出错之前的步骤里统一用 UTF-8
diagnosis-as_written = （签名时是 { $writer } 的写法）

## verdict

verdict-valid = 签名与 data、密钥一致
verdict-valid_but_suspicious = 签名一致，但有可疑之处
verdict-fits_but_refused = 签名一致，但平台会拒绝
verdict-fits_but_not_trusted = 签名一致，但不是平台的密钥签的，不能信任
verdict-damaged_signature = 签名或 byteAuthorization 的文本已损坏
verdict-unknown_key = 已添加的密钥都对不上这个签名
verdict-wrong_scheme = 签名算法不对
verdict-different_bytes = 签名内容与发送内容不一致，已找到原因
verdict-different_bytes_unexplained = 签名内容与发送内容不一致，未找到原因

## case_note

case_note-proven = 已证实
case_note-likely = 可能
case_note-key = 与签名对应的公钥
case_note-digest = 签名里的摘要
case_note-sent = 发送的待签名串
server_string-as_is = 服务器的待签名串就是签名的内容：摘要一致
server_string-with_line_end = 服务器的待签名串（末尾补一个换行后）就是签名的内容
server_string-without_line_end = 服务器的待签名串（去掉末尾一个换行后）就是签名的内容
server_string-unix = 服务器的待签名串（把 CRLF 换成 LF 后）就是签名的内容
server_string-unescaped = 服务器的待签名串（去掉日志里的转义后）就是签名的内容
server_string-other = 这个待签名串的 SHA-256 是 { $digest }，不是签名里的摘要：签名时用的不是它，或打印之后又变了
server_string-difference = 第 { $line } 行从第 { $byte } 个字节起不同：服务器的是“{ $server }”，发送的是“{ $sent }”
server_string-same = 与发送的内容逐行相同
server_string-empty = 服务器待签名串的文件是空的；请给出签名前打印的字符串
case_note-tried = 已比对 { $count } 种可能

## checklist

checklist-console_key = 控制台里这个 key_version 的公钥是否就是这一把（请比对指纹）
checklist-app_id = appid 是否开通了行业 SDK 和支付，商户号是否匹配
checklist-clock = 服务器时钟是否准确（误差超过 1 小时会被拒绝）
checklist-platform_key = 用的是否是控制台里这个小程序的平台公钥（请比对指纹）
checklist-raw_body = 请求体是否是收到的原始字节，没有经过框架解析、再序列化或去空白
checklist-same_callback = 三个 Byte- 请求头和请求体是否来自同一次回调

## verify

verify-of_history = 这个签名是本程序为订单 { $number } 生成的，历史里有当时签名的内容：不同之处见下
verify-one_key = 只添加了一把密钥；先在“密钥”页添加这个小程序的公钥（或应用私钥），再下结论
verify-input = 要检查的请求
verify-paste_about = 粘贴或拖入 data、byteAuthorization，或同时含有两者的 JSON、JS 代码、日志；回调请连同 Byte- 开头的请求头一起粘贴
verify-paste = 粘贴
verify-open = 打开文件…
verify-open_hover = 案例文件，或含有 data 的文件
verify-use_composed = 用当前订单
verify-clear = 清空
verify-keys = 用已添加的 { $count } 把公钥验签（私钥自带公钥）；应用公钥、平台公钥都可以添加
verify-to_keys = 去添加公钥
verify-order = 下单
verify-callback = 支付结果回调
verify-data = data（原文）
verify-body = 回调内容（原文）
verify-authorization = byteAuthorization
verify-uri = 待签名串第 2 行（留空按 data 判断）
verify-uri_hover = tt.requestOrder 是 /requestOrder，tt.createSignOrder 是 /createSignOrder；服务端接口写它自己的路径
verify-server_string = 服务器的待签名串
verify-server_string_about = 在服务器上把签名前的字符串原样打印出来，粘贴到这里：与签名里的摘要比对，并逐行列出差别
verify-replaced = 验签内容已替换
verify-cleared = 验签内容已清空
verify-mend = 改法
verify-mend_none = 不显示
verify-signature = Byte-Signature
verify-binary = 文件有 { $count } 字节，不是 UTF-8，按原始字节验证
verify-searching = 正在比对，已试 { $count } 种
verify-empty_title = 找出签名为什么失败
verify-empty_1 = 把请求粘贴到左边，立即得到结论；全程离线，不改动您的内容
verify-empty_2 = 用公钥解开签名，可以看出是哪把密钥、什么算法、签的是哪个摘要
verify-empty_3 = 再用这个摘要比对几十万种常见写法，证明签名时多了什么、少了什么
verify-findings = 原因
verify-strings = 待签名串
verify-strings_callback = 回调的待签名串
verify-as_sent = 发送的
verify-as_signed = 签名时的
verify-first_difference = 从第 { $position } 个字节开始不同
verify-checklist = 本程序看不到的，请核对
verify-copy_note = 复制说明
verify-copy_note_hover = 给同事或平台客服的说明（Markdown）
verify-save_case = 保存案例…
verify-save_case_hover = 原始字节、公钥和结论的 JSON，可再次打开；不含私钥
verify-copy_digest = 复制摘要
verify-copy_digest_hover = 在服务器上打印 sha256(待签名串)，与它比较
verify-note = 说明
verify-no_case = 这不是案例文件，或已损坏；请选择“保存案例”得到的 JSON
verify-nothing_found = 没有找到 data 或 byteAuthorization；请粘贴完整的 JSON、代码或日志，或分别填到下面

## trouble

trouble-several = 仅凭错误码不能确定是哪一种，都列在下面
trouble-who_operator = 运营
trouble-who_server = 服务端开发
trouble-who_mini_program = 小程序开发
trouble-who_merchant = 商户设置
trouble-who_platform = 平台
trouble-retry_yes = 可以重试
trouble-retry_after = 按步骤处理后再试
trouble-retry_no = 重试无效，需先修正
trouble-retry_fine = 不是故障，不用重试
trouble-log_id = 日志 ID
trouble-other_message = 错误信息不在已知列表里，下面按错误码解释
trouble-unknown = tt.requestOrder 的已知错误里没有这一条；请带上 errLogId 联系平台
trouble-meaning = 含义
trouble-who = 谁来处理
trouble-causes = 可能的原因
trouble-steps = 怎么做
trouble-platform = 平台说明
trouble-scope = 接口
trouble-unknown_neighbour = 这个错误码在公开的资料里没有含义；请到该接口的文档里查，或带上日志 ID 联系平台
trouble-unknown_other = 这是别的接口的报错，不是 tt.requestOrder 的；请到该接口的文档里查
trouble-unknown_scope = 看不出是哪个接口的报错，错误码和信息都不在已知列表里；请把 fail 里的 errNo、errMsg、errLogId 一起粘贴过来
trouble-data_is_no_text = 平台点名的是 data：应为字符串，收到的是别的类型；请用 JSON.stringify 或直接用服务器返回的 data 字符串
trouble-field_array = 平台点名的字段是 { $path }：应为数组；请写成 [ … ]（skuList 写成 [ {"{"}…{"}"} ]）
trouble-field_string = 平台点名的字段是 { $path }：应为字符串；请加引号，对象请写成 JSON 字符串
trouble-field_number = 平台点名的字段是 { $path }：应为数字；请去掉引号
trouble-field_other = 平台点名的字段是 { $path }：应为 { $expected }
trouble-field_named = 平台点名的字段是 { $path }；请先检查它
trouble-authorization_is_no_text = 平台没有收到 byteAuthorization：服务器的返回里没有这个字段，或名字不同；请检查取值的代码
trouble-empty = 没有内容：请粘贴 fail 里的 errNo、errMsg、errLogId，或整段日志
scope-request_order = tt.requestOrder（下单）
scope-get_order_payment = tt.getOrderPayment（拉起收银台）
scope-sign_order = tt.createSignOrder（周期扣款签约）
scope-pay = tt.pay / ecpay（旧的担保支付）
scope-open_api = 服务端 OpenAPI（交易系统）
scope-order_push = 订单同步 order push
scope-ec_order = tt.openEcOrder 插件
scope-callback = 平台发来的回调
scope-local = 自己服务器上的加密库
scope-other = 别的接口

## sandbox

sandbox-call = 要演练的调用
sandbox-composed = 当前订单
sandbox-own = 自己粘贴
sandbox-run = 调用 tt.requestOrder
sandbox-inject = 一键模拟错误
sandbox-inject_choose = 选择要出现的错误
sandbox-reset = 重置
sandbox-reset_hover = 清除用过的订单号和所有开关
sandbox-used = 已用订单号 { $count } 个
sandbox-switches = 只有平台知道的情况
sandbox-empty_title = 离线演练下单
sandbox-empty = 平台没有这个接口的沙盒。这里按公开的规则走一遍，给出 success 或 fail 会收到的对象，以及是哪一步决定的
sandbox-steps = 步骤
sandbox-guesses = 步骤顺序、时间戳 1 小时和“支付方式全部屏蔽”是推测；带“开关”的由左侧决定；ID 是演练用的
sandbox-by_switch = 开关
sandbox-copy = 复制结果
sandbox-answer = 结果
sandbox-explain = 解释这个错误
sandbox-nothing_signed = 还没有签好的订单，先到“下单”页完成
sandbox-not_injected = 当前订单无法模拟这个错误，请先填好订单
sandbox-is_rehearsal = 这是离线演练，不是平台的结果；步骤顺序和部分阈值是推测
sandbox-not_utf8 = data 不是 UTF-8，tt.requestOrder 收到的是字符串；请换成 UTF-8 的文件
sandbox-failed_at = 演练在这一步失败：{ $step }

## sandbox_step

sandbox_step-function = 接口可用
sandbox_step-device = 真机环境
sandbox_step-header = byteAuthorization 格式
sandbox_step-signature = 验签
sandbox_step-timestamp = 时间戳在 1 小时内（推测）
sandbox_step-parameters = 参数
sandbox_step-industry = 商品类型与行业
sandbox_step-order_number = 订单号未用过
sandbox_step-merchant = 商户号
sandbox_step-pay_product = 支付产品
sandbox_step-pay_ways = 支付方式
sandbox_step-login = 登录
sandbox_step-account = 账号
sandbox_step-interface = 接口未封禁
sandbox_step-scene = 场景权限
sandbox_step-client = 客户端
sandbox_step-system = 平台系统
sandbox_step-made = 下单成功

## switch

switch-function_available = 有 tt.requestOrder 接口
switch-real_device = 在真机上
switch-goods_fit_industry = 商品类型符合行业
switch-order_number_used = 订单号在别处用过
switch-merchant_allowed = 商户号可用
switch-pay_product_match = 支付产品一致
switch-pay_way_available = 有可用支付方式
switch-logged_in = 用户已登录
switch-account_normal = 账号正常
switch-interface_banned = 接口被封禁
switch-scene_allowed = 场景有权限
switch-internal_error = 客户端内部错误
switch-system_error = 平台系统错误

## success

success-no_items = itemOrderList 是空的
success-unknown_sku = 订单里没有 skuId { $sku }
success-no_amount = { $sku } 的 itemOrderAmount 不是整数
success-paid_more = { $sku } 实付 { $paid }，高于订单里的 { $expected }
success-paid_less = { $sku } 实付 { $paid }，低于订单里的 { $expected }（可能有营销优惠）
success-other_sum = 各项实付合计 { $sum }，与 totalAmount { $total } 不同

## errors

errors-replaced = 报错内容已替换
errors-input = 错误报告
errors-about = 输入或粘贴错误码、错误信息、fail 对象、控制台输出或整段日志，也可以输入关键词搜索；粘贴 success 的结果会与订单核对
errors-all = 全部错误
errors-empty = 输入错误码或粘贴报告，这里会说明含义、原因、谁来处理、怎么做
errors-nothing = 没有找到已知的错误；请粘贴完整的 fail 对象或日志，或换个关键词
errors-also = 同一错误码还有 { $count } 种情况
errors-log_time = 日志时间 { $time }（按北京时间推算）
errors-log_apart = ，签名时间 { $signed }，相差 { $seconds } 秒
errors-open_in_verify = 在“验签”中打开
errors-to_verify = 去“验签”
errors-new_order_number = 换新订单号
errors-open_in_compose = 在“下单”中检查 data
errors-to_compose = 去“下单”检查
errors-success = 下单成功的结果
errors-success_fits = 与当前订单一致

## diagnosis_callback

diagnosis_callback-body = 收到的原文与验签用的内容不是同一串字节；请用收到的原始请求体验签，不要先解析再序列化
diagnosis_callback-escaped = 验签内容里字符的转义（\uXXXX 或 \/）与平台签的不同，多半经过 json_encode 之类重新序列化；请用收到的原始请求体验签
diagnosis_callback-keys = 验签内容里字段顺序与平台签的不同，多半解析成 map 或结构体后又序列化；请用收到的原始请求体验签
diagnosis_callback-inner_alone = 平台签的是 msg 里的那段文本，验签时用了整个请求体；请用 msg 里的那段文本验签
diagnosis_callback-inner_sent = 验签只用了 msg 里的内容，平台签的是整个请求体；请用收到的整个原始请求体验签
diagnosis_callback-timestamp = Byte-Timestamp 与签名时不同，或已经过去很久；请确认三个请求头来自同一次回调，并按收到的原样使用
diagnosis_callback-key_unknown = 给出的公钥都对不上这个签名；请用控制台里这个小程序的平台公钥，并按原样复制 Byte-Signature
diagnosis_callback-scheme = 这个签名用的不是 SHA-256，平台的回调用 SHA256withRSA；多半不是平台发来的，或不是交易系统的回调
diagnosis_callback-inner_object = 平台签的原文里 msg 的类型与验签内容不同：msg 是一段 JSON 字符串，不是对象；请用收到的原始请求体验签
diagnosis_callback-inner_rewritten = msg 里的 JSON 被重新写了一遍；请用收到的原始请求体验签，不要动 msg
diagnosis_callback-trimmed = 验签内容首尾多了或少了空白、换行（如 readLine 逐行拼接会多一个换行）；请用收到的原始请求体验签
diagnosis_callback-spaces = 验签内容里空格或缩进与平台签的不同；请用收到的原始请求体验签，不要去空格或重新排版
diagnosis_callback-quoted = 验签内容多了或少了一层引号和反斜杠，多半是从日志里复制的；请还原成收到的原始请求体
diagnosis_callback-encoding = 验签内容不是按 UTF-8 读的；请按 UTF-8 读取原始字节，或直接用字节验签
diagnosis_callback-lines = 各行的顺序不对；请按 Byte-Timestamp、Byte-Nonce-Str、原始请求体的顺序
diagnosis_callback-unexplained = 已知的改动都对不上；请核对三个 Byte- 请求头是否来自同一次回调，请求体是否是未经处理的原文

## write

write-exists_here = { $path } 已经存在，没有覆盖；请换一个名字，或允许覆盖
write-exists = { $path } 已经存在，没有覆盖；请换一个名字，或加上 --overwrite
write-same_file = { $path } 同时也是另一个参数的文件，写入会毁掉它，没有写任何文件；请换一个文件名
write-kept_key = { $path } 是这里已载入的一把密钥的文件，写入会毁掉它，没有写任何文件；请换一个文件名
write-is_folder = { $path } 是文件夹，不是文件，没有写任何文件；请加上文件名
write-special = { $path } 是设备或管道，不是文件，没有写任何文件；请选择普通文件
write-dangling = { $path } 是链接，但它指向的文件不存在，没有写任何文件；请先建好那个文件，或换一个名字
write-no_folder = 文件夹 { $path } 不存在，没有写任何文件；请先建好它，或检查拼写
write-failed = 无法写入 { $path }：{ $reason }；请检查磁盘空间和权限，或换一个位置
write-output = 无法写入标准输出：{ $reason }；请检查它通向哪里

## settings

settings-set_aside = 设置文件已损坏，已改名为 { $path }，现在使用默认设置；其中的密钥和固定的指纹可以从那里找回
settings-unreadable = 无法读取设置 { $path }（{ $reason }），修复之前也不会写入；请检查这个文件
settings-busy = 本程序的另一个窗口正在保存设置；稍后会自动再保存一次

## clock

clock-implausible = 本机时钟不在 1970 到 2099 年之间，平台会拒绝这样的签名；请校准时钟，或用 --timestamp 指定
clock-implausible_here = 本机时钟不在 1970 到 2099 年之间，因此没有签名；请校准时钟
clock-given = { $timestamp } 不是 1970 到 2099 年之间以秒计的时间，平台会拒绝；请检查

## job

job-file_late = { $path } 在 { $count } 秒内未能读出；请检查所在磁盘或网络目录是否可用，然后重新读取
job-demo_key = 生成演示密钥
job-file = 读取文件
job-key_file = 读取密钥文件
job-key_text = 读取粘贴的密钥
job-passphrase = 打开加密的密钥
job-new_key = 生成密钥对
job-dialog = 选择或保存文件
job-history = 读写历史
job-session = 保留打开的订单
job-text = 读取长文本
job-verify = 验签
job-panicked = 程序出错，“{ $job }”没有完成，其他内容不受影响；请重试，并把操作步骤反馈给我们
job-not_started = 系统资源不足，“{ $job }”无法开始；请关闭其他程序后重试

## path_dialog

path_dialog-about = 系统没有文件对话框（缺少 xdg-desktop-portal 或 zenity）；请直接输入路径
path_dialog-path = 路径
path_dialog-overwrite = 文件已存在时替换
path_dialog-use = 确定
path_dialog-cancel = 取消
path_dialog-exists = 已有这个文件；请勾选允许替换，或换个名字
path_dialog-no_folder = 没有这个文件夹；请检查路径
path_dialog-is_folder = 这是文件夹；请加上文件名
path_dialog-no_file = 没有这个文件；请检查路径
path_dialog-empty = 请输入路径

## crash

crash-about = 刚才的操作没有完成。订单和密钥都还在：请先保存，再继续。
crash-report = 请把之前的操作步骤和这个位置反馈给我们
crash-title = 程序出了问题
crash-save_draft = 保存订单…
crash-save_key = 保存新密钥“{ $name }”…
crash-go_on = 继续

## finding

finding-more = 还有 { $count } 处同样的问题

## long_text

long_text-clear = 清空
long_text-note = 只显示前 { $shown } KB（共 { $size } KB），这里不能编辑；实际使用全部内容

## reference

reference-order_parameters = 平台文档《生成下单参数与签名》
reference-jsapi = 平台文档《tt.requestOrder》（JSAPI）
reference-sdk = 仅见于公开 SDK，平台文档未写
reference-practice = 实际经验，平台文档未写

## field_about

field_about-bytes = UTF-8 编码后最多 { $limit } 字节

## key_failure

key_failure-making = 未能生成新密钥，系统没有及时给出素数；请重试
key_failure-writing = 无法以这种格式写出该密钥；请换一种格式，或从原始文件重新导出
key_failure-encrypting = 密钥加密失败，未写入任何文件；请重试，或不加密并保存在安全的位置
