using KmsiConformance.Policies;
using KmsiConformance.Reference.B2c.CustomPolicies;
using KmsiConformance.Reference.B2c.Services;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c;

/// <summary>The policy decides what its tokens say and how long they last.</summary>
public sealed class TokenContentTests
{
    private const string Claims = """<OutputClaim ClaimTypeReferenceId="displayName" />""";

    [TestCase("""<OutputClaim ClaimTypeReferenceId="signInName" />""", "signInName", "alice")]
    [TestCase("""<OutputClaim ClaimTypeReferenceId="signInName" PartnerClaimType="preferred_username" />""", "preferred_username", "alice")]
    [TestCase("""<OutputClaim ClaimTypeReferenceId="emails" />""", "emails", """["alice@example.com"]""")]
    [TestCase("""<OutputClaim ClaimTypeReferenceId="loyalty" DefaultValue="gold" />""", "loyalty", "gold")]
    [TestCase("""<OutputClaim ClaimTypeReferenceId="email" PartnerClaimType="mail" DefaultValue="none" AlwaysUseDefaultValue="true" />""",
        "mail", "none")]
    [TestCase("""<OutputClaim ClaimTypeReferenceId="policy" DefaultValue="{policy}" />""", "policy", B2cWorld.Policy)]
    [TestCase("""<OutputClaim ClaimTypeReferenceId="app" DefaultValue="{OIDC:ClientId}" />""", "app", B2cWorld.Groceries)]
    [TestCase("""<OutputClaim ClaimTypeReferenceId="loyalty" />""", "loyalty", null)]
    [TestCase("""<OutputClaim ClaimTypeReferenceId="x" DefaultValue="{Context:Unheard}" />""", "x", null)]
    [TestCase("""<OutputClaim ClaimTypeReferenceId="iss" DefaultValue="https://evil.example/" />""", "aud", B2cWorld.Groceries,
        TestName = "{m}(the protocol's own claims stay)")]
    public async Task Output_claims_are_in_the_token_under_their_partner_names(string written, string name, string? expected)
    {
        await using var world = await B2cWorld.StartAsync([With(Claims, Claims + written)]);
        var tokens = await world.RedeemAsync((await world.SignInAsync()).Answer["code"]);
        var claims = B2cWorld.Claims(tokens.GetProperty("id_token").GetString()!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(claims.TryGetProperty(name, out var value) ? value.ToString() : null, Is.EqualTo(expected));
            Assert.That(claims.GetProperty("iss").GetString(), Is.EqualTo(world.Server.Issuer));
        }
    }

    [Test]
    public async Task A_claim_that_the_policy_does_not_name_is_not_in_the_token()
    {
        await using var world = await B2cWorld.StartAsync([With(Claims, "")]);
        var tokens = await world.RedeemAsync((await world.SignInAsync()).Answer["code"]);
        var claims = B2cWorld.Claims(tokens.GetProperty("id_token").GetString()!);
        Assert.That(claims.TryGetProperty("name", out _), Is.False);
    }

    [TestCase("token_lifetime_secs", 300, 300, 3600)]
    [TestCase("id_token_lifetime_secs", 600, 3600, 600)]
    public async Task Token_lifetimes_come_from_the_issuer(string key, int seconds, int access, int id)
    {
        var policy = With("<OutputTokenFormat>JWT</OutputTokenFormat>",
            $"<OutputTokenFormat>JWT</OutputTokenFormat><Metadata><Item Key=\"{key}\">{seconds}</Item></Metadata>");
        await using var world = await B2cWorld.StartAsync([policy]);
        var tokens = await world.RedeemAsync((await world.SignInAsync()).Answer["code"]);
        var claims = B2cWorld.Claims(tokens.GetProperty("id_token").GetString()!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tokens.GetProperty("expires_in").GetInt64(), Is.EqualTo(access));
            Assert.That(tokens.GetProperty("id_token_expires_in").GetInt64(), Is.EqualTo(id));
            Assert.That(claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64(), Is.EqualTo(id));
        }
    }

    [Test]
    public void What_has_no_value_here_is_said()
    {
        var policy = With(Claims,
            """<OutputClaim ClaimTypeReferenceId="loyalty" /><OutputClaim ClaimTypeReferenceId="x" DefaultValue="{Context:Unheard}" />"""
            + """<OutputClaim ClaimTypeReferenceId="y" DefaultValue="z" />""");
        var left = UnsupportedParts.Of(policy, KnownProfiles.Readings(B2cProfile.December2020), ServiceHosts.None);
        Assert.That(left.Select(part => part.What),
            Is.EqualTo(new[] { "the output claim loyalty", "the output claim x = {Context:Unheard}" }));
    }

    private static CustomPolicy With(string written, string instead)
    {
        var text = PolicyWriter.Write(B2cWorld.SevenDays, B2cWorld.Policy, "kmsidemo.onmicrosoft.com", true,
            KnownProfiles.Readings(B2cProfile.December2020));
        Assert.That(text, Does.Contain(written));
        return PolicyReader.Parse(text.Replace(written, instead, StringComparison.Ordinal));
    }
}
