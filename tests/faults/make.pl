# In: the folder of the keys. Out: one line of JSON for each faulty payload, made with Perl's JSON::PP.
use strict;
use warnings;
use utf8;
use Encode qw(encode_utf8);
use File::Temp;
use JSON::PP;
use MIME::Base64;

my $folder = $ARGV[0];
my $order = {
    skuList => [{ skuId => 'abcd', price => 100, title => "\x{5e74}\x{5361}/VIP" }],
    outOrderNo => 'out_1', totalAmount => 100,
};
my $json = JSON::PP->new->canonical;
my $compact = encode_utf8($json->encode($order));

sub put {
    my ($code, $signed, $sent) = @_;
    my $file = File::Temp->new;
    print $file "POST\n/requestOrder\n1700000000\nn0nce\n$signed\n";
    close $file;
    my $signature = `openssl dgst -sha256 -sign $folder/app.pkcs8.pem $file`;
    my $header = 'SHA256-RSA2048 appid=tt1,nonce_str=n0nce,timestamp=1700000000,key_version=1,signature='
        . encode_base64($signature, '');
    print encode_utf8(JSON::PP->new->canonical->encode({
        code => $code, also => [], verdict => 'different_bytes', keys => ['app'],
        authorization => $header, data => encode_base64($sent, ''),
    })), "\n";
}

put('escape.unicode', $json->ascii->encode($order), $compact);
$json->ascii(0);
put('body.pretty', encode_utf8($json->pretty->encode($order)) =~ s/\n\z//r, $compact);
put('body.pretty', $compact, encode_utf8($json->pretty->encode($order)));
$json->pretty(0);
put('encoding.latin1', $json->encode($order) =~ s/[^\x00-\xff]/?/gr, $compact);
