## rule

rule-field-required = A required field is missing, the platform answers 10000 参数错误; fill it in
rule-field-type = Must be { $expected }, is { $found }, the platform answers 10000 参数错误; make it { $expected }
rule-field-too_long = { $bytes } bytes, at most { $limit } are allowed (UTF-8, a Chinese character takes 3), so the platform refuses it; remove { $over } bytes
rule-field-repeated = This key appears more than once in one object, and JSON readers disagree which one counts; keep one
rule-field-unknown = No public document lists the field { $name }; it is kept and written back as it is; check the spelling unless you mean it
rule-sku_list-not_array = skuList is { $found }, not an array, the platform answers data.skuList should be array; write [ {"{"} … {"}"} ]
rule-sku_list-count =
    skuList has { $count ->
        [one] 1 item
       *[other] { $count } items
    }, the platform takes exactly 1 at present; make it exactly one
rule-image_list-count =
    imageList has { $count ->
        [one] 1 image
       *[other] { $count } images
    }, the platform takes exactly 1 at present; make it exactly one
rule-image-not_https = The image address does not start with https:// and may not be shown in the mini-program; use an https address
rule-type-unknown = No public document lists goods type { $type }, the platform's list may have grown; ask your platform contact
rule-tag_group-form = tagGroupId { $value } does not look like one of the platform's (tag_group_ and digits), it may be a placeholder; use the id that the interface tag_query gives
rule-sku_attr-missing = The documents require skuAttr for goods type { $type }, the platform may refuse without it; add the attributes of that type
rule-sku_attr-not_text = skuAttr must be JSON in a string, this is an object, so the platform refuses it; write { $text }
rule-sku_attr-at_top = skuAttr stands at the top of data, where the platform does not look for it; move it into the item of skuList, as JSON in a string
rule-sku_attr-not_json = skuAttr must be a JSON object in a string and cannot be read as one; check quotes, commas and braces
rule-sku_attr-membership = In skuAttr of a membership (402) { $fields } must be whole numbers from 0, the platform may refuse others; write 1 for one month, for instance
rule-sku_attr-phone_card = In skuAttr of goods type { $type } these members are missing or malformed: { $fields }; complete them as for a phone card
rule-number-as_text = { $value } is text, so the platform answers 10000 参数错误; enter a whole number (digits 0-9 only)
rule-number-too_large = { $value } is larger than any number the platform counts with; enter a smaller one
rule-number-not_whole = { $value } is not written as a whole number, which is all the platform takes; enter a whole number (digits 0-9 only)
rule-amount-decimal = { $meant ->
    [yuan] { $value } is in yuan, amounts are whole fen; write { $if_yuan }
    [fen] { $value } is not spelled as a whole number, amounts are whole fen; write { $if_fen }
   *[both] { $value } has a decimal point, amounts are whole fen; if { $value } yuan is meant, write { $if_yuan }; if it is fen already, write { $if_fen }
    }
rule-price-negative = The price { $value } is negative, so the platform refuses it; write a whole number from 0
rule-quantity-range = The quantity { $value } is outside 1 to 100, so the platform refuses it; bring it into the range
rule-quantity-diamond = With DIAMOND the quantity can only be 1, it is { $value }; make it 1
rule-total-too_small = totalAmount must be at least { $least }, it is { $value }; check price and quantity
rule-total-above_sum = totalAmount is { $total }, { $difference } more than the sum of price × quantity, { $sum }, so the platform refuses it; make it { $sum }
rule-total-below_sum = totalAmount is { $total }, { $difference } less than the sum of price × quantity, { $sum }; right only with merchant marketing, else make it { $sum }
rule-pay_expire-range = payExpireSeconds is { $value }, allowed are { $least } to { $most } seconds (48 h); bring it into the range
rule-pay_expire-zero = 0 means the same as leaving it out, the platform takes { $default } seconds
rule-currency-unknown = The platform does not know the currency { $value }; use CNY or DIAMOND, or leave it empty (CNY)
rule-merchant-with_diamond = merchantUid does not go with DIAMOND; clear it
rule-notify_url-not_https = payNotifyUrl must start with https://, so the platform refuses it; use an https address
rule-notify_url-default = payNotifyUrl only takes effect if a default callback is configured in the console
rule-pay_way-unknown = The payment method { $value } is not a known one (the numbers 1 WeChat, 2 Alipay); check it
rule-pay_way-as_text = limitPayWayList holds numbers, { $value } is a text, the platform answers 10000 参数错误; leave the quotes out
rule-pay_way-sdk_only = The value 10 (Douyin Pay) is listed by some SDKs only, not by the platform's documents; check that you need it
rule-pay_scene-unknown = Public sources know only IM (iOS) as payScene, this is { $value }; check it
rule-path-leading_slash = A page path must not start with /, so the platform refuses it; write { $without }
rule-path-query = A page path must not have the query { $query }, so the platform refuses it; write { $without } and put the query into params
rule-path-characters = Character { $position } of the page path, { $character }, is not allowed, only letters, digits, _ and / are; change it
rule-path-several = Several things are wrong with the page path (a leading /, a query, characters that are not allowed), so the platform refuses it; write { $without } and put the query into params
rule-path-hyphen = The page path has a -, the document allows letters, digits, _ and / only, yet public code uses it; if the platform refuses the parameters, change it first
rule-params-not_text = params must be JSON in a string, this is an object, so the platform refuses it; write { $text }
rule-params-not_json = params must be a JSON object in a string and cannot be read as one; write it like {"{"}"id":1{"}"}
rule-params-repeated_key = params repeats keys: { $keys }; the platform does not take that, keep one of each
rule-text-full_width = Character { $position }, { $character }, is full-width, and the platform compares it as it is; use half-width: { $fixed }
rule-text-surrounding_space = White space at the ends goes into the signature as it is; remove it unless you mean it
rule-text-invisible = Character { $position } is the invisible { $code }, most likely copied along; remove it
rule-text-placeholder = The placeholder { $placeholder } was never filled in; put the real value there
rule-sign_order-is_one = This is data of tt.createSignOrder (periodic deduction), not of tt.requestOrder; it is signed the same way with /createSignOrder on line 2
rule-sign_order-member = This member of tt.createSignOrder must be { $expected }; correct it

## read

read-private_key = This is a private key, not an order; load it on the Keys page, or give it with --key
read-too_many_values = The text has more than { $limit } values, no order does; check whether it is the right file
read-too_many_items = The order has { $count } goods and images, more than the form can show ({ $limit }), and the platform takes one; use the commands check or sign for it
read-empty = The text is empty, there is no order in it; give the JSON of data
read-cut_off = The JSON ends before it is closed, most likely not all of it was copied; copy the whole text again
read-too_deep = The JSON is nested more than 128 levels deep and cannot be an order; check where it comes from
read-not_an_object = An order is a JSON object {"{"} … {"}"}, this is { $found }; give the whole content of data
read-not_json = Not JSON from line { $line }, column { $column }, near { $near }; check quotes, commas and braces
read-no_order = There is no order in this: no member of data such as skuList or outOrderNo was found; paste the JSON of data, a server's answer or the call
read-is_header = This is a byteAuthorization, not an order; look at it with its data on the page Verify, or with verify --data … --authorization …
read-is_callback = This is a callback of the platform, not an order; look at it on the page Verify as a callback, or with verify --callback
read-is_success = This is the result that success received, not an order; paste it on the Errors page, or use explain
read-is_report = This is an error report, not an order; paste it on the Errors page, or use explain
read-is_other = This is not data of tt.requestOrder but the payload of { $product ->
    [sign_order] tt.createSignOrder (periodic deduction)
    [guaranteed] the older guaranteed payment (ecpay, MD5 with a SALT)
    [pay] tt.pay (the older guaranteed payment)
    [wechat] WeChat Pay
    [alipay] Alipay
   *[other] a server interface of the trading system (OpenAPI, snake-case names)
    }; give the data of tt.requestOrder

## script

