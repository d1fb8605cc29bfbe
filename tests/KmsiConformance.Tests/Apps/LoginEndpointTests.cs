using KmsiConformance.Apps;
using KmsiConformance.Jose;
using KmsiConformance.Sites;
using KmsiConformance.Tests.Reference;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace KmsiConformance.Tests.Apps;

/// <summary>What an app's server makes of a login endpoint, over real HTTP.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class LoginEndpointTests
{
    private readonly HandMovedClock _clock = new();
    private TokenKey _key = TokenKey.Make("RS256");
    private int _keysFetched;

    [TestCase("RS256")]
    [TestCase("PS256")]
    [TestCase("ES256")]
    public async Task A_token_of_a_login_endpoint_is_accepted_whatever_it_signs_with(string algorithm)
    {
        _key = TokenKey.Make(algorithm);
        await using var server = await StartAsync();
        using var login = Login(server);
        var claims = await TokenValidator.ValidateAsync(Token(server), login.Keys, server.Origin("login"), "groceries", "once",
            _clock.GetUtcNow(), AppOptions.NoLeeway);
        Assert.That(claims["sub"], Is.EqualTo("alice"));
    }

    [Test]
    public async Task Keys_replaced_between_two_sign_ins_are_accepted_after_one_more_fetch()
    {
        await using var server = await StartAsync();
        using var login = Login(server);
        await AcceptAsync(server, login);
        _key = TokenKey.Make("ES256");
        await AcceptAsync(server, login);
        await AcceptAsync(server, login);
        Assert.That(_keysFetched, Is.EqualTo(2));
    }

    [Test]
    public async Task A_key_that_the_endpoint_never_lists_is_refused_after_one_more_fetch()
    {
        await using var server = await StartAsync();
        using var login = Login(server);
        await AcceptAsync(server, login);
        for (var tries = 0; tries < 5; tries++)
        {
            var token = TokenKey.Make("ES256").Sign(Claims(server));
            Assert.That(async () =>
                await TokenValidator.ValidateAsync(
                    token, login.Keys, server.Origin("login"), "groceries", "once", _clock.GetUtcNow(), AppOptions.NoLeeway),
                Throws.TypeOf<TokenRefusedException>().With.Message.Contains("none is named"));
        }

        Assert.That(_keysFetched, Is.EqualTo(2));
    }

    [Test]
    public async Task A_discovery_document_that_lives_elsewhere_is_not_followed()
    {
        await using var server = await StartAsync();
        using var login = new LoginEndpoint(server.Origin("login") + "/moved", _clock);
        Assert.That(async () => await login.MetadataAsync("issuer"),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains("answered with 302, expected 200"));
    }

    [Test]
    public async Task A_discovery_document_that_is_no_json_is_called_that()
    {
        await using var server = await StartAsync();
        using var login = new LoginEndpoint(server.Origin("login") + "/page", _clock);
        Assert.That(async () => await login.MetadataAsync("issuer"),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains("is not a JSON object of metadata"));
    }

    private async Task AcceptAsync(LoopbackServer server, LoginEndpoint login) =>
        await TokenValidator.ValidateAsync(
            Token(server), login.Keys, server.Origin("login"), "groceries", "once", _clock.GetUtcNow(), AppOptions.NoLeeway);

    private LoginEndpoint Login(LoopbackServer server) => new(server.Origin("login") + "/.well-known/openid-configuration", _clock);

    private string Token(LoopbackServer server) => _key.Sign(Claims(server));

    private Dictionary<string, object> Claims(LoopbackServer server) => new(StringComparer.Ordinal)
    {
        ["iss"] = server.Origin("login"), ["aud"] = "groceries", ["sub"] = "alice", ["nonce"] = "once",
        ["exp"] = _clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
    };

    private Task<LoopbackServer> StartAsync() => LoopbackServer.StartAsync(_clock, web =>
    {
        web.UseRouting();
        web.MapGet("/.well-known/openid-configuration", context => context.Response.WriteAsJsonAsync(new
        {
            issuer = $"https://{context.Request.Host}", jwks_uri = $"https://{context.Request.Host}/keys",
        }));
        web.MapGet("/keys", context =>
        {
            Interlocked.Increment(ref _keysFetched);
            return context.Response.WriteAsJsonAsync(new { keys = (object[])[_key.Public] });
        });
        web.MapGet("/moved", context =>
        {
            context.Response.Redirect("/.well-known/openid-configuration");
            return Task.CompletedTask;
        });
        web.MapGet("/page", context => context.Response.WriteAsync("<html>"));
    });
}
