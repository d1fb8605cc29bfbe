using System.Text.Json;
using KmsiConformance.Policies;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c;

public sealed class RefreshTests
{
    [Test]
    public async Task Only_who_asks_for_offline_access_gets_a_refresh_token()
    {
        await using var world = await B2cWorld.StartAsync();
        var without = await world.RedeemAsync((await world.SignInAsync()).Answer["code"]);
        Assert.That(without.TryGetProperty("refresh_token", out _), Is.False);
        world.Visitor.Cookies.CloseBrowser();
        Assert.That((await FirstAsync(world)).GetProperty("refresh_token_expires_in").GetInt64(), Is.EqualTo(14 * 86400));
    }

    [Test]
    public async Task A_refresh_gives_tokens_of_the_same_sign_in()
    {
        await using var world = await B2cWorld.StartAsync();
        var first = await FirstAsync(world, tick: true);
        var before = B2cWorld.Claims(first.GetProperty("id_token").GetString()!);
        world.Clock.Move(TimeSpan.FromDays(3));
        var next = await RefreshAsync(world, first);
        var after = B2cWorld.Claims(next.GetProperty("id_token").GetString()!);
        using (Assert.EnterMultipleScope())
        {
            foreach (var claim in (string[])["sub", "aud", "iss", "auth_time", "tfp", "name", "kmsi"])
                Assert.That(after.GetProperty(claim).ToString(), Is.EqualTo(before.GetProperty(claim).ToString()), claim);
            Assert.That(after.GetProperty("iat").GetInt64(), Is.EqualTo(before.GetProperty("iat").GetInt64() + (3 * 86400)));
            Assert.That(after.TryGetProperty("nonce", out _), Is.False, "the nonce belonged to the first one");
            Assert.That(next.GetProperty("refresh_token").GetString(), Is.Not.EqualTo(first.GetProperty("refresh_token").GetString()));
        }
    }