script-not_built = This build of the program reads no JavaScript; take the value of data out of the call, or use the build with the feature script
script-too_much = The script makes far more text of its constants than stands in it, no order does; copy the object that is given to tt.requestOrder alone
script-too_long = More than { $limit } KB, so this is no order call; copy the tt.requestOrder({"{"}…{"}"}) part only
script-syntax = Not valid JavaScript from line { $line }, column { $column } on, probably not copied completely; copy everything from tt.requestOrder( to its closing bracket
script-no_object = No argument object of tt.requestOrder({"{"}…{"}"}) was found; copy the whole call with {"{"} data, byteAuthorization {"}"}
script-no_data = The argument of tt.requestOrder has no data; copy the complete call, or paste the content of data itself
script-data_elsewhere = The value of data is not in this code, it comes from { $expression }; print its value at run time and paste that

## header

header-empty = { $field } is empty, the platform cannot tell who asks; fill it in
header-not_digits = { $field } is { $value }, the platform counts versions in digits; enter the number that the console shows, such as 1
header-character = Character { $position } of { $field }, { $character }, would break byteAuthorization; use ASCII letters, digits and marks other than comma, quote and space

## sign

sign-no_key_yet = The demo key is being generated; please wait a moment
sign-no_key = This profile has no key yet; add a private key on the Keys page, or choose one for the profile
sign-key_locked = The private key of this profile has a passphrase; enter it to sign
sign-key_unread = The private key file of this profile is being read
sign-failed = This private key cannot sign, its numbers do not fit together; export it again from the original, or make a new one

## key

key-big_exponent = The public exponent has { $bits } bits, real keys have 65537 (17 bits), the platform does not take it; make a new key with openssl genrsa -out private_key.pem 2048
key-not_there = The private key of this profile is not in { $path } any more; add its file again
key-multi_prime = This RSA key has more than two primes, which hardly any program takes; make a new one with openssl genrsa -out private_key.pem 2048
key-openssh_public = This is a public key in OpenSSH's own format; run ssh-keygen -e -m PKCS8 -f FILE to make it PEM
key-empty = The key file is empty; choose a file with a key
key-too_large = The file is larger than 1 MB and cannot be a key; choose a key file
key-no_key = There is no key in it that can be recognised; choose the private_key.pem that openssl wrote, or a file with -----BEGIN … KEY-----
key-cut_off = The key is not complete, its end is missing, most likely not all of it was copied; copy the whole file again, with its first and last line
key-empty_body = There is nothing between the first and the last line of the PEM; export the key again
key-not_base64 = Line { $line } has something that is not Base64, the key is damaged; copy it again from the original file
key-not_a_key = This is not a whole RSA key, it may be cut or changed; export it again from the original
key-public = This is a public key, signing needs the private one; choose the private_key.pem that belongs to it
key-certificate = This is a certificate, which holds a public key only, signing needs the private one; choose the private key file that belongs to it
key-request = This is a certificate request (CSR), not a key; choose the private key file that belongs to it
key-other_algorithm = This is a key for { $algorithm }, the platform takes 2048-bit RSA only; make one with openssl genrsa -out private_key.pem 2048
key-encrypted = The private key has a passphrase; give it (in the window, or with --passphrase-file, the variable TT_ORDER_BUILDER_PASSPHRASE, or at a terminal)
key-wrong_passphrase = The passphrase is wrong, the key stays closed; check capitals and spaces and try again
key-unknown_encryption = The private key is encrypted with an old algorithm that is not supported (PBES1 or the like); encrypt it anew with openssl pkcs8 -topk8 -in FILE -out private_key.pem
key-too_costly = Opening this key would take far more work than any real key, the file may be hostile; export the key again from the original
key-legacy_encrypted = The private key is encrypted the old way (Proc-Type: 4,ENCRYPTED); run openssl rsa -in FILE -out private_key.pem first
key-openssh = This key is in OpenSSH's own format; run ssh-keygen -p -m PEM -f FILE to make it PEM, then load it
key-putty = This key is in PuTTY format; run puttygen FILE -O private-openssh -o key, then ssh-keygen -p -m PEM -f key
key-pkcs12 = This is a PKCS#12 file (.pfx, .p12); run openssl pkcs12 -in FILE -nocerts -nodes -out private_key.pem first
key-key_store = This is a Java key store (JKS); run keytool -importkeystore -srckeystore FILE -destkeystore key.p12 -deststoretype PKCS12, then openssl pkcs12 -in key.p12 -nocerts -nodes -out private_key.pem
key-jwk = This is a key in JSON (JWK); convert it to PEM first
key-xml = This is a key in the XML of .NET; export it as PEM with RSA.ExportPkcs8PrivateKeyPem() first
key-too_small = The key has { $bits } bits only, the platform asks for 2048; make one with openssl genrsa -out private_key.pem 2048 and upload its public key
key-too_big = The key has { $bits } bits, more than anyone uses (at most 8192), the platform asks for 2048; make a new one

## file

file-unreadable = Cannot read { $path }: { $reason }; check the path and the permissions
file-too_large = { $path } is larger than { $limit } MB and cannot be an order; check the file
file-not_utf8 = { $path } is not UTF-8 (from byte { $position } on), and data must be; save it as UTF-8

## severity

severity-error = Error
severity-warning = Warning
severity-hint = Hint

## cli

cli-out_is_dash = A key is not written to standard output; give a file with --out (./- for a file of that name)
cli-input_is_key = There is a private key in it, which is neither signed nor shown; take it out, and give keys with --key; if others have seen it, make a new pair
cli-argument_is_key = An argument is a private key itself; others on this machine see arguments, and the shell may keep them; put it into a file and give its path; if it was in use, make a new pair
cli-report_is_key = This is a private key, not an error report, and nothing of it is shown; look at it with key inspect FILE
cli-no_switch_value = { $name } is not a valid value; write true or false (yes/no, on/off and 1/0 are taken too)
cli-authorization_missing = There is no file { $path }, and it is no byteAuthorization either; check the path, or give the text that begins with SHA256-RSA2048
cli-passphrase_too_long = The passphrase file has more than 4096 bytes and cannot be one; check the file
cli-heading-usage = Usage:
cli-heading-options = Options
cli-heading-commands = Commands
cli-heading-codes = Causes that can be named (codes never change their meaning; docs/codes.md explains them):
cli-help = Show help
cli-version = Show the version
cli-refused =
    The order has { $count ->
        [one] 1 error
       *[other] { $count } errors
    } that the platform refuses and was not signed; correct them as said above, sign anyway with --force, or sign the bytes as they are with --raw
cli-demo_key = Signed with a demo key made just now, which the platform does not accept; for a real order name the private key with --key
cli-errors_found =
    The order has { $count ->
        [one] 1 error
       *[other] { $count } errors
    } that the platform refuses; correct them as said above
cli-no_opengl = OpenGL did not start: { $reason }; install Mesa (on Debian and Ubuntu: apt install libgl1 libegl1 libgl1-mesa-dri), or use the commands, such as tt-order-builder sign --help
cli-no_graphics = The graphics system did not start: { $reason }; update the graphics driver, or use the command tt-order-builder sign (see tt-order-builder sign --help)
cli-no_window = This build of the program has the commands only; see tt-order-builder --help, or use the build with the window
cli-no_display = There is no display, so the window cannot open; use the command tt-order-builder sign instead (see tt-order-builder sign --help)
cli-fault-unknown = There is no argument { $argument }; see --help for those there are
cli-fault-command = There is no command { $argument }; see --help for those there are
cli-fault-missing = Required and not given: { $argument }; see --help
cli-fault-twice = The argument { $argument } is given twice; see --help
cli-fault-conflict = The arguments { $argument } and { $prior } cannot be used together; see --help
cli-fault-value = The value { $value } does not fit the argument { $argument }; see --help for the possible ones
cli-fault-other = The command line cannot be understood; see --help
cli-main-about = Compose, sign and check orders of Douyin mini-programs (tt.requestOrder), offline; opens the window where no command is given
cli-main-lang = Language (default: the system's)
cli-check-about = Check an order against the platform's rules, list the problems
cli-check-order = JSON file of the order, a server's answer or a tt.requestOrder call, - for standard input
cli-check-format = What to print: text for people, json is [{"{"}"path","severity","rule","message"{"}"}]
cli-check-lang = Language (default: the system's)
cli-sign-about = Sign an order, print data and byteAuthorization
cli-sign-order = JSON file of the order, a server's answer or a tt.requestOrder call, - for standard input; its own bytes are signed
cli-sign-app_id = The mini-program's appid
cli-sign-key = Application private key file (PEM, DER or Base64; PKCS#1 or PKCS#8, encrypted ones too)
cli-sign-demo_key = Use a demo key made on the spot, to see the format only
cli-sign-key_version = The public key's version in the console
cli-sign-uri = Second line of the string to sign
cli-sign-timestamp = Timestamp in seconds (default: now)
cli-sign-nonce = Nonce (default: random)
cli-sign-compact = Write the order anew, without spaces and line ends, and sign that
cli-sign-raw = Sign the file's bytes as they are, white space around them too, unread and unchecked
cli-sign-force = Sign the order even if it has errors
cli-sign-format = What to print: json is the object a server returns, authorization the byteAuthorization alone, js the complete call
cli-sign-lang = Language (default: the system's)
cli-common-passphrase_file = File with the passphrase; else the variable TT_ORDER_BUILDER_PASSPHRASE, else the terminal is asked
cli-common-lang = Language (default: the system's)
cli-common-overwrite = Overwrite a file that exists
cli-ask_passphrase = Passphrase of { $path }:{" "}
cli-ask_new_passphrase = New passphrase:{" "}
cli-ask_again = Once more:{" "}
cli-passphrases_differ = The two passphrases are not the same, nothing was written; try again
cli-passphrase_empty = The passphrase is empty, nothing was written; enter one, or leave out --encrypt
cli-generated = The private key is in { $path } (mode 0600), fingerprint of the public key { $fingerprint }; upload the public key below to the console
cli-converted = Saved to { $path }
cli-not_all_keys = Not everything is a usable key, the reasons are above
cli-key-about = Look at keys, make them, convert them
cli-key-command = Command
cli-key_inspect-about = Say what is in key files
cli-key_inspect-files = Key files
cli-key_inspect-format = What to print: text for people, json for programs
cli-key_generate-about = Make a 2048-bit RSA pair, print the public key
cli-key_generate-out = File for the private key
cli-key_generate-public_out = File for the public key too
cli-key_generate-form = Format of the private key
cli-key_generate-encrypt = Encrypt the private key with a passphrase (PKCS#8)
cli-key_convert-about = Convert a key to another format
cli-key_convert-input = Key file
cli-key_convert-to = Form: pkcs1, pkcs8 and spki are PEM; bare and bare-pkcs1 are Base64 on one line
cli-key_convert-out = File to write
cli-does_not_fit = The signature does not fit, the reasons are above
cli-no_authorization = { $name } is missing: there is no byteAuthorization in the file; give it with { $name }
cli-no_data = The file has a byteAuthorization and no data (or it is empty, or null); give the data with --data
cli-no_callback_header = { $name } is missing: the file of the body has no such header; give it with { $name }, or put headers and body into one file
intake-was_object = data is an object where the platform wants a text: what the mini-program sends is what JSON.stringify makes of it; its compact form is looked at here
intake-was_printed = data is what a program prints of an object: its types and bytes are lost, no signature can be checked with it; print the data string itself (what json_encode or JSON.stringify gave)
intake-several = { $count } orders stand in this text; the first one is taken, give the others one by one
intake-was_script = This is no JSON but an object of JavaScript, and is checked by what it amounts to; if this very text is what tt.requestOrder gets, the platform refuses it: use JSON.stringify
cli-verify-about = Find out why a signature fails, and prove it, offline
cli-verify-data = File with data, or with an answer, call, log or callback that has it; - for standard input
cli-verify-authorization = byteAuthorization as a file or a text
cli-verify-method = What line 1 is expected to be, POST unless given
cli-verify-uri = What line 2 is expected to be; without it as the data tells (/requestOrder or /createSignOrder); a server interface has its own path
cli-verify-server_string = File with the string to sign that the server printed: compared with the digest in the signature, and every line that differs is shown
cli-verify-lang_code = Programming language in which to show the fix for each proven cause
cli-verify-key = Public key files (or private keys, certificates), the one that is due first; 2=FILE says that its key_version is 2
cli-verify-platform_key = Platform public key files
cli-verify-callback = Check a payment result callback
cli-verify-body = File with the raw body of the callback
cli-verify-timestamp = Header Byte-Timestamp
cli-verify-nonce = Header Byte-Nonce-Str
cli-verify-signature = Header Byte-Signature
cli-verify-format = What to print: text for people, json for programs
cli-no_switch = There is no switch { $name }; there are { $names }, each true or false
cli-explain-about = Explain an error report: a code, a message, a log
cli-explain-text = Text of the report, - for standard input
cli-explain-format = What to print: text for people, json for programs
cli-sandbox-about = Rehearse tt.requestOrder offline and print the object that success or fail would get
cli-sandbox-data = File with data, - for standard input
cli-sandbox-authorization = byteAuthorization as a file or a text
cli-sandbox-key = Application public key files
cli-sandbox-set = What only the platform knows, logged_in=false for instance
cli-sandbox-now = The platform's time in seconds (default: now)


## menu

menu-file = File
menu-edit = Edit
menu-view = View
menu-help = Help
menu-settings = Settings (language, theme, drafts, history)

## document

document-new = New
document-example = Open the platform's example
document-open = Open…
document-open_title = Open an order or a key file
document-recent = Open recent
document-save = Save
document-save_as = Save as…
document-save_title = Save the order's data
document-duplicate = Duplicate in a new tab
document-close = Close
document-reopen = Reopen closed tab
document-next = Next tab
document-previous = Previous tab

## edit

edit-undo = Undo
edit-redo = Redo
edit-renew_and_copy = New number and copy
edit-renew_and_copy_hover = Takes a new order number, signs again and copies data and byteAuthorization

## tab

tab-untitled = Untitled
tab-edited = { $name } (not saved)
tab-close = Close { $name }
tab-file = { $path }
tab-no_file = Not saved to a file yet; it is kept when the window closes
tab-changed_outside = Another program has changed this file
tab-reload = Reload
tab-overwrite = Overwrite with what is here

## help

help-version = Douyin order signing { $version }
help-about = Works offline and has no network code; the rules come from the platform's public documents
help-documents = The rules follow the platform's documents of { $date }
help-shortcuts = Shortcuts
help-copy = Copy diagnostics
help-copy_hover = Version, system, window; no orders, keys or paths
help-diagnostics = Diagnostics
help-close = Close
menu-by_keyboard = Menu bar by keyboard
menu-about = Shortcuts and about…
finder-anything = Find commands, pages, orders, errors…
finder-anything_hint = Type a command, page, order, profile, field or error code
finder-profile = Switch profile…
finder-field = Find a field…
finder-nothing = Nothing matches
finder-open_document = Open order

## text_menu

text_menu-cut = Cut
text_menu-copy = Copy
text_menu-paste = Paste
text_menu-select_all = Select all

## history

history-title = Orders copied, saved, rehearsed
history-search = Search order number, title, note
history-ever = All
history-today = Today
history-week = 7 days
history-month = 30 days
history-any_app_id = All mini-programs
history-profile = Profile
history-any_profile = All profiles
history-template = Template
history-any_template = All templates
history-demo = demo key
history-profile_gone = There is no profile for appid { $app_id } any more, so the order opens with the demo profile; choose a profile at the top before you sign it
history-is_demo = Signed with the demo key, so the platform refuses it
history-is_stale = Signed more than { $minutes } minutes ago, the platform will likely refuse it; open the order and sign it again
history-app_id = Mini-program ID
history-export_jsonl = Export JSONL…
history-export_csv = Export CSV…
history-export_title = Export the history
history-clear = Clear…
history-clear_sure = Clear it, this cannot be undone
history-reading = Reading
history-none_found = Nothing is found; search for something else, or for all days, profiles, templates and mini-programs
history-empty = Nothing here; orders that you copy, save or rehearse will be
history-before = Newer
history-behind = Older
history-range = { $first }–{ $last } of { $count }
history-copied = copied
history-saved = saved
history-rehearsed = rehearsed
history-about = Choose an entry: open it in a tab, copy it as it was, write a note, or compare it with another one
history-time = Time (China)
history-action = Action
history-open = Open in a tab
history-copy = Copy data and signature
history-copy_hover = Copies data and byteAuthorization as they were; the timestamp may be too old by now
history-copied_name = data and byteAuthorization from the history
history-mark = Compare with this
history-mark_hover = Then click another entry to see where they differ
history-note = Note
history-compared = Compared with { $name }
history-same = data is the same, byte for byte
history-first_byte = They differ from byte { $place } on
history-nothing = (nothing)
history-set_aside = The file of the history is damaged and was kept as { $path }; the history begins anew
history-newer = A newer version of the program has written { $path }, it was left alone; update this program
history-again = Try again
history-private_key = The note seems to hold a private key and was not kept; take it out
history-failed = The history cannot be read or written: { $reason }; check its folder and the space on the disk, or turn the history off under ⚙

## template

template-menu = Templates ▾
template-menu_new = New from a template
template-save_as = Save this order as a template…
template-save_title = Save as a template
template-save_about = Where a field has {"{{"}title{"}}"} or {"{{"}price=100{"}}"}, the template asks for it; order number, date and appid fill in by themselves
template-name = Name of the template
template-price_in_fen = A price is whole fen, or has its unit: 150, ¥1.50
template-name_rule = A name has up to 60 letters, digits, spaces and - _ ( )
template-replaces = There is a template of this name, it will be replaced
template-save = Save
template-begin = Begin the order
template-remove = Remove template { $name }
template-saved = Saved as template { $name }
template-removed = Removed template { $name }
template-unreadable = Template { $name } cannot be read: { $reason }
template-private_key = The order seems to hold a private key and was not saved as a template; take it out of its field first
template-import = Import templates…
template-export = Export my templates…
template-imported =
    { $count ->
        [0] All templates of the file were here already
        [one] One template imported
       *[other] { $count } templates imported
    }
template-import_private_key = { $path } seems to hold a private key, so no template was imported; take the key out of the file first
template-no_folder_to_import = The system names no folder for templates, so none can be imported; open the order of the file instead
template-none_in_file = There are no templates in { $path }; a file of templates that was exported here, or an order as JSON, can be imported
template-no_folder = The system names no folder for templates; save the order to a file instead

## template_name

template_name-phone_card = Phone card (101)
template_name-membership = Membership (402)
template_name-content = Content (401)
template_name-short_drama = Short-drama episode (404)
template_name-tool = Virtual tool (301)
template_name-diamonds = iOS diamonds

## template_blank

template_blank-title = Goods title
template_blank-price = Price (fen)
template_blank-diamonds = Price (diamonds)
template_blank-sku_id = Goods ID
template_blank-image = Address of the image
template_blank-tag_group = Refund rule tags
template_blank-path = Order page path

## session

session-set_aside = The file with the orders of the last run is damaged and was kept as { $path }; a text editor shows what is in it
session-looks_like_key = { $name } seems to hold a private key and is not kept; take the key out, or save the order to a file
session-not_kept = The open orders could not be kept: { $reason }; save them to files soon

## settings_menu

settings_menu-keep_history = Keep a history
settings_menu-keep_history_about = Records orders that were copied, saved or rehearsed, so you can find them again; private keys are never recorded
settings_menu-keep_drafts = Keep open orders
settings_menu-keep_drafts_about = Orders that are not saved are still there after closing or a power cut; private keys are never kept

## page

page-errors = Errors
page-sandbox = Sandbox
page-verify = Verify
page-compose = Compose
page-history = History
page-keys = Keys

## theme

theme-system = System
theme-light = Light
theme-dark = Dark

## profile

profile-manage = Manage profiles and keys…
profile-begin = New profile…
profile-title = Profiles
profile-demo = Demo
profile-unnamed = Profile without a name
profile-copy_name = { $name } (copy)
profile-new = New
profile-import = Import…
profile-export = Export…
profile-import_title = Choose a file of profiles
profile-export_title = Export profiles (without keys)
profile-none_in_file = There are no profiles in { $path }; choose a file that this program has exported (JSON with profiles)
profile-use = Use this profile
profile-in_use = Active
profile-duplicate = Duplicate
profile-accept_key = Use the new key
profile-remove = Remove profile
profile-name = Profile name
profile-app_id_unusual = An appid is usually tt and 16 or 18 digits 0-9 a-f; compare it with the console
profile-required = Required
profile-key = Key
profile-no_key = no key chosen
profile-no_key_about = A private key that is added on the left goes to this profile; several profiles can share a key
profile-no_app_id = no appid yet
profile-production = Production
profile-production_badge = PROD
profile-production_about = When ticked, PROD stays at the top of the window: real customers pay for what is signed
profile-defaults = Defaults for new orders
profile-defaults_about = Filled in when an order is begun; what is empty stays empty
profile-order_number = Pattern of order numbers
profile-order_number_hover = May hold {"{{"}date{"}}"}, {"{{"}time{"}}"}, {"{{"}counter{"}}"}, {"{{"}order_number{"}}"}, {"{{"}app_id{"}}"}, {"{{"}profile{"}}"}, such as test_{"{{"}date{"}}"}_{"{{"}counter{"}}"}
profile-hover = Who signs: private key · appid · key_version (public key fingerprint { $fingerprint }…); click to change
profile-demo_hover = This is the demo key made at start (public key fingerprint { $fingerprint }…), which the platform does not accept; click to load your private key

## key_name

key_name-demo = Demo key
key_name-pasted = Pasted key
key_name-generated = New key

## status

status-reading = Reading { $size } KB …
status-stop = Stop
status-offline = ● Offline, no network
status-offline_hover = This program has no network code at all; orders and keys do not leave this computer
status-missing =
    { $count ->
        [one] ○ 1 field to fill in
       *[other] ○ { $count } fields to fill in
    }
status-no_problems = No problems
status-unsigned = Not signed
status-jump = Go to the first one

## drop

drop-key = Drop to open the file: a private key or an order

## age

age-seconds = Signed { $count } s ago
age-minutes = Signed { $count } min ago
age-hours = Signed { $count } h ago

## amount

amount-cleaned = { $typed } was taken as { $fen } fen
amount-diamonds =
    { $count ->
        [one] 1 diamond
       *[other] { $count } diamonds
    }

## group

group-sku_list = Goods skuList
group-order = Order and amounts
group-order_entry_schema = Order page orderEntrySchema
group-used = { $count } filled in
group-options = Optional

## field

field-required = Required
field-skuList = Goods
field-skuList_title = Title
field-skuList_skuId = Goods ID
field-skuList_price = Price (fen)
field-skuList_quantity = Quantity
field-skuList_type = Goods type
field-skuList_tagGroupId = Refund rule tags
field-skuList_imageList = Image
field-skuList_entrySchema = Goods page
field-skuList_entrySchema_path = Goods page path
field-skuList_entrySchema_params = Goods page params
field-skuList_skuAttr = Attributes
field-outOrderNo = Order number
field-totalAmount = Total (fen)
field-currency = Currency
field-payExpireSeconds = Payment timeout (s)
field-payNotifyUrl = Payment callback
field-merchantUid = Merchant
field-orderEntrySchema = Order page
field-orderEntrySchema_path = Order page path
field-orderEntrySchema_params = Order page params
field-limitPayWayList = Hidden payment methods
field-payScene = Payment scene
field-promotionId = Promotion

## rule_yuan

rule_yuan-amount-decimal = data has { $value } here, which is not written as whole fen; type the amount in yuan again, with two decimals
rule_yuan-number-not_whole = { $value } is no amount in yuan; type digits with at most two decimals, such as 12.50
rule_yuan-number-as_text = { $value } is text, so the platform answers 10000 参数错误; type the amount in yuan, such as 12.50
rule_yuan-price-negative = The price { $value } is negative, so the platform refuses it; type ¥0.00 or more

## field_yuan

field_yuan-skuList_price = Price (yuan)
field_yuan-totalAmount = Total (yuan)

## unit

unit-yuan = Yuan
unit-fen = Fen
unit-about = The unit in which amounts are typed; data always has fen

## total

total-follows = Calculated from price × quantity; type to override
total-unknown = Calculated once price and quantity are right
total-follow_again = Follow price × quantity again

## currency

currency-absent = Left out (CNY)

## expiry

expiry-minutes = { $count } min
expiry-hours = { $count } h

## sku

sku-add_why = The platform takes one item at present
sku-add = + Add item
sku-up = Move item { $place } up
sku-down = Move item { $place } down
sku-remove = Remove item { $place }

## image

image-add = + Add image
image-up = Move image { $place } up
image-down = Move image { $place } down
image-remove = Remove image { $place }

## field_switch

field_switch-text = Edit JSON
field_switch-impossible = The text is not yet a JSON object that can be edited entry by entry; fix it as text first
field_switch-name = { $field }: edit as text
field_switch-about = Switches between single entries and the JSON text

## params

params-add = + Add parameter
params-add_name = { $field }: add a parameter
params-name = { $field }: name { $place }
params-value = { $field }: value { $place }
params-kind = { $field }: kind of value { $place }
params-remove = { $field }: remove { $place }
params-name_hint = Name
params-value_hint = Value
params-bad_json = Not one whole JSON value; complete it, or switch to a string
params-text = String
params-json = JSON
params-kind_about = String: written in quotes; JSON: written as it stands (number, true, null, object, array); click to switch

## sku_attr

sku_attr-amount = Package cost  amount (fen)
sku_attr-time_len = Duration  time_len
sku_attr-unit = Unit of duration  unit
sku_attr-call_duration = Calls  call_duration (min)
sku_attr-traffic_bundle = Data  traffic_bundle (GB)
sku_attr-telecom_operator_type = Operator  telecom_operator_type
sku_attr-member_name = Membership  member_name
sku_attr-member_type = Kind  member_type
sku_attr-num_of_year = Years  num_of_year
sku_attr-num_of_month = Months  num_of_month
sku_attr-num_of_day = Days  num_of_day
sku_attr-num_of_hour = Hours  num_of_hour
sku_attr-num_of_minute = Minutes  num_of_minute
sku_attr-choose = Choose
sku_attr-leave_out = Leave out
sku_attr_value-year = year
sku_attr_value-month = month
sku_attr_value-day = day
sku_attr_value-official = official
sku_attr_value-private = not official

## pay_ways

pay_ways-written = Write into data
pay_ways-not_written = Tick "Write into data" first to choose the payment methods to hide

## pay_way_name

pay_way_name-1 = 1 WeChat
pay_way_name-2 = 2 Alipay
pay_way_name-10 = 10 Douyin Pay

## import

import-open = Import…
toolbar-new = New
toolbar-open = Open
toolbar-recent = Recent ▾
import-open_hover = Opens an order you have; you can also drop a file into the window, or paste outside the fields
import-title = Import an order
import-about = Paste the JSON of data, a server's {"{"}"data":…,"byteAuthorization":…{"}"}, or a tt.requestOrder({"{"}…{"}"}) call from code; until edited, it is signed byte for byte as imported
import-text = Text to import
import-import = Import
import-empty = Paste the text to import first
import-cancel = Cancel

## suggestion

suggestion-take = Write { $value }

## list

list-at_the_end = Already at this end

## order_number

order_number-renew = New order number
order_number-about = Keeps what stands before the digits, then the time in seconds and randomness; a number cannot be used twice (21016 外部单号已存在)

## picker

picker-name = { $field }: choose a known value
picker-search = Search
picker-none = No known value fits; type yours into the field
picker-open_list = Values not listed can be typed in

## goods_type

goods_type-101 = Communication: phone card
goods_type-102 = Communication: customisation (ring-back tones)
goods_type-103 = Communication: phone credit, broadband
goods_type-104 = Communication goods
goods_type-105 = Communication goods
goods_type-106 = Communication goods
goods_type-107 = Communication goods
goods_type-201 = Consulting: general
goods_type-202 = Consulting: document writing
goods_type-301 = Tools: virtual tools
goods_type-401 = Content: membership, top-up
goods_type-402 = Content: membership
goods_type-403 = Content goods
goods_type-404 = Content: short-drama episodes
goods_type-405 = Content goods
goods_type-406 = Content goods
goods_type-703 = Parking
goods_type-704 = seen in public posts
goods_type-705 = seen in public posts

## tag_group

tag_group-tag_group_7272625659887943692 = Communication, phone card (full refund before the card is made, then by agreement)
tag_group-tag_group_7272625659887960076 = Communication, customisation (full refund before it is made, then by agreement)
tag_group-tag_group_7272625659887976460 = Communication, customisation (full refund before it is made, then none)
tag_group-tag_group_7272625659887992844 = Communication, virtual top-up (no refund)
tag_group-tag_group_7272625659888009228 = Consulting, general (full refund before service, then by agreement)
tag_group-tag_group_7272625659888025612 = Consulting, general (full refund before service, then none)
tag_group-tag_group_7297888175123382299 = Consulting, document writing (full refund before service, then by agreement)
tag_group-tag_group_7272625659888041996 = Consulting, content (no refund)
tag_group-tag_group_7272625659888058380 = Tools, virtual service (no refund)

## preview

preview-data = data
preview-authorization = byteAuthorization
preview-string_to_sign = String to sign
preview-call = JS call
preview-answer = data + byteAuthorization
preview-program = Sample code
preview-program_about = Run with the same private key it prints the very same byteAuthorization; the key file is its argument
preview-copy = Copy { $name }
preview-copy_short = Copy
preview-copy_menu = Copy something else
preview-copy_both = Copy data + byteAuthorization
preview-copy_both_hover = Copies the JSON object a server returns: {"{"}"data":…,"byteAuthorization":…{"}"}
preview-renew = Sign again
preview-save = Save…
preview-save_title = Save { $name }
preview-renew_hover = With a new timestamp and nonce
preview-pretty = Indented
preview-pretty_only = To read only: what is signed and copied is not indented
preview-line_ends = \n marks each 0x0A; copying gives the real bytes
preview-bytes =
    { $count ->
        [one] 1 byte
       *[other] { $count } bytes
    }
preview-bytes_written = from the form
preview-bytes_imported = as imported
preview-bytes_hover = Exactly the bytes that were signed (UTF-8)
preview-unsigned = Not signed: fix the problem shown above first

## banner

banner-stale = Signed more than { $minutes } minutes ago, the platform will likely refuse it; sign again
banner-demo = Signed with the demo key; the platform refuses it
banner-load_key = Add a private key
banner-placeholder_app_id = The appid is still the placeholder tt0000000000000000, so the platform refuses it; enter that of your mini-program
banner-to_keys = Change it
banner-unlock = Enter passphrase…

## problems

problems-title = Problems
problems-about = × refused  ⚠ suspicious or undocumented  ※ hint
problems-missing = { $count } required fields are still empty
problems-none = No problems found
problems-jump = Click to go to the field

## notice

notice-nothing_closed = No closed tab to reopen
notice-no_undo = Nothing to undo
notice-no_redo = Nothing to redo
notice-closed = Closed { $name }
notice-undo = Undo
notice-undo_name = Undo: { $message }
notice-open_name = Open there: { $message }
notice-open_already = This file is open already; what was not saved yet stays
notice-dismiss = Dismiss
notice-text_too_large = The text has more than { $limit } MB and was not taken; save it in a file and use the command line
notice-not_saved = Not saved: no file was chosen
notice-reading_stopped = Stopped; the text was not taken
notice-key_generated = A new pair was made; save the private key, then upload the public key
notice-key_not_generated = Stopped, no key was made
notice-key_generation_failed = No key was made: the system gives no randomness; try again
notice-keys_added =
    Added { $count ->
        [one] 1 key
       *[other] { $count } keys
    }
notice-copied = Copied { $name }
notice-tag_groups =
    Took in { $count ->
        [one] 1 tag group
       *[other] { $count } tag groups
    }, choose in the list of Refund rule tags
notice-offered = What was pasted is for the page { $page }
notice-open_there = Open there
notice-not_understood = What was pasted is not understood; orders, signed payloads, error reports and answers of tag_query can be pasted
notice-copy_unread = The clipboard cannot be read back, so it is not certain that it was copied; paste it somewhere to look, or use Save
notice-copy_differs = The clipboard holds something else than what was copied, another program may have changed it; copy again
notice-copied_demo = Copied { $name } (signed with the demo key, the platform does not accept it)
notice-copied_production = Copied { $name } (PROD: { $profile })
notice-copied_with_errors =
    Copied { $name }, but the order still has { $count ->
        [one] 1 error
       *[other] { $count } errors
    } that the platform refuses
notice-copied_fingerprint = Copied the public key's fingerprint
notice-imported_data =
    Imported data ({ $count ->
        [one] 1 byte
       *[other] { $count } bytes
    }), signed as it is until a field is edited
notice-imported_answer =
    Imported the data ({ $count ->
        [one] 1 byte
       *[other] { $count } bytes
    }) of a server's answer, signed as it is until a field is edited
notice-imported_script =
    Imported data from the JS call ({ $count ->
        [one] 1 byte
       *[other] { $count } bytes
    }); signed as it is until a field is edited
notice-imported_object =
    Imported the order object; there is no data text in it, so data is written from the form ({ $count ->
        [one] 1 byte
       *[other] { $count } bytes
    })
notice-saved = Saved to { $path }
notice-not_imported = Not imported: { $reason }
notice-renewed = Signed again with a new timestamp and nonce
notice-key_loaded = Private key loaded (public key fingerprint { $key }…)
notice-profile_removed = Removed the profile { $name }
notice-profiles_imported =
    Imported { $count ->
        [one] 1 profile
       *[other] { $count } profiles
    }; keys do not come with profiles, add them here

## keys

keys-close_title = A private key is not saved
keys-close_about = The new private key is in memory only and gone once the window closes; if its public key was uploaded already, save it first
keys-close = Close anyway
keys-stay = Cancel
keys-remove_unsaved = Remove anyway (not saved)
keys-remove_unsaved_hover = This private key is in memory only and gone once it is removed
keys-load = Add keys
keys-load_about = Private keys, public keys, certificates: PEM, DER, Base64, encrypted PKCS#8; or drop a file into the window
keys-choose = Choose file…
keys-choose_title = Choose a key file
keys-paste = Paste
keys-paste_hover = Copy the whole text of a key first, then click here
keys-awaits_paste = Waiting for a paste: copy the text of the key and press Ctrl+V (Command+V on macOS)
keys-path = Or type its path
keys-path_empty = Type the path of a key file first
keys-read = Load
keys-generate = Generate
keys-generate_hover = Makes a 2048-bit RSA pair in the memory of this machine
keys-generating = Making a 2048-bit pair…
keys-stop = Stop
keys-signs_now = This key signs
keys-activate = Sign with it
keys-read_again = Read it
keys-locked = needs its passphrase
keys-unread = not read
keys-unreadable = cannot be read
keys-passphrase = Passphrase
keys-open = Unlock
keys-passphrase_empty = Enter the passphrase first
keys-passphrases_differ = The two passphrases are not the same
keys-facts = About the key
keys-origin = Origin
keys-format = Format
keys-container = Encoding
keys-bits = Bits
keys-exponent = Exponent
keys-fingerprint = Fingerprint SHA-256
keys-fingerprint_hover = SHA-256 of the SPKI: made of the public key only, it may be sent to anyone
keys-copy_fingerprint = Copy fingerprint
keys-partner = Matching key
keys-same_as = The same key as { $place }
keys-no_partner = not added
keys-pinned = Console key
keys-pinned_nothing = nothing pinned
keys-pinned_this = ✓ matches the pinned fingerprint
keys-pinned_other = ⚠ differs from the pinned fingerprint
keys-access = Access
keys-access_owner = only you can read the file
keys-access_open = ⚠ other users can read the file
keys-role = Role
keys-app_id = Mini-program ID
keys-key_version = Public key version
keys-label = Key name
keys-colour = Colour
keys-remove = Remove
keys-remove_hover = Takes it off the list only, the file stays
keys-hand_over = Export
keys-hand_over_about = The console takes the whole public PEM; samples in Java and Go often take Base64 on one line
keys-copy_hover = A public key may be known to anyone
keys-save_public = Save public key…
keys-save_public_title = Save the public key
keys-save_private = Save private key…
keys-save_private_title = Save the private key
keys-save_about = Only you will be able to read the file (mode 0600); there is no way to copy a private key
keys-encrypt = Encrypt with a passphrase
keys-as_pkcs8 = PKCS#8 (BEGIN PRIVATE KEY, for Java and others)
keys-as_pkcs1 = PKCS#1 (BEGIN RSA PRIVATE KEY, for Go and others)
keys-new_passphrase = New passphrase
keys-repeat_passphrase = Once more
keys-choose_place = Choose a place…
keys-pin_about = Pin the fingerprint of the public key that the console has for { $app_id } and key_version { $key_version }; you are warned when the key that signs does not belong to it
keys-pin_this = Pin this key
keys-unpin = Unpin
keys-pin_other = Or paste the fingerprint of the console's key
keys-pin_hint = SHA-256 of the SPKI, 64 hex digits
keys-pin = Pin
keys-stays = Private keys stay in memory and are wiped at exit; they are never written to logs or settings, only "Save private key" writes one, into the file you choose. Settings keep paths, roles, names, appid, key_version, pinned fingerprints and what new orders begin with

## key_format

key_format-pkcs1 = Private key, PKCS#1
key_format-pkcs8 = Private key, PKCS#8
key_format-encrypted_pkcs8 = Encrypted private key, PKCS#8 ({ $scheme })
key_format-pkcs1_public = Public key, PKCS#1
key_format-spki = Public key, SPKI
key_format-certificate = Public key of an X.509 certificate
key_format-in_memory = Private key, in memory only

## key_container

key_container-pem = PEM
key_container-base64 = Bare Base64 (no first and last line)
key_container-der = DER (binary)

## key_repair

key_repair-escapes = Backslashes of escapes were left out
key_repair-byte_order_mark = A BOM at the beginning was left out
key_repair-utf16 = The file was UTF-16 and was converted
key_repair-invisible = Invisible characters were left out
key_repair-literal_newlines = The two characters \n were read as line ends
key_repair-carriage_returns = The file has Windows line ends (CRLF), which does no harm
key_repair-text_around = Text around the key was left out
key_repair-dashes = Dashes are missing in the first or last line
key_repair-label = The first line says { $found }, which is not what it is; the content counts
key_repair-one_line = Everything was on one line and was split
key_repair-padding = The missing = at the end was added
key_repair-plus_as_blank = Spaces were turned back into + (URL decoding often replaces it)
key_repair-bytes_behind = Bytes behind the end of the key were left out
key_repair-whole_in_base64 = The whole PEM was in Base64 once more and was decoded
key_repair-joined = The pieces of text that the code puts together were joined

## key_remark

key_remark-more_bits = The key has { $bits } bits, the platform's documents ask for 2048 and it may not take others; better make one with 2048
key_remark-sample = This is the key of public sample code, anyone can sign with it; never use it in production, replace it now
key_remark-not_pinned = It does not match the public key that you pinned for { $app_id } and key_version { $key_version }, the platform will answer 11004; use the private key that belongs to it, or upload the public key anew and pin that
key_remark-other_key = The key file holds another private key than before (fingerprint { $before }…, now { $now }…); go on only if you have changed it, and upload its public key to the console
key_remark-exposed = Other users of this machine can read the private key file; run chmod 600 on it
key_remark-demo = This demo key was made in memory at start, the platform does not know its public key, its signatures only show the format
key_remark-unsaved = This private key is not saved yet and is gone when the window closes; save it, then upload its public key to the console
key_remark-unread = A file used before, not read yet; private keys are read only when you need them
key_remark-locked = The private key has a passphrase, enter it to sign with the key

## key_role

key_role-application_private = Application private key
key_role-application_public = Application public key
key_role-platform_public = Platform public key

## key_colour

key_colour-0 = Grey
key_colour-1 = Blue
key_colour-2 = Green
key_colour-3 = Orange
key_colour-4 = Red
key_colour-5 = Violet

## public_form

public_form-pem = Copy public PEM (console)
public_form-base64 = Copy public Base64 (Java, Go)
public_form-pkcs1 = Copy public PKCS#1

## diagnosis

diagnosis-header-not_a_number = { $field } is { $value } but must be digits only; correct it
diagnosis-header-field_empty = { $field } is empty, the platform cannot check the signature; fill it in
diagnosis-header-separator = The fields are separated by { $found } instead of a comma; use commas
diagnosis-header-scheme = byteAuthorization does not begin with "SHA256-RSA2048 " (one space behind it) but with { $found }, the platform answers 11004 签名参数异常; write SHA256-RSA2048 and one space
diagnosis-header-quoted = The value of { $field } stands in quotes; the requestOrder document has none, other pages of the platform do; no need to change it where the signature fits, if 11004 stays try without
diagnosis-header-spacing = There is extra white space near { $place }, the platform reads character by character; write one space behind SHA256-RSA2048 and none behind commas
diagnosis-header-field_missing = { $field } is missing, the platform cannot check the signature; add it
diagnosis-header-field_repeated = { $field } stands more than once, which one the platform takes is not documented; keep one
diagnosis-header-order = The fields are in the order { $found }, and the platform's pages differ; no need to change it if the signature fits; if 11004 persists, try appid, nonce_str, timestamp, key_version, signature
diagnosis-header-fullwidth = Character { $position }, { $character }, is full-width, the platform does not know it; write it half-width
diagnosis-signature-out_of_range = The value behind signature= is a number that { $key } cannot have made, RFC 8017 demands one below its modulus: not an RSA signature of this key; copy the signature again, or check which key made it
diagnosis-signature-leading_zero = The signature begins with an extra zero byte, most likely written as a big integer; write it with its fixed length
diagnosis-signature-bytes_literal = The signature stands in b'…', as Python prints bytes; turn it into text first: b64encode(…).decode()
diagnosis-signature-base64_twice = The signature was encoded in Base64 twice; encode it once
diagnosis-signature-urlsafe = The signature is in URL-safe Base64 (- and _), the platform takes the standard one (+ and /); use the standard encoder
diagnosis-signature-wrapped = There are line breaks in the signature, most likely of an encoder that wraps (MIME, Android DEFAULT); use one that does not
diagnosis-signature-space_for_plus = The + in the signature became spaces, most likely in a URL or form without escaping; send it in JSON, or percent-encode it first
diagnosis-signature-percent_encoded = The signature is percent-encoded (%2B, %2F, %3D) and was not decoded; decode it before it goes into byteAuthorization
diagnosis-signature-padding_lost = The = at the end of the signature is lost, most likely by splitting at every =; split at the first one only
diagnosis-signature-truncated = The signature is cut off: { $bytes } bytes once decoded, { $expected } are due (344 characters for a 2048-bit key); check column lengths and how it was copied
diagnosis-signature-hex = The signature is in hex digits, the platform takes Base64; encode the signature's bytes in standard Base64
diagnosis-signature-md5_hex = This is an MD5 of 32 digits, the sign of the older guaranteed payment, not an RSA signature; sign with SHA256withRSA under the application private key
diagnosis-signature-length_vs_key = The signature has { $bytes } bytes, the key makes { $expected }: a key of another size signed, or the text is not whole; check the key and copy it again
diagnosis-signature-not_base64 = Character { $position } of the signature is no Base64, its text is damaged; copy it again
diagnosis-key-unknown =
    { $count ->
        [one] The one known public key does not open
       *[other] None of the { $count } known public keys opens
    } the signature: another private key made it, or its text was changed; check the private key on the server and the public key in the console, and copy the signature again
diagnosis-key-other_in_ring = The signature was made with the private half of { $key }, which is not the expected key; use the right private key, or bring appid and key_version up to date
diagnosis-key-platform_used = The signature matches the platform key { $key }, but orders are signed with the application key; check whether the two were mixed up
diagnosis-key-application_used = The signature matches the application key { $key }, but callbacks are signed with the platform's key; check whether the two were mixed up
diagnosis-key-version_mismatch = The signature was made with version { $made } of the key ({ $key }), but byteAuthorization says key_version={ $header }: it passes here, but the platform refuses it; make the two agree
diagnosis-key-too_small = The key that matches the signature, { $key }, has only { $bits } bits and the platform asks for 2048; make a new pair and upload its public key
diagnosis-key-sample_key = It was signed with the private key of public sample code, anyone can forge it; use a key of your own now
diagnosis-hash-other = It was signed with the hash { $hash }, the platform takes SHA-256; use SHA256withRSA
diagnosis-hash-sha1 = It was signed with SHA-1 (SHA1withRSA), the platform takes SHA-256; use SHA256withRSA
diagnosis-hash-md5 = It was signed with MD5 (MD5withRSA), the platform takes SHA-256; use SHA256withRSA
diagnosis-hash-sha512 = It was signed with SHA-512, the platform takes SHA-256; use SHA256withRSA
diagnosis-hash-of_hex = The hex digits of the SHA-256 were signed; sign the string itself, the function hashes it
diagnosis-hash-twice = It was hashed twice: the digest went into a function that hashes again; hand it the string itself
diagnosis-padding-pss = It has PSS padding, the platform takes PKCS#1 v1.5; leave the PSS parameters out, use SHA256withRSA
diagnosis-padding-raw = The digest or text was encrypted with the private key directly, without DigestInfo, which is no signature; use the language's own function for SHA256withRSA
diagnosis-newline-final_missing = The last line, data, was signed without its line end; add one \n at the end
diagnosis-newline-final_doubled = One line end too many at the end was signed; keep one \n
diagnosis-newline-crlf = Windows line ends (\r\n) were signed; use \n only
diagnosis-newline-literal = The two characters \ and n were signed for each line end; use the real line end (0x0A)
diagnosis-newline-none = The lines were signed without anything between them; end each with \n
diagnosis-lines-callback_form = The three lines of callbacks were signed (timestamp, nonce, body), orders take five; put POST and /requestOrder before them
diagnosis-lines-request_form = The five lines of orders were signed, callbacks have three (timestamp, nonce, body); leave the first two out
diagnosis-lines-order = The lines stand in another order; write POST, /requestOrder, timestamp, nonce_str, data
diagnosis-method-different = Line 1 was signed as { $method }, { $expected_method } is expected; change it
diagnosis-uri-different = Line 2 was signed as { $uri }, { $expected_uri } is expected with this data; change it
diagnosis-timestamp-milliseconds = The timestamp is in milliseconds, or its unit differs between the signature and byteAuthorization ({ $timestamp }); use seconds (10 digits) in both
diagnosis-timestamp-different = { $clock ->
    [zone] The timestamp was { $timestamp } when it was signed, eight hours from the header's: most likely China time was taken for UTC, or the other way; use the seconds since 1970, which know no time zone
   *[other] The timestamp was { $timestamp } when it was signed, other than in the header, most likely the time was taken twice; take it once
    }
diagnosis-timestamp-implausible = The timestamp { $timestamp } is no time between 1970 and 2099, so the platform refuses it; write the seconds since 1970, 10 digits
diagnosis-timestamp-stale = The timestamp is { $time } (China time), more than an hour away from now, the platform most likely refuses it; sign again and check the server's clock
diagnosis-nonce-rewritten = The nonce was spelled differently when it was signed ({ $nonce }); make both the same
diagnosis-nonce-regenerated_suspected = Every known change was tried and none fits; what is left is most likely a value in data that was changed after it was signed (a price, a title), or a nonce made twice (one signed, another in the header); print the string to sign on the server and paste it as the server's string to compare
diagnosis-body-not_json = data is no JSON, the platform will most likely refuse the parameters; check whether it is the order
diagnosis-body-empty = data was empty when it was signed; check which body the signing code gets
diagnosis-body-placeholder = data was a placeholder when it was signed ({"{}"}, null, undefined, [object Object] or the like), most likely an object or the wrong field; hand over the string
diagnosis-body-trimmed = data was signed with other white space at its ends than it was sent with; use one string for both
diagnosis-body-reserialized = data was serialised again after it was signed, with other spaces (as Python does by default); send the very string that was signed
diagnosis-body-pretty = data was indented on one side only; use one string for both
diagnosis-body-keys_sorted = The keys of data were sorted when it was signed and not when it was sent, most likely by way of a map; use one string for both
diagnosis-body-keys_reordered = The keys of data stand in another order than they were signed in, most likely one side went through a map or a struct; use one string for both
diagnosis-body-nulls_dropped = Empty members of data were left out when it was signed and not when it was sent; use one string for both
diagnosis-body-numbers_rewritten = Numbers in data were spelled differently when it was signed (1.00 and 1, say); write amounts as whole fen, and use one string for both
diagnosis-body-double_encoded = data was encoded as JSON once too often (a string with quotes and backslashes); encode it once
diagnosis-body-decoded_once = What was sent is encoded as JSON once more than what was signed; send the very string that was signed
diagnosis-escape-unicode = Characters beyond ASCII were \uXXXX on one side only; make both the same (JSON_UNESCAPED_UNICODE in PHP, ensure_ascii=False in Python)
diagnosis-escape-slash = Slashes were \/ on one side only; make both the same (JSON_UNESCAPED_SLASHES in PHP)
diagnosis-escape-html = < > & and the like were \u003c and so on, on one side only; switch that off (SetEscapeHTML(false) in Go, disableHtmlEscaping() of Gson, no JSON_HEX_ flags in PHP), or use one string for both
diagnosis-escape-entities = Quotes in data became HTML entities such as &quot; on one side; leave out the HTML escaping
diagnosis-escape-percent = data was percent-encoded on one side only; leave it unencoded on both
diagnosis-encoding-gbk = GBK was used on one side; use UTF-8 on both (getBytes(StandardCharsets.UTF_8) in Java)
diagnosis-encoding-latin1 = ISO-8859-1 was used on one side; use UTF-8 on both (getBytes(StandardCharsets.UTF_8) in Java)
diagnosis-bom-added = What was sent begins with a BOM (U+FEFF) that was not signed; remove it
diagnosis-bom-removed = data began with a BOM (U+FEFF) when it was signed; drop the BOM when you read the file
diagnosis-invisible-characters = Character { $position } of data is the invisible { $character }, most likely copied along; remove it
diagnosis-template-unresolved = The placeholder { $placeholder } in { $place } was never filled in; put the real value there before signing
diagnosis-amount-not_integer = { $path } is { $value }, amounts must be whole fen, so the platform refuses it; write a whole number
diagnosis-search-limited = The data has { $size } KB, too large to try every way in which it may have been changed; try again with a small order
diagnosis-search-stopped = The comparison was stopped before its end; change anything to begin anew
diagnosis-search-not_found = What was signed is not found: none of the changes that were tried fits, and not all could be tried; print the string to sign on the server and paste it as the server's string (or verify --server-string FILE) to compare byte by byte
diagnosis-header-app_id = appid is { $value }, which is no mini-program's (they begin with tt), the platform cannot tell whose it is; write the real one
diagnosis-header-colon = The values stand behind colons, the platform wants name=value with commas between; write = for each :
diagnosis-header-trailing = There is a { $found } behind byteAuthorization, the platform answers 签名参数异常; remove it
diagnosis-header-escaped = byteAuthorization was encoded once too often (backslashes, percent signs, HTML entities or Base64), the platform does not decode it; send it as it is
diagnosis-header-field_name = The field is called { $found }, the platform knows { $field } only; rename it
diagnosis-signature-sha1_hex = This is a SHA-1 of 40 digits (msg_signature) of the older guaranteed payment's callbacks: SHA-1 with a token, no RSA signature; check it as that document says, or make sure that callbacks of the trading system come here
diagnosis-key-unread = { $count } encrypted keys of the ring are not unlocked and were not compared; unlock them and it is done again
diagnosis-lines-missing = Lines were missing when it was signed; write POST, { $expected_uri }, timestamp, nonce_str, data, each with one \n
diagnosis-lines-doubled = A line stood twice when it was signed; write POST, { $expected_uri }, timestamp, nonce_str, data once each
diagnosis-body-file_line_end = The line end at the end of the file is not covered by the signature, most likely an editor put it there; do not send it
diagnosis-body-member_missing = A member of what was sent did not stand in what was signed, most likely it was added afterwards; put all members in before signing
diagnosis-body-nulls_added = There were empty members (null, "", [] or the like) in what was signed, they were dropped before it was sent; use one string for both
diagnosis-body-nulls_rewritten = Empty values were written differently when it was signed (null and ""); use one string for both
diagnosis-body-inner_rewritten = The JSON inside of params, skuAttr or the like was written anew after signing; use one string for both
diagnosis-body-inner_object = params, skuAttr or the like were objects when it was signed and texts when it was sent; make them texts first, then serialise and sign the whole
diagnosis-body-inner_text = params, skuAttr or the like were texts of JSON when it was signed and objects when it was sent, which the platform refuses; send the very string that was signed
diagnosis-body-inner_alone = Only the JSON inside of one member was signed, not the whole of data; sign the whole string
diagnosis-body-printed = data was what a program prints of an object when it was signed, not JSON; serialise it first, then sign and send that string
diagnosis-body-blanks_removed = All white space was removed from data when it was signed, inside of texts too; use one string for both
diagnosis-body-text_trimmed = A text in data has other white space at its ends than when it was signed, most likely it was trimmed on one side; use one string for both
diagnosis-body-blanks_added = Blanks behind commas or colons inside of texts were signed and not sent, most likely they were stripped; use one string for both
diagnosis-body-inner_sent = Only the JSON inside was given, what was signed is the whole around it; use the whole
diagnosis-body-different = Line 5, data, is another than what was signed; see the comparison, and use one string for both
diagnosis-body-amount_unit = Amounts were in yuan on one side and in fen on the other; use whole fen on both
diagnosis-newline-separator = The lines were joined by { $separator } when it was signed; end each with \n
diagnosis-nonce-different = The nonce was { $nonce } when it was signed, other than in the header, most likely it was made twice; make it once
diagnosis-signature-hmac = signature has { $bytes } bytes once decoded: a hash or an HMAC, no RSA signature (256 bytes with a 2048-bit key); sign with SHA256withRSA under the application private key
diagnosis-signature-placeholder = signature is { $found }: the value of the signature was never set; check what the signing code returns
diagnosis-header-field_unknown = byteAuthorization has the field { $found }, which no document knows; keep appid, nonce_str, timestamp, key_version, signature only
diagnosis-body-base64 = data was in Base64 on one side only, when it was signed or when it was sent; sign and send data itself
diagnosis-body-digest = Line 5 was a digest of data in hex digits when it was signed; write data itself
diagnosis-escape-backslashes = Quotes in data had backslashes on one side only (a string in single quotes, addslashes or stripslashes, most likely); use one string for both
diagnosis-encoding-utf16 = data was in UTF-16 when it was signed; use UTF-8 (getBytes(StandardCharsets.UTF_8) in Java)
diagnosis-encoding-cesu8 = Emoji were in CESU-8 (two times three bytes) when it was signed, most likely from an old database or JNI; use standard UTF-8
diagnosis-encoding-normalized = The same characters were composed differently (NFC and NFD) on one side; use one string for both
diagnosis-encoding-lost = There are question marks in a row or � in data: characters were lost in a conversion and cannot be found again; use UTF-8 in every step before
diagnosis-as_written = {" "}(as { $writer } writes it)

## verdict

verdict-valid = The signature fits the data and the key
verdict-valid_but_suspicious = The signature fits, but something is suspicious
verdict-fits_but_refused = The signature fits, but the platform refuses it
verdict-fits_but_not_trusted = The signature fits, but not under the platform's key: do not trust it
verdict-damaged_signature = The text of the signature or of byteAuthorization is damaged
verdict-unknown_key = No key you added matches this signature
verdict-wrong_scheme = Signed with another hash or padding
verdict-different_bytes = Signed and sent content differ (cause found)
verdict-different_bytes_unexplained = Signed and sent content differ (cause not found)

## case_note

case_note-proven = proven
case_note-likely = likely
case_note-key = Matching key
case_note-digest = Digest in the signature
case_note-sent = String to sign as sent
server_string-as_is = The server's string is what was signed: its digest is the one in the signature
server_string-with_line_end = With one more line end, the server's string is what was signed
server_string-without_line_end = Without its last line end, the server's string is what was signed
server_string-unix = With LF for CR LF, the server's string is what was signed
server_string-unescaped = With the escapes of the log undone, the server's string is what was signed
server_string-other = The SHA-256 of this string is { $digest }, not the digest in the signature: another one was signed, or it changed after it was printed
server_string-difference = Line { $line } differs from byte { $byte } on: the server has "{ $server }", "{ $sent }" was sent
server_string-same = Line by line the same as what was sent
server_string-empty = The file with the server's string is empty; give the string that was printed before signing
case_note-tried =
    { $count ->
        [one] 1 candidate string was
       *[other] { $count } candidate strings were
    } compared

## checklist

checklist-console_key = Is this the public key that the console has under this key_version (compare fingerprints)
checklist-app_id = Is the appid entitled to the industry SDK and to payment, does the merchant number match
checklist-clock = Is the server's clock right (an hour off is refused)
checklist-platform_key = Is this the platform public key that the console shows for this mini-program (compare fingerprints)
checklist-raw_body = Is the body the raw bytes as received, not parsed, serialised again or trimmed by a framework
checklist-same_callback = Are the three Byte- headers and the body of one and the same callback

## verify

verify-of_history = This signature was made here for order { $number }, and the history has what was signed: below is where it differs
verify-one_key = Only one key has been added; add the public key of this mini-program (or its private key) on "Keys" before you conclude anything
verify-input = Request to check
verify-paste_about = Paste or drop data and byteAuthorization, or JSON, JavaScript or a log line with both; for a callback paste its Byte- headers too
verify-paste = Paste
verify-open = Open file…
verify-open_hover = A case file, or a file with data
verify-use_composed = Use the current order
verify-clear = Clear
verify-keys =
    Checked with { $count ->
        [one] the one public key
       *[other] the { $count } public keys
    } you have added (private keys bring theirs); application and platform keys can be added
verify-to_keys = Add a public key
verify-order = Order
verify-callback = Payment result callback
verify-data = data, as sent
verify-body = Callback body, as received
verify-authorization = byteAuthorization
verify-uri = Line 2 of the string to sign (empty: as the data tells)
verify-uri_hover = /requestOrder for tt.requestOrder, /createSignOrder for tt.createSignOrder; a server interface has its own path
verify-server_string = The server's string to sign
verify-server_string_about = Print the string on the server right before it is signed and paste it here: it is compared with the digest in the signature, and every line that differs is shown
verify-replaced = The request was replaced
verify-cleared = The request was cleared
verify-mend = Sample fix in
verify-mend_none = not shown
verify-signature = Byte-Signature
verify-binary =
    The file has { $count ->
        [one] 1 byte
       *[other] { $count } bytes
    } and is no UTF-8; its bytes are checked as they are
verify-searching = Comparing, { $count } tried
verify-empty_title = Find out why a signature fails
verify-empty_1 = Paste the request on the left and the answer is there at once, offline; nothing of yours is changed
verify-empty_2 = The public key opens the signature: which key made it, which algorithm, which digest was signed
verify-empty_3 = Then hundreds of thousands of usual mistakes are compared with that digest, which proves what was added or lost
verify-findings = Causes
verify-strings = String to sign
verify-strings_callback = String to sign of the callback
verify-as_sent = As sent
verify-as_signed = As signed
verify-first_difference = They differ from byte { $position } on
verify-checklist = What this program cannot see, please check
verify-copy_note = Copy note
verify-copy_note_hover = For a colleague or the platform's support (Markdown)
verify-save_case = Save case…
verify-save_case_hover = The bytes, the public keys and the verdict as JSON, which opens again here; no private key
verify-copy_digest = Copy digest
verify-copy_digest_hover = Print sha256(string to sign) on the server and compare
verify-note = the note
verify-no_case = This is no case file, or it is damaged; choose a JSON that "Save case" wrote
verify-nothing_found = There is no data and no byteAuthorization in it; paste the whole JSON, code or log line, or fill in the fields below

## trouble

trouble-several = The code alone does not tell which of these it is, all are listed
trouble-who_operator = operator
trouble-who_server = server developer
trouble-who_mini_program = mini-program developer
trouble-who_merchant = merchant settings
trouble-who_platform = platform
trouble-retry_yes = Trying again may help
trouble-retry_after = Try again once the steps below are done
trouble-retry_no = Retrying won't help; fix the cause first
trouble-retry_fine = Nothing is broken, there is nothing to try again
trouble-log_id = Log ID
trouble-other_message = The message is not among those known, the explanation goes by the code
trouble-unknown = This is none of the known errors of tt.requestOrder; contact the platform with the errLogId
trouble-meaning = Meaning
trouble-who = Who has to act
trouble-causes = Possible causes
trouble-steps = What to do
trouble-platform = The platform says
trouble-scope = Interface
trouble-unknown_neighbour = No public source says what this means; look it up in that interface's document, or contact the platform with the log id
trouble-unknown_other = This is an error of another interface, not of tt.requestOrder; look it up in that interface's document
trouble-unknown_scope = Cannot tell which interface this error comes from: neither the code nor the message is known; paste errNo, errMsg and errLogId of fail together
trouble-data_is_no_text = The platform names data: a string is expected, something else came; use JSON.stringify, or the very data string that the server returned
trouble-field_array = The platform names { $path }: an array is expected; write it as [ … ] (skuList as [ {"{"}…{"}"} ])
trouble-field_string = The platform names { $path }: a string is expected; put it in quotes, an object as the text of its JSON
trouble-field_number = The platform names { $path }: a number is expected; leave the quotes out
trouble-field_other = The platform names { $path }: { $expected } is expected
trouble-field_named = The platform names { $path }; look at it first
trouble-authorization_is_no_text = The platform got no byteAuthorization: the server's answer does not have it, or under another name; check the code that takes it
trouble-empty = There is nothing: paste errNo, errMsg and errLogId of fail, or the whole log
scope-request_order = tt.requestOrder (make an order)
scope-get_order_payment = tt.getOrderPayment (bring up the cashier)
scope-sign_order = tt.createSignOrder (periodic deduction)
scope-pay = tt.pay / ecpay (older guaranteed payment)
scope-open_api = server OpenAPI (trading system)
scope-order_push = order push
scope-ec_order = plug-in tt.openEcOrder
scope-callback = callback from the platform
scope-local = crypto library on your own server
scope-other = another interface

## sandbox

sandbox-call = Call to rehearse
sandbox-composed = Current order
sandbox-own = Paste my own
sandbox-run = Call tt.requestOrder
sandbox-inject = Simulate an error
sandbox-inject_choose = Choose the error
sandbox-reset = Reset
sandbox-reset_hover = Forgets used order numbers and all switches
sandbox-used =
    { $count ->
        [one] 1 order number
       *[other] { $count } order numbers
    } used
sandbox-switches = Platform conditions
sandbox-empty_title = Rehearse the call offline
sandbox-empty = The platform has no sandbox for this interface. Here the call goes through the public rules, and you get the object that success or fail would get, and which step decided
sandbox-steps = Steps
sandbox-guesses = The order of the steps, the hour for timestamps and "all payment methods hidden" are guesses; steps marked "switch" are decided on the left; the ids are made up
sandbox-by_switch = switch
sandbox-copy = Copy result
sandbox-answer = the result
sandbox-explain = Explain this error
sandbox-nothing_signed = There is no signed order yet, finish one on Compose first
sandbox-not_injected = This order cannot be used to simulate this error; fill in the order first
sandbox-is_rehearsal = This is an offline rehearsal, not the platform; the order of the steps and some limits are guesses
sandbox-not_utf8 = data is not UTF-8, and tt.requestOrder takes a text; give a file in UTF-8
sandbox-failed_at = The rehearsal failed at this step: { $step }

## sandbox_step

sandbox_step-function = interface exists
sandbox_step-device = real phone
sandbox_step-header = form of byteAuthorization
sandbox_step-signature = signature
sandbox_step-timestamp = timestamp within an hour (a guess)
sandbox_step-parameters = parameters
sandbox_step-industry = goods type and industry
sandbox_step-order_number = order number is new
sandbox_step-merchant = merchant
sandbox_step-pay_product = pay product
sandbox_step-pay_ways = payment methods
sandbox_step-login = login
sandbox_step-account = account
sandbox_step-interface = interface open
sandbox_step-scene = scene allowed
sandbox_step-client = client
sandbox_step-system = platform system
sandbox_step-made = order made

## switch

switch-function_available = tt.requestOrder exists
switch-real_device = On a real phone
switch-goods_fit_industry = Goods type fits the industry
switch-order_number_used = Order number used elsewhere
switch-merchant_allowed = Merchant may receive
switch-pay_product_match = Payment products match
switch-pay_way_available = A payment method is left
switch-logged_in = User is logged in
switch-account_normal = Account in good order
switch-interface_banned = Interface banned
switch-scene_allowed = Scene allowed
switch-internal_error = Internal error in the app
switch-system_error = Platform system error

## success

success-no_items = itemOrderList is empty
success-unknown_sku = The order has no skuId { $sku }
success-no_amount = itemOrderAmount of { $sku } is no whole number
success-paid_more = { $sku }: { $paid } paid, more than { $expected } in the order
success-paid_less = { $sku }: { $paid } paid, less than { $expected } in the order (marketing, perhaps)
success-other_sum = The items add up to { $sum }, totalAmount is { $total }

## errors

errors-replaced = The report was replaced
errors-input = Error report
errors-about = Type or paste a code, a message, the fail object, console output or a log, or words to search for; a success result is compared with the order
errors-all = All errors
errors-empty = Type a code or paste a report to see what it means, why it happens, who acts, and what to do
errors-nothing = No known error was found; paste the whole fail object or log, or try other words
errors-also = { $count } more with this code
errors-log_time = Logged at { $time } (taken for China time)
errors-log_apart = , signed at { $signed }, { $seconds } s apart
errors-open_in_verify = Open in Verify
errors-to_verify = Go to Verify
errors-new_order_number = New order number
errors-open_in_compose = Check data in Compose
errors-to_compose = Go to Compose
errors-success = Result of a successful order
errors-success_fits = Matches the current order

## diagnosis_callback

diagnosis_callback-body = The body that was checked is not byte for byte the one that was received; check the raw request body, not one that was parsed and serialised
diagnosis_callback-escaped = Characters are escaped (\uXXXX or \/) differently in what you verify than in what the platform signed, most likely it was serialised again (json_encode); verify the raw body
diagnosis_callback-keys = The members stand in another order than the platform signed, most likely by way of a map or struct; verify the raw body
diagnosis_callback-inner_alone = The platform signed the text inside msg, but the whole body was verified; verify the text inside msg
diagnosis_callback-inner_sent = You verify the content of msg alone, the platform signed the whole body; verify the whole raw body
diagnosis_callback-timestamp = Byte-Timestamp is another than what was signed, or long ago; make sure that the three headers are of one callback, and use them as received
diagnosis_callback-key_unknown = None of the public keys given matches this signature; use the platform public key that the console shows for this mini-program, and copy Byte-Signature as it is
diagnosis_callback-scheme = This signature is not made with SHA-256, callbacks of the platform are SHA256withRSA; most likely the platform did not send it, or it is not of the trading system
diagnosis_callback-inner_object = msg is a text of JSON in what the platform signed and not in what you verify, or the other way; verify the raw body
diagnosis_callback-inner_rewritten = The JSON inside of msg was written anew; verify the raw body and leave msg alone
diagnosis_callback-trimmed = White space or a line end was added to or cut from the ends (reading line by line adds one); verify the raw body
diagnosis_callback-spaces = Blanks or indentation differ from what the platform signed; verify the raw body, do not strip or format it
diagnosis_callback-quoted = There is one level of quotes and backslashes too many or too few, most likely as it was copied from a log; restore the raw body
diagnosis_callback-encoding = The body was not read as UTF-8; read the raw bytes as UTF-8, or verify the bytes themselves
diagnosis_callback-lines = The lines stand in another order; use Byte-Timestamp, Byte-Nonce-Str, the raw body
diagnosis_callback-unexplained = No known change fits; check whether the three Byte- headers are of the same callback, and whether the body is the raw one

## write

write-exists_here = { $path } exists and was not overwritten; choose another name, or allow it to be replaced
write-exists = { $path } exists and was not overwritten; choose another name, or add --overwrite
write-same_file = { $path } is also the file of another argument and would be lost, nothing was written; choose another name
write-kept_key = { $path } is the file of a key that is loaded here and would be lost, nothing was written; choose another name
write-is_folder = { $path } is a folder, not a file, nothing was written; add a file name
write-special = { $path } is a device or pipe, not a file, nothing was written; choose a file
write-dangling = { $path } is a link to a file that is not there, nothing was written; make that file first, or choose another name
write-no_folder = The folder { $path } is not there, nothing was written; make it first, or check the spelling
write-failed = Cannot write { $path }: { $reason }; check space and permissions, or choose another place
write-output = Cannot write standard output: { $reason }; check where it leads

## settings

settings-set_aside = The settings file could not be read and lies in { $path } now, the defaults are used; its keys and pins can be copied from there
settings-unreadable = The settings in { $path } cannot be read ({ $reason }), and nothing is written there until that is fixed; check the file
settings-busy = Another copy of the program is writing the settings; they are saved a moment later

## clock

clock-implausible = The machine's clock stands outside the years 1970 to 2099, and the platform would refuse the signature; set the clock, or give --timestamp
clock-implausible_here = This machine's clock stands outside the years 1970 to 2099, so nothing is signed; set the clock
clock-given = { $timestamp } is no time between 1970 and 2099 in seconds, so the platform refuses it; check it

## job

job-file_late = { $path } was not read within { $count } seconds; check whether its disk or network folder is there, then read it again
job-demo_key = the demo key
job-file = reading a file
job-key_file = reading a key file
job-key_text = reading a pasted key
job-passphrase = opening a key
job-new_key = making a key pair
job-dialog = choosing or saving a file
job-history = reading or writing the history
job-session = keeping the open orders
job-text = reading a long text
job-verify = verifying
job-panicked = A fault of the program ended "{ $job }", nothing else is lost; try again, and report it with what you did
job-not_started = "{ $job }" could not start, the system has no room for it; close other programs and try again

## path_dialog

path_dialog-about = The system has no file dialog here (xdg-desktop-portal or zenity is missing); enter the path instead
path_dialog-path = Path
path_dialog-overwrite = Replace a file that exists
path_dialog-use = OK
path_dialog-cancel = Cancel
path_dialog-exists = There is such a file; allow it to be replaced, or choose another name
path_dialog-no_folder = There is no such folder; check the path
path_dialog-is_folder = This is a folder; add the name of the file
path_dialog-no_file = There is no such file; check the path
path_dialog-empty = Enter a path

## crash

crash-about = The step that you took last was not completed. Your order and your keys are still here: save them, then go on.
crash-report = Please report what you did before, with this place
crash-title = The program ran into a fault of its own
crash-save_draft = Save the order…
crash-save_key = Save the new key "{ $name }"…
crash-go_on = Go on

## finding

finding-more = and { $count } more of this kind

## long_text

long_text-clear = Clear
long_text-note = Only the first { $shown } of { $size } KB are shown, and cannot be edited here; all of it is used

## reference

reference-order_parameters = Platform document 生成下单参数与签名 (order parameters and signature)
reference-jsapi = Platform document tt.requestOrder (JSAPI)
reference-sdk = Public SDKs only, not the platform's documents
reference-practice = Practice; no document of the platform

## field_about

field_about-bytes = At most { $limit } bytes of UTF-8

## key_failure

key_failure-making = No new key could be made, the system gave no primes in time; try again
key_failure-writing = The key cannot be written in this format; choose another format, or export it again from the original
key_failure-encrypting = The key could not be encrypted, nothing was written; try again, or save it unencrypted in a safe place
