using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KmsiConformance.Jose;
using KmsiConformance.Tests.Reference;
using NUnit.Framework;

namespace KmsiConformance.Tests.Jose;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SignedTokenTests
{
    private const string Issuer = "https://login.localhost";
    private const string Audience = "groceries";

    private static readonly string[] Algorithms = ["RS256", "PS256", "ES256"];

    private readonly HandMovedClock _clock = new();

    [TestCaseSource(nameof(Algorithms))]
    public async Task A_token_signed_with_an_asymmetric_algorithm_is_believed(string algorithm)
    {
        var key = TokenKey.Make(algorithm);
        var read = await SignedToken.ValidateAsync(key.Sign(Claims()), new Issuing(_clock, key).Keys, Rules);
        Assert.That((read.Alg, read.Subject), Is.EqualTo((algorithm, "alice")));
    }

    [Test]
    public async Task Keys_that_were_replaced_are_fetched_again_once()
    {
        var issuing = new Issuing(_clock, TokenKey.Make("ES256"));
        await SignedToken.ValidateAsync(issuing.Sign(Claims()), issuing.Keys, Rules);
        issuing.Key = TokenKey.Make("ES256");
        await SignedToken.ValidateAsync(issuing.Sign(Claims()), issuing.Keys, Rules);
        await SignedToken.ValidateAsync(issuing.Sign(Claims()), issuing.Keys, Rules);
        Assert.That(issuing.Fetches, Is.EqualTo(2));
    }

