using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c;

public sealed class TokenTests
{
    [Test]
    public async Task A_code_buys_a_signed_token_with_the_users_claims()
    {
        await using var world = await B2cWorld.StartAsync();
        var signedIn = world.Clock.GetUtcNow().ToUnixTimeSeconds();
        var tokens = await world.RedeemAsync((await world.SignInAsync(tick: true)).Answer["code"]);
        var jwt = tokens.GetProperty("id_token").GetString()!;
        var claims = B2cWorld.Claims(jwt);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await IsSignedAsync(world, jwt), Is.True);
            Assert.That(claims.GetProperty("iss").GetString(), Is.EqualTo(world.Server.Issuer));
            Assert.That(claims.GetProperty("aud").GetString(), Is.EqualTo(B2cWorld.Groceries));
            Assert.That(claims.GetProperty("tfp").GetString(), Is.EqualTo(B2cWorld.Policy));
            Assert.That(claims.GetProperty("nonce").GetString(), Is.EqualTo("non"));
            Assert.That(claims.GetProperty("given_name").GetString(), Is.EqualTo("Alice"));
            Assert.That(claims.GetProperty("email").GetString(), Is.EqualTo("alice@example.com"));
            Assert.That(claims.GetProperty("kmsi").GetString(), Is.EqualTo("true"));
            Assert.That(claims.GetProperty("auth_time").GetInt64(), Is.EqualTo(signedIn));
            Assert.That(claims.GetProperty("exp").GetInt64(), Is.EqualTo(signedIn + 3600));
            Assert.That(tokens.GetProperty("access_token").GetString(), Is.Not.Empty);
        }
    }

    [TestCase("RS256")]
    [TestCase("PS256")]
    [TestCase("ES256")]
    public async Task Tokens_are_signed_as_the_options_say_and_known_again_as_hints(string algorithm)
    {
        await using var world = await B2cWorld.StartAsync([B2cWorld.Written(B2cWorld.SevenDays)], algorithm: algorithm);
        var tokens = await world.RedeemAsync((await world.SignInAsync()).Answer["code"]);
        var token = new JsonWebToken(tokens.GetProperty("id_token").GetString());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(token.Alg, Is.EqualTo(algorithm));
            Assert.That(await new Story(world).TellAsync("token"), Is.EqualTo("good"));
            Assert.That(KmsiConformance.Reference.Kernel.Tokens.Jwt.Verify(token.EncodedToken), Is.Not.Null);
        }
    }

    [Test]
    public async Task A_silent_sign_in_tells_when_credentials_were_given_and_that_the_box_was_left_alone()
    {
        await using var world = await B2cWorld.StartAsync();
        var signedIn = world.Clock.GetUtcNow().ToUnixTimeSeconds();
        await world.SignInAsync();
        world.Clock.Move(TimeSpan.FromMinutes(10));
        var tokens = await world.RedeemAsync((await world.OpenAsync()).Answer["code"]);
        var claims = B2cWorld.Claims(tokens.GetProperty("id_token").GetString()!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(claims.GetProperty("auth_time").GetInt64(), Is.EqualTo(signedIn));
            Assert.That(claims.GetProperty("iat").GetInt64(), Is.EqualTo(signedIn + 600));
            Assert.That(claims.GetProperty("kmsi").GetString(), Is.EqualTo("false"));
        }
    }

    [Test]
    public async Task A_code_is_worth_nothing_the_second_time()
    {
        await using var world = await B2cWorld.StartAsync();
        Assert.That(await new Story(world).TellAsync("plain redeem-twice"), Is.EqualTo("invalid_grant"));
    }

    [Test]
    public async Task A_code_is_worth_nothing_after_five_minutes()
    {
        await using var world = await B2cWorld.StartAsync();
        var code = (await world.SignInAsync()).Answer["code"];
        world.Clock.Move(TimeSpan.FromMinutes(5));
        Assert.That((await world.RedeemAsync(code)).GetProperty("error_description").GetString(), Does.StartWith("AADB2C90080"));
    }

    [Test]
    public async Task A_code_is_bound_to_client_address_policy_and_verifier()
    {
        var other = B2cWorld.Written(B2cWorld.SevenDays, id: "B2C_1A_other");
        await using var world = await B2cWorld.StartAsync([B2cWorld.Written(B2cWorld.SevenDays), other]);
        await world.SignInAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ErrorAsync(world, app: B2cWorld.Pharmacy), Is.EqualTo("invalid_grant AADB2C90088"));
            Assert.That(await ErrorAsync(world, policy: "B2C_1A_other"), Is.EqualTo("invalid_grant AADB2C90088"));
            Assert.That(await ErrorAsync(world, redirectUri: "https://groceries.localhost/signin?from=login"),
                Is.EqualTo("invalid_grant AADB2C90088"));
            Assert.That(await ErrorAsync(world, verifier: "another"), Is.EqualTo("invalid_grant AADB2C90182"));
            Assert.That(await ErrorAsync(world, verifier: ""), Is.EqualTo("invalid_grant AADB2C90083"));
            Assert.That(await ErrorAsync(world, secret: "guessed"), Is.EqualTo("invalid_client AADB2C90081"));
            Assert.That(await ErrorAsync(world, secret: null), Is.EqualTo("invalid_client AADB2C90079"));
        }
    }

    [TestCase("", "AADB2C90083")]
    [TestCase("grant_type=password", "AADB2C90086")]
    [TestCase("grant_type=authorization_code", "AADB2C90008")]
    [TestCase("grant_type=authorization_code&client_id=unknown", "AADB2C90018")]
    [TestCase("grant_type=authorization_code&client_id=pharmacy-client&client_secret=x", "AADB2C90084")]
    [TestCase("grant_type=authorization_code&client_id=pharmacy-client", "AADB2C90083")]
    [TestCase("grant_type=authorization_code&client_id=pharmacy-client&code=x", "AADB2C90080")]
    public async Task A_token_request_out_of_order_is_refused(string form, string code)
    {
        await using var world = await B2cWorld.StartAsync();
        var fields = form.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=')).Select(f => (f[0], f[1])).ToArray();
        var (status, json) = await world.Visitor.PostForJsonAsync(world.Server.Token(B2cWorld.Policy), fields);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(json.GetProperty("error_description").GetString(), Does.StartWith(code));
            Assert.That(status, Is.AnyOf(HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized));
        }
    }

    [Test]
    public async Task Tokens_are_not_given_for_get()
    {
        await using var world = await B2cWorld.StartAsync();
        var json = await world.Visitor.JsonAsync(world.Server.Token(B2cWorld.Policy));
        Assert.That(json.GetProperty("error_description").GetString(), Does.StartWith("AADB2C90226"));
    }

    private static async Task<string> ErrorAsync(
        B2cWorld world, string app = B2cWorld.Groceries, string policy = B2cWorld.Policy, string verifier = B2cWorld.Verifier,
        string? redirectUri = null, string? secret = "grocer's secret")
    {
        var code = (await world.OpenAsync()).Answer["code"];
        var (_, json) = await world.TryRedeemAsync(code, app, policy, verifier, redirectUri, secret);
        return $"{json.GetProperty("error").GetString()} {json.GetProperty("error_description").GetString()!.Split(':')[0]}";
    }

    private static async Task<bool> IsSignedAsync(B2cWorld world, string jwt)
    {
        var document = await world.Visitor.JsonAsync(world.Server.Discovery(B2cWorld.Policy));
        var key = (await world.Visitor.JsonAsync(document.GetProperty("jwks_uri").GetString()!)).GetProperty("keys")[0];
        using var rsa = RSA.Create(new RSAParameters
        {
            Modulus = Bytes(key.GetProperty("n").GetString()!), Exponent = Bytes(key.GetProperty("e").GetString()!),
        });
        var parts = jwt.Split('.');
        return rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Bytes(parts[2]), HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);
    }

    private static byte[] Bytes(string base64Url) => System.Buffers.Text.Base64Url.DecodeFromChars(base64Url);
}
