// dotnet run -- private_key.pem   (as Program.cs of a console project, .NET 6 or later)
using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

const string data = @DATA@;
const string appid = @APP_ID@;
const string keyVersion = @KEY_VERSION@;
const long timestamp = @TIMESTAMP@;
const string nonce = @NONCE@;
const string uri = @URI@;

string message = "POST\n" + uri + "\n" + timestamp + "\n" + nonce + "\n" + data + "\n";
using RSA key = RSA.Create();
key.ImportFromPem(File.ReadAllText(args[0]));
byte[] signature = key.SignData(Encoding.UTF8.GetBytes(message), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
Console.WriteLine("SHA256-RSA2048 appid=" + appid + ",nonce_str=" + nonce + ",timestamp=" + timestamp
    + ",key_version=" + keyVersion + ",signature=" + Convert.ToBase64String(signature));