    [Test]
    public async Task A_refresh_neither_needs_nor_extends_the_session()
    {
        await using var world = await B2cWorld.StartAsync(new SessionSettings(SessionExpiryType: ExpiryType.Rolling,
            SessionExpiryInSeconds: 1200));
        var first = await FirstAsync(world);
        world.Clock.Move(TimeSpan.FromMinutes(15));
        var next = await RefreshAsync(world, first);
        world.Clock.Move(TimeSpan.FromMinutes(6));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await world.OpenAsync()).AsksForCredentials, Is.True);
            Assert.That((await RefreshAsync(world, next)).TryGetProperty("id_token", out _), Is.True);
        }
    }

    [Test]
    public async Task A_token_used_twice_ends_all_that_came_from_the_sign_in()
    {
        await using var world = await B2cWorld.StartAsync();
        var first = await FirstAsync(world);
        var second = await RefreshAsync(world, first);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Code(await RefreshAsync(world, first)), Is.EqualTo("AADB2C90129"));
            Assert.That(Code(await RefreshAsync(world, second)), Is.EqualTo("AADB2C90129"), "the one that was good is gone, too");
        }
    }

    [Test]
    public async Task Of_two_who_come_at_once_one_gets_tokens()
    {
        await using var world = await B2cWorld.StartAsync();
        var first = await FirstAsync(world);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RefreshAsync(world, first)));
        Assert.That(answers.Count(answer => answer.TryGetProperty("id_token", out _)), Is.LessThanOrEqualTo(1));
    }

    [TestCase(14 * 1440 - 1, null)]
    [TestCase(14 * 1440, "AADB2C90080")]
    public async Task An_unused_token_ends_after_its_time(int minutes, string? code)
    {
        await using var world = await B2cWorld.StartAsync();
        var first = await FirstAsync(world);
        world.Clock.Move(TimeSpan.FromMinutes(minutes));
        Assert.That(Code(await RefreshAsync(world, first)), Is.EqualTo(code));
    }

    [Test]
    public async Task However_often_it_is_used_it_ends_with_its_window()
    {
        await using var world = await B2cWorld.StartAsync();
        var tokens = await FirstAsync(world);
        for (var day = 10; day < 90; day += 10)
        {
            world.Clock.Move(TimeSpan.FromDays(10));
            tokens = await RefreshAsync(world, tokens);
            Assert.That(Code(tokens), Is.Null, $"on day {day}");
        }

        Assert.That(tokens.GetProperty("refresh_token_expires_in").GetInt64(), Is.EqualTo(10 * 86400));
        world.Clock.Move(TimeSpan.FromDays(10));
        Assert.That(Code(await RefreshAsync(world, tokens)), Is.EqualTo("AADB2C90080"));
    }

    [Test]
    public async Task The_tokens_of_a_single_page_app_end_a_day_after_the_sign_in()
    {
        await using var world = await B2cWorld.StartAsync(
            apps: [.. B2cWorld.Apps.Select(app => app.ClientId == B2cWorld.Pharmacy ? app with { SinglePage = true } : app)]);
        var first = await FirstAsync(world, app: B2cWorld.Pharmacy);
        world.Clock.Move(TimeSpan.FromHours(23));
        var next = await RefreshAsync(world, first, B2cWorld.Pharmacy);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.GetProperty("refresh_token_expires_in").GetInt64(), Is.EqualTo(86400));
            Assert.That(next.GetProperty("refresh_token_expires_in").GetInt64(), Is.EqualTo(3600));
        }

        world.Clock.Move(TimeSpan.FromHours(1));
        Assert.That(Code(await RefreshAsync(world, next, B2cWorld.Pharmacy)), Is.EqualTo("AADB2C90080"));
    }

    [Test]
    public async Task A_token_is_of_no_use_to_others_and_is_not_used_up_by_them()
    {
        var other = B2cWorld.Written(B2cWorld.SevenDays, id: "B2C_1A_other");
        await using var world = await B2cWorld.StartAsync([B2cWorld.Written(B2cWorld.SevenDays), other]);
        var first = await FirstAsync(world);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Code(await RefreshAsync(world, first, B2cWorld.Pharmacy)), Is.EqualTo("AADB2C90088"));
            Assert.That(Code(await RefreshAsync(world, first, policy: "B2C_1A_other")), Is.EqualTo("AADB2C90088"));
            Assert.That(Code(await RefreshAsync(world, first, scope: "openid offline_access more")), Is.EqualTo("AADB2C90117"));
            Assert.That(Code(await RefreshAsync(world, first, secret: "guessed")), Is.EqualTo("AADB2C90081"));
            Assert.That(Code(await RefreshAsync(world, null)), Is.EqualTo("AADB2C90083"));
            Assert.That(Code(await RefreshAsync(world, first)), Is.Null);
        }
    }

    private static async Task<JsonElement> FirstAsync(B2cWorld world, bool tick = false, string app = B2cWorld.Groceries)
    {
        world.Scope = "openid offline_access";
        return await world.RedeemAsync((await world.SignInAsync(tick, app)).Answer["code"], app);
    }

    private static async Task<JsonElement> RefreshAsync(
        B2cWorld world, JsonElement? tokens, string app = B2cWorld.Groceries, string policy = B2cWorld.Policy, string? scope = null,
        string secret = "grocer's secret")
    {
        List<(string, string)> form = [("grant_type", "refresh_token"), ("client_id", app)];
        if (tokens is { } given) form.Add(("refresh_token", given.GetProperty("refresh_token").GetString()!));
        if (app == B2cWorld.Groceries) form.Add(("client_secret", secret));
        if (scope is not null) form.Add(("scope", scope));
        return (await world.Visitor.PostForJsonAsync(world.Server.Token(policy), [.. form])).Json;
    }

    private static string? Code(JsonElement answer) =>
        answer.TryGetProperty("error_description", out var description) ? description.GetString()!.Split(':')[0] : null;
}