    [Test]
    public async Task A_flood_of_unknown_keys_fetches_once_and_again_only_after_a_pause()
    {
        var issuing = new Issuing(_clock, TokenKey.Make("ES256"));
        await SignedToken.ValidateAsync(issuing.Sign(Claims()), issuing.Keys, Rules);
        await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => Task.Run(async () => await RefusalAsync(TokenKey.Make("ES256").Sign(Claims()), issuing.Keys))));
        Assert.That(issuing.Fetches, Is.EqualTo(2), "one fetch for all of them");

        _clock.Move(IssuerKeys.Pause);
        Assert.That(await RefusalAsync(TokenKey.Make("ES256").Sign(Claims()), issuing.Keys),
            Does.Contain("does not fit any key of the issuer: none is named"));
        Assert.That(issuing.Fetches, Is.EqualTo(3));
    }

    [Test]
    public async Task A_token_that_names_no_key_is_tried_with_all_of_them_and_once_with_fresh_ones()
    {
        var issuing = new Issuing(_clock, TokenKey.Make("RS256"));
        var (header, payload) = (Part(new { alg = "RS256" }), Part(Claims()));
        using var stranger = RSA.Create(2048);
        var signature = stranger.SignData(Encoding.ASCII.GetBytes($"{header}.{payload}"), HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);
        Assert.That(await RefusalAsync($"{header}.{payload}.{Encode(signature)}", issuing.Keys), Does.Contain("does not fit any key"));
        Assert.That(issuing.Fetches, Is.EqualTo(2));
    }

    [Test]
    public async Task A_changed_claim_is_noticed_without_another_fetch()
    {
        var issuing = new Issuing(_clock, TokenKey.Make("PS256"));
        var parts = issuing.Sign(Claims()).Split('.');
        var forged = $"{parts[0]}.{Part(Claims(("sub", "mallory")))}.{parts[2]}";
        Assert.That(await RefusalAsync(forged, issuing.Keys), Is.EqualTo("the id_token's signature does not fit any key of the issuer"));
        Assert.That(issuing.Fetches, Is.EqualTo(1));
    }

    [Test]
    public async Task An_unsigned_token_is_refused()
    {
        var issuing = new Issuing(_clock, TokenKey.Make("RS256"));
        var token = $"{Part(new { alg = "none" })}.{Part(Claims())}.";
        Assert.That(await RefusalAsync(token, issuing.Keys),
            Is.EqualTo("the id_token is signed with 'none', expected RS256, PS256, ES256"));
    }

    [Test]
    public async Task A_token_signed_with_the_public_key_as_a_secret_is_refused()
    {
        var issuing = new Issuing(_clock, TokenKey.Make("RS256"));
        var content = $"{Part(new { alg = "HS256", kid = issuing.Key.Id })}.{Part(Claims())}";
        var signature = HMACSHA256.HashData(Encoding.ASCII.GetBytes(issuing.Key.Public["n"]), Encoding.ASCII.GetBytes(content));
        Assert.That(await RefusalAsync($"{content}.{Encode(signature)}", issuing.Keys),
            Does.StartWith("the id_token is signed with 'HS256'"));
    }

    [TestCase("iss", "https://other.localhost", "the id_token's iss is 'https://other.localhost', expected 'https://login.localhost'")]
    [TestCase("iss", null, "the id_token's iss is 'absent', expected 'https://login.localhost'")]
    [TestCase("aud", "pharmacy", "the id_token's aud is 'pharmacy', expected 'groceries'")]
    [TestCase("nonce", "another", "the id_token's nonce is 'another', expected 'once'")]
    [TestCase("nonce", null, "the id_token's nonce is 'absent', expected 'once'")]
    [TestCase("exp", null, "the id_token has expired, or says no expiry")]
    public async Task A_wrong_claim_is_named(string claim, string? value, string message)
    {
        var issuing = new Issuing(_clock, TokenKey.Make("ES256"));
        Assert.That(await RefusalAsync(issuing.Sign(Claims((claim, value))), issuing.Keys), Is.EqualTo(message));
    }

    [Test]
    public async Task Lifetimes_are_judged_by_the_clock_of_the_world()
    {
        var issuing = new Issuing(_clock, TokenKey.Make("ES256"));
        var token = issuing.Sign(Claims());
        _clock.Move(TimeSpan.FromMinutes(59));
        await SignedToken.ValidateAsync(token, issuing.Keys, Rules);
        _clock.Move(TimeSpan.FromMinutes(1));
        Assert.That(await RefusalAsync(token, issuing.Keys), Is.EqualTo("the id_token has expired, or says no expiry"));

        var early = Claims(("nbf", _clock.GetUtcNow().AddSeconds(1).ToUnixTimeSeconds()),
            ("exp", _clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds()));
        Assert.That(await RefusalAsync(issuing.Sign(early), issuing.Keys), Is.EqualTo("the id_token is not valid yet"));
    }

    [Test]
    public async Task Several_audiences_are_right_only_for_the_one_the_token_was_issued_to()
    {
        var issuing = new Issuing(_clock, TokenKey.Make("ES256"));
        var both = (string[])["pharmacy", Audience];
        Assert.That(await RefusalAsync(issuing.Sign(Claims(("aud", both))), issuing.Keys),
            Does.StartWith("the id_token's azp is 'absent'"));
        Assert.That(await RefusalAsync(issuing.Sign(Claims(("aud", both), ("azp", "pharmacy"))), issuing.Keys),
            Does.StartWith("the id_token's azp is 'pharmacy'"));
        await SignedToken.ValidateAsync(issuing.Sign(Claims(("aud", both), ("azp", Audience))), issuing.Keys, Rules);
    }

    [TestCase("")]
    [TestCase("one.two")]
    [TestCase("a.b.c")]
    [TestCase("e30.e30.e30.e30")]
    [TestCase("!!.!!.!!")]
    public async Task What_is_no_token_is_refused_in_plain_words(string token) =>
        Assert.That(await RefusalAsync(token, new Issuing(_clock, TokenKey.Make("ES256")).Keys),
            Does.StartWith("the id_token is not a signed token"));

    [Test]
    public async Task A_broken_key_document_is_named_and_the_keys_known_before_stay_good()
    {
        var issuing = new Issuing(_clock, TokenKey.Make("ES256"));
        var good = issuing.Sign(Claims());
        await SignedToken.ValidateAsync(good, issuing.Keys, Rules);
        issuing.Broken = true;
        Assert.That(await RefusalAsync(TokenKey.Make("ES256").Sign(Claims()), issuing.Keys),
            Is.EqualTo("the issuer's key document is not a JSON Web Key Set"));
        await SignedToken.ValidateAsync(good, issuing.Keys, Rules);
    }

    private ExpectedToken Rules => new("the id_token", Issuer, Audience, _clock.GetUtcNow()) { Nonce = "once" };

    private Dictionary<string, object> Claims(params (string Name, object? Value)[] changed)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = Issuer, ["aud"] = Audience, ["sub"] = "alice", ["nonce"] = "once",
            ["exp"] = _clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in changed)
        {
            if (value is null) claims.Remove(name);
            else claims[name] = value;
        }

        return claims;
    }

    private async Task<string> RefusalAsync(string token, IssuerKeys keys)
    {
        try
        {
            await SignedToken.ValidateAsync(token, keys, Rules);
            return "believed";
        }
        catch (TokenRefusedException refused)
        {
            return refused.Message;
        }
    }

    private static string Part<T>(T json) => Encode(JsonSerializer.SerializeToUtf8Bytes(json));

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    /// <summary>Somebody who signs tokens, and counts how often the keys are asked for.</summary>
    private sealed class Issuing
    {
        private int _fetches;

        public Issuing(TimeProvider clock, TokenKey key)
        {
            Key = key;
            Keys = new IssuerKeys(FetchAsync, clock);
        }

        public TokenKey Key { get; set; }

        public bool Broken { get; set; }

        public IssuerKeys Keys { get; }

        public int Fetches => _fetches;

        public string Sign(Dictionary<string, object> claims) => Key.Sign(claims);

        private Task<string> FetchAsync()
        {
            Interlocked.Increment(ref _fetches);
            return Task.FromResult(Broken ? "<html>" : JsonSerializer.Serialize(new { keys = (object[])[Key.Public] }));
        }
    }
}
